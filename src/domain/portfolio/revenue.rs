//! What a client buys a year (§11): what was written down, else the last twelve months of its revenue indicator.
use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::Id;
use crate::domain::choice::Frequency;
use crate::domain::explain::Explain;
use crate::domain::period::{CompanyYear, Period};
use crate::domain::score::Known;

/// Where a yearly revenue comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// From the account's own field.
    Written,
    /// From an indicator, of all its periods from the first to the last.
    Indicator(Id, Period, Period),
}

/// The yearly revenue of a client.
#[derive(Debug, Clone, PartialEq)]
pub struct Revenue {
    /// In units of the currency of sums, or why it is not known.
    pub amount: Known,
    /// Where it comes from; `None` where nothing says it.
    pub origin: Option<Origin>,
}

impl Revenue {
    /// Of a client of which nothing says it.
    pub fn unknown() -> Self {
        Self { amount: Err(Explain::new("revenue-none")), origin: None }
    }

    /// What an indicator says by its figures, in units of the currency of sums: the sum of the last year of whole periods, up to
    /// the newest that is over.
    ///
    /// The reason is `revenue-no-figures` without a period that is over, `revenue-gaps` with how many of how many are missing, or
    /// why one of them is not known.
    pub fn of_indicator(
        kpi: Id,
        (year, frequency): (CompanyYear, Frequency),
        figures: &BTreeMap<Period, Known>,
        today: NaiveDate,
    ) -> Self {
        let over = |p: &&Period| p.frequency() == frequency && year.last_day(**p) <= today;
        let Some(last) = figures.keys().rev().find(over).copied() else {
            return Self { amount: Err(Explain::new("revenue-no-figures")), origin: None };
        };
        let count = match frequency {
            Frequency::Monthly => 12,
            Frequency::Quarterly => 4,
            Frequency::Yearly => 1,
        };
        let periods = (1 - count..=0).map(|step| year.after(last, step));
        let found: Vec<&Known> = periods.filter_map(|p| figures.get(&p)).collect();
        let missing = usize::try_from(count).unwrap_or(0).saturating_sub(found.len());
        let amount = if missing > 0 {
            Err(Explain::new("revenue-gaps").with("missing", missing).with("of", count))
        } else {
            found.into_iter().cloned().sum()
        };
        Self { amount, origin: Some(Origin::Indicator(kpi, year.after(last, 1 - count), last)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;

    fn months(figures: &[(i32, u32, f64)]) -> Revenue {
        let figures = figures.iter().map(|(y, m, v)| (Period::Month(*y, *m), Ok(*v))).collect();
        let by = (CompanyYear::default(), Frequency::Monthly);
        Revenue::of_indicator(3, by, &figures, day(2026, 11, 23))
    }

    fn whole_year() -> Vec<(i32, u32, f64)> {
        (11..=12).map(|m| (2025, m, 10.0)).chain((1..=10).map(|m| (2026, m, 10.0))).collect()
    }

    #[test]
    fn the_last_twelve_whole_months_add_up() {
        let mut figures = whole_year();
        // The running month and an older one do not count.
        figures.extend([(2026, 11, 99.0), (2025, 10, 50.0)]);
        let found = months(&figures);
        assert_eq!(found.amount, Ok(120.0));
        let span = Origin::Indicator(3, Period::Month(2025, 11), Period::Month(2026, 10));
        assert_eq!(found.origin, Some(span));
    }

    #[test]
    fn a_month_without_a_figure_is_said() {
        let mut figures = whole_year();
        figures.retain(|(_, month, _)| *month != 3 && *month != 4);
        let why = months(&figures).amount.unwrap_err();
        assert_eq!((why.arg("missing"), why.arg("of")), (Some("2"), Some("12")));
        assert_eq!(months(&[(2026, 11, 9.0)]).amount.unwrap_err().key, "revenue-no-figures");
    }

    #[test]
    fn quarters_and_years_make_a_year_too() {
        let today = day(2026, 11, 23);
        let year = CompanyYear::default();
        let quarters = [(2025, 4), (2026, 1), (2026, 2), (2026, 3)];
        let figures = quarters.iter().map(|(y, q)| (Period::Quarter(*y, *q), Ok(25.0))).collect();
        let found = Revenue::of_indicator(1, (year, Frequency::Quarterly), &figures, today);
        assert_eq!(found.amount, Ok(100.0));
        let years = BTreeMap::from([(Period::Year(2026), Ok(3.0)), (Period::Year(2025), Ok(70.0))]);
        let found = Revenue::of_indicator(1, (year, Frequency::Yearly), &years, today);
        assert_eq!(found.amount, Ok(70.0));
    }

    #[test]
    fn a_figure_without_a_rate_makes_the_year_unknown() {
        let figures = BTreeMap::from([(Period::Year(2025), Err(Explain::new("money-no-rate")))]);
        let by = (CompanyYear::default(), Frequency::Yearly);
        let found = Revenue::of_indicator(1, by, &figures, day(2026, 11, 23));
        assert_eq!(found.amount.unwrap_err().key, "money-no-rate");
    }
}
