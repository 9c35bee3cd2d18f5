//! Tables as a workbook: a sheet each, ready to be filtered, sorted and printed.
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use unicode_width::UnicodeWidthStr;

use super::grid::{Cell, Grid, Typed};
use crate::domain::explain::Explain;
use crate::domain::guard::guarded;
use crate::domain::tab::Tabs;
use crate::exchange::draft::first_line;
use crate::lang::Lang;

/// The most characters that a cell of a workbook holds.
const LONGEST: usize = 32_767;

/// The most rows of a sheet below its heads.
const MOST_ROWS: usize = 1_048_575;

/// How wide a column is at least and at most, in characters.
const WIDTHS: (usize, usize) = (8, 60);

/// How wide the columns are that only files need.
const MARK_WIDTH: f64 = 12.0;

/// How many rows say how wide a column is.
const MEASURED: usize = 500;

/// Before it the calendar of spreadsheets has a day that never was: such days stay text.
const FIRST_YEAR: i32 = 1901;

/// The workbook: heads that stay in sight and are printed on every page, numbers and days as such. The same tables on the same day
/// give the same bytes.
///
/// # Errors
/// `export-cell-long` where a text does not fit into a cell, `export-sheet-long` where the rows do not fit into a sheet.
pub fn write(grids: &[Grid], today: NaiveDate, lang: Lang) -> Result<Vec<u8>, Explain> {
    let mut book = Workbook::new();
    let made = excel_day(today).unwrap_or_default();
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let mut tabs = Tabs::default();
    for grid in grids {
        if grid.rows.len() > MOST_ROWS {
            let why = Explain::new("export-sheet-long").with("sheet", &grid.name);
            return Err(why.with("count", grid.rows.len()).with("most", MOST_ROWS));
        }
        let name = tabs.named(&grid.name, "cartera");
        let sheet = book.add_worksheet();
        sheet.set_name(name).map_err(|e| failed(&e))?;
        for row in &grid.rows {
            if let Some(at) = row.iter().position(|c| c.text.encode_utf16().count() > LONGEST) {
                return Err(too_long(grid, row, at));
            }
        }
        fill(sheet, grid, lang).map_err(|e| failed(&e))?;
    }
    book.save_to_buffer().map_err(|e| failed(&e))
}

fn failed(error: &XlsxError) -> Explain {
    Explain::new("export-workbook").with("error", error)
}

fn too_long(grid: &Grid, row: &[Cell], at: usize) -> Explain {
    let name = row.first().map(|cell| first_line(&cell.text)).unwrap_or_default();
    let column = grid.heads.get(at).cloned().unwrap_or_default();
    Explain::new("export-cell-long").with("name", name).with("column", column).with("most", LONGEST)
}

fn fill(sheet: &mut Worksheet, grid: &Grid, lang: Lang) -> Result<(), XlsxError> {
    let head = Format::new()
        .set_bold()
        .set_border_bottom(FormatBorder::Thin)
        .set_align(FormatAlign::Top)
        .set_text_wrap();
    let lines = Format::new().set_align(FormatAlign::Top).set_text_wrap();
    // What only files need stands back.
    let mark = Format::new().set_font_color(Color::Gray);
    let read = grid.heads.len().saturating_sub(grid.marks);
    for (column, title) in (0..).zip(&grid.heads) {
        let marks = usize::from(column) >= read;
        let head = if marks { &head.clone().set_font_color(Color::Gray) } else { &head };
        sheet.write_string_with_format(0, column, guarded(title), head)?;
        let width = if marks { MARK_WIDTH } else { width(grid, usize::from(column)) };
        sheet.set_column_width(column, width)?;
    }
    let day_format = Format::new().set_num_format(match lang {
        Lang::En => "d mmm yyyy",
        Lang::Es => "dd/mm/yyyy",
    });
    for (at, row) in (1..).zip(&grid.rows) {
        for (column, cell) in (0..).zip(row) {
            match &cell.typed {
                Some(Typed::Number(number, format)) => {
                    let format = Format::new().set_num_format(format.as_str());
                    sheet.write_number_with_format(at, column, *number, &format)?;
                }
                Some(Typed::Day(day)) if let Some(day) = excel_day(*day) => {
                    sheet.write_datetime_with_format(at, column, &day, &day_format)?;
                }
                _ if cell.text.is_empty() => {}
                _ if usize::from(column) >= read => {
                    sheet.write_string_with_format(at, column, guarded(&cell.text), &mark)?;
                }
                _ if cell.text.contains('\n') => {
                    sheet.write_string_with_format(at, column, guarded(&cell.text), &lines)?;
                }
                _ => {
                    sheet.write_string(at, column, guarded(&cell.text))?;
                }
            }
        }
    }
    for_paper(sheet, grid)
}

/// What makes it pleasant to read and to print.
fn for_paper(sheet: &mut Worksheet, grid: &Grid) -> Result<(), XlsxError> {
    const A4: u8 = 9;
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_header("&L&A").set_footer("&R&P / &N");
    let last = (u32::try_from(grid.rows.len()), u16::try_from(grid.heads.len()));
    if let (Ok(rows @ 1..), Ok(columns @ 1..)) = last {
        sheet.autofilter(0, 0, rows, columns - 1)?;
    }
    Ok(())
}

fn width(grid: &Grid, column: usize) -> f64 {
    let texts = grid.rows.iter().take(MEASURED).filter_map(|row| row.get(column)).map(|c| c.text.as_str());
    let heads = grid.heads.get(column).map(String::as_str).into_iter();
    let widest = |text: &str| text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0);
    let wide = heads.chain(texts).map(widest).max().unwrap_or(0);
    // The arrow of the filter stands beside the head.
    u32::try_from((wide + 2).clamp(WIDTHS.0, WIDTHS.1)).map_or(8.0, f64::from)
}

/// A day as spreadsheets count it; `None` before their first year.
pub(in crate::exchange) fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|_| day.year() >= FIRST_YEAR)?;
    ExcelDateTime::from_ymd(year, u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::sheet::{Cell as Read, Workbook as Reader};

    fn day(year: i32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, 2, 28).unwrap()
    }

    fn grid(cells: Vec<Cell>) -> Grid {
        let heads = (1..=cells.len()).map(|n| format!("h{n}")).collect();
        Grid { name: "People".into(), heads, rows: vec![cells], ..Grid::default() }
    }

    fn text(text: &str) -> Cell {
        Cell::from(text.to_owned())
    }

    #[test]
    fn numbers_days_and_texts_are_read_as_what_they_are() {
        let number =
            Cell { text: "12,50 €".into(), typed: Some(Typed::Number(12.5, "#,##0.00 [$EUR]".into())) };
        let on = |year| Cell { text: day(year).to_string(), typed: Some(Typed::Day(day(year))) };
        let cells = vec![text("=1+1"), number, on(2026), on(1890), text("a\nb")];
        let bytes = write(&[grid(cells)], day(2026), Lang::En).unwrap();
        let mut book = Reader::open(&bytes).unwrap();
        assert_eq!(book.tabs()[0].name, "People");
        let row = book.read("People").unwrap().rows.remove(1);
        assert_eq!(row[0], Read::Text("'=1+1".into()));
        assert!(
            matches!(&row[1], Read::Number { value, currency: Some(c), .. } if (*value - 12.5).abs() < 1e-9 && c.code() == "EUR")
        );
        assert_eq!(row[2], Read::Day(day(2026)));
        assert_eq!(row[3], Read::Text("1890-02-28".into()));
        assert_eq!(row[4], Read::Text("a\nb".into()));
    }

    #[test]
    fn the_same_tables_give_the_same_bytes() {
        let made = || write(&[grid(vec![text("a")])], day(2026), Lang::Es).unwrap();
        assert_eq!(made(), made());
    }

    #[test]
    fn a_text_that_fits_into_no_cell_is_refused_with_its_place() {
        let why = write(&[grid(vec![text("Ana"), text(&"x".repeat(40_000))])], day(2026), Lang::En);
        let why = why.unwrap_err();
        assert_eq!(
            (why.key.as_str(), why.arg("name"), why.arg("column")),
            ("export-cell-long", Some("Ana"), Some("h2"))
        );
    }
}
