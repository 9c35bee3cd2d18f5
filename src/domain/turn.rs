//! Whose turn it is to be contacted (§1): the one rule of every queue of people, so that nobody who asked not to be contacted and
//! nobody on holiday is in any of them.
use chrono::NaiveDate;

use super::cadence::{as_f64, lateness};
use super::day::days_between;

/// What decides on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Last touch.
    pub last: Option<NaiveDate>,
    /// Days between contacts, at least 1.
    pub cadence: i64,
    /// Influence weight, 1–5 (§3).
    pub weight: i64,
    /// They asked not to be contacted.
    pub do_not_contact: bool,
    /// Not before that day: holidays, a pause.
    pub not_before: Option<NaiveDate>,
}

/// Whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Turn {
    /// Past the cadence, or never met. What it is worth in catch-up order (`formulas.md` §1): lateness × w, above 0 and at most
    /// 10.
    Due(f64),
    /// Within the cadence: in so many days it has run out, at least 1.
    In(i64),
    /// Not before that day, which is to come.
    Waits(NaiveDate),
    /// They asked not to be contacted: never.
    AskedNot,
}

impl Turn {
    /// Whether they may be contacted now.
    pub const fn is_reachable(self) -> bool {
        match self {
            Self::Due(_) | Self::In(_) => true,
            Self::Waits(_) | Self::AskedNot => false,
        }
    }
}

/// What keeps somebody from being contacted today: [`Turn::AskedNot`] or [`Turn::Waits`]; `None` where nothing does.
pub fn hindrance(do_not_contact: bool, not_before: Option<NaiveDate>, today: NaiveDate) -> Option<Turn> {
    if do_not_contact {
        return Some(Turn::AskedNot);
    }
    not_before.filter(|day| *day > today).map(Turn::Waits)
}

/// Whether somebody may be contacted now: they did not ask us not to, and are not on holiday.
pub fn is_reachable(do_not_contact: bool, not_before: Option<NaiveDate>, today: NaiveDate) -> bool {
    hindrance(do_not_contact, not_before, today).is_none()
}

impl Standing {
    /// Whose turn it is today.
    pub fn turn(self, today: NaiveDate) -> Turn {
        if let Some(turn) = hindrance(self.do_not_contact, self.not_before, today) {
            return turn;
        }
        let left = self.last.map(|last| self.cadence - days_between(last, today));
        match left {
            Some(left @ 0..) => Turn::In(left + 1),
            Some(_) | None => Turn::Due(lateness(self.last, self.cadence, today) * as_f64(self.weight)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::{day, plus_days};

    fn today() -> NaiveDate {
        day(2026, 11, 23)
    }

    fn met(ago: i64) -> Standing {
        let last = Some(plus_days(today(), -ago));
        Standing { last, cadence: 30, weight: 5, do_not_contact: false, not_before: None }
    }

    #[test]
    fn on_the_last_day_of_the_cadence_it_is_tomorrow_and_from_then_on_lateness_times_weight() {
        assert_eq!(met(0).turn(today()), Turn::In(31));
        assert_eq!(met(30).turn(today()), Turn::In(1));
        assert_eq!(met(45).turn(today()), Turn::Due(2.5));
        assert_eq!(met(900).turn(today()), Turn::Due(10.0));
        assert_eq!(Standing { last: None, ..met(0) }.turn(today()), Turn::Due(10.0));
    }

    #[test]
    fn who_is_on_holiday_waits_until_the_day_comes() {
        let until = |days| Standing { not_before: Some(plus_days(today(), days)), ..met(90) };
        assert_eq!(until(1).turn(today()), Turn::Waits(plus_days(today(), 1)));
        assert!(!until(1).turn(today()).is_reachable());
        assert_eq!(until(0).turn(today()), Turn::Due(10.0));
    }

    #[test]
    fn who_asked_not_to_be_contacted_is_never_due() {
        let asked = Standing { do_not_contact: true, not_before: Some(plus_days(today(), 1)), ..met(900) };
        assert_eq!(asked.turn(today()), Turn::AskedNot);
        assert!(!asked.turn(today()).is_reachable());
    }
}
