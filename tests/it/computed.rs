//! Indicators that the program computes from its own records: figures by period, and the tally behind them.
use std::collections::BTreeMap;

use cartera::domain::Id;
use cartera::domain::choice::{
    Aspect, BuyingRole, Channel, Computed, Direction, Frequency, Nature, Ownership, Severity, Side, Stage,
    Unit,
};
use cartera::domain::commitment::Commitment;
use cartera::domain::day::{day, plus_days};
use cartera::domain::explain::Explain;
use cartera::domain::fact::Fact;
use cartera::domain::field::Link;
use cartera::domain::interaction::Interaction;
use cartera::domain::kind::Kind;
use cartera::domain::kpi::{Actual, Amount, Kpi};
use cartera::domain::money::{Currency, Money};
use cartera::domain::opportunity::Opportunity;
use cartera::domain::period::{CompanyYear, Period};
use cartera::domain::problem::Problem;
use cartera::domain::rate::Rate;
use cartera::domain::score::Figure;
use cartera::domain::value::Value;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::query::figures::Snapshot;
use chrono::NaiveDate;
use proptest::prelude::*;

use crate::book::{account, book, clock, person, save, today};

fn talk(channel: Channel, on: NaiveDate, direction: Option<Direction>) -> Interaction {
    let text = "about prices".to_owned();
    Interaction {
        channel: Some(channel),
        day: Some(on),
        account: Some(Link(1)),
        direction,
        text,
        ..Interaction::default()
    }
}

fn with(people: &[Id], talk: Interaction) -> Interaction {
    Interaction { people: people.iter().copied().map(Link).collect(), ..talk }
}

/// The figures of an indicator of account 1, by the text of the period.
fn figures(store: &Store, computed: Computed, frequency: Frequency) -> BTreeMap<String, f64> {
    let kpi =
        Kpi { account: Some(Link(1)), frequency: Some(frequency), computed: Some(computed), ..Kpi::fresh() };
    of_kpi(store, &kpi, CompanyYear::default())
}

fn of_kpi(store: &Store, kpi: &Kpi, year: CompanyYear) -> BTreeMap<String, f64> {
    let figures = store.computed_actuals(kpi, year, today()).unwrap();
    figures.into_iter().filter_map(|(p, made)| Some((p.to_string(), made.value.ok()?))).collect()
}

fn monthly(store: &Store, computed: Computed) -> BTreeMap<String, f64> {
    figures(store, computed, Frequency::Monthly)
}

#[test]
fn touches_and_visits_count_what_was_held_but_notes() {
    let mut store = book();
    for (channel, on, planned) in [
        (Channel::Meeting, day(2026, 9, 30), false),
        (Channel::Visit, day(2026, 11, 23), false),
        (Channel::Call, day(2026, 11, 2), false),
        (Channel::Note, day(2026, 11, 3), false),
        (Channel::Meeting, day(2026, 11, 20), true),
    ] {
        save(&mut store, Interaction { planned, ..talk(channel, on, None) });
    }
    let touches = monthly(&store, Computed::Touches);
    // Before anything was written down nothing is known; a month without any had none.
    assert_eq!(touches.keys().next().map(String::as_str), Some("2026-09"));
    assert_eq!((touches["2026-09"], touches["2026-10"], touches["2026-11"]), (1.0, 0.0, 2.0));
    let visits = figures(&store, Computed::Visits, Frequency::Quarterly);
    assert_eq!((visits["2026-Q3"], visits["2026-Q4"]), (1.0, 1.0));
    let shifted = Kpi {
        account: Some(Link(1)),
        frequency: Some(Frequency::Yearly),
        computed: Some(Computed::Visits),
        ..Kpi::fresh()
    };
    let by_year = of_kpi(&store, &shifted, CompanyYear::starting(10));
    assert_eq!(by_year, BTreeMap::from([("2025".to_owned(), 1.0), ("2026".to_owned(), 1.0)]));
}

#[test]
fn an_account_without_a_word_had_no_touch_this_month_and_nothing_is_known_of_before() {
    let store = book();
    assert_eq!(monthly(&store, Computed::Touches), BTreeMap::from([("2026-11".to_owned(), 0.0)]));
    assert!(monthly(&store, Computed::ResponseBalance).is_empty());
    assert!(monthly(&store, Computed::KeptPromises).is_empty());
    let typed = Kpi { account: Some(Link(1)), ..Kpi::fresh() };
    assert!(of_kpi(&store, &typed, CompanyYear::default()).is_empty());
}

#[test]
fn the_portfolio_is_all_key_accounts_together() {
    let mut store = book();
    save(&mut store, talk(Channel::Call, day(2026, 11, 2), None));
    save(&mut store, Interaction { account: Some(Link(2)), ..talk(Channel::Call, day(2026, 11, 2), None) });
    let mut standard = store.record(Kind::Account, 2).unwrap();
    let kpi = Kpi { computed: Some(Computed::Touches), ..Kpi::fresh() };
    assert_eq!(of_kpi(&store, &kpi, CompanyYear::default()).get("2026-11"), Some(&2.0));
    standard.set("tier", Value::Choice("standard")).unwrap();
    store.perform(Act::Save(vec![standard]), today()).unwrap();
    assert_eq!(of_kpi(&store, &kpi, CompanyYear::default()).get("2026-11"), Some(&1.0));
    for id in [1, 3] {
        let mut other = store.record(Kind::Account, id).unwrap();
        other.set("tier", Value::Empty).unwrap();
        store.perform(Act::Save(vec![other]), today()).unwrap();
    }
    // As long as no account is marked as key, all of them are looked after.
    assert_eq!(of_kpi(&store, &kpi, CompanyYear::default()).get("2026-11"), Some(&2.0));
}

#[test]
fn the_response_balance_is_of_ninety_days_to_the_end_of_the_period() {
    let mut store = book();
    for (channel, on, direction) in [
        (Channel::Email, day(2026, 10, 31), Some(Direction::In)),
        (Channel::Email, day(2026, 10, 1), Some(Direction::Out)),
        (Channel::Message, day(2026, 10, 2), Some(Direction::Out)),
        // Both ways, said or not; a mail that does not say is neither.
        (Channel::Call, day(2026, 10, 3), None),
        (Channel::Email, day(2026, 10, 4), None),
        (Channel::Meeting, day(2026, 10, 5), Some(Direction::In)),
        // The first of the ninety days to 31 October, and the day before it.
        (Channel::Email, day(2026, 8, 3), Some(Direction::In)),
        (Channel::Email, day(2026, 8, 2), Some(Direction::In)),
    ] {
        save(&mut store, talk(channel, on, direction));
    }
    let balance = monthly(&store, Computed::ResponseBalance);
    // In: two mails and the call; out: a mail, a message and the call.
    assert_eq!(balance.get("2026-10"), Some(&50.0));
    assert_eq!(balance.get("2026-08"), Some(&100.0));
    // 90 days to today begin on 26 August.
    assert_eq!(balance.get("2026-11"), Some(&40.0));
    assert!(!balance.contains_key("2026-07"));
}

#[test]
fn deciders_met_are_those_who_were_deciders_then() {
    let mut store = book();
    let other = person(&mut store, "Luis Prat", 1, &[BuyingRole::Decider]);
    save(&mut store, with(&[1], talk(Channel::Video, day(2026, 11, 3), None)));
    save(&mut store, with(&[1, other], talk(Channel::Meeting, day(2026, 10, 3), None)));
    save(&mut store, with(&[other], talk(Channel::Call, day(2026, 11, 4), None)));
    let met = monthly(&store, Computed::DecidersMet);
    // Learned today, taken to have been so before; a call is no meeting.
    assert_eq!((met["2026-09"], met["2026-10"], met["2026-11"]), (0.0, 100.0, 50.0));

    // Luis has not been a decider since the end of October.
    let membership = store.parts(Kind::Person, other).unwrap()[1].head().id;
    let fact = |on_day, ended| Fact {
        membership: Some(Link(membership)),
        aspect: Some(Aspect::Role),
        value: "decider".to_owned(),
        ended,
        on_day: Some(on_day),
        ..Fact::default()
    };
    store.perform(Act::Delete(Kind::Fact, facts_of(&store, membership)), today()).unwrap();
    save(&mut store, fact(day(2026, 1, 1), false));
    save(&mut store, fact(day(2026, 11, 1), true));
    let met = monthly(&store, Computed::DecidersMet);
    assert_eq!((met["2026-09"], met["2026-10"], met["2026-11"]), (0.0, 100.0, 100.0));

    // Ana left in October: nobody is left to be met.
    let mut place = store.parts(Kind::Person, 1).unwrap().remove(1);
    place.set("left_on", Value::Day(day(2026, 10, 15))).unwrap();
    store.perform(Act::Save(vec![place]), today()).unwrap();
    let met = monthly(&store, Computed::DecidersMet);
    assert_eq!((met.get("2026-10"), met.get("2026-11")), (Some(&100.0), None));
}

fn facts_of(store: &Store, membership: Id) -> Vec<Id> {
    let facts = store.records(Kind::Fact, 0, 999).unwrap();
    facts.iter().filter(|f| f.get("membership") == Value::Link(membership)).map(|f| f.head().id).collect()
}

#[test]
fn coverage_is_todays_and_before_it_what_was_stored() {
    let mut store = book();
    person(&mut store, "Luis Prat", 1, &[BuyingRole::User]);
    save(&mut store, with(&[1], talk(Channel::Call, plus_days(today(), -10), None)));
    let kept = |on: NaiveDate, parts: &str| Snapshot {
        account: 1,
        day: on,
        score: None,
        evidence: 0.5,
        parts: parts.to_owned(),
    };
    store
        .keep_snapshots(&[
            kept(day(2026, 10, 3), r#"{"coverage": 40.0}"#),
            kept(day(2026, 10, 30), r#"{"coverage": 45.5}"#),
            kept(day(2026, 9, 30), r#"{"support": 12.0}"#),
            kept(day(2026, 8, 30), "not json"),
        ])
        .unwrap();
    let coverage = monthly(&store, Computed::Coverage);
    // Of decider 5 and user 2 the decider is fresh.
    assert!((coverage["2026-11"] - 500.0 / 7.0).abs() < 1e-9);
    assert_eq!((coverage["2026-10"], coverage.len()), (45.5, 2));
}

#[test]
fn promises_count_that_fell_due_in_ninety_days_up_to_the_end_of_a_period() {
    let mut store = book();
    for (side, due, done_on) in [
        (Side::Ours, day(2026, 7, 31), Some(day(2026, 8, 2))),
        (Side::Ours, day(2026, 10, 5), Some(day(2026, 10, 5))),
        (Side::Ours, day(2026, 10, 6), Some(day(2026, 10, 9))),
        (Side::Ours, day(2026, 11, 2), Some(day(2026, 10, 9))),
        (Side::Ours, today(), None),
        (Side::Theirs, day(2026, 11, 3), None),
    ] {
        let promise = Commitment {
            side: Some(side),
            text: "offer".into(),
            account: Some(Link(1)),
            due: Some(due),
            done_on,
            ..Commitment::default()
        };
        save(&mut store, promise);
    }
    let kept = monthly(&store, Computed::KeptPromises);
    // The one of the last day of July still counts at the end of September, and no longer at that of October.
    let round = |period: &str| kept.get(period).map(|percent| percent.round());
    assert_eq!(kept.keys().next().map(String::as_str), Some("2026-07"));
    assert_eq!((round("2026-07"), round("2026-09")), (Some(0.0), Some(0.0)));
    // Of October one of two; of the ninety days up to today two of three.
    assert_eq!((round("2026-10"), round("2026-11")), (Some(50.0), Some(67.0)));
    let kpi = Kpi { account: Some(Link(1)), computed: Some(Computed::KeptPromises), ..Kpi::fresh() };
    let made = store.computed_actuals(&kpi, CompanyYear::default(), today()).unwrap();
    let counts = |period| made[&period].inputs.iter().map(|i| i.figure.clone()).collect::<Vec<_>>();
    assert_eq!(counts(Period::Month(2026, 11)), [Figure::Count(2), Figure::Count(3)]);
    // Where nothing fell due there is a reason.
    assert_eq!(made[&Period::Month(2026, 6)].value.as_ref().unwrap_err().key, "scorecard-no-promises");
}

#[test]
fn complaints_are_problems_opened() {
    let mut store = book();
    for (account, on) in
        [(1, day(2026, 9, 5)), (1, day(2026, 11, 5)), (1, day(2026, 12, 5)), (2, day(2026, 11, 5))]
    {
        let problem = Problem {
            name: "late".into(),
            account: Some(Link(account)),
            opened_on: Some(on),
            severity: Some(Severity::Low),
            ..Problem::default()
        };
        save(&mut store, problem);
    }
    let complaints = monthly(&store, Computed::Complaints);
    let wanted = [("2026-09", 1.0), ("2026-10", 0.0), ("2026-11", 1.0)].map(|(p, n)| (p.to_owned(), n));
    assert_eq!(complaints, BTreeMap::from(wanted));
}

fn money(units: i64, code: &str) -> Money {
    Money { minor: units * 100, currency: Currency::of(code).unwrap() }
}

#[test]
fn the_pipeline_is_that_of_today_by_chance() {
    let mut store = book();
    let sale = |units, stage, probability| Opportunity {
        name: "line 4".into(),
        account: Some(Link(1)),
        amount: Some(money(units, "EUR")),
        stage: Some(stage),
        probability,
        ..Opportunity::fresh()
    };
    save(&mut store, sale(50, Stage::Identified, None));
    save(&mut store, sale(120, Stage::Proposal, None));
    save(&mut store, sale(160, Stage::Verbal, Some(375_000)));
    save(&mut store, sale(900, Stage::Won, None));
    assert_eq!(monthly(&store, Computed::WeightedPipeline), BTreeMap::from([("2026-11".to_owned(), 125.0)]));
    // Dollars without a rate cannot be added to euros.
    save(&mut store, Opportunity { amount: Some(money(10, "USD")), ..sale(0, Stage::Verbal, None) });
    assert!(monthly(&store, Computed::WeightedPipeline).is_empty());
    let kpi = Kpi {
        name: "Pipeline".into(),
        account: Some(Link(1)),
        measure: Some(Unit::Money),
        nature: Some(Nature::Stock),
        computed: Some(Computed::WeightedPipeline),
        ..Kpi::fresh()
    };
    save(&mut store, kpi);
    let card = store.scorecard(Some(1), None, today()).unwrap();
    assert_eq!(card[0].standing.judged().as_ref().unwrap_err().key, "money-no-rate");
    // A rate of this year is enough, also for what closes in the next: the page of the account shows the same sum.
    let rate = Rate { currency: "USD".into(), year: Some(2026), rate: Some(9_000), ..Rate::default() };
    save(&mut store, rate);
    save(&mut store, Opportunity { closes_on: Some(day(2027, 2, 1)), ..sale(100, Stage::Proposal, None) });
    let page = store.account_page(1, today()).unwrap().affairs.pipeline.amount().unwrap();
    assert!((page - (125.0 + 9.0 * 0.9 + 50.0)).abs() < 1e-9, "{page}");
    assert!((monthly(&store, Computed::WeightedPipeline)["2026-11"] - page).abs() < 1e-9);
}

#[test]
fn forecast_accuracy_looks_at_the_first_own_money_flow_of_the_account() {
    let mut store = book();
    let revenue = |ownership, position| Kpi {
        name: "Revenue".into(),
        account: Some(Link(1)),
        measure: Some(Unit::Money),
        ownership: Some(ownership),
        position: Some(position),
        ..Kpi::fresh()
    };
    save(&mut store, revenue(Ownership::Monitor, 1));
    let first = save(&mut store, revenue(Ownership::Own, 2));
    save(&mut store, revenue(Ownership::Own, 3));
    for month in 1..=9 {
        let actual = Actual {
            kpi: Some(Link(first)),
            period: Some(Period::Month(2026, month)),
            value: Some(Amount::Money(money(if month < 7 { 100 } else { 125 }, "EUR"))),
            ..Actual::default()
        };
        save(&mut store, actual);
    }
    let near = figures(&store, Computed::ForecastAccuracy, Frequency::Quarterly);
    // When each quarter began, 300 were expected of it; 375 came in the third.
    assert_eq!(near, BTreeMap::from([("2026-Q2".to_owned(), 100.0), ("2026-Q3".to_owned(), 80.0)]));
    let kpi = Kpi {
        account: Some(Link(1)),
        frequency: Some(Frequency::Quarterly),
        computed: Some(Computed::ForecastAccuracy),
        ..Kpi::fresh()
    };
    let made = store.computed_actuals(&kpi, CompanyYear::default(), today()).unwrap();
    let third = &made[&Period::Quarter(2026, 3)].inputs;
    assert_eq!(third[0].figure, Figure::Words(Explain::new("scorecard-method-trailing-3")));
    assert_eq!(third[1].figure, Figure::Plain(300.0));
    assert!(
        of_kpi(
            &store,
            &Kpi { computed: Some(Computed::ForecastAccuracy), ..Kpi::fresh() },
            CompanyYear::default()
        )
        .is_empty()
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn the_tally_is_that_of_the_log_whatever_is_written_and_taken_back(
        steps in proptest::collection::vec((0..8_usize, 0..40_i64, 0..3_usize, 0..3_usize, any::<bool>()), 1..14)
    ) {
        let mut store = Store::in_memory(clock).unwrap();
        for name in ["Almazara", "Arce"] {
            account(&mut store, name);
        }
        let mut ids: Vec<Id> = Vec::new();
        for (n, (channel, ago, direction, what, planned)) in steps.into_iter().enumerate() {
            let talk = Interaction {
                planned,
                account: [None, Some(Link(1)), Some(Link(2))][n % 3],
                ..talk(Channel::ALL[channel], plus_days(today(), -ago), Direction::ALL.get(direction).copied())
            };
            match (what, ids.pop()) {
                (0, Some(id)) => drop(store.perform(Act::Delete(Kind::Interaction, vec![id]), today()).unwrap()),
                (1, Some(id)) => {
                    let mut changed = talk;
                    let there = store.record(Kind::Interaction, id).unwrap();
                    changed.head = there.head().clone();
                    store.perform(Act::Save(vec![Box::new(changed)]), today()).unwrap();
                    ids.push(id);
                }
                (_, last) => {
                    ids.extend(last);
                    ids.push(save(&mut store, talk));
                }
            }
            prop_assert!(store.search_agrees().unwrap());
        }
        while store.next_undo().unwrap().is_some() {
            store.perform(Act::Undo, today()).unwrap();
            prop_assert!(store.search_agrees().unwrap());
        }
        while store.next_redo().unwrap().is_some() {
            store.perform(Act::Redo, today()).unwrap();
            prop_assert!(store.search_agrees().unwrap());
        }
        store.perform(Act::Delete(Kind::Account, vec![1]), today()).unwrap();
        prop_assert!(store.search_agrees().unwrap());
    }
}
