//! Records by their uid: what another program knows by a number of its own is met again under another name.
use super::Import;
use crate::domain::Id;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::person::Person;
use crate::domain::text::{fold, name_tokens};
use crate::store::fault::Fault;
use crate::store::stage::Topic;

impl Import<'_> {
    /// The record of that uid, of the book or new; none has an empty one.
    pub(in crate::exchange) fn of_uid(&self, kind: Kind, uid: &str) -> Result<Option<Id>, Fault> {
        if uid.is_empty() {
            return Ok(None);
        }
        let new = self.shelf.stage.known(Topic::Uid, &(kind, uid))?.first().copied();
        if new.is_some() { Ok(new) } else { self.shelf.store.id_of_uid(kind, uid) }
    }

    /// The person of that uid, unless nothing of what they are called or how they are reached is the same: two companies that use one
    /// program may have given one number to two people.
    pub(super) fn person_of_uid(&self, person: &Person) -> Result<Option<Id>, Fault> {
        let Some(id) = self.of_uid(Kind::Person, &person.head.uid)? else { return Ok(None) };
        let there = self.shelf.get(Kind::Person, id)?;
        let Some(known) = there.any().downcast_ref::<Person>() else { return Ok(None) };
        let words =
            |p: &Person| p.aliases.iter().chain([&p.name]).flat_map(|n| name_tokens(n)).collect::<Vec<_>>();
        let reached = |p: &Person| p.emails.iter().map(|e| fold(e)).collect::<Vec<_>>();
        let meet = |a: &[String], b: &[String]| a.iter().any(|one| b.contains(one));
        let same = meet(&words(known), &words(person)) || meet(&reached(known), &reached(person));
        Ok(same.then_some(id))
    }

    /// Takes the uid from a new record if another one has it already: it is new all the same.
    pub(super) fn keep_uid(&self, record: &mut dyn Record) -> Result<(), Fault> {
        if self.of_uid(record.kind(), &record.head().uid)?.is_some() {
            record.head_mut().uid.clear();
        }
        Ok(())
    }

    /// Takes note of the uid of a new record.
    pub(in crate::exchange) fn learn_uid(&self, kind: Kind, uid: &str, id: Id) -> Result<(), Fault> {
        if uid.is_empty() { Ok(()) } else { self.shelf.stage.learn(Topic::Uid, &(kind, uid), id) }
    }
}
