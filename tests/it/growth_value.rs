//! What clients are worth over the years: the view, what is tried out there, and what is kept of it.
use cartera::command::{Command, LensKind};
use cartera::domain::account::Account;
use cartera::domain::choice::{CellState, Choice, PerkKind, Tier};
use cartera::domain::field::Link;
use cartera::domain::market::{Offering, Perk, WhiteSpace};
use cartera::domain::money::{Currency, Money};
use cartera::domain::value::SCALE;
use cartera::lang::Lang;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::ui::Theme;

use crate::book::{clock, save, today};
use crate::stage::Stage;
use crate::whole;

fn euro(amount: i64) -> Money {
    Money { minor: amount * 100, currency: Currency::default() }
}

/// Three key accounts: of one everything is known, of one not how likely they stay, of one no margin.
pub fn worth() -> Store {
    let mut store = Store::in_memory(clock).unwrap();
    let account = |name: &str, margin: Option<i64>, retention: Option<i64>| Account {
        name: name.to_owned(),
        tier: Some(Tier::Key),
        revenue: Some(euro(1_000_000)),
        margin: margin.map(|m| m * SCALE),
        retention: retention.map(|r| r * SCALE),
        ..Account::default()
    };
    let arce = save(&mut store, account("Arce", Some(12), Some(90)));
    save(&mut store, account("Bruma", Some(10), None));
    save(&mut store, account("Cierzo", None, Some(80)));
    let perk = Perk {
        name: "Night engineer".to_owned(),
        account: Some(Link(arce)),
        sort: Some(PerkKind::Resource),
        cost: Some(euro(20_000)),
        ..Perk::default()
    };
    save(&mut store, perk);
    let offering = save(&mut store, Offering { name: "Oils".to_owned(), ..Offering::default() });
    let cell = WhiteSpace {
        offering: Some(Link(offering)),
        account: Some(Link(arce)),
        state: Some(CellState::Competitor),
        total: Some(euro(50_000)),
        ..WhiteSpace::default()
    };
    save(&mut store, cell);
    store
}

fn open(store: Store) -> whole::Stage {
    let mut stage = whole::Stage::new(store);
    stage.keys("7 V");
    stage
}

#[test]
fn the_value_of_every_key_account_stands_with_its_assumptions_and_what_is_missing_is_said() {
    let mut stage = open(worth());
    // 1 000 000 × 12 % − 20 000, of whom 90 % stay, at 10 %, over five years.
    assert!(stage.shows("€285k") && stage.shows("€290k"), "{}", stage.screen());
    assert!(stage.shows("Retention a year") && stage.shows("if 5 points fewer stay"), "{}", stage.screen());
    stage.keys("Down");
    assert!(stage.shows("Bruma") && stage.shows("–"), "{}", stage.screen());
    stage.keys("Down");
    assert!(
        stage.shows("The contribution margin of the account is not known. e adds it"),
        "{}",
        stage.screen()
    );
}

#[test]
fn what_is_tried_out_stands_beside_and_is_not_saved_before_it_is_kept() {
    let mut stage = open(worth());
    stage.keys("Enter - - - - -");
    assert!(
        stage.shows("tried, not saved") && stage.shows("85%") && stage.shows("-€39k"),
        "{}",
        stage.screen()
    );
    let known = |store: &Store| store.lifetimes(None, today()).unwrap()[0].client.clone();
    assert_eq!(known(&stage.outside.store).retention, Some(0.9), "nothing is written");
    stage.keys("Down + + Down Shift-Right");
    assert!(stage.shows("2%") && stage.shows("10"), "{}", stage.screen());
    stage.keys("x");
    assert!(
        stage.shows("Kept: the assumptions about Arce, and 10 years ahead for all clients"),
        "{}",
        stage.screen()
    );
    let client = known(&stage.outside.store);
    assert_eq!((client.retention, client.growth, client.years), (Some(0.85), Some(0.02), 10));
    assert!(!stage.shows("tried, not saved"), "{}", stage.screen());
    stage.keys("u");
    let client = known(&stage.outside.store);
    assert_eq!((client.retention, client.growth, client.years), (Some(0.9), None, 5));
}

#[test]
fn one_key_back_forgets_the_trial_and_the_next_leaves_the_lines() {
    let mut stage = open(worth());
    stage.keys("Enter -");
    assert!(stage.shows("tried, not saved"), "{}", stage.screen());
    stage.keys("Esc");
    assert!(!stage.shows("tried, not saved") && stage.shows("x keep"), "{}", stage.screen());
    stage.keys("Esc Down");
    assert!(stage.shows("Bruma"), "{}", stage.screen());
}

#[test]
fn of_whom_nobody_said_how_likely_they_stay_it_can_be_tried_and_kept() {
    let mut stage = open(worth());
    stage.keys("Down Enter + x");
    let all = stage.outside.store.lifetimes(None, today()).unwrap();
    assert_eq!(all[1].client.retention, Some(0.81));
}

#[test]
fn the_order_is_that_of_the_tabs_of_the_value_or_of_the_potential() {
    let mut stage = whole::Stage::of(worth(), Lang::En, Theme::Mono, (120, 36));
    stage.keys("7 V s");
    assert!(stage.shows("by value"), "{}", stage.screen());
    stage.keys("s s S");
    let first = stage.screen();
    let at = |name: &str| {
        first.lines().position(|line| line.chars().skip(1).collect::<String>().starts_with(name)).unwrap()
    };
    assert!(at("Cierzo") < at("Arce"), "{first}");
}

#[test]
fn why_shows_every_part_with_its_record() {
    let mut stage = open(worth());
    stage.keys("=");
    assert!(stage.shows("Night engineer") && stage.shows("Oils, chance 20%"), "{}", stage.screen());
    stage.keys("PgDn");
    assert!(stage.shows("Lifetime value = Σ"), "{}", stage.screen());
}

#[test]
fn perks_of_the_past_and_of_the_future_cost_nothing_now() {
    let mut store = worth();
    let account = store.lifetimes(None, today()).unwrap()[0].client.account;
    for (since, until) in [(Some(today().succ_opt().unwrap()), None), (None, today().pred_opt())] {
        let perk = Perk {
            name: "Other".to_owned(),
            account: Some(Link(account)),
            sort: PerkKind::named("offer"),
            cost: Some(euro(70_000)),
            since,
            until,
            ..Perk::default()
        };
        store.perform(Act::Save(vec![Box::new(perk)]), today()).unwrap();
    }
    let client = &store.lifetimes(None, today()).unwrap()[0].client;
    assert!((client.care() - 20_000.0).abs() < 1e-9);
}

#[test]
fn the_view_at_every_size_in_both_languages() {
    for (lang, name) in [(Lang::En, "en"), (Lang::Es, "es")] {
        for (size, at) in [((80, 24), "80x24"), ((120, 36), "120x36")] {
            let mut stage = Stage::open(LensKind::Growth, worth(), lang, None);
            stage.give(Command::GrowthValue);
            insta::assert_snapshot!(format!("growth_value_{at}_{name}"), stage.text(size));
            stage.give(Command::StanceDown);
            insta::assert_snapshot!(format!("growth_value_tried_{at}_{name}"), stage.text(size));
        }
    }
    let mut stage = Stage::open(LensKind::Growth, Store::in_memory(clock).unwrap(), Lang::Es, None);
    stage.give(Command::GrowthValue);
    insta::assert_snapshot!("growth_value_empty_es", stage.styled((80, 24), Theme::Mono));
}
