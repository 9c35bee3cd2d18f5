//! The sheet of a spreadsheet as the text of a CSV file: so that lists of people and clients are read in one way.
use crate::exchange::sheet::{Cell, Sheet};
use crate::lang::{Lang, number};

/// The text from a row on, its cells separated by semicolons; rows above it that hold something are left out, and blank lines stand for
/// them. Numbers are written as the language writes them, with two decimals at the most.
pub(in crate::exchange) fn text_from(sheet: &Sheet, first: usize, lang: Lang) -> String {
    let above = vec![b'\n'; first];
    let mut writer = csv::WriterBuilder::new().delimiter(b';').flexible(true).from_writer(above);
    let filled = sheet.rows.iter().skip(first).skip_while(|row| row.iter().all(Cell::is_empty));
    for row in filled {
        // Into memory nothing fails; a row that did would be missing, and is seen in the plan.
        let _infallible = writer.write_record(row.iter().map(|cell| text(cell, lang)));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// The text from its first row on.
pub(in crate::exchange) fn text_of(sheet: &Sheet, lang: Lang) -> String {
    text_from(sheet, 0, lang)
}

fn text(cell: &Cell, lang: Lang) -> String {
    let Cell::Number { value, percent, currency } = cell else { return cell.shown() };
    let value = if *percent { value * 100.0 } else { *value };
    #[expect(clippy::cast_possible_truncation, reason = "beyond its range it saturates")]
    let cents = (value * 100.0).round() as i64;
    let grouping = match lang {
        Lang::En => ',',
        Lang::Es => '.',
    };
    let number = number::show_scaled(lang, cents.saturating_mul(100)).replace(grouping, "");
    let end = if *percent { "%".to_owned() } else { currency.map(|c| format!(" {c}")).unwrap_or_default() };
    format!("{number}{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_so_that_the_language_reads_them_again() {
        let number = |value, percent| Cell::Number { value, percent, currency: None };
        let rows = vec![
            vec![Cell::Text("Cliente; S.A.".into()), number(1_250_000.5, false), number(0.24, true)],
            vec![Cell::Empty, number(1_234.0, false)],
        ];
        let sheet = Sheet { rows, ..Sheet::default() };
        assert_eq!(text_of(&sheet, Lang::Es), "\"Cliente; S.A.\";1250000,5;24%\n;1234\n");
        assert_eq!(text_of(&sheet, Lang::En), "\"Cliente; S.A.\";1250000.5;24%\n;1234\n");
    }
}
