//! Links by name, found once every file is read: the group of an account, the boss of a person.
use super::{Import, line_field};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::progress::{Stage, Step};
use crate::domain::value::Value;
use crate::exchange::draft::short;
use crate::exchange::names::Hit;
use crate::exchange::plan::Action;
use crate::store::fault::Fault;

/// A link still to be found.
pub(super) struct Later {
    /// The row that asks for it.
    row: u64,
    kind: Kind,
    id: Id,
    field: &'static str,
    name: String,
    /// Where a person is looked for first.
    account: Option<Id>,
}

impl Import<'_> {
    /// Remembers a link of the last row by the name of what it leads to.
    pub(super) fn later(&mut self, kind: Kind, id: Id, field: &'static str, name: &str, account: Option<Id>) {
        if !name.is_empty() {
            let row = self.shelf.next_row.get().saturating_sub(1);
            self.later.push(Later { row, kind, id, field, name: name.to_owned(), account });
        }
    }

    pub(super) fn resolve_later(&mut self) -> Result<(), Fault> {
        let later = std::mem::take(&mut self.later);
        let total = later.len() as u64;
        for (done, later) in (0..).zip(later) {
            self.watch.at(Step::new(Stage::Comparing, done, total))?;
            let note = if let Some(target) = self.target(&later)? {
                match self.circle(&later, target)? {
                    None => self.link(&later, target)?,
                    why => why,
                }
            } else {
                let note = Explain::new("import-link-unknown").with("kind", later.kind.name());
                Some(note.with("field", later.field).with("text", short(&later.name)))
            };
            if let Some(note) = note {
                self.retell(later.row, |row| row.why.push(note))?;
            }
        }
        Ok(())
    }

    fn target(&mut self, later: &Later) -> Result<Option<Id>, Fault> {
        let names = self.names()?;
        let hit = match (later.kind, later.account) {
            (Kind::Account, _) => names.account(&later.name)?,
            (_, Some(account)) => names.at(&later.name, account)?,
            (_, None) => Hit::None,
        };
        Ok(match hit {
            Hit::One(id) => Some(id),
            Hit::None | Hit::Several(_) if later.kind == Kind::Membership => {
                match names.named(&later.name)?.as_slice() {
                    [one] => Some(*one),
                    _ => None,
                }
            }
            Hit::None | Hit::Several(_) => None,
        })
    }

    /// Why the link cannot be: it would lead back to where it began.
    fn circle(&mut self, later: &Later, target: Id) -> Result<Option<Explain>, Fault> {
        let own = self.shelf.get(later.kind, later.id)?.get("person") == Value::Link(target);
        if own || later.id == target || line_field(later.kind) != Some(later.field) {
            return Ok(None);
        }
        self.leads_back(later.kind, later.id, target)
    }

    /// Sets the link if there is none; says so if the book has another.
    fn link(&mut self, later: &Later, target: Id) -> Result<Option<Explain>, Fault> {
        let value = Value::Link(target);
        let (old, own) = self.shelf.change(later.kind, later.id, |record| {
            let old = record.get(later.field);
            let own = later.id == target && later.kind == Kind::Account || record.get("person") == value;
            let set = old.is_empty() && !own;
            if set {
                record.set(later.field, Value::Link(target))?;
            }
            Ok((set, (old, own)))
        })?;
        if old.is_empty() && !own {
            self.retell(later.row, |row| {
                if row.action != Action::Create {
                    row.action = Action::Merge;
                    row.fields.push((later.kind, later.field));
                }
            })?;
            return Ok(None);
        }
        Ok((old != value && !own).then(|| super::kept((later.kind, later.field))))
    }
}
