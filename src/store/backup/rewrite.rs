//! Rewriting a copy: beside its place, verified, and only then in its place.
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;

use super::{Backup, Shelf, copy, restore};
use crate::store::fault::Fault;
use crate::store::open::connection;

/// How long to wait for somebody who reads a copy.
const PATIENCE: Duration = Duration::from_millis(500);

/// What lies in the folder of copies of one book.
#[derive(Debug, Default)]
pub(in crate::store) struct Kept {
    /// The copies, newest first.
    pub copies: Vec<Backup>,
    /// Files kept when something was restored over them that no program can read any more.
    pub damaged: Vec<PathBuf>,
    /// What processes that were killed have left.
    unfinished: Vec<PathBuf>,
}

/// What lies beside the book.
pub(in crate::store) fn kept(book: &Path) -> Result<Kept, Fault> {
    let shelf = Shelf::of(book);
    let mut kept = Kept { copies: shelf.list()?, ..Kept::default() };
    let files = match std::fs::read_dir(&shelf.folder) {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(kept),
        files => files?,
    };
    for file in files {
        let path = file?.path();
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        if name.starts_with(copy::UNFINISHED) {
            kept.unfinished.push(path);
        } else if name.starts_with(&shelf.stem) && name.contains("-damaged-") {
            kept.damaged.push(path);
        }
    }
    Ok(kept)
}

impl Kept {
    /// Removes what processes that were killed have left.
    pub(in crate::store) fn clear(&self) -> Result<(), Fault> {
        self.unfinished.iter().try_for_each(|path| super::job::remove(path))
    }
}

/// Looks into a copy; nothing is written.
pub(in crate::store) fn look<T>(
    path: &Path,
    work: impl FnOnce(&Connection) -> Result<T, Fault>,
) -> Result<T, Fault> {
    copy::verify(path)?;
    work(&connection(path, PATIENCE)?)
}

/// Lets `work` change a copy of the copy; if it says that it did, that takes the place of the old one in one step. The work is
/// done with foreign keys watched and freed pages overwritten, and nothing of what it took out is left in the new file.
pub(in crate::store) fn rewrite(
    path: &Path,
    work: impl FnOnce(&Connection) -> Result<bool, Fault>,
) -> Result<bool, Fault> {
    copy::verify(path)?;
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let old = connection(path, PATIENCE)?;
    let new = copy::sound(&old, folder)?;
    drop(old);
    let conn = connection(new.path(), PATIENCE)?;
    // Nobody else knows the file: what fails half way is thrown away whole.
    conn.query_row("PRAGMA journal_mode = OFF", [], |_| Ok(()))?;
    conn.query_row("PRAGMA secure_delete = ON", [], |_| Ok(()))?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.execute_batch("BEGIN IMMEDIATE")?;
    if !work(&conn)? {
        return Ok(false);
    }
    conn.execute_batch("COMMIT; VACUUM;")?;
    conn.close().map_err(|(_, error)| error)?;
    new.verified()?.take_place(path)?;
    for sidecar in restore::sidecars(path) {
        // A log of the old file would be taken for one of the new.
        super::job::remove(&sidecar)?;
    }
    Ok(true)
}
