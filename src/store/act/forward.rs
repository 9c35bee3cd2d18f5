//! Last year's plan carried forward: a draft for the time after it, without what is done.
use std::collections::HashMap;

use chrono::NaiveDate;

use super::save::{name, plan as checks};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::{Entity, Link};
use crate::domain::kind::Kind;
use crate::domain::plan::forward::{self, Shift};
use crate::domain::plan::{Initiative, Milestone, Plan};
use crate::store::fault::Fault;
use crate::store::{Outcome, Store, Tx};

/// Copies a plan to the time after its end, or to that first day. The first record it touches is the new plan.
///
/// # Errors
/// `plan-overlaps` where the account has an open plan at that time (refused), and faults of the file.
pub(super) fn copy(
    store: &mut Store,
    id: Id,
    start: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        let old: Plan = typed(tx, id)?;
        let required =
            || Explain::new("field-required").with("kind", Kind::Plan.name()).with("field", "ends_on");
        let (mut new, shift) = forward::plan(&old, start).ok_or_else(required)?;
        checks::before_writing(tx, &mut new)?;
        let plan = tx.insert(&mut new)?;
        let initiatives = copy_parts(tx, id, plan, shift)?;
        let account = new.account.map(|Link(account)| name(tx, Kind::Account, account)).transpose()?;
        let label = Explain::new("act-plan-copied").with("name", &new.name).with("count", initiatives);
        let label = label.with("account", account.unwrap_or_default());
        Ok(new.starts_on.into_iter().fold(label, |label, day| label.with("day", day)))
    })
}

/// Objectives, initiatives and milestones that are not over; returns how many initiatives came along.
fn copy_parts(tx: &Tx<'_>, old: Id, new: Id, shift: Shift) -> Result<usize, Fault> {
    let mut numbers: HashMap<Id, Id> = HashMap::new();
    let mut waiting: Vec<(Id, Vec<Link>)> = Vec::new();
    for objective in below(tx, "SELECT id FROM objective WHERE plan = ?1 ORDER BY id", old)? {
        let Some(mut copied) = forward::objective(&typed(tx, objective)?, new) else { continue };
        let to = tx.insert(&mut copied)?;
        for initiative in below(tx, "SELECT id FROM initiative WHERE objective = ?1 ORDER BY id", objective)?
        {
            let before: Initiative = typed(tx, initiative)?;
            let Some(mut copied) = forward::initiative(&before, to, shift) else { continue };
            let number = tx.insert(&mut copied)?;
            numbers.insert(initiative, number);
            waiting.push((number, before.after));
            for milestone in
                below(tx, "SELECT id FROM milestone WHERE initiative = ?1 ORDER BY id", initiative)?
            {
                if let Some(mut copied) =
                    forward::milestone(&typed::<Milestone>(tx, milestone)?, number, shift)
                {
                    tx.insert(&mut copied)?;
                }
            }
        }
    }
    // What is done is not waited for.
    for (number, after) in waiting {
        let after: Vec<Link> =
            after.iter().filter_map(|Link(id)| numbers.get(id).copied().map(Link)).collect();
        if !after.is_empty() {
            let mut initiative: Initiative = typed(tx, number)?;
            initiative.after = after;
            tx.update(&mut initiative)?;
        }
    }
    Ok(numbers.len())
}

fn below(tx: &Tx<'_>, sql: &str, id: Id) -> Result<Vec<Id>, Fault> {
    let mut statement = tx.conn().prepare_cached(sql)?;
    Ok(statement.query_map([id], |r| r.get(0))?.collect::<Result<_, _>>()?)
}

fn typed<T: Entity>(tx: &Tx<'_>, id: Id) -> Result<T, Fault> {
    let record = tx.record(T::KIND, id)?;
    record.any().downcast_ref::<T>().cloned().ok_or(Fault::Missing { kind: T::KIND, id })
}
