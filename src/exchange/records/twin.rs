//! By what a row of a table and a record of the book are known to be the same.
use std::collections::HashSet;

use super::index::Index;
use crate::domain::Id;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::person::Person;
use crate::domain::text::fold;
use crate::domain::value::Value;
use crate::exchange::join::Import;
use crate::exchange::names::Hit;
use crate::store::fault::Fault;

/// What must be the same, and what must not differ where both say it.
pub(super) const fn key(kind: Kind) -> (&'static [&'static str], &'static [&'static str]) {
    match kind {
        Kind::Account | Kind::Colleague | Kind::Competitor | Kind::Offering | Kind::Person => {
            (&["name"], &[])
        }
        Kind::Unit | Kind::Kpi | Kind::Opportunity => (&["name", "account"], &[]),
        Kind::Membership => (&["person", "account"], &["since"]),
        Kind::Interaction => (&["day", "channel", "account", "text"], &["time", "people"]),
        Kind::Target | Kind::Actual => (&["kpi", "period"], &[]),
        Kind::Plan | Kind::Contract => (&["name", "account"], &["starts_on"]),
        Kind::Objective => (&["name", "plan"], &[]),
        Kind::Initiative => (&["name", "objective"], &[]),
        Kind::Milestone => (&["name", "initiative"], &["due"]),
        Kind::Commitment => (&["text", "account", "side"], &["due", "counterpart"]),
        Kind::Fact => (&["membership", "aspect", "on_day", "value"], &[]),
        Kind::Influence => (&["person", "sways", "account"], &[]),
        Kind::Involvement => (&["opportunity", "person"], &[]),
        Kind::Step => (&["opportunity", "day", "stage"], &[]),
        Kind::Problem => (&["name", "account"], &["opened_on"]),
        Kind::Reading => (&["account", "day"], &["person"]),
        Kind::WhiteSpace => (&["offering", "account", "unit"], &[]),
        Kind::Insight => (&["name", "account"], &["day"]),
        Kind::Perk => (&["name", "account"], &["since"]),
        Kind::Decision => (&["name", "account"], &["decided_on"]),
        Kind::Telling => (&["decision", "person", "colleague"], &[]),
        Kind::Assignment => (&["account", "colleague"], &["since"]),
        Kind::Promotion => (&["account", "day"], &[]),
        Kind::Review => (&["day"], &[]),
        Kind::Rate => (&["currency", "year"], &[]),
        Kind::Mute => (&["account", "topic", "subject"], &["until"]),
        Kind::Issued => (&["report", "account", "day"], &[]),
        Kind::Settings => (&[], &[]),
    }
}

/// What is known of the records of the kinds that were asked for.
#[derive(Default)]
pub(super) struct Twins {
    ids: Index,
    loaded: HashSet<Kind>,
}

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Twin {
    /// The same.
    Same(Id),
    /// Called the same, but another by its days.
    Like(Id),
    /// None.
    None,
}

impl Twins {
    pub(super) fn load(&mut self, kind: Kind, import: &Import<'_>) -> Result<(), Fault> {
        if !self.loaded.insert(kind) {
            return Ok(());
        }
        super::join::each(kind, import, &mut |record| self.learn(record, record.head().id))
    }

    pub(super) fn learn(&mut self, record: &dyn Record, id: Id) {
        self.ids.learn(&(record.kind(), text(record)), id);
    }

    /// The record that a row means.
    pub(super) fn find(&self, record: &dyn Record, import: &mut Import<'_>) -> Result<Twin, Fault> {
        let kind = record.kind();
        if kind == Kind::Settings {
            return Ok(Twin::Same(1));
        }
        if !record.head().uid.is_empty() && matches!(kind, Kind::Account | Kind::Person) {
            return met(record, import);
        }
        let ids = self.ids.known(&(kind, text(record)));
        let uid = &record.head().uid;
        let mut like = Twin::None;
        for id in ids.iter().copied() {
            let there = import.shelf.get(kind, id)?;
            if id < 0 && !uid.is_empty() && !there.head().uid.is_empty() {
                // Two rows of one book: their uids tell them apart.
                continue;
            }
            let differs = key(kind).1.iter().any(|field| {
                let (a, b) = (record.get(field), there.get(field));
                !a.is_empty() && !b.is_empty() && a != b
            });
            if !differs {
                return Ok(Twin::Same(id));
            }
            like = Twin::Like(id);
        }
        Ok(like)
    }
}

/// A client or somebody of another book, by the rules by which contacts meet: the same address, the same name and telephone; whoever
/// is only called the same is somebody else.
fn met(record: &dyn Record, import: &mut Import<'_>) -> Result<Twin, Fault> {
    let names = import.names()?;
    let twin = |hit| match hit {
        Hit::None => Twin::None,
        Hit::One(id) => Twin::Same(id),
        Hit::Several(ids) => ids.first().map_or(Twin::None, |id| Twin::Like(*id)),
    };
    let Some(person) = record.any().downcast_ref::<Person>() else {
        let Value::Text(name) = record.get("name") else { return Ok(Twin::None) };
        return Ok(twin(names.account(&name)?));
    };
    for hit in [names.by_email(person)?, names.by_phone(person)?] {
        if hit != Hit::None {
            return Ok(twin(hit));
        }
    }
    Ok(names.named(&person.name)?.first().map_or(Twin::None, |id| Twin::Like(*id)))
}

fn text(record: &dyn Record) -> String {
    let part = |field: &&str| match record.get(field) {
        Value::Text(text) => fold(text.trim()),
        other => format!("{other:?}"),
    };
    key(record.kind()).0.iter().map(part).collect::<Vec<_>>().join("\u{1f}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_a_key_is_one_of_its_kind() {
        for kind in Kind::ALL {
            let (same, alike) = key(kind);
            for field in same.iter().chain(alike) {
                assert!(kind.specs().iter().any(|s| s.name == *field), "{}.{field}", kind.name());
            }
        }
    }
}
