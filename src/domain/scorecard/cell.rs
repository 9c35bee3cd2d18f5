//! One cell of the grid: a month, or the months of a quarter or a year together.
use chrono::NaiveDate;

use super::attainment::{attainment, ratio, reach};
use super::{Goal, Rag, Series};
use crate::domain::choice::Nature;
use crate::domain::period::Period;
use crate::domain::score::Known;

/// An indicator in one period, of its own frequency or longer: flows added up, of stocks the newest.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Which.
    pub period: Period,
    /// The figure.
    pub actual: Known,
    /// The target of the whole period; of a stock that of the period its figure is from.
    pub target: Known<Goal>,
    /// What was expected of the part that has figures: what the cell is judged on.
    pub expected: Known<Goal>,
    /// Actual − expected; of a band to its nearer edge.
    pub deviation: Known,
    /// What it reaches of what was expected, 0 … 2.
    pub attainment: Known,
    /// `a/t`; `None` where it does not exist.
    pub ratio: Option<f64>,
    /// What is printed of how far it has come: the pace of a flow; of a stock `a/t`, also where less is better, so that 52 of 45
    /// days are 116 %, and the attainment where that does not exist: of a band, of a target of nothing.
    pub printed: Known,
    /// Judged on its own period only.
    pub rag: Rag,
    /// Every part has its whole figure.
    pub complete: bool,
}

impl Series {
    /// The cell of a period, as known today. A figure of a period that has not begun is shown, but is no actual yet.
    pub fn cell(&self, period: Period, today: NaiveDate) -> Cell {
        let (steps, missing) = self.steps(period, today);
        let parts = self.year.parts(period, self.frequency).len();
        let whole = steps.iter().all(|s| s.elapsed >= 1.0);
        let (actual, target, expected) = match self.nature {
            Nature::Flow => {
                let pace = self.pace(period, today);
                let expected = pace.clone().and_then(|p| p.expected);
                (pace.map(|p| p.actual), self.goal(period), expected)
            }
            Nature::Stock => {
                let whole = steps.iter().rev().find(|s| s.elapsed >= 1.0).filter(|_| self.filling);
                let newest = whole.or(steps.last()).map(|s| (s.period, s.actual));
                let target = self.goal(newest.map_or(period, |(p, _)| p));
                let actual = newest.map(|(_, a)| a).ok_or_else(|| self.no_actual(period));
                // A share that still fills says nothing yet, however little of it there is.
                let running = self.filling && whole.is_none();
                let expected =
                    if running { target.clone().and(Err(self.no_actual(period))) } else { target.clone() };
                (actual, target, expected)
            }
        };
        let both = actual.clone().and_then(|a| Ok((a, expected.clone()?)));
        let reached = both.clone().map(|(a, goal)| attainment(a, goal, self.better));
        let ratio = both.clone().ok().and_then(|(a, goal)| ratio(a, goal, self.better));
        let printed = match self.nature {
            Nature::Flow => both.clone().map(|(a, goal)| reach(a, goal, self.better)),
            Nature::Stock => reached.clone().map(|reached| ratio.unwrap_or(reached)),
        };
        Cell {
            period,
            target,
            deviation: both.map(|(a, goal)| -goal.gap(a, self.better)),
            ratio,
            printed,
            rag: self.judge(&reached),
            attainment: reached,
            actual,
            expected,
            complete: whole && missing.is_empty() && steps.len() == parts,
        }
    }
}
