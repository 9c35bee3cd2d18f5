//! A cell that shows how a column is filled in.
use super::Column;
use crate::domain::day::plus_days;
use crate::domain::money::Money;
use crate::domain::period::Period;
use crate::domain::value::{FieldKind, SCALE, Value};
use crate::lang::value::{Context, show};
use crate::lang::{choice, field};
use chrono::Datelike;

/// What the example row has in a column.
pub(super) fn of(column: &Column, cx: &Context<'_>) -> String {
    let (kind, words) = (column.spec.kind, cx.words);
    let value = match kind {
        FieldKind::Text | FieldKind::Note | FieldKind::Texts | FieldKind::Tags => {
            return words.get(match column.spec.name {
                "phones" => "template-example-phone",
                "links" => "template-example-link",
                "language" => "template-example-language",
                _ if kind == FieldKind::Tags => "template-example-tags",
                _ => return column.label(words).to_lowercase(),
            });
        }
        FieldKind::Emails => return words.get("template-example-email"),
        FieldKind::Time => return "10:30".to_owned(),
        FieldKind::Day => Value::Day(plus_days(cx.today, 30)),
        FieldKind::Minutes => Value::Number(60),
        FieldKind::Score(low, high) => Value::Number(low + (high - low) / 2),
        FieldKind::Count(low, high) if low > 1000 => {
            Value::Number(i64::from(cx.today.year()).clamp(low, high))
        }
        FieldKind::Count(low, high) => Value::Number(30.clamp(low, high)),
        FieldKind::Percent => Value::Number(50 * SCALE),
        FieldKind::Decimal | FieldKind::Measure => Value::Number(12 * SCALE + SCALE / 2),
        FieldKind::Money => Value::Money(Money::of_scaled(12_000 * SCALE, cx.directory.terms.currency)),
        FieldKind::Period => Value::Period(Period::Month(cx.today.year(), cx.today.month())),
        FieldKind::Currency => return cx.directory.terms.currency.code().to_owned(),
        FieldKind::Month => Value::Number(1),
        FieldKind::Flag => return words.get("value-yes"),
        FieldKind::Choice(set) => {
            return set.values.first().map(|v| choice::show(set, v, words)).unwrap_or_default();
        }
        FieldKind::Choices(set) => {
            let first = set.values.iter().take(2).map(|v| choice::show(set, v, words));
            return first.collect::<Vec<_>>().join(", ");
        }
        FieldKind::Link(to) | FieldKind::Links(to) => {
            let known = cx.directory.of(to).next().map(|n| n.name.clone());
            return known.unwrap_or_else(|| field::kind(to, words));
        }
    };
    show(kind, &value, cx)
}
