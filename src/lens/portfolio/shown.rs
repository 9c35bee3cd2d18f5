//! Figures of clients as they are written here.
use crate::domain::portfolio::Class;
use crate::domain::score::Figure;
use crate::lang::{money, number};
use crate::lens::Cx;
use crate::report::score::{Measure, figure};
use crate::store::query::portfolio::Portfolio;
use crate::ui::Role;

/// A share as a percentage with a decimal at most.
pub(super) fn share(share: f64, cx: &Cx<'_>) -> String {
    figure(&Figure::Share(share), Measure::of_sums(&cx.values()), &cx.values())
}

/// A share in a column: always with its decimal.
#[expect(clippy::cast_possible_truncation, reason = "shares are small")]
pub(super) fn column(share: f64, cx: &Cx<'_>) -> String {
    number::show_tenths_percent(cx.words.lang(), (share * 1000.0).round() as i64)
}

/// A plain number with two decimals at most.
pub(super) fn plain(value: f64, cx: &Cx<'_>) -> String {
    figure(&Figure::Plain(value), Measure::of_sums(&cx.values()), &cx.values())
}

/// A figure of 1–5 or an index: one decimal, so that a column stands on its mark.
#[expect(clippy::cast_possible_truncation, reason = "indexes and valuations are small")]
pub(super) fn tenth(value: f64, cx: &Cx<'_>) -> String {
    number::show_decimals(cx.words.lang(), (value.min(99.9) * 10.0).round() as i64, 1, 1)
}

/// An amount of the currency of sums with two to four figures.
pub(super) fn amount(units: f64, all: &Portfolio, cx: &Cx<'_>) -> String {
    money::short(cx.words.lang(), units, all.currency)
}

/// How many, grouped.
pub(super) fn count(n: usize, cx: &Cx<'_>) -> String {
    number::show(cx.words.lang(), i64::try_from(n).unwrap_or(i64::MAX))
}

/// Minutes as hours, or as they are below two hours.
pub(super) fn time(minutes: i64, cx: &Cx<'_>) -> String {
    if minutes < 120 {
        return cx.words.with("portfolio-minutes", &[("minutes", &minutes.to_string())]);
    }
    let hours = number::show(cx.words.lang(), (minutes + 30) / 60);
    cx.words.with("portfolio-hours", &[("hours", &hours)])
}

/// The first class stands out, the last one steps back.
pub(super) const fn role(class: Class) -> Role {
    match class {
        Class::A => Role::Heading,
        Class::B => Role::Text,
        Class::C => Role::Muted,
    }
}
