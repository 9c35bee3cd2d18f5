//! Text to rows of cells: delimiters sniffed, lines counted, an unclosed quotation mark kept from swallowing the rest.
use std::convert::Infallible;

use csv::ReaderBuilder;

use crate::domain::explain::Explain;
use crate::exchange::draft::Refusal;

/// A row: the line where it begins, from 1, and its cells.
pub(in crate::exchange) type Cells = (usize, Vec<String>);

/// How many times reading may begin anew after a row with an unclosed quotation mark.
const PATIENCE: usize = 100;

/// The rows of a file and those that could not be taken apart.
pub(in crate::exchange) fn rows(text: &str, delimiter: u8) -> (Vec<Cells>, Vec<Refusal>) {
    let (mut rows, mut refused) = (Vec::new(), Vec::new());
    let Ok(()) = each(text, delimiter, |row| {
        match row {
            Ok(cells) => rows.push(cells),
            Err(refusal) => refused.push(refusal),
        }
        Ok::<_, Infallible>(())
    });
    (rows, refused)
}

/// Hands the rows of a file over, in its order, those that could not be taken apart among them.
///
/// # Errors
/// What `each` refuses.
pub(in crate::exchange) fn each<E>(
    text: &str,
    delimiter: u8,
    mut each: impl FnMut(Result<Cells, Refusal>) -> Result<(), E>,
) -> Result<(), E> {
    let (mut rest, mut line) = (text, 1);
    for nth in 1..=PATIENCE {
        let unclosed = until_unclosed(rest, delimiter, line, &mut each)?;
        let Some((start, at)) = unclosed else { break };
        each(Err(Refusal::new(at, Explain::new("import-csv-unclosed"))))?;
        let after = rest.get(start..).and_then(|r| r.split_once('\n')).map(|(_, after)| after);
        match after.filter(|_| nth < PATIENCE) {
            Some(after) => (rest, line) = (after, at + 1),
            None => break,
        }
    }
    Ok(())
}

/// Reads rows up to the end, or up to a row with an unclosed quotation mark: its offset and line.
fn until_unclosed<E>(
    text: &str,
    delimiter: u8,
    first: usize,
    each: &mut impl FnMut(Result<Cells, Refusal>) -> Result<(), E>,
) -> Result<Option<(usize, usize)>, E> {
    let mut reader = reader(text, delimiter);
    let mut record = csv::ByteRecord::new();
    let (mut at, mut line) = (0, first);
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        let start = record.position().map_or(at, |p| usize::try_from(p.byte()).unwrap_or(at));
        // The position may be that of the line end before, or of blank lines.
        let blank = text.get(start..).map_or(0, |t| t.len() - t.trim_start_matches(['\r', '\n']).len());
        let start = start + blank;
        line += text.get(at..start).map_or(0, |t| t.matches('\n').count());
        at = start;
        let end = usize::try_from(reader.position().byte()).unwrap_or(0).max(start);
        if is_unclosed(text.get(start..end).unwrap_or_default(), delimiter, end >= text.len()) {
            return Ok(Some((start, line)));
        }
        let cells = record.iter().map(|c| String::from_utf8_lossy(c).into_owned()).collect();
        each(Ok((line, cells)))?;
    }
    Ok(None)
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

/// Whether a row holds a quotation mark that is never closed: it runs to the end of the file, or over lines up to another
/// row's mark, behind which no cell ends.
fn is_unclosed(row: &str, delimiter: u8, is_last: bool) -> bool {
    let several_lines = row.trim_end().contains('\n');
    if !is_last && !several_lines {
        return false;
    }
    let (mut at, mut torn) = (At::Start, false);
    for byte in row.bytes() {
        at = match (at, byte) {
            (At::Quoted, b'"') => At::Closing,
            (At::Start | At::Closing, b'"') | (At::Quoted, _) => At::Quoted,
            (_, b'\n' | b'\r') => At::Start,
            (_, byte) if byte == delimiter => At::Start,
            (At::Start | At::Bare | At::Closing, _) => {
                torn |= at == At::Closing && several_lines;
                At::Bare
            }
        };
    }
    torn || at == At::Quoted
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

    #[test]
    fn rows_know_their_lines() {
        let (rows, refused) = rows("a,b\r\n\r\n\"x\r\ny\",2\r\n3,4", b',');
        assert!(refused.is_empty());
        assert_eq!(rows.iter().map(|r| r.0).collect::<Vec<_>>(), [1, 3, 5]);
        assert_eq!(rows[1].1, ["x\r\ny", "2"]);
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
}
