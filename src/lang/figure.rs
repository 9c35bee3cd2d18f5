//! Figures as finance writes them: `1.234,5`, `(1,234.50 €)`, `95 %`. What the decimal mark is, is never guessed: cells that
//! can be read only one way say it, and where none does the caller must know it.
use serde::{Deserialize, Serialize};

use super::Lang;
use super::number::show_scaled;
use crate::domain::explain::Explain;
use crate::domain::money::Currency;
use crate::domain::text::fold;
use crate::domain::value::SCALE;

mod shape;

use shape::{Bare, Shape, bare, shape};

/// What begins the decimals of a number; the other one groups its thousands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Mark {
    /// `1.234,5`
    #[serde(rename = ",")]
    Comma,
    /// `1,234.5`
    #[serde(rename = ".")]
    Point,
}

impl Mark {
    /// The mark as a character.
    pub const fn char(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Point => '.',
        }
    }

    /// The mark that a language has.
    pub const fn of(lang: Lang) -> Self {
        match lang {
            Lang::En => Self::Point,
            Lang::Es => Self::Comma,
        }
    }

    /// The mark that a text names.
    pub fn named(text: &str) -> Option<Self> {
        match fold(text.trim()).as_str() {
            "," | "comma" | "coma" => Some(Self::Comma),
            "." | "point" | "dot" | "punto" => Some(Self::Point),
            _ => None,
        }
    }

    const fn of_char(c: char) -> Self {
        if c == ',' { Self::Comma } else { Self::Point }
    }

    const fn other(self) -> Self {
        match self {
            Self::Comma => Self::Point,
            Self::Point => Self::Comma,
        }
    }
}

/// A number read from a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// Scale 4, as written: `95 %` is 950 000. More than four decimals are rounded, half away from zero.
    pub units: i64,
    /// It was written as a percentage.
    pub percent: bool,
    /// The currency that was written with it.
    pub currency: Option<Currency>,
}

/// What a cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// A number.
    Figure(Figure),
    /// Nothing: empty, a dash, not available. What was there is left alone.
    Blank,
    /// `1.234`, which is another number with the other decimal mark.
    Ambiguous,
    /// No number, and why.
    Unreadable(Explain),
}

/// What the cells of a block say together about the decimal mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Proof {
    comma: bool,
    point: bool,
}

impl Proof {
    /// The proof of some cells.
    pub fn of<'a>(cells: impl IntoIterator<Item = &'a str>) -> Self {
        let mut proof = Self::default();
        for cell in cells {
            proof.add(cell);
        }
        proof
    }

    /// Takes one cell more into account.
    pub fn add(&mut self, cell: &str) {
        match bare(cell).map(|b| shape(&b.body)) {
            Ok(Shape::Marked(Mark::Comma)) => self.comma = true,
            Ok(Shape::Marked(Mark::Point)) => self.point = true,
            Ok(Shape::Either(_) | Shape::Whole | Shape::Nothing | Shape::Wrong) | Err(_) => {}
        }
    }

    /// The mark, where cells prove one and none proves the other.
    pub const fn mark(self) -> Option<Mark> {
        match (self.comma, self.point) {
            (true, false) => Some(Mark::Comma),
            (false, true) => Some(Mark::Point),
            (true, true) | (false, false) => None,
        }
    }
}

/// Reads a cell. A cell that proves its own mark is read by it; `mark` decides for those that can be read either way.
pub fn read(cell: &str, mark: Option<Mark>) -> Reading {
    let refuse = |key: &str| Reading::Unreadable(Explain::new(key).with("text", cell.trim()));
    let Bare { negative, percent, currency, body } = match bare(cell) {
        Ok(bare) => bare,
        Err(key) => return refuse(key),
    };
    let mark = match shape(&body) {
        Shape::Nothing => return Reading::Blank,
        Shape::Wrong => return refuse("figures-unreadable"),
        Shape::Whole => Mark::Point,
        Shape::Marked(mark) => mark,
        Shape::Either(_) => match mark {
            Some(mark) => mark,
            None => return Reading::Ambiguous,
        },
    };
    let units = units(&body, mark).and_then(|u| u.checked_mul(if negative { -1 } else { 1 }));
    match units {
        Some(units) => Reading::Figure(Figure { units, percent, currency }),
        None => refuse("figures-too-large"),
    }
}

/// The currency of a sign or of a code that is in use: `€`, `eur`.
pub fn currency(text: &str) -> Option<Currency> {
    shape::known_currency(text.trim())
}

/// What `1.234` is with each mark, for showing both: with the comma, with the point. `None` for a cell that is not ambiguous.
pub fn both(cell: &str) -> Option<(i64, i64)> {
    let Reading::Ambiguous = read(cell, None) else { return None };
    match (read(cell, Some(Mark::Comma)), read(cell, Some(Mark::Point))) {
        (Reading::Figure(comma), Reading::Figure(point)) => Some((comma.units, point.units)),
        _ => None,
    }
}

/// Digits of a well-formed number in units of scale 4; `None` beyond the range.
fn units(body: &str, mark: Mark) -> Option<i64> {
    let (whole, part) = body.split_once(mark.char()).unwrap_or((body, ""));
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let (whole, part) = (digits(whole), digits(part));
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let kept: String = part.chars().chain("0000".chars()).take(4).collect();
    let up = part.chars().nth(4).is_some_and(|c| c >= '5');
    whole.checked_mul(SCALE)?.checked_add(kept.parse().ok()?)?.checked_add(i64::from(up))
}

/// A number for other programs: the language's decimal mark, no grouping, and such that it can be read only one way: 1.234 has
/// a zero more.
pub fn plain(lang: Lang, units: i64) -> String {
    let (mark, other) = (Mark::of(lang), Mark::of(lang).other());
    let mut text = show_scaled(lang, units).replace(other.char(), "");
    if matches!(shape(&text), Shape::Either(_)) {
        text.push('0');
    }
    debug_assert!(!matches!(shape(&text), Shape::Marked(m) if m != mark));
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn figure(cell: &str) -> Option<(i64, bool, Option<String>)> {
        match read(cell, None) {
            Reading::Figure(f) => Some((f.units, f.percent, f.currency.map(|c| c.to_string()))),
            Reading::Blank | Reading::Ambiguous | Reading::Unreadable(_) => None,
        }
    }

    #[test]
    fn a_number_is_read_as_finance_writes_it() {
        for (cell, units) in [
            ("12", 120_000),
            ("1234", 12_340_000),
            ("1.234,5", 12_345_000),
            ("1,234.5", 12_345_000),
            ("1 234,5", 12_345_000),
            ("1\u{a0}234,5", 12_345_000),
            ("1\u{202f}234,5", 12_345_000),
            ("1’234.50", 12_345_000),
            ("1'234.50", 12_345_000),
            ("1 234", 12_340_000),
            ("1.234.567", 12_345_670_000),
            ("1,234,567", 12_345_670_000),
            ("1 234 567", 12_345_670_000),
            ("1234,567", 12_345_670),
            ("1234.567", 12_345_670),
            ("0,123", 1_230),
            (",5", 5_000),
            ("5,", 50_000),
            ("12,5", 125_000),
            ("12.34", 123_400),
            ("1,2345", 12_345),
            ("1,23455", 12_346),
            ("-12,5", -125_000),
            ("−12,5", -125_000),
            ("–12,5", -125_000),
            ("- 12,5", -125_000),
            ("12,5-", -125_000),
            ("(12,5)", -125_000),
            ("( 1.234,50 )", -12_345_000),
            ("+12", 120_000),
            ("  7  ", 70_000),
            ("0", 0),
            ("-0", 0),
            ("12 d", 120_000),
            ("12 días", 120_000),
        ] {
            assert_eq!(figure(cell), Some((units, false, None)), "{cell}");
        }
    }

    #[test]
    fn percent_signs_and_currencies_are_kept_beside_the_number() {
        let money = |units, code: &str| Some((units, false, Some(code.to_owned())));
        assert_eq!(figure("95 %"), Some((950_000, true, None)));
        assert_eq!(figure("95,5%"), Some((955_000, true, None)));
        assert_eq!(figure("(1,5 %)"), Some((-15_000, true, None)));
        assert_eq!(figure("-1,5%"), Some((-15_000, true, None)));
        assert_eq!(figure("%12,5"), Some((125_000, true, None)));
        assert_eq!(figure("1.234,50 €"), money(12_345_000, "EUR"));
        assert_eq!(figure("€1,234.50"), money(12_345_000, "EUR"));
        assert_eq!(figure("€ -1,234.50"), money(-12_345_000, "EUR"));
        assert_eq!(figure("-€1,234.50"), money(-12_345_000, "EUR"));
        assert_eq!(figure("(€1,234.50)"), money(-12_345_000, "EUR"));
        assert_eq!(figure("€ (1,234.50)"), money(-12_345_000, "EUR"));
        assert_eq!(figure("(1.234,50) €"), money(-12_345_000, "EUR"));
        assert_eq!(figure("1.234,50- €"), money(-12_345_000, "EUR"));
        assert_eq!(figure("EUR 12,5"), money(125_000, "EUR"));
        assert_eq!(figure("12,5 usd"), money(125_000, "USD"));
        assert_eq!(figure("US$12.5"), money(125_000, "USD"));
        assert_eq!(figure("CHF 1'234.50"), money(12_345_000, "CHF"));
        assert_eq!(figure("£12"), money(120_000, "GBP"));
    }

    #[test]
    fn what_can_be_read_two_ways_needs_an_answer() {
        for cell in ["1.234", "1,234", "-12.345", "(123,456)", "1.234 €", "1,234 %"] {
            assert_eq!(read(cell, None), Reading::Ambiguous, "{cell}");
        }
        assert_eq!(both("1.234"), Some((12_340_000, 12_340)));
        assert_eq!(both("1,234"), Some((12_340, 12_340_000)));
        assert_eq!(both("1.234,5"), None);
    }

    #[test]
    fn a_cell_that_proves_the_mark_decides_for_the_others() {
        let mark = |cells: &[&str]| Proof::of(cells.iter().copied()).mark();
        assert_eq!(mark(&["1.234", "12,5"]), Some(Mark::Comma));
        assert_eq!(mark(&["1.234", "1.234.567"]), Some(Mark::Comma));
        assert_eq!(mark(&["1,234", "1,234,567"]), Some(Mark::Point));
        assert_eq!(mark(&["1.234", "0.5"]), Some(Mark::Point));
        assert_eq!(mark(&["1.234", "1234", "text", ""]), None);
        assert_eq!(mark(&["0.5", "0,5"]), None);
        assert!(matches!(
            read("1.234", Some(Mark::Comma)),
            Reading::Figure(Figure { units: 12_340_000, .. })
        ));
        // What a cell proves by itself is not overruled.
        assert!(matches!(read("0,5", Some(Mark::Point)), Reading::Figure(Figure { units: 5_000, .. })));
    }

    #[test]
    fn nothing_is_left_alone() {
        for cell in [
            "", "  ", "-", "–", "—", "−", " -   ", "- €", "€ -", "n/a", "N/A", "n.d.", "s/d", "N/D", "\u{a0}",
        ] {
            assert_eq!(read(cell, None), Reading::Blank, "{cell}");
        }
    }

    #[test]
    fn what_is_no_number_says_why() {
        let key = |cell: &str| match read(cell, None) {
            Reading::Unreadable(why) => why.key,
            other => panic!("{cell}: {other:?}"),
        };
        for cell in [
            "abc",
            "1.2.3",
            "1,2345,6",
            "12.34.567",
            "1 23",
            "12/11/2026",
            "1,234.567,8",
            "((1))",
            "(1",
            "-(1)",
            "--1",
            "-1-",
            "1 % %",
            "1 € 2",
            "€ 1 USD",
            "12 pcs",
            "٣",
            "1.234 567",
            "true",
            ".",
            "€ %",
        ] {
            assert_eq!(key(cell), "figures-unreadable", "{cell}");
        }
        for cell in ["#REF!", "#¡REF!", "#N/A", "#¡DIV/0!", "#VALOR!", "Err:502", "#NAME?"] {
            assert_eq!(key(cell), "figures-cell-error", "{cell}");
        }
        assert_eq!(key("########"), "figures-cell-narrow");
        assert_eq!(key("1,23E+11"), "figures-cell-rounded");
        assert_eq!(key("99999999999999999999"), "figures-too-large");
        assert_eq!(key("922337203685478"), "figures-too-large");
    }

    proptest! {
        #[test]
        fn a_number_for_other_programs_is_read_the_same_without_being_asked(units in -1_000_000_000_000_i64..1_000_000_000_000) {
            for lang in Lang::ALL {
                let read = read(&plain(lang, units), None);
                prop_assert_eq!(read, Reading::Figure(Figure { units, percent: false, currency: None }));
            }
        }

        #[test]
        fn no_cell_is_too_strange(cell in "\\PC{0,12}") {
            read(&cell, None);
            Proof::of([cell.as_str()]);
        }

        #[test]
        fn the_answer_only_matters_where_it_was_asked_for(cell in "[-(]?[0-9., ]{1,9}[%)€-]?") {
            let asked = read(&cell, None);
            if asked != Reading::Ambiguous {
                for mark in [Mark::Comma, Mark::Point] {
                    prop_assert_eq!(&read(&cell, Some(mark)), &asked);
                }
            }
        }
    }
}
