//! What was learned about people: dated facts with their cause.
use chrono::NaiveDate;

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
use crate::store::{Outcome, Store, Tx};

/// Writes what was learned by hand, dated today.
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
        let (value, ended) = match learned {
            Learned::Stance(stance) => (stance.map_or("", Choice::name).to_owned(), false),
            Learned::Role(role, held) => (role.name().to_owned(), !held),
            Learned::Influence(n) | Learned::Interest(n) => {
                (n.map(|n| n.to_string()).unwrap_or_default(), false)
            }
        };
        let label = Explain::new("act-learned").with("aspect", learned.aspect().name()).with("name", person);
        let label = label.with("value", if value.is_empty() { "none" } else { &value }).with("ended", ended);
        add(tx, membership, learned.aspect(), value, ended, today, None)?;
        Ok(label)
    })
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
        add(tx, membership, aspect, value.to_owned(), ended, day, Some(cause))?;
    }
    Ok(())
}

fn add(
    tx: &Tx<'_>,
    membership: Id,
    aspect: Aspect,
    value: String,
    ended: bool,
    day: NaiveDate,
    cause: Option<Id>,
) -> Result<(), Fault> {
    let mut fact = Fact {
        membership: Some(Link(membership)),
        aspect: Some(aspect),
        value,
        ended,
        on_day: Some(day),
        cause: cause.map(Link),
        ..Fact::default()
    };
    tx.insert(&mut fact).map(|_| ())
}
