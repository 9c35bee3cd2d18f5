//! One cell of a demo file as the value of a field.
use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use toml::{Table, Value as Toml};

use super::keys::Keys;
use super::{broken, lost};
use crate::domain::cadence::as_f64;
use crate::domain::choice::{Frequency, Set, Unit};
use crate::domain::day::plus_days;
use crate::domain::explain::Explain;
use crate::domain::field::{Cell, Spec};
use crate::domain::kpi::Amount;
use crate::domain::money::{Currency, Money};
use crate::domain::period::CompanyYear;
use crate::domain::text::{clean, clean_line};
use crate::domain::value::{FieldKind, SCALE, Value};

/// The cell as the field understands it.
///
/// # Errors
/// `error-demo` for a cell that the field does not understand.
pub fn value(spec: &Spec, raw: &Toml, keys: &Keys, today: NaiveDate) -> Result<Value, Explain> {
    let words = || raw.as_str().unwrap_or_default();
    let value = match spec.kind {
        FieldKind::Text | FieldKind::Currency => Value::Text(clean_line(words())),
        FieldKind::Note => Value::Text(clean(words().trim())),
        FieldKind::Texts | FieldKind::Emails | FieldKind::Tags => Value::Texts(list(raw)),
        FieldKind::Day => {
            count(raw).map_or(Value::Empty, |days| Value::Day(working_day(plus_days(today, days), today)))
        }
        FieldKind::Time => NaiveTime::parse_from_str(words(), "%H:%M").map_or(Value::Empty, Value::Time),
        FieldKind::Minutes | FieldKind::Count(..) | FieldKind::Score(..) | FieldKind::Month => {
            count(raw).map_or(Value::Empty, Value::Number)
        }
        FieldKind::Percent | FieldKind::Decimal | FieldKind::Measure => {
            decimal(raw).map(|n| amount(n, Unit::Number)).transpose()?.to_value()
        }
        FieldKind::Money => money(raw).map_or(Value::Empty, Value::Money),
        FieldKind::Period => count(raw).map_or(Value::Empty, |months| {
            let year = CompanyYear::default();
            let steps = i32::try_from(months).unwrap_or(0);
            Value::Period(year.after(year.at(today, Frequency::Monthly), steps))
        }),
        FieldKind::Flag => Value::Flag(raw.as_bool().unwrap_or(false)),
        FieldKind::Choice(set) => named(set, words()).map_or(Value::Empty, Value::Choice),
        FieldKind::Choices(set) => {
            Value::Choices(list(raw).iter().filter_map(|name| named(set, name)).collect())
        }
        FieldKind::Link(kind) => Value::Link(keys.id(kind, words())?),
        FieldKind::Links(kind) => {
            Value::Links(list(raw).iter().map(|key| keys.id(kind, key)).collect::<Result<_, _>>()?)
        }
    };
    if lost(&value, raw) {
        return Err(broken(format!("{}: {raw}", spec.name)));
    }
    Ok(value)
}

fn named(set: Set, name: &str) -> Option<&'static str> {
    set.values.iter().find(|v| **v == name).copied()
}

/// A whole number, written as one or as text.
pub fn count(raw: &Toml) -> Option<i64> {
    raw.as_integer().or_else(|| raw.as_str()?.parse().ok())
}

/// A number, whole or not.
fn decimal(raw: &Toml) -> Option<f64> {
    raw.as_float().or_else(|| count(raw).map(as_f64))
}

/// An amount in euro, or in the currency that stands before it.
fn money(raw: &Toml) -> Option<Money> {
    if let Some(euros) = raw.as_integer() {
        return Money::of_decimal(&euros.to_string(), Currency::default());
    }
    let (code, amount) = raw.as_str()?.split_once(' ')?;
    Money::of_decimal(amount, Currency::of(code)?)
}

/// A figure as the file keeps it: money in euro and cents, anything else in ten thousandths.
///
/// # Errors
/// `error-demo` for a figure beyond the range.
pub fn amount(figure: f64, unit: Unit) -> Result<Amount, Explain> {
    let amount = match unit {
        Unit::Money => Money::of_decimal(&format!("{figure:.2}"), Currency::default()).map(Amount::Money),
        Unit::Number | Unit::Percent | Unit::Days | Unit::Score => {
            format!("{:.0}", figure * as_f64(SCALE)).parse().ok().map(Amount::Plain)
        }
    };
    amount.ok_or_else(|| broken(figure))
}

/// The texts of a list, or the words of a cell.
pub fn list(raw: &Toml) -> Vec<String> {
    match raw {
        Toml::Array(all) => all.iter().filter_map(Toml::as_str).map(clean_line).collect(),
        Toml::String(text) => text.split_whitespace().map(clean_line).collect(),
        _ => Vec::new(),
    }
}

/// The text of a column, empty without one.
pub fn text<'a>(row: &'a Table, column: &str) -> &'a str {
    row.get(column).and_then(Toml::as_str).unwrap_or_default()
}

/// Nobody works at the weekend: the nearest working day that is on the same side of today. Today stays as it is.
pub fn working_day(day: NaiveDate, today: NaiveDate) -> NaiveDate {
    let (friday, monday) = match day.weekday() {
        Weekday::Sat => (plus_days(day, -1), plus_days(day, 2)),
        Weekday::Sun => (plus_days(day, -2), plus_days(day, 1)),
        Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => return day,
    };
    match day.cmp(&today) {
        std::cmp::Ordering::Less => friday,
        std::cmp::Ordering::Equal => day,
        std::cmp::Ordering::Greater if friday > today && day.weekday() == Weekday::Sat => friday,
        std::cmp::Ordering::Greater => monday,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;

    #[test]
    fn a_weekend_moves_to_a_working_day_on_its_side_of_today() {
        let monday = day(2026, 11, 23);
        assert_eq!(working_day(day(2026, 11, 22), monday), day(2026, 11, 20));
        assert_eq!(working_day(day(2026, 11, 28), monday), day(2026, 11, 27));
        assert_eq!(working_day(day(2026, 11, 29), monday), day(2026, 11, 30));
        let friday = day(2026, 11, 27);
        assert_eq!(working_day(day(2026, 11, 28), friday), day(2026, 11, 30));
        let sunday = day(2026, 11, 29);
        assert_eq!(working_day(sunday, sunday), sunday);
        assert_eq!(working_day(day(2026, 11, 28), sunday), day(2026, 11, 27));
    }
}
