//! The order of records by any of their fields.
use std::cmp::Ordering;

use crate::domain::field::Spec;
use crate::domain::text::fold;
use crate::domain::value::{FieldKind, Value};
use crate::lang::value::{Context, show};

/// How two values of a field stand to each other; what is unknown comes last.
pub fn compare(spec: &Spec, a: &Value, b: &Value, cx: &Context<'_>) -> Ordering {
    match (a, b) {
        (Value::Empty, Value::Empty) => Ordering::Equal,
        (Value::Empty, _) => Ordering::Greater,
        (_, Value::Empty) => Ordering::Less,
        (Value::Number(a), Value::Number(b)) => a.cmp(b),
        (Value::Day(a), Value::Day(b)) => a.cmp(b),
        (Value::Time(a), Value::Time(b)) => a.cmp(b),
        (Value::Flag(a), Value::Flag(b)) => a.cmp(b),
        // Amounts of two currencies are not to be compared: they stand one currency after the other.
        (Value::Money(a), Value::Money(b)) => a.currency.cmp(&b.currency).then(a.minor.cmp(&b.minor)),
        (Value::Choice(a), Value::Choice(b)) => place(spec.kind, a).cmp(&place(spec.kind, b)),
        _ => fold(&show(spec.kind, a, cx)).cmp(&fold(&show(spec.kind, b, cx))),
    }
}

/// The place of a value in the order of its set.
fn place(kind: FieldKind, name: &str) -> usize {
    match kind {
        FieldKind::Choice(set) => set.values.iter().position(|v| *v == name).unwrap_or(usize::MAX),
        _ => usize::MAX,
    }
}
