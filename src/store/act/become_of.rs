//! What an insight becomes: a possible sale, or an initiative of a plan.
use chrono::NaiveDate;

use crate::domain::Id;
use crate::domain::day::plus_months;
use crate::domain::explain::Explain;
use crate::domain::field::{Link, Record};
use crate::domain::kind::Kind;
use crate::domain::market::Insight;
use crate::domain::opportunity::Opportunity;
use crate::domain::plan::Initiative;
use crate::domain::value::Value;
use crate::store::fault::Fault;
use crate::store::{Outcome, Store, Tx};

/// What it becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Became {
    /// A possible sale to that account.
    Opportunity(Id),
    /// An initiative of that objective.
    Initiative(Id),
}

/// Months that an initiative takes of which nothing else is known.
const MONTHS: i32 = 3;

/// Makes it and links the insight with it; one that has become something already is refused.
pub(super) fn become_of(
    store: &mut Store,
    insight: Id,
    became: Became,
    today: NaiveDate,
) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        let mut record = tx.record(Kind::Insight, insight)?;
        let known = record.any().downcast_ref::<Insight>().cloned();
        let Some(of) = known else { return Err(Fault::Missing { kind: Kind::Insight, id: insight }) };
        if of.opportunity.is_some() || of.initiative.is_some() {
            return Err(Explain::new("growth-insights-became-already").with("name", &of.name).into());
        }
        let (mut made, field): (Box<dyn Record>, _) = match became {
            Became::Opportunity(account) => (Box::new(opportunity(&of, account)), "opportunity"),
            Became::Initiative(objective) => (Box::new(initiative(tx, &of, objective, today)?), "initiative"),
        };
        let id = tx.insert(made.as_mut())?;
        record.set(field, Value::Link(id))?;
        tx.update(record.as_mut())?;
        Ok(Explain::new("act-became").with("kind", made.kind().name()).with("name", &of.name))
    })
}

/// What was learned, and from whom.
fn notes(of: &Insight) -> String {
    [of.text.as_str(), of.source.as_str()]
        .into_iter()
        .filter(|t| !t.is_empty())
        .collect::<Vec<_>>()
        .join("\n\n")
}

fn opportunity(of: &Insight, account: Id) -> Opportunity {
    Opportunity {
        name: of.name.clone(),
        account: Some(Link(account)),
        competitor: of.competitor,
        notes: notes(of),
        ..Opportunity::fresh()
    }
}

/// From today on; within its plan where that ends before.
fn initiative(tx: &Tx<'_>, of: &Insight, objective: Id, today: NaiveDate) -> Result<Initiative, Fault> {
    let plan = match tx.record(Kind::Objective, objective)?.get("plan") {
        Value::Link(plan) => tx.record(Kind::Plan, plan)?.get("ends_on"),
        _ => Value::Empty,
    };
    let usual = plus_months(today, MONTHS);
    let ends_on = match plan {
        Value::Day(last) if last >= today => usual.min(last),
        _ => usual,
    };
    Ok(Initiative {
        name: of.name.clone(),
        objective: Some(Link(objective)),
        starts_on: Some(today),
        ends_on: Some(ends_on),
        notes: notes(of),
        ..Initiative::default()
    })
}
