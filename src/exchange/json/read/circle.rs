//! A line of a book that would lead back to where it began.
use super::Incoming;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::org::not_to_itself;
use crate::domain::value::Value;
use crate::exchange::draft::Refusal;
use crate::exchange::join::{Import, line_field, line_target, title};
use crate::store::fault::Fault;
use crate::store::stage::Topic;

/// Refuses a record whose line would lead back to where it began, and takes it from the shelf if it is new. Its number is `id`.
pub(super) fn leads_back(
    new: &mut Incoming,
    (id, is_new): (Id, bool),
    import: &mut Import<'_>,
) -> Result<bool, Fault> {
    let Some(why) = circle(new, id, import)? else { return Ok(false) };
    refuse(new, (id, is_new), why, import)?;
    Ok(true)
}

/// Refuses a record that had its number already.
pub(super) fn refuse(
    new: &Incoming,
    (id, is_new): (Id, bool),
    why: Explain,
    import: &mut Import<'_>,
) -> Result<(), Fault> {
    let kind = new.record.kind();
    if is_new {
        import.shelf.take_back(kind, id)?;
        import.shelf.stage.unlearn(Topic::Uid, &(kind, new.record.head().uid.as_str()), id)?;
    }
    let name = name_of(new.record.as_ref(), import)?;
    import.refuse(Some(kind), Refusal { line: new.line, name, why: vec![why] })
}

/// Why a place with a boss is refused: the line would lead back to where it began. An account or unit, on which others hang, only
/// loses the line and says so.
fn circle(new: &mut Incoming, id: Id, import: &mut Import<'_>) -> Result<Option<Explain>, Fault> {
    let kind = new.record.kind();
    if let (Kind::Membership, Err(why)) = (kind, not_to_itself(new.record.as_ref())) {
        return Ok(Some(why));
    }
    let (Some(field), Some(to)) = (line_field(kind), line_target(new.record.as_ref())) else {
        return Ok(None);
    };
    let why = import.leads_back(kind, id, to)?;
    if why.is_none() || kind == Kind::Membership {
        return Ok(why);
    }
    new.record.set(field, Value::Empty)?;
    new.notes.extend(why);
    Ok(None)
}

/// What a record is called: a place by the name of its person.
pub(super) fn name_of(record: &dyn Record, import: &mut Import<'_>) -> Result<String, Fault> {
    match record.get("person") {
        Value::Link(person) if record.kind() == Kind::Membership => import.name_of(Kind::Person, person),
        _ => Ok(title(record)),
    }
}
