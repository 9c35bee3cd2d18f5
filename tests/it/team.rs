//! The account team: who is in it, what each owns, owes and has not been told, and the digest that is sent to them.
use cartera::command::LensKind;
use cartera::domain::Id;
use cartera::domain::choice::{Channel, PlanStatus, Side};
use cartera::domain::colleague::Colleague;
use cartera::domain::commitment::Commitment;
use cartera::domain::day::{day, plus_days};
use cartera::domain::decision::{Assignment, Decision, Telling};
use cartera::domain::entry::Entry;
use cartera::domain::field::Link;
use cartera::domain::kind::Kind;
use cartera::domain::value::Value;
use cartera::lang::Lang;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::ui::Theme;

use crate::book::{book, initiative, objective, plan, save, today};
use crate::whole::Stage;

const PAU: Id = 1;
const LAIA: Id = 2;
const INGRID: Id = 3;

fn colleague(store: &mut Store, name: &str, function: &str, email: &str) -> Id {
    let emails = if email.is_empty() { Vec::new() } else { vec![email.to_owned()] };
    save(store, Colleague { name: name.into(), function: function.into(), emails, ..Colleague::default() })
}

fn assign(store: &mut Store, account: Id, colleague: Id, function: &str, until: Option<i64>) -> Id {
    let assignment = Assignment {
        account: Some(Link(account)),
        colleague: Some(Link(colleague)),
        function: function.into(),
        until: until.map(|days| plus_days(today(), days)),
        ..Assignment::default()
    };
    save(store, assignment)
}

/// Almazara: Laia is in the team and late with what she owns, Pau owns something without being in it, Ingrid has left the team.
fn prepared() -> Store {
    let mut store = book();
    colleague(&mut store, "Laia Serra", "Service", "laia@levantia.example");
    colleague(&mut store, "Ingrid Bauer", "Sales", "");
    assign(&mut store, 1, LAIA, "The SLA", None);
    assign(&mut store, 1, INGRID, "", Some(-1));
    assign(&mut store, 3, INGRID, "", None);
    let plan = plan(&mut store, 1, "2026", PlanStatus::Active);
    let objective = objective(&mut store, plan);
    for (name, owner, ends) in
        [("Night service", Some(LAIA), -12), ("Telemetry", Some(PAU), 20), ("Renewal signed", None, 30)]
    {
        initiative(&mut store, objective, name, owner, (day(2026, 2, 1), plus_days(today(), ends)));
    }
    let promise = Commitment {
        side: Some(Side::Ours),
        text: "revised SLA".into(),
        account: Some(Link(1)),
        owner: Some(Link(LAIA)),
        counterpart: Some(Link(1)),
        due: Some(plus_days(today(), -2)),
        ..Commitment::default()
    };
    save(&mut store, promise);
    let decision = Decision {
        name: "Prices frozen".into(),
        account: Some(Link(1)),
        decided_on: Some(plus_days(today(), -3)),
        colleagues: vec![Link(LAIA), Link(PAU)],
        ..Decision::fresh()
    };
    let decision = save(&mut store, decision);
    let told = Telling {
        decision: Some(Link(decision)),
        colleague: Some(Link(PAU)),
        day: Some(today()),
        ..Telling::default()
    };
    save(&mut store, told);
    let meeting = Entry {
        channel: Some(Channel::Meeting),
        day: plus_days(today(), 2),
        planned: true,
        account: Some(1),
        people: vec![1],
        colleagues: vec![LAIA],
        text: "SLA: open points".into(),
        ..Entry::default()
    };
    store.perform(Act::Log(Box::new(meeting), None), today()).unwrap();
    store
}

#[test]
fn a_team_is_who_is_assigned_and_who_owns_something_all_the_same() {
    let teams = prepared().teams(Some(1), today()).unwrap();
    let [team] = teams.as_slice() else { panic!("{teams:?}") };
    let names: Vec<_> = team.mates.iter().map(|m| (m.name.as_str(), m.is_in_team())).collect();
    assert_eq!(names, [("", true), ("Laia Serra", true), ("Pau Font", false)], "Ingrid has left it");
    let [me, laia, pau] = team.mates.as_slice() else { panic!("{team:?}") };
    assert_eq!(me.owns.iter().map(|o| o.name.as_str()).collect::<Vec<_>>(), ["Renewal signed"]);
    assert_eq!((laia.function.as_str(), laia.late(today())), ("The SLA", 2));
    assert_eq!((laia.untold.len(), laia.meetings.len(), laia.promises.len()), (1, 1, 1));
    assert_eq!((pau.untold.len(), pau.owns.len(), pau.late(today())), (0, 1, 0), "he has been told");
}

#[test]
fn all_is_the_key_accounts_in_their_order() {
    let teams = prepared().teams(None, today()).unwrap();
    let accounts: Vec<_> = teams.iter().map(|t| t.account).collect();
    assert_eq!(accounts, [1, 2, 3]);
    let nordwind = &teams[2];
    assert_eq!(nordwind.mates[1].function, "Sales", "without a function there it is that of the colleague");
}

#[test]
fn a_digest_holds_what_is_theirs_over_all_accounts_and_nothing_of_others() {
    let mut stage = Stage::new(prepared());
    stage.keys(":");
    stage.text("team");
    stage.keys("Enter");
    assert!(stage.shows("Laia Serra"), "{}", stage.screen());
    while !stage.screen().lines().any(|l| l.contains('▌') && l.contains("Laia Serra")) {
        stage.keys("Down");
    }
    stage.keys("y");
    let copied = stage.paper.copied.clone();
    for words in [
        "Digest for Laia Serra",
        "Night service",
        "12 d late",
        "revised SLA",
        "Prices frozen",
        "SLA: open points",
    ] {
        assert!(copied.contains(words), "{words}\n{copied}");
    }
    assert!(!copied.contains("Telemetry") && !copied.contains("Renewal signed"), "{copied}");
    stage.keys(":");
    stage.text("write a mail");
    stage.keys("Enter");
    assert!(
        stage.paper.copied.starts_with("mailto:laia@levantia.example?subject="),
        "{}",
        stage.paper.copied
    );
}

#[test]
fn what_somebody_has_to_do_is_reached_with_the_arrow_and_done_there() {
    let mut stage = Stage::new(prepared());
    stage.keys("6 V");
    while !stage.screen().lines().any(|l| l.contains('▌') && l.contains("Laia Serra")) {
        stage.keys("Down");
    }
    stage.keys("Right Down x");
    let promise = stage.outside.store.record(Kind::Commitment, 1).unwrap();
    assert_eq!(promise.get("done_on"), Value::Day(today()), "{}", stage.screen());
    stage.keys("Left");
    assert!(
        stage.screen().lines().any(|l| l.contains('▌') && l.contains("Laia Serra")),
        "{}",
        stage.screen()
    );
}

#[test]
fn who_only_owns_something_is_added_to_the_team_with_one_form() {
    let mut stage = Stage::new(prepared());
    stage.keys("6 V");
    while !stage.screen().lines().any(|l| l.contains('▌') && l.contains("Pau Font")) {
        stage.keys("Down");
    }
    stage.keys("n");
    assert!(stage.shows("Almazara") && stage.shows("Pau Font"), "{}", stage.screen());
    stage.keys("Ctrl-S");
    let added = stage.outside.store.records(Kind::Assignment, 0, 99).unwrap().pop().unwrap();
    assert_eq!((added.get("account"), added.get("colleague")), (Value::Link(1), Value::Link(PAU)));
}

#[test]
fn the_team_reads_well_in_both_languages() {
    for (name, lang, theme, size) in [
        ("team_80x24_en", Lang::En, Theme::Terminal, (80, 24)),
        ("team_80x24_es_mono", Lang::Es, Theme::Mono, (80, 24)),
        ("team_120x36_es", Lang::Es, Theme::Terminal, (120, 36)),
    ] {
        let mut stage = Stage::of(prepared(), lang, theme, size);
        stage.keys("6 V Down");
        insta::assert_snapshot!(name, stage.painted());
    }
    let mut lens = crate::stage::Stage::open(LensKind::Plan, book(), Lang::En, Some(1));
    lens.give(cartera::command::Command::PlanTeam);
    insta::assert_snapshot!("team_empty", lens.text((80, 24)));
}
