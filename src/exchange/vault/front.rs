//! The head of a note (YAML front matter): what we write there, and what else stands there. Of YAML only what programs of notes
//! write is read: keys at the margin, texts, lists in one line or one below the other. What is not understood stays as it is.
use std::fmt::Write as _;

use crate::domain::note::{Property, is_ours};
use crate::domain::text::{clean_line, is_bidi_control};

/// The line above and below a head.
pub(super) const RULE: &str = "---";

/// A head as it stands in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Front {
    /// Each key with its lines; lines before the first key have an empty one.
    parts: Vec<(String, Vec<String>)>,
}

impl Front {
    /// The head made of these lines.
    pub(super) fn of<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        let mut parts: Vec<(String, Vec<String>)> = Vec::new();
        for line in lines {
            match (key(line), parts.last_mut()) {
                (Some(key), _) => parts.push((key.to_owned(), vec![line.to_owned()])),
                // A remark of its own is nobody's value.
                (None, _) if line.starts_with('#') => parts.push((String::new(), vec![line.to_owned()])),
                (None, Some((_, lines))) => lines.push(line.to_owned()),
                (None, None) => parts.push((String::new(), vec![line.to_owned()])),
            }
        }
        Self { parts }
    }

    fn lines(&self, wanted: &str) -> &[String] {
        self.parts.iter().find(|(key, _)| key == wanted).map_or(&[], |(_, lines)| lines)
    }

    /// The text of a key.
    pub(super) fn text(&self, key: &str) -> Option<String> {
        let (_, text) = self.lines(key).first()?.split_once(':')?;
        Some(unquoted(text)).filter(|text| !text.is_empty())
    }

    /// The texts of a key, in whichever form they stand.
    pub(super) fn texts(&self, key: &str) -> Vec<String> {
        let Some((first, rest)) = self.lines(key).split_first() else { return Vec::new() };
        let first = first.split_once(':').map_or("", |(_, text)| text.trim());
        let inner = first.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
        let mut texts = match (serde_json::from_str::<Vec<String>>(first), inner) {
            (Ok(texts), _) => texts,
            (Err(_), inner) => inner.unwrap_or(first).split(',').map(unquoted).collect(),
        };
        texts.extend(rest.iter().filter_map(|line| line.trim().strip_prefix('-')).map(unquoted));
        texts.retain(|text| !text.is_empty());
        texts
    }

    /// What stands there and is not ours, line by line.
    pub(super) fn foreign(&self) -> impl Iterator<Item = &str> {
        let foreign = self.parts.iter().filter(|(key, lines)| !is_ours(key) && !is_blank(lines));
        foreign.flat_map(|(_, lines)| lines).map(String::as_str)
    }
}

fn is_blank(lines: &[String]) -> bool {
    lines.iter().all(|line| line.trim().is_empty())
}

/// The key that a line begins.
fn key(line: &str) -> Option<&str> {
    let (key, rest) = line.split_once(':')?;
    let is_key =
        !key.starts_with([' ', '\t', '-', '#']) && (rest.is_empty() || rest.starts_with([' ', '\t']));
    is_key.then(|| key.trim_end().trim_matches(['"', '\'']))
}

fn unquoted(text: &str) -> String {
    let text = text.trim();
    if text.starts_with('"')
        && let Ok(text) = serde_json::from_str(text)
    {
        return text;
    }
    let single = text.strip_prefix('\'').and_then(|text| text.strip_suffix('\''));
    single.map_or_else(|| text.to_owned(), |text| text.replace("''", "'"))
}

/// A text as it stands in a head: on one line, without what turns its direction.
pub(super) fn seen(text: &str) -> String {
    let seen: String = text.chars().filter(|c| !is_bidi_control(*c)).collect();
    clean_line(&seen)
}

/// The same as every reader of YAML takes it for a text: quoted, whatever stands in it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(seen(text)).to_string()
}

/// Our part of a head, each line ended.
pub(super) fn written(properties: &[(&'static str, Property)]) -> String {
    let mut head = String::new();
    for (key, property) in properties {
        // Writing into a text cannot fail.
        let _ = match property {
            Property::Text(text) => writeln!(head, "{key}: {}", quoted(text)),
            Property::Number(number) => writeln!(head, "{key}: {number}"),
            Property::Day(day) => writeln!(head, "{key}: {day}"),
            Property::Flag(flag) => writeln!(head, "{key}: {flag}"),
            Property::Texts(texts) => {
                let lines = std::iter::once(format!("{key}:"));
                let lines = lines.chain(texts.iter().map(|text| format!("  - {}", quoted(text))));
                writeln!(head, "{}", lines.collect::<Vec<_>>().join("\n"))
            }
        };
    }
    head
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn front(text: &str) -> Front {
        Front::of(text.lines())
    }

    #[test]
    fn lists_are_read_as_programs_of_notes_write_them() {
        let head = front(
            "tags: [vip, \"a b\"]\naliases:\n- Ani\n  - 'D''Arc'\nplain: one, two\nkind: person\nempty:\nnone: []",
        );
        assert_eq!(head.texts("tags"), ["vip", "a b"]);
        assert_eq!(head.texts("aliases"), ["Ani", "D'Arc"]);
        assert_eq!(head.texts("plain"), ["one", "two"]);
        assert_eq!((head.text("kind").as_deref(), head.text("empty")), (Some("person"), None));
        assert!(
            head.texts("empty").is_empty() && head.texts("none").is_empty() && head.texts("x").is_empty()
        );
    }

    #[test]
    fn what_the_user_has_put_there_is_kept_line_by_line() {
        let head =
            front("stance: champion\nstatus: open\nsteps: |\n  one\n\n  two\n# a remark\ntags:\n  - vip\n");
        let kept: Vec<&str> = head.foreign().collect();
        assert_eq!(kept, ["status: open", "steps: |", "  one", "", "  two", "# a remark"]);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(texts in prop::collection::vec("\\PC{0,20}[:#'\"\\[\\]{}&*!|>%@`-]{0,3}", 0..4)) {
            let texts: Vec<String> = texts.iter().map(|t| clean_line(t)).filter(|t| !t.is_empty()).collect();
            prop_assume!(texts.iter().all(|t| !t.chars().any(is_bidi_control)));
            let first = texts.first().cloned().unwrap_or_default();
            let properties = [("name", Property::Text(first.clone())), ("aliases", Property::Texts(texts.clone()))];
            let head = front(&written(&properties));
            prop_assert_eq!(head.text("name").unwrap_or_default(), first);
            prop_assert_eq!(head.texts("aliases"), texts);
            prop_assert_eq!(head.foreign().count(), 0);
        }
    }
}
