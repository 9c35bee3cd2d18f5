//! Sheets of spreadsheets, whatever program wrote them: rows of cells.
use chrono::NaiveDate;

use crate::domain::money::Currency;

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text: of a CSV file or of the clipboard every cell is.
    Text(String),
    /// A number as the file has it, exact; what its format says beside it.
    Number {
        /// 0.95 where the sheet shows 95 %.
        value: f64,
        /// The sheet shows it as a percentage.
        percent: bool,
        /// The sheet shows it with this currency.
        currency: Option<Currency>,
    },
    /// A calendar day.
    Day(NaiveDate),
    /// What a formula that failed shows, such as `#REF!`.
    Error(String),
}

impl Cell {
    /// The cell of a text.
    pub fn of_text(text: &str) -> Self {
        if text.trim().is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    /// Whether there is nothing to be seen in it.
    pub const fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// What it shows, for comparing names and telling people; a number with a point and without groups.
    pub fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Error(text) => text.trim().to_owned(),
            Self::Number { value, percent: true, .. } => format!("{}%", value * 100.0),
            Self::Number { value, .. } => value.to_string(),
            Self::Day(day) => day.to_string(),
        }
    }

    /// Its text, if it is one.
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }
}
