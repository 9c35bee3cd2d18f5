//! Tables that go out come back as they were: a CSV file for each kind, and a workbook of all.
use std::path::{Path, PathBuf};

use cartera::domain::choice::{BuyingRole, Stance};
use cartera::domain::colleague::Colleague;
use cartera::domain::commitment::Commitment;
use cartera::domain::directory::Directory;
use cartera::domain::field::Link;
use cartera::domain::kind::Kind;
use cartera::domain::person::Membership;
use cartera::domain::value::{FieldKind, Value};
use cartera::exchange::out::grid::{Grid, Tables, has_sheet};
use cartera::exchange::out::workbook;
use cartera::exchange::plan::{Action, Plan};
use cartera::exchange::{Options, export};
use cartera::lang::value::{Context, parse, show};
use cartera::lang::{Lang, Words};
use cartera::store::Store;
use cartera::store::act::Act;
use proptest::prelude::*;

use crate::book::{account, book, call_with_ana, clock, person, rows, save, today};
use crate::generated;

fn with_cx<T>(store: &Store, lang: Lang, then: impl FnOnce(&Context<'_>) -> T) -> T {
    let (words, directory) = (Words::new(lang), store.directory().unwrap());
    then(&Context { words: &words, today: today(), directory: &directory, scope: None })
}

const fn other(lang: Lang) -> Lang {
    match lang {
        Lang::En => Lang::Es,
        Lang::Es => Lang::En,
    }
}

/// Reads files in the other language than that in which they were written.
fn read(store: &Store, files: &[PathBuf], lang: Lang) -> Plan {
    with_cx(store, other(lang), |cx| cartera::exchange::read(files, &Options::default(), store, cx).unwrap())
}

fn perform(store: &mut Store, plan: Plan) {
    assert_eq!(plan.count(Action::Refuse), 0, "{:#?}", refused(&plan));
    store.perform(Act::Import(Box::new(plan.batch)), today()).unwrap();
    assert!(store.check().unwrap().is_empty());
}

fn refused(plan: &Plan) -> Vec<String> {
    let refused = rows(plan).into_iter().filter(|r| r.action == Action::Refuse);
    refused.map(|r| format!("{:?} {} {:?}", r.kind, r.line, r.why)).collect()
}

/// A file for each kind, the last kind first; its name says nothing.
fn csvs(store: &Store, folder: &Path, lang: Lang) -> Vec<PathBuf> {
    let of = |(at, kind): (usize, Kind)| {
        let grid = with_cx(store, lang, |cx| Tables::of(store, cx).kind(kind, &|_| true).unwrap().filled());
        let path = folder.join(format!("{at}.csv"));
        std::fs::write(&path, grid.csv(lang)).unwrap();
        path
    };
    let kinds = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Membership);
    let mut files: Vec<_> = kinds.enumerate().map(of).collect();
    files.reverse();
    files
}

fn all(store: &Store, lang: Lang) -> Vec<Grid> {
    with_cx(store, lang, |cx| Tables::of(store, cx).all(&|_| true).unwrap())
}

fn xlsx(store: &Store, folder: &Path, lang: Lang) -> PathBuf {
    let path = folder.join("all.xlsx");
    std::fs::write(&path, workbook(&all(store, lang), today(), lang).unwrap()).unwrap();
    path
}

/// The records of a book with everything that is known of them, of those kinds. A place is known by its uid: nobody types its number.
fn known(store: &Store, kinds: &dyn Fn(Kind) -> bool) -> Vec<String> {
    let mut out = Vec::new();
    export(store, &mut out).unwrap();
    let document: serde_json::Value = serde_json::from_slice(&out).unwrap();
    let mut lines = Vec::new();
    for kind in Kind::ALL.into_iter().filter(|kind| kinds(*kind)) {
        for record in document[kind.name()].as_array().unwrap() {
            let mut record = record.clone();
            if kind == Kind::Membership {
                record.as_object_mut().unwrap().remove("id");
            }
            lines.push(format!("{} {record}", kind.name()));
        }
    }
    lines.sort();
    lines
}

fn assert_same(back: &Store, store: &Store, kinds: &dyn Fn(Kind) -> bool) {
    let (back, there) = (known(back, kinds), known(store, kinds));
    for (one, other) in back.iter().zip(&there) {
        assert_eq!(one, other);
    }
    assert_eq!(back.len(), there.len());
}

fn in_csvs_and_back(store: &Store, lang: Lang) {
    let folder = tempfile::tempdir().unwrap();
    let files = csvs(store, folder.path(), lang);
    let mut back = Store::in_memory(clock).unwrap();
    let plan = read(&back, &files, lang);
    perform(&mut back, plan);
    assert_same(&back, store, &|_| true);
    for same in [store, &back] {
        let again = read(same, &files, lang);
        assert!(again.changes_nothing(), "{:#?}", rows(&again));
        assert_eq!(again.count(Action::Refuse), 0, "{:#?}", refused(&again));
    }
}

fn in_a_workbook_and_back(store: &Store, lang: Lang) {
    let folder = tempfile::tempdir().unwrap();
    let files = [xlsx(store, folder.path(), lang)];
    let mut back = Store::in_memory(clock).unwrap();
    let plan = read(&back, &files, lang);
    perform(&mut back, plan);
    assert_same(&back, store, &|kind| kind == Kind::Membership || has_sheet(kind));
    for same in [store, &back] {
        assert!(read(same, &files, lang).changes_nothing());
    }
}

fn demo() -> Store {
    let mut store = Store::in_memory(clock).unwrap();
    cartera::exchange::demo::build(&mut store, today(), Some(500)).unwrap();
    store
}

#[test]
fn the_demo_book_comes_back_from_a_file_for_each_kind() {
    in_csvs_and_back(&demo(), Lang::Es);
}

#[test]
fn the_demo_book_comes_back_from_a_workbook() {
    in_a_workbook_and_back(&demo(), Lang::En);
}

/// A value as it is typed, on a form or in a cell.
fn typed(kind: FieldKind, value: Value) -> Value {
    thread_local!(static WORDS: (Words, Directory) = (Words::new(Lang::En), Directory::default()));
    match kind {
        FieldKind::Note | FieldKind::Texts | FieldKind::Tags => WORDS.with(|(words, directory)| {
            let cx = Context { words, today: today(), directory, scope: None };
            match parse(kind, &show(kind, &value, &cx), &cx).unwrap() {
                // Blanks are nothing.
                Value::Empty if kind == FieldKind::Note => Value::Text("x".into()),
                value => value,
            }
        }),
        _ => value,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]
    #[test]
    fn tables_of_any_book_come_back_as_they_were(seeds in generated::seeds(), english in any::<bool>()) {
        let store = generated::store_of(&seeds, &typed);
        let lang = if english { Lang::En } else { Lang::Es };
        in_csvs_and_back(&store, lang);
        in_a_workbook_and_back(&store, lang);
    }
}

/// The tables of all kinds of a book with somebody who has left, two of one name, and a conversation that a promise comes from.
fn told() -> Store {
    let mut store = book();
    store.perform(Act::Log(Box::new(call_with_ana()), None), today()).unwrap();
    let arce = 2;
    person(&mut store, "Ana Ruiz", arce, &[BuyingRole::Buyer]);
    let gone = save(&mut store, Colleague { name: "Eva Gil".into(), left: true, ..Colleague::default() });
    save(
        &mut store,
        Commitment {
            side: Some(cartera::domain::choice::Side::Ours),
            text: "llamar".into(),
            account: Some(Link(arce)),
            owner: Some(Link(gone)),
            counterpart: Some(Link(5)),
            ..Commitment::default()
        },
    );
    store
}

#[test]
fn people_read_names_first_and_a_uid_stands_behind_only_where_a_name_is_not_enough() {
    let store = told();
    let grid = with_cx(&store, Lang::En, |cx| {
        Tables::of(&store, cx).kind(Kind::Commitment, &|_| true).unwrap().filled()
    });
    assert_eq!(
        grid.heads,
        [
            "Text",
            "Side",
            "Account",
            "Owner",
            "Counterpart",
            "Due",
            "Interaction",
            "Owner (uid)",
            "Counterpart (uid)",
            "Interaction (uid)",
            "id",
            "uid (commitment)"
        ]
    );
    assert_eq!(grid.marks, 5);
    let row: Vec<_> = grid.rows[1].iter().take(5).map(|cell| cell.text.as_str()).collect();
    assert_eq!(row, ["llamar", "ours", "Arce", "#2", "Ana Ruiz (#5)"]);
}

#[test]
fn a_name_that_somebody_changed_in_a_cell_counts_for_more_than_the_uid_beside_it() {
    let store = told();
    let folder = tempfile::tempdir().unwrap();
    let grid = with_cx(&store, Lang::En, |cx| {
        Tables::of(&store, cx).kind(Kind::Commitment, &|_| true).unwrap().filled()
    });
    let text = String::from_utf8(grid.csv(Lang::En)).unwrap();
    let uid = &grid.rows[1].last().unwrap().text;
    let copied = text.replace(uid.as_str(), "").replace("llamar", "escribir").replace("#2", "Pau Font");
    let path = folder.path().join("x.csv");
    std::fs::write(&path, copied).unwrap();
    let mut back = told();
    let plan = read(&back, &[path], Lang::En);
    assert_eq!((plan.count(Action::Create), plan.count(Action::Refuse)), (1, 0), "{:?}", rows(&plan));
    perform(&mut back, plan);
    let new = back.records(Kind::Commitment, 2, 9).unwrap().remove(0);
    assert_eq!((new.get("owner"), new.get("counterpart")), (Value::Link(1), Value::Link(5)));
}

#[test]
fn a_person_with_two_places_is_one_person_and_what_is_known_of_them_keeps_its_day() {
    let mut store = told();
    let place = Membership {
        person: Some(Link(1)),
        account: Some(Link(3)),
        stance: Some(Stance::Sceptic),
        ..Membership::default()
    };
    save(&mut store, place);
    in_csvs_and_back(&store, Lang::En);
    // Without the table of facts the places say what is known of people, and it is learned today.
    let folder = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for kind in [Kind::Account, Kind::Person] {
        let grid = with_cx(&store, Lang::En, |cx| Tables::of(&store, cx).kind(kind, &|_| true).unwrap());
        files.push(folder.path().join(kind.name()));
        std::fs::write(files.last().unwrap(), grid.csv(Lang::En)).unwrap();
    }
    let mut back = Store::in_memory(clock).unwrap();
    let plan = read(&back, &files, Lang::En);
    perform(&mut back, plan);
    assert_same(&back, &store, &|kind| matches!(kind, Kind::Account | Kind::Person | Kind::Membership));
    let facts = back.records(Kind::Fact, 0, 99).unwrap();
    assert!(facts.iter().any(|f| f.get("value") == Value::Text("sceptic".into())));
    assert!(facts.iter().all(|f| f.get("on_day") == Value::Day(today())));
}

#[test]
fn people_of_another_book_meet_those_who_are_here_by_address_and_telephone_and_namesakes_are_told() {
    let mut theirs = Store::in_memory(clock).unwrap();
    let at = account(&mut theirs, "Almazara, S.L.");
    let ana = person(&mut theirs, "Ana Ruiz Gil", at, &[]);
    person(&mut theirs, "Jordi Mas", at, &[]);
    let mut record = theirs.record(Kind::Person, ana).unwrap();
    record.set("emails", Value::Texts(vec!["ana@almazara.es".into()])).unwrap();
    theirs.perform(Act::Save(vec![record]), today()).unwrap();
    let mut ours = book();
    let mut record = ours.record(Kind::Person, 1).unwrap();
    record.set("emails", Value::Texts(vec!["ANA@almazara.es".into()])).unwrap();
    ours.perform(Act::Save(vec![record]), today()).unwrap();

    let folder = tempfile::tempdir().unwrap();
    let files = [xlsx(&theirs, folder.path(), Lang::Es)];
    let plan = read(&ours, &files, Lang::Es);
    let told: Vec<_> = rows(&plan)
        .into_iter()
        .filter(|r| matches!(r.kind, Some(Kind::Account | Kind::Person)))
        .map(|r| (r.name.clone(), r.action, r.why.first().map(|why| why.key.clone()).unwrap_or_default()))
        .collect();
    assert_eq!(
        told,
        [
            ("Almazara, S.L.".to_owned(), Action::Same, "import-why-same".to_owned()),
            ("Ana Ruiz Gil".to_owned(), Action::Same, "import-why-same".to_owned()),
            ("Jordi Mas".to_owned(), Action::Create, "import-like".to_owned()),
        ]
    );
    perform(&mut ours, plan);
    let again = read(&ours, &files, Lang::Es);
    assert_eq!(again.count(Action::Create), 0, "{:#?}", rows(&again));
}
