//! The network of people: what it draws of one and of three hundred, walking along its edges, drawing a new one, and its reasons.
use cartera::command::{Command, LensKind};
use cartera::domain::Id;
use cartera::domain::choice::{BuyingRole, Tie};
use cartera::domain::day::plus_days;
use cartera::domain::field::Link;
use cartera::domain::influence::Influence;
use cartera::domain::kind::Kind;
use cartera::lang::Lang;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::ui::Theme;

use crate::book::{account, clock, person, today};
use crate::crowd::crowd;
use crate::stage::Stage;
use crate::whole;

const SMALL: (u16, u16) = (80, 24);
const MIDDLE: (u16, u16) = (120, 36);

fn edge(store: &mut Store, person: Id, sways: Id, tie: Tie) {
    let [from, to, account] = [person, sways, 1].map(|id| Some(Link(id)));
    let since = Some(plus_days(today(), -40));
    let edge = Influence { person: from, sways: to, account, tie: Some(tie), since, ..Influence::fresh() };
    store.perform(Act::Save(vec![Box::new(edge)]), today()).unwrap();
}

/// Arce: Luis sways Marta, Marta sways Jordi, who decides; Eva and Jordi are against each other, Nuria stands apart.
fn arce() -> Store {
    let mut store = Store::in_memory(clock).unwrap();
    let arce = account(&mut store, "Arce");
    for (name, role) in [
        ("Jordi Mas", BuyingRole::Decider),
        ("Marta Roca", BuyingRole::Influencer),
        ("Luis Prieto", BuyingRole::User),
        ("Eva Sanz", BuyingRole::Buyer),
        ("Nuria Camps", BuyingRole::User),
    ] {
        person(&mut store, name, arce, &[role]);
    }
    edge(&mut store, 3, 2, Tie::Strong);
    edge(&mut store, 2, 1, Tie::Medium);
    edge(&mut store, 4, 1, Tie::Conflict);
    store
}

/// So many people of one account, with edges of every strength between those who are there.
fn woven(people: usize) -> Store {
    let mut store = crowd(people, 1);
    let count = Id::try_from(people).unwrap();
    // Every eleventh has left.
    let here = |id: Id| (1..=count).contains(&id) && id % 11 != 0;
    let ties = [Tie::Weak, Tie::Medium, Tie::Strong];
    for id in (2..=count).filter(|id| here(*id)) {
        let up = (id - 2) / 3 + 1;
        if here(up) {
            edge(&mut store, id, up, ties[usize::try_from(id % 3).unwrap()]);
        }
        let across = id * 5 % count + 1;
        if id % 4 == 0 && here(across) && across != id && across != up {
            edge(&mut store, id, across, Tie::Weak);
        }
        if id % 9 == 0 && here(id - 1) {
            edge(&mut store, id, id - 1, Tie::Conflict);
        }
    }
    store
}

/// The network of a book.
fn open(store: Store, lang: Lang) -> Stage {
    let mut stage = Stage::open(LensKind::People, store, lang, Some(1));
    stage.give(Command::ViewNetwork);
    stage
}

fn under(stage: &mut Stage) -> String {
    stage.with(|lens, _| lens.under()).unwrap().title
}

/// The whole program on the network of Arce, the cursor on whom to see first.
fn program(store: Store) -> whole::Stage {
    let mut stage = whole::Stage::of(store, Lang::En, Theme::Mono, MIDDLE);
    stage.keys("3 Tab :");
    stage.text("people: network");
    stage.keys("Enter Home");
    stage
}

#[test]
fn one_four_fifteen_sixty_and_three_hundred_people_in_both_languages() {
    for people in [1, 4, 15, 60, 300] {
        for lang in Lang::ALL {
            let mut stage = open(woven(people), lang);
            let code = lang.code();
            insta::assert_snapshot!(format!("network_{people}_80x24_{code}"), stage.text(SMALL));
            insta::assert_snapshot!(format!("network_{people}_120x36_{code}"), stage.text(MIDDLE));
            if people == 15 {
                let [mono, colour] = [Theme::Mono, Theme::Terminal].map(|theme| stage.styled(SMALL, theme));
                insta::assert_snapshot!(format!("network_15_80x24_{code}_mono"), mono);
                insta::assert_snapshot!(format!("network_15_80x24_{code}_colour"), colour);
            }
        }
    }
}

#[test]
fn arrows_to_the_side_walk_along_the_edges_and_to_the_right_towards_who_decides() {
    let mut stage = program(arce());
    stage.keys("End");
    assert!(stage.shows("Nuria Camps  reach 2, their own weight"), "{}", stage.screen());
    stage.keys("Home");
    assert!(stage.shows("next contact 1 of 5: never met"), "{}", stage.screen());
    while !stage.shows("Luis Prieto  reach") {
        stage.keys("Down");
    }
    stage.keys("Right");
    assert!(stage.shows("Marta Roca  reach"), "{}", stage.screen());
    stage.keys("Right");
    assert!(stage.shows("Jordi Mas  reach 5, their own weight"), "{}", stage.screen());
    stage.keys("Left Left");
    assert!(stage.shows("Luis Prieto  reach"), "{}", stage.screen());
}

#[test]
fn the_caption_says_what_a_reach_is_made_of_and_why_the_person_should_be_seen() {
    let mut stage = program(arce());
    while !stage.shows("Luis Prieto  reach") {
        stage.keys("Down");
    }
    assert!(stage.shows("reach 4.4 = 2 + 2.4 through Marta Roca"), "{}", stage.screen());
    assert!(stage.shows("never met, sways 1, the way, through Marta Roca, to"), "{}", stage.screen());
}

#[test]
fn an_influence_is_drawn_from_the_person_under_the_cursor_and_an_undo_takes_it_back() {
    let mut stage = program(arce());
    while !stage.shows("Nuria Camps  reach") {
        stage.keys("Down");
    }
    stage.keys("n");
    assert!(stage.shows("influence") && stage.shows("person"), "{}", stage.screen());
    stage.keys("Enter");
    assert!(stage.shows("Nuria Camps"), "the person is filled in: {}", stage.screen());
    stage.keys("Tab");
    stage.text("marta roca");
    stage.keys("Ctrl-S");
    assert!(stage.shows("Nuria Camps  reach 3.2 = 2 + 1.2 through Marta Roca"), "{}", stage.screen());
    stage.keys("u");
    assert!(stage.shows("Nuria Camps  reach 2, their own weight"), "{}", stage.screen());
}

#[test]
fn the_same_influence_twice_is_refused_and_what_was_typed_stays() {
    let mut stage = program(arce());
    while !stage.shows("Luis Prieto  reach") {
        stage.keys("Down");
    }
    stage.keys("n Enter Tab");
    stage.text("marta roca");
    stage.keys("Ctrl-S");
    assert!(stage.shows("already written down that Luis Prieto sways Marta Roca"), "{}", stage.screen());
    assert!(stage.shows("Sways"), "the form is still there: {}", stage.screen());
}

#[test]
fn equals_explains_reach_and_next_contact_factor_by_factor_and_leads_to_the_records() {
    let mut stage = program(arce());
    while !stage.shows("Marta Roca  reach") {
        stage.keys("Down");
    }
    stage.keys("=");
    for text in
        ["Marta Roca as next contact", "1 + lateness", "way to a decider", "through Jordi Mas", "2 of 5"]
    {
        assert!(stage.shows(text), "{text}: {}", stage.screen());
    }
    stage.keys("Down Enter");
    assert!(stage.shows("Tie") && stage.shows("medium"), "the edge itself: {}", stage.screen());
}

#[test]
fn the_way_to_each_who_decides_is_reached_from_the_list() {
    let mut store = arce();
    person(&mut store, "Pau Font", 1, &[BuyingRole::Decider]);
    edge(&mut store, 2, 6, Tie::Weak);
    let mut stage = program(store);
    while !stage.shows("Luis Prieto  reach") {
        stage.keys("Down");
    }
    assert!(stage.shows("Jordi Mas +1, through"), "{}", stage.screen());
    stage.keys("= End");
    for text in ["→ Marta Roca → Jordi Mas", "→ Marta Roca → Pau Font"] {
        assert!(stage.shows(text), "{text}: {}", stage.screen());
    }
}

#[test]
fn under_all_accounts_the_next_contacts_are_numbered_as_they_stand_and_the_caption_names_the_account() {
    let mut store = arce();
    let other = account(&mut store, "Nordwind");
    for name in ["Kerstin Vogel", "Jens Otto"] {
        person(&mut store, name, other, &[BuyingRole::Decider]);
    }
    let mut stage = Stage::open(LensKind::People, store, Lang::En, None);
    stage.give(Command::ViewNetwork);
    let shown = stage.text((120, 50));
    let list = shown.lines().skip_while(|line| !line.contains("Way to whoever")).skip(1);
    // Behind the bar of the reach stand how many they sway, and which next contact they are.
    let behind = list.filter_map(|line| line.rsplit_once(['━', '─', '╸']).map(|(_, behind)| behind));
    let next: Vec<_> = behind.filter_map(|behind| behind.split_whitespace().nth(1)).take(7).collect();
    assert_eq!(next, ["1", "2", "3", "4", "5", "6", "7"], "{shown}");
    assert!(shown.contains(" at Arce:") || shown.contains(" at Nordwind:"), "{shown}");
}

#[test]
fn a_click_on_a_name_of_the_drawing_stands_on_the_person() {
    let mut stage = program(arce());
    stage.keys("End");
    stage.click("Luis Prieto");
    assert!(stage.shows("Luis Prieto  reach 4.4"), "{}", stage.screen());
}

#[test]
fn without_an_edge_the_view_says_what_to_draw_and_which_key_does_it() {
    let mut store = Store::in_memory(clock).unwrap();
    let arce = account(&mut store, "Arce");
    person(&mut store, "Jordi Mas", arce, &[BuyingRole::Decider]);
    let mut stage = program(store);
    assert!(stage.shows("A network takes two: n adds another person"), "{}", stage.screen());
    person(&mut stage.outside.store, "Marta Roca", arce, &[]);
    stage = stage.again();
    stage.keys("3 Tab :");
    stage.text("people: network");
    stage.keys("Enter");
    assert!(stage.shows("n draws a tie from"), "{}", stage.screen());
}

#[test]
fn who_is_filtered_out_is_drawn_and_not_in_the_list_and_the_order_is_that_of_all_views() {
    let mut stage = open(arce(), Lang::En);
    stage.give(Command::Sort);
    let text = stage.text(MIDDLE);
    let list = |text: &str| -> Vec<String> {
        let lines = text.lines().skip_while(|l| !l.contains("Way to whoever decides")).skip(1);
        lines.map(|l| l.chars().skip(3).take(14).collect::<String>().trim().to_owned()).collect()
    };
    let names: Vec<_> = list(&text).into_iter().filter(|l| !l.is_empty()).collect();
    assert_eq!(names, ["Eva Sanz", "Jordi Mas", "Luis Prieto", "Marta Roca", "Nuria Camps"], "{text}");
    stage.with(|lens, cx| lens.narrow("marta", cx));
    let text = stage.text(MIDDLE);
    assert_eq!(list(&text).into_iter().filter(|l| !l.is_empty()).count(), 1, "{text}");
    assert!(text.contains("Luis Prieto"), "{text}");
}

#[test]
fn of_a_crowd_the_person_under_the_cursor_is_drawn_with_those_around_them() {
    let mut stage = open(woven(60), Lang::En);
    stage.give(Command::First);
    let first = under(&mut stage);
    let text = stage.text(MIDDLE);
    assert!(text.contains(&format!("around {first},")), "{text}");
    stage.give(Command::Down);
    let second = under(&mut stage);
    assert_ne!(first, second);
    assert!(stage.text(MIDDLE).contains(&format!("around {second},")));
}

#[test]
fn every_page_of_the_list_can_be_reached_at_three_hundred_people() {
    let mut stage = open(woven(300), Lang::En);
    stage.draw(SMALL, Theme::Mono);
    stage.give(Command::First);
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..300 {
        seen.insert(under(&mut stage));
        stage.give(Command::Down);
        stage.draw(SMALL, Theme::Mono);
    }
    let here = stage.store.people(Some(1), today()).unwrap().iter().filter(|p| p.left_on.is_none()).count();
    assert_eq!(seen.len(), here);
}

#[test]
fn who_left_stands_in_no_network_and_the_view_stays_whole_at_every_size() {
    let mut stage = open(woven(15), Lang::Es);
    stage.with(|lens, cx| lens.stand_on(Kind::Person, 11, cx));
    stage.load();
    assert!(stage.text(MIDDLE).contains("Se ha ido"), "{}", stage.text(MIDDLE));
    for size in [(1, 1), (10, 9), (40, 12), (79, 17), (100, 20), (300, 100)] {
        stage.draw(size, Theme::Terminal);
    }
}

#[test]
fn the_page_of_a_person_lists_their_influences_which_are_changed_and_removed_there() {
    let mut stage = program(arce());
    while !stage.shows("Marta Roca  reach") {
        stage.keys("Down");
    }
    assert!(stage.shows("Who sways whom  2") && stage.shows("← Luis Prieto  strong"), "{}", stage.screen());
    assert!(stage.shows("→ Jordi Mas  medium"), "{}", stage.screen());
    stage.keys("Enter e");
    assert!(stage.shows("Tie") && stage.shows("Since"), "the form of the influence: {}", stage.screen());
    stage.keys("Esc Del Del");
    assert!(stage.shows("Who sways whom  1"), "{}", stage.screen());
    assert!(stage.shows("Marta Roca  reach 4, their own weight"), "{}", stage.screen());
    stage.keys("u");
    assert!(stage.shows("Who sways whom  2"), "{}", stage.screen());
}
