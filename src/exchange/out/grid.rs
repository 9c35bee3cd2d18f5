//! Tables for other programs: rows of cells that are text for some and numbers or days for others.
mod leads;
mod people;
mod whole;

use std::cell;

use chrono::NaiveDate;

use super::delimited;
use crate::domain::Id;
use crate::domain::confided::is_note;
use crate::domain::field::{Record, Spec};
use crate::domain::kind::Kind;
use crate::domain::money::Money;
use crate::domain::value::{FieldKind, SCALE, Value};
use crate::exchange::NOTHING;
use crate::exchange::records::own;
use crate::lang::value::{Context, parse, show};
use crate::lang::{Lang, field};
use crate::store::Store;
use crate::store::fault::Fault;
use leads::Leads;
pub use whole::{Wanted, has_sheet};

/// Beyond this a spreadsheet, which calculates in binary fractions and shows fifteen digits, would change a number: it stays text.
const EXACT: i64 = 1_000_000_000_000_000;

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// As it is shown, and read again.
    pub text: String,
    /// What it is to a spreadsheet, if it is more than text.
    pub typed: Option<Typed>,
}

/// What a cell is to a spreadsheet.
#[derive(Debug, Clone, PartialEq)]
pub enum Typed {
    /// A number, and the number format in which it is shown: `#,##0.00 [$EUR]`.
    Number(f64, String),
    /// A calendar day.
    Day(NaiveDate),
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text, typed: None }
    }
}

/// A table: a head for each column, and rows with a cell for each.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Grid {
    /// What its rows are; the name of its sheet.
    pub name: String,
    /// What stands above the columns.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
    /// How many of the last columns are there for files only: by them import knows the records again.
    pub marks: usize,
}

impl Grid {
    /// The table as a CSV file: with a mark that says it is UTF-8, cells that no spreadsheet calculates, and lines ended by CRLF.
    pub fn csv(&self, lang: Lang) -> Vec<u8> {
        let heads = self.heads.iter().map(String::as_str).collect();
        let rows = self.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect());
        let lines = std::iter::once(heads).chain(rows);
        delimited::written(lines.map(|line: Vec<_>| line.into_iter()), lang)
    }

    /// Without the columns in which nothing stands; the first one stays, and all of a table without rows.
    #[must_use]
    pub fn filled(mut self) -> Self {
        if self.rows.is_empty() {
            return self;
        }
        let filled = |at: usize| {
            at == 0 || self.rows.iter().any(|row| row.get(at).is_some_and(|c| !c.text.is_empty()))
        };
        let kept: Vec<bool> = (0..self.heads.len()).map(filled).collect();
        self.marks = kept.iter().rev().take(self.marks).filter(|kept| **kept).count();
        keep(&mut self.heads, &kept);
        self.rows.iter_mut().for_each(|row| keep(row, &kept));
        self
    }
}

fn keep<T>(cells: &mut Vec<T>, kept: &[bool]) {
    let mut kept = kept.iter();
    cells.retain(|_| kept.next().copied().unwrap_or(false));
}

/// Makes the tables of a book: every field of a record, and behind what people read its number, its uid, and the uids of what it
/// leads to where the text does not say it beyond doubt.
pub struct Tables<'a> {
    store: &'a Store,
    cx: &'a Context<'a>,
    leads: Leads<'a>,
    /// Without personal notes.
    discreet: bool,
    /// Some were left out.
    left: cell::Cell<bool>,
}

impl<'a> Tables<'a> {
    /// Of that book, in the language of `cx`.
    pub fn of(store: &'a Store, cx: &'a Context<'a>) -> Self {
        Self { store, cx, leads: Leads::of(store, cx), discreet: false, left: cell::Cell::default() }
    }

    /// The same without personal notes.
    #[must_use]
    pub fn discreet(self) -> Self {
        Self { discreet: true, ..self }
    }

    /// Whether personal notes were left out of the tables made so far.
    pub const fn left_notes(&self) -> bool {
        self.left.get()
    }

    /// Records of a kind in the order in which they are named: a column for each field, headed by its label. Of people it is
    /// [`Tables::people`] that has their places too.
    ///
    /// # Errors
    /// Faults of the book.
    pub fn records(&self, kind: Kind, ids: &[Id]) -> Result<Grid, Fault> {
        let specs: Vec<_> = fields(kind).into_iter().filter(|spec| self.tells(kind, spec)).collect();
        let leading: Vec<_> = specs.iter().copied().filter(|s| leads::leads(s)).collect();
        let mut rows = Vec::new();
        for id in ids {
            let record = self.store.record(kind, *id)?;
            self.notice(record.as_ref());
            let mut row: Vec<_> = specs.iter().map(|spec| self.cell(record.as_ref(), spec)).collect();
            for spec in &leading {
                row.push(self.leads.cell(spec.kind, &record.get(spec.name))?);
            }
            row.extend(marks(record.as_ref()));
            rows.push(row);
        }
        let mut heads: Vec<_> = specs.iter().map(|spec| self.label(kind, spec)).collect();
        heads.extend(leading.iter().map(|spec| own::lead_head(&self.label(kind, spec))));
        heads.extend([own::number_head(kind), own::uid_head(kind)]);
        Ok(Grid { name: field::kinds(kind, self.cx.words), heads, rows, marks: leading.len() + 2 })
    }

    /// Whether a field has a column.
    fn tells(&self, kind: Kind, spec: &Spec) -> bool {
        !(self.discreet && is_note(kind, spec.name))
    }

    /// Remembers that a note of the record is left out.
    fn notice(&self, record: &dyn Record) {
        let kind = record.kind();
        let silent = |spec: &Spec| !self.tells(kind, spec) && !record.get(spec.name).is_empty();
        if self.discreet && kind.specs().into_iter().any(silent) {
            self.left.set(true);
        }
    }

    fn label(&self, kind: Kind, spec: &Spec) -> String {
        field::label(kind, spec.name, self.cx.words)
    }

    /// A field of a record; what a new record would have and this one has not is said.
    fn cell(&self, record: &dyn Record, spec: &Spec) -> Cell {
        let value = record.get(spec.name);
        if value.is_empty() && !record.kind().blank().get(spec.name).is_empty() {
            return Cell::from(NOTHING.to_owned());
        }
        cell(spec.kind, &value, self.cx)
    }
}

/// By what files know a record: number and uid.
fn marks(record: &dyn Record) -> [Cell; 2] {
    let id = record.head().id;
    [
        Cell { text: id.to_string(), typed: number(FieldKind::Count(1000, Id::MAX), id) },
        record.head().uid.clone().into(),
    ]
}

/// The fields of a kind: what the record is called first, what the program keeps by itself last.
fn fields(kind: Kind) -> Vec<&'static Spec> {
    let mut fields = kind.specs();
    fields.sort_by_key(|spec| match spec.name {
        "name" | "text" | "title" => 0,
        _ if spec.editable => 1,
        _ => 2,
    });
    fields
}

/// The value of a field as a cell.
pub fn cell(kind: FieldKind, value: &Value, cx: &Context<'_>) -> Cell {
    // A “no” in every row says nothing.
    if *value == Value::Flag(false) {
        return Cell::default();
    }
    let shown = show(kind, value, cx);
    let text = match value {
        // Another book may have another year, and what is long ago is no period to whoever reads figures.
        Value::Period(period)
            if !cx.directory.terms.year.is_calendar() || !is_read(kind, &shown, value, cx) =>
        {
            period.to_string()
        }
        _ => shown,
    };
    Cell { text, typed: typed(kind, value) }
}

/// Whether a text is read as that value.
fn is_read(kind: FieldKind, text: &str, value: &Value, cx: &Context<'_>) -> bool {
    parse(kind, text, cx).as_ref() == Ok(value)
}

fn typed(kind: FieldKind, value: &Value) -> Option<Typed> {
    match value {
        Value::Day(day) => Some(Typed::Day(*day)),
        Value::Money(money) => amount(*money),
        Value::Number(n) if n.abs() < EXACT => number(kind, *n),
        _ => None,
    }
}

#[expect(clippy::cast_precision_loss, reason = "larger ones stay text")]
fn number(kind: FieldKind, n: i64) -> Option<Typed> {
    let scaled = n as f64 / SCALE as f64;
    let decimals = decimals(n);
    match kind {
        FieldKind::Percent => Some(Typed::Number(scaled / 100.0, format!("0{}%", point(decimals)))),
        FieldKind::Decimal | FieldKind::Measure => {
            Some(Typed::Number(scaled, format!("#,##0{}", point(decimals))))
        }
        // A year is no quantity: its digits are not grouped.
        FieldKind::Count(1000.., _) => Some(Typed::Number(n as f64, "0".to_owned())),
        FieldKind::Count(..) | FieldKind::Score(..) => Some(Typed::Number(n as f64, "#,##0".to_owned())),
        _ => None,
    }
}

/// How many decimals a number of scale 4 needs.
fn decimals(n: i64) -> usize {
    (0..4).find(|d| n % 10_i64.pow(4 - d) == 0).map_or(4, |d| usize::try_from(d).unwrap_or(4))
}

fn point(decimals: usize) -> String {
    if decimals == 0 { String::new() } else { format!(".{}", "0".repeat(decimals)) }
}

fn amount(money: Money) -> Option<Typed> {
    let decimals = usize::try_from(money.currency.decimals()).unwrap_or(2);
    let format = format!("#,##0{} [${}]", point(decimals), money.currency.code());
    (money.minor.abs() < EXACT).then(|| Typed::Number(money.units(), format))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Currency;

    #[test]
    fn a_number_is_one_to_a_spreadsheet_and_shows_what_it_is_measured_in() {
        let of = |kind, value| typed(kind, &value);
        let number = |value, format: &str| Some(Typed::Number(value, format.to_owned()));
        assert_eq!(of(FieldKind::Percent, Value::Number(955_000)), number(0.955, "0.0%"));
        assert_eq!(of(FieldKind::Percent, Value::Number(950_000)), number(0.95, "0%"));
        assert_eq!(of(FieldKind::Decimal, Value::Number(-12_500)), number(-1.25, "#,##0.00"));
        assert_eq!(of(FieldKind::Count(1900, 2200), Value::Number(2026)), number(2026.0, "0"));
        let euros = Value::Money(Money { minor: 123_456, currency: Currency::default() });
        assert_eq!(of(FieldKind::Money, euros), number(1234.56, "#,##0.00 [$EUR]"));
        let yen = Value::Money(Money { minor: 500, currency: Currency::of("JPY").unwrap() });
        assert_eq!(of(FieldKind::Money, yen), number(500.0, "#,##0 [$JPY]"));
    }

    #[test]
    fn what_a_spreadsheet_would_round_stays_text() {
        assert_eq!(typed(FieldKind::Decimal, &Value::Number(i64::MAX)), None);
        let much = Money { minor: i64::MIN + 1, currency: Currency::default() };
        assert_eq!(typed(FieldKind::Money, &Value::Money(much)), None);
    }

    #[test]
    fn columns_without_a_word_are_left_out_but_the_first() {
        let row = |texts: [&str; 3]| texts.map(|t| Cell::from(t.to_owned())).to_vec();
        let grid = Grid {
            heads: ["a", "b", "c"].map(str::to_owned).to_vec(),
            rows: vec![row(["", "", "x"]), row(["", "", ""])],
            ..Grid::default()
        };
        let filled = grid.filled();
        assert_eq!(filled.heads, ["a", "c"]);
        assert_eq!(filled.rows[0].iter().map(|c| c.text.as_str()).collect::<Vec<_>>(), ["", "x"]);
    }
}
