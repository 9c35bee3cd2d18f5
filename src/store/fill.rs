//! Filling a book that nobody has written in yet: the one way of writing without a journal.
use chrono::NaiveDate;
use rusqlite::{Connection, TransactionBehavior};

use super::fault::Fault;
use super::{Store, Tx, journal};
use crate::domain::explain::Explain;

impl Store {
    /// Writes a whole book at once, without a journal: there is no earlier state to go back to. The settings are already
    /// there; `work` may replace them.
    ///
    /// # Errors
    /// `store-not-empty` (refused) if anything was ever written, what `work` refuses, and faults of the file; then nothing is
    /// written.
    pub fn fill(
        &mut self,
        today: NaiveDate,
        work: impl FnOnce(&Tx<'_>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let now = (self.clock)();
        let transaction = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if !untouched(&transaction)? {
            return Err(Explain::new("store-not-empty").into());
        }
        let tx = Tx::on(&transaction, today, now);
        work(&tx)?;
        tx.check_lines()?;
        // One segment instead of many: searches begin as fast as they will ever be.
        transaction.execute("INSERT INTO search(search) VALUES ('optimize')", [])?;
        transaction.commit()?;
        // The log of a large book would otherwise stay as long as the book itself; if somebody reads, it waits.
        let _busy: i64 = self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |r| r.get(0))?;
        Ok(())
    }
}

/// No act was ever journaled and no table but the settings has a row.
fn untouched(conn: &Connection) -> Result<bool, Fault> {
    let mut tables = journal::journaled_tables(conn)?;
    tables.retain(|t| t != "settings");
    tables.push("entry".to_owned());
    for table in tables {
        if conn.prepare(&format!("SELECT 1 FROM {table} LIMIT 1"))?.exists([])? {
            return Ok(false);
        }
    }
    Ok(true)
}
