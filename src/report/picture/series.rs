//! Pictures of an indicator: its periods against their targets, and where its year may end (`formulas.md` §7).
use super::{Cone, Picture, Plot, Point, Trend};
use crate::domain::period::Period;
use crate::lang::period;
use crate::lang::value::Context;
use crate::report::block::Tone;
use crate::report::indicator::{Shown, tone};
use crate::store::query::scorecard::Indicator;

/// Periods of a trend at the most.
const PERIODS: i32 = 13;

/// The newest periods of an indicator beside their targets; nothing for fewer than two figures.
pub fn trend(one: &Indicator, cx: &Context<'_>) -> Option<Picture> {
    let shown = Shown { one, cx };
    let (newest, _) = one.standing.newest?;
    let points: Vec<Point> = (0..PERIODS)
        .rev()
        .map(|back| one.series.year.after(newest, -back))
        .skip_while(|period| one.series.actual(*period).is_none())
        .map(|at| point(shown, at))
        .collect();
    line(shown.title(), points, tone(&one.standing.rag), cx)
}

/// A line of values beside what they should have been; nothing for fewer than two values.
pub fn line(name: String, points: Vec<Point>, tone: Tone, cx: &Context<'_>) -> Option<Picture> {
    let known: Vec<&Point> = points.iter().filter(|p| p.value.is_some()).collect();
    let [first, .., last] = known.as_slice() else { return None };
    let mut alt = cx.words.with(
        "document-alt-trend",
        &[
            ("name", &name),
            ("first", &first.said),
            ("from", &first.label),
            ("last", &last.said),
            ("until", &last.label),
        ],
    );
    if !last.goal.is_empty() {
        alt.push(' ');
        alt.push_str(&cx.words.with("document-alt-target", &[("target", &last.goal)]));
    }
    let target = if points.iter().any(|p| p.target.is_some()) {
        cx.words.get("document-line-target")
    } else {
        String::new()
    };
    let plot = Trend { target, tone, actual: cx.words.get("document-line-actual"), points };
    Some(Picture { title: name, alt, plot: Plot::Trend(plot) })
}

fn point(shown: Shown<'_>, at: Period) -> Point {
    let (one, cx) = (shown.one, shown.cx);
    let value = one.series.actual(at);
    Point {
        label: period::show(at, one.series.year, cx.words),
        said: value.map(|units| shown.short(units)).unwrap_or_default(),
        value,
        target: one.series.goal(at).ok().map(|goal| goal.low),
        goal: one.series.goal(at).ok().map(|goal| shown.short(goal.low)).unwrap_or_default(),
    }
}

/// What has come of the year of a flow and where it may end by the methods that know; nothing where no method does.
pub fn cone(one: &Indicator, cx: &Context<'_>) -> Option<Picture> {
    let shown = Shown { one, cx };
    let landing = one.standing.landing.as_ref().ok()?;
    let (low, high) = landing.range()?;
    let likely = *landing.value().as_ref().ok()?;
    let points = so_far(shown, landing.year);
    if points.len() < 2 {
        return None;
    }
    let year = period::show(landing.year, one.series.year, cx.words);
    let (ends, plan) = ([low, likely, high], landing.plan.as_ref().ok().map(|goal| goal.low));
    let said = ends.map(|units| (units, shown.short(units)));
    let method = cx.words.get(&landing.method.key());
    let mut alt = cx.words.with(
        "document-alt-cone",
        &[
            ("year", &year),
            ("done", &shown.short(landing.to_date)),
            ("likely", &said[1].1),
            ("method", &method),
            ("low", &said[0].1),
            ("high", &said[2].1),
        ],
    );
    let target = plan.map(|units| {
        let value = shown.short(units);
        alt.push(' ');
        alt.push_str(&cx.words.with("document-alt-target", &[("target", &value)]));
        (units, cx.words.with("document-cone-target", &[("value", &value)]))
    });
    let ends = ["low", "likely", "high"].iter().zip(said).map(|(end, (units, value))| {
        (units, cx.words.with(&format!("document-cone-{end}"), &[("value", &value)]))
    });
    let ends = ends.collect::<Vec<_>>().try_into().ok()?;
    let title = cx.words.with("document-picture-cone", &[("name", &shown.title()), ("year", &year)]);
    let plot = Cone { points, ends, target, tone: tone(&one.standing.rag) };
    Some(Picture { title, alt, plot: Plot::Cone(plot) })
}

/// The parts of the year, with what was reached up to the end of each as long as it is known, and what should have been.
fn so_far(shown: Shown<'_>, year: Period) -> Vec<Point> {
    let (one, cx) = (shown.one, shown.cx);
    let newest = one.standing.newest.map(|(period, _)| period);
    let (mut sum, mut goals) = (0.0, Some(0.0));
    let parts = one.series.year.parts(year, one.series.frequency);
    let step = |at: Period| {
        sum += one.series.actual(at).unwrap_or(0.0);
        let goal = one.series.goal(at).ok().map(|goal| goal.low);
        goals = goals.zip(goal).map(|(all, more)| all + more);
        let value = newest.is_some_and(|newest| at <= newest).then_some(sum);
        Point {
            label: period::show(at, one.series.year, cx.words),
            said: value.map(|units| shown.short(units)).unwrap_or_default(),
            value,
            target: goals,
            ..Point::default()
        }
    };
    parts.into_iter().map(step).collect()
}
