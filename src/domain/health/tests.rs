use super::*;
use crate::domain::Id;
use crate::domain::cadence::Contact;
use crate::domain::choice::{BuyingRole, Stance};
use crate::domain::commitment::Promise;
use crate::domain::coverage::{Member, required};
use crate::domain::day::day;
use crate::domain::settings::Settings;
use proptest::prelude::*;

fn today() -> NaiveDate {
    day(2026, 11, 23)
}

fn ago(days: i64) -> NaiveDate {
    plus_days(today(), -days)
}

fn parts(values: [Option<f64>; 5]) -> Vec<Part> {
    let weights = [30.0, 30.0, 15.0, 15.0, 10.0];
    let of = |(weight, value): (f64, Option<f64>)| {
        part("part", weight, value.ok_or_else(|| Explain::new("why")), Vec::new())
    };
    weights.into_iter().zip(values).map(of).collect()
}

fn indicator(judged: f64) -> Indicator {
    Indicator { kpi: 1, name: "Revenue".to_owned(), judged: Ok(judged), as_of: Some(today()) }
}

fn member(contact: Contact, stance: Option<Stance>) -> Member {
    Member {
        person: 7,
        name: "Ana Ruiz".to_owned(),
        w: 5,
        contact,
        last: None,
        stance: stance.map(|s| (s, today())),
        roles: vec![BuyingRole::Decider],
        strength: 0.0,
        touches: 0,
        do_not_contact: false,
        not_before: None,
    }
}

fn owed(id: Id, late: i64) -> (Id, Promise) {
    (id, Promise { due: Some(ago(late)), done_on: None })
}

fn of<'a>(health: &'a Health, key: &str) -> &'a Part {
    health.score.parts.iter().find(|p| p.label.key == key).unwrap()
}

fn points_of(health: &Health, key: &str) -> f64 {
    of(health, key).value.as_ref().unwrap().amount().unwrap()
}

fn why(health: &Health, key: &str) -> String {
    of(health, key).value.as_ref().unwrap_err().key.clone()
}

#[test]
fn the_vectors_of_section_10() {
    let (value, evidence) = weighted(&parts([82.0, 50.0, 33.0, 70.0, 60.0].map(Some)));
    assert!((value.unwrap() - 61.05).abs() < 1e-9 && (evidence - 1.0).abs() < 1e-9);
    let (value, evidence) = weighted(&parts([Some(82.0), None, Some(33.0), None, Some(60.0)]));
    assert!((value.unwrap() - 64.64).abs() < 0.005 && (evidence - 0.55).abs() < 1e-9);
}

#[test]
fn an_account_of_which_nothing_is_known_has_no_health() {
    let health = health(&Inputs::default(), today());
    assert_eq!(health.score.value.as_ref().unwrap_err().key, "health-unknown");
    assert_eq!((health.score.evidence, health.band.clone()), (0.0, None));
    for (part, reason) in [
        ("commercial", "health-no-own-indicators"),
        ("relationship", "health-nobody"),
        ("commitments", "health-no-commitments"),
        ("satisfaction", "health-no-reading"),
        ("plan", "health-no-plans"),
    ] {
        assert_eq!(why(&health, &format!("health-part-{part}")), reason);
    }
}

#[test]
fn pace_from_half_to_whole_makes_the_commercial_points() {
    for (judged, points) in [(1.0, 100.0), (1.7, 100.0), (0.75, 50.0), (0.5, 0.0), (0.2, 0.0)] {
        let health = health(&Inputs { indicators: vec![indicator(judged)], ..Inputs::default() }, today());
        assert!((points_of(&health, "health-part-commercial") - points).abs() < 1e-9, "{judged}");
    }
    let stale = Indicator { judged: Err(Explain::new("scorecard-stale")), ..indicator(1.0) };
    let inputs = Inputs { indicators: vec![stale.clone(), indicator(0.75)], ..Inputs::default() };
    let both = health(&inputs, today());
    assert!((points_of(&both, "health-part-commercial") - 50.0).abs() < 1e-9);
    assert_eq!(
        of(&both, "health-part-commercial").inputs[0].figure,
        Figure::Words(Explain::new("scorecard-stale"))
    );
    let only = health(&Inputs { indicators: vec![stale], ..Inputs::default() }, today());
    assert_eq!(why(&only, "health-part-commercial"), "health-no-known-indicators");
}

#[test]
fn the_relationship_is_the_mean_of_what_is_known_of_it() {
    let mut inputs = Inputs {
        members: vec![member(Contact::Due, None)],
        required: required(&Settings::default()),
        ..Inputs::default()
    };
    let points = |inputs: &Inputs| points_of(&health(inputs, today()), "health-part-relationship");
    // Coverage 50, one role of six; the stance is not known.
    assert!((points(&inputs) - f64::midpoint(50.0, 100.0 / 6.0)).abs() < 1e-9);
    inputs.members[0].stance = Some((Stance::Neutral, today()));
    assert!((points(&inputs) - (50.0 + 50.0 + 100.0 / 6.0) / 3.0).abs() < 1e-9);
}

#[test]
fn satisfaction_is_unknown_after_180_days() {
    let reading = |days| Some(Reading { id: 3, day: ago(days), score: 7.0 });
    let at = |days| health(&Inputs { reading: reading(days), ..Inputs::default() }, today());
    assert!((points_of(&at(180), "health-part-satisfaction") - 70.0).abs() < 1e-9);
    assert_eq!(why(&at(181), "health-part-satisfaction"), "health-reading-old");
}

#[test]
fn a_plan_is_worth_as_much_as_its_review_is_fresh() {
    let at = |active, reviewed: Option<i64>| {
        let plan = Some(Plan { id: None, active, reviewed: reviewed.map(ago) });
        points_of(&health(&Inputs { plan, ..Inputs::default() }, today()), "health-part-plan")
    };
    let expected = [100.0, 50.0, 50.0, 0.0, 0.0, 0.0];
    let cases = [
        (true, Some(35)),
        (true, Some(36)),
        (true, Some(95)),
        (true, Some(96)),
        (true, None),
        (false, Some(1)),
    ];
    for ((active, reviewed), points) in cases.into_iter().zip(expected) {
        assert!((at(active, reviewed) - points).abs() < 1e-9, "{active} {reviewed:?}");
    }
}

#[test]
fn a_plan_that_was_never_gone_through_and_none_in_force_are_said_in_words() {
    let figure = |active, reviewed: Option<i64>| {
        let plan = Some(Plan { id: None, active, reviewed: reviewed.map(ago) });
        let health = health(&Inputs { plan, ..Inputs::default() }, today());
        of(&health, "health-part-plan").inputs[0].figure.clone()
    };
    assert_eq!(figure(true, Some(7)), Figure::Days(7));
    assert_eq!(figure(true, None), Figure::Words(Explain::new("health-plan-never-reviewed")));
    assert_eq!(figure(false, None), Figure::Words(Explain::new("health-plan-none-active")));
}

#[test]
fn the_worse_of_risk_and_problem_is_taken_off_once() {
    let mut inputs = Inputs { promises: vec![owed(1, 1), owed(2, 3)], ..Inputs::default() };
    let value = |inputs: &Inputs| health(inputs, today()).score.amount().unwrap();
    assert!((value(&inputs) - 33.0).abs() < 1e-9);
    inputs.risk = Some(Risk::Medium);
    assert!((value(&inputs) - 23.0).abs() < 1e-9);
    inputs.problem = Some((9, Severity::High));
    assert!((value(&inputs) - 13.0).abs() < 1e-9);
    inputs.problem = Some((9, Severity::Low));
    assert!((value(&inputs) - 23.0).abs() < 1e-9);
    inputs.promises = vec![owed(1, 30)];
    assert!(value(&inputs).abs() < 1e-9);
    let health = health(&inputs, today());
    assert_eq!(of(&health, "health-part-risk").value, Ok(Figure::Points(-10.0)));
    assert_eq!(of(&health, "health-part-commitments").inputs[0].figure, Figure::Days(30));
}

#[test]
fn a_band_needs_six_tenths_of_the_weights() {
    let mut inputs =
        Inputs { indicators: vec![indicator(1.0)], promises: vec![owed(1, 0)], ..Inputs::default() };
    let at = |inputs: &Inputs| {
        let health = health(inputs, today());
        (health.score.evidence, health.band)
    };
    let (evidence, band) = at(&inputs);
    assert!((evidence - 0.45).abs() < 1e-9 && band.is_none());
    inputs.reading = Some(Reading { id: 1, day: today(), score: 10.0 });
    let (evidence, band) = at(&inputs);
    assert!((evidence - 0.6).abs() < 1e-9);
    assert_eq!(band, Some(Rag::OnTrack));
    // 67 and 34 are the edges: 75 % of the weight at 100, less the risk.
    inputs.indicators = vec![indicator(0.84)];
    inputs.risk = Some(Risk::High);
    assert_eq!(at(&inputs).1, Some(Rag::AtRisk));
    inputs.indicators = vec![indicator(0.5)];
    assert_eq!(at(&inputs).1, Some(Rag::Off));
}

#[test]
fn the_trend_compares_with_the_snapshot_nearest_to_a_month_ago() {
    let shots = [(ago(38), 10.0), (ago(33), 40.0), (ago(28), 50.0), (ago(22), 90.0), (ago(1), 61.0)];
    let found = since(61.0, &shots, today()).unwrap();
    assert_eq!((found.day, found.before, found.trend), (ago(28), 50.0, Trend::Up));
    assert_eq!(since(61.0, &shots[..2], today()).map(|s| s.day), Ok(ago(33)));
    let outside = [shots[0], shots[3], shots[4]];
    assert_eq!(since(61.0, &outside, today()).unwrap_err().key, "health-no-snapshot");
    assert_eq!(since(50.4, &shots, today()).map(|s| s.trend), Ok(Trend::Flat));
    let equally = [(ago(31), 1.0), (ago(29), 2.0)];
    assert_eq!(since(0.0, &equally, today()).map(|s| s.day), Ok(ago(31)));
}

#[test]
fn the_book_sets_the_weights() {
    let settings = Settings { weight_commercial: Some(0), weight_plan: Some(50), ..Settings::default() };
    let weights = Weights::of(&settings);
    assert!((weights.commercial, weights.plan, weights.relationship) == (0.0, 50.0, 30.0));
}

proptest! {
    #[test]
    fn health_stays_on_its_scale_and_evidence_below_one(judged in proptest::collection::vec(proptest::option::of(-1.0..3.0_f64), 0..5), late in proptest::option::of(-5..40_i64), score in proptest::option::of(0.0..10.0_f64), risk in 0..3_usize, who in 0..2_usize) {
        let indicators = judged.into_iter().map(|j| Indicator { judged: j.ok_or_else(|| Explain::new("scorecard-stale")), ..indicator(1.0) }).collect();
        let inputs = Inputs {
            indicators,
            members: (0..who).map(|_| member(Contact::Fresh, Some(Stance::Champion))).collect(),
            required: required(&Settings::default()),
            promises: late.into_iter().map(|l| owed(1, l)).collect(),
            reading: score.map(|score| Reading { id: 1, day: today(), score }),
            risk: Some(Risk::ALL[risk]),
            ..Inputs::default()
        };
        let health = health(&inputs, today());
        prop_assert!((0.0..=1.0).contains(&health.score.evidence));
        prop_assert!(health.score.amount().is_none_or(|v| (0.0..=100.0).contains(&v)));
        prop_assert!(health.band.is_none() || health.score.evidence >= ENOUGH - SAME);
    }
}
