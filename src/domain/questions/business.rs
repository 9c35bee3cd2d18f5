//! Questions about the business: promises, problems, contracts, figures, sales, satisfaction.
use std::cmp::Reverse;

use chrono::NaiveDate;

use super::{Behind, Inputs, Question, Rule, fresh_reading, said};
use crate::domain::choice::{BuyingRole, Severity, Side, Stage};
use crate::domain::day::days_between;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::needs::OpenPromise;
use crate::domain::opportunity::Contract;
use crate::domain::problem::Problem;
use crate::domain::score::{Figure, Input};
use crate::domain::scorecard::Rag;

/// Days before its end in which a contract is at stake, and in which it is worth a word.
const NEAR: i64 = 90;
const AHEAD: i64 = 180;
/// Days before its close in which a sale is about to be decided.
const CLOSING: i64 = 30;
/// An answer of so many of ten or fewer is a bad one.
const LOW: f64 = 6.0;

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

fn open(problem: &Problem, today: NaiveDate) -> bool {
    problem.closed_on.is_none_or(|on| on > today)
}

/// The worst open problem, of several the oldest.
pub(super) fn problem(rule: Rule, inputs: &Inputs, today: NaiveDate) -> Option<Question> {
    let severe = |p: &&Problem| (p.severity == Some(Severity::High)) == (rule == Rule::SevereProblem);
    let found = inputs.problems.iter().filter(|p| open(p, today)).filter(severe);
    let worst = found.min_by_key(|p| (Reverse(p.severity), p.opened_on, p.head.id))?;
    let since = worst.opened_on?;
    let input = Input::new(
        Explain::new("question-input-problem").with("name", &worst.name),
        Figure::Days(days_between(since, today)),
    );
    let ask = Explain::new("question-problem").with("text", first_line(&worst.name));
    let why = Explain::new("question-why-problem").with("day", since);
    let host = inputs.host(&[BuyingRole::User]);
    let evidence = input.on(since).of(Kind::Problem, worst.head.id);
    Some(Question::new(rule, host, ask, why, evidence))
}

/// The next contract to end that does not go on by itself; of one that does, the one whose notice is near.
pub(super) fn contract(rule: Rule, inputs: &Inputs, today: NaiveDate) -> Option<Question> {
    let matters = |c: &Contract| if c.renews { c.notice_by() } else { c.ends_on };
    let left = |c: &Contract| Some(days_between(today, matters(c)?));
    let in_time = |days: i64| match rule {
        Rule::ContractNear => (0..=NEAR).contains(&days),
        _ => (NEAR + 1..=AHEAD).contains(&days),
    };
    let found = inputs.contracts.iter().filter(|c| left(c).is_some_and(in_time));
    let next = found.min_by_key(|c| (matters(c), c.head.id))?;
    let (on, name) = (matters(next)?, first_line(&next.name));
    let near = rule == Rule::ContractNear && !next.renews;
    let ask = Explain::new(if near { "question-contract-near" } else { "question-contract" });
    let why = if next.renews { "question-why-notice" } else { "question-why-contract" };
    let evidence = Input::new(
        Explain::new("question-input-contract").with("name", name),
        Figure::Days(days_between(today, on)),
    );
    let host = inputs.host(&[BuyingRole::Decider, BuyingRole::Buyer]);
    let why = Explain::new(why).with("day", on);
    let evidence = evidence.on(on).of(Kind::Contract, next.head.id);
    Some(Question::new(rule, host, ask.with("text", name), why, evidence))
}

/// A promise that is late: how many days, whose.
fn late(inputs: &Inputs, side: Side, today: NaiveDate) -> Option<(i64, &OpenPromise)> {
    let awake = |p: &&OpenPromise| p.snoozed_until.is_none_or(|until| until <= today);
    let found = inputs.promises.iter().filter(|p| p.side == side).filter(awake);
    let late = found.filter_map(|p| Some((days_between(p.due?, today), p))).filter(|(days, _)| *days > 0);
    // One of somebody who is there can be spoken of best.
    let here = |p: &OpenPromise| p.counterpart.is_some_and(|c| inputs.attends(c));
    late.max_by_key(|(days, p)| (here(p), *days, Reverse(p.id)))
}

fn overdue(rule: Rule, inputs: &Inputs, (days, promise): (i64, &OpenPromise), keys: [&str; 2]) -> Question {
    let theirs = promise.counterpart.and_then(|c| inputs.there().find(|m| m.person == c));
    let ask = Explain::new(keys[usize::from(theirs.is_none())]).with("text", first_line(&promise.text));
    let why = Explain::new("question-why-late").with("days", days);
    let label = Explain::new("health-input-late");
    let input = Input::new(label, Figure::Days(days)).of(Kind::Commitment, promise.id);
    let evidence = promise.due.iter().fold(input, |input, due| input.on(*due));
    let question = Question::new(rule, theirs.or_else(|| inputs.host(&[])), ask, why, evidence);
    Question { absent: theirs.is_none(), ..question }
}

pub(super) fn theirs_overdue(inputs: &Inputs, today: NaiveDate) -> Option<Question> {
    let keys = ["question-theirs-overdue", "question-theirs-overdue-absent"];
    Some(overdue(Rule::TheirsOverdue, inputs, late(inputs, Side::Theirs, today)?, keys))
}

pub(super) fn ours_overdue(inputs: &Inputs, today: NaiveDate) -> Option<Question> {
    let keys = ["question-ours-overdue"; 2];
    Some(overdue(Rule::OursOverdue, inputs, late(inputs, Side::Ours, today)?, keys))
}

/// What they do in the plan and is late, first what somebody does who is there, then what is latest.
pub(super) fn theirs_behind(inputs: &Inputs) -> Option<Question> {
    let rank = |b: &&Behind| (inputs.attends(b.theirs), b.days, Reverse(b.initiative));
    let late = inputs.behind.iter().max_by_key(rank)?;
    let theirs = inputs.there().find(|m| m.person == late.theirs);
    let keys = ["question-theirs-behind", "question-theirs-behind-absent"];
    let ask = Explain::new(keys[usize::from(theirs.is_none())]).with("text", first_line(&late.name));
    let why = Explain::new("question-why-late").with("days", late.days);
    let label = Explain::new("question-input-initiative").with("name", &late.name);
    let evidence = Input::new(label, Figure::Days(late.days)).of(Kind::Initiative, late.initiative);
    let host = theirs.or_else(|| inputs.host(&[]));
    let question = Question::new(Rule::TheirsBehind, host, ask, why, evidence);
    Some(Question { absent: theirs.is_none(), ..question })
}

/// One that the client feels too: what is worked out from our own log interests nobody there.
pub(super) fn indicator_off(inputs: &Inputs) -> Option<Question> {
    let rank = |rag: &Rag| match rag {
        Rag::Off => Some(0),
        Rag::AtRisk => Some(1),
        Rag::OnTrack | Rag::Stale | Rag::Unknown(_) => None,
    };
    let shared = inputs.indicators.iter().filter(|i| !i.computed);
    let found = shared.filter_map(|i| Some((rank(&i.rag)?, i)));
    // What they buy is asked about last: it is our figure more than theirs.
    let (worst, one) = found.min_by_key(|(rank, i)| (*rank, i.revenue))?;
    let ask = if one.revenue {
        Explain::new("question-revenue-off")
    } else {
        Explain::new("question-indicator-off").with("text", &one.name)
    };
    let state = if worst == 0 { "indicator-off-track" } else { "indicator-at-risk" };
    let why = Explain::new("question-why-indicator").with("text", &one.name).with("seats", state);
    let label = Explain::new("health-input-indicator").with("name", &one.name);
    let input = said(label, Explain::new(state)).of(Kind::Kpi, one.kpi);
    let evidence = one.as_of.iter().fold(input, |input, day| input.on(*day));
    let host = inputs.host(&[BuyingRole::User]);
    Some(Question::new(Rule::IndicatorOff, host, ask, why, evidence))
}

pub(super) fn sale_near(inputs: &Inputs, today: NaiveDate) -> Option<Question> {
    let late_stage = |s: Option<Stage>| match s {
        Some(Stage::Proposal | Stage::Negotiation | Stage::Verbal) => true,
        Some(Stage::Identified | Stage::Qualified | Stage::Won | Stage::Lost) | None => false,
    };
    let offered = inputs.sales.iter().filter(|s| late_stage(s.stage));
    let soon = offered.filter_map(|s| Some((s.closes_on?, s)));
    let soon = soon.filter(|(on, _)| days_between(today, *on) <= CLOSING);
    let (on, sale) = soon.min_by_key(|(on, s)| (*on, s.head.id))?;
    let label = Explain::new("health-input-opportunity").with("name", &sale.name);
    let days = Figure::Days(days_between(today, on));
    let evidence = Input::new(label, days).on(on).of(Kind::Opportunity, sale.head.id);
    let ask = Explain::new("question-sale").with("text", first_line(&sale.name));
    let why = Explain::new("question-why-sale").with("day", on);
    let host = inputs.host(&[BuyingRole::Decider, BuyingRole::Buyer]);
    Some(Question::new(Rule::SaleNear, host, ask, why, evidence))
}

/// A bad answer is followed up; without a fresh one it is asked for, but not where nobody was ever spoken to.
pub(super) fn rating(rule: Rule, inputs: &Inputs, today: NaiveDate) -> Option<Question> {
    let host = inputs.host(&[BuyingRole::Decider, BuyingRole::User])?;
    let label = || Explain::new("health-input-reading");
    let points = |r: &crate::domain::health::Reading| {
        Input::new(label(), Figure::Plain(r.score)).on(r.day).of(Kind::Reading, r.id)
    };
    if rule == Rule::LowRating {
        let low = fresh_reading(inputs, today).filter(|r| r.score <= LOW)?;
        let ask = Explain::new("question-low-rating").with("score", low.score);
        let why = Explain::new("question-why-rating").with("score", low.score).with("day", low.day);
        return Some(Question::new(rule, Some(host), ask, why, points(low)));
    }
    if fresh_reading(inputs, today).is_some() || inputs.members.iter().all(|m| m.last.is_none()) {
        return None;
    }
    let (why, evidence) = if let Some(old) = &inputs.reading {
        (Explain::new("question-why-rating-old").with("day", old.day), points(old))
    } else {
        let never = Explain::new("health-no-reading");
        let input = said(label(), never.clone());
        (never, Input { source: inputs.here(), ..input })
    };
    Some(Question::new(rule, Some(host), Explain::new("question-rating"), why, evidence))
}
