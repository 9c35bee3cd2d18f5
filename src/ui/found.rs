//! What a search found, marked in the text it was found in: the beginnings of words, accents and case ignored.
use super::pen::Span;
use super::theme::Role;
use crate::domain::text::{fold, name_tokens};

/// The words that are looked for, folded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sought(Vec<String>);

impl Sought {
    /// The words of a search; those of one letter are not looked for.
    pub fn new<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let words = texts.into_iter().flat_map(name_tokens).filter(|w| w.chars().count() >= 2);
        Self(words.collect())
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text as spans: what was found as a match, the rest with `role`.
    pub fn mark(&self, text: &str, role: Role) -> Vec<Span> {
        let mut spans = Vec::new();
        let mut done = 0;
        for (from, to) in self.hits(text) {
            if let (Some(before), Some(hit)) = (text.get(done..from), text.get(from..to)) {
                if !before.is_empty() {
                    spans.push(Span::new(before, role));
                }
                spans.push(Span::new(hit, Role::Match));
            }
            done = to;
        }
        if let Some(rest) = text.get(done..).filter(|r| !r.is_empty() || spans.is_empty()) {
            spans.push(Span::new(rest, role));
        }
        spans
    }

    /// Where the first hit begins, as a number of bytes.
    pub fn first(&self, text: &str) -> Option<usize> {
        self.hits(text).first().map(|h| h.0)
    }

    /// Beginning and end of every hit in bytes.
    fn hits(&self, text: &str) -> Vec<(usize, usize)> {
        if self.0.is_empty() {
            return Vec::new();
        }
        words(text).filter_map(|(at, word)| Some((at, at + self.length(word)?))).collect()
    }

    /// How many bytes of a word were found, the longest of the sought words deciding.
    fn length(&self, word: &str) -> Option<usize> {
        let folded = fold(word);
        let found = self.0.iter().filter(|s| folded.starts_with(s.as_str())).max_by_key(|s| s.len())?;
        let mut seen = 0;
        for (at, c) in word.char_indices() {
            // A mark belongs to the letter before it.
            if seen >= found.len() && !unicode_normalization::char::is_combining_mark(c) {
                return Some(at);
            }
            seen += fold(c.encode_utf8(&mut [0; 4])).len();
        }
        Some(word.len())
    }
}

/// The words of a text with their places: letters and digits, as the search table takes them apart.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mark = unicode_normalization::char::is_combining_mark;
    let mut at = 0;
    text.split(move |c: char| !c.is_alphanumeric() && !mark(c)).filter_map(move |word| {
        let start = at;
        at = start + word.len() + text.get(start + word.len()..)?.chars().next().map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((start, word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(sought: &str, text: &str) -> String {
        let spans = Sought::new([sought]).mark(text, Role::Text);
        let show = |s: &Span| if s.role == Role::Match { format!("[{}]", s.text) } else { s.text.clone() };
        spans.iter().map(show).collect()
    }

    #[test]
    fn accents_and_case_are_ignored_and_beginnings_are_found() {
        assert_eq!(marked("garcia pre", "García: PRECIOS, expreso"), "[García]: [PRE]CIOS, expreso");
        assert_eq!(marked("nunez", "Núñez-Núñez"), "[Núñez]-[Núñez]");
    }

    #[test]
    fn the_longest_word_wins_and_one_letter_finds_nothing() {
        assert_eq!(marked("pr pre", "precio"), "[pre]cio");
        assert_eq!(marked("p", "precio"), "precio");
        assert_eq!(marked("", ""), "");
    }

    #[test]
    fn nothing_is_lost_of_strange_text() {
        for text in ["e\u{301}xito éxito", "👨‍👩‍👧 fam", "ﬁn ß İstanbul", "日本 語"] {
            let spans = Sought::new(["ex fi ss i is 日本 fam"]).mark(text, Role::Text);
            assert_eq!(spans.iter().map(|s| s.text.as_str()).collect::<String>(), text);
        }
    }
}
