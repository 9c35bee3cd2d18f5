//! The crowded book with indicators, contracts and problems.
use cartera::domain::Id;
use cartera::domain::choice::{Better, Frequency, Nature, Ownership, Severity, Unit};
use cartera::domain::day::{day, plus_days};
use cartera::domain::field::Link;
use cartera::domain::kpi::{Amount, Kpi};
use cartera::domain::opportunity::Contract;
use cartera::domain::period::Period;
use cartera::domain::problem::Problem;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::act::figures::{Figure, Figures, Set};

use crate::book::{save, today};
use crate::kam::crowded;

/// A number as indicators have it.
pub fn plain(value: f64) -> Amount {
    #[expect(clippy::cast_possible_truncation, reason = "small numbers of a test")]
    Amount::Plain((value * 10_000.0).round() as i64)
}

/// An indicator of an account, monthly, mine.
pub fn indicator(
    store: &mut Store,
    account: Id,
    name: &str,
    unit: Unit,
    better: Better,
    nature: Nature,
) -> Id {
    let kpi = Kpi {
        name: name.into(),
        account: Some(Link(account)),
        measure: Some(unit),
        better: Some(better),
        nature: Some(nature),
        ..Kpi::fresh()
    };
    save(store, kpi)
}

/// Enters the actuals of months, and the target of 2026.
pub fn enter(store: &mut Store, kpi: Id, target: f64, months: &[(i32, u32, f64)]) {
    let actual = |(year, month, value): &(i32, u32, f64)| Figure {
        kpi,
        period: Period::Month(*year, *month),
        set: Set::Actual(Some(plain(*value))),
    };
    let mut cells: Vec<Figure> = months.iter().map(actual).collect();
    let target = Set::Target(Some((plain(target), None)));
    cells.push(Figure { kpi, period: Period::Year(2026), set: target });
    let on = plus_days(today(), -5);
    store.perform(Act::Figures(Figures { cells, source: "finance.xlsx".into() }), on).unwrap();
}

/// Twelve months of last year and ten of this one, each of this size.
fn months(last: f64, this: [f64; 10]) -> Vec<(i32, u32, f64)> {
    let before = (1..=12).map(|m| (2025, m, last));
    before.chain((1..).zip(this).map(|(m, v)| (2026, m, v))).collect()
}

/// The crowded book with what finance measures of it.
pub fn measured() -> Store {
    let mut store = crowded();
    revenues(&mut store);
    levels(&mut store);
    let contract = |name: &str, account, ends, notice, renews| Contract {
        name: name.into(),
        account: Some(Link(account)),
        ends_on: Some(plus_days(today(), ends)),
        notice_days: notice,
        renews,
        ..Contract::default()
    };
    save(&mut store, contract("Frame contract", 2, 175, Some(90), true));
    save(&mut store, contract("Lease of 42 forklifts", 4, 24, None, false));
    let problem = |name: &str, account, severity, due: i64| Problem {
        name: name.into(),
        account: Some(Link(account)),
        severity: Some(severity),
        opened_on: Some(day(2026, 9, 23)),
        due: Some(plus_days(today(), due)),
        next_step: "Signed plan of deliveries".into(),
        ..Problem::default()
    };
    save(&mut store, problem("Deliveries six weeks late", 3, Severity::High, -3));
    save(&mut store, problem("Credit note of May", 2, Severity::Low, 2));
    store
}

fn revenues(store: &mut Store) {
    let thousands = |v: [f64; 10]| v.map(|v| v * 1000.0);
    for (account, last, target, this) in [
        (1, 90.0, 1_200.0, [88.0, 90.0, 95.0, 92.0, 94.0, 97.0, 60.0, 98.0, 108.0, 114.0]),
        (2, 190.0, 2_400.0, [180.0, 172.0, 168.0, 150.0, 160.0, 148.0, 130.0, 120.0, 118.0, 120.0]),
        (3, 70.0, 900.0, [62.0, 58.0, 50.0, 41.0, 36.0, 30.0, 22.0, 18.0, 14.0, 12.0]),
        (4, 45.0, 650.0, [48.0, 49.0, 50.0, 51.0, 52.0, 53.0, 40.0, 54.0, 55.0, 56.0]),
    ] {
        let kpi = indicator(store, account, "Revenue", Unit::Money, Better::Higher, Nature::Flow);
        enter(store, kpi, target * 1000.0, &months(last * 1000.0, thousands(this)));
    }
}

fn levels(store: &mut Store) {
    let (percent, up, down) = (Unit::Percent, Better::Higher, Better::Lower);
    let stock = Nature::Stock;
    let punctual = indicator(store, 3, "On-time delivery", percent, up, stock);
    enter(store, punctual, 95.0, &[(2026, 8, 92.0), (2026, 9, 80.0), (2026, 10, 76.0)]);
    let paid = indicator(store, 3, "Days sales outstanding", Unit::Days, down, stock);
    enter(store, paid, 45.0, &[(2026, 7, 50.0), (2026, 8, 52.0)]);
    let loyal = indicator(store, 2, "Net promoter score", Unit::Score, up, stock);
    enter(store, loyal, 40.0, &[(2026, 9, 41.0), (2026, 10, 30.0)]);
    let wallet = indicator(store, 1, "Share of wallet", percent, up, stock);
    enter(store, wallet, 60.0, &[(2026, 9, 66.0), (2026, 10, 63.0)]);
    let watched = Kpi {
        name: "Steel price".into(),
        account: Some(Link(1)),
        measure: Some(Unit::Number),
        better: Some(down),
        nature: Some(stock),
        ownership: Some(Ownership::Monitor),
        frequency: Some(Frequency::Monthly),
        ..Kpi::fresh()
    };
    let watched = save(store, watched);
    enter(store, watched, 10.0, &[(2026, 10, 90.0)]);
}
