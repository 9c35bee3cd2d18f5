//! The portfolio on the screen: which clients make the revenue, which deserve more, which take more than they are worth.
use cartera::command::{Command, Effect, LensKind};
use cartera::domain::account::Account;
use cartera::domain::choice::Tier;
use cartera::domain::kind::Kind;
use cartera::domain::money::{Currency, Money};
use cartera::lang::Lang;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::ui::Theme;

use crate::book::{clock, today};
use crate::stage::Stage;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 36)];

fn empty() -> Store {
    Store::in_memory(clock).unwrap()
}

fn demo() -> Store {
    let mut store = empty();
    cartera::exchange::demo::build(&mut store, today(), None).unwrap();
    store
}

fn stage(lang: Lang) -> Stage {
    Stage::open(LensKind::Portfolio, demo(), lang, None)
}

fn client(name: &str, euros: i64) -> Account {
    let revenue = Some(Money { minor: euros * 100, currency: Currency::default() });
    Account { name: name.to_owned(), revenue, ..Account::default() }
}

#[test]
fn the_three_views_of_the_demo_book() {
    for (name, lang) in [("en", Lang::En), ("es", Lang::Es)] {
        let mut stage = stage(lang);
        for view in ["pareto", "matrix", "effort"] {
            for size in SIZES {
                insta::assert_snapshot!(
                    format!("portfolio_{view}_{name}_{}x{}", size.0, size.1),
                    stage.text(size)
                );
            }
            stage.give(Command::View);
        }
    }
}

#[test]
fn an_empty_book_says_how_clients_come_into_it() {
    let mut stage = Stage::open(LensKind::Portfolio, empty(), Lang::En, None);
    insta::assert_snapshot!("portfolio_empty", stage.text((80, 24)));
}

#[test]
fn colours_stand_beside_signs() {
    insta::assert_snapshot!("portfolio_styled", stage(Lang::En).styled((120, 36), Theme::Terminal));
}

#[test]
fn the_client_under_the_cursor_is_kept_from_view_to_view() {
    let mut stage = stage(Lang::En);
    stage.give(Command::Down);
    stage.give(Command::Down);
    let name = |stage: &mut Stage| stage.with(|lens, _| lens.under().map(|u| u.title));
    let before = name(&mut stage);
    assert!(before.is_some());
    for _ in 0..3 {
        stage.give(Command::View);
        assert_eq!(name(&mut stage), before);
    }
}

#[test]
fn the_arrows_walk_in_the_matrix_towards_their_side() {
    let mut stage = stage(Lang::En);
    stage.give(Command::PortfolioMatrix);
    stage.text((120, 36));
    let name = |stage: &mut Stage| stage.with(|lens, _| lens.under().map(|u| u.title)).unwrap();
    assert_eq!(name(&mut stage), "Nordwind");
    stage.give(Command::PanelLeft);
    assert_eq!(name(&mut stage), "Arce");
    stage.give(Command::Up);
    assert_eq!(name(&mut stage), "Almazara");
}

#[test]
fn a_client_becomes_a_key_account_with_the_reason_and_undo_takes_it_back() {
    let mut store = demo();
    let id = store.directory().unwrap().of(Kind::Account).find(|n| n.name == "Frío Marisma").unwrap().id;
    let tier = |store: &Store| {
        let all = store.portfolio(today()).unwrap();
        let client = all.clients.iter().find(|c| c.id == id).unwrap();
        let told = all.turns.get(&id).and_then(|turns| turns.first()).map(|turn| turn.reason.clone());
        (client.tier, told)
    };
    store.perform(Act::Tier(id, Tier::Key, "twice as much next year".into()), today()).unwrap();
    assert_eq!(tier(&store), (Tier::Key, Some("twice as much next year".into())));
    let again = store.perform(Act::Tier(id, Tier::Key, String::new()), today());
    assert_eq!(again.unwrap_err().explain().key, "portfolio-tier-same");
    store.perform(Act::Undo, today()).unwrap();
    assert_eq!(tier(&store), (Tier::Standard, None));
}

#[test]
fn a_form_that_changes_the_tier_is_in_the_history_too() {
    let mut store = empty();
    store.perform(Act::Save(vec![Box::new(client("Acme", 10))]), today()).unwrap();
    let mut record = store.record(Kind::Account, 1).unwrap();
    record.set("tier", cartera::domain::value::Value::Choice("key")).unwrap();
    store.perform(Act::Save(vec![record]), today()).unwrap();
    let all = store.portfolio(today()).unwrap();
    assert_eq!(all.turns.get(&1).map(|turns| (turns[0].tier, turns[0].day)), Some((Tier::Key, today())));
}

#[test]
fn the_reason_is_asked_for_before_a_key_account_is_released() {
    let mut stage = stage(Lang::En);
    let effects = stage.give(Command::Release);
    let Some(Effect::Ask(asked)) = effects.into_iter().next() else { panic!("nothing is asked") };
    assert_eq!((asked.title.key.as_str(), asked.empty), ("portfolio-ask-release", None));
    let typed = cartera::domain::value::Value::Text("sold".into());
    let effects = stage.with(|lens, cx| lens.answered(typed, cx)).unwrap();
    assert!(matches!(&effects[..], [Effect::Act(Act::Tier(_, Tier::Standard, why))] if why == "sold"));
}

#[test]
fn thousands_of_clients_of_every_kind_are_drawn_at_every_size() {
    let mut store = empty();
    for nth in 0..300_i64 {
        let mut one = client(&format!("Cliente {nth}"), (nth * 7_919) % 10_000);
        if nth % 5 == 0 {
            one.revenue = None;
        }
        (one.size, one.potential, one.reference) = (Some(1 + nth % 5), Some(1 + nth % 4), Some(3));
        store.perform(Act::Save(vec![Box::new(one)]), today()).unwrap();
    }
    let mut stage = Stage::open(LensKind::Portfolio, store, Lang::Es, None);
    for size in [(80, 24), (120, 36), (200, 50), (80, 10), (40, 8), (20, 7)] {
        for _ in 0..3 {
            stage.text(size);
            stage.give(Command::Last);
            stage.give(Command::View);
        }
    }
    stage.give(Command::First);
    insta::assert_snapshot!("portfolio_crowded", stage.text((120, 36)));
}
