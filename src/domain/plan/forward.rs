//! Last year's plan carried forward: its days moved, its name that of the new year, what is done left out.
use chrono::{Datelike, NaiveDate};

use super::term::{LEAST, MOST};
use super::{Initiative, Milestone, Objective, Plan};
use crate::domain::choice::{ObjectiveStatus, PlanStatus};
use crate::domain::day::{days_between, plus_days, plus_months};
use crate::domain::field::{Head, Link};

/// By how much everything moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shift {
    /// By whole months: the first of a month stays one.
    Months(i32),
    /// By days, where the beginnings are no whole months apart.
    Days(i64),
}

impl Shift {
    /// From one first day to another.
    pub fn between(from: NaiveDate, to: NaiveDate) -> Self {
        let months = (to.year() - from.year()) * 12 + i32::try_from(to.month0()).unwrap_or(0)
            - i32::try_from(from.month0()).unwrap_or(0);
        if plus_months(from, months) == to {
            Self::Months(months)
        } else {
            Self::Days(days_between(from, to))
        }
    }

    /// A day moved.
    pub fn day(self, day: NaiveDate) -> NaiveDate {
        match self {
            Self::Months(months) => plus_months(day, months),
            Self::Days(days) => plus_days(day, days),
        }
    }

    /// A stretch of days moved; its length changes only as months do.
    pub fn days(self, (from, to): (NaiveDate, NaiveDate)) -> (NaiveDate, NaiveDate) {
        match self {
            // The day after the end is moved, so that a month's last day stays one.
            Self::Months(months) => {
                let end = plus_days(plus_months(plus_days(to, 1), months), -1);
                (plus_months(from, months), end.max(plus_months(from, months)))
            }
            Self::Days(days) => (plus_days(from, days), plus_days(to, days)),
        }
    }
}

/// The name with its years so many later: `2026` becomes `2027`, `2026/27` becomes `2027/28`. A name without a year keeps it.
pub fn renamed(name: &str, years: i32) -> String {
    let mut out = String::new();
    let mut digits = String::new();
    let mut after_year = false;
    let flush = |digits: &mut String, out: &mut String, after_year: &mut bool| {
        let year = digits.parse::<i32>().ok();
        match year {
            Some(year) if digits.len() == 4 && (1990..2100).contains(&year) => {
                out.push_str(&(year + years).to_string());
                *after_year = true;
            }
            Some(short) if digits.len() == 2 && *after_year && out.ends_with(['/', '-', '–']) => {
                let short = (short + years).rem_euclid(100);
                out.extend([short / 10, short % 10].map(|digit| digit.to_string()));
                *after_year = false;
            }
            _ => {
                out.push_str(digits);
                *after_year &= digits.is_empty();
            }
        }
        digits.clear();
    };
    for c in name.chars() {
        if c.is_ascii_digit() {
            digits.push(c);
        } else {
            flush(&mut digits, &mut out, &mut after_year);
            out.push(c);
        }
    }
    flush(&mut digits, &mut out, &mut after_year);
    out
}

/// The plan that follows, a draft: from the day after the end of the old one, or from `start`, as long as it was within 12 to 18
/// months. The vision, the strengths and the rest of the page come along; the review does not. With it, by how much it moved.
pub fn plan(old: &Plan, start: Option<NaiveDate>) -> Option<(Plan, Shift)> {
    let (from, to) = old.days()?;
    let start = start.unwrap_or_else(|| plus_days(to, 1));
    let shift = Shift::between(from, start);
    let last = |months| plus_days(plus_months(start, months), -1);
    let new = Plan {
        head: Head::default(),
        name: renamed(&old.name, start.year() - from.year()),
        status: Some(PlanStatus::Draft),
        starts_on: Some(start),
        ends_on: Some(shift.days((from, to)).1.clamp(last(LEAST), last(MOST))),
        reviewed_on: None,
        follows: Some(Link(old.head.id)),
        ..old.clone()
    };
    Some((new, shift))
}

/// An objective in the plan that follows; `None` where it is reached or was given up. What it was to stand at is where it begins.
pub fn objective(old: &Objective, plan: i64) -> Option<Objective> {
    let open = !matches!(old.status, Some(ObjectiveStatus::Reached | ObjectiveStatus::Dropped));
    open.then(|| Objective {
        head: Head::default(),
        plan: Some(Link(plan)),
        status: Some(ObjectiveStatus::Open),
        baseline: old.target.or(old.baseline),
        target: None,
        ..old.clone()
    })
}

/// An initiative in the plan that follows; `None` where it is finished or was given up. What it waits for is left to the caller.
pub fn initiative(old: &Initiative, objective: i64, shift: Shift) -> Option<Initiative> {
    let days = old.days().map(|days| shift.days(days));
    (old.done_on.is_none() && !old.dropped).then(|| Initiative {
        head: Head::default(),
        objective: Some(Link(objective)),
        starts_on: days.map(|d| d.0),
        ends_on: days.map(|d| d.1),
        progress: None,
        after: Vec::new(),
        ..old.clone()
    })
}

/// A milestone in the plan that follows; `None` where it was reached.
pub fn milestone(old: &Milestone, initiative: i64, shift: Shift) -> Option<Milestone> {
    old.done_on.is_none().then(|| Milestone {
        head: Head::default(),
        initiative: Some(Link(initiative)),
        due: old.due.map(|due| shift.day(due)),
        ..old.clone()
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::day::day;

    #[test]
    fn whole_months_stay_whole_months() {
        let shift = Shift::between(day(2026, 1, 1), day(2027, 1, 1));
        assert_eq!(shift, Shift::Months(12));
        assert_eq!(shift.days((day(2026, 2, 1), day(2026, 2, 28))), (day(2027, 2, 1), day(2027, 2, 28)));
        let shift = Shift::between(day(2026, 1, 1), day(2027, 7, 1));
        assert_eq!(shift.days((day(2026, 3, 1), day(2026, 3, 31))), (day(2027, 9, 1), day(2027, 9, 30)));
        assert_eq!(Shift::between(day(2026, 1, 31), day(2027, 2, 3)), Shift::Days(368));
    }

    #[test]
    fn the_years_of_a_name_move_on() {
        assert_eq!(renamed("Plan 2026", 1), "Plan 2027");
        assert_eq!(renamed("2026/27", 1), "2027/28");
        assert_eq!(renamed("2099–00 Almazara 12 x 30", 2), "2101–02 Almazara 12 x 30");
        assert_eq!(renamed("El salto", 1), "El salto");
    }

    #[test]
    fn the_plan_that_follows_begins_the_day_after_and_is_a_draft() {
        let old = Plan {
            name: "2026".into(),
            starts_on: Some(day(2026, 1, 1)),
            ends_on: Some(day(2026, 12, 31)),
            status: Some(PlanStatus::Active),
            reviewed_on: Some(day(2026, 11, 1)),
            vision: "First choice".into(),
            ..Plan::default()
        };
        let (new, _) = plan(&old, None).unwrap();
        assert_eq!(new.days(), Some((day(2027, 1, 1), day(2027, 12, 31))));
        assert_eq!((new.name.as_str(), new.status, new.reviewed_on), ("2027", Some(PlanStatus::Draft), None));
        assert_eq!((new.vision.as_str(), new.check()), ("First choice", Ok(())));
    }

    #[test]
    fn what_is_over_stays_behind() {
        let reached = Objective { status: Some(ObjectiveStatus::Reached), ..Objective::default() };
        assert_eq!(objective(&reached, 1), None);
        let shift = Shift::Months(12);
        let done = Initiative { done_on: Some(day(2026, 5, 5)), ..Initiative::default() };
        assert_eq!(initiative(&done, 1, shift), None);
        let open = Milestone { due: Some(day(2026, 5, 5)), ..Milestone::default() };
        assert_eq!(milestone(&open, 1, shift).unwrap().due, Some(day(2027, 5, 5)));
    }

    proptest! {
        #[test]
        fn a_stretch_never_turns_round_and_a_shift_by_days_keeps_its_length(start in 0..800_i64, length in 0..400_i64, to in 0..1500_i64) {
            let base = day(2026, 1, 1);
            let days = (plus_days(base, start), plus_days(base, start + length));
            let shift = Shift::between(base, plus_days(base, to));
            let (from, end) = shift.days(days);
            prop_assert!(from <= end);
            if let Shift::Days(_) = shift {
                prop_assert_eq!(days_between(from, end), length);
            } else {
                // Months differ by three days, and a leap year by one more: 31 Jan 2026 – 28 Feb 2027, 13 months later.
                prop_assert!((days_between(from, end) - length).abs() <= 4);
            }
        }
    }
}
