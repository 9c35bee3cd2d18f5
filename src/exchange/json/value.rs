//! Values of fields as JSON, and back.
use chrono::{NaiveDate, NaiveTime};
use serde_json::{Value as Json, json};

use crate::domain::Id;
use crate::domain::choice::Set;
use crate::domain::kind::Kind;
use crate::domain::money::{Currency, Money};
use crate::domain::text::clean;
use crate::domain::value::{FieldKind, SCALE, Value};

/// A value as JSON; `None` for what is not known, and for a link to nothing.
pub(super) fn to_json(
    kind: FieldKind,
    value: Value,
    uid: &dyn Fn(Kind, Id) -> Option<String>,
) -> Option<Json> {
    if value.is_empty() || value == Value::Flag(false) {
        return None;
    }
    let to = match kind {
        FieldKind::Link(to) | FieldKind::Links(to) => Some(to),
        _ => None,
    };
    Some(match value {
        Value::Empty => return None,
        Value::Text(text) => text.into(),
        Value::Texts(texts) => texts.into(),
        Value::Number(n) if is_scaled(kind) => decimal(n).into(),
        Value::Money(money) => json!({ "amount": money.decimal(), "currency": money.currency.code() }),
        Value::Period(period) => period.to_string().into(),
        Value::Number(n) => n.into(),
        Value::Day(day) => day.to_string().into(),
        Value::Time(time) => time.format("%H:%M").to_string().into(),
        Value::Flag(flag) => flag.into(),
        Value::Choice(name) => name.into(),
        Value::Choices(names) => names.into(),
        Value::Link(id) => uid(to?, id)?.into(),
        Value::Links(ids) => ids.into_iter().map(|id| uid(to?, id)).collect::<Option<Vec<_>>>()?.into(),
    })
}

/// Whether numbers of the kind are of scale 4.
const fn is_scaled(kind: FieldKind) -> bool {
    matches!(kind, FieldKind::Percent | FieldKind::Decimal | FieldKind::Measure)
}

/// A number of scale 4 as a decimal text without needless zeros.
fn decimal(n: i64) -> String {
    let (whole, part) = (n.unsigned_abs() / SCALE.unsigned_abs(), n.unsigned_abs() % SCALE.unsigned_abs());
    let sign = if n < 0 { "-" } else { "" };
    let part = format!("{part:04}");
    let part = part.trim_end_matches('0');
    if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
}

/// The number of scale 4 that a decimal text is.
fn of_decimal(text: &str) -> Option<i64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let fits =
        part.len() <= 4 && !whole.is_empty() && whole.bytes().chain(part.bytes()).all(|b| b.is_ascii_digit());
    let scaled: i128 = format!("{whole}{part:0<4}").parse().ok().filter(|_| fits)?;
    i64::try_from(sign * scaled).ok()
}

/// A field as it was read: a value, or the uids of the records it leads to.
pub(super) enum Field {
    Plain(Value),
    Leads(Vec<String>),
}

/// The value that JSON is in a field of a kind; `None` if it does not fit.
pub(super) fn of_json(kind: FieldKind, json: &Json) -> Option<Field> {
    if json.is_null() {
        return Some(Field::Plain(Value::Empty));
    }
    Some(Field::Plain(match kind {
        FieldKind::Link(_) => return Some(Field::Leads(vec![json.as_str()?.to_owned()])),
        FieldKind::Links(_) => return texts(json).map(Field::Leads),
        FieldKind::Text => Value::Text(clean(json.as_str()?).replace(['\n', '\t'], " ")),
        FieldKind::Note => Value::Text(clean(json.as_str()?)),
        FieldKind::Texts | FieldKind::Emails | FieldKind::Tags => {
            Value::Texts(texts(json)?.iter().map(|t| clean(t).replace(['\n', '\t'], " ")).collect())
        }
        FieldKind::Day => Value::Day(json.as_str()?.parse::<NaiveDate>().ok()?),
        FieldKind::Time => Value::Time(NaiveTime::parse_from_str(json.as_str()?, "%H:%M").ok()?),
        FieldKind::Minutes => Value::Number(json.as_i64().filter(|n| *n >= 0)?),
        FieldKind::Count(low, high) | FieldKind::Score(low, high) => {
            Value::Number(json.as_i64().filter(|n| (low..=high).contains(n))?)
        }
        FieldKind::Percent | FieldKind::Decimal => Value::Number(of_decimal(json.as_str()?)?),
        FieldKind::Measure if json.is_string() => Value::Number(of_decimal(json.as_str()?)?),
        FieldKind::Money | FieldKind::Measure => {
            let currency = Currency::of(json.get("currency")?.as_str()?)?;
            Value::Money(Money::of_decimal(json.get("amount")?.as_str()?, currency)?)
        }
        FieldKind::Period => Value::Period(json.as_str()?.parse().ok()?),
        FieldKind::Currency => {
            let code = json.as_str().filter(|c| c.len() == 3 && c.bytes().all(|b| b.is_ascii_uppercase()))?;
            Value::Text(code.to_owned())
        }
        FieldKind::Month => Value::Number(json.as_i64().filter(|n| (1..=12).contains(n))?),
        FieldKind::Flag => Value::Flag(json.as_bool()?),
        FieldKind::Choice(set) => Value::Choice(named(set, json.as_str()?)?),
        FieldKind::Choices(set) => {
            Value::Choices(texts(json)?.iter().map(|t| named(set, t)).collect::<Option<_>>()?)
        }
    }))
}

fn texts(json: &Json) -> Option<Vec<String>> {
    json.as_array()?.iter().map(|t| t.as_str().map(str::to_owned)).collect()
}

fn named(set: Set, name: &str) -> Option<&'static str> {
    set.values.iter().find(|v| **v == name).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_is_a_decimal_text() {
        for (n, text) in [
            (950_000, "95"),
            (955_000, "95.5"),
            (-1, "-0.0001"),
            (0, "0"),
            (i64::MIN, "-922337203685477.5808"),
        ] {
            assert_eq!(decimal(n), text);
            assert_eq!(of_decimal(text), Some(n));
        }
        for text in ["", "-", ".5", "1.23456", "1,5", "+1", "99999999999999999999"] {
            assert_eq!(of_decimal(text), None, "{text}");
        }
    }
}
