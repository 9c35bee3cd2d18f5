//! Sheets of text: cells between commas, semicolons or tabs.
use super::{Cell, Sheet};
use crate::domain::guard::unguarded;
use crate::exchange::table::cells::{reader, rows, separator_line};

/// How many rows are looked at to find the delimiter.
const LOOKED_AT: usize = 60;

/// The cells of a text.
pub(super) fn read(text: &str) -> Sheet {
    let delimiter = separator_line(text).unwrap_or_else(|| delimiter(text));
    // The line that names the delimiter stays as a blank one, so that lines are counted right.
    let body = separator_line(text).and_then(|_| text.find('\n')).and_then(|at| text.get(at..));
    let (rows, refused) = rows(body.unwrap_or(text), delimiter);
    let refused = refused.into_iter().flat_map(|r| r.why.into_iter().map(move |why| (r.line, why)));
    let mut sheet = Sheet { refused: refused.collect(), ..Sheet::default() };
    for (line, cells) in rows {
        sheet.lines.push(line);
        sheet.rows.push(cells.iter().map(|c| Cell::of_text(unguarded(c))).collect());
    }
    sheet
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
        let sheet = read("sep=;\nx;y\n\n\"a\nb\";1\n'-;'+34\n");
        assert_eq!(sheet.lines, [2, 4, 6]);
        assert_eq!(sheet.rows[1], [Cell::Text("a\nb".into()), Cell::Text("1".into())]);
        assert_eq!(sheet.rows[2], [Cell::Text("-".into()), Cell::Text("+34".into())]);
    }
}
