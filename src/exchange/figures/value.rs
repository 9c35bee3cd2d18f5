//! A cell as the figure of an indicator: its unit, its currency, and what is odd about it.
use super::KpiName;
use crate::domain::choice::Unit;
use crate::domain::explain::Explain;
use crate::domain::kpi::{Amount, tenfold};
use crate::domain::money::{Currency, Money};
use crate::domain::value::SCALE;
use crate::exchange::sheet::Cell;
use crate::lang::figure::{Figure, Mark, Reading, read};

/// How a number of a sheet is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Marks {
    /// The decimal mark that is known.
    pub known: Option<Mark>,
    /// The one that is assumed where none is known; the cell is marked then.
    pub assumed: Option<Mark>,
}

/// What a cell says.
pub(super) enum Taken {
    /// A figure in scale 4, and whether its decimal mark is only assumed.
    Figure(i64, bool),
    Blank,
    Ambiguous,
    Refused(Explain),
}

/// Reads a cell as a figure of `kpi`.
pub(super) fn take(cell: &Cell, kpi: &KpiName, beside: Option<Currency>, marks: Marks) -> Taken {
    let (reading, assumed) = match cell {
        Cell::Empty => return Taken::Blank,
        Cell::Text(text) => match read(text, marks.known) {
            Reading::Ambiguous if marks.assumed.is_some() => (read(text, marks.assumed), true),
            reading => (reading, false),
        },
        Cell::Error(text) => return Taken::Refused(Explain::new("figures-cell-error").with("text", text)),
        Cell::Day(_) => return Taken::Refused(Explain::new("figures-unreadable").with("text", cell.shown())),
        Cell::Number { value, percent, currency } => (of_number(*value, *percent, *currency), false),
    };
    match reading {
        Reading::Blank => Taken::Blank,
        Reading::Ambiguous => Taken::Ambiguous,
        Reading::Unreadable(why) => Taken::Refused(why),
        Reading::Figure(figure) => match unfit(figure, kpi, beside) {
            Some(why) => Taken::Refused(why),
            None => Taken::Figure(kept(figure.units, kpi), assumed),
        },
    }
}

/// A figure as the book keeps it: an amount has the decimals of its currency.
fn kept(units: i64, kpi: &KpiName) -> i64 {
    if kpi.unit == Unit::Money {
        return Money::of_scaled(units, kpi.currency).scaled().unwrap_or(units);
    }
    units
}

/// A number of a spreadsheet: 0.95 that the sheet shows as a percentage is 95 %.
#[expect(clippy::cast_possible_truncation, reason = "what is beyond the range of figures is refused before")]
fn of_number(value: f64, percent: bool, currency: Option<Currency>) -> Reading {
    #[expect(clippy::cast_precision_loss, reason = "a scale is exact")]
    let scale = (if percent { SCALE * 100 } else { SCALE }) as f64;
    // A product such as 0.285 × 1 000 000 is off by less than any decimal that is kept.
    let units = (value * scale).round();
    if !units.is_finite() || units.abs() >= 9.0e15 {
        return Reading::Unreadable(Explain::new("figures-too-large").with("text", value));
    }
    Reading::Figure(Figure { units: units as i64, percent, currency })
}

/// Why a figure cannot be one of that indicator: another unit, another currency.
fn unfit(figure: Figure, kpi: &KpiName, beside: Option<Currency>) -> Option<Explain> {
    let named = |key: &str| Explain::new(key).with("name", &kpi.name);
    if figure.percent && kpi.unit != Unit::Percent {
        return Some(named("figures-no-percentage"));
    }
    let currency = figure.currency.or(beside)?;
    match kpi.unit {
        Unit::Money if currency == kpi.currency => None,
        Unit::Money => {
            Some(named("figures-other-currency").with("currency", currency).with("expected", kpi.currency))
        }
        Unit::Number | Unit::Percent | Unit::Days | Unit::Score => {
            figure.currency.map(|c| named("figures-no-money").with("currency", c))
        }
    }
}

/// Whether two figures in scale 4 are tenfold of each other.
pub(super) fn is_tenfold(new: i64, old: i64) -> bool {
    tenfold(Amount::Plain(new).units(), Amount::Plain(old).units()).is_some()
}

/// What is odd about a new figure beside the one that was there.
pub(super) fn doubts(new: i64, old: Option<i64>, kpi: &KpiName, percent_sign: bool) -> Vec<Explain> {
    let mut doubts = Vec::new();
    if old.is_some_and(|old| is_tenfold(new, old)) {
        doubts.push(Explain::new("figures-tenfold"));
    }
    if kpi.unit == Unit::Percent && !percent_sign && new != 0 && new.abs() <= SCALE {
        doubts.push(Explain::new("figures-fraction"));
    }
    doubts
}

/// Whether a cell shows a percentage.
pub(super) fn has_percent_sign(cell: &Cell) -> bool {
    match cell {
        Cell::Number { percent, .. } => *percent,
        Cell::Text(text) => text.contains('%'),
        Cell::Empty | Cell::Day(_) | Cell::Error(_) => false,
    }
}

/// The currency that a cell shows.
pub(super) fn currency_of(cell: &Cell) -> Option<Currency> {
    match cell {
        Cell::Number { currency, .. } => *currency,
        Cell::Text(text) => match read(text, Some(Mark::Comma)) {
            Reading::Figure(figure) => figure.currency,
            Reading::Blank | Reading::Ambiguous | Reading::Unreadable(_) => None,
        },
        Cell::Empty | Cell::Day(_) | Cell::Error(_) => None,
    }
}
