//! What happened to a record: every version the journal still has.
use chrono::NaiveDateTime;
use rusqlite::params;

use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::store::Store;
use crate::store::cell::from_sql;
use crate::store::fault::Fault;
use crate::store::journal::Entry;
use rusqlite::types::ValueRef;

/// One change of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// The act it belongs to.
    pub entry: Entry,
    /// Field, value before, value after; of a new or deleted record every field it had.
    pub fields: Vec<(&'static str, Value, Value)>,
    /// The record was made by this act.
    pub created: bool,
    /// The record was deleted by this act.
    pub deleted: bool,
}

impl Store {
    /// The versions of a record, newest first.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn history(&self, kind: Kind, id: Id) -> Result<Vec<Version>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT c.entry, c.before, c.after FROM change c JOIN entry e ON e.id = c.entry
             WHERE c.tbl = ?1 AND c.row = ?2 AND e.undone = 0 ORDER BY c.id DESC LIMIT 500",
        )?;
        let rows = statement.query_map(params![kind.name(), id], |r| {
            Ok((r.get::<_, Id>(0)?, r.get::<_, Option<String>>(1)?, r.get::<_, Option<String>>(2)?))
        })?;
        let mut versions = Vec::new();
        for row in rows {
            let (entry, before, after) = row?;
            let Some(entry) = self.journal(Some(entry + 1), 1)?.pop() else { continue };
            let created = before.is_none();
            let fields = changed_fields(kind, &image(before.as_deref()), &image(after.as_deref()));
            versions.push(Version { entry, fields, created, deleted: after.is_none() });
            // Numbers are given again after a deletion: what stands before the creation is another record.
            if created {
                break;
            }
        }
        Ok(versions)
    }

    /// When a record was changed last, in local time; `None` if the journal does not know it any more.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn changed_on(&self, kind: Kind, id: Id) -> Result<Option<NaiveDateTime>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT max(e.at) FROM change c JOIN entry e ON e.id = c.entry
             WHERE c.tbl = ?1 AND c.row = ?2 AND e.undone = 0",
        )?;
        let at: Option<String> = statement.query_row(params![kind.name(), id], |r| r.get(0))?;
        Ok(at.and_then(|at| at.parse().ok()))
    }

    /// The record and what belongs to it: of a person the memberships and their facts.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn belonging(&self, kind: Kind, id: Id) -> Result<Vec<(Kind, Id)>, Fault> {
        let mut all = vec![(kind, id)];
        if kind == Kind::Person {
            let mut statement = self.conn.prepare_cached(
                "SELECT 0, id FROM membership WHERE person = ?1 UNION ALL
                 SELECT 1, id FROM fact WHERE membership IN (SELECT id FROM membership WHERE person = ?1)",
            )?;
            let rows = statement.query_map([id], |r| {
                let kind = if r.get(0)? { Kind::Fact } else { Kind::Membership };
                Ok((kind, r.get(1)?))
            })?;
            all.extend(rows.collect::<Result<Vec<_>, _>>()?);
        }
        Ok(all)
    }
}

fn image(json: Option<&str>) -> serde_json::Value {
    json.and_then(|j| serde_json::from_str(j).ok()).unwrap_or_default()
}

fn changed_fields(
    kind: Kind,
    before: &serde_json::Value,
    after: &serde_json::Value,
) -> Vec<(&'static str, Value, Value)> {
    let read = |image: &serde_json::Value, spec: &crate::domain::field::Spec| match image.get(spec.name) {
        Some(serde_json::Value::Number(n)) => from_sql(spec.kind, ValueRef::Integer(n.as_i64().unwrap_or(0))),
        Some(serde_json::Value::String(s)) => from_sql(spec.kind, ValueRef::Text(s.as_bytes())),
        _ => Value::Empty,
    };
    let fields = kind.specs().into_iter().map(|s| (s.name, read(before, s), read(after, s)));
    fields.filter(|(_, before, after)| before != after).collect()
}
