//! What moved since last time, in words.
use super::need::decimal;
use super::need::follow::short;
use crate::domain::choice::Better;
use crate::domain::health::apart;
use crate::domain::kind::Kind;
use crate::domain::kpi::Amount;
use crate::domain::scorecard::Rag;
use crate::lang::period;
use crate::lang::value::Context;
use crate::store::query::scorecard::Indicator;
use crate::store::query::today::moved::{Because, Move, Moved};

/// What stands for a figure that is not there.
const NOTHING: &str = "–";

/// The sentence of something that moved, without its account.
pub fn says(moved: &Moved, indicators: &[Indicator], cx: &Context<'_>) -> String {
    let said = what(moved, indicators, cx);
    match &moved.what {
        Move::Health { because: Some(because), .. } => format!("{said}: {}", part(because, cx)),
        Move::Health { .. } | Move::Turned(_) | Move::Entered { .. } => said,
    }
}

/// The indicator that moved.
fn of<'a>(moved: &Moved, indicators: &'a [Indicator]) -> Option<&'a Indicator> {
    let (Kind::Kpi, id) = moved.subject else { return None };
    indicators.iter().find(|i| i.figures.kpi.head.id == id)
}

/// What moved, without why.
pub fn what(moved: &Moved, indicators: &[Indicator], cx: &Context<'_>) -> String {
    let (Kind::Kpi, id) = moved.subject else { return of_health(moved, cx) };
    let Some(one) = of(moved, indicators) else { return cx.directory.name(Kind::Kpi, id) };
    let name = [("name", one.figures.kpi.name.as_str())];
    match &moved.what {
        Move::Turned(Rag::OnTrack) => cx.words.with("moved-on-track", &name),
        Move::Turned(Rag::AtRisk) => cx.words.with("moved-at-risk", &name),
        Move::Turned(_) => cx.words.with("moved-off-track", &name),
        Move::Health { .. } => of_health(moved, cx),
        Move::Entered { period: of, before, now, source, more } => {
            let show =
                |a: Option<Amount>| a.map_or_else(|| NOTHING.to_owned(), |a| short(one, a.units(), cx));
            let of = period::show(*of, one.series.year, cx.words);
            let (now, before_shown, more) = (show(*now), show(*before), more.to_string());
            let key = if before.is_some() { "moved-changed" } else { "moved-entered" };
            let args = [
                name[0],
                ("period", of.as_str()),
                ("before", &before_shown),
                ("now", &now),
                ("more", &more),
                ("source", if source.is_empty() { "none" } else { source }),
            ];
            cx.words.with(key, &args)
        }
    }
}

/// Why it moved: the part of a health, the newest figure of an indicator against its target; may be empty.
pub fn why(moved: &Moved, indicators: &[Indicator], cx: &Context<'_>) -> String {
    match &moved.what {
        Move::Health { because, .. } => because.as_ref().map(|b| part(b, cx)).unwrap_or_default(),
        Move::Turned(_) => of(moved, indicators).map(|one| newest(one, cx)).unwrap_or_default(),
        Move::Entered { .. } => String::new(),
    }
}

/// `Oct 26: 87 of 95`.
fn newest(one: &Indicator, cx: &Context<'_>) -> String {
    let Some((of, actual)) = one.standing.newest else { return String::new() };
    let (when, actual) = (period::show(of, one.series.year, cx.words), short(one, actual, cx));
    match one.series.goal(of) {
        Ok(goal) => {
            let (target, high) = (short(one, goal.low, cx), short(one, goal.high, cx));
            let key = match one.series.better {
                Better::Higher => "need-of",
                Better::Lower => "need-at-most",
                Better::Band => "need-between",
            };
            let args = [("actual", actual.as_str()), ("target", &target), ("high", &high)];
            format!("{when}: {}", cx.words.with(key, &args))
        }
        Err(_) => format!("{when}: {actual}"),
    }
}

/// `Health −5 to 59`.
fn of_health(moved: &Moved, cx: &Context<'_>) -> String {
    let Move::Health { before, now, .. } = &moved.what else { return String::new() };
    let points = decimal(apart(*before, *now).abs(), 0, cx);
    let key = if now > before { "moved-health-up" } else { "moved-health-down" };
    cx.words.with(key, &[("points", &points), ("now", &decimal(*now, 0, cx))])
}

/// `KPIs 71 → 58`.
fn part(because: &Because, cx: &Context<'_>) -> String {
    let shown = |points: Option<f64>| points.map_or_else(|| NOTHING.to_owned(), |p| decimal(p, 0, cx));
    format!("{} {} → {}", cx.words.get(&because.part), shown(because.before), shown(because.now))
}
