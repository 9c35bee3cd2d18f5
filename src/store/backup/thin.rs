//! Which daily copies are kept: the newest 7, the newest of each of 4 weeks, the newest of each of 12 months.
use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

const DAILY: usize = 7;
const WEEKLY: usize = 4;
const MONTHLY: usize = 12;

/// The days whose copies are no longer needed. Weeks and months count only if they have a copy.
pub(super) fn superfluous(days: &[NaiveDate]) -> Vec<NaiveDate> {
    let all: BTreeSet<NaiveDate> = days.iter().copied().collect();
    let newest: Vec<NaiveDate> = all.iter().rev().copied().collect();
    let mut kept: BTreeSet<NaiveDate> = newest.iter().take(DAILY).copied().collect();
    kept.extend(first_of_each(&newest, WEEKLY, |d| (d.iso_week().year(), d.iso_week().week())));
    kept.extend(first_of_each(&newest, MONTHLY, |d| (d.year(), d.month())));
    all.difference(&kept).copied().collect()
}

fn first_of_each(
    newest: &[NaiveDate],
    count: usize,
    period: impl Fn(NaiveDate) -> (i32, u32),
) -> Vec<NaiveDate> {
    let mut firsts: Vec<NaiveDate> = newest.to_vec();
    firsts.dedup_by_key(|d| period(*d));
    firsts.truncate(count);
    firsts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::{day, plus_days};

    /// What remains when every day has its copy and every day is thinned.
    fn after(days: i64) -> Vec<NaiveDate> {
        let mut kept: Vec<NaiveDate> = Vec::new();
        for n in 0..days {
            kept.push(plus_days(day(2025, 1, 1), n));
            let gone = superfluous(&kept);
            kept.retain(|d| !gone.contains(d));
        }
        kept
    }

    #[test]
    fn the_first_week_is_kept_whole() {
        assert_eq!(after(7).len(), 7);
    }

    #[test]
    fn two_years_of_days_leave_seven_days_four_weeks_and_twelve_months() {
        let kept = after(730);
        let today = plus_days(day(2025, 1, 1), 729);
        for n in 0..7 {
            assert!(kept.contains(&plus_days(today, -n)), "{n}");
        }
        assert_eq!(today, day(2026, 12, 31));
        for sunday in [day(2026, 12, 27), day(2026, 12, 20), day(2026, 12, 13)] {
            assert!(kept.contains(&sunday), "{sunday}");
        }
        for month_end in [day(2026, 11, 30), day(2026, 6, 30), day(2026, 1, 31)] {
            assert!(kept.contains(&month_end), "{month_end}");
        }
        assert!(kept.iter().all(|d| *d >= day(2026, 1, 31)));
        assert_eq!(kept.len(), 7 + 2 + 11);
    }

    #[test]
    fn copies_of_a_book_that_rested_for_years_are_not_lost_by_their_age() {
        let old = [day(2019, 3, 1), day(2019, 3, 2), day(2026, 11, 23)];
        assert!(superfluous(&old).is_empty());
    }
}
