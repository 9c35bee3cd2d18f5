//! Names, texts and acts made by chance: whatever was done, whoever is forgotten is gone, and all the rest can be undone.
use std::path::Path;

use cartera::domain::Id;
use cartera::domain::choice::Channel;
use cartera::domain::day::plus_days;
use cartera::domain::entry::Entry;
use cartera::domain::kind::Kind;
use cartera::domain::person::Person;
use cartera::domain::value::Value;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::forget::Reach;
use proptest::prelude::*;

use super::bytes::{left_of, spellings};
use super::undo_all;
use crate::book::{account, clock, person, save, today};

/// A person as their friends and enemies write them.
#[derive(Debug, Clone)]
struct Somebody {
    first: String,
    surname: String,
    before: String,
    email: String,
    phone: String,
}

impl Somebody {
    fn name(&self) -> String {
        format!("{} {}", self.first, self.surname)
    }

    /// What must not be left.
    fn betraying(&self) -> [String; 4] {
        [self.name(), self.before.clone(), self.email.clone(), self.phone.clone()]
    }
}

fn somebody() -> impl Strategy<Value = Somebody> {
    let word = "[A-ZÁÉÑÖŁ][a-záéñüßøçł]{4,8}";
    (word, word, word, "[a-z]{6,9}[.][a-z]{5}@[a-z]{6}[.]example", "6[1-9][0-9]{7}").prop_map(
        |(first, surname, other, email, phone)| {
            let before = format!("{first} {other}");
            Somebody { first, surname, before, email, phone }
        },
    )
}

/// A text in which they are met, in one of the spellings.
fn text(of: &Somebody, which: usize) -> String {
    let names: Vec<_> = spellings(&of.name()).into_iter().collect();
    let name = &names[which % names.len()];
    match which % 4 {
        0 => format!("dice {name}: \"sí\"\nfirma"),
        1 => format!("({}) o +34 {}", of.email.to_uppercase(), of.phone),
        2 => format!("{name}, {}", of.before),
        _ => format!("de {}, {}", of.surname, of.first),
    }
}

fn entry(people: Vec<Id>, text: String, days: usize) -> Entry {
    let day = plus_days(today(), -i64::try_from(days % 30).unwrap());
    let raw = format!("raw {text}");
    Entry { channel: Some(Channel::Call), day, people, account: Some(1), text, raw, ..Entry::default() }
}

fn changed(store: &Store, kind: Kind, id: Id, field: &str, value: Value) -> Option<Act> {
    let mut record = store.record(kind, id).ok()?;
    record.set(field, value).unwrap();
    Some(Act::Save(vec![record]))
}

/// One act chosen by chance, about them or near them.
fn act(store: &Store, of: &Somebody, ids: [Id; 2], (what, which): (u8, usize)) -> Option<Act> {
    let [them, other] = ids;
    let talks = store.records(Kind::Interaction, 0, 100).unwrap();
    let talk = || talks.get(which % talks.len().max(1)).map(|t| t.head().id);
    match what % 12 {
        0 => Some(Act::Log(
            Box::new(entry(vec![them], format!("{} y {}", of.first, text(of, which)), which)),
            None,
        )),
        1 => Some(Act::Log(Box::new(entry(vec![other, them], text(of, which), which)), None)),
        2 => Some(Act::Log(Box::new(entry(vec![other], text(of, which), which)), None)),
        3 => changed(store, Kind::Account, 1, "notes", Value::Text(text(of, which))),
        4 => changed(store, Kind::Person, them, "name", Value::Text(of.before.clone())),
        5 => changed(store, Kind::Person, them, "name", Value::Text(of.name())),
        6 => Some(Act::Delete(Kind::Interaction, vec![talk()?])),
        7 => changed(store, Kind::Interaction, talk()?, "people", Value::Links(vec![other])),
        8 => Some(Act::Contacted(them, Some(1))),
        9 => Some(Act::Delete(Kind::Person, vec![them])),
        10 => Some(Act::Redo),
        _ => Some(Act::Undo),
    }
}

fn forget(store: &mut Store, of: &Somebody, them: Id) {
    let known = store.who_is(them).unwrap();
    let name = if known.name == of.before { &of.before } else { &of.name() };
    store.forget(&known, name, "alguien", &Reach { drafts: None, backups: true }).unwrap();
}

fn left(folder: &Path, of: &Somebody) -> Vec<String> {
    let betraying = of.betraying();
    left_of(folder, &betraying.iter().map(String::as_str).collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn whatever_was_done_nobody_who_is_forgotten_comes_back(
        of in somebody(),
        acts in proptest::collection::vec((any::<u8>(), 0..60usize), 1..16),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.cartera");
        let mut store = Store::open(&path, clock).unwrap();
        let arce = account(&mut store, "Arce");
        let them = Person {
            name: of.before.clone(), emails: vec![of.email.clone()], phones: vec![of.phone.clone()], ..Person::default()
        };
        let them = save(&mut store, them);
        store.perform(changed(&store, Kind::Person, them, "name", Value::Text(of.name())).unwrap(), today()).unwrap();
        let other = person(&mut store, &format!("Luis {}", of.surname), arce, &[]);
        for (count, chosen) in acts.into_iter().enumerate() {
            if count == 3 {
                store.back_up().unwrap();
            }
            // What is refused, such as a call with somebody who was deleted, is not written.
            let _refused = act(&store, &of, [them, other], chosen).map(|act| store.perform(act, today()));
        }
        // Enough undoing takes back that they were ever written down: then there is nobody to forget.
        prop_assume!(store.who_is(them).is_ok());
        forget(&mut store, &of, them);
        prop_assert_eq!(left(folder.path(), &of), [""; 0]);
        prop_assert_eq!(store.check().unwrap(), []);
        let count = undo_all(&mut store);
        prop_assert_eq!(store.check().unwrap(), []);
        for _ in 0..count {
            store.perform(Act::Redo, today()).unwrap();
        }
        prop_assert_eq!(store.check().unwrap(), []);
        drop(store);
        prop_assert_eq!(left(folder.path(), &of), [""; 0]);
    }
}
