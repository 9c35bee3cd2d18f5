//! Targets by period: those of the period win, else a longer period's is spread over it (§6).
use std::cmp::Ordering;

use super::{Goal, Series};
use crate::domain::choice::{Frequency, Nature, Spread};
use crate::domain::explain::Explain;
use crate::domain::period::Period;
use crate::domain::score::{Known, count};

/// The targets of the periods do not add up to that of the longer one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mismatch {
    /// The longer period.
    pub period: Period,
    /// What its periods add up to: that is what counts.
    pub sum: f64,
    /// What was said of the whole.
    pub whole: f64,
}

/// Sums of shares differ in their last digits only.
const SAME: f64 = 1e-6;

impl Series {
    /// The target of a period, of the series' own frequency or longer. Of a longer one: a flow's are added up, a stock's is that of
    /// the last.
    ///
    /// # Errors
    /// `scorecard-no-target`, `scorecard-no-target-by-hand`, `scorecard-no-last-year`, each with the period; why a target is not
    /// known.
    pub fn goal(&self, period: Period) -> Known<Goal> {
        match period.frequency().cmp(&self.frequency) {
            Ordering::Less => return Err(self.no_target(period)),
            Ordering::Equal => return self.goal_of_one(period),
            Ordering::Greater => {}
        }
        let parts = self.year.parts(period, self.frequency);
        match self.nature {
            Nature::Flow => {
                let own = self.targets.get(&period).copied();
                let goals = parts.iter().map(|part| self.goal_of_one(*part));
                let sum = goals.reduce(|a, b| Ok(a?.plus(b?))).unwrap_or_else(|| Err(self.no_target(period)));
                let unknown = parts.iter().find_map(|part| self.unknown_targets.get(part));
                sum.or_else(|why| own.filter(|_| unknown.is_none()).ok_or(why))
            }
            Nature::Stock => {
                parts.last().map_or_else(|| Err(self.no_target(period)), |p| self.goal_of_one(*p))
            }
        }
    }

    fn goal_of_one(&self, period: Period) -> Known<Goal> {
        if let Some(own) = self.targets.get(&period) {
            return Ok(*own);
        }
        // A target that is there wins even where it is not known: the year's would be another.
        if let Some(why) = self.unknown_targets.get(&period) {
            return Err(why.clone());
        }
        for longer in [Frequency::Quarterly, Frequency::Yearly] {
            if longer <= period.frequency() {
                continue;
            }
            let whole = self.year.at(self.year.first_day(period), longer);
            if let Some(why) = self.unknown_targets.get(&whole) {
                return Err(why.clone());
            }
            let Some(goal) = self.targets.get(&whole) else { continue };
            return match (self.spread, self.nature) {
                (Spread::Hand, _) => Err(self.about("scorecard-no-target-by-hand", period)),
                // A level is the same in every part of the year.
                (Spread::Calendar | Spread::LastYear, Nature::Stock) => Ok(*goal),
                (Spread::Calendar, Nature::Flow) => {
                    Ok(goal.share(1.0 / count(self.year.parts(whole, self.frequency).len())))
                }
                (Spread::LastYear, Nature::Flow) => {
                    self.share_of_last_year(period, whole).map(|s| goal.share(s))
                }
            };
        }
        Err(self.no_target(period))
    }

    fn no_target(&self, period: Period) -> Explain {
        self.about("scorecard-no-target", period)
    }

    /// What share of the whole the same period of last year had.
    ///
    /// # Errors
    /// Those of the sum.
    pub(super) fn share_of_last_year(&self, period: Period, whole: Period) -> Known {
        let sum = self.last_year(whole)?;
        let part = self.actual(self.year_before(period));
        part.map(|part| part / sum)
            .ok_or_else(|| self.about("scorecard-no-last-year", self.year_before(whole)))
    }

    /// Sum of the same period a year earlier.
    ///
    /// # Errors
    /// `scorecard-no-last-year` where it is not complete, or adds up to nothing; why one of its figures is not known.
    pub(super) fn last_year(&self, whole: Period) -> Known {
        let last = self.year_before(whole);
        let unknown = || self.unknown_within(last, self.year.last_day(last)).cloned();
        let refuse = || unknown().unwrap_or_else(|| self.about("scorecard-no-last-year", last));
        self.complete(last).filter(|sum| *sum > 0.0).ok_or_else(refuse)
    }

    /// Sum of a period whose parts all have a figure.
    pub(super) fn complete(&self, whole: Period) -> Option<f64> {
        let parts = self.year.parts(whole, self.frequency);
        parts.iter().map(|p| self.actual(*p)).sum()
    }

    /// Where the targets of the periods do not add up to the one stated for the whole: of a flow only.
    pub fn mismatch(&self, whole: Period) -> Option<Mismatch> {
        let stated = self.targets.get(&whole).filter(|_| whole.frequency() > self.frequency)?;
        if self.nature == Nature::Stock {
            return None;
        }
        let goals = self.year.parts(whole, self.frequency).into_iter().map(|p| self.goal_of_one(p).ok());
        let sum: f64 = goals.map(|g| g.map(|g| g.low)).sum::<Option<f64>>()?;
        let differs = (sum - stated.low).abs() > SAME * stated.low.abs().max(1.0);
        differs.then_some(Mismatch { period: whole, sum, whole: stated.low })
    }
}
