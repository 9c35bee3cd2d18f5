//! How an initiative goes: how far it has come, and whether it is late.
//!
//! Progress is derived: where milestones or promises hang on an initiative, the share of them that is done is its progress, and
//! what was entered by hand no longer counts.
use chrono::NaiveDate;

use crate::domain::Id;
use crate::domain::cadence::as_f64;
use crate::domain::commitment::Promise;
use crate::domain::day::days_between;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::score::{Known, count};
use crate::domain::value::SCALE;

/// Points of 100 by which an initiative may lag behind its days before it is said.
const LAG: f64 = 25.0;

/// What hangs on an initiative and can be done: a milestone or a promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Milestone or commitment.
    pub kind: Kind,
    /// Which.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// By when, and when it was done.
    pub promise: Promise,
}

/// An initiative as far as its course goes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Course {
    /// First and last day; both included.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// When it was finished.
    pub done_on: Option<NaiveDate>,
    /// Given up.
    pub dropped: bool,
    /// Progress by hand, a percentage of scale 4.
    pub entered: Option<i64>,
    /// What hangs on it.
    pub pieces: Vec<Piece>,
    /// An initiative that must be finished before it and is not.
    pub waits_for: Option<Id>,
}

/// How an initiative stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Given up.
    Dropped,
    /// Finished on that day.
    Done(NaiveDate),
    /// Not finished so many days after its last day.
    Late(i64),
    /// What hangs on it is so many days late at worst.
    Slipping(i64),
    /// Its days have begun, and something before it is not finished.
    Waiting(Id),
    /// Its days go by faster than its work: so many points of 100 behind.
    Behind(i64),
    /// Everything that hangs on it is done, only it is not said so.
    Ripe,
    /// Under way.
    Running,
    /// Not begun.
    Ahead,
}

impl Standing {
    /// Whether somebody must act on it: late, or something of it is.
    pub const fn is_late(self) -> bool {
        matches!(self, Self::Late(_) | Self::Slipping(_))
    }

    /// Whether it is over.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Done(_) | Self::Dropped)
    }
}

/// The share of some days that has gone by on a day, 0 … 1; both ends belong to them.
pub fn elapsed((from, to): (NaiveDate, NaiveDate), today: NaiveDate) -> f64 {
    let all = days_between(from, to) + 1;
    let gone = days_between(from, today) + 1;
    if all <= 0 { 1.0 } else { (as_f64(gone) / as_f64(all)).clamp(0.0, 1.0) }
}

impl Course {
    /// How far it has come, 0 … 1: finished, the share of what hangs on it, what was entered, or nothing before its first day.
    ///
    /// # Errors
    /// `plan-dropped` where it was given up, `plan-progress-unknown` where nothing says it.
    pub fn progress(&self, today: NaiveDate) -> Known {
        if self.done_on.is_some() {
            return Ok(1.0);
        }
        if self.dropped {
            return Err(Explain::new("plan-dropped"));
        }
        if !self.pieces.is_empty() {
            let done = self.pieces.iter().filter(|p| p.promise.done_on.is_some()).count();
            return Ok(count(done) / count(self.pieces.len()));
        }
        match (self.entered, self.days) {
            (Some(entered), _) => Ok((as_f64(entered) / as_f64(SCALE) / 100.0).clamp(0.0, 1.0)),
            (None, Some((from, _))) if today < from => Ok(0.0),
            (None, _) => Err(Explain::new("plan-progress-unknown")),
        }
    }

    /// How it stands today; the first of the rules that holds.
    pub fn standing(&self, today: NaiveDate) -> Standing {
        if let Some(day) = self.done_on {
            return Standing::Done(day);
        }
        if self.dropped {
            return Standing::Dropped;
        }
        if let Some((_, to)) = self.days.filter(|(_, to)| *to < today) {
            return Standing::Late(days_between(to, today));
        }
        let worst = self.pieces.iter().map(|p| p.promise.days_late(today)).max().unwrap_or(0);
        if worst > 0 {
            return Standing::Slipping(worst);
        }
        if !self.pieces.is_empty() && self.pieces.iter().all(|p| p.promise.done_on.is_some()) {
            return Standing::Ripe;
        }
        let Some(days) = self.days.filter(|(from, _)| *from <= today) else { return Standing::Ahead };
        if let Some(first) = self.waits_for {
            return Standing::Waiting(first);
        }
        let lag = self.progress(today).map_or(0.0, |share| (elapsed(days, today) - share) * 100.0);
        #[expect(clippy::cast_possible_truncation, reason = "points of 100")]
        let points = lag.round() as i64;
        // What has milestones is judged by their days, not by how many of them are done.
        if self.pieces.is_empty() && lag > LAG { Standing::Behind(points) } else { Standing::Running }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::day::{day, plus_days};

    fn today() -> NaiveDate {
        day(2026, 11, 23)
    }

    fn course(from: i64, to: i64) -> Course {
        Course { days: Some((plus_days(today(), from), plus_days(today(), to))), ..Course::default() }
    }

    fn piece(due: i64, done: bool) -> Piece {
        let due = plus_days(today(), due);
        let promise = Promise { due: Some(due), done_on: done.then_some(due) };
        Piece { kind: Kind::Milestone, id: 1, name: String::new(), promise }
    }

    #[test]
    fn progress_comes_from_what_hangs_on_it_before_what_was_entered() {
        let mut of = course(-10, 30);
        assert_eq!(of.progress(today()).unwrap_err().key, "plan-progress-unknown");
        of.entered = Some(40 * SCALE);
        assert_eq!(of.progress(today()), Ok(0.4));
        of.pieces = vec![piece(-5, true), piece(5, false), piece(9, false), piece(12, false)];
        assert_eq!(of.progress(today()), Ok(0.25));
        of.done_on = Some(today());
        assert_eq!(of.progress(today()), Ok(1.0));
        assert_eq!(course(3, 9).progress(today()), Ok(0.0), "not begun is nothing done, and known");
    }

    #[test]
    fn the_worst_of_it_is_said_first() {
        assert_eq!(course(-30, -4).standing(today()), Standing::Late(4));
        assert_eq!(course(-30, 0).standing(today()), Standing::Running, "its last day is a day of it");
        let mut of = course(-30, 30);
        of.pieces = vec![piece(-2, false), piece(-6, false), piece(-9, true)];
        assert_eq!(of.standing(today()), Standing::Slipping(6));
        of.pieces = vec![piece(-9, true)];
        assert_eq!(of.standing(today()), Standing::Ripe);
        of.pieces = vec![piece(4, false)];
        of.waits_for = Some(7);
        assert_eq!(of.standing(today()), Standing::Waiting(7));
        of.days = Some((plus_days(today(), 1), plus_days(today(), 9)));
        assert_eq!(of.standing(today()), Standing::Ahead, "what has not begun waits for nothing");
        of.dropped = true;
        assert_eq!(of.standing(today()), Standing::Dropped);
        of.done_on = Some(today());
        assert_eq!(of.standing(today()), Standing::Done(today()));
    }

    #[test]
    fn an_entered_progress_may_lag_behind_its_days_by_a_quarter() {
        let entered = |percent: i64| Course { entered: Some(percent * SCALE), ..course(-49, 50) };
        assert_eq!(entered(30).standing(today()), Standing::Running);
        assert_eq!(entered(10).standing(today()), Standing::Behind(40));
    }

    proptest! {
        #[test]
        fn progress_is_a_share_and_doing_one_more_never_lowers_it(done in prop::collection::vec(any::<bool>(), 1..20), at in 0..20_usize) {
            let pieces: Vec<_> = done.iter().map(|d| piece(1, *d)).collect();
            let before = Course { pieces, ..course(-1, 1) };
            let mut after = before.clone();
            let at = at % after.pieces.len();
            after.pieces[at].promise.done_on = Some(today());
            let share = |c: &Course| c.progress(today()).unwrap();
            prop_assert!((0.0..=1.0).contains(&share(&before)));
            prop_assert!(share(&after) >= share(&before));
        }
    }
}
