//! Text to rows of cells, line by line: delimiters sniffed, lines counted, an unclosed quotation mark kept from swallowing the rest.
use std::collections::VecDeque;
use std::io::Result as Told;

use csv::ReaderBuilder;

use crate::domain::explain::Explain;
use crate::exchange::draft::Refusal;
use crate::exchange::lines::Lines;
use crate::exchange::source::Text;

/// A row: the line where it begins, from 1, and its cells.
pub(in crate::exchange) type Cells = (usize, Vec<String>);

/// The longest row, in bytes: one that is longer has lost a quotation mark.
const LONGEST: usize = 1024 * 1024;

/// After so many unclosed quotation marks only a part of that is looked through for the end of the next.
const PATIENCE: usize = 100;

/// The rows of a text, one at a time.
pub(in crate::exchange) struct Rows<'a> {
    text: Text<'a>,
    lines: Lines<'a>,
    delimiter: u8,
    /// Lines that were read already: a row that they seemed to belong to has lost its quotation mark.
    ahead: VecDeque<(usize, String)>,
    unclosed: usize,
}

impl<'a> Rows<'a> {
    /// The rows from the first on.
    pub(in crate::exchange) fn new(text: Text<'a>, delimiter: u8) -> Self {
        Self { text, lines: text.lines(LONGEST), delimiter, ahead: VecDeque::new(), unclosed: 0 }
    }

    /// The next row, or why it could not be taken apart; `None` at the end.
    ///
    /// # Errors
    /// What the system says.
    pub(in crate::exchange) fn next(&mut self) -> Told<Option<Result<Cells, Refusal>>> {
        while let Some((number, line)) = self.line()? {
            let names_delimiter = number == 1 && separator_line(&line).is_some();
            if !names_delimiter && !line.trim_end_matches('\r').is_empty() {
                return self.row(number, line).map(Some);
            }
        }
        Ok(None)
    }

    fn line(&mut self) -> Told<Option<(usize, String)>> {
        if let Some(line) = self.ahead.pop_front() {
            return Ok(Some(line));
        }
        let mut line = Vec::new();
        Ok(self.lines.next(&mut line)?.then(|| (self.lines.number, self.text.decode(&line))))
    }

    /// The row that begins with a line, and with it those over which its quotation marks run.
    fn row(&mut self, number: usize, mut row: String) -> Told<Result<Cells, Refusal>> {
        let mut marks = Marks::new(self.delimiter);
        marks.read(&row);
        let most = if self.unclosed < PATIENCE { LONGEST } else { LONGEST / 64 };
        let mut more = Vec::new();
        while marks.are_open() && row.len() < most {
            let Some((number, line)) = self.line()? else { break };
            marks.read("\n");
            marks.read(&line);
            row.push('\n');
            row.push_str(&line);
            more.push((number, line));
        }
        if marks.are_open() || marks.torn && !more.is_empty() || row.len() >= LONGEST {
            self.unclosed += 1;
            more.into_iter().rev().for_each(|line| self.ahead.push_front(line));
            return Ok(Err(Refusal::new(number, Explain::new("import-csv-unclosed"))));
        }
        Ok(Ok((number, cells(&row, self.delimiter))))
    }
}

/// Hands the rows of a text over, in its order, those that could not be taken apart among them.
///
/// # Errors
/// The inner error is what the system says of the file, the outer one what `each` refuses.
pub(in crate::exchange) fn each<E>(
    text: Text<'_>,
    delimiter: u8,
    mut each: impl FnMut(Result<Cells, Refusal>) -> Result<(), E>,
) -> Result<Told<()>, E> {
    let mut rows = Rows::new(text, delimiter);
    loop {
        match rows.next() {
            Ok(Some(row)) => each(row)?,
            Ok(None) => return Ok(Ok(())),
            Err(error) => return Ok(Err(error)),
        }
    }
}

/// The cells of a row whose quotation marks are closed.
fn cells(row: &str, delimiter: u8) -> Vec<String> {
    let (mut cells, mut rest) = (Vec::new(), Some(row));
    while let Some(text) = rest {
        let (cell, after) = cell(text, char::from(delimiter));
        cells.push(cell);
        rest = after;
    }
    cells
}

/// The first cell of a text, and what stands behind its delimiter. Two quotation marks inside of two stand for one; what stands
/// between the closing one and the delimiter belongs to the cell.
fn cell(text: &str, delimiter: char) -> (String, Option<&str>) {
    let until = |text: &'_ str| text.find(delimiter).unwrap_or(text.len());
    let (mut cell, mut rest) = (String::new(), text);
    if let Some(quoted) = text.strip_prefix('"') {
        rest = quoted;
        while let Some((part, after)) = rest.split_once('"') {
            cell.push_str(part);
            rest = after;
            match after.strip_prefix('"') {
                Some(after) => {
                    cell.push('"');
                    rest = after;
                }
                None => break,
            }
        }
    }
    let (tail, after) = rest.split_at_checked(until(rest)).unwrap_or((rest, ""));
    cell.push_str(tail);
    (cell, after.strip_prefix(delimiter))
}

pub(in crate::exchange) fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    let mut builder = ReaderBuilder::new();
    builder.delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

/// Where in a cell a reader stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Start,
    Bare,
    Quoted,
    /// After a quotation mark in a quoted cell: its end, or the first of two that stand for one.
    Closing,
}

/// The quotation marks of a row, line by line.
struct Marks {
    at: At,
    delimiter: u8,
    /// One was closed where no cell ends.
    torn: bool,
}

impl Marks {
    const fn new(delimiter: u8) -> Self {
        Self { at: At::Start, delimiter, torn: false }
    }

    fn read(&mut self, text: &str) {
        for byte in text.bytes() {
            self.at = match (self.at, byte) {
                (At::Quoted, b'"') => At::Closing,
                (At::Start | At::Closing, b'"') | (At::Quoted, _) => At::Quoted,
                (_, b'\n' | b'\r') => At::Start,
                (_, byte) if byte == self.delimiter => At::Start,
                (At::Start | At::Bare | At::Closing, _) => {
                    self.torn |= self.at == At::Closing;
                    At::Bare
                }
            };
        }
    }

    /// Whether the row goes on with the next line.
    fn are_open(&self) -> bool {
        self.at == At::Quoted
    }
}

/// The delimiter of a file: what takes its first rows apart into the same number of cells, several; a first line `sep=;` says it.
pub(super) fn delimiter(text: &str) -> u8 {
    if let Some(named) = separator_line(text) {
        return named;
    }
    let start: String = text.chars().take(20_000).collect();
    let score = |delimiter: u8| {
        let mut widths = reader(&start, delimiter).into_byte_records().flatten().take(20).map(|r| r.len());
        let header = widths.next().unwrap_or(0);
        let (same, all) = widths.fold((1, 1), |(same, all), w| (same + usize::from(w == header), all + 1));
        if header < 2 { 0 } else { header * 100 * same / all }
    };
    // The last of the best wins: a semicolon is the least likely to stand in a cell by chance.
    [b',', b'\t', b';'].into_iter().max_by_key(|d| score(*d)).filter(|d| score(*d) > 0).unwrap_or(b',')
}

/// The delimiter that Excel's first line `sep=;` names.
pub(in crate::exchange) fn separator_line(text: &str) -> Option<u8> {
    let first = text.lines().next()?.trim_matches('"');
    let named = first.strip_prefix("sep=").or_else(|| first.strip_prefix("SEP="))?;
    match named.as_bytes() {
        [one @ (b',' | b';' | b'\t')] => Some(*one),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn delimiters_are_found_whatever_stands_in_the_cells() {
        assert_eq!(delimiter("a;b;c\n1,5;2,5;x, y\n"), b';');
        assert_eq!(delimiter("a,b\n1;2,3\n"), b',');
        assert_eq!(delimiter("a\tb\n1,2;3\tx\n"), b'\t');
        assert_eq!(delimiter("\"x;y\",b,c\n1,2,3\n"), b',');
        assert_eq!(delimiter("sep=;\na;b\n"), b';');
        assert_eq!(delimiter("Nombre\nAna\n"), b',');
    }

    fn rows(text: &str, delimiter: u8) -> (Vec<Cells>, Vec<Refusal>) {
        let (mut rows, mut refused) = (Vec::new(), Vec::new());
        let Ok(told) = each(Text::Held(text), delimiter, |row| {
            match row {
                Ok(cells) => rows.push(cells),
                Err(refusal) => refused.push(refusal),
            }
            Ok::<_, Infallible>(())
        });
        told.unwrap();
        (rows, refused)
    }

    #[test]
    fn rows_know_their_lines() {
        let (rows, refused) = rows("a,b\r\n\r\n\"x\r\ny\",2\r\n3,4", b',');
        assert!(refused.is_empty());
        assert_eq!(rows.iter().map(|r| r.0).collect::<Vec<_>>(), [1, 3, 5]);
        assert_eq!(rows[1].1, ["x\ny", "2"]);
    }

    #[test]
    fn an_unclosed_quotation_mark_costs_only_its_line() {
        let (rows, refused) = rows("a,b\n\"x,1\ny,2\nz,3\n", b',');
        assert_eq!(refused.iter().map(|r| r.line).collect::<Vec<_>>(), [2]);
        assert_eq!(rows.iter().map(|r| r.0).collect::<Vec<_>>(), [1, 3, 4]);
    }

    #[test]
    fn an_unclosed_quotation_mark_does_not_run_into_that_of_a_later_row() {
        let (rows, refused) = rows("a,b\n\"x,1\ny,2\n=F(\"u\"),3\n\"z\",4\n\"p\nq\",5\n", b',');
        assert_eq!(refused.iter().map(|r| r.line).collect::<Vec<_>>(), [2]);
        assert_eq!(rows.iter().map(|r| r.0).collect::<Vec<_>>(), [1, 3, 4, 5, 6]);
    }

    #[test]
    fn quotation_marks_inside_a_cell_are_text() {
        let (rows, refused) = rows("a,b\ntubo 5\",1\n\"dice \"\"sí\"\"\",2", b',');
        assert!(refused.is_empty());
        assert_eq!(rows[1].1[0], "tubo 5\"");
        assert_eq!(rows[2].1[0], "dice \"sí\"");
    }

    #[test]
    fn a_row_that_never_ends_is_refused_and_what_follows_is_read() {
        let endless = format!("a,b\n\"x,1\n{}", "y,2\n".repeat(LONGEST / 4 + 10));
        let (rows, refused) = rows(&endless, b',');
        assert_eq!(refused.iter().map(|r| r.line).collect::<Vec<_>>(), [2]);
        assert_eq!(rows.len(), 1 + LONGEST / 4 + 10);
    }

    #[test]
    fn a_file_of_nothing_but_unclosed_marks_is_refused_line_by_line() {
        let (rows, refused) = rows(&"\"a\n\"\"\"b\n".repeat(150), b',');
        assert_eq!((rows.len(), refused.len()), (0, 300));
    }

    proptest! {
        #[test]
        fn rows_of_one_line_are_taken_apart_as_everywhere(line in "[a\"; ñ]{1,12}") {
            let mut marks = Marks::new(b';');
            marks.read(&line);
            prop_assume!(!marks.are_open());
            let usual = reader(&line, b';').into_byte_records().next().unwrap().unwrap();
            let usual: Vec<_> = usual.iter().map(|c| String::from_utf8_lossy(c).into_owned()).collect();
            prop_assert_eq!(cells(&line, b';'), usual);
        }
    }
}
