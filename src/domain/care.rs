//! Special care given to an account: whether it is given now, and when its end is near.
use chrono::NaiveDate;

use super::day::days_between;
use super::market::Perk;

/// Days ahead from which the end is near: something must be decided.
pub const NEAR: i64 = 30;

/// Days ahead from which the end is in sight.
pub const IN_SIGHT: i64 = 90;

/// Whether care is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Given {
    /// Now.
    Now,
    /// From a later day on.
    Later,
    /// No longer.
    Over,
}

impl Given {
    /// Key of its words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Later => "later",
            Self::Over => "over",
        }
    }

    /// Between two days, both included; one that is not known is no bound.
    pub fn between(since: Option<NaiveDate>, until: Option<NaiveDate>, today: NaiveDate) -> Self {
        if until.is_some_and(|day| day < today) {
            Self::Over
        } else if since.is_some_and(|day| day > today) {
            Self::Later
        } else {
            Self::Now
        }
    }
}

impl Perk {
    /// Whether it is given today.
    pub fn given(&self, today: NaiveDate) -> Given {
        Given::between(self.since, self.until, today)
    }

    /// Days until its last one, 0 on that day; `None` where it has none, is over or has not begun.
    pub fn days_left(&self, today: NaiveDate) -> Option<i64> {
        let until = self.until.filter(|_| self.given(today) == Given::Now)?;
        Some(days_between(today, until))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::{day, plus_days};

    fn perk(since: Option<i64>, until: Option<i64>) -> Perk {
        let on = |days| plus_days(today(), days);
        Perk { since: since.map(on), until: until.map(on), ..Perk::fresh() }
    }

    fn today() -> NaiveDate {
        day(2026, 11, 23)
    }

    #[test]
    fn care_is_given_on_its_first_day_and_on_its_last() {
        for (since, until, given) in [
            (None, None, Given::Now),
            (Some(0), Some(0), Given::Now),
            (Some(1), None, Given::Later),
            (None, Some(-1), Given::Over),
            (Some(-10), Some(-5), Given::Over),
        ] {
            assert_eq!(perk(since, until).given(today()), given, "{since:?} {until:?}");
        }
    }

    #[test]
    fn only_what_is_given_now_has_days_left() {
        assert_eq!(perk(Some(-9), Some(30)).days_left(today()), Some(30));
        assert_eq!(perk(None, Some(0)).days_left(today()), Some(0));
        assert_eq!(perk(Some(1), Some(30)).days_left(today()), None);
        assert_eq!(perk(None, Some(-1)).days_left(today()), None);
        assert_eq!(perk(None, None).days_left(today()), None);
    }
}
