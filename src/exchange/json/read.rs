//! A book read back: records are known by uid; what is not there comes with its uid, its links, and if it can its number.
mod circle;
mod document;
mod older;
mod once;
mod rules;

use serde_json::{Map, Value as Json};

use self::document::Document;
use super::scan;
use super::value::{Field, of_json};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::{Record, check_required};
use crate::domain::kind::Kind;
use crate::domain::merge::{Merged, fill};
use crate::domain::text::clean_line;
use crate::domain::value::{FieldKind, Value};
use crate::exchange::choices::Choice;
use crate::exchange::draft::{Refusal, short};
use crate::exchange::join::{Import, kept, title};
use crate::exchange::plan::{Action, Row};
use crate::exchange::source::{Source, failed};
use crate::store::fault::Fault;
use crate::store::stage::{Pile, Topic};

/// A record of the document that is being joined.
struct Incoming {
    line: usize,
    record: Box<dyn Record>,
    number: Option<Id>,
    links: Vec<(&'static str, FieldKind, Vec<String>)>,
    notes: Vec<Explain>,
}

/// Reads a book; the inner error is why it is none.
pub(in crate::exchange) fn read(
    source: &Source,
    import: &mut Import<'_>,
) -> Result<Result<(), Explain>, Fault> {
    let mut document = Document::default();
    let read = scan::each(source.bytes(), |part| document.take(part, import))?;
    let broken = match read.map_err(|error| failed(&error)).and_then(|at| document.is_book().map(|()| at)) {
        Ok(broken) => broken,
        Err(why) => {
            document.let_go(import)?;
            return Ok(Err(why));
        }
    };
    // Every record gets its number, then it leads where it leads.
    import.to_compare += 2 * document.count;
    // In the order in which each kind refers only to earlier ones and to itself.
    for (kind, pile) in Kind::ALL.into_iter().filter_map(|kind| Some((kind, document.of(kind)?))) {
        join(kind, pile, import)?;
    }
    document.let_go(import)?;
    document.refuse_rest(import)?;
    if let Some(line) = broken {
        import.refuse(None, Refusal::new(line, Explain::new("import-json-broken")))?;
    }
    import.forget_names();
    Ok(Ok(()))
}

/// A record from its text, its required links found.
fn of_text(
    kind: Kind,
    line: usize,
    text: &str,
    import: &Import<'_>,
) -> Result<Result<Incoming, Refusal>, Fault> {
    let Ok(Json::Object(object)) = serde_json::from_str(text) else {
        return Ok(Err(Refusal::new(line, Explain::new("import-json-record"))));
    };
    let mut incoming = of_object(kind, line, &object)?;
    let required: Vec<_> = kind.specs().into_iter().filter(|s| s.required).map(|s| s.name).collect();
    for (field, to, uids) in incoming.links.iter().filter(|(f, ..)| required.contains(f)) {
        if let Some(value) = linked(*to, uids, import)? {
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
            (key, None) if older::has_moved(kind, key, object) => {}
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
fn linked(kind: FieldKind, uids: &[String], import: &Import<'_>) -> Result<Option<Value>, Fault> {
    let find = |to: Kind, uid: &String| -> Result<Option<Id>, Fault> {
        let uid = clean_line(uid);
        match of_document(to, &uid, import)? {
            Some(id) => Ok(Some(id)),
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

/// The number of a record of the documents that were read, negative for a new one.
fn of_document(kind: Kind, uid: &str, import: &Import<'_>) -> Result<Option<Id>, Fault> {
    Ok(import.shelf.stage.known(Topic::Uid, &(kind, uid))?.first().copied())
}

/// Joins the records of one kind: first all of them get their numbers, then they may lead to each other.
fn join(kind: Kind, pile: Pile, import: &mut Import<'_>) -> Result<(), Fault> {
    if kind == Kind::Membership {
        // Where a line of reporting leads follows from the places.
        import.names()?;
    }
    let filled = !import.shelf.store.bare_records(Kind::Account, 0, 1)?.is_empty();
    let mut after = 0;
    while let Some(held) = import.shelf.stage.held(pile, after)? {
        after = held.n;
        import.compared()?;
        match of_text(kind, held.line, &held.body, import)? {
            Ok(new) => {
                if let Some(became) = number(kind, &new, filled, import)? {
                    import.shelf.stage.became(pile, held.n, became)?;
                }
            }
            Err(refusal) => import.refuse(Some(kind), refusal)?,
        }
    }
    after = 0;
    while let Some(held) = import.shelf.stage.held(pile, after)? {
        after = held.n;
        import.compared()?;
        if let Some(became) = held.became
            && let Ok(new) = of_text(kind, held.line, &held.body, import)?
        {
            lead(kind, new, became, import)?;
        }
    }
    Ok(())
}

/// Gives a record its number, unless it is left out; whether it is new.
fn number(
    kind: Kind,
    new: &Incoming,
    filled: bool,
    import: &mut Import<'_>,
) -> Result<Option<(Id, bool)>, Fault> {
    let name = || title(new.record.as_ref());
    if import.chosen(new.line, kind) == Some(Choice::Skip) {
        let row = import.row(new.line, kind, name(), Action::Skip);
        import.tell(row)?;
        return Ok(None);
    }
    if filled && once::is_elsewhere(new, import)? {
        let why = vec![Explain::new("import-json-mute")];
        import.refuse(Some(kind), Refusal { line: new.line, name: name(), why })?;
        return Ok(None);
    }
    if let Some(why) = import.broken_alone(new.record.as_ref(), true)? {
        import.refuse(Some(kind), Refusal { line: new.line, name: name(), why: vec![why] })?;
        return Ok(None);
    }
    let uid = new.record.head().uid.clone();
    let only = once::only_one(new, import)?;
    let there = match of_document(kind, &uid, import)? {
        Some(id) => Some(id),
        None if kind == Kind::Settings => Some(1),
        None => match import.shelf.store.id_of_uid(kind, &uid)? {
            None => once::twin(kind, only.as_deref(), import)?,
            there => there,
        },
    };
    let id = match there {
        Some(id) => id,
        None => import.shelf.add_known(new.record.clone(), new.number)?,
    };
    if !uid.is_empty() {
        import.shelf.stage.learn(Topic::Uid, &(kind, uid.as_str()), id)?;
    }
    if let Some(only) = only {
        import.shelf.stage.learn(Topic::Only, &(kind, only), id)?;
    }
    if there.is_none() && kind == Kind::Membership {
        let place = import.shelf.get(kind, id)?;
        import.names()?.learn(place.as_ref())?;
    }
    Ok(Some((id, there.is_none())))
}

/// Lets a record lead where it leads, and tells what becomes of it.
fn lead(
    kind: Kind,
    mut new: Incoming,
    (id, is_new): (Id, bool),
    import: &mut Import<'_>,
) -> Result<(), Fault> {
    for (field, to, uids) in std::mem::take(&mut new.links) {
        if let Some(value) = linked(to, &uids, import)? {
            new.record.set(field, value)?;
        } else {
            let note = Explain::new("import-json-link").with("kind", kind.name());
            new.notes.push(note.with("field", field));
        }
    }
    if circle::leads_back(&mut new, (id, is_new), import)? {
        return Ok(());
    }
    if rules::breaks(&mut new, (id, is_new), import)? {
        return Ok(());
    }
    let record = new.record.as_ref();
    let merged = import.shelf.change(kind, id, |r| fill(r, record).map(|m| (!m.filled.is_empty(), m)))?;
    let row = row(kind, id, is_new, new, merged, import)?;
    if is_new {
        import.shelf.stage.is_told_by(id, import.shelf.next_row.get())?;
    }
    import.tell(row)
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
        _ => import.name_of(kind, id)?,
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
    Ok(Row { fields, why, ..import.row(new.line, kind, name, action) })
}
