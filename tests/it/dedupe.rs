//! What an import recognised is told once it is saved: by what records were known, and who may now be in the book twice.
use std::collections::BTreeSet;

use cartera::command::Msg;
use cartera::domain::kind::Kind;
use cartera::exchange::dedupe::Dedupe;
use cartera::exchange::{Options, Plan};
use cartera::lang::value::Context;
use cartera::lang::{Lang, Words};
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::ui::Theme;

use crate::book::{book, today};
use crate::cli::User;
use crate::whole::Stage;

/// Ana is known and completed, Soler is called by less of her name, Eva is new.
const LIST: &str = "Name,Company,Email\nAna Ruiz,Almazara,ana@almazara.es\nMaría Soler,Arce,\nEva Gil,Tramuntana,eva@t.example\n";

fn written(text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("people.csv"), text).unwrap();
    folder
}

fn dropped(stage: &mut Stage, folder: &tempfile::TempDir) {
    stage.tell(Msg::Pasted(folder.path().join("people.csv").display().to_string()));
    stage.keys("Enter");
}

fn planned(store: &Store, folder: &tempfile::TempDir) -> Plan {
    let words = Words::new(Lang::En);
    let directory = store.directory().unwrap();
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    let files = [folder.path().join("people.csv")];
    cartera::exchange::read(&files, &Options::default(), store, &cx).unwrap()
}

fn people(stage: &Stage) -> usize {
    stage.outside.store.directory().unwrap().of(Kind::Person).count()
}

#[test]
fn an_import_tells_by_what_it_knew_records_and_whom_it_may_have_doubled() {
    let mut store = book();
    let folder = written(LIST);
    let plan = planned(&store, &folder);
    let before = Dedupe::of(&plan).unwrap();
    let known: Vec<_> = before.known.iter().map(|k| (k.kind, k.why.key.as_str(), k.count)).collect();
    assert_eq!(known, [(Kind::Person, "import-why-place", 1)]);
    let outcome = store.perform(Act::Import(Box::new(plan.batch)), today()).unwrap();
    let after = before.compared(&store, &outcome.touched).unwrap();
    let pairs: Vec<_> = after.pairs.iter().map(|p| (p.first.name.as_str(), p.second.name.as_str())).collect();
    assert_eq!(pairs, [("María del Mar Soler", "María Soler")]);
    assert!(after.is_worth_a_look());
}

#[test]
fn only_whoever_came_in_is_compared() {
    let mut store = book();
    let folder = written("Name,Company\nMaría Soler,Arce\nA. Ruiz,Almazara\n");
    let plan = planned(&store, &folder);
    store.perform(Act::Import(Box::new(plan.batch)), today()).unwrap();
    assert_eq!(store.twins().unwrap().len(), 2);
    let ruiz = store.directory().unwrap().find(Kind::Person, "A. Ruiz").unwrap();
    let (pairs, more) = store.twins_among(&BTreeSet::from([ruiz]), 10).unwrap();
    assert_eq!((pairs.len(), more), (1, 0));
    assert!(pairs[0].first.id == ruiz || pairs[0].second.id == ruiz);
    let all: BTreeSet<_> = (1..100).collect();
    assert_eq!(store.twins_among(&all, 1).unwrap().1, 1);
    assert_eq!(store.twins_among(&BTreeSet::new(), 10).unwrap(), (Vec::new(), 0));
}

#[test]
fn after_saving_a_pair_is_compared_and_merged_and_then_is_none() {
    let mut stage = Stage::of(book(), Lang::En, Theme::Terminal, (120, 30));
    let before = people(&stage);
    let folder = written(LIST);
    dropped(&mut stage, &folder);
    let screen = stage.screen();
    let shown: Vec<&str> = screen.lines().skip(3).take(20).collect();
    insta::assert_snapshot!(shown.join("\n"));
    stage.keys("Enter");
    assert!(stage.shows("becomes one with"), "{}", stage.screen());
    stage.keys("Enter");
    assert!(stage.shows("Known already") && !stage.shows("likely"), "{}", stage.screen());
    assert_eq!(people(&stage), before + 1, "Eva came in");
    // What is known already leads to its record.
    stage.keys("Enter");
    assert!(!stage.shows("Known already") && stage.shows("Ana Ruiz"), "{}", stage.screen());
}

#[test]
fn two_are_said_to_be_two_and_the_import_is_taken_back_from_where_it_is_told() {
    let mut stage = Stage::of(book(), Lang::Es, Theme::Terminal, (80, 24));
    let before = people(&stage);
    let folder = written(LIST);
    dropped(&mut stage, &folder);
    assert!(stage.shows("Quizá están ahora dos veces"), "{}", stage.screen());
    stage.keys("x");
    assert!(!stage.shows("Quizá están") && stage.shows("Ya conocidos"), "{}", stage.screen());
    stage.keys("u");
    assert!(!stage.shows("Ya conocidos"), "{}", stage.screen());
    stage.keys("u");
    assert_eq!(people(&stage), before, "first that they are two, then the import");
}

#[test]
fn an_import_of_which_nothing_is_to_be_decided_says_so_in_one_line_and_the_rest_when_asked() {
    let mut stage = Stage::of(book(), Lang::En, Theme::Terminal, (120, 30));
    stage.keys(":");
    stage.text("what the last import");
    stage.keys("Enter");
    assert!(stage.shows("Nothing was recognised"), "{}", stage.screen());
    let folder = written("Name,Company\nAna Ruiz,Almazara\nEva Gil,Tramuntana\n");
    dropped(&mut stage, &folder);
    assert!(!stage.shows("Recognised in the import"), "{}", stage.screen());
    stage.keys(":");
    stage.text("what the last import");
    stage.keys("Enter");
    assert!(stage.shows("eople: 1 (same name at the account)"), "{}", stage.screen());
}

#[test]
fn the_shell_tells_it_too_in_words_and_as_json() {
    let user = User::new();
    let file = user.write("people.csv", "Name,Company,Email\nAna Ruiz,Arce,ana@arce.es\n");
    user.ok(&["import", &file]);
    user.write("people.csv", "Name,Company,Email\nA. Ruiz,Arce,\nAna R.,Arce,ana@arce.es\n");
    let dry = user.json(&["import", &file, "--dry-run"]);
    assert_eq!(dry["recognised"]["known"][0]["by"], "same e-mail address");
    let told = user.run(&["import", &file]);
    assert!(told.err.contains("people: 1 (same e-mail address)"), "{told:?}");
    assert!(told.out.contains("Possible duplicates") && told.out.contains("A. Ruiz #2"), "{told:?}");
    assert!(told.err.contains("cartera person merge"), "{told:?}");
}
