//! Books that nobody would write: every kind of record with whatever its fields take.
use cartera::domain::choice::Frequency;
use cartera::domain::day::plus_days;
use cartera::domain::explain::Explain;
use cartera::domain::field::Record;
use cartera::domain::kind::Kind;
use cartera::domain::money::{Currency, Money};
use cartera::domain::period::CompanyYear;
use cartera::domain::text::{clean, clean_line};
use cartera::domain::value::{FieldKind, Value};
use cartera::store::Store;
use cartera::store::act::Act;
use chrono::NaiveTime;
use proptest::prelude::*;

use crate::book::{clock, today};

/// From what the values of the fields follow: a number and a text for each.
pub type Seeds = Vec<(i64, String)>;

/// Seeds for a book.
pub fn seeds() -> impl Strategy<Value = Seeds> {
    prop::collection::vec((any::<i32>().prop_map(i64::from), text()), 40..80)
}

/// The book of those seeds: three records of each kind, their values as `taken` leaves them.
pub fn store_of(seeds: &Seeds, taken: &dyn Fn(FieldKind, Value) -> Value) -> Store {
    let mut store = Store::in_memory(clock).unwrap();
    for kind in Kind::ALL {
        let several = if kind == Kind::Settings { 1 } else { 3 };
        let mut parts = Vec::new();
        for turn in 0..several {
            let mut record =
                if kind == Kind::Settings { store.record(kind, 1).unwrap() } else { kind.blank() };
            let mut turned = seeds.clone();
            turned.rotate_left((turn * 7 + kind as usize * 3) % seeds.len());
            fill(record.as_mut(), &turned, taken);
            let turn = i64::try_from(turn).unwrap();
            not_to_itself(record.as_mut(), turn + 1);
            only_one(record.as_mut(), turn);
            holding_together(record.as_mut());
            as_plans_are(record.as_mut(), turn);
            parts.push(record);
        }
        if matches!(kind, Kind::Influence | Kind::Involvement) {
            // A form refuses strangers; a file brings what it has.
            let written = store.act(today(), |tx| {
                parts.iter_mut().try_for_each(|part| tx.insert(part.as_mut()).map(drop))?;
                Ok(Explain::new("act-created"))
            });
            written.unwrap();
        } else {
            store.perform(Act::Save(parts), today()).unwrap();
        }
    }
    store
}

/// Text that a hostile file could hold, as it gets in.
fn text() -> impl Strategy<Value = String> {
    let nasty = prop::sample::select(vec![
        "\u{1b}[31m",
        "\u{202e}",
        "e\u{301}",
        "👩‍👩‍👧",
        "\"",
        "\\",
        "\n",
        "\t",
        "</script>",
        "=1+1",
        "ñ",
        "\0",
        "\u{9b}",
        "a",
        " ",
    ]);
    prop_oneof![prop::collection::vec(nasty, 1..12).prop_map(|v| v.concat()), any::<String>()]
}

/// A value for a field of a kind, links among the first few records.
fn value(kind: FieldKind, seed: i64, text: &str) -> Value {
    let line = clean_line(text);
    let number = |low: i64, high: i64| Value::Number(low + seed.rem_euclid(high - low + 1));
    match kind {
        FieldKind::Text if line.is_empty() => Value::Text("x".into()),
        FieldKind::Text => Value::Text(line),
        FieldKind::Note if clean(text).is_empty() => Value::Text("x".into()),
        FieldKind::Note => Value::Text(clean(text)),
        FieldKind::Texts | FieldKind::Tags if line.is_empty() => Value::Empty,
        FieldKind::Texts | FieldKind::Tags => Value::Texts(vec![line, "y".into()]),
        FieldKind::Emails => Value::Texts(vec![format!("p{seed}@example.org")]),
        FieldKind::Day => Value::Day(plus_days(today(), seed % 9000)),
        FieldKind::Time => {
            Value::Time(NaiveTime::from_hms_opt(u32::try_from(seed.rem_euclid(24)).unwrap(), 30, 0).unwrap())
        }
        FieldKind::Minutes => number(0, 9999),
        FieldKind::Count(low, high) | FieldKind::Score(low, high) => number(low, high),
        FieldKind::Percent => number(0, 1_000_000),
        FieldKind::Decimal => Value::Number(seed * 37),
        FieldKind::Measure if seed % 2 == 0 => Value::Number(seed * 37),
        FieldKind::Money | FieldKind::Measure => {
            Value::Money(Money { minor: seed, currency: Currency::of("USD").unwrap() })
        }
        FieldKind::Period => {
            let first = CompanyYear::default()
                .at(today(), Frequency::ALL[usize::try_from(seed.rem_euclid(3)).unwrap()]);
            Value::Period(CompanyYear::default().after(first, i32::try_from(seed % 90).unwrap()))
        }
        FieldKind::Currency => Value::Text("EUR".into()),
        FieldKind::Month => number(1, 12),
        FieldKind::Flag => Value::Flag(seed % 2 == 0),
        FieldKind::Choice(set) => {
            Value::Choice(set.values[usize::try_from(seed.unsigned_abs()).unwrap() % set.values.len()])
        }
        FieldKind::Choices(set) => Value::Choices(vec![set.values[0]]),
        FieldKind::Link(_) => Value::Link(1 + seed.rem_euclid(3)),
        FieldKind::Links(_) => Value::Links(vec![2, 1]),
    }
}

fn fill(record: &mut dyn Record, seeds: &[(i64, String)], taken: &dyn Fn(FieldKind, Value) -> Value) {
    let specs = record.kind().specs();
    for (spec, (seed, text)) in specs.iter().zip(seeds.iter().cycle()) {
        if spec.required || seed % 3 != 0 {
            record.set(spec.name, taken(spec.kind, value(spec.kind, *seed, text))).unwrap();
        } else if !record.get(spec.name).is_empty() && spec.editable {
            // Emptied by hand: a new record would have something there.
            record.set(spec.name, Value::Empty).unwrap();
        }
    }
}

/// A line that leads back to where it began is refused: all of them lead to smaller numbers. `id` is the number it will get.
fn not_to_itself(record: &mut dyn Record, id: i64) {
    let itself = if record.kind() == Kind::Membership { record.get("person") } else { Value::Link(id) };
    for field in ["part_of", "reports_to", "reached_via", "successor", "follows"] {
        let back =
            matches!((record.get(field), &itself), (Value::Link(to), Value::Link(from)) if to >= *from);
        if back {
            record.set(field, Value::Empty).unwrap();
        }
    }
}

/// An indicator has one figure a period, a currency one rate a year.
fn only_one(record: &mut dyn Record, turn: i64) {
    match record.kind() {
        Kind::Target | Kind::Actual => record.set("kpi", Value::Link(turn + 1)).unwrap(),
        Kind::Rate => record.set("year", Value::Number(2000 + turn)).unwrap(),
        _ => {}
    }
}

/// A plan lasts a year and does not overlap another, an initiative ends after it has begun and waits for none, what hangs on
/// something is of the same account, and one person is told once.
fn as_plans_are(record: &mut dyn Record, turn: i64) {
    let first = plus_days(today(), turn * 900);
    let sets: &[(&str, Value)] = match record.kind() {
        Kind::Plan => &[
            ("starts_on", Value::Day(first)),
            ("ends_on", Value::Day(plus_days(first, 400))),
            ("account", Value::Link(1)),
        ],
        Kind::Initiative => &[
            ("starts_on", Value::Day(first)),
            ("ends_on", Value::Day(plus_days(first, 30))),
            ("after", Value::Empty),
        ],
        Kind::Objective => &[("kpi", Value::Empty)],
        Kind::Commitment | Kind::Decision => &[("initiative", Value::Empty)],
        Kind::Opportunity => &[("unit", Value::Empty)],
        Kind::WhiteSpace => &[
            ("offering", Value::Link(turn + 1)),
            ("unit", Value::Empty),
            ("ours", Value::Empty),
            ("total", Value::Money(Money { minor: 1200, currency: Currency::of("USD").unwrap() })),
        ],
        Kind::Telling => &[
            ("decision", Value::Link(turn + 1)),
            ("person", Value::Link(turn + 1)),
            ("colleague", Value::Empty),
        ],
        Kind::Account => &[("retention", Value::Number(900_000))],
        _ => &[],
    };
    for (field, value) in sets {
        record.set(field, value.clone()).unwrap();
    }
}

/// An indicator that does not hold together is refused: thresholds the wrong way round, a share that adds up.
fn holding_together(record: &mut dyn Record) {
    let loose: &[&str] = match record.kind() {
        Kind::Kpi => &["green", "amber", "computed"],
        Kind::Settings => &["kpi_green", "kpi_amber"],
        _ => &[],
    };
    let ordered = |low: &str, high: &str| matches!((record.get(low), record.get(high)), (Value::Number(a), Value::Number(g)) if a < g);
    let holds = match record.kind() {
        Kind::Settings => ordered("kpi_amber", "kpi_green"),
        _ => ordered("amber", "green") && record.get("computed").is_empty(),
    };
    if !holds {
        for field in loose {
            record.set(field, Value::Empty).unwrap();
        }
    }
}
