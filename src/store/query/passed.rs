//! What was planned and has passed: was it held?
use chrono::NaiveDate;
use rusqlite::params;

use super::Scope;
use super::log::LogRow;
use crate::domain::Id;
use crate::store::Store;
use crate::store::fault::Fault;

/// How many are asked about at a time.
const MOST: usize = 300;

impl Store {
    /// Planned conversations of a scope whose day has passed, the oldest first; those beyond the most come when these are settled.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn passed(&self, scope: Scope, today: NaiveDate) -> Result<Vec<LogRow>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id FROM interaction INDEXED BY interaction_planned
             WHERE planned = 1 AND day < ?2 AND (?1 IS NULL OR account = ?1) ORDER BY day, ifnull(time, ''), id LIMIT ?3",
        )?;
        let ids = statement.query_map(params![scope, today.to_string(), MOST], |r| r.get(0))?;
        self.log_rows(&ids.collect::<Result<Vec<Id>, _>>()?)
    }
}
