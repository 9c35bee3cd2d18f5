//! Today: what it shows at every size, and what its keys do.
use cartera::command::{Command, Effect, LensKind, Only};
use cartera::domain::account::Account;
use cartera::domain::choice::Tier;
use cartera::domain::field::Link;
use cartera::domain::kind::Kind;
use cartera::domain::person::{Membership, Person};
use cartera::lang::Lang;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::ui::Theme;
use proptest::prelude::*;

use crate::book::{account, clock, save, today};
use crate::kam::crowded;
use crate::stage::Stage;
use crate::whole::Stage as Screen;

const SMALL: (u16, u16) = (80, 24);
const MIDDLE: (u16, u16) = (120, 36);

fn open(store: Store) -> Stage {
    Stage::open(LensKind::Today, store, Lang::En, None)
}

fn empty() -> Store {
    Store::in_memory(clock).unwrap()
}

/// After an import: an account marked as key, people whose role nobody knows.
fn imported() -> Store {
    let mut store = empty();
    let arce = account(&mut store, "Arce");
    for name in
        ["Ana Ruiz", "Jordi Mas", "Marta Roca", "Pere Puig", "Luis Prieto", "Núria Camps", "Joan Vidal"]
    {
        let person = Person { name: name.into(), ..Person::default() };
        let membership = Membership { account: Some(Link(arce)), ..Membership::default() };
        store.perform(Act::Save(vec![Box::new(person), Box::new(membership)]), today()).unwrap();
    }
    store
}

fn stand_on(stage: &mut Stage, kind: Kind, id: i64) {
    stage.with(|lens, cx| lens.stand_on(kind, id, cx));
    stage.load();
}

#[test]
fn a_crowded_book_in_both_languages_and_at_all_sizes() {
    for (lang, code) in [(Lang::En, "en"), (Lang::Es, "es")] {
        let mut stage = Stage::open(LensKind::Today, crowded(), lang, None);
        insta::assert_snapshot!(format!("today_80x24_{code}"), stage.styled(SMALL, Theme::Terminal));
        insta::assert_snapshot!(format!("today_120x36_{code}"), stage.styled(MIDDLE, Theme::Terminal));
        insta::assert_snapshot!(format!("today_80x24_{code}_mono"), stage.styled(SMALL, Theme::Mono));
        insta::assert_snapshot!(format!("today_120x36_{code}_mono"), stage.styled(MIDDLE, Theme::Mono));
        insta::assert_snapshot!(format!("today_200x50_{code}"), stage.text((200, 50)));
    }
}

#[test]
fn one_account_alone() {
    let mut stage = Stage::open(LensKind::Today, crowded(), Lang::En, Some(2));
    insta::assert_snapshot!("today_one_account_80x24", stage.text(SMALL));
    insta::assert_snapshot!("today_one_account_120x36", stage.text(MIDDLE));
}

#[test]
fn an_empty_book_says_how_to_begin() {
    for (lang, code) in [(Lang::En, "en"), (Lang::Es, "es")] {
        let mut stage = Stage::open(LensKind::Today, empty(), lang, None);
        insta::assert_snapshot!(format!("today_empty_{code}"), stage.text(SMALL));
    }
    let effects = open(empty()).give(Command::New);
    assert!(matches!(effects.as_slice(), [Effect::OpenForm(of)] if of.kind == Kind::Account));
}

#[test]
fn after_an_import_it_names_who_has_no_role_and_opens_them() {
    let mut stage = open(imported());
    insta::assert_snapshot!("today_imported", stage.text(MIDDLE));
    stage.give(Command::Last);
    let effects = stage.give(Command::Open);
    assert!(
        matches!(
            effects.as_slice(),
            [Effect::Only(LensKind::People, Only::NoRole), Effect::Go { lens: LensKind::People, .. }]
        ),
        "{effects:?}"
    );
}

#[test]
fn without_key_accounts_it_says_how_to_mark_them() {
    let mut store = empty();
    save(&mut store, Account { name: "Olmo".into(), tier: Some(Tier::Standard), ..Account::default() });
    let text = open(store).text(SMALL);
    assert!(text.contains("No key account yet. 2 shows your client; c marks it as key."), "{text}");
}

#[test]
fn folded_people_are_a_row_that_opens_the_people_of_their_account() {
    let mut stage = open(imported());
    stage.give(Command::Down);
    stage.give(Command::Down);
    assert!(stage.text(SMALL).contains("+5 more to see"));
    let effects = stage.give(Command::Open);
    assert!(
        matches!(effects.as_slice(), [Effect::Only(_, Only::PastCadence), Effect::Go { scope: Some(1), .. }]),
        "{effects:?}"
    );
    assert!(stage.with(|lens, _| lens.under()).is_none());
}

#[test]
fn the_row_under_the_cursor_names_its_record_its_person_and_their_place() {
    let mut stage = open(crowded());
    let under = stage.with(|lens, _| lens.under()).unwrap();
    assert_eq!(
        (under.kind, under.id, under.account, under.title.as_str()),
        (Kind::Person, 1, Some(1), "Ana Ruiz")
    );
    assert_eq!(under.place.unwrap().membership, 1);
    stage.give(Command::Down);
    let under = stage.with(|lens, _| lens.under()).unwrap();
    assert_eq!((under.kind, under.person, under.title.as_str()), (Kind::Commitment, Some(4), "Revised SLA"));
    stage.give(Command::Down);
    assert!(stage.with(|lens, _| lens.under()).unwrap().planned);
}

#[test]
fn the_arrows_go_through_the_panels_and_their_rows() {
    let mut stage = open(crowded());
    stage.give(Command::PanelRight);
    let effects = stage.give(Command::Open);
    assert!(
        matches!(effects.as_slice(), [Effect::Go { lens: LensKind::Accounts, scope: Some(1), .. }]),
        "{effects:?}"
    );
    stage.give(Command::PanelRight);
    assert_eq!(stage.with(|lens, _| lens.under()).unwrap().kind, Kind::Interaction);
    insta::assert_snapshot!("today_week_unfolded_80x24", stage.text(SMALL));
    stage.give(Command::PanelRight);
    insta::assert_snapshot!("today_since_unfolded_80x24", stage.text(SMALL));
    assert!(stage.with(|lens, cx| !lens.can(Command::PanelRight, cx) && lens.can(Command::PanelLeft, cx)));
}

#[test]
fn the_queue_is_narrowed_to_what_has_all_the_words() {
    let mut stage = open(crowded());
    let effects = stage.with(|lens, cx| lens.narrow("nord sla", cx));
    stage.perform(effects);
    assert_eq!(stage.with(|lens, _| lens.under()).unwrap().title, "Revised SLA");
    stage.with(|lens, cx| lens.narrow("nobody at all", cx));
    assert!(stage.text(SMALL).contains("Nothing here has these words. Esc shows everything again."));
    stage.give(Command::Back);
    assert_eq!(stage.with(|lens, _| lens.narrowed().to_owned()), "");
}

#[test]
fn the_cursor_stays_on_its_record_when_the_queue_changes() {
    let mut stage = open(crowded());
    stand_on(&mut stage, Kind::Commitment, 4);
    let before = stage.with(|lens, _| lens.under()).unwrap();
    stage.store.perform(Act::Contacted(1, Some(1)), today()).unwrap();
    stage.load();
    assert_eq!(stage.with(|lens, _| lens.under()).unwrap(), before);
}

#[test]
fn a_row_says_why_it_is_there() {
    let mut stage = open(crowded());
    let why = stage.with(|lens, cx| lens.why(cx)).unwrap();
    assert_eq!(why.title, "See Ana Ruiz: 47 d, every 30 · Almazara");
    let shown = cartera::report::plain::render(&why.blocks, None);
    assert!(shown.contains("47 d ago"), "{shown}");
    assert!(shown.contains("7 Oct  "), "the conversation behind it: {shown}");
}

#[test]
fn a_click_takes_the_row_and_the_wheel_moves_in_the_panel_under_it() {
    let mut stage = open(crowded());
    let effects = stage.with(|lens, cx| lens.click(1, 2, cx));
    stage.perform(effects);
    assert_eq!(stage.with(|lens, _| lens.under()).unwrap().title, "Arce");
    stage.with(|lens, cx| lens.scroll(1, 9, cx));
    assert_eq!(stage.with(|lens, _| lens.under()).unwrap().title, "Tramuntana");
    assert!(stage.with(|lens, cx| lens.click(200, 99, cx)).is_empty());
}

#[test]
fn it_is_drawn_at_every_size() {
    let sizes = (1..=300).step_by(23).flat_map(|w| (1..=100).step_by(9).map(move |h| (w, h)));
    for store in [crowded(), imported(), empty()] {
        let mut stage = open(store);
        for size in sizes.clone() {
            stage.text(size);
            stage.give(Command::PanelRight);
        }
    }
}

#[test]
fn what_the_counting_rows_stand_for_is_shown_by_the_lens_they_open() {
    let mut screen = Screen::new(imported());
    screen.keys("End Enter");
    assert!(screen.shows("Joan Vidal") && screen.shows("People"));
    let mut screen = Screen::new(crowded());
    screen.keys("End Enter");
    assert!(screen.shows("she will call back"), "{}", screen.screen());
    assert!(!screen.shows("operators are ready"), "only what is to be sorted out");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]
    #[test]
    fn any_keys_at_any_size_are_survived(keys in proptest::collection::vec(0usize..9, 0..30), width in 1u16..300, height in 1u16..100) {
        let commands = [
            Command::Up, Command::Down, Command::PageDown, Command::PageUp, Command::First, Command::Last, Command::PanelLeft,
            Command::PanelRight, Command::Open,
        ];
        let mut stage = open(crowded());
        for key in keys {
            stage.give(commands[key]);
            stage.text((width, height));
        }
    }
}

#[test]
fn an_act_since_last_time_opens_the_record_it_was_about() {
    let mut store = empty();
    cartera::exchange::demo::build(&mut store, today(), None).unwrap();
    let mut screen = Screen::of(store, Lang::En, Theme::Terminal, (200, 60));
    screen.click("Logged: message with Catalina");
    screen.keys("Enter");
    assert!(screen.shows("Catalina manda fotos del muelle de Maó"), "{}", screen.screen());
    screen.keys("1");
    screen.click("Done: Datos para la auditoría");
    screen.keys("Enter");
    assert!(screen.shows("─ Commitment ─") && screen.shows("Neus Barceló"), "{}", screen.screen());
}
