//! How fast a flow goes: what it has brought, against what was expected by then (§6).
use chrono::NaiveDate;

use super::attainment::reach;
use super::{Goal, Series};
use crate::domain::choice::Nature;
use crate::domain::explain::Explain;
use crate::domain::period::Period;
use crate::domain::score::{Known, count};

/// One period with a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Which.
    pub period: Period,
    /// Its figure.
    pub actual: f64,
    /// How much of it has passed, 0 … 1: below 1 only where the program computes the figure.
    pub elapsed: f64,
    /// What was expected of what has passed of it, or why that is not known.
    pub expected: Known<Goal>,
}

/// The pace of a flow within a longer period: mostly the year to date.
#[derive(Debug, Clone, PartialEq)]
pub struct Pace {
    /// Actual to date / expected to date; the other way round where less is better.
    pub value: Known,
    /// Up to that day.
    pub as_of: NaiveDate,
    /// What came.
    pub actual: f64,
    /// What was expected by then.
    pub expected: Known<Goal>,
    /// Periods that have passed, fractions included.
    pub passed: f64,
    /// Of so many.
    pub of: usize,
    /// The periods that count.
    pub steps: Vec<Step>,
    /// Periods before the newest that have no figure: they are left out on both sides.
    pub missing: Vec<Period>,
}

impl Pace {
    /// Share of the periods up to the as-of day that have a figure, 0 … 1.
    pub fn evidence(&self) -> f64 {
        let (known, all) = (count(self.steps.len()), count(self.steps.len() + self.missing.len()));
        if all > 0.0 { known / all } else { 0.0 }
    }
}

impl Series {
    /// The periods of a longer one that have begun and have a figure, and those before the newest that have none.
    pub(super) fn steps(&self, whole: Period, today: NaiveDate) -> (Vec<Step>, Vec<Period>) {
        let (mut steps, mut missing) = (Vec::new(), Vec::new());
        if whole.frequency() < self.frequency {
            return (steps, missing);
        }
        for period in self.year.parts(whole, self.frequency) {
            if self.year.first_day(period) > today {
                break;
            }
            let Some(actual) = self.actual(period) else {
                missing.push(period);
                continue;
            };
            let elapsed = self.elapsed(period, today);
            let expected = self.goal(period).map(|goal| goal.share(elapsed));
            steps.push(Step { period, actual, elapsed, expected });
        }
        let newest = steps.last().map(|s| s.period);
        missing.retain(|p| newest.is_some_and(|n| *p < n));
        (steps, missing)
    }

    /// Why a period has no figure: what is known of the newest of its parts, or that none is there.
    pub(super) fn no_actual(&self, period: Period) -> Explain {
        let parts = self.year.parts(period, self.frequency);
        if let Some(running) = parts.iter().find(|p| self.filling && self.actuals.contains_key(p)) {
            return self.about("scorecard-running", *running);
        }
        let why = parts.iter().rev().find_map(|part| self.unknown.get(part)).cloned();
        why.unwrap_or_else(|| self.about("scorecard-no-actual", period))
    }

    /// The pace within a longer period, as known today.
    ///
    /// # Errors
    /// `scorecard-stock-no-pace`; `scorecard-no-actual` with the period, where it has no figure; why one of its figures is not
    /// known.
    pub fn pace(&self, whole: Period, today: NaiveDate) -> Known<Pace> {
        if self.nature == Nature::Stock {
            return Err(Explain::new("scorecard-stock-no-pace"));
        }
        if let Some(why) = self.unknown_within(whole, today) {
            return Err(why.clone());
        }
        let (steps, missing) = self.steps(whole, today);
        let newest =
            steps.last().map(|s| self.year.last_day(s.period)).ok_or_else(|| self.no_actual(whole))?;
        let as_of = if self.computed { newest.min(today) } else { newest };
        let actual = steps.iter().map(|s| s.actual).sum();
        let expected = steps.iter().map(|s| s.expected.clone());
        let expected = expected.reduce(|a, b| Ok(a?.plus(b?))).unwrap_or_else(|| Err(self.no_actual(whole)));
        Ok(Pace {
            value: expected.clone().map(|goal| reach(actual, goal, self.better)),
            as_of,
            actual,
            expected,
            passed: count(missing.len()) + steps.iter().map(|s| s.elapsed).sum::<f64>(),
            of: self.year.parts(whole, self.frequency).len(),
            steps,
            missing,
        })
    }
}
