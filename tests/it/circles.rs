//! No line leads back to where it began, whoever draws it: form, shell, import, two processes at once.
use cartera::domain::Id;
use cartera::domain::account::Account;
use cartera::domain::field::{Link, Record};
use cartera::domain::kind::Kind;
use cartera::domain::org::{Forest, Post};
use cartera::domain::person::{Membership, Person};
use cartera::domain::unit::Unit;
use cartera::domain::value::Value;
use cartera::exchange::options::Options;
use cartera::exchange::plan::Action;
use cartera::exchange::{Plan, export, read};
use cartera::lang::value::Context;
use cartera::lang::{Lang, Words};
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::fault::Fault;
use proptest::prelude::*;

use crate::book::{account, clock, person, save, today};

/// The membership of a person at their first account.
fn place(store: &Store, person: Id) -> Box<dyn Record> {
    store.parts(Kind::Person, person).unwrap().remove(1)
}

fn refusal(result: Result<cartera::store::Outcome, Fault>, lang: Lang) -> String {
    match result {
        Err(Fault::Refused(why)) => Words::new(lang).say(&why),
        other => panic!("{other:?}"),
    }
}

/// Ana, Luis, Eva and Juan at one account.
fn four() -> Store {
    let mut store = Store::in_memory(clock).unwrap();
    let arce = account(&mut store, "Arce");
    for name in ["Ana", "Luis", "Eva", "Juan"] {
        person(&mut store, name, arce, &[]);
    }
    store
}

fn report(store: &mut Store, who: Id, boss: Id) -> Result<cartera::store::Outcome, Fault> {
    let mut place = place(store, who);
    place.set("reports_to", Value::Link(boss)).unwrap();
    store.perform(Act::Save(vec![place]), today())
}

#[test]
fn a_line_over_any_number_of_steps_is_refused_with_the_way_it_takes() {
    let mut store = four();
    report(&mut store, 1, 2).unwrap();
    assert_eq!(
        refusal(report(&mut store, 2, 1), Lang::En),
        "A circle: Luis reports to Ana, who reports to Luis"
    );
    report(&mut store, 2, 3).unwrap();
    report(&mut store, 3, 4).unwrap();
    assert_eq!(
        refusal(store.perform(Act::Boss(vec![4], Some(1)), today()), Lang::Es),
        "Un círculo: Juan depende de Ana, que depende de Luis, que depende de Eva, que depende de Juan"
    );
    assert!(refusal(report(&mut store, 1, 1), Lang::En).contains("cannot lead to itself"));
    assert!(place(&store, 4).get("reports_to").is_empty(), "nothing was written");
    let mut via = place(&store, 4);
    via.set("reached_via", Value::Link(1)).unwrap();
    store.perform(Act::Save(vec![via.boxed()]), today()).unwrap();
    let mut via = place(&store, 4);
    via.set("reached_via", Value::Link(4)).unwrap();
    assert!(
        refusal(store.perform(Act::Save(vec![via]), today()), Lang::En).contains("cannot lead to itself")
    );
}

#[test]
fn the_parts_of_one_act_may_turn_a_line_round_but_not_close_it() {
    let mut store = four();
    report(&mut store, 1, 2).unwrap();
    // Turned round in one act, whichever part comes first.
    let (mut ana, mut luis) = (place(&store, 1), place(&store, 2));
    luis.set("reports_to", Value::Link(1)).unwrap();
    ana.set("reports_to", Value::Empty).unwrap();
    store.perform(Act::Save(vec![luis, ana]), today()).unwrap();
    let (mut eva, mut juan) = (place(&store, 3), place(&store, 4));
    eva.set("reports_to", Value::Link(4)).unwrap();
    juan.set("reports_to", Value::Link(3)).unwrap();
    assert!(
        refusal(store.perform(Act::Save(vec![eva, juan]), today()), Lang::En).contains("Eva reports to Juan")
    );
}

#[test]
fn each_account_has_lines_of_its_own_and_a_former_place_does_not_count() {
    let mut store = four();
    let other = account(&mut store, "Nordwind");
    report(&mut store, 1, 2).unwrap();
    for (who, boss) in [(1, None), (2, Some(Link(1)))] {
        let place = Membership {
            person: Some(Link(who)),
            account: Some(Link(other)),
            reports_to: boss,
            ..Membership::default()
        };
        save(&mut store, place);
    }
    // Ana came back above Luis.
    let mut before = place(&store, 1);
    before.set("left_on", Value::Day(today())).unwrap();
    let back = Membership { person: Some(Link(1)), account: Some(Link(1)), ..Membership::default() };
    store.perform(Act::Save(vec![before, Box::new(back)]), today()).unwrap();
    report(&mut store, 2, 1).unwrap();
    // Without her new place the old one counts again.
    let back = store
        .parts(Kind::Person, 1)
        .unwrap()
        .iter()
        .find(|r| {
            r.kind() == Kind::Membership && r.get("account") == Value::Link(1) && r.get("left_on").is_empty()
        })
        .unwrap()
        .head()
        .id;
    assert!(
        refusal(store.perform(Act::Delete(Kind::Membership, vec![back]), today()), Lang::En)
            .contains("Ana reports to Luis")
    );
}

#[test]
fn no_account_or_unit_is_a_part_of_its_parts() {
    let mut store = Store::in_memory(clock).unwrap();
    let [a, b, c] = ["Europa", "Iberia", "Lisboa"].map(|name| account(&mut store, name));
    let part = |store: &mut Store, kind, of: Id, whole: Id| {
        let mut record = store.record(kind, of).unwrap();
        record.set("part_of", Value::Link(whole)).unwrap();
        store.perform(Act::Save(vec![record]), today())
    };
    part(&mut store, Kind::Account, b, a).unwrap();
    part(&mut store, Kind::Account, c, b).unwrap();
    assert_eq!(
        refusal(part(&mut store, Kind::Account, a, c), Lang::En),
        "A circle: Europa is part of Lisboa, which is part of Iberia, which is part of Europa"
    );
    let unit = |name: &str| Unit { name: name.into(), account: Some(Link(a)), ..Unit::default() };
    let [north, south] = ["Norte", "Sur"].map(|name| save(&mut store, unit(name)));
    part(&mut store, Kind::Unit, north, south).unwrap();
    assert!(
        refusal(part(&mut store, Kind::Unit, south, north), Lang::Es).contains("Sur forma parte de Norte")
    );
}

#[test]
fn two_processes_that_each_draw_a_half_do_not_close_a_circle() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.cartera");
    let mut one = Store::open(&path, clock).unwrap();
    let arce = account(&mut one, "Arce");
    for name in ["Ana", "Luis"] {
        person(&mut one, name, arce, &[]);
    }
    let mut other = Store::open(&path, clock).unwrap();
    // Both forms are open: neither sees what the other one saves.
    let (mut ana, mut luis) = (place(&one, 1), place(&other, 2));
    ana.set("reports_to", Value::Link(2)).unwrap();
    luis.set("reports_to", Value::Link(1)).unwrap();
    one.perform(Act::Save(vec![ana]), today()).unwrap();
    assert!(refusal(other.perform(Act::Save(vec![luis]), today()), Lang::En).contains("Luis reports to Ana"));
}

fn planned(store: &Store, name: &str, text: &str) -> Plan {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    let (words, directory) = (Words::new(Lang::En), store.directory().unwrap());
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    read(&[path], &Options::default(), store, &cx).unwrap()
}

fn exported(store: &Store) -> String {
    let mut bytes = Vec::new();
    export(store, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_book_with_a_circle_comes_in_without_the_place_that_closes_it() {
    let mut store = four();
    report(&mut store, 1, 2).unwrap();
    let [europa, iberia] = ["Europa", "Iberia"].map(|name| account(&mut store, name));
    let mut part = store.record(Kind::Account, europa).unwrap();
    part.set("part_of", Value::Link(iberia)).unwrap();
    store.perform(Act::Save(vec![part]), today()).unwrap();
    let uid = |kind, id| store.record(kind, id).unwrap().head().uid.clone();
    let closes = |text: &str, kind: Kind, id: Id, field: &str, to: &str| {
        let own = format!("\"uid\":\"{}\"", uid(kind, id));
        text.replace(&own, &format!("{own},\"{field}\":\"{to}\""))
    };
    let text = exported(&store);
    let text = closes(&text, Kind::Membership, 2, "reports_to", &uid(Kind::Person, 1));
    let text = closes(&text, Kind::Account, iberia, "part_of", &uid(Kind::Account, europa));
    let line = text.lines().position(|l| l.contains(&uid(Kind::Membership, 2))).unwrap() + 1;
    let mut empty = Store::in_memory(clock).unwrap();
    let plan = planned(&empty, "book.json", &text);
    let rows = crate::book::rows(&plan);
    let refused: Vec<_> = rows.iter().filter(|r| r.action == Action::Refuse).collect();
    assert_eq!(refused.len(), 1, "{refused:?}");
    assert_eq!(
        (refused[0].line, refused[0].kind, refused[0].name.as_str()),
        (line, Some(Kind::Membership), "Luis")
    );
    let words = Words::new(Lang::En);
    assert_eq!(words.say(&refused[0].why[0]), "A circle: Luis reports to Ana, who reports to Luis");
    let rows = crate::book::rows(&plan);
    let told = rows.iter().find(|r| r.name == "Iberia").unwrap();
    assert_eq!(told.action, Action::Create);
    assert!(words.say(&told.why[0]).contains("Iberia is part of Europa"), "{told:?}");
    empty.perform(Act::Import(Box::new(plan.batch)), today()).unwrap();
    assert_eq!(empty.records(Kind::Membership, 0, 10).unwrap().len(), 3);
    assert_eq!(empty.records(Kind::Person, 0, 10).unwrap().len(), 4);
    // Into the book it came from nothing changes, and the same line is refused.
    let plan = planned(&store, "book.json", &text);
    assert!(plan.changes_nothing());
    assert_eq!(plan.count(Action::Refuse), 1);
}

#[test]
fn a_list_with_a_circle_comes_in_without_the_line_that_closes_it() {
    let mut store = Store::in_memory(clock).unwrap();
    let csv = "Name,Company,Reports to\nAna,Arce,Luis\nLuis,Arce,Eva\nEva,Arce,Ana\n";
    let plan = planned(&store, "people.csv", csv);
    assert_eq!(plan.count(Action::Refuse), 0);
    let rows = crate::book::rows(&plan);
    let eva = rows.iter().find(|r| r.name == "Eva").unwrap();
    let said: Vec<_> = eva.why.iter().map(|w| Words::new(Lang::En).say(w)).collect();
    assert!(
        said.iter().any(|s| s.ends_with("Eva reports to Ana, who reports to Luis, who reports to Eva")),
        "{said:?}"
    );
    store.perform(Act::Import(Box::new(plan.batch)), today()).unwrap();
    let bosses = store.records(Kind::Membership, 0, 10).unwrap();
    assert_eq!(bosses.iter().filter(|m| !m.get("reports_to").is_empty()).count(), 2);
}

/// The org chart of account 1 as it is in the book.
fn forest(store: &Store) -> Forest {
    let posts: Vec<_> = store
        .records(Kind::Membership, 0, 1000)
        .unwrap()
        .iter()
        .map(|place| {
            let id = |field| if let Value::Link(id) = place.get(field) { Some(id) } else { None };
            Post { person: id("person").unwrap(), reports_to: id("reports_to"), ..Post::default() }
        })
        .collect();
    Forest::of(&posts)
}

/// A change of boss: by the act, by a form, of two people in one form, undone, done again.
#[derive(Debug, Clone)]
enum Change {
    Boss(Id, Option<Id>),
    Form(Id, Id),
    Both(Id, Id, Id, Id),
    Undo,
    Redo,
}

fn change() -> impl Strategy<Value = Change> {
    let id = || 1..9i64;
    prop_oneof![
        4 => (id(), prop::option::of(id())).prop_map(|(a, b)| Change::Boss(a, b)),
        4 => (id(), id()).prop_map(|(a, b)| Change::Form(a, b)),
        2 => (id(), id(), id(), id()).prop_map(|(a, b, c, d)| Change::Both(a, b, c, d)),
        1 => Just(Change::Undo),
        1 => Just(Change::Redo),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn the_org_chart_never_cycles(changes in prop::collection::vec(change(), 1..40)) {
        let mut store = Store::in_memory(clock).unwrap();
        let arce = save(&mut store, Account { name: "Arce".into(), ..Account::default() });
        for n in 1..9 {
            let person = Person { name: format!("P{n}"), ..Person::default() };
            let place = Membership { account: Some(Link(arce)), ..Membership::default() };
            store.perform(Act::Save(vec![Box::new(person), Box::new(place)]), today()).unwrap();
        }
        for change in changes {
            let with = |store: &Store, who: Id, boss: Id| {
                let mut place = place(store, who);
                place.set("reports_to", Value::Link(boss)).unwrap();
                place
            };
            let act = match change {
                Change::Boss(who, boss) => Act::Boss(vec![who], boss),
                Change::Form(who, boss) => Act::Save(vec![with(&store, who, boss)]),
                Change::Both(a, b, c, d) if a != c => Act::Save(vec![with(&store, a, b), with(&store, c, d)]),
                Change::Undo if store.next_undo().unwrap().is_some_and(|e| e.label.key != "act-created") => Act::Undo,
                Change::Undo | Change::Both(..) => continue,
                Change::Redo => Act::Redo,
            };
            let before = forest(&store);
            let done = store.perform(act, today());
            let after = forest(&store);
            prop_assert_eq!(&after.circles, &Vec::<Vec<Id>>::new());
            prop_assert_eq!(after.branches.len(), 8);
            if let Err(Fault::Refused(why)) = done {
                prop_assert!(["org-circle", "field-itself", "act-nothing-to-redo"].contains(&why.key.as_str()), "{}", why);
                prop_assert_eq!(after, before);
            }
        }
    }
}
