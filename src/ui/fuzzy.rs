//! Finding names by some of their letters, accents and case ignored.
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::pen::Span;
use super::theme::Role;

/// What is looked for.
#[derive(Debug)]
pub struct Fuzzy {
    pattern: Pattern,
    matcher: Matcher,
    buffer: Vec<char>,
}

impl Fuzzy {
    /// Looks for these letters; words may stand in any order.
    pub fn new(text: &str) -> Self {
        let pattern = Pattern::new(text, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
        Self { pattern, matcher: Matcher::new(Config::DEFAULT), buffer: Vec::new() }
    }

    /// How well a name fits, the higher the better; `None` if it does not.
    pub fn score(&mut self, name: &str) -> Option<u32> {
        self.pattern.score(Utf32Str::new(name, &mut self.buffer), &mut self.matcher)
    }

    /// The name with the letters found marked.
    pub fn marked(&mut self, name: &str, role: Role) -> Vec<Span> {
        let mut found = Vec::new();
        self.pattern.indices(Utf32Str::new(name, &mut self.buffer), &mut self.matcher, &mut found);
        let mut spans: Vec<Span> = Vec::new();
        for (place, cluster) in unicode_segmentation::UnicodeSegmentation::graphemes(name, true).enumerate() {
            let is_found = u32::try_from(place).is_ok_and(|p| found.contains(&p));
            let role = if is_found { Role::Match } else { role };
            match spans.last_mut() {
                Some(last) if last.role == role => last.text.push_str(cluster),
                _ => spans.push(Span::new(cluster, role)),
            }
        }
        spans
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_are_ignored_and_words_may_turn_around() {
        assert!(Fuzzy::new("garcia").score("José García").is_some());
        assert!(Fuzzy::new("gar jos").score("José García").is_some());
        assert!(Fuzzy::new("xyz").score("José García").is_none());
    }

    #[test]
    fn what_was_found_is_marked() {
        let spans = Fuzzy::new("ana").marked("Ana Ruiz", Role::Text);
        assert_eq!(spans, [Span::new("Ana", Role::Match), Span::text(" Ruiz")]);
    }
}
