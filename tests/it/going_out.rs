//! What goes out in the formats of other programs comes back as it was, on the fields that the format holds.
use std::io::Read as _;
use std::path::PathBuf;

use cartera::domain::account::Account;
use cartera::domain::choice::{Channel, Side, Tier};
use cartera::domain::commitment::Commitment;
use cartera::domain::day::day;
use cartera::domain::field::Link;
use cartera::domain::interaction::Interaction;
use cartera::domain::kind::Kind;
use cartera::domain::opportunity::Contract;
use cartera::domain::person::{Membership, Person};
use cartera::domain::text::clean_line;
use cartera::domain::value::Value;
use cartera::exchange::Options;
use cartera::exchange::out::cards::{self, Style, Version};
use cartera::exchange::out::grid::Tables;
use cartera::exchange::out::{calendar, workbook};
use cartera::exchange::plan::Action;
use cartera::exchange::sheet::{Cell, Workbook};
use cartera::lang::value::Context;
use cartera::lang::{Lang, Words};
use cartera::store::Store;
use cartera::store::act::Act;
use proptest::prelude::*;

use crate::book::{account, book, clock, save, today};

fn with_cx<T>(store: &Store, lang: Lang, then: impl FnOnce(&Context<'_>) -> T) -> T {
    let (words, directory) = (Words::new(lang), store.directory().unwrap());
    then(&Context { words: &words, today: today(), directory: &directory, scope: None })
}

fn cards_of(store: &Store, version: Version) -> String {
    let rows = store.people(None, today()).unwrap();
    let people: Vec<_> = rows.iter().map(|r| (r.person, r.membership)).collect();
    let mut out = Vec::new();
    let style = Style { version, personal: true };
    with_cx(store, Lang::En, |cx| cards::people(store, &people, style, cx, &mut out).unwrap());
    String::from_utf8(out).unwrap()
}

fn calendar_of(store: &Store) -> String {
    let mut out = Vec::new();
    with_cx(store, Lang::Es, |cx| calendar::write(store, None, cx, &mut out).unwrap());
    String::from_utf8(out).unwrap()
}

fn import(store: &mut Store, text: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = folder.path().join("cards.vcf");
    std::fs::write(&path, text).unwrap();
    let plan = with_cx(store, Lang::En, |cx| {
        cartera::exchange::read(&[path], &Options::default(), store, cx).unwrap()
    });
    assert_eq!(plan.count(Action::Refuse), 0);
    store.perform(Act::Import(Box::new(plan.batch)), today()).unwrap();
}

/// What people write, on one line.
fn line() -> impl Strategy<Value = String> {
    "[A-Za-zÀ-ÿ0-9 ,;:\\\\\"'=+.-]{1,40}".prop_map(|text| format!("x{}", clean_line(&text)))
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    prop::collection::hash_set(line(), 0..4).prop_map(|set| set.into_iter().collect())
}

prop_compose! {
    fn person()(
        name in "[A-Z][a-zà-ÿ]{1,9}( [A-Z][a-zà-ÿ]{1,9}){0,3}",
        aliases in texts(),
        tags in texts(),
        phones in prop::collection::hash_set("\\+34 6[0-9]{2} [0-9]{3} [0-9]{3}", 0..3),
        emails in prop::collection::hash_set("[a-z]{1,8}@[a-z]{1,8}\\.es", 0..3),
        language in prop::sample::select(vec!["", "es", "pt-BR", "Español", "English, please"]),
        personal in prop_oneof![Just(String::new()), line(), (line(), line()).prop_map(|(a, b)| format!("{a}\n{b}"))],
        born in prop::option::of((1930..2010_i32, 1..=12_u32, 1..=28_u32)),
    ) -> Person {
        Person {
            aliases: aliases.into_iter().filter(|a| *a != name).collect(),
            name,
            tags,
            phones: phones.into_iter().collect(),
            emails: emails.into_iter().collect(),
            language: language.into(),
            personal,
            birthday: born.map(|(y, m, d)| day(y, m, d)),
            ..Person::default()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn a_card_brings_back_what_it_holds(person in person(), title in prop_oneof![Just(String::new()), line()], company in line(), v4 in any::<bool>()) {
        let mut store = Store::in_memory(clock).unwrap();
        let at = account(&mut store, &company);
        let place = Membership { account: Some(Link(at)), title, ..Membership::default() };
        store.perform(Act::Save(vec![Box::new(person), Box::new(place)]), today()).unwrap();
        let text = cards_of(&store, if v4 { Version::V4 } else { Version::V3 });
        prop_assert!(text.split("\r\n").all(|l| l.len() <= 75));
        let mut back = Store::in_memory(clock).unwrap();
        import(&mut back, &text);
        let one = |store: &Store, kind: Kind| store.records(kind, 0, 9).unwrap();
        for (kind, field, _) in cards::FIELDS.iter().filter(|(k, ..)| *k != Kind::Account) {
            let value = |store: &Store| one(store, *kind)[0].get(field);
            prop_assert_eq!(value(&back), value(&store), "{} {}", field, &text);
        }
        prop_assert_eq!(one(&back, Kind::Account)[0].get("name"), Value::Text(clean_line(&company)));
    }
}

fn plan_of(store: &Store, text: &str) -> cartera::exchange::Plan {
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = folder.path().join("cards.vcf");
    std::fs::write(&path, text).unwrap();
    with_cx(store, Lang::En, |cx| cartera::exchange::read(&[path], &Options::default(), store, cx).unwrap())
}

#[test]
fn a_card_that_was_changed_outside_meets_its_person_by_uid_and_the_same_cards_change_nothing() {
    let mut store = book();
    let text = cards_of(&store, Version::V4);
    assert!(plan_of(&store, &text).changes_nothing());
    // On the telephone she has taken another surname, another company stands on her card, and she has an address.
    let changed = text
        .replace("FN:Ana Ruiz\r\n", "FN:Ana Gil\r\nEMAIL:ana@otra.es\r\n")
        .replace("N:Ruiz;Ana;;;", "N:Gil;Ana;;;");
    assert_ne!(changed, text);
    let people = store.records(Kind::Person, 0, 99).unwrap().len();
    import(&mut store, &changed);
    let ana = store.record(Kind::Person, 1).unwrap();
    assert_eq!(ana.get("name"), Value::Text("Ana Ruiz".into()));
    assert_eq!(ana.get("aliases"), Value::Texts(vec!["Ana Gil".into()]));
    assert_eq!(ana.get("emails"), Value::Texts(vec!["ana@otra.es".into()]));
    assert_eq!(store.records(Kind::Person, 0, 99).unwrap().len(), people);
    assert!(plan_of(&store, &changed).changes_nothing());
}

#[test]
fn a_card_brings_back_its_uid_and_the_unit_that_the_account_has() {
    let mut store = book();
    let unit = cartera::domain::unit::Unit {
        name: "Compras".into(),
        account: Some(Link(1)),
        ..cartera::domain::unit::Unit::default()
    };
    let unit = save(&mut store, unit);
    let mut place = store.record(Kind::Membership, 1).unwrap();
    place.set("unit", Value::Link(unit)).unwrap();
    store.perform(Act::Save(vec![place]), today()).unwrap();
    let uid = store.record(Kind::Person, 1).unwrap().head().uid.clone();
    let text = cards_of(&store, Version::V3);
    store.perform(Act::Delete(Kind::Person, vec![1]), today()).unwrap();
    import(&mut store, &text);
    let back = store.id_of_uid(Kind::Person, &uid).unwrap().unwrap();
    let places = store.records(Kind::Membership, 0, 99).unwrap();
    let place = places.iter().find(|p| p.get("person") == Value::Link(back)).unwrap();
    assert_eq!((place.get("unit"), place.get("title")), (Value::Link(unit), Value::Empty));
}

#[test]
fn a_card_says_nothing_of_stance_roles_and_private_notes() {
    let mut store = book();
    let mut ana = store.record(Kind::Person, 1).unwrap();
    ana.set("personal", Value::Text("SECRET dogs".into())).unwrap();
    ana.set("worries", Value::Text("SECRET costs".into())).unwrap();
    store.perform(Act::Save(vec![ana]), today()).unwrap();
    let mut out = Vec::new();
    let style = Style { version: Version::V4, personal: false };
    with_cx(&store, Lang::En, |cx| cards::people(&store, &[(1, Some(1))], style, cx, &mut out).unwrap());
    let text = String::from_utf8(out).unwrap();
    assert!(text.contains("FN:Ana Ruiz\r\n") && text.contains("ORG:Almazara\r\n"), "{text}");
    assert!(!text.contains("SECRET") && !text.to_lowercase().contains("decider"), "{text}");
}

fn dated() -> Store {
    let mut store = book();
    let link = |id| Some(Link(id));
    let promise = |text: &str, side, due, done_on| Commitment {
        side: Some(side),
        text: text.into(),
        account: link(1),
        due: Some(due),
        done_on,
        ..Commitment::default()
    };
    save(&mut store, promise("enviar TCO; v2", Side::Ours, day(2026, 11, 27), None));
    save(&mut store, promise("pedido", Side::Theirs, day(2026, 12, 31), None));
    save(&mut store, promise("hecho", Side::Ours, day(2026, 11, 2), Some(day(2026, 11, 1))));
    save(
        &mut store,
        Contract {
            name: "Marco".into(),
            account: link(2),
            ends_on: Some(day(2027, 3, 31)),
            notice_days: Some(90),
            renews: true,
            ..Contract::default()
        },
    );
    let talk = |source: &str| Interaction {
        channel: Some(Channel::Meeting),
        day: Some(day(2026, 11, 25)),
        time: chrono::NaiveTime::from_hms_opt(10, 30, 0),
        account: link(1),
        people: vec![Link(1)],
        planned: true,
        source: source.into(),
        ..Interaction::default()
    };
    save(&mut store, talk(""));
    save(&mut store, talk("abc@google.com"));
    let mut ana = store.record(Kind::Person, 1).unwrap();
    ana.set("birthday", Value::Day(day(1980, 2, 29))).unwrap();
    store.perform(Act::Save(vec![ana]), today()).unwrap();
    store
}

#[test]
fn what_has_a_day_and_is_open_stands_in_the_calendar_once_and_floats() {
    let text = calendar_of(&dated());
    let of = |property: &str| {
        let found = text.split("\r\n").filter_map(|l| l.strip_prefix(property)?.strip_prefix(':'));
        found.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        of("SUMMARY"),
        [
            "Almazara · enviar TCO\\; v2",
            "Almazara · nos deben: pedido",
            "Almazara · cumpleaños de Ana Ruiz",
            "Arce · último día de preaviso: Marco",
            "Arce · fin de contrato: Marco",
            "Almazara · reunión: Ana Ruiz",
        ]
    );
    assert_eq!(of("DTSTART;VALUE=DATE"), ["20261127", "20261231", "19800229", "20261231", "20270331"]);
    assert_eq!(of("DTSTART"), ["20261125T103000"]);
    assert!(!text.contains("ATTENDEE") && !text.contains("TZID"));
    let mut uids = of("UID");
    uids.sort();
    uids.dedup();
    assert_eq!(uids.len(), 6);
}

#[test]
fn an_event_keeps_its_uid_and_counts_its_changes() {
    let mut store = dated();
    let event = |store: &Store| {
        let text = calendar_of(store);
        text.split("BEGIN:VEVENT").find(|e| e.contains("SUMMARY:Almazara · enviar")).unwrap().to_owned()
    };
    let before = event(&store);
    let mut promise = store.record(Kind::Commitment, 1).unwrap();
    promise.set("due", Value::Day(day(2026, 12, 4))).unwrap();
    store.perform(Act::Save(vec![promise]), today()).unwrap();
    let after = event(&store);
    let line = |text: &str, of: &str| text.lines().find(|l| l.starts_with(of)).unwrap().to_owned();
    assert_eq!(line(&before, "UID"), line(&after, "UID"));
    assert_eq!(
        (line(&before, "SEQUENCE"), line(&after, "SEQUENCE")),
        ("SEQUENCE:0".into(), "SEQUENCE:1".into())
    );
    assert!(after.contains("20261204"));
}

#[test]
fn a_table_of_records_is_text_for_csv_and_numbers_for_a_workbook() {
    let mut store = Store::in_memory(clock).unwrap();
    let odd = Account {
        name: "=SUM(A1)".into(),
        tier: Some(Tier::Key),
        margin: Some(325_000),
        notes: "one\n\"two\"; three".into(),
        ..Account::default()
    };
    save(&mut store, odd);
    let grid =
        with_cx(&store, Lang::Es, |cx| Tables::of(&store, cx).records(Kind::Account, &[1]).unwrap().filled());
    assert_eq!(grid.heads, ["Nombre", "Nivel", "Margen", "Notas", "id", "uid (account)"]);
    let mut text = String::new();
    grid.csv(Lang::Es).as_slice().read_to_string(&mut text).unwrap();
    assert!(text.contains("'=SUM(A1);clave;32,5 %;\"one\n\"\"two\"\"; three\";1;"), "{text}");
    let bytes = workbook(&[grid], today(), Lang::Es).unwrap();
    let mut read = Workbook::open(&bytes).unwrap();
    let name = read.tabs()[0].name.clone();
    let row = read.read(&name).unwrap().rows.remove(1);
    assert!(matches!(row[2], Cell::Number { percent: true, value, .. } if (value - 0.325).abs() < 1e-12));
}
