//! Somebody has left a client; who comes after them takes over their people and the open promises.
use chrono::NaiveDate;
use rusqlite::params;

use super::place::{can_end, end, open_place, place};
use super::save::name;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::{Link, Record};
use crate::domain::kind::Kind;
use crate::domain::person::{Membership, Person};
use crate::domain::value::Value;
use crate::store::fault::Fault;
use crate::store::{Outcome, Store, Tx};

/// Who comes after somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Successor {
    /// Somebody of the book.
    Known(Id),
    /// Somebody who is not in the book yet, by name.
    New(String),
}

/// Ends a place on a day. With a successor, who reported to the leaver there reports to them, the open promises of both sides
/// with the leaver and the open initiatives of the leaver are theirs, and what the leaver was not told is to be told to them; one who had no place there takes the leaver's: unit, title and boss. The leaver's influence stays
/// their own.
pub(super) fn leave(
    store: &mut Store,
    membership: Id,
    on: NaiveDate,
    successor: Option<Successor>,
    today: NaiveDate,
) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        let mut old = place(tx, membership)?;
        let (person, account) = (end(old.person, "person")?, end(old.account, "account")?);
        can_end(tx, &old, on)?;
        tx.note(Kind::Person, person);
        old.left_on = Some(on);
        let label = Explain::new("act-left").with("name", name(tx, Kind::Person, person)?);
        let label = label.with("account", name(tx, Kind::Account, account)?);
        let Some(successor) = successor else {
            tx.update(&mut old)?;
            return Ok(label
                .with("successor", "none")
                .with("new", false)
                .with("reports", 0)
                .with("promises", 0)
                .with("initiatives", 0)
                .with("decisions", 0));
        };
        let next = seated(tx, &successor, &old, on)?;
        old.set("successor", Value::Link(next))?;
        tx.update(&mut old)?;
        let reports = reports(tx, person, account, next)?;
        let promises = promises(tx, person, account, next)?;
        let initiatives = initiatives(tx, person, account, next)?;
        let decisions = decisions(tx, person, account, next)?;
        let new = matches!(successor, Successor::New(_));
        let label = label.with("successor", name(tx, Kind::Person, next)?).with("new", new);
        let label = label.with("reports", reports).with("promises", promises);
        Ok(label.with("initiatives", initiatives).with("decisions", decisions))
    })
}

/// The successor, with a place where the leaver was.
fn seated(tx: &Tx<'_>, successor: &Successor, old: &Membership, on: NaiveDate) -> Result<Id, Fault> {
    let (person, account) = (end(old.person, "person")?, end(old.account, "account")?);
    let next = match successor {
        Successor::Known(id) if *id == person => {
            return Err(Explain::new("life-own-successor")
                .with("name", name(tx, Kind::Person, person)?)
                .into());
        }
        Successor::Known(id) => *id,
        Successor::New(name) => tx.insert(&mut Person { name: name.clone(), ..Person::default() })?,
    };
    if open_place(tx, next, account)?.is_none() {
        let mut seat = Membership {
            person: Some(Link(next)),
            account: old.account,
            title: old.title.clone(),
            unit: old.unit,
            reports_to: old.reports_to.filter(|boss| boss.0 != next),
            since: Some(on),
            ..Membership::default()
        };
        tx.insert(&mut seat)?;
    }
    Ok(next)
}

/// Who reported to the leaver reports to the successor; the successor to the leaver's boss if the leaver stood above them.
fn reports(tx: &Tx<'_>, person: Id, account: Id, next: Id) -> Result<usize, Fault> {
    let boss = tx.boss_of(person, account)?.filter(|boss| *boss != next);
    if tx.is_below(next, person, account)?
        && let Some(mut seat) = open_place(tx, next, account)?
    {
        seat.reports_to = boss.map(Link);
        tx.update(&mut seat)?;
    }
    let sql = "SELECT id FROM membership WHERE reports_to = ?1 AND account = ?2 AND left_on IS NULL AND person <> ?3 ORDER BY id";
    let mut statement = tx.conn().prepare_cached(sql)?;
    let ids = statement.query_map(params![person, account, next], |r| r.get(0))?;
    let ids = ids.collect::<Result<Vec<Id>, _>>()?;
    for id in &ids {
        let mut report = place(tx, *id)?;
        report.reports_to = Some(Link(next));
        tx.update(&mut report)?;
    }
    Ok(ids.len())
}

/// The open promises with the leaver at the client are with the successor; those without a client too, if the leaver is nowhere
/// else.
fn promises(tx: &Tx<'_>, person: Id, account: Id, next: Id) -> Result<usize, Fault> {
    let sql = "SELECT id FROM commitment WHERE counterpart = ?1 AND done_on IS NULL AND (account = ?2 OR account IS NULL
        AND NOT EXISTS (SELECT 1 FROM membership WHERE person = ?1 AND left_on IS NULL)) ORDER BY id";
    let mut statement = tx.conn().prepare_cached(sql)?;
    let ids = statement.query_map(params![person, account], |r| r.get(0))?;
    let ids = ids.collect::<Result<Vec<Id>, _>>()?;
    for id in &ids {
        let mut promise = tx.record(Kind::Commitment, *id)?;
        promise.set("counterpart", Value::Link(next))?;
        tx.update(promise.as_mut())?;
    }
    Ok(ids.len())
}

/// The initiatives of the client's plans that are the leaver's and open are the successor's.
fn initiatives(tx: &Tx<'_>, person: Id, account: Id, next: Id) -> Result<usize, Fault> {
    let sql =
        "SELECT i.id FROM initiative i JOIN objective o ON o.id = i.objective JOIN plan p ON p.id = o.plan
        WHERE i.theirs = ?1 AND p.account = ?2 AND i.done_on IS NULL AND i.dropped = 0 ORDER BY i.id";
    let mut statement = tx.conn().prepare_cached(sql)?;
    let ids = statement.query_map(params![person, account], |r| r.get(0))?.collect::<Result<Vec<Id>, _>>()?;
    for id in &ids {
        let mut initiative = tx.record(Kind::Initiative, *id)?;
        initiative.set("theirs", Value::Link(next))?;
        tx.update(initiative.as_mut())?;
    }
    Ok(ids.len())
}

/// Of the client's decisions of which the leaver has not been told, the successor must be told in their place.
fn decisions(tx: &Tx<'_>, person: Id, account: Id, next: Id) -> Result<usize, Fault> {
    let sql = "SELECT d.id FROM decision_people c JOIN decision d ON d.id = c.decision
        WHERE c.person = ?1 AND d.account = ?2
            AND NOT EXISTS (SELECT 1 FROM telling t WHERE t.decision = d.id AND t.person = ?1) ORDER BY d.id";
    let mut statement = tx.conn().prepare_cached(sql)?;
    let ids = statement.query_map(params![person, account], |r| r.get(0))?.collect::<Result<Vec<Id>, _>>()?;
    for id in &ids {
        let mut decision = tx.record(Kind::Decision, *id)?;
        if let Value::Links(mut people) = decision.get("people") {
            people.retain(|p| *p != next);
            people.iter_mut().filter(|p| **p == person).for_each(|p| *p = next);
            decision.set("people", Value::Links(people))?;
        }
        tx.update(decision.as_mut())?;
    }
    Ok(ids.len())
}
