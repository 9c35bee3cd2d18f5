//! One person in one file: what betrays them there, and every text without it.
use std::collections::BTreeSet;

use rusqlite::types::{Value as Sql, ValueRef};
use rusqlite::{Connection, params_from_iter};
use serde_json::Value as Json;

use super::ring::{Others, Place, Ring, WIDE};
use super::shape::{self, Table};
use super::who::{self, Known};
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::domain::traces::{Near, Traces};
use crate::domain::value::FieldKind;
use crate::store::drafts::Texts;
use crate::store::fault::Fault;

/// One person in one file.
pub(super) struct Case<'a> {
    pub conn: &'a Connection,
    pub tables: Vec<Table>,
    /// The numbers under which the file knows them.
    pub ids: BTreeSet<Id>,
    pub ring: Ring,
    traces: Traces,
    /// The word that stands where they stood.
    someone: &'a str,
    /// Names of the program that may stand where words do.
    codes: BTreeSet<&'static str>,
}

/// A text that betrays them.
#[derive(Debug)]
pub(super) struct Mention {
    /// Its table, by place in the shape.
    pub table: usize,
    /// The row, by its primary key.
    pub key: Vec<Sql>,
    pub column: String,
    pub before: String,
    pub after: String,
}

impl Mention {
    /// The number of the row.
    pub(super) fn row(&self) -> Option<Id> {
        match self.key.as_slice() {
            [Sql::Integer(id)] => Some(*id),
            _ => None,
        }
    }
}

impl<'a> Case<'a> {
    /// What the file has to do with them.
    pub(super) fn of(conn: &'a Connection, known: &Known, someone: &'a str) -> Result<Self, Fault> {
        let tables = shape::tables(conn)?;
        let ids = who::ids(conn, &known.uids)?;
        let others = Others::of(conn, &ids)?;
        let things = names_of_things(conn, &tables)?;
        let traces = Traces::new(&known.bearer, &others.bearers, things.iter().map(String::as_str));
        let ring = Ring::around(conn, &tables, &ids, &known.uids, &others)?;
        Ok(Self { conn, tables, ids, ring, traces, someone, codes: codes() })
    }

    /// The place of a row in that table.
    pub(super) fn place(&self, table: &str, row: Id) -> Option<Place> {
        Some((self.tables.iter().position(|t| t.name == table)?, row))
    }

    /// What stands near a text of that row.
    pub(super) fn near(&self, place: Option<Place>) -> Near<'_> {
        match place.filter(|p| self.ring.linked.contains(p) || self.ring.own.contains(p)) {
            Some(place) => Near::With(self.ring.company(place)),
            None => Near::Elsewhere,
        }
    }

    /// A text without them; `None` if it stays. Lists and objects of JSON keep their shape.
    pub(super) fn without(&self, text: &str, near: Near<'_>) -> Option<String> {
        if text.starts_with(['[', '{'])
            && let Ok(mut json) = serde_json::from_str::<Json>(text)
        {
            return self.take_out(&mut json, near).then(|| json.to_string());
        }
        if self.codes.contains(text) {
            return None;
        }
        self.traces.without(text, near, self.someone)
    }

    /// Takes them out of every text of a JSON value; whether there was anything.
    pub(super) fn take_out(&self, json: &mut Json, near: Near<'_>) -> bool {
        match json {
            Json::String(text) => match self.without(text, near) {
                Some(after) => {
                    *text = after;
                    true
                }
                None => false,
            },
            Json::Array(items) => {
                let mut taken = false;
                for item in items.iter_mut() {
                    taken |= self.take_out(item, near);
                }
                if taken {
                    // Two names of theirs would be the same word twice.
                    let mut seen = BTreeSet::new();
                    items.retain(|i| {
                        i.as_str().is_none_or(|t| t != self.someone || seen.insert(t.to_owned()))
                    });
                }
                taken
            }
            Json::Object(members) => {
                let mut taken = false;
                let old = std::mem::take(members);
                for (name, mut value) in old {
                    taken |= self.take_out(&mut value, near);
                    let renamed = self.without(&name, near);
                    taken |= renamed.is_some();
                    members.insert(renamed.unwrap_or(name), value);
                }
                taken
            }
            Json::Null | Json::Bool(_) | Json::Number(_) => false,
        }
    }

    /// Every text of a table's rows that betrays them; rows that go with them are passed over.
    pub(super) fn mentions_in(&self, at: usize) -> Result<Vec<Mention>, Fault> {
        let table = &self.tables[at];
        let mut found = Vec::new();
        if table.texts.is_empty() || table.key.is_empty() {
            return Ok(found);
        }
        let quoted = table.key.iter().chain(&table.texts).map(|c| format!("\"{c}\""));
        let sql = format!("SELECT {} FROM {}", quoted.collect::<Vec<_>>().join(", "), table.name);
        let mut statement = self.conn.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id = if let ValueRef::Integer(id) = row.get_ref(0)? { Some((at, id)) } else { None };
            if id.is_some_and(|place| self.ring.going.contains(&place)) {
                continue;
            }
            let near = self.near(id);
            for (index, column) in table.texts.iter().enumerate() {
                let cell = row.get_ref(table.key.len() + index)?;
                let Some(before) = cell.as_str_or_null().ok().flatten() else { continue };
                if let Some(after) = self.without(before, near) {
                    let key = (0..table.key.len()).map(|k| row.get(k)).collect::<Result<Vec<Sql>, _>>()?;
                    let before = before.to_owned();
                    found.push(Mention { table: at, key, column: column.clone(), before, after });
                }
            }
        }
        Ok(found)
    }

    /// Every text of the file but the journal.
    pub(super) fn mentions(&self) -> Result<Vec<Mention>, Fault> {
        let mut all = Vec::new();
        for at in 0..self.tables.len() {
            all.extend(self.mentions_in(at)?);
        }
        Ok(all)
    }

    /// Writes the texts without them. Whoever has such a row open elsewhere is told that it was changed.
    pub(super) fn write(&self, mentions: &[Mention]) -> Result<(), Fault> {
        for mention in mentions {
            let table = &self.tables[mention.table];
            let newer = if table.versioned { ", version = version + 1" } else { "" };
            let keys = table.key.iter().enumerate().map(|(i, k)| format!("\"{k}\" IS ?{}", i + 2));
            let keys = keys.collect::<Vec<_>>().join(" AND ");
            // What the program noted about two shapes may become one note; of records none may vanish.
            let update = if table.system { "UPDATE OR REPLACE" } else { "UPDATE" };
            let sql = format!("{update} {} SET \"{}\" = ?1{newer} WHERE {keys}", table.name, mention.column);
            let cells = std::iter::once(Sql::Text(mention.after.clone())).chain(mention.key.iter().cloned());
            self.conn.prepare_cached(&sql)?.execute(params_from_iter(cells))?;
        }
        Ok(())
    }
}

/// Names of clients and their parts, and other names these go by.
fn names_of_things(conn: &Connection, tables: &[Table]) -> Result<Vec<String>, Fault> {
    let mut names = Vec::new();
    for table in tables.iter().filter(|t| WIDE.contains(&t.name.as_str())) {
        for column in ["name", "aliases"].iter().filter(|c| table.texts.iter().any(|t| t == *c)) {
            let sql = format!("SELECT \"{column}\" FROM {} WHERE \"{column}\" IS NOT NULL", table.name);
            let mut statement = conn.prepare(&sql)?;
            for text in statement.query_map([], |r| r.get::<_, String>(0))? {
                let text = text?;
                let several = serde_json::from_str::<Vec<String>>(&text);
                names.extend(several.unwrap_or_else(|_| vec![text]));
            }
        }
    }
    Ok(names)
}

/// Names of kinds and of the values of closed sets: in labels of acts they stand beside names of people.
fn codes() -> BTreeSet<&'static str> {
    let mut codes: BTreeSet<&'static str> = Kind::ALL.into_iter().map(Kind::name).collect();
    for spec in Kind::ALL.into_iter().flat_map(Kind::specs) {
        if let FieldKind::Choice(set) | FieldKind::Choices(set) = spec.kind {
            codes.extend(set.values);
        }
    }
    codes
}

/// A text that betrays somebody without being theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Its record.
    pub kind: Kind,
    /// The number of the record.
    pub id: Id,
    /// Its field.
    pub field: String,
    /// All of it.
    pub text: String,
}

/// Every text of a record of the book that betrays them.
pub(super) fn texts(conn: &Connection, known: &Known) -> Result<Vec<Text>, Fault> {
    let case = Case::of(conn, known, "")?;
    let record = |mention: Mention| {
        let kind = Kind::named(&case.tables[mention.table].name)?;
        Some(Text { kind, id: mention.row()?, field: mention.column, text: mention.before })
    };
    Ok(case.mentions()?.into_iter().filter_map(record).collect())
}

/// The drafts that betray them: their new texts, or `None` for one of their own form.
pub(super) fn drafts(
    conn: &Connection,
    known: &Known,
    someone: &str,
    drafts: &[(String, Texts)],
) -> Result<Vec<(String, Option<Texts>)>, Fault> {
    if drafts.is_empty() {
        return Ok(Vec::new());
    }
    let case = Case::of(conn, known, someone)?;
    let mut found = Vec::new();
    for (name, texts) in drafts {
        let place = name.rsplit_once('-').and_then(|(table, id)| case.place(table, id.parse().ok()?));
        if place.is_some_and(|p| case.ring.going.contains(&p)) {
            found.push((name.clone(), None));
            continue;
        }
        let near = case.near(place);
        let without = |text: &String| case.without(text, near);
        if texts.iter().any(|(_, text)| without(text).is_some()) {
            let scrubbed = texts
                .iter()
                .map(|(field, text)| (field.clone(), without(text).unwrap_or_else(|| text.clone())));
            found.push((name.clone(), Some(scrubbed.collect())));
        }
    }
    Ok(found)
}
