//! The plans as a tree: what it shows empty, of the demo and of many, and what its keys do.
use cartera::domain::choice::{Choice, Mix, Priority};
use cartera::domain::kind::Kind;
use cartera::domain::value::Value;
use cartera::lang::Lang;
use cartera::store::Store;
use cartera::ui::Theme;

use crate::book::{book, clock, save, today};
use crate::plan::{initiative, milestone, objective, plan};
use crate::whole::Stage;

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 36);

fn open(store: Store, lang: Lang, theme: Theme, size: (u16, u16)) -> Stage {
    let mut stage = Stage::of(store, lang, theme, size);
    stage.keys("6");
    stage
}

fn demo() -> Store {
    let mut store = Store::in_memory(clock).unwrap();
    cartera::exchange::demo::build(&mut store, today(), None).unwrap();
    store
}

/// One account with so many initiatives in four objectives.
fn crowded(initiatives: i64) -> Store {
    let mut store = book();
    let plan = save(&mut store, plan(1, "Plan 2026"));
    let objectives: Vec<_> = (1..=4)
        .map(|n| save(&mut store, objective(plan, &format!("Objective {n}"), Priority::Medium)))
        .collect();
    for n in 0..initiatives {
        let under = objectives[usize::try_from(n % 4).unwrap()];
        let one =
            save(&mut store, initiative(under, &format!("Initiative number {n}"), n * 7 - 90, n * 9 - 40));
        save(&mut store, milestone(one, &format!("Milestone {n}"), n * 8 - 50));
    }
    store
}

#[test]
fn empty_demo_and_crowded_in_both_languages_and_sizes() {
    type Made = fn() -> Store;
    let books: [(&str, Made); 3] = [("empty", book), ("demo", demo), ("crowded", || crowded(40))];
    for (name, made) in books {
        for (lang, code) in [(Lang::En, "en"), (Lang::Es, "es")] {
            let mut stage = open(made(), lang, Theme::Terminal, LARGE);
            insta::assert_snapshot!(format!("plan_tree_{name}_120x36_{code}"), stage.painted());
            let mut stage = open(made(), lang, Theme::Mono, SMALL);
            insta::assert_snapshot!(format!("plan_tree_{name}_80x24_{code}_mono"), stage.screen());
        }
    }
}

#[test]
fn without_room_what_hangs_on_initiatives_is_folded_and_the_arrows_unfold_it() {
    let mut stage = open(crowded(40), Lang::En, Theme::Mono, SMALL);
    assert!(!stage.screen().contains("Milestone"));
    stage.keys("Down Down");
    assert!(stage.screen().contains("▸ 1"));
    stage.keys("Right");
    assert!(stage.screen().contains("Milestone 0"), "{}", stage.screen());
    stage.keys("Left");
    assert!(!stage.screen().contains("Milestone 0"));
    stage.keys("Left");
    assert!(stage.screen().contains("▌├ Objective 1"), "{}", stage.screen());
}

#[test]
fn x_reaches_a_milestone_says_so_and_u_takes_it_back() {
    let mut stage = open(crowded(1), Lang::En, Theme::Mono, LARGE);
    stage.keys("Down Down Down x");
    assert!(stage.screen().contains("Reached: Milestone 0"), "{}", stage.screen());
    assert!(stage.screen().contains("100%"), "{}", stage.screen());
    stage.keys("u");
    assert!(stage.screen().contains("Undone: “Milestone 0” reached"), "{}", stage.screen());
}

#[test]
fn x_on_a_plan_says_that_it_has_been_gone_through() {
    let mut stage = open(crowded(1), Lang::En, Theme::Mono, LARGE);
    assert!(stage.screen().contains("no review"));
    stage.keys("x");
    assert!(stage.screen().contains("review 0 d"), "{}", stage.screen());
}

#[test]
fn n_on_an_initiative_offers_a_milestone_or_a_promise_that_hangs_on_it() {
    let mut stage = open(crowded(1), Lang::En, Theme::Mono, LARGE);
    stage.keys("Down Down n");
    let menu = stage.screen();
    assert!(menu.contains("milestone") && menu.contains("commitment"), "{menu}");
    stage.keys("Enter");
    stage.text("Sign-off");
    stage.keys("Ctrl-S");
    assert!(stage.screen().contains("Sign-off"), "{}", stage.screen());
}

#[test]
fn the_filter_leaves_the_actions_of_an_element_of_the_mix_with_what_they_are_part_of() {
    let mut store = crowded(3);
    let mut one = store.record(Kind::Initiative, 2).unwrap();
    one.set("mix", Value::Choices(vec![Mix::Promotion.name()])).unwrap();
    store.perform(cartera::store::act::Act::Save(vec![one]), today()).unwrap();
    let mut stage = open(store, Lang::En, Theme::Mono, LARGE);
    stage.keys("f");
    assert!(stage.screen().contains("marketing and brand  2"), "{}", stage.screen());
    stage.keys("a");
    let screen = stage.screen();
    assert!(screen.contains("Milestone 1") && !screen.contains("Milestone 2"), "{screen}");
    assert!(screen.contains("Objective 2") && !screen.contains("Objective 1"), "{screen}");
    stage.keys("Esc");
    assert!(stage.screen().contains("Milestone 2"));
}

#[test]
fn narrowing_keeps_what_a_match_is_part_of_and_says_when_nothing_is_like_it() {
    let mut stage = open(crowded(3), Lang::En, Theme::Mono, LARGE);
    stage.keys("/");
    stage.text("milestone 2");
    stage.keys("Enter");
    let screen = stage.screen();
    assert!(screen.contains("Milestone 2") && screen.contains("Objective 3"), "{screen}");
    assert!(!screen.contains("Objective 1"), "{screen}");
    stage.keys("/");
    stage.text("xyz");
    stage.keys("Enter");
    assert!(stage.screen().contains("Nothing in the plans is like this."), "{}", stage.screen());
}

#[test]
fn equals_says_how_far_and_why() {
    let mut stage = open(crowded(2), Lang::En, Theme::Mono, LARGE);
    stage.keys("=");
    let screen = stage.screen();
    assert!(screen.contains("high priority three times"), "{screen}");
    assert!(screen.contains("Time gone by"), "{screen}");
}

#[test]
fn a_plan_is_carried_forward_from_the_menu_of_its_row() {
    let mut stage = open(crowded(2), Lang::En, Theme::Mono, LARGE);
    stage.keys("c");
    assert!(stage.screen().contains("carry forward"), "{}", stage.screen());
    stage.keys("Down Down Down Down Enter");
    assert!(stage.screen().contains("2 plans") && stage.screen().contains("Plan 2027"), "{}", stage.screen());
    stage.keys("u");
    assert!(stage.screen().contains("1 plan ·"), "{}", stage.screen());
}

#[test]
fn progress_by_hand_is_asked_only_where_nothing_hangs_on_an_initiative() {
    let mut store = crowded(1);
    save(&mut store, initiative(1, "Alone", -9, 9));
    let mut stage = open(store, Lang::En, Theme::Mono, LARGE);
    stage.keys("Down Down c");
    assert!(!stage.screen().contains("Progress by hand"));
    stage.keys("Esc Down Down c");
    assert!(stage.screen().contains("Progress by hand"), "{}", stage.screen());
    stage.keys("p");
    stage.text("40");
    stage.keys("Enter");
    assert!(stage.screen().contains("40%"), "{}", stage.screen());
}

#[test]
fn enter_reads_the_page_on_a_narrow_screen_and_escape_comes_back() {
    let mut stage = open(demo(), Lang::Es, Theme::Mono, SMALL);
    stage.keys("Enter");
    let page = stage.screen();
    assert!(page.contains("El parque de carretillas de Almazara"), "{page}");
    stage.keys("Esc");
    assert!(!stage.screen().contains("El parque de carretillas de Almazara"));
}

#[test]
fn an_account_without_a_plan_gets_one_with_enter() {
    let mut stage = open(book(), Lang::En, Theme::Mono, LARGE);
    assert!(stage.screen().contains("no plan yet"));
    stage.keys("Enter");
    let form = stage.screen();
    assert!(form.contains("Almazara") && form.contains("2026/27"), "{form}");
}

/// The names of what stands in the tree, from above.
fn names(stage: &mut Stage, wanted: &[&'static str]) -> Vec<&'static str> {
    let screen = stage.screen();
    let here = |line: &str| wanted.iter().find(|name| line.contains(**name)).copied();
    screen.lines().filter_map(here).collect()
}

#[test]
fn s_sorts_by_end_by_progress_and_by_who_and_comes_back_to_the_order_of_the_plan() {
    let mut store = book();
    let plan = save(&mut store, plan(1, "Plan 2026"));
    let under = save(&mut store, objective(plan, "Second plant", Priority::High));
    save(&mut store, initiative(under, "Alpha", -9, 60));
    let pau = Some(cartera::domain::field::Link(1));
    let beta = cartera::domain::plan::Initiative { owner: pau, ..initiative(under, "Beta", -8, 20) };
    save(&mut store, cartera::domain::plan::Initiative { progress: Some(200_000), ..beta });
    let gamma = initiative(under, "Gamma", -7, 40);
    save(&mut store, cartera::domain::plan::Initiative { progress: Some(900_000), ..gamma });
    let mut stage = open(store, Lang::En, Theme::Mono, SMALL);
    let all = ["Alpha", "Beta", "Gamma"];
    assert_eq!(names(&mut stage, &all), all);
    stage.keys("s");
    assert!(stage.screen().contains("Until ↓"), "{}", stage.screen());
    assert_eq!(names(&mut stage, &all), ["Beta", "Gamma", "Alpha"]);
    stage.keys("S");
    assert_eq!(names(&mut stage, &all), ["Alpha", "Gamma", "Beta"]);
    stage.keys("s S");
    assert_eq!(names(&mut stage, &all), ["Gamma", "Beta", "Alpha"], "what is not known stays last");
    stage.keys("s");
    assert_eq!(names(&mut stage, &all), ["Alpha", "Gamma", "Beta"]);
    stage.keys("s");
    assert_eq!(names(&mut stage, &all), all);
}
