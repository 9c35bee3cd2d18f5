//! What was learned about people: dated facts with their cause.
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use super::Learned;
use super::save::name;
use crate::domain::Id;
use crate::domain::choice::{Aspect, Choice};
use crate::domain::entry::Lesson;
use crate::domain::explain::Explain;
use crate::domain::fact::Fact;
use crate::domain::field::Link;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::store::fault::Fault;
use crate::store::records::facts::current_facts;
use crate::store::{Outcome, Store, Tx};

/// How many days back a conversation may lie after which something is set by hand: beyond that nobody sets it because of it.
const AFTER: i64 = 7;

/// The conversation after which something is set.
struct Heard {
    id: Id,
    channel: String,
    day: NaiveDate,
}

/// Writes what was learned by hand, dated today. Its cause is the newest held conversation with the person at that account, if it
/// is at most [`AFTER`] days old and nothing heard later has spoken of the same matter already.
pub(super) fn learn(
    store: &mut Store,
    membership: Id,
    learned: Learned,
    today: NaiveDate,
) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        let record = tx.record(Kind::Membership, membership)?;
        let person = match record.get("person") {
            Value::Link(id) => name(tx, Kind::Person, id)?,
            _ => String::new(),
        };
        let said = said(tx, membership, learned)?;
        let Some((_, value, ended)) = said.first().cloned() else {
            return Err(Explain::new("act-nothing-known").with("name", person).into());
        };
        let heard = heard_lately(tx, membership, today)?;
        let mut after = None;
        for (aspect, value, ended) in said {
            let spoken = spoken_of(tx, membership, aspect, &value)?;
            let cause = heard.as_ref().filter(|heard| spoken.is_none_or(|day| day <= heard.day));
            add(tx, (membership, aspect, value, ended), today, cause.map(|heard| heard.id), true)?;
            after = after.or(cause);
        }
        let aspect = learned.aspect().map_or("all", Choice::name);
        let label = Explain::new("act-learned").with("aspect", aspect).with("name", person);
        let label = label.with("value", if value.is_empty() { "none" } else { &value }).with("ended", ended);
        Ok(match after {
            Some(heard) => label.with("channel", &heard.channel).with("day", heard.day),
            None => label,
        })
    })
}

/// What is to be written: aspect, value, and whether it is over.
fn said(tx: &Tx<'_>, membership: Id, learned: Learned) -> Result<Vec<(Aspect, String, bool)>, Fault> {
    let number = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
    Ok(match learned {
        Learned::Stance(stance) => {
            vec![(Aspect::Stance, stance.map_or("", Choice::name).to_owned(), false)]
        }
        Learned::Role(role, held) => vec![(Aspect::Role, role.name().to_owned(), !held)],
        Learned::Influence(n) => vec![(Aspect::Influence, number(n), false)],
        Learned::Interest(n) => vec![(Aspect::Interest, number(n), false)],
        Learned::Still => {
            let known = current_facts(tx.conn(), membership)?;
            known.into_iter().map(|(aspect, value)| (aspect, value, false)).collect()
        }
    })
}

/// The newest conversation with the person of a place, there or at no account, that is not older than [`AFTER`] days.
fn heard_lately(tx: &Tx<'_>, membership: Id, today: NaiveDate) -> Result<Option<Heard>, Fault> {
    let mut statement = tx.conn().prepare_cached(
        "SELECT t.interaction, t.channel, t.day FROM membership m CROSS JOIN touch t ON t.person = m.person
         CROSS JOIN interaction i ON i.id = t.interaction
         WHERE m.id = ?1 AND t.day <= ?2 AND t.day >= date(?2, ?3) AND ifnull(i.account, m.account) = m.account
         ORDER BY t.day DESC, ifnull(i.time, '') DESC, t.interaction DESC LIMIT 1",
    )?;
    let heard = |r: &rusqlite::Row<'_>| Ok((r.get(0)?, r.get(1)?, r.get::<_, String>(2)?));
    let since = format!("-{AFTER} days");
    let found = statement.query_row(params![membership, today.to_string(), since], heard).optional()?;
    let dated = |(id, channel, day): (_, _, String)| Some(Heard { id, channel, day: day.parse().ok()? });
    Ok(found.and_then(dated))
}

/// When the conversation was held that spoke last of a matter: of the stance, the influence, that role.
fn spoken_of(tx: &Tx<'_>, membership: Id, aspect: Aspect, value: &str) -> Result<Option<NaiveDate>, Fault> {
    let mut statement = tx.conn().prepare_cached(
        "SELECT i.day FROM fact f CROSS JOIN interaction i ON i.id = f.cause
         WHERE f.membership = ?1 AND f.aspect = ?2 AND (?2 <> 'role' OR f.value = ?3)
         ORDER BY f.on_day DESC, f.id DESC LIMIT 1",
    )?;
    let day = statement.query_row(params![membership, aspect.name(), value], |r| r.get::<_, String>(0));
    Ok(day.optional()?.and_then(|day| day.parse().ok()))
}

/// Writes what a captured line says about people, caused by its interaction. A person at several accounts is learned about
/// where the conversation belongs, else everywhere.
pub(super) fn learn_from(
    tx: &Tx<'_>,
    person: Id,
    lesson: Lesson,
    account: Option<Id>,
    day: NaiveDate,
    cause: Id,
) -> Result<(), Fault> {
    let mut statement = tx.conn().prepare_cached(
        "SELECT id, account FROM membership WHERE person = ?1 AND left_on IS NULL ORDER BY id",
    )?;
    let all = statement
        .query_map([person], |r| Ok((r.get(0)?, r.get(1)?)))?
        .collect::<Result<Vec<(Id, Id)>, _>>()?;
    let here: Vec<_> = all.iter().copied().filter(|(_, a)| Some(*a) == account).collect();
    let (aspect, value, ended) = match lesson {
        Lesson::Stance(stance) => (Aspect::Stance, stance.name(), false),
        Lesson::Role(role) => (Aspect::Role, role.name(), false),
        Lesson::RoleEnded(role) => (Aspect::Role, role.name(), true),
    };
    for (membership, _) in if here.is_empty() { all } else { here } {
        add(tx, (membership, aspect, value.to_owned(), ended), day, Some(cause), false)?;
    }
    Ok(())
}

/// Writes a fact: whose, about what, its value, and whether it is over.
fn add(
    tx: &Tx<'_>,
    (membership, aspect, value, ended): (Id, Aspect, String, bool),
    day: NaiveDate,
    cause: Option<Id>,
    by_hand: bool,
) -> Result<(), Fault> {
    let mut fact = Fact {
        membership: Some(Link(membership)),
        aspect: Some(aspect),
        value,
        ended,
        on_day: Some(day),
        cause: cause.map(Link),
        by_hand,
        ..Fact::default()
    };
    tx.insert(&mut fact).map(|_| ())
}
