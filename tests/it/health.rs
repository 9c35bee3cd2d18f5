//! The health of accounts from day to day: what it is made of, what is kept of it, and what is worth a thought.
use std::collections::BTreeMap;

use cartera::domain::Id;
use cartera::domain::account::Account;
use cartera::domain::choice::{BuyingRole, Channel, Frequency, Risk, Severity, Side};
use cartera::domain::commitment::Commitment;
use cartera::domain::day::{day, plus_days};
use cartera::domain::explain::Explain;
use cartera::domain::field::Link;
use cartera::domain::insight::{Act as Key, Rule};
use cartera::domain::interaction::Interaction;
use cartera::domain::kpi::{Actual, Amount, Kpi, Target};
use cartera::domain::mute::Mute;
use cartera::domain::period::Period;
use cartera::domain::problem::{Problem, Reading};
use cartera::domain::score::{Figure, Trend};
use cartera::domain::value::SCALE;
use cartera::store::Store;
use cartera::store::query::health::Parts;
use chrono::NaiveDate;

use crate::book::{account, clock, person, save, today};

/// Almazara with revenue on its pace, a decider met last week, a promise kept late, a reading of 7 and a nuisance.
fn book() -> Store {
    let mut store = Store::in_memory(clock).unwrap();
    let almazara = account(&mut store, "Almazara");
    let ana = person(&mut store, "Ana Ruiz", almazara, &[BuyingRole::Decider]);
    let revenue =
        save(&mut store, Kpi { name: "Revenue".into(), account: Some(Link(almazara)), ..Kpi::fresh() });
    for month in 1..=10 {
        figure(&mut store, revenue, month, 90);
    }
    let target = Target {
        kpi: Some(Link(revenue)),
        period: Some(Period::Year(2026)),
        value: Some(Amount::Plain(1200 * SCALE)),
        ..Target::default()
    };
    save(&mut store, target);
    met(&mut store, ana, plus_days(today(), -7));
    let promise = Commitment {
        side: Some(Side::Ours),
        text: "offer".into(),
        account: Some(Link(almazara)),
        due: Some(plus_days(today(), -3)),
        ..Commitment::default()
    };
    save(&mut store, promise);
    let reading = Reading {
        account: Some(Link(almazara)),
        day: Some(plus_days(today(), -30)),
        score: Some(7),
        ..Reading::default()
    };
    save(&mut store, reading);
    store
}

fn figure(store: &mut Store, kpi: Id, month: u32, value: i64) {
    let actual = Actual {
        kpi: Some(Link(kpi)),
        period: Some(Period::Month(2026, month)),
        value: Some(Amount::Plain(value * SCALE)),
        ..Actual::default()
    };
    save(store, actual);
}

fn met(store: &mut Store, person: Id, on: NaiveDate) {
    let visit = Interaction {
        channel: Some(Channel::Visit),
        day: Some(on),
        account: Some(Link(1)),
        people: vec![Link(person)],
        text: "visit".into(),
        ..Interaction::default()
    };
    save(store, visit);
}

fn parts(store: &Store, on: NaiveDate) -> BTreeMap<String, f64> {
    let health = &store.healths(on).unwrap()[0].health;
    let known = health.score.parts.iter();
    known
        .filter_map(|p| Some((p.label.key.clone(), p.value.as_ref().ok().and_then(Figure::amount)?)))
        .collect()
}

fn rules(store: &Store, on: NaiveDate) -> Vec<Rule> {
    store.checkup(1, on).unwrap().insights.iter().map(|i| i.rule).collect()
}

#[test]
fn the_book_gives_every_part_of_the_health() {
    let mut store = book();
    let found = parts(&store, today());
    // Pace 900/1000; coverage 100, no stance known, one of six roles covered; three days late; 7 of 10.
    assert!((found["health-part-commercial"] - 80.0).abs() < 1e-6);
    assert!((found["health-part-relationship"] - f64::midpoint(100.0, 100.0 / 6.0)).abs() < 1e-6);
    assert_eq!((found["health-part-commitments"], found["health-part-satisfaction"]), (33.0, 70.0));
    assert_eq!((found.get("health-part-plan"), found.get("health-part-risk")), (None, None));
    let health = store.healths(today()).unwrap().remove(0).health.score;
    assert!((health.evidence - 0.9).abs() < 1e-9);
    let problem = |severity, closed_on| Problem {
        name: "late".into(),
        account: Some(Link(1)),
        severity: Some(severity),
        opened_on: Some(day(2026, 11, 2)),
        closed_on,
        ..Problem::default()
    };
    save(&mut store, problem(Severity::High, Some(day(2026, 11, 9))));
    let nuisance = save(&mut store, problem(Severity::Low, None));
    assert_eq!(parts(&store, today()).get("health-part-risk"), Some(&-5.0));
    let inputs = store.healths(today()).unwrap().remove(0).inputs;
    assert_eq!(inputs.problem, Some((nuisance, Severity::Low)));
    assert_eq!(parts(&store, day(2026, 11, 5)).get("health-part-risk"), Some(&-20.0));
}

#[test]
fn all_key_accounts_at_once_are_as_healthy_as_each_alone() {
    let mut store = book();
    let arce = account(&mut store, "Arce");
    person(&mut store, "Jordi Mas", arce, &[]);
    save(&mut store, Account { name: "Small".into(), risk: Some(Risk::High), ..Account::default() });
    let all = store.healths(today()).unwrap();
    assert_eq!(all.iter().map(|h| h.account).collect::<Vec<_>>(), [1, arce]);
    for health in all {
        let alone = store.checkup(health.account, today()).unwrap().health;
        assert_eq!((alone.health, alone.since, alone.course), (health.health, health.since, health.course));
    }
}

#[test]
fn a_health_is_kept_once_a_day_and_never_again() {
    let mut store = book();
    let first = plus_days(today(), -30);
    for ago in (0..=30).rev() {
        store.keep_health(plus_days(today(), -ago)).unwrap();
    }
    let kept = store.snapshots(1, first).unwrap();
    assert_eq!(kept.len(), 31);
    let before = kept[0].score.unwrap();
    let parts = Parts::read(&kept[30].parts);
    assert!(
        (parts.points["coverage"] - 100.0).abs() < 1e-6 && (parts.kpis[&1] - 0.9).abs() < 1e-6,
        "{parts:?}"
    );
    // What becomes known later does not change what was kept.
    figure(&mut store, 1, 11, 500);
    store.keep_health(today()).unwrap();
    assert_eq!(store.snapshots(1, first).unwrap(), kept);
    let health = store.healths(today()).unwrap().remove(0);
    let since = health.since.unwrap();
    assert_eq!((since.day, since.before, since.trend), (first, before, Trend::Up));
    // October's last snapshot and today's health.
    let october = kept.iter().rfind(|s| s.day <= day(2026, 10, 31)).unwrap().score;
    assert_eq!(health.course[..10], [None; 10]);
    assert_eq!(health.course[10..], [october, health.health.score.amount()]);
}

#[test]
fn without_a_snapshot_of_a_month_ago_there_is_no_trend() {
    let mut store = book();
    for ago in [1, 22, 38] {
        store.keep_health(plus_days(today(), -ago)).unwrap();
    }
    let since = |store: &Store| store.healths(today()).unwrap().remove(0).since;
    assert_eq!(since(&store), Err(Explain::new("health-no-snapshot")));
    store.keep_health(plus_days(today(), -23)).unwrap();
    assert_eq!(since(&store).unwrap().day, plus_days(today(), -23));
}

#[test]
fn a_book_without_key_accounts_keeps_nothing() {
    let mut store = Store::in_memory(clock).unwrap();
    save(&mut store, Account { name: "Small".into(), ..Account::default() });
    store.keep_health(today()).unwrap();
    assert!(!store.has_snapshot(today()).unwrap() && store.healths(today()).unwrap().is_empty());
}

#[test]
fn insights_speak_of_the_account_until_they_are_muted() {
    let mut store = book();
    let all = rules(&store, today());
    assert_eq!(
        all,
        [
            Rule::FewSupporters,
            Rule::NobodyAgainst,
            Rule::SingleThreaded,
            Rule::RoleGap,
            Rule::OursOverdue,
            Rule::RateBeyond
        ]
    );
    let mute = |rule: Rule, subject, until| Mute {
        account: Some(Link(1)),
        topic: rule.name().into(),
        subject,
        until: Some(plus_days(today(), until)),
        ..Mute::default()
    };
    save(&mut store, mute(Rule::RoleGap, None, 7));
    save(&mut store, mute(Rule::OursOverdue, Some(1), 2));
    save(&mut store, mute(Rule::FewSupporters, Some(1), 0));
    assert_eq!(rules(&store, today()), [all[0], all[1], all[2], all[5]]);
    assert!(rules(&store, plus_days(today(), 2)).contains(&Rule::OursOverdue));
}

#[test]
fn a_stale_indicator_asks_for_its_next_figure() {
    let store = book();
    let found = store.checkup(1, day(2026, 12, 31)).unwrap().insights;
    let stale = found.iter().find(|i| i.rule == Rule::IndicatorStale).unwrap();
    assert_eq!(stale.act, Key::OpenCell(1, Period::Month(2026, 11)));
    assert_eq!(store.checkup(1, today()).unwrap().indicators[0].series.frequency, Frequency::Monthly);
}
