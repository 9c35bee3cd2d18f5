//! What is looked at when indicators and sales are saved.
use cartera::domain::choice::{Better, Computed, Frequency, Nature, Stage, Unit};
use cartera::domain::day::{day, plus_days};
use cartera::domain::field::{Link, Record};
use cartera::domain::kind::Kind;
use cartera::domain::kpi::{Amount, Kpi};
use cartera::domain::opportunity::Opportunity;
use cartera::domain::period::Period;
use cartera::domain::value::Value;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::act::figures::{Figure, Figures, Set};

use crate::book::{book, save, today};

/// Why an act is refused, in English; empty if it is done.
fn refusal(store: &mut Store, act: Act) -> String {
    let words = cartera::lang::Words::new(cartera::lang::Lang::En);
    store.perform(act, today()).map_or_else(|fault| words.say(&fault.explain()), |_| String::new())
}

fn saving(record: impl Record + 'static) -> Act {
    Act::Save(vec![Box::new(record)])
}

fn entering(kpi: i64, period: Period, set: Set) -> Act {
    Act::Figures(Figures { cells: vec![Figure { kpi, period, set }], source: "hand".into() })
}

#[test]
fn an_indicator_that_does_not_hold_together_is_refused_in_words() {
    let mut store = book();
    let kpi = Kpi { name: "Coverage".into(), account: Some(Link(1)), ..Kpi::fresh() };
    let computed = Kpi { computed: Some(Computed::Coverage), ..kpi.clone() };
    assert_eq!(
        refusal(&mut store, saving(computed.clone())),
        "Coverage is a level: measured in score or percent, nature stock"
    );
    let level = Kpi { measure: Some(Unit::Score), nature: Some(Nature::Stock), ..computed };
    assert_eq!(refusal(&mut store, saving(level)), "");
    let tight = Kpi { amber: Some(960_000), ..kpi };
    assert_eq!(refusal(&mut store, saving(tight.clone())), "“At risk from” must be below “On track from”");
    // What the book says counts where the indicator says nothing.
    let mut settings = store.record(Kind::Settings, 1).unwrap();
    settings.set("kpi_green", Value::Number(980_000)).unwrap();
    assert_eq!(refusal(&mut store, Act::Save(vec![settings])), "");
    assert_eq!(refusal(&mut store, saving(tight)), "");
    let mut settings = store.record(Kind::Settings, 1).unwrap();
    settings.set("kpi_amber", Value::Number(990_000)).unwrap();
    assert!(refusal(&mut store, Act::Save(vec![settings])).contains("must be below"));
}

#[test]
fn figures_stay_what_they_are_when_their_indicator_changes() {
    let mut store = book();
    let id = save(&mut store, Kpi { name: "Visits".into(), account: Some(Link(1)), ..Kpi::fresh() });
    let changed = |store: &Store, field: &str, value| {
        let mut kpi = store.record(Kind::Kpi, id).unwrap();
        kpi.set(field, value).unwrap();
        Act::Save(vec![kpi])
    };
    let quarterly = changed(&store, "frequency", Value::Choice("quarterly"));
    assert_eq!(refusal(&mut store, quarterly), "");
    let target = Set::Target(Some((Amount::Plain(40_000), None)));
    assert_eq!(refusal(&mut store, entering(id, Period::Quarter(2026, 4), target)), "");
    for (field, value) in [("frequency", "monthly"), ("measure", "money")] {
        let act = changed(&store, field, Value::Choice(value));
        let why = "Visits has a figure entered as they are: retire it and add another one";
        assert_eq!(refusal(&mut store, act), why, "{field}");
    }
    let renamed = changed(&store, "name", Value::Text("Visits and meetings".into()));
    assert_eq!(refusal(&mut store, renamed), "");
    let frequency = store.record(Kind::Kpi, id).unwrap().get("frequency");
    assert_eq!(frequency, Value::Choice(cartera::domain::choice::Choice::name(Frequency::Quarterly)));
}

#[test]
fn a_band_needs_both_of_its_ends() {
    let mut store = book();
    let id = save(&mut store, Kpi { name: "Balance".into(), better: Some(Better::Band), ..Kpi::fresh() });
    let target = |high| Set::Target(Some((Amount::Plain(400_000), high)));
    let period = Period::Month(2026, 10);
    assert_eq!(
        refusal(&mut store, entering(id, period, target(None))),
        "Balance is judged by a band: both of its ends are needed"
    );
    assert_eq!(refusal(&mut store, entering(id, period, target(Some(Amount::Plain(600_000))))), "");
    assert_eq!(refusal(&mut store, entering(id, period, Set::Target(None))), "");
}

#[test]
fn several_indicators_saved_together_are_one_act_that_names_them() {
    let mut store = book();
    let parts = ["Revenue", "Margin", "Visits"].map(|name| Kpi { name: name.into(), ..Kpi::fresh() });
    let parts = parts.into_iter().map(|kpi| Box::new(kpi) as Box<dyn Record>).collect();
    let outcome = store.perform(Act::Save(parts), today()).unwrap();
    assert_eq!(outcome.label.to_string(), "act-created kind=kpi name=Revenue, Margin, Visits");
    store.perform(Act::Undo, today()).unwrap();
    assert!(store.records(Kind::Kpi, 0, 9).unwrap().is_empty());
}

#[test]
fn putting_the_close_of_an_open_sale_off_is_counted() {
    let mut store = book();
    let sale = Opportunity {
        name: "Line 4".into(),
        account: Some(Link(1)),
        closes_on: Some(day(2026, 12, 1)),
        ..Opportunity::fresh()
    };
    let id = save(&mut store, sale);
    let mut on = today();
    let mut pushes = |store: &mut Store, closes: Value, stage: Stage, days: i64| {
        on = plus_days(on, days);
        let mut sale = store.record(Kind::Opportunity, id).unwrap();
        sale.set("closes_on", closes).unwrap();
        sale.set("stage", Value::Choice(cartera::domain::choice::Choice::name(stage))).unwrap();
        store.perform(Act::Save(vec![sale]), on).unwrap();
        store.record(Kind::Opportunity, id).unwrap().get("pushes")
    };
    let close = |month, day_of| Value::Day(day(2027, month, day_of));
    // What is put right on the day on which it was written down is no delay.
    assert_eq!(pushes(&mut store, close(1, 10), Stage::Qualified, 0), Value::Empty);
    assert_eq!(pushes(&mut store, Value::Day(day(2026, 11, 30)), Stage::Qualified, 1), Value::Empty);
    assert_eq!(pushes(&mut store, close(1, 15), Stage::Qualified, 1), Value::Number(1));
    assert_eq!(pushes(&mut store, close(2, 15), Stage::Qualified, 0), Value::Number(1));
    assert_eq!(pushes(&mut store, close(1, 15), Stage::Proposal, 0), Value::Number(1));
    assert_eq!(pushes(&mut store, Value::Empty, Stage::Proposal, 1), Value::Number(1));
    assert_eq!(pushes(&mut store, close(2, 1), Stage::Proposal, 1), Value::Number(2));
    assert_eq!(pushes(&mut store, close(3, 1), Stage::Proposal, 1), Value::Number(3));
    // The day on which it was won is no delay.
    assert_eq!(pushes(&mut store, close(4, 1), Stage::Won, 1), Value::Number(3));
}
