//! The words of closed sets.
use std::sync::LazyLock;

use super::lexicon::{self, Meaning, Slot};
use super::{Lang, Words};
use crate::domain::choice::{Choice, Set};
use crate::domain::text::fold;

/// The word of a value of a set, as key of the words: hyphens for underscores.
pub fn key(set: Set, value: &str) -> String {
    format!("choice-{}-{}", set.name, value).replace('_', "-")
}

/// The word of a value of a set.
pub fn show(set: Set, value: &str, words: &Words) -> String {
    words.get(&key(set, value))
}

/// The word of a value.
pub fn word<T: Choice>(value: T, words: &Words) -> String {
    show(T::SET, value.name(), words)
}

/// All words of a set, as a list to be shown where none of them was typed.
pub fn accepted(set: Set, words: &Words) -> String {
    set.values.iter().map(|v| show(set, v, words)).collect::<Vec<_>>().join(", ")
}

/// Why a text is no value of a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It fits no value.
    Unknown,
    /// It fits several.
    Ambiguous,
}

/// The value that a text names: by its name in the file, by its word in either language, or by the only beginning that fits
/// (the words of `lang` first).
pub fn find(set: Set, text: &str, lang: Lang) -> Result<&'static str, Refusal> {
    let wanted = fold(text.trim());
    let langs = [lang, if lang == Lang::En { Lang::Es } else { Lang::En }];
    let named = |lang: Lang, value: &str| {
        let words = match lang {
            Lang::En => &WORDS[0],
            Lang::Es => &WORDS[1],
        };
        fold(&show(set, value, words))
    };
    if let Some(value) = set.values.iter().find(|v| fold(v) == wanted || fold(&v.replace('_', " ")) == wanted)
    {
        return Ok(value);
    }
    if let Some(value) = langs.iter().find_map(|l| set.values.iter().find(|v| named(*l, v) == wanted)) {
        return Ok(value);
    }
    if let Some(value) = by_lexicon(set, &wanted, lang) {
        return Ok(value);
    }
    for lang in langs {
        let begun: Vec<_> = set.values.iter().filter(|v| named(lang, v).starts_with(&wanted)).collect();
        match begun.as_slice() {
            [] => {}
            [value] => return Ok(value),
            _ => return Err(Refusal::Ambiguous),
        }
    }
    Err(Refusal::Unknown)
}

/// Other forms of the word, such as the feminine ones.
fn by_lexicon(set: Set, wanted: &str, lang: Lang) -> Option<&'static str> {
    [Slot::Judgement, Slot::Severity, Slot::Head].into_iter().find_map(|slot| {
        let (of, name) = match lexicon::find(wanted, slot, lang)?.0 {
            Meaning::Stance(s) => (crate::domain::choice::Stance::SET, s.name()),
            Meaning::Role(r) => (crate::domain::choice::BuyingRole::SET, r.name()),
            Meaning::Severity(s) => (crate::domain::choice::Severity::SET, s.name()),
            Meaning::Channel(c) => (crate::domain::choice::Channel::SET, c.name()),
            Meaning::Direction(d) => (crate::domain::choice::Direction::SET, d.name()),
            Meaning::Day(_)
            | Meaning::Connective
            | Meaning::Near(_)
            | Meaning::Month(_)
            | Meaning::Length(_)
            | Meaning::Filter(_)
            | Meaning::Hours
            | Meaning::Prose
            | Meaning::Problem
            | Meaning::Turn(_)
            | Meaning::Insight
            | Meaning::Told
            | Meaning::Not
            | Meaning::By => return None,
        };
        (of == set).then_some(name)
    })
}

/// The words of the sets in both languages, in the order of [`Lang::ALL`]: whatever the screen's language, both are understood.
static WORDS: LazyLock<[Words; 2]> = LazyLock::new(|| Lang::ALL.map(Words::new));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::choice::{BuyingRole, Channel, Severity, Stance, WhyKey};
    use crate::domain::kind::Kind;
    use crate::domain::value::FieldKind;

    #[test]
    fn every_value_of_a_field_is_found_by_its_word() {
        for spec in Kind::ALL.into_iter().flat_map(Kind::specs) {
            let (FieldKind::Choice(set) | FieldKind::Choices(set)) = spec.kind else { continue };
            for (lang, value) in Lang::ALL.into_iter().flat_map(|l| set.values.iter().map(move |v| (l, v))) {
                assert_eq!(find(set, &show(set, value, &Words::new(lang)), lang), Ok(*value), "{}", set.name);
            }
        }
    }

    #[test]
    fn a_value_is_found_by_word_name_and_beginning() {
        assert_eq!(find(Stance::SET, "Escéptica", Lang::En), Ok("sceptic"));
        assert_eq!(find(Stance::SET, "champ", Lang::Es), Ok("champion"));
        assert_eq!(find(Stance::SET, "p", Lang::Es), Err(Refusal::Ambiguous));
        assert_eq!(find(Stance::SET, "promo", Lang::Es), Ok("champion"));
        assert_eq!(find(BuyingRole::SET, "decisora", Lang::Es), Ok("decider"));
        assert_eq!(find(WhyKey::SET, "ambas cosas", Lang::En), Ok("both"));
        assert_eq!(find(Channel::SET, "mail", Lang::Es), Ok("email"));
        assert_eq!(find(Severity::SET, "grave", Lang::Es), Ok("high"));
        assert_eq!(find(Channel::SET, "x", Lang::En), Err(Refusal::Unknown));
    }
}
