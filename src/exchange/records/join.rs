//! Rows of tables joined to the book: kind by kind, so that each may lead to what was read before it.
use super::Waiting;
use super::ahead::{Ahead, lead};
use super::columns::Heads;
use super::exported;
use super::facts;
use super::links::Known;
use super::make::{called, create, elsewhere, merge};
use super::row::{Draft, Read, row};
use super::sound::broken;
use super::twin::{Twin, Twins};
use crate::domain::explain::Explain;
use crate::domain::field::{Record, check_required};
use crate::domain::kind::Kind;
use crate::domain::value::{FieldKind, Value};
use crate::exchange::choices::Choice;
use crate::exchange::draft::{Refusal, short};
use crate::exchange::join::Import;
use crate::exchange::plan::Action;
use crate::exchange::programs::few;
use crate::exchange::sheet::image;
use crate::lang::Words;
use crate::lang::value::Context;
use crate::store::fault::Fault;
use crate::store::stage::Topic;

/// What is known while the tables are joined.
#[derive(Default)]
pub(super) struct Tables {
    known: Known,
    twins: Twins,
    ahead: Vec<Ahead>,
    /// The kinds of all tables.
    pub(super) kinds: Vec<Kind>,
    /// Whether the book had something before.
    pub(super) filled: bool,
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
    let kinds = waiting.iter().map(|table| table.heads.kind).collect();
    let filled = !import.shelf.store.bare_records(Kind::Account, 0, 1)?.is_empty();
    let mut tables = Tables { kinds, filled, ..Tables::default() };
    for kind in Kind::ALL {
        for table in &waiting {
            let beside = table.heads.places.as_deref();
            for heads in std::iter::once(&table.heads).chain(beside).filter(|heads| heads.kind == kind) {
                join(table, heads, &mut tables, import, cx)?;
            }
        }
        for ahead in std::mem::take(&mut tables.ahead) {
            lead(kind, &ahead, &tables.known, import)?;
        }
    }
    if tables.kinds.contains(&Kind::Fact) {
        facts::settle(import)?;
    }
    if !waiting.is_empty() {
        import.forget_names();
    }
    Ok(())
}

/// Joins the rows of a table.
fn join(
    table: &Waiting,
    heads: &Heads,
    tables: &mut Tables,
    import: &mut Import<'_>,
    cx: &Context<'_>,
) -> Result<(), Fault> {
    let kind = heads.kind;
    let words = heads.lang.map(Words::new);
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
    if heads.own && matches!(kind, Kind::Account | Kind::Person) {
        // Before its rows are among them.
        import.names()?;
    }
    let (mut examples, mut ends, mut after) = (0, 0, 0);
    while let Some(held) = import.shelf.stage.held(table.rows, after)? {
        after = held.n;
        import.compared()?;
        match row(held.line, &image::cells(&held.body), heads, !table.sheet.is_empty(), &cx) {
            None => {}
            Some(Read::Example) => examples += 1,
            Some(Read::Footer) => ends += 1,
            Some(Read::Refused(refusal)) => import.refuse(Some(kind), refusal)?,
            Some(Read::Draft(draft)) => take(draft, tables, import, &cx)?,
        }
    }
    if heads.places.is_none() {
        import.shelf.stage.let_go(table.rows)?;
    }
    if heads.is_beside() {
        // The rows and their heads were told with the people.
        return Ok(());
    }
    for (line, why) in &table.refused {
        import.refuse(Some(kind), Refusal::new(*line, why.clone()))?;
    }
    tell(heads, examples, import);
    if let Some(shape) = &heads.shape {
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
    if let Some(why) = elsewhere(&draft, tables, import)? {
        let refusal = draft.refusal(vec![why]);
        return import.refuse(Some(kind), refusal);
    }
    let uid = draft.record.head().uid.clone();
    let of_uid = import.of_uid(kind, &uid)?;
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
        Twin::Like(_) | Twin::None => create(&draft, twin, tables, import)?,
    };
    if !uid.is_empty() {
        import.shelf.stage.learn(Topic::Uid, &(kind, uid.as_str()), id)?;
    }
    if let Some(number) = draft.number {
        tables.known.number(kind, number, id);
    }
    tables.known.learn(draft.record.as_ref(), id);
    tables.twins.learn(draft.record.as_ref(), id);
    import.takes(draft.record.as_ref(), id)?;
    tables.ahead.extend(draft.leads.into_iter().map(|lead| Ahead { id, lead, row }));
    Ok(())
}

/// Sets the links of a row; why they cannot be.
fn linked(
    draft: &mut Draft,
    known: &mut Known,
    import: &mut Import<'_>,
) -> Result<Option<Vec<Explain>>, Fault> {
    let own = draft.record.kind();
    let mut leads = std::mem::take(&mut draft.leads);
    // The account first: it tells people and units of one name apart.
    leads.sort_by_key(|lead| lead.spec.name != "account");
    for lead in leads {
        let here = if let Value::Link(id) = draft.record.get("account") { Some(id) } else { None };
        let to = match lead.spec.kind {
            FieldKind::Link(to) | FieldKind::Links(to) if to != own => to,
            // What is of the same kind may stand further down.
            _ => {
                draft.leads.push(lead);
                continue;
            }
        };
        let mut ids = Vec::new();
        for (at, target) in lead.targets(to, here, known, import)?.into_iter().enumerate() {
            let name = lead.names.get(at).map_or("", String::as_str);
            let target = match target {
                Err(why) if to == Kind::Account => exported::account(name, why, draft, known, import)?,
                found => found,
            };
            match target {
                Ok(id) if ids.contains(&id) => {}
                Ok(id) => ids.push(id),
                Err(why) => {
                    let place = Explain::new("import-csv-column").with("column", short(&lead.head));
                    return Ok(Some(vec![place, why]));
                }
            }
        }
        let one = matches!(lead.spec.kind, FieldKind::Link(_));
        let value =
            if one { ids.first().map_or(Value::Empty, |id| Value::Link(*id)) } else { Value::Links(ids) };
        draft.record.set(lead.spec.name, value)?;
    }
    Ok(None)
}
