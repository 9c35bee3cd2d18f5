//! The tables of a whole book, or of what is wanted of it.
use std::collections::HashMap;

use super::{Grid, Tables};
use crate::domain::Id;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::store::fault::Fault;

/// How many records are read at a time.
const PAGE: usize = 500;

/// Which records are wanted.
pub type Wanted<'w> = &'w dyn Fn(&dyn Record) -> bool;

/// Whether a workbook of the whole book has a sheet for a kind. Places stand with their people; a document that was issued is longer
/// than a cell may be, and kept whole in JSON only.
pub const fn has_sheet(kind: Kind) -> bool {
    !matches!(kind, Kind::Membership | Kind::Issued)
}

impl Tables<'_> {
    /// The records of a kind that are wanted, in the order of their numbers; people with their places.
    ///
    /// # Errors
    /// Faults of the book.
    pub fn kind(&self, kind: Kind, wanted: Wanted<'_>) -> Result<Grid, Fault> {
        if kind == Kind::Person {
            return self.people(&self.placed(wanted)?);
        }
        let mut ids = Vec::new();
        self.each(kind, &mut |record| {
            if wanted(record) {
                ids.push(record.head().id);
            }
        })?;
        self.records(kind, &ids)
    }

    /// A table for each kind of which there is something. What became of accounts and sales until now stands beside them even where
    /// that is nothing: otherwise import would let it begin today.
    ///
    /// # Errors
    /// Faults of the book.
    pub fn all(&self, wanted: Wanted<'_>) -> Result<Vec<Grid>, Fault> {
        let mut grids = Vec::new();
        let mut there = Vec::new();
        for kind in Kind::ALL.into_iter().filter(|kind| has_sheet(*kind)) {
            let grid = self.kind(kind, wanted)?.filled();
            let beside = match kind {
                Kind::Step => there.contains(&Kind::Opportunity),
                Kind::Promotion => there.contains(&Kind::Account),
                _ => false,
            };
            if !grid.rows.is_empty() || beside {
                there.push(kind);
                grids.push(grid);
            }
        }
        Ok(grids)
    }

    /// Everybody who is wanted, with each of their places that are.
    fn placed(&self, wanted: Wanted<'_>) -> Result<Vec<(Id, Option<Id>)>, Fault> {
        let mut places: HashMap<Id, Vec<Id>> = HashMap::new();
        self.each(Kind::Membership, &mut |place| {
            if let (Value::Link(person), true) = (place.get("person"), wanted(place)) {
                places.entry(person).or_default().push(place.head().id);
            }
        })?;
        let mut people = Vec::new();
        self.each(Kind::Person, &mut |person| {
            let id = person.head().id;
            match places.get(&id) {
                Some(places) => people.extend(places.iter().map(|place| (id, Some(*place)))),
                None if wanted(person) => people.push((id, None)),
                None => {}
            }
        })?;
        Ok(people)
    }

    fn each(&self, kind: Kind, each: &mut dyn FnMut(&dyn Record)) -> Result<(), Fault> {
        let mut after = 0;
        loop {
            let page = self.store.records(kind, after, PAGE)?;
            let Some(last) = page.last() else { return Ok(()) };
            after = last.head().id;
            for record in &page {
                each(record.as_ref());
            }
        }
    }
}
