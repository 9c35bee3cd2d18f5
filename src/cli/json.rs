//! Records as JSON: the names of the field tables, numbers of records as numbers, days as in ISO 8601, what is unknown `null`.
pub mod score;

use serde_json::{Map, Value as Json, json};

use crate::domain::choice::Unit;
use crate::domain::field::Record;
use crate::domain::kpi::Amount;
use crate::domain::money::{Currency, Money};
use crate::domain::value::{FieldKind, SCALE, Value};

/// A record as an object.
pub fn record(record: &dyn Record) -> Json {
    Json::Object(fields(record))
}

/// A record and what belongs to it: a person comes with `memberships`.
pub fn parts(parts: &[Box<dyn Record>]) -> Json {
    let Some((main, rest)) = parts.split_first() else { return Json::Null };
    let mut object = fields(main.as_ref());
    if main.kind() == crate::domain::kind::Kind::Person {
        let memberships = rest.iter().map(|r| record(r.as_ref())).collect();
        object.insert("memberships".to_owned(), Json::Array(memberships));
    }
    Json::Object(object)
}

fn fields(record: &dyn Record) -> Map<String, Json> {
    let mut object = Map::new();
    object.insert("id".to_owned(), json!(record.head().id));
    object.insert("uid".to_owned(), json!(record.head().uid));
    for spec in record.kind().specs() {
        object.insert(spec.name.to_owned(), value(spec.kind, &record.get(spec.name)));
    }
    object
}

/// The value of a field. Nothing in a list is an empty list.
pub fn value(kind: FieldKind, value: &Value) -> Json {
    match value {
        Value::Empty => match kind {
            FieldKind::Texts
            | FieldKind::Emails
            | FieldKind::Tags
            | FieldKind::Choices(_)
            | FieldKind::Links(_) => json!([]),
            _ => Json::Null,
        },
        Value::Text(text) => json!(text),
        Value::Texts(texts) => json!(texts),
        Value::Number(n) if matches!(kind, FieldKind::Percent | FieldKind::Decimal | FieldKind::Measure) => {
            decimal(*n)
        }
        Value::Number(n) | Value::Link(n) => json!(n),
        Value::Money(found) => money(*found),
        Value::Period(period) => json!(period.to_string()),
        Value::Day(day) => json!(day.to_string()),
        Value::Time(time) => json!(time.format("%H:%M").to_string()),
        Value::Flag(flag) => json!(flag),
        Value::Choice(name) => json!(name),
        Value::Choices(names) => json!(names),
        Value::Links(ids) => json!(ids),
    }
}

/// An amount and its currency.
pub fn money(money: Money) -> Json {
    json!({ "amount": money.decimal(), "currency": money.currency.code() })
}

/// A figure of an indicator as it was entered.
pub fn amount(amount: Amount) -> Json {
    match amount {
        Amount::Money(found) => money(found),
        Amount::Plain(units) => decimal(units),
    }
}

/// A figure that was worked out, in what its indicator is measured in; rounded to cents or four decimals.
pub fn units(value: f64, unit: Unit, currency: Currency) -> Json {
    #[expect(clippy::cast_possible_truncation, reason = "a cast of a float stops at the ends of the range")]
    #[expect(clippy::cast_precision_loss, reason = "the scale is ten thousand")]
    let scaled = (value * SCALE as f64).round() as i64;
    match unit {
        Unit::Money => money(Money::of_scaled(scaled, currency)),
        Unit::Number | Unit::Percent | Unit::Days | Unit::Score => decimal(scaled),
    }
}

/// A share, or a part of one, with four decimals: 1 is 100 %.
pub fn share(value: f64) -> Json {
    json!((value * 10_000.0).round() / 10_000.0)
}

/// A number of scale 4; a percentage as shown: 95.5 % is 95.5.
#[expect(clippy::cast_precision_loss, reason = "figures of a book are far below 2^53")]
fn decimal(units: i64) -> Json {
    if units % SCALE == 0 { json!(units / SCALE) } else { json!(units as f64 / SCALE as f64) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::person::Person;

    #[test]
    fn a_record_has_its_fields_by_name_and_null_for_what_is_unknown() {
        let account = Account { name: "Acme".into(), margin: Some(125_000), ..Account::default() };
        let object = record(&account);
        assert_eq!(object["name"], "Acme");
        assert_eq!(object["margin"], json!(12.5));
        assert_eq!(object["risk"], Json::Null);
        assert_eq!(object["aliases"], json!([]));
    }

    #[test]
    fn a_person_comes_with_their_places() {
        let all: Vec<Box<dyn Record>> = vec![Box::new(Person::default())];
        assert_eq!(parts(&all)["memberships"], json!([]));
        assert_eq!(parts(&all)["do_not_contact"], json!(false));
    }
}
