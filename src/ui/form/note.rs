//! Several lines being edited, each by what a reader calls a character.
use crate::command::{Code, Key};
use crate::ui::Edit;

/// A text of several lines with a cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Note {
    lines: Vec<Edit>,
    row: usize,
}

impl Note {
    /// A note with the cursor at its end.
    pub(super) fn new(text: &str) -> Self {
        let lines: Vec<_> = text.split('\n').map(Edit::new).collect();
        Self { row: lines.len().saturating_sub(1), lines }
    }

    /// The text, lines parted by newlines.
    pub(super) fn text(&self) -> String {
        self.lines.iter().map(Edit::text).collect::<Vec<_>>().join("\n")
    }

    /// Its lines.
    pub(super) fn lines(&self) -> &[Edit] {
        &self.lines
    }

    /// Row of the cursor.
    pub(super) const fn row(&self) -> usize {
        self.row
    }

    /// Whether ⏎ should leave it: nothing stands on the line of the cursor, and it is the last.
    pub(super) fn is_left_by_enter(&self) -> bool {
        self.row + 1 == self.lines.len() && self.lines.last().is_none_or(|l| l.text().is_empty())
    }

    /// Takes away empty lines at the end.
    pub(super) fn trim(&mut self) {
        while self.lines.len() > 1 && self.lines.last().is_some_and(|l| l.text().is_empty()) {
            self.lines.pop();
        }
        self.row = self.row.min(self.lines.len() - 1);
    }

    /// A new line at the cursor.
    pub(super) fn split(&mut self) {
        let Some(line) = self.lines.get_mut(self.row) else { return };
        let before = line.before().to_owned();
        let after = line.text().get(before.len()..).unwrap_or_default().to_owned();
        line.set(&before);
        let mut next = Edit::new(&after);
        next.key(Key::plain(Code::Home));
        self.row += 1;
        self.lines.insert(self.row, next);
    }

    /// One line up or down; `false` at the first or last.
    pub(super) fn step(&mut self, down: bool) -> bool {
        let to = if down { self.row + 1 } else { self.row.wrapping_sub(1) };
        let inside = to < self.lines.len();
        if inside {
            self.row = to;
        }
        inside
    }

    /// Edits as the key says; `false` if it is none of editing.
    pub(super) fn key(&mut self, key: Key) -> bool {
        let below = self.row + 1 < self.lines.len();
        let Some(line) = self.lines.get_mut(self.row) else { return false };
        if key == Key::plain(Code::Backspace) && line.before().is_empty() && self.row > 0 {
            let tail = self.lines.remove(self.row).text().to_owned();
            self.row -= 1;
            self.join(&tail);
            return true;
        }
        let at_end = line.before().len() == line.text().len();
        if key == Key::plain(Code::Delete) && at_end && below {
            let tail = self.lines.remove(self.row + 1).text().to_owned();
            self.join(&tail);
            return true;
        }
        line.key(key)
    }

    /// Puts text in at the cursor, line ends and all.
    pub(super) fn insert(&mut self, text: &str) {
        for (i, line) in text.replace("\r\n", "\n").replace('\r', "\n").split('\n').enumerate() {
            if i > 0 {
                self.split();
            }
            if let Some(edit) = self.lines.get_mut(self.row) {
                edit.insert(line);
            }
        }
    }

    /// Puts a tail behind the line of the cursor, the cursor between both.
    fn join(&mut self, tail: &str) {
        if let Some(line) = self.lines.get_mut(self.row) {
            let head = line.text().to_owned();
            *line = Edit::new(tail);
            line.key(Key::plain(Code::Home));
            line.insert(&head);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_split_and_join_where_the_cursor_is() {
        let mut note = Note::new("one two");
        for _ in 0..4 {
            note.key(Key::plain(Code::Left));
        }
        note.split();
        assert_eq!(note.text(), "one\n two");
        note.key(Key::plain(Code::Backspace));
        assert_eq!(note.text(), "one two");
        note.key(Key::char('X'));
        assert_eq!(note.text(), "oneX two");
    }

    #[test]
    fn pasted_lines_stay_lines() {
        let mut note = Note::new("");
        note.insert("a\r\nb\nc");
        assert_eq!(note.text(), "a\nb\nc");
        assert_eq!(note.row(), 2);
    }

    #[test]
    fn enter_leaves_on_an_empty_last_line_and_takes_it_away() {
        let mut note = Note::new("a");
        assert!(!note.is_left_by_enter());
        note.split();
        assert!(note.is_left_by_enter());
        note.trim();
        assert_eq!(note.text(), "a");
    }
}
