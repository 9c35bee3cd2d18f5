//! What is looked at when a plan or a part of one is written: its days, its indicator, what it waits for, whose promise it is.
use super::name;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::{Link, Record};
use crate::domain::kind::Kind;
use crate::domain::plan::chain::{circle, refusal};
use crate::domain::plan::{Initiative, Objective, Plan};
use crate::domain::value::Value;
use crate::store::act::rules::Around;
use crate::store::fault::Fault;

/// Checks a part of a plan by itself: its days.
///
/// # Errors
/// What [`Plan::check`] and [`Initiative::check`] refuse.
pub(in crate::store::act) fn holds(part: &dyn Record) -> Result<(), Explain> {
    if let Some(plan) = part.any().downcast_ref::<Plan>() {
        return plan.check();
    }
    part.any().downcast_ref::<Initiative>().map_or(Ok(()), Initiative::check)
}

/// Checks a part of a plan before it is written. A promise that hangs on an initiative is one of its account.
pub(in crate::store::act) fn before_writing(
    around: &impl Around,
    part: &mut dyn Record,
) -> Result<(), Fault> {
    holds(part)?;
    if let Some(plan) = part.any().downcast_ref::<Plan>() {
        return alone(around, plan);
    }
    if let Some(objective) = part.any().downcast_ref::<Objective>() {
        return measured(around, objective);
    }
    if let Some(initiative) = part.any().downcast_ref::<Initiative>() {
        return waits(around, initiative);
    }
    if let (Kind::Commitment, Value::Link(initiative)) = (part.kind(), part.get("initiative")) {
        return promised(around, part, initiative);
    }
    Ok(())
}

/// Two open plans of an account have no day in common.
fn alone(around: &impl Around, plan: &Plan) -> Result<(), Fault> {
    let (Some((from, to)), Some(Link(account)), true) = (plan.days(), plan.account, plan.is_open()) else {
        return Ok(());
    };
    let plans = around.plans_of(account)?;
    let others = plans.iter().filter_map(|other| other.any().downcast_ref::<Plan>());
    let others = others.filter(|other| other.head.id != plan.head.id && other.is_open());
    let common = others.filter_map(|other| Some((other.days()?, other.head.id, &other.name)));
    let first = common.filter(|((start, end), ..)| *start <= to && *end >= from).min();
    let Some(((from, to), _, other)) = first else { return Ok(()) };
    let refused = Explain::new("plan-overlaps").with("account", name(around, Kind::Account, account)?);
    Err(refused.with("other", other).with("from", from).with("to", to).into())
}

/// Of which account a part of a plan is.
fn account_of(around: &impl Around, initiative: Id) -> Result<Option<Id>, Fault> {
    let mut at = (Kind::Initiative, initiative);
    for (field, kind) in [("objective", Kind::Objective), ("plan", Kind::Plan), ("account", Kind::Account)] {
        let here = match around.record(at.0, at.1) {
            Err(Fault::Missing { .. }) => return Ok(None),
            here => here?,
        };
        let Value::Link(to) = here.get(field) else { return Ok(None) };
        at = (kind, to);
    }
    Ok(Some(at.1))
}

/// The indicator of an objective is one of its account, or of the whole portfolio.
fn measured(around: &impl Around, objective: &Objective) -> Result<(), Fault> {
    let (Some(Link(kpi)), Some(Link(plan))) = (objective.kpi, objective.plan) else { return Ok(()) };
    let (account, of) = (around.record(Kind::Plan, plan)?.get("account"), around.record(Kind::Kpi, kpi)?);
    let elsewhere = !of.get("account").is_empty() && of.get("account") != account;
    let Value::Link(account) = account else { return Ok(()) };
    if !elsewhere {
        return Ok(());
    }
    let refused = Explain::new("plan-kpi-elsewhere").with("kpi", name(around, Kind::Kpi, kpi)?);
    Err(refused.with("account", name(around, Kind::Account, account)?).into())
}

/// It waits for nothing that waits for it, and for nothing of another client.
fn waits(around: &impl Around, initiative: &Initiative) -> Result<(), Fault> {
    let id = initiative.head.id;
    let after: Vec<Id> = initiative.after.iter().map(|link| link.0).collect();
    if after.is_empty() {
        return Ok(());
    }
    let before = |id: Id| -> Result<Vec<Id>, Fault> {
        Ok(match around.record(Kind::Initiative, id)?.get("after") {
            Value::Links(ids) => ids,
            _ => Vec::new(),
        })
    };
    let way = if id == 0 { None } else { circle(id, &after, before)? };
    if let Some(way) = way {
        // The first and last is the one being written: it is called as it will be.
        let called =
            |at: Id| if at == id { Ok(initiative.name.clone()) } else { name(around, Kind::Initiative, at) };
        let names = way.into_iter().map(called).collect::<Result<Vec<_>, _>>()?;
        return Err(refusal(&names).into());
    }
    let Some(Link(objective)) = initiative.objective else { return Ok(()) };
    let plan = around.record(Kind::Objective, objective)?.get("plan");
    let Value::Link(plan) = plan else { return Ok(()) };
    let here = around.record(Kind::Plan, plan)?.get("account");
    for first in after {
        if account_of(around, first)?.map(Value::Link) != Some(here.clone()) {
            let refused =
                Explain::new("plan-waits-elsewhere").with("name", name(around, Kind::Initiative, first)?);
            return Err(refused.into());
        }
    }
    Ok(())
}

/// A promise takes the account of its initiative, unless it is one of another client.
fn promised(around: &impl Around, part: &mut dyn Record, initiative: Id) -> Result<(), Fault> {
    let Some(account) = account_of(around, initiative)? else { return Ok(()) };
    match part.get("account") {
        Value::Link(own) if own != account => {
            let refused = Explain::new("plan-promise-elsewhere");
            let refused = refused.with("name", name(around, Kind::Initiative, initiative)?);
            Err(refused.with("account", name(around, Kind::Account, account)?).into())
        }
        Value::Link(_) => Ok(()),
        _ => Ok(part.set("account", Value::Link(account))?),
    }
}
