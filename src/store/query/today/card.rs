//! The accounts at a glance.
use chrono::NaiveDate;

use super::only;
use crate::domain::Id;
use crate::domain::choice::Side;
use crate::domain::commitment::Promise;
use crate::domain::needs::{Inputs, OpenPromise, rank, urgent};
use crate::store::Store;
use crate::store::fault::Fault;

/// An account at a glance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The account.
    pub account: Id,
    /// Its name.
    pub name: String,
    /// Last held interaction but notes.
    pub last: Option<NaiveDate>,
    /// Next planned interaction.
    pub next: Option<NaiveDate>,
    /// Our promises that are late.
    pub ours_overdue: usize,
    /// Theirs that are late.
    pub theirs_overdue: usize,
    /// Open promises of both sides.
    pub open: usize,
    /// Active people.
    pub people: usize,
    /// Of them, overdue or never met.
    pub past_cadence: usize,
    /// Rows of bands 1 and 2.
    pub urgent: usize,
}

impl Store {
    pub(super) fn card(&self, account: Id, all: &Inputs, today: NaiveDate) -> Result<Card, Fault> {
        let name = self
            .conn
            .prepare_cached("SELECT name FROM account WHERE id = ?1")?
            .query_row([account], |r| r.get(0))?;
        let mine = only(all, |a| a == Some(account));
        let late = |side| {
            let late = |p: &&OpenPromise| {
                p.side == side && Promise { due: p.due, done_on: None }.days_late(today) > 0
            };
            mine.promises.iter().filter(late).count()
        };
        Ok(Card {
            account,
            name,
            last: self.last_contact(account, today)?,
            next: mine.planned.iter().map(|p| p.day).find(|d| *d >= today),
            ours_overdue: late(Side::Ours),
            theirs_overdue: late(Side::Theirs),
            open: mine.promises.len(),
            people: mine.people.len(),
            past_cadence: mine.people.iter().filter(|p| p.is_neglected(today)).count(),
            urgent: urgent(&rank(&Inputs { to_sort: 0, ..mine }, today)),
        })
    }
}
