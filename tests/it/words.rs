//! The words of both languages: the same keys, the same placeholders, nothing missing.
use std::collections::{BTreeMap, BTreeSet};

use cartera::domain::choice::{
    Aspect, BuyingRole, Channel, Choice, Direction, Risk, Sentiment, Set, Side, Stance, Tier, WhyKey,
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
    let sets: [Set; 10] = [
        Tier::SET,
        Risk::SET,
        WhyKey::SET,
        BuyingRole::SET,
        Stance::SET,
        Aspect::SET,
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

/// Every literal that stands directly after `before` in the sources.
fn literals(folder: &std::path::Path, before: &str, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            literals(&path, before, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            let keys = text.split(before).skip(1).filter_map(|after| after.split_once('"'));
            found.extend(keys.map(|(key, _)| key.to_owned()).filter(|k| k != "k"));
        }
    }
}

#[test]
fn everything_that_the_lower_rooms_refuse_or_report_has_its_words() {
    let mut keys = BTreeSet::new();
    let src = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    for before in ["Explain::new(\"", "refuse(\"", "explain(\"", ".get(\"value-"] {
        let prefix = before.split_once('"').map_or("", |(_, p)| p);
        let mut found = BTreeSet::new();
        for room in ["domain", "lang", "store"] {
            literals(&src.join(room), before, &mut found);
        }
        keys.extend(found.into_iter().map(|k| format!("{prefix}{k}")));
    }
    assert!(keys.len() > 20, "the sources are not where they were");
    keys.insert("capture-empty".to_owned());
    let words = Words::new(Lang::En);
    let missing: Vec<_> = keys.iter().filter(|k| !words.has(k)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
