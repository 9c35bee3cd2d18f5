//! Texts that wait for their turn: records of a document whose kinds stand in any order.
use rusqlite::{OptionalExtension, Row, params};

use super::Stage;
use crate::domain::kind::Kind;
use crate::store::fault::Fault;

impl Stage {
    /// Holds a text of a kind of record until its turn comes.
    ///
    /// # Errors
    /// Where the disk is full.
    pub fn hold(&self, kind: Kind, line: usize, body: &str) -> Result<(), Fault> {
        let n = self.held.get() + 1;
        self.held.set(n);
        let sql = "INSERT INTO held(kind, n, line, body) VALUES (?1, ?2, ?3, ?4)";
        self.conn.prepare_cached(sql)?.execute(params![kind as i64, n, line, body])?;
        Ok(())
    }

    /// The next text held of a kind after the `n`th, with its number and line.
    ///
    /// # Errors
    /// A fault of the stage.
    pub fn held(&self, kind: Kind, after: u64) -> Result<Option<(u64, usize, String)>, Fault> {
        let sql = "SELECT n, line, body FROM held WHERE kind = ?1 AND n > ?2 ORDER BY n LIMIT 1";
        let mut statement = self.conn.prepare_cached(sql)?;
        let row = |r: &Row<'_>| Ok((r.get(0)?, r.get(1)?, r.get(2)?));
        Ok(statement.query_row(params![kind as i64, after], row).optional()?)
    }

    /// Lets go of every text that is held.
    ///
    /// # Errors
    /// A fault of the stage.
    pub fn let_go(&self) -> Result<(), Fault> {
        self.conn.execute("DELETE FROM held", [])?;
        Ok(())
    }
}
