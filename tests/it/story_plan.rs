//! The plan and where it leads, as it is promised: Monday's review, the chart, Thursday's price change, January's question.
use cartera::command::Msg;
use cartera::domain::Id;
use cartera::domain::choice::{PlanStatus, Side};
use cartera::domain::day::{day, plus_days};
use cartera::domain::field::Link;
use cartera::domain::kind::Kind;
use cartera::domain::needs::Cause;
use cartera::domain::plan::Plan;
use cartera::domain::review::Review;
use cartera::domain::value::Value;
use cartera::exchange::demo;
use cartera::lang::Lang;
use cartera::store::Store;
use cartera::store::journal::everything;
use cartera::store::query::decisions::DecisionRow;
use cartera::ui::Theme;

use crate::book::{clock, today};
use crate::whole::Stage;

const SMALL: (u16, u16) = (80, 24);
const MIDDLE: (u16, u16) = (120, 36);

fn at_work(size: (u16, u16)) -> Stage {
    let mut store = Store::in_memory(clock).unwrap();
    demo::build(&mut store, today(), None).unwrap();
    Stage::of(store, Lang::En, Theme::Terminal, size)
}

fn find(store: &Store, kind: Kind, name: &str) -> Id {
    store.directory().unwrap().find(kind, name).unwrap()
}

/// The plans in force.
fn active(store: &Store) -> Vec<Plan> {
    let all = store.records(Kind::Plan, 0, 99).unwrap();
    let plans = all.iter().filter_map(|r| r.any().downcast_ref::<Plan>());
    plans.filter(|p| p.status == Some(PlanStatus::Active)).cloned().collect()
}

/// Goes down until the cursor stands on that text.
fn walk_to(stage: &mut Stage, text: &str) {
    for _ in 0..99 {
        if stage.screen().lines().any(|l| l.contains('▌') && l.contains(text)) {
            return;
        }
        stage.keys("Down");
    }
    panic!("{text} is not under the cursor\n{}", stage.screen());
}

#[test]
fn monday_s_review_takes_a_handful_of_keys_an_account_and_ends_with_plans_reviewed_and_moves_promised() {
    let mut stage = at_work(MIDDLE);
    let promises = stage.outside.store.records(Kind::Commitment, 0, 100_000).unwrap().len();
    let plans = active(&stage.outside.store);
    assert!(plans.len() == 4 && plans.iter().all(|p| p.reviewed_on != Some(today())));

    let mut keys = vec!["w"];
    stage.keys("w");
    for account in ["Almazara", "Nordwind", "Arce", "Tramuntana"] {
        let top = stage.screen();
        assert!(top.contains("What moved") && top.contains(account), "{top}");
        let week = stage.outside.store.week(None, today()).unwrap();
        let stop = week.stop.unwrap();
        assert!(!stop.moves.is_empty(), "nothing is proposed at {account}");
        // The newest proposal, and on.
        let own = ["End", "Up", "Enter", "Ctrl-S"];
        stage.keys("End");
        let end = stage.screen();
        assert!(end.contains("Next moves") && end.contains("on to"), "{end}");
        stage.keys("Up Enter Ctrl-S");
        keys.extend(own);
    }
    assert!(stage.shows("Finish the review"), "{}", stage.screen());
    stage.keys("End Enter");
    keys.extend(["End", "Enter"]);
    assert!(keys.len() <= 20, "{keys:?}");
    assert!(stage.shows("Review finished: 4 accounts, 4 moves"), "{}", stage.screen());

    let store = &stage.outside.store;
    assert!(active(store).iter().all(|p| p.reviewed_on == Some(today())));
    let all = store.records(Kind::Commitment, 0, 100_000).unwrap();
    assert_eq!(all.len(), promises + 4);
    let reviews = store.records(Kind::Review, 0, 99).unwrap();
    let review = reviews.last().unwrap().any().downcast_ref::<Review>().unwrap().clone();
    assert_eq!((review.finished_on, review.accounts.len()), (Some(today()), 4));
    for Link(id) in review.moves {
        let promise = store.record(Kind::Commitment, id).unwrap();
        assert_eq!(promise.get("side"), Value::Choice("ours"));
        assert!(!promise.get("due").is_empty() && promise.get("done_on").is_empty());
    }
}

#[test]
fn the_review_shows_what_moved_is_promised_due_and_late_before_it_proposes() {
    let mut stage = at_work(MIDDLE);
    stage.keys("w Ctrl-S");
    let mut seen = stage.screen();
    for _ in 0..40 {
        stage.keys("Down");
        seen.push_str(&stage.screen());
    }
    for part in ["What moved", "Promises", "People due", "Initiatives late", "Next moves", "Revised SLA"] {
        assert!(seen.contains(part), "{part}\n{}", stage.screen());
    }
}

/// The column in which today's line stands, from the row of days above the chart down.
fn today_column(screen: &str) -> Vec<usize> {
    screen.lines().filter_map(|l| l.chars().position(|c| c == '┃')).collect()
}

#[test]
fn the_chart_shows_eighteen_months_with_today_s_line_and_a_key_moves_a_bar_a_week() {
    for size in [SMALL, MIDDLE] {
        let mut stage = at_work(size);
        stage.keys("Tab 6 v");
        let screen = stage.screen();
        let plan = screen.lines().find(|l| l.contains("Plan 2026–27")).unwrap_or_default().to_owned();
        assert!(plan.contains('├') && plan.contains('┃') && plan.contains('┤'), "{screen}");
        let columns = today_column(&screen);
        assert!(columns.len() > 5 && columns.iter().all(|x| *x == columns[0]), "{screen}");
        let plans = active(&stage.outside.store);
        let days = plans[0].ends_on.unwrap() - plans[0].starts_on.unwrap();
        assert!(days.num_days() >= 540, "{days}");
    }
    let mut stage = at_work(MIDDLE);
    stage.keys("Tab 6 v");
    walk_to(&mut stage, "Piloto con dos");
    let before = everything(&stage.outside.store).unwrap();
    let pilot = find(&stage.outside.store, Kind::Initiative, "Piloto con dos máquinas");
    let days = |stage: &Stage| {
        let record = stage.outside.store.record(Kind::Initiative, pilot).unwrap();
        ["starts_on", "ends_on"].map(|field| match record.get(field) {
            Value::Day(day) => day,
            other => panic!("{other:?}"),
        })
    };
    let planned = days(&stage);
    stage.keys("<");
    assert_eq!(days(&stage), planned.map(|day| plus_days(day, -7)), "a week earlier, as long as before");
    stage.keys("u");
    assert_eq!(everything(&stage.outside.store).unwrap(), before);
}

fn decision(store: &Store, name: &str) -> DecisionRow {
    let rows = store.decisions(None, today()).unwrap().rows;
    rows.into_iter().find(|r| r.decision.name == name).unwrap()
}

/// Who has been told of a decision, and who has not, of one side.
fn heard(store: &Store, name: &str, side: Side) -> (Vec<String>, Vec<String>) {
    let (row, directory) = (decision(store, name), store.directory().unwrap());
    let of_side = row.hearers.iter().filter(|h| h.side() == side);
    let (told, untold): (Vec<_>, Vec<_>) = of_side.partition(|h| h.told_on.is_some());
    let names = |of: Vec<&cartera::domain::audience::Hearer>| {
        of.iter().map(|h| directory.name(h.who.0, h.who.1)).collect()
    };
    (names(told), names(untold))
}

fn waits(store: &Store, id: Id) -> bool {
    let needs = store.today(None, today()).unwrap().needs;
    needs.iter().any(|n| n.cause == Cause::NotTold && n.subject == (Kind::Decision, id))
}

#[test]
fn the_price_change_of_thursday_says_who_has_been_told_and_x_tells_the_others() {
    const NAME: &str = "Precio de los apiladores congelado un año";
    let mut stage = at_work(MIDDLE);
    let row = decision(&stage.outside.store, NAME);
    assert_eq!(row.decision.decided_on, Some(day(2026, 11, 19)), "Thursday");
    let id = row.decision.head.id;
    assert!(waits(&stage.outside.store, id));
    stage.keys("6 v v");
    walk_to(&mut stage, "Precio de los apiladores");
    let screen = stage.screen();
    assert!(screen.contains("theirs 1/4") && screen.contains("ours 1/3"), "{screen}");
    assert!(screen.contains("not yet"), "{screen}");

    // Everybody at once, which stands first in the menu.
    stage.keys("x");
    assert!(stage.shows("All 5") && stage.shows("Jordi Mas"), "{}", stage.screen());
    stage.keys("Enter");
    for side in Side::ALL {
        assert_eq!(heard(&stage.outside.store, NAME, *side).1, [""; 0]);
    }
    assert!(!waits(&stage.outside.store, id));
    stage.keys("u");
    assert!(waits(&stage.outside.store, id));
}

#[test]
fn a_captured_line_writes_the_price_change_down_with_who_knows_it_and_the_bulletin_tells_the_rest() {
    let mut stage = at_work(MIDDLE);
    stage.keys("i");
    stage.text("meeting jordi mas 19/11: decided: prices +3 % from January told marta roca, damian");
    stage.keys("Enter");
    let name = "prices +3 % from January";
    let store = &stage.outside.store;
    assert_eq!(decision(store, name).decision.decided_on, Some(day(2026, 11, 19)));
    let (theirs, theirs_not) = heard(store, name, Side::Theirs);
    let (ours, ours_not) = heard(store, name, Side::Ours);
    assert!(
        theirs.iter().any(|n| n == "Jordi Mas") && theirs.iter().any(|n| n == "Marta Roca"),
        "{theirs:?}"
    );
    assert!(ours.len() == 1 && ours[0].starts_with("Dami"), "{ours:?}");
    assert!(!theirs_not.is_empty() && ours_not.len() == 2, "{theirs_not:?} {ours_not:?}");
    assert!(waits(store, decision(store, name).decision.head.id));

    stage.keys("6 v v");
    walk_to(&mut stage, "prices +3 %");
    stage.keys("y Enter");
    assert!(stage.shows("what their side has not been told"), "{}", stage.screen());
    stage.keys("y");
    let copied = stage.paper.copied.clone();
    assert!(copied.contains("prices +3 % from January"), "{copied}");
}

#[test]
fn in_january_the_portfolio_says_which_clients_deserve_a_key_account_manager() {
    let mut stage = at_work(MIDDLE);
    stage.tell(Msg::DayChanged(day(2027, 1, 11)));
    stage.keys("8");
    let screen = stage.screen();
    for part in ["A 4", "like", "equal clients", "key accounts", "Nordwind", "of the company", "valuation"] {
        assert!(screen.contains(part), "{part}\n{screen}");
    }
    let best = screen.lines().find(|l| l.contains("Nordwind  ") && l.contains('€')).unwrap_or_default();
    assert!(best.split_whitespace().any(|word| word == "A"), "{screen}");
    stage.keys("=");
    assert!(stage.shows("Nordwind: class · A") && stage.shows("its share"), "{}", stage.screen());
    stage.keys("Esc v");
    assert!(stage.shows("star") && stage.shows("streamline"), "{}", stage.screen());
    stage.keys("=");
    assert!(stage.shows("Nordwind: valuation") && stage.shows("Reference"), "{}", stage.screen());
    stage.keys("Esc");

    // A fifth is made a key account with the reason, and the screen says what that means for one person.
    assert!(stage.shows("● 4 key accounts"), "{}", stage.screen());
    stage.keys("V");
    walk_to(&mut stage, "Cerámica Aljub");
    let client = find(&stage.outside.store, Kind::Account, "Cerámica Aljub");
    stage.keys(":");
    stage.text("make key account");
    stage.keys("Enter");
    stage.text("two plants more this year");
    stage.keys("Enter");
    let tier = |stage: &Stage| stage.outside.store.record(Kind::Account, client).unwrap().get("tier");
    assert_eq!(tier(&stage), Value::Choice("key"));
    let why = |stage: &Stage| {
        let all = stage.outside.store.portfolio(day(2027, 1, 11)).unwrap();
        all.turns.get(&client).and_then(|turns| turns.first()).map(|turn| turn.reason.clone())
    };
    assert_eq!(why(&stage).as_deref(), Some("two plants more this year"));
    assert!(stage.shows("◐ 5 key accounts: more than 4"), "{}", stage.screen());
    // The clock of the book stands still in November: what was done on another day is named before it is undone.
    stage.keys("u u");
    assert_ne!(tier(&stage), Value::Choice("key"));
    assert_eq!(why(&stage), None);
}
