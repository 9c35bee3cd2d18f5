//! A page that is read, not walked: heads, labelled values, running text.
use ratatui::layout::Rect;

use super::pen::{Pen, Span};
use super::text::{visible, width, wrap};
use super::theme::Role;

/// Lines from top to bottom; what has no room is left out at the end.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    lines: Vec<Line>,
    /// Columns of the labels of [`Sheet::pair`].
    labels: usize,
    width: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Line {
    Row(Vec<Span>, Vec<Span>),
    Pair(String, Vec<Span>),
}

impl Sheet {
    /// An empty page of that many columns.
    pub fn new(width: u16) -> Self {
        Self { width: usize::from(width), ..Self::default() }
    }

    /// Whether nothing is on it.
    pub const fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// A bold title with a muted remark; a blank line before it unless it is the first.
    pub fn head(&mut self, title: impl Into<String>, remark: impl Into<String>) {
        self.blank();
        self.row(vec![Span::new(title, Role::Heading), Span::muted("  "), Span::muted(remark)], Vec::new());
    }

    /// A blank line, unless the page is empty.
    pub fn blank(&mut self) {
        if !self.lines.is_empty() {
            self.row(Vec::new(), Vec::new());
        }
    }

    /// A line with something at its right end, which never gives way.
    pub fn row(&mut self, left: Vec<Span>, right: Vec<Span>) {
        self.lines.push(Line::Row(left, right));
    }

    /// A muted label and a value; the values of a page stand below each other.
    pub fn pair(&mut self, label: impl Into<String>, value: impl Into<Vec<Span>>) {
        let label = label.into();
        self.labels = self.labels.max(width(&visible(&label)));
        self.lines.push(Line::Pair(label, value.into()));
    }

    /// Running text in at most `most` lines, all of them begun by `indent` blanks.
    pub fn text(&mut self, text: &str, role: Role, indent: usize, most: usize) {
        let room = self.width.saturating_sub(indent + 2).max(1);
        let lines = text.lines().flat_map(|line| wrap(&visible(line), room)).filter(|l| !l.is_empty());
        let mut lines: Vec<String> = lines.take(most + 1).collect();
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                *last = super::text::cut(&format!("{last} …"), room);
            }
        }
        for line in lines {
            self.row(vec![Span::text(" ".repeat(indent)), Span::new(line, role)], Vec::new());
        }
    }

    /// Draws what has room, one column of margin at both sides.
    pub fn draw(&self, pen: &mut Pen<'_>, area: Rect) {
        let (x, room) = (area.x.saturating_add(1), area.width.saturating_sub(2));
        for (y, line) in (area.y..area.bottom()).zip(&self.lines) {
            match line {
                Line::Row(left, right) => {
                    let used = pen.spans_right(x.saturating_add(room), y, room, right);
                    let gap = if used > 0 { used + 2 } else { 0 };
                    pen.spans(x, y, room.saturating_sub(gap), left);
                }
                Line::Pair(label, value) => {
                    let wide = u16::try_from(self.labels).unwrap_or(room).min(room);
                    pen.put(x, y, wide, label, Role::Muted);
                    pen.spans(x + (wide + 2).min(room), y, room.saturating_sub(wide + 2), value);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;

    use super::*;
    use crate::ui::{Glyphs, Theme};

    fn drawn(sheet: &Sheet, columns: u16, rows: u16) -> Vec<String> {
        let area = Rect::new(0, 0, columns, rows);
        let mut buf = Buffer::empty(area);
        sheet.draw(&mut Pen::new(&mut buf, Theme::Mono, Glyphs::default()), area);
        let line = |y| (0..columns).map(|x| buf[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
        (0..rows).map(line).collect()
    }

    #[test]
    fn values_stand_below_each_other_and_long_text_ends_with_an_ellipsis() {
        let mut sheet = Sheet::new(20);
        sheet.head("Ana", "");
        sheet.pair("role", Span::text("decider"));
        sheet.pair("influence", Span::text("5"));
        sheet.head("Said", "");
        sheet.text("prices are far too high for the whole plant", Role::Text, 2, 2);
        let want = [
            " Ana",
            " role       decider",
            " influence  5",
            "",
            " Said",
            "   prices are far",
            "   too high for th…",
        ];
        assert_eq!(drawn(&sheet, 20, 7), want);
    }

    #[test]
    fn a_page_of_no_width_draws_nothing_and_does_not_fail() {
        let mut sheet = Sheet::new(0);
        sheet.pair("role", Span::text("decider"));
        sheet.text("words", Role::Text, 9, 3);
        for (columns, rows) in [(1, 1), (2, 3), (3, 9)] {
            drawn(&sheet, columns, rows);
        }
    }
}
