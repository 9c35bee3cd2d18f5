//! The weekly review: begun, left, gone on with, undone, finished; on the screen and on the shell.
use cartera::domain::Id;
use cartera::domain::choice::{PlanStatus, Side, Stage as Stages};
use cartera::domain::colleague::Colleague;
use cartera::domain::commitment::Commitment;
use cartera::domain::day::{day, plus_days};
use cartera::domain::decision::Decision;
use cartera::domain::field::Link;
use cartera::domain::kind::Kind;
use cartera::domain::opportunity::Opportunity;
use cartera::domain::plan::Milestone;
use cartera::domain::value::Value;
use cartera::lang::Lang;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::act::review::Reviewing;
use cartera::store::journal::everything;
use cartera::ui::Theme;
use serde_json::json;

use crate::book::{book, clock, initiative, objective, plan, save, set, today};
use crate::cli::User;
use crate::whole::Stage;

/// Almazara with a plan that is late, promises of both sides, a decision that nobody knows and a sale; Arce with a plan that is
/// only written; Nordwind with nothing.
fn prepared() -> Store {
    let mut store = book();
    let laia = save(&mut store, Colleague { name: "Laia Serra".into(), ..Colleague::default() });
    let plan_1 = plan(&mut store, 1, "Almazara 2026", PlanStatus::Active);
    let plan_2 = plan(&mut store, 2, "Arce 2026", PlanStatus::Draft);
    for plan in [plan_1, plan_2] {
        set(&mut store, Kind::Plan, plan, "reviewed_on", Value::Day(day(2026, 10, 2)));
    }
    let objective = objective(&mut store, plan_1);
    let term = (day(2026, 3, 1), day(2026, 12, 20));
    let initiative = initiative(&mut store, objective, "Night service", Some(laia), term);
    for (name, due, done) in
        [("Pilot agreed", -60, Some(-4)), ("Pilot signed", -9, None), ("Rolled out", 9, None)]
    {
        let milestone = Milestone {
            name: name.into(),
            initiative: Some(Link(initiative)),
            due: Some(plus_days(today(), due)),
            done_on: done.map(|days| plus_days(today(), days)),
            ..Milestone::default()
        };
        save(&mut store, milestone);
    }
    for (side, text, due) in [(Side::Ours, "send the TCO", -2), (Side::Theirs, "PO number", -11)] {
        let promise = Commitment {
            side: Some(side),
            text: text.into(),
            account: Some(Link(1)),
            counterpart: Some(Link(1)),
            due: Some(plus_days(today(), due)),
            ..Commitment::default()
        };
        save(&mut store, promise);
    }
    let decision = Decision {
        name: "Prices frozen".into(),
        account: Some(Link(1)),
        decided_on: Some(plus_days(today(), -3)),
        people: vec![Link(1)],
        colleagues: vec![Link(laia)],
        ..Decision::fresh()
    };
    save(&mut store, decision);
    let sale = Opportunity {
        name: "Second site".into(),
        account: Some(Link(1)),
        stage: Some(Stages::Qualified),
        next_step: "visit the site with Pau".into(),
        closes_on: Some(day(2027, 2, 1)),
        ..Opportunity::fresh()
    };
    save(&mut store, sale);
    store
}

fn reviewed(store: &Store, plan: Id) -> Value {
    store.record(Kind::Plan, plan).unwrap().get("reviewed_on")
}

fn moves(store: &Store) -> Vec<String> {
    let week = store.week(None, today()).unwrap();
    week.chosen.iter().map(|p| p.text.clone()).collect()
}

#[test]
fn a_monday_with_the_review_ends_with_plans_reviewed_and_a_list_of_moves() {
    let mut stage = Stage::new(prepared());
    stage.keys("w");
    assert!(stage.shows("Weekly review") && stage.shows("What moved"), "{}", stage.screen());
    assert!(stage.shows("Milestone reached: Pilot agreed"), "{}", stage.screen());
    stage.keys("End Up");
    stage.keys("Home");
    // Down to the first proposal: the initiative that is late.
    let proposals = stage.outside.store.week(None, today()).unwrap().stop.unwrap().moves.len();
    assert!(proposals >= 3, "{proposals}");
    stage.keys("End");
    for _ in 0..proposals {
        stage.keys("Up");
    }
    stage.keys("Enter");
    assert!(stage.shows("1 of 3 chosen"), "{}", stage.screen());
    stage.keys("n");
    stage.text("wed Ana Ruiz show the pilot");
    stage.keys("Enter");
    assert!(stage.shows("2 of 3 chosen"), "{}", stage.screen());
    let mine = stage.outside.store.records(Kind::Commitment, 0, 99).unwrap().pop().unwrap();
    assert_eq!(mine.get("due"), Value::Day(day(2026, 11, 25)));
    assert_eq!(mine.get("counterpart"), Value::Link(1));
    assert_eq!(mine.get("account"), Value::Link(1));

    stage.keys("Ctrl-S");
    assert_eq!(reviewed(&stage.outside.store, 1), Value::Day(today()));
    assert!(stage.shows("Gone through: Almazara, plan reviewed"), "{}", stage.screen());
    assert!(stage.shows("no plan in force") && stage.shows("Arce"), "{}", stage.screen());
    stage.keys("Ctrl-S Ctrl-S");
    assert!(stage.shows("Finish the review") && stage.shows("show the pilot"), "{}", stage.screen());
    assert!(stage.shows("no move chosen"), "{}", stage.screen());
    stage.keys("y");
    assert!(stage.paper.copied.contains("show the pilot"), "{}", stage.paper.copied);
    stage.keys("End Enter");
    assert!(stage.shows("Review finished: 3 accounts, 2 moves"), "{}", stage.screen());
    stage.keys("End Enter");
    assert!(!stage.shows("Weekly review"), "{}", stage.screen());
    let review = stage.outside.store.record(Kind::Review, 1).unwrap();
    assert_eq!(review.get("finished_on"), Value::Day(today()));
    assert_eq!(
        reviewed(&stage.outside.store, 2),
        Value::Day(day(2026, 10, 2)),
        "a draft is in nobody's hands"
    );
}

#[test]
fn a_review_that_was_left_goes_on_where_it_was_also_after_a_restart() {
    let mut stage = Stage::new(prepared());
    stage.keys("w Ctrl-S Esc");
    assert!(!stage.shows("Weekly review"));
    stage.keys("w End");
    assert!(stage.shows("Weekly review") && stage.shows("on to Nordwind"), "{}", stage.screen());
    let mut stage = stage.again();
    stage.keys("w End");
    assert!(stage.shows("on to Nordwind"), "{}", stage.screen());
    assert_eq!(stage.outside.store.records(Kind::Review, 0, 9).unwrap().len(), 1);
    stage.keys("Left");
    assert!(stage.shows("plan Almazara 2026, reviewed today"), "{}", stage.screen());
    stage.keys("Right Right End");
    assert!(stage.shows("on to Arce"), "{}", stage.screen());
}

#[test]
fn a_review_of_another_week_is_not_gone_on_with() {
    let mut store = prepared();
    store.perform(Act::Review(Reviewing::Through(1)), plus_days(today(), -7)).unwrap();
    let week = store.week(None, today()).unwrap();
    assert_eq!((week.done(), week.review.is_none()), (0, true));
    let stop = week.stop.unwrap();
    assert_eq!((stop.account(), stop.since, stop.reviewed), (1, plus_days(today(), -7), true));
    store.perform(Act::Review(Reviewing::Through(2)), today()).unwrap();
    assert_eq!(store.reviews().unwrap().len(), 2);
}

#[test]
fn every_step_is_taken_back_by_one_undo_where_it_was_made() {
    let mut stage = Stage::new(prepared());
    let before = everything(&stage.outside.store).unwrap();
    stage.keys("w n");
    stage.text("call Ana");
    stage.keys("Enter");
    assert_eq!(moves(&stage.outside.store), ["call Ana"]);
    stage.keys("u");
    assert!(stage.shows("Weekly review") && moves(&stage.outside.store).is_empty(), "{}", stage.screen());
    assert_eq!(everything(&stage.outside.store).unwrap(), before);
    stage.keys("U Ctrl-S");
    assert_eq!(reviewed(&stage.outside.store, 1), Value::Day(today()));
    stage.keys("u u");
    assert_eq!(everything(&stage.outside.store).unwrap(), before);
}

#[test]
fn a_move_that_was_chosen_is_taken_back_with_a_space() {
    let mut stage = Stage::new(prepared());
    stage.keys("w n");
    stage.text("call Ana");
    stage.keys("Enter");
    assert!(stage.shows("✓ call Ana") || stage.shows("✓  call Ana"), "{}", stage.screen());
    stage.keys("Space");
    assert_eq!(moves(&stage.outside.store), [""; 0]);
    assert!(stage.shows("0 of 3 chosen"), "{}", stage.screen());
}

#[test]
fn promises_are_kept_and_people_contacted_without_leaving_the_review() {
    let mut stage = Stage::new(prepared());
    stage.keys("w Home");
    while !stage.screen().lines().any(|l| l.contains('▌') && l.contains("send the TCO")) {
        stage.keys("Down");
    }
    stage.keys("x");
    assert!(!stage.outside.store.record(Kind::Commitment, 1).unwrap().get("done_on").is_empty());
    assert!(stage.shows("Weekly review") && stage.shows("We kept: send the TCO"), "{}", stage.screen());
    while !stage.screen().lines().any(|l| l.contains('▌') && l.contains("Ana Ruiz")) {
        stage.keys("Down");
    }
    stage.keys("e");
    assert!(stage.shows("Ana Ruiz"), "{}", stage.screen());
    stage.keys("Esc");
    assert!(stage.shows("Weekly review"), "{}", stage.screen());
}

#[test]
fn what_is_promised_already_is_not_proposed_again() {
    let mut stage = Stage::new(prepared());
    let texts = |stage: &mut Stage| stage.screen().matches("Bring back on schedule: Night service").count();
    stage.keys("w End");
    let proposals = stage.outside.store.week(None, today()).unwrap().stop.unwrap().moves;
    let at =
        proposals.iter().position(|m| m.initiative.is_some() && m.subject.0 == Kind::Initiative).unwrap();
    for _ in at..proposals.len() {
        stage.keys("Up");
    }
    stage.keys("Enter");
    let promise = stage.outside.store.records(Kind::Commitment, 0, 99).unwrap().pop().unwrap();
    assert_eq!(promise.get("initiative"), Value::Link(1), "it hangs on its initiative");
    stage.keys("Home End");
    assert!(texts(&mut stage) <= 1, "{}", stage.screen());
    let twice = store_twice(&mut stage.outside.store);
    assert_eq!(twice.key, "coverage-promised-twice");
}

fn store_twice(store: &mut Store) -> cartera::domain::explain::Explain {
    let all = store.records(Kind::Commitment, 0, 99).unwrap();
    let text = all.last().unwrap().get("text");
    let Value::Text(text) = text else { panic!("a promise without text") };
    let again = Commitment { text, account: Some(Link(1)), ..Commitment::default() };
    store.perform(Act::Review(Reviewing::Chosen(Box::new(again))), today()).unwrap_err().explain()
}

#[test]
fn it_is_not_finished_before_every_account_has_been_gone_through() {
    let mut store = prepared();
    let refused = store.perform(Act::Review(Reviewing::Finished), today()).unwrap_err();
    assert_eq!(refused.explain().to_string(), "review-accounts-left count=3");
    assert_eq!(store.reviews().unwrap().len(), 0);
}

#[test]
fn a_book_without_key_accounts_says_what_makes_one() {
    let mut stage = Stage::new(Store::in_memory(clock).unwrap());
    stage.keys("w");
    assert!(stage.shows("No key accounts."), "{}", stage.screen());
    stage.keys("Enter Ctrl-S Down Left n Space y Esc");
    assert!(!stage.shows("Weekly review"), "{}", stage.screen());
}

#[test]
fn the_review_reads_well_in_both_languages() {
    for (name, lang, theme, size) in [
        ("review_80x24_en", Lang::En, Theme::Terminal, (80, 24)),
        ("review_80x24_es_mono", Lang::Es, Theme::Mono, (80, 24)),
        ("review_120x36_es", Lang::Es, Theme::Terminal, (120, 36)),
        ("review_120x36_en_mono", Lang::En, Theme::Mono, (120, 36)),
    ] {
        let mut stage = Stage::of(prepared(), lang, theme, size);
        stage.keys("w");
        insta::assert_snapshot!(name, stage.painted());
    }
    let mut stage = Stage::of(prepared(), Lang::Es, Theme::Terminal, (120, 36));
    stage.keys("w End Up Up Enter Ctrl-S Ctrl-S Ctrl-S");
    insta::assert_snapshot!("review_list_es", stage.painted());
}

#[test]
fn the_shell_goes_through_it_step_by_step() {
    let user = User::with_book("en_US.UTF-8");
    let said = user.run(&["review"]);
    assert!(said.out.contains("0 of 2 accounts, no move yet"), "{said:?}");
    let shown = user.run(&["review", "show", "almazara"]);
    assert!(
        shown.out.contains("1  Write the plan of Almazara") || shown.out.contains("Write the plan"),
        "{shown:?}"
    );
    let json = user.run(&["review", "show", "almazara", "--json"]).json();
    assert_eq!(json["account"]["name"], "Almazara");
    let proposed = json["account"]["proposed"].as_array().unwrap();
    assert!(!proposed.is_empty(), "{json}");
    assert_eq!(proposed[0]["number"], 1);

    assert_eq!(user.run(&["review", "move", "almazara", "1"]).code, 0);
    let own = user.run(&["review", "move", "almazara", "fri", "send", "the", "offer"]);
    assert!(own.out.contains("send the offer"), "{own:?}");
    assert_eq!(user.run(&["review", "move", "almazara", "99"]).code, 3);
    assert_eq!(user.run(&["review", "finish"]).code, 1);
    assert_eq!(user.run(&["review", "through", "almazara"]).code, 0);
    assert_eq!(user.run(&["review", "through", "arce"]).code, 0);
    let end = user.run(&["review", "finish"]);
    assert!(end.out.contains("Review finished: 2 accounts, 2 moves"), "{end:?}");
    let list = user.run(&["review", "list", "--json"]).json();
    assert_eq!(list[0]["accounts"].as_array().map(Vec::len), Some(2));
    assert_eq!(list[0]["finished_on"], json!("2026-11-23"));
    assert_eq!(user.run(&["undo"]).code, 0);
    assert!(user.run(&["review"]).out.contains("2 of 2 accounts"));
}
