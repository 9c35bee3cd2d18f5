//! Text at the door: what may come in, and how names are compared.
use unicode_normalization::UnicodeNormalization;

/// Text as it is kept: NFC, without control characters but newline and tab.
pub fn clean(text: &str) -> String {
    // First the controls: without them what they kept apart may compose.
    text.chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_control()).nfc().collect()
}

/// One line of kept text: cleaned, every run of white space one blank, trimmed.
pub fn clean_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text without accents and case, for comparing: `García` is `garcia`. `ñ` is `n`, as in the search index.
pub fn fold(text: &str) -> String {
    // Most texts need no more; a book's names are folded at every start.
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// The words of a name, folded: letters and digits only.
pub fn name_tokens(name: &str) -> Vec<String> {
    fold(name).split(|c: char| !c.is_alphanumeric()).filter(|t| !t.is_empty()).map(str::to_owned).collect()
}

/// Whether a character changes the direction of text: kept, but never drawn.
pub const fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_do_not_come_in() {
        assert_eq!(clean("a\u{1b}[31mb\0c\u{9b}d\ne\tf"), "a[31mbcd\ne\tf");
        assert_eq!(clean_line("  a\n b\tc  "), "a b c");
    }

    #[test]
    fn accents_and_case_do_not_matter() {
        assert_eq!(fold("GARCÍA Núñez"), "garcia nunez");
        assert_eq!(name_tokens("María del Mar Soler-Puig"), ["maria", "del", "mar", "soler", "puig"]);
    }
}
