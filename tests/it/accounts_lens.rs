//! Accounts: the list, the page at every size, and what the keys do.
use cartera::command::{Command, Effect, LensKind};
use cartera::domain::kind::Kind;
use cartera::domain::value::Value;
use cartera::lang::Lang;
use cartera::lens::Why;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::ui::Theme;
use proptest::prelude::*;

use crate::book::{account, clock, today};
use crate::kam::crowded;
use crate::stage::Stage;

const SMALL: (u16, u16) = (80, 24);
const MIDDLE: (u16, u16) = (120, 36);

fn open(store: Store, scope: Option<i64>) -> Stage {
    Stage::open(LensKind::Accounts, store, Lang::En, scope)
}

fn title(stage: &mut Stage) -> String {
    stage.with(|lens, _| lens.under()).map(|u| u.title).unwrap_or_default()
}

#[test]
fn a_crowded_book_in_both_languages_and_at_all_sizes() {
    for (lang, code) in [(Lang::En, "en"), (Lang::Es, "es")] {
        let mut stage = Stage::open(LensKind::Accounts, crowded(), lang, None);
        insta::assert_snapshot!(format!("accounts_80x24_{code}"), stage.styled(SMALL, Theme::Terminal));
        insta::assert_snapshot!(format!("accounts_120x36_{code}"), stage.styled(MIDDLE, Theme::Terminal));
        insta::assert_snapshot!(format!("accounts_120x36_{code}_mono"), stage.styled(MIDDLE, Theme::Mono));
        insta::assert_snapshot!(format!("accounts_200x50_{code}"), stage.text((200, 50)));
    }
}

#[test]
fn one_account_on_one_page() {
    for (lang, code) in [(Lang::En, "en"), (Lang::Es, "es")] {
        let mut stage = Stage::open(LensKind::Accounts, crowded(), lang, Some(2));
        insta::assert_snapshot!(format!("account_page_80x24_{code}"), stage.styled(SMALL, Theme::Terminal));
        insta::assert_snapshot!(format!("account_page_80x24_{code}_mono"), stage.styled(SMALL, Theme::Mono));
        insta::assert_snapshot!(format!("account_page_120x36_{code}"), stage.styled(MIDDLE, Theme::Terminal));
    }
}

#[test]
fn an_empty_book_and_an_empty_account_say_what_to_do() {
    let mut store = Store::in_memory(clock).unwrap();
    assert!(open(Store::in_memory(clock).unwrap(), None).text(SMALL).contains("No accounts yet. n adds one"));
    account(&mut store, "Arce");
    insta::assert_snapshot!("account_page_empty", open(store, Some(1)).text(SMALL));
}

#[test]
fn enter_opens_the_account_and_esc_comes_back_to_it_in_the_list() {
    let mut stage = open(crowded(), None);
    stage.give(Command::Down);
    let effects = stage.give(Command::Open);
    assert!(matches!(effects.as_slice(), [Effect::Go { scope: Some(3), .. }]), "{effects:?}");
    stage.set_scope(Some(3));
    assert_eq!(title(&mut stage), "Arce");
    let effects = stage.give(Command::Back);
    assert!(matches!(effects.as_slice(), [Effect::Scope(None)]), "{effects:?}");
    stage.set_scope(None);
    assert_eq!(title(&mut stage), "Arce");
}

/// Goes down to the row of that title.
fn walk_to(stage: &mut Stage, wanted: &str) {
    let here = |stage: &mut Stage| stage.with(|lens, _| lens.under()).is_some_and(|u| u.title == wanted);
    for _ in 0..60 {
        if here(stage) {
            return;
        }
        stage.give(Command::Down);
    }
    panic!("{wanted}");
}

#[test]
fn the_page_beside_the_list_is_entered_and_left_by_the_arrows() {
    let mut stage = open(crowded(), None);
    stage.text(SMALL);
    assert!(stage.with(|lens, cx| !lens.can(Command::PanelRight, cx)), "nothing stands beside the list");
    stage.text(MIDDLE);
    stage.give(Command::PanelRight);
    walk_to(&mut stage, "training calendar");
    stage.text(MIDDLE);
    stage.give(Command::PanelLeft);
    assert_eq!(title(&mut stage), "Almazara");
    stage.text((200, 50));
    for _ in 0..2 {
        stage.give(Command::PanelRight);
        stage.text((200, 50));
    }
    walk_to(&mut stage, "Ana Ruiz");
    stage.give(Command::Back);
    assert_eq!(title(&mut stage), "Almazara");
}

#[test]
fn every_section_of_the_page_is_walked() {
    let mut stage = open(crowded(), Some(2));
    stage.text(SMALL);
    let mut kinds = Vec::new();
    for _ in 0..40 {
        kinds.extend(stage.with(|lens, _| lens.under()).map(|u| u.kind));
        stage.give(Command::Down);
        stage.text(SMALL);
    }
    kinds.dedup();
    let want = [
        Kind::Account,
        Kind::Commitment,
        Kind::Interaction,
        Kind::Person,
        Kind::Interaction,
        Kind::Unit,
        Kind::Account,
    ];
    assert_eq!(kinds, want);
}

#[test]
fn new_makes_what_belongs_to_the_section() {
    let mut stage = open(crowded(), Some(2));
    let mut offered = |wanted: &str| {
        walk_to(&mut stage, wanted);
        match stage.give(Command::New).as_slice() {
            [Effect::Offer(forms, at)] => {
                assert_eq!(forms.len(), 9, "the others are offered too");
                (forms[*at].kind, forms[*at].account, forms[*at].preset.clone())
            }
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(offered("Nordwind"), (Kind::Person, Some(2), vec![("account", Value::Link(2))]));
    let ours = vec![("account", Value::Link(2)), ("side", Value::Choice("ours"))];
    assert_eq!(offered("Revised SLA"), (Kind::Commitment, Some(2), ours));
    let unit = vec![("account", Value::Link(2))];
    assert_eq!(offered("Kiel service centre"), (Kind::Unit, Some(2), unit));
    let effects = open(crowded(), None).give(Command::New);
    assert!(matches!(effects.as_slice(), [Effect::OpenForm(of)] if of.kind == Kind::Account));
}

#[test]
fn key_accounts_move_among_the_tabs_and_others_do_not() {
    let mut stage = open(crowded(), None);
    let effects = stage.give(Command::MoveDown);
    let [Effect::Act(Act::Arrange(order, 1))] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(order, &[3, 1, 2, 4]);
    stage.store.perform(Act::Arrange(order.clone(), 1), today()).unwrap();
    stage.load();
    assert_eq!(title(&mut stage), "Almazara");
    assert_eq!(stage.store.accounts(today()).unwrap()[0].name, "Arce");
    stage.give(Command::Last);
    assert!(stage.with(|lens, cx| !lens.can(Command::MoveUp, cx)));
    stage.give(Command::First);
    stage.give(Command::Sort);
    assert!(stage.with(|lens, cx| !lens.can(Command::MoveDown, cx)), "another order is not that of the tabs");
}

#[test]
fn the_list_is_sorted_filtered_and_narrowed() {
    let mut stage = open(crowded(), None);
    stage.give(Command::Filter);
    assert!(!stage.text(SMALL).contains("Olmo"));
    stage.give(Command::Filter);
    for _ in 0..3 {
        stage.give(Command::Sort);
    }
    assert!(stage.text(SMALL).contains("last ↓"));
    stage.give(Command::Filter);
    let effects = stage.with(|lens, cx| lens.narrow("sohne", cx));
    stage.perform(effects);
    assert_eq!(title(&mut stage), "Hansen & Söhne");
    let effects = stage.with(|lens, cx| lens.narrow("nobody", cx));
    stage.perform(effects);
    assert!(stage.text(SMALL).contains("None has these words. Esc shows all again."));
    stage.give(Command::Back);
    assert_eq!(stage.with(|lens, _| lens.narrowed().to_owned()), "");
}

#[test]
fn the_cursor_stays_on_its_record_when_the_account_changes() {
    let mut stage = open(crowded(), Some(2));
    stage.with(|lens, cx| lens.stand_on(Kind::Person, 5, cx));
    stage.load();
    assert_eq!(title(&mut stage), "Jens Petersen");
    stage.store.perform(Act::Done(vec![1]), today()).unwrap();
    stage.load();
    assert_eq!(title(&mut stage), "Jens Petersen");
}

#[test]
fn figures_of_the_page_say_how_they_are_made() {
    let mut stage = open(crowded(), Some(2));
    walk_to(&mut stage, "Revised SLA");
    let why = stage.with(|lens, cx| lens.why(cx)).unwrap();
    assert_eq!(why.title, "Promises kept · Nordwind");
    let shown = |why: &Why| cartera::report::plain::render(&why.blocks, None);
    assert!(shown(&why).contains("0 in time of 1 due in 90 d"), "{why:?}");
    stage.with(|lens, cx| lens.stand_on(Kind::Person, 4, cx));
    stage.load();
    let why = stage.with(|lens, cx| lens.why(cx)).unwrap();
    assert!(why.title.contains("Kerstin Vogel") && shown(&why).contains("Recency"), "{why:?}");
}

#[test]
fn it_is_drawn_at_every_size() {
    for scope in [None, Some(2)] {
        let mut stage = open(crowded(), scope);
        for width in (1..=300).step_by(23) {
            for height in (1..=100).step_by(9) {
                stage.text((width, height));
                stage.give(Command::Down);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]
    #[test]
    fn any_keys_at_any_size_are_survived(keys in proptest::collection::vec(0usize..12, 0..30), width in 1u16..300, height in 1u16..100) {
        let commands = [
            Command::Up, Command::Down, Command::PageDown, Command::PageUp, Command::First, Command::Last, Command::PanelLeft,
            Command::PanelRight, Command::Sort, Command::SortReverse, Command::Filter, Command::MoveDown,
        ];
        let mut stage = open(crowded(), None);
        for key in keys {
            stage.give(commands[key]);
            stage.text((width, height));
        }
    }
}
