//! Files of spreadsheet programs.
use std::io::Cursor;

use calamine::{
    Data, DataRef, Dimensions, ExcelDateTime, OdsError, Reader, SheetType, SheetVisible, XlsError, XlsxError,
};
use chrono::NaiveDate;

use super::extent;
use super::format::hints;
use super::ods::Said;
use super::{Cell, Inner, MOST_BYTES, MOST_CELLS, Sheet, Tab};
use crate::domain::explain::Explain;
use crate::domain::money::Currency;

type Bytes = Cursor<Vec<u8>>;
pub(super) type Xlsx = calamine::Xlsx<Bytes>;
pub(super) type Xls = calamine::Xls<Bytes>;
pub(super) type Ods = calamine::Ods<Bytes>;

/// How far down a merged number or day is that of a header.
const HEADERS: usize = 40;

/// Opens a file by what is in it.
pub(super) fn open(bytes: &[u8]) -> Result<(Inner, Vec<Tab>), Explain> {
    let bytes = || Cursor::new(bytes.to_vec());
    let broken = |why: &dyn std::fmt::Display| Explain::new("sheet-broken").with("error", why);
    if bytes().get_ref().starts_with(b"\xd0\xcf") {
        return match Xls::new(bytes()) {
            Ok(book) => Ok(opened(book, Inner::Xls)),
            Err(XlsError::Password) => Err(Explain::new("sheet-password")),
            // A workbook of today with a password is packed into one of yesterday.
            Err(why) => match Xlsx::new(bytes()) {
                Err(XlsxError::Password) => Err(Explain::new("sheet-password")),
                Ok(_) | Err(_) => Err(broken(&why)),
            },
        };
    }
    let mut archive = zip::ZipArchive::new(bytes()).map_err(|e| broken(&e))?;
    let names: Vec<String> = archive.file_names().flatten().map(std::borrow::Cow::into_owned).collect();
    if !super::unpacked::fits(&mut archive, MOST_BYTES) {
        return Err(Explain::new("sheet-too-large"));
    }
    let has = |name: &str| names.iter().any(|n| n.eq_ignore_ascii_case(name));
    if has("content.xml") && has("mimetype") {
        return match extent::checked(&mut archive).and_then(|()| Ods::new(bytes())) {
            Ok(book) => {
                let said = super::ods::said(bytes().get_ref());
                Ok(opened(book, |book| Inner::Ods(book, said)))
            }
            Err(OdsError::Password) => Err(Explain::new("sheet-password")),
            Err(OdsError::InvalidMime(_)) => Err(Explain::new("sheet-foreign")),
            Err(OdsError::CellLimitExceeded { .. }) => Err(Explain::new("sheet-too-large")),
            Err(why) => Err(broken(&why)),
        };
    }
    if !names.iter().any(|n| n.ends_with("workbook.xml")) {
        return Err(Explain::new("sheet-foreign"));
    }
    if !super::unpacked::has_room_for_texts(&mut archive, &names) {
        return Err(Explain::new("sheet-too-large"));
    }
    match Xlsx::new(bytes()) {
        Ok(book) => Ok(opened(book, Inner::Xlsx)),
        Err(XlsxError::Password) => Err(Explain::new("sheet-password")),
        Err(why) => Err(broken(&why)),
    }
}

/// A book with its sheets; charts and macros are none.
fn opened<R: Reader<Bytes>>(book: R, inner: impl FnOnce(Box<R>) -> Inner) -> (Inner, Vec<Tab>) {
    let sheets = book.sheets_metadata().iter().filter(|s| s.typ == SheetType::WorkSheet);
    let tabs =
        sheets.map(|s| Tab { name: s.name.clone(), hidden: s.visible != SheetVisible::Visible }).collect();
    (inner(Box::new(book)), tabs)
}

/// Rows as they are filled in, from A1 on.
#[derive(Default)]
struct Filling {
    rows: Vec<Vec<Cell>>,
    cells: usize,
    /// How long its texts are together, in bytes: one that stands in the file once may stand in many cells.
    bytes: u64,
    /// How many cells were merged into others.
    merged: usize,
}

impl Filling {
    fn put(&mut self, (row, column): (u32, u32), cell: Cell) -> Result<(), Explain> {
        if cell.is_empty() {
            return Ok(());
        }
        let (row, column) = (row as usize, column as usize);
        let width = self.rows.get(row).map_or(0, Vec::len);
        let more = (row + 1).saturating_sub(self.rows.len()) + (column + 1).saturating_sub(width);
        self.cells = self.cells.saturating_add(more);
        if let Cell::Text(text) | Cell::Error(text) = &cell {
            self.bytes = self.bytes.saturating_add(text.len() as u64);
        }
        if self.cells > MOST_CELLS || self.bytes > MOST_BYTES {
            return Err(Explain::new("sheet-too-large"));
        }
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        if let Some(cells) = self.rows.get_mut(row) {
            if cells.len() <= column {
                cells.resize(column + 1, Cell::Empty);
            }
            if let Some(place) = cells.get_mut(column) {
                *place = cell;
            }
        }
        Ok(())
    }

    /// What was merged over several columns of headers stands over each of them, what was merged over rows beside each.
    fn merge(&mut self, merged: &[Dimensions]) -> Result<(), Explain> {
        for area in merged {
            let (row, column) = area.start;
            let cell =
                self.rows.get(row as usize).and_then(|r| r.get(column as usize)).cloned().unwrap_or_default();
            let header = (row as usize) < HEADERS;
            let fits = match cell {
                Cell::Text(_) => true,
                Cell::Day(_) | Cell::Number { .. } => header,
                Cell::Empty | Cell::Error(_) => false,
            };
            if !fits {
                continue;
            }
            // A label that is merged over two columns is one label, and so is a title.
            let last = if header && column > 0 { area.end.1 } else { column };
            let rows =
                row..=area.end.0.min(u32::try_from(self.rows.len()).unwrap_or(u32::MAX).saturating_sub(1));
            for r in rows {
                for c in column..=last {
                    self.merged += 1;
                    if self.merged > MOST_CELLS {
                        return Err(Explain::new("sheet-too-large"));
                    }
                    self.put((r, c), cell.clone())?;
                }
            }
        }
        Ok(())
    }

    fn sheet(self, name: &str) -> Sheet {
        let lines = (1..=self.rows.len()).collect();
        Sheet { name: name.to_owned(), rows: self.rows, lines, refused: Vec::new() }
    }
}

/// Why a sheet cannot be read to its end.
fn damaged(name: &str, row: Option<u32>, why: impl std::fmt::Display) -> Explain {
    let row = row.map_or(1, |r| r + 1);
    Explain::new("sheet-damaged").with("sheet", name).with("row", row).with("error", why)
}

pub(super) fn xlsx(book: &mut Xlsx, name: &str) -> Result<Sheet, Explain> {
    let merged = book.merge_cells_by_sheet_name(name).unwrap_or_default();
    let mut reader = book.worksheet_cells_reader(name).map_err(|e| damaged(name, None, e))?;
    let formats: Vec<_> = reader
        .styles()
        .iter()
        .map(|s| s.number_format.as_ref().map(|f| hints(&f.format_code)).unwrap_or_default())
        .collect();
    let (mut filling, mut last) = (Filling::default(), None);
    loop {
        let next = reader.next_cell_with_style_id().map_err(|e| damaged(name, last, e))?;
        let Some((found, style)) = next else { break };
        let at = found.get_position();
        last = Some(at.0);
        let format = formats.get(style).copied().unwrap_or_default();
        let value = match found.get_value() {
            DataRef::SharedString(text) => Cell::of_text(text),
            other => cell(&Data::from(other.clone()), format),
        };
        filling.put(at, value)?;
    }
    filling.merge(&merged)?;
    Ok(filling.sheet(name))
}

pub(super) fn xls(book: &mut Xls, name: &str) -> Result<Sheet, Explain> {
    let merged = book.merge_cells_by_sheet_name(name).unwrap_or_default();
    let range = book.worksheet_range(name).map_err(|e| damaged(name, None, e))?;
    of_range(&range, &Said { merged, ..Said::default() }, name)
}

pub(super) fn ods(book: &mut Ods, said: Option<&Said>, name: &str) -> Result<Sheet, Explain> {
    let range = book.worksheet_range(name).map_err(|e| damaged(name, None, e))?;
    let none = Said::default();
    of_range(&range, said.unwrap_or(&none), name)
}

fn of_range(range: &calamine::Range<Data>, said: &Said, name: &str) -> Result<Sheet, Explain> {
    let mut filling = Filling::default();
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let at = |n: usize, first: u32| u32::try_from(n).unwrap_or(u32::MAX).saturating_add(first);
        let place = (at(row, top), at(column, left));
        let format = said.formats.get(&place).copied().unwrap_or_default();
        filling.put(place, cell(value, format))?;
    }
    filling.merge(&said.merged)?;
    Ok(filling.sheet(name))
}

/// A cell with what its format says.
fn cell(value: &Data, (percent, currency): (bool, Option<Currency>)) -> Cell {
    let number = |value: f64| Cell::Number { value, percent, currency };
    match value {
        Data::Empty => Cell::Empty,
        #[expect(clippy::cast_precision_loss, reason = "a spreadsheet has no larger whole numbers")]
        Data::Int(n) => number(*n as f64),
        Data::Float(n) => number(*n),
        Data::Bool(yes) => Cell::Text(yes.to_string()),
        Data::String(text) if is_failure(text) => Cell::Error(text.clone()),
        Data::String(text) => Cell::of_text(text),
        Data::DurationIso(text) => Cell::Text(clock(text).unwrap_or_else(|| text.clone())),
        Data::DateTimeIso(text) => {
            let day = text.split('T').next().and_then(|d| d.parse().ok());
            day.map_or_else(|| Cell::of_text(text), Cell::Day)
        }
        // A time of day without a day.
        Data::DateTime(time) if time.is_datetime() && (0.0..1.0).contains(&time.as_f64()) => {
            let (.., hour, minute, _, _) = time.to_ymd_hms_milli();
            Cell::Text(format!("{hour:02}:{minute:02}"))
        }
        Data::DateTime(time) if time.is_datetime() => {
            day(*time).map_or_else(|| number(time.as_f64()), Cell::Day)
        }
        Data::DateTime(time) => number(time.as_f64()),
        Data::Error(error) => Cell::Error(error.to_string()),
    }
}

/// Whether it is what a spreadsheet shows for a formula that failed, in whatever language: `#REF!`, `#¿NOMBRE?`, `Err:502`. `#5` is a text.
fn is_failure(text: &str) -> bool {
    let name = |name: &str| name.len() > 2 && name.chars().all(|c| c.is_uppercase() || "¡¿/0".contains(c));
    let named = |rest: &str| matches!(rest, "N/A" | "N/D") || rest.strip_suffix(['!', '?']).is_some_and(name);
    let numbered = |number: &str| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    text.strip_prefix('#').is_some_and(named) || text.strip_prefix("Err:").is_some_and(numbered)
}

/// The time of day that an ISO 8601 duration is: `PT10H30M00S`.
fn clock(text: &str) -> Option<String> {
    let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
    let (minutes, _) = rest.split_once('M')?;
    let (hours, minutes): (u8, u8) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours < 24).then(|| format!("{hours:02}:{minutes:02}"))
}

fn day(time: ExcelDateTime) -> Option<NaiveDate> {
    let (year, month, day, ..) = time.to_ymd_hms_milli();
    NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_begins_like_a_failed_formula_is_a_text() {
        let read = |text: &str| cell(&Data::String(text.to_owned()), (false, None));
        for failed in ["#REF!", "#¡REF!", "#N/A", "#DIV/0!", "#¡DIV/0!", "#¿NOMBRE?", "#NAME?", "Err:502"]
        {
            assert_eq!(read(failed), Cell::Error(failed.to_owned()));
        }
        for text in ["#5", "#renting", "#", "#A", "# 12!", "#Urgente!", "Err: nobody answers", "Err:"] {
            assert_eq!(read(text), Cell::Text(text.to_owned()));
        }
    }

    #[test]
    fn a_text_that_stands_in_many_cells_counts_as_often() {
        let mut filling = Filling { bytes: MOST_BYTES - 3, ..Filling::default() };
        let mut put = |at| filling.put(at, Cell::of_text("abc")).map_err(|why| why.key);
        assert_eq!(put((0, 0)), Ok(()));
        assert_eq!(put((0, 1)), Err("sheet-too-large".to_owned()));
    }

    #[test]
    fn cells_that_are_merged_over_each_other_again_and_again_come_to_an_end() {
        let mut filling = Filling::default();
        filling.put((0, 1), Cell::of_text("2026")).unwrap();
        filling.put((1000, 0), Cell::of_text("x")).unwrap();
        let areas = vec![Dimensions::new((0, 1), (1000, 100)); 100];
        assert_eq!(filling.merge(&areas).unwrap_err().key, "sheet-too-large");
    }
}
