//! A table as a CSV file that spreadsheets open as it is meant.
use super::grid::Grid;
use crate::domain::guard::guarded;
use crate::lang::Lang;

/// What begins the file, so that spreadsheets read its accents.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// Spanish spreadsheets part cells at semicolons: their comma begins the decimals.
pub(super) fn written(grid: &Grid, lang: Lang) -> Vec<u8> {
    let delimiter = match lang {
        Lang::En => b',',
        Lang::Es => b';',
    };
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(csv::Terminator::CRLF)
        .from_writer(MARK.to_vec());
    // Memory takes everything.
    let _infallible = writer.write_record(grid.heads.iter().map(|head| guarded(head).into_owned()));
    for row in &grid.rows {
        let _infallible = writer.write_record(row.iter().map(|cell| guarded(&cell.text).into_owned()));
    }
    writer.into_inner().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::out::grid::Cell;

    #[test]
    fn a_spreadsheet_of_each_language_parts_the_cells_and_calculates_nothing() {
        let cell = |text: &str| Cell::from(text.to_owned());
        let grid = Grid {
            heads: vec!["Nombre".into(), "Valor".into()],
            rows: vec![vec![cell("=HYPERLINK(\"x\")"), cell("1.234,50 €")], vec![cell("a\nb"), cell("-2")]],
            ..Grid::default()
        };
        let text = |lang| String::from_utf8(written(&grid, lang)).unwrap();
        assert_eq!(
            text(Lang::Es),
            "\u{feff}Nombre;Valor\r\n\"'=HYPERLINK(\"\"x\"\")\";1.234,50 €\r\n\"a\nb\";-2\r\n"
        );
        assert!(text(Lang::En).contains(",\"1.234,50 €\"\r\n"));
    }
}
