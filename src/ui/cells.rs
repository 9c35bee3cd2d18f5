//! Cells as spreadsheets take them from the clipboard: tabs between columns, a line for each row.

use crate::domain::guard::guarded;

/// The block as text. A cell with a tab, a line end or a quotation mark is put in quotation marks; one that a spreadsheet
/// would take for a formula gets an apostrophe, numbers do not.
pub fn tab_separated(rows: &[Vec<String>]) -> String {
    let line = |row: &Vec<String>| row.iter().map(|cell| escaped(cell)).collect::<Vec<_>>().join("\t");
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn escaped(cell: &str) -> String {
    let safe = guarded(cell);
    if safe.contains(['\t', '\n', '\r', '"']) {
        format!("\"{}\"", safe.replace('"', "\"\""))
    } else {
        safe.into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copied(rows: &[&[&str]]) -> String {
        let rows: Vec<Vec<String>> =
            rows.iter().map(|r| r.iter().map(|c| (*c).to_owned()).collect()).collect();
        tab_separated(&rows)
    }

    #[test]
    fn a_block_is_rows_of_cells_between_tabs() {
        assert_eq!(
            copied(&[&["Revenue", "1.234,5", ""], &["", "-12", "+3 %"]]),
            "Revenue\t1.234,5\t\n\t-12\t+3 %"
        );
        assert_eq!(copied(&[]), "");
    }

    #[test]
    fn what_would_break_a_cell_or_run_as_a_formula_is_text() {
        assert_eq!(copied(&[&["a\tb", "c \"d\"", "e\nf"]]), "\"a\tb\"\t\"c \"\"d\"\"\"\t\"e\nf\"");
        assert_eq!(copied(&[&["=1+1", "@x", "-", "+a1"]]), "'=1+1\t'@x\t'-\t'+a1");
    }
}
