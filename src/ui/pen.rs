//! The one way to put text on the screen: everything is made [`visible`] and cut to its room.
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::glyph::Glyphs;
use super::listing::{Listing, Taking};
use super::table::TableRow;
use super::text::{columns, cut, visible, width};
use super::theme::{Role, Theme};

/// A stretch of text with one meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The text, as it came.
    pub text: String,
    /// Its meaning.
    pub role: Role,
}

impl Span {
    /// Text with a meaning.
    pub fn new(text: impl Into<String>, role: Role) -> Self {
        Self { text: text.into(), role }
    }

    /// Ordinary text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::new(text, Role::Text)
    }

    /// Muted text.
    pub fn muted(text: impl Into<String>) -> Self {
        Self::new(text, Role::Muted)
    }

    /// Adds text to a line that is made sign by sign: to its last span where that means the same.
    pub fn extend(line: &mut Vec<Self>, text: &str, role: Role) {
        match line.last_mut().filter(|span| span.role == role) {
            Some(span) => span.text.push_str(text),
            None => line.push(Self::new(text, role)),
        }
    }
}

/// Columns that the spans take.
pub fn spans_width(spans: &[Span]) -> usize {
    spans.iter().map(|s| width(&visible(&s.text))).sum()
}

/// Draws into a buffer.
#[derive(Debug)]
pub struct Pen<'a> {
    /// The screen.
    pub buf: &'a mut Buffer,
    /// The colours.
    pub theme: Theme,
    /// The signs.
    pub glyphs: Glyphs,
    /// Lists are taken down instead of being drawn.
    taking: Option<Taking>,
}

impl<'a> Pen<'a> {
    /// A pen for that screen.
    pub fn new(buf: &'a mut Buffer, theme: Theme, glyphs: Glyphs) -> Self {
        Self { buf, theme, glyphs, taking: None }
    }

    /// A pen that takes lists down instead of drawing them.
    pub fn taking(buf: &'a mut Buffer, theme: Theme, glyphs: Glyphs) -> Self {
        Self { taking: Some(Taking::default()), ..Self::new(buf, theme, glyphs) }
    }

    /// Whether lists are taken down: who draws a picture of them then draws the list.
    pub const fn is_taking(&self) -> bool {
        self.taking.is_some()
    }

    /// Takes down a line that stands above a list; `false` if it is to be drawn.
    pub(super) fn take_line(&mut self, row: &TableRow) -> bool {
        self.taking.as_mut().map(|taking| taking.line(row)).is_some()
    }

    /// Takes down the rows of a list, all of them.
    pub(super) fn take_rows(&mut self, focused: bool, rows: impl Iterator<Item = TableRow>) {
        if let Some(taking) = &mut self.taking {
            taking.rows(focused, rows);
        }
    }

    /// Takes down a table that is made of cells.
    pub fn take_cells(&mut self, focused: bool, heads: Vec<String>, rows: Vec<Vec<String>>) {
        if let Some(taking) = &mut self.taking {
            taking.cells(focused, heads, rows);
        }
    }

    /// All that was taken down.
    pub fn taken(self) -> Vec<Listing> {
        self.taking.map(Taking::lists).unwrap_or_default()
    }

    /// Puts text at a cell, at most `room` columns of it, cut with `…`; returns the columns used.
    pub fn put(&mut self, x: u16, y: u16, room: u16, text: &str, role: Role) -> u16 {
        let shown = cut(&visible(text), usize::from(room));
        self.write(x, y, room, &shown, self.theme.style(role))
    }

    /// Puts text so that it ends before column `end`; at most `room` columns of it. Returns the columns used.
    pub fn put_right(&mut self, end: u16, y: u16, room: u16, text: &str, role: Role) -> u16 {
        let shown = cut(&visible(text), usize::from(room));
        let used = u16::try_from(width(&shown)).unwrap_or(room);
        self.write(end.saturating_sub(used), y, used, &shown, self.theme.style(role))
    }

    /// Puts spans one after the other, the last that fits cut; returns the columns used.
    pub fn spans(&mut self, x: u16, y: u16, room: u16, spans: &[Span]) -> u16 {
        let mut used = 0;
        for span in spans {
            if used >= room {
                break;
            }
            used += self.put(x.saturating_add(used), y, room - used, &span.text, span.role);
        }
        used
    }

    /// Puts spans so that they end before column `end`.
    pub fn spans_right(&mut self, end: u16, y: u16, room: u16, spans: &[Span]) -> u16 {
        let wide = u16::try_from(spans_width(spans)).unwrap_or(room).min(room);
        self.spans(end.saturating_sub(wide), y, wide, spans)
    }

    /// Blanks an area with the ground of the theme.
    pub fn clear(&mut self, area: Rect) {
        let ground = self.theme.ground();
        // Half of a wide character would hide the first column of what is drawn here.
        for y in area.y..area.bottom() {
            let left = area.x.checked_sub(1).and_then(|x| self.buf.cell((x, y)));
            if left.is_some_and(|cell| width(cell.symbol()) > 1) {
                self.cell(area.x - 1, y, " ", Style::new());
            }
        }
        for position in area.intersection(self.buf.area).positions() {
            if let Some(cell) = self.buf.cell_mut(position) {
                cell.reset();
                cell.set_style(ground);
            }
        }
    }

    /// Lays a style over an area.
    pub fn tint(&mut self, area: Rect, style: Style) {
        self.buf.set_style(area, style);
    }

    /// A horizontal hairline.
    pub fn rule(&mut self, x: u16, y: u16, length: u16) {
        let sign = self.glyphs.hairline();
        for column in x..x.saturating_add(length) {
            self.put(column, y, 1, sign, Role::Muted);
        }
    }

    /// A vertical hairline.
    pub fn upright(&mut self, x: u16, y: u16, length: u16) {
        let sign = self.glyphs.upright();
        for row in y..y.saturating_add(length) {
            self.put(x, row, 1, sign, Role::Muted);
        }
    }

    /// Writes visible text cell by cell, so that a cell holds one character with its marks and nothing overhangs.
    fn write(&mut self, x: u16, y: u16, room: u16, text: &str, style: Style) -> u16 {
        let limit = u32::from(x) + u32::from(room);
        let mut column = x;
        let mut base: Option<(u16, String)> = None;
        for c in text.chars() {
            let wide = u16::try_from(columns(c)).unwrap_or(1);
            if wide == 0 {
                if let Some((at, symbol)) = &mut base {
                    symbol.push(c);
                    self.cell(*at, y, symbol, style);
                }
                continue;
            }
            let end = u32::from(column) + u32::from(wide);
            if end > limit || end > u32::from(self.buf.area.right()) {
                break;
            }
            let symbol = c.to_string();
            self.cell(column, y, &symbol, style);
            if wide == 2 {
                self.cell(column + 1, y, " ", style);
            }
            base = Some((column, symbol));
            column += wide;
        }
        column - x
    }

    fn cell(&mut self, x: u16, y: u16, symbol: &str, style: Style) {
        if let Some(cell) = self.buf.cell_mut((x, y)) {
            cell.set_symbol(symbol);
            cell.set_style(style);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, room: u16) -> (String, u16) {
        let mut buf = Buffer::empty(Rect::new(0, 0, 12, 1));
        let used = Pen::new(&mut buf, Theme::Mono, Glyphs::default()).put(1, 0, room, text, Role::Text);
        (buf.content().iter().map(ratatui::buffer::Cell::symbol).collect(), used)
    }

    #[test]
    fn text_stays_in_its_room_and_marks_on_their_letter() {
        assert_eq!(drawn("abc", 5), (" abc        ".to_owned(), 3));
        assert_eq!(drawn("Almazara", 5), (" Alma…      ".to_owned(), 5));
        assert_eq!(drawn("e\u{301}x\u{1b}", 5), (" e\u{301}x         ".to_owned(), 2));
        assert_eq!(drawn("a日b", 9).1, 4);
    }

    #[test]
    fn nothing_is_written_outside_the_screen() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 3, 1));
        let mut pen = Pen::new(&mut buf, Theme::Mono, Glyphs::default());
        assert_eq!(pen.put(u16::MAX, 9, 9, "abc", Role::Text), 0);
        pen.put_right(3, 0, 9, "日本", Role::Text);
        pen.rule(0, 7, u16::MAX);
    }
}
