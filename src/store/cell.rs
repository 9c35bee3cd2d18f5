//! A field's value as SQLite stores it, and back.
use chrono::{NaiveDate, NaiveTime};
use rusqlite::types::{Value as Sql, ValueRef};

use crate::domain::choice::Set;
use crate::domain::value::{FieldKind, Value};

/// The value as a cell; links of several records live in a table of their own and are `NULL` here.
pub fn to_sql(value: &Value) -> Sql {
    match value {
        Value::Empty | Value::Links(_) | Value::Choices(_) => Sql::Null,
        Value::Text(text) => Sql::Text(text.clone()),
        Value::Texts(texts) => Sql::Text(serde_json::Value::from(texts.clone()).to_string()),
        Value::Number(n) | Value::Link(n) => Sql::Integer(*n),
        Value::Day(day) => Sql::Text(day.to_string()),
        Value::Time(time) => Sql::Text(time.format("%H:%M").to_string()),
        Value::Flag(flag) => Sql::Integer(i64::from(*flag)),
        Value::Choice(name) => Sql::Text((*name).to_owned()),
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
        FieldKind::Choice(set) => named(set, text).map_or(Value::Empty, Value::Choice),
        _ => Value::Text(text.to_owned()),
    }
}

/// The set's own copy of a name.
pub fn named(set: Set, name: &str) -> Option<&'static str> {
    set.values.iter().find(|v| **v == name).copied()
}
