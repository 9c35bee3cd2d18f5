//! Planned conversations that have passed: folded on Today, confirmed together, taken back together.
use cartera::domain::Id;
use cartera::domain::choice::Channel;
use cartera::domain::day::plus_days;
use cartera::domain::field::Link;
use cartera::domain::interaction::Interaction;
use cartera::domain::kind::Kind;
use cartera::lang::Lang;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::ui::Theme;

use crate::book::{book, save, today};
use crate::whole::Stage;

/// A meeting with Ana Ruiz at Almazara, planned so many days ago.
fn planned(store: &mut Store, ago: i64) -> Id {
    let meeting = Interaction {
        channel: Some(Channel::Meeting),
        day: Some(plus_days(today(), -ago)),
        account: Some(Link(1)),
        people: vec![Link(1)],
        text: format!("Follow-up {ago}"),
        planned: true,
        ..Interaction::default()
    };
    save(store, meeting)
}

fn calendar(lang: Lang) -> Stage {
    let mut store = book();
    for ago in 1..=7 {
        planned(&mut store, ago);
    }
    Stage::of(store, lang, Theme::Terminal, (120, 36))
}

fn left(stage: &Stage) -> Vec<Id> {
    stage.outside.store.passed(None, today()).unwrap().iter().map(|row| row.id).collect()
}

#[test]
fn many_that_have_passed_are_two_rows_and_a_count() {
    let mut stage = calendar(Lang::En);
    stage.text("1");
    assert!(stage.shows("+5 more to confirm"), "{}", stage.screen());
    assert_eq!(stage.screen().matches("Was it held?").count(), 2, "{}", stage.screen());
}

#[test]
fn they_are_confirmed_together_and_come_back_together() {
    let mut stage = calendar(Lang::En);
    stage.keys(":");
    stage.text("confirm what was planned");
    stage.keys("Enter");
    assert!(stage.shows("Were they held?") && stage.shows("7 held"), "{}", stage.screen());
    // The first was not held, the second is left for another time.
    stage.keys("Space Down z");
    assert!(stage.shows("5 held · 1 not held"), "{}", stage.screen());
    stage.keys("Enter");
    assert_eq!(left(&stage).len(), 1, "{}", stage.screen());
    assert!(stage.shows("5 held, 1 not held"), "{}", stage.screen());
    stage.keys("u");
    assert_eq!(left(&stage).len(), 7, "{}", stage.screen());
}

#[test]
fn all_turn_together_and_nothing_is_saved_where_all_are_left() {
    let mut stage = calendar(Lang::Es);
    stage.keys(":");
    stage.text("confirmar lo previsto");
    stage.keys("Enter Ctrl-A");
    assert!(stage.shows("0 celebradas · 7"), "{}", stage.screen());
    insta::assert_snapshot!(stage.painted());
    stage.keys("Ctrl-A Enter");
    assert_eq!(left(&stage).len(), 7);
    stage.keys(":");
    stage.text("confirmar lo previsto");
    stage.keys("Enter Enter");
    assert!(left(&stage).is_empty());
    stage.keys(":");
    stage.text("confirmar lo previsto");
    stage.keys("Enter");
    assert!(stage.shows("Nada de lo previsto"), "{}", stage.screen());
}

#[test]
fn what_was_said_in_one_is_told_on_the_way() {
    let mut stage = calendar(Lang::En);
    stage.keys(":");
    stage.text("confirm what was planned");
    stage.keys("Enter e");
    stage.text(" she will sign");
    stage.keys("Enter");
    assert_eq!(left(&stage).len(), 6, "{}", stage.screen());
    assert!(stage.shows("6 held"), "{}", stage.screen());
}

#[test]
fn one_that_was_held_counts_as_a_contact_and_one_that_was_not_leaves_no_trace() {
    let mut store = book();
    let (first, second) = (planned(&mut store, 3), planned(&mut store, 2));
    store.perform(Act::Confirm(vec![first], vec![second]), today()).unwrap();
    assert!(store.record(Kind::Interaction, second).is_err());
    let page = store.account_page(1, today()).unwrap();
    assert_eq!(page.last, Some(plus_days(today(), -3)));
}
