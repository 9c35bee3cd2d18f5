//! One sheet: the title of the paper, then the blocks of a section below each other.
pub(super) mod figure;

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::amount::amount;
use super::layout::{spelled, table_of, widths};
use super::style;
use crate::domain::guard::guarded;
use crate::lang::Lang;
use crate::report::block::{Align, Block, Cell, Column, Row, Table, Tone};
use crate::report::paper::Paper;
use crate::report::plain::{columns, gauge_in, one_line, safe};

/// Longest text of a cell that Excel takes.
const LONGEST: usize = 32_000;
/// Rows that Excel takes.
const MOST_ROWS: u32 = 1_048_000;
/// Columns of a sheet without a table.
const LEAST: usize = 3;
/// Characters over which words run at least.
const LINE: usize = 84;
/// Width of a column for which nothing is said, in characters.
const USUAL: usize = 8;
/// ISO A4, by the number that Excel has for it.
const A4: u8 = 9;
/// Titles of a table stay in view where they stand in one of the first rows.
const HIGHEST: u32 = 10;
/// More columns than that are printed on a page that lies.
const UPRIGHT: usize = 6;

/// Writes the blocks of a section.
pub fn write(sheet: &mut Worksheet, paper: &Paper, blocks: &[Block]) -> Result<(), XlsxError> {
    let blocks = spelled(blocks, paper.lang);
    let tables: Vec<&Table> = blocks.iter().filter_map(table_of).collect();
    let wide = tables.iter().map(|t| t.columns.len()).max().unwrap_or(0).max(LEAST);
    let widths = widths(&blocks, wide, paper.lang);
    for (at, width) in (0..).zip(&widths) {
        sheet.set_column_width(at, f64::from(u32::try_from(*width).unwrap_or(0)) + 2.0)?;
    }
    // Words run on over empty columns until a line of them can be read.
    let (mut prose, mut room) = (wide, widths.iter().map(|w| w + 2).sum::<usize>());
    while room < LINE {
        prose += 1;
        room += USUAL;
    }
    let upright = wide <= UPRIGHT;
    let fits = if upright { 48 } else { 30 };
    let mut page = Page {
        sheet,
        lang: paper.lang,
        row: 0,
        widths,
        prose,
        room,
        head: None,
        part: 0,
        breaks: vec![0],
        fits,
    };
    page.masthead(paper)?;
    for block in &blocks {
        page.block(block)?;
    }
    let drawn = blocks.iter().any(|block| matches!(block, Block::Picture(_)));
    let head = page.head.filter(|_| tables.len() == 1 && !drawn);
    let (sheet, breaks) = (page.sheet, page.breaks);
    if let Some(head) = head {
        sheet.set_repeat_rows(head, head)?;
    }
    // Titles that stay where they are must leave most of the window to what is below them.
    if let Some(head) = head.filter(|head| *head < HIGHEST) {
        sheet.set_freeze_panes(head + 1, 0)?;
    }
    if let Some(breaks) = breaks.get(1..).filter(|breaks| !breaks.is_empty()) {
        sheet.set_page_breaks(breaks)?;
    }
    printed(sheet, paper, upright);
    Ok(())
}

/// A sheet as it is written.
struct Page<'a> {
    sheet: &'a mut Worksheet,
    lang: Lang,
    row: u32,
    /// How wide the columns are, in characters.
    widths: Vec<usize>,
    /// Columns over which words run.
    prose: usize,
    /// Characters that have room over them.
    room: usize,
    /// The row of the titles of the first table.
    head: Option<u32>,
    /// The row in which the newest title stands.
    part: u32,
    /// The rows with which printed pages begin.
    breaks: Vec<u32>,
    /// Rows that have room on a printed page.
    fits: u32,
}

impl Page<'_> {
    fn masthead(&mut self, paper: &Paper) -> Result<(), XlsxError> {
        self.text(0, &paper.title, &style::title())?;
        self.row += 1;
        let below = [&paper.subtitle, &paper.made].map(|s| one_line(s)).into_iter().filter(|s| !s.is_empty());
        self.text(0, &below.collect::<Vec<_>>().join(" · "), &style::muted())?;
        self.row += 2;
        Ok(())
    }

    fn text(&mut self, column: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
        let text: String = safe(text).chars().take(LONGEST).collect();
        if !text.is_empty() && self.row < MOST_ROWS {
            self.sheet.write_string_with_format(self.row, column, guarded(&text), format)?;
        }
        Ok(())
    }

    fn block(&mut self, block: &Block) -> Result<(), XlsxError> {
        match block {
            Block::Heading { level, text, note } => {
                self.part = self.row;
                let said = [text.as_str(), note.as_str()].into_iter().filter(|words| !words.is_empty());
                self.text(0, &said.collect::<Vec<_>>().join(" · "), &style::heading(*level))?;
                self.row += 1;
                return Ok(());
            }
            Block::Paragraph(words) => self.prose(words, Tone::Text)?,
            Block::Callout(tone, words) => self.prose(words, *tone)?,
            Block::Figures(figures) => figures.iter().try_for_each(|figure| self.figure(figure))?,
            Block::Table(table) => self.table(table)?,
            Block::Picture(of) => self.picture(of)?,
            Block::Break => {}
        }
        self.row += 1;
        Ok(())
    }

    /// Words over all columns, as high as they need.
    fn prose(&mut self, words: &str, tone: Tone) -> Result<(), XlsxError> {
        let words: String = safe(words).trim_end().chars().take(LONGEST).collect();
        if self.row >= MOST_ROWS || words.is_empty() {
            return Ok(());
        }
        let lines: usize = words.lines().map(|line| columns(line).div_ceil(self.room.max(20)).max(1)).sum();
        let last = u16::try_from(self.prose.saturating_sub(1)).unwrap_or(u16::MAX);
        let (row, format) = (self.row, style::prose(tone));
        self.sheet.merge_range(row, 0, row, last, &guarded(&words), &format)?;
        self.sheet.set_row_height(row, height(lines))?;
        self.row += 1;
        Ok(())
    }

    fn table(&mut self, table: &Table) -> Result<(), XlsxError> {
        let right = |column: &Column| column.align == Align::Right;
        if table.columns.iter().any(|c| !c.title.is_empty()) {
            self.head.get_or_insert(self.row);
            for (at, column) in (0..).zip(&table.columns) {
                let title = if column.title.is_empty() { " " } else { &column.title };
                self.text(at, title, &inset(style::head(right(column)), at, right(column), 0))?;
            }
            self.row += 1;
        }
        for row in &table.rows {
            for ((at, cell), column) in (0..).zip(&row.cells).zip(&table.columns) {
                self.cell(at, cell, right(column))?;
            }
            self.high(row)?;
            self.row += 1;
            if !row.below.is_empty() {
                self.text(0, &row.below, &style::muted().set_indent(1))?;
                self.row += 1;
            }
        }
        Ok(())
    }

    fn cell(&mut self, column: u16, cell: &Cell, right: bool) -> Result<(), XlsxError> {
        if let Some(share) = gauge_in(&cell.text) {
            return self.bar(column, share);
        }
        if is_drawn(&cell.text) {
            return self.text(column, &cell.text, &style::drawn(cell.tone));
        }
        let format = style::cell(cell.tone, right);
        if cell.text.is_empty() && self.row < MOST_ROWS {
            self.sheet.write_blank(self.row, column, &format)?;
            return Ok(());
        }
        if right {
            return self.value(column, &cell.text, &format);
        }
        // A number with its unit is one in a column of words too; a bare one may be a year or a name.
        let bare = cell.text.chars().all(|c| c.is_ascii_digit());
        if !bare && amount(&cell.text, self.lang).is_some() {
            return self.value(column, &cell.text, &inset(format, column, false, 0));
        }
        let said = cell.text.trim_start_matches(' ');
        let depth = u8::try_from((cell.text.len() - said.len()) / 2).unwrap_or(12).min(12);
        let format = inset(format, column, false, depth);
        self.text(column, said, &format)
    }

    /// A row as high as its cells need: not every program finds that out by itself.
    fn high(&mut self, row: &Row) -> Result<(), XlsxError> {
        let lines = |(cell, width): (&Cell, &usize)| columns(&one_line(&cell.text)).div_ceil(*width + 2);
        let lines = row.cells.iter().zip(&self.widths).map(lines).max().unwrap_or(1);
        if lines > 1 && self.row < MOST_ROWS {
            self.sheet.set_row_height(self.row, height(lines))?;
        }
        Ok(())
    }

    /// A number where the text is one.
    fn value(&mut self, column: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
        match amount(text, self.lang).filter(|_| self.row < MOST_ROWS) {
            Some(amount) => {
                let format = format.clone().set_num_format(amount.format);
                self.sheet.write_number_with_format(self.row, column, amount.value, &format)?;
                Ok(())
            }
            None => self.text(column, text, format),
        }
    }
}

/// The height of so many lines, in points.
fn height(lines: usize) -> f64 {
    f64::from(u32::try_from(lines.clamp(1, 25)).unwrap_or(1)) * 15.5
}

/// Text to the left stands off from the column before it.
fn inset(format: Format, column: u16, right: bool, depth: u8) -> Format {
    if right { format } else { format.set_indent(depth + u8::from(column > 0)) }
}

/// Whether a text is a drawing made of signs, whose columns must stay what they are.
fn is_drawn(text: &str) -> bool {
    let sign = |c: char| matches!(c, ' ' | '·' | '│' | '█' | '▌' | '░' | '◆' | '◇' | '■' | '□' | '▁'..='█');
    text.chars().count() > 2 && text.chars().all(sign)
}

/// On A4, as wide as the page, with its number and who may read it below.
fn printed(sheet: &mut Worksheet, paper: &Paper, upright: bool) {
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_screen_gridlines(false);
    if !upright {
        sheet.set_landscape();
    }
    let said: String = one_line(&paper.foot).chars().take(120).collect();
    sheet.set_footer(format!("&L&8{}&R&8&P / &N", said.replace('&', "&&")));
    sheet.set_margins(0.6, 0.6, 0.7, 0.7, 0.3, 0.3);
}
