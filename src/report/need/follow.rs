//! Rows of *Needs you* about indicators: what they say, in figures, and how these are made.
use crate::domain::choice::{Better, Frequency, Nature, Unit};
use crate::domain::kind::Kind;
use crate::domain::needs::{Cause, Need};
use crate::domain::scorecard::why::why_headline;
use crate::lang::value::Context;
use crate::lang::{money, number, period};
use crate::report::block::{Block, Cell, Column, Table};
use crate::report::indicator;
use crate::report::score::{self, Measure};
use crate::store::query::scorecard::Indicator;

use super::decimal;

/// The indicator that a row is about.
pub fn of<'a>(need: &Need, indicators: &'a [Indicator]) -> Option<&'a Indicator> {
    let (Kind::Kpi, id) = need.subject else { return None };
    indicators.iter().find(|i| i.figures.kpi.head.id == id)
}

/// What there is to say of it, without its figures: `On-time delivery off track, second month`.
pub fn says(need: &Need, one: &Indicator, cx: &Context<'_>) -> String {
    let newest = one.standing.newest.map(|(p, _)| p);
    let before = newest.map(|p| one.series.year.after(p, -1));
    let shown = |p: Option<_>| p.map(|p| period::show(p, one.series.year, cx.words)).unwrap_or_default();
    let (key, count, of) = match need.cause {
        Cause::OffTrack => (off_for(one.series.frequency), one.standing.off_for, newest),
        Cause::StaleFigures => ("need-stale", 0, newest),
        Cause::GettingWorse => ("need-worse", 0, before),
        _ => ("need-newly-red", 0, newest),
    };
    let args = [("name", need.title.as_str()), ("count", &count.to_string()), ("period", &shown(of))];
    cx.words.with(key, &args)
}

const fn off_for(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Monthly => "need-off-months",
        Frequency::Quarterly => "need-off-quarters",
        Frequency::Yearly => "need-off-years",
    }
}

/// The figures of the row: `87 of 95`, `pace 78 %`, `87, was 91`.
pub fn figure(need: &Need, one: &Indicator, cx: &Context<'_>) -> String {
    let standing = &one.standing;
    let show = |units: f64| short(one, units, cx);
    match (need.cause, one.series.nature) {
        (Cause::StaleFigures, _) => String::new(),
        (Cause::GettingWorse, _) => standing.change.as_ref().map_or_else(
            |_| String::new(),
            |c| cx.words.with("need-was", &[("now", &show(c.now)), ("before", &show(c.before))]),
        ),
        (_, Nature::Flow) => standing.judged().as_ref().map_or_else(
            |_| String::new(),
            |pace| cx.words.with("need-pace", &[("share", &indicator::share(*pace, cx))]),
        ),
        (_, Nature::Stock) => {
            let (Ok(actual), Ok(goal)) = (&standing.to_date, &standing.plan) else { return String::new() };
            let (actual, target) = (show(*actual), show(goal.low));
            let key = match one.series.better {
                Better::Higher => "need-of",
                Better::Lower => "need-at-most",
                Better::Band => "need-between",
            };
            let args = [("actual", actual.as_str()), ("target", &target), ("high", &show(goal.high))];
            cx.words.with(key, &args)
        }
    }
}

/// A figure for a narrow place; the unit of what is neither money nor a percentage is known by the indicator's name.
pub fn short(one: &Indicator, units: f64, cx: &Context<'_>) -> String {
    match one.figures.kpi.measure {
        Some(Unit::Money) => money::short(cx.words.lang(), units, one.figures.currency),
        Some(Unit::Percent) => number::show_percent(cx.words.lang(), score::scaled(units, 1)),
        Some(Unit::Number | Unit::Days | Unit::Score) | None => decimal(units, 1, cx),
    }
}

/// How the headline is made, and the newest figure against the one before.
pub fn explain(one: &Indicator, cx: &Context<'_>) -> Vec<Block> {
    let unit = one.figures.kpi.measure.unwrap_or(Unit::Number);
    let measure = Measure { unit, currency: one.figures.currency };
    let mut blocks = score::blocks(&one.figures.kpi.name, &why_headline(&one.series, cx.today), measure, cx);
    if let Ok(change) = &one.standing.change {
        let before = one.series.year.after(change.period, -1);
        let mut table = Table::new(vec![Column::text(""), Column::number("")]);
        for (of, units) in [(change.period, change.now), (before, change.before)] {
            let source = crate::domain::score::Source::Cell(one.figures.kpi.head.id, of);
            let when = period::show(of, one.series.year, cx.words);
            table.push_from(Some(source), vec![Cell::from(when), measure.show(units, cx).into()]);
        }
        blocks.push(Block::heading(cx.words.get("need-change")));
        blocks.push(Block::Table(table));
    }
    if let Some(left_out) = &one.left_out {
        blocks.push(Block::Paragraph(cx.words.say(left_out)));
    }
    blocks
}
