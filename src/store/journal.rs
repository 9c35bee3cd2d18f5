//! The journal: what every act changed, row by row, and the way back.
//!
//! Triggers made from the schema write the image of every row before and after, cascades included. Undo puts the images
//! back in reverse order; full text and touches follow by their own triggers.
use std::collections::HashMap;

use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use super::Store;
use super::backup::Shelf;
use super::fault::Fault;
use crate::domain::Id;
use crate::domain::explain::Explain;

/// Tables that hold what the program notes by itself: they are not journaled.
pub const SYSTEM_TABLES: &[&str] = &["entry", "change", "seen", "touch", "search"];

/// An entry of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number.
    pub id: Id,
    /// When, in local time.
    pub at: NaiveDateTime,
    /// What was done.
    pub label: Explain,
    /// Written by this process.
    pub mine: bool,
    /// Taken back.
    pub undone: bool,
    /// How many rows it changed.
    pub changes: usize,
}

/// Begins an entry: while it has no label, triggers journal.
pub(super) fn begin(conn: &Connection, now: NaiveDateTime, origin: &str, shape: usize) -> Result<Id, Fault> {
    let at = now.format("%Y-%m-%dT%H:%M:%S").to_string();
    conn.prepare_cached("INSERT INTO entry(at, label, origin, schema) VALUES (?1, '', ?2, ?3)")?
        .execute(params![at, origin, shape])?;
    Ok(conn.last_insert_rowid())
}

/// Ends it: an entry that changed nothing goes away, any other drops what could be redone.
pub(super) fn end(conn: &Connection, id: Id, label: &Explain) -> Result<Option<Id>, Fault> {
    let changed: bool = conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM change WHERE entry = ?1)")?
        .query_row([id], |r| r.get(0))?;
    if !changed {
        conn.prepare_cached("DELETE FROM entry WHERE id = ?1")?.execute([id])?;
        return Ok(None);
    }
    conn.prepare_cached("DELETE FROM entry WHERE undone = 1")?.execute([])?;
    let label = serde_json::to_string(label).unwrap_or_default();
    conn.prepare_cached("UPDATE entry SET label = ?2 WHERE id = ?1")?.execute(params![id, label])?;
    Ok(Some(id))
}

/// The journaled tables, from the schema.
pub(super) fn journaled_tables(conn: &Connection) -> Result<Vec<String>, Fault> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%' ORDER BY name";
    let mut statement = conn.prepare(sql)?;
    let names = statement.query_map([], |r| r.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
    Ok(names.into_iter().filter(|n| !SYSTEM_TABLES.contains(&n.as_str())).collect())
}

pub(super) fn columns(conn: &Connection, table: &str) -> Result<Vec<String>, Fault> {
    let mut statement = conn.prepare_cached("SELECT name FROM pragma_table_info(?1)")?;
    let names = statement.query_map([table], |r| r.get(0))?.collect::<Result<_, _>>()?;
    Ok(names)
}

/// Makes the triggers of every journaled table anew; run after each migration.
pub(super) fn make_triggers(conn: &Connection) -> Result<(), Fault> {
    for table in journaled_tables(conn)? {
        let columns = columns(conn, &table)?;
        let image = |row: &str| {
            let pairs: Vec<_> = columns.iter().map(|c| format!("'{c}', {row}.\"{c}\"")).collect();
            format!("json_object({})", pairs.join(", "))
        };
        for (event, row, before, after) in [
            ("INSERT", "NEW", "NULL".to_owned(), image("NEW")),
            ("UPDATE", "NEW", image("OLD"), image("NEW")),
            ("DELETE", "OLD", image("OLD"), "NULL".to_owned()),
        ] {
            let name = format!("journal_{table}_{}", event.to_lowercase());
            conn.execute_batch(&format!(
                "DROP TRIGGER IF EXISTS {name};
                 CREATE TRIGGER {name} AFTER {event} ON {table}
                 WHEN (SELECT label = '' FROM entry ORDER BY id DESC LIMIT 1) BEGIN
                     INSERT INTO change(entry, tbl, row, before, after)
                     SELECT max(id), '{table}', {row}.id, {before}, {after} FROM entry;
                 END;"
            ))?;
        }
    }
    Ok(())
}

/// Which way a change is applied.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Back,
    Forth,
}

/// The row images of one change.
struct Change {
    table: String,
    row: Id,
    before: Option<String>,
    after: Option<String>,
}

impl Store {
    /// The act that undo would take back, if any.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn next_undo(&self) -> Result<Option<Entry>, Fault> {
        self.one_entry("WHERE undone = 0 ORDER BY id DESC LIMIT 1")
    }

    /// The act that redo would bring back, if any.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn next_redo(&self) -> Result<Option<Entry>, Fault> {
        self.one_entry("WHERE undone = 1 ORDER BY id LIMIT 1")
    }

    /// The newest entries of the journal first, `limit` at most, older than `before` if given.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn journal(&self, before: Option<Id>, limit: usize) -> Result<Vec<Entry>, Fault> {
        self.entries("WHERE id < ?1 ORDER BY id DESC LIMIT ?2", params![before.unwrap_or(Id::MAX), limit])
    }

    /// The entries after `id`, newest first, `limit` at most.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn journal_since(&self, id: Id, limit: usize) -> Result<Vec<Entry>, Fault> {
        self.entries("WHERE id > ?1 AND undone = 0 ORDER BY id DESC LIMIT ?2", params![id, limit])
    }

    fn one_entry(&self, clause: &str) -> Result<Option<Entry>, Fault> {
        Ok(self.entries(clause, [])?.pop())
    }

    fn entries(&self, clause: &str, params: impl rusqlite::Params) -> Result<Vec<Entry>, Fault> {
        let sql = format!(
            "SELECT id, at, label, origin, undone, (SELECT count(*) FROM change WHERE entry = entry.id) FROM entry {clause}"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(params, |r| {
            let (at, label): (String, String) = (r.get(1)?, r.get(2)?);
            Ok(Entry {
                id: r.get(0)?,
                at: at.parse().unwrap_or_default(),
                label: serde_json::from_str(&label).unwrap_or_else(|_| Explain::new("act-unknown")),
                mine: r.get::<_, String>(3)? == self.origin,
                undone: r.get(4)?,
                changes: r.get(5)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Takes the newest act back; `None` when there is none.
    ///
    /// # Errors
    /// Refused: `store-undo-migration` across a migration, `store-undo-forgotten` when the images are too old to be kept,
    /// `store-undo-gone` if another process has written meanwhile; and faults of the file.
    pub fn undo(&mut self) -> Result<Option<Entry>, Fault> {
        let Some(entry) = self.next_undo()? else { return Ok(None) };
        self.replay(&entry, Way::Back)?;
        Ok(Some(entry))
    }

    /// Brings the last undone act back; `None` when there is none.
    ///
    /// # Errors
    /// As [`Store::undo`].
    pub fn redo(&mut self) -> Result<Option<Entry>, Fault> {
        let Some(entry) = self.next_redo()? else { return Ok(None) };
        self.replay(&entry, Way::Forth)?;
        Ok(Some(entry))
    }

    fn replay(&mut self, entry: &Entry, way: Way) -> Result<(), Fault> {
        let copies = self.path.as_deref().map(Shelf::of);
        let transaction = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let next = match way {
            Way::Back => "SELECT id, schema FROM entry WHERE undone = 0 ORDER BY id DESC LIMIT 1",
            Way::Forth => "SELECT id, schema FROM entry WHERE undone = 1 ORDER BY id LIMIT 1",
        };
        let next = transaction
            .query_row(next, [], |r| Ok((r.get::<_, Id>(0)?, r.get::<_, usize>(1)?)))
            .optional()?;
        // Another process may have written or taken back while this one waited for the lock.
        let Some((_, shape)) = next.filter(|(id, _)| *id == entry.id) else {
            return Err(Explain::new("store-undo-gone").into());
        };
        if shape != self.opening.steps.len() {
            let backup = copies.and_then(|s| s.of_shape(shape));
            let backup = backup.map_or_else(|| "none".to_owned(), |b| b.display().to_string());
            return Err(Explain::new("store-undo-migration").with("backup", backup).into());
        }
        if entry.changes == 0 {
            return Err(Explain::new("store-undo-forgotten").into());
        }
        apply(&transaction, entry.id, way)?;
        transaction
            .execute("UPDATE entry SET undone = ?2 WHERE id = ?1", params![entry.id, way == Way::Back])?;
        transaction.commit()?;
        self.acted = true;
        Ok(())
    }
}

/// The statements that put rows back, by table and whether the row is there: an import has thousands of rows of few tables.
#[derive(Default)]
struct Statements(HashMap<(String, bool), String>);

impl Statements {
    fn of(&mut self, conn: &Connection, table: &str, there: bool) -> Result<&str, Fault> {
        let key = (table.to_owned(), there);
        if !self.0.contains_key(&key) {
            self.0.insert(key.clone(), put_back_sql(conn, table, there)?);
        }
        Ok(&self.0[&key])
    }
}

fn apply(transaction: &Transaction<'_>, entry: Id, way: Way) -> Result<(), Fault> {
    transaction.pragma_update(None, "defer_foreign_keys", true)?;
    let order = match way {
        Way::Back => "DESC",
        Way::Forth => "ASC",
    };
    let sql = format!("SELECT tbl, row, before, after FROM change WHERE entry = ?1 ORDER BY id {order}");
    let mut statement = transaction.prepare(&sql)?;
    let mut statements = Statements::default();
    let mut rows = statement.query([entry])?;
    while let Some(row) = rows.next()? {
        let change = Change { table: row.get(0)?, row: row.get(1)?, before: row.get(2)?, after: row.get(3)? };
        put_back(transaction, &mut statements, &change, way)?;
    }
    Ok(())
}

fn put_back(conn: &Connection, statements: &mut Statements, change: &Change, way: Way) -> Result<(), Fault> {
    let (from, to) = match way {
        Way::Back => (&change.after, &change.before),
        Way::Forth => (&change.before, &change.after),
    };
    let table = &change.table;
    let Some(image) = to else {
        conn.prepare_cached(&format!("DELETE FROM {table} WHERE id = ?1"))?.execute([change.row])?;
        return Ok(());
    };
    let sql = statements.of(conn, table, from.is_some())?;
    conn.prepare_cached(sql)?.execute(params![image, change.row])?;
    Ok(())
}

fn put_back_sql(conn: &Connection, table: &str, there: bool) -> Result<String, Fault> {
    let columns = columns(conn, table)?;
    let value = |c: &String| format!("json_extract(?1, '$.{c}')");
    Ok(if there {
        let sets: Vec<_> = columns.iter().map(|c| format!("\"{c}\" = {}", value(c))).collect();
        format!("UPDATE {table} SET {} WHERE id = ?2", sets.join(", "))
    } else {
        let names: Vec<_> = columns.iter().map(|c| format!("\"{c}\"")).collect();
        let values: Vec<_> = columns.iter().map(value).collect();
        // Parameter 2 must be used in both texts.
        format!("INSERT INTO {table}({}) SELECT {} WHERE ?2 IS NOT NULL", names.join(", "), values.join(", "))
    })
}

/// Every row of every journaled table, for comparing two books.
///
/// # Errors
/// A fault of the file.
pub fn everything(store: &Store) -> Result<Vec<(String, String)>, Fault> {
    let mut all = Vec::new();
    for table in journaled_tables(&store.conn)? {
        let columns = columns(&store.conn, &table)?;
        let pairs: Vec<_> = columns.iter().map(|c| format!("'{c}', \"{c}\"")).collect();
        let sql = format!("SELECT json_object({}) FROM {table} ORDER BY id", pairs.join(", "));
        let mut statement = store.conn.prepare(&sql)?;
        for image in statement.query_map([], |r| r.get(0))? {
            all.push((table.clone(), image?));
        }
    }
    Ok(all)
}
