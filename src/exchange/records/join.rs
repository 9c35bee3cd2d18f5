//! Rows of tables joined to the book: kind by kind, so that each may lead to what was read before it.
use super::Waiting;
use super::ahead::{Ahead, lead};
use super::columns::Heads;
use super::exported;
use super::links::Known;
use super::row::{Draft, Read, row};
use super::sound::broken;
use super::twin::{Twin, Twins};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::{Record, check_required};
use crate::domain::kind::Kind;
use crate::domain::merge::fill;
use crate::domain::value::{FieldKind, Value};
use crate::exchange::choices::Choice;
use crate::exchange::draft::{Refusal, short};
use crate::exchange::join::{Import, kept, title};
use crate::exchange::plan::{Action, Candidate, Row};
use crate::exchange::programs::few;
use crate::exchange::sheet::image;
use crate::lang::Words;
use crate::lang::value::Context;
use crate::store::fault::Fault;

/// What is known while the tables are joined.
#[derive(Default)]
struct Tables {
    known: Known,
    twins: Twins,
    ahead: Vec<Ahead>,
}

/// How many records are read at a time.
const PAGE: usize = 500;

/// Hands every record of a kind to `each`, those of the book and what is new.
pub(super) fn each(kind: Kind, import: &Import<'_>, each: &mut dyn FnMut(&dyn Record)) -> Result<(), Fault> {
    let mut after = 0;
    loop {
        let page = import.shelf.store.records(kind, after, PAGE)?;
        let Some(last) = page.last() else { break };
        after = last.head().id;
        for record in &page {
            each(record.as_ref());
        }
    }
    import.shelf.stage.each_new(kind, |new| {
        each(new.record.as_ref());
        Ok(())
    })
}

/// Joins the tables that were set aside.
pub(in crate::exchange) fn finish(import: &mut Import<'_>, cx: &Context<'_>) -> Result<(), Fault> {
    let mut waiting = std::mem::take(&mut import.waiting);
    // Each kind leads only to earlier ones and to itself.
    waiting.sort_by_key(|table| table.heads.kind);
    let mut tables = Tables::default();
    for kind in Kind::ALL {
        for table in waiting.iter().filter(|t| t.heads.kind == kind) {
            join(table, &mut tables, import, cx)?;
        }
        for ahead in std::mem::take(&mut tables.ahead) {
            lead(kind, &ahead, &tables.known, import)?;
        }
    }
    if !waiting.is_empty() {
        import.forget_names();
    }
    Ok(())
}

/// Joins the rows of a table.
fn join(
    table: &Waiting,
    tables: &mut Tables,
    import: &mut Import<'_>,
    cx: &Context<'_>,
) -> Result<(), Fault> {
    let kind = table.heads.kind;
    let words = table.heads.lang.map(Words::new);
    let cx = Context { words: words.as_ref().unwrap_or(cx.words), ..*cx };
    import.file = table.file.clone();
    import.sheet = table.sheet.clone();
    for spec in kind.specs() {
        if let FieldKind::Link(to) | FieldKind::Links(to) = spec.kind {
            tables.known.load(to, import)?;
        }
    }
    tables.known.load(kind, import)?;
    tables.twins.load(kind, import)?;
    let (mut examples, mut ends, mut after) = (0, 0, 0);
    while let Some(held) = import.shelf.stage.held(table.rows, after)? {
        after = held.n;
        import.compared()?;
        match row(held.line, &image::cells(&held.body), table, &cx) {
            None => {}
            Some(Read::Example) => examples += 1,
            Some(Read::Footer) => ends += 1,
            Some(Read::Refused(refusal)) => import.refuse(Some(kind), refusal)?,
            Some(Read::Draft(draft)) => take(draft, tables, import, &cx)?,
        }
    }
    import.shelf.stage.let_go(table.rows)?;
    for (line, why) in &table.refused {
        import.refuse(Some(kind), Refusal::new(*line, why.clone()))?;
    }
    tell(&table.heads, examples, import);
    if let Some(shape) = &table.heads.shape {
        import.notes.extend(shape.notes(&table.file, ends));
    }
    Ok(())
}

/// Says what was understood of a table.
fn tell(heads: &Heads, examples: usize, import: &mut Import<'_>) {
    let left = heads.columns.iter().zip(&heads.headers).filter(|(c, h)| c.is_none() && !h.is_empty());
    let left: Vec<_> = left.map(|(_, h)| h.clone()).collect();
    let told = Explain::new("import-file-table").with("file", &import.file).with("kind", heads.kind.name());
    let exported = heads.shape.as_ref().map(|shape| shape.told(&import.file, &left));
    import.files.push(exported.unwrap_or_else(|| told.with("unknown", few(&left))));
    if examples > 0 {
        import.notes.push(Explain::new("import-examples").with("file", &import.file).with("count", examples));
    }
    import.headers.extend(heads.headers.iter().cloned());
}

/// Finds what a row leads to, then the record that it is about, and makes or fills it.
fn take(
    mut draft: Draft,
    tables: &mut Tables,
    import: &mut Import<'_>,
    cx: &Context<'_>,
) -> Result<(), Fault> {
    let kind = draft.record.kind();
    if let Some(why) = linked(&mut draft, &mut tables.known, import)? {
        let refusal = draft.refusal(why);
        import.refuse(Some(kind), refusal)?;
        return Ok(());
    }
    draft.complete(cx)?;
    if let Err(why) = check_required(draft.record.as_ref()) {
        let refusal = draft.refusal(vec![why]);
        import.refuse(Some(kind), refusal)?;
        return Ok(());
    }
    let uid = draft.record.head().uid.clone();
    let of_uid = if uid.is_empty() { None } else { import.shelf.store.id_of_uid(kind, &uid)? };
    let chosen = import.chosen(draft.line, kind);
    if chosen == Some(Choice::Skip) {
        let row = import.row(draft.line, kind, called(draft.record.as_ref(), import)?, Action::Skip);
        return import.tell(row);
    }
    let twin = match (chosen, of_uid) {
        (Some(Choice::MergeInto(id)), _) | (_, Some(id)) => Twin::Same(id),
        // It stays known whom it is like, so that the choice can be taken back.
        (Some(Choice::CreateNew), None) => match tables.twins.find(draft.record.as_ref(), import)? {
            Twin::Same(id) | Twin::Like(id) => Twin::Like(id),
            Twin::None => Twin::None,
        },
        _ => tables.twins.find(draft.record.as_ref(), import)?,
    };
    if let Some(why) = broken(&draft, twin, import)? {
        let refusal = draft.refusal(vec![why]);
        return import.refuse(Some(kind), refusal);
    }
    let row = import.shelf.next_row.get();
    let id = match twin {
        Twin::Same(id) => merge(&draft, id, of_uid.is_some(), import)?,
        Twin::Like(_) | Twin::None => create(&draft, twin, import)?,
    };
    if let Some(number) = draft.number {
        tables.known.number(kind, number, id);
    }
    tables.known.learn(draft.record.as_ref(), id);
    tables.twins.learn(draft.record.as_ref(), id);
    import.takes(draft.record.as_ref(), id)?;
    let ahead = draft.ahead.into_iter();
    tables.ahead.extend(ahead.map(|(field, names)| Ahead { id, field, names, row }));
    Ok(())
}

/// Sets the links of a row; why they cannot be.
fn linked(
    draft: &mut Draft,
    known: &mut Known,
    import: &mut Import<'_>,
) -> Result<Option<Vec<Explain>>, Fault> {
    let mut links = std::mem::take(&mut draft.links);
    // The account first: it tells people and units of one name apart.
    links.sort_by_key(|(field, ..)| *field != "account");
    for (field, kind, names, head) in links {
        let here = if let Value::Link(id) = draft.record.get("account") { Some(id) } else { None };
        let (FieldKind::Link(to) | FieldKind::Links(to)) = kind else { continue };
        let mut ids = Vec::new();
        for name in &names {
            let found = match known.find(to, name, here, import) {
                Err(why) if to == Kind::Account => exported::account(name, why, draft, known, import)?,
                found => found,
            };
            match found {
                Ok(id) if ids.contains(&id) => {}
                Ok(id) => ids.push(id),
                Err(why) => {
                    return Ok(Some(vec![
                        Explain::new("import-csv-column").with("column", short(&head)),
                        why,
                    ]));
                }
            }
        }
        let one = matches!(kind, FieldKind::Link(_));
        let value =
            if one { ids.first().map_or(Value::Empty, |id| Value::Link(*id)) } else { Value::Links(ids) };
        draft.record.set(field, value)?;
    }
    Ok(None)
}

fn create(draft: &Draft, twin: Twin, import: &mut Import<'_>) -> Result<Id, Fault> {
    let kind = draft.record.kind();
    let name = called(draft.record.as_ref(), import)?;
    let id = import.shelf.add(draft.record.clone(), None)?;
    let mut row = import.row(draft.line, kind, name, Action::Create);
    if let Twin::Like(other) = twin {
        let number = if other > 0 { other.to_string() } else { "none".to_owned() };
        row.why.push(Explain::new("import-like").with("number", number));
        row.offers.merge.extend(candidate(kind, other, "import-why-name", import)?);
        row.offers.create = !row.offers.merge.is_empty();
    }
    import.tell(row)?;
    Ok(id)
}

/// A record of the book that may be chosen for a row.
fn candidate(kind: Kind, id: Id, why: &str, import: &Import<'_>) -> Result<Option<Candidate>, Fault> {
    if id < 0 {
        return Ok(None);
    }
    let name = called(import.shelf.get(kind, id)?.as_ref(), import)?;
    Ok(Some(Candidate { id, name, why: Explain::new(why) }))
}

fn merge(draft: &Draft, id: Id, by_uid: bool, import: &mut Import<'_>) -> Result<Id, Fault> {
    let kind = draft.record.kind();
    let bare = draft.bare()?;
    let merged = import.shelf.change(kind, id, |record| {
        let merged = fill(record, bare.as_ref())?;
        Ok((!merged.filled.is_empty(), merged))
    })?;
    let name = called(draft.record.as_ref(), import)?;
    let action = if merged.filled.is_empty() { Action::Same } else { Action::Merge };
    let mut row = import.row(draft.line, kind, name, action);
    let known_by = if by_uid { "import-why-uid" } else { "import-why-same" };
    if !by_uid && kind != Kind::Settings {
        row.offers.merge.extend(candidate(kind, id, known_by, import)?);
        row.offers.create = true;
    }
    row.why.push(Explain::new(known_by));
    row.why.extend(merged.kept.into_iter().map(kept));
    import.tell(Row { fields: merged.filled, ..row })?;
    Ok(id)
}

/// What a record is called in a plan: itself, else what it is about.
fn called(record: &dyn Record, import: &Import<'_>) -> Result<String, Fault> {
    use crate::domain::kind::Title;
    match record.kind().row().title {
        Title::Of(field, of) => match record.get(field) {
            Value::Link(id) => Ok(title(import.shelf.get(of, id)?.as_ref())),
            _ => Ok(String::new()),
        },
        Title::Fields(_) => Ok(title(record)),
    }
}
