//! Sheets of spreadsheets, whatever program wrote them: rows of cells.
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

use chrono::NaiveDate;

use super::draft::Refusal;
use super::source::{Source, Text};
use crate::domain::explain::Explain;
use crate::domain::money::Currency;

mod extent;
mod format;
pub(super) mod image;
mod ods;
mod spread;
pub(super) mod text;
mod unpacked;

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

/// A sheet, its rows from the first one of the file on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// What its tab says; empty where there are no tabs.
    pub name: String,
    /// Its rows; each ends with its last filled cell.
    pub rows: Vec<Vec<Cell>>,
    /// The line of the file in which each row begins, from 1.
    pub lines: Vec<usize>,
    /// Lines that could not be taken apart, and why.
    pub refused: Vec<(usize, Explain)>,
}

impl Sheet {
    /// Line of a row, from 1.
    pub fn line(&self, row: usize) -> usize {
        self.lines.get(row).copied().unwrap_or(row + 1)
    }

    fn refuse(&mut self, refusal: Refusal) {
        self.refused.extend(refusal.why.into_iter().map(|why| (refusal.line, why)));
    }
}

/// A sheet that a file has, before it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    /// What it is called.
    pub name: String,
    /// Whoever wrote the file does not show it.
    pub hidden: bool,
}

/// The most cells that are read of a sheet, blank ones between filled ones included.
const MOST_CELLS: usize = 6_000_000;

/// The most that a file may unpack to, in bytes: as much as the longest sheet of text that is read.
const MOST_BYTES: u64 = 512 * 1024 * 1024;

/// A file of sheets, open.
pub struct Workbook {
    tabs: Vec<Tab>,
    inner: Inner,
}

enum Inner {
    Xlsx(Box<spread::Xlsx>),
    Xls(Box<spread::Xls>),
    Ods(Box<spread::Ods>, HashMap<String, ods::Said>),
    Text(String),
    Kept(Rc<Source>),
}

impl std::fmt::Debug for Workbook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Workbook").field("tabs", &self.tabs).finish_non_exhaustive()
    }
}

/// Whether bytes are those of a spreadsheet program.
pub fn is_spreadsheet(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
}

impl Workbook {
    /// Opens what Excel, LibreOffice or another program has written.
    ///
    /// # Errors
    /// `sheet-password`, `sheet-too-large`, `sheet-foreign` for another kind of packed file, `sheet-broken`.
    pub fn open(bytes: &[u8]) -> Result<Self, Explain> {
        let (inner, tabs) = sound(|| spread::open(bytes))?;
        Ok(Self { tabs, inner })
    }

    /// The one sheet of a text whose cells are separated by commas, semicolons or tabs.
    pub fn of_text(text: &str) -> Self {
        Self::alone(Inner::Text(text.to_owned()))
    }

    /// The same of a file, which is read only when its sheet is.
    pub(super) fn of_source(source: &Rc<Source>) -> Self {
        Self::alone(Inner::Kept(source.clone()))
    }

    fn alone(inner: Inner) -> Self {
        Self { tabs: vec![Tab { name: String::new(), hidden: false }], inner }
    }

    /// Its sheets, in order.
    pub fn tabs(&self) -> &[Tab] {
        &self.tabs
    }

    /// Reads the sheet of that name.
    ///
    /// # Errors
    /// `sheet-damaged` with the row where it ends, `sheet-too-large`.
    pub fn read(&mut self, name: &str) -> Result<Sheet, Explain> {
        match &mut self.inner {
            Inner::Xlsx(book) => sound(|| spread::xlsx(book, name)),
            Inner::Xls(book) => sound(|| spread::xls(book, name)),
            Inner::Ods(book, said) => sound(|| spread::ods(book, said.get(name), name)),
            Inner::Text(text) => text::read(Text::Held(text)),
            Inner::Kept(source) => text::read(Text::Kept(source)),
        }
    }
}

/// What a reader of sheets answers; where a spoiled file makes it stumble instead of refusing, the file is broken.
fn sound<T>(read: impl FnOnce() -> Result<T, Explain>) -> Result<T, Explain> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(Explain::new("sheet-stumbled")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workbook_that_is_cut_or_spoiled_anywhere_is_refused_and_stops_nothing() {
        let whole = include_bytes!("../../tests/files/figures.xls");
        let mut stumbled = 0;
        for at in (9..whole.len().min(4096)).step_by(61) {
            let mut spoiled = whole.to_vec();
            spoiled[at] ^= 0x41;
            for bytes in [&whole[..at], spoiled.as_slice()] {
                let read = Workbook::open(bytes).and_then(|mut book| {
                    let names: Vec<_> = book.tabs().iter().map(|tab| tab.name.clone()).collect();
                    names.iter().try_for_each(|name| book.read(name).map(|_| ()))
                });
                stumbled += usize::from(read.is_err_and(|why| why.key == "sheet-stumbled"));
            }
        }
        assert!(stumbled > 0, "the reader of sheets no longer stumbles: what holds it may go");
    }
}
