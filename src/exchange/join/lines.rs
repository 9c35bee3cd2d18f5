//! Lines of reporting and of parts as an import would leave them: none may lead back to where it began.
use std::collections::HashMap;

use super::{Import, title};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::org::{closes, refusal};
use crate::domain::value::Value;
use crate::exchange::shelf::Shelf;
use crate::store::fault::Fault;

/// The place that counts of each person at each account.
#[derive(Default)]
pub(in crate::exchange) struct Places(HashMap<(Id, Id), Id>);

impl Places {
    /// Of the book and of what is new: of several places of a person at an account the one they hold, else the last one.
    pub(in crate::exchange) fn of(shelf: &mut Shelf<'_>) -> Result<Self, Fault> {
        let mut best = HashMap::new();
        for id in shelf.all(Kind::Membership)? {
            let place = shelf.get(Kind::Membership, id)?;
            let (Value::Link(account), Value::Link(person)) = (place.get("account"), place.get("person"))
            else {
                continue;
            };
            let left = match place.get("left_on") {
                Value::Day(day) => Some(day),
                _ => None,
            };
            // What is new gets the highest numbers.
            let rank = (left.is_none(), left, id < 0, id.abs());
            let known = best.entry((account, person)).or_insert((rank, id));
            if rank > known.0 {
                *known = (rank, id);
            }
        }
        Ok(Self(best.into_iter().map(|(key, (_, id))| (key, id)).collect()))
    }
}

impl Import<'_> {
    /// Why a record cannot have its line to `to`: it would lead back. The record is on the shelf under `id`, without the line.
    pub(in crate::exchange) fn leads_back(
        &mut self,
        kind: Kind,
        id: Id,
        to: Id,
        places: &Places,
    ) -> Result<Option<Explain>, Fault> {
        let here = self.shelf.get(kind, id)?;
        if target(here).is_some() {
            // What is there stays.
            return Ok(None);
        }
        let (from, account) = match (kind, here.get("person"), here.get("account")) {
            (Kind::Membership, Value::Link(person), Value::Link(account)) => (person, Some(account)),
            (Kind::Membership, ..) => return Ok(None),
            _ => (id, None),
        };
        if account.is_some_and(|account| places.0.get(&(account, from)) != Some(&id)) {
            return Ok(None);
        }
        let circle = closes(from, to, |at| self.up(kind, at, account, places))?;
        let Some(circle) = circle else { return Ok(None) };
        let of = if kind == Kind::Membership { Kind::Person } else { kind };
        let mut names = Vec::new();
        for id in circle {
            names.push(title(self.shelf.get(of, id)?));
        }
        Ok(Some(refusal(kind, &names)))
    }

    fn up(&mut self, kind: Kind, at: Id, account: Option<Id>, places: &Places) -> Result<Option<Id>, Fault> {
        let value = match account {
            Some(account) => match places.0.get(&(account, at)) {
                Some(place) => self.shelf.get(kind, *place)?.get("reports_to"),
                None => Value::Empty,
            },
            None => self.shelf.get(kind, at)?.get("part_of"),
        };
        Ok(if let Value::Link(to) = value { Some(to) } else { None })
    }
}

/// The field of a kind whose lines may not lead back.
pub(in crate::exchange) const fn field(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Membership => Some("reports_to"),
        Kind::Account | Kind::Unit => Some("part_of"),
        _ => None,
    }
}

/// Where the line of a record leads.
pub(in crate::exchange) fn target(record: &dyn Record) -> Option<Id> {
    match record.get(field(record.kind())?) {
        Value::Link(to) => Some(to),
        _ => None,
    }
}
