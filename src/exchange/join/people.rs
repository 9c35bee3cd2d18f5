//! People: who is meant, and their place at an account.
use super::{Import, Stop, kept};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::{Link, Record};
use crate::domain::kind::Kind;
use crate::domain::merge::{Merged, fill};
use crate::domain::person::{Membership, Person};
use crate::exchange::draft::{Draft, short};
use crate::exchange::names::{Hit, other_name};
use crate::exchange::plan::Action;
use crate::exchange::table::row::append;
use crate::store::fault::Fault;

impl Import<'_> {
    /// Who it is: by e-mail, else by name at the account, else by name and telephone, else by name where neither has an account
    /// (`alone`: the file names none, not even one that is still to be made).
    pub(super) fn find_person(
        &mut self,
        person: &Person,
        account: Option<Id>,
        alone: bool,
    ) -> Result<Option<(Id, Explain)>, Stop> {
        let names = self.names()?;
        if names.is_colleague(person) {
            return Err(Stop::Refused(Explain::new("import-is-colleague")));
        }
        let by_name = account.map_or(Hit::None, |a| names.at(&person.name, a));
        let found = [
            (names.by_email(person), "import-why-email"),
            (by_name, "import-why-place"),
            (names.by_phone(person), "import-why-phone"),
            (
                names.without_account(&person.name).filter(|_| alone).map_or(Hit::None, Hit::One),
                "import-why-name",
            ),
        ];
        for (hit, key) in found {
            match hit {
                Hit::None => {}
                Hit::One(id) => return Ok(Some((id, Explain::new(key)))),
                Hit::Several(ids) => {
                    let candidates = self.candidates(Kind::Person, &ids)?;
                    let why = Explain::new("import-person-several").with("person", short(&person.name));
                    return Err(Stop::Refused(why.with("candidates", candidates)));
                }
            }
        }
        Ok(None)
    }

    pub(super) fn join_person(
        &mut self,
        person: &mut Person,
        known: Option<(Id, Explain)>,
        draft: &mut Draft,
        account: Option<Id>,
    ) -> Result<(), Fault> {
        if account.is_none() {
            without_account(person, draft);
        }
        let new = known.is_none();
        let mut why = Vec::new();
        let (id, mut merged) = if let Some((id, known_by)) = known {
            why.push((id, known_by));
            (id, self.merge_person(id, person)?)
        } else {
            draft.notes.extend(self.namesake(&person.name)?);
            person.aliases.retain(|a| *a != person.name);
            let id = self.shelf.add(person.boxed(), None);
            self.origins.insert(id, (self.file.clone(), draft.line));
            (id, Merged::default())
        };
        if let Some(account) = account {
            let place = self.join_place(id, account, draft)?;
            merged.filled.extend(place.filled);
            merged.kept.extend(place.kept);
        }
        self.learn(Kind::Person, id)?;
        let name = self.name_of(Kind::Person, id);
        let row = self.row(draft.line, Kind::Person, name, Action::Create);
        if new {
            self.rows.push(row);
            if let Some(row) = self.rows.last_mut() {
                row.why.extend(merged.kept.into_iter().map(kept));
            }
        } else {
            self.push_merged(row, why, merged);
        }
        let at = account.map(|a| Explain::new("import-at").with("account", self.name_of(Kind::Account, a)));
        if let Some(row) = self.rows.last_mut() {
            row.why.extend(at.into_iter().chain(std::mem::take(&mut draft.notes)));
        }
        if let Some(account) = account {
            self.people_later(id, account, draft)?;
        }
        Ok(())
    }

    fn merge_person(&mut self, id: Id, person: &mut Person) -> Result<Merged, Fault> {
        self.shelf.change(Kind::Person, id, |record| {
            person.aliases.extend(other_name(record, person));
            person.name.clear();
            let merged = fill(record, person)?;
            Ok((!merged.filled.is_empty(), merged))
        })
    }

    /// The person's place at the account: filled, or made.
    fn join_place(&mut self, person: Id, account: Id, draft: &mut Draft) -> Result<Merged, Fault> {
        let mut place: Membership = std::mem::take(&mut draft.place);
        if !draft.unit.is_empty() {
            place.unit = self.names()?.unit(account, &draft.unit).map(Link);
            if place.unit.is_none() {
                // A department is no unit of its own: it says where on the card the person stands.
                let parts = [&place.title, &draft.unit].map(String::as_str);
                place.title = parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(", ");
            }
        }
        if let Some(id) = self.names()?.place(person, account) {
            return self.shelf.change(Kind::Membership, id, |record| {
                let merged = fill(record, &place)?;
                Ok((!merged.filled.is_empty(), merged))
            });
        }
        (place.person, place.account) = (Some(Link(person)), Some(Link(account)));
        let id = self.shelf.add(Box::new(place), None);
        self.learn(Kind::Membership, id)?;
        Ok(Merged { filled: vec![(Kind::Membership, "account")], kept: Vec::new() })
    }

    fn people_later(&mut self, person: Id, account: Id, draft: &Draft) -> Result<(), Fault> {
        let Some(place) = self.names()?.place(person, account) else { return Ok(()) };
        self.later(Kind::Membership, place, "reports_to", &draft.reports_to, Some(account));
        self.later(Kind::Membership, place, "reached_via", &draft.reached_via, Some(account));
        Ok(())
    }

    /// Somebody of the same name elsewhere: worth knowing, not enough to be the same.
    fn namesake(&mut self, name: &str) -> Result<Option<Explain>, Fault> {
        let names = self.names()?;
        let Some(other) = names.named(name).first().copied() else { return Ok(None) };
        let at = names.accounts_of(other).first().copied();
        let account = match at {
            Some(account) => super::title(self.shelf.get(Kind::Account, account)?),
            None => return Ok(Some(Explain::new("import-namesake-alone"))),
        };
        Ok(Some(Explain::new("import-namesake").with("account", account)))
    }
}

/// A title without a company is a note on the person; what else belongs to a place cannot be kept.
fn without_account(person: &mut Person, draft: &mut Draft) {
    let title = std::mem::take(&mut draft.place.title);
    for text in [title, std::mem::take(&mut draft.unit)].iter().filter(|t| !t.is_empty()) {
        append(&mut person.personal, text);
    }
    let place: &dyn Record = &draft.place;
    for spec in Kind::Membership.specs().into_iter().filter(|s| !place.get(s.name).is_empty()) {
        let note = Explain::new("import-no-place").with("kind", Kind::Membership.name());
        draft.notes.push(note.with("field", spec.name));
    }
}
