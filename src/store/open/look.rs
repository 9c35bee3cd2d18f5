//! Looking at a file before a byte of it is written: is it a book that this program knows?
use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, ErrorCode, OpenFlags};

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

/// Reads the first page without a lock and without the log: what SQLite leaves beside a file it only reads would be a trace
/// of us. A first page that is about to be overwritten from the log may not fit the file: then opening it in earnest decides.
fn at_the_header(path: &Path, opening: Opening) -> Result<(), Fault> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(immutable(path), flags)?;
    let number = |sql: &str| conn.query_row(sql, [], |r| r.get::<_, i64>(0));
    let (id, shape) = match (number("PRAGMA application_id"), number("PRAGMA user_version")) {
        (Ok(id), Ok(shape)) => (id, shape),
        (Err(e), _) | (_, Err(e)) if e.sqlite_error_code() == Some(ErrorCode::DatabaseCorrupt) => {
            return Ok(());
        }
        (Err(e), _) | (_, Err(e)) => return Err(e.into()),
    };
    // A start that was killed before its first commit leaves a valid, empty file.
    if id == 0 && shape == 0 && number("SELECT count(*) FROM sqlite_schema")? == 0 {
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

/// The address of a file that SQLite takes as it stands.
fn immutable(path: &Path) -> String {
    #[cfg(unix)]
    let bytes = std::os::unix::ffi::OsStrExt::as_bytes(path.as_os_str());
    #[cfg(not(unix))]
    let bytes = path.to_str().unwrap_or_default().as_bytes();
    let address = bytes.iter().map(|byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => char::from(*byte).to_string(),
        other => format!("%{other:02X}"),
    });
    format!("file:{}?immutable=1", address.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_file_hides_what_would_mean_something_else() {
        assert_eq!(immutable(Path::new("/a b/ñ?#%.db")), "file:/a%20b/%C3%B1%3F%23%25.db?immutable=1");
    }
}
