//! Undo is the way back, for every table; the search index and the touches follow the rows.
use cartera::domain::choice::{BuyingRole, Stance};
use cartera::domain::field::Link;
use cartera::domain::kind::Kind;
use cartera::domain::kpi::{Amount, Kpi};
use cartera::domain::period::Period;
use cartera::domain::person::Membership;
use cartera::domain::value::Value;
use cartera::store::Store;
use cartera::store::act::figures::{Figure, Figures, Set};
use cartera::store::act::leave::Successor;
use cartera::store::act::merge::Merge;
use cartera::store::act::{Act, Learned};
use cartera::store::fault::Fault;
use cartera::store::journal::everything;
use cartera::store::query::log::{Filter, LogQuery};
use proptest::prelude::*;

use crate::book::{book, call_with_ana, save, today};

fn found(store: &Store, words: &str) -> usize {
    let filter = Filter { words: words.into(), ..Filter::default() };
    store.log(&LogQuery { filter, ..LogQuery::default() }).unwrap().rows.len()
}

#[test]
fn a_logged_call_is_one_act_that_undo_takes_back_whole() {
    let mut store = book();
    let before = everything(&store).unwrap();
    let outcome = store.perform(Act::Log(Box::new(call_with_ana()), None), today()).unwrap();
    assert_eq!(outcome.label.key, "act-logged");
    let after = everything(&store).unwrap();
    for words in ["precios", "RENOVACION", "ruiz", "tco", "almazara pre"] {
        assert_eq!(found(&store, words), 1, "{words}");
    }
    let people = store.people(None, today()).unwrap();
    let ana = people.iter().find(|p| p.name == "Ana Ruiz").unwrap();
    assert_eq!((ana.stance, ana.last), (Some(Stance::Neutral), Some(call_with_ana().day)));

    store.perform(Act::Undo, today()).unwrap();
    assert_eq!(everything(&store).unwrap(), before);
    assert_eq!(found(&store, "precios"), 0);
    assert_eq!(store.people(None, today()).unwrap()[0].last, None);

    store.perform(Act::Redo, today()).unwrap();
    assert_eq!(everything(&store).unwrap(), after);
    assert_eq!(found(&store, "tco"), 1);
}

#[test]
fn a_new_act_drops_what_could_be_redone() {
    let mut store = book();
    store.perform(Act::Log(Box::new(call_with_ana()), None), today()).unwrap();
    store.perform(Act::Undo, today()).unwrap();
    store.perform(Act::Contacted(1, Some(1)), today()).unwrap();
    assert!(store.next_redo().unwrap().is_none());
}

#[test]
fn a_deleted_account_comes_back_with_all_that_belonged_to_it() {
    let mut store = book();
    store.perform(Act::Log(Box::new(call_with_ana()), None), today()).unwrap();
    let before = everything(&store).unwrap();
    store.perform(Act::Delete(Kind::Account, vec![1]), today()).unwrap();
    assert_eq!(found(&store, "precios"), 0);
    assert!(store.record(Kind::Account, 1).is_err());
    store.perform(Act::Undo, today()).unwrap();
    assert_eq!(everything(&store).unwrap(), before);
    assert_eq!(found(&store, "precios"), 1);
}

#[test]
fn thousands_of_changes_are_one_undo() {
    let mut store = book();
    for n in 0..800 {
        let mut call = call_with_ana();
        call.day = cartera::domain::day::plus_days(today(), -(n % 300));
        store.perform(Act::Log(Box::new(call), None), today()).unwrap();
    }
    let before = everything(&store).unwrap();
    store.perform(Act::Delete(Kind::Account, vec![1]), today()).unwrap();
    let entry = store.next_undo().unwrap().unwrap();
    assert!(entry.changes > 2_000, "{}", entry.changes);
    let after = everything(&store).unwrap();
    store.perform(Act::Undo, today()).unwrap();
    assert_eq!(everything(&store).unwrap(), before);
    assert!(store.search_agrees().unwrap());
    assert_eq!(found(&store, "precios"), 50);
    store.perform(Act::Redo, today()).unwrap();
    assert_eq!(everything(&store).unwrap(), after);
    assert!(store.search_agrees().unwrap());
}

#[test]
fn a_row_that_goes_and_comes_back_in_one_act_is_put_back_in_order() {
    let mut store = book();
    store.perform(Act::Log(Box::new(call_with_ana()), None), today()).unwrap();
    let before = everything(&store).unwrap();
    store
        .act(today(), |tx| {
            let mut old = tx.record(Kind::Interaction, 1)?;
            tx.delete(Kind::Interaction, 1)?;
            old.set("text", Value::Text("otra vez".into()))?;
            tx.insert(old.as_mut())?;
            let mut second = old.boxed();
            *second.head_mut() = cartera::domain::field::Head::default();
            tx.insert(second.as_mut())?;
            Ok(cartera::domain::explain::Explain::new("act-changed"))
        })
        .unwrap();
    let after = everything(&store).unwrap();
    store.perform(Act::Undo, today()).unwrap();
    assert_eq!(everything(&store).unwrap(), before);
    store.perform(Act::Redo, today()).unwrap();
    assert_eq!(everything(&store).unwrap(), after);
    assert!(store.search_agrees().unwrap());
    assert_eq!(found(&store, "otra"), 2);
}

#[test]
fn a_record_changed_meanwhile_is_not_overwritten() {
    let mut store = book();
    let mut mine = store.record(Kind::Account, 1).unwrap();
    let mut theirs = store.record(Kind::Account, 1).unwrap();
    theirs.set("sector", Value::Text("oil".into())).unwrap();
    store.perform(Act::Save(vec![theirs]), today()).unwrap();
    mine.set("sector", Value::Text("wine".into())).unwrap();
    let refused = store.perform(Act::Save(vec![mine]), today());
    assert!(matches!(refused, Err(Fault::ChangedElsewhere { kind: Kind::Account, id: 1 })));
    assert_eq!(store.record(Kind::Account, 1).unwrap().get("sector"), Value::Text("oil".into()));
}

#[test]
fn a_form_that_changes_nothing_is_no_act() {
    let mut store = book();
    let same = store.parts(Kind::Person, 1).unwrap();
    let newest = store.next_undo().unwrap().unwrap().id;
    assert_eq!(store.perform(Act::Save(same), today()).unwrap().entry, None);
    assert_eq!(store.next_undo().unwrap().unwrap().id, newest);
}

#[test]
fn the_columns_of_the_file_are_the_fields_of_the_tables() {
    let store = book();
    for kind in Kind::ALL {
        for record in store.records(kind, 0, 1).unwrap() {
            assert_eq!(record.kind(), kind);
        }
    }
}

#[test]
fn roles_set_on_a_form_become_dated_facts() {
    let mut store = book();
    let mut parts = store.parts(Kind::Person, 1).unwrap();
    parts[1].set("roles", Value::Choices(vec!["buyer"])).unwrap();
    store.perform(Act::Save(parts), today()).unwrap();
    assert_eq!(store.parts(Kind::Person, 1).unwrap()[1].get("roles"), Value::Choices(vec!["buyer"]));
    let facts = store.records(Kind::Fact, 0, 100).unwrap();
    assert!(
        facts
            .iter()
            .any(|f| f.get("value") == Value::Text("decider".into()) && f.get("ended") == Value::Flag(true))
    );
}

/// One act chosen by chance.
fn random_act(store: &Store, (what, which): (u8, usize)) -> Option<Act> {
    let pick = |kind| {
        let all = store.records(kind, 0, 1000).unwrap();
        (!all.is_empty()).then(|| all[which % all.len()].head().id)
    };
    Some(match what % 11 {
        0 | 1 => Act::Log(Box::new(call_with_ana()), None),
        2 => Act::Delete(
            [Kind::Account, Kind::Person, Kind::Interaction, Kind::Commitment, Kind::Membership][which % 5],
            vec![pick(
                [Kind::Account, Kind::Person, Kind::Interaction, Kind::Commitment, Kind::Membership]
                    [which % 5],
            )?],
        ),
        3 => Act::Done(vec![pick(Kind::Commitment)?]),
        4 => Act::Snooze(Kind::Person, pick(Kind::Person)?, today()),
        5 => Act::Learn(pick(Kind::Membership)?, Learned::Role(BuyingRole::ALL[which % 7], which % 2 == 0)),
        8 => {
            let person = Some(Link(pick(Kind::Person)?));
            let account = Some(Link(pick(Kind::Account)?));
            let to = Membership { person, account, ..Membership::default() };
            Act::Move(pick(Kind::Membership), Box::new(to))
        }
        9 => Act::Leave(pick(Kind::Membership)?, today(), pick(Kind::Person).map(Successor::Known)),
        10 => {
            let all = store.records(Kind::Person, 0, 1000).unwrap();
            let gone = all.get((which + 1) % all.len().max(1))?.head().id;
            Act::Merge(Box::new(Merge { kept: pick(Kind::Person)?, gone, picked: Vec::new() }))
        }
        6 => {
            let mut record = store.record(Kind::Interaction, pick(Kind::Interaction)?).unwrap();
            record
                .set(
                    "day",
                    Value::Day(cartera::domain::day::plus_days(today(), -i64::try_from(which % 9).unwrap())),
                )
                .unwrap();
            record.set("text", Value::Text(format!("otra cosa {which}"))).unwrap();
            Act::Save(vec![record])
        }
        _ => {
            let mut record = store.record(Kind::Person, pick(Kind::Person)?).unwrap();
            record.set("name", Value::Text(format!("Persona {which}"))).unwrap();
            Act::Save(vec![record])
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn undo_of_any_acts_is_identity_and_redo_brings_all_back(acts in proptest::collection::vec((any::<u8>(), 0..50usize), 1..14)) {
        let mut store = book();
        let before = everything(&store).unwrap();
        let mut done = 0;
        for act in acts {
            let Some(act) = random_act(&store, act) else { continue };
            // A line about somebody who was deleted is refused by the foreign keys: nothing is written.
            if let Ok(outcome) = store.perform(act, today()) {
                done += usize::from(outcome.entry.is_some());
            }
        }
        let after = everything(&store).unwrap();
        for _ in 0..done { store.perform(Act::Undo, today()).unwrap(); }
        prop_assert_eq!(&everything(&store).unwrap(), &before);
        prop_assert!(store.search_agrees().unwrap());
        for _ in 0..done { store.perform(Act::Redo, today()).unwrap(); }
        prop_assert_eq!(&everything(&store).unwrap(), &after);
        prop_assert!(store.search_agrees().unwrap());
    }
}

#[test]
fn an_act_is_about_the_conversation_it_wrote_or_the_only_record_it_changed() {
    let mut store = book();
    let indicator = |name: &str| Kpi { name: name.into(), account: Some(Link(1)), ..Kpi::fresh() };
    let kpis = [save(&mut store, indicator("Visits")), save(&mut store, indicator("Tenders"))];
    let figure = |kpi, month| Figure {
        kpi,
        period: Period::Month(2026, month),
        set: Set::Actual(Some(Amount::Plain(10_000 * i64::from(month)))),
    };
    let figures = |cells: Vec<Figure>| Act::Figures(Figures { cells, source: "x.xlsx".into() });
    let mut about = |act: Act| {
        store.perform(act, today()).unwrap();
        let act = store.next_undo().unwrap().unwrap();
        store.about(&act).unwrap()
    };
    assert_eq!(about(Act::Log(Box::new(call_with_ana()), None)), Some((Kind::Interaction, 1)));
    assert_eq!(about(Act::Done(vec![1])), Some((Kind::Commitment, 1)));
    let stance = Act::Learn(2, Learned::Stance(Some(Stance::Sceptic)));
    assert_eq!(about(stance), Some((Kind::Person, 2)));
    assert_eq!(about(figures(vec![figure(kpis[0], 9), figure(kpis[0], 10)])), Some((Kind::Kpi, kpis[0])));
    assert_eq!(about(figures(kpis.map(|kpi| figure(kpi, 8)).to_vec())), None, "two indicators");
    assert_eq!(about(Act::Delete(Kind::Person, vec![4])), None, "what is gone cannot be opened");
}
