//! The rules that a row would break, seen before anything is written.
use super::row::Draft;
use super::twin::Twin;
use crate::domain::explain::Explain;
use crate::domain::merge::fill;
use crate::exchange::join::Import;
use crate::store::act::rules::are_for;
use crate::store::fault::Fault;

/// The rule that a record would break as a row leaves it, if any.
pub(super) fn broken(draft: &Draft, twin: Twin, import: &Import<'_>) -> Result<Option<Explain>, Fault> {
    if !are_for(draft.record.kind()) {
        return Ok(None);
    }
    let Twin::Same(id) = twin else {
        return import.broken(draft.record.clone().as_mut(), true);
    };
    let mut record = import.shelf.get(draft.record.kind(), id)?;
    let filled = fill(record.as_mut(), draft.bare()?.as_ref())?.filled;
    if filled.is_empty() { Ok(None) } else { import.broken(record.as_mut(), id < 0) }
}
