//! Care and insights: what is given to the accounts alone and when it ends; what was learned and what becomes of it.
use cartera::command::{Command, LensKind};
use cartera::domain::account::Account;
use cartera::domain::choice::{Aim, Confidence, PerkKind, Sentiment, Tier, Topic};
use cartera::domain::day::plus_days;
use cartera::domain::field::Link;
use cartera::domain::kind::Kind;
use cartera::domain::market::{Insight, Perk};
use cartera::domain::money::{Currency, Money};
use cartera::domain::needs::Cause;
use cartera::domain::plan::{Objective, Plan};
use cartera::domain::{Id, choice::PlanStatus};
use cartera::lang::Lang;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::act::become_of::Became;
use cartera::store::query::growth::Insights;
use cartera::ui::Theme;

use crate::book::{clock, save, today};
use crate::stage::Stage;
use crate::whole;

fn key(store: &mut Store, name: &str) -> Id {
    save(store, Account { name: name.to_owned(), tier: Some(Tier::Key), ..Account::default() })
}

fn perk(name: &str, account: Id, ends_in: Option<i64>) -> Perk {
    Perk {
        name: name.to_owned(),
        account: Some(Link(account)),
        sort: Some(PerkKind::Offer),
        cost: Some(Money { minor: 1_200_000, currency: Currency::default() }),
        since: Some(plus_days(today(), -200)),
        until: ends_in.map(|days| plus_days(today(), days)),
        received: Some(Sentiment::Good),
        ..Perk::default()
    }
}

fn insight(name: &str, account: Option<Id>, topic: Topic, ago: i64) -> Insight {
    Insight {
        name: name.to_owned(),
        account: account.map(Link),
        topic: Some(topic),
        day: Some(plus_days(today(), -ago)),
        source: "Ana Ruiz".to_owned(),
        confidence: Some(Confidence::Low),
        ..Insight::default()
    }
}

/// Two key accounts with care and insights, and a plan for the first.
fn notes() -> Store {
    let mut store = Store::in_memory(clock).unwrap();
    let (arce, bruma) = (key(&mut store, "Arce"), key(&mut store, "Bruma"));
    save(&mut store, perk("Frozen prices", arce, Some(20)));
    save(&mut store, perk("Night engineer", bruma, Some(80)));
    save(&mut store, perk("Stock in Vic", arce, None));
    save(&mut store, perk("Old discount", arce, Some(-40)));
    save(&mut store, insight("A second plant in Vigo", Some(arce), Topic::Client, 3));
    save(&mut store, insight("Steel gets dearer", None, Topic::Market, 10));
    save(&mut store, insight("Hublicht hires two fitters", Some(bruma), Topic::Competitor, 30));
    let plan = Plan {
        name: "2027".to_owned(),
        account: Some(Link(arce)),
        status: Some(PlanStatus::Active),
        starts_on: Some(today()),
        ends_on: Some(plus_days(today(), 400)),
        ..Plan::default()
    };
    let plan = save(&mut store, plan);
    let objective = Objective {
        name: "Grow in the north".to_owned(),
        plan: Some(Link(plan)),
        aim: Some(Aim::Growth),
        relevance: "One partner everywhere".to_owned(),
        ..Objective::fresh()
    };
    save(&mut store, objective);
    store
}

fn wide(keys: &str) -> whole::Stage {
    let mut stage = whole::Stage::of(notes(), Lang::En, Theme::Mono, (120, 36));
    stage.keys(keys);
    stage
}

fn noted(store: &Store) -> Insights {
    store.insight_notes(None).unwrap()
}

#[test]
fn care_stands_by_its_end_and_says_what_it_costs() {
    let mut stage = wide("7 V V");
    assert!(stage.shows("3 given, €36k a year"), "{}", stage.screen());
    let screen = stage.screen();
    let at = |name: &str| screen.lines().position(|line| line.contains(name)).unwrap();
    assert!(
        at("Frozen prices") < at("Night engineer") && at("Night engineer") < at("Stock in Vic"),
        "{screen}"
    );
    assert!(at("Stock in Vic") < at("Old discount"), "{screen}");
    stage.keys("f");
    assert!(!stage.shows("Old discount") && stage.shows("given now"), "{}", stage.screen());
    stage.keys("f");
    assert!(!stage.shows("Stock in Vic") && stage.shows("ending in 90 days"), "{}", stage.screen());
    stage.keys("Esc");
    assert!(stage.shows("Old discount"), "{}", stage.screen());
}

#[test]
fn care_ends_today_by_one_key_and_an_undo_gives_it_back() {
    let mut stage = wide("7 V V x");
    let until = |stage: &whole::Stage| stage.outside.store.care(None, today()).unwrap()[0].perk.until;
    assert_eq!(until(&stage), Some(today()));
    assert!(stage.shows("€12k        today"), "{}", stage.screen());
    stage.keys("u");
    assert_eq!(until(&stage), Some(plus_days(today(), 20)));
}

#[test]
fn how_care_was_received_is_set_from_a_menu() {
    let mut stage = wide("7 V V c");
    assert!(stage.shows("Frozen prices: how was it received?"), "{}", stage.screen());
    stage.keys("Down Down Enter");
    let care = stage.outside.store.care(None, today()).unwrap();
    assert_ne!(care[0].perk.received, Some(Sentiment::Good), "{}", stage.screen());
}

#[test]
fn care_that_is_about_to_end_needs_you_in_time() {
    let store = notes();
    let needs = store.today(None, today()).unwrap().needs;
    let of = |cause: Cause| -> Vec<String> {
        needs.iter().filter(|n| n.cause == cause).map(|n| n.title.clone()).collect()
    };
    assert_eq!(of(Cause::CareSoon), ["Frozen prices"]);
    assert_eq!(of(Cause::CareLater), ["Night engineer"]);
    let mut stage = whole::Stage::of(store, Lang::En, Theme::Mono, (120, 36));
    assert!(stage.shows("End of care: Frozen prices"), "{}", stage.screen());
    stage.keys("=");
    assert!(stage.shows("ends within 30 days"), "{}", stage.screen());
}

#[test]
fn insights_stand_newest_first_and_are_shown_by_topic() {
    let mut stage = wide("7 V V V");
    assert!(stage.shows("3 insights") && stage.shows("all clients"), "{}", stage.screen());
    stage.keys("f");
    assert!(stage.shows("market  1"), "{}", stage.screen());
    stage.keys("m");
    assert!(stage.shows("Steel gets dearer") && !stage.shows("A second plant"), "{}", stage.screen());
    stage.keys("Esc");
    assert!(stage.shows("A second plant"), "{}", stage.screen());
}

#[test]
fn what_is_about_no_client_is_told_under_all_of_them_only() {
    let store = notes();
    let names = |scope| -> Vec<String> {
        store.insight_notes(scope).unwrap().notes.into_iter().map(|of| of.name).collect()
    };
    assert!(names(None).contains(&"Steel gets dearer".to_owned()));
    assert_eq!(names(Some(1)), ["A second plant in Vigo"]);
}

#[test]
fn an_insight_becomes_an_opportunity_by_one_key_and_then_leads_to_it() {
    let mut stage = wide("7 V V V x");
    assert!(stage.shows("an opportunity") && stage.shows("an initiative"), "{}", stage.screen());
    stage.keys("Enter");
    assert!(stage.shows("Opportunity from an insight: A second plant in Vigo"), "{}", stage.screen());
    let learned = noted(&stage.outside.store);
    let Some(Link(id)) = learned.notes[0].opportunity else { panic!("it became nothing") };
    let sale = stage.outside.store.record(Kind::Opportunity, id).unwrap();
    assert_eq!(
        sale.get("account"),
        stage.outside.store.record(Kind::Insight, learned.notes[0].head.id).unwrap().get("account")
    );
    stage.keys("u");
    assert_eq!(noted(&stage.outside.store).notes[0].opportunity, None);
}

#[test]
fn an_insight_becomes_an_initiative_under_an_open_objective_once() {
    let mut store = notes();
    let learned = noted(&store);
    let objective = learned.objectives[0].clone();
    assert_eq!(objective.name, "Grow in the north");
    let note = learned.notes[0].head.id;
    let became =
        |store: &mut Store| store.perform(Act::BecomeOf(note, Became::Initiative(objective.id)), today());
    became(&mut store).unwrap();
    assert!(noted(&store).notes[0].initiative.is_some());
    assert_eq!(became(&mut store).unwrap_err().explain().key, "growth-insights-became-already");
}

#[test]
fn what_is_about_all_clients_asks_with_which_it_becomes_a_sale() {
    let mut stage = wide("7 V V V Down x");
    assert!(stage.shows("an opportunity …"), "{}", stage.screen());
    stage.keys("Enter Enter");
    assert!(stage.shows("Opportunity from an insight: Steel gets dearer"), "{}", stage.screen());
}

#[test]
fn a_list_is_narrowed_by_what_it_says_of_its_rows() {
    let mut stage = wide("7 V V V /");
    stage.text("hubl");
    assert!(stage.shows("Hublicht hires") && !stage.shows("Steel"), "{}", stage.screen());
}

#[test]
fn the_views_at_every_size_in_both_languages() {
    for (lang, name) in [(Lang::En, "en"), (Lang::Es, "es")] {
        for (size, at) in [((80, 24), "80x24"), ((120, 36), "120x36")] {
            for (command, view) in [(Command::GrowthCare, "care"), (Command::GrowthInsights, "insights")] {
                let mut stage = Stage::open(LensKind::Growth, notes(), lang, None);
                stage.give(command);
                insta::assert_snapshot!(format!("growth_{view}_{at}_{name}"), stage.text(size));
            }
        }
    }
    for (command, view) in [(Command::GrowthCare, "care"), (Command::GrowthInsights, "insights")] {
        let mut stage = Stage::open(LensKind::Growth, Store::in_memory(clock).unwrap(), Lang::Es, None);
        stage.give(command);
        insta::assert_snapshot!(format!("growth_{view}_empty_es"), stage.styled((80, 24), Theme::Mono));
    }
}
