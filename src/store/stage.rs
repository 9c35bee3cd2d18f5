//! What an import is going to write, set aside until it is performed: in a private file of the system's folder for such files, which
//! nobody else can open and which goes with the process. However much there is, little of it is in memory.
mod held;
pub mod image;
mod known;
mod told;

use std::cell::{Cell, RefCell};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::fault::Fault;
use crate::domain::Id;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
pub use held::{Held, Pile};
use image::{of_image, to_image};
use known::Sieve;
pub use known::Topic;
pub use told::Told;

/// A number below 0 stands for the new record of that place; `told` are the rows of the plan, `held` what is read twice or waits.
const SHAPE: &str = "
CREATE TABLE new (n INTEGER PRIMARY KEY, kind INTEGER NOT NULL, number INTEGER, uid TEXT NOT NULL, body TEXT NOT NULL,
    origin INTEGER);
CREATE TABLE changed (kind INTEGER NOT NULL, id INTEGER NOT NULL, uid TEXT NOT NULL, version INTEGER NOT NULL,
    body TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE TABLE known (key INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (key, id)) WITHOUT ROWID;
CREATE TABLE told (n INTEGER PRIMARY KEY, action INTEGER NOT NULL, spot TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE held (pile INTEGER NOT NULL, n INTEGER NOT NULL, line INTEGER NOT NULL, body TEXT NOT NULL, id INTEGER,
    is_new INTEGER, PRIMARY KEY (pile, n)) WITHOUT ROWID;
";

/// How many records stay at hand as they are.
const AT_HAND: usize = 12;

/// Records set aside.
pub struct Stage {
    conn: Connection,
    sieve: RefCell<Sieve>,
    new: Cell<u64>,
    changed: Cell<u64>,
    held: Cell<u64>,
    piles: Cell<u64>,
    told: Cell<u64>,
    /// The records that were looked at last, the newest at the end.
    recent: RefCell<Vec<Box<dyn Record>>>,
}

impl std::fmt::Debug for Stage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let counts = (self.new.get(), self.changed.get(), self.told.get());
        f.debug_tuple("Stage").field(&counts).finish()
    }
}

/// A stage that plan, screen and act share.
#[derive(Debug, Clone)]
pub struct Staged(Arc<Mutex<Stage>>);

impl Staged {
    /// Of that stage.
    pub fn of(stage: Stage) -> Self {
        Self(Arc::new(Mutex::new(stage)))
    }

    /// The stage, for as long as nobody else looks at it.
    pub fn look(&self) -> MutexGuard<'_, Stage> {
        // What a thread that broke off has left is as whole as any other plan: it is only read.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A new record as it was set aside.
#[derive(Debug)]
pub struct New {
    /// The record, its number negative.
    pub record: Box<dyn Record>,
    /// The number it had where it comes from; it keeps it if the book has no record of its kind.
    pub number: Option<Id>,
}

impl Stage {
    /// An empty one.
    ///
    /// # Errors
    /// Where the system gives no file.
    pub fn new() -> Result<Self, Fault> {
        // A database without a name: SQLite makes the file when memory does not hold it, for its owner only, and takes its name away
        // at once, so that even a killed process leaves nothing.
        let conn = Connection::open("")?;
        conn.set_prepared_statement_cache_capacity(32);
        conn.execute_batch(&format!(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
             PRAGMA cache_size = -6000; {SHAPE} BEGIN;"
        ))?;
        Ok(Self {
            conn,
            sieve: RefCell::default(),
            new: Cell::new(0),
            changed: Cell::new(0),
            held: Cell::new(0),
            piles: Cell::new(0),
            told: Cell::new(0),
            recent: RefCell::default(),
        })
    }

    /// How many new records it holds.
    pub const fn count_new(&self) -> u64 {
        self.new.get()
    }

    /// How many records of the book it holds with what was added to them.
    pub const fn count_changed(&self) -> u64 {
        self.changed.get()
    }

    /// Sets a new record aside and gives its number, which is negative. `origin` is the row of the plan that tells where it comes from.
    ///
    /// # Errors
    /// Where the disk is full.
    pub fn add(
        &self,
        mut record: Box<dyn Record>,
        number: Option<Id>,
        origin: Option<u64>,
    ) -> Result<Id, Fault> {
        let sql = "INSERT INTO new(kind, number, uid, body, origin) VALUES (?1, ?2, ?3, ?4, ?5)";
        let uid = record.head().uid.clone();
        let row = params![record.kind() as i64, number, uid, to_image(record.as_ref()), origin];
        self.conn.prepare_cached(sql)?.execute(row)?;
        let id = -self.conn.last_insert_rowid();
        record.head_mut().id = id;
        self.new.set(self.new.get() + 1);
        self.keep_at_hand(record);
        Ok(id)
    }

    /// Takes a new record away again: nothing may lead to it.
    ///
    /// # Errors
    /// A fault of the stage.
    pub fn take_back(&self, kind: Kind, id: Id) -> Result<(), Fault> {
        let gone = self.conn.prepare_cached("DELETE FROM new WHERE n = ?1")?.execute([-id])?;
        self.new.set(self.new.get().saturating_sub(gone as u64));
        self.recent.borrow_mut().retain(|r| (r.kind(), r.head().id) != (kind, id));
        Ok(())
    }

    /// Sets a record aside as it is now: a new one that is here already, or one of the book.
    ///
    /// # Errors
    /// Where the disk is full.
    pub fn put(&self, record: Box<dyn Record>) -> Result<(), Fault> {
        let (kind, head, body) = (record.kind(), record.head().clone(), to_image(record.as_ref()));
        if head.id < 0 {
            let sql = "UPDATE new SET body = ?2 WHERE n = ?1";
            self.conn.prepare_cached(sql)?.execute(params![-head.id, body])?;
        } else {
            let sql = "INSERT INTO changed(kind, id, uid, version, body) VALUES (?1, ?2, ?3, ?4, ?5)
                ON CONFLICT DO UPDATE SET body = excluded.body";
            let there = "SELECT 1 FROM changed WHERE kind = ?1 AND id = ?2";
            let there = self.conn.prepare_cached(there)?.exists(params![kind as i64, head.id])?;
            self.conn.prepare_cached(sql)?.execute(params![
                kind as i64,
                head.id,
                head.uid,
                head.version,
                body
            ])?;
            self.changed.set(self.changed.get() + u64::from(!there));
        }
        self.keep_at_hand(record);
        Ok(())
    }

    /// The record as it was set aside; `None` if it was not.
    ///
    /// # Errors
    /// A fault of the stage.
    pub fn get(&self, kind: Kind, id: Id) -> Result<Option<Box<dyn Record>>, Fault> {
        let recent = self.recent.borrow();
        if let Some(found) = recent.iter().rev().find(|r| (r.kind(), r.head().id) == (kind, id)) {
            return Ok(Some(found.clone()));
        }
        drop(recent);
        let found = if id < 0 {
            let sql = "SELECT n, number, uid, body FROM new WHERE n = ?1 AND kind = ?2";
            let mut statement = self.conn.prepare_cached(sql)?;
            statement
                .query_row(params![-id, kind as i64], |row| new_of(kind, row))
                .optional()?
                .map(|n| n.record)
        } else {
            let sql = "SELECT id, uid, version, body FROM changed WHERE kind = ?1 AND id = ?2";
            let mut statement = self.conn.prepare_cached(sql)?;
            statement.query_row(params![kind as i64, id], |row| changed_of(kind, row)).optional()?
        };
        if let Some(record) = &found {
            self.keep_at_hand(record.clone());
        }
        Ok(found)
    }

    /// The row of the plan that tells of a new record.
    ///
    /// # Errors
    /// A fault of the stage.
    pub fn origin(&self, id: Id) -> Result<Option<u64>, Fault> {
        let mut statement = self.conn.prepare_cached("SELECT origin FROM new WHERE n = ?1")?;
        Ok(statement.query_row([-id], |r| r.get(0)).optional()?.flatten())
    }

    /// Every new record of a kind, in the order in which they came.
    ///
    /// # Errors
    /// What `each` refuses, and faults of the stage.
    pub fn each_new(&self, kind: Kind, mut each: impl FnMut(New) -> Result<(), Fault>) -> Result<(), Fault> {
        let sql = "SELECT n, number, uid, body FROM new WHERE kind = ?1 ORDER BY n";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([kind as i64])?;
        while let Some(row) = rows.next()? {
            each(new_of(kind, row)?)?;
        }
        Ok(())
    }

    /// The number of every new record of a kind, in their order, and the one it had where it comes from.
    ///
    /// # Errors
    /// A fault of the stage.
    pub fn each_number(&self, kind: Kind, mut each: impl FnMut(Id, Option<Id>)) -> Result<(), Fault> {
        let mut statement =
            self.conn.prepare_cached("SELECT n, number FROM new WHERE kind = ?1 ORDER BY n")?;
        let mut rows = statement.query([kind as i64])?;
        while let Some(row) = rows.next()? {
            each(-row.get::<_, Id>(0)?, row.get(1)?);
        }
        Ok(())
    }

    /// Every record of the book that something was added to, by kind and number.
    ///
    /// # Errors
    /// What `each` refuses, and faults of the stage.
    pub fn each_changed(
        &self,
        kind: Kind,
        mut each: impl FnMut(Box<dyn Record>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let sql = "SELECT id, uid, version, body FROM changed WHERE kind = ?1 ORDER BY id";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([kind as i64])?;
        while let Some(row) = rows.next()? {
            each(changed_of(kind, row)?)?;
        }
        Ok(())
    }

    /// Makes it quick to go through by kind and by action; said once, when everything is here.
    ///
    /// # Errors
    /// Where the disk is full.
    pub fn settle(&self) -> Result<(), Fault> {
        self.conn.execute_batch(
            "CREATE INDEX IF NOT EXISTS new_kind ON new(kind, n); CREATE INDEX IF NOT EXISTS told_action ON told(action, n);",
        )?;
        Ok(())
    }

    /// Keeps a record of the book at hand as it is.
    pub fn keep_at_hand(&self, record: Box<dyn Record>) {
        let mut recent = self.recent.borrow_mut();
        let key = (record.kind(), record.head().id);
        recent.retain(|r| (r.kind(), r.head().id) != key);
        if recent.len() >= AT_HAND {
            recent.remove(0);
        }
        recent.push(record);
    }
}

/// A new record from its row.
fn new_of(kind: Kind, row: &Row<'_>) -> rusqlite::Result<New> {
    let mut record = of_image(kind, row.get_ref(3)?.as_str()?);
    let n: Id = row.get(0)?;
    record.head_mut().id = -n;
    record.head_mut().uid = row.get(2)?;
    Ok(New { record, number: row.get(1)? })
}

/// A record of the book from its row.
fn changed_of(kind: Kind, row: &Row<'_>) -> rusqlite::Result<Box<dyn Record>> {
    let mut record = of_image(kind, row.get_ref(3)?.as_str()?);
    let head = record.head_mut();
    (head.id, head.uid, head.version) = (row.get(0)?, row.get(1)?, row.get(2)?);
    Ok(record)
}
