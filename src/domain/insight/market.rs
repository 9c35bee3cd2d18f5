//! What the rules find in plan, white space and time: 13 to 15.
use chrono::NaiveDate;

use super::{Act, Inputs, Insight, Rival, Rule};
use crate::domain::day::days_between;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::plan::term::FRESH;
use crate::domain::score::{Figure, Input};

/// Days before a competitor's contract ends from which it is time to speak.
const AHEAD: i64 = 180;
/// Points of share by which effort and value may differ.
const APART: f64 = 20.0;

/// 13: those that end first come first.
pub(super) fn rival_ends(inputs: &Inputs, today: NaiveDate) -> Vec<Insight> {
    let near = |r: &&Rival| (0..=AHEAD).contains(&days_between(today, r.ends));
    let mut near: Vec<_> = inputs.rivals.iter().filter(near).collect();
    near.sort_by_key(|r| (r.ends, r.cell));
    let told = |r: &Rival| {
        let days = days_between(today, r.ends);
        let explain =
            Explain::new("insight-rival-ends").with("rival", &r.competitor).with("offering", &r.offering);
        let explain = explain.with("unit", &r.unit).with("days", days);
        let input = Input::new(Explain::new("insight-input-contract-end"), Figure::Days(days));
        Insight {
            rule: Rule::RivalEnds,
            subject: (Kind::WhiteSpace, r.cell),
            explain,
            evidence: vec![input.on(r.ends).of(Kind::WhiteSpace, r.cell)],
            act: Act::Open(Kind::WhiteSpace, r.cell),
            more: 0,
        }
    };
    near.into_iter().map(told).collect()
}

/// 14: an active plan that was not gone through for 35 days, or never.
pub(super) fn plan_unreviewed(inputs: &Inputs, today: NaiveDate) -> Option<Insight> {
    let plan = inputs.plan.as_ref()?;
    let days = days_between(plan.reviewed.unwrap_or(plan.since), today);
    if days <= FRESH {
        return None;
    }
    let key = if plan.reviewed.is_some() { "insight-plan-unreviewed" } else { "insight-plan-never-reviewed" };
    let input = Input::new(Explain::new("health-input-reviewed"), Figure::Days(days)).of(Kind::Plan, plan.id);
    Some(Insight {
        rule: Rule::PlanUnreviewed,
        subject: (Kind::Plan, plan.id),
        explain: Explain::new(key).with("name", &plan.name).with("days", days),
        evidence: vec![plan.reviewed.into_iter().fold(input, Input::on)],
        act: Act::Open(Kind::Plan, plan.id),
        more: 0,
    })
}

/// 15: it takes much more, or much less, of the time than it is worth.
pub(super) fn effort_apart(inputs: &Inputs) -> Option<Insight> {
    let effort = inputs.effort?;
    let points = effort.apart();
    let (time, worth) = (effort.of_time, effort.of_worth);
    let key = if points > 0.0 { "insight-effort-much" } else { "insight-effort-little" };
    let share =
        |key, share| Input::new(Explain::new(key), Figure::Share(share)).of(Kind::Account, inputs.account);
    let percent = |share: f64| format!("{:.0}", share * 100.0);
    (points.abs() > APART).then(|| Insight {
        rule: Rule::EffortApart,
        subject: (Kind::Account, inputs.account),
        explain: Explain::new(key).with("time", percent(time)).with("worth", percent(worth)),
        evidence: vec![share("insight-input-time", time), share("insight-input-worth", worth)],
        act: Act::Open(Kind::Account, inputs.account),
        more: 0,
    })
}
