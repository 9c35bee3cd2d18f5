//! What the user chose for a record, and what there is to choose from.
use super::{Import, Stop};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::exchange::choices::Choice;
use crate::exchange::draft::{Draft, short};
use crate::exchange::plan::Candidate;
use crate::store::fault::Fault;

/// How many records are named to choose from.
const FEW: usize = 5;

impl Import<'_> {
    /// Whether the user leaves the record out.
    pub(super) fn is_skipped(&self, draft: &Draft) -> bool {
        let skips = |kind| self.chosen(draft.line, kind) == Some(Choice::Skip);
        skips(Kind::Account) || draft.person.is_some() && skips(Kind::Person)
    }

    /// The record that the user chose, if it is there.
    pub(super) fn chosen_record(&self, kind: Kind, id: Id) -> Result<Id, Stop> {
        match self.shelf.get(kind, id) {
            Ok(_) => Ok(id),
            Err(Fault::Missing { .. }) => Err(Stop::Refused(
                Explain::new("import-choice-gone").with("kind", kind.name()).with("id", id),
            )),
            Err(fault) => Err(fault.into()),
        }
    }

    /// Records of the book to choose from, the likeliest first.
    pub(super) fn candidates(&self, kind: Kind, found: &[(Id, Explain)]) -> Result<Vec<Candidate>, Fault> {
        let mut all: Vec<Candidate> = Vec::new();
        for (id, why) in found {
            if *id > 0 && all.len() < FEW && all.iter().all(|c| c.id != *id) {
                all.push(Candidate { id: *id, name: self.name_of(kind, *id)?, why: why.clone() });
            }
        }
        Ok(all)
    }

    /// Why a record is refused that may be several.
    pub(super) fn several(
        &self,
        (kind, key): (Kind, &str),
        name: &str,
        ids: &[Id],
        why: &Explain,
    ) -> Result<Stop, Fault> {
        let mut names = Vec::new();
        for id in ids.iter().take(FEW) {
            let name = self.name_of(kind, *id)?;
            names.push(if *id > 0 { format!("{name} (#{id})") } else { name });
        }
        let refused = Explain::new(key).with(kind.name(), short(name)).with("candidates", names.join(", "));
        let found: Vec<_> = ids.iter().map(|id| (*id, why.clone())).collect();
        Ok(Stop::Several(kind, refused, self.candidates(kind, &found)?))
    }
}
