//! A text as words that can be compared.
use crate::domain::text::fold;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Most characters between two words of one name.
const GAP: usize = 3;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// First byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// As it is compared.
    pub key: String,
    /// Whether more than a few characters stand between it and the word before.
    pub far: bool,
}

/// A text as it is compared: as in [`fold`], and letters that other spellings write as two or with another sign are alike.
pub(super) fn key(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    // Upper case first: it writes `ß`, `ſ` and ligatures as their letters.
    let upper: String = fold(text).to_uppercase();
    let mut key = String::with_capacity(upper.len());
    for c in fold(&upper).chars() {
        match c {
            'ł' => key.push('l'),
            'ø' => key.push('o'),
            'đ' | 'ð' => key.push('d'),
            'æ' => key.push_str("ae"),
            'œ' => key.push_str("oe"),
            other => key.push(other),
        }
    }
    key
}

/// The words of a text: letters and digits, with the marks on them.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut start = None;
    let mut gap = 0;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = c.is_alphanumeric() || (start.is_some() && is_combining_mark(c));
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let key = key(text.get(from..at).unwrap_or_default());
                found.push(Token { start: from, end: at, key, far: gap > GAP });
                (start, gap) = (None, 1);
            }
            (false, None) => gap += 1,
            (true, Some(_)) => {}
        }
    }
    found
}

/// A word as it is spelt, in small letters.
pub(super) fn spelling(text: &str, token: &Token) -> String {
    text.get(token.start..token.end).unwrap_or_default().nfc().collect::<String>().to_lowercase()
}

/// Whether a word bears an accent.
pub(super) fn is_accented(text: &str, token: &Token) -> bool {
    text.get(token.start..token.end).unwrap_or_default().nfd().any(is_combining_mark)
}

/// The sign before a number of another country belongs to it.
pub(super) fn with_plus(text: &str, start: usize) -> usize {
    let plus = text.get(..start).is_some_and(|before| before.ends_with('+'));
    if plus && text.get(start..).is_some_and(|t| t.starts_with(|c: char| c.is_ascii_digit())) {
        start - 1
    } else {
        start
    }
}

/// Whether the words stand together.
pub(super) fn is_together(words: &[Token]) -> bool {
    words.iter().skip(1).all(|w| !w.far)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_marks_and_are_compared_without() {
        let found: Vec<_> = tokens("¡Garci\u{301}a-NÚÑEZ, 3º!").into_iter().map(|t| t.key).collect();
        assert_eq!(found, ["garcia", "nunez", "3º"]);
    }

    #[test]
    fn letters_that_capitals_write_otherwise_are_alike() {
        for (one, other) in [("Weiß", "WEISS"), ("Łukasz", "lukasz"), ("Søren", "SOREN"), ("ﬁn", "FIN")]
        {
            assert_eq!(key(one), key(other), "{one}");
        }
    }
}
