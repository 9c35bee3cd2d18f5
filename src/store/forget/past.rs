//! The journal without a person: images of what was theirs go, those of everything else lose what betrays them, and whatever
//! is left can still be taken back.
use std::collections::{BTreeSet, HashMap};

use rusqlite::params;
use serde_json::Value as Json;

use super::case::Case;
use super::documents::Documents;
use super::ring::Place;
use crate::domain::Id;
use crate::domain::traces::Near;
use crate::store::fault::Fault;

/// What must be done to the journal.
#[derive(Debug, Default)]
pub(super) struct Past {
    /// Images of what is theirs.
    gone: Vec<Id>,
    /// The images before and after of other changes.
    rewritten: Vec<(Id, Option<String>, Option<String>)>,
    /// Labels of acts.
    labels: Vec<(Id, String)>,
    /// Acts that had to do with them, and who else took part.
    pub acts: HashMap<Id, BTreeSet<usize>>,
}

impl Past {
    /// Looks the journal through.
    pub(super) fn of(case: &Case<'_>, documents: &Documents) -> Result<Self, Fault> {
        let mut past = Self::default();
        let mut statement =
            case.conn.prepare("SELECT id, entry, tbl, row, before, after FROM change ORDER BY id")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, entry): (Id, Id) = (row.get(0)?, row.get(1)?);
            let table: String = row.get(2)?;
            let place = case.place(&table, row.get(3)?);
            let owned = place.is_some_and(|p| case.ring.own.contains(&p));
            if owned || place.is_some_and(|p| case.ring.linked.contains(&p)) {
                let company = past.acts.entry(entry).or_default();
                company.extend(place.map(|p| case.ring.company(p)).into_iter().flatten());
            }
            if owned {
                past.gone.push(id);
                continue;
            }
            let [before, after] = [row.get_ref(4)?, row.get_ref(5)?].map(|cell| {
                cell.as_str_or_null().ok().flatten().map(|json| image((case, documents), &table, place, json))
            });
            let changed =
                |image: &Option<(String, bool)>| image.as_ref().is_some_and(|(_, changed)| *changed);
            if changed(&before) || changed(&after) {
                past.rewritten.push((id, before.map(|i| i.0), after.map(|i| i.0)));
            }
        }
        past.labels = labels(case, &past.acts)?;
        Ok(past)
    }

    /// How much of it is about them.
    pub(super) fn count(&self) -> usize {
        self.gone.len() + self.rewritten.len() + self.labels.len()
    }

    /// Writes the journal without them. Acts of which nothing is left vanish.
    pub(super) fn write(&self, case: &Case<'_>) -> Result<(), Fault> {
        let mut entries = BTreeSet::new();
        for id in &self.gone {
            let sql = "DELETE FROM change WHERE id = ?1 RETURNING entry";
            entries.insert(case.conn.prepare_cached(sql)?.query_row([id], |r| r.get::<_, Id>(0))?);
        }
        for (id, before, after) in &self.rewritten {
            let sql = "UPDATE change SET before = ?2, after = ?3 WHERE id = ?1";
            case.conn.prepare_cached(sql)?.execute(params![id, before, after])?;
        }
        for (id, label) in &self.labels {
            case.conn
                .prepare_cached("UPDATE entry SET label = ?2 WHERE id = ?1")?
                .execute(params![id, label])?;
        }
        for entry in entries {
            let sql =
                "DELETE FROM entry WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM change WHERE entry = ?1)";
            case.conn.prepare_cached(sql)?.execute([entry])?;
        }
        Ok(())
    }
}

/// The image without them, and whether anything was taken out. Links to them lead nowhere.
fn image(
    (case, documents): (&Case<'_>, &Documents),
    table: &str,
    place: Option<Place>,
    json: &str,
) -> (String, bool) {
    let Ok(Json::Object(mut members)) = serde_json::from_str::<Json>(json) else {
        return (json.to_owned(), false);
    };
    let near = case.near(place);
    let known = place.map(|p| &case.tables[p.0]);
    let left = documents.image(case, table, &members);
    let mut taken = left.is_some();
    if let Some(left) = left {
        members.insert("document".to_owned(), Json::String(left));
    }
    for (column, value) in &mut members {
        let link = known.and_then(|t| t.links.iter().find(|l| l.column == *column && l.to == "person"));
        if link.is_some() && value.as_i64().is_some_and(|id| case.ids.contains(&id)) {
            *value = Json::Null;
            taken = true;
        } else if column != "uid" && super::shape::is_words(table, column) {
            taken |= case.take_out(value, near);
        }
    }
    if taken { (Json::Object(members).to_string(), true) } else { (json.to_owned(), false) }
}

/// The labels that betray them, without it: of what an act was called only the arguments are words.
fn labels(case: &Case<'_>, acts: &HashMap<Id, BTreeSet<usize>>) -> Result<Vec<(Id, String)>, Fault> {
    let mut found = Vec::new();
    let mut statement = case.conn.prepare("SELECT id, label FROM entry WHERE label <> ''")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (id, label): (Id, String) = (row.get(0)?, row.get(1)?);
        let Ok(mut json) = serde_json::from_str::<Json>(&label) else { continue };
        let near = acts.get(&id).map_or(Near::Elsewhere, Near::With);
        let mut taken = false;
        for arg in json.get_mut("args").and_then(Json::as_array_mut).into_iter().flatten() {
            taken |= arg.get_mut(1).is_some_and(|value| case.take_out(value, near));
        }
        if taken {
            found.push((id, json.to_string()));
        }
    }
    Ok(found)
}
