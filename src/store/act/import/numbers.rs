//! The numbers that new records get, in the place of the negative ones that they had.
use crate::domain::Id;
use crate::domain::field::Record;
use crate::domain::value::{FieldKind, Value};
use crate::store::fault::Fault;

/// The numbers given to records that had negative ones, by those; 0 is none yet.
#[derive(Default)]
pub(super) struct Numbers(Vec<Id>);

impl Numbers {
    /// The number that was given to a record; its own where none was.
    pub(super) fn given(&self, id: Id) -> Id {
        let at = usize::try_from(-id).ok().filter(|at| *at > 0);
        let given = at.and_then(|at| self.0.get(at)).copied().unwrap_or_default();
        if given == 0 { id } else { given }
    }

    /// Gives a number.
    pub(super) fn give(&mut self, id: Id, number: Id) {
        let Ok(at) = usize::try_from(-id) else { return };
        if self.0.len() <= at {
            self.0.resize(at + 1, 0);
        }
        if let Some(place) = self.0.get_mut(at) {
            *place = number;
        }
    }
}

/// Puts the given numbers into the record's links.
pub(super) fn relink(record: &mut dyn Record, numbers: &Numbers) -> Result<(), Fault> {
    let given = |id: Id| numbers.given(id);
    for (place, spec) in record.kind().specs().into_iter().enumerate() {
        if !matches!(spec.kind, FieldKind::Link(_) | FieldKind::Links(_)) {
            continue;
        }
        match record.get_at(place) {
            Value::Link(id) if id < 0 => record.set(spec.name, Value::Link(given(id)))?,
            Value::Links(ids) if ids.iter().any(|id| *id < 0) => {
                record.set(spec.name, Value::Links(ids.into_iter().map(given).collect()))?;
            }
            _ => {}
        }
    }
    Ok(())
}
