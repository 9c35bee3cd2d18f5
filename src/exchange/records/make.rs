//! Records that rows of tables make or fill, and how they are told.
use super::join::Tables;
use super::row::Draft;
use super::twin::Twin;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::{Kind, Title};
use crate::domain::merge::fill;
use crate::domain::value::Value;
use crate::exchange::join::{Import, kept, title};
use crate::exchange::plan::{Action, Candidate, Row};
use crate::store::fault::Fault;

/// Why a row is of another book only: what keeps quiet knows its record by number, and here that number is another record.
pub(super) fn elsewhere(
    draft: &Draft,
    tables: &Tables,
    import: &Import<'_>,
) -> Result<Option<Explain>, Fault> {
    let about = draft.record.kind() == Kind::Mute && !draft.record.get("subject").is_empty();
    let head = draft.record.head();
    let foreign = about && tables.filled && !head.uid.is_empty();
    let known = foreign && import.shelf.store.id_of_uid(Kind::Mute, &head.uid)?.is_some();
    Ok((foreign && !known).then(|| Explain::new("import-json-mute")))
}

/// Makes a record. One that comes with its uid keeps the number that it had, if the book has none of its kind, and what became of it
/// until now, if that comes too.
pub(super) fn create(
    draft: &Draft,
    twin: Twin,
    tables: &Tables,
    import: &mut Import<'_>,
) -> Result<Id, Fault> {
    let kind = draft.record.kind();
    let name = called(draft.record.as_ref(), import)?;
    let history = match kind {
        Kind::Account => tables.kinds.contains(&Kind::Promotion),
        Kind::Opportunity => tables.kinds.contains(&Kind::Step),
        _ => true,
    };
    let number = draft.number.filter(|_| history && !draft.record.head().uid.is_empty());
    let id = import.shelf.add(draft.record.clone(), number)?;
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

/// Fills the record that a row means with what the row says.
pub(super) fn merge(draft: &Draft, id: Id, by_uid: bool, import: &mut Import<'_>) -> Result<Id, Fault> {
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
pub(super) fn called(record: &dyn Record, import: &Import<'_>) -> Result<String, Fault> {
    match record.kind().row().title {
        Title::Of(field, of) => match record.get(field) {
            Value::Link(id) => Ok(title(import.shelf.get(of, id)?.as_ref())),
            _ => Ok(String::new()),
        },
        Title::Fields(_) => Ok(title(record)),
    }
}
