//! A book goes out as JSON and comes back the same.
use std::path::PathBuf;

use cartera::domain::day::plus_days;
use cartera::domain::kind::Kind;
use cartera::domain::value::Value;
use cartera::exchange::plan::{Action, Plan};
use cartera::exchange::{Options, export};
use cartera::lang::value::Context;
use cartera::lang::{Lang, Words};
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::journal::everything;
use proptest::prelude::*;

use crate::book::{book, call_with_ana, clock, today};
use crate::generated;

fn exported(store: &Store) -> String {
    let mut out = Vec::new();
    export(store, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn read(store: &Store, bytes: &[u8]) -> Plan {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    std::fs::write(&path, bytes).unwrap();
    read_files(store, &[path])
}

fn read_files(store: &Store, files: &[PathBuf]) -> Plan {
    let words = Words::new(Lang::En);
    let directory = store.directory().unwrap();
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    cartera::exchange::read(files, &Options::default(), store, &cx).unwrap()
}

/// Every row of the book but for versions and the uid of the settings, which are of the file, and the numbers of link rows.
fn rows(store: &Store) -> Vec<(String, String)> {
    let bare = |(table, image): (String, String)| {
        let mut json: serde_json::Value = serde_json::from_str(&image).unwrap();
        let object = json.as_object_mut().unwrap();
        object.remove("version");
        if table == "settings" {
            object.remove("uid");
        }
        if table.starts_with("interaction_") {
            object.remove("id");
        }
        (table, json.to_string())
    };
    let mut rows: Vec<_> = everything(store).unwrap().into_iter().map(bare).collect();
    rows.sort();
    rows
}

fn come_back(text: &str) -> Store {
    let mut store = Store::in_memory(clock).unwrap();
    let plan = read(&store, text.as_bytes());
    assert_eq!(plan.count(Action::Refuse), 0, "{:?}", crate::book::rows(&plan));
    store.perform(Act::Import(Box::new(plan.batch)), today()).unwrap();
    assert!(store.check().unwrap().is_empty());
    store
}

fn full_book() -> Store {
    let mut store = book();
    store.perform(Act::Log(Box::new(call_with_ana()), None), today()).unwrap();
    let mut settings = store.record(Kind::Settings, 1).unwrap();
    settings.set("owner", Value::Text("Eva".into())).unwrap();
    store.perform(Act::Save(vec![settings]), today()).unwrap();
    store.perform(Act::Contacted(2, Some(2)), today()).unwrap();
    // A gap in the numbers.
    store.perform(Act::Delete(Kind::Person, vec![3]), today()).unwrap();
    store
}

#[test]
fn a_book_comes_back_into_an_empty_one_with_uids_and_numbers_as_one_act() {
    let store = full_book();
    let text = exported(&store);
    let mut back = come_back(&text);
    assert_eq!(rows(&back), rows(&store));
    assert_eq!(exported(&back), text);
    assert_eq!(back.journal(None, 9).unwrap().len(), 1);
    back.perform(Act::Undo, today()).unwrap();
    assert!(back.directory().unwrap().names.is_empty());
}

#[test]
fn the_demo_book_comes_back() {
    let mut store = Store::in_memory(clock).unwrap();
    cartera::exchange::demo::build(&mut store, today(), Some(2_000)).unwrap();
    let text = exported(&store);
    let back = come_back(&text);
    assert_eq!(rows(&back), rows(&store));
    assert_eq!(exported(&back), text);
}

#[test]
fn a_book_imported_into_itself_changes_nothing() {
    let store = full_book();
    let plan = read(&store, exported(&store).as_bytes());
    assert!(plan.changes_nothing());
    assert!(
        crate::book::rows(&plan).iter().all(|r| r.action == Action::Same),
        "{:?}",
        crate::book::rows(&plan)
    );
}

#[test]
fn into_another_book_records_come_by_uid_and_what_differs_stays() {
    let mut store = full_book();
    let text = exported(&store);
    let mut account = store.record(Kind::Account, 1).unwrap();
    account.set("sector", Value::Text("oil".into())).unwrap();
    store.perform(Act::Save(vec![account]), today()).unwrap();
    store.perform(Act::Delete(Kind::Interaction, vec![1]), today()).unwrap();
    let edited = text.replace(
        "\"name\":\"Almazara\"",
        "\"name\":\"Almazara Nueva\",\"sector\":\"wine\",\"site\":\"Jaén\"",
    );
    assert_ne!(edited, text);
    let plan = read(&store, edited.as_bytes());
    let rows = crate::book::rows(&plan);
    let row = rows.iter().find(|r| r.kind == Some(Kind::Account)).unwrap();
    assert_eq!((row.action, row.fields.as_slice()), (Action::Merge, [(Kind::Account, "site")].as_slice()));
    let kept: Vec<_> =
        row.why.iter().filter(|e| e.key == "import-kept").filter_map(|e| e.arg("field")).collect();
    assert_eq!(kept, ["name", "sector"]);
    // The conversation, its promise's link to it and what was learned in it are new again.
    let rows = crate::book::rows(&plan);
    let created: Vec<_> =
        rows.iter().filter(|r| r.action == Action::Create).map(|r| r.kind.unwrap()).collect();
    assert_eq!(created, [Kind::Interaction, Kind::Fact]);
    store.perform(Act::Import(Box::new(plan.batch)), today()).unwrap();
    assert_eq!(store.record(Kind::Account, 1).unwrap().get("sector"), Value::Text("oil".into()));
    assert!(store.check().unwrap().is_empty());
}

#[test]
fn a_broken_record_of_a_book_costs_only_itself_and_what_hangs_on_it() {
    let text = exported(&full_book());
    let ana = text.lines().position(|l| l.contains("\"name\":\"Ana Ruiz\"")).unwrap() + 1;
    let broken = text.replace("\"name\":\"Ana Ruiz\"", "\"name\":\"Ana Ruiz");
    let store = Store::in_memory(clock).unwrap();
    let plan = read(&store, broken.as_bytes());
    assert!(crate::book::rows(&plan).iter().any(|r| r.action == Action::Create));
    let rows = crate::book::rows(&plan);
    let refused = rows.iter().find(|r| r.action == Action::Refuse).unwrap();
    assert!(refused.line >= ana, "{refused:?}");
    let unnamed = text.replace("\"name\":\"Ana Ruiz\"", "\"name\":\"\"");
    let plan = read(&store, unnamed.as_bytes());
    let rows = crate::book::rows(&plan);
    let refused: Vec<_> =
        rows.iter().filter(|r| r.action == Action::Refuse).map(|r| (r.kind, r.why[0].key.as_str())).collect();
    assert_eq!(refused[0], (Some(Kind::Person), "field-required"));
    assert!(refused.iter().all(|(k, key)| *key == "field-required" && *k != Some(Kind::Account)));
}

#[test]
fn what_a_newer_or_edited_document_has_more_is_left_out_and_told() {
    let text = r#"{"format":"cartera-book","version":1,
"account":[{"uid":"a","name":"A\u001b[31m","size":9,"colour":"red","part_of":"nobody"},
 7],
"robot":[{}]}"#;
    let store = Store::in_memory(clock).unwrap();
    let plan = read(&store, text.as_bytes());
    let rows = crate::book::rows(&plan);
    let told: Vec<_> = rows
        .iter()
        .map(|r| {
            (r.line, r.action, r.name.as_str(), r.why.iter().map(|e| e.key.as_str()).collect::<Vec<_>>())
        })
        .collect();
    assert_eq!(
        told,
        [
            (3, Action::Refuse, "", vec!["import-json-record"]),
            (
                2,
                Action::Create,
                "A[31m",
                vec!["import-json-field", "import-json-unknown-field", "import-json-link"]
            ),
            (4, Action::Refuse, "", vec!["import-json-section"]),
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn export_and_import_are_identity(seeds in generated::seeds()) {
        let store = generated::store_of(&seeds, &|_, value| value);
        let text = exported(&store);
        prop_assert!(!text.chars().any(|c| c.is_control() && c != '\n'));
        let back = come_back(&text);
        prop_assert_eq!(rows(&back), rows(&store));
        prop_assert_eq!(exported(&back), text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn no_bytes_make_an_import_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), start in 0..7usize, pieces in prop::collection::vec(piece(), 0..40)) {
        let starts: [&[u8]; 7] = [b"", b"BEGIN:VCARD\n", b"Name,Company\n", b"\xff\xfe", b"{\"format\":\"cartera-book\",\"version\":1,", b"sep=;\nNombre;Apellidos\n", b"\xef\xbb\xbfBEGIN:VCARD\r\nVERSION:2.1\r\n"];
        let mut file = starts[start].to_vec();
        file.extend(pieces.concat());
        file.extend(&bytes);
        file.extend(pieces.concat());
        let mut store = Store::in_memory(clock).unwrap();
        let plan = read(&store, &file);
        for row in crate::book::rows(&plan).iter().filter(|r| r.action == Action::Refuse) {
            prop_assert!(!row.why.is_empty());
        }
        store.perform(Act::Import(Box::new(plan.batch)), today()).unwrap();
        prop_assert!(read(&store, &file).changes_nothing());
    }
}

/// What files are made of.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let pieces: Vec<&[u8]> = vec![
        b"BEGIN:VCARD\r\n",
        b"END:VCARD\r\n",
        b"FN:",
        b"N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:",
        b"=C3=B1",
        b"=\r\n",
        b"TEL;TYPE=\"a,b\":1",
        b"ORG:x;y",
        b"BDAY:",
        b"1980",
        b"--0101",
        b"T10",
        b"EMAIL:a@b",
        b"\r\n",
        b"\n",
        b"\n ",
        b"\\",
        b"\"",
        b",",
        b";",
        b"\t",
        b":",
        b"'=",
        b"[",
        b"]",
        b"{",
        b"}",
        b"\"account\":[",
        b"{\"uid\":\"a\",\"name\":\"b\"}",
        b"Ana",
        b"\xf1",
        b"\0",
        b"AGENT:",
        b"PHOTO;ENCODING=b:",
        b"NOTE;",
        b"LANG:es",
        b"KIND:org",
        b"URL:data:;base64,",
    ];
    prop::sample::select(pieces).prop_map(<[u8]>::to_vec)
}

#[test]
fn namesakes_of_one_file_are_not_made_again() {
    for middle in ["\r\n", "\n", ""] {
        for tail in ["ORG:x;y", "ORG:x;y\r\n"] {
            let once = format!("URL:data:;base64,{middle}URL:data:;base64,{tail}");
            let file = format!("Name,Company\n{once}{once}");
            let mut store = Store::in_memory(clock).unwrap();
            let plan = read(&store, file.as_bytes());
            store.perform(Act::Import(Box::new(plan.batch)), today()).unwrap();
            let again = read(&store, file.as_bytes());
            assert!(again.changes_nothing(), "{file:?} {:?}", crate::book::rows(&again));
        }
    }
}

#[test]
fn figures_of_the_same_indicator_and_period_are_one_although_two_books_entered_them() {
    let rate = |rate, uid: &str| {
        let head = cartera::domain::field::Head { uid: uid.into(), ..Default::default() };
        cartera::domain::rate::Rate {
            head,
            currency: "USD".into(),
            year: Some(2026),
            rate: Some(rate),
            per: None,
        }
    };
    let (mut one, mut other) = (Store::in_memory(clock).unwrap(), Store::in_memory(clock).unwrap());
    one.perform(Act::Save(vec![Box::new(rate(9_000, "a"))]), today()).unwrap();
    other.perform(Act::Save(vec![Box::new(rate(9_500, "b"))]), today()).unwrap();
    let plan = read(&one, exported(&other).as_bytes());
    one.perform(Act::Import(Box::new(plan.batch)), today()).unwrap();
    let rates = one.records(Kind::Rate, 0, 9).unwrap();
    assert_eq!((rates.len(), rates[0].get("rate")), (1, Value::Number(9_000)));
}

#[test]
fn what_keeps_quiet_about_a_record_by_number_does_not_come_into_another_book() {
    let mute = cartera::domain::mute::Mute {
        topic: "kpi-stale".into(),
        subject: Some(7),
        until: Some(plus_days(today(), 30)),
        ..Default::default()
    };
    let (mut one, mut other) = (book(), Store::in_memory(clock).unwrap());
    other.perform(Act::Save(vec![Box::new(mute)]), today()).unwrap();
    let text = exported(&other);
    let plan = read(&one, text.as_bytes());
    assert!(
        crate::book::rows(&plan).iter().any(|r| r.action == Action::Refuse && r.kind == Some(Kind::Mute))
    );
    one.perform(Act::Import(Box::new(plan.batch)), today()).unwrap();
    assert!(one.records(Kind::Mute, 0, 9).unwrap().is_empty());
    assert_eq!(rows(&come_back(&text)), rows(&other));
}
