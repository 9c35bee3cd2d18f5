//! What is odd about a figure that is entered by hand: it is taken, and said beside the notice.
use super::figure;
use super::indicator::{Axis, Indicator};
use crate::domain::choice::{Better, Unit};
use crate::domain::explain::Explain;
use crate::domain::kpi::{Amount, tenfold};
use crate::domain::period::Period;
use crate::lang::Words;

/// Ends of the scales on which scores are kept.
const SCALES: [f64; 3] = [5.0, 10.0, 100.0];

/// The first thing that is odd about a figure beside the one it replaces, those before it and its target.
pub(super) fn doubt(
    one: &Indicator,
    axis: Axis,
    period: Period,
    amount: Amount,
    words: &Words,
) -> Option<Explain> {
    let new = amount.units();
    let said = |key: &str, value: f64| Explain::new(key).with("figure", figure::full(one, value, words));
    let before = before(one, axis, period);
    if let Some((old, _)) = one.entered(axis, period)
        && tenfold(new, old.units()).is_some()
    {
        return Some(Explain::new("figures-tenfold"));
    }
    if let Some(last) = before.last()
        && let Some(above) = tenfold(new, *last)
    {
        return Some(said(if above { "kpis-doubt-above" } else { "kpis-doubt-below" }, *last));
    }
    if let Some(why) = beyond(one, new, &before) {
        return Some(why);
    }
    let goal = one.series.goal(period).ok().filter(|_| axis != Axis::Target)?;
    let above = tenfold(new, goal.low)?;
    Some(said(if above { "kpis-doubt-above-target" } else { "kpis-doubt-below-target" }, goal.low))
}

/// Beyond the end of a scale that no figure before has passed.
fn beyond(one: &Indicator, new: f64, before: &[f64]) -> Option<Explain> {
    let within = |end: f64| !before.is_empty() && before.iter().all(|v| v.abs() <= end);
    match one.unit() {
        Unit::Percent if one.series.better == Better::Higher && new > 100.0 && within(100.0) => {
            Some(Explain::new("kpis-doubt-percent"))
        }
        Unit::Score => {
            let end = SCALES.into_iter().find(|end| within(*end)).filter(|end| new.abs() > *end)?;
            Some(Explain::new("kpis-doubt-scale").with("end", end))
        }
        Unit::Percent | Unit::Money | Unit::Number | Unit::Days => None,
    }
}

/// The figures of the periods of this length before it, the nearest last.
fn before(one: &Indicator, axis: Axis, period: Period) -> Vec<f64> {
    let year = one.series.year;
    let earlier =
        |p: &Period| p.frequency() == period.frequency() && year.first_day(*p) < year.first_day(period);
    match axis {
        Axis::Target => {
            let targets = one.figures.targets.iter().filter(|(p, _)| earlier(p));
            targets.map(|(_, (low, _))| low.units()).collect()
        }
        Axis::Actual | Axis::Deviation => {
            let actuals = one.figures.actuals.iter().filter(|(p, _)| earlier(p));
            actuals.map(|(_, amount)| amount.units()).collect()
        }
    }
}
