//! Who of the book takes part in a conversation, and at which account it is.
use super::Import;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::text::fold;
use crate::exchange::draft::short;
use crate::exchange::talk::{Guest, Talk};
use crate::store::Store;
use crate::store::fault::Fault;

/// How many people that nobody knows are named.
const FEW: usize = 3;

/// Who takes part, as far as the book knows them.
#[derive(Default)]
pub(super) struct Present {
    pub people: Vec<Id>,
    pub colleagues: Vec<Id>,
    /// Whoever the book does not know.
    pub strangers: Vec<String>,
    /// Who wrote it.
    pub writer: Writer,
}

/// Who wrote a letter or called a meeting.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Writer {
    /// One of theirs.
    Theirs,
    /// One of ours.
    Ours,
    /// Nobody that the book knows.
    #[default]
    Nobody,
}

impl Import<'_> {
    /// Who of the book takes part. Whoever said they would not come does not; who has left the team is ours all the same.
    pub(super) fn present(&mut self, talk: &Talk) -> Result<Present, Fault> {
        let mut present = Present::default();
        for (guest, writes) in talk
            .sender
            .iter()
            .map(|g| (g, true))
            .chain(talk.guests.iter().filter(|g| !g.declined).map(|g| (g, false)))
        {
            let writer = self.one(guest, &mut present)?;
            if writes {
                present.writer = writer;
            }
        }
        Ok(present)
    }

    /// Whether the user has said that they will not come.
    pub(super) fn is_declined(&self, talk: &Talk) -> bool {
        talk.guests.iter().any(|guest| guest.declined && self.agenda.own.contains(&guest.address))
    }

    fn one(&mut self, guest: &Guest, present: &mut Present) -> Result<Writer, Fault> {
        let names = self.names()?;
        let add = |to: &mut Vec<Id>, id: Id| {
            if !to.contains(&id) {
                to.push(id);
            }
        };
        if let Some(id) = names.colleague_at(&guest.address)? {
            add(&mut present.colleagues, id);
            return Ok(Writer::Ours);
        }
        // An address that several share is nobody's.
        if let [one] = names.people_at(&guest.address)?.as_slice() {
            add(&mut present.people, *one);
            return Ok(Writer::Theirs);
        }
        if self.agenda.own.contains(&guest.address) {
            return Ok(Writer::Ours);
        }
        let called = short(guest.called());
        if !present.strangers.contains(&called) {
            present.strangers.push(called);
        }
        Ok(Writer::Nobody)
    }

    /// Where most of the people are; of as many the first one.
    pub(super) fn account_of(&mut self, people: &[Id]) -> Result<Option<Id>, Fault> {
        let mut counts: Vec<(Id, usize)> = Vec::new();
        for person in people {
            for account in self.open_accounts(*person)? {
                match counts.iter_mut().find(|(id, _)| *id == account) {
                    Some((_, count)) => *count += 1,
                    None => counts.push((account, 1)),
                }
            }
        }
        let most = counts.iter().map(|(_, count)| *count).max();
        Ok(counts.into_iter().find(|(_, count)| Some(*count) == most).map(|(id, _)| id))
    }

    /// The accounts that somebody has not left; where they left all of them, all.
    fn open_accounts(&mut self, person: Id) -> Result<Vec<Id>, Fault> {
        let all = self.names()?.accounts_of(person)?;
        let mut open = Vec::new();
        for account in &all {
            for place in self.names()?.places(person, *account)? {
                if self.shelf.get(Kind::Membership, place)?.get("left_on").is_empty()
                    && !open.contains(account)
                {
                    open.push(*account);
                }
            }
        }
        Ok(if open.is_empty() { all } else { open })
    }
}

/// The addresses of the user, as they are compared.
pub(super) fn own_addresses(store: &Store) -> Result<Vec<String>, Fault> {
    Ok(store.settings()?.owner_emails.iter().map(|e| fold(e.trim())).collect())
}

/// Why a conversation with nobody of the book is left out.
pub(super) fn nobody(present: &Present) -> Explain {
    if present.strangers.is_empty() {
        return Explain::new(if present.colleagues.is_empty() {
            "calendar-alone"
        } else {
            "calendar-among-us"
        });
    }
    Explain::new("calendar-nobody").with("text", strangers(present))
}

/// The first names of those whom the book does not know, and how many more there are.
pub(super) fn strangers(present: &Present) -> String {
    let names = present.strangers.iter().take(FEW).cloned().collect::<Vec<_>>().join(", ");
    match present.strangers.len().saturating_sub(FEW) {
        0 => names,
        more => format!("{names} +{more}"),
    }
}
