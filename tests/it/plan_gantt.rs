//! The plans as a Gantt chart: what it shows empty, of the demo and of many, and how bars are moved.
use cartera::domain::choice::Priority;
use cartera::domain::day::{days_between, plus_days};
use cartera::domain::field::Link;
use cartera::domain::gantt::Shift;
use cartera::domain::kind::Kind;
use cartera::domain::value::Value;
use cartera::lang::Lang;
use cartera::lang::value::Context;
use cartera::report::gantt::rows::rows;
use cartera::report::gantt::wanted::Wanted;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::ui::Theme;
use chrono::NaiveDate;

use crate::book::{book, clock, save, today};
use crate::plan::{initiative, milestone, objective, plan};
use crate::whole::Stage;

const SMALL: (u16, u16) = (80, 24);
const MIDDLE: (u16, u16) = (120, 36);

/// The chart, as it stands when it is opened.
fn open(store: Store, lang: Lang, theme: Theme, size: (u16, u16)) -> Stage {
    let mut stage = Stage::of(store, lang, theme, size);
    stage.keys("6 v");
    stage
}

fn english(store: Store) -> Stage {
    open(store, Lang::En, Theme::Mono, MIDDLE)
}

fn demo() -> Store {
    let mut store = Store::in_memory(clock).unwrap();
    cartera::exchange::demo::build(&mut store, today(), None).unwrap();
    store
}

/// Forty initiatives in four objectives, each waiting for the one before it in its objective.
fn crowded() -> Store {
    let mut store = book();
    let plan = save(&mut store, plan(1, "Plan 2026"));
    let objectives: Vec<_> = (1..=4)
        .map(|n| save(&mut store, objective(plan, &format!("Objective {n}"), Priority::Medium)))
        .collect();
    let mut before = [None; 4];
    for n in 0..40_i64 {
        let under = usize::try_from(n % 4).unwrap();
        let of = initiative(objectives[under], &format!("Initiative number {n}"), n * 9 - 290, n * 9 - 240);
        let after = before[under].into_iter().map(Link).collect();
        let one = save(&mut store, cartera::domain::plan::Initiative { after, ..of });
        save(&mut store, milestone(one, &format!("Milestone {n}"), n * 9 - 250));
        before[under] = Some(one);
    }
    store
}

/// A pilot of three weeks with two milestones, one of them on its last day, and a roll-out that waits for it.
fn pilot() -> Store {
    let mut store = book();
    let plan = save(&mut store, plan(1, "Plan 2026"));
    let under = save(&mut store, objective(plan, "Second plant", Priority::High));
    let first = save(&mut store, initiative(under, "Pilot", -2, 18));
    save(&mut store, milestone(first, "Machines there", 4));
    save(&mut store, milestone(first, "Signed off", 18));
    let of = initiative(under, "Roll-out", 20, 40);
    save(&mut store, cartera::domain::plan::Initiative { after: vec![Link(first)], ..of });
    store
}

fn of(store: &Store, kind: Kind, id: i64, field: &str) -> NaiveDate {
    match store.record(kind, id).unwrap().get(field) {
        Value::Day(day) => day,
        other => panic!("{other:?}"),
    }
}

fn from_today(days: i64) -> NaiveDate {
    plus_days(today(), days)
}

/// First and last day of an initiative, from today.
fn days(store: &Store, id: i64) -> (i64, i64) {
    let day = |field| days_between(today(), of(store, Kind::Initiative, id, field));
    (day("starts_on"), day("ends_on"))
}

#[test]
fn empty_demo_and_crowded_in_both_languages_and_sizes() {
    type Made = fn() -> Store;
    let books: [(&str, Made); 3] = [("empty", book), ("demo", demo), ("crowded", crowded)];
    for (name, made) in books {
        for (lang, code) in [(Lang::En, "en"), (Lang::Es, "es")] {
            let mut stage = open(made(), lang, Theme::Terminal, MIDDLE);
            insta::assert_snapshot!(format!("plan_gantt_{name}_120x36_{code}"), stage.painted());
            let mut stage = open(made(), lang, Theme::Mono, SMALL);
            insta::assert_snapshot!(format!("plan_gantt_{name}_80x24_{code}_mono"), stage.screen());
        }
    }
}

#[test]
fn an_initiative_moves_as_a_whole_with_its_open_milestones_and_back() {
    let mut store = pilot();
    store.perform(Act::Achieved(vec![(Kind::Milestone, 1)]), today()).unwrap();
    let moved =
        store.perform(Act::Reschedule(vec![(Kind::Initiative, 1)], Shift::Whole(7)), today()).unwrap();
    assert_eq!(days(&store, 1), (5, 25));
    assert_eq!(of(&store, Kind::Milestone, 1, "due"), from_today(4), "what is reached was reached then");
    assert_eq!(of(&store, Kind::Milestone, 2, "due"), from_today(25));
    assert_eq!(moved.label.arg("held"), Some("Roll-out"), "what waits begins before it is over now");
    store.perform(Act::Undo, today()).unwrap();
    assert_eq!((days(&store, 1), of(&store, Kind::Milestone, 2, "due")), ((-2, 18), from_today(18)));
}

#[test]
fn its_end_takes_the_milestone_of_its_last_day_along_and_never_passes_its_beginning() {
    let mut store = pilot();
    let mut end =
        |days| store.perform(Act::Reschedule(vec![(Kind::Initiative, 1)], Shift::End(days)), today());
    end(3).unwrap();
    assert_eq!(end(-30).unwrap_err().explain().key, "gantt-too-short");
    assert_eq!(days(&store, 1), (-2, 21));
    assert_eq!(of(&store, Kind::Milestone, 2, "due"), from_today(21));
    assert_eq!(of(&store, Kind::Milestone, 1, "due"), from_today(4));
}

#[test]
fn an_objective_moves_all_that_is_open_of_it_and_nothing_is_moved_twice() {
    let mut store = pilot();
    store.perform(Act::Achieved(vec![(Kind::Initiative, 1)]), today()).unwrap();
    let all = vec![(Kind::Objective, 1), (Kind::Initiative, 2)];
    store.perform(Act::Reschedule(all, Shift::Whole(-7)), today()).unwrap();
    assert_eq!((days(&store, 1), days(&store, 2)), ((-2, 18), (13, 33)));
    let refused = |store: &mut Store, what, shift| {
        store.perform(Act::Reschedule(vec![what], shift), today()).unwrap_err().explain().key
    };
    assert_eq!(refused(&mut store, (Kind::Initiative, 1), Shift::Whole(1)), "gantt-over");
    assert_eq!(refused(&mut store, (Kind::Plan, 1), Shift::Whole(1)), "gantt-not-a-bar");
    assert_eq!(refused(&mut store, (Kind::Milestone, 1), Shift::End(1)), "gantt-no-end");
    store.perform(Act::Achieved(vec![(Kind::Initiative, 2)]), today()).unwrap();
    assert_eq!(refused(&mut store, (Kind::Objective, 1), Shift::Whole(1)), "gantt-nothing-open");
}

#[test]
fn keys_move_the_bar_under_the_cursor_by_a_week_a_day_and_its_end() {
    let mut stage = english(pilot());
    stage.keys("Down Down > Shift-Left");
    assert!(stage.screen().contains("Pilot: 27 Nov 2026 – 17 Dec 2026"), "{}", stage.screen());
    stage.keys("J");
    assert!(stage.screen().contains("Pilot: until 18 Dec 2026"), "{}", stage.screen());
    stage.keys("Shift-Up <");
    assert!(stage.screen().contains("Pilot: 20 Nov 2026 – 10 Dec 2026"), "{}", stage.screen());
    stage.keys("u u");
    assert!(stage.screen().contains("27 Nov – 18 Dec"), "{}", stage.screen());
}

#[test]
fn what_is_marked_moves_together_and_comes_back_at_once() {
    let mut stage = english(pilot());
    stage.keys("Down Down Space Space >");
    let screen = stage.screen();
    assert!(screen.contains("2 marked") && screen.contains("2 bars (Pilot, Roll-out) 7 d later"), "{screen}");
    stage.keys("u");
    assert!(stage.screen().contains("Undone: move of Pilot, Roll-out"), "{}", stage.screen());
    stage.keys("Esc");
    assert!(!stage.screen().contains("2 marked"));
}

#[test]
fn rows_fold_and_zooming_keeps_the_bar_in_sight() {
    let mut stage = english(pilot());
    stage.keys("Down Down Enter");
    assert!(stage.screen().contains("Machines there"), "{}", stage.screen());
    stage.keys("Down Down + +");
    let screen = stage.screen();
    assert!(screen.contains("by week") && screen.contains("Signed off  Fri 11 Dec"), "{screen}");
    assert!(screen.lines().any(|line| line.contains("▌") && line.contains('◆')), "{screen}");
    stage.keys("Home Enter");
    assert!(!stage.screen().contains("▸ Pilot"), "{}", stage.screen());
    stage.keys("Enter - -");
    assert!(stage.screen().contains("by quarter"));
}

#[test]
fn arrows_walk_through_time_as_far_as_there_is_something() {
    let mut stage = english(crowded());
    stage.keys("Home + +");
    let before = stage.screen();
    stage.keys("Right");
    assert_ne!(stage.screen(), before);
    stage.keys("Left");
    assert_eq!(stage.screen(), before);
    stage.keys(&"Left ".repeat(80));
    assert!(stage.screen().contains("Jan 2026"), "{}", stage.screen());
}

#[test]
fn the_filter_and_the_narrowing_leave_what_they_say_and_escape_shows_all() {
    let mut stage = english(pilot());
    stage.keys("/");
    stage.text("signed");
    stage.keys("Enter");
    let screen = stage.screen();
    assert!(screen.contains("Signed off") && !screen.contains("Roll-out"), "{screen}");
    stage.keys("Esc f f");
    let screen = stage.screen();
    assert!(screen.contains("only what is late") && screen.contains("Nothing in the plans"), "{screen}");
    stage.keys("Esc");
    assert!(stage.screen().contains("Roll-out"), "{}", stage.screen());
}

#[test]
fn what_was_under_the_cursor_of_the_tree_is_under_that_of_the_chart() {
    let mut stage = Stage::of(pilot(), Lang::En, Theme::Mono, MIDDLE);
    stage.keys("6 Down Down Down v");
    assert!(stage.screen().lines().any(|line| line.starts_with('▌') && line.contains("Machines")));
    stage.keys("V");
    assert!(stage.screen().lines().any(|line| line.contains('▌') && line.contains("Machines")));
}

#[test]
fn a_plan_of_last_year_alone_is_folded_and_read_from_its_own_days() {
    let mut store = pilot();
    let mut plan = store.record(Kind::Plan, 1).unwrap();
    plan.set("status", Value::Choice("closed")).unwrap();
    store.perform(Act::Save(vec![plan]), today()).unwrap();
    let mut stage = english(store);
    stage.keys("Enter");
    assert!(stage.screen().contains("Roll-out"), "{}", stage.screen());
}

#[test]
fn an_end_that_comes_nearer_draws_in_the_milestones_that_it_would_leave_behind_it() {
    let mut store = pilot();
    let moved =
        store.perform(Act::Reschedule(vec![(Kind::Initiative, 1)], Shift::End(-16)), today()).unwrap();
    assert_eq!(days(&store, 1), (-2, 2));
    assert_eq!(of(&store, Kind::Milestone, 1, "due"), from_today(2), "it stood four days ahead");
    assert_eq!(of(&store, Kind::Milestone, 2, "due"), from_today(2));
    assert_eq!(moved.label.arg("drawn"), Some("Machines there"));
    store.perform(Act::Undo, today()).unwrap();
    assert_eq!(of(&store, Kind::Milestone, 1, "due"), from_today(4));
}

#[test]
fn x_reaches_all_that_is_marked_wherever_the_cursor_stands() {
    let mut stage = english(pilot());
    stage.keys("Down Down Enter Space Space Home x");
    assert!(stage.screen().contains("2 reached: Pilot, Machines there"), "{}", stage.screen());
}

#[test]
fn all_that_is_marked_can_be_moved() {
    let mut store = pilot();
    store.perform(Act::Achieved(vec![(Kind::Initiative, 1)]), today()).unwrap();
    let mut stage = english(store);
    stage.keys("Ctrl-A >");
    assert!(stage.screen().contains("Roll-out: 20 Dec 2026 – 9 Jan 2027"), "{}", stage.screen());
}

#[test]
fn what_is_no_longer_shown_is_not_marked() {
    let mut stage = english(pilot());
    stage.keys("Ctrl-A /");
    assert!(stage.screen().contains("2 marked"), "{}", stage.screen());
    stage.text("signed");
    stage.keys("Enter");
    assert!(stage.screen().contains("1 marked"), "{}", stage.screen());
    stage.keys("Down Down Del Del");
    assert!(!stage.screen().contains("marked"), "{}", stage.screen());
}

#[test]
fn a_milestone_that_was_reached_stands_on_one_day_on_its_bar_and_in_its_row() {
    let mut store = pilot();
    store.perform(Act::Achieved(vec![(Kind::Milestone, 1)]), today()).unwrap();
    let plans = store.plans(Some(1), today()).unwrap();
    let (words, directory) = (cartera::lang::Words::new(Lang::En), store.directory().unwrap());
    let cx = Context { words: &words, today: today(), directory: &directory, scope: Some(1) };
    let (rows, _) = rows(&plans, &Wanted::whole(&plans), &cx);
    let bar = |name: &str| rows.iter().find(|row| row.name == name).and_then(|row| row.bar.as_ref()).unwrap();
    let points: Vec<_> = bar("Pilot").points.iter().map(|point| point.day).collect();
    assert_eq!(points, [today(), from_today(18)]);
    assert_eq!(bar("Machines there").span.from, today());
}

#[test]
fn n_opens_the_form_that_the_tree_opens_with_its_days() {
    for (way, day) in [("Down Down", "11 Dec 2026"), ("Down", "31 Dec 2026")] {
        let mut stage = english(pilot());
        stage.keys(way);
        assert!(!stage.screen().contains(day), "{}", stage.screen());
        stage.keys("n Enter");
        assert!(
            stage.screen().contains(day),
            "a new part ends with what it is a part of\n{}",
            stage.screen()
        );
    }
}
