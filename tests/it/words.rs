//! The words of both languages: the same keys, the same placeholders, nothing missing.
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use cartera::command::table::ROWS;
use cartera::domain::choice::{
    Aspect, BuyingRole, Channel, Choice, Direction, Risk, Sentiment, Set, Side, Stance, Tie, Tier, WhyKey,
};
use cartera::domain::kind::Kind;
use cartera::lang::words::SOURCES;
use cartera::lang::{Lang, Words, choice, field};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement};

/// Every message of a file with the names of its placeholders.
fn messages(file: &str, text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(_, e)| panic!("{file}: {e:?}"));
    let mut found = BTreeMap::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let mut names = BTreeSet::new();
                let pattern =
                    message.value.unwrap_or_else(|| panic!("{file}: {} says nothing", message.id.name));
                placeholders(&pattern.elements, &mut names);
                let before = found.insert(message.id.name.to_owned(), names);
                assert!(before.is_none(), "{file}: {} is defined twice", message.id.name);
            }
            Entry::Term(term) => panic!("{file}: -{}: terms are not used", term.id.name),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            Entry::Junk { content } => panic!("{file}: {content}"),
        }
    }
    found
}

fn placeholders(elements: &[PatternElement<&str>], names: &mut BTreeSet<String>) {
    for element in elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, names);
        }
    }
}

fn in_expression(expression: &Expression<&str>, names: &mut BTreeSet<String>) {
    match expression {
        Expression::Select { selector, variants } => {
            in_inline(selector, names);
            for variant in variants {
                placeholders(&variant.value.elements, names);
            }
        }
        Expression::Inline(inline) => in_inline(inline, names),
    }
}

fn in_inline(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            names.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, names),
        _ => {}
    }
}

#[test]
fn both_languages_say_the_same_things_with_the_same_placeholders() {
    for (file, en, es) in SOURCES {
        let (en, es) = (messages(file, en), messages(file, es));
        for (key, names) in &en {
            assert_eq!(Some(names), es.get(key), "{file}: {key}");
        }
        let only_es: Vec<_> = es.keys().filter(|k| !en.contains_key(*k)).collect();
        assert!(only_es.is_empty(), "{file}: only in Spanish: {only_es:?}");
    }
}

#[test]
fn no_key_is_defined_in_two_files() {
    let mut seen = BTreeMap::new();
    for (file, en, _) in SOURCES {
        for key in messages(file, en).into_keys() {
            let before = seen.insert(key.clone(), file);
            assert_eq!(before, None, "{key} in {file}");
        }
    }
}

#[test]
fn every_file_of_words_is_read() {
    for lang in ["en", "es"] {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/lang/").to_owned() + lang;
        for file in std::fs::read_dir(folder).unwrap() {
            let name = file.unwrap().file_name().into_string().unwrap();
            assert!(SOURCES.iter().any(|(file, ..)| format!("{file}.ftl") == name), "{name} is not embedded");
        }
    }
}

#[test]
fn every_choice_has_its_word() {
    let sets: [Set; 11] = [
        Tier::SET,
        Risk::SET,
        WhyKey::SET,
        BuyingRole::SET,
        Stance::SET,
        Aspect::SET,
        Tie::SET,
        Channel::SET,
        Direction::SET,
        Sentiment::SET,
        Side::SET,
    ];
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for set in sets {
            let shown: BTreeSet<String> = set.values.iter().map(|v| choice::show(set, v, &words)).collect();
            assert_eq!(shown.len(), set.values.len(), "two values of {} have one word", set.name);
            for value in set.values {
                assert!(words.has(&choice::key(set, value)), "{} {value}", set.name);
                assert_eq!(choice::find(set, &choice::show(set, value, &words), lang), Ok(*value));
            }
        }
    }
}

#[test]
fn every_field_of_every_kind_has_its_label_and_help() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for kind in Kind::ALL {
            assert!(words.has(&format!("kind-{}", kind.name())), "{kind:?}");
            assert!(words.has(&format!("kinds-{}", kind.name())), "{kind:?}");
            let labels: BTreeSet<String> =
                kind.specs().iter().map(|s| field::label(kind, s.name, &words)).collect();
            assert_eq!(labels.len(), kind.specs().len(), "two fields of {kind:?} have one label");
            for spec in kind.specs() {
                let key = field::key(kind, spec.name);
                assert!(words.has(&key) && words.has(&format!("{key}-help")), "{key}");
            }
        }
    }
}

#[test]
fn no_label_is_without_its_field() {
    for (file, en, _) in SOURCES.iter().filter(|(file, ..)| *file == "field") {
        for key in messages(file, en).into_keys().filter(|k| k.starts_with("field-")) {
            let known = Kind::ALL.into_iter().any(|kind| {
                let plain = key.strip_suffix("-help").unwrap_or(&key);
                kind.specs().iter().any(|s| field::key(kind, s.name) == plain)
            });
            assert!(known, "{key}");
        }
    }
}

/// What looks like a key, or like a key with holes (`choice-{}-{}`), between two quotation marks of the sources.
fn written_in_the_sources(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            written_in_the_sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("tests.rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            let program = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-{}_.()".contains(c);
            let keys = program.split('"').filter(|k| k.contains('-') && k.chars().all(plain));
            found.extend(keys.map(str::to_owned));
        }
    }
}

fn keys_of_the_sources() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    written_in_the_sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut found);
    assert!(found.len() > 300, "the sources are not where they were");
    found
}

/// Keys of both languages (a test above says that they are the same).
fn all_keys() -> BTreeSet<String> {
    SOURCES.iter().flat_map(|(file, en, _)| messages(file, en).into_keys()).collect()
}

#[test]
fn every_key_that_the_program_names_has_its_words() {
    let keys = all_keys();
    let topics: BTreeSet<&str> = keys.iter().filter_map(|k| k.split('-').next()).collect();
    // Names that look like keys: those of commands, and of what stands behind a row of Today.
    let commands: BTreeSet<&str> = ROWS.iter().map(|row| row.id).collect();
    let missing: Vec<_> = keys_of_the_sources()
        .into_iter()
        .filter(|k| !k.contains(['{', '_', '.', '(']) && !k.ends_with('-'))
        .filter(|k| topics.contains(k.split('-').next().unwrap_or_default()))
        .filter(|k| !keys.contains(k) && !commands.contains(k.as_str()) && k != "key-player")
        // The name of a rule of insights, whose words have its key behind their own.
        .filter(|k| !keys.contains(&format!("insight-{k}")))
        // The name of a report, likewise.
        .filter(|k| !keys.contains(&format!("choice-report-{k}")))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Whether the parts of a key with holes stand in `key` in this order, the first at its start and the last at its end.
fn fits(with_holes: &str, key: &str) -> bool {
    let mut rest = key;
    for (i, part) in with_holes.split('{').enumerate() {
        let part = part.split_once('}').map_or(part, |(_, after)| after);
        let after =
            if i == 0 { rest.strip_prefix(part) } else { rest.split_once(part).map(|(_, after)| after) };
        let Some(after) = after else { return false };
        rest = after;
    }
    rest.is_empty() || with_holes.ends_with('}')
}

#[test]
fn no_words_are_left_that_nothing_says() {
    let keys = all_keys();
    let written = keys_of_the_sources();
    // Without a beginning of its own (`{}-help`) it would fit everything: the key without its end must be in use, then.
    let begun: Vec<_> = written.iter().filter(|k| k.contains('{') && !k.starts_with('{')).collect();
    let ends: Vec<_> = written
        .iter()
        .filter_map(|k| k.split_once("}-").filter(|(hole, end)| hole.starts_with('{') && !end.contains('{')))
        .map(|(_, end)| format!("-{end}"))
        .collect();
    let said = |key: &str| written.contains(key) || begun.iter().any(|holes| fits(holes, key));
    let quoted = |key: &str| SOURCES.iter().any(|(_, en, _)| en.contains(&format!("{{ {key} }}")));
    let unused: Vec<_> = keys
        .iter()
        .filter(|k| !said(k) && !quoted(k))
        .filter(|k| !ends.iter().any(|end| k.strip_suffix(end.as_str()).is_some_and(said)))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn a_language_writes_a_word_and_a_percentage_in_one_way() {
    for (file, en, es) in SOURCES {
        assert!(!en.contains("} %"), "{file}: English writes 86%");
        assert!(!es.to_lowercase().contains("período"), "{file}: Spanish writes periodo");
    }
}

#[test]
fn one_of_something_is_said_as_one() {
    let said = |lang, key: &str, name: &str, n: &str| Words::new(lang).with(key, &[(name, n)]);
    let (en, es) = (Lang::En, Lang::Es);
    assert_eq!(said(en, "document-means-again", "count", "2"), "Off target for 2 periods in a row.");
    assert_eq!(
        said(es, "document-means-again", "count", "3"),
        "Lleva 3 periodos seguidos fuera de objetivo."
    );
    for key in ["document-fact-problem", "document-fact-owed"] {
        assert!(said(en, key, "days", "1").contains("1 day"), "{key}");
        assert!(!said(en, key, "days", "1").contains("days"), "{key}");
        assert!(said(es, key, "days", "1").contains("1 día"), "{key}");
        assert!(!said(es, key, "days", "1").contains("días"), "{key}");
        assert!(said(en, key, "days", "2").contains("2 days"), "{key}");
    }
}
