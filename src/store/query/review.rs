//! The weekly review: which accounts it goes through, how far it has come, and one account in front.
mod stop;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

use super::account::PromiseRow;
use super::day;
use super::looked_after::looked_after;
use crate::domain::Id;
use crate::domain::choice::Choice;
use crate::domain::choice::PlanStatus;
use crate::domain::field::Link;
use crate::domain::kind::Kind;
use crate::domain::review::{Review, course};
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::records::load;
pub(super) use stop::reached;
pub use stop::{Reached, Stop};

/// A review as it stands.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Week {
    /// The review that is gone on with, or the one that was finished today; `None` where the next act begins one.
    pub review: Option<Review>,
    /// The accounts that are looked after, in the user's order.
    pub agenda: Vec<Station>,
    /// When the review before was finished.
    pub before: Option<NaiveDate>,
    /// The moves chosen so far: promises of ours.
    pub chosen: Vec<PromiseRow>,
    /// The account in front; `None` once all have been gone through.
    pub stop: Option<Box<Stop>>,
}

/// An account of the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Station {
    /// The account.
    pub account: Id,
    /// Its name.
    pub name: String,
    /// It has been gone through.
    pub gone: bool,
}

impl Week {
    /// Whether it was finished.
    pub fn is_finished(&self) -> bool {
        self.review.as_ref().is_some_and(|r| r.finished_on.is_some())
    }

    /// How many accounts have been gone through.
    pub fn done(&self) -> usize {
        self.agenda.iter().filter(|s| s.gone).count()
    }

    /// The moves chosen for an account.
    pub fn chosen_for(&self, account: Id) -> impl Iterator<Item = &PromiseRow> {
        self.chosen.iter().filter(move |p| p.account == Some(account))
    }

    /// The account to go on with after this one has been gone through.
    pub fn next_after(&self, account: Id) -> Option<Id> {
        let agenda: Vec<Id> = self.agenda.iter().map(|s| s.account).collect();
        let gone = |id: Id| id == account || self.agenda.iter().any(|s| s.account == id && s.gone);
        course::next(&agenda, gone, Some(account))
    }

    /// The account so many places before or behind another in the agenda.
    pub fn beside(&self, account: Id, by: isize) -> Option<Id> {
        let at = self.agenda.iter().position(|s| s.account == account)?;
        self.agenda.get(at.checked_add_signed(by)?).map(|s| s.account)
    }
}

impl Store {
    /// The review with the account in front: the one that is wanted, else the first that has not been gone through.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn week(&self, wanted: Option<Id>, today: NaiveDate) -> Result<Week, Fault> {
        let review = current(&self.conn, today)?;
        let gone = |account: Id| review.as_ref().is_some_and(|r| r.has(account));
        let ids = looked_after(&self.conn)?;
        let mut agenda = Vec::new();
        for account in &ids {
            agenda.push(Station {
                account: *account,
                name: self.account_name(*account)?,
                gone: gone(*account),
            });
        }
        let wanted = wanted.filter(|id| ids.contains(id));
        let front = wanted.or_else(|| course::next(&ids, gone, None));
        let own = review.as_ref().map_or(0, |r| r.head.id);
        let stop = front.map(|account| self.stop(account, own, today)).transpose()?.map(Box::new);
        let mut chosen = Vec::new();
        for Link(id) in review.iter().flat_map(|r| &r.moves) {
            chosen.extend(self.promise(*id)?);
        }
        let before = self.finished_before(own)?;
        Ok(Week { review, agenda, before, chosen, stop })
    }

    /// The reviews there were, the newest first.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn reviews(&self) -> Result<Vec<Review>, Fault> {
        let mut statement = self.conn.prepare_cached("SELECT id FROM review ORDER BY day DESC, id DESC")?;
        let ids = statement.query_map([], |r| r.get(0))?.collect::<Result<Vec<Id>, _>>()?;
        ids.into_iter().map(|id| review(&self.conn, id)).collect()
    }

    fn finished_before(&self, own: Id) -> Result<Option<NaiveDate>, Fault> {
        let sql = "SELECT max(finished_on) FROM review WHERE id <> ?1";
        Ok(self.conn.prepare_cached(sql)?.query_row([own], |r| day(r, 0))?)
    }
}

/// The newest review, if it is gone on with or was finished on that day.
pub(in crate::store) fn current(conn: &Connection, today: NaiveDate) -> Result<Option<Review>, Fault> {
    let sql = "SELECT id FROM review WHERE day <= ?1 ORDER BY day DESC, id DESC LIMIT 1";
    let newest = conn.prepare_cached(sql)?.query_row([today.to_string()], |r| r.get(0)).optional()?;
    let newest = newest.map(|id| review(conn, id)).transpose()?;
    Ok(newest.filter(|r| r.is_open(today) || r.finished_on == Some(today)))
}

/// The plans of an account that are in force, and the newest that is being written.
pub(in crate::store) fn plans_of(
    conn: &Connection,
    account: Id,
    status: PlanStatus,
) -> Result<Vec<Id>, Fault> {
    let sql = "SELECT id FROM plan WHERE account = ?1 AND status = ?2 ORDER BY starts_on DESC, id DESC";
    let mut statement = conn.prepare_cached(sql)?;
    let ids = statement.query_map(params![account, status.name()], |r| r.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

fn review(conn: &Connection, id: Id) -> Result<Review, Fault> {
    let record = load(conn, Kind::Review, id)?;
    record.any().downcast_ref::<Review>().cloned().ok_or(Fault::Missing { kind: Kind::Review, id })
}
