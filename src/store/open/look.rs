//! Looking at a file before a byte of it is written: is it a book that this program knows?
use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::{APPLICATION_ID, Opening};
use crate::store::fault::Fault;

/// Refuses what is no book, what is newer, and what cannot be written. Only SQLite opens the file: opening and closing it by
/// other means would drop the locks that this process holds on it.
pub(super) fn before_writing(path: &Path, opening: Opening) -> Result<(), Fault> {
    let folder = folder_of(path);
    if !folder.is_dir() {
        return Err(Fault::file("store-no-folder", path));
    }
    if fs::metadata(&folder)?.permissions().readonly() {
        return Err(Fault::file("store-folder-read-only", path));
    }
    let file = match fs::metadata(path) {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        found => found?,
    };
    if file.is_dir() {
        return Err(Fault::file("store-is-folder", path));
    }
    if file.permissions().readonly() {
        return Err(Fault::file("store-read-only", path));
    }
    if file.len() == 0 {
        return Ok(());
    }
    at_the_header(path, opening)
}

/// The folder a file is in.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

fn at_the_header(path: &Path, opening: Opening) -> Result<(), Fault> {
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    conn.busy_timeout(opening.patience)?;
    let number = |sql: &str| conn.query_row(sql, [], |r| r.get::<_, i64>(0));
    let id = number("PRAGMA application_id")?;
    let shape = number("PRAGMA user_version")?;
    // A start that was killed before its first commit leaves a valid, empty file.
    let tables = number("SELECT count(*) FROM sqlite_schema")?;
    if id == 0 && shape == 0 && tables == 0 {
        return Ok(());
    }
    if id != APPLICATION_ID {
        return Err(Fault::file("store-foreign", path));
    }
    if usize::try_from(shape).unwrap_or(usize::MAX) > opening.steps.len() {
        return Err(Fault::file("store-newer", path));
    }
    Ok(())
}
