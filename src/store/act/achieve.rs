//! Parts of a plan that are reached, and promises that hang on them.
use chrono::NaiveDate;

use super::save::{few, name_of, plan};
use crate::domain::Id;
use crate::domain::choice::{Choice, ObjectiveStatus};
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::store::fault::Fault;
use crate::store::{Outcome, Store};

/// Milestones, initiatives or objectives reached today; if all of them are reached already, open again.
///
/// # Errors
/// Refused: `act-achieved-nothing` without any, `act-cannot-achieve` for another kind. And faults of the file.
pub(super) fn achieved(store: &mut Store, parts: &[(Kind, Id)], today: NaiveDate) -> Result<Outcome, Fault> {
    // Nothing at all would be reached already, all of it.
    if parts.is_empty() {
        return Err(Explain::new("act-achieved-nothing").into());
    }
    store.act(today, |tx| {
        let part = |(kind, id): &(Kind, Id)| Ok((tx.record(*kind, *id)?, Over::of(*kind, today)?));
        let mut parts = parts.iter().map(part).collect::<Result<Vec<_>, Fault>>()?;
        let reopen = parts.iter().all(|(record, over)| over.holds(record.as_ref()));
        let mut names = Vec::new();
        for (record, over) in &mut parts {
            names.push(name_of(tx, record.as_ref())?);
            if reopen || !over.holds(record.as_ref()) {
                record.set(over.field, if reopen { over.open.clone() } else { over.closed.clone() })?;
                tx.update(record.as_mut())?;
            }
        }
        let key = if reopen { "act-unachieved" } else { "act-achieved" };
        Ok(Explain::new(key).with("count", parts.len()).with("name", few(names)))
    })
}

/// What says of a part of a plan that it is over.
struct Over {
    field: &'static str,
    closed: Value,
    open: Value,
}

impl Over {
    fn of(kind: Kind, today: NaiveDate) -> Result<Self, Explain> {
        match kind {
            Kind::Milestone | Kind::Initiative => {
                Ok(Self { field: "done_on", closed: Value::Day(today), open: Value::Empty })
            }
            Kind::Objective => Ok(Self {
                field: "status",
                closed: Value::Choice(ObjectiveStatus::Reached.name()),
                open: Value::Choice(ObjectiveStatus::Open.name()),
            }),
            _ => Err(Explain::new("act-cannot-achieve")),
        }
    }

    fn holds(&self, record: &dyn Record) -> bool {
        match record.get(self.field) {
            Value::Day(_) => true,
            value => value == self.closed,
        }
    }
}

/// Promises hang on that initiative from now on, or on none.
///
/// # Errors
/// `plan-promise-elsewhere` (refused), and faults of the file.
pub(super) fn attach(
    store: &mut Store,
    promises: &[Id],
    initiative: Option<Id>,
    today: NaiveDate,
) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        let mut names = Vec::new();
        for id in promises {
            let mut promise = tx.record(Kind::Commitment, *id)?;
            promise.set("initiative", initiative.map_or(Value::Empty, Value::Link))?;
            plan::before_writing(tx, promise.as_mut())?;
            tx.update(promise.as_mut())?;
            names.push(name_of(tx, promise.as_ref())?);
        }
        let key = if initiative.is_some() { "act-attached" } else { "act-detached" };
        let to = initiative.map(|id| super::save::name(tx, Kind::Initiative, id)).transpose()?;
        let label = Explain::new(key).with("count", promises.len()).with("name", few(names));
        Ok(to.into_iter().fold(label, |label, to| label.with("initiative", to)))
    })
}
