//! The one writer of the shell: data to standard output, talk to standard error, neither with a character that a terminal obeys.
use std::cell::Cell;
use std::fmt::Write as _;
use std::io::{ErrorKind, IsTerminal, Write};

use serde_json::Value as Json;

use crate::domain::text::is_bidi_control;
use crate::report::Block;
use crate::report::plain::{render, safe};

/// Where a command writes.
#[derive(Debug)]
pub struct Out {
    /// Columns of the terminal; `None` when the output goes elsewhere and nothing is cut.
    width: Option<usize>,
    /// Nobody reads any more (`| head`): what follows is done in silence.
    closed: Cell<bool>,
    /// Something could not be written.
    failed: Cell<bool>,
}

impl Out {
    /// The output of this process.
    pub fn of_process() -> Self {
        let terminal = std::io::stdout().is_terminal();
        let width = if terminal { crossterm::terminal::size().ok() } else { None };
        let width = width.map(|(columns, _)| usize::from(columns).max(40));
        Self { width, closed: Cell::new(false), failed: Cell::new(false) }
    }

    /// Columns of the terminal; none where the output goes elsewhere.
    pub const fn width(&self) -> Option<usize> {
        self.width
    }

    /// Whether everything that was to be written has been, or nobody wanted it.
    pub const fn is_whole(&self) -> bool {
        !self.failed.get()
    }

    /// Words of the program that hold nothing of the book: scripts, the manual.
    pub fn own_words(&self, words: &[u8]) {
        if self.closed.get() {
            return;
        }
        let mut stdout = std::io::stdout().lock();
        match stdout.write_all(words).and_then(|()| stdout.flush()) {
            Ok(()) => {}
            Err(e) if e.kind() == ErrorKind::BrokenPipe => self.closed.set(true),
            Err(_) => self.failed.set(true),
        }
    }

    /// A text, each line ended.
    pub fn text(&self, text: &str) {
        let mut text = safe(text);
        if !text.ends_with('\n') {
            text.push('\n');
        }
        self.own_words(text.as_bytes());
    }

    /// A document.
    pub fn blocks(&self, blocks: &[Block]) {
        self.text(&render(blocks, self.width));
    }

    /// A JSON document over several lines.
    pub fn json(&self, json: &Json) {
        let text = serde_json::to_string_pretty(json).unwrap_or_default();
        self.own_words(format!("{}\n", escaped(&text)).as_bytes());
    }

    /// A JSON document on one line, written at once.
    pub fn json_line(&self, json: &Json) {
        self.own_words(format!("{}\n", escaped(&json.to_string())).as_bytes());
    }

    /// A JSON document over several lines, of which an empty array `field` is filled piece by piece: however many there are, one is in
    /// memory.
    ///
    /// # Errors
    /// Those of `fill`.
    pub fn json_filled<E>(
        &self,
        json: &Json,
        field: &str,
        fill: impl FnOnce(&mut dyn FnMut(&Json)) -> Result<(), E>,
    ) -> Result<(), E> {
        let text = serde_json::to_string_pretty(json).unwrap_or_default();
        // No text in JSON has a line end: this stands there once.
        let hole = format!("\n  \"{field}\": [");
        let (before, after) = text.split_once(&format!("{hole}]")).unwrap_or((&text, ""));
        self.own_words(format!("{}{hole}", escaped(before)).as_bytes());
        let mut separator = "\n    ";
        fill(&mut |piece| {
            let piece = serde_json::to_string_pretty(piece).unwrap_or_default().replace('\n', "\n    ");
            self.own_words(format!("{separator}{}", escaped(&piece)).as_bytes());
            separator = ",\n    ";
        })?;
        let end = if separator.starts_with(',') { "\n  ]" } else { "]" };
        self.own_words(format!("{end}{}\n", escaped(after)).as_bytes());
        Ok(())
    }

    /// Whether a line on the terminal can take the place of the one before.
    pub fn can_pass() -> bool {
        std::io::stderr().is_terminal()
    }

    /// Talk that takes the place of what was said so before, and goes with an empty one.
    pub fn passing(text: &str) {
        let width = crossterm::terminal::size().map_or(80, |(columns, _)| usize::from(columns)).max(2);
        let line: String = safe(text).replace('\n', " ").chars().take(width - 1).collect();
        let mut stderr = std::io::stderr().lock();
        let _deaf = write!(stderr, "\r\u{1b}[K{line}").and_then(|()| stderr.flush());
    }

    /// Talk: to standard error, so that data stays data.
    pub fn say(text: &str) {
        // Who cannot be talked to cannot be told so either.
        let _deaf = writeln!(std::io::stderr(), "{}", safe(text).trim_end());
    }
}

/// JSON in which no character is obeyed by a terminal: DEL, C1, and what turns the direction of text are escaped.
pub fn escaped(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        if (c.is_control() && c != '\n') || is_bidi_control(c) || matches!(c, '\u{2028}' | '\u{2029}') {
            let _infallible = write!(text, "\\u{:04x}", u32::from(c));
        } else {
            text.push(c);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_stays_the_same_document_without_characters_that_act() {
        let hostile = "a\u{1b}[31m\u{9b}2J\u{7f}\u{202e}\u{2028}b\n\t\u{0}";
        let json = escaped(&serde_json::json!({ "x": hostile }).to_string());
        assert!(json.chars().all(|c| !c.is_control() && !is_bidi_control(c)), "{json}");
        assert_eq!(serde_json::from_str::<Json>(&json).unwrap()["x"], hostile);
    }
}
