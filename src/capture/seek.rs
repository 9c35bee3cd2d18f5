//! What is typed to search the log: words, and filters that narrow it, in either language.
//!
//! `from:ana`, `with:"ana ruiz"`, `tag:renewal`, `since:2w`; in Spanish `de:`, `con:`, `etiqueta:`, `desde:`. A filter without
//! its value is still being typed and narrows nothing; one that cannot be understood says so and finds nothing.
use chrono::NaiveDate;

use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::text::{clean_line, fold};
use crate::lang::day::{Reader, Toward};
use crate::lang::lexicon::{self, Filter as Narrow, Meaning, Slot};
use crate::lang::value::Context;
use crate::store::query::log::Filter;

/// What was typed, understood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sought {
    /// What to look for.
    pub filter: Filter,
    /// What was not understood: `log-nobody` with `name`, `value-day-unreadable` with `text`.
    pub trouble: Vec<Explain>,
}

/// Reads what was typed.
pub fn seek(text: &str, cx: &Context<'_>) -> Sought {
    let mut sought = Sought::default();
    let mut words = Vec::new();
    for part in parts(&clean_line(text)) {
        let narrow = part.split_once(':').and_then(|(name, value)| {
            match lexicon::find(&fold(name), Slot::Filter, cx.words.lang()) {
                Some((Meaning::Filter(narrow), _)) => Some((narrow, value.trim_matches('"').trim())),
                _ => None,
            }
        });
        match narrow {
            Some((_, "")) => {}
            Some((narrow, value)) => sought.narrow(narrow, value, cx),
            None if is_like_filter(part) => {
                let name = part.split(':').next().unwrap_or_default();
                sought.trouble.push(Explain::new("log-filter-unknown").with("name", name));
            }
            None => words.push(part.trim_matches('"').to_owned()),
        }
    }
    sought.filter.words = words.join(" ");
    sought.filter.nothing = !sought.trouble.is_empty();
    sought
}

/// `account:arce` looks like a filter, though there is none of that name; a link, a time or `re:offer` does not.
fn is_like_filter(part: &str) -> bool {
    part.split_once(':').is_some_and(|(name, value)| {
        let named = name.chars().count() > 2 && name.chars().all(char::is_alphabetic);
        named && value.starts_with(char::is_alphanumeric)
    })
}

impl Sought {
    fn narrow(&mut self, narrow: Narrow, value: &str, cx: &Context<'_>) {
        match narrow {
            Narrow::Tag => self.filter.tags.push(value.trim_start_matches('+').to_owned()),
            Narrow::Since => match since(value, cx) {
                Some(day) => self.filter.since = Some(day),
                None => self.trouble.push(Explain::new("value-day-unreadable").with("text", value)),
            },
            Narrow::From | Narrow::With => {
                let people: Vec<Id> =
                    cx.directory.matching(Kind::Person, value).into_iter().map(|n| n.id).collect();
                if people.is_empty() {
                    self.trouble.push(Explain::new("log-nobody").with("name", value));
                }
                if narrow == Narrow::From { &mut self.filter.from } else { &mut self.filter.with }
                    .extend(people);
            }
        }
    }
}

/// A day in the past; lengths count back, months too.
fn since(value: &str, cx: &Context<'_>) -> Option<NaiveDate> {
    let reader = Reader { lang: cx.words.lang(), today: cx.today, toward: Toward::Past };
    let back = Reader { toward: Toward::Form, ..reader };
    reader.whole(value).or_else(|| back.whole(&format!("-{value}")))
}

/// The words of a line; quotation marks keep blanks inside a word.
fn parts(line: &str) -> Vec<&str> {
    let mut quoted = false;
    let blank = |c: char| {
        quoted ^= c == '"';
        c == ' ' && !quoted
    };
    line.split(blank).filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;
    use crate::domain::directory::{Directory, Name};
    use crate::lang::{Lang, Words};

    fn sought(text: &str, lang: Lang) -> Sought {
        let person = |id, name| Name::of(Kind::Person, id, name);
        let directory = Directory::new(vec![person(1, "Ana Ruiz"), person(2, "Ana María Núñez")]);
        let words = Words::new(lang);
        seek(text, &Context { words: &words, today: day(2026, 11, 23), directory: &directory, scope: None })
    }

    #[test]
    fn filters_of_both_languages_are_always_understood() {
        for lang in Lang::ALL {
            let en = sought("from:ruiz with:nunez tag:renewal since:2026-11-01 prices", lang);
            assert_eq!(en, sought("de:ruiz con:nunez etiqueta:+renewal desde:1/11/2026 prices", lang));
            let filter = Filter {
                words: "prices".into(),
                from: vec![1],
                with: vec![2],
                tags: vec!["renewal".into()],
                since: Some(day(2026, 11, 1)),
                ..Filter::default()
            };
            assert_eq!(en, Sought { filter, trouble: Vec::new() });
        }
    }

    #[test]
    fn names_may_be_quoted_and_several_people_may_answer() {
        assert_eq!(sought("with:\"ana ruiz\" tco", Lang::En).filter.with, [1]);
        assert_eq!(sought("con:ana", Lang::En).filter.with, [2, 1]);
    }

    #[test]
    fn lengths_count_back_and_months_are_months() {
        assert_eq!(sought("since:2w", Lang::En).filter.since, Some(day(2026, 11, 9)));
        assert_eq!(sought("desde:1m", Lang::Es).filter.since, Some(day(2026, 10, 23)));
        assert_eq!(sought("desde:lunes", Lang::Es).filter.since, Some(day(2026, 11, 16)));
    }

    #[test]
    fn an_unknown_name_or_day_is_named_and_finds_nothing() {
        let zoe = sought("with:zoe hello", Lang::En);
        assert_eq!(zoe.trouble, [Explain::new("log-nobody").with("name", "zoe")]);
        assert!(zoe.filter.nothing);
        assert_eq!(sought("since:soon", Lang::En).trouble[0].key, "value-day-unreadable");
        assert_eq!(sought("account:arce", Lang::En).trouble[0].key, "log-filter-unknown");
        assert!(sought("https://example.org/a", Lang::En).trouble.is_empty());
    }

    #[test]
    fn what_is_half_typed_narrows_nothing_and_other_colons_are_words() {
        assert_eq!(sought("with:", Lang::En), Sought::default());
        assert_eq!(sought("10:30 re:offer", Lang::En).filter.words, "10:30 re:offer");
        assert_eq!(sought("\"", Lang::En).filter.words, "");
    }
}
