//! The file: SQLite, its queries, and the one door through which everything is written.
pub mod act;
pub mod backup;
pub mod cell;
pub mod check;
pub mod drafts;
pub mod fault;
pub mod fill;
pub mod forget;
pub mod journal;
mod lines;
pub mod open;
#[cfg(test)]
mod plans;
pub mod query;
pub mod records;
pub mod stage;

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::{Connection, ErrorCode, TransactionBehavior};

use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use fault::Fault;

/// What tells the time: given by `main`, so that nothing else reads a clock.
pub type Clock = fn() -> NaiveDateTime;

/// An open book.
#[derive(Debug)]
pub struct Store {
    conn: Connection,
    path: Option<PathBuf>,
    clock: Clock,
    opening: open::Opening,
    /// Names this process in the journal, so that undo can tell its own acts.
    origin: String,
    data_version: i64,
    keeps_backups: bool,
    /// This store has written an act.
    acted: bool,
    /// The day whose backup this store has asked for.
    backed_up: Option<NaiveDate>,
    totals: RefCell<query::log::total::Totals>,
    judged: RefCell<query::today::Kept>,
}

/// What an act did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Its journal entry; `None` if nothing changed.
    pub entry: Option<Id>,
    /// What was done, for the notice and the history.
    pub label: Explain,
    /// The records it created or changed, in order.
    pub touched: Vec<(Kind, Id)>,
}

/// The inside of an act: one transaction, journaled.
#[derive(Debug)]
pub struct Tx<'a> {
    conn: &'a Connection,
    /// The day on which facts learned by hand are dated.
    pub today: NaiveDate,
    now: NaiveDateTime,
    touched: RefCell<Vec<(Kind, Id)>>,
    /// The lines upwards that this act has drawn.
    lines: RefCell<Vec<lines::Line>>,
}

/// As long as it lives, what is read is of one moment, whatever other processes write.
#[derive(Debug)]
pub struct Still<'a> {
    _transaction: rusqlite::Transaction<'a>,
}

impl<'a> Tx<'a> {
    fn on(conn: &'a Connection, today: NaiveDate, now: NaiveDateTime) -> Self {
        Self { conn, today, now, touched: RefCell::default(), lines: RefCell::default() }
    }

    fn note(&self, kind: Kind, id: Id) {
        self.touched.borrow_mut().push((kind, id));
    }
}

impl Store {
    /// The file, unless the book is in memory.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The one door for writing: one transaction, one journal entry, all or nothing. `work` returns the label of the act.
    ///
    /// # Errors
    /// What `work` refuses, `org-circle` where a line of reporting or of parts would lead back to where it began, and every
    /// fault of the file; then nothing is written.
    pub fn act(
        &mut self,
        today: NaiveDate,
        work: impl FnOnce(&Tx<'_>) -> Result<Explain, Fault>,
    ) -> Result<Outcome, Fault> {
        let now = (self.clock)();
        let transaction = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let entry = journal::begin(&transaction, now, &self.origin, self.opening.steps.len())?;
        let tx = Tx::on(&transaction, today, now);
        let label = work(&tx)?;
        tx.check_lines()?;
        let touched = tx.touched.into_inner();
        let entry = journal::end(&transaction, entry, &label)?;
        transaction.commit()?;
        self.acted |= entry.is_some();
        Ok(Outcome { entry, label, touched })
    }

    /// Whether this store has written an act.
    pub const fn has_acted(&self) -> bool {
        self.acted
    }

    /// Another connection of this process has written an act: the backup of the day is due as after one of its own.
    pub const fn note_acted(&mut self) {
        self.acted = true;
    }

    /// Holds the book still for a reading of many queries, such as an export.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn hold_still(&self) -> Result<Still<'_>, Fault> {
        Ok(Still { _transaction: self.conn.unchecked_transaction()? })
    }

    /// Whether another connection has written since the last call.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn changed_elsewhere(&mut self) -> Result<bool, Fault> {
        let version = self.conn.query_row("PRAGMA data_version", [], |r| r.get(0))?;
        Ok(std::mem::replace(&mut self.data_version, version) != version)
    }

    /// Another connection to the same file, for a thread; `None` for a book in memory.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn second(&self) -> Result<Option<Self>, Fault> {
        let Some(path) = &self.path else { return Ok(None) };
        let mut second = Self::connect(path, self.clock, self.opening)?;
        second.origin.clone_from(&self.origin);
        second.keeps_backups = self.keeps_backups;
        Ok(Some(second))
    }

    /// What interrupts a query that runs on this store, from another thread.
    pub fn interrupt(&self) -> rusqlite::InterruptHandle {
        self.conn.get_interrupt_handle()
    }

    /// Lets the file grow to that many pages and no further: to SQLite a full disk. 0 is no change.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn limit_pages(&self, pages: u32) -> Result<(), Fault> {
        self.conn.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()))?;
        Ok(())
    }

    /// How many pages the file has.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn pages(&self) -> Result<u32, Fault> {
        Ok(self.conn.query_row("PRAGMA page_count", [], |r| r.get(0))?)
    }

    /// Damage that is met later, as a fault of this file with the backup that helps.
    fn told(&self, fault: Fault) -> Fault {
        match (&self.path, fault.sqlite_code()) {
            (Some(path), Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)) => {
                fault.of_file(path).with_backup()
            }
            _ => fault,
        }
    }

    /// The day and last journal entry noted by [`Store::mark_seen`], of the last day before today: a first glance does not
    /// cost what has changed since.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn seen(&self, today: NaiveDate) -> Result<(Option<NaiveDate>, Id), Fault> {
        let sql = "SELECT iif(day IS ?1, before_day, day), ifnull(iif(day IS ?1, before_entry, entry), 0) FROM seen";
        let row = self
            .conn
            .query_row(sql, [today.to_string()], |r| Ok((r.get::<_, Option<String>>(0)?, r.get(1)?)))?;
        Ok((row.0.and_then(|d| d.parse().ok()), row.1))
    }

    /// Notes that the user has seen the book up to now; not an act. The mark of the day before stays until another day.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn mark_seen(&mut self, today: NaiveDate) -> Result<(), Fault> {
        self.conn.execute(
            "UPDATE seen SET before_day = iif(day IS ?1, before_day, day), before_entry = iif(day IS ?1, before_entry, entry),
                day = ?1, entry = (SELECT ifnull(max(id), 0) FROM entry)",
            [today.to_string()],
        )?;
        Ok(())
    }
}
