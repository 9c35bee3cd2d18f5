//! A paper as a workbook: a sheet a section, numbers as numbers, drawings as the tables behind them. Made to be calculated with and to be
//! printed as it is.
mod amount;
mod chart;
mod layout;
mod sheet;
mod style;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::block::Block;
use super::paper::Paper;
use super::plain::one_line;
use crate::domain::tab::Tabs;

/// The paper as the bytes of a workbook.
///
/// # Errors
/// When the workbook cannot be put together, which the limits kept here leave no reason for.
pub fn render(paper: &Paper) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // A fixed day: the same paper is the same file.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties =
        DocProperties::new().set_title(one_line(&paper.title)).set_subject(one_line(&paper.subtitle));
    book.set_properties(&properties.set_creation_datetime(&made));
    let mut tabs = Tabs::default();
    for (title, blocks) in sections(paper) {
        let sheet = book.add_worksheet();
        sheet.set_name(tabs.named(title, "1"))?;
        sheet::write(sheet, paper, blocks)?;
    }
    book.save_to_buffer()
}

/// The sections with the title of each; a paper that says nothing is one too.
fn sections(paper: &Paper) -> Vec<(&str, &[Block])> {
    let title = |blocks: &[Block]| match blocks.first() {
        Some(Block::Heading { level: ..=1, .. }) => true,
        Some(_) | None => false,
    };
    let mut sections: Vec<(&str, &[Block])> = Vec::new();
    for blocks in paper.blocks.chunk_by(|_, next| !title(std::slice::from_ref(next))) {
        let name = match blocks.first() {
            Some(Block::Heading { level: ..=1, text, .. }) => text.as_str(),
            Some(_) | None => paper.title.as_str(),
        };
        if blocks.iter().any(|block| !matches!(block, Block::Break)) {
            sections.push((name, blocks));
        }
    }
    // What is said before the first title stands above it, unless it is more than words.
    let words = |block: &Block| matches!(block, Block::Paragraph(_) | Block::Callout(..) | Block::Figures(_));
    if let [(_, lead), (name, first), ..] = sections.as_slice()
        && lead.iter().all(words)
        && let Some(both) = paper.blocks.get(..lead.len() + first.len())
    {
        let name = *name;
        sections.splice(..2, [(name, both)]);
    }
    if sections.is_empty() {
        sections.push((&paper.title, &[]));
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::block::{Cell, Column, Figure, Table, Tone};
    use crate::report::picture::{Picture, Plot, Point, Trend};
    use calamine::{Data, Reader, Xlsx};

    fn paper() -> Paper {
        let mut table =
            Table::new(vec![Column::text("Cuenta"), Column::number("Ingresos"), Column::number("%")]);
        table.push(None, vec!["Almazara".into(), "1,20 M€".into(), Cell::toned("74,0\u{a0}%", Tone::Bad)]);
        table.push(None, vec!["=HYPERLINK(\"http://x\")".into(), "1.234,50 €".into(), "–".into()]);
        table.below("debajo".into());
        Paper {
            title: "Informe: [Q4]/2026".into(),
            subtitle: "Todas".into(),
            lang: Lang::Es,
            made: "23 nov 2026".into(),
            foot: "Confidencial & más".into(),
            one_page: false,
            blocks: vec![
                Block::heading("Cuadro: de [mando]/2026, que es muy largo"),
                Block::Table(table),
                Block::heading("Cuadro: de [mando]/2026, que es muy largo"),
                Block::Figures(vec![
                    Figure::new("Salud", "82").gauge(0.82),
                    Figure::new("Nota", "+34 600 111 222"),
                ]),
                Block::Paragraph("@SUM(A1)".into()),
            ],
        }
    }

    fn cells() -> (Vec<String>, Vec<Data>) {
        let bytes = render(&paper()).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
        let names = book.sheet_names();
        let all = names.iter().flat_map(|n| {
            let range = book.worksheet_range(n).unwrap();
            range.used_cells().map(|(_, _, cell)| cell.clone()).collect::<Vec<_>>()
        });
        let all = all.collect();
        (names, all)
    }

    #[test]
    fn a_section_is_a_sheet_whose_name_excel_takes() {
        let (names, _) = cells();
        assert_eq!(names, ["Cuadro de mando 2026, que es mu", "Cuadro de mando 2026, que e (2)"]);
        assert!(names.iter().all(|n| n.chars().count() <= 31));
    }

    #[test]
    fn numbers_are_numbers_and_what_looks_like_a_formula_is_text() {
        let (_, all) = cells();
        for number in [1_200_000.0, 0.74, 1234.5, 82.0] {
            let is = |cell: &Data| matches!(cell, Data::Float(f) if (f - number).abs() < 1e-9);
            assert!(all.iter().any(is), "{number} in {all:?}");
        }
        for text in ["'=HYPERLINK(\"http://x\")", "'@SUM(A1)", "+34 600 111 222", "debajo"] {
            assert!(all.contains(&Data::String(text.into())), "{text} in {all:?}");
        }
    }

    #[test]
    fn what_excel_can_draw_is_a_chart_of_numbers() {
        let points = [Some(64_000.0), None].map(|value| Point {
            label: "ene".into(),
            value,
            said: if value.is_some() { "64 k€".into() } else { String::new() },
            target: Some(70_000.0),
            ..Point::default()
        });
        let trend =
            Trend { points: points.into(), actual: "Real".into(), target: "=1+1".into(), tone: Tone::Text };
        let picture = Picture { title: "Ventas".into(), alt: "Suben".into(), plot: Plot::Trend(trend) };
        let paper = Paper { blocks: vec![Block::Picture(Box::new(picture))], ..paper() };
        let bytes = render(&paper).unwrap();
        let names = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
        let mut names = names.file_names().filter_map(Result::ok);
        assert!(names.any(|name| name == "xl/charts/chart1.xml"));
        let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(&bytes)).unwrap();
        let range = book.worksheet_range_at(0).unwrap().unwrap();
        let cells: Vec<_> = range.used_cells().map(|(_, _, cell)| cell.clone()).collect();
        for cell in [Data::Float(64_000.0), Data::Float(70_000.0), Data::String("'=1+1".into())] {
            assert!(cells.contains(&cell), "{cell:?} in {cells:?}");
        }
    }

    #[test]
    fn the_same_paper_is_the_same_file() {
        assert!(render(&paper()).unwrap() == render(&paper()).unwrap());
    }
}
