//! How far the content of an ODS file reaches once all that it repeats is written out: a few bytes may stand for millions of cells.
use std::io::{BufReader, Read, Seek};

use calamine::OdsError;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::{MOST_BYTES, MOST_CELLS};

/// In what everything of a content stands.
const ROOT: &str = "office:document-content";

/// The most blanks in a row that a content may say by their number.
const MOST_BLANKS: u64 = 1024 * 1024;

/// Looks through the content of a file to its end, before its values are read: whoever reads them goes on for ever where a table is not
/// closed, and makes room for whatever is repeated. A content that does not begin as one, be it under a password, is left to them.
///
/// # Errors
/// An element that is closed by another one, or by none, and more cells or text than are read.
pub(super) fn checked<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<(), OdsError> {
    let Ok(content) = archive.by_name("content.xml") else { return Ok(()) };
    let mut reader = Reader::from_reader(BufReader::new(content));
    reader.config_mut().expand_empty_elements = true;
    let (mut buffer, mut open, mut extent) = (Vec::new(), 0_u64, None::<Extent>);
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag)) => {
                if extent.is_none() && tag.name().as_ref() != ROOT {
                    return Ok(());
                }
                open += 1;
                extent.get_or_insert_default().begin(&tag, reader.buffer_position())?;
            }
            Ok(Event::End(tag)) => {
                open = open.saturating_sub(1);
                if let Some(extent) = &mut extent {
                    extent.end(tag.name().as_ref(), reader.buffer_position())?;
                }
            }
            Ok(Event::Eof) if open > 0 => return Err(OdsError::Eof(ROOT)),
            Err(why) if extent.is_some() => return Err(OdsError::Xml(why)),
            Ok(Event::Eof) | Err(_) => return Ok(()),
            Ok(_) => {}
        }
    }
}

/// What was seen of a content so far.
#[derive(Default)]
struct Extent {
    /// Cells of the tables before this one, and bytes of all cells: blanks and repetitions written out.
    cells: u64,
    bytes: u64,
    /// The table: its rows from the first to the last that is filled, the blank ones behind them, and its columns.
    rows: u64,
    behind: u64,
    columns: u64,
    /// The row: how often it stands, how many cells it has, and how many up to the last that is filled.
    times: u64,
    column: u64,
    filled: u64,
    /// The cell: where it begins, how often it stands, and how many blanks it says by their number.
    begun: u64,
    repeated: u64,
    blanks: u64,
    /// What is open of the two.
    in_table: bool,
    in_cell: bool,
}

impl Extent {
    fn begin(&mut self, tag: &BytesStart<'_>, at: u64) -> Result<(), OdsError> {
        let attribute = |name: &str| tag.attributes().flatten().find(|a| a.key.as_ref() == name);
        let number = |name: &str| attribute(name).and_then(|a| a.value.parse::<u64>().ok()).unwrap_or(1);
        let name = tag.name();
        let inside = match name.as_ref() {
            "table:table" => self.in_table,
            "table:table-row" | "table:table-cell" | "table:covered-table-cell" => self.in_cell,
            _ => false,
        };
        if inside {
            // A table in a table is none of a spreadsheet, and nobody could say what is repeated.
            return Err(OdsError::Mismatch { expected: "text:p", found: name.as_ref().to_owned() });
        }
        match name.as_ref() {
            "table:table" => (self.in_table, self.rows, self.behind, self.columns) = (true, 0, 0, 0),
            "table:table-row" => {
                (self.times, self.column, self.filled) = (number("table:number-rows-repeated"), 0, 0);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.repeated = number("table:number-columns-repeated");
                self.column = self.column.saturating_add(self.repeated);
                (self.begun, self.blanks, self.in_cell) = (at.saturating_sub(tag.len() as u64), 0, true);
                let says = |key: &str| {
                    key.starts_with("office:") || key == "calcext:value-type" || key == "table:formula"
                };
                if tag.attributes().flatten().any(|a| says(a.key.as_ref())) {
                    self.filled = self.column;
                }
            }
            "text:s" => {
                let blanks = number("text:c");
                self.blanks = self.blanks.saturating_add(blanks);
                within(blanks, MOST_BLANKS)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, tag: &str, at: u64) -> Result<(), OdsError> {
        match tag {
            "table:table-cell" | "table:covered-table-cell" => {
                self.in_cell = false;
                if self.filled < self.column {
                    return Ok(());
                }
                let length = at.saturating_sub(self.begun).saturating_add(self.blanks);
                let all = length.saturating_mul(self.repeated).saturating_mul(self.times);
                self.bytes = self.bytes.saturating_add(all);
                within(self.bytes, MOST_BYTES)
            }
            "table:table-row" if self.filled == 0 => {
                self.behind = self.behind.saturating_add(self.times);
                Ok(())
            }
            "table:table-row" => {
                // What is blank above the first row is no part of the table.
                let between = if self.rows == 0 { 0 } else { self.behind };
                self.rows = self.rows.saturating_add(between).saturating_add(self.times);
                (self.behind, self.columns) = (0, self.columns.max(self.filled));
                within(self.cells.saturating_add(self.table()), MOST_CELLS as u64)
            }
            "table:table" => {
                self.cells = self.cells.saturating_add(self.table());
                self.in_table = false;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// How many cells the table has, blank ones between filled ones included.
    const fn table(&self) -> u64 {
        self.rows.saturating_mul(self.columns)
    }
}

fn within(count: u64, most: u64) -> Result<(), OdsError> {
    let number = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
    if count <= most {
        return Ok(());
    }
    Err(OdsError::CellLimitExceeded { requested: number(count), max: number(most) })
}
