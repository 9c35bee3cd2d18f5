//! What was answered about files of a shape, so that it is asked only once.
use rusqlite::{OptionalExtension, params};

use crate::store::Store;
use crate::store::fault::Fault;

impl Store {
    /// What was answered about files of that shape, as JSON.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn layout(&self, shape: &str) -> Result<Option<String>, Fault> {
        let mut statement = self.conn.prepare_cached("SELECT answer FROM layout WHERE shape = ?1")?;
        Ok(statement.query_row([shape], |r| r.get(0)).optional()?)
    }

    /// Keeps what was answered about files of that shape, in place of what was answered before; not an act.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn keep_layout(&mut self, shape: &str, answer: &str) -> Result<(), Fault> {
        let sql =
            "INSERT INTO layout(shape, answer) VALUES (?1, ?2) ON CONFLICT(shape) DO UPDATE SET answer = ?2";
        self.conn.execute(sql, params![shape, answer])?;
        Ok(())
    }
}
