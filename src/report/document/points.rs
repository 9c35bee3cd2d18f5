//! What a review puts on the table: a fact, what it means, and what is asked because of it.
use chrono::NaiveDate;

use crate::domain::choice::{Choice, Nature, Severity, Side};
use crate::domain::commitment::Promise;
use crate::domain::day::{days_between, plus_days};
use crate::domain::kind::Kind;
use crate::domain::opportunity::Deadline;
use crate::domain::plan::course::Standing;
use crate::domain::score::Source;
use crate::domain::scorecard::Rag;
use crate::lang::value::Context;
use crate::lang::{choice, day};
use crate::report::block::Tone;
use crate::report::indicator::{Shown, in_short};
use crate::report::plan::standing_long;
use crate::store::query::portrait::Portrait;
use crate::store::query::scorecard::Indicator;

/// How many of a sort are told.
const OF_A_SORT: usize = 4;
/// Days ahead in which a contract is spoken of.
const NEAR: i64 = 180;

/// A point of a review.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// What it is about.
    pub about: String,
    /// What is so.
    pub fact: String,
    /// What follows from it.
    pub means: String,
    /// What is asked because of it.
    pub ask: String,
    /// How bad it is.
    pub tone: Tone,
    /// Where it stands.
    pub source: Option<Source>,
}

/// The points of an account: figures that are off, problems, what they owe, what is late, contracts about to end.
pub fn points(of: &Portrait, cx: &Context<'_>) -> Vec<Point> {
    let off = |one: &&Indicator| matches!(one.standing.rag, Rag::Off | Rag::AtRisk);
    let indicators = of.page.checkup.indicators.iter().filter(off).take(OF_A_SORT);
    let mut found: Vec<Point> = indicators.map(|one| figure(one, cx)).collect();
    found.extend(problems(of, cx));
    found.extend(owed(of, cx));
    found.extend(late(of, cx));
    found.extend(contracts(of, cx));
    found
}

fn figure(one: &Indicator, cx: &Context<'_>) -> Point {
    let words = cx.words;
    let shown = Shown { one, cx };
    let standing = &one.standing;
    let gap = standing.landing.as_ref().ok().and_then(|l| l.value().clone().and_then(|v| l.gap(v)).ok());
    let needed = standing.landing.as_ref().ok().and_then(|l| l.required.clone().ok());
    let means = match (gap.filter(|gap| *gap > 0.0), one.series.nature) {
        (Some(gap), Nature::Flow) => {
            let needed = needed.map_or_else(|| "–".to_owned(), |units| shown.short(units));
            words.with("document-means-gap", &[("gap", &shown.short(gap)), ("needed", &needed)])
        }
        _ if standing.off_for > 1 => {
            words.with("document-means-again", &[("count", &standing.off_for.to_string())])
        }
        _ => words.get("document-means-below"),
    };
    let key = if one.revenue { "document-ask-revenue" } else { "document-ask-figure" };
    Point {
        about: shown.title(),
        fact: fact(one, cx),
        means,
        ask: words.with(key, &[("name", &shown.title())]),
        tone: if standing.rag == Rag::Off { Tone::Bad } else { Tone::Warn },
        source: Some(Source::Record(Kind::Kpi, one.figures.kpi.head.id)),
    }
}

/// How it stands, with all that says so.
fn fact(one: &Indicator, cx: &Context<'_>) -> String {
    let (stands, why) = in_short(one, cx);
    if why.is_empty() { stands } else { format!("{stands}: {why}") }
}

fn problems(of: &Portrait, cx: &Context<'_>) -> Vec<Point> {
    let open = of.problems.iter().filter(|p| p.closed_on.is_none()).take(OF_A_SORT);
    let point = |p: &crate::domain::problem::Problem| {
        let days = p.opened_on.map_or(0, |on| days_between(on, cx.today)).to_string();
        let severity =
            p.severity.map(|s| choice::show(Severity::SET, s.name(), cx.words)).unwrap_or_default();
        let ask = if p.next_step.trim().is_empty() {
            cx.words.get("document-ask-problem")
        } else {
            p.next_step.clone()
        };
        Point {
            about: p.name.clone(),
            fact: cx.words.with("document-fact-problem", &[("days", &days)]),
            means: cx.words.with("document-means-problem", &[("severity", &severity)]),
            ask,
            tone: if p.severity == Some(Severity::High) { Tone::Bad } else { Tone::Warn },
            source: Some(Source::Record(Kind::Problem, p.head.id)),
        }
    };
    open.map(point).collect()
}

/// What they owe and is late.
fn owed(of: &Portrait, cx: &Context<'_>) -> Vec<Point> {
    let late = of.promises.iter().filter(|p| p.side == Side::Theirs).filter_map(|p| {
        let days = Promise { due: p.due, done_on: p.done_on }.days_late(cx.today);
        (days > 0).then_some((p, days.to_string()))
    });
    late.take(OF_A_SORT)
        .map(|(p, days)| Point {
            about: p.text.clone(),
            fact: owing(p.due, &days, cx),
            means: cx.words.get("document-means-owed"),
            ask: match &p.counterpart {
                Some((_, name)) => cx.words.with("document-ask-owed-by", &[("name", name)]),
                None => cx.words.get("document-ask-owed"),
            },
            tone: Tone::Warn,
            source: Some(Source::Record(Kind::Commitment, p.id)),
        })
        .collect()
}

/// Since when it is due, and how many days that is.
pub(super) fn owing(due: Option<NaiveDate>, days: &str, cx: &Context<'_>) -> String {
    let day = due.map(|due| day::show(due, cx.words)).unwrap_or_default();
    cx.words.with("document-fact-owed", &[("day", &day), ("days", days)])
}

fn late(of: &Portrait, cx: &Context<'_>) -> Vec<Point> {
    let steps = of.plan().into_iter().flat_map(|p| &p.objectives);
    let steps = steps.flat_map(|o| o.initiatives.iter().map(move |i| (o, i)));
    let late = steps.filter(|(_, i)| i.standing.is_late()).take(OF_A_SORT);
    late.map(|(objective, row)| Point {
        about: row.initiative.name.clone(),
        fact: match row.standing {
            Standing::Late(days) => owing(row.initiative.ends_on, &days.to_string(), cx),
            other => standing_long(other, cx),
        },
        means: cx.words.with("document-means-late", &[("objective", &objective.objective.name)]),
        ask: cx.words.get("document-ask-late"),
        tone: Tone::Warn,
        source: Some(Source::Record(Kind::Initiative, row.initiative.head.id)),
    })
    .collect()
}

fn contracts(of: &Portrait, cx: &Context<'_>) -> Vec<Point> {
    let until = plus_days(cx.today, NEAR);
    let near = of.page.affairs.contracts.iter().filter_map(|contract| {
        let next = contract.term()?.next(cx.today)?;
        (next.day() <= until).then_some((contract, next))
    });
    near.take(OF_A_SORT)
        .map(|(contract, next)| {
            let shown = day::show(next.day(), cx.words);
            let fact = match next {
                Deadline::Notice(_) => "document-fact-notice",
                Deadline::End(_) => "document-fact-end",
            };
            Point {
                about: contract.name.clone(),
                fact: cx.words.with(fact, &[("day", &shown)]),
                means: cx.words.get(if contract.renews {
                    "document-means-renews"
                } else {
                    "document-means-ends"
                }),
                ask: cx.words.with("document-ask-contract", &[("day", &shown)]),
                tone: Tone::Warn,
                source: Some(Source::Record(Kind::Contract, contract.head.id)),
            }
        })
        .collect()
}
