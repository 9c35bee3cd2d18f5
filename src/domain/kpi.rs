//! Indicators, their targets and their actuals.
pub mod catalogue;
pub mod check;

use super::choice::{Better, Choice, Computed, Frequency, Nature, Ownership, Spread, Unit};
use super::field::Link;
use super::kind::Kind;
use super::period::Period;
use super::value::FieldKind::{
    self, Choice as OneOf, Count, Currency, Day, Flag, Link as To, Measure, Note, Percent, Text,
};
use super::value::Value;
use crate::entity;

entity! {
    /// An indicator of an account, or of the whole portfolio.
    Kpi {
        /// What it is called.
        name: String => Text, required;
        /// The client; empty is the whole portfolio.
        account: Option<Link> => To(Kind::Account);
        /// In what it is measured.
        measure: Option<Unit> => OneOf(Unit::SET), required;
        /// Of a money indicator, if not the account's or the book's.
        currency: String => Currency;
        /// Which way is better.
        better: Option<Better> => OneOf(Better::SET), required;
        /// Flow or stock.
        nature: Option<Nature> => OneOf(Nature::SET), required;
        /// How often it is measured.
        frequency: Option<Frequency> => OneOf(Frequency::SET), required;
        /// How far the KAM answers for it.
        ownership: Option<Ownership> => OneOf(Ownership::SET), required;
        /// How a year's target is spread.
        spread: Option<Spread> => OneOf(Spread::SET), required;
        /// Computed from the program's own records, never typed.
        computed: Option<Computed> => OneOf(Computed::SET);
        /// On track from here on, if not the book's threshold.
        green: Option<i64> => Percent;
        /// At risk from here on, if not the book's threshold.
        amber: Option<i64> => Percent;
        /// Where the figures come from.
        source: String => Text;
        /// How it is defined, in words.
        formula: String => Note;
        /// The client is shown it in what is handed to it: nothing is unless somebody says so.
        shared: bool => Flag;
        /// No longer followed.
        retired: bool => Flag;
        /// Place among the indicators of its account, smallest first.
        position: Option<i64> => Count(1, 999);
    }
}

impl Kpi {
    /// A new one: a monthly count that adds up, more is better, mine, spread by the calendar.
    pub fn fresh() -> Self {
        Self {
            measure: Some(Unit::Number),
            better: Some(Better::Higher),
            nature: Some(Nature::Flow),
            frequency: Some(Frequency::Monthly),
            ownership: Some(Ownership::Own),
            spread: Some(Spread::Calendar),
            ..Self::default()
        }
    }

    /// Whether it can be the revenue of its account: own money that adds up, the more the better, and typed. The first such one
    /// in the user's order is.
    pub fn is_revenue(&self) -> bool {
        self.measure == Some(Unit::Money)
            && self.nature.unwrap_or(Nature::Flow) == Nature::Flow
            && self.better.unwrap_or(Better::Higher) == Better::Higher
            && self.ownership == Some(Ownership::Own)
            && self.computed.is_none()
    }
}

entity! {
    /// What an indicator should be in a period.
    Target {
        /// Of which indicator.
        kpi: Option<Link> => To(Kind::Kpi), required;
        /// The period: one of the indicator's own, or a year that is spread.
        period: Option<Period> => FieldKind::Period, required;
        /// The target; of a band its lower end.
        value: Option<Amount> => Measure, required;
        /// Of a band its upper end.
        high: Option<Amount> => Measure;
        /// File or hand it came from.
        source: String => Text, kept;
        /// When it was entered.
        entered_on: Option<chrono::NaiveDate> => Day, kept;
        /// Who entered it.
        entered_by: String => Text, kept;
    }
}

entity! {
    /// What an indicator was in a period.
    Actual {
        /// Of which indicator.
        kpi: Option<Link> => To(Kind::Kpi), required;
        /// The period, as long as the indicator's own.
        period: Option<Period> => FieldKind::Period, required;
        /// The figure.
        value: Option<Amount> => Measure, required;
        /// What is to be said of it.
        note: String => Text;
        /// File or hand it came from.
        source: String => Text, kept;
        /// When it was entered.
        entered_on: Option<chrono::NaiveDate> => Day, kept;
        /// Who entered it.
        entered_by: String => Text, kept;
    }
}

/// A measured value: money, or a number of scale 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// Minor units of a currency.
    Money(super::money::Money),
    /// A number of scale 4; a percentage as shown: 95 % is 950 000.
    Plain(i64),
}

impl Amount {
    /// As formulas have it: units of the currency, or the number as shown.
    #[expect(clippy::cast_precision_loss, reason = "figures of a company fit into 53 bits")]
    pub fn units(self) -> f64 {
        match self {
            Self::Money(money) => money.units(),
            Self::Plain(units) => units as f64 / super::value::SCALE as f64,
        }
    }
}

impl Amount {
    /// What formulas made, as it is kept: rounded to the minor unit of a currency, or to scale 4.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        reason = "figures of a company fit"
    )]
    pub fn of_units(units: f64, currency: Option<super::money::Currency>) -> Self {
        let scaled = (units * super::value::SCALE as f64).round() as i64;
        currency.map_or(Self::Plain(scaled), |of| Self::Money(super::money::Money::of_scaled(scaled, of)))
    }
}

impl super::field::Cell for Option<Amount> {
    fn to_value(&self) -> Value {
        match self {
            None => Value::Empty,
            Some(Amount::Money(money)) => Value::Money(*money),
            Some(Amount::Plain(units)) => Value::Number(*units),
        }
    }
    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::Empty => Some(None),
            Value::Money(money) => Some(Some(Amount::Money(money))),
            Value::Number(units) => Some(Some(Amount::Plain(units))),
            _ => None,
        }
    }
}

/// Whether a figure is about ten times another or more (`true`), or a tenth of it or less (`false`), as by a decimal mark that was
/// lost; from 9.5 times on, and zero is no measure.
pub fn tenfold(new: f64, other: f64) -> Option<bool> {
    let (new, other) = (new.abs(), other.abs());
    if new <= 0.0 || other <= 0.0 {
        return None;
    }
    if new >= other * 9.5 { Some(true) } else { (new * 9.5 <= other).then_some(false) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lost_decimal_mark_is_tenfold_in_both_directions_and_what_merely_grew_is_not() {
        for (new, other) in [(104.0, 10.4), (95.0, 10.0), (-95.0, 10.0), (1000.0, 10.0)] {
            assert_eq!(
                (tenfold(new, other), tenfold(other, new)),
                (Some(true), Some(false)),
                "{new} {other}"
            );
        }
        for (new, other) in [(94.0, 10.0), (0.0, 10.0), (10.0, 0.0), (7.0, 7.0)] {
            assert_eq!((tenfold(new, other), tenfold(other, new)), (None, None), "{new} {other}");
        }
    }
}
