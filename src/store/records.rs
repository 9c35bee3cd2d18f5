//! Records of any kind, read and written by their field tables.
pub(super) mod facts;
pub(super) mod links;
mod row;

use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};

use super::fault::Fault;
use super::open::uid_at;
use super::{Store, Tx};
use crate::domain::Id;
use crate::domain::field::{Record, Spec, check_required};
use crate::domain::kind::Kind;
use crate::domain::value::{FieldKind, Value};
use row::{once, read_row};

/// Fields that are link tables: (field, table, column of the other record).
fn link_specs(kind: Kind) -> impl Iterator<Item = (&'static Spec, String, &'static str)> {
    kind.specs().into_iter().filter_map(move |s| match s.kind {
        FieldKind::Links(other) => Some((s, format!("{}_{}", kind.name(), s.name), far_end(kind, other))),
        _ => None,
    })
}

/// The column of a link table that has the other record: called like its kind, unless both ends are of one kind.
pub(super) fn far_end(owner: Kind, other: Kind) -> &'static str {
    if owner == other { "other" } else { other.name() }
}

impl Store {
    /// The record of that number, with its links and current facts.
    ///
    /// # Errors
    /// [`Fault::Missing`], and faults of the file.
    pub fn record(&self, kind: Kind, id: Id) -> Result<Box<dyn Record>, Fault> {
        load(&self.conn, kind, id)
    }

    /// All records of a kind in the order of their numbers, page by page: those after `after`, `limit` at most.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn records(&self, kind: Kind, after: Id, limit: usize) -> Result<Vec<Box<dyn Record>>, Fault> {
        let sql = format!("SELECT id FROM {} WHERE id > ?1 ORDER BY id LIMIT ?2", kind.name());
        let mut statement = self.conn.prepare_cached(&sql)?;
        let ids =
            statement.query_map(params![after, limit], |r| r.get(0))?.collect::<Result<Vec<Id>, _>>()?;
        ids.into_iter().map(|id| load(&self.conn, kind, id)).collect()
    }

    /// The same of their own rows only: without links to several records and without facts, and so in one question.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn bare_records(&self, kind: Kind, after: Id, limit: usize) -> Result<Vec<Box<dyn Record>>, Fault> {
        let names: Vec<_> = row::names(kind).map(|n| format!(", \"{n}\"")).collect();
        let sql = format!(
            "SELECT id, uid, version{} FROM {} WHERE id > ?1 ORDER BY id LIMIT ?2",
            names.concat(),
            kind.name()
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(params![after, limit], |row| read_row(kind, row))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The number of the record with that uid.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn id_of_uid(&self, kind: Kind, uid: &str) -> Result<Option<Id>, Fault> {
        id_of_uid(&self.conn, kind, uid)
    }

    /// The number of the conversation that a calendar or a mailbox knows by that.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn id_of_source(&self, source: &str) -> Result<Option<Id>, Fault> {
        let sql = "SELECT id FROM interaction WHERE source = ?1 ORDER BY id LIMIT 1";
        Ok(self.conn.prepare_cached(sql)?.query_row([source], |r| r.get(0)).optional()?)
    }

    /// By what a calendar knows the days of a series that are still planned: its UID, `#`, and the day.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn planned_of_series(&self, uid: &str) -> Result<Vec<String>, Fault> {
        // `$` is what comes after `#`: a stretch of the index.
        let sql = "SELECT source FROM interaction WHERE source >= ?1 AND source < ?2 AND planned = 1";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([format!("{uid}#"), format!("{uid}$")], |r| r.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The number of the figure of an indicator (`first`) in a period, or of the rate of a currency in a year: of each there is only
    /// one.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn id_of_twin(&self, kind: Kind, first: &str, second: &str) -> Result<Option<Id>, Fault> {
        let by = match kind {
            Kind::Target | Kind::Actual => "kpi = ?1 AND period = ?2",
            Kind::Rate => "currency = ?1 AND year = ?2",
            _ => return Ok(None),
        };
        let sql = format!("SELECT id FROM {} WHERE {by}", kind.name());
        Ok(self.conn.prepare_cached(&sql)?.query_row([first, second], |r| r.get(0)).optional()?)
    }

    /// Number and uid of every record of a kind.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn uids(&self, kind: Kind) -> Result<Vec<(Id, String)>, Fault> {
        let mut statement =
            self.conn.prepare_cached(&format!("SELECT id, uid FROM {} ORDER BY id", kind.name()))?;
        let rows = statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The book's settings.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn settings(&self) -> Result<crate::domain::settings::Settings, Fault> {
        let record = self.record(Kind::Settings, 1)?;
        Ok(record.any().downcast_ref().cloned().unwrap_or_default())
    }
}

impl Tx<'_> {
    /// The connection of the act, for the acts of this room.
    pub(super) const fn conn(&self) -> &Connection {
        self.conn
    }

    /// The record of that number as the act sees it.
    ///
    /// # Errors
    /// [`Fault::Missing`], and faults of the file.
    pub fn record(&self, kind: Kind, id: Id) -> Result<Box<dyn Record>, Fault> {
        load(self.conn, kind, id)
    }

    /// The number of the record with that uid, as the act sees it.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn id_of_uid(&self, kind: Kind, uid: &str) -> Result<Option<Id>, Fault> {
        id_of_uid(self.conn, kind, uid)
    }

    /// The number that the next record of this kind gets.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn next_id(&self, kind: Kind) -> Result<Id, Fault> {
        // A number that the journal still knows is not given again: a history is of one record only.
        let sql = format!(
            "SELECT max(ifnull((SELECT max(id) FROM {0}), 0), ifnull((SELECT max(row) FROM change WHERE tbl = '{0}'), 0)) + 1",
            kind.name()
        );
        Ok(self.conn.prepare_cached(&sql)?.query_row([], |r| r.get(0))?)
    }

    /// Writes a new record; gives it a number and a uid unless it brings them.
    ///
    /// # Errors
    /// `field-required` and `field-itself` (refused), and faults of the file.
    pub fn insert(&self, record: &mut dyn Record) -> Result<Id, Fault> {
        check_required(record)?;
        let kind = record.kind();
        if record.head().id == 0 {
            record.head_mut().id = self.next_id(kind)?;
        }
        if record.head().uid.is_empty() {
            record.head_mut().uid = uid_at(self.now);
        }
        record.head_mut().version = 1;
        let id = record.head().id;
        self.draw_line(record, None)?;
        // Links first: the record's own insert then indexes it once, with everything there.
        add_links(self.conn, record)?;
        let head = [Sql::Integer(id), Sql::Text(record.head().uid.clone()), Sql::Integer(1)];
        let cells = head.into_iter().chain(row::cells(record));
        let mut statement = self.conn.prepare_cached(row::insert(kind))?;
        statement.execute(params_from_iter(cells)).map_err(|e| once(e, kind))?;
        self.write_first_facts(record)?;
        self.note(kind, id);
        Ok(id)
    }

    /// Writes a changed record over the version it was read as.
    ///
    /// # Errors
    /// [`Fault::ChangedElsewhere`], [`Fault::Missing`], `field-required` and `field-itself` (refused), and faults of the
    /// file.
    pub fn update(&self, record: &mut dyn Record) -> Result<(), Fault> {
        check_required(record)?;
        let (kind, id) = (record.kind(), record.head().id);
        let before = load(self.conn, kind, id)?;
        if before.head().version != record.head().version {
            return Err(Fault::ChangedElsewhere { kind, id });
        }
        if *before == *record.boxed() {
            return Ok(());
        }
        self.draw_line(record, Some(before.as_ref()))?;
        let mut sets = vec!["version = version + 1".to_owned()];
        let mut cells = Vec::new();
        for (name, cell) in row::names(kind).zip(row::cells(record)) {
            cells.push(cell);
            sets.push(format!("\"{name}\" = ?{}", cells.len()));
        }
        cells.push(Sql::Integer(id));
        let sql = format!("UPDATE {} SET {} WHERE id = ?{}", kind.name(), sets.join(", "), cells.len());
        self.conn.prepare_cached(&sql)?.execute(params_from_iter(cells)).map_err(|e| once(e, kind))?;
        record.head_mut().version += 1;
        if link_specs(kind).any(|(s, ..)| before.get(s.name) != record.get(s.name)) {
            write_links(self.conn, record)?;
        }
        self.write_facts(record)?;
        self.note(kind, id);
        Ok(())
    }

    /// Deletes a record with all that belongs to it.
    ///
    /// # Errors
    /// [`Fault::Missing`], and faults of the file.
    pub fn delete(&self, kind: Kind, id: Id) -> Result<(), Fault> {
        self.lose_line(kind, id)?;
        let sql = format!("DELETE FROM {} WHERE id = ?1", kind.name());
        if self.conn.prepare_cached(&sql)?.execute([id])? == 0 {
            return Err(Fault::Missing { kind, id });
        }
        self.note(kind, id);
        Ok(())
    }
}

fn id_of_uid(conn: &Connection, kind: Kind, uid: &str) -> Result<Option<Id>, Fault> {
    let sql = format!("SELECT id FROM {} WHERE uid = ?1", kind.name());
    Ok(conn.prepare_cached(&sql)?.query_row([uid], |r| r.get(0)).optional()?)
}

pub(super) fn load(conn: &Connection, kind: Kind, id: Id) -> Result<Box<dyn Record>, Fault> {
    let names: Vec<_> = row::names(kind).map(|n| format!(", \"{n}\"")).collect();
    let sql = format!("SELECT id, uid, version{} FROM {} WHERE id = ?1", names.concat(), kind.name());
    let mut record = conn
        .prepare_cached(&sql)?
        .query_row([id], |row| read_row(kind, row))
        .optional()?
        .ok_or(Fault::Missing { kind, id })?;
    for (spec, table, other) in link_specs(kind) {
        let sql = format!("SELECT {other} FROM {table} WHERE {} = ?1 ORDER BY id", kind.name());
        let mut statement = conn.prepare_cached(&sql)?;
        let ids = statement.query_map([id], |r| r.get(0))?.collect::<Result<Vec<Id>, _>>()?;
        if !ids.is_empty() {
            record.set(spec.name, Value::Links(ids))?;
        }
    }
    if kind == Kind::Membership {
        facts::read_facts(conn, record.as_mut())?;
    }
    Ok(record)
}

/// Writes the links of a changed record: those it had go, those it has come.
fn write_links(conn: &Connection, record: &dyn Record) -> Result<(), Fault> {
    let owner = record.kind().name();
    for (_, table, _) in link_specs(record.kind()) {
        let sql = format!("DELETE FROM {table} WHERE {owner} = ?1");
        conn.prepare_cached(&sql)?.execute([record.head().id])?;
    }
    add_links(conn, record)
}

fn add_links(conn: &Connection, record: &dyn Record) -> Result<(), Fault> {
    let owner = record.kind().name();
    for (spec, table, other) in link_specs(record.kind()) {
        if let Value::Links(ids) = record.get(spec.name) {
            // As for records: a number that the journal still knows is not given again, or two links would have one history.
            let sql = format!(
                "INSERT OR IGNORE INTO {table}(id, {owner}, {other}) VALUES (max(ifnull((SELECT max(id) FROM {table}), 0),
                    ifnull((SELECT max(row) FROM change WHERE tbl = '{table}'), 0)) + 1, ?1, ?2)"
            );
            for link in ids {
                conn.prepare_cached(&sql)?.execute([record.head().id, link])?;
            }
        }
    }
    Ok(())
}
