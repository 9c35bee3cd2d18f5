//! What a cell says in a field, whether it is text or what a spreadsheet keeps.
use chrono::Datelike;

use crate::domain::explain::Explain;
use crate::domain::guard::unguarded;
use crate::domain::money::{Currency, Money};
use crate::domain::period::Period;
use crate::domain::text::clean_line;
use crate::domain::value::{FieldKind, SCALE, Value};
use crate::exchange::sheet::Cell;
use crate::lang::list;
use crate::lang::value::{Context, parse};

/// What a cell says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Said {
    /// A value.
    Plain(Value),
    /// The names or numbers of other records.
    Leads(Vec<String>),
}

/// What a cell says in a field of a kind. `sheet`: it is one of a spreadsheet, whose apostrophes are still there.
///
/// # Errors
/// What is wrong with it, and what would be accepted.
pub(super) fn read(kind: FieldKind, cell: &Cell, sheet: bool, cx: &Context<'_>) -> Result<Said, Explain> {
    let text = match cell {
        Cell::Empty => return Ok(Said::Plain(Value::Empty)),
        Cell::Error(error) => return Err(Explain::new("import-cell-error").with("text", error)),
        Cell::Text(text) if sheet => unguarded(text).to_owned(),
        Cell::Text(text) => text.clone(),
        Cell::Day(day) => match kind {
            FieldKind::Day => return Ok(Said::Plain(Value::Day(*day))),
            // A spreadsheet makes a day of `2026-11`.
            FieldKind::Period => {
                return Ok(Said::Plain(Value::Period(Period::Month(day.year(), day.month()))));
            }
            _ => day.to_string(),
        },
        Cell::Number { value, percent, currency } => {
            if let Some(value) = number(kind, *value, *percent, *currency, cx) {
                return Ok(Said::Plain(value));
            }
            plain(*value)
        }
    };
    Ok(match kind {
        FieldKind::Link(_) => match clean_line(&text) {
            name if name.is_empty() => Said::Plain(Value::Empty),
            name => Said::Leads(vec![name]),
        },
        FieldKind::Links(_) => match list::split(&text) {
            names if names.is_empty() => Said::Plain(Value::Empty),
            names => Said::Leads(names),
        },
        FieldKind::Period if let Ok(period) = text.trim().parse() => Said::Plain(Value::Period(period)),
        _ => Said::Plain(parse(kind, &text, cx)?),
    })
}

/// A number that a spreadsheet keeps, in a field that is one; `None` where its text is read like any other.
fn number(
    kind: FieldKind,
    value: f64,
    percent: bool,
    currency: Option<Currency>,
    cx: &Context<'_>,
) -> Option<Value> {
    let scaled = scaled(if percent { value * 100.0 } else { value })?;
    let amount = |currency| Value::Money(Money::of_scaled(scaled, currency));
    match kind {
        FieldKind::Percent | FieldKind::Decimal => Some(Value::Number(scaled)),
        FieldKind::Money => Some(amount(currency.unwrap_or(cx.directory.terms.currency))),
        FieldKind::Measure => Some(currency.map_or(Value::Number(scaled), amount)),
        FieldKind::Count(low, high) | FieldKind::Score(low, high) => {
            let whole = (scaled % SCALE == 0).then_some(scaled / SCALE)?;
            (low..=high).contains(&whole).then_some(Value::Number(whole))
        }
        _ => None,
    }
}

/// A number of scale 4; `None` beyond its range.
fn scaled(value: f64) -> Option<i64> {
    #[expect(clippy::cast_precision_loss, reason = "the bound only keeps it in range")]
    let (units, most) = ((value * SCALE as f64).round(), i64::MAX as f64 / 2.0);
    #[expect(clippy::cast_possible_truncation, reason = "it is within range")]
    let whole = units as i64;
    (units.is_finite() && units.abs() < most).then_some(whole)
}

/// A number as a text: a telephone number, a name, a year that a spreadsheet took for one.
fn plain(value: f64) -> String {
    value.to_string()
}
