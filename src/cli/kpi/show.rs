//! One indicator whole.
use serde_json::Value as Json;

use super::super::failure::Failure;
use super::super::shell::{Book, Shell};
use super::json;
use crate::domain::Id;
use crate::domain::choice::{Frequency, Nature};
use crate::domain::period::Period;
use crate::report::Block;
use crate::report::indicator::{Cells, page};
use crate::store::query::scorecard::Indicator;

/// How many periods are shown at least, where there are so many.
const PERIODS: usize = 12;

/// How it stands, its periods and where it will land; nothing of one that is no longer followed.
pub fn blocks(shell: &Shell, book: &Book, id: Id) -> Result<Vec<Block>, Failure> {
    let Some(one) = super::indicator(shell, book, id)? else { return Ok(Vec::new()) };
    let cells = cells(book, &one, shown(&one, shell))?;
    Ok(page(&one, &cells, &shell.cx(&book.directory, None)))
}

/// The same as members of an object: `standing`, and `periods` with every figure there is.
pub fn members(shell: &Shell, book: &Book, id: Id) -> Result<Vec<(&'static str, Json)>, Failure> {
    let Some(one) = super::indicator(shell, book, id)? else {
        return Ok(vec![("standing", Json::Null), ("periods", Json::Array(Vec::new()))]);
    };
    let mut all: Vec<Period> = one.series.actuals.keys().chain(one.series.targets.keys()).copied().collect();
    all.sort_by_key(|p| (one.series.year.first_day(*p), p.frequency()));
    all.dedup();
    let cells = cells(book, &one, all)?;
    Ok(vec![("standing", json::indicator(&one, shell)), ("periods", json::periods(&one, &cells, shell))])
}

fn cells(book: &Book, one: &Indicator, periods: Vec<Period>) -> Result<Vec<Cells>, Failure> {
    let mut cells = Vec::new();
    for period in periods {
        let (actual, target) = book.store.entered(one.figures.kpi.head.id, period)?;
        cells.push((period, actual, target));
    }
    Ok(cells)
}

/// The periods of the company's year in force, and of years before it until there are enough of them.
fn shown(one: &Indicator, shell: &Shell) -> Vec<Period> {
    let series = &one.series;
    let year = Period::Year(series.year_in_force(shell.today));
    let own = series.year.parts(year, series.frequency);
    let Some((first, last)) = own.first().zip(own.last()) else { return Vec::new() };
    let back = match series.frequency {
        Frequency::Monthly => 0,
        Frequency::Quarterly | Frequency::Yearly => {
            i32::try_from(PERIODS.saturating_sub(own.len())).unwrap_or(0)
        }
    };
    // The share of a year's target says what is still to come of a flow; a level stays what it is.
    let flow = series.nature == Nature::Flow;
    let aimed = |p: &Period| if flow { series.goal(*p).is_ok() } else { series.targets.contains_key(p) };
    let known = |p: &Period| series.actuals.contains_key(p) || aimed(p);
    let mut all = Vec::new();
    let mut at = series.year.after(*first, -back);
    while series.year.first_day(at) <= series.year.first_day(*last) {
        if known(&at) {
            all.push(at);
        }
        at = series.year.after(at, 1);
    }
    all
}
