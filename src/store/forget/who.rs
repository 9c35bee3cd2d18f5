//! Who somebody is: every record that was ever theirs, and everything they were ever called.
use std::collections::BTreeSet;

use rusqlite::{Connection, params};
use serde_json::Value as Json;

use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::traces::Bearer;
use crate::store::fault::Fault;

/// The label of the act that makes one of two records.
const MERGED: &str = "act-merged";

/// One human being, as the book and its journal know them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// What they are called now, or were last.
    pub name: String,
    /// Uids of their record, and of those that were merged into it.
    pub uids: BTreeSet<String>,
    /// Everything they go by.
    pub bearer: Bearer,
}

impl Known {
    /// Takes over what another book, or the same at another time, knows of them. The name stays.
    pub(super) fn join(&mut self, other: Self) {
        self.uids.extend(other.uids);
        self.bearer.join(other.bearer);
        if self.name.is_empty() {
            self.name = other.name;
        }
    }
}

/// A list for `IN (SELECT value FROM json_each(…))`.
pub(super) fn list<T: serde::Serialize>(items: &BTreeSet<T>) -> String {
    serde_json::to_string(items).unwrap_or_default()
}

/// The image of a living record, as the journal writes one.
const LIVING: &str = "SELECT id, json_object('uid', uid, 'name', name, 'aliases', aliases, 'emails', emails, 'phones', phones)";

/// Every image of rows of `table` that live or are in the journal, the living last.
pub(super) fn images(conn: &Connection, table: &str) -> Result<Vec<(Id, Json)>, Fault> {
    let sql = format!(
        "SELECT row, image FROM (
             SELECT id AS at, row, before AS image FROM change WHERE tbl = '{table}' AND before IS NOT NULL UNION ALL
             SELECT id, row, after FROM change WHERE tbl = '{table}' AND after IS NOT NULL) ORDER BY at"
    );
    let mut all = Vec::new();
    for sql in [sql, format!("{LIVING} FROM {table} ORDER BY id")] {
        let mut statement = conn.prepare(&sql)?;
        for row in statement.query_map([], |r| Ok((r.get(0)?, r.get::<_, String>(1)?)))? {
            let (id, image) = row?;
            all.push((id, serde_json::from_str(&image).unwrap_or_default()));
        }
    }
    Ok(all)
}

/// What the image of a person or colleague says they go by.
pub(super) fn bearer_of(image: &Json) -> Bearer {
    let texts = |field: &str| -> BTreeSet<String> {
        let text = image.get(field).and_then(Json::as_str);
        text.and_then(|t| serde_json::from_str::<Vec<String>>(t).ok())
            .unwrap_or_default()
            .into_iter()
            .collect()
    };
    let mut names = texts("aliases");
    names.extend(image.get("name").and_then(Json::as_str).map(str::to_owned));
    Bearer { names, emails: texts("emails"), phones: texts("phones") }
}

fn uid_of(image: &Json) -> Option<&str> {
    image.get("uid").and_then(Json::as_str)
}

/// Who has that number, living or in the journal; with whomever was merged into them.
pub(super) fn of_id(conn: &Connection, id: Id) -> Result<Known, Fault> {
    let people = images(conn, "person")?;
    let newest = people.iter().rev().find(|(row, _)| *row == id);
    let uid = newest.and_then(|(_, image)| uid_of(image)).map(str::to_owned);
    let mut known = Known { uids: uid.into_iter().collect(), ..Known::default() };
    complete(conn, &people, &mut known)?;
    Ok(known)
}

/// What this book knows of them, wherever one of the uids is met.
pub(super) fn of_uids(conn: &Connection, uids: &BTreeSet<String>) -> Result<Known, Fault> {
    let people = images(conn, "person")?;
    let mut known = Known { uids: uids.clone(), ..Known::default() };
    complete(conn, &people, &mut known)?;
    Ok(known)
}

/// Those who go exactly by that name or have that uid, each once: the living, and those of the journal.
pub(super) fn called(conn: &Connection, name: &str) -> Result<Vec<Known>, Fault> {
    let people = images(conn, "person")?;
    let mut found: Vec<Known> = Vec::new();
    for (_, image) in &people {
        let Some(uid) = uid_of(image) else { continue };
        let new = found.iter().all(|k| !k.uids.contains(uid));
        if new && (uid == name || bearer_of(image).is_called(name)) {
            let mut known = Known { uids: BTreeSet::from([uid.to_owned()]), ..Known::default() };
            complete(conn, &people, &mut known)?;
            found.push(known);
        }
    }
    Ok(found)
}

/// Adds what this file says of them: a copy may know a name that the book has lost by undoing.
pub(super) fn learn(conn: &Connection, known: &mut Known) -> Result<(), Fault> {
    complete(conn, &images(conn, "person")?, known)
}

/// Adds all that the images say of whoever has one of the uids, and whoever was merged into them.
fn complete(conn: &Connection, people: &[(Id, Json)], known: &mut Known) -> Result<(), Fault> {
    loop {
        let ours = |image: &Json| uid_of(image).is_some_and(|uid| known.uids.contains(uid));
        let mut ids = BTreeSet::new();
        let mut bearer = Bearer::default();
        let mut name = String::new();
        for (id, image) in people.iter().filter(|(_, image)| ours(image)) {
            ids.insert(*id);
            bearer.join(bearer_of(image));
            if let Some(newer) = image.get("name").and_then(Json::as_str) {
                newer.clone_into(&mut name);
            }
        }
        known.bearer.join(bearer);
        if known.name.is_empty() {
            known.name = name;
        }
        let merged = merged_into(conn, &ids, &known.bearer)?;
        let uids = people.iter().filter(|(id, _)| merged.contains(id)).filter_map(|(_, image)| uid_of(image));
        let before = known.uids.len();
        known.uids.extend(uids.map(str::to_owned).collect::<Vec<_>>());
        if known.uids.len() == before {
            return Ok(());
        }
    }
}

/// The numbers of the people who were merged into one of these.
fn merged_into(conn: &Connection, ids: &BTreeSet<Id>, bearer: &Bearer) -> Result<BTreeSet<Id>, Fault> {
    let mut statement = conn.prepare_cached(
        "SELECT c.row, e.label, EXISTS (SELECT 1 FROM change o WHERE o.entry = e.id AND o.tbl = 'person'
             AND o.after IS NOT NULL AND o.row IN (SELECT value FROM json_each(?1)))
         FROM change c JOIN entry e ON e.id = c.entry
         WHERE c.tbl = 'person' AND c.after IS NULL AND e.undone = 0 AND e.label <> ''
             AND json_extract(e.label, '$.key') = ?2",
    )?;
    let rows = statement.query_map(params![list(ids), MERGED], |r| {
        Ok((r.get(0)?, r.get::<_, String>(1)?, r.get::<_, bool>(2)?))
    })?;
    let mut merged = BTreeSet::new();
    for row in rows {
        let (id, label, changed) = row?;
        let label: Option<Explain> = serde_json::from_str(&label).ok();
        let named = label.is_some_and(|l| l.arg("name").is_some_and(|n| bearer.is_called(n)));
        if changed || named {
            merged.insert(id);
        }
    }
    Ok(merged)
}

/// The numbers under which this book knows them.
pub(super) fn ids(conn: &Connection, uids: &BTreeSet<String>) -> Result<BTreeSet<Id>, Fault> {
    let people = images(conn, "person")?;
    let ours = |image: &Json| uid_of(image).is_some_and(|uid| uids.contains(uid));
    Ok(people.iter().filter(|(_, image)| ours(image)).map(|(id, _)| *id).collect())
}
