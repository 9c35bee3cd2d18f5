//! Files of phones, mailers and spreadsheets, as those programs write them, read into a book.
use std::path::PathBuf;

use cartera::domain::kind::Kind;
use cartera::domain::value::Value;
use cartera::exchange::plan::{Action, Row};
use cartera::exchange::{Options, Plan};
use cartera::lang::value::Context;
use cartera::lang::{Lang, Words};
use cartera::store::act::Act;
use cartera::store::journal::everything;
use cartera::store::{Outcome, Store};

use crate::book::{book, clock, today};

fn file(name: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files")).join(name)
}

fn plan_with(store: &Store, files: &[PathBuf], options: &Options) -> Plan {
    let words = Words::new(Lang::Es);
    let directory = store.directory().unwrap();
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    cartera::exchange::read(files, options, store, &cx).unwrap()
}

fn plan(store: &Store, files: &[&str]) -> Plan {
    let files: Vec<_> = files.iter().map(|f| file(f)).collect();
    plan_with(store, &files, &Options::default())
}

fn perform(store: &mut Store, plan: Plan) -> Outcome {
    store.perform(Act::Import(Box::new(plan.batch)), today()).unwrap()
}

fn import(store: &mut Store, files: &[&str]) -> Vec<Row> {
    let plan = plan(store, files);
    let rows = crate::book::rows(&plan);
    perform(store, plan);
    assert!(store.check().unwrap().is_empty());
    rows
}

fn empty() -> Store {
    Store::in_memory(clock).unwrap()
}

/// Line, action, name and the first reason of every row.
fn told(rows: &[Row]) -> Vec<(usize, Action, &str, &str)> {
    let why = |r: &Row| r.why.first().map(|e| e.key.clone()).unwrap_or_default();
    rows.iter().map(|r| (r.line, r.action, r.name.as_str(), &*Box::leak(why(r).into_boxed_str()))).collect()
}

/// The fields of the one record of that name, as shown in Spanish.
fn shown(store: &Store, kind: Kind, name: &str, field: &str) -> String {
    let words = Words::new(Lang::Es);
    let directory = store.directory().unwrap();
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    let id = directory.find(kind, name).unwrap();
    let parts = store.parts(kind, id).unwrap();
    let found = parts.iter().find_map(|r| {
        let spec = r.kind().specs().into_iter().find(|s| s.name == field)?;
        Some(cartera::lang::value::show(spec.kind, &r.get(field), &cx))
    });
    found.unwrap()
}

fn person(store: &Store, name: &str, field: &str) -> String {
    shown(store, Kind::Person, name, field)
}

fn count(store: &Store, kind: Kind) -> usize {
    store.records(kind, 0, 10_000).unwrap().len()
}

#[test]
fn an_iphone_card_becomes_a_person_at_the_account_it_names() {
    let mut store = book();
    let rows = import(&mut store, &["iphone.vcf"]);
    assert_eq!(
        told(&rows),
        [
            // `Almazara, S.L.` is Almazara: its other name is kept.
            (1, Action::Merge, "Almazara", "import-why-name"),
            (1, Action::Merge, "Ana Ruiz", "import-why-place"),
            (21, Action::Merge, "María del Mar Soler", "import-why-place"),
            (30, Action::Merge, "Nordwind", "import-why-name"),
        ]
    );
    assert_eq!(shown(&store, Kind::Account, "Almazara", "aliases"), "\"Almazara, S.L.\"");
    assert_eq!(person(&store, "Ana Ruiz", "emails"), "ana.ruiz@almazara.example, ana@casa.example");
    assert_eq!(person(&store, "Ana Ruiz", "phones"), "+34 600 111 222, +34 950 000 001");
    assert_eq!(person(&store, "Ana Ruiz", "title"), "Directora de compras, Compras");
    assert_eq!(person(&store, "Ana Ruiz", "birthday"), "");
    let note = rows[1].why.iter().find(|e| e.key == "import-birthday-year").unwrap();
    assert_eq!(note.arg("text"), Some("12 mar"));
    assert_eq!(
        person(&store, "Ana Ruiz", "personal"),
        "Prefiere llamadas, no correos.\nLe gusta el mar y leer sobre la historia de los olivos de Jaén.\nhttps://almazara.example/equipo"
    );
    assert_eq!(person(&store, "María del Mar Soler", "birthday"), "2 jul 1979");
    assert_eq!(shown(&store, Kind::Account, "Nordwind", "notes"), "+49 40 1234567");
    assert_eq!(count(&store, Kind::Person), 4);
}

#[test]
fn an_android_card_is_read_with_and_without_charset() {
    let mut store = empty();
    let rows = import(&mut store, &["android.vcf"]);
    assert_eq!(
        told(&rows),
        [
            (1, Action::Create, "Peña & Hijos", "import-new-company"),
            (1, Action::Create, "Begoña Núñez", "import-at"),
            (18, Action::Create, "Iñigo Muñoz", ""),
        ]
    );
    assert_eq!(person(&store, "Begoña Núñez", "title"), "Jefa de compras; fábrica");
    assert_eq!(person(&store, "Begoña Núñez", "personal"), "Línea 1\nLínea 2");
    assert_eq!(person(&store, "Begoña Núñez", "aliases"), "Bego");
    // Standard, until a list of clients says otherwise.
    assert_eq!(shown(&store, Kind::Account, "Peña & Hijos", "tier"), "");
}

#[test]
fn an_old_outlook_card_in_latin_1_keeps_its_accents() {
    let mut store = empty();
    let rows = import(&mut store, &["outlook.vcf"]);
    assert_eq!(rows.len(), 2);
    assert_eq!(person(&store, "Iñaki Peña", "personal"), "Reunión en otoño");
    assert_eq!(person(&store, "Iñaki Peña", "phones"), "943 12 34 56, 600 999 000");
    assert_eq!(shown(&store, Kind::Account, "Aceros Muñoz", "name"), "Aceros Muñoz");
}

#[test]
fn a_card_of_version_4_joins_by_name_and_a_group_is_refused() {
    let mut store = book();
    let rows = import(&mut store, &["four.vcf"]);
    assert_eq!(
        told(&rows),
        [
            (1, Action::Merge, "Nordwind", "import-why-name"),
            (1, Action::Merge, "Kerstin Vogel", "import-why-place"),
            (15, Action::Refuse, "Weihnachtskarten", "import-vcard-group"),
            (21, Action::Create, "Tramuntana", ""),
        ]
    );
    assert_eq!(person(&store, "Kerstin Vogel", "phones"), "+49-170-1234567");
    assert_eq!(person(&store, "Kerstin Vogel", "language"), "de");
    assert_eq!(person(&store, "Kerstin Vogel", "title"), "Leiterin Einkauf, Einkauf");
    assert_eq!(shown(&store, Kind::Account, "Tramuntana", "links"), "https://tramuntana.example");
}

#[test]
fn a_list_of_contacts_of_gmail_is_read() {
    let mut store = book();
    let rows = import(&mut store, &["gmail.csv"]);
    assert_eq!(
        told(&rows),
        [
            (2, Action::Merge, "Jordi Mas", "import-why-place"),
            (4, Action::Create, "Zoë Adams", ""),
            (5, Action::Refuse, "+34 911 111 111", "import-no-name"),
        ]
    );
    assert_eq!(person(&store, "Jordi Mas", "phones"), "600 222 333, 93 111 22 33");
    assert_eq!(person(&store, "Jordi Mas", "personal"), "Met at the fair,\nsecond hall");
    assert_eq!(person(&store, "Jordi Mas", "title"), "Head of Operations, Operations");
    // Without a company there is no place for a title and a web page but the person's own notes.
    assert_eq!(person(&store, "Zoë Adams", "personal"), "https://adams.example\nFreelancer");
}

#[test]
fn a_list_of_clients_from_a_spanish_excel_is_read_and_a_bad_cell_refuses_its_row() {
    let mut store = book();
    let plan = plan(&store, &["clientes.csv"]);
    assert_eq!(plan.files[0].arg("encoding"), Some("windows-1252"));
    assert_eq!(plan.files[0].arg("unknown"), Some("NIF"));
    assert_eq!(
        told(&crate::book::rows(&plan)),
        [
            (2, Action::Merge, "Almazara", "import-why-name"),
            (3, Action::Create, "Peña & Hijos", ""),
            (4, Action::Refuse, "Cañería Ibérica", "import-csv-column"),
        ]
    );
    let rows = crate::book::rows(&plan);
    let reason = &rows[2].why[1];
    assert_eq!((reason.key.as_str(), reason.arg("text")), ("value-number-outside", Some("7")));
    perform(&mut store, plan);
    assert_eq!(shown(&store, Kind::Account, "Almazara", "margin"), "32,5 %");
    assert_eq!(shown(&store, Kind::Account, "Almazara", "site"), "Jaén");
    // The apostrophe only kept the spreadsheet from calculating.
    assert_eq!(shown(&store, Kind::Account, "Peña & Hijos", "notes"), "=prefiere facturas en papel");
}

#[test]
fn utf_16_with_tabs_is_read_and_links_by_name_are_found() {
    let mut store = book();
    let rows = import(&mut store, &["personas.txt"]);
    assert_eq!(
        told(&rows),
        [
            (2, Action::Create, "Óscar Güell", "import-at"),
            (3, Action::Merge, "Jordi Mas", "import-why-place"),
            (4, Action::Refuse, "Núria Font", "import-csv-column"),
        ]
    );
    assert_eq!(person(&store, "Óscar Güell", "phones"), "+34 600 444 555");
    assert_eq!(person(&store, "Óscar Güell", "birthday"), "12 mar 1970");
    assert_eq!(person(&store, "Jordi Mas", "reports_to"), "Óscar Güell");
    // A refused person makes no company.
    assert!(store.directory().unwrap().find(Kind::Account, "Tramuntana").is_err());
}

#[test]
fn what_is_broken_is_refused_by_line_and_the_rest_is_taken() {
    let mut store = empty();
    let rows = import(&mut store, &["broken.csv"]);
    assert_eq!(
        told(&rows).into_iter().filter(|r| r.1 == Action::Refuse).collect::<Vec<_>>(),
        [(2, Action::Refuse, "", "import-csv-unclosed"), (4, Action::Refuse, "Too", "import-csv-too-many"),]
    );
    assert_eq!(person(&store, "Jordi Mas", "emails"), "jordi@b.example");
    let mut store = empty();
    let rows = import(&mut store, &["cut.vcf"]);
    assert_eq!(
        told(&rows),
        [
            (1, Action::Refuse, "", "import-vcard-headless"),
            (3, Action::Create, "First", ""),
            (7, Action::Refuse, "Cut", "import-vcard-cut"),
            (11, Action::Create, "Third[2J", ""),
            (15, Action::Refuse, "600123123", "import-no-name"),
            (19, Action::Refuse, "Last", "import-vcard-cut"),
        ]
    );
}

#[test]
fn hostile_cells_come_in_as_harmless_text() {
    let mut store = empty();
    let rows = import(&mut store, &["hostile.csv"]);
    assert!(rows.iter().all(|r| r.action == Action::Create), "{rows:?}");
    let names: Vec<_> = store.directory().unwrap().of(Kind::Person).map(|n| n.name.clone()).collect();
    assert!(names.contains(&"Esc[31mape".to_owned()), "{names:?}");
    assert!(names.contains(&"x".repeat(10_000)));
    assert!(names.contains(&"=cmd|' /C calc'!A0".to_owned()));
    assert_eq!(person(&store, "Esc[31mape", "personal"), "abc");
    assert_eq!(person(&store, "=cmd|' /C calc'!A0", "personal"), "@SUM(1)");
    for words in Lang::ALL.map(Words::new) {
        for line in rows.iter().map(|r| r.say(&words)) {
            assert!(line.chars().count() < 300 && !line.chars().any(char::is_control), "{line}");
        }
    }
}

#[test]
fn the_same_files_again_change_nothing() {
    let all = [
        "iphone.vcf",
        "android.vcf",
        "outlook.vcf",
        "four.vcf",
        "gmail.csv",
        "clientes.csv",
        "personas.txt",
        "broken.csv",
        "hostile.csv",
        "cut.vcf",
    ];
    let mut store = book();
    import(&mut store, &all);
    let before = everything(&store).unwrap();
    let newest = store.next_undo().unwrap().unwrap();
    assert_eq!(newest.label.key, "act-imported");
    let again = plan(&store, &all);
    for row in &crate::book::rows(&again) {
        assert!(matches!(row.action, Action::Same | Action::Refuse), "{row:?}");
    }
    assert!(again.changes_nothing());
    assert_eq!(perform(&mut store, again).entry, None);
    assert_eq!(everything(&store).unwrap(), before);
    assert_eq!(store.next_undo().unwrap().unwrap().id, newest.id);
}

#[test]
fn an_import_of_many_files_is_one_act_that_undo_takes_back() {
    let mut store = book();
    let before = everything(&store).unwrap();
    import(&mut store, &["iphone.vcf", "clientes.csv", "personas.txt"]);
    store.perform(Act::Undo, today()).unwrap();
    assert_eq!(everything(&store).unwrap(), before);
}

#[test]
fn a_file_that_cannot_be_read_stops_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let make = |name: &str, bytes: &[u8]| {
        std::fs::write(folder.path().join(name), bytes).unwrap();
        folder.path().join(name)
    };
    let files = [
        folder.path().join("none.csv"),
        folder.path().to_owned(),
        make("empty.csv", b" \n"),
        make("book", b"SQLite format 3\0rest"),
        make("sheet.csv", b"PK\x03\x04rest"),
        make("page.csv", b"<html>"),
        make("other.json", b"{\"a\": 1}"),
        make("newer.json", b"{\"format\":\"cartera-book\",\"version\":99}"),
        make("unknown.csv", b"foo;bar\n1;2\n"),
        make("both.csv", b"Nombre\nAna\n"),
        file("outlook.vcf"),
    ];
    let store = empty();
    let plan = plan_with(&store, &files, &Options::default());
    let rows = crate::book::rows(&plan);
    let keys: Vec<_> = rows.iter().map(|r| r.why.first().map_or("", |e| e.key.as_str())).collect();
    assert_eq!(
        keys,
        [
            "import-file-missing",
            "import-file-folder",
            "import-empty",
            "import-is-book",
            "sheet-broken",
            "import-unknown-format",
            "import-json-foreign",
            "import-json-newer",
            "import-csv-headers",
            "import-csv-kind",
            "import-new-company",
            "import-at"
        ]
    );
    assert!(crate::book::rows(&plan).iter().take(10).all(|r| r.line == 0 && r.action == Action::Refuse));
}

#[test]
fn columns_and_kind_can_be_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.csv");
    std::fs::write(&path, "Nombre;Dónde;Qué\nAlmazara;Jaén;aceite\n").unwrap();
    let mut store = empty();
    let options = Options::new(Some(Kind::Account), &["dónde=site,Qué=sector".to_owned()]).unwrap();
    let plan = plan_with(&store, std::slice::from_ref(&path), &options);
    perform(&mut store, plan);
    assert_eq!(shown(&store, Kind::Account, "Almazara", "sector"), "aceite");
    assert_eq!(shown(&store, Kind::Account, "Almazara", "site"), "Jaén");
    let options = Options::new(Some(Kind::Account), &["Cuándo=site".to_owned()]).unwrap();
    let words = Words::new(Lang::En);
    let directory = store.directory().unwrap();
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    let refused = cartera::exchange::read(&[path], &options, &store, &cx).unwrap_err();
    assert_eq!((refused.key.as_str(), refused.arg("text")), ("import-map-header", Some("Cuándo")));
}

#[test]
fn people_of_one_file_meet_and_namesakes_stay_apart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.csv");
    let rows = "Name,Company,E-mail,Phone\n\
        Ana Ruiz,Arce,,600 1\n\
        Eva Gil,,eva@x.example,\n\
        Eva Gil Mora,Arce,EVA@x.example,\n\
        ANA RUIZ,Nordwind,,\n\
        Ruiz Ana,Arce SL,,600 2\n\
        Pau,,pau@us.example,\n";
    std::fs::write(&path, rows).unwrap();
    let mut store = empty();
    let colleague = cartera::domain::colleague::Colleague {
        name: "Pau Font".into(),
        emails: vec!["pau@us.example".into()],
        ..Default::default()
    };
    crate::book::save(&mut store, colleague);
    let plan = plan_with(&store, &[path], &Options::default());
    let rows = crate::book::rows(&plan);
    let told: Vec<_> = rows
        .iter()
        .filter(|r| r.kind == Some(Kind::Person))
        .map(|r| (r.line, r.action, r.why.iter().map(|e| e.key.as_str()).collect::<Vec<_>>()))
        .collect();
    assert_eq!(
        told,
        [
            (2, Action::Create, vec!["import-at"]),
            (3, Action::Create, vec![]),
            (4, Action::Merge, vec!["import-why-email", "import-why-line", "import-at"]),
            (5, Action::Create, vec!["import-at", "import-namesake"]),
            (6, Action::Merge, vec!["import-why-place", "import-why-line", "import-at"]),
            (7, Action::Refuse, vec!["import-is-colleague"]),
        ]
    );
    perform(&mut store, plan);
    assert_eq!(person(&store, "Eva Gil", "aliases"), "Eva Gil Mora");
    assert_eq!(count(&store, Kind::Person), 3);
    let arce = store.directory().unwrap().find(Kind::Account, "Arce").unwrap();
    let at_arce = store.records(Kind::Membership, 0, 99).unwrap();
    assert_eq!(at_arce.iter().filter(|m| m.get("account") == Value::Link(arce)).count(), 2);
}

#[test]
fn ten_thousand_contacts_are_imported_without_comparing_each_with_each() {
    use std::fmt::Write as _;
    let mut text = "Name,Company,E-mail,Phone,Title\n".to_owned();
    for i in 0..10_000 {
        let _fits = writeln!(text, "Person {i},Company {},p{i}@x.example,600{i:06},Title", i % 300);
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.csv");
    std::fs::write(&path, text).unwrap();
    let mut store = empty();
    let plan = plan_with(&store, std::slice::from_ref(&path), &Options::default());
    assert_eq!(plan.count(Action::Create), 10_300);
    perform(&mut store, plan);
    assert_eq!(store.directory().unwrap().names.len(), 10_300);
    assert!(plan_with(&store, &[path], &Options::default()).changes_nothing());
}
