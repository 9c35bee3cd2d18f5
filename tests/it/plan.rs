//! Plans: what is refused, how far they come, what is reached, and last year's plan carried forward.
use cartera::domain::Id;
use cartera::domain::choice::{Aim, Computed, ObjectiveStatus, PlanStatus, Priority, Side};
use cartera::domain::commitment::Commitment;
use cartera::domain::day::{day, plus_days};
use cartera::domain::field::{Link, Record};
use cartera::domain::kind::Kind;
use cartera::domain::kpi::Kpi;
use cartera::domain::plan::course::Standing;
use cartera::domain::plan::{Initiative, Milestone, Objective, Plan};
use cartera::domain::value::Value;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::fault::Fault;
use cartera::store::query::plans::PlanRow;

use crate::book::{book, save, today};

/// A plan of the year 2026 at that account.
pub fn plan(account: Id, name: &str) -> Plan {
    Plan {
        name: name.into(),
        account: Some(Link(account)),
        status: Some(PlanStatus::Active),
        starts_on: Some(day(2026, 1, 1)),
        ends_on: Some(day(2026, 12, 31)),
        ..Plan::default()
    }
}

/// An objective of a plan.
pub fn objective(plan: Id, name: &str, priority: Priority) -> Objective {
    Objective {
        name: name.into(),
        plan: Some(Link(plan)),
        aim: Some(Aim::Growth),
        relevance: "It saves them a shift.".into(),
        priority: Some(priority),
        ..Objective::fresh()
    }
}

/// An initiative of an objective, from and to so many days from today.
pub fn initiative(objective: Id, name: &str, from: i64, to: i64) -> Initiative {
    Initiative {
        name: name.into(),
        objective: Some(Link(objective)),
        starts_on: Some(plus_days(today(), from)),
        ends_on: Some(plus_days(today(), to)),
        ..Initiative::default()
    }
}

/// A milestone of an initiative, due so many days from today.
pub fn milestone(initiative: Id, name: &str, due: i64) -> Milestone {
    Milestone {
        name: name.into(),
        initiative: Some(Link(initiative)),
        due: Some(plus_days(today(), due)),
        ..Milestone::default()
    }
}

fn promise(account: Option<Id>, text: &str, initiative: Option<Id>) -> Commitment {
    let (account, initiative) = (account.map(Link), initiative.map(Link));
    Commitment { side: Some(Side::Ours), text: text.into(), account, initiative, ..Commitment::default() }
}

fn refused(store: &mut Store, record: impl Record + 'static) -> String {
    match store.perform(Act::Save(vec![Box::new(record)]), today()) {
        Err(Fault::Refused(explain)) => explain.key,
        other => panic!("{other:?}"),
    }
}

fn only(store: &Store) -> PlanRow {
    let plans = store.plans(Some(1), today()).unwrap();
    plans.plans.into_iter().next().unwrap()
}

/// A plan at Almazara with an objective and an initiative.
fn planned() -> (Store, [Id; 3]) {
    let mut store = book();
    let plan = save(&mut store, plan(1, "Plan 2026"));
    let objective = save(&mut store, objective(plan, "Second line", Priority::High));
    let initiative = save(&mut store, initiative(objective, "Pilot", -30, 30));
    (store, [plan, objective, initiative])
}

#[test]
fn two_open_plans_of_an_account_do_not_share_a_day() {
    let mut store = book();
    save(&mut store, plan(1, "2026"));
    assert_eq!(refused(&mut store, plan(1, "Twice")), "plan-overlaps");
    let next = Plan { starts_on: Some(day(2027, 1, 1)), ends_on: Some(day(2027, 12, 31)), ..plan(1, "2027") };
    save(&mut store, next);
    save(&mut store, plan(2, "Another account"));
    save(&mut store, Plan { status: Some(PlanStatus::Closed), ..plan(1, "Abandoned") });
    let mut first = store.record(Kind::Plan, 1).unwrap();
    first.set("ends_on", Value::Day(day(2027, 1, 1))).unwrap();
    assert!(matches!(store.perform(Act::Save(vec![first]), today()), Err(Fault::Refused(_))));
}

#[test]
fn a_plan_of_a_quarter_is_refused_with_the_days_on_which_it_can_end() {
    let mut store = book();
    let short = Plan { ends_on: Some(day(2026, 3, 31)), ..plan(1, "Q1") };
    assert_eq!(refused(&mut store, short), "plan-too-short");
    let backwards = Plan { ends_on: Some(day(2025, 3, 31)), ..plan(1, "Back") };
    assert_eq!(refused(&mut store, backwards), "plan-ends-before");
}

#[test]
fn an_initiative_waits_for_nothing_that_waits_for_it_and_the_chain_is_named() {
    let (mut store, [_, objective, first]) = planned();
    let after = |id: Id| vec![Link(id)];
    let second =
        save(&mut store, Initiative { after: after(first), ..initiative(objective, "Roll-out", 10, 60) });
    let third =
        save(&mut store, Initiative { after: after(second), ..initiative(objective, "Report", 60, 90) });
    let mut pilot = store.record(Kind::Initiative, first).unwrap();
    pilot.set("after", Value::Links(vec![third])).unwrap();
    let Err(Fault::Refused(why)) = store.perform(Act::Save(vec![pilot]), today()) else { panic!("written") };
    assert_eq!(why.arg("chain"), Some("Pilot\nReport\nRoll-out\nPilot"));
    let mut itself = store.record(Kind::Initiative, third).unwrap();
    itself.set("after", Value::Links(vec![third])).unwrap();
    assert!(store.perform(Act::Save(vec![itself]), today()).is_err());
}

#[test]
fn what_hangs_on_another_account_is_refused() {
    let (mut store, [plan_here, _, first]) = planned();
    let there = save(&mut store, plan(2, "Arce"));
    let objective_there = save(&mut store, objective(there, "There", Priority::Low));
    let waits = Initiative { after: vec![Link(first)], ..initiative(objective_there, "Waits", 0, 9) };
    assert_eq!(refused(&mut store, waits), "plan-waits-elsewhere");
    assert_eq!(refused(&mut store, promise(Some(2), "enviar", Some(first))), "plan-promise-elsewhere");
    let kpi = Kpi { name: "Orders".into(), account: Some(Link(2)), ..Kpi::fresh() };
    let kpi = save(&mut store, kpi);
    let measured = Objective { kpi: Some(Link(kpi)), ..objective(plan_here, "Measured", Priority::Low) };
    assert_eq!(refused(&mut store, measured), "plan-kpi-elsewhere");
    // A promise without an account takes that of its initiative.
    let id = save(&mut store, promise(None, "enviar oferta", Some(first)));
    assert_eq!(store.record(Kind::Commitment, id).unwrap().get("account"), Value::Link(1));
}

#[test]
fn logging_feeds_the_plan_a_promise_that_is_kept_moves_it() {
    let (mut store, [_, _, pilot]) = planned();
    assert_eq!(only(&store).unknown().key, "plan-no-objectives");
    save(&mut store, milestone(pilot, "Kick-off", -20));
    let kept = save(&mut store, promise(Some(1), "enviar datos", None));
    store.perform(Act::Attach(vec![kept], Some(pilot)), today()).unwrap();
    assert_eq!(only(&store).score.amount(), Some(0.0));
    assert_eq!(only(&store).objectives[0].initiatives[0].standing, Standing::Slipping(20));
    store.perform(Act::Done(vec![kept]), today()).unwrap();
    assert_eq!(only(&store).score.amount(), Some(0.5));
    store.perform(Act::Undo, today()).unwrap();
    store.perform(Act::Attach(vec![kept], None), today()).unwrap();
    assert_eq!(only(&store).loose.len(), 1, "it is still a promise of the account");
}

#[test]
fn x_reaches_and_reopens_every_part_of_a_plan() {
    let (mut store, [_, objective, pilot]) = planned();
    let sign_off = save(&mut store, milestone(pilot, "Sign-off", 9));
    let before = only(&store);
    for (kind, id) in [(Kind::Milestone, sign_off), (Kind::Initiative, pilot), (Kind::Objective, objective)] {
        let done = store.perform(Act::Achieved(vec![(kind, id)]), today()).unwrap();
        assert_eq!(done.label.key, "act-achieved");
        let again = store.perform(Act::Achieved(vec![(kind, id)]), today()).unwrap();
        assert_eq!(again.label.key, "act-unachieved");
    }
    for _ in 0..6 {
        store.perform(Act::Undo, today()).unwrap();
    }
    assert_eq!(only(&store).score, before.score);
    assert!(store.perform(Act::Achieved(vec![(Kind::Person, 1)]), today()).is_err());
}

#[test]
fn an_initiative_waits_until_the_one_before_it_is_finished() {
    let (mut store, [_, objective, pilot]) = planned();
    let next = Initiative { after: vec![Link(pilot)], ..initiative(objective, "Roll-out", -1, 60) };
    save(&mut store, next);
    let standing = |store: &Store| only(store).objectives[0].initiatives[1].standing;
    assert_eq!(standing(&store), Standing::Waiting(pilot));
    store.perform(Act::Achieved(vec![(Kind::Initiative, pilot)]), today()).unwrap();
    assert_eq!(standing(&store), Standing::Running);
}

#[test]
fn last_years_plan_is_carried_forward_without_what_is_done_and_one_undo_takes_it_back() {
    let (mut store, [old, first, pilot]) = planned();
    let roll_out = Initiative { after: vec![Link(pilot)], ..initiative(first, "Roll-out", 10, 60) };
    let roll_out = save(&mut store, roll_out);
    let report = Initiative { after: vec![Link(roll_out)], ..initiative(first, "Report", 61, 70) };
    save(&mut store, report);
    save(&mut store, milestone(roll_out, "Ten sites", 40));
    let reached = save(&mut store, objective(old, "Reached", Priority::Low));
    store.perform(Act::Achieved(vec![(Kind::Objective, reached)]), today()).unwrap();
    store.perform(Act::Achieved(vec![(Kind::Initiative, pilot)]), today()).unwrap();
    let outcome = store.perform(Act::CopyPlan(old, None), today()).unwrap();
    assert_eq!(outcome.touched.first().map(|t| t.0), Some(Kind::Plan));
    let plans = store.plans(Some(1), today()).unwrap().plans;
    let [_, new] = plans.as_slice() else { panic!("{} plans", plans.len()) };
    assert_eq!((new.plan.name.as_str(), new.plan.status), ("Plan 2027", Some(PlanStatus::Draft)));
    assert_eq!(new.plan.days(), Some((day(2027, 1, 1), day(2027, 12, 31))));
    assert_eq!(new.plan.follows, Some(Link(old)));
    let [objective] = new.objectives.as_slice() else { panic!("the reached one came along") };
    let names: Vec<_> = objective.initiatives.iter().map(|i| i.initiative.name.as_str()).collect();
    assert_eq!(names, ["Roll-out", "Report"]);
    let [roll_out, report] = objective.initiatives.as_slice() else { panic!() };
    assert_eq!(roll_out.initiative.after, [], "what is done is not waited for");
    assert_eq!(report.initiative.after, [Link(roll_out.initiative.head.id)]);
    assert_eq!(roll_out.milestones[0].due, Some(day(2028, 1, 2)));
    assert_eq!(objective.objective.status, Some(ObjectiveStatus::Open));
    let Err(Fault::Refused(why)) = store.perform(Act::CopyPlan(old, None), today()) else { panic!("twice") };
    assert_eq!(why.key, "plan-overlaps");
    store.perform(Act::Undo, today()).unwrap();
    assert_eq!(store.plans(Some(1), today()).unwrap().plans.len(), 1);
}

#[test]
fn all_means_the_key_accounts_and_those_without_a_plan_are_named() {
    let (mut store, _) = planned();
    save(&mut store, cartera::domain::account::Account { name: "Small".into(), ..Default::default() });
    let plans = store.plans(None, today()).unwrap();
    assert_eq!(plans.plans.len(), 1);
    let without: Vec<_> = plans.without.iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!(without, ["Arce", "Nordwind"]);
    assert_eq!(store.plans(Some(4), today()).unwrap().without, [(4, "Small".to_owned())]);
}

#[test]
fn nothing_at_all_is_not_reached_and_parts_of_several_kinds_are_reached_at_once() {
    let (mut store, [_, objective, pilot]) = planned();
    let Err(Fault::Refused(why)) = store.perform(Act::Achieved(Vec::new()), today()) else { panic!("done") };
    assert_eq!(why.key, "act-achieved-nothing");
    let sign_off = save(&mut store, milestone(pilot, "Sign-off", 9));
    let parts = vec![(Kind::Milestone, sign_off), (Kind::Initiative, pilot), (Kind::Objective, objective)];
    let done = store.perform(Act::Achieved(parts), today()).unwrap();
    assert_eq!((done.label.key.as_str(), done.label.arg("count")), ("act-achieved", Some("3")));
    assert_eq!(only(&store).score.amount(), Some(1.0));
    store.perform(Act::Undo, today()).unwrap();
    assert_eq!(only(&store).score.amount(), Some(0.0));
}

#[test]
fn an_initiative_waits_for_one_of_another_plan_of_its_account() {
    let (mut store, [_, _, pilot]) = planned();
    let next = Plan { starts_on: Some(day(2027, 1, 1)), ends_on: Some(day(2027, 12, 31)), ..plan(1, "2027") };
    let next = save(&mut store, next);
    let under = save(&mut store, objective(next, "Roll-out", Priority::High));
    save(&mut store, Initiative { after: vec![Link(pilot)], ..initiative(under, "Ten sites", -1, 60) });
    let standing = |store: &Store| {
        let row = store.plan(next, today()).unwrap();
        row.objectives[0].initiatives[0].standing
    };
    assert_eq!(standing(&store), Standing::Waiting(pilot));
    store.perform(Act::Achieved(vec![(Kind::Initiative, pilot)]), today()).unwrap();
    assert_eq!(standing(&store), Standing::Running);
}

#[test]
fn an_objective_on_an_indicator_that_the_program_computes_says_where_it_stands_now() {
    let (mut store, [plan, ..]) = planned();
    let computed = Some(Computed::Touches);
    let touches = Kpi { name: "Touches".into(), account: Some(Link(1)), computed, ..Kpi::fresh() };
    let kpi = save(&mut store, touches);
    let measured = Objective { kpi: Some(Link(kpi)), ..objective(plan, "Be there", Priority::Low) };
    save(&mut store, measured);
    store.perform(Act::Log(Box::new(crate::book::call_with_ana()), None), today()).unwrap();
    let row = only(&store);
    let of = row.objectives.iter().find_map(|o| o.measured.as_ref()).unwrap();
    let newest = store.scorecard(Some(1), None, today()).unwrap();
    let series = &newest.iter().find(|i| i.figures.kpi.head.id == kpi).unwrap().series;
    let (period, amount) = of.latest.expect("it has a figure");
    assert_eq!((Some(period), Some(amount.units())), (series.newest(today()), series.actual(period)));
}

#[test]
fn as_long_as_no_account_is_key_all_of_them_are_looked_after() {
    let (mut store, _) = planned();
    for id in 1..=3 {
        store
            .perform(Act::Tier(id, cartera::domain::choice::Tier::Standard, "Test".into()), today())
            .unwrap();
    }
    let plans = store.plans(None, today()).unwrap();
    assert_eq!((plans.plans.len(), plans.without.len()), (1, 2));
    assert_eq!(store.decisions(None, today()).unwrap().audiences.len(), 3);
    assert_eq!(store.teams(None, today()).unwrap().len(), 3);
    assert_eq!(store.week(None, today()).unwrap().agenda.len(), 3);
}
