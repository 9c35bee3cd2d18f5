//! The time of a plan: 12 to 18 months, two of an account not at once, and how long ago it was gone through.
use chrono::NaiveDate;

use super::{Initiative, Plan};
use crate::domain::choice::PlanStatus;
use crate::domain::day::{days_between, plus_days, plus_months};
use crate::domain::explain::Explain;

/// Fewest months of a plan.
pub const LEAST: i32 = 12;
/// Most months of a plan.
pub const MOST: i32 = 18;
/// Days after which a plan that was not gone through loses in health (`formulas.md` §10, §12).
pub const FRESH: i64 = 35;
/// Days after which it counts for nothing.
pub const OLD: i64 = 95;

/// How long ago a plan was gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reviewed {
    /// Never.
    Never,
    /// So many days ago: fresh.
    Fresh(i64),
    /// So many days ago: it is time again.
    Due(i64),
    /// So many days ago: nobody lives by it.
    Stale(i64),
}

impl Reviewed {
    /// Gone through on that day, or never.
    pub fn of(day: Option<NaiveDate>, today: NaiveDate) -> Self {
        match day.map(|day| days_between(day, today).max(0)) {
            None => Self::Never,
            Some(days @ ..=FRESH) => Self::Fresh(days),
            Some(days @ ..=OLD) => Self::Due(days),
            Some(days) => Self::Stale(days),
        }
    }
}

impl Plan {
    /// First and last day, both belong to it.
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.starts_on.zip(self.ends_on)
    }

    /// Whether it is not over: a draft, or in force.
    pub fn is_open(&self) -> bool {
        self.status != Some(PlanStatus::Closed)
    }

    /// How long ago it was gone through.
    pub fn reviewed(&self, today: NaiveDate) -> Reviewed {
        Reviewed::of(self.reviewed_on, today)
    }

    /// An open plan lasts 12 to 18 months; one that is closed may have ended earlier.
    ///
    /// # Errors
    /// `plan-ends-before`, `plan-too-short` and `plan-too-long`.
    pub fn check(&self) -> Result<(), Explain> {
        let Some((from, to)) = self.days() else { return Ok(()) };
        if to < from {
            return Err(Explain::new("plan-ends-before").with("day", to).with("start", from));
        }
        let last = |months| plus_days(plus_months(from, months), -1);
        let refuse = |key: &str| Explain::new(key).with("from", last(LEAST)).with("to", last(MOST));
        match to {
            _ if !self.is_open() => Ok(()),
            to if to < last(LEAST) => Err(refuse("plan-too-short")),
            to if to > last(MOST) => Err(refuse("plan-too-long")),
            _ => Ok(()),
        }
    }
}

impl Initiative {
    /// First and last day, both belong to it.
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.starts_on.zip(self.ends_on)
    }

    /// It does not end before it begins.
    ///
    /// # Errors
    /// `plan-ends-before`.
    pub fn check(&self) -> Result<(), Explain> {
        match self.days().filter(|(from, to)| to < from) {
            Some((from, to)) => Err(Explain::new("plan-ends-before").with("day", to).with("start", from)),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;

    fn plan(to: NaiveDate) -> Plan {
        Plan { starts_on: Some(day(2026, 7, 1)), ends_on: Some(to), ..Plan::fresh() }
    }

    #[test]
    fn a_plan_lasts_twelve_to_eighteen_months() {
        let key = |to| plan(to).check().err().map(|e| e.key);
        assert_eq!(key(day(2026, 6, 30)).as_deref(), Some("plan-ends-before"));
        assert_eq!(key(day(2027, 6, 29)).as_deref(), Some("plan-too-short"));
        assert_eq!(key(day(2027, 6, 30)), None);
        assert_eq!(key(day(2027, 12, 31)), None);
        assert_eq!(key(day(2028, 1, 1)).as_deref(), Some("plan-too-long"));
        let closed = Plan { status: Some(PlanStatus::Closed), ..plan(day(2026, 12, 31)) };
        assert_eq!(closed.check(), Ok(()), "one that is closed may have ended early");
    }

    #[test]
    fn a_review_ages() {
        let of = |ago: i64| Plan { reviewed_on: Some(plus_days(day(2026, 11, 23), -ago)), ..Plan::fresh() };
        let reviewed = |ago| of(ago).reviewed(day(2026, 11, 23));
        assert_eq!([reviewed(35), reviewed(36)], [Reviewed::Fresh(35), Reviewed::Due(36)]);
        assert_eq!([reviewed(95), reviewed(96)], [Reviewed::Due(95), Reviewed::Stale(96)]);
        assert_eq!(Plan::fresh().reviewed(day(2026, 11, 23)), Reviewed::Never);
    }
}
