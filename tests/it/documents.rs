//! The documents about one account: made in both languages, and what of them a client can see.
use cartera::domain::Id;
use cartera::domain::choice::{Channel, ReportKind, Side};
use cartera::domain::client::fields;
use cartera::domain::commitment::Commitment;
use cartera::domain::day::day;
use cartera::domain::field::{Link, Record, Spec};
use cartera::domain::interaction::Interaction;
use cartera::domain::kind::Kind;
use cartera::domain::money::{Currency, Money};
use cartera::domain::period::Period;
use cartera::domain::value::{FieldKind, Value};
use cartera::exchange::demo::build;
use cartera::lang::value::Context;
use cartera::lang::{Lang, Words};
use cartera::report::paper::Paper;
use cartera::report::papers::{Wanted, row};
use cartera::report::{html, markdown, plain, xlsx};
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::query::portrait::Told;

use crate::book::{clock, today};

const ALL: [ReportKind; 5] =
    [ReportKind::Plan, ReportKind::PlanPage, ReportKind::Review, ReportKind::Client, ReportKind::Dossier];

/// Text of a private field in the test that looks for it.
const SECRET: &str = "GEHEIM";

fn demo() -> Store {
    let mut store = Store::in_memory(clock).unwrap();
    build(&mut store, today(), None).unwrap();
    store
}

fn account(store: &Store, name: &str) -> Id {
    store.directory().unwrap().find(Kind::Account, name).unwrap()
}

fn paper(store: &Store, wanted: &Wanted, lang: Lang) -> Paper {
    let (words, directory) = (Words::new(lang), store.directory().unwrap());
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    let row = row(wanted.kind).unwrap();
    let answers: Vec<_> = row.queries(wanted).iter().map(|q| store.ask(q, today()).unwrap()).collect();
    row.make(wanted, &answers, &cx).unwrap().paper
}

fn about(kind: ReportKind, id: Id) -> Wanted {
    Wanted { of: Some((Kind::Account, id)), ..Wanted::new(kind) }
}

#[test]
fn every_document_about_an_account_is_made_in_both_languages() {
    let store = demo();
    for kind in ALL {
        for (name, lang) in [("Nordwind", Lang::En), ("Arce", Lang::Es)] {
            let wanted = about(kind, account(&store, name));
            let said = markdown::paper(&paper(&store, &wanted, lang));
            insta::assert_snapshot!(format!("{kind:?}-{}", lang.code()), said);
        }
    }
}

#[test]
fn an_account_of_which_nothing_is_known_has_its_documents_too() {
    let mut store = Store::in_memory(clock).unwrap();
    let id = crate::book::account(&mut store, "Nuevo");
    for kind in ALL {
        let wanted = about(kind, id);
        assert!(!paper(&store, &wanted, Lang::Es).blocks.is_empty(), "{kind:?}");
    }
}

#[test]
fn what_people_told_in_confidence_is_handed_over_only_where_it_is_asked_for() {
    let mut store = demo();
    let id = account(&store, "Nordwind");
    let person =
        store.people(Some(id), today()).unwrap().iter().find(|p| p.left_on.is_none()).unwrap().person;
    let mut record = store.record(Kind::Person, person).unwrap();
    record.set("personal", Value::Text(SECRET.into())).unwrap();
    store.perform(Act::Save(vec![record]), today()).unwrap();
    let mut wanted = about(ReportKind::Dossier, id);
    assert!(!markdown::paper(&paper(&store, &wanted, Lang::En)).contains(SECRET));
    wanted.personal = true;
    assert!(markdown::paper(&paper(&store, &wanted, Lang::En)).contains(SECRET));
}

/// Other values for a private field: texts that can be found again, or anything else. `ids` are records that a link may lead to.
fn others(kind: FieldKind, before: &Value, ids: &dyn Fn(Kind) -> Vec<Id>) -> Vec<Value> {
    let all = match kind {
        FieldKind::Text | FieldKind::Note => vec![Value::Text(format!("{SECRET} {before:?}"))],
        FieldKind::Texts | FieldKind::Tags => vec![Value::Texts(vec![SECRET.into()])],
        FieldKind::Emails => vec![Value::Texts(vec![format!("{SECRET}@example.org")])],
        FieldKind::Score(low, high) | FieldKind::Count(low, high) => [high, low].map(Value::Number).to_vec(),
        FieldKind::Minutes => [77, 78].map(Value::Number).to_vec(),
        FieldKind::Month => [7, 8].map(Value::Number).to_vec(),
        FieldKind::Percent => [777_700, 990_000, 500_000].map(Value::Number).to_vec(),
        FieldKind::Decimal => [7_777_000, 6_666_000].map(Value::Number).to_vec(),
        FieldKind::Measure if matches!(before, Value::Number(_)) => vec![Value::Number(7_777_000)],
        FieldKind::Money | FieldKind::Measure => {
            vec![Value::Money(Money { minor: 98_765_432, currency: Currency::of("EUR").unwrap() })]
        }
        FieldKind::Choice(set) => set.values.iter().copied().map(Value::Choice).collect(),
        FieldKind::Choices(set) => set.values.iter().map(|name| Value::Choices(vec![name])).collect(),
        FieldKind::Flag => [true, false].map(Value::Flag).to_vec(),
        FieldKind::Day => [day(2026, 10, 7), day(2026, 10, 8)].map(Value::Day).to_vec(),
        FieldKind::Time => vec![Value::Time(chrono::NaiveTime::from_hms_opt(11, 11, 0).unwrap())],
        FieldKind::Period => [3, 4].map(|month| Value::Period(Period::Month(2025, month))).to_vec(),
        FieldKind::Currency => ["USD", "GBP"].map(|name| Value::Text(name.into())).to_vec(),
        FieldKind::Link(to) => ids(to).into_iter().map(Value::Link).collect(),
        FieldKind::Links(to) => ids(to).into_iter().map(|id| Value::Links(vec![id])).collect(),
    };
    all.into_iter().filter(|value| value != before).take(CANDIDATES).collect()
}

/// A record with another value in a field; `nth` says which of them.
fn changed(store: &Store, mut record: Box<dyn Record>, spec: &Spec, nth: usize) -> Option<Box<dyn Record>> {
    let ids = |to: Kind| store.uids(to).unwrap().into_iter().map(|(id, _)| id).collect::<Vec<_>>();
    let value = others(spec.kind, &record.get(spec.name), &ids).into_iter().nth(nth)?;
    record.set(spec.name, value).is_ok().then_some(record)
}

/// Fills the private fields of every record, field by field, as far as the book takes it; gives which were filled.
fn fill(store: &mut Store) -> std::collections::BTreeSet<String> {
    let mut filled = std::collections::BTreeSet::new();
    for kind in Kind::ALL {
        for spec in kind.specs().into_iter().filter(|s| fields(kind).private.contains(&s.name)) {
            let field = format!("{}.{}", kind.name(), spec.name);
            let records = store.records(kind, 0, 100_000).unwrap();
            let ids: Vec<Id> = records.iter().map(|record| record.head().id).collect();
            let all: Vec<_> = records.into_iter().filter_map(|one| changed(store, one, spec, 0)).collect();
            if !all.is_empty() && store.perform(Act::Save(all), today()).is_ok() {
                filled.insert(field);
                continue;
            }
            // One of them breaks a rule of the book: they are saved one by one, and with other values.
            for id in ids.into_iter().take(ONE_BY_ONE) {
                let taken = (0..CANDIDATES).any(|nth| {
                    let one = changed(store, store.record(kind, id).unwrap(), spec, nth);
                    one.is_some_and(|one| store.perform(Act::Save(vec![one]), today()).is_ok())
                });
                if taken {
                    filled.insert(field.clone());
                }
            }
        }
    }
    filled
}

/// All that stands in any part of a workbook.
fn unpacked(workbook: &[u8]) -> String {
    let mut parts = zip::ZipArchive::new(std::io::Cursor::new(workbook)).unwrap();
    let mut all = String::new();
    for at in 0..parts.len() {
        let mut part = parts.by_index(at).unwrap();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut bytes).unwrap();
        all.push_str(&String::from_utf8_lossy(&bytes));
    }
    assert!(all.contains("<worksheet"), "a workbook has sheets");
    all
}
/// How many other values are tried.
const CANDIDATES: usize = 20;

/// How many records are tried one by one where a rule stands against all of them at once.
const ONE_BY_ONE: usize = 20;

/// Private fields that cannot be filled in the demo book by saving a record, and why.
const CANNOT: &[(&str, &str)] = &[
    ("influence.person", "whom a tie is between says which it is: another one is another tie"),
    ("influence.sways", "the same"),
    ("influence.account", "the same"),
    ("involvement.opportunity", "who sits in which buying centre says which place it is"),
    ("involvement.person", "the same"),
    ("whitespace.offering", "what is sold where says which cell it is"),
    ("whitespace.unit", "the same"),
];

/// Everything that is handed out of the document for the client, of every key account and in both languages.
fn seen(store: &Store) -> String {
    let mut all = String::new();
    for name in ["Almazara", "Nordwind", "Arce", "Tramuntana"] {
        let wanted = about(ReportKind::Client, account(store, name));
        for lang in Lang::ALL {
            let paper = paper(store, &wanted, lang);
            all.push_str(&markdown::paper(&paper));
            all.push_str(&html::render(&paper));
            all.push_str(&plain::paper(&paper, None));
            all.push_str(&serde_json::to_string(&paper.blocks).unwrap());
            all.push_str(&unpacked(&xlsx::render(&paper).unwrap()));
        }
    }
    all
}

#[test]
fn a_client_is_shown_an_indicator_only_where_somebody_said_so() {
    let mut store = demo();
    let wanted = about(ReportKind::Client, account(&store, "Nordwind"));
    let said = |store: &Store| markdown::paper(&paper(store, &wanted, Lang::En));
    assert!(
        said(&store).contains("| Response within four hours | Oct 26 | 88.3% | 95% |"),
        "{}",
        said(&store)
    );
    assert!(!said(&store).contains("Days sales outstanding"), "nobody said so");
    let all = store.records(Kind::Kpi, 0, 100).unwrap();
    for (name, shown) in [("Days sales outstanding", true), ("Response within four hours", false)] {
        let mut kpi = all.iter().find(|kpi| kpi.get("name") == Value::Text(name.into())).unwrap().boxed();
        kpi.set("shared", Value::Flag(shown)).unwrap();
        store.perform(Act::Save(vec![kpi]), today()).unwrap();
        assert_eq!(said(&store).contains(name), shown, "{name}");
    }
    assert!(!cartera::domain::kpi::Kpi::fresh().shared);
}

#[test]
fn no_private_field_reaches_the_client() {
    let mut store = demo();
    let before = seen(&store);
    let filled = fill(&mut store);
    let private = Kind::ALL
        .into_iter()
        .flat_map(|kind| fields(kind).private.iter().map(move |field| format!("{}.{field}", kind.name())));
    let missing: Vec<String> = private.filter(|field| !filled.contains(field)).collect();
    let cannot: Vec<&str> = CANNOT.iter().map(|(field, _)| *field).collect();
    assert_eq!(missing, cannot);
    let after = seen(&store);
    assert!(!after.contains(SECRET));
    let other = before.lines().zip(after.lines()).find(|(before, after)| before != after);
    assert!(before == after, "what is private changes what a client is shown: {other:?}");
}

#[test]
fn conversations_of_a_time_are_counted_however_many_came_after_it() {
    let mut store = Store::in_memory(clock).unwrap();
    let id = crate::book::account(&mut store, "Arce");
    let call = |on| -> Box<dyn Record> {
        Box::new(Interaction {
            channel: Some(Channel::Call),
            day: Some(on),
            account: Some(Link(id)),
            text: "x".into(),
            ..Interaction::default()
        })
    };
    let early = [day(2025, 2, 3), day(2025, 5, 4), day(2025, 12, 31)].map(call);
    let late = (0..430).map(|at| call(cartera::domain::day::plus_days(day(2026, 1, 1), at / 2)));
    store.perform(Act::Save(early.into_iter().chain(late).collect()), today()).unwrap();
    let of = |told| store.portrait(id, told, today()).unwrap();
    let year = of(Told::Between(day(2025, 1, 1), day(2025, 12, 31)));
    assert_eq!((year.talked, year.talks.len()), (3, 3));
    assert_eq!(of(Told::Last(3650)).talked, 433, "they are counted, not read");
}

#[test]
fn a_client_is_told_of_the_time_that_was_chosen_and_of_no_other() {
    let mut store = Store::in_memory(clock).unwrap();
    let id = crate::book::account(&mut store, "Arce");
    let ana = crate::book::person(&mut store, "Ana Ruiz", id, &[]);
    for (text, due, done_on) in [
        ("kept in the quarter", day(2025, 2, 10), Some(day(2025, 2, 9))),
        ("due much later", day(2026, 11, 30), None),
        ("kept much later", day(2026, 11, 10), Some(day(2026, 11, 9))),
    ] {
        let promise = Commitment {
            side: Some(Side::Ours),
            text: text.into(),
            account: Some(Link(id)),
            counterpart: Some(Link(ana)),
            due: Some(due),
            done_on,
            ..Commitment::default()
        };
        crate::book::save(&mut store, promise);
    }
    let term = Some((day(2025, 1, 1), day(2025, 3, 31)));
    let said = |kind| markdown::paper(&paper(&store, &Wanted { term, ..about(kind, id) }, Lang::En));
    for kind in [ReportKind::Client, ReportKind::Review, ReportKind::Dossier] {
        let said = said(kind);
        assert!(said.contains("kept in the quarter") && said.contains("1 Jan 2025 – 31 Mar 2025"), "{said}");
        assert!(!said.contains("much later"), "{kind:?}: {said}");
    }
    assert!(said(ReportKind::Client).contains("1 of 1"), "{}", said(ReportKind::Client));
}

#[test]
fn a_document_of_a_time_that_is_over_has_its_figures_and_its_plan() {
    let store = demo();
    let id = account(&store, "Nordwind");
    let term = Some((day(2026, 4, 1), day(2026, 6, 30)));
    for kind in [ReportKind::Plan, ReportKind::PlanPage, ReportKind::Review, ReportKind::Dossier] {
        let said = markdown::paper(&paper(&store, &Wanted { term, ..about(kind, id) }, Lang::En));
        assert!(said.contains("1 Apr 2026 – 30 Jun 2026"), "{kind:?}: {said}");
        assert!(said.contains("Figures and health are those of 30 Jun 2026"), "{kind:?}: {said}");
        assert!(!said.contains("The next 90 days"), "{kind:?}: {said}");
    }
    let long_ago = Some((day(2019, 1, 1), day(2019, 12, 31)));
    let wanted = Wanted { term: long_ago, ..about(ReportKind::PlanPage, id) };
    let said = markdown::paper(&paper(&store, &wanted, Lang::En));
    assert!(said.contains("Nordwind has no plan in this time"), "{said}");
}

#[test]
fn a_client_that_knows_everything_is_told_so_as_a_client() {
    let mut store = Store::in_memory(clock).unwrap();
    let id = crate::book::account(&mut store, "Arce");
    let wanted = about(ReportKind::Bulletin, id);
    let said = markdown::paper(&paper(&store, &wanted, Lang::Es));
    assert!(said.contains("No hay novedades") && !said.contains("Todos lo saben"), "{said}");
}
