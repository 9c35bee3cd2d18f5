//! People: who is meant, and their place at an account.
use super::{Import, Stop, kept};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::{Link, Record};
use crate::domain::kind::Kind;
use crate::domain::merge::{Merged, fill};
use crate::domain::person::{Membership, Person};
use crate::exchange::choices::Choice;
use crate::exchange::draft::{self, Draft, short};
use crate::exchange::names::{Hit, other_name};
use crate::exchange::plan::{Action, Candidate, Offers, Row};
use crate::exchange::table::row::append;
use crate::store::fault::Fault;

/// Whom a draft means, and who else it may be.
pub(super) struct Found {
    known: Option<(Id, Explain)>,
    merge: Vec<Candidate>,
}

impl Found {
    /// Of somebody whom only an address names: who is known keeps their name, and of a new one it is told where theirs is from.
    pub(super) fn settle_name(&self, person: &mut Person, notes: &mut Vec<Explain>) {
        if self.known.is_some() {
            person.name.clear();
        } else if let Some(address) = person.emails.first() {
            notes.push(Explain::new("import-named-by-address").with("text", short(address)));
        }
    }
}

/// Gives whoever has no name, or only an address for one, the name that the address suggests; whether it did.
pub(super) fn name_by_address(person: &mut Person) -> bool {
    let named =
        !person.name.is_empty() && !person.emails.iter().any(|e| e.eq_ignore_ascii_case(&person.name));
    let suggested = if named { None } else { person.emails.iter().find_map(|e| draft::name_by_address(e)) };
    suggested.is_some_and(|name| {
        person.name = name;
        true
    })
}

impl Import<'_> {
    /// Who it is: the one that was chosen, else by e-mail, else by name at the account, else by name and telephone, else by name where
    /// neither has an account (`alone`: the file names none, not even one that is still to be made).
    pub(super) fn find_person(
        &mut self,
        person: &Person,
        account: Option<Id>,
        alone: bool,
        line: usize,
    ) -> Result<Found, Stop> {
        if self.names()?.is_colleague(person)? {
            return Err(Stop::Refused(Explain::new("import-is-colleague")));
        }
        let chosen = self.chosen(line, Kind::Person);
        let known = match (chosen, self.hits(person, account, alone)?) {
            (Some(Choice::MergeInto(id)), _) => {
                Some((self.chosen_record(Kind::Person, id)?, Explain::new("import-why-chosen")))
            }
            (Some(Choice::CreateNew), _) | (Some(Choice::Skip) | None, (Hit::None, _)) => None,
            (Some(Choice::Skip) | None, (Hit::One(id), why)) => Some((id, why)),
            (Some(Choice::Skip) | None, (Hit::Several(ids), why)) => {
                return Err(self.several(
                    (Kind::Person, "import-person-several"),
                    &person.name,
                    &ids,
                    &why,
                )?);
            }
        };
        Ok(Found { merge: self.people_like(person, account, known.as_ref())?, known })
    }

    /// Who of the book or the files it is, and by what.
    fn hits(&mut self, person: &Person, account: Option<Id>, alone: bool) -> Result<(Hit, Explain), Fault> {
        if let Some(id) = self.person_of_uid(person)? {
            return Ok((Hit::One(id), Explain::new("import-why-uid")));
        }
        let names = self.names()?;
        let mut found = (names.by_email(person)?, "import-why-email");
        if let (Hit::None, Some(account)) = (&found.0, account) {
            found = (names.at(&person.name, account)?, "import-why-place");
        }
        if found.0 == Hit::None {
            found = (names.by_phone(person)?, "import-why-phone");
        }
        if found.0 == Hit::None && alone {
            found = (names.without_account(&person.name)?.map_or(Hit::None, Hit::One), "import-why-name");
        }
        Ok((found.0, Explain::new(found.1)))
    }

    /// Who of the book it may be: whoever it is taken for, and who has its address, its telephone or its name.
    fn people_like(
        &mut self,
        person: &Person,
        account: Option<Id>,
        known: Option<&(Id, Explain)>,
    ) -> Result<Vec<Candidate>, Fault> {
        let names = self.names()?;
        let mut found: Vec<(Id, Explain)> = known.into_iter().cloned().collect();
        let at = account.map(|account| names.at(&person.name, account)).transpose()?.unwrap_or(Hit::None);
        for (hit, key) in [(names.by_email(person)?, "import-why-email"), (at, "import-why-place")] {
            match hit {
                Hit::None => {}
                Hit::One(id) => found.push((id, Explain::new(key))),
                Hit::Several(ids) => found.extend(ids.into_iter().map(|id| (id, Explain::new(key)))),
            }
        }
        found.extend(names.named(&person.name)?.into_iter().map(|id| (id, Explain::new("import-why-name"))));
        self.candidates(Kind::Person, &found)
    }

    pub(super) fn join_person(
        &mut self,
        person: &mut Person,
        found: Found,
        draft: &mut Draft,
        account: Option<Id>,
    ) -> Result<(), Fault> {
        if account.is_none() {
            without_account(person, draft);
        }
        let Found { known, merge } = found;
        let (id, mut merged) = if let Some((id, _)) = &known {
            (*id, self.merge_person(*id, person)?)
        } else {
            draft.notes.extend(self.namesake(&person.name)?);
            person.aliases.retain(|a| *a != person.name);
            self.keep_uid(person)?;
            let id = self.shelf.add(person.boxed(), None)?;
            self.learn_uid(Kind::Person, &person.head.uid, id)?;
            (id, Merged::default())
        };
        if let Some(account) = account {
            let place = self.join_place(id, account, draft)?;
            merged.filled.extend(place.filled);
            merged.kept.extend(place.kept);
        }
        self.learn(Kind::Person, id)?;
        let row = self.row(draft.line, Kind::Person, self.name_of(Kind::Person, id)?, Action::Create);
        let row = Row { offers: Offers { create: true, merge, ..row.offers }, ..row };
        match known {
            None => self.tell(Row { why: merged.kept.into_iter().map(kept).collect(), ..row })?,
            Some(known) => self.push_merged(row, known, merged)?,
        }
        let at = match account {
            Some(a) => Some(Explain::new("import-at").with("account", self.name_of(Kind::Account, a)?)),
            None => None,
        };
        if let Some(row) = self.told() {
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
            place.unit = self.names()?.unit(account, &draft.unit)?.map(Link);
            if place.unit.is_none() {
                // A department is no unit of its own: it says where on the card the person stands.
                let parts = [&place.title, &draft.unit].map(String::as_str);
                place.title = parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(", ");
            }
        }
        if let Some(id) = self.place(person, account)? {
            return self.shelf.change(Kind::Membership, id, |record| {
                let merged = fill(record, &place)?;
                Ok((!merged.filled.is_empty(), merged))
            });
        }
        (place.person, place.account) = (Some(Link(person)), Some(Link(account)));
        let id = self.shelf.add(Box::new(place), None)?;
        self.learn(Kind::Membership, id)?;
        Ok(Merged { filled: vec![(Kind::Membership, "account")], kept: Vec::new() })
    }

    fn people_later(&mut self, person: Id, account: Id, draft: &Draft) -> Result<(), Fault> {
        let by_name = !draft.reports_to.is_empty() || !draft.reached_via.is_empty();
        let place = if by_name { self.place(person, account)? } else { None };
        let Some(place) = place else { return Ok(()) };
        self.later(Kind::Membership, place, "reports_to", &draft.reports_to, Some(account));
        self.later(Kind::Membership, place, "reached_via", &draft.reached_via, Some(account));
        Ok(())
    }

    /// Somebody of the same name elsewhere: worth knowing, not enough to be the same.
    fn namesake(&mut self, name: &str) -> Result<Option<Explain>, Fault> {
        let names = self.names()?;
        let Some(other) = names.named(name)?.first().copied() else { return Ok(None) };
        let at = names.accounts_of(other)?.first().copied();
        let account = match at {
            Some(account) => self.name_of(Kind::Account, account)?,
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
