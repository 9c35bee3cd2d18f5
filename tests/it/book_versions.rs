//! Books as versions of the program have written them: a file that was right once is read for good.
use std::path::{Path, PathBuf};

use cartera::domain::kind::Kind;
use cartera::domain::value::Value;
use cartera::exchange::plan::{Action, Plan};
use cartera::exchange::{Options, json};
use cartera::lang::value::Context;
use cartera::lang::{Lang, Words};
use cartera::store::Store;
use cartera::store::act::Act;

use crate::book::{book, clock, rows, today};

const FIRST: &str = include_str!("../files/book/v1.json");

fn read(store: &Store, path: &Path) -> Plan {
    let words = Words::new(Lang::En);
    let directory = store.directory().unwrap();
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    let files: [PathBuf; 1] = [path.to_owned()];
    cartera::exchange::read(&files, &Options::default(), store, &cx).unwrap()
}

fn first() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/book/v1.json")
}

/// Every record that a document holds, and for each whether the book says the same.
fn assert_holds(store: &Store, text: &str) {
    let mut out = Vec::new();
    cartera::exchange::export(store, &mut out).unwrap();
    let now: serde_json::Value = serde_json::from_slice(&out).unwrap();
    let then: serde_json::Value = serde_json::from_str(text).unwrap();
    for kind in Kind::ALL {
        for record in then[kind.name()].as_array().into_iter().flatten() {
            let mut record = record.as_object().unwrap().clone();
            record.remove("satisfaction");
            record.remove("satisfaction_on");
            let same = now[kind.name()].as_array().unwrap().iter().any(|one| {
                let one = one.as_object().unwrap();
                record.iter().all(|(field, value)| one.get(field) == Some(value))
            });
            assert!(same, "{} {record:?}", kind.name());
        }
    }
}

#[test]
fn a_book_of_the_first_version_comes_in_with_every_field_number_and_uid() {
    let mut store = Store::in_memory(clock).unwrap();
    let plan = read(&store, &first());
    let told: Vec<_> =
        rows(&plan).into_iter().filter(|r| r.action == Action::Refuse || !r.why.is_empty()).collect();
    assert!(told.is_empty(), "{told:?}");
    store.perform(Act::Import(Box::new(plan.batch)), today()).unwrap();
    assert!(store.check().unwrap().is_empty());
    assert_holds(&store, FIRST);
    let place = store.record(Kind::Membership, 2).unwrap();
    assert_eq!(
        (place.get("stance"), place.get("roles")),
        (Value::Choice("sceptic"), Value::Choices(vec!["decider"]))
    );
    // What an account once said of itself is a reading by now.
    let readings = store.records(Kind::Reading, 0, 9).unwrap();
    let reading = readings.first().unwrap();
    assert_eq!((reading.get("score"), reading.get("account")), (Value::Number(7), Value::Link(1)));
    assert_eq!(readings.len(), 1);
    assert!(read(&store, &first()).changes_nothing());
}

#[test]
fn a_book_of_the_first_version_comes_into_another_book() {
    let mut store = book();
    let plan = read(&store, &first());
    assert_eq!(plan.count(Action::Refuse), 0, "{:?}", rows(&plan));
    store.perform(Act::Import(Box::new(plan.batch)), today()).unwrap();
    assert!(store.check().unwrap().is_empty());
    assert_eq!(store.records(Kind::Reading, 0, 9).unwrap().len(), 1);
    assert!(read(&store, &first()).changes_nothing());
}

#[test]
fn a_book_of_a_newer_version_is_refused_in_words_and_nothing_of_it_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("newer.json");
    let newer = json::VERSION + 1;
    std::fs::write(&path, FIRST.replace("\"version\": 1", &format!("\"version\": {newer}"))).unwrap();
    let store = Store::in_memory(clock).unwrap();
    let plan = read(&store, &path);
    let told = rows(&plan);
    let why = &told[0].why[0];
    assert_eq!((told.len(), told[0].action), (1, Action::Refuse));
    assert!(Words::new(Lang::En).say(why).contains(&newer.to_string()), "{why:?}");
    assert!(plan.changes_nothing());
}

#[test]
fn the_fixture_of_the_first_version_stays_what_it_was() {
    assert_eq!(json::VERSION, 1, "a new version needs a fixture of its own beside that of the one before");
    assert!(FIRST.starts_with("{\n\"format\": \"cartera-book\",\n\"version\": 1,\n"));
}
