//! The words of ready indicators: name, definition, where the figures usually come from.
use super::{Words, choice};
use crate::domain::choice::Choice;
use crate::domain::kpi::Kpi;
use crate::domain::kpi::catalogue::{Ready, Topic};
use crate::domain::text::fold;

/// What it is called.
pub fn name(ready: &Ready, words: &Words) -> String {
    words.get(&format!("catalogue-{}", ready.key))
}

/// What it is, in one line.
pub fn definition(ready: &Ready, words: &Words) -> String {
    words.get(&format!("catalogue-{}-definition", ready.key))
}

/// Where its figures usually come from; of one that is computed, this program.
pub fn source(ready: &Ready, words: &Words) -> String {
    if ready.computed.is_some() {
        return words.get("catalogue-computed");
    }
    words.get(&format!("catalogue-{}-source", ready.key))
}

/// What a topic is called.
pub fn topic(topic: Topic, words: &Words) -> String {
    words.get(&format!("catalogue-topic-{}", topic.name()))
}

/// How it is kept, on one line.
pub fn facts(ready: &Ready, words: &Words) -> String {
    let args = [
        ("measure", &*choice::word(ready.measure, words)),
        ("better", ready.better.name()),
        ("nature", &choice::word(ready.nature, words)),
        ("frequency", &choice::word(ready.frequency, words)),
        ("ownership", ready.ownership.name()),
        ("source", &source(ready, words)),
    ];
    words.with("catalogue-facts", &args)
}

/// The indicator in words of the language, of no account yet.
pub fn kpi(ready: &Ready, words: &Words) -> Kpi {
    Kpi { formula: definition(ready, words), source: source(ready, words), ..ready.kpi(name(ready, words)) }
}

/// Whether every word of `wanted` begins a word of its key, name or definition, accents left aside.
pub fn answers(ready: &Ready, wanted: &str, words: &Words) -> bool {
    let text = fold(&format!("{} {} {}", ready.key, name(ready, words), definition(ready, words)));
    let begins = |word: &str| text.split(|c: char| !c.is_alphanumeric()).any(|part| part.starts_with(word));
    fold(wanted).split_whitespace().all(begins)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::kpi::catalogue::all;
    use crate::lang::Lang;

    #[test]
    fn every_ready_indicator_has_its_words_and_a_name_of_its_own_in_every_language() {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            let mut names: Vec<_> = all().map(|ready| kpi(ready, &words)).collect();
            for kpi in &names {
                for text in [&kpi.name, &kpi.formula, &kpi.source] {
                    assert!(!text.is_empty() && !text.starts_with("catalogue-"), "{lang:?} {text}");
                }
                assert!(kpi.name.chars().count() <= 32, "{}", kpi.name);
            }
            names.sort_by(|a, b| a.name.cmp(&b.name));
            names.dedup_by(|a, b| a.name == b.name);
            assert_eq!(names.len(), all().count());
            for of in Topic::ALL {
                assert!(!topic(of, &words).starts_with("catalogue-"));
            }
        }
    }

    #[test]
    fn letters_without_accents_find_a_ready_indicator_by_name_or_definition() {
        let words = Words::new(Lang::Es);
        let found =
            |wanted: &str| all().filter(|r| answers(r, wanted, &words)).map(|r| r.key).collect::<Vec<_>>();
        assert_eq!(found("dias cobro"), ["days-sales-outstanding"]);
        assert!(found("entreg").contains(&"on-time-delivery"));
        assert_eq!(found("").len(), all().count());
        assert!(found("zzz").is_empty());
    }
}
