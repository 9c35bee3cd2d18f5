//! The journal: what every act changed, row by row, and the way back.
//!
//! Triggers made from the schema write the image of every row before and after, cascades included. Undo puts the images
//! back in reverse order (`replay`); full text and touches follow by their own triggers.
mod about;
mod replay;

use chrono::NaiveDateTime;
use rusqlite::{Connection, params};

use super::Store;
use super::fault::Fault;
use crate::domain::Id;
use crate::domain::explain::Explain;

/// Tables that hold what the program notes by itself: they are not journaled.
pub const SYSTEM_TABLES: &[&str] =
    &["entry", "change", "seen", "touch", "met", "tally", "search", "snapshot", "layout", "erasing"];

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

/// Takes the triggers away: while the shape of the file changes nothing is journaled.
pub(super) fn drop_triggers(conn: &Connection) -> Result<(), Fault> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND substr(name, 1, 8) = 'journal_'";
    let names =
        conn.prepare(sql)?.query_map([], |r| r.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
    for name in names {
        conn.execute_batch(&format!("DROP TRIGGER {name}"))?;
    }
    Ok(())
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
