//! Parts of a plan that are reached, and promises that hang on them.
use chrono::NaiveDate;

use super::save::{few, name_of, plan};
use crate::domain::Id;
use crate::domain::choice::{Choice, ObjectiveStatus};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::store::fault::Fault;
use crate::store::{Outcome, Store};

/// Milestones, initiatives or objectives reached today; if all of them are reached already, open again.
///
/// # Errors
/// `act-cannot-achieve` for another kind (refused), and faults of the file.
pub(super) fn achieved(
    store: &mut Store,
    kind: Kind,
    ids: &[Id],
    today: NaiveDate,
) -> Result<Outcome, Fault> {
    let reached = Value::Choice(ObjectiveStatus::Reached.name());
    let open = Value::Choice(ObjectiveStatus::Open.name());
    let (field, over, again) = match kind {
        Kind::Milestone | Kind::Initiative => ("done_on", Value::Day(today), Value::Empty),
        Kind::Objective => ("status", reached, open),
        _ => return Err(Explain::new("act-cannot-achieve").into()),
    };
    let is_over = |value: &Value| match kind {
        Kind::Objective => *value == over,
        _ => !value.is_empty(),
    };
    store.act(today, |tx| {
        let mut records = ids.iter().map(|id| tx.record(kind, *id)).collect::<Result<Vec<_>, _>>()?;
        let reopen = records.iter().all(|r| is_over(&r.get(field)));
        let mut names = Vec::new();
        for record in &mut records {
            names.push(name_of(tx, record.as_ref())?);
            if reopen || !is_over(&record.get(field)) {
                record.set(field, if reopen { again.clone() } else { over.clone() })?;
                tx.update(record.as_mut())?;
            }
        }
        let key = if reopen { "act-unachieved" } else { "act-achieved" };
        Ok(Explain::new(key).with("count", ids.len()).with("name", few(names)))
    })
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
