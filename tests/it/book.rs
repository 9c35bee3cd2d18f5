//! A small fictional book for tests, on Monday 23 November 2026.
use cartera::domain::Id;
use cartera::domain::account::Account;
use cartera::domain::choice::{BuyingRole, Channel, Side, Stance, Tier};
use cartera::domain::colleague::Colleague;
use cartera::domain::day::{day, plus_days};
use cartera::domain::entry::{Entry, Learned, Lesson, PromiseMade};
use cartera::domain::explain::Explain;
use cartera::domain::field::{Link, Record};
use cartera::domain::person::{Membership, Person};
use cartera::exchange::Plan;
use cartera::exchange::plan::Row;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::act::import::Batch;
use cartera::store::stage::{Stage, Staged};
use chrono::{NaiveDate, NaiveDateTime};

/// The tests' today.
pub fn today() -> NaiveDate {
    day(2026, 11, 23)
}

/// The tests' clock stands still.
pub fn clock() -> NaiveDateTime {
    today().and_hms_opt(9, 0, 0).unwrap()
}

/// Saves one record and gives its number.
pub fn save(store: &mut Store, record: impl Record + 'static) -> Id {
    store.perform(Act::Save(vec![Box::new(record)]), today()).unwrap().touched[0].1
}

/// A key account of that name.
pub fn account(store: &mut Store, name: &str) -> Id {
    save(store, Account { name: name.into(), tier: Some(Tier::Key), ..Account::default() })
}

/// A person at an account, with roles.
pub fn person(store: &mut Store, name: &str, account: Id, roles: &[BuyingRole]) -> Id {
    let person = Person { name: name.into(), ..Person::default() };
    let membership =
        Membership { account: Some(Link(account)), roles: roles.to_vec(), ..Membership::default() };
    store.perform(Act::Save(vec![Box::new(person), Box::new(membership)]), today()).unwrap().touched[0].1
}

/// The people of `capture.md`.
pub fn book() -> Store {
    let mut store = Store::in_memory(clock).unwrap();
    fill(&mut store);
    store
}

/// Fills an empty book with them.
pub fn fill(store: &mut Store) {
    let almazara = account(store, "Almazara");
    let arce = account(store, "Arce");
    let nordwind = account(store, "Nordwind");
    person(store, "Ana Ruiz", almazara, &[BuyingRole::Decider]);
    person(store, "María del Mar Soler", arce, &[BuyingRole::Influencer]);
    person(store, "Jordi Mas", arce, &[]);
    person(store, "Kerstin Vogel", nordwind, &[BuyingRole::User]);
    save(store, Colleague { name: "Pau Font".into(), ..Colleague::default() });
}

/// A call with Ana Ruiz yesterday: a promise of ours for Friday, a stance learned, a tag.
pub fn call_with_ana() -> Entry {
    Entry {
        channel: Some(Channel::Call),
        day: plus_days(today(), -1),
        minutes: Some(30),
        account: Some(1),
        people: vec![1],
        text: "precios altos".into(),
        tags: vec!["renovación".into()],
        promises: vec![PromiseMade {
            side: Side::Ours,
            text: "enviar TCO".into(),
            due: Some(day(2026, 11, 27)),
            owner: None,
            counterpart: None,
        }],
        learned: vec![Learned { person: 1, what: Lesson::Stance(Stance::Neutral) }],
        raw: "llamada ana ruiz ayer 30m: precios altos +renovación ana=neutral > vie enviar TCO".into(),
        ..Entry::default()
    }
}

/// Every row of a plan.
pub fn rows(plan: &Plan) -> Vec<Row> {
    plan.rows(None, 0, usize::MAX).unwrap()
}

/// What an import writes that brings these new records.
pub fn batch(new: Vec<Box<dyn Record>>) -> Batch {
    let stage = Stage::new().unwrap();
    for record in new {
        stage.add(record, None, None).unwrap();
    }
    Batch {
        staged: Staged::of(stage),
        figures: Vec::new(),
        called_off: Vec::new(),
        label: Explain::new("act-imported"),
    }
}
