//! The way back: undo and redo put the images of an entry where they belong.
use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use super::{Entry, columns};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::progress::{Stage, Step, Unwatched, Watch};
use crate::store::Store;
use crate::store::backup::Shelf;
use crate::store::fault::Fault;

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
    /// Takes the newest act back; `None` when there is none.
    ///
    /// # Errors
    /// Refused: `store-undo-migration` across a migration, `store-undo-forgotten` when the images are too old to be kept,
    /// `store-undo-gone` if another process has written meanwhile; and faults of the file.
    pub fn undo(&mut self) -> Result<Option<Entry>, Fault> {
        self.undo_watched(&Unwatched)
    }

    /// The same, told to whoever watches; stopped, nothing is taken back.
    ///
    /// # Errors
    /// As [`Store::undo`], and `job-stopped` (refused).
    pub fn undo_watched(&mut self, watch: &dyn Watch) -> Result<Option<Entry>, Fault> {
        let Some(entry) = self.next_undo()? else { return Ok(None) };
        self.replay(&entry, Way::Back, watch)?;
        Ok(Some(entry))
    }

    /// Brings the last undone act back; `None` when there is none.
    ///
    /// # Errors
    /// As [`Store::undo`].
    pub fn redo(&mut self) -> Result<Option<Entry>, Fault> {
        self.redo_watched(&Unwatched)
    }

    /// The same, told to whoever watches; stopped, nothing is brought back.
    ///
    /// # Errors
    /// As [`Store::undo_watched`].
    pub fn redo_watched(&mut self, watch: &dyn Watch) -> Result<Option<Entry>, Fault> {
        let Some(entry) = self.next_redo()? else { return Ok(None) };
        self.replay(&entry, Way::Forth, watch)?;
        Ok(Some(entry))
    }

    fn replay(&mut self, entry: &Entry, way: Way, watch: &dyn Watch) -> Result<(), Fault> {
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
        apply(&transaction, entry, way, watch)?;
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

/// Puts the images back one by one. Rows of the log that only come or only go are taken out of the order: they go before what
/// belongs to them and come after it, and so are indexed once, not once for every person and promise. A fact that outlives its
/// conversation lets go of it before that goes: else it would be deleted with it.
fn apply(transaction: &Transaction<'_>, entry: &Entry, way: Way, watch: &dyn Watch) -> Result<(), Fault> {
    transaction.pragma_update(None, "defer_foreign_keys", true)?;
    let (goal, order) = match way {
        Way::Back => ("before", "DESC"),
        Way::Forth => ("after", "ASC"),
    };
    let sql = format!(
        "SELECT id FROM change c WHERE entry = ?1 ORDER BY CASE
             WHEN tbl NOT IN ('interaction', 'fact') OR EXISTS (
                 SELECT 1 FROM change o WHERE o.tbl = c.tbl AND o.row = c.row AND o.entry = c.entry AND o.id <> c.id)
             THEN 2 WHEN tbl = 'fact' AND before IS NOT NULL AND after IS NOT NULL THEN 0
             WHEN tbl = 'fact' THEN 2 WHEN {goal} IS NULL THEN 1 ELSE 3 END, id {order}"
    );
    let mut statement = transaction.prepare(&sql)?;
    let mut images = transaction.prepare("SELECT tbl, row, before, after FROM change WHERE id = ?1")?;
    let mut statements = Statements::default();
    let mut rows = statement.query([entry.id])?;
    let (mut done, total) = (0, entry.changes as u64);
    while let Some(row) = rows.next()? {
        watch.at(Step::new(Stage::Writing, done, total))?;
        done += 1;
        let change = images.query_row([row.get::<_, Id>(0)?], |r| {
            Ok(Change { table: r.get(0)?, row: r.get(1)?, before: r.get(2)?, after: r.get(3)? })
        })?;
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
