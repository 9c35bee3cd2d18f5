//! Cells on the clipboard, as Excel, LibreOffice and Google Sheets write them: tabs between cells, quotation marks around a cell
//! with a tab or a line end in it.
use crate::domain::text::clean;

/// The rows of cells of a pasted text. Terminals hand on line ends as they like: all of them end a row.
pub fn read(text: &str) -> Vec<Vec<String>> {
    let text = line_feeds(text);
    let mut rows = vec![Vec::new()];
    let mut rest = text.as_str();
    loop {
        let (cell, after) = cell(rest);
        if let Some(row) = rows.last_mut() {
            row.push(unguarded(clean(&cell).trim()).to_owned());
        }
        let mut chars = after.chars();
        match chars.next() {
            None => break,
            Some('\n') if chars.as_str().is_empty() => break,
            Some('\n') => rows.push(Vec::new()),
            Some(_) => {}
        }
        rest = chars.as_str();
    }
    rows
}

/// One line feed for every line end: `\r\n`, `\r` alone, and `\r\r`, which some terminals make of the first.
fn line_feeds(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    if text.contains('\n') || !text.contains('\r') {
        return text.replace('\r', "\n");
    }
    let doubled = text.matches("\r\r").count() * 2 == text.matches('\r').count();
    if doubled { text.replace("\r\r", "\n") } else { text.replace('\r', "\n") }
}

/// A cell without the apostrophe that keeps a spreadsheet from calculating it.
fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(cell)
}

/// The first cell of a text, and what comes behind it: nothing, a tab or a line end first.
fn cell(text: &str) -> (String, &str) {
    let bare = || {
        let end = text.find(['\t', '\n']).unwrap_or(text.len());
        let (cell, after) = text.split_at(end);
        (cell.to_owned(), after)
    };
    let Some(quoted) = text.strip_prefix('"') else { return bare() };
    let (mut cell, mut rest) = (String::new(), quoted);
    while let Some((before, after)) = rest.split_once('"') {
        cell.push_str(before);
        match after.chars().next() {
            Some('"') => cell.push('"'),
            None | Some('\t' | '\n') => return (cell, after),
            // Excel leaves quotation marks alone where nothing needs them.
            Some(_) => return bare(),
        }
        rest = after.strip_prefix('"').unwrap_or(after);
    }
    bare()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_line_end_ends_a_row() {
        for text in ["a\tb\r\nc\td\r\n", "a\tb\nc\td", "a\tb\rc\td\r", "a\tb\r\rc\td\r\r"] {
            assert_eq!(read(text), [["a", "b"], ["c", "d"]], "{text:?}");
        }
    }

    #[test]
    fn blank_cells_and_rows_keep_their_place() {
        assert_eq!(read("1\n\n3\n"), [vec!["1"], vec![""], vec!["3"]]);
        assert_eq!(read("\t2\t\n"), [["", "2", ""]]);
        assert_eq!(read(""), [[""]]);
    }

    #[test]
    fn a_quoted_cell_may_have_several_lines() {
        assert_eq!(read("\"Ingresos\nnetos\"\t1\n"), [["Ingresos\nnetos", "1"]]);
        assert_eq!(read("\"dice \"\"sí\"\"\"\tx"), [["dice \"sí\"", "x"]]);
    }

    #[test]
    fn a_quotation_mark_that_quotes_nothing_is_text() {
        assert_eq!(read("tubo 5\"\t1"), [["tubo 5\"", "1"]]);
        assert_eq!(read("\"Plan B\" nuevo\t1\n\"x\t2"), [["\"Plan B\" nuevo", "1"], ["\"x", "2"]]);
    }

    #[test]
    fn an_apostrophe_before_a_formula_is_taken_off() {
        assert_eq!(read("'-\t'=1+1\t'24\n"), [["-", "=1+1", "'24"]]);
    }

    proptest! {
        #[test]
        fn no_text_is_too_strange(text in "[a-c\"\t\r\n ']{0,20}") {
            let rows = read(&text);
            prop_assert!(rows.iter().all(|r| !r.is_empty()));
            let letters = |t: &str| t.chars().filter(char::is_ascii_alphabetic).count();
            prop_assert_eq!(rows.iter().flatten().map(|c| letters(c)).sum::<usize>(), letters(&text));
        }
    }
}
