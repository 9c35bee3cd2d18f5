//! A book read back: records are known by uid; what is not there comes with its uid, its links, and if it can its number.
mod circle;

use std::collections::HashMap;

use serde_json::{Map, Value as Json};

use super::scan::{Parts, parts};
use super::value::{Field, of_json};
use super::{FORMAT, VERSION};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::{Record, check_required};
use crate::domain::kind::Kind;
use crate::domain::merge::{Merged, fill};
use crate::domain::text::clean_line;
use crate::domain::value::{FieldKind, Value};
use crate::exchange::draft::{Refusal, short};
use crate::exchange::join::{Import, Places, kept, title};
use crate::exchange::plan::{Action, Row};
use crate::store::fault::Fault;

/// A record of the document that is being joined.
struct Incoming {
    line: usize,
    record: Box<dyn Record>,
    number: Option<Id>,
    links: Vec<(&'static str, FieldKind, Vec<String>)>,
    notes: Vec<Explain>,
}

/// The numbers, negative for new ones, of the records of the document.
type Known = HashMap<(Kind, String), Id>;

/// Reads a book; the inner error is why it is none.
pub(in crate::exchange) fn read(text: &str, import: &mut Import<'_>) -> Result<Result<(), Explain>, Fault> {
    let parts = parts(text);
    if let Err(why) = is_book(&parts) {
        return Ok(Err(why));
    }
    let mut known = Known::new();
    // In the order in which each kind refers only to earlier ones and to itself.
    for kind in Kind::ALL {
        let items = parts.arrays.iter().filter(|(key, _)| *key == kind.name()).flat_map(|(_, items)| items);
        let mut incoming = Vec::new();
        for (line, text) in items {
            match of_text(kind, *line, text, import, &known)? {
                Ok(record) => incoming.push(record),
                Err(refusal) => import.refuse(Some(kind), refusal),
            }
        }
        join(kind, incoming, import, &mut known)?;
    }
    for (key, items) in parts.arrays.iter().filter(|(key, _)| Kind::named(key).is_none()) {
        let line = items.first().map_or(0, |(line, _)| *line);
        let why = Explain::new("import-json-section").with("text", short(key));
        import.refuse(None, Refusal::new(line, why.with("count", items.len())));
    }
    if let Some(line) = parts.broken {
        import.refuse(None, Refusal::new(line, Explain::new("import-json-broken")));
    }
    import.forget_names();
    Ok(Ok(()))
}

fn is_book(parts: &Parts<'_>) -> Result<(), Explain> {
    let value = |key| {
        let text = parts.values.iter().find(|(k, _)| *k == key).map(|(_, text)| *text)?;
        serde_json::from_str::<Json>(text).ok()
    };
    if value("format").as_ref().and_then(Json::as_str) != Some(FORMAT) {
        return Err(Explain::new("import-json-foreign"));
    }
    match value("version").as_ref().and_then(Json::as_i64) {
        Some(version) if version > VERSION => Err(Explain::new("import-json-newer").with("version", version)),
        Some(1..) => Ok(()),
        Some(_) | None => Err(Explain::new("import-json-foreign")),
    }
}

/// A record from its text, its required links found.
fn of_text(
    kind: Kind,
    line: usize,
    text: &str,
    import: &Import<'_>,
    known: &Known,
) -> Result<Result<Incoming, Refusal>, Fault> {
    let Ok(Json::Object(object)) = serde_json::from_str(text) else {
        return Ok(Err(Refusal::new(line, Explain::new("import-json-record"))));
    };
    let mut incoming = of_object(kind, line, &object)?;
    let required: Vec<_> = kind.specs().into_iter().filter(|s| s.required).map(|s| s.name).collect();
    for (field, to, uids) in incoming.links.iter().filter(|(f, ..)| required.contains(f)) {
        if let Some(value) = linked(*to, uids, import, known)? {
            incoming.record.set(field, value)?;
        }
    }
    Ok(match check_required(incoming.record.as_ref()) {
        Ok(()) => Ok(incoming),
        Err(why) => {
            let mut why = vec![why];
            why.extend(incoming.notes);
            Err(Refusal { line, name: title(incoming.record.as_ref()), why })
        }
    })
}

fn of_object(kind: Kind, line: usize, object: &Map<String, Json>) -> Result<Incoming, Explain> {
    let mut incoming =
        Incoming { line, record: kind.blank(), number: None, links: Vec::new(), notes: Vec::new() };
    let specs = kind.specs();
    for (key, json) in object {
        let note = |note: &str| Explain::new(note).with("kind", kind.name()).with("field", short(key));
        match (key.as_str(), specs.iter().find(|s| s.name == key)) {
            ("uid", None) => {
                incoming.record.head_mut().uid = json.as_str().map(clean_line).unwrap_or_default();
            }
            ("id", None) => incoming.number = json.as_i64().filter(|n| *n > 0),
            (_, None) => incoming.notes.push(note("import-json-unknown-field")),
            (_, Some(spec)) => match of_json(spec.kind, json) {
                Some(Field::Plain(value)) => incoming.record.set(spec.name, value)?,
                Some(Field::Leads(uids)) => incoming.links.push((spec.name, spec.kind, uids)),
                None => incoming.notes.push(note("import-json-field")),
            },
        }
    }
    Ok(incoming)
}

/// The link as a value: `None` if a record that it leads to is neither in the document nor in the book.
fn linked(
    kind: FieldKind,
    uids: &[String],
    import: &Import<'_>,
    known: &Known,
) -> Result<Option<Value>, Fault> {
    let find = |to: Kind, uid: &String| -> Result<Option<Id>, Fault> {
        let uid = clean_line(uid);
        match known.get(&(to, uid.clone())) {
            Some(id) => Ok(Some(*id)),
            None => import.shelf.store.id_of_uid(to, &uid),
        }
    };
    Ok(match kind {
        FieldKind::Link(to) => match uids.first() {
            Some(uid) => find(to, uid)?.map(Value::Link),
            None => None,
        },
        FieldKind::Links(to) => {
            let ids = uids.iter().map(|uid| find(to, uid)).collect::<Result<Option<Vec<_>>, _>>()?;
            ids.map(Value::Links)
        }
        _ => None,
    })
}

/// Joins the records of one kind: first all of them get their numbers, then they may lead to each other.
fn join(
    kind: Kind,
    incoming: Vec<Incoming>,
    import: &mut Import<'_>,
    known: &mut Known,
) -> Result<(), Fault> {
    let mut ids = Vec::new();
    let incoming = not_elsewhere(kind, incoming, import)?;
    for new in &incoming {
        let key = (kind, new.record.head().uid.clone());
        let there = match known.get(&key) {
            Some(id) => Some(*id),
            None if kind == Kind::Settings => Some(1),
            None => match import.shelf.store.id_of_uid(kind, &key.1)? {
                None => twin(new, import, known)?,
                there => there,
            },
        };
        let id = match there {
            Some(id) => id,
            None => import.shelf.add(new.record.clone(), new.number),
        };
        if !key.1.is_empty() {
            known.insert(key, id);
        }
        if let Some(only) = only_one(new, import, known)? {
            known.entry((kind, only)).or_insert(id);
        }
        ids.push((id, there.is_none()));
    }
    let places = if kind == Kind::Membership { Places::of(&mut import.shelf)? } else { Places::default() };
    for (mut new, (id, is_new)) in incoming.into_iter().zip(ids) {
        for (field, to, uids) in std::mem::take(&mut new.links) {
            if let Some(value) = linked(to, &uids, import, known)? {
                new.record.set(field, value)?;
            } else {
                let note = Explain::new("import-json-link").with("kind", kind.name());
                new.notes.push(note.with("field", field));
            }
        }
        if circle::leads_back(&mut new, (id, is_new), import, &places)? {
            if is_new {
                known.remove(&(kind, new.record.head().uid.clone()));
            }
            continue;
        }
        let record = new.record.as_ref();
        let merged = import.shelf.change(kind, id, |r| fill(r, record).map(|m| (!m.filled.is_empty(), m)))?;
        let row = row(kind, id, is_new, new, merged, import)?;
        import.rows.push(row);
    }
    Ok(())
}

/// Refuses what is of another book.
fn not_elsewhere(
    kind: Kind,
    incoming: Vec<Incoming>,
    import: &mut Import<'_>,
) -> Result<Vec<Incoming>, Fault> {
    let filled = !import.shelf.store.records(Kind::Account, 0, 1)?.is_empty();
    let mut here = Vec::new();
    for new in incoming {
        if filled && is_elsewhere(&new, import)? {
            let (line, name) = (new.line, title(new.record.as_ref()));
            import.refuse(Some(kind), Refusal { line, name, why: vec![Explain::new("import-json-mute")] });
        } else {
            here.push(new);
        }
    }
    Ok(here)
}

/// What keeps quiet knows the record it is about by its number, and in another book that is another record.
fn is_elsewhere(new: &Incoming, import: &Import<'_>) -> Result<bool, Fault> {
    let about = new.record.kind() == Kind::Mute && !new.record.get("subject").is_empty();
    Ok(about && import.shelf.store.id_of_uid(Kind::Mute, &new.record.head().uid)?.is_none())
}

/// What there is only one of, as a text: the figure of an indicator in a period, the rate of a currency in a year.
fn only_one(new: &Incoming, import: &Import<'_>, known: &Known) -> Result<Option<String>, Fault> {
    let kpi = match new.links.iter().find(|(field, ..)| *field == "kpi") {
        Some((_, to, uids)) => linked(*to, uids, import, known)?,
        None => None,
    };
    Ok(match (new.record.kind(), kpi, new.record.get("period")) {
        (Kind::Target | Kind::Actual, Some(Value::Link(kpi)), Value::Period(period)) => {
            Some(format!("{kpi} {period}"))
        }
        (Kind::Rate, ..) => match (new.record.get("currency"), new.record.get("year")) {
            (Value::Text(currency), Value::Number(year)) => Some(format!("{currency} {year}")),
            _ => None,
        },
        _ => None,
    })
}

/// The record that stands where this one would: of the document, or of the book.
fn twin(new: &Incoming, import: &Import<'_>, known: &Known) -> Result<Option<Id>, Fault> {
    let Some(only) = only_one(new, import, known)? else { return Ok(None) };
    let kind = new.record.kind();
    if let Some(id) = known.get(&(kind, only.clone())) {
        return Ok(Some(*id));
    }
    let (first, second) = only.split_once(' ').unwrap_or_default();
    import.shelf.store.id_of_twin(kind, first, second)
}

fn row(
    kind: Kind,
    id: Id,
    is_new: bool,
    new: Incoming,
    merged: Merged,
    import: &mut Import<'_>,
) -> Result<Row, Fault> {
    let name = match kind {
        Kind::Membership => circle::name_of(new.record.as_ref(), import)?,
        _ => title(import.shelf.get(kind, id)?),
    };
    let action = match (is_new, merged.filled.is_empty()) {
        (true, _) => Action::Create,
        (false, false) => Action::Merge,
        (false, true) => Action::Same,
    };
    let mut why = new.notes;
    if !is_new && kind != Kind::Settings {
        why.insert(0, Explain::new("import-why-uid"));
    }
    why.extend(merged.kept.into_iter().map(kept));
    let fields = if is_new { Vec::new() } else { merged.filled };
    Ok(Row {
        file: import.file.clone(),
        line: new.line,
        kind: Some(kind),
        name,
        action,
        fields,
        renewed: Vec::new(),
        why,
    })
}
