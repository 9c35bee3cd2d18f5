//! Who of the book, or of what was read before, a name, an address or a number means. Looked up, never searched through.
use std::collections::{HashMap, HashSet};

use super::shelf::Shelf;
use crate::domain::Id;
use crate::domain::account::Account;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::person::Person;
use crate::domain::text::{fold, name_tokens};
use crate::domain::twins::{name, phone};
use crate::domain::value::Value;
use crate::store::fault::Fault;

/// Legal forms: an account is meant without them too.
const LEGAL_FORMS: [&str; 27] = [
    "sl", "slu", "sll", "slp", "sa", "sau", "sal", "scoop", "coop", "sc", "cb", "gmbh", "ag", "kg", "se",
    "inc", "llc", "ltd", "plc", "corp", "co", "bv", "nv", "spa", "srl", "sarl", "sas",
];

/// Several records may answer; in the order in which they came.
type Found = HashMap<String, Vec<Id>>;

/// A person's name with something that makes it mean one person.
type Pair<T> = HashMap<(String, T), Vec<Id>>;

/// The names of accounts, units, people and colleagues.
#[derive(Default)]
pub(super) struct Names {
    accounts: Found,
    /// Accounts without their legal form.
    bare: Found,
    units: HashMap<(Id, String), Id>,
    emails: Found,
    people: Found,
    at: Pair<Id>,
    by_phone: Pair<String>,
    /// Memberships of a person: number, account, over.
    places: HashMap<Id, Vec<(Id, Id, bool)>>,
    colleagues: HashSet<String>,
}

/// One, none, or several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Hit {
    None,
    One(Id),
    Several(Vec<Id>),
}

impl Hit {
    fn of(ids: Option<&Vec<Id>>) -> Self {
        match ids.map(Vec::as_slice) {
            None | Some([]) => Self::None,
            Some([one]) => Self::One(*one),
            Some(several) => Self::Several(several.to_vec()),
        }
    }

    fn or(self, other: impl FnOnce() -> Self) -> Self {
        if self == Self::None { other() } else { self }
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

fn add<K: std::hash::Hash + Eq>(index: &mut HashMap<K, Vec<Id>>, key: K, id: Id) {
    let ids = index.entry(key).or_default();
    if !ids.contains(&id) {
        ids.push(id);
    }
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

impl Names {
    /// The names of everything on the shelf.
    pub(super) fn of(shelf: &mut Shelf<'_>) -> Result<Self, Fault> {
        let mut names = Self::default();
        for kind in [Kind::Account, Kind::Unit, Kind::Membership, Kind::Person, Kind::Colleague] {
            for id in shelf.all(kind)? {
                names.learn(shelf.get(kind, id)?);
            }
        }
        Ok(names)
    }

    /// Takes note of a new or changed record.
    pub(super) fn learn(&mut self, record: &dyn Record) {
        let id = record.head().id;
        match record.kind() {
            Kind::Account => {
                for name in texts(record, "name").iter().chain(&texts(record, "aliases")) {
                    add(&mut self.accounts, account_key(name), id);
                    add(&mut self.bare, bare_key(name), id);
                }
            }
            Kind::Unit => {
                if let Some(account) = link(record, "account") {
                    for name in texts(record, "name") {
                        self.units.entry((account, account_key(&name))).or_insert(id);
                    }
                }
            }
            Kind::Membership => self.learn_place(record),
            Kind::Person => self.learn_person(record),
            Kind::Colleague => {
                self.colleagues.extend(texts(record, "emails").iter().map(|e| fold(e.trim())));
            }
            // Nothing else is known by name in files of contacts.
            _ => {}
        }
    }

    fn learn_person(&mut self, record: &dyn Record) {
        let id = record.head().id;
        for email in texts(record, "emails") {
            add(&mut self.emails, fold(email.trim()), id);
        }
        let accounts: Vec<Id> = self.places(id).map(|(_, account, _)| account).collect();
        let phones = texts(record, "phones");
        for name in texts(record, "name").iter().chain(&texts(record, "aliases")) {
            let key = name::key(name);
            for account in &accounts {
                add(&mut self.at, (key.clone(), *account), id);
            }
            for phone in &phones {
                add(&mut self.by_phone, (key.clone(), phone::key(phone)), id);
            }
            add(&mut self.people, key, id);
        }
    }

    fn learn_place(&mut self, record: &dyn Record) {
        if let (Some(person), Some(account)) = (link(record, "person"), link(record, "account")) {
            let place = (record.head().id, account, !record.get("left_on").is_empty());
            let places = self.places.entry(person).or_default();
            if !places.contains(&place) {
                places.push(place);
            }
        }
    }

    /// The account of that name or alias, with or without its legal form.
    pub(super) fn account(&self, name: &str) -> Hit {
        Hit::of(self.accounts.get(&account_key(name))).or(|| Hit::of(self.bare.get(&bare_key(name))))
    }

    /// The unit of that name at the account.
    pub(super) fn unit(&self, account: Id, name: &str) -> Option<Id> {
        self.units.get(&(account, account_key(name))).copied()
    }

    fn places(&self, person: Id) -> impl Iterator<Item = (Id, Id, bool)> {
        self.places.get(&person).into_iter().flatten().copied()
    }

    /// The person's membership at the account, an open one before one that is over.
    pub(super) fn place(&self, person: Id, account: Id) -> Option<Id> {
        let mut here: Vec<_> = self.places(person).filter(|(_, at, _)| *at == account).collect();
        here.sort_by_key(|(_, _, over)| *over);
        here.first().map(|(id, ..)| *id)
    }

    /// Where the person is, or was.
    pub(super) fn accounts_of(&self, person: Id) -> Vec<Id> {
        self.places(person).map(|(_, account, _)| account).collect()
    }

    /// Whether an address is that of a colleague.
    pub(super) fn is_colleague(&self, person: &Person) -> bool {
        person.emails.iter().any(|e| self.colleagues.contains(&fold(e.trim())))
    }

    /// The people with an address of this one; several are narrowed down by name.
    pub(super) fn by_email(&self, person: &Person) -> Hit {
        let mut ids: Vec<Id> = Vec::new();
        for email in person.emails.iter().filter(|e| e.contains('@')) {
            for id in self.emails.get(&fold(email.trim())).into_iter().flatten() {
                if !ids.contains(id) {
                    ids.push(*id);
                }
            }
        }
        if ids.len() > 1 {
            let named = self.people.get(&name::key(&person.name));
            let same: Vec<Id> =
                ids.iter().copied().filter(|id| named.is_some_and(|n| n.contains(id))).collect();
            if same.len() == 1 {
                return Hit::One(same[0]);
            }
        }
        Hit::of(Some(&ids))
    }

    /// The people of that name at the account.
    pub(super) fn at(&self, name: &str, account: Id) -> Hit {
        Hit::of(self.at.get(&(name::key(name), account)))
    }

    /// The people of that name with one of these numbers.
    pub(super) fn by_phone(&self, person: &Person) -> Hit {
        let key = name::key(&person.name);
        let mut found =
            person.phones.iter().map(|p| Hit::of(self.by_phone.get(&(key.clone(), phone::key(p)))));
        found.find(|hit| *hit != Hit::None).unwrap_or(Hit::None)
    }

    /// Everybody of that name.
    pub(super) fn named(&self, name: &str) -> &[Id] {
        self.people.get(&name::key(name)).map(Vec::as_slice).unwrap_or_default()
    }

    /// The first of that name who belongs to no account.
    pub(super) fn without_account(&self, name: &str) -> Option<Id> {
        self.named(name).iter().copied().find(|id| !self.places.contains_key(id))
    }
}

/// Other spellings of an account's name that the account does not go by yet.
pub(super) fn other_names(account: &dyn Record, draft: &Account) -> Vec<String> {
    let known: Vec<_> =
        texts(account, "name").iter().chain(&texts(account, "aliases")).map(|n| account_key(n)).collect();
    [&draft.name].into_iter().filter(|n| !known.contains(&account_key(n))).cloned().collect()
}

/// The draft's name, if the person does not go by it yet.
pub(super) fn other_name(person: &dyn Record, draft: &Person) -> Option<String> {
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
