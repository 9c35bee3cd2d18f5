//! The book with what an import adds to it, in memory: nothing is written until the plan is performed.
use std::collections::{BTreeSet, HashMap};

use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::store::Store;
use crate::store::act::import::{Batch, New};
use crate::store::fault::Fault;

/// How many records are read at a time.
const PAGE: usize = 500;

/// Records of the book that were looked at, and new ones under negative numbers.
pub(super) struct Shelf<'a> {
    pub store: &'a Store,
    records: HashMap<(Kind, Id), Box<dyn Record>>,
    /// New records in the order in which they came, and the number each had elsewhere.
    new: Vec<(Kind, Option<Id>)>,
    changed: BTreeSet<(Kind, Id)>,
}

impl<'a> Shelf<'a> {
    pub(super) fn new(store: &'a Store) -> Self {
        Self { store, records: HashMap::new(), new: Vec::new(), changed: BTreeSet::new() }
    }

    /// All records of a kind, those of the book first, each with its number.
    pub(super) fn all(&mut self, kind: Kind) -> Result<Vec<Id>, Fault> {
        let (mut ids, mut after) = (Vec::new(), 0);
        loop {
            let page = self.store.records(kind, after, PAGE)?;
            let Some(last) = page.last() else { break };
            after = last.head().id;
            for record in page {
                let id = record.head().id;
                ids.push(id);
                self.records.entry((kind, id)).or_insert(record);
            }
        }
        let new = (1..).zip(&self.new).filter(|(_, (k, _))| *k == kind).map(|(n, _): (Id, _)| -n);
        ids.extend(new.filter(|id| self.records.contains_key(&(kind, *id))));
        Ok(ids)
    }

    /// A record, new or of the book.
    pub(super) fn get(&mut self, kind: Kind, id: Id) -> Result<&dyn Record, Fault> {
        self.load(kind, id).map(|r| &*r)
    }

    /// A record that was looked at before.
    pub(super) fn seen(&self, kind: Kind, id: Id) -> Option<&dyn Record> {
        self.records.get(&(kind, id)).map(AsRef::as_ref)
    }

    fn load(&mut self, kind: Kind, id: Id) -> Result<&mut dyn Record, Fault> {
        match self.records.entry((kind, id)) {
            std::collections::hash_map::Entry::Occupied(found) => Ok(found.into_mut().as_mut()),
            std::collections::hash_map::Entry::Vacant(free) => {
                Ok(free.insert(self.store.record(kind, id)?).as_mut())
            }
        }
    }

    /// Adds a new record and gives its number.
    pub(super) fn add(&mut self, mut record: Box<dyn Record>, number: Option<Id>) -> Id {
        let kind = record.kind();
        self.new.push((kind, number));
        let id = -Id::try_from(self.new.len()).unwrap_or(Id::MAX);
        record.head_mut().id = id;
        self.records.insert((kind, id), record);
        id
    }

    /// Takes a new record away again: nothing may lead to it.
    pub(super) fn take_back(&mut self, kind: Kind, id: Id) {
        if id < 0 {
            self.records.remove(&(kind, id));
        }
    }

    /// Changes a record; `change` says whether it did.
    pub(super) fn change<T>(
        &mut self,
        kind: Kind,
        id: Id,
        change: impl FnOnce(&mut dyn Record) -> Result<(bool, T), Explain>,
    ) -> Result<T, Fault> {
        let (changed, result) = change(self.load(kind, id)?)?;
        if changed && id > 0 {
            self.changed.insert((kind, id));
        }
        Ok(result)
    }

    /// What is to be written.
    pub(super) fn into_batch(mut self, label: Explain) -> Batch {
        let mut new = Vec::new();
        for (n, (kind, number)) in (1..).zip(std::mem::take(&mut self.new)) {
            let n: Id = n;
            new.extend(self.records.remove(&(kind, -n)).map(|record| New { record, number }));
        }
        let changed = self.changed.iter().filter_map(|key| self.records.remove(key)).collect();
        Batch { new, changed, figures: Vec::new(), label }
    }
}
