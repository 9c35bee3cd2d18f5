//! Sheets of text: cells between commas, semicolons or tabs.
use super::{Cell, MOST_CELLS, Sheet};
use crate::domain::explain::Explain;
use crate::domain::guard::unguarded;
use crate::exchange::source::{Text, failed};
use crate::exchange::table::cells::{Rows, reader, separator_line};

/// How many rows are looked at to find the delimiter.
const LOOKED_AT: usize = 60;

/// The cells of a text.
///
/// # Errors
/// `sheet-too-large`, and what the system says of the file.
pub(super) fn read(text: Text<'_>) -> Result<Sheet, Explain> {
    let mut sheet = Sheet::default();
    let (mut rows, mut count) = (rows(text), 0);
    while let Some(row) = rows.next().map_err(|error| failed(&error))? {
        match row {
            Err(refusal) => sheet.refuse(refusal),
            Ok((line, row)) => {
                count += row.len();
                if count > MOST_CELLS {
                    return Err(Explain::new("sheet-too-large"));
                }
                sheet.lines.push(line);
                sheet.rows.push(cells(&row));
            }
        }
    }
    Ok(sheet)
}

/// The rows of a text, one at a time.
pub(in crate::exchange) fn rows(text: Text<'_>) -> Rows<'_> {
    let head = text.head();
    Rows::new(text, separator_line(head).unwrap_or_else(|| delimiter(head)))
}

/// The cells of a row.
pub(in crate::exchange) fn cells(row: &[String]) -> Vec<Cell> {
    row.iter().map(|cell| Cell::of_text(unguarded(cell))).collect()
}

/// What takes the rows apart into the most cells that as many rows have; titles above the table have fewer.
fn delimiter(text: &str) -> u8 {
    let start: String = text.chars().take(40_000).collect();
    let score = |delimiter: u8| {
        let widths: Vec<usize> = reader(&start, delimiter)
            .into_byte_records()
            .flatten()
            .take(LOOKED_AT)
            .map(|r| r.len())
            .collect();
        let same = |width: usize| widths.iter().filter(|w| **w == width).count();
        widths.iter().filter(|w| **w > 1).map(|w| w * same(*w)).max().unwrap_or(0)
    };
    // The last of the best wins: a semicolon is the least likely to stand in a cell by chance.
    [b',', b'\t', b';'].into_iter().max_by_key(|d| score(*d)).filter(|d| score(*d) > 0).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_above_a_table_do_not_hide_its_delimiter() {
        assert_eq!(delimiter("Ventas, en euros\n\nCuenta;ene;feb\nArce;1,5;2,5\nAlmazara;3,5;4,5\n"), b';');
        assert_eq!(delimiter("Sales\nAccount,Jan\nArce,1.5\n"), b',');
        assert_eq!(delimiter("a\tb\n1,5\t2,5\n"), b'\t');
        assert_eq!(delimiter("a;b\n1,5;2,5\n"), b';');
        assert_eq!(delimiter("only"), b',');
    }

    #[test]
    fn rows_know_their_lines() {
        let sheet = read(Text::Held("sep=;\nx;y\n\n\"a\nb\";1\n'-;'+34\n")).unwrap();
        assert_eq!(sheet.lines, [2, 4, 6]);
        assert_eq!(sheet.rows[1], [Cell::Text("a\nb".into()), Cell::Text("1".into())]);
        assert_eq!(sheet.rows[2], [Cell::Text("-".into()), Cell::Text("+34".into())]);
    }
}
