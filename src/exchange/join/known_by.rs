//! Records by their uid: what another program knows by a number of its own is met again under another name.
use super::Import;
use crate::domain::Id;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
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

    /// Takes the uid from a new record if another one has it already: the user said that it is new.
    pub(super) fn keep_uid(&self, record: &mut dyn Record) -> Result<(), Fault> {
        if self.of_uid(record.kind(), &record.head().uid)?.is_some() {
            record.head_mut().uid.clear();
        }
        Ok(())
    }

    /// Takes note of the uid of a new record.
    pub(super) fn learn_uid(&self, kind: Kind, uid: &str, id: Id) -> Result<(), Fault> {
        if uid.is_empty() { Ok(()) } else { self.shelf.stage.learn(Topic::Uid, &(kind, uid), id) }
    }
}
