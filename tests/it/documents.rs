//! The documents about one account: made in both languages, and what of them a client can see.
use cartera::domain::Id;
use cartera::domain::choice::ReportKind;
use cartera::domain::client::fields;
use cartera::domain::kind::Kind;
use cartera::domain::money::{Currency, Money};
use cartera::domain::value::{FieldKind, Value};
use cartera::exchange::demo::build;
use cartera::lang::value::Context;
use cartera::lang::{Lang, Words};
use cartera::report::paper::Paper;
use cartera::report::papers::{Wanted, row};
use cartera::report::{html, markdown, plain, xlsx};
use cartera::store::Store;
use cartera::store::act::Act;

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

/// Something else for a private field: a text that can be found again, or another value.
fn other(kind: FieldKind, before: &Value) -> Option<Value> {
    Some(match kind {
        FieldKind::Text | FieldKind::Note => Value::Text(format!("{SECRET} {before:?}")),
        FieldKind::Texts | FieldKind::Tags => Value::Texts(vec![SECRET.into()]),
        FieldKind::Emails => Value::Texts(vec![format!("{SECRET}@example.org")]),
        FieldKind::Score(low, high) => Value::Number(if *before == Value::Number(low) { high } else { low }),
        FieldKind::Percent => Value::Number(777_700),
        FieldKind::Money => Value::Money(Money { minor: 98_765_432, currency: Currency::of("EUR").unwrap() }),
        FieldKind::Choice(set) => {
            let names = set.values.iter();
            Value::Choice(names.copied().find(|name| *before != Value::Choice(name))?)
        }
        FieldKind::Flag => Value::Flag(*before != Value::Flag(true)),
        FieldKind::Day
        | FieldKind::Time
        | FieldKind::Minutes
        | FieldKind::Count(..)
        | FieldKind::Decimal
        | FieldKind::Measure
        | FieldKind::Period
        | FieldKind::Currency
        | FieldKind::Month
        | FieldKind::Choices(_)
        | FieldKind::Link(_)
        | FieldKind::Links(_) => return None,
    })
}

/// Fills the private fields of every record, each by itself, as far as the book takes it; gives how many fields were filled.
fn fill(store: &mut Store) -> std::collections::BTreeSet<String> {
    let mut filled = std::collections::BTreeSet::new();
    for kind in Kind::ALL {
        for record in store.records(kind, 0, 100_000).unwrap().into_iter().take(60) {
            let id = record.head().id;
            for spec in kind.specs().into_iter().filter(|s| fields(kind).private.contains(&s.name)) {
                let mut record = store.record(kind, id).unwrap();
                let Some(value) = other(spec.kind, &record.get(spec.name)) else { continue };
                if record.set(spec.name, value).is_ok()
                    && store.perform(Act::Save(vec![record]), today()).is_ok()
                {
                    filled.insert(format!("{}.{}", kind.name(), spec.name));
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
    for field in [
        "membership.stance",
        "membership.influence",
        "membership.interest",
        "person.personal",
        "insight.name",
        "insight.text",
        "account.margin",
        "account.notes",
        "competitor.notes",
        "decision.why",
        "problem.cause",
        "plan.threats",
        "perk.cost",
    ] {
        assert!(filled.contains(field), "{field} was not filled: {filled:?}");
    }
    let after = seen(&store);
    assert!(!after.contains(SECRET));
    assert!(before == after, "what is private changes what a client is shown");
}
