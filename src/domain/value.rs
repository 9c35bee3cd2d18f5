//! The value of a field, whatever its entity, and the kinds of value there are.
use chrono::{NaiveDate, NaiveTime};

use super::Id;
use super::choice::Set;
use super::kind::Kind;
use super::money::Money;
use super::period::Period;

/// What a field holds. Text is clean (`text::clean`) before it gets here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Value {
    /// Nothing: not known.
    #[default]
    Empty,
    /// One line or a note.
    Text(String),
    /// Several texts: names, addresses, tags.
    Texts(Vec<String>),
    /// A whole number in the unit of its field's kind.
    Number(i64),
    /// An amount with its currency.
    Money(Money),
    /// A month, quarter or year.
    Period(Period),
    /// A calendar day.
    Day(NaiveDate),
    /// A wall-clock time without a zone.
    Time(NaiveTime),
    /// Yes or no.
    Flag(bool),
    /// One of a closed set, by name.
    Choice(&'static str),
    /// Several of a closed set, by name.
    Choices(Vec<&'static str>),
    /// Another record.
    Link(Id),
    /// Several other records.
    Links(Vec<Id>),
}

impl Value {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(t) => t.is_empty(),
            Self::Texts(t) => t.is_empty(),
            Self::Choices(c) => c.is_empty(),
            Self::Links(l) => l.is_empty(),
            Self::Number(_)
            | Self::Money(_)
            | Self::Period(_)
            | Self::Day(_)
            | Self::Time(_)
            | Self::Flag(_)
            | Self::Choice(_)
            | Self::Link(_) => false,
        }
    }
}

/// The kind of a field: how it is stored, parsed, shown and edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// One line of text.
    Text,
    /// Several lines, Markdown.
    Note,
    /// Several short texts (names, phones, links).
    Texts,
    /// Several e-mail addresses.
    Emails,
    /// Several one-word tags.
    Tags,
    /// A calendar day.
    Day,
    /// A wall-clock time.
    Time,
    /// A duration in minutes.
    Minutes,
    /// A whole number between the bounds, both included.
    Count(i64, i64),
    /// A judgement between the bounds, both included.
    Score(i64, i64),
    /// A percentage as shown, scale 4: 95.5 % is 955 000.
    Percent,
    /// A number with up to four decimals, scale 4.
    Decimal,
    /// An amount of money.
    Money,
    /// A measured value: an amount of money, or a number of scale 4.
    Measure,
    /// A month, quarter or year.
    Period,
    /// An ISO 4217 currency code.
    Currency,
    /// A month of the year, 1–12.
    Month,
    /// Yes or no.
    Flag,
    /// One of a closed set.
    Choice(Set),
    /// Several of a closed set.
    Choices(Set),
    /// Another record of that kind.
    Link(Kind),
    /// Several other records of that kind.
    Links(Kind),
}

/// One in a number of scale 4: percentages as shown (1 % is 10 000) and every measured value but money.
pub const SCALE: i64 = 10_000;
