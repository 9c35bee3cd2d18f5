use super::*;
use crate::domain::cadence::Contact;
use crate::domain::choice::{Better, Frequency, Nature, Side, Stance};
use crate::domain::coverage::required;
use crate::domain::day::{day, plus_days};
use crate::domain::period::CompanyYear;
use crate::domain::portfolio::effort::Effort;
use crate::domain::scorecard::standing::standing;
use crate::domain::scorecard::{Goal, Series};
use crate::domain::settings::Settings;
use Rule::*;
use proptest::prelude::*;

fn today() -> NaiveDate {
    day(2026, 11, 23)
}

fn ago(days: i64) -> NaiveDate {
    plus_days(today(), -days)
}

fn member(person: Id, role: BuyingRole, w: i64, score: Option<i64>) -> Member {
    Member {
        person,
        name: format!("person {person}"),
        w,
        contact: Contact::Fresh,
        last: Some(ago(5)),
        stance: score.and_then(Stance::of_score).map(|s| (s, ago(10))),
        roles: vec![role],
        strength: 60.0,
        touches: 3,
        do_not_contact: false,
        not_before: None,
    }
}

/// An account of which nothing is to be said.
fn quiet() -> Inputs {
    use BuyingRole::{Buyer, Decider, Gatekeeper, Influencer, User};
    Inputs {
        account: 1,
        members: vec![
            member(1, Decider, 5, Some(2)),
            member(2, Influencer, 4, Some(1)),
            member(3, Buyer, 3, Some(-1)),
            member(4, User, 2, Some(1)),
            member(5, Gatekeeper, 3, Some(0)),
        ],
        required: required(&Settings::default()),
        ..Inputs::default()
    }
}

fn promise(id: Id, side: Side, late: i64) -> OpenPromise {
    OpenPromise {
        id,
        side,
        text: format!("promise {id}"),
        due: Some(ago(late)),
        snoozed_until: None,
        account: Some(1),
        counterpart: Some(2),
        weight: 4,
    }
}

/// Ten months of `each` against a plan, looked at today or much later.
fn watched(kpi: Id, each: f64, plan: f64, on: NaiveDate) -> Watched {
    let year = CompanyYear::default();
    let mut series = Series::new(year, Better::Higher, Nature::Flow, Frequency::Monthly);
    let months = year.parts(Period::Year(2026), Frequency::Monthly);
    series.actuals.extend(months.into_iter().take(10).map(|m| (m, each)));
    series.targets.insert(Period::Year(2026), Goal::of(plan));
    Watched {
        kpi,
        name: format!("kpi {kpi}"),
        standing: standing(&series, on),
        next: Period::Month(2026, 11),
    }
}

fn rules(inputs: &Inputs) -> Vec<Rule> {
    insights(inputs, today()).iter().map(|i| i.rule).collect()
}

fn only(inputs: &Inputs) -> Insight {
    let mut found = insights(inputs, today());
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

#[test]
fn a_well_kept_account_has_nothing_to_be_told() {
    let mut inputs = quiet();
    inputs.indicators = vec![watched(1, 100.0, 1200.0, today())];
    inputs.promises = vec![promise(1, Side::Ours, 0), promise(2, Side::Theirs, 7)];
    assert_eq!(rules(&inputs), []);
}

#[test]
fn rule_1_asks_for_a_decider() {
    let mut inputs = quiet();
    inputs.members[0].roles.clear();
    let insight = only(&inputs);
    assert_eq!((insight.rule, insight.act), (NoDecider, Act::AddPerson(Some(BuyingRole::Decider))));
}

#[test]
fn rule_2_counts_key_players_who_are_known_to_support_us() {
    let mut inputs = quiet();
    inputs.members[0].stance = None;
    inputs.members[1].stance = None;
    let found = insights(&inputs, today());
    assert_eq!((found[0].rule, &found[0].act), (FewSupporters, &Act::OpenPerson(1)));
    assert_eq!((found[0].explain.arg("count"), found[0].explain.arg("players")), (Some("0"), Some("2")));
    // Half of them is not most of them.
    inputs.members[1].stance = Some((Stance::Supporter, ago(1)));
    assert_eq!(rules(&inputs), [RoleGap]);
}

#[test]
fn rule_3_doubts_an_account_without_opponents() {
    let mut inputs = quiet();
    inputs.members[2].stance = None;
    assert_eq!((only(&inputs).rule, only(&inputs).act), (NobodyAgainst, Act::OpenPeople));
    inputs.members.clear();
    assert!(!rules(&inputs).contains(&NobodyAgainst));
}

#[test]
fn rule_4_weighs_supporters_against_opponents() {
    let mut inputs = quiet();
    inputs.members[1].stance = Some((Stance::Blocker, ago(1)));
    let insight = only(&inputs);
    assert_eq!((insight.rule, insight.act), (Outweighed, Act::OpenPerson(2)));
    assert_eq!(insight.evidence.len(), 2);
}

#[test]
fn rule_5_leads_to_the_next_person_one_could_know_better() {
    let mut inputs = quiet();
    for member in inputs.members.iter_mut().skip(1) {
        member.strength = 10.0;
    }
    inputs.members[1].do_not_contact = true;
    let insight = only(&inputs);
    assert_eq!((insight.rule, insight.explain.arg("name")), (SingleThreaded, Some("person 1")));
    assert_eq!(insight.act, Act::OpenPerson(3));
    inputs.members[2].not_before = Some(plus_days(today(), 1));
    assert_eq!(only(&inputs).act, Act::OpenPerson(5), "nobody is sent to somebody on holiday");
    inputs.members[0].strength = 0.0;
    assert_eq!(only(&inputs).explain.key, "insight-no-thread");
}

#[test]
fn rule_6_writes_a_promise_to_see_the_champion() {
    let mut inputs = quiet();
    inputs.members[0].last = Some(ago(29));
    assert_eq!(rules(&inputs), []);
    inputs.members[0].last = Some(ago(30));
    let insight = only(&inputs);
    assert_eq!((insight.rule, insight.subject), (ChampionQuiet, (Kind::Person, 1)));
    assert!(matches!(insight.act, Act::AddCommitment { person: Some(1), .. }));
    inputs.members[0].last = None;
    assert_eq!(only(&inputs).explain.key, "insight-champion-never");
    inputs.members[0].not_before = Some(plus_days(today(), 1));
    assert_eq!(rules(&inputs), [], "on holiday");
    inputs.members[0].not_before = Some(today());
    assert_eq!(only(&inputs).rule, ChampionQuiet, "back today");
    inputs.members[0].do_not_contact = true;
    assert_eq!(rules(&inputs), []);
}

#[test]
fn rule_7_tells_all_gaps_at_once() {
    let mut inputs = quiet();
    inputs.members.truncate(3);
    let insight = only(&inputs);
    assert_eq!((insight.rule, insight.more), (RoleGap, 0));
    assert_eq!(insight.explain.arg("seats"), Some("choice-role-user choice-role-gatekeeper"));
    assert_eq!(insight.act, Act::AddPerson(Some(BuyingRole::User)));
}

#[test]
fn rule_8_names_the_weightiest_and_counts_the_others() {
    let mut inputs = quiet();
    for i in [1, 4] {
        inputs.members[i].stance = inputs.members[i].stance.map(|(s, _)| (s, ago(121)));
    }
    let insight = only(&inputs);
    assert_eq!((insight.rule, insight.act, insight.more), (StanceOld, Act::OpenPerson(2), 1));
}

#[test]
fn rules_9_and_10_find_the_latest_promises_that_are_not_snoozed() {
    let mut inputs = quiet();
    inputs.promises = vec![promise(1, Side::Ours, 1), promise(2, Side::Ours, 4), promise(3, Side::Theirs, 8)];
    let found = insights(&inputs, today());
    assert_eq!(
        found.iter().map(|i| (i.rule, i.subject.1, i.more)).collect::<Vec<_>>(),
        [(OursOverdue, 2, 1), (TheirsOverdue, 3, 0)]
    );
    assert_eq!(found[0].act, Act::OpenCommitment(2));
    assert!(matches!(found[1].act, Act::AddCommitment { person: Some(2), .. }));
    inputs.promises[1].snoozed_until = Some(plus_days(today(), 1));
    assert_eq!(insights(&inputs, today())[0].subject.1, 1);
}

#[test]
fn rule_11_opens_the_cell_that_waits_for_its_figure() {
    let mut inputs = quiet();
    inputs.indicators = vec![watched(9, 100.0, 1200.0, day(2027, 3, 1))];
    let insight = only(&inputs);
    assert_eq!((insight.rule, insight.act), (IndicatorStale, Act::OpenCell(9, Period::Month(2026, 11))));
    assert_eq!(insight.explain.arg("day"), Some("2026-10-31"));
}

#[test]
fn rule_12_keeps_quiet_about_figures_that_are_stale() {
    let mut inputs = quiet();
    inputs.indicators = vec![watched(2, 100.0, 1400.0, day(2027, 3, 1))];
    assert_eq!(only(&inputs).rule, IndicatorStale);
}

#[test]
fn rule_12_compares_what_is_needed_with_the_best_of_three() {
    let mut inputs = quiet();
    // 240 are left for two months: 120 each, 1.2 times the best.
    inputs.indicators = vec![watched(1, 100.0, 1240.0, today())];
    assert_eq!(rules(&inputs), []);
    inputs.indicators = vec![watched(1, 100.0, 1241.0, today()), watched(2, 100.0, 1400.0, today())];
    let insight = only(&inputs);
    assert_eq!((insight.rule, insight.subject, insight.more), (RateBeyond, (Kind::Kpi, 2), 1));
    assert_eq!(insight.explain.arg("percent"), Some("200"));
    inputs.indicators = vec![watched(3, 0.0, 1400.0, today())];
    assert_eq!(only(&inputs).explain.key, "insight-rate-from-nothing");
}

/// An account of which every rule but one has something to say.
fn troubled() -> Inputs {
    Inputs {
        account: 1,
        members: vec![
            Member {
                stance: Some((Stance::Champion, ago(200))),
                last: None,
                strength: 0.0,
                ..member(1, BuyingRole::User, 5, None)
            },
            Member { strength: 0.0, ..member(2, BuyingRole::User, 5, None) },
            Member { strength: 0.0, ..member(3, BuyingRole::User, 5, None) },
        ],
        required: required(&Settings::default()),
        promises: vec![promise(1, Side::Ours, 3), promise(2, Side::Theirs, 30)],
        indicators: vec![watched(1, 100.0, 2400.0, today()), watched(2, 100.0, 1200.0, day(2027, 3, 1))],
        ..Inputs::default()
    }
}

#[test]
fn seven_are_shown_and_what_is_muted_makes_room_for_the_next() {
    let mut inputs = troubled();
    let first = [NoDecider, FewSupporters, NobodyAgainst, SingleThreaded, ChampionQuiet, RoleGap, StanceOld];
    assert_eq!(rules(&inputs), first);
    let mute = |rule, subject, until| Muted { rule, subject, until };
    inputs.muted = vec![mute(NobodyAgainst, (Kind::Account, 1), plus_days(today(), 1))];
    let without = [NoDecider, FewSupporters, SingleThreaded, ChampionQuiet, RoleGap, StanceOld, OursOverdue];
    assert_eq!(rules(&inputs), without);
    // The day has come, or it was another account.
    inputs.muted = vec![
        mute(NobodyAgainst, (Kind::Account, 1), today()),
        mute(NoDecider, (Kind::Account, 2), plus_days(today(), 9)),
    ];
    assert_eq!(rules(&inputs), first);
}

#[test]
fn a_mute_of_one_record_lets_the_next_of_its_rule_speak() {
    let mut inputs = quiet();
    inputs.promises = vec![promise(1, Side::Ours, 1), promise(2, Side::Ours, 4)];
    inputs.muted =
        vec![Muted { rule: OursOverdue, subject: (Kind::Commitment, 2), until: plus_days(today(), 5) }];
    let insight = only(&inputs);
    assert_eq!((insight.subject, insight.more), ((Kind::Commitment, 1), 0));
}

#[test]
fn a_rule_is_found_by_its_name() {
    assert!(Rule::ALL.iter().all(|rule| Rule::named(rule.name()) == Some(*rule)));
    assert_eq!(Rule::named("nobody"), None);
}

#[test]
fn a_rival_whose_contract_ends_within_180_days_is_told_the_next_first() {
    let rival = |cell, ahead: i64| Rival {
        cell,
        competitor: "Tormes".into(),
        offering: "service".into(),
        unit: "none".into(),
        ends: ago(-ahead),
    };
    let found = |rivals| insights(&Inputs { rivals, ..quiet() }, today());
    let told = found(vec![rival(1, 180), rival(2, 20), rival(3, 181), rival(4, -1)]);
    assert_eq!(
        told.iter().map(|i| (i.rule, i.subject, i.more)).collect::<Vec<_>>(),
        [(RivalEnds, (Kind::WhiteSpace, 2), 1)]
    );
    assert_eq!(told[0].act, Act::Open(Kind::WhiteSpace, 2));
    assert_eq!(found(vec![rival(3, 181), rival(4, -1)]), []);
}

#[test]
fn a_plan_not_gone_through_for_more_than_35_days_is_told_and_so_is_one_never_gone_through() {
    let found = |reviewed: Option<i64>, since| {
        let plan = Planned { id: 9, name: "2027".into(), since: ago(since), reviewed: reviewed.map(ago) };
        let told = insights(&Inputs { plan: Some(plan), ..quiet() }, today());
        told.into_iter().map(|i| i.explain.key).collect::<Vec<_>>()
    };
    assert_eq!(found(Some(35), 200), [""; 0]);
    assert_eq!(found(Some(36), 200), ["insight-plan-unreviewed"]);
    assert_eq!(found(None, 36), ["insight-plan-never-reviewed"]);
    assert_eq!(found(None, 10), [""; 0]);
}

#[test]
fn time_and_worth_more_than_20_points_apart_are_told_either_way() {
    let found = |time, worth| {
        let told =
            insights(&Inputs { effort: Some(Effort { of_time: time, of_worth: worth }), ..quiet() }, today());
        told.into_iter().map(|i| i.explain.key).collect::<Vec<_>>()
    };
    assert_eq!(found(0.45, 0.20), ["insight-effort-much"]);
    assert_eq!(found(0.10, 0.40), ["insight-effort-little"]);
    assert_eq!(found(0.25, 0.44), [""; 0]);
}

proptest! {
    #[test]
    fn the_ranking_does_not_depend_on_the_order_of_what_it_is_made_of(seed in proptest::collection::vec((1..6_i64, -3..3_i64, -2..40_i64), 0..10), turn in 0..10_usize) {
        let members: Vec<_> = (1..).zip(&seed).map(|(id, (w, s, _))| member(id, BuyingRole::User, *w, Some(*s))).collect();
        let promises: Vec<_> = (1..).zip(&seed).map(|(id, (w, _, late))| promise(id, if w % 2 == 0 { Side::Ours } else { Side::Theirs }, *late)).collect();
        let inputs = Inputs { members, promises, ..quiet() };
        let mut turned = inputs.clone();
        if !seed.is_empty() {
            turned.members.rotate_left(turn % seed.len());
            turned.promises.reverse();
        }
        let found = insights(&inputs, today());
        prop_assert!(found.len() <= MOST);
        prop_assert!(found.is_sorted_by_key(|i| i.rule));
        prop_assert!(found.iter().all(|i| i.subject.0 == i.rule.about()));
        let told = |found: &[Insight]| found.iter().map(|i| (i.rule, i.subject, i.explain.to_string(), i.act.clone(), i.more)).collect::<Vec<_>>();
        prop_assert_eq!(told(&found), told(&insights(&turned, today())));
    }
}
