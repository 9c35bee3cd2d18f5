//! Periods in the cells of a sheet: texts, days, and numbers that are years.
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::When;
use crate::domain::choice::Frequency;
use crate::domain::day::plus_days;
use crate::domain::period::{CompanyYear, Period};
use crate::exchange::sheet::Cell;
use crate::lang::period::{Said, period, read, turned};

/// How the cells of one row or column of periods are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Times {
    pub year: CompanyYear,
    /// The year of months that do not say it, and whether that is only assumed.
    pub within: i32,
    pub assumed: bool,
    /// Of `1/2/2026` the first is the month.
    pub month_first: bool,
}

impl Times {
    /// The period of a cell.
    pub(super) fn when(self, cell: &Cell) -> When {
        let shown = cell.shown();
        let said = self.said(cell);
        When {
            text: Arc::from(shown.as_str()),
            period: said.map(|s| period(s, self.year, self.within)),
            day: match said {
                Some(Said::Day(day)) => Some(day),
                Some(Said::Period(_) | Said::Month(_) | Said::Quarter(_)) | None => None,
            },
            assumed: self.assumed && matches!(said, Some(Said::Month(_) | Said::Quarter(_))),
        }
    }

    /// The period of year and month or quarter in two cells.
    pub(super) fn of_parts(self, year: &Cell, part: &Cell) -> When {
        let text = format!("{} {}", part.shown(), year.shown());
        let month = part.shown().parse::<u32>().ok().filter(|m| (1..=12).contains(m));
        let text = match month {
            Some(month) => format!("{month:02}/{}", year.shown()),
            None => text,
        };
        let whole = self.when(part);
        let with_year = self.when(&Cell::Text(text));
        // A month that says its own year needs no other.
        if with_year.period.is_none() && whole.period.is_some() && !whole.assumed { whole } else { with_year }
    }

    fn said(self, cell: &Cell) -> Option<Said> {
        if self.month_first
            && let Some(day) = cell.text().and_then(turned)
        {
            return Some(Said::Day(day));
        }
        said(cell, self.year)
    }
}

/// What a cell says of time. A number is a year or a year with its month, or nothing.
pub(super) fn said(cell: &Cell, year: CompanyYear) -> Option<Said> {
    match cell {
        Cell::Text(text) => read(text, year),
        Cell::Day(day) => Some(Said::Day(*day)),
        Cell::Number { value, percent: false, currency: None } if value.fract() == 0.0 => {
            read(&value.to_string(), year)
        }
        Cell::Number { .. } | Cell::Empty | Cell::Error(_) => None,
    }
}

/// Whether a cell is a bare number that could as well be a figure.
pub(super) fn is_bare_number(cell: &Cell) -> bool {
    match cell {
        Cell::Number { .. } => true,
        Cell::Text(text) => text.trim().bytes().all(|b| b.is_ascii_digit()),
        Cell::Empty | Cell::Day(_) | Cell::Error(_) => false,
    }
}

/// Whether bare numbers are years of a header: one after the other.
pub(super) fn are_years(periods: &[Said]) -> bool {
    let years: Vec<i32> = periods
        .iter()
        .filter_map(|s| match s {
            Said::Period(Period::Year(y)) => Some(*y),
            Said::Period(_) | Said::Day(_) | Said::Month(_) | Said::Quarter(_) => None,
        })
        .collect();
    let steps = |by: i32| years.windows(2).all(|w| w.first().map(|a| a + by) == w.last().copied());
    years.len() == periods.len() && (steps(1) || steps(-1) || steps(0))
}

/// Whether days written with numbers have the month first: so read all of them begin or end a month, and not the other way.
pub(super) fn month_first<'a>(cells: impl Iterator<Item = &'a Cell> + Clone, year: CompanyYear) -> bool {
    let edge = |day: NaiveDate| day.day() == 1 || plus_days(day, 1).day() == 1;
    let texts =
        cells.filter_map(Cell::text).filter(|t| turned(t).is_some() || written_day(t, year).is_some());
    let mut all = texts.clone().peekable();
    if all.peek().is_none() {
        return false;
    }
    let first = |t: &str| written_day(t, year).is_some_and(edge);
    !texts.clone().all(first) && all.all(|t| turned(t).is_some_and(edge))
}

fn written_day(text: &str, year: CompanyYear) -> Option<NaiveDate> {
    match read(text, year)? {
        Said::Day(day) => Some(day),
        Said::Period(_) | Said::Month(_) | Said::Quarter(_) => None,
    }
}

/// The only year that a title names.
pub(super) fn year_in(text: &str, year: CompanyYear) -> Option<i32> {
    let mut found: Vec<i32> = Vec::new();
    for word in text.split(|c: char| c.is_whitespace() || "_()[],;:".contains(c)) {
        let of = match read(word, year) {
            Some(Said::Period(Period::Year(of))) => of,
            Some(Said::Period(period)) => year.year_of(period),
            Some(Said::Day(day)) => year.year_of(year.at(day, Frequency::Monthly)),
            Some(Said::Month(_) | Said::Quarter(_)) | None => continue,
        };
        if !found.contains(&of) {
            found.push(of);
        }
    }
    if let [one] = found.as_slice() { Some(*one) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;

    fn texts(texts: &[&str]) -> Vec<Cell> {
        texts.iter().map(|t| Cell::Text((*t).to_owned())).collect()
    }

    #[test]
    fn the_order_of_day_and_month_is_told_by_all_days_together() {
        let year = CompanyYear::default();
        let first = |t: &[&str]| month_first(texts(t).iter(), year);
        assert!(first(&["1/1/2026", "2/1/2026", "3/1/2026"]));
        assert!(!first(&["1/1/2026", "1/2/2026", "1/3/2026"]));
        // These can only be read one way.
        assert!(!first(&["1/31/2026", "2/28/2026"]));
        assert!(!first(&["31/01/2026", "28/02/2026"]));
        assert!(!first(&["5/6/2026", "7/8/2026"]));
        assert!(!first(&["nov 26"]));
    }

    #[test]
    fn a_title_names_a_year_only_if_it_names_one() {
        let year = CompanyYear::default();
        assert_eq!(year_in("Ventas 2026 (miles)", year), Some(2026));
        assert_eq!(year_in("actuals_2026.xlsx", year), None);
        assert_eq!(year_in("actuals_2026", year), Some(2026));
        assert_eq!(year_in("2025 vs 2026", year), None);
        assert_eq!(year_in("Arce", year), None);
    }

    #[test]
    fn year_and_month_may_stand_in_two_cells() {
        let times = Times { year: CompanyYear::default(), within: 2025, assumed: true, month_first: false };
        let of = |y: &str, p: &str| times.of_parts(&Cell::of_text(y), &Cell::of_text(p)).period;
        assert_eq!(of("2026", "11"), Some(Period::Month(2026, 11)));
        assert_eq!(of("2026", "noviembre"), Some(Period::Month(2026, 11)));
        assert_eq!(of("2026", "Q4"), Some(Period::Quarter(2026, 4)));
        assert_eq!(of("2026", "nov 2026"), Some(Period::Month(2026, 11)));
        assert_eq!(of("2026", "total"), None);
        assert_eq!(times.when(&Cell::Day(day(2026, 11, 30))).period, Some(Period::Month(2026, 11)));
    }
}
