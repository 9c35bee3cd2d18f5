//! A line taken apart into words, with what its writer has decided about them.
use std::ops::Range;

use super::clause::is_opener;
use super::name::Names;
use super::{Meant, Override};
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::domain::text::{fold, name_tokens};
use crate::lang::Lang;
use crate::lang::lexicon::{self, Slot};
use crate::lang::value::Context;

/// A stretch without white space.
#[derive(Debug)]
pub(super) struct Token<'a> {
    /// Bytes of the line.
    pub range: Range<usize>,
    /// All of it.
    pub text: &'a str,
    /// Without the punctuation at its end; never longer than `text` and beginning with it.
    pub core: &'a str,
    /// The core without accents and case.
    pub folded: String,
    /// The core as words of a name; empty for what no name can be.
    pub name: Vec<String>,
}

impl Token<'_> {
    /// Whether a comma or full stop parts it from the next word.
    pub fn parts(&self) -> bool {
        self.text.len() > self.core.len()
    }

    /// Whether it begins with a figure, a sign or currency before it or not.
    pub fn is_figure(&self) -> bool {
        self.text.trim_start_matches(['+', '-', '−', '~', '≈', '=', '€', '$', '£']).starts_with(is_digit)
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// A line being read.
pub(super) struct Line<'a> {
    /// The cleaned line.
    pub raw: &'a str,
    /// Its words.
    pub tokens: Vec<Token<'a>>,
    /// Who is who.
    pub names: Names<'a>,
    /// Language, day, scope.
    pub cx: &'a Context<'a>,
    overrides: &'a [Override],
}

impl<'a> Line<'a> {
    pub fn new(raw: &'a str, cx: &'a Context<'a>, overrides: &'a [Override]) -> Self {
        Self {
            raw,
            tokens: split(raw),
            names: Names { directory: cx.directory, scope: cx.scope },
            cx,
            overrides,
        }
    }

    /// The language of the screen.
    pub fn lang(&self) -> Lang {
        self.cx.words.lang()
    }

    /// The token of this place; the reading functions never ask beyond the end.
    pub fn token(&self, at: usize) -> Option<&Token<'a>> {
        self.tokens.get(at)
    }

    /// The folded words of a stretch.
    pub fn folded(&self, tokens: Range<usize>) -> Vec<&str> {
        self.tokens.get(tokens).unwrap_or_default().iter().map(|t| t.folded.as_str()).collect()
    }

    /// Whether the writer turned a token into plain text. A range that begins with the sign of a promise or the word
    /// of a clause means that only: their chips span all their words.
    pub fn is_plain(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        self.overrides.iter().filter(|o| o.meaning == Meant::Plain).any(|o| {
            let starts = token.range.start == o.range.start;
            let covered = o.range.start <= token.range.start
                && token.range.start + token.core.len().max(1) <= o.range.end;
            let of_sign = self
                .tokens
                .iter()
                .any(|t| t.range.start == o.range.start && (is_sign(t.text) || is_opener(t)));
            covered && (starts || !of_sign)
        })
    }

    /// The record that the writer chose for the words from a token on, and how many words those are.
    pub fn chosen(&self, at: usize) -> Option<((Kind, Id), usize)> {
        let token = self.token(at)?;
        self.overrides.iter().filter(|o| o.range.start == token.range.start).find_map(|o| match o.meaning {
            Meant::Record(kind, id) if self.cx.directory.get(kind, id).is_some() => {
                let after = self.tokens.iter().skip(at);
                let words = after.take_while(|t| t.range.start + t.core.len() <= o.range.end).count();
                (words > 0).then_some(((kind, id), words))
            }
            Meant::Record(..) | Meant::Plain => None,
        })
    }

    /// Whether a token is a word of the screen's language by itself, which only a whole word of a name overrules.
    pub fn is_own_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| {
            t.is_figure()
                || matches!(lexicon::find(&t.folded, Slot::Head, self.lang()), Some((_, false)))
                || matches!(lexicon::find(&t.folded, Slot::Near, self.lang()), Some((_, false)))
        })
    }
}

/// `>` we promise, `<` they promise.
pub(super) fn is_sign(text: &str) -> bool {
    text == ">" || text == "<"
}

fn split(raw: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut start = None;
    for (at, c) in raw.char_indices().chain([(raw.len(), ' ')]) {
        if !c.is_whitespace() {
            start = start.or(Some(at));
        } else if let Some(from) = start.take() {
            tokens.push(token(raw, from..at));
        }
    }
    tokens
}

fn token(raw: &str, range: Range<usize>) -> Token<'_> {
    let text = raw.get(range.clone()).unwrap_or_default();
    let core = text.trim_end_matches([',', ';', '.', ':']);
    let nameable =
        core.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '·' | '.' | '&'));
    let name = if nameable { name_tokens(core) } else { Vec::new() };
    Token { range, text, core, folded: fold(core), name }
}
