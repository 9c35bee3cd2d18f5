//! One thing set for many people at once: one act, one step of undo.
use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Setting;
use super::place::open_places;
use super::save::{few, name};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::text::fold;
use crate::domain::value::Value;
use crate::store::fault::Fault;
use crate::store::{Outcome, Store};

/// Sets it for each of these people, at that place of theirs where it belongs to a place; a holiday at all
/// their places. Who has no place there is left out;
/// if nobody has one, it is refused.
pub(super) fn set_all(
    store: &mut Store,
    people: &[(Id, Option<Id>)],
    setting: &Setting,
    today: NaiveDate,
) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        let (kind, field) = setting.field();
        let records: BTreeSet<(Id, Id)> = match kind {
            // Who is on holiday is so at every client.
            Kind::Membership if matches!(setting, Setting::NotBefore(_)) => {
                let mut all = BTreeSet::new();
                for (person, _) in people {
                    all.extend(open_places(tx, *person)?.into_iter().map(|place| (place, *person)));
                }
                all
            }
            Kind::Membership => {
                people.iter().filter_map(|(person, place)| Some(((*place)?, *person))).collect()
            }
            _ => people.iter().map(|(person, _)| (*person, *person)).collect(),
        };
        if records.is_empty() {
            return Err(Explain::new("act-set-nobody").into());
        }
        let mut changed = BTreeSet::new();
        let mut names = Vec::new();
        for (id, person) in records {
            let mut record = tx.record(kind, id)?;
            let value = setting.value(record.get(field));
            if record.get(field) == value {
                continue;
            }
            record.set(field, value)?;
            tx.update(record.as_mut())?;
            if changed.insert(person) {
                names.push(name(tx, Kind::Person, person)?);
            }
        }
        Ok(setting.label(changed.len(), names))
    })
}

impl Setting {
    /// The field that it sets, and of which kind of record.
    const fn field(&self) -> (Kind, &'static str) {
        match self {
            Self::Cadence(_) => (Kind::Membership, "cadence"),
            Self::NotBefore(_) => (Kind::Membership, "not_before"),
            Self::Language(_) => (Kind::Person, "language"),
            Self::DoNotContact(_) => (Kind::Person, "do_not_contact"),
            Self::Tag(_) | Self::Untag(_) => (Kind::Person, "tags"),
        }
    }

    /// What the field holds afterwards.
    fn value(&self, before: Value) -> Value {
        match self {
            Self::Cadence(days) => days.map_or(Value::Empty, Value::Number),
            Self::NotBefore(day) => day.map_or(Value::Empty, Value::Day),
            Self::Language(text) if text.is_empty() => Value::Empty,
            Self::Language(text) => Value::Text(text.clone()),
            Self::DoNotContact(asked) => Value::Flag(*asked),
            Self::Tag(more) => tags(before, |tags| {
                for tag in more {
                    if !tags.iter().any(|t| fold(t) == fold(tag)) {
                        tags.push(tag.clone());
                    }
                }
            }),
            Self::Untag(tag) => tags(before, |tags| tags.retain(|t| fold(t) != fold(tag))),
        }
    }

    /// `Cadence of 12 people: every 21 d`.
    fn label(&self, count: usize, names: Vec<String>) -> Explain {
        let or_none = |text: Option<String>| text.unwrap_or_else(|| "none".to_owned());
        let (what, value) = match self {
            Self::Cadence(days) => ("cadence", or_none(days.map(|d| d.to_string()))),
            Self::NotBefore(day) => ("not-before", or_none(day.map(|d| d.to_string()))),
            Self::Language(text) => ("language", or_none(Some(text.clone()).filter(|t| !t.is_empty()))),
            Self::DoNotContact(asked) => ("do-not-contact", asked.to_string()),
            Self::Tag(tags) => ("tag", tags.join(" ")),
            Self::Untag(tag) => ("untag", tag.clone()),
        };
        let label = Explain::new("act-set-all").with("what", what).with("value", value);
        label.with("count", count).with("name", few(names))
    }
}

fn tags(before: Value, work: impl FnOnce(&mut Vec<String>)) -> Value {
    let mut tags = if let Value::Texts(tags) = before { tags } else { Vec::new() };
    work(&mut tags);
    if tags.is_empty() { Value::Empty } else { Value::Texts(tags) }
}
