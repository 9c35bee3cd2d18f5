//! What the file of indicators says of the figures of one of them.
use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::broken;
use crate::domain::explain::Explain;
use crate::domain::period::{CompanyYear, Period};

/// Figures by period, oldest first.
pub type Figures = BTreeMap<Period, f64>;

/// A line of numbers, told from the last period that has ended; `assets/demo/kpis.toml` explains each column.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Line {
    yearly: Vec<f64>,
    /// Upper end of a band.
    pub high: Option<f64>,
    season: Vec<f64>,
    course: Vec<f64>,
    actuals: Vec<f64>,
    age: i32,
    targets: Vec<f64>,
    /// Short names of the indicators that are added.
    pub sum: Vec<String>,
    file: String,
}

/// From where a line counts.
#[derive(Debug, Clone, Copy)]
pub struct Anchor {
    /// The company's year.
    pub year: CompanyYear,
    /// The last period that has ended.
    pub last: Period,
    /// The year of today.
    pub this: i32,
}

impl Anchor {
    /// The first year of which figures are told: the one before that of the last period.
    fn first(self) -> i32 {
        self.year.year_of(self.last) - 1
    }

    fn tells(self, period: Period) -> bool {
        self.year.year_of(period) >= self.first()
    }
}

impl Line {
    /// The names of its columns.
    pub const COLUMNS: [&str; 9] =
        ["yearly", "high", "season", "course", "actuals", "age", "targets", "sum", "file"];

    /// The figures it tells by itself.
    ///
    /// # Errors
    /// `error-demo` for a course of a year without target.
    pub fn actuals(&self, anchor: Anchor) -> Result<Figures, Explain> {
        let mut figures = Figures::new();
        for (back, figure) in (self.age..).zip(self.actuals.iter().rev()) {
            figures.insert(anchor.year.after(anchor.last, -back), *figure);
        }
        for (back, reached) in (self.age..).zip(self.course.iter().rev()) {
            let period = anchor.year.after(anchor.last, -back);
            let whole = self.yearly(anchor.year.year_of(period), anchor.this);
            let whole = whole.ok_or_else(|| broken("yearly"))?;
            figures.insert(period, whole * self.share(period) / 100.0 * reached / 100.0);
        }
        figures.retain(|period, _| anchor.tells(*period));
        Ok(figures)
    }

    /// The targets: of every year told, and of the periods that have their own.
    pub fn targets(&self, anchor: Anchor) -> Figures {
        let years = anchor.first()..=anchor.this;
        let yearly = years.filter_map(|y| Some((Period::Year(y), self.yearly(y, anchor.this)?)));
        let told = i32::try_from(self.actuals.len()).unwrap_or(0);
        let first = 1 - told - self.age;
        let own = (first..).zip(&self.targets).map(|(step, t)| (anchor.year.after(anchor.last, step), *t));
        yearly.chain(own.filter(|(period, _)| anchor.tells(*period))).collect()
    }

    /// The file from which the figure of a period was read; empty where it was typed.
    pub fn file(&self, period: Period) -> String {
        self.file.replace("{}", &period.to_string())
    }

    /// The target of a year: the newest told is this year's.
    fn yearly(&self, year: i32, this: i32) -> Option<f64> {
        let back = usize::try_from(this - year).unwrap_or(0);
        let newest = self.yearly.len().checked_sub(1)?;
        self.yearly.get(newest.saturating_sub(back)).copied()
    }

    /// Which share of the year's target a month has, in %.
    fn share(&self, period: Period) -> f64 {
        let month = match period {
            Period::Month(_, month) => usize::try_from(month).unwrap_or(1) - 1,
            Period::Quarter(..) | Period::Year(_) => 0,
        };
        self.season.get(month).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anchor(last: Period) -> Anchor {
        Anchor { year: CompanyYear::default(), last, this: 2026 }
    }

    #[test]
    fn the_newest_figure_is_of_the_last_period_that_has_ended() {
        let line = Line { actuals: vec![1.0, 2.0, 3.0], targets: vec![5.0; 5], age: 2, ..Line::default() };
        let told = anchor(Period::Month(2026, 10));
        let months: Vec<_> = line.actuals(told).unwrap().into_iter().collect();
        assert_eq!(months[2], (Period::Month(2026, 8), 3.0));
        assert_eq!(months.len(), 3);
        let targets = line.targets(told);
        assert_eq!(targets.keys().next(), Some(&Period::Month(2026, 6)));
        assert_eq!(targets.keys().last(), Some(&Period::Month(2026, 10)));
    }

    #[test]
    fn a_course_is_a_share_of_its_own_years_target_by_season() {
        let mut season = vec![8.0; 12];
        season[11] = 12.0;
        let line =
            Line { yearly: vec![500.0, 1000.0, 2000.0], season, course: vec![100.0; 24], ..Line::default() };
        let figures = line.actuals(anchor(Period::Month(2026, 1))).unwrap();
        assert_eq!(figures.len(), 13, "nothing before the year before");
        assert!((figures[&Period::Month(2025, 12)] - 120.0).abs() < 1e-9);
        assert!((figures[&Period::Month(2026, 1)] - 160.0).abs() < 1e-9);
        let years: Vec<_> = line.targets(anchor(Period::Month(2025, 12))).into_iter().collect();
        let told = [(2024, 500.0), (2025, 1000.0), (2026, 2000.0)];
        assert_eq!(years, told.map(|(year, target)| (Period::Year(year), target)));
    }
}
