//! Merging never overwrites: what is empty is filled, lists grow, everything else stays.
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::text::fold;
use crate::domain::value::{FieldKind, Value};

/// What a merge did to a record.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Merged {
    /// Fields that were filled or made longer.
    pub filled: Vec<(Kind, &'static str)>,
    /// Fields in which the file says something else; the book's value stays.
    pub kept: Vec<(Kind, &'static str)>,
}

/// Fills the record with what another of its kind knows.
///
/// # Errors
/// `field-kind`, if the two are not of one kind.
pub(super) fn fill(record: &mut dyn Record, from: &dyn Record) -> Result<Merged, Explain> {
    let mut merged = Merged::default();
    let kind = record.kind();
    for spec in kind.specs() {
        let (old, new) = (record.get(spec.name), from.get(spec.name));
        let nothing_new = new.is_empty() || new == Value::Flag(false) || old == new;
        if nothing_new {
            continue;
        }
        let value = match (old, new) {
            (Value::Empty, new) => Some(new),
            // A wish to be left alone must not get lost.
            (Value::Flag(false), new) if spec.name == "do_not_contact" => Some(new),
            (Value::Texts(old), Value::Texts(new)) => match longer(&old, new, spec.name) {
                Some(all) => Some(Value::Texts(all)),
                None => continue,
            },
            (Value::Text(old), Value::Text(new)) if says(spec.kind, &old, &new) => continue,
            _ => None,
        };
        match value {
            Some(value) => {
                record.set(spec.name, value)?;
                merged.filled.push((kind, spec.name));
            }
            None => merged.kept.push((kind, spec.name)),
        }
    }
    Ok(merged)
}

/// Whether the old text says what the new one says: but for accents and case the same, or a note that contains it.
fn says(kind: FieldKind, old: &str, new: &str) -> bool {
    let (old, new) = (fold(old), fold(new));
    if kind == FieldKind::Note { old.contains(new.trim()) } else { old == new }
}

/// The list with the texts it lacks, `None` if it lacks none.
fn longer(old: &[String], new: Vec<String>, field: &str) -> Option<Vec<String>> {
    let key = |text: &str| if field == "phones" { phone_key(text) } else { fold(text.trim()) };
    let mut keys: std::collections::HashSet<String> = old.iter().map(|t| key(t)).collect();
    let mut all = old.to_vec();
    all.extend(new.into_iter().filter(|t| keys.insert(key(t))));
    (all.len() > old.len()).then_some(all)
}

/// What tells telephone numbers apart: the last nine digits, so that a country code makes no difference.
pub(super) fn phone_key(text: &str) -> String {
    let digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() {
        return fold(text.trim());
    }
    digits.iter().skip(digits.len().saturating_sub(9)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::Person;

    fn texts(list: &[&str]) -> Vec<String> {
        list.iter().map(|t| (*t).to_owned()).collect()
    }

    #[test]
    fn merging_fills_and_lengthens_but_never_overwrites() {
        let mut mine = Person {
            name: "Ana Ruiz".into(),
            emails: texts(&["ana@x.es"]),
            phones: texts(&["600 111 222"]),
            language: "es".into(),
            personal: "Le gusta el mar.\nDos hijos.".into(),
            ..Person::default()
        };
        let theirs = Person {
            name: "ANA RUÍZ".into(),
            emails: texts(&["ANA@x.es", "ruiz@y.es"]),
            phones: texts(&["+34 600111222"]),
            language: "en".into(),
            personal: "dos hijos".into(),
            wants: "TCO".into(),
            do_not_contact: true,
            ..Person::default()
        };
        let merged = fill(&mut mine, &theirs).unwrap();
        let names = |fields: &[(Kind, &'static str)]| fields.iter().map(|(_, f)| *f).collect::<Vec<_>>();
        assert_eq!(names(&merged.filled), ["emails", "wants", "do_not_contact"]);
        assert_eq!(names(&merged.kept), ["language"]);
        assert_eq!(mine.emails, ["ana@x.es", "ruiz@y.es"]);
        assert_eq!((mine.name.as_str(), mine.phones.len(), mine.language.as_str()), ("Ana Ruiz", 1, "es"));
        assert_eq!(fill(&mut mine, &theirs).unwrap().filled, []);
    }
}
