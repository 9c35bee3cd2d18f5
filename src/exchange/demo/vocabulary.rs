//! Sentences made from word lists of both languages: many, believable, and never twice the same book.
use serde::Deserialize;

use super::chance::Chance;
use crate::domain::explain::Explain;

const WORDS: &str = include_str!("../../../assets/demo/words.toml");

/// The word lists, earlier words being used more often.
#[derive(Debug, Deserialize)]
pub struct Vocabulary {
    /// Given names.
    pub first_names: Vec<String>,
    /// Family names.
    pub surnames: Vec<String>,
    /// Names of clients.
    pub companies: Vec<String>,
    /// Where they are.
    pub sites: Vec<String>,
    /// What they do.
    pub sectors: Vec<String>,
    /// Titles on a card, Spanish.
    pub titles_es: Vec<String>,
    /// Titles on a card, English.
    pub titles_en: Vec<String>,
    /// Tags.
    pub tags: Vec<String>,
    es: Phrases,
    en: Phrases,
}

/// The phrases of one language.
#[derive(Debug, Deserialize)]
struct Phrases {
    patterns: Vec<String>,
    promises: Vec<String>,
    s: Vec<String>,
    v: Vec<String>,
    o: Vec<String>,
    d: Vec<String>,
}

impl Vocabulary {
    /// The lists of `assets/demo/words.toml`.
    ///
    /// # Errors
    /// `error-demo` if the file is not what it should be.
    pub fn read() -> Result<Self, Explain> {
        toml::from_str(WORDS).map_err(|e| Explain::new("error-demo").with("found", e))
    }

    const fn of(&self, english: bool) -> &Phrases {
        if english { &self.en } else { &self.es }
    }

    /// Some sentences, one to eight.
    pub fn text(&self, english: bool, chance: &mut Chance) -> String {
        let phrases = self.of(english);
        let count = 1 + chance.below(8);
        let sentences: Vec<_> = (0..count).map(|_| phrases.sentence(&phrases.patterns, chance)).collect();
        sentences.join(" ")
    }

    /// What somebody promises.
    pub fn promise(&self, english: bool, chance: &mut Chance) -> String {
        let phrases = self.of(english);
        phrases.sentence(&phrases.promises, chance)
    }
}

impl Phrases {
    /// A pattern with its places filled, the first letter large.
    fn sentence(&self, patterns: &[String], chance: &mut Chance) -> String {
        let mut text = String::new();
        let mut parts = chance.pick(patterns).map(String::as_str).unwrap_or_default().split(['{', '}']);
        // Outside and inside of braces take turns.
        while let Some(outside) = parts.next() {
            text.push_str(outside);
            let Some(place) = parts.next() else { break };
            text.push_str(&self.fill(place, chance));
        }
        let mut letters = text.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters).collect()
    }

    fn fill(&self, place: &str, chance: &mut Chance) -> String {
        let word = |list: &[String], chance: &mut Chance| chance.pick(list).cloned().unwrap_or_default();
        match place {
            "s" => word(&self.s, chance),
            "v" => word(&self.v, chance),
            "o" => word(&self.o, chance),
            "d" => word(&self.d, chance),
            "c" => format!("{}-{}", ["PO", "AL", "NW", "RC"][chance.below(4)], 1000 + chance.below(9000)),
            _ => (2 + chance.below(28)).to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_have_no_open_places() {
        let words = Vocabulary::read().unwrap();
        let mut chance = Chance::new(5);
        for english in [true, false] {
            for _ in 0..200 {
                for text in [words.text(english, &mut chance), words.promise(english, &mut chance)] {
                    assert!(!text.is_empty() && !text.contains(['{', '}']), "{text}");
                    assert_eq!(text, crate::domain::text::clean_line(&text));
                }
            }
        }
    }
}
