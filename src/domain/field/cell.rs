//! The Rust types of fields, as values and from values.
use chrono::{NaiveDate, NaiveTime};

use crate::domain::Id;
use crate::domain::money::Money;
use crate::domain::period::Period;
use crate::domain::value::Value;

/// A Rust type that a field can have.
pub trait Cell: Sized {
    /// As a value.
    fn to_value(&self) -> Value;
    /// From a value; `None` if the value is of another kind.
    fn from_value(value: Value) -> Option<Self>;
}

impl Cell for String {
    fn to_value(&self) -> Value {
        if self.is_empty() { Value::Empty } else { Value::Text(self.clone()) }
    }
    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::Empty => Some(Self::new()),
            Value::Text(t) => Some(t),
            _ => None,
        }
    }
}

/// A cell whose emptiness is `Empty` and whose content is one variant of [`Value`].
macro_rules! cells {
    ($($ty:ty => $variant:ident),+ $(,)?) => {$(
        impl Cell for Option<$ty> {
            fn to_value(&self) -> Value {
                self.map_or(Value::Empty, Value::$variant)
            }
            fn from_value(value: Value) -> Option<Self> {
                match value {
                    Value::Empty => Some(None),
                    Value::$variant(v) => Some(Some(v)),
                    _ => None,
                }
            }
        }
    )+};
}
cells!(NaiveDate => Day, NaiveTime => Time, Money => Money, Period => Period);

/// A number or a link: both are whole numbers, so the wrapper tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Link(pub Id);

impl Cell for Option<Link> {
    fn to_value(&self) -> Value {
        self.map_or(Value::Empty, |l| Value::Link(l.0))
    }
    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::Empty => Some(None),
            Value::Link(id) => Some(Some(Link(id))),
            _ => None,
        }
    }
}

impl Cell for Option<i64> {
    fn to_value(&self) -> Value {
        self.map_or(Value::Empty, Value::Number)
    }
    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::Empty => Some(None),
            Value::Number(n) => Some(Some(n)),
            _ => None,
        }
    }
}

impl Cell for i64 {
    fn to_value(&self) -> Value {
        Value::Number(*self)
    }
    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::Number(n) => Some(n),
            _ => None,
        }
    }
}

impl Cell for bool {
    fn to_value(&self) -> Value {
        Value::Flag(*self)
    }
    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::Empty => Some(false),
            Value::Flag(f) => Some(f),
            _ => None,
        }
    }
}

impl Cell for Vec<String> {
    fn to_value(&self) -> Value {
        if self.is_empty() { Value::Empty } else { Value::Texts(self.clone()) }
    }
    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::Empty => Some(Self::new()),
            Value::Texts(t) => Some(t),
            _ => None,
        }
    }
}

impl Cell for Vec<Link> {
    fn to_value(&self) -> Value {
        if self.is_empty() { Value::Empty } else { Value::Links(self.iter().map(|l| l.0).collect()) }
    }
    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::Empty => Some(Self::new()),
            Value::Links(l) => Some(l.into_iter().map(Link).collect()),
            _ => None,
        }
    }
}
