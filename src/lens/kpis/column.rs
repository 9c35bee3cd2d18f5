//! The columns of the grid: periods of one length, from the oldest figure to the end of the company's year.
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::indicator::Indicator;
use crate::domain::choice::Frequency;
use crate::domain::day::plus_months;
use crate::domain::period::{CompanyYear, Period};
use crate::lang::{Words, day, period};

/// How far back and ahead columns go at the most, in months.
const REACH: i32 = 480;

/// How long the periods of the columns are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Zoom {
    #[default]
    Months,
    Quarters,
    Years,
}

impl Zoom {
    pub(super) const fn frequency(self) -> Frequency {
        match self {
            Self::Months => Frequency::Monthly,
            Self::Quarters => Frequency::Quarterly,
            Self::Years => Frequency::Yearly,
        }
    }

    /// How many months a column has.
    pub(super) const fn months(self) -> usize {
        match self {
            Self::Months => 1,
            Self::Quarters => 3,
            Self::Years => 12,
        }
    }

    /// End of the key of its word.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Months => "months",
            Self::Quarters => "quarters",
            Self::Years => "years",
        }
    }

    /// Shorter periods; `None` where there are none.
    pub(super) const fn nearer(self) -> Option<Self> {
        match self {
            Self::Months => None,
            Self::Quarters => Some(Self::Months),
            Self::Years => Some(Self::Quarters),
        }
    }

    /// Longer periods.
    pub(super) const fn farther(self) -> Option<Self> {
        match self {
            Self::Months => Some(Self::Quarters),
            Self::Quarters => Some(Self::Years),
            Self::Years => None,
        }
    }
}

/// The columns that these indicators need; at least last year and this one.
pub(super) fn columns(all: &[Indicator], zoom: Zoom, year: CompanyYear, today: NaiveDate) -> Vec<Period> {
    let this = year.at(today, Frequency::Yearly);
    let usual = [year.first_day(year.after(this, -1)), year.last_day(this)];
    let series = all.iter().map(|one| &one.series);
    let periods = series.flat_map(|s| ends(&s.actuals).into_iter().chain(ends(&s.targets)));
    let days = periods.flat_map(|p| [year.first_day(p), year.last_day(p)]).chain(usual);
    let (first, last) = days.fold((today, today), |(a, b), day| (a.min(day), b.max(day)));
    let first = first.max(plus_months(today, -REACH));
    let last = last.min(plus_months(today, REACH));
    let mut columns = vec![year.at(first, zoom.frequency())];
    while let Some(next) = columns.last().map(|p| year.after(*p, 1)).filter(|p| year.first_day(*p) <= last) {
        columns.push(next);
    }
    columns
}

/// The first and the last period of each length that there is: periods of one length are in order.
fn ends<T>(of: &BTreeMap<Period, T>) -> Vec<Period> {
    let lengths = [
        Period::Month(i32::MIN, 0)..=Period::Month(i32::MAX, u32::MAX),
        Period::Quarter(i32::MIN, 0)..=Period::Quarter(i32::MAX, u32::MAX),
        Period::Year(i32::MIN)..=Period::Year(i32::MAX),
    ];
    let ends = lengths.into_iter().flat_map(|length| {
        let mut there = of.range(length).map(|(period, _)| *period);
        [there.next(), there.next_back()]
    });
    ends.flatten().collect()
}

/// The column of the same time among others: that in which its last day lies, or today where it is not over.
pub(super) fn place_of(period: Period, columns: &[Period], year: CompanyYear, today: NaiveDate) -> usize {
    let day = year.last_day(period).min(today.max(year.first_day(period)));
    let wanted = columns.first().map(|c| year.at(day, c.frequency()));
    columns.iter().position(|c| Some(*c) == wanted).unwrap_or(columns.len().saturating_sub(1))
}

/// The head of a column of a chart: the month alone where the year is said beside it.
pub(super) fn show_in_year(of: Period, year: CompanyYear, words: &Words) -> String {
    match of {
        Period::Month(_, month) => day::month_short(month, words),
        Period::Quarter(..) | Period::Year(_) => period::show(of, year, words),
    }
}
