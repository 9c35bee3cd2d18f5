//! What the columns of a table are is said in the preview, and remembered for the next file of that shape.
use cartera::command::Msg;
use cartera::domain::field::Record;
use cartera::domain::kind::Kind;
use cartera::domain::value::Value;
use cartera::lang::Lang;
use cartera::ui::Theme;

use crate::book::book;
use crate::cli::User;
use crate::whole::Stage;

fn dropped(lang: Lang, size: (u16, u16), name: &str, text: &str) -> (Stage, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(name), text).unwrap();
    let mut stage = Stage::of(book(), lang, Theme::Terminal, size);
    stage.tell(Msg::Pasted(folder.path().join(name).display().to_string()));
    (stage, folder)
}

fn all(stage: &Stage, kind: Kind) -> Vec<Box<dyn Record>> {
    stage.outside.store.records(kind, 0, 100).unwrap()
}

fn is_called(record: &dyn Record, name: &str) -> bool {
    record.get("name") == Value::Text(name.to_owned())
}

/// How many are called so, and how many others there are.
fn count(stage: &Stage, kind: Kind, name: &str) -> (usize, usize) {
    let all = all(stage, kind);
    let so = all.iter().filter(|record| is_called(record.as_ref(), name)).count();
    (so, all.len() - so)
}

fn field(stage: &Stage, kind: Kind, name: &str, field: &str) -> Value {
    let found = all(stage, kind).into_iter().find(|record| is_called(record.as_ref(), name));
    found.unwrap().get(field)
}

/// Takes a value of the question that is open.
fn pick(stage: &mut Stage, text: &str) {
    stage.text(text);
    stage.keys("Enter");
}

#[test]
fn a_column_that_is_left_out_is_given_a_field_and_the_next_file_of_that_shape_knows_it() {
    let (mut stage, folder) = dropped(Lang::En, (120, 30), "firms.csv", "Cliente;Nave\nTramuntana;Palma\n");
    assert!(stage.shows("columns left out: Nave"), "{}", stage.screen());
    stage.keys("c");
    let screen = stage.screen();
    let shown: Vec<&str> = screen.lines().skip(8).take(8).collect();
    insta::assert_snapshot!(shown.join("\n"));
    stage.keys("Enter");
    pick(&mut stage, "site");
    assert!(stage.shows("said by you"), "{}", stage.screen());
    stage.keys("Esc");
    assert!(!stage.shows("columns left out: Nave"), "{}", stage.screen());
    stage.keys("Enter");
    assert_eq!(field(&stage, Kind::Account, "Tramuntana", "site"), Value::Text("Palma".into()));
    std::fs::write(folder.path().join("more.csv"), "Cliente;Nave\nVega;Soria\n").unwrap();
    stage.tell(Msg::Pasted(folder.path().join("more.csv").display().to_string()));
    assert!(stage.shows("the columns are what you said the last time"), "{}", stage.screen());
    stage.keys("Enter");
    assert_eq!(field(&stage, Kind::Account, "Vega", "site"), Value::Text("Soria".into()));
}

#[test]
fn a_file_of_which_nothing_is_understood_is_told_what_its_rows_and_columns_are() {
    let (mut stage, _folder) = dropped(Lang::Es, (120, 30), "x.csv", "AA;BB;CC\nLimpieza;Arce;31.12.2027\n");
    assert!(stage.shows("c dice qué son"), "{}", stage.screen());
    stage.keys("c Down Enter");
    assert!(stage.shows("Di primero qué son las filas"), "{}", stage.screen());
    stage.keys("Up Enter");
    pick(&mut stage, "contratos");
    assert!(stage.shows("Falta aún"), "{}", stage.screen());
    for (key, name) in [("Down", "name"), ("Down", "account"), ("Down", "ends_on")] {
        stage.keys(key);
        stage.keys("Enter");
        pick(&mut stage, name);
    }
    assert!(!stage.shows("Falta aún"), "{}", stage.screen());
    stage.keys("Esc Enter");
    assert_eq!(count(&stage, Kind::Contract, "Limpieza"), (1, 0), "{}", stage.screen());
    assert_ne!(field(&stage, Kind::Contract, "Limpieza", "ends_on"), Value::Empty);
}

#[test]
fn what_the_program_believes_can_be_said_otherwise_and_taken_back() {
    let text = "Name;Company;Remark\nEva Gil;Arce;Evita\n";
    let (mut stage, _folder) = dropped(Lang::En, (80, 24), "people.csv", text);
    stage.keys("c");
    assert!(stage.shows("What the columns are"), "{}", stage.screen());
    // The column that is not understood is stood on; another of the same field is left out for it.
    stage.keys("Enter");
    pick(&mut stage, "leave out");
    stage.keys("Up Up Enter");
    pick(&mut stage, "aliases");
    stage.keys("Down Down Enter");
    pick(&mut stage, "name");
    stage.keys("Esc Enter");
    assert_eq!(count(&stage, Kind::Person, "Evita").0, 1, "{}", stage.screen());
    assert_eq!(field(&stage, Kind::Person, "Evita", "aliases"), Value::Texts(vec!["Eva Gil".into()]));
    let (mut stage, _folder) = dropped(Lang::En, (80, 24), "people.csv", text);
    stage.keys("c Enter");
    pick(&mut stage, "aliases");
    assert!(stage.shows("said by you"), "{}", stage.screen());
    stage.keys("Enter");
    pick(&mut stage, "understands");
    assert!(!stage.shows("said by you"), "{}", stage.screen());
}

#[test]
fn what_is_no_table_has_no_columns_to_say() {
    let card = "BEGIN:VCARD\nVERSION:3.0\nFN:Marta Gil\nORG:Arce\nEND:VCARD\n";
    let (mut stage, _folder) = dropped(Lang::En, (80, 24), "a.vcf", card);
    stage.keys("c");
    assert!(stage.shows("no table in these files"), "{}", stage.screen());
}

#[test]
fn records_of_a_table_are_left_out_taken_for_new_or_merged_into_one_of_the_book() {
    let text = "What;Account;Start;End\nCleaning;Arce;2026-01-01;2026-12-31\n";
    let (mut stage, folder) = dropped(Lang::En, (120, 30), "contracts.csv", text);
    stage.keys("Enter");
    assert_eq!(count(&stage, Kind::Contract, "Cleaning"), (1, 0), "{}", stage.screen());
    let again = |stage: &mut Stage, text: &str| {
        std::fs::write(folder.path().join("contracts.csv"), text).unwrap();
        stage.tell(Msg::Pasted(folder.path().join("contracts.csv").display().to_string()));
    };
    // The same again: new all the same, or not.
    again(&mut stage, text);
    assert!(stage.shows("1 the same"), "{}", stage.screen());
    stage.keys("n");
    assert!(stage.shows("1 new"), "{}", stage.screen());
    stage.keys("n");
    assert!(stage.shows("1 the same"), "{}", stage.screen());
    stage.keys("Esc");
    // Of that name from another day on: new, unless somebody says that it is the same.
    let later = "What;Account;Start;End;Notes\nCleaning;Arce;2027-01-01;2027-12-31;renewed\n";
    again(&mut stage, later);
    assert!(stage.shows("1 new"), "{}", stage.screen());
    stage.keys("m");
    assert!(stage.shows("1 merged"), "{}", stage.screen());
    stage.keys("x");
    assert!(stage.shows("1 skipped"), "{}", stage.screen());
    stage.keys("x m Enter");
    assert_eq!(count(&stage, Kind::Contract, "Cleaning"), (1, 0), "{}", stage.screen());
    stage.keys("Esc");
    again(&mut stage, "What;Account;Start;End\nCleaning;Arce;2028-01-01;2028-12-31\n");
    stage.keys("Enter");
    assert_eq!(count(&stage, Kind::Contract, "Cleaning"), (2, 0), "{}", stage.screen());
}

#[test]
fn what_was_mapped_on_the_shell_is_remembered_too_and_what_is_said_now_counts() {
    let user = User::with_book("en");
    let file = user.write("firms.csv", "Firm;Town\nAcme;Jaén\n");
    user.ok(&["import", &file, "--kind", "account", "--map", "Firm=name,Town=site"]);
    user.write("firms.csv", "Firm;Town\nVega;Soria\n");
    let told = user.run(&["import", &file]);
    assert_eq!(told.code, 0, "{told:?}");
    assert!(told.err.contains("what you said the last time"), "{told:?}");
    assert_eq!(user.json(&["account", "show", "vega"])["site"], "Soria");
    user.write("firms.csv", "Firm;Town\nLuna;Lugo\n");
    user.ok(&["import", &file, "--kind", "account", "--map", "Firm=name,Town=ignore"]);
    assert_eq!(user.json(&["account", "show", "luna"])["site"], serde_json::Value::Null);
}
