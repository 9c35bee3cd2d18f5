//! The steps of a weekly review: a move chosen, an account gone through, the end. The first of them begins it.
use chrono::NaiveDate;

use super::save::name;
use crate::domain::Id;
use crate::domain::choice::{PlanStatus, Side};
use crate::domain::commitment::Commitment;
use crate::domain::explain::Explain;
use crate::domain::field::{Link, Record};
use crate::domain::kind::Kind;
use crate::domain::review::Review;
use crate::domain::value::Value;
use crate::store::fault::Fault;
use crate::store::query::looked_after::looked_after;
use crate::store::query::review::{current, plans_of};
use crate::store::{Outcome, Store, Tx};

/// A step of a review.
#[derive(Debug, Clone)]
pub enum Reviewing {
    /// A move was chosen: it becomes a promise of ours.
    Chosen(Box<Commitment>),
    /// An account has been gone through: its plans in force are reviewed today.
    Through(Id),
    /// All accounts have been gone through.
    Finished,
}

pub(super) fn review(store: &mut Store, step: Reviewing, today: NaiveDate) -> Result<Outcome, Fault> {
    store.act(today, |tx| match step {
        Reviewing::Chosen(promise) => chosen(tx, *promise),
        Reviewing::Through(account) => through(tx, account),
        Reviewing::Finished => finished(tx),
    })
}

/// The review that is gone on with, or a new one. One that was finished today is over: what comes after it is another.
fn open(tx: &Tx<'_>) -> Result<Review, Fault> {
    let open = current(tx.conn(), tx.today)?.filter(|r| r.is_open(tx.today));
    Ok(open.unwrap_or_else(|| Review { day: Some(tx.today), ..Review::default() }))
}

fn write(tx: &Tx<'_>, mut review: Review) -> Result<(), Fault> {
    if review.head.id == 0 { tx.insert(&mut review).map(|_| ()) } else { tx.update(&mut review) }
}

/// The promise comes first among the records touched: the screen stands on it.
fn chosen(tx: &Tx<'_>, mut promise: Commitment) -> Result<Explain, Fault> {
    promise.side = Some(Side::Ours);
    let sql =
        "SELECT 1 FROM commitment WHERE account IS ?1 AND done_on IS NULL AND side = 'ours' AND text = ?2";
    let account = promise.account.map(|Link(id)| id);
    if tx.conn().prepare_cached(sql)?.exists(rusqlite::params![account, promise.text])? {
        return Err(Explain::new("coverage-promised-twice").with("text", &promise.text).into());
    }
    let mut label = Explain::new("act-move-chosen").with("text", &promise.text);
    label = label.with("due", promise.due.map_or_else(|| "none".to_owned(), |due| due.to_string()));
    let id = tx.insert(&mut promise)?;
    let mut review = open(tx)?;
    review.moves.push(Link(id));
    write(tx, review)?;
    Ok(label)
}

fn through(tx: &Tx<'_>, account: Id) -> Result<Explain, Fault> {
    let mut review = open(tx)?;
    if !review.has(account) {
        review.accounts.push(Link(account));
    }
    write(tx, review)?;
    let plans = plans_of(tx.conn(), account, PlanStatus::Active)?;
    for id in &plans {
        let mut plan = tx.record(Kind::Plan, *id)?;
        if plan.get("reviewed_on") != Value::Day(tx.today) {
            plan.set("reviewed_on", Value::Day(tx.today))?;
            tx.update(plan.as_mut())?;
        }
    }
    let name = name(tx, Kind::Account, account)?;
    Ok(Explain::new("act-reviewed").with("name", name).with("plans", plans.len()))
}

fn finished(tx: &Tx<'_>) -> Result<Explain, Fault> {
    let mut review = open(tx)?;
    review.check_finish(&looked_after(tx.conn())?)?;
    review.set("finished_on", Value::Day(tx.today))?;
    let label = Explain::new("act-review-finished").with("accounts", review.accounts.len());
    let label = label.with("moves", review.moves.len());
    write(tx, review)?;
    Ok(label)
}
