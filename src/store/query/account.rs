//! One account on one page.
mod figures;

use chrono::NaiveDate;
use rusqlite::params;

use super::health::Checkup;
use super::log::LogRow;
use super::people::PersonRow;
use super::plans::PlanRow;
use super::{Scope, day};
use crate::domain::Id;
use crate::domain::account::Account;
use crate::domain::choice::{Choice, Side};
use crate::domain::commitment::Promise;
use crate::domain::kind::Kind;
use crate::domain::needs::OpenPromise;
use crate::store::Store;
use crate::store::fault::Fault;
pub use figures::Affairs;

/// All that the page of an account shows.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountPage {
    /// The account.
    pub account: Account,
    /// Its parts, by name.
    pub units: Vec<(Id, String)>,
    /// Its people, those who have left last.
    pub people: Vec<PersonRow>,
    /// Open promises of both sides, by due day; then those of the last 90 days that were kept.
    pub promises: Vec<PromiseRow>,
    /// Promises of both sides for §5: ours, theirs.
    pub kept: (Vec<Promise>, Vec<Promise>),
    /// Last held interaction but notes.
    pub last: Option<NaiveDate>,
    /// What is planned, the farthest first, then what was said last, the newest first.
    pub log: Vec<LogRow>,
    /// Health, indicators, insights.
    pub checkup: Checkup,
    /// Problems, contracts, opportunities, readings of satisfaction.
    pub affairs: Affairs,
    /// The plan in force.
    pub plan: Option<PlanRow>,
}

/// A promise as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromiseRow {
    /// The commitment.
    pub id: Id,
    /// Who owes.
    pub side: Side,
    /// What.
    pub text: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// When it was kept.
    pub done_on: Option<NaiveDate>,
    /// Out of the queue until then.
    pub snoozed_until: Option<NaiveDate>,
    /// The client.
    pub account: Option<Id>,
    /// Its name.
    pub account_name: String,
    /// Of theirs: number and name.
    pub counterpart: Option<(Id, String)>,
    /// Of ours who keeps it; `None` is me.
    pub owner: Option<(Id, String)>,
    /// The conversation it was made in.
    pub interaction: Option<Id>,
    /// The initiative it is part of.
    pub initiative: Option<Id>,
}

impl PromiseRow {
    /// As the rules see it; the weight of its counterpart is left at nothing.
    pub(super) fn open(&self) -> OpenPromise {
        OpenPromise {
            id: self.id,
            side: self.side,
            text: self.text.lines().next().unwrap_or_default().to_owned(),
            due: self.due,
            snoozed_until: self.snoozed_until,
            account: self.account,
            counterpart: self.counterpart.as_ref().map(|(id, _)| *id),
            weight: 0,
        }
    }
}

/// How many conversations of each sort, planned and held, the page has at most.
const TALKS: i64 = 15;

const SQL: &str = "
SELECT c.id, c.side, c.text, c.due, c.done_on, c.snoozed_until, c.account, ifnull(a.name, ''),
    c.counterpart, p.name, c.owner, g.name, c.interaction, c.initiative
FROM commitment c LEFT JOIN account a ON a.id = c.account
    LEFT JOIN person p ON p.id = c.counterpart LEFT JOIN colleague g ON g.id = c.owner
WHERE ";

impl Store {
    /// The page of an account.
    ///
    /// # Errors
    /// [`Fault::Missing`], and faults of the file.
    pub fn account_page(&self, id: Id, today: NaiveDate) -> Result<AccountPage, Fault> {
        let record = self.record(Kind::Account, id)?;
        let missing = Fault::Missing { kind: Kind::Account, id };
        let account = record.any().downcast_ref::<Account>().cloned().ok_or(missing)?;
        let mut statement = self
            .conn
            .prepare_cached("SELECT id, name FROM unit WHERE account = ?1 ORDER BY name COLLATE NOCASE")?;
        let units = statement.query_map([id], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<Result<_, _>>()?;
        let mut people = self.people(Some(id), today)?;
        people.sort_by_key(|p| (p.left_on.is_some(), std::cmp::Reverse(p.weight.w), p.name.clone()));
        let promises = self.promises_of_account(id, today)?;
        let side = |side| {
            let of = promises.iter().filter(|p| p.side == side);
            of.map(|p| Promise { due: p.due, done_on: p.done_on }).collect()
        };
        let kept = (side(Side::Ours), side(Side::Theirs));
        let log = self.log_of_account(id)?;
        let checkup = self.checkup_of(id, &people, today)?;
        let (last, affairs) = (self.last_contact(id, today)?, self.affairs(id, today)?);
        let plan = self.plan_in_force(id, today)?.map(|plan| self.plan(plan.id, today)).transpose()?;
        Ok(AccountPage { account, units, people, promises, kept, last, log, checkup, affairs, plan })
    }

    /// What is planned, the farthest first, then what was said last.
    fn log_of_account(&self, id: Id) -> Result<Vec<LogRow>, Fault> {
        let planned = "SELECT id FROM interaction INDEXED BY interaction_planned
            WHERE planned = 1 AND account = ?1 ORDER BY day, ifnull(time, ''), id LIMIT ?2";
        let held = "SELECT id FROM interaction WHERE account = ?1 AND planned = 0
                    ORDER BY day DESC, ifnull(time, '') DESC, id DESC LIMIT ?2";
        let ids = |sql: &str| -> Result<Vec<Id>, Fault> {
            let mut statement = self.conn.prepare_cached(sql)?;
            Ok(statement.query_map([id, TALKS], |r| r.get(0))?.collect::<Result<_, _>>()?)
        };
        let ids: Vec<Id> = ids(planned)?.into_iter().rev().chain(ids(held)?).collect();
        self.log_rows(&ids)
    }

    fn promises_of_account(&self, id: Id, today: NaiveDate) -> Result<Vec<PromiseRow>, Fault> {
        let sql = format!(
            "{SQL} c.account = ?1 AND (c.done_on IS NULL OR c.due >= date(?2, '-90 days'))
             ORDER BY c.done_on IS NOT NULL, c.due IS NULL, c.due, c.id"
        );
        self.promise_rows(&sql, params![id, today.to_string()])
    }

    /// Promises of a scope: the open ones by due day, then, if wanted, those kept, newest first.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn promises(&self, scope: Scope, also_done: bool) -> Result<Vec<PromiseRow>, Fault> {
        // Two statements: one for both would read every promise ever made.
        let within = if scope.is_some() { "c.account = ?1" } else { "?1 IS NULL" };
        let sql = format!(
            "{SQL} {within} AND (c.done_on IS NULL OR ?2)
             ORDER BY c.done_on IS NOT NULL, c.done_on DESC, c.due IS NULL, c.due, c.id"
        );
        self.promise_rows(&sql, params![scope, also_done])
    }

    /// Open promises of both sides of an account by due day; then those kept since that day.
    pub(super) fn promises_since(&self, account: Id, since: NaiveDate) -> Result<Vec<PromiseRow>, Fault> {
        let sql = format!(
            "{SQL} c.account = ?1 AND (c.done_on IS NULL OR c.done_on >= ?2)
             ORDER BY c.done_on IS NOT NULL, c.due IS NULL, c.due, c.id"
        );
        self.promise_rows(&sql, params![account, since.to_string()])
    }

    /// Open promises of both sides of an account, by due day.
    pub(super) fn open_promises_of(&self, account: Id) -> Result<Vec<PromiseRow>, Fault> {
        let sql = format!("{SQL} c.account = ?1 AND c.done_on IS NULL ORDER BY c.due IS NULL, c.due, c.id");
        self.promise_rows(&sql, [account])
    }

    /// One promise, if it is still there.
    pub(super) fn promise(&self, id: Id) -> Result<Option<PromiseRow>, Fault> {
        Ok(self.promise_rows(&format!("{SQL} c.id = ?1"), [id])?.pop())
    }

    /// Open promises between us and a person, by due day.
    pub(super) fn promises_with(&self, person: Id) -> Result<Vec<PromiseRow>, Fault> {
        let sql =
            format!("{SQL} c.counterpart = ?1 AND c.done_on IS NULL ORDER BY c.due IS NULL, c.due, c.id");
        self.promise_rows(&sql, [person])
    }

    /// The promises of both sides that hang on an initiative, the open ones first, by due day.
    pub(super) fn promises_on(&self, initiative: Id) -> Result<Vec<PromiseRow>, Fault> {
        let sql =
            format!("{SQL} c.initiative = ?1 ORDER BY c.done_on IS NOT NULL, c.due IS NULL, c.due, c.id");
        self.promise_rows(&sql, [initiative])
    }

    /// Promises made in interactions, given as a JSON list of their numbers.
    pub(super) fn promises_of_interactions(&self, list: &str) -> Result<Vec<PromiseRow>, Fault> {
        let sql = format!("{SQL} c.interaction IN (SELECT value FROM json_each(?1)) ORDER BY c.id");
        self.promise_rows(&sql, [list])
    }

    fn promise_rows(&self, sql: &str, params: impl rusqlite::Params) -> Result<Vec<PromiseRow>, Fault> {
        let named = |r: &rusqlite::Row<'_>, column: usize| -> rusqlite::Result<Option<(Id, String)>> {
            let id: Option<Id> = r.get(column)?;
            let name: Option<String> = r.get(column + 1)?;
            Ok(id.zip(name))
        };
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map(params, |r| {
            Ok(PromiseRow {
                id: r.get(0)?,
                side: Side::named(&r.get::<_, String>(1)?).unwrap_or(Side::Ours),
                text: r.get(2)?,
                due: day(r, 3)?,
                done_on: day(r, 4)?,
                snoozed_until: day(r, 5)?,
                account: r.get(6)?,
                account_name: r.get(7)?,
                counterpart: named(r, 8)?,
                owner: named(r, 10)?,
                interaction: r.get(12)?,
                initiative: r.get(13)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
