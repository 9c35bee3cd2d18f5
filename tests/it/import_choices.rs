//! What an import would do is seen page by page, changed record by record, and stopped at any time.
use std::cell::Cell;
use std::fmt::Write as _;
use std::path::PathBuf;

use cartera::domain::Id;
use cartera::domain::explain::Explain;
use cartera::domain::kind::Kind;
use cartera::domain::person::Person;
use cartera::domain::progress::{Stage, Step, Watch, is_stopped, stopped};
use cartera::exchange::choices::{Choice, Choices};
use cartera::exchange::plan::{Action, Row};
use cartera::exchange::{Options, Plan, read_watched};
use cartera::lang::value::Context;
use cartera::lang::{Lang, Words};
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::journal::everything;

use crate::book::{book, clock, rows, save, today};

/// A watch that stops the work at some step of a stage.
struct Stops(Stage, Cell<u64>);

impl Watch for Stops {
    fn at(&self, step: Step) -> Result<(), Explain> {
        let left = self.1.get().saturating_sub(u64::from(step.stage == self.0));
        self.1.set(left);
        if left == 0 { Err(stopped()) } else { Ok(()) }
    }
}

fn with<T>(store: &Store, work: impl FnOnce(&Context<'_>) -> T) -> T {
    let words = Words::new(Lang::En);
    let directory = store.directory().unwrap();
    work(&Context { words: &words, today: today(), directory: &directory, scope: None })
}

fn planned(store: &Store, file: &PathBuf, choices: Choices) -> Plan {
    let options = Options::default().with_choices(choices);
    with(store, |cx| cartera::exchange::read(std::slice::from_ref(file), &options, store, cx).unwrap())
}

fn perform(store: &mut Store, plan: Plan) {
    store.perform(Act::Import(Box::new(plan.batch)), today()).unwrap();
    assert!(store.check().unwrap().is_empty());
}

fn written(text: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.csv");
    std::fs::write(&path, text).unwrap();
    (folder, path)
}

fn row(plan: &Plan, line: usize, kind: Kind) -> Row {
    rows(plan).into_iter().find(|r| (r.line, r.kind) == (line, Some(kind))).unwrap()
}

fn choose(plan: &Plan, line: usize, kind: Kind, choice: Choice) -> Choices {
    let mut choices = Choices::default();
    choices.set(row(plan, line, kind).spot().unwrap(), Some(choice));
    choices
}

fn people(store: &Store) -> Vec<String> {
    let mut names: Vec<_> = store.directory().unwrap().of(Kind::Person).map(|n| n.name.clone()).collect();
    names.sort();
    names
}

fn id(store: &Store, kind: Kind, name: &str) -> Id {
    store.directory().unwrap().find(kind, name).unwrap()
}

const LIST: &str = "Name,Company,Email\nAna Ruiz,Arce,ana@new.example\nEva Gil,Tramuntana,eva@t.example\nPau Vidal,Tramuntana,\n";

#[test]
fn every_row_says_what_may_be_chosen_for_it() {
    let store = book();
    let (_folder, path) = written(LIST);
    let plan = planned(&store, &path, Choices::default());
    let ana = row(&plan, 2, Kind::Person);
    // An Ana Ruiz of Almazara is another one, unless somebody says that she is the same.
    assert_eq!(ana.action, Action::Create);
    assert!(ana.offers.skip && ana.offers.create);
    let known: Vec<_> =
        ana.offers.merge.iter().map(|c| (c.id, c.name.as_str(), c.why.key.as_str())).collect();
    assert_eq!(known, [(id(&store, Kind::Person, "Ana Ruiz"), "Ana Ruiz", "import-why-name")]);
    let company = row(&plan, 3, Kind::Account);
    assert!(!company.offers.skip, "without its company Eva would stand nowhere");
    assert_eq!(row(&plan, 3, Kind::Person).offers.merge, []);
}

#[test]
fn a_record_that_is_skipped_does_not_come_in_and_what_hangs_on_it_follows() {
    let mut store = book();
    let (_folder, path) = written(LIST);
    let plan = planned(&store, &path, Choices::default());
    let plan = planned(&store, &path, choose(&plan, 3, Kind::Person, Choice::Skip));
    let skipped = row(&plan, 3, Kind::Person);
    assert_eq!((skipped.action, skipped.chosen), (Action::Skip, Some(Choice::Skip)));
    assert!(skipped.offers.skip, "it can be taken in again");
    // The next one of that company makes it.
    assert_eq!(row(&plan, 4, Kind::Account).action, Action::Create);
    assert_eq!(plan.count(Action::Skip), 1);
    perform(&mut store, plan);
    assert!(!people(&store).contains(&"Eva Gil".to_owned()));
    assert!(people(&store).contains(&"Pau Vidal".to_owned()));
}

#[test]
fn a_record_is_merged_into_the_one_that_was_chosen_or_made_new_all_the_same() {
    let mut store = book();
    let (_folder, path) = written(LIST);
    let ana = id(&store, Kind::Person, "Ana Ruiz");
    let plan = planned(&store, &path, Choices::default());
    let plan = planned(&store, &path, choose(&plan, 2, Kind::Person, Choice::MergeInto(ana)));
    let merged = row(&plan, 2, Kind::Person);
    assert_eq!((merged.action, merged.why[0].key.as_str()), (Action::Merge, "import-why-chosen"));
    perform(&mut store, plan);
    assert_eq!(people(&store).iter().filter(|n| *n == "Ana Ruiz").count(), 1);
    // Now the file says nothing new; who says that she is another gets another.
    let plan = planned(&store, &path, Choices::default());
    assert!(plan.changes_nothing());
    let plan = planned(&store, &path, choose(&plan, 2, Kind::Person, Choice::CreateNew));
    assert_eq!(row(&plan, 2, Kind::Person).action, Action::Create);
    perform(&mut store, plan);
    assert_eq!(people(&store).iter().filter(|n| *n == "Ana Ruiz").count(), 2);
}

#[test]
fn a_company_that_was_chosen_is_meant_by_every_row_that_names_it_so() {
    let mut store = book();
    let (_folder, path) = written(LIST);
    let nordwind = id(&store, Kind::Account, "Nordwind");
    let plan = planned(&store, &path, Choices::default());
    let plan = planned(&store, &path, choose(&plan, 3, Kind::Account, Choice::MergeInto(nordwind)));
    assert_eq!(row(&plan, 3, Kind::Account).why[0].key, "import-why-chosen");
    perform(&mut store, plan);
    assert!(store.directory().unwrap().find(Kind::Account, "Tramuntana").is_ok_and(|id| id == nordwind));
    let at_nordwind = store.people(Some(nordwind), today()).unwrap();
    assert!(at_nordwind.iter().any(|row| row.name == "Pau Vidal"));
}

#[test]
fn who_may_be_several_is_refused_with_all_of_them_and_becomes_the_one_that_is_chosen() {
    let mut store = book();
    for name in ["Eva Gil", "Eva Mora"] {
        save(
            &mut store,
            Person { name: name.into(), emails: vec!["eva@t.example".into()], ..Person::default() },
        );
    }
    let (_folder, path) = written("Name,Email\nE. G.,eva@t.example\n");
    let plan = planned(&store, &path, Choices::default());
    let refused = row(&plan, 2, Kind::Person);
    assert_eq!((refused.action, refused.offers.merge.len()), (Action::Refuse, 2));
    let second = refused.offers.merge[1].id;
    let plan = planned(&store, &path, choose(&plan, 2, Kind::Person, Choice::MergeInto(second)));
    assert_eq!(row(&plan, 2, Kind::Person).action, Action::Merge);
    perform(&mut store, plan);
    assert_eq!(
        store.record(Kind::Person, second).unwrap().get("aliases"),
        cartera::domain::value::Value::Texts(vec!["E. G.".into()])
    );
}

#[test]
fn a_choice_of_somebody_who_is_not_there_is_refused() {
    let store = book();
    let (_folder, path) = written(LIST);
    let plan = planned(&store, &path, Choices::default());
    let plan = planned(&store, &path, choose(&plan, 2, Kind::Person, Choice::MergeInto(4711)));
    let refused = row(&plan, 2, Kind::Person);
    assert_eq!((refused.action, refused.why[0].key.as_str()), (Action::Refuse, "import-choice-gone"));
}

/// A list of so many people of a few companies.
fn many(count: usize) -> String {
    let mut text = "Name,Company,E-mail\n".to_owned();
    for i in 0..count {
        let _fits = writeln!(text, "Person {i},Company {},p{i}@x.example", i % 7);
    }
    text
}

#[test]
fn a_plan_is_turned_page_by_page_all_of_it_or_one_action() {
    let store = book();
    let (_folder, path) = written(&format!("{}Ana Ruiz,Almazara,\n", many(1000)));
    let plan = planned(&store, &path, Choices::default());
    assert_eq!((plan.len(), plan.count(Action::Create), plan.count(Action::Same)), (1008, 1007, 1));
    let mut paged = Vec::new();
    plan.each_row(None, |row| paged.push(row)).unwrap();
    assert_eq!(paged, rows(&plan));
    let page = plan.rows(None, 500, 3).unwrap();
    assert_eq!(page, paged[500..503]);
    let same = plan.rows(Some(Action::Same), 0, 10).unwrap();
    assert_eq!(same.iter().map(|r| r.name.as_str()).collect::<Vec<_>>(), ["Ana Ruiz"]);
    let created = plan.rows(Some(Action::Create), 1005, 10).unwrap();
    assert_eq!(created.iter().map(|r| r.name.as_str()).collect::<Vec<_>>(), ["Person 998", "Person 999"]);
    assert_eq!(plan.rows(None, 2000, 3).unwrap(), []);
}

#[test]
fn reading_that_is_stopped_ends_at_once() {
    let store = book();
    let (_folder, path) = written(&many(2000));
    let files = [path];
    for after in [1, 2] {
        let watch = Stops(Stage::Reading, Cell::new(after));
        let why =
            with(&store, |cx| read_watched(&files, &Options::default(), &store, cx, &watch)).unwrap_err();
        assert!(is_stopped(&why), "{why}");
    }
}

#[test]
fn writing_and_undoing_that_are_stopped_have_changed_nothing() {
    let mut store = book();
    let (_folder, path) = written(&many(300));
    let before = everything(&store).unwrap();
    let plan = planned(&store, &path, Choices::default());
    for after in [1, 300] {
        let watch = Stops(Stage::Writing, Cell::new(after));
        let act = Act::Import(Box::new(plan.batch.clone()));
        let fault = store.perform_watched(act, today(), &watch).unwrap_err();
        assert!(is_stopped(&fault.explain()), "{fault}");
        assert_eq!(everything(&store).unwrap(), before);
    }
    // What was stopped can be begun again.
    perform(&mut store, plan);
    let after = everything(&store).unwrap();
    let watch = Stops(Stage::Writing, Cell::new(100));
    let fault = store.perform_watched(Act::Undo, today(), &watch).unwrap_err();
    assert!(is_stopped(&fault.explain()), "{fault}");
    assert_eq!(everything(&store).unwrap(), after);
    store.perform(Act::Undo, today()).unwrap();
    assert_eq!(everything(&store).unwrap(), before);
}

#[test]
fn two_books_that_share_records_are_read_together() {
    let exported = |store: &Store| {
        let mut bytes = Vec::new();
        cartera::exchange::export(store, &mut bytes).unwrap();
        bytes
    };
    let bytes = exported(&book());
    let folder = tempfile::tempdir().unwrap();
    let files = ["a.json", "b.json"].map(|name| folder.path().join(name));
    for file in &files {
        std::fs::write(file, &bytes).unwrap();
    }
    let mut other = Store::in_memory(clock).unwrap();
    let plan = with(&other, |cx| cartera::exchange::read(&files, &Options::default(), &other, cx).unwrap());
    perform(&mut other, plan);
    assert!(exported(&other) == bytes, "each record came in once");
}
