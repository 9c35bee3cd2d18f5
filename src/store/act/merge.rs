//! Two records of one human being become one: nothing said to or about either of them is lost.
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rusqlite::params;

use super::place::place;
use super::save::{influence, name, name_of};
use crate::domain::Id;
use crate::domain::choice::Tie;
use crate::domain::decision::Telling;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::influence::Influence;
use crate::domain::kind::Kind;
use crate::domain::merge::{Pick, Picked, merged};
use crate::domain::mute::Mute;
use crate::domain::person::Membership;
use crate::domain::twins;
use crate::domain::value::Value;
use crate::store::fault::Fault;
use crate::store::query::merging::shared_places;
use crate::store::{Outcome, Store, Tx};

/// Which two become one, and what was chosen where they differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// Who stays.
    pub kept: Id,
    /// Who goes.
    pub gone: Id,
    /// What was chosen; any other field gets what `domain::merge` proposes.
    pub picked: Vec<Picked>,
}

/// Merges the one into the other.
pub(super) fn merge(store: &mut Store, merge: &Merge, today: NaiveDate) -> Result<Outcome, Fault> {
    let (kept, gone) = (merge.kept, merge.gone);
    store.act(today, |tx| {
        if kept == gone {
            return Err(Explain::new("life-merge-itself").with("name", name(tx, Kind::Person, kept)?).into());
        }
        tx.note(Kind::Person, kept);
        let (left, right) = (tx.record(Kind::Person, kept)?, tx.record(Kind::Person, gone)?);
        let mut one = merged(left.as_ref(), right.as_ref(), &picks(merge, None))?;
        for (mine, theirs) in shared_places(tx.conn(), kept, gone)? {
            join(tx, &mine, &theirs, merge)?;
        }
        let moved = tx.relink(Kind::Person, gone, kept)?;
        for (kind, id) in &moved {
            no_doubles(tx, *kind, *id)?;
        }
        no_circle(tx, kept)?;
        quiet_pairs(tx, left.as_ref(), right.as_ref())?;
        tx.delete(Kind::Person, gone)?;
        tx.update(one.as_mut())?;
        let (name, mine, theirs) =
            (name_of(tx, one.as_ref())?, name_of(tx, left.as_ref())?, name_of(tx, right.as_ref())?);
        let gone = if theirs == name { mine } else { theirs };
        let label = Explain::new("act-merged").with("name", name).with("gone", gone);
        Ok(counted(label, &moved))
    })
}

/// How many conversations and promises came with the one who goes.
fn counted(label: Explain, moved: &BTreeSet<(Kind, Id)>) -> Explain {
    let count = |kind| moved.iter().filter(|(k, _)| *k == kind).count();
    label.with("talks", count(Kind::Interaction)).with("promises", count(Kind::Commitment))
}

/// What was chosen for the person, or for their place at a client.
fn picks(merge: &Merge, place: Option<Id>) -> Vec<(&'static str, Pick)> {
    merge.picked.iter().filter(|p| p.place == place).map(|p| (p.field, p.pick)).collect()
}

/// Two places at one client become one, with the facts of both.
fn join(tx: &Tx<'_>, mine: &Membership, theirs: &Membership, merge: &Merge) -> Result<(), Fault> {
    let mut one = merged(mine, theirs, &picks(merge, mine.account.map(|a| a.0)))?;
    tx.update(one.as_mut())?;
    let (kept, gone) = (mine.head.id, theirs.head.id);
    tx.relink(Kind::Membership, gone, kept)?;
    no_fact_twice(tx, kept)?;
    tx.delete(Kind::Membership, gone)
}

/// The same said of both on the same day, in the same conversation, is said once.
fn no_fact_twice(tx: &Tx<'_>, membership: Id) -> Result<(), Fault> {
    let sql = "SELECT id FROM fact f WHERE membership = ?1 AND EXISTS (SELECT 1 FROM fact o WHERE o.membership = ?1
        AND o.id < f.id AND o.aspect = f.aspect AND o.value IS f.value AND o.ended = f.ended AND o.on_day = f.on_day
        AND o.cause IS f.cause) ORDER BY id";
    let mut statement = tx.conn().prepare_cached(sql)?;
    let ids = statement.query_map([membership], |r| r.get(0))?.collect::<Result<Vec<Id>, _>>()?;
    ids.into_iter().try_for_each(|id| tx.delete(Kind::Fact, id))
}

/// What tied each of them to the same others ties the one once; what only one of the ties knew is kept.
fn no_doubles(tx: &Tx<'_>, kind: Kind, id: Id) -> Result<(), Fault> {
    let came = match tx.record(kind, id) {
        Ok(record) => record,
        // It was a double of one before it.
        Err(Fault::Missing { .. }) => return Ok(()),
        Err(fault) => return Err(fault),
    };
    let edge = came.any().downcast_ref::<Influence>();
    let double = match edge {
        Some(edge) => influence::same(tx, edge)?,
        None => tx.doubles(came.as_ref(), Kind::Person)?.first().copied(),
    };
    let Some(double) = double else { return Ok(()) };
    let there = tx.record(kind, double)?;
    // Of two who are swayed by the one, the stronger tie holds.
    let strength = |of: Option<&Influence>| of.and_then(|e| e.tie).and_then(Tie::strength);
    let stronger = strength(edge) > strength(there.any().downcast_ref());
    let picks: &[_] = if stronger {
        &[("tie", Pick::Gone)]
    } else if is_earlier(came.as_ref(), there.as_ref()) {
        &[("day", Pick::Gone), ("interaction", Pick::Gone)]
    } else {
        // What comes later adds no conversation to the day on which somebody was told.
        &[("interaction", Pick::Kept)]
    };
    let picks = if edge.is_some() || kind == Kind::Telling { picks } else { &[] };
    let mut one = merged(there.as_ref(), came.as_ref(), picks)?;
    tx.update(one.as_mut())?;
    tx.delete(kind, id)
}

/// Whether somebody was told by the first record before they were by the second.
fn is_earlier(came: &dyn Record, there: &dyn Record) -> bool {
    let on = |record: &dyn Record| record.any().downcast_ref::<Telling>().and_then(|t| t.day);
    on(came).is_some_and(|day| on(there).is_none_or(|before| day < before))
}

/// Nobody stands above themselves: where the one would, they report to nobody.
fn no_circle(tx: &Tx<'_>, person: Id) -> Result<(), Fault> {
    let mut statement = tx.conn().prepare_cached(
        "SELECT id, account FROM membership WHERE person = ?1 AND reports_to IS NOT NULL ORDER BY id",
    )?;
    let places = statement.query_map([person], |r| Ok((r.get(0)?, r.get(1)?)))?;
    for (id, account) in places.collect::<Result<BTreeMap<Id, Id>, _>>()? {
        let boss = tx.boss_of(person, account)?;
        if boss.map_or(Ok(false), |boss| tx.is_below(boss, person, account))? {
            let mut seat = place(tx, id)?;
            seat.reports_to = None;
            tx.update(&mut seat)?;
        }
    }
    Ok(())
}

/// Who was not the one who goes is not the one who stays either.
fn quiet_pairs(tx: &Tx<'_>, kept: &dyn Record, gone: &dyn Record) -> Result<(), Fault> {
    let sql = "SELECT id, topic FROM mute WHERE topic LIKE 'twins %' AND instr(topic, ?1) > 0 ORDER BY id";
    let mut statement = tx.conn().prepare_cached(sql)?;
    let mutes = statement.query_map([&gone.head().uid], |r| Ok((r.get(0)?, r.get(1)?)))?;
    for (id, topic) in mutes.collect::<Result<Vec<(Id, String)>, _>>()? {
        let others = twins::pair_of(&topic).into_iter().flatten();
        let other = others.into_iter().find(|uid| *uid != gone.head().uid);
        match other.filter(|uid| *uid != kept.head().uid) {
            Some(other) => {
                let mut mute = tx.record(Kind::Mute, id)?;
                mute.set("topic", Value::Text(twins::topic(&kept.head().uid, other)))?;
                tx.update(mute.as_mut())?;
            }
            None => tx.delete(Kind::Mute, id)?,
        }
    }
    Ok(())
}

/// Two people are not one, whatever speaks for it: they are not proposed again.
pub(super) fn apart(store: &mut Store, first: Id, second: Id, today: NaiveDate) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        let (a, b) = (tx.record(Kind::Person, first)?, tx.record(Kind::Person, second)?);
        let topic = twins::topic(&a.head().uid, &b.head().uid);
        let there: bool = tx
            .conn()
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM mute WHERE topic = ?1)")?
            .query_row(params![topic], |r| r.get(0))?;
        if !there {
            let until = NaiveDate::from_ymd_opt(9999, 12, 31);
            tx.insert(&mut Mute { topic, until, ..Mute::default() })?;
        }
        let label = Explain::new("act-apart").with("name", name_of(tx, a.as_ref())?);
        Ok(label.with("other", name_of(tx, b.as_ref())?))
    })
}
