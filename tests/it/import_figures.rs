//! Files of figures into a book: what is entered, from where, what is asked, and what is remembered.
use std::path::PathBuf;

use cartera::domain::Id;
use cartera::domain::choice::{Better, Unit};
use cartera::domain::field::Link;
use cartera::domain::kind::Kind;
use cartera::domain::kpi::{Amount, Kpi};
use cartera::domain::value::Value;
use cartera::exchange::figures::{Asked, State};
use cartera::exchange::options::OfFigures;
use cartera::exchange::plan::{FigureRow, Plan};
use cartera::exchange::{self, Options};
use cartera::lang::figure::Mark;
use cartera::lang::value::Context;
use cartera::lang::{Lang, Words};
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::act::figures::{Figure, Figures, Set};
use cartera::store::journal::everything;
use rust_xlsxwriter::Workbook;
use tempfile::TempDir;

use crate::book::{book, save, today};

const ARCE: Id = 2;

/// The people of the examples, with three indicators of Arce.
fn with_kpis() -> Store {
    let mut store = book();
    for (name, measure) in
        [("Ingresos", Unit::Money), ("Puntualidad", Unit::Percent), ("Incidencias", Unit::Number)]
    {
        let kpi =
            Kpi { name: name.into(), account: Some(Link(ARCE)), measure: Some(measure), ..Kpi::fresh() };
        save(&mut store, kpi);
    }
    store
}

struct Files(TempDir);

impl Files {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn csv(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// A book of sheets, each of texts and numbers between semicolons.
    fn xlsx(&self, name: &str, sheets: &[(&str, &str)]) -> PathBuf {
        let mut written = Workbook::new();
        for (name, text) in sheets {
            let sheet = written.add_worksheet().set_name(*name).unwrap();
            for (row, line) in (0..).zip(text.lines()) {
                for (column, cell) in (0..).zip(line.split(';')) {
                    match cell.parse::<f64>() {
                        Ok(number) => sheet.write(row, column, number).unwrap(),
                        Err(_) => sheet.write(row, column, cell).unwrap(),
                    };
                }
            }
        }
        let path = self.0.path().join(name);
        written.save(&path).unwrap();
        path
    }
}

fn plan_as(store: &Store, file: &PathBuf, options: &Options) -> Plan {
    let words = Words::new(Lang::Es);
    let directory = store.directory().unwrap();
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    exchange::read(std::slice::from_ref(file), options, store, &cx).unwrap()
}

fn plan(store: &Store, file: &PathBuf) -> Plan {
    plan_as(store, file, &Options::default())
}

fn asked(asked: Asked, create: bool) -> Options {
    Options::default().with_figures(OfFigures { asked, create })
}

fn perform(store: &mut Store, plan: Plan) {
    store.perform(Act::Import(Box::new(plan.batch)), today()).unwrap();
    for (shape, answer) in &plan.answers {
        store.keep_layout(shape, answer).unwrap();
    }
    assert!(store.check().unwrap().is_empty());
}

/// Keys of why the file or its rows are refused.
fn refused(plan: &Plan) -> Vec<String> {
    crate::book::rows(plan).into_iter().flat_map(|r| r.why.into_iter().map(|w| w.key)).collect()
}

fn told(plan: &Plan) -> Vec<String> {
    let words = Words::new(Lang::Es);
    plan.figures
        .rows
        .iter()
        .map(|r| {
            let line = r.say(cartera::domain::period::CompanyYear::default(), &words);
            line.split_once(':').map(|(_, rest)| rest.to_owned()).unwrap()
        })
        .collect()
}

fn actuals(store: &Store) -> usize {
    store.records(Kind::Actual, 0, 1000).unwrap().len()
}

const MONTHS: &str =
    "Cuenta;Indicador;oct 26;nov 26\nArce;Ingresos;1.234,56;1.300\nArce;Puntualidad;95,5 %;94 %\n";

#[test]
fn figures_are_entered_with_the_file_the_day_and_the_name() {
    let (mut store, files) = (with_kpis(), Files::new());
    let file = files.csv("cierre.csv", MONTHS);
    let before = everything(&store).unwrap();
    let first = plan(&store, &file);
    assert_eq!((first.figures.new, first.figures.refused), (4, 0));
    assert_eq!(
        told(&first),
        [
            "2 · nueva · Arce · Ingresos · oct 26 · 1234,56 €",
            "2 · nueva · Arce · Ingresos · nov 26 · 1300 €",
            "3 · nueva · Arce · Puntualidad · oct 26 · 95,5 %",
            "3 · nueva · Arce · Puntualidad · nov 26 · 94 %",
        ]
    );
    perform(&mut store, first);
    let record = store.record(Kind::Actual, 1).unwrap();
    assert_eq!(record.get("source"), Value::Text("cierre.csv".into()));
    assert_eq!(record.get("entered_on"), Value::Day(today()));
    assert_eq!(
        store.journal(None, 1).unwrap()[0].label.to_string(),
        "act-figures count=4 name=Ingresos, Puntualidad"
    );

    let again = plan(&store, &file);
    assert_eq!((again.figures.same, again.figures.new), (4, 0));
    assert!(again.changes_nothing());
    store.perform(Act::Undo, today()).unwrap();
    assert_eq!(everything(&store).unwrap(), before);
}

#[test]
fn what_is_there_already_is_shown_beside_what_comes() {
    let (mut store, files) = (with_kpis(), Files::new());
    let first = plan(&store, &files.csv("a.csv", MONTHS));
    perform(&mut store, first);
    let changed = MONTHS.replace("1.300", "13.001,5").replace("94 %", "-");
    let second = plan(&store, &files.csv("b.csv", &changed));
    assert_eq!(
        told(&second),
        ["2 · cambia · Arce · Ingresos · nov 26 · 1300 € → 13.001,50 € · cambia al menos diez veces"]
    );
    assert_eq!((second.figures.changed, second.figures.same, second.figures.doubtful), (1, 2, 1));
}

#[test]
fn an_ambiguous_column_is_refused_until_it_is_answered_and_the_answer_is_remembered() {
    let (mut store, files) = (with_kpis(), Files::new());
    let text = "Cuenta;Indicador;oct 26\nArce;Incidencias;1.234\n";
    let open = plan(&store, &files.csv("oct.csv", text));
    assert_eq!(refused(&open), ["import-figures-ambiguous"]);
    let rows = crate::book::rows(&open);
    let why = &rows[0].why[0];
    assert_eq!(
        (why.arg("columns"), why.arg("comma"), why.arg("point")),
        (Some("oct 26"), Some("1234"), Some("1,234"))
    );
    assert!(open.changes_nothing());
    let comma = Asked { decimal: Some(Mark::Comma), ..Asked::default() };
    let answered = plan_as(&store, &files.csv("oct.csv", text), &asked(comma, false));
    assert_eq!(told(&answered), ["2 · nueva · Arce · Incidencias · oct 26 · 1234"]);
    perform(&mut store, answered);
    // Next month's file has another month and another name.
    let next = plan(&store, &files.csv("nov.csv", &text.replace("oct", "nov").replace("1.234", "1.235")));
    assert_eq!(told(&next), ["2 · nueva · Arce · Incidencias · nov 26 · 1235"]);
    assert!(next.notes.iter().any(|n| n.key == "import-as-before" && n.arg("decimal") == Some(",")));
}

#[test]
fn strange_headers_are_mapped_once() {
    let (mut store, files) = (with_kpis(), Files::new());
    let text = "Kunde;Kennzahl;Monat;Wert\nArce;Incidencias;nov 26;7\n";
    let file = files.csv("werte.csv", text);
    let map = Options::new(None, &["Kunde=account,Kennzahl=kpi,Monat=period,Wert=value".to_owned()]).unwrap();
    let first = plan_as(&store, &file, &map.with_figures(OfFigures::default()));
    assert_eq!(told(&first), ["2 · nueva · Arce · Incidencias · nov 26 · 7"]);
    perform(&mut store, first);
    let next = plan(&store, &files.csv("mehr.csv", &text.replace('7', "8")));
    assert_eq!(told(&next), ["2 · cambia · Arce · Incidencias · nov 26 · 7 → 8"]);
}

#[test]
fn one_sheet_of_several_is_named_once() {
    let (mut store, files) = (with_kpis(), Files::new());
    let table = "Cuenta;Indicador;nov 26\nArce;Incidencias;3";
    let sheets = [("Datos", table), ("Resumen", table), ("Notas", "nada")];
    let file = files.xlsx("cierre.xlsx", &sheets);
    let open = plan(&store, &file);
    assert_eq!(refused(&open), ["import-which-sheet"]);
    assert_eq!(crate::book::rows(&open)[0].why[0].arg("sheets"), Some("Datos, Resumen"));
    let named = |name: &str| asked(Asked { sheets: vec![name.into()], ..Asked::default() }, false);
    assert_eq!(refused(&plan_as(&store, &file, &named("Hoja9"))), ["import-no-sheet"]);
    let chosen = plan_as(&store, &file, &named("datos"));
    assert_eq!(told(&chosen), ["Datos!C2 · nueva · Arce · Incidencias · nov 26 · 3"]);
    perform(&mut store, chosen);
    assert!(plan(&store, &file).changes_nothing());
    assert!(refused(&plan(&store, &file)).is_empty());
}

#[test]
fn names_that_are_not_known_are_told_with_the_nearest_and_made_if_wanted() {
    let (mut store, files) = (with_kpis(), Files::new());
    let text = "Cuenta;Indicador;oct 26;nov 26\nArce;Ingreso;1,5 €;2,5 €\nMoltke;Calidad;91 %;92 %\nMoltke;Pedidos;5;6\n";
    let file = files.csv("f.csv", text);
    let plain = plan(&store, &file);
    let notes: Vec<_> = plain.notes.iter().map(ToString::to_string).collect();
    assert_eq!(
        notes,
        [
            "import-unknown-account name=Moltke count=4 nearest=none",
            "import-unknown-kpi name=Ingreso account=Arce count=2 nearest=Ingresos",
        ]
    );
    assert!(plain.changes_nothing() && plain.figures.rows.iter().all(FigureRow::lacks_name));
    let made = plan_as(&store, &file, &asked(Asked::default(), true));
    assert_eq!((made.figures.new, made.figures.refused, made.len()), (6, 0, 4));
    perform(&mut store, made);
    assert_eq!(actuals(&store), 6);
    let account = store.directory().unwrap().find(Kind::Account, "Moltke").unwrap();
    let kpis = store.records(Kind::Kpi, 0, 100).unwrap();
    let of = |name: &str| kpis.iter().find(|k| k.get("name") == Value::Text(name.into())).unwrap();
    assert_eq!(of("Calidad").get("measure"), Value::Choice("percent"));
    assert_eq!(of("Calidad").get("nature"), Value::Choice("stock"));
    assert_eq!(of("Calidad").get("account"), Value::Link(account));
    assert_eq!(of("Ingreso").get("measure"), Value::Choice("money"));
    assert!(plan(&store, &file).changes_nothing());
    store.perform(Act::Undo, today()).unwrap();
    assert_eq!((actuals(&store), store.records(Kind::Kpi, 0, 100).unwrap().len()), (0, 3));
}

#[test]
fn a_target_keeps_the_upper_end_of_its_band() {
    let (mut store, files) = (with_kpis(), Files::new());
    let band =
        Kpi { name: "Stock".into(), account: Some(Link(ARCE)), better: Some(Better::Band), ..Kpi::fresh() };
    let kpi = save(&mut store, band);
    let period = "2026-11".parse().unwrap();
    let set = Set::Target(Some((Amount::Plain(10_000), Some(Amount::Plain(90_000)))));
    let cells = vec![Figure { kpi, period, set }];
    store.perform(Act::Figures(Figures { cells, source: String::new() }), today()).unwrap();
    let targets = asked(Asked { targets: true, ..Asked::default() }, false);
    let file = files.csv("t.csv", "Cuenta;Indicador;nov 26\nArce;Stock;2\n");
    let plan = plan_as(&store, &file, &targets);
    assert_eq!(told(&plan), ["2 · cambia · Arce · Stock · nov 26 · objetivo · 1 → 2"]);
    perform(&mut store, plan);
    let record = store.record(Kind::Target, 1).unwrap();
    assert_eq!((record.get("value"), record.get("high")), (Value::Number(20_000), Value::Number(90_000)));
}

#[test]
fn figures_and_people_come_in_as_one_act() {
    let (mut store, files) = (with_kpis(), Files::new());
    let people = files.csv("personas.csv", "Nombre;Empresa;Cargo\nLuis Gil;Arce;Comprador\n");
    let figures = files.csv("cierre.csv", MONTHS);
    let words = Words::new(Lang::Es);
    let directory = store.directory().unwrap();
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    let plan = exchange::read(&[people, figures], &Options::default(), &store, &cx).unwrap();
    let entries = store.journal(None, 100).unwrap().len();
    perform(&mut store, plan);
    assert_eq!(actuals(&store), 4);
    assert!(store.directory().unwrap().find(Kind::Person, "Luis Gil").is_ok());
    assert_eq!(store.journal(None, 100).unwrap().len(), entries + 1);
}

#[test]
fn a_spreadsheet_of_clients_is_read_with_what_they_buy_a_year() {
    let (mut store, files) = (with_kpis(), Files::new());
    let list =
        plan(&store, &files.xlsx("c.xlsx", &[("Hoja1", "Cliente;Sector;Facturación\nOlivos;Aceite;98000")]));
    assert_eq!(refused(&list), [""; 0]);
    perform(&mut store, list);
    let all = store.portfolio(today()).unwrap();
    let client = all.clients.iter().find(|c| c.name == "Olivos").unwrap();
    assert_eq!(client.revenue.amount, Ok(98_000.0));
}

#[test]
fn what_holds_no_figures_says_which_columns_it_has() {
    let (store, files) = (with_kpis(), Files::new());
    let none = plan(&store, &files.xlsx("x.xlsx", &[("Hoja1", "Kunde;Wert\nArce;7")]));
    assert_eq!(refused(&none), ["import-no-figures"]);
    assert_eq!(crate::book::rows(&none)[0].why[0].arg("headers"), Some("kunde, wert"));
    let broken = files.csv("cut.xlsx", "PK\u{3}\u{4} cut");
    assert_eq!(refused(&plan(&store, &broken)), ["sheet-broken"]);
    let several = files.csv("r.csv", "Cuenta;Indicador;nov 26\nArce;Incidencias;abc\nArce;Ingresos;5\n");
    let some = plan(&store, &several);
    assert_eq!((some.figures.new, some.figures.refused), (1, 1));
    assert!(matches!(&some.figures.rows[0].state, State::Refused(why) if why.key == "figures-unreadable"));
}
