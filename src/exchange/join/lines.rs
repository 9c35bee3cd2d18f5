//! Lines of reporting and of parts as an import would leave them: none may lead back to where it began.
use super::Import;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::org::{closes, refusal};
use crate::domain::value::Value;
use crate::store::fault::Fault;

impl Import<'_> {
    /// The place that counts of a person at an account, of the book or new: of several the one they hold, else the last one.
    pub(super) fn place(&mut self, person: Id, account: Id) -> Result<Option<Id>, Fault> {
        let mut best = None;
        for id in self.names()?.places(person, account)? {
            let left = match self.shelf.get(Kind::Membership, id)?.get("left_on") {
                Value::Day(day) => Some(day),
                _ => None,
            };
            // What is new gets the highest numbers.
            let rank = (left.is_none(), left, id < 0, id.abs());
            if best.is_none_or(|(known, _)| rank > known) {
                best = Some((rank, id));
            }
        }
        Ok(best.map(|(_, id)| id))
    }

    /// Why a record cannot have its line to `to`: it would lead back. The record is on the shelf under `id`, without the line.
    pub(in crate::exchange) fn leads_back(
        &mut self,
        kind: Kind,
        id: Id,
        to: Id,
    ) -> Result<Option<Explain>, Fault> {
        let here = self.shelf.get(kind, id)?;
        if target(here.as_ref()).is_some() {
            // What is there stays.
            return Ok(None);
        }
        let (from, account) = match (kind, here.get("person"), here.get("account")) {
            (Kind::Membership, Value::Link(person), Value::Link(account)) => (person, Some(account)),
            (Kind::Membership, ..) => return Ok(None),
            _ => (id, None),
        };
        if let Some(account) = account
            && self.place(from, account)? != Some(id)
        {
            return Ok(None);
        }
        let circle = closes(from, to, |at| self.up(kind, at, account))?;
        let Some(circle) = circle else { return Ok(None) };
        let of = if kind == Kind::Membership { Kind::Person } else { kind };
        let mut names = Vec::new();
        for id in circle {
            names.push(self.name_of(of, id)?);
        }
        Ok(Some(refusal(kind, &names)))
    }

    fn up(&mut self, kind: Kind, at: Id, account: Option<Id>) -> Result<Option<Id>, Fault> {
        let value = match account {
            Some(account) => match self.place(at, account)? {
                Some(place) => self.shelf.get(kind, place)?.get("reports_to"),
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
