//! The rules of the book are looked at before anything is written: what breaks one is refused with its line, the rest comes in.
use std::path::{Path, PathBuf};

use cartera::domain::Id;
use cartera::domain::choice::PlanStatus;
use cartera::domain::kind::Kind;
use cartera::domain::value::Value;
use cartera::exchange::plan::Action;
use cartera::exchange::{Options, Plan, export};
use cartera::lang::value::Context;
use cartera::lang::{Lang, Words};
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::fault::Fault;
use cartera::store::journal::everything;

use crate::book::{account, book, clock, initiative, objective, plan, rows, today};

/// The client of the filled book.
const NORDWIND: Id = 3;

fn read(store: &Store, file: &Path) -> Plan {
    let words = Words::new(Lang::En);
    let directory = store.directory().unwrap();
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    cartera::exchange::read(&[file.to_owned()], &Options::default(), store, &cx).unwrap()
}

fn written(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

/// Line and last reason of what is refused.
fn refused(plan: &Plan) -> Vec<(usize, String)> {
    let refused = rows(plan).into_iter().filter(|row| row.action == Action::Refuse);
    refused.map(|row| (row.line, row.why.last().unwrap().key.clone())).collect()
}

/// What is refused of a table, in a book of one client; the rest is written and the book holds together.
fn of_table(name: &str, text: &str, store: &mut Store) -> Vec<(usize, String)> {
    let folder = tempfile::tempdir().unwrap();
    let plan = read(store, &written(folder.path(), name, text));
    let refused = refused(&plan);
    store.perform(Act::Import(Box::new(plan.batch)), today()).unwrap();
    assert!(store.check().unwrap().is_empty());
    refused
}

fn told(list: &[(usize, &str)]) -> Vec<(usize, String)> {
    list.iter().map(|(line, key)| (*line, (*key).to_owned())).collect()
}

#[test]
fn plans_that_end_before_they_begin_or_overlap_are_refused_by_their_line() {
    let mut store = book();
    let text = "name,account,status,starts_on,ends_on\n\
        One,Nordwind,active,2026-07-01,2027-06-30\n\
        Two,Nordwind,active,2027-01-01,2027-12-31\n\
        Back,Nordwind,active,2029-01-01,2028-12-31\n\
        Three,Nordwind,draft,2027-07-01,2028-06-30\n";
    assert_eq!(
        of_table("plans.csv", text, &mut store),
        told(&[(3, "plan-overlaps"), (4, "plan-ends-before")])
    );
    assert_eq!(store.records(Kind::Plan, 0, 10).unwrap().len(), 2);
    assert_eq!(
        of_table("plans.csv", text, &mut store),
        told(&[(3, "plan-overlaps"), (4, "plan-ends-before")]),
        "against the book as well"
    );
}

#[test]
fn a_promise_for_an_initiative_of_another_client_is_refused_and_one_without_gets_its_client() {
    let mut store = book();
    let plan = plan(&mut store, NORDWIND, "2026", PlanStatus::Active);
    let objective = objective(&mut store, plan);
    initiative(&mut store, objective, "Pilot", None, (today(), today()));
    let text = "text,account,side,initiative\n\
        Slides,Arce,ours,Pilot\nMinutes,Nordwind,ours,Pilot\nOffer,,ours,Pilot\n";
    assert_eq!(of_table("commitments.csv", text, &mut store), told(&[(2, "plan-promise-elsewhere")]));
    let promises = store.records(Kind::Commitment, 0, 100).unwrap();
    let client = |name: &str| {
        let found = promises.iter().find(|p| p.get("text") == Value::Text(name.to_owned())).unwrap();
        found.get("account")
    };
    assert_eq!(client("Offer"), client("Minutes"));
}

#[test]
fn in_a_document_of_a_book_only_the_record_that_breaks_a_rule_is_left_out() {
    let mut store = Store::in_memory(clock).unwrap();
    let client = account(&mut store, "Nordwind");
    plan(&mut store, client, "The year", PlanStatus::Active);
    let mut text = Vec::new();
    export(&store, &mut text).unwrap();
    let text = String::from_utf8(text).unwrap();
    let line = text.lines().find(|l| l.contains("\"name\":\"The year\"")).unwrap();
    let twin = line.replace("\"uid\":\"0", "\"uid\":\"1").replace("The year", "Again");
    let doubled = text.replace(line, &format!("{line},\n{twin}"));
    let folder = tempfile::tempdir().unwrap();
    let mut other = Store::in_memory(clock).unwrap();
    let plan = read(&other, &written(folder.path(), "book.json", &doubled));
    let at = doubled.lines().position(|l| l.contains("The year")).unwrap() + 1;
    assert_eq!(refused(&plan), told(&[(at, "plan-overlaps")]), "the last of them is the one that counts");
    other.perform(Act::Import(Box::new(plan.batch)), today()).unwrap();
    assert_eq!(other.records(Kind::Plan, 0, 10).unwrap().len(), 1);
    assert!(other.check().unwrap().is_empty());
}

#[test]
fn what_only_saving_can_know_names_the_line_and_writes_nothing() {
    let mut store = book();
    let folder = tempfile::tempdir().unwrap();
    let file = written(
        folder.path(),
        "plans.csv",
        "name,account,status,starts_on,ends_on\nOne,Nordwind,active,2026-07-01,2027-06-30\n",
    );
    let read = read(&store, &file);
    assert_eq!(refused(&read), []);
    // Meanwhile somebody else makes a plan.
    plan(&mut store, NORDWIND, "Mine", PlanStatus::Active);
    let before = everything(&store).unwrap();
    let Err(Fault::Refused(why)) = store.perform(Act::Import(Box::new(read.batch)), today()) else {
        panic!("it came in");
    };
    assert_eq!(everything(&store).unwrap(), before);
    let said = Words::new(Lang::En).say(&why);
    assert!(said.starts_with(&format!("{}:2: Plan “One”: ", file.display())), "{said}");
}
