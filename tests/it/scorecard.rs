//! Figures entered, and the scorecard that follows from them.
use cartera::domain::account::Account;
use cartera::domain::choice::{Nature, Ownership, Stage, Tier, Unit};
use cartera::domain::day::day;
use cartera::domain::field::{Link, Record};
use cartera::domain::kind::Kind;
use cartera::domain::kpi::{Amount, Kpi};
use cartera::domain::money::{Currency, Money};
use cartera::domain::opportunity::{Contract, Opportunity};
use cartera::domain::period::Period;
use cartera::domain::rate::Rate;
use cartera::domain::scorecard::Rag;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::act::figures::{Figure, Figures, Set};
use cartera::store::journal::everything;

use crate::book::{clock, today};

fn save(store: &mut Store, record: impl Record + 'static) {
    store.perform(Act::Save(vec![Box::new(record)]), today()).unwrap();
}

/// One key account with an indicator of revenue (1) and one of punctuality (2).
fn book() -> Store {
    let mut store = Store::in_memory(clock).unwrap();
    save(&mut store, Account { name: "Arce".into(), tier: Some(Tier::Key), ..Account::default() });
    let of = Some(Link(1));
    save(&mut store, Kpi { name: "Revenue".into(), account: of, measure: Some(Unit::Money), ..Kpi::fresh() });
    let nature = Some(Nature::Stock);
    save(
        &mut store,
        Kpi { name: "On time".into(), account: of, measure: Some(Unit::Percent), nature, ..Kpi::fresh() },
    );
    store
}

fn plain(n: i64) -> Amount {
    Amount::Plain(n * 10_000)
}

fn actual(kpi: i64, month: u32, value: Option<i64>) -> Figure {
    Figure { kpi, period: Period::Month(2026, month), set: Set::Actual(value.map(plain)) }
}

fn target(kpi: i64, period: Period, value: i64) -> Figure {
    Figure { kpi, period, set: Set::Target(Some((plain(value), None))) }
}

fn enter(store: &mut Store, cells: Vec<Figure>) -> String {
    let figures = Figures { cells, source: "actuals.xlsx".into() };
    match store.perform(Act::Figures(figures), today()) {
        Ok(done) => done.label.to_string(),
        Err(fault) => fault.explain().key,
    }
}

#[test]
fn a_block_of_figures_is_one_act_that_undo_takes_back() {
    let mut store = book();
    let before = everything(&store).unwrap();
    let cells = vec![
        actual(1, 9, Some(60)),
        actual(1, 10, Some(70)),
        target(1, Period::Year(2026), 1000),
        actual(2, 10, Some(87)),
        target(2, Period::Month(2026, 10), 95),
    ];
    assert_eq!(enter(&mut store, cells.clone()), "act-figures count=5 name=Revenue, On time");
    let card = store.scorecard(Some(1), None, today()).unwrap();
    assert_eq!(card[0].figures.actuals[&Period::Month(2026, 10)], Amount::Money(euros(7_000)));
    assert!(card[0].revenue && !card[1].revenue);
    assert_eq!(card[1].standing.rag, Rag::AtRisk);
    let (entered, _) = store.entered(2, Period::Month(2026, 10)).unwrap();
    let entered = entered.unwrap();
    assert_eq!((entered.source.as_str(), entered.on), ("actuals.xlsx", Some(today())));
    // The same once more changes nothing, and is no act.
    let after = everything(&store).unwrap();
    let again = store.perform(Act::Figures(Figures { cells, source: "other".into() }), today()).unwrap();
    assert_eq!((again.entry, everything(&store).unwrap()), (None, after));
    store.perform(Act::Undo, today()).unwrap();
    assert_eq!(everything(&store).unwrap(), before);
}

fn euros(minor: i64) -> Money {
    Money { minor, currency: Currency::default() }
}

#[test]
fn a_figure_that_does_not_fit_is_refused_and_nothing_is_written() {
    let mut store = book();
    let computed = Some(cartera::domain::choice::Computed::Touches);
    save(&mut store, Kpi { name: "Touches".into(), account: Some(Link(1)), computed, ..Kpi::fresh() });
    let before = everything(&store).unwrap();
    let dollars = Amount::Money(Money { minor: 5, currency: Currency::of("USD").unwrap() });
    let quarter = Period::Quarter(2026, 4);
    for (cell, key) in [
        (Figure { kpi: 1, period: quarter, set: Set::Actual(Some(plain(1))) }, "figure-period"),
        (target(1, quarter, 1), "figure-period"),
        (actual(3, 10, Some(1)), "figure-computed"),
        (
            Figure { kpi: 1, period: Period::Month(2026, 1), set: Set::Actual(Some(dollars)) },
            "figure-currency",
        ),
        (
            Figure { kpi: 2, period: Period::Month(2026, 1), set: Set::Actual(Some(dollars)) },
            "figure-currency",
        ),
    ] {
        assert_eq!(enter(&mut store, vec![actual(1, 10, Some(1)), cell]), key);
    }
    assert_eq!(everything(&store).unwrap(), before);
}

#[test]
fn an_empty_figure_clears_its_cell() {
    let mut store = book();
    enter(&mut store, vec![actual(1, 9, Some(60)), actual(1, 10, Some(70))]);
    enter(&mut store, vec![actual(1, 10, None), actual(1, 8, None)]);
    let card = store.scorecard(None, None, today()).unwrap();
    assert_eq!(card[0].figures.actuals.keys().collect::<Vec<_>>(), [&Period::Month(2026, 9)]);
}

#[test]
fn sales_on_top_and_contracts_that_end_stand_beside_the_landing_of_the_revenue() {
    let mut store = book();
    enter(&mut store, (1..=10).map(|m| actual(1, m, Some(10))).collect());
    enter(&mut store, vec![target(1, Period::Year(2026), 120)]);
    let account = Some(Link(1));
    let sale = |amount, stage, closes_on, incremental| Opportunity {
        name: "Sale".into(),
        account,
        amount: Some(amount),
        stage: Some(stage),
        closes_on: Some(closes_on),
        incremental,
        ..Opportunity::fresh()
    };
    save(&mut store, sale(euros(2_000), Stage::Proposal, day(2026, 12, 15), true));
    save(&mut store, sale(euros(9_000), Stage::Proposal, day(2027, 1, 15), true));
    save(&mut store, sale(euros(9_000), Stage::Proposal, day(2026, 12, 15), false));
    save(&mut store, sale(euros(9_000), Stage::Lost, day(2026, 12, 15), true));
    let contract = |ends_on, renews| Contract {
        name: "Renting".into(),
        account,
        value: Some(euros(36_500)),
        ends_on: Some(ends_on),
        renews,
        ..Contract::default()
    };
    save(&mut store, contract(day(2026, 12, 1), false));
    save(&mut store, contract(day(2026, 12, 1), true));
    // A sale that is won renews its contract: nothing of it is at risk.
    save(&mut store, sale(euros(9_000), Stage::Won, day(2026, 11, 15), true));
    save(&mut store, Contract { opportunity: Some(Link(5)), ..contract(day(2026, 12, 1), false) });
    // What should have closed by now is no longer counted on.
    save(&mut store, sale(euros(9_000), Stage::Proposal, day(2026, 11, 1), true));
    let card = store.scorecard(Some(1), None, today()).unwrap();
    let landing = card[0].standing.landing.as_ref().unwrap();
    assert_eq!(landing.pipeline, Some(Ok(10.0)));
    // Open are 20, 90, 90 and 90; of the 120 of the year 90 are won.
    assert!((card[0].coverage.clone().unwrap().unwrap() - 290.0 / 30.0).abs() < 1e-9);
    // 30 days of 365 at 365 a year.
    assert!((landing.at_risk.clone().unwrap().unwrap() - 30.0).abs() < 1e-9);
    save(&mut store, Contract { value: None, ..contract(day(2026, 12, 1), false) });
    let card = store.scorecard(Some(1), None, today()).unwrap();
    let at_risk = card[0].standing.landing.as_ref().unwrap().at_risk.clone().unwrap();
    assert_eq!(at_risk.unwrap_err().key, "scorecard-contract-without-value");
}

#[test]
fn a_chance_above_certain_is_refused_also_when_it_is_changed() {
    let mut store = book();
    let sale = |probability| Opportunity {
        name: "Sale".into(),
        account: Some(Link(1)),
        probability: Some(probability),
        ..Opportunity::fresh()
    };
    let refused = |store: &mut Store, record: Box<dyn Record>| {
        store.perform(Act::Save(vec![record]), today()).unwrap_err().explain().key
    };
    assert_eq!(refused(&mut store, Box::new(sale(1_500_000))), "opportunity-probability");
    save(&mut store, sale(1_000_000));
    let mut there = store.record(Kind::Opportunity, 1).unwrap();
    there.set("probability", cartera::domain::value::Value::Number(-10_000)).unwrap();
    assert_eq!(refused(&mut store, there), "opportunity-probability");
}

#[test]
fn figures_of_another_currency_need_a_rate_of_their_year() {
    let mut store = book();
    save(
        &mut store,
        Account {
            name: "Nordwind".into(),
            tier: Some(Tier::Key),
            currency: "USD".into(),
            ..Account::default()
        },
    );
    let revenue = Kpi {
        name: "Revenue".into(),
        account: Some(Link(2)),
        measure: Some(Unit::Money),
        ownership: Some(Ownership::Own),
        ..Kpi::fresh()
    };
    save(&mut store, revenue);
    enter(&mut store, vec![actual(3, 10, Some(100))]);
    let mut kpi = store.record(Kind::Kpi, 3).unwrap();
    kpi.set("currency", cartera::domain::value::Value::Text("EUR".into())).unwrap();
    store.perform(Act::Save(vec![kpi]), today()).unwrap();
    let card = store.scorecard(Some(2), None, today()).unwrap();
    assert!(card[0].series.actuals.is_empty());
    assert_eq!(card[0].left_out.as_ref().and_then(|why| why.arg("currency")), Some("USD"));
    let Rag::Unknown(why) = &card[0].standing.rag else { panic!("{:?}", card[0].standing.rag) };
    assert_eq!(why.key, "money-no-rate");
    save(&mut store, Rate { currency: "USD".into(), year: Some(2026), rate: Some(9_000), ..Rate::default() });
    let card = store.scorecard(Some(2), None, today()).unwrap();
    assert!(card[0].left_out.is_none());
    assert!((card[0].series.actuals[&Period::Month(2026, 10)] - 90.0).abs() < 1e-9);
}

#[test]
fn another_first_month_of_the_year_says_whose_months_move() {
    let mut store = book();
    let start = |store: &mut Store, month| {
        let mut settings = store.record(Kind::Settings, 1).unwrap();
        settings.set("company_year_start", cartera::domain::value::Value::Number(month)).unwrap();
        store.perform(Act::Save(vec![settings]), today()).unwrap().label.to_string()
    };
    assert!(start(&mut store, 4).starts_with("act-changed"));
    enter(&mut store, vec![target(1, Period::Year(2026), 900), target(1, Period::Month(2026, 5), 80)]);
    assert_eq!(start(&mut store, 7), "act-year-moved count=1");
}
