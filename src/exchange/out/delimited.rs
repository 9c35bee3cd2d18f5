//! A table as a CSV file that spreadsheets open as it is meant.
use crate::domain::guard::guarded;
use crate::lang::Lang;

/// What begins the file, so that spreadsheets read its accents.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// Rows of cells. Spanish spreadsheets part them at semicolons: their comma begins the decimals.
pub(in crate::exchange) fn written<'c, R>(rows: impl IntoIterator<Item = R>, lang: Lang) -> Vec<u8>
where
    R: Iterator<Item = &'c str>,
{
    let delimiter = match lang {
        Lang::En => b',',
        Lang::Es => b';',
    };
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(csv::Terminator::CRLF)
        .from_writer(MARK.to_vec());
    for row in rows {
        // Memory takes everything.
        let _infallible = writer.write_record(row.map(|cell| guarded(cell).into_owned()));
    }
    writer.into_inner().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spreadsheet_of_each_language_parts_the_cells_and_calculates_nothing() {
        let rows = [["Nombre", "Valor"], ["=HYPERLINK(\"x\")", "1.234,50 €"], ["a\nb", "-2"]]
            .map(IntoIterator::into_iter);
        let text = |lang| String::from_utf8(written(rows.clone(), lang)).unwrap();
        assert_eq!(
            text(Lang::Es),
            "\u{feff}Nombre;Valor\r\n\"'=HYPERLINK(\"\"x\"\")\";1.234,50 €\r\n\"a\nb\";-2\r\n"
        );
        assert!(text(Lang::En).contains(",\"1.234,50 €\"\r\n"));
    }
}
