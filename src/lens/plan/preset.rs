//! What a new part of a plan begins with: what belongs below the place first, then what belongs beside it.
use chrono::{Datelike, NaiveDate};

use super::tree::lines::Item;
use crate::command::{Effect, FormOf};
use crate::domain::Id;
use crate::domain::choice::{Choice, Side};
use crate::domain::day::{day, plus_days, plus_months};
use crate::domain::kind::Kind;
use crate::domain::plan::term::LEAST;
use crate::domain::value::Value;
use crate::lens::Cx;
use crate::store::query::plans::Plans;

/// Days until a promise that is proposed falls due.
const A_WEEK: i64 = 7;

/// What `n` opens or offers at a place of the plans; at none a plan of the account in scope.
pub(super) fn new_record(plans: &Plans, at: Option<Item<'_>>, cx: &Cx<'_>) -> Effect {
    let plan = |account| new_plan(plans, account, cx);
    let mut forms = match at {
        None => vec![plan(cx.scope)],
        Some(Item::Without(account, _)) => vec![plan(Some(account))],
        Some(Item::Plan(p)) => vec![objective(p.plan.head.id, p.account), plan(Some(p.account))],
        Some(item @ Item::Objective(p, o)) => vec![
            initiative(item, o.objective.head.id, cx),
            objective(p.plan.head.id, p.account),
            plan(Some(p.account)),
        ],
        Some(item @ Item::Initiative(p, o, i)) => vec![
            milestone(p.account, i.initiative.head.id, i.initiative.ends_on),
            promise(p.account, i.initiative.head.id, cx),
            initiative(item, o.objective.head.id, cx),
            objective(p.plan.head.id, p.account),
        ],
        Some(item @ (Item::Milestone(p, i, _) | Item::Promise(p, i, _))) => {
            let of = i.initiative.head.id;
            let objective = i.initiative.objective.map_or(0, |l| l.0);
            let mut forms = vec![milestone(p.account, of, i.initiative.ends_on), promise(p.account, of, cx)];
            if matches!(item, Item::Promise(..)) {
                forms.swap(0, 1);
            }
            forms.push(initiative(item, objective, cx));
            forms
        }
    };
    match forms.len() {
        1 => Effect::OpenForm(forms.remove(0)),
        _ => Effect::Offer(forms, 0),
    }
}

/// A plan of a year: after the last one of the account, else from this month on.
fn new_plan(plans: &Plans, account: Option<Id>, cx: &Cx<'_>) -> FormOf {
    let of = plans.plans.iter().filter(|p| Some(p.account) == account);
    let last = of.filter_map(|p| p.plan.ends_on).max().map(|end| plus_days(end, 1));
    let from = last.filter(|d| *d >= cx.today).unwrap_or_else(|| day(cx.today.year(), cx.today.month(), 1));
    let to = plus_days(plus_months(from, LEAST), -1);
    let name = if from.year() == to.year() {
        to.year().to_string()
    } else {
        format!("{}/{:02}", from.year(), to.year().rem_euclid(100))
    };
    let mut preset =
        vec![("name", Value::Text(name)), ("starts_on", Value::Day(from)), ("ends_on", Value::Day(to))];
    preset.extend(account.map(|id| ("account", Value::Link(id))));
    FormOf { preset, ..FormOf::new(Kind::Plan, account) }
}

fn form(kind: Kind, account: Id, preset: Vec<(&'static str, Value)>) -> FormOf {
    FormOf { preset, ..FormOf::new(kind, Some(account)) }
}

fn objective(plan: Id, account: Id) -> FormOf {
    form(Kind::Objective, account, vec![("plan", Value::Link(plan))])
}

/// From today, or from the first day of its plan, to the end of it.
fn initiative(item: Item<'_>, objective: Id, cx: &Cx<'_>) -> FormOf {
    let mut preset = vec![("objective", Value::Link(objective))];
    if let Some((from, to)) = item.plan().and_then(|p| p.plan.days()) {
        let from = from.max(cx.today).min(to);
        preset.extend([("starts_on", Value::Day(from)), ("ends_on", Value::Day(to))]);
    }
    form(Kind::Initiative, item.account(), preset)
}

fn milestone(account: Id, initiative: Id, due: Option<NaiveDate>) -> FormOf {
    let mut preset = vec![("initiative", Value::Link(initiative))];
    preset.extend(due.map(|due| ("due", Value::Day(due))));
    form(Kind::Milestone, account, preset)
}

fn promise(account: Id, initiative: Id, cx: &Cx<'_>) -> FormOf {
    let preset = vec![
        ("account", Value::Link(account)),
        ("side", Value::Choice(Side::Ours.name())),
        ("initiative", Value::Link(initiative)),
        ("due", Value::Day(plus_days(cx.today, A_WEEK))),
    ];
    form(Kind::Commitment, account, preset)
}
