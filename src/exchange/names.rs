//! Who of the book, or of what was read before, a name, an address or a number means. Looked up, never searched through.
use crate::domain::Id;
use crate::domain::account::Account;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::person::Person;
use crate::domain::text::{fold, name_tokens};
use crate::domain::twins::{name, phone};
use crate::domain::value::Value;
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::stage::{Stage, Topic};

/// Legal forms: an account is meant without them too.
const LEGAL_FORMS: [&str; 27] = [
    "sl", "slu", "sll", "slp", "sa", "sau", "sal", "scoop", "coop", "sc", "cb", "gmbh", "ag", "kg", "se",
    "inc", "llc", "ltd", "plc", "corp", "co", "bv", "nv", "spa", "srl", "sarl", "sas",
];

/// The names of accounts, units, people and colleagues, as the stage of an import knows them.
#[derive(Clone, Copy)]
pub(super) struct Names<'a>(pub &'a Stage);

/// One, none, or several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Hit {
    None,
    One(Id),
    Several(Vec<Id>),
}

impl Hit {
    fn of(ids: Vec<Id>) -> Self {
        match ids.as_slice() {
            [] => Self::None,
            [one] => Self::One(*one),
            [_, _, ..] => Self::Several(ids),
        }
    }
}

/// What a text is compared by: its words, or itself where it has none.
fn words(text: &str) -> Vec<String> {
    let words = name_tokens(text);
    if words.is_empty() { vec![fold(text.trim())] } else { words }
}

/// A company's name as it is compared.
fn account_key(name: &str) -> String {
    words(name).join(" ")
}

/// A company's name without its legal form, if it leaves anything.
pub(super) fn bare_key(name: &str) -> String {
    // `S.L.` is two words of one letter each.
    let joined = fold(name).replace('.', "");
    let mut parts = words(&joined);
    while parts.len() > 1 && parts.last().is_some_and(|p| LEGAL_FORMS.contains(&p.as_str())) {
        parts.pop();
    }
    parts.join(" ")
}

fn texts(record: &dyn Record, field: &str) -> Vec<String> {
    match record.get(field) {
        Value::Text(text) => vec![text],
        Value::Texts(texts) => texts,
        _ => Vec::new(),
    }
}

fn link(record: &dyn Record, field: &str) -> Option<Id> {
    if let Value::Link(id) = record.get(field) { Some(id) } else { None }
}

/// How many records of the book are read at a time.
const PAGE: usize = 500;

impl Names<'_> {
    /// The kinds that are known by name, places before the people whose they are.
    pub(super) const KINDS: [Kind; 5] =
        [Kind::Account, Kind::Unit, Kind::Membership, Kind::Person, Kind::Colleague];

    /// Takes note of everything that the book knows by name.
    pub(super) fn learn_book(self, store: &Store) -> Result<(), Fault> {
        for kind in Self::KINDS {
            let mut after = 0;
            loop {
                let page = store.bare_records(kind, after, PAGE)?;
                let Some(last) = page.last() else { break };
                after = last.head().id;
                for record in &page {
                    self.learn(record.as_ref())?;
                }
            }
        }
        Ok(())
    }

    /// Takes note of a new or changed record.
    pub(super) fn learn(self, record: &dyn Record) -> Result<(), Fault> {
        let id = record.head().id;
        match record.kind() {
            Kind::Account => {
                for name in texts(record, "name").iter().chain(&texts(record, "aliases")) {
                    self.0.learn(Topic::Account, &account_key(name), id)?;
                    self.0.learn(Topic::Bare, &bare_key(name), id)?;
                }
            }
            Kind::Unit => {
                if let Some(account) = link(record, "account") {
                    for name in texts(record, "name") {
                        self.0.learn(Topic::Unit, &(account, account_key(&name)), id)?;
                    }
                }
            }
            Kind::Membership => {
                if let (Some(person), Some(account)) = (link(record, "person"), link(record, "account")) {
                    self.0.learn(Topic::Place, &(person, account), id)?;
                    self.0.learn(Topic::Accounts, &person, account)?;
                }
            }
            Kind::Person => self.learn_person(record)?,
            Kind::Colleague => {
                for email in texts(record, "emails") {
                    self.0.learn(Topic::Colleague, &fold(email.trim()), id)?;
                }
            }
            // Nothing else is known by name in files of contacts.
            _ => {}
        }
        Ok(())
    }

    fn learn_person(self, record: &dyn Record) -> Result<(), Fault> {
        let id = record.head().id;
        for email in texts(record, "emails") {
            self.0.learn(Topic::Email, &fold(email.trim()), id)?;
        }
        let accounts = self.accounts_of(id)?;
        let phones = texts(record, "phones");
        for name in texts(record, "name").iter().chain(&texts(record, "aliases")) {
            let key = name::key(name);
            for account in &accounts {
                self.0.learn(Topic::At, &(key.as_str(), *account), id)?;
            }
            for phone in &phones {
                self.0.learn(Topic::Phone, &(key.as_str(), phone::key(phone)), id)?;
            }
            self.0.learn(Topic::Person, &key, id)?;
        }
        Ok(())
    }

    /// The account of that name or alias, with or without its legal form; first of all the one that the user said it is.
    pub(super) fn account(self, name: &str) -> Result<Hit, Fault> {
        let key = account_key(name);
        for (topic, key) in [(Topic::Said, key.clone()), (Topic::Account, key), (Topic::Bare, bare_key(name))]
        {
            let found = self.0.known(topic, &key)?;
            if !found.is_empty() {
                return Ok(Hit::of(found));
            }
        }
        Ok(Hit::None)
    }

    /// Takes note that the user said which account is meant by a name.
    pub(super) fn account_is(self, name: &str, id: Id) -> Result<(), Fault> {
        self.0.learn(Topic::Said, &account_key(name), id)
    }

    /// The unit of that name at the account.
    pub(super) fn unit(self, account: Id, name: &str) -> Result<Option<Id>, Fault> {
        Ok(self.0.known(Topic::Unit, &(account, account_key(name)))?.first().copied())
    }

    /// The person's memberships at the account.
    pub(super) fn places(self, person: Id, account: Id) -> Result<Vec<Id>, Fault> {
        self.0.known(Topic::Place, &(person, account))
    }

    /// Where the person is, or was.
    pub(super) fn accounts_of(self, person: Id) -> Result<Vec<Id>, Fault> {
        self.0.known(Topic::Accounts, &person)
    }

    /// The people with an address.
    pub(super) fn people_at(self, address: &str) -> Result<Vec<Id>, Fault> {
        self.0.known(Topic::Email, &address)
    }

    /// The colleague with an address.
    pub(super) fn colleague_at(self, address: &str) -> Result<Option<Id>, Fault> {
        Ok(self.0.known(Topic::Colleague, &address)?.first().copied())
    }

    /// The new conversation that a calendar or a mailbox knows by a name.
    pub(super) fn talk(self, source: &str) -> Result<Option<Id>, Fault> {
        Ok(self.0.known(Topic::Source, &source)?.first().copied())
    }

    /// Takes note of a new conversation.
    pub(super) fn learn_talk(self, source: &str, id: Id) -> Result<(), Fault> {
        self.0.learn(Topic::Source, &source, id)
    }

    /// Whether an address is that of a colleague.
    pub(super) fn is_colleague(self, person: &Person) -> Result<bool, Fault> {
        for email in &person.emails {
            if !self.0.known(Topic::Colleague, &fold(email.trim()))?.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The people with an address of this one; several are narrowed down by name.
    pub(super) fn by_email(self, person: &Person) -> Result<Hit, Fault> {
        let mut ids: Vec<Id> = Vec::new();
        for email in person.emails.iter().filter(|e| e.contains('@')) {
            for id in self.0.known(Topic::Email, &fold(email.trim()))? {
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
        }
        if ids.len() > 1 {
            let named = self.named(&person.name)?;
            let same: Vec<Id> = ids.iter().copied().filter(|id| named.contains(id)).collect();
            if let [one] = same.as_slice() {
                return Ok(Hit::One(*one));
            }
        }
        Ok(Hit::of(ids))
    }

    /// The people of that name at the account.
    pub(super) fn at(self, name: &str, account: Id) -> Result<Hit, Fault> {
        Ok(Hit::of(self.0.known(Topic::At, &(name::key(name).as_str(), account))?))
    }

    /// The people of that name with one of these numbers.
    pub(super) fn by_phone(self, person: &Person) -> Result<Hit, Fault> {
        let key = name::key(&person.name);
        for phone in &person.phones {
            let found = self.0.known(Topic::Phone, &(key.as_str(), phone::key(phone)))?;
            if !found.is_empty() {
                return Ok(Hit::of(found));
            }
        }
        Ok(Hit::None)
    }

    /// Everybody of that name.
    pub(super) fn named(self, name: &str) -> Result<Vec<Id>, Fault> {
        self.0.known(Topic::Person, &name::key(name))
    }

    /// The first of that name who belongs to no account.
    pub(super) fn without_account(self, name: &str) -> Result<Option<Id>, Fault> {
        for id in self.named(name)? {
            if self.accounts_of(id)?.is_empty() {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }
}

/// Other spellings of an account's name that the account does not go by yet.
pub(super) fn other_names(account: &dyn Record, draft: &Account) -> Vec<String> {
    let known: Vec<_> =
        texts(account, "name").iter().chain(&texts(account, "aliases")).map(|n| account_key(n)).collect();
    let new = |name: &&String| !name.is_empty() && !known.contains(&account_key(name));
    [&draft.name].into_iter().filter(new).cloned().collect()
}

/// The draft's name, if it has one and the person does not go by it yet.
pub(super) fn other_name(person: &dyn Record, draft: &Person) -> Option<String> {
    if draft.name.is_empty() {
        return None;
    }
    let known = texts(person, "name").into_iter().chain(texts(person, "aliases"));
    let new = name::key(&draft.name);
    (!known.map(|n| name::key(&n)).any(|k| k == new)).then(|| draft.name.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_legal_form_makes_no_other_company() {
        for name in ["Almazara, S.L.", "ALMAZARA SL", "Almazara S.L.U.", "almazara"] {
            assert_eq!(bare_key(name), "almazara", "{name}");
        }
        assert_eq!(bare_key("SA"), "sa");
        assert_eq!(bare_key("Peña & Hijos GmbH & Co. KG"), "pena hijos");
    }
}
