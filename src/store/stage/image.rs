//! A record as one text, and back: what is empty is left out, fields are known by their place. Only for what is set aside; files of
//! people have a format of their own.
use serde_json::{Value as Json, json};

use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::money::{Currency, Money};
use crate::domain::value::{FieldKind, Value};
use crate::store::cell::named;

/// The fields of a record as one text.
pub(super) fn to_image(record: &dyn Record) -> String {
    let places = 0..record.kind().specs().len();
    let image: Vec<(usize, Json)> =
        places.filter_map(|place| Some((place, to_json(record.get_at(place))?))).collect();
    // Texts and numbers only: nothing in it can fail.
    serde_json::to_string(&image).unwrap_or_default()
}

/// A record of a kind from its text.
pub(super) fn of_image(kind: Kind, image: &str) -> Box<dyn Record> {
    let mut record = kind.blank();
    let image: Vec<(usize, Json)> = serde_json::from_str(image).unwrap_or_default();
    let mut known = image.into_iter().peekable();
    for (place, spec) in kind.specs().into_iter().enumerate() {
        let value = match known.next_if(|(at, _)| *at == place) {
            Some((_, json)) => of_json(spec.kind, &json),
            // A blank one may begin with more than nothing.
            None if record.get_at(place).is_empty() => continue,
            None => Value::Empty,
        };
        // What was written from a record fits it.
        let _fits = record.set(spec.name, value);
    }
    record
}

/// A value; `None` for nothing.
pub fn to_json(value: Value) -> Option<Json> {
    Some(match value {
        Value::Empty | Value::Flag(false) => return None,
        Value::Text(text) => text.into(),
        Value::Texts(texts) => texts.into(),
        Value::Number(n) | Value::Link(n) => n.into(),
        Value::Money(money) => json!([money.minor, money.currency.code()]),
        Value::Period(period) => period.to_string().into(),
        Value::Day(day) => day.to_string().into(),
        Value::Time(time) => time.to_string().into(),
        Value::Flag(true) => true.into(),
        Value::Choice(name) => name.into(),
        Value::Choices(names) => names.into(),
        Value::Links(ids) => ids.into(),
    })
}

/// A value of a kind of field; what does not fit is nothing.
pub fn of_json(kind: FieldKind, json: &Json) -> Value {
    let text = || json.as_str().unwrap_or_default();
    let texts = || json.as_array().map(|all| all.iter().filter_map(Json::as_str).collect::<Vec<_>>());
    match kind {
        FieldKind::Text | FieldKind::Note | FieldKind::Currency => Value::Text(text().to_owned()),
        FieldKind::Texts | FieldKind::Emails | FieldKind::Tags => {
            Value::Texts(texts().unwrap_or_default().into_iter().map(str::to_owned).collect())
        }
        FieldKind::Day => text().parse().map_or(Value::Empty, Value::Day),
        FieldKind::Time => text().parse().map_or(Value::Empty, Value::Time),
        FieldKind::Period => text().parse().map_or(Value::Empty, Value::Period),
        FieldKind::Flag => Value::Flag(json.as_bool().unwrap_or_default()),
        FieldKind::Choice(set) => named(set, text()).map_or(Value::Empty, Value::Choice),
        FieldKind::Choices(set) => {
            Value::Choices(texts().unwrap_or_default().into_iter().filter_map(|t| named(set, t)).collect())
        }
        FieldKind::Link(_) => json.as_i64().map_or(Value::Empty, Value::Link),
        FieldKind::Links(_) => {
            let ids = json.as_array().into_iter().flatten().filter_map(Json::as_i64);
            Value::Links(ids.collect())
        }
        FieldKind::Money | FieldKind::Measure => {
            money(json).map(Value::Money).or_else(|| json.as_i64().map(Value::Number)).unwrap_or_default()
        }
        FieldKind::Minutes
        | FieldKind::Count(..)
        | FieldKind::Score(..)
        | FieldKind::Percent
        | FieldKind::Decimal
        | FieldKind::Month => json.as_i64().map_or(Value::Empty, Value::Number),
    }
}

fn money(json: &Json) -> Option<Money> {
    let currency = Currency::of(json.get(1)?.as_str()?)?;
    Some(Money { minor: json.get(0)?.as_i64()?, currency })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;

    /// A value that every kind of field can hold.
    fn sample(kind: FieldKind) -> Value {
        match kind {
            FieldKind::Text | FieldKind::Note => Value::Text("ñ \"x\"\n".into()),
            FieldKind::Currency => Value::Text("EUR".into()),
            FieldKind::Texts | FieldKind::Emails | FieldKind::Tags => {
                Value::Texts(vec!["a".into(), "b".into()])
            }
            FieldKind::Day => Value::Day(day(2026, 11, 23)),
            FieldKind::Time => Value::Time("10:30:00".parse().unwrap()),
            FieldKind::Period => Value::Period("2026-Q4".parse().unwrap()),
            FieldKind::Flag => Value::Flag(true),
            FieldKind::Choice(set) => Value::Choice(set.values[0]),
            FieldKind::Choices(set) => Value::Choices(vec![set.values[0]]),
            FieldKind::Link(_) => Value::Link(-3),
            FieldKind::Links(_) => Value::Links(vec![-3, 4]),
            FieldKind::Money | FieldKind::Measure => {
                Value::Money(Money { minor: -5, currency: Currency::of("CHF").unwrap() })
            }
            FieldKind::Minutes | FieldKind::Percent | FieldKind::Decimal | FieldKind::Month => {
                Value::Number(7)
            }
            FieldKind::Count(low, _) | FieldKind::Score(low, _) => Value::Number(low.max(1)),
        }
    }

    #[test]
    fn every_field_of_every_kind_comes_back_full_and_empty() {
        for kind in Kind::ALL {
            let mut empty = kind.blank();
            let mut full = kind.blank();
            for spec in kind.specs() {
                empty.set(spec.name, Value::Empty).unwrap();
                full.set(spec.name, sample(spec.kind)).unwrap();
            }
            for record in [empty, full, kind.blank()] {
                let back = of_image(kind, &to_image(record.as_ref()));
                for spec in kind.specs() {
                    assert_eq!(back.get(spec.name), record.get(spec.name), "{}.{}", kind.name(), spec.name);
                }
            }
        }
    }
}
