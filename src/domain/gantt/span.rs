//! First and last day of a bar, and how it moves.
use chrono::{Duration, NaiveDate};

use crate::domain::day::days_between;

/// From the first to the last day, both with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub from: NaiveDate,
    /// The last day; never before the first.
    pub to: NaiveDate,
}

/// A step of a bar, in days; negative is earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shift {
    /// Both ends: it stays as long as it is.
    Whole(i64),
    /// Its last day alone: it becomes longer or shorter.
    End(i64),
}

impl Shift {
    /// By how many days.
    pub const fn days(self) -> i64 {
        match self {
            Self::Whole(days) | Self::End(days) => days,
        }
    }

    /// Where a day goes that moves with what is shifted; `None` beyond the end of the calendar.
    pub fn day(self, day: NaiveDate) -> Option<NaiveDate> {
        day.checked_add_signed(Duration::try_days(self.days())?)
    }
}

impl Span {
    /// Between two days, whichever comes first.
    pub fn between(one: NaiveDate, other: NaiveDate) -> Self {
        Self { from: one.min(other), to: one.max(other) }
    }

    /// One day.
    pub const fn of(day: NaiveDate) -> Self {
        Self { from: day, to: day }
    }

    /// How many days, at least 1.
    pub fn days(self) -> i64 {
        days_between(self.from, self.to) + 1
    }

    /// The span that holds both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { from: self.from.min(other.from), to: self.to.max(other.to) }
    }

    /// After a step; `None` where it would end before it begins or leave the calendar.
    pub fn shifted(self, shift: Shift) -> Option<Self> {
        let from = match shift {
            Shift::Whole(_) => shift.day(self.from)?,
            Shift::End(_) => self.from,
        };
        shift.day(self.to).filter(|to| *to >= from).map(|to| Self { from, to })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::day::{day, plus_days};

    fn span(start: i64, length: i64) -> Span {
        let from = plus_days(day(2026, 1, 1), start);
        Span { from, to: plus_days(from, length) }
    }

    #[test]
    fn a_bar_lasts_at_least_a_day() {
        let bar = span(0, 2);
        assert_eq!((bar.days(), Span::of(bar.from).days()), (3, 1));
        assert_eq!(bar.shifted(Shift::End(-2)).map(Span::days), Some(1));
        assert_eq!(bar.shifted(Shift::End(-3)), None);
        assert_eq!(bar.shifted(Shift::Whole(i64::MAX)), None);
    }

    proptest! {
        #[test]
        fn moving_keeps_the_length_and_moving_back_is_as_before(
            start in -900i64..900, length in 0i64..700, days in -400i64..400,
        ) {
            let before = span(start, length);
            let moved = before.shifted(Shift::Whole(days)).unwrap();
            prop_assert_eq!(moved.days(), before.days());
            prop_assert_eq!(days_between(before.from, moved.from), days);
            prop_assert_eq!(moved.shifted(Shift::Whole(-days)), Some(before));
        }

        #[test]
        fn moving_the_end_leaves_the_beginning_and_never_turns_a_bar_around(
            start in -900i64..900, length in 0i64..700, days in -400i64..400,
        ) {
            let before = span(start, length);
            match before.shifted(Shift::End(days)) {
                Some(after) => {
                    prop_assert_eq!(after.from, before.from);
                    prop_assert_eq!(after.days(), before.days() + days);
                    prop_assert_eq!(after.shifted(Shift::End(-days)), Some(before));
                }
                None => prop_assert!(before.days() + days < 1),
            }
        }
    }
}
