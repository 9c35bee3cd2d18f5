//! The figures of the demo book: a scorecard that tells the same story on any day.
use std::collections::BTreeSet;

use cartera::domain::Id;
use cartera::domain::choice::{Better, Choice, Computed, Frequency, Ownership, Severity, Stage, Unit};
use cartera::domain::day::{day, days_between, plus_days};
use cartera::domain::field::Link;
use cartera::domain::kind::Kind;
use cartera::domain::kpi::{Actual, Amount};
use cartera::domain::money::Currency;
use cartera::domain::opportunity::{Contract, Opportunity};
use cartera::domain::period::Period;
use cartera::domain::problem::{Problem, Reading};
use cartera::domain::score::Trend;
use cartera::domain::scorecard::Rag;
use cartera::exchange::demo::build;
use cartera::store::Store;
use cartera::store::query::health::Parts;
use cartera::store::query::scorecard::Indicator;
use chrono::{Datelike, NaiveDate, Weekday};

use crate::book::{clock, today};

/// The key accounts in their order.
const NAMES: [&str; 4] = ["Almazara", "Nordwind", "Arce", "Tramuntana"];

/// Beginnings and ends of months and of years, a leap day, a weekend.
fn days() -> [NaiveDate; 8] {
    [
        today(),
        day(2026, 12, 31),
        day(2027, 1, 1),
        day(2027, 2, 20),
        day(2027, 4, 1),
        day(2027, 6, 14),
        day(2028, 2, 29),
        day(2028, 3, 5),
    ]
}

fn demo(today: NaiveDate) -> Store {
    let mut store = Store::in_memory(clock).unwrap();
    build(&mut store, today, None).unwrap();
    store
}

fn all<T: Clone + 'static>(store: &Store, kind: Kind) -> Vec<T> {
    let records = store.records(kind, 0, 10_000).unwrap();
    records.iter().map(|r| r.any().downcast_ref::<T>().unwrap().clone()).collect()
}

fn of<'a>(all: &'a [Indicator], account: &str) -> Vec<&'a Indicator> {
    all.iter().filter(|i| i.figures.account.as_deref() == Some(account)).collect()
}

#[test]
fn the_revenue_of_the_four_says_on_any_day_how_they_are_doing() {
    for today in days() {
        let card = demo(today).scorecard(None, None, today).unwrap();
        let rags: Vec<_> = NAMES
            .iter()
            .map(|name| {
                let indicators = of(&card, name);
                assert!((6..=9).contains(&indicators.len()), "{name}");
                let revenue = indicators.iter().find(|i| i.revenue).unwrap();
                let newest = revenue.standing.newest.unwrap().0;
                assert_eq!(newest, revenue.series.year.after(Period::Month(today.year(), today.month()), -1));
                assert!(revenue.standing.landing.is_ok(), "{today} {name}");
                revenue.standing.rag.clone()
            })
            .collect();
        assert_eq!(rags, [Rag::OnTrack, Rag::AtRisk, Rag::Off, Rag::OnTrack], "{today}");
        let late = card.iter().find(|i| i.figures.kpi.name == "Entregas a tiempo").unwrap();
        assert_eq!((late.standing.rag.clone(), late.standing.off_for), (Rag::Off, 2), "{today}");
        let stale: Vec<_> = card.iter().filter(|i| i.standing.rag == Rag::Stale).collect();
        assert_eq!(stale.len(), 1, "{today}");
        assert_eq!(stale[0].figures.account.as_deref(), Some("Arce"));
    }
}

#[test]
fn the_revenue_to_date_in_november() {
    let card = demo(today()).scorecard(None, None, today()).unwrap();
    let reached = NAMES.map(|name| {
        let revenue = of(&card, name).into_iter().find(|i| i.revenue).unwrap();
        let whole = revenue.standing.plan.as_ref().unwrap().low;
        ((revenue.standing.to_date.as_ref().unwrap() / whole * 100.0).round(), whole)
    });
    assert_eq!(reached, [(78.0, 1.2e6), (69.0, 2.4e6), (38.0, 0.9e6), (70.0, 0.65e6)]);
    let late = card.iter().find(|i| i.figures.kpi.name == "Entregas a tiempo").unwrap();
    assert_eq!(late.standing.to_date, Ok(87.0));
    assert!((late.standing.plan.as_ref().unwrap().low - 95.0).abs() < 1e-9);
}

#[test]
fn every_way_of_measuring_has_its_example() {
    let card = demo(today()).scorecard(None, None, today()).unwrap();
    let kpis: Vec<_> = card.iter().map(|i| &i.figures.kpi).collect();
    let units: BTreeSet<_> = kpis.iter().filter_map(|k| k.measure).map(Choice::name).collect();
    assert_eq!(units, Unit::ALL.iter().copied().map(Choice::name).collect());
    let computed: BTreeSet<_> = kpis.iter().filter_map(|k| k.computed).map(Choice::name).collect();
    assert_eq!(computed, Computed::ALL.iter().copied().map(Choice::name).collect());
    let better: BTreeSet<_> = kpis.iter().filter_map(|k| k.better).map(Choice::name).collect();
    assert_eq!(better, Better::ALL.iter().copied().map(Choice::name).collect());
    let frequency: BTreeSet<_> = kpis.iter().filter_map(|k| k.frequency).map(Choice::name).collect();
    assert_eq!(frequency, Frequency::ALL.iter().copied().map(Choice::name).collect());
    for name in NAMES {
        let ownership: BTreeSet<_> =
            of(&card, name).iter().filter_map(|i| i.figures.kpi.ownership).map(Choice::name).collect();
        assert_eq!(ownership, Ownership::ALL.iter().copied().map(Choice::name).collect(), "{name}");
    }
    let portfolio = card.iter().filter(|i| i.figures.kpi.account.is_none()).count();
    assert!(portfolio >= 3, "{portfolio}");
}

#[test]
fn amounts_have_cents_and_say_where_they_come_from() {
    let store = demo(today());
    let card = store.scorecard(None, None, today()).unwrap();
    let entered = all::<Actual>(&store, Kind::Actual);
    for indicator in card.iter().filter(|i| i.revenue) {
        let mine = entered.iter().filter(|a| a.kpi == Some(Link(indicator.figures.kpi.head.id)));
        let mut cents = Vec::new();
        for actual in mine {
            let Some(Amount::Money(money)) = actual.value else { panic!("{actual:?}") };
            cents.extend(Some(money.minor).filter(|minor| *minor != 0));
            assert_eq!(actual.source, format!("cierre-{}.xlsx", actual.period.unwrap()));
            assert!(actual.entered_on.is_some_and(|on| on <= today()) && !actual.entered_by.is_empty());
        }
        let round = cents.iter().filter(|minor| *minor % 10_000 == 0).count();
        assert!(cents.len() >= 10 && round == 0, "{:?}: {cents:?}", indicator.figures.account);
    }
    let sums = |account: Option<&str>, period: Period| -> f64 {
        let all = card.iter().filter(|i| i.revenue && account == i.figures.account.as_deref());
        all.filter_map(|i| i.series.actual(period)).sum()
    };
    let month = Period::Month(2026, 10);
    let four: f64 = NAMES.iter().map(|name| sums(Some(name), month)).sum();
    assert!((sums(None, month) - four - 25_392.15).abs() < 0.01, "{four}");
}

#[test]
fn sales_contracts_and_problems_belong_to_the_story() {
    for today in days() {
        let store = demo(today);
        let sales = all::<Opportunity>(&store, Kind::Opportunity);
        let stages: BTreeSet<_> = sales.iter().filter_map(|o| o.stage).map(Choice::name).collect();
        assert_eq!(stages, Stage::ALL.iter().copied().map(Choice::name).collect());
        let open = |o: &&Opportunity| !matches!(o.stage, Some(Stage::Won | Stage::Lost));
        assert!(sales.iter().filter(open).all(|o| o.closes_on.is_some_and(|day| day > today)), "{today}");
        for account in 1..=4 {
            assert!(sales.iter().any(|o| o.account == Some(Link(account)) && o.incremental), "{account}");
        }
        let contracts = all::<Contract>(&store, Kind::Contract);
        let soon = contracts.iter().filter_map(Contract::notice_by).map(|day| days_between(today, day));
        let soon: Vec<_> = soon.filter(|days| (0..=90).contains(days)).collect();
        assert_eq!(soon.len(), 2, "{today}: {soon:?}");
        let pounds = Currency::of("GBP").unwrap();
        assert!(contracts.iter().any(|c| c.value.is_some_and(|v| v.currency == pounds)));
        assert!(sales.iter().any(|o| o.amount.is_some_and(|a| a.currency == pounds)));
        let terms = store.scorecard(None, None, today).unwrap();
        assert!(terms.iter().all(|i| i.left_out.is_none()), "{today}: a rate is missing");
        let problems = all::<Problem>(&store, Kind::Problem);
        let open: Vec<_> = problems.iter().filter(|p| p.closed_on.is_none()).collect();
        assert_eq!(open.len(), 2);
        assert_eq!((open[0].severity, open[0].account), (Some(Severity::High), Some(Link(3))));
        assert!(open[0].due.is_some_and(|due| due < today), "{today}");
        assert!(problems.iter().filter_map(|p| p.closed_on).all(|day| day < today), "{today}");
    }
}

#[test]
fn satisfaction_was_asked_for_several_times_in_eighteen_months() {
    let readings = all::<Reading>(&demo(today()), Kind::Reading);
    let scores = |account: Id| {
        let mut told: Vec<_> = readings.iter().filter(|r| r.account == Some(Link(account))).collect();
        assert!(told.iter().all(|r| r.day.is_some_and(|d| days_between(d, today()) < 548)));
        told.sort_by_key(|r| r.day);
        told.into_iter().filter_map(|r| r.score).collect::<Vec<_>>()
    };
    assert_eq!([1, 2, 3, 4].map(scores), [[6, 8, 7, 8], [4, 8, 7, 6], [9, 7, 5, 4], [8, 8, 9, 9]]);
}

#[test]
fn health_was_kept_every_week_and_lately_every_working_day() {
    for today in days() {
        let store = demo(today);
        assert!(!store.has_snapshot(today).unwrap());
        for account in 1..=4 {
            let kept = store.snapshots(account, plus_days(today, -400)).unwrap();
            assert!((70..=80).contains(&kept.len()), "{today}: {}", kept.len());
            assert!(days_between(kept[0].day, today) >= 355);
            let near = kept.iter().filter(|s| days_between(s.day, today) <= 40).count();
            assert!((27..=30).contains(&near), "{today}: {near}");
            assert!(!kept.iter().any(|s| matches!(weekday(s), Weekday::Sat | Weekday::Sun)), "{today}");
            let parts = Parts::read(&kept[kept.len() - 1].parts);
            assert_eq!(parts.kpis.len(), 3, "{today}");
        }
    }
}

#[test]
fn the_health_of_the_four_goes_the_same_way_on_any_day() {
    for today in days() {
        let healths = demo(today).healths(today).unwrap();
        let trends: Vec<_> = healths.iter().map(|h| h.since.as_ref().unwrap().trend).collect();
        assert_eq!(trends, [Trend::Up, Trend::Down, Trend::Down, Trend::Up], "{today}");
        let bands: Vec<_> = healths.iter().map(|h| h.health.band.clone().unwrap()).collect();
        assert_eq!(bands, [Rag::OnTrack, Rag::AtRisk, Rag::AtRisk, Rag::OnTrack], "{today}");
        let scores: Vec<_> = healths.iter().filter_map(|h| h.health.score.amount()).collect();
        assert!(scores[0] > scores[1] && scores[1] > scores[2] && scores[2] < 45.0, "{today}: {scores:?}");
        let first = healths.iter().filter_map(|h| h.course.iter().flatten().next()).collect::<Vec<_>>();
        assert!(*first[0] < scores[0] - 5.0 && *first[2] > scores[2] + 20.0, "{today}: {first:?}");
    }
}

fn weekday(snapshot: &cartera::store::query::figures::Snapshot) -> Weekday {
    snapshot.day.weekday()
}
