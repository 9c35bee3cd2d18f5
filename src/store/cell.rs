//! A field's value as SQLite stores it, and back.
use chrono::{NaiveDate, NaiveTime};
use rusqlite::types::{Value as Sql, ValueRef};

use crate::domain::choice::Set;
use crate::domain::money::{Currency, Money};
use crate::domain::value::{FieldKind, Value};

/// The value as a cell; links of several records live in a table of their own and are `NULL` here.
pub fn to_sql(value: Value) -> Sql {
    match value {
        Value::Empty | Value::Links(_) => Sql::Null,
        Value::Text(text) => Sql::Text(text),
        Value::Texts(texts) => Sql::Text(serde_json::Value::from(texts).to_string()),
        Value::Choices(names) => Sql::Text(serde_json::Value::from(names).to_string()),
        Value::Number(n) | Value::Link(n) => Sql::Integer(n),
        Value::Money(money) => Sql::Integer(money.minor),
        Value::Period(period) => Sql::Text(period.to_string()),
        Value::Day(day) => Sql::Text(day.to_string()),
        Value::Time(time) => Sql::Text(time.format("%H:%M").to_string()),
        Value::Flag(flag) => Sql::Integer(i64::from(flag)),
        Value::Choice(name) => Sql::Text(name.to_owned()),
    }
}

/// Whether values of the kind have a second cell, that of their currency: `amount` stands beside `amount_currency`.
pub const fn has_currency(kind: FieldKind) -> bool {
    matches!(kind, FieldKind::Money | FieldKind::Measure)
}

/// The cell of a value's currency.
pub fn currency_to_sql(value: &Value) -> Sql {
    match value {
        Value::Money(money) => Sql::Text(money.currency.code().to_owned()),
        _ => Sql::Null,
    }
}

/// The value of a kind with two cells.
pub fn from_two(kind: FieldKind, cell: ValueRef<'_>, currency: ValueRef<'_>) -> Value {
    let code = currency.as_str_or_null().ok().flatten();
    match (cell, code.and_then(Currency::of)) {
        (ValueRef::Integer(minor), Some(currency)) => Value::Money(Money { minor, currency }),
        (ValueRef::Integer(units), None) if kind == FieldKind::Measure => Value::Number(units),
        _ => Value::Empty,
    }
}

/// The cell as a value of that kind; what does not fit (a file changed by other means) is `Empty`.
pub fn from_sql(kind: FieldKind, cell: ValueRef<'_>) -> Value {
    match cell {
        ValueRef::Integer(n) => match kind {
            FieldKind::Flag => Value::Flag(n != 0),
            FieldKind::Link(_) => Value::Link(n),
            _ => Value::Number(n),
        },
        ValueRef::Text(bytes) => {
            std::str::from_utf8(bytes).map_or(Value::Empty, |text| from_text(kind, text))
        }
        ValueRef::Null | ValueRef::Real(_) | ValueRef::Blob(_) => Value::Empty,
    }
}

fn from_text(kind: FieldKind, text: &str) -> Value {
    match kind {
        FieldKind::Day => text.parse::<NaiveDate>().map_or(Value::Empty, Value::Day),
        FieldKind::Time => NaiveTime::parse_from_str(text, "%H:%M").map_or(Value::Empty, Value::Time),
        FieldKind::Texts | FieldKind::Emails | FieldKind::Tags => {
            serde_json::from_str(text).map_or(Value::Empty, Value::Texts)
        }
        FieldKind::Choices(set) => {
            let names: Vec<String> = serde_json::from_str(text).unwrap_or_default();
            let known: Vec<_> = names.iter().filter_map(|name| named(set, name)).collect();
            if known.is_empty() { Value::Empty } else { Value::Choices(known) }
        }
        FieldKind::Period => text.parse().map_or(Value::Empty, Value::Period),
        FieldKind::Choice(set) => named(set, text).map_or(Value::Empty, Value::Choice),
        _ => Value::Text(text.to_owned()),
    }
}

/// The set's own copy of a name.
pub fn named(set: Set, name: &str) -> Option<&'static str> {
    set.values.iter().find(|v| **v == name).copied()
}
