//! The first day with the program, as its users are promised it: import, an honest Today, one line, and back again.
use std::path::PathBuf;

use cartera::command::Msg;
use cartera::domain::choice::{Choice, Stance, Tier};
use cartera::domain::day::{day, plus_days};
use cartera::domain::field::Link;
use cartera::domain::kind::Kind;
use cartera::domain::person::Membership;
use cartera::domain::value::Value;
use cartera::exchange::Options;
use cartera::lang::value::Context;
use cartera::lang::{Lang, Words};
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::journal::everything;
use cartera::ui::Theme;

use crate::book::{book, clock, today};
use crate::whole::Stage;

/// What a phone exported and a list of clients, imported as one act; four accounts marked as key.
fn imported() -> Store {
    let mut store = Store::in_memory(clock).unwrap();
    let files = ["iphone.vcf", "clientes.csv"]
        .map(|f| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files")).join(f));
    let words = Words::new(Lang::Es);
    let directory = store.directory().unwrap();
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    let plan = cartera::exchange::read(&files, &Options::default(), &store, &cx).unwrap();
    store.perform(Act::Import(Box::new(plan.batch)), today()).unwrap();
    for mut account in store.records(Kind::Account, 0, 4).unwrap() {
        account.set("tier", Value::Choice(Tier::Key.name())).unwrap();
        store.perform(Act::Save(vec![account]), today()).unwrap();
    }
    store
}

#[test]
fn the_first_day_ends_as_promised() {
    let mut stage = Stage::of(imported(), Lang::Es, Theme::Terminal, (120, 36));
    assert!(stage.shows("2 personas sin rol: Ana Ruiz"), "{}", stage.screen());
    let before = everything(&stage.outside.store).unwrap();
    stage.keys("i");
    stage.text("llamada ana ruiz ayer 30m: precios altos +renovación :( ana=neutral > vie enviar TCO");
    stage.keys("Enter");

    let store = &stage.outside.store;
    let ana = store.directory().unwrap().find(Kind::Person, "Ana Ruiz").unwrap();
    let parts = store.parts(Kind::Person, ana).unwrap();
    assert_eq!(parts[1].get("stance"), Value::Choice(Stance::Neutral.name()));
    let fact = store.records(Kind::Fact, 0, 9).unwrap().remove(0);
    assert_eq!(fact.get("on_day"), Value::Day(plus_days(today(), -1)));
    assert_eq!(fact.get("cause"), Value::Link(1));
    let promise = store.record(Kind::Commitment, 1).unwrap();
    assert_eq!(promise.get("due"), Value::Day(day(2026, 11, 27)));
    stage.keys("4");
    assert!(stage.shows("precios altos"), "{}", stage.screen());
    stage.keys("1");
    assert!(stage.shows("enviar TCO"), "{}", stage.screen());

    let after = everything(&stage.outside.store).unwrap();
    stage.keys("u");
    assert_eq!(everything(&stage.outside.store).unwrap(), before);
    stage.keys("U");
    assert_eq!(everything(&stage.outside.store).unwrap(), after);
}

#[test]
fn what_is_under_the_cursor_is_copied() {
    let mut stage = Stage::new(book());
    stage.keys("i");
    stage.text("call ana: prices too high");
    stage.keys("Enter 4 y Enter");
    assert!(stage.paper.copied.contains("prices too high"), "{:?}", stage.paper.copied);
}

#[test]
fn at_midnight_the_screen_is_of_the_new_day() {
    let mut stage = Stage::new(book());
    stage.keys("i");
    stage.text("ana: > today send TCO");
    stage.keys("Enter 1");
    assert!(stage.shows("Mon 23 Nov") && stage.shows("today"), "{}", stage.screen());
    stage.tell(Msg::DayChanged(plus_days(today(), 1)));
    assert!(stage.shows("Tue 24 Nov") && stage.shows("1 d late"), "{}", stage.screen());
}

#[test]
fn a_full_disk_is_said_and_line_and_form_are_still_there() {
    let mut stage = Stage::new(book());
    stage.outside.store.limit_pages(1).unwrap();
    stage.keys("i");
    stage.tell(Msg::Pasted("call ana: prices ".repeat(4000)));
    stage.keys("Enter");
    assert!(stage.shows("disk is full") && stage.shows("call ana: prices"), "{}", stage.screen());
    stage.keys("Esc 2 n");
    stage.tell(Msg::Pasted("Tramuntana ".repeat(4000)));
    stage.keys("Ctrl-S");
    assert!(stage.shows("disk is full") && stage.shows("Tramuntana"), "{}", stage.screen());
    assert_eq!(stage.outside.store.records(Kind::Account, 0, 9).unwrap().len(), 3);
}

#[test]
fn somebody_deleted_elsewhere_meanwhile_costs_nothing_of_the_line() {
    let mut stage = Stage::new(book());
    stage.keys("i");
    stage.text("call kerstin: tender");
    stage.outside.store.perform(Act::Delete(Kind::Person, vec![4]), today()).unwrap();
    stage.keys("Enter");
    assert!(stage.shows("no person") && stage.shows("call kerstin: tender"), "{}", stage.screen());

    let lost = Membership { person: Some(Link(1)), account: Some(Link(99)), ..Membership::default() };
    let fault = stage.outside.store.perform(Act::Save(vec![Box::new(lost)]), today()).unwrap_err();
    assert_eq!(fault.explain().key, "store-gone-meanwhile");
}
