//! Tables of any kind of record, and the templates in which they are filled in.
use std::path::{Path, PathBuf};

use cartera::domain::kind::Kind;
use cartera::domain::value::Value;
use cartera::exchange::plan::{Action, Row};
use cartera::exchange::{Options, Plan, template};
use cartera::lang::value::{Context, show};
use cartera::lang::{Lang, Words};
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::journal::everything;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook as Written};

use crate::book::{book, today};

fn plan_in(store: &Store, files: &[PathBuf], options: &Options, lang: Lang) -> Plan {
    let words = Words::new(lang);
    let directory = store.directory().unwrap();
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    cartera::exchange::read(files, options, store, &cx).unwrap()
}

fn plan(store: &Store, files: &[PathBuf]) -> Plan {
    plan_in(store, files, &Options::default(), Lang::Es)
}

fn perform(store: &mut Store, plan: Plan) {
    store.perform(Act::Import(Box::new(plan.batch)), today()).unwrap();
    assert!(store.check().unwrap().is_empty());
}

fn written(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn rows(plan: &Plan) -> Vec<Row> {
    plan.rows(None, 0, 1000).unwrap()
}

fn told(plan: &Plan) -> Vec<(usize, Action, String, Vec<String>)> {
    let keys = |r: &Row| r.why.iter().map(|e| e.key.clone()).collect();
    rows(plan).iter().map(|r| (r.line, r.action, r.name.clone(), keys(r))).collect()
}

/// A field of the one record of a kind of that name, as shown in Spanish.
fn shown(store: &Store, kind: Kind, name: &str, field: &str) -> String {
    let words = Words::new(Lang::Es);
    let directory = store.directory().unwrap();
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    let records = store.records(kind, 0, 1000).unwrap();
    let wanted = Value::Text(name.to_owned());
    let record = records.iter().find(|r| r.get("name") == wanted || r.get("text") == wanted).unwrap();
    let spec = kind.specs().into_iter().find(|s| s.name == field).unwrap();
    show(spec.kind, &record.get(field), &cx)
}

#[test]
fn contracts_under_titles_in_spanish_are_read_and_again_change_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Contratos vigentes;;;;;\n;;;;;\nQué;Cuenta;Valor al año;Fin;Preaviso;Se renueva sola\n\
        # Ejemplo;Arce;1;;;\n\
        Marco 2027;ALMAZARA, S.L.;\"1.200,50 €\";31/12/2027;90;sí\n\
        '=Soporte;Nordwind;;2027-06-30;;\n\
        Otro;Nordwin;;;;\n\
        Raro;Arce;;mañana quizá;;\n";
    let path = written(folder.path(), "lista.csv", text);
    let mut store = book();
    let first = plan(&store, std::slice::from_ref(&path));

    assert_eq!(
        told(&first),
        [
            (5, Action::Create, "Marco 2027".into(), vec![]),
            (6, Action::Create, "=Soporte".into(), vec![]),
            (7, Action::Refuse, "Otro".into(), vec!["import-csv-column".into(), "import-link-none".into()]),
            (
                8,
                Action::Refuse,
                "Raro".into(),
                vec!["import-csv-column".into(), "value-day-unreadable".into()]
            ),
        ]
    );
    assert_eq!(rows(&first)[2].why[1].arg("nearest"), Some("Nordwind"));
    assert_eq!(first.notes[0].key, "import-examples");
    perform(&mut store, first);
    assert_eq!(shown(&store, Kind::Contract, "Marco 2027", "account"), "Almazara");
    assert_eq!(shown(&store, Kind::Contract, "Marco 2027", "value"), "1200,50 €");
    assert_eq!(shown(&store, Kind::Contract, "Marco 2027", "renews"), "sí");
    assert_eq!(shown(&store, Kind::Contract, "=Soporte", "ends_on"), "30 jun 2027");
    let before = everything(&store).unwrap();
    let again = plan(&store, &[path]);
    assert!(again.changes_nothing(), "{:?}", rows(&again));
    perform(&mut store, again);
    assert_eq!(everything(&store).unwrap(), before);
}

#[test]
fn a_table_reads_numbers_and_days_in_the_language_of_its_heads() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(
        folder.path(),
        "x.csv",
        "What,Account,Value per year,End,Notice\nFrame,Arce,\"1,234.50\",2027-12-31,30\n",
    );
    let mut store = book();
    let plan = plan(&store, &[path]);
    perform(&mut store, plan);
    assert_eq!(shown(&store, Kind::Contract, "Frame", "value"), "1234,50 €");
}

#[test]
fn the_sheets_of_a_workbook_lead_to_each_other_in_whatever_order_they_stand() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.xlsx");
    let mut written = Written::new();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let sheet = written.add_worksheet().set_name("Hitos").unwrap();
    for (column, head) in ["Hito", "Iniciativa", "Para"].iter().enumerate() {
        sheet.write_string(0, u16::try_from(column).unwrap(), *head).unwrap();
    }
    sheet.write_string(1, 0, "Firma").unwrap().write_string(1, 1, "Piloto").unwrap();
    sheet.write_datetime_with_format(1, 2, ExcelDateTime::from_ymd(2027, 3, 1).unwrap(), &day).unwrap();
    let sheet = written.add_worksheet().set_name("Iniciativas").unwrap();
    for (column, head) in ["Iniciativa", "Objetivo", "Inicio", "Fin", "Después de"].iter().enumerate() {
        sheet.write_string(0, u16::try_from(column).unwrap(), *head).unwrap();
    }
    for (row, (name, after)) in (1..).zip([("Extensión", "Piloto"), ("Piloto", "")]) {
        sheet.write_string(row, 0, name).unwrap().write_string(row, 1, "Crecer").unwrap();
        sheet
            .write_datetime_with_format(row, 2, ExcelDateTime::from_ymd(2027, 1, 10).unwrap(), &day)
            .unwrap();
        sheet
            .write_datetime_with_format(row, 3, ExcelDateTime::from_ymd(2027, 5, 10).unwrap(), &day)
            .unwrap();
        sheet.write_string(row, 4, after).unwrap();
    }
    let sheet = written.add_worksheet().set_name("Objetivos").unwrap();
    for (column, (head, cell)) in [
        ("Objetivo", "Crecer"),
        ("Plan", "2027"),
        ("Tipo", "crecimiento"),
        ("Relevancia para el cliente", "Les importa"),
        ("Estado", "abierto"),
    ]
    .iter()
    .enumerate()
    {
        let column = u16::try_from(column).unwrap();
        sheet.write_string(0, column, *head).unwrap().write_string(1, column, *cell).unwrap();
    }
    let sheet = written.add_worksheet().set_name("Planes").unwrap();
    for (column, head) in ["Nombre", "Cuenta", "Estado", "Inicio", "Fin"].iter().enumerate() {
        sheet.write_string(0, u16::try_from(column).unwrap(), *head).unwrap();
    }
    sheet
        .write_number(1, 0, 2027)
        .unwrap()
        .write_string(1, 1, "Arce")
        .unwrap()
        .write_string(1, 2, "activo")
        .unwrap();
    sheet.write_datetime_with_format(1, 3, ExcelDateTime::from_ymd(2027, 1, 1).unwrap(), &day).unwrap();
    sheet.write_datetime_with_format(1, 4, ExcelDateTime::from_ymd(2027, 12, 31).unwrap(), &day).unwrap();
    written.add_worksheet().set_name("Apuntes").unwrap().write_string(0, 0, "nada").unwrap();
    written.save(&path).unwrap();
    let mut store = book();
    let first = plan(&store, std::slice::from_ref(&path));
    assert!(rows(&first).iter().all(|r| r.action == Action::Create), "{:?}", rows(&first));
    assert_eq!(rows(&first).len(), 5);
    assert_eq!(first.notes.iter().map(|n| n.key.as_str()).collect::<Vec<_>>(), ["import-sheet-left"]);
    perform(&mut store, first);
    assert_eq!(shown(&store, Kind::Milestone, "Firma", "initiative"), "Piloto");
    assert_eq!(shown(&store, Kind::Milestone, "Firma", "due"), "1 mar 2027");
    assert_eq!(shown(&store, Kind::Initiative, "Extensión", "after"), "Piloto");
    assert!(plan(&store, &[path]).changes_nothing());
}

#[test]
fn a_template_of_every_kind_is_known_again_and_imports_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = book();
    let directory = store.directory().unwrap();
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
        for kind in template::kinds() {
            let csv = folder.path().join("t.csv");
            std::fs::write(&csv, template::csv(kind, &cx)).unwrap();
            let xlsx = folder.path().join("t.xlsx");
            std::fs::write(&xlsx, template::workbook(kind, &cx).unwrap()).unwrap();
            for path in [csv, xlsx] {
                let plan = plan_in(&store, std::slice::from_ref(&path), &Options::default(), lang);
                assert!(plan.is_empty(), "{lang:?} {} {:?}: {:?}", kind.name(), path, rows(&plan));
                let told: Vec<_> = plan.files.iter().filter_map(|f| f.arg("kind")).collect();
                assert_eq!(told, [kind.name()], "{lang:?} {} {:?} {:?}", kind.name(), path, plan.files);
                assert_eq!(plan.files[0].arg("unknown"), Some("none"), "{} {:?}", kind.name(), plan.files);
            }
        }
    }
}

#[test]
fn the_example_of_a_template_is_a_row_that_could_be_imported() {
    let folder = tempfile::tempdir().unwrap();
    let store = book();
    let directory = store.directory().unwrap();
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
        for kind in template::kinds() {
            let text = String::from_utf8(template::csv(kind, &cx)).unwrap();
            // The example without its mark.
            let at = text.rfind("# ").unwrap();
            let (before, example) = text.split_at(at);
            let text = format!("{before}{}", example.trim_start_matches("# "));
            let path = written(folder.path(), &format!("{}.csv", kind.name()), &text);
            let plan = plan_in(&store, &[path], &Options::default(), lang);
            let unreadable =
                rows(&plan).into_iter().flat_map(|r| r.why).find(|e| e.key.starts_with("value-"));
            assert_eq!(unreadable, None, "{lang:?} {}: {text}", kind.name());
            assert!(!plan.is_empty(), "{}", kind.name());
        }
    }
}
