//! A small fictional book for tests, on Monday 23 November 2026.
use cartera::domain::Id;
use cartera::domain::account::Account;
use cartera::domain::choice::{Aim, BuyingRole, Channel, PlanStatus, Side, Stance, Tier};
use cartera::domain::colleague::Colleague;
use cartera::domain::day::{day, plus_days};
use cartera::domain::entry::{Entry, Learned, Lesson, PromiseMade};
use cartera::domain::explain::Explain;
use cartera::domain::field::{Link, Record};
use cartera::domain::kind::Kind;
use cartera::domain::person::{Membership, Person};
use cartera::domain::plan::{Initiative, Objective, Plan as AccountPlan};
use cartera::domain::value::Value;
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

/// Sets one field of a record.
pub fn set(store: &mut Store, kind: Kind, id: Id, field: &'static str, value: Value) {
    let mut record = store.record(kind, id).unwrap();
    record.set(field, value).unwrap();
    store.perform(Act::Save(vec![record]), today()).unwrap();
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

/// A plan of an account for 2026.
pub fn plan(store: &mut Store, account: Id, name: &str, status: PlanStatus) -> Id {
    let plan = AccountPlan {
        name: name.into(),
        account: Some(Link(account)),
        status: Some(status),
        starts_on: Some(day(2026, 1, 1)),
        ends_on: Some(day(2026, 12, 31)),
        ..AccountPlan::fresh()
    };
    save(store, plan)
}

/// The objective of a plan: to renew.
pub fn objective(store: &mut Store, plan: Id) -> Id {
    let objective = Objective {
        name: "Renew".into(),
        plan: Some(Link(plan)),
        aim: Some(Aim::Retention),
        relevance: "one contract less to look after".into(),
        ..Objective::fresh()
    };
    save(store, objective)
}

/// An initiative from a day to another, somebody's or nobody's.
pub fn initiative(
    store: &mut Store,
    objective: Id,
    name: &str,
    owner: Option<Id>,
    (starts_on, ends_on): (NaiveDate, NaiveDate),
) -> Id {
    let initiative = Initiative {
        name: name.into(),
        objective: Some(Link(objective)),
        owner: owner.map(Link),
        starts_on: Some(starts_on),
        ends_on: Some(ends_on),
        ..Initiative::default()
    };
    save(store, initiative)
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
