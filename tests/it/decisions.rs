//! Decisions: captured, told and not told, on Today, in the view, in the bulletin; everything undone again.
use cartera::capture::read;
use cartera::domain::Id;
use cartera::domain::choice::{Sentiment, Side};
use cartera::domain::colleague::Colleague;
use cartera::domain::day::{day, plus_days};
use cartera::domain::decision::{Assignment, Decision, Telling};
use cartera::domain::field::{Link, Record};
use cartera::domain::kind::Kind;
use cartera::domain::market::Perk;
use cartera::domain::needs::Cause;
use cartera::domain::plan::Plan;
use cartera::domain::value::Value;
use cartera::lang::value::Context;
use cartera::lang::{Lang, Words};
use cartera::report::bulletin::Bulletin;
use cartera::report::plain;
use cartera::store::Store;
use cartera::store::act::{Act, Setting};
use cartera::store::journal::everything;
use cartera::store::query::behind::Row;
use cartera::store::query::brief::BriefOf;
use cartera::store::query::decisions::DecisionRow;
use cartera::store::query::today::week::WeekKind;
use cartera::ui::Theme;

use crate::book::{book, save, today};
use crate::whole::Stage;

const ALMAZARA: Id = 1;
const ANA: (Kind, Id) = (Kind::Person, 1);
const JORDI: (Kind, Id) = (Kind::Person, 3);
const PAU: (Kind, Id) = (Kind::Colleague, 1);

/// The book with Pau in the team of Almazara.
fn with_team() -> Store {
    let mut store = book();
    let of = Assignment { account: Some(Link(ALMAZARA)), colleague: Some(Link(1)), ..Assignment::default() };
    save(&mut store, of);
    store
}

/// Saves a typed line.
fn capture(store: &mut Store, line: &str) {
    let (words, directory) = (Words::new(Lang::En), store.directory().unwrap());
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    let entry = read(line, &cx).unwrap();
    store.perform(Act::Log(Box::new(entry), None), today()).unwrap();
}

/// A decision at Almazara so many days ago, which its usual people must know.
fn decided(store: &mut Store, name: &str, ago: i64) -> Id {
    let decision = Decision {
        name: name.to_owned(),
        account: Some(Link(ALMAZARA)),
        decided_on: Some(plus_days(today(), -ago)),
        why: "steel is dearer".to_owned(),
        ..Decision::fresh()
    };
    save(store, decision)
}

fn rows(store: &Store) -> Vec<DecisionRow> {
    store.decisions(None, today()).unwrap().rows
}

fn told(row: &DecisionRow) -> Vec<(Kind, Id)> {
    row.hearers.iter().filter(|h| h.told_on.is_some()).map(|h| h.who).collect()
}

#[test]
fn a_captured_decision_concerns_the_key_players_and_the_team_and_those_there_know_it() {
    let mut store = with_team();
    let before = everything(&store).unwrap();
    capture(&mut store, "meeting ana yesterday: decided: prices +3 % told jordi");
    let row = rows(&store).pop().unwrap();
    assert_eq!(row.decision.name, "prices +3 %");
    assert_eq!((row.account(), row.decision.decided_on), (Some(ALMAZARA), Some(plus_days(today(), -1))));
    assert_eq!(told(&row), [ANA, JORDI]);
    assert_eq!(row.untold(None).collect::<Vec<_>>(), [PAU]);
    assert_eq!(row.decision.interaction, Some(Link(1)));
    store.perform(Act::Undo, today()).unwrap();
    assert_eq!(everything(&store).unwrap(), before);
}

#[test]
fn what_is_decided_before_a_planned_meeting_is_known_to_nobody_of_it() {
    let mut store = with_team();
    capture(&mut store, "meeting ana next fri: decided: wait told pau yesterday");
    let row = rows(&store).pop().unwrap();
    assert_eq!((told(&row), row.decision.decided_on), (vec![PAU], Some(plus_days(today(), -1))));
    assert_eq!(row.untold(None).collect::<Vec<_>>(), [ANA]);
}

#[test]
fn telling_somebody_twice_takes_it_back_and_every_step_is_undone() {
    let mut store = with_team();
    let id = decided(&mut store, "Prices +3 %", 3);
    let before = everything(&store).unwrap();
    let act = Act::Told(vec![(id, ANA), (id, PAU)], today());
    store.perform(act.clone(), today()).unwrap();
    assert_eq!(told(&rows(&store)[0]), [ANA, PAU]);
    let label = store.perform(act, today()).unwrap().label;
    assert_eq!(label.key, "act-untold");
    assert!(told(&rows(&store)[0]).is_empty());
    store.perform(Act::Undo, today()).unwrap();
    store.perform(Act::Undo, today()).unwrap();
    assert_eq!(everything(&store).unwrap(), before);
}

#[test]
fn somebody_is_told_once_and_a_record_names_one_of_them() {
    let mut store = with_team();
    let id = decided(&mut store, "Prices +3 %", 3);
    let telling = |person: Option<Id>, colleague: Option<Id>| Telling {
        decision: Some(Link(id)),
        person: person.map(Link),
        colleague: colleague.map(Link),
        day: Some(today()),
        ..Telling::default()
    };
    save(&mut store, telling(Some(1), None));
    for (again, key) in [
        (telling(Some(1), None), "decision-told-twice"),
        (telling(None, None), "decision-told-nobody"),
        (telling(Some(1), Some(1)), "decision-told-nobody"),
    ] {
        let refused = store.perform(Act::Save(vec![Box::new(again)]), today()).unwrap_err();
        assert_eq!(refused.explain().key, key);
    }
}

#[test]
fn who_was_not_told_for_more_than_two_days_is_on_today() {
    let mut store = with_team();
    let late = decided(&mut store, "Prices +3 %", 3);
    decided(&mut store, "New planner", 2);
    let waiting = |store: &Store| -> Vec<Id> {
        let needs = store.today(None, today()).unwrap().needs;
        needs.iter().filter(|n| n.cause == Cause::NotTold).map(|n| n.subject.1).collect()
    };
    assert_eq!(waiting(&store), [late]);
    store.perform(Act::Told(vec![(late, ANA), (late, PAU)], today()), today()).unwrap();
    assert!(waiting(&store).is_empty());
}

#[test]
fn the_bulletin_of_a_side_is_empty_once_it_was_sent() {
    let mut store = with_team();
    decided(&mut store, "Prices +3 %", 3);
    let before = rows(&store);
    let bulletin = Bulletin::new(&before, ALMAZARA, Side::Ours);
    assert_eq!(bulletin.recipients(), [PAU]);
    store.perform(Act::Told(bulletin.heard(), today()), today()).unwrap();
    let after = rows(&store);
    assert!(Bulletin::new(&after, ALMAZARA, Side::Ours).rows.is_empty());
    assert_eq!(Bulletin::new(&after, ALMAZARA, Side::Theirs).recipients(), [ANA]);
}

fn stage(store: Store, lang: Lang, size: (u16, u16)) -> Stage {
    let mut stage = Stage::of(store, lang, Theme::Terminal, size);
    stage.keys("6 v v");
    stage
}

#[test]
fn x_offers_whom_and_the_row_goes_to_those_that_everybody_knows() {
    let mut store = with_team();
    decided(&mut store, "Prices +3 %", 3);
    let mut stage = stage(store, Lang::En, (120, 36));
    assert!(stage.shows("Still to tell  1") && stage.shows("0/1"), "{}", stage.screen());
    stage.keys("x");
    assert!(stage.shows("Told today") && stage.shows("Pau Font"), "{}", stage.screen());
    stage.keys("Enter");
    assert!(stage.shows("Everybody knows  1"), "{}", stage.screen());
    stage.keys("u");
    assert!(stage.shows("Still to tell  1"), "{}", stage.screen());
    stage.keys("Right x");
    assert!(stage.shows("theirs 1/1"), "{}", stage.screen());
    stage.keys("x");
    assert!(stage.shows("theirs 0/1"), "{}", stage.screen());
}

#[test]
fn who_need_not_know_is_left_out_by_delete_and_comes_back_by_undo() {
    let mut store = with_team();
    decided(&mut store, "Prices +3 %", 3);
    let mut stage = stage(store, Lang::En, (120, 36));
    stage.keys("Right Del Del");
    assert!(!stage.shows("theirs 0/1") && stage.shows("ours 0/1"), "{}", stage.screen());
    assert!(stage.outside.store.directory().unwrap().get(Kind::Person, 1).is_some(), "nobody is deleted");
    stage.keys("u");
    assert!(stage.shows("theirs 0/1"), "{}", stage.screen());
}

#[test]
fn y_shows_the_bulletin_of_a_side_and_copies_it_without_our_reasons() {
    let mut store = with_team();
    decided(&mut store, "Prices +3 %", 3);
    let mut stage = stage(store, Lang::En, (120, 36));
    stage.keys("y Enter");
    assert!(
        stage.shows("what their side has not been told") && stage.shows("Ana Ruiz"),
        "{}",
        stage.screen()
    );
    stage.keys("y");
    let copied = stage.paper.copied.clone();
    assert!(copied.contains("## Prices +3 %") && !copied.contains("steel"), "{copied}");
    stage.keys("Esc y Down Enter");
    assert!(stage.paper.copied.starts_with("mailto:?subject=Almazara"), "{}", stage.paper.copied);
    assert!(stage.shows("No mail program can be opened here"), "{}", stage.screen());
    stage.paper.desktop = Some(Vec::new());
    stage.paper.copied.clear();
    stage.keys("y Down Enter");
    let opened = stage.paper.desktop.clone().unwrap();
    assert!(matches!(&opened[..], [link] if link.starts_with("mailto:?subject=Almazara")), "{opened:?}");
    assert!(stage.shows("The mail is open") && stage.paper.copied.is_empty(), "{}", stage.screen());
}

#[test]
fn a_bulletin_too_long_for_a_mail_link_leaves_its_rest_on_the_clipboard() {
    let mut store = with_team();
    for n in 0..180 {
        decided(&mut store, &format!("Prices and conditions of the year, part {n}"), 3);
    }
    let mut stage = stage(store, Lang::En, (120, 36));
    stage.paper.desktop = Some(Vec::new());
    stage.keys("y Down Enter");
    assert!(stage.shows("its rest is on the clipboard"), "{}", stage.screen());
    let opened = stage.paper.desktop.clone().unwrap();
    assert!(opened[0].len() <= 8_000 && opened[0].contains("the%20rest%20is%20on%20the%20clipboard"));
    assert!(stage.paper.copied.contains("part 179"), "{}", stage.paper.copied);
}

#[test]
fn an_empty_view_says_what_to_do_and_n_begins_with_the_usual_audience() {
    let mut stage = stage(with_team(), Lang::Es, (80, 24));
    assert!(stage.shows("Aún no hay decisiones"), "{}", stage.screen());
    stage.keys("Tab n");
    assert!(stage.shows("Ana Ruiz") && stage.shows("Pau Font"), "{}", stage.screen());
}

#[test]
fn a_member_who_left_the_team_is_told_no_more() {
    let mut store = with_team();
    let laia = save(&mut store, Colleague { name: "Laia Puig".into(), ..Colleague::default() });
    let left = Assignment {
        account: Some(Link(ALMAZARA)),
        colleague: Some(Link(laia)),
        until: Some(plus_days(today(), -1)),
        ..Assignment::default()
    };
    save(&mut store, left);
    let usual = &store.decisions(Some(ALMAZARA), today()).unwrap().audiences[0].1;
    assert_eq!(usual, &[ANA, PAU]);
}

#[test]
fn the_brief_says_who_in_the_room_must_be_told() {
    let mut store = with_team();
    capture(&mut store, "call ana yesterday: hello");
    decided(&mut store, "Prices +3 %", 3);
    let brief = store.brief(BriefOf::Person(ANA.1, None), today()).unwrap();
    assert_eq!(brief.untold.len(), 1);
    let (words, directory) = (Words::new(Lang::En), store.directory().unwrap());
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    let text = plain::render(&cartera::report::brief::brief(&brief, &cx), None);
    assert!(text.contains("Not told yet") && text.contains("tell Ana"), "{text}");
}

#[test]
fn a_conversation_in_the_log_has_its_decisions() {
    let mut store = with_team();
    capture(&mut store, "meeting ana yesterday: prices decided: prices +3 % told pau");
    let mut stage = Stage::of(store, Lang::En, Theme::Terminal, (120, 36));
    stage.keys("4");
    assert!(stage.shows("decided  prices +3 %"), "{}", stage.screen());
}

#[test]
fn who_has_left_or_asked_for_quiet_is_shown_and_not_waited_for() {
    let mut store = with_team();
    let id = decided(&mut store, "Prices +3 %", 3);
    store.perform(Act::Told(vec![(id, PAU)], today()), today()).unwrap();
    let waits = |store: &Store| {
        let needs = store.today(None, today()).unwrap().needs;
        needs.iter().any(|n| n.cause == Cause::NotTold)
    };
    assert!(waits(&store));
    for act in [
        Act::Leave(1, plus_days(today(), -1), None),
        Act::SetAll(vec![(ANA.1, Some(ALMAZARA))], Setting::DoNotContact(true)),
    ] {
        store.perform(act, today()).unwrap();
        let row = rows(&store).pop().unwrap();
        assert_eq!((row.hearers.len(), row.untold(None).count(), row.waiting(today())), (2, 0, None));
        assert!(!waits(&store), "neither in Needs you");
        assert_eq!(store.decision_row(id).unwrap().unwrap(), row);
        assert!(Bulletin::new(&[row], ALMAZARA, Side::Theirs).heard().is_empty());
        store.perform(Act::Undo, today()).unwrap();
    }
    assert!(waits(&store));
    for (lang, left) in [(Lang::En, "has left"), (Lang::Es, "ya no está")] {
        let mut fresh = with_team();
        decided(&mut fresh, "Prices +3 %", 3);
        fresh.perform(Act::Leave(1, plus_days(today(), -1), None), today()).unwrap();
        let mut stage = Stage::of(fresh, lang, Theme::Mono, (120, 36));
        stage.keys("6 v v");
        assert!(stage.shows(left), "{}", stage.screen());
    }
}

#[test]
fn on_today_it_is_asked_whom_one_has_told() {
    let mut store = with_team();
    decided(&mut store, "Prices +3 %", 3);
    let mut stage = Stage::of(store, Lang::En, Theme::Mono, (120, 36));
    stage.keys("/");
    stage.text("prices");
    stage.keys("Enter x");
    assert!(stage.shows("Told today") && stage.shows("All 2"), "{}", stage.screen());
    stage.keys("Enter");
    assert_eq!(told(&rows(&stage.outside.store)[0]), [ANA, PAU]);
}

#[test]
fn in_the_team_a_colleague_is_told_from_their_tasks() {
    let mut store = with_team();
    decided(&mut store, "Prices +3 %", 3);
    let mut stage = Stage::of(store, Lang::En, Theme::Mono, (120, 36));
    stage.keys("6 v v v");
    stage.keys("/");
    stage.text("pau");
    stage.keys("Enter Right x");
    assert_eq!(told(&rows(&stage.outside.store)[0]), [PAU], "{}", stage.screen());
}

#[test]
fn of_a_new_decision_it_can_be_said_that_it_concerns_nobody() {
    let mut store = with_team();
    let decision = Decision {
        name: "Quiet".to_owned(),
        account: Some(Link(ALMAZARA)),
        decided_on: Some(today()),
        ..Decision::fresh()
    };
    store.perform(Act::Decide(vec![Box::new(decision)]), today()).unwrap();
    assert!(rows(&store)[0].hearers.is_empty());
    decided(&mut store, "As usual", 1);
    assert_eq!(rows(&store).iter().map(|row| row.hearers.len()).max(), Some(2));
}

#[test]
fn behind_a_decision_care_and_a_milestone_stands_what_they_are() {
    let mut store = with_team();
    let id = decided(&mut store, "Prices +3 %", 3);
    let perk = Perk {
        name: "planner".into(),
        account: Some(Link(ALMAZARA)),
        until: Some(plus_days(today(), 2)),
        received: Some(Sentiment::Good),
        ..Perk::fresh()
    };
    let perk = save(&mut store, perk);
    let behind = |of| store.behind(Row { subject: Some(of), account: Some(ALMAZARA), person: None }, today());
    assert_eq!(behind((Kind::Decision, id)).unwrap().decision.unwrap().hearers.len(), 2);
    assert_eq!(behind((Kind::Perk, perk)).unwrap().care.unwrap().received, Some(Sentiment::Good));
    let week = store.today(None, today()).unwrap().week;
    let last = week.iter().find(|item| item.what == WeekKind::Care).unwrap();
    assert_eq!(
        (last.day, last.subject),
        (plus_days(today(), 2), (Kind::Perk, perk)),
        "its last day is in the week"
    );
}

#[test]
fn an_import_is_checked_as_a_form_is_and_names_what_is_refused() {
    let mut store = with_team();
    let id = decided(&mut store, "Prices +3 %", 3);
    let plan = |name: &str, months: u32| -> Box<dyn Record> {
        Box::new(Plan {
            name: name.into(),
            account: Some(Link(ALMAZARA)),
            starts_on: Some(day(2026, 1, 1)),
            ends_on: day(2026, 1, 1).checked_add_months(chrono::Months::new(months)),
            ..Plan::fresh()
        })
    };
    let telling = || -> Box<dyn Record> {
        Box::new(Telling {
            decision: Some(Link(id)),
            person: Some(Link(ANA.1)),
            day: Some(today()),
            ..Telling::default()
        })
    };
    let before = everything(&store).unwrap();
    for (new, key) in [
        (vec![plan("Old", 13), plan("New", 13)], "plan-overlaps"),
        (vec![plan("Long", 30)], "plan-too-long"),
        (vec![telling(), telling()], "decision-told-twice"),
    ] {
        let batch = crate::book::batch(new);
        let refused = store.perform(Act::Import(Box::new(batch)), today()).unwrap_err().explain();
        assert_eq!(refused.key, key);
        let said = Words::new(Lang::En).say(&refused);
        let of = ["Plan “New”: ", "Plan “Long”: ", "Plan “Old”: ", "“#"];
        assert!(of.iter().any(|of| said.contains(of)), "{said}");
        assert_eq!(everything(&store).unwrap(), before, "a refusal writes nothing");
    }
    let mut account = store.record(Kind::Account, 3).unwrap();
    let tier = if account.get("tier") == Value::Choice("key") { "standard" } else { "key" };
    account.set("tier", Value::Choice(tier)).unwrap();
    let batch = crate::book::batch(Vec::new());
    batch.staged.look().put(account).unwrap();
    let known = store.records(Kind::Promotion, 0, 9).unwrap().len();
    store.perform(Act::Import(Box::new(batch)), today()).unwrap();
    assert_eq!(store.records(Kind::Promotion, 0, 9).unwrap().len(), known + 1, "its history knows of it");
}

/// The demo book.
fn demo() -> Store {
    let mut store = Store::in_memory(crate::book::clock).unwrap();
    cartera::exchange::demo::build(&mut store, today(), None).unwrap();
    store
}

/// Forty decisions, every second of them still to be told.
fn crowded() -> Store {
    let mut store = with_team();
    for n in 0..40 {
        let id = decided(&mut store, &format!("Decision {n} about terms, prices and the way we work"), n);
        if n % 2 == 0 {
            store.perform(Act::Told(vec![(id, ANA), (id, PAU)], today()), today()).unwrap();
        }
    }
    store
}

#[test]
fn empty_demo_and_crowded_in_both_languages_and_sizes() {
    type Made = fn() -> Store;
    let books: [(&str, Made); 3] = [("empty", book), ("demo", demo), ("crowded", crowded)];
    for (name, made) in books {
        for (lang, code) in [(Lang::En, "en"), (Lang::Es, "es")] {
            let mut stage = Stage::of(made(), lang, Theme::Terminal, (120, 36));
            stage.keys("6 v v");
            insta::assert_snapshot!(format!("decisions_{name}_120x36_{code}"), stage.painted());
            let mut stage = Stage::of(made(), lang, Theme::Mono, (80, 24));
            stage.keys("6 v v");
            insta::assert_snapshot!(format!("decisions_{name}_80x24_{code}_mono"), stage.screen());
        }
    }
}
