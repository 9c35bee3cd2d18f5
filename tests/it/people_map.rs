//! The map of people: what it shows of one and of three hundred, and what walking and moving on it do.
use cartera::command::{Command, Effect, LensKind};
use cartera::domain::choice::{BuyingRole, Stance};
use cartera::domain::day::plus_days;
use cartera::domain::kind::Kind;
use cartera::domain::person::{Membership, Person};
use cartera::lang::Lang;
use cartera::store::Store;
use cartera::store::act::{Act, Learned};
use cartera::store::query::people::PersonRow;
use cartera::ui::Theme;
use proptest::prelude::*;

use crate::book::{account, book, clock, person, today};
use crate::crowd::crowd;
use crate::stage::Stage;
use crate::whole;

const SMALL: (u16, u16) = (80, 24);
const MIDDLE: (u16, u16) = (120, 36);

/// The map of a book.
fn open(store: Store, lang: Lang, scope: Option<i64>) -> Stage {
    let mut stage = Stage::open(LensKind::People, store, lang, scope);
    stage.give(Command::ViewMap);
    stage
}

fn under(stage: &mut Stage) -> String {
    stage.with(|lens, _| lens.under()).unwrap().title
}

/// What is known of a person of the book.
fn known(store: &Store, name: &str) -> PersonRow {
    store.people(None, today()).unwrap().into_iter().find(|p| p.name == name).unwrap()
}

/// The influence of the person under the cursor.
fn weight(stage: &mut Stage) -> i64 {
    let name = under(stage);
    known(&stage.store, &name).weight.w
}

/// So many people in one place of the map: users, whose stance is not known.
fn alike(count: usize) -> Store {
    let mut store = Store::in_memory(clock).unwrap();
    let account = account(&mut store, "Arce");
    for letter in ('A'..='Z').take(count) {
        person(&mut store, &format!("{letter}nna {letter}oza{letter}"), account, &[BuyingRole::User]);
    }
    store
}

#[test]
fn a_person_is_moved_by_shifted_arrows_and_an_undo_moves_them_back() {
    let mut stage = whole::Stage::new(book());
    stage.keys("3 v");
    assert!(stage.shows("Map  influence × stance"), "{}", stage.screen());
    assert!(stage.shows("Ana Ruiz · Almazara · influence 5, assumed · stance unknown"), "{}", stage.screen());
    stage.keys("Shift-Right");
    assert!(stage.shows("✓ Noted: Ana Ruiz, stance: neutral"), "{}", stage.screen());
    assert!(stage.shows("influence 5, assumed · neutral"), "{}", stage.screen());
    stage.keys("L L");
    assert!(stage.shows("influence 5, assumed · champion"), "{}", stage.screen());
    stage.keys("L");
    assert!(stage.shows("Ana Ruiz is a champion: more is not possible"), "{}", stage.screen());
    stage.keys("Shift-Up");
    assert!(stage.shows("influence 5 · champion"), "an assumed influence is confirmed: {}", stage.screen());
    stage.keys("K");
    assert!(stage.shows("Ana Ruiz has the greatest influence there is"), "{}", stage.screen());
    stage.keys("J");
    assert!(stage.shows("influence 4 · champion"), "{}", stage.screen());
    stage.keys("u u u");
    assert!(stage.shows("influence 5, assumed · supporter"), "{}", stage.screen());
    stage.keys("U");
    assert!(stage.shows("influence 5, assumed · champion"), "{}", stage.screen());
    let ana = known(&stage.outside.store, "Ana Ruiz");
    assert_eq!((ana.stance, ana.stance_on), (Some(Stance::Champion), Some(today())));
}

#[test]
fn the_other_axis_is_interest_and_its_first_step_is_three() {
    let mut stage = whole::Stage::new(book());
    stage.keys("3 v");
    assert!(stage.shows("a interest"), "{}", stage.screen());
    stage.keys("a");
    assert!(stage.shows("influence × interest") && stage.shows("a stance"), "{}", stage.screen());
    assert!(stage.shows("Nobody’s interest is known yet. Shift-→ puts"), "{}", stage.screen());
    stage.keys("H");
    assert!(stage.shows("influence 5, assumed · interest 3"), "{}", stage.screen());
    stage.keys("H H H");
    assert!(stage.shows("Ana Ruiz has the least interest there is"), "{}", stage.screen());
    assert_eq!(known(&stage.outside.store, "Ana Ruiz").interest, Some((1, today())));
}

#[test]
fn the_person_under_the_cursor_is_the_same_in_every_view_and_the_palette_leads_to_each() {
    let mut stage = whole::Stage::new(book());
    stage.keys("3 Down v");
    let screen = stage.screen();
    assert!(screen.contains("María del Mar Soler · Arce"), "{screen}");
    stage.keys("v 1 :");
    stage.text("people: map");
    stage.keys("Enter");
    assert!(stage.shows("María del Mar Soler · Arce · influence 4, assumed"), "{}", stage.screen());
    stage.keys("Tab");
    assert!(stage.shows("Ana Ruiz ·"), "another account has other people: {}", stage.screen());
    stage.keys("Tab");
    assert!(stage.shows("María del Mar Soler ·"), "{}", stage.screen());
    stage.keys("V");
    assert!(stage.shows("List · whom to see first"), "{}", stage.screen());
}

#[test]
fn a_click_selects_and_a_click_on_what_is_hidden_leads_to_it() {
    let mut stage = whole::Stage::new(book());
    stage.keys("3 v");
    stage.click("~Vogel");
    assert!(stage.shows("Kerstin Vogel · Nordwind · influence 2, assumed"), "{}", stage.screen());
    let mut stage = whole::Stage::new(alike(26));
    stage.keys("3 v Home");
    let before = stage.screen();
    stage.click("+15");
    assert_ne!(before, stage.screen());
    stage.keys("Enter");
    assert!(stage.shows("Strength") || stage.shows("Roles"), "{}", stage.screen());
}

#[test]
fn the_cursor_walks_through_all_of_a_crowded_cell_and_whoever_is_under_it_is_seen_by_name() {
    let mut stage = open(alike(26), Lang::En, None);
    stage.draw(SMALL, Theme::Mono);
    stage.give(Command::First);
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..26 {
        let name = under(&mut stage);
        let surname = name.split(' ').next_back().unwrap().to_owned();
        let text = stage.text(SMALL);
        let map: Vec<_> = text.lines().take(text.lines().count() - 1).collect();
        assert!(map.join("\n").contains(&format!("▌{surname}")), "{name}\n{text}");
        seen.insert(name);
        stage.give(Command::Down);
    }
    assert_eq!(seen.len(), 26);
}

#[test]
fn who_left_is_not_on_the_map_and_who_has_no_name_yet_and_what_is_stale_are_marked() {
    let mut store = alike(3);
    let mut change = |id: i64, work: &dyn Fn(&mut Person, &mut Membership)| {
        let parts = store.parts(Kind::Person, id).unwrap();
        let mut person = parts[0].any().downcast_ref::<Person>().unwrap().clone();
        let mut place = parts[1].any().downcast_ref::<Membership>().unwrap().clone();
        work(&mut person, &mut place);
        store.perform(Act::Save(vec![Box::new(person), Box::new(place)]), today()).unwrap();
    };
    change(1, &|_, place| place.left_on = Some(today()));
    change(2, &|person, _| person.placeholder = true);
    let old = plus_days(today(), -130);
    store.perform(Act::Learn(3, Learned::Stance(Some(Stance::Sceptic))), old).unwrap();
    let mut stage = open(store, Lang::En, None);
    stage.give(Command::First);
    let text = stage.text((120, 30));
    assert!(!text.contains("AozaA"), "{text}");
    for sign in ["~(BozaB)", "CozaC −?", "−? over 120 d old", "( ) no name yet", "1 left"] {
        assert!(text.contains(sign), "{sign}\n{text}");
    }
    let effects = stage.with(|lens, cx| lens.narrow("anna aoza", cx));
    stage.perform(effects);
    let text = stage.text(SMALL);
    assert!(text.contains("Everybody here has left."), "{text}");
}

#[test]
fn why_a_person_stands_where_they_do_is_asked_as_in_the_list() {
    let mut stage = whole::Stage::new(book());
    stage.keys("3 =");
    let in_the_list = stage.screen();
    stage.keys("Esc v =");
    let on_the_map = stage.screen();
    let inside = |screen: &str| {
        let lines = screen.lines().filter(|line| line.contains("╭─") || line.contains("ateness"));
        lines.map(|line| line.chars().skip(8).take(60).collect()).collect::<Vec<String>>()
    };
    assert!(inside(&on_the_map).len() > 1, "{on_the_map}");
    assert_eq!(inside(&on_the_map), inside(&in_the_list));
}

#[test]
fn names_of_any_kind_stay_in_their_place() {
    let mut store = Store::in_memory(clock).unwrap();
    let account = account(&mut store, "Arce");
    let long = "Wolfeschlegelsteinhausenbergerdorff".repeat(4);
    for name in
        ["日本語 太郎", "👨‍👩‍👧 Família", "a\u{202e}b \u{2067}c", long.as_str(), "e\u{301}\u{302}\u{303} Ñu", "."]
    {
        person(&mut store, name, account, &[BuyingRole::Decider]);
    }
    let mut stage = open(store, Lang::En, None);
    for size in [SMALL, MIDDLE, (100, 24), (200, 50)] {
        let text = stage.text(size);
        assert!(
            !text.chars().any(|c| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c))
        );
        // What sets the unknown apart stands in one column, whatever the names before it.
        let first = |line: &str| line.char_indices().filter(|(_, c)| *c == '┤').count();
        assert_eq!(text.lines().map(first).sum::<usize>(), 5, "{text}");
        stage.give(Command::Down);
    }
}

#[test]
fn pages_go_from_band_to_band_and_the_ends_are_the_corners() {
    let mut stage = open(crowd(60, 1), Lang::En, None);
    stage.draw(SMALL, Theme::Mono);
    stage.give(Command::First);
    assert_eq!(weight(&mut stage), 5);
    let mut weights = vec![];
    for _ in 0..6 {
        weights.push(weight(&mut stage));
        stage.give(Command::PageDown);
    }
    assert_eq!(weights, [5, 4, 3, 2, 1, 1]);
    stage.give(Command::Last);
    assert_eq!(weight(&mut stage), 1);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 30, ..ProptestConfig::default() })]
    #[test]
    fn no_size_and_no_commands_make_the_map_panic(
        columns in 1u16..260, rows in 1u16..80, people in 0usize..70,
        commands in proptest::collection::vec(0..18usize, 0..24),
    ) {
        const COMMANDS: [Command; 18] = [
            Command::Up, Command::Down, Command::PageUp, Command::PageDown, Command::First, Command::Last,
            Command::Open, Command::Back, Command::PanelLeft, Command::PanelRight, Command::Sort, Command::Axis,
            Command::Filter, Command::Mark, Command::View, Command::MoveUp, Command::MoveRight, Command::ViewBack,
        ];
        let mut stage = open(crowd(people, 2), Lang::En, None);
        for command in commands {
            for effect in stage.give(COMMANDS[command]) {
                if let Effect::Act(act) = effect {
                    stage.store.perform(act, today()).unwrap();
                    stage.load();
                }
            }
            stage.draw((columns, rows), Theme::Dark);
        }
        stage.with(|lens, cx| { lens.click(0, usize::from(rows), cx); lens.scroll(0, -3, cx); lens.scroll(0, 3, cx); });
        stage.draw((columns, rows), Theme::Mono);
    }
}

#[test]
fn crowds_of_every_size_in_both_languages() {
    for (people, accounts) in [(1, 1), (4, 1), (15, 1), (60, 1), (300, 4)] {
        for (lang, code) in [(Lang::En, "en"), (Lang::Es, "es")] {
            let mut stage = open(crowd(people, accounts), lang, None);
            insta::assert_snapshot!(
                format!("map_{people}_80x24_{code}"),
                stage.styled(SMALL, Theme::Terminal)
            );
            insta::assert_snapshot!(format!("map_{people}_120x36_{code}"), stage.text(MIDDLE));
            insta::assert_snapshot!(
                format!("map_{people}_80x24_{code}_mono"),
                stage.styled(SMALL, Theme::Mono)
            );
            stage.give(Command::Axis);
            insta::assert_snapshot!(format!("map_{people}_interest_80x24_{code}"), stage.text(SMALL));
        }
    }
}
