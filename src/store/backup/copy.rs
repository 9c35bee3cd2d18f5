//! Making one sound copy: beside its place, private from the first byte, verified, on the disk, and only then in its place.
use std::fs::File;
use std::path::Path;

use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags};
use tempfile::NamedTempFile;

use crate::domain::explain::Explain;
use crate::store::fault::Fault;
use crate::store::open::{APPLICATION_ID, MIGRATIONS, private_folder};

/// How unfinished copies begin; one that a killed process left is cleared away on a later day.
pub(super) const UNFINISHED: &str = ".unfinished-";

/// A verified copy that has not taken its place yet; dropped, it goes away.
#[derive(Debug)]
pub(super) struct Copy(NamedTempFile);

/// Copies what the connection sees into the folder, which is made if need be, and verifies the copy.
pub(super) fn sound(conn: &Connection, folder: &Path) -> Result<Copy, Fault> {
    if !folder.is_dir() {
        private_folder(folder)?;
    }
    // Its owner's only from the beginning; SQLite fills an empty file.
    let file = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder)?;
    conn.execute("VACUUM INTO ?1", [SqlPath(file.path())])?;
    verify(file.path())?;
    // SQLite leaves the copy to the operating system's leisure.
    file.as_file().sync_all()?;
    Ok(Copy(file))
}

impl Copy {
    /// Where it is for the time being.
    pub(super) fn path(&self) -> &Path {
        self.0.path()
    }

    /// The same after somebody worked on it, verified anew and on the disk.
    pub(super) fn verified(self) -> Result<Self, Fault> {
        verify(self.path())?;
        self.0.as_file().sync_all()?;
        Ok(self)
    }

    /// Takes the place of whatever is at `target`, in one step.
    pub(super) fn take_place(self, target: &Path) -> Result<(), Fault> {
        self.0.persist(target).map_err(|e| e.error)?;
        settle(target)
    }
}

/// Makes the names of the folder of `file` safe against a power cut.
pub(super) fn settle(file: &Path) -> Result<(), Fault> {
    #[cfg(unix)]
    if let Some(folder) = file.parent().filter(|f| !f.as_os_str().is_empty()) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Is that a sound book that this program knows?
///
/// # Errors
/// `store-backup-unsound` (refused), and faults of the file.
pub(super) fn verify(path: &Path) -> Result<(), Fault> {
    let unsound = || Fault::from(Explain::new("store-backup-unsound").with("path", path.display()));
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let number = |sql: &str| conn.query_row(sql, [], |r| r.get::<_, i64>(0));
    let id = number("PRAGMA application_id").map_err(|_| unsound())?;
    let shape = number("PRAGMA user_version").map_err(|_| unsound())?;
    let known = (1..=i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)).contains(&shape);
    let found: String = conn.query_row("PRAGMA quick_check(1)", [], |r| r.get(0)).map_err(|_| unsound())?;
    if id == APPLICATION_ID && known && found == "ok" { Ok(()) } else { Err(unsound()) }
}

/// A path as SQLite takes it, whatever its bytes.
struct SqlPath<'a>(&'a Path);

impl ToSql for SqlPath<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        #[cfg(unix)]
        let bytes = std::os::unix::ffi::OsStrExt::as_bytes(self.0.as_os_str());
        #[cfg(not(unix))]
        let bytes = self.0.to_str().unwrap_or_default().as_bytes();
        Ok(ToSqlOutput::Borrowed(ValueRef::Text(bytes)))
    }
}
