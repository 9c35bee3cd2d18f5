//! A line being edited: moves and deletes by what a reader calls a character, never by half of one.
use unicode_segmentation::UnicodeSegmentation;

use super::pen::Pen;
use super::seen::Seen;
use super::text::{columns, visible, width};
use super::theme::Role;
use crate::command::{Code, Key};
use crate::domain::text::clean;

/// Where the characters of a text begin, as readers count them.
fn boundaries(text: &str) -> impl Iterator<Item = usize> {
    text.grapheme_indices(true).map(|(i, _)| i)
}

/// One line of text with a cursor.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Edit {
    text: String,
    /// Byte place of the cursor, always between two graphemes.
    at: usize,
}

impl Edit {
    /// A line with the cursor at its end. Line ends and tabs become blanks, controls are left out.
    pub fn new(text: &str) -> Self {
        let text = one_line(text);
        Self { at: text.len(), text }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Text before the cursor.
    pub fn before(&self) -> &str {
        self.text.get(..self.at).unwrap_or(&self.text)
    }

    fn after(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// Another text, the cursor at its end.
    pub fn set(&mut self, text: &str) {
        *self = Self::new(text);
    }

    /// Puts text in at the cursor.
    pub fn insert(&mut self, text: &str) {
        let added = one_line(text);
        let text = format!("{}{added}{}", self.before(), self.after());
        let at = self.at + added.len();
        self.place(text, at);
    }

    /// Replaces bytes `from..to` (on character boundaries, else nothing happens) and stands behind what was put in.
    pub fn replace(&mut self, from: usize, to: usize, with: &str) {
        if let (Some(head), Some(tail)) = (self.text.get(..from), self.text.get(to..)) {
            let added = one_line(with);
            let text = format!("{head}{added}{tail}");
            self.place(text, from + added.len());
        }
    }

    /// Takes the text and stands at `at`, or at the next boundary when letters have joined.
    fn place(&mut self, text: String, at: usize) {
        self.at = boundaries(&text).find(|i| *i >= at).unwrap_or(text.len());
        self.text = text;
    }

    /// Edits as the key says; `false` if it is none of editing.
    pub fn key(&mut self, key: Key) -> bool {
        if let Some(c) = key.typed() {
            self.insert(c.encode_utf8(&mut [0; 4]));
            return true;
        }
        match (key.code, key.ctrl, key.alt) {
            (Code::Left, false, false) => self.at -= self.last_before(),
            (Code::Right, false, false) => self.at += self.first_after(),
            (Code::Left, ..) | (Code::Char('b'), false, true) => self.at = self.word_left(),
            (Code::Right, ..) | (Code::Char('f'), false, true) => self.at = self.word_right(),
            (Code::Home, ..) | (Code::Char('a'), true, false) => self.at = 0,
            (Code::End, ..) | (Code::Char('e'), true, false) => self.at = self.text.len(),
            (Code::Backspace, false, false) | (Code::Char('h'), true, false) => {
                self.delete(self.at - self.last_before(), self.at);
            }
            (Code::Delete, false, false) | (Code::Char('d'), true, false) => {
                self.delete(self.at, self.at + self.first_after());
            }
            (Code::Backspace, ..) | (Code::Char('w'), true, false) => self.delete(self.word_left(), self.at),
            (Code::Delete, ..) => self.delete(self.at, self.word_right()),
            (Code::Char('u'), true, false) => self.delete(0, self.at),
            (Code::Char('k'), true, false) => self.delete(self.at, self.text.len()),
            _ => return false,
        }
        true
    }

    fn delete(&mut self, from: usize, to: usize) {
        self.replace(from, to, "");
    }

    /// Bytes of the grapheme before the cursor.
    fn last_before(&self) -> usize {
        self.before().graphemes(true).next_back().map_or(0, str::len)
    }

    fn first_after(&self) -> usize {
        self.after().graphemes(true).next().map_or(0, str::len)
    }

    fn word_left(&self) -> usize {
        let word = self.before().unicode_word_indices().next_back().map_or(0, |(i, _)| i);
        // A word may begin inside of what readers call one character.
        boundaries(&self.text).take_while(|i| *i <= word).last().unwrap_or(0)
    }

    fn word_right(&self) -> usize {
        let next = self.after().unicode_word_indices().map(|(i, w)| self.at + i + w.len()).next();
        next.and_then(|word| boundaries(&self.text).find(|i| *i >= word)).unwrap_or(self.text.len())
    }

    /// Draws the line in one row, scrolled so that the cursor is in it, and says where the cursor stands. `role_at` gives the
    /// meaning of the byte at a place of the text.
    pub fn draw(
        &self,
        pen: &mut Pen<'_>,
        (x, y): (u16, u16),
        room: u16,
        role_at: impl Fn(usize) -> Role,
    ) -> Seen {
        let room_columns = usize::from(room.max(1));
        let before = width(&visible(self.before()));
        let skip = (before + 1).saturating_sub(room_columns);
        let (mut column, mut used) = (0, 0_u16);
        for (byte, cluster) in self.text.grapheme_indices(true) {
            let shown = visible(cluster);
            let wide: usize = shown.chars().map(columns).sum();
            if column >= skip && usize::from(used) + wide <= room_columns {
                used += pen.put(x.saturating_add(used), y, room - used, &shown, role_at(byte));
            }
            column += wide;
        }
        let cursor = u16::try_from(before - skip.min(before)).unwrap_or(0).min(room.saturating_sub(1));
        Seen { cursor: Some((x.saturating_add(cursor), y)), ..Seen::default() }
    }
}

fn one_line(text: &str) -> String {
    let text = text.replace("\r\n", " ");
    clean(&text.replace(['\n', '\r', '\t'], " "))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn press(edit: &mut Edit, codes: &[Code]) {
        for code in codes {
            edit.key(Key::plain(*code));
        }
    }

    #[test]
    fn backspace_takes_a_whole_family_and_a_letter_with_its_accent() {
        let mut edit = Edit::new("a👨‍👩‍👧e\u{301}");
        press(&mut edit, &[Code::Backspace]);
        assert_eq!(edit.text(), "a👨‍👩‍👧");
        press(&mut edit, &[Code::Backspace]);
        assert_eq!(edit.text(), "a");
    }

    #[test]
    fn words_are_passed_and_deleted_whole() {
        let mut edit = Edit::new("prices are too high");
        edit.key(Key::ctrl('w'));
        assert_eq!(edit.text(), "prices are too ");
        edit.key(Key { ctrl: true, ..Key::plain(Code::Left) });
        edit.key(Key::char('X'));
        assert_eq!(edit.text(), "prices are Xtoo ");
        edit.key(Key::ctrl('u'));
        assert_eq!(edit.text(), "too ");
    }

    #[test]
    fn a_word_that_begins_inside_a_character_is_passed_with_all_of_it() {
        let mut edit = Edit::new("\u{111c2}\u{20000}");
        edit.key(Key { ctrl: true, ..Key::plain(Code::Left) });
        assert_eq!(edit.at, 0);
    }

    #[test]
    fn pasted_lines_become_one() {
        let mut edit = Edit::new("");
        edit.insert("a\r\nb\tc\u{1b}[31m");
        assert_eq!(edit.text(), "a b c[31m");
    }

    proptest! {
        #[test]
        fn the_cursor_never_stands_inside_a_character(text in ".{0,20}", keys in proptest::collection::vec(0usize..12, 0..30)) {
            let codes = [
                Key::plain(Code::Left), Key::plain(Code::Right), Key::plain(Code::Backspace), Key::plain(Code::Delete),
                Key::char('x'), Key::char('\u{301}'), Key::ctrl('w'), Key::ctrl('u'), Key::ctrl('a'), Key::ctrl('e'),
                Key { ctrl: true, ..Key::plain(Code::Left) }, Key { ctrl: true, ..Key::plain(Code::Right) },
            ];
            let mut edit = Edit::new(&text);
            for key in keys {
                edit.key(codes[key]);
                let stops: Vec<_> = edit.text.grapheme_indices(true).map(|(i, _)| i).chain([edit.text.len()]).collect();
                prop_assert!(stops.contains(&edit.at));
            }
        }
    }
}
