//! The right to erasure: of whoever is forgotten not a byte is left, and everybody else keeps what is theirs.
mod bytes;
mod chance;
mod crash;
mod documents;
mod dossier;
mod screen;
mod shell;
mod world;

use std::fs;

use cartera::domain::kind::Kind;
use cartera::domain::value::Value;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::fault::Fault;
use cartera::store::forget::{Forgotten, Reach};
use cartera::store::journal::everything;
use cartera::store::query::log::{Filter, LogQuery};

use crate::book::{clock, today};
use bytes::left_of;
use world::World;

/// Forgets Ágata in a world; `backups` too if wanted.
fn forget(world: &World, store: &mut Store, backups: bool) -> Forgotten {
    let known = store.who_is(world.agata).unwrap();
    let reach = Reach { drafts: Some(world.drafts.clone()), backups };
    store.forget(&known, "ágata núñez-vinuesa", "alguien", &reach).unwrap()
}

fn found(store: &Store, words: &str) -> usize {
    let filter = Filter { words: words.into(), ..Filter::default() };
    store.log(&LogQuery { filter, ..LogQuery::default() }).unwrap().rows.len()
}

/// Takes back all that can be taken back; how many acts that were.
fn undo_all(store: &mut Store) -> usize {
    let mut count = 0;
    loop {
        match store.perform(Act::Undo, today()) {
            Ok(_) => count += 1,
            Err(Fault::Refused(e)) if e.key == "act-nothing-to-undo" => return count,
            Err(fault) => panic!("after {count}: {fault}"),
        }
    }
}

#[test]
fn of_whoever_is_forgotten_no_byte_is_left_in_book_log_drafts_and_copies() {
    let world = World::new();
    assert!(!left_of(world.folder.path(), &world::betraying()).is_empty(), "the world is full of her");
    let mut store = world.open();
    let done = forget(&world, &mut store, true);
    assert_eq!((done.rewritten, done.left, done.finished), (2, 0, true));
    assert_eq!(left_of(world.folder.path(), &world::betraying()), [""; 0], "while the book is open");
    assert_eq!(store.check().unwrap(), []);
    drop(store);
    assert_eq!(left_of(world.folder.path(), &world::betraying()), [""; 0]);
    for copy in cartera::store::backup::list(&world.path).unwrap() {
        assert_eq!(Store::open(&copy.path, clock).unwrap().check().unwrap(), []);
    }
}

#[test]
fn a_wrong_name_is_refused_and_nothing_changes() {
    let world = World::new();
    let mut store = world.open();
    let before = everything(&store).unwrap();
    let known = store.who_is(world.agata).unwrap();
    let reach = Reach { drafts: Some(world.drafts.clone()), backups: true };
    for typed in ["", "Ágata", "Ágata Vinuesa", "Ramón Vinuesa"] {
        let refused = store.forget(&known, typed, "alguien", &reach).unwrap_err();
        assert_eq!(refused.explain().key, "erasure-name-wrong", "{typed}");
    }
    assert_eq!(everything(&store).unwrap(), before);
    assert_eq!(store.drafts_with(&known, &world.drafts).unwrap(), ["capture", &world.form()]);
    assert_eq!(store.copies_with(&known).unwrap().len(), 2);
}

#[test]
fn conversations_stay_and_say_someone() {
    let world = World::new();
    let mut store = world.open();
    let count = |store: &Store| store.records(Kind::Interaction, 0, 100).unwrap().len();
    let before = count(&store);
    forget(&world, &mut store, false);
    assert_eq!(count(&store), before);
    let call = store.record(Kind::Interaction, world.alone).unwrap();
    assert_eq!(call.get("text"), Value::Text("alguien pide precio del acero; alguien no decide".into()));
    assert_eq!(call.get("raw"), Value::Text("llamada alguien: precio del acero".into()));
    assert_eq!(call.get("people"), Value::Empty);
    assert_eq!(call.get("minutes"), Value::Number(30));
    let acts = store.journal(None, 500).unwrap();
    assert!(acts.iter().any(|e| e.label.arg("people") == Some("Ramón Vinuesa, alguien")));
}

#[test]
fn who_shares_a_surname_keeps_it() {
    let world = World::new();
    let mut store = world.open();
    forget(&world, &mut store, true);
    let both = store.record(Kind::Interaction, world.both).unwrap();
    assert_eq!(
        both.get("text"),
        Value::Text("Vinuesa y alguien: alguien quiere plazo, Ramón Vinuesa no".into())
    );
    assert_eq!(both.get("people"), Value::Links(vec![world.ramon]));
    let ramon = store.record(Kind::Person, world.ramon).unwrap();
    assert_eq!(ramon.get("name"), Value::Text("Ramón Vinuesa".into()));
    assert_eq!(found(&store, "vinuesa"), 1);
    assert_eq!(found(&store, "ramón plazo"), 1);
}

#[test]
fn everything_else_can_still_be_taken_back_and_done_again() {
    let world = World::new();
    let mut store = world.open();
    forget(&world, &mut store, true);
    let count = undo_all(&mut store);
    assert!(count > 10, "{count}");
    assert_eq!(store.check().unwrap(), []);
    assert_eq!(store.records(Kind::Person, 0, 10).unwrap().len(), 0);
    drop(store);
    assert_eq!(left_of(world.folder.path(), &world::betraying()), [""; 0]);
    let mut store = world.open();
    for _ in 0..count {
        store.perform(Act::Redo, today()).unwrap();
    }
    assert_eq!(store.check().unwrap(), []);
    drop(store);
    assert_eq!(left_of(world.folder.path(), &world::betraying()), [""; 0]);
}

#[test]
fn forgetting_is_no_act_and_the_next_act_is_not_taken_for_seen() {
    let world = World::new();
    let mut store = world.open();
    // The newest act is hers alone: its number is given again.
    let mut agata = store.record(Kind::Person, world.agata).unwrap();
    agata.set("language", Value::Text("gl".into())).unwrap();
    store.perform(Act::Save(vec![agata]), today()).unwrap();
    store.mark_seen(today()).unwrap();
    let newest = store.next_undo().unwrap().unwrap().id;
    forget(&world, &mut store, false);
    assert!(store.next_undo().unwrap().unwrap().id < newest);
    let (_, seen) = store.seen(cartera::domain::day::plus_days(today(), 1)).unwrap();
    store.perform(Act::Contacted(world.ramon, None), today()).unwrap();
    assert_eq!(store.journal_since(seen, 10).unwrap().len(), 1);
}

#[test]
fn copies_are_only_rewritten_when_asked_and_later_by_name() {
    let world = World::new();
    let mut store = world.open();
    assert_eq!(forget(&world, &mut store, false).left, 2);
    assert!(store.who_is(world.agata).is_err());
    let known = store.who_was("Agata Nunez Vinuesa").unwrap();
    assert_eq!(known.len(), 1, "the copies still know her");
    let reach = Reach { drafts: None, backups: true };
    let done = store.forget(&known[0], "Ágata Núñez-Vinuesa", "alguien", &reach).unwrap();
    assert_eq!((done.rewritten, done.left), (2, 0));
    assert_eq!(store.who_was("Ágata Núñez-Vinuesa").unwrap(), []);
    drop(store);
    assert_eq!(left_of(world.folder.path(), &world::betraying()), [""; 0]);
}

#[test]
fn whoever_was_deleted_before_can_still_be_forgotten() {
    let world = World::new();
    let mut store = world.open();
    store.perform(Act::Delete(Kind::Person, vec![world.agata]), today()).unwrap();
    let known = store.who_was("Ágata Núñez-Vinuesa").unwrap();
    let reach = Reach { drafts: Some(world.drafts.clone()), backups: true };
    store.forget(&known[0], "Ágata Núñez-Vinuesa", "alguien", &reach).unwrap();
    undo_all(&mut store);
    drop(store);
    assert_eq!(left_of(world.folder.path(), &world::betraying()), [""; 0]);
}

#[test]
fn a_copy_that_cannot_be_rewritten_stops_everything_before_it_begins() {
    let world = World::new();
    let mut store = world.open();
    let before = everything(&store).unwrap();
    let copy = store.list_backups().unwrap()[1].path.clone();
    let all = fs::read(&copy).unwrap();
    fs::write(&copy, &all[..all.len() / 2]).unwrap();
    let known = store.who_is(world.agata).unwrap();
    let reach = Reach { drafts: None, backups: true };
    let refused = store.forget(&known, "Ágata Núñez-Vinuesa", "alguien", &reach).unwrap_err().explain();
    assert_eq!((refused.key.as_str(), refused.arg("path")), ("erasure-damaged", copy.to_str()));
    assert_eq!(everything(&store).unwrap(), before);
    fs::remove_file(copy).unwrap();
    assert_eq!(store.forget(&known, "Ágata Núñez-Vinuesa", "alguien", &reach).unwrap().rewritten, 1);
}

#[test]
fn a_form_that_another_process_has_open_cannot_bring_the_name_back() {
    let world = World::new();
    let mut theirs = world.open();
    let mut stale = theirs.record(Kind::Commitment, 1).unwrap();
    let mut store = world.open();
    forget(&world, &mut store, false);
    assert!(theirs.changed_elsewhere().unwrap());
    stale.set("due", Value::Empty).unwrap();
    let told = theirs.perform(Act::Save(vec![stale]), today()).unwrap_err();
    assert!(matches!(told, Fault::ChangedElsewhere { kind: Kind::Commitment, id: 1 }));
}
