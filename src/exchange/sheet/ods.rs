//! What an ODS file says of its cells beside their values: percentages, currencies, and what is merged.
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Cursor};

use calamine::Dimensions;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::domain::money::Currency;
use crate::lang::figure::currency;

/// What is said of the cells of one sheet.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// Cells that are percentages or amounts.
    pub formats: HashMap<(u32, u32), (bool, Option<Currency>)>,
    /// Cells over several columns or rows.
    pub merged: Vec<Dimensions>,
}

/// How many times a repeated row is looked at.
const REPEATS: u32 = 1000;

/// What is said of every sheet, by name. Of a file that cannot be read nothing is said: its values are read elsewhere, and say
/// what is wrong with it.
pub(super) fn said(bytes: &[u8]) -> HashMap<String, Said> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return HashMap::new() };
    let Ok(content) = archive.by_name("content.xml") else { return HashMap::new() };
    let mut walk = Walk::default();
    let mut reader = Reader::from_reader(BufReader::new(content));
    while walk.next(&mut reader).is_some() {}
    walk.sheets
}

/// Where in the file the reader stands.
#[derive(Default)]
struct Walk {
    sheets: HashMap<String, Said>,
    sheet: String,
    row: u32,
    column: u32,
    repeated: u32,
    buffer: Vec<u8>,
}

impl Walk {
    fn next<R: BufRead>(&mut self, reader: &mut Reader<R>) -> Option<()> {
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.clear();
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(tag) => self.begin(&tag),
            Event::Empty(tag) => {
                self.begin(&tag);
                if tag.name().as_ref() == "table:table-row" {
                    self.row = self.row.saturating_add(self.repeated);
                }
            }
            Event::End(tag) if tag.name().as_ref() == "table:table-row" => {
                self.row = self.row.saturating_add(self.repeated);
            }
            Event::Eof => return None,
            _ => {}
        }
        self.buffer = buffer;
        Some(())
    }

    fn begin(&mut self, tag: &BytesStart<'_>) {
        let attribute = |name: &str| {
            let found = tag.attributes().flatten().find(|a| a.key.as_ref() == name)?;
            Some(found.value.into_owned())
        };
        let number = |name: &str| attribute(name).and_then(|v| v.parse::<u32>().ok()).unwrap_or(1);
        match tag.name().as_ref() {
            "table:table" => {
                self.sheet = attribute("table:name").unwrap_or_default();
                (self.row, self.column) = (0, 0);
            }
            "table:table-row" => {
                (self.column, self.repeated) = (0, number("table:number-rows-repeated"));
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let repeats = number("table:number-columns-repeated");
                // A blank cell has no value that could be a percentage.
                let kind = attribute("office:value").and_then(|_| attribute("office:value-type"));
                let format = match kind.as_deref() {
                    Some("percentage") => Some((true, None)),
                    Some("currency") => {
                        Some((false, attribute("office:currency").and_then(|c| currency(&c))))
                    }
                    _ => None,
                };
                self.cells(format, repeats);
                self.merged(number("table:number-columns-spanned"), number("table:number-rows-spanned"));
                self.column = self.column.saturating_add(repeats);
            }
            _ => {}
        }
    }

    fn cells(&mut self, format: Option<(bool, Option<Currency>)>, repeats: u32) {
        let Some(format) = format else { return };
        let said = self.sheets.entry(self.sheet.clone()).or_default();
        for row in self.row..self.row.saturating_add(self.repeated.min(REPEATS)) {
            for column in self.column..self.column.saturating_add(repeats.min(REPEATS)) {
                said.formats.insert((row, column), format);
            }
        }
    }

    fn merged(&mut self, columns: u32, rows: u32) {
        if columns > 1 || rows > 1 {
            let end = (self.row.saturating_add(rows - 1), self.column.saturating_add(columns - 1));
            let area = Dimensions::new((self.row, self.column), end);
            self.sheets.entry(self.sheet.clone()).or_default().merged.push(area);
        }
    }
}
