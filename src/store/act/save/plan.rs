//! What is looked at when a plan or a part of one is written: its days, its indicator, what it waits for, whose promise it is.
use rusqlite::{OptionalExtension, params};

use super::name;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::{Link, Record};
use crate::domain::kind::Kind;
use crate::domain::plan::chain::{circle, refusal};
use crate::domain::plan::{Initiative, Objective, Plan};
use crate::domain::value::Value;
use crate::store::Tx;
use crate::store::fault::Fault;

/// Checks a part of a plan before it is written. A promise that hangs on an initiative is one of its account.
pub(in crate::store::act) fn before_writing(tx: &Tx<'_>, part: &mut dyn Record) -> Result<(), Fault> {
    if let Some(plan) = part.any().downcast_ref::<Plan>() {
        plan.check()?;
        return alone(tx, plan);
    }
    if let Some(objective) = part.any().downcast_ref::<Objective>() {
        return measured(tx, objective);
    }
    if let Some(initiative) = part.any().downcast_ref::<Initiative>() {
        initiative.check()?;
        return waits(tx, initiative);
    }
    if let (Kind::Commitment, Value::Link(initiative)) = (part.kind(), part.get("initiative")) {
        return promised(tx, part, initiative);
    }
    Ok(())
}

/// Two open plans of an account have no day in common.
fn alone(tx: &Tx<'_>, plan: &Plan) -> Result<(), Fault> {
    let (Some((from, to)), Some(Link(account)), true) = (plan.days(), plan.account, plan.is_open()) else {
        return Ok(());
    };
    let sql = "SELECT name, starts_on, ends_on FROM plan
        WHERE account = ?1 AND id <> ?2 AND status <> 'closed' AND starts_on <= ?4 AND ends_on >= ?3
        ORDER BY starts_on, id LIMIT 1";
    let other: Option<(String, String, String)> = tx
        .conn()
        .prepare_cached(sql)?
        .query_row(params![account, plan.head.id, from.to_string(), to.to_string()], |r| {
            Ok((r.get(0)?, r.get(1)?, r.get(2)?))
        })
        .optional()?;
    let Some((other, from, to)) = other else { return Ok(()) };
    let refused = Explain::new("plan-overlaps").with("account", name(tx, Kind::Account, account)?);
    Err(refused.with("other", other).with("from", from).with("to", to).into())
}

/// Of which account a part of a plan is.
fn account_of(tx: &Tx<'_>, initiative: Id) -> Result<Option<Id>, Fault> {
    let sql = "SELECT p.account FROM initiative i JOIN objective o ON o.id = i.objective
        JOIN plan p ON p.id = o.plan WHERE i.id = ?1";
    Ok(tx.conn().prepare_cached(sql)?.query_row([initiative], |r| r.get(0)).optional()?)
}

/// The indicator of an objective is one of its account, or of the whole portfolio.
fn measured(tx: &Tx<'_>, objective: &Objective) -> Result<(), Fault> {
    let (Some(Link(kpi)), Some(Link(plan))) = (objective.kpi, objective.plan) else { return Ok(()) };
    let (account, of) = (tx.record(Kind::Plan, plan)?.get("account"), tx.record(Kind::Kpi, kpi)?);
    let elsewhere = !of.get("account").is_empty() && of.get("account") != account;
    let Value::Link(account) = account else { return Ok(()) };
    if !elsewhere {
        return Ok(());
    }
    let refused = Explain::new("plan-kpi-elsewhere").with("kpi", name(tx, Kind::Kpi, kpi)?);
    Err(refused.with("account", name(tx, Kind::Account, account)?).into())
}

/// It waits for nothing that waits for it, and for nothing of another client.
fn waits(tx: &Tx<'_>, initiative: &Initiative) -> Result<(), Fault> {
    let id = initiative.head.id;
    let after: Vec<Id> = initiative.after.iter().map(|link| link.0).collect();
    if after.is_empty() {
        return Ok(());
    }
    let before = |id: Id| -> Result<Vec<Id>, Fault> {
        let mut statement = tx
            .conn()
            .prepare_cached("SELECT other FROM initiative_after WHERE initiative = ?1 ORDER BY id")?;
        Ok(statement.query_map([id], |r| r.get(0))?.collect::<Result<_, _>>()?)
    };
    let way = if id == 0 { None } else { circle(id, &after, before)? };
    if let Some(way) = way {
        // The first and last is the one being written: it is called as it will be.
        let called =
            |at: Id| if at == id { Ok(initiative.name.clone()) } else { name(tx, Kind::Initiative, at) };
        let names = way.into_iter().map(called).collect::<Result<Vec<_>, _>>()?;
        return Err(refusal(&names).into());
    }
    let Some(Link(objective)) = initiative.objective else { return Ok(()) };
    let plan = tx.record(Kind::Objective, objective)?.get("plan");
    let Value::Link(plan) = plan else { return Ok(()) };
    let here = tx.record(Kind::Plan, plan)?.get("account");
    for first in after {
        if account_of(tx, first)?.map(Value::Link) != Some(here.clone()) {
            let refused =
                Explain::new("plan-waits-elsewhere").with("name", name(tx, Kind::Initiative, first)?);
            return Err(refused.into());
        }
    }
    Ok(())
}

/// A promise takes the account of its initiative, unless it is one of another client.
fn promised(tx: &Tx<'_>, part: &mut dyn Record, initiative: Id) -> Result<(), Fault> {
    let Some(account) = account_of(tx, initiative)? else { return Ok(()) };
    match part.get("account") {
        Value::Link(own) if own != account => {
            let refused = Explain::new("plan-promise-elsewhere");
            let refused = refused.with("name", name(tx, Kind::Initiative, initiative)?);
            Err(refused.with("account", name(tx, Kind::Account, account)?).into())
        }
        Value::Link(_) => Ok(()),
        _ => Ok(part.set("account", Value::Link(account))?),
    }
}
