//! A record of a book that would break a rule beside what is there.
use super::{Incoming, circle};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::merge::fill;
use crate::domain::value::Value;
use crate::exchange::join::Import;
use crate::store::act::rules::are_for;
use crate::store::fault::Fault;

/// Refuses a record that would break a rule, and takes it from the shelf if it is new. An initiative, for which others may wait, only
/// loses what it waits for and says so. Its number is `id`.
pub(super) fn breaks(
    new: &mut Incoming,
    (id, is_new): (Id, bool),
    import: &mut Import<'_>,
) -> Result<bool, Fault> {
    if !are_for(new.record.kind()) {
        return Ok(false);
    }
    let Some(why) = broken(new, (id, is_new), import)? else {
        import.takes(new.record.as_ref(), id)?;
        return Ok(false);
    };
    if new.record.kind() == Kind::Initiative {
        new.record.set("after", Value::Empty)?;
        new.notes.push(why);
        return Ok(false);
    }
    circle::refuse(new, (id, is_new), why, import)?;
    Ok(true)
}

/// The rule that the record would break as the document leaves it.
fn broken(new: &Incoming, (id, is_new): (Id, bool), import: &Import<'_>) -> Result<Option<Explain>, Fault> {
    let mut record = import.shelf.get(new.record.kind(), id)?;
    let filled = fill(record.as_mut(), new.record.as_ref())?.filled;
    if filled.is_empty() && !is_new { Ok(None) } else { import.broken(record.as_mut(), id < 0) }
}
