//! The rows of the plan: what is told of every record, page by page.
use rusqlite::{OptionalExtension, params};

use super::Stage;
use crate::domain::Id;
use crate::store::fault::Fault;

/// One row: its place in the plan from 0, what is done, and the text in which whoever made it keeps the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its place among all rows.
    pub n: u64,
    /// What is done, as a number of whoever made it.
    pub action: u8,
    /// The rest.
    pub body: String,
}

impl Stage {
    /// Adds a row at the end and gives its place; `spot` is where the record stands in the files.
    ///
    /// # Errors
    /// Where the disk is full.
    pub fn tell(&self, action: u8, spot: &str, body: &str) -> Result<u64, Fault> {
        let n = self.told.get();
        self.conn
            .prepare_cached("INSERT INTO told(n, action, spot, body) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![n, action, spot, body])?;
        self.told.set(n + 1);
        Ok(n)
    }

    /// Puts another row in the place of one.
    ///
    /// # Errors
    /// Where the disk is full.
    pub fn retell(&self, row: &Told) -> Result<(), Fault> {
        self.conn
            .prepare_cached("UPDATE told SET action = ?2, body = ?3 WHERE n = ?1")?
            .execute(params![row.n, row.action, row.body])?;
        Ok(())
    }

    /// Takes note of the row of the plan that tells of a new record.
    ///
    /// # Errors
    /// Where the disk is full.
    pub fn is_told_by(&self, id: Id, row: u64) -> Result<(), Fault> {
        self.conn.prepare_cached("UPDATE new SET origin = ?2 WHERE n = ?1")?.execute(params![-id, row])?;
        Ok(())
    }

    /// Where a new record stands in the files.
    ///
    /// # Errors
    /// A fault of the stage.
    pub fn spot(&self, id: Id) -> Result<Option<String>, Fault> {
        let sql = "SELECT told.spot FROM new JOIN told ON told.n = new.origin WHERE new.n = ?1";
        Ok(self.conn.prepare_cached(sql)?.query_row([-id], |r| r.get(0)).optional()?)
    }

    /// The row at that place.
    ///
    /// # Errors
    /// A fault of the stage.
    pub fn row(&self, n: u64) -> Result<Option<Told>, Fault> {
        let mut statement = self.conn.prepare_cached("SELECT n, action, body FROM told WHERE n = ?1")?;
        Ok(statement.query_row([n], told).optional()?)
    }

    /// So many rows from that one on, counted among those of an action if one is said.
    ///
    /// # Errors
    /// A fault of the stage.
    pub fn rows(&self, action: Option<u8>, offset: u64, limit: usize) -> Result<Vec<Told>, Fault> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows = match action {
            None => {
                let sql = "SELECT n, action, body FROM told WHERE n >= ?1 ORDER BY n LIMIT ?2";
                let mut statement = self.conn.prepare_cached(sql)?;
                statement.query_map(params![offset, limit], told)?.collect::<Result<_, _>>()?
            }
            Some(action) => {
                let sql = "SELECT n, action, body FROM told WHERE action = ?1 ORDER BY n LIMIT ?3 OFFSET ?2";
                let mut statement = self.conn.prepare_cached(sql)?;
                statement.query_map(params![action, offset, limit], told)?.collect::<Result<_, _>>()?
            }
        };
        Ok(rows)
    }
}

fn told(row: &rusqlite::Row<'_>) -> rusqlite::Result<Told> {
    Ok(Told { n: row.get(0)?, action: row.get(1)?, body: row.get(2)? })
}
