//! A promise of one side to the other, and how well both keep them (§5).
use chrono::NaiveDate;

use super::choice::{Choice, Side};
use super::day::days_between;
use super::field::Link;
use super::kind::Kind;
use super::value::FieldKind::{Choice as OneOf, Day, Link as To, Text};
use crate::entity;

entity! {
    /// A follow-up one side owes the other.
    Commitment {
        /// Who owes.
        side: Option<Side> => OneOf(Side::SET), required;
        /// What is owed.
        text: String => Text, required;
        /// The client of the promise.
        account: Option<Link> => To(Kind::Account);
        /// Of ours, who keeps it; empty is me.
        owner: Option<Link> => To(Kind::Colleague);
        /// Of theirs: to whom we owe it, or who owes it to us.
        counterpart: Option<Link> => To(Kind::Person);
        /// By when.
        due: Option<NaiveDate> => Day;
        /// When it was kept.
        done_on: Option<NaiveDate> => Day;
        /// Out of the queue until that day.
        snoozed_until: Option<NaiveDate> => Day;
        /// The conversation it was made in.
        interaction: Option<Link> => To(Kind::Interaction);
        /// The initiative it is part of.
        initiative: Option<Link> => To(Kind::Initiative);
    }
}

/// Due and kept day of a promise: all that §5 needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promise {
    /// By when.
    pub due: Option<NaiveDate>,
    /// When it was kept.
    pub done_on: Option<NaiveDate>,
}

impl Promise {
    /// Days late today: 0 when not due yet, done, or without a day.
    pub fn days_late(self, today: NaiveDate) -> i64 {
        match (self.due, self.done_on) {
            (Some(due), None) => days_between(due, today).max(0),
            _ => 0,
        }
    }

    fn fell_due_within(self, today: NaiveDate, days: i64) -> bool {
        self.due.is_some_and(|due| due < today && days_between(due, today) <= days)
    }
}

/// Score of our promises (§5): 100 none overdue, 33 the worst is 1–7 days late, 0 beyond; `None` when nothing is open
/// and nothing fell due in 90 days.
pub fn ours_score(promises: &[Promise], today: NaiveDate) -> Option<i64> {
    let known = promises.iter().any(|p| p.done_on.is_none() || p.fell_due_within(today, 90));
    known.then(|| match promises.iter().map(|p| p.days_late(today)).max().unwrap_or(0) {
        0 => 100,
        1..=7 => 33,
        _ => 0,
    })
}

/// Promises kept on or before their day, and all that fell due in 90 days (§5).
pub fn kept(promises: &[Promise], today: NaiveDate) -> (usize, usize) {
    let due: Vec<_> = promises.iter().filter(|p| p.fell_due_within(today, 90)).collect();
    let kept = due.iter().filter(|p| p.done_on.is_some_and(|done| Some(done) <= p.due)).count();
    (kept, due.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;

    fn promise(due: NaiveDate, done_on: Option<NaiveDate>) -> Promise {
        Promise { due: Some(due), done_on }
    }

    #[test]
    fn our_score_falls_with_the_worst_delay() {
        let today = day(2026, 11, 23);
        assert_eq!(ours_score(&[], today), None);
        assert_eq!(ours_score(&[promise(day(2026, 11, 23), None)], today), Some(100));
        assert_eq!(ours_score(&[promise(day(2026, 11, 22), None)], today), Some(33));
        assert_eq!(ours_score(&[promise(day(2026, 11, 16), None)], today), Some(33));
        assert_eq!(ours_score(&[promise(day(2026, 11, 15), None)], today), Some(0));
        assert_eq!(ours_score(&[promise(day(2026, 1, 1), Some(day(2026, 1, 1)))], today), None);
    }

    #[test]
    fn a_promise_kept_late_is_not_kept() {
        let today = day(2026, 11, 23);
        let promises = [
            promise(day(2026, 11, 1), Some(day(2026, 11, 1))),
            promise(day(2026, 11, 1), Some(day(2026, 11, 2))),
            promise(day(2026, 11, 10), None),
            promise(day(2026, 12, 1), None),
        ];
        assert_eq!(kept(&promises, today), (1, 3));
    }
}
