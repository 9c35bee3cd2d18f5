//! The cells of a row as one text, and back: rows of tables that wait are set aside.
use serde::{Deserialize, Serialize};

use super::Cell;
use crate::domain::money::Currency;

/// A cell as it is kept.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Image {
    Empty(()),
    Text(String),
    /// The bits of the number, so that it comes back exactly; whether it is a percentage, and its currency.
    Number(u64, bool, Option<String>),
    Day {
        d: String,
    },
    Error {
        e: String,
    },
}

/// The cells as one text.
pub(in crate::exchange) fn text(cells: &[Cell]) -> String {
    let image = |cell: &Cell| match cell {
        Cell::Empty => Image::Empty(()),
        Cell::Text(text) => Image::Text(text.clone()),
        Cell::Number { value, percent, currency } => {
            Image::Number(value.to_bits(), *percent, currency.map(|c| c.code().to_owned()))
        }
        Cell::Day(day) => Image::Day { d: day.to_string() },
        Cell::Error(error) => Image::Error { e: error.clone() },
    };
    // Texts and numbers only: nothing in it can fail.
    serde_json::to_string(&cells.iter().map(image).collect::<Vec<_>>()).unwrap_or_default()
}

/// The cells of a text.
pub(in crate::exchange) fn cells(text: &str) -> Vec<Cell> {
    let images: Vec<Image> = serde_json::from_str(text).unwrap_or_default();
    let cell = |image| match image {
        Image::Empty(()) => Cell::Empty,
        Image::Text(text) => Cell::Text(text),
        Image::Number(bits, percent, currency) => Cell::Number {
            value: f64::from_bits(bits),
            percent,
            currency: currency.and_then(|code| Currency::of(&code)),
        },
        Image::Day { d } => d.parse().map_or(Cell::Empty, Cell::Day),
        Image::Error { e } => Cell::Error(e),
    };
    images.into_iter().map(cell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;

    #[test]
    fn every_cell_comes_back_exactly() {
        let number = |value, percent, currency| Cell::Number { value, percent, currency };
        let row = [
            Cell::Text("Peña \"x\"\n".to_owned()),
            Cell::Empty,
            number(0.1 + 0.2, true, None),
            number(f64::MIN_POSITIVE, false, Currency::of("EUR")),
            Cell::Day(day(2026, 11, 23)),
            Cell::Error("#REF!".to_owned()),
            Cell::Text("2026-11-23".to_owned()),
        ];
        assert_eq!(cells(&text(&row)), row);
    }
}
