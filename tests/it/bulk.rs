//! One thing set for many people at once: one act, one step of undo.
use cartera::domain::choice::BuyingRole;
use cartera::domain::day::plus_days;
use cartera::domain::field::Link;
use cartera::domain::kind::Kind;
use cartera::domain::person::{Membership, Person};
use cartera::domain::value::Value;
use cartera::lang::{Lang, Words};
use cartera::store::Store;
use cartera::store::act::{Act, Setting};

use crate::book::{account, book, person, save, today};

/// Ana, María and Jordi at their places.
const THREE: [(i64, Option<i64>); 3] = [(1, Some(1)), (2, Some(2)), (3, Some(3))];

fn set(store: &mut Store, setting: Setting) -> String {
    let outcome = store.perform(Act::SetAll(THREE.to_vec(), setting), today()).unwrap();
    Words::new(Lang::En).say(&outcome.label)
}

fn values(store: &Store, kind: Kind, field: &str) -> Vec<Value> {
    (1..=3).map(|id| store.record(kind, id).unwrap().get(field)).collect()
}

#[test]
fn each_setting_is_one_act_that_says_how_many_and_what() {
    let mut store = book();
    let day = plus_days(today(), 14);
    let names = "3 people (Ana Ruiz, María del Mar Soler, Jordi Mas)";
    for (setting, said, kind, field, value) in [
        (Setting::Cadence(Some(21)), "every 21 d", Kind::Membership, "cadence", Value::Number(21)),
        (
            Setting::NotBefore(Some(day)),
            "not before 7 Dec 2026",
            Kind::Membership,
            "not_before",
            Value::Day(day),
        ),
        (Setting::Language("ca".into()), "language ca", Kind::Person, "language", Value::Text("ca".into())),
        (
            Setting::DoNotContact(true),
            "asked not to be contacted",
            Kind::Person,
            "do_not_contact",
            Value::Flag(true),
        ),
    ] {
        let before = values(&store, kind, field);
        assert_eq!(set(&mut store, setting), format!("Saved: {names}: {said}"));
        assert_eq!(values(&store, kind, field), vec![value; 3]);
        store.perform(Act::Undo, today()).unwrap();
        assert_eq!(values(&store, kind, field), before, "one undo takes all of it back");
        store.perform(Act::Redo, today()).unwrap();
    }
    assert_eq!(
        set(&mut store, Setting::Cadence(None)),
        format!("Saved: {names}: the cadence of their roles")
    );
    assert_eq!(set(&mut store, Setting::NotBefore(None)), format!("Saved: {names}: at any time again"));
}

#[test]
fn what_is_so_already_is_left_alone_and_only_what_changed_is_counted() {
    let mut store = book();
    let one = vec![(2, Some(2))];
    store.perform(Act::SetAll(one, Setting::Cadence(Some(21))), today()).unwrap();
    assert_eq!(
        set(&mut store, Setting::Cadence(Some(21))),
        "Saved: 2 people (Ana Ruiz, Jordi Mas): every 21 d"
    );
    let again = store.perform(Act::SetAll(THREE.to_vec(), Setting::Cadence(Some(21))), today()).unwrap();
    assert_eq!(again.entry, None);
}

#[test]
fn a_holiday_is_at_every_account_where_the_person_still_is() {
    let mut store = book();
    let (other, before) = (account(&mut store, "Tramuntana"), account(&mut store, "Garbí"));
    for at in [other, before] {
        let left_on = (at == before).then(|| plus_days(today(), -9));
        let (person, account) = (Some(Link(1)), Some(Link(at)));
        save(&mut store, Membership { person, account, left_on, ..Membership::default() });
    }
    let day = plus_days(today(), 14);
    store.perform(Act::SetAll(vec![(1, Some(1))], Setting::NotBefore(Some(day))), today()).unwrap();
    let parts = store.parts(Kind::Person, 1).unwrap();
    let until: Vec<Value> = parts[1..].iter().map(|place| place.get("not_before")).collect();
    assert_eq!(until, [Value::Day(day), Value::Day(day), Value::Empty]);
}

#[test]
fn a_person_at_two_accounts_is_one_person_with_two_cadences() {
    let mut store = book();
    let other = account(&mut store, "Tramuntana");
    let twice = person(&mut store, "Iris Gil", other, &[BuyingRole::Buyer]);
    let place = store.parts(Kind::Person, twice).unwrap()[1].head().id;
    let mut second = store.record(Kind::Membership, place).unwrap();
    (second.head_mut().id, second.head_mut().uid) = (0, String::new());
    second.set("account", Value::Link(1)).unwrap();
    store.perform(Act::Save(vec![second]), today()).unwrap();
    let people = vec![(twice, Some(place)), (twice, Some(place + 1))];
    let label = store.perform(Act::SetAll(people, Setting::Cadence(Some(9))), today()).unwrap().label;
    assert_eq!(Words::new(Lang::Es).say(&label), "Guardado: Iris Gil: cada 9 d");
    let places = store.people_of(twice, today()).unwrap();
    assert!(places.len() == 2 && places.iter().all(|p| p.cadence == 9));
}

#[test]
fn nobody_with_a_place_is_refused_and_nothing_is_written() {
    let mut store = book();
    let alone = save(&mut store, Person { name: "Nobody's Friend".into(), ..Person::default() });
    let refused = store.perform(Act::SetAll(vec![(alone, None)], Setting::Cadence(Some(9))), today());
    assert_eq!(refused.unwrap_err().explain().key, "act-set-nobody");
    let gone =
        store.perform(Act::SetAll(vec![(1, Some(1)), (9, Some(99))], Setting::Cadence(Some(9))), today());
    assert!(gone.is_err());
    assert_eq!(store.record(Kind::Membership, 1).unwrap().get("cadence"), Value::Empty);
}
