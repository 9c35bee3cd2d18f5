//! What a currency was worth in a year.
use super::value::FieldKind::{Count, Currency, Decimal};
use crate::entity;

entity! {
    /// What one unit of a currency counts for in the book's currency in a year.
    Rate {
        /// The other currency.
        currency: String => Currency, required;
        /// The company's year.
        year: Option<i64> => Count(1990, 2200), required;
        /// Units of the book's currency for `per` of it, scale 4.
        rate: Option<i64> => Decimal, required;
        /// For how many of it that is; empty is for one. Small currencies need a thousand to have digits.
        per: Option<i64> => Count(1, 1_000_000);
    }
}
