//! How far a review has come: whom it still has to go through, and whether it can be finished.
use chrono::NaiveDate;

use super::Review;
use crate::domain::Id;
use crate::domain::day::days_between;
use crate::domain::explain::Explain;
use crate::domain::field::Link;

/// Days for which a review that was left is gone on with; after that another week has begun, and so does another review.
pub const OPEN_DAYS: i64 = 6;

impl Review {
    /// Whether it is gone on with: begun at the most six days ago and not finished.
    pub fn is_open(&self, today: NaiveDate) -> bool {
        let fresh = |day| (0..=OPEN_DAYS).contains(&days_between(day, today));
        self.finished_on.is_none() && self.day.is_some_and(fresh)
    }

    /// Whether an account has been gone through.
    pub fn has(&self, account: Id) -> bool {
        self.accounts.contains(&Link(account))
    }

    /// The accounts of the agenda that have not been gone through, in its order.
    pub fn left<'a>(&self, agenda: &'a [Id]) -> Vec<&'a Id> {
        agenda.iter().filter(|account| !self.has(**account)).collect()
    }

    /// Whether it can be finished: nobody is finished who has not begun, and every account must have been gone through.
    ///
    /// # Errors
    /// `review-nothing-yet`, or `review-accounts-left` with the `count` of them.
    pub fn check_finish(&self, agenda: &[Id]) -> Result<(), Explain> {
        let left = self.left(agenda).len();
        match left {
            0 if self.accounts.is_empty() => Err(Explain::new("review-nothing-yet")),
            0 => Ok(()),
            _ => Err(Explain::new("review-accounts-left").with("count", left)),
        }
    }
}

/// The account to go on with after `from`: the next one that is left, from the beginning again after the last; `None` once all have
/// been gone through.
pub fn next(agenda: &[Id], gone: impl Fn(Id) -> bool, from: Option<Id>) -> Option<Id> {
    let after = from.and_then(|from| agenda.iter().position(|a| *a == from)).map_or(0, |at| at + 1);
    let (before, behind) = agenda.split_at(after.min(agenda.len()));
    behind.iter().chain(before).copied().find(|account| !gone(*account))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;

    fn review(accounts: &[Id]) -> Review {
        let accounts = accounts.iter().map(|id| Link(*id)).collect();
        Review { day: Some(day(2026, 11, 20)), accounts, ..Review::default() }
    }

    #[test]
    fn a_review_is_gone_on_with_for_a_week() {
        assert!(review(&[]).is_open(day(2026, 11, 20)));
        assert!(review(&[]).is_open(day(2026, 11, 26)));
        assert!(!review(&[]).is_open(day(2026, 11, 27)));
        let finished = Review { finished_on: Some(day(2026, 11, 20)), ..review(&[]) };
        assert!(!finished.is_open(day(2026, 11, 20)));
        assert!(!review(&[]).is_open(day(2026, 11, 19)), "it begins tomorrow");
    }

    #[test]
    fn it_goes_on_after_the_account_in_front_and_comes_back_to_those_left_out() {
        let gone = |account: Id| account == 2;
        assert_eq!(next(&[1, 2, 3], gone, None), Some(1));
        assert_eq!(next(&[1, 2, 3], gone, Some(1)), Some(3));
        assert_eq!(next(&[1, 2, 3], gone, Some(3)), Some(1));
        assert_eq!(next(&[1, 2, 3], |_| true, Some(3)), None);
        assert_eq!(next(&[], gone, Some(3)), None);
        assert_eq!(next(&[1], |_| false, Some(1)), Some(1), "nobody else is left");
    }

    #[test]
    fn it_is_finished_when_every_account_has_been_gone_through() {
        let key = |accounts: &[Id]| review(accounts).check_finish(&[1, 2]).err().map(|e| e.to_string());
        assert_eq!(key(&[]).as_deref(), Some("review-accounts-left count=2"));
        assert_eq!(key(&[1]).as_deref(), Some("review-accounts-left count=1"));
        assert_eq!(key(&[1, 2, 9]), None);
        assert_eq!(review(&[]).check_finish(&[]).unwrap_err().key, "review-nothing-yet");
    }
}
