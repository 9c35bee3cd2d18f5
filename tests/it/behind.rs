//! What the queries of Today and Accounts answer beside the rows themselves.
use cartera::domain::day::day;
use cartera::domain::kind::Kind;
use cartera::domain::needs::Cause;
use cartera::store::act::Act;
use cartera::store::query::behind::Row;
use cartera::store::query::today::week::WeekKind;

use crate::book::{book, call_with_ana, today};

#[test]
fn behind_a_promise_stand_its_conversation_and_its_person() {
    let mut store = book();
    store.perform(Act::Log(Box::new(call_with_ana()), None), today()).unwrap();
    let row = Row { subject: Some((Kind::Commitment, 1)), account: Some(1), person: Some(1) };
    let behind = store.behind(row, today()).unwrap();
    assert_eq!(behind.promise.unwrap().text, "enviar TCO");
    assert_eq!(behind.talk.unwrap().text, "precios altos");
    assert_eq!(behind.person.unwrap().name, "Ana Ruiz");
    assert!(behind.talks.is_empty() && behind.open.is_empty());
}

#[test]
fn behind_a_person_stand_the_last_conversations_and_what_is_open() {
    let mut store = book();
    store.perform(Act::Log(Box::new(call_with_ana()), None), today()).unwrap();
    let row = Row { subject: Some((Kind::Person, 1)), account: Some(1), person: Some(1) };
    let behind = store.behind(row, today()).unwrap();
    assert_eq!(behind.talks.iter().map(|t| t.text.as_str()).collect::<Vec<_>>(), ["precios altos"]);
    assert_eq!(behind.open.len(), 1);
    assert!(behind.person.unwrap().strength.score > 0.0);
}

#[test]
fn behind_what_was_deleted_stands_nothing() {
    let store = book();
    let row = Row { subject: Some((Kind::Interaction, 77)), account: None, person: Some(77) };
    let behind = store.behind(row, today()).unwrap();
    assert!(behind.talk.is_none() && behind.person.is_none() && behind.talks.is_empty());
}

#[test]
fn today_names_who_has_no_role_and_what_the_week_holds() {
    let mut store = book();
    store.perform(Act::Log(Box::new(call_with_ana()), None), today()).unwrap();
    let seen = store.today(None, today()).unwrap();
    assert_eq!(seen.no_role, [3]);
    assert!(seen.needs.iter().any(|n| n.cause == Cause::NoRole && n.more == 1));
    let item = &seen.week[0];
    assert_eq!((item.day, item.what, item.person), (day(2026, 11, 27), WeekKind::Ours, Some(1)));
    assert!(store.today(Some(1), today()).unwrap().no_role.is_empty());
}

#[test]
fn arranged_accounts_keep_their_places_and_undo_brings_the_old_ones_back() {
    let mut store = book();
    let order = |store: &cartera::store::Store| -> Vec<_> {
        store.accounts(today()).unwrap().iter().map(|a| a.id).collect()
    };
    store.perform(Act::Arrange(vec![3, 1, 2], 3), today()).unwrap();
    assert_eq!(order(&store), [3, 1, 2]);
    assert_eq!(store.directory().unwrap().key_accounts()[0].id, 3);
    store.perform(Act::Undo, today()).unwrap();
    assert_eq!(order(&store), [1, 2, 3]);
}
