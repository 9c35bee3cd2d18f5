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

    /// Whether anything was answered about files whose shape begins so.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn has_layouts(&self, beginning: &str) -> Result<bool, Fault> {
        let sql = "SELECT EXISTS (SELECT 1 FROM layout WHERE substr(shape, 1, length(?1)) = ?1)";
        Ok(self.conn.prepare_cached(sql)?.query_row([beginning], |r| r.get(0))?)
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
