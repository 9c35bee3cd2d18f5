//! The book with what an import adds to it, set aside: nothing is written until the plan is performed.
use std::cell::Cell;

use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::stage::Stage;

/// Records of the book, and new ones under negative numbers.
pub(super) struct Shelf<'a> {
    pub store: &'a Store,
    pub stage: Stage,
    /// The place of the next row of the plan.
    pub next_row: Cell<u64>,
}

impl<'a> Shelf<'a> {
    pub(super) fn new(store: &'a Store) -> Result<Self, Fault> {
        Ok(Self { store, stage: Stage::new()?, next_row: Cell::new(0) })
    }

    /// A record, new or of the book, as the import leaves it.
    pub(super) fn get(&self, kind: Kind, id: Id) -> Result<Box<dyn Record>, Fault> {
        if let Some(found) = self.stage.get(kind, id)? {
            return Ok(found);
        }
        if id < 0 {
            return Err(Fault::Missing { kind, id });
        }
        let record = self.store.record(kind, id)?;
        self.stage.keep_at_hand(record.clone());
        Ok(record)
    }

    /// Adds a new record and gives its number; the next row of the plan is about it.
    pub(super) fn add(&self, record: Box<dyn Record>, number: Option<Id>) -> Result<Id, Fault> {
        self.stage.add(record, number, Some(self.next_row.get()))
    }

    /// Adds a record of another book, whose uid says where it comes from.
    pub(super) fn add_known(&self, record: Box<dyn Record>, number: Option<Id>) -> Result<Id, Fault> {
        self.stage.add(record, number, None)
    }

    /// Takes a new record away again: nothing may lead to it.
    pub(super) fn take_back(&self, kind: Kind, id: Id) -> Result<(), Fault> {
        if id < 0 { self.stage.take_back(kind, id) } else { Ok(()) }
    }

    /// Puts a record in the place of the one of its number.
    pub(super) fn stage_changed(&self, record: Box<dyn Record>) -> Result<(), Fault> {
        self.stage.put(record)
    }

    /// Changes a record; `change` says whether it did.
    pub(super) fn change<T>(
        &self,
        kind: Kind,
        id: Id,
        change: impl FnOnce(&mut dyn Record) -> Result<(bool, T), Explain>,
    ) -> Result<T, Fault> {
        let mut record = self.get(kind, id)?;
        let (changed, result) = change(record.as_mut())?;
        if changed {
            self.stage.put(record)?;
        }
        Ok(result)
    }
}
