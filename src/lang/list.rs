//! Several short texts on one line, separated by commas, semicolons or new lines.
use crate::domain::text::clean_line;

/// The texts of a list, cleaned, without empty and repeated ones. Quotation marks keep a separator inside a text.
pub fn split(text: &str) -> Vec<String> {
    split_at(text, |c| matches!(c, ',' | ';' | '\n'))
}

/// One-word texts: white space separates too.
pub fn split_words(text: &str) -> Vec<String> {
    split_at(text, |c| matches!(c, ',' | ';') || c.is_whitespace())
}

fn split_at(text: &str, separates: impl Fn(char) -> bool) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '"' && quoted && chars.peek() == Some(&'"') {
            part.push('"');
            chars.next();
        } else if c == '"' && (quoted || part.trim().is_empty()) {
            quoted = !quoted;
        } else if separates(c) && !quoted {
            parts.push(std::mem::take(&mut part));
        } else {
            part.push(c);
        }
    }
    parts.push(part);
    let mut texts: Vec<String> = Vec::new();
    for text in parts.iter().map(|p| clean_line(p)) {
        if !text.is_empty() && !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts
}

/// The texts as one line that [`split`] takes apart again.
pub fn join<T: AsRef<str>>(texts: &[T]) -> String {
    join_with(texts, |c| matches!(c, ',' | ';' | '\n'))
}

/// The texts as one line that [`split_words`] takes apart again.
pub fn join_words<T: AsRef<str>>(texts: &[T]) -> String {
    join_with(texts, |c| matches!(c, ',' | ';') || c.is_whitespace())
}

fn join_with<T: AsRef<str>>(texts: &[T], separates: impl Fn(char) -> bool) -> String {
    let shown = texts.iter().map(|t| {
        let text = t.as_ref();
        if text.starts_with('"') || text.chars().any(&separates) {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text.to_owned()
        }
    });
    shown.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn commas_semicolons_and_lines_separate() {
        assert_eq!(split(" a, b ;c\nd,,a"), ["a", "b", "c", "d"]);
        assert_eq!(split("\"Arce, S.L.\"; Arce"), ["Arce, S.L.", "Arce"]);
        assert_eq!(split("5\" screen, b"), ["5\" screen", "b"]);
        assert_eq!(split_words("one two,three"), ["one", "two", "three"]);
        assert_eq!(split("\"never closed, b"), ["never closed, b"]);
    }

    proptest! {
        #[test]
        fn a_list_is_read_as_it_is_shown(texts in proptest::collection::vec("[a-z,;\" ñ]{0,8}", 0..5)) {
            let mut kept: Vec<String> = Vec::new();
            for text in texts.iter().map(|t| clean_line(t)) {
                if !text.is_empty() && !kept.contains(&text) {
                    kept.push(text);
                }
            }
            prop_assert_eq!(split(&join(&kept)), kept.clone());
            prop_assert_eq!(split_words(&join_words(&kept)), kept);
        }
    }
}
