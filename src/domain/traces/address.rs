//! E-mail addresses, sign by sign.
use std::collections::BTreeSet;

use super::Phrase;
use super::reading::{Token, tokens};

/// An e-mail address: its words with the signs between them, and whose it is too.
#[derive(Debug, Clone)]
pub(super) struct Address {
    words: Phrase,
    signs: Vec<String>,
    shared: BTreeSet<usize>,
}

impl Address {
    /// The address in a text, shared with these others; `None` if it is no more than a word.
    pub(super) fn new(email: &str, shared: BTreeSet<usize>) -> Option<Self> {
        let found = tokens(email);
        let signs = found.windows(2).map(|pair| between(email, &pair[0], &pair[1]).to_owned());
        let signs: Vec<String> = signs.collect();
        let words: Phrase = found.into_iter().map(|t| t.key).collect();
        (words.len() > 1).then_some(Self { words, signs, shared })
    }

    /// Whose it is too.
    pub(super) const fn shared(&self) -> &BTreeSet<usize> {
        &self.shared
    }

    /// How many words it has.
    pub(super) const fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether the text goes on with it.
    pub(super) fn begins(&self, text: &str, rest: &[Token]) -> bool {
        rest.len() >= self.words.len()
            && self.words.iter().zip(rest).all(|(w, t)| *w == t.key)
            && self.signs.iter().zip(rest.windows(2)).all(|(s, pair)| between(text, &pair[0], &pair[1]) == s)
    }
}

fn between<'a>(text: &'a str, one: &Token, next: &Token) -> &'a str {
    text.get(one.end..next.start).unwrap_or_default()
}
