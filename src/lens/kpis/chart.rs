//! The chart of the indicator under the cursor, over the company's year of the cursor's period.
use ratatui::layout::Rect;

use super::column::show_in_year;
use super::figure;
use super::indicator::Indicator;
use crate::domain::choice::Frequency;
use crate::domain::period::Period;
use crate::lang::{day, period};
use crate::lens::Cx;
use crate::ui::chart::{Chart, Cone, Names};
use crate::ui::{Pen, Role, panel};

/// How many years a yearly indicator shows.
const YEARS: i32 = 6;

/// The series of a chart.
struct Lines {
    periods: Vec<Period>,
    actual: Vec<Option<f64>>,
    target: Vec<Option<f64>>,
    /// Of a band its upper edge.
    upper: Vec<Option<f64>>,
    last_year: Vec<Option<f64>>,
}

/// Draws it.
pub(super) fn draw(one: &Indicator, column: Period, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) {
    let year = one.series.year;
    let of = Period::Year(year.year_of(column));
    let lines = lines(one, of);
    let mut all = lines.actual.iter().chain(&lines.target).chain(&lines.last_year);
    if all.all(Option::is_none) {
        let year_name = period::show(of, year, cx.words);
        panel::empty(pen, area, &cx.words.with("kpis-chart-empty", &[("year", &year_name)]));
        return;
    }
    let names: Vec<String> = lines.periods.iter().map(|p| show_in_year(*p, year, cx.words)).collect();
    let current = one.standing.year == of;
    let closed = lines.actual.iter().rposition(Option::is_some);
    let as_of = closed.filter(|_| current && one.series.frequency != Frequency::Yearly);
    let words = cx.words;
    let cone = closed.and_then(|from| cone(one, of, from));
    let until = one.standing.as_of.as_ref().ok().map(|day| day::day_month(*day, words));
    let chart = Chart {
        periods: &names,
        actual: &lines.actual,
        target: &lines.target,
        upper: &lines.upper,
        last_year: &lines.last_year,
        cone,
        as_of,
        judged: match Role::of(&if current {
            one.standing.rag.clone()
        } else {
            one.series.cell(of, cx.today).rag
        }) {
            Role::Muted => Role::Accent,
            role => role,
        },
        names: Names {
            actual: words.get("kpis-line-actual"),
            target: named(lines.target.iter().any(Option::is_some), words.get("kpis-line-target")),
            last_year: named(lines.last_year.iter().any(Option::is_some), words.get("kpis-line-last-year")),
            cone: named(cone.is_some(), words.get("kpis-line-landing")),
            as_of: until
                .filter(|_| as_of.is_some())
                .map_or_else(String::new, |day| words.with("kpis-as-of", &[("day", &day)])),
        },
    };
    chart.draw(pen, area, |value| figure::short(one, value, words));
}

fn named(there: bool, name: String) -> String {
    if there { name } else { String::new() }
}

/// The series over a year; of a flow added up from its first period on.
fn lines(one: &Indicator, of: Period) -> Lines {
    let series = &one.series;
    let year = series.year;
    if series.frequency == Frequency::Yearly {
        let periods: Vec<Period> = (1 - YEARS..=0).map(|n| year.after(of, n)).collect();
        let actual = periods.iter().map(|p| series.actual(*p)).collect();
        let target = periods.iter().map(|p| Some(series.goal(*p).ok()?.low)).collect();
        return Lines { periods, actual, target, upper: Vec::new(), last_year: Vec::new() };
    }
    let periods = year.parts(of, series.frequency);
    let before = year.parts(year.after(of, -1), series.frequency);
    let actual = periods.iter().map(|p| series.actual(*p));
    let target = periods.iter().map(|p| Some(series.goal(*p).ok()?.low));
    let last_year = before.iter().map(|p| series.actual(*p));
    if one.is_flow() {
        let (actual, target, last_year) = (summed(actual), summed(target), summed(last_year));
        return Lines { periods, actual, target, upper: Vec::new(), last_year };
    }
    let (actual, target, last_year) = (actual.collect(), target.collect(), last_year.collect());
    let upper = |p: &Period| series.goal(*p).ok().map(|g| g.high);
    let upper = if one.is_band() { periods.iter().map(upper).collect() } else { Vec::new() };
    Lines { periods, actual, target, upper, last_year }
}

/// Each figure with those before it; a period without a figure is a gap.
fn summed(figures: impl Iterator<Item = Option<f64>>) -> Vec<Option<f64>> {
    let mut sum = 0.0;
    figures
        .map(|figure| {
            sum += figure?;
            Some(sum)
        })
        .collect()
}

/// From what has come by the last period to where all the methods land.
fn cone(one: &Indicator, of: Period, from: usize) -> Option<Cone> {
    let landing = one.standing.landing.as_ref().ok().filter(|l| l.year == of)?;
    let (low, high) = landing.range()?;
    let landing_at = *landing.value().as_ref().ok()?;
    Some(Cone { from, start: landing.to_date, low, high, landing: landing_at })
}
