//! Stance, roles, influence and interest: fields of a membership that are dated facts in the file.
use chrono::NaiveDate;
use rusqlite::Connection;

use crate::domain::Id;
use crate::domain::choice::{Aspect, Choice};
use crate::domain::fact::Fact;
use crate::domain::field::{Link, Record};
use crate::domain::kind::Kind;
use crate::domain::person::Membership;
use crate::domain::value::{FieldKind, Value};
use crate::store::Tx;
use crate::store::cell::named;
use crate::store::fault::Fault;

impl Tx<'_> {
    /// Writes what differs from the current facts as facts dated today, learned by hand.
    pub(super) fn write_facts(&self, record: &dyn Record) -> Result<(), Fault> {
        self.learn_on(record, self.today)
    }

    /// Writes what a new membership begins with: most of a list begin with nothing, and none has facts that it could differ from.
    pub(super) fn write_first_facts(&self, record: &dyn Record) -> Result<(), Fault> {
        let begins = record.kind() == Kind::Membership && !facts_of(record).is_empty();
        if begins { self.write_facts(record) } else { Ok(()) }
    }

    /// Writes what differs from the current facts as facts of that day, learned by hand.
    pub(in crate::store) fn learn_on(&self, record: &dyn Record, day: NaiveDate) -> Result<(), Fault> {
        if record.kind() != Kind::Membership {
            return Ok(());
        }
        let id = record.head().id;
        let current = current_facts(self.conn, id)?;
        let wanted = facts_of(record);
        for (aspect, value) in &wanted {
            if !current.contains(&(*aspect, value.clone())) {
                self.add_fact(id, (*aspect, value, false), day)?;
            }
        }
        for (aspect, value) in &current {
            match aspect {
                Aspect::Role if !wanted.contains(&(*aspect, value.clone())) => {
                    self.add_fact(id, (*aspect, value, true), day)?;
                }
                Aspect::Stance | Aspect::Influence | Aspect::Interest
                    if !wanted.iter().any(|(a, _)| a == aspect) =>
                {
                    self.add_fact(id, (*aspect, "", false), day)?;
                }
                Aspect::Role | Aspect::Stance | Aspect::Influence | Aspect::Interest => {}
            }
        }
        Ok(())
    }

    fn add_fact(
        &self,
        membership: Id,
        (aspect, value, ended): (Aspect, &str, bool),
        day: NaiveDate,
    ) -> Result<(), Fault> {
        let mut fact = Fact {
            membership: Some(Link(membership)),
            aspect: Some(aspect),
            value: value.to_owned(),
            ended,
            on_day: Some(day),
            by_hand: true,
            ..Default::default()
        };
        self.insert(&mut fact).map(|_| ())
    }
}

/// The facts a membership's fields stand for.
fn facts_of(record: &dyn Record) -> Vec<(Aspect, String)> {
    let mut facts = Vec::new();
    if let Value::Choices(roles) = record.get("roles") {
        facts.extend(roles.into_iter().map(|r| (Aspect::Role, r.to_owned())));
    }
    if let Value::Choice(stance) = record.get("stance") {
        facts.push((Aspect::Stance, stance.to_owned()));
    }
    for aspect in [Aspect::Influence, Aspect::Interest] {
        if let Value::Number(n) = record.get(aspect.name()) {
            facts.push((aspect, n.to_string()));
        }
    }
    facts
}

/// What holds now: the latest stance, influence and interest by (day, id), and every role whose latest fact has not ended it.
pub(in crate::store) fn current_facts(
    conn: &Connection,
    membership: Id,
) -> Result<Vec<(Aspect, String)>, Fault> {
    facts_together(conn, membership, membership)
}

/// What would hold if the facts of two memberships were those of one.
fn facts_together(conn: &Connection, one: Id, other: Id) -> Result<Vec<(Aspect, String)>, Fault> {
    let mut statement = conn.prepare_cached(
        "SELECT aspect, ifnull(value, ''), ended FROM fact WHERE membership IN (?1, ?2) ORDER BY on_day, id",
    )?;
    let rows = statement.query_map([one, other], |r| {
        Ok((r.get::<_, String>(0)?, r.get::<_, String>(1)?, r.get::<_, bool>(2)?))
    })?;
    let mut facts: Vec<(Aspect, String)> = Vec::new();
    for row in rows {
        let (aspect, value, ended) = row?;
        let Some(aspect) = Aspect::named(&aspect) else { continue };
        facts.retain(|(a, v)| *a != aspect || (aspect == Aspect::Role && *v != value));
        if !ended && !value.is_empty() {
            facts.push((aspect, value));
        }
    }
    Ok(facts)
}

pub(super) fn read_facts(conn: &Connection, record: &mut dyn Record) -> Result<(), Fault> {
    put_facts(current_facts(conn, record.head().id)?, record)
}

/// What a membership's facts would say if those of another were its own.
pub(in crate::store) fn with_facts_of(
    conn: &Connection,
    place: &Membership,
    other: Id,
) -> Result<Membership, Fault> {
    let mut one = Membership { head: place.head.clone(), ..Membership::default() };
    put_facts(facts_together(conn, place.head.id, other)?, &mut one)?;
    Ok(one)
}

fn put_facts(facts: Vec<(Aspect, String)>, record: &mut dyn Record) -> Result<(), Fault> {
    let set_of = |name: &str| {
        let spec = Kind::Membership.specs().into_iter().find(|s| s.name == name);
        spec.and_then(|s| {
            if let FieldKind::Choice(set) | FieldKind::Choices(set) = s.kind { Some(set) } else { None }
        })
    };
    let (stances, roles) = (set_of("stance"), set_of("roles"));
    let mut held = Vec::new();
    for (aspect, value) in facts {
        match aspect {
            Aspect::Role => held.extend(roles.and_then(|s| named(s, &value))),
            Aspect::Stance => {
                record.set(
                    "stance",
                    stances.and_then(|s| named(s, &value)).map_or(Value::Empty, Value::Choice),
                )?;
            }
            Aspect::Influence | Aspect::Interest => {
                record.set(aspect.name(), value.parse().map_or(Value::Empty, Value::Number))?;
            }
        }
    }
    if !held.is_empty() {
        record.set("roles", Value::Choices(held))?;
    }
    Ok(())
}
