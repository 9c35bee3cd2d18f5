//! What is found by its name in the palette, and by its text in the palette and in the log's search.
use cartera::domain::choice::{Priority, Topic};
use cartera::domain::decision::Decision;
use cartera::domain::field::Link;
use cartera::domain::kind::Kind;
use cartera::domain::market::{Competitor, Insight, Offering, Perk};
use cartera::domain::opportunity::Opportunity;
use cartera::domain::unit::Unit;
use cartera::lang::Lang;
use cartera::store::Store;
use cartera::store::query::log::{Filter, LogQuery};
use cartera::ui::Theme;

use crate::book::{book, call_with_ana, person, save, today};
use crate::plan::{initiative, milestone, objective, plan};
use crate::whole::Stage;

const ALMAZARA: i64 = 1;
const ARCE: i64 = 2;

/// One record of every kind that has a name, all called alike, and a decision whose reason tells of steel.
fn named() -> Store {
    let mut store = book();
    let account = Some(Link(ALMAZARA));
    let of = save(&mut store, plan(ALMAZARA, "Zeta plan"));
    let of = save(&mut store, objective(of, "Zeta objective", Priority::High));
    let of = save(&mut store, initiative(of, "Zeta initiative", -9, 30));
    save(&mut store, milestone(of, "Zeta milestone", 9));
    save(&mut store, Opportunity { name: "Zeta sale".into(), account, ..Opportunity::fresh() });
    save(&mut store, Unit { name: "Zeta unit".into(), account, ..Unit::default() });
    save(&mut store, Perk { name: "Zeta perk".into(), account, ..Perk::fresh() });
    save(&mut store, Competitor { name: "Zeta rival".into(), ..Competitor::default() });
    save(&mut store, Offering { name: "Zeta offering".into(), ..Offering::default() });
    let day = Some(today());
    let topic = Some(Topic::Market);
    save(&mut store, Insight { name: "Zeta insight".into(), account, topic, day, ..Insight::fresh() });
    let why = "El ACERO está más caro\nlo dijo la prensa".to_owned();
    let decided =
        Decision { name: "Zeta decision".into(), account, decided_on: day, why, ..Decision::fresh() };
    save(&mut store, decided);
    store
}

fn palette(store: Store, typed: &str) -> Stage {
    let mut stage = Stage::of(store, Lang::En, Theme::Mono, (120, 36));
    stage.keys(":");
    stage.text(typed);
    stage
}

fn sought(store: &Store, words: &str, scope: Option<i64>) -> Vec<(Kind, String)> {
    let filter = Filter { words: words.into(), ..Filter::default() };
    let found = store.search(&LogQuery { scope, filter, limit: 50, ..LogQuery::default() }).unwrap();
    found.records.into_iter().map(|hit| (hit.kind, hit.line)).collect()
}

#[test]
fn everything_with_a_name_is_found_by_some_letters_with_its_kind_and_its_account() {
    let mut stage = palette(named(), "zeta");
    let screen = stage.screen();
    for (name, kind) in [
        ("plan", "plan"),
        ("objective", "objective"),
        ("initiative", "initiative"),
        ("milestone", "milestone"),
        ("sale", "opportunity"),
        ("unit", "business unit"),
        ("perk", "piece of care"),
        ("insight", "insight"),
        ("decision", "decision"),
    ] {
        let row = screen.lines().find(|line| line.contains(&format!("Zeta {name}")));
        let row = row.unwrap_or_else(|| panic!("{name}\n{screen}")).to_lowercase();
        assert!(row.contains("almazara") && row.contains(kind), "{kind}: {row}");
    }
    for name in ["rival", "offering"] {
        assert!(screen.contains(&format!("Zeta {name}")), "{name}\n{screen}");
    }
}

#[test]
fn who_is_called_alike_stands_before_what_is() {
    let mut store = named();
    person(&mut store, "Zeta", ARCE, &[]);
    save(&mut store, Competitor { name: "Zeta".into(), ..Competitor::default() });
    let mut stage = palette(store, "zeta");
    let screen = stage.screen();
    let place = |kind: &str| {
        let is = |line: &str| line.contains("Zeta") && line.contains(kind);
        screen.lines().position(is).unwrap_or_else(|| panic!("{kind}\n{screen}"))
    };
    let (who, what) = (place("person"), place("competitor"));
    assert!(who < what && screen.lines().nth(who).unwrap().contains("Arce"), "{screen}");
}

#[test]
fn behind_a_space_the_text_of_decisions_and_plans_is_found_below_the_conversations() {
    let mut store = named();
    let mut call = call_with_ana();
    call.text = "acero y precios".into();
    store.perform(cartera::store::act::Act::Log(Box::new(call), None), today()).unwrap();
    let mut stage = palette(store, " acer");
    let screen = stage.screen();
    let place = |part: &str| screen.lines().position(|line| line.contains(part)).expect(part);
    assert!(place("acero y precios") < place("Zeta decision"), "{screen}");
    assert!(stage.shows("Almazara · El ACERO está más caro"), "{screen}");
    stage.keys("Down Enter");
    assert!(stage.shows("Zeta decision") && !stage.shows("acero y precios"), "{}", stage.screen());
}

#[test]
fn a_search_finds_every_word_by_its_beginning_in_name_or_text_and_in_the_scope_what_is_its_own() {
    let store = named();
    assert_eq!(sought(&store, "zet", None).len(), 10, "units are found by name alone");
    assert_eq!(sought(&store, "zeta", Some(ALMAZARA)).len(), 8, "competitors and offerings are of no client");
    assert_eq!(sought(&store, "zeta", Some(ARCE)), []);
    let found = [(Kind::Decision, "lo dijo la prensa".to_owned())];
    assert_eq!(sought(&store, "zeta prens", None), found);
    assert_eq!(sought(&store, "cero", None), []);
    assert_eq!(sought(&store, "z", None), [], "one letter is no search");
    let with = Filter { words: "zeta".into(), with: vec![1], ..Filter::default() };
    let found = store.search(&LogQuery { filter: with, ..LogQuery::default() }).unwrap();
    assert_eq!(found.records, [], "who took part is known of conversations alone");
}
