//! Accounts and people as notes of a vault: the head as programs read it, the names of fields and choices the same in every language;
//! the body as people read it, in the language of the [`Context`]. Days stand whole, so that a note changes only where the book does.
mod account;
mod person;
mod sheet;

use super::papers::unanswered;
use crate::domain::confided::is_note;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::note::{Links, Note, Property, Subject, TAGS, fields};
use crate::domain::value::{FieldKind, SCALE, Value};
use crate::lang::value::{Context, show};
use crate::store::query::{Answer, Query};

/// How notes are made.
#[derive(Debug, Clone, Copy)]
pub struct Style<'a> {
    /// With what people told in confidence, and with what one wrote for oneself.
    pub personal: bool,
    /// The notes that there are.
    pub links: &'a Links,
}

/// What a note asks the book.
pub fn query(of: &Subject) -> Query {
    if of.kind == Kind::Account { Query::Account(of.id) } else { Query::Person(of.id, of.place) }
}

/// The note, made of the answer.
///
/// # Errors
/// `handout-unanswered` where that was not asked.
pub fn note(answer: &Answer, style: Style<'_>, cx: &Context<'_>) -> Result<Note, Explain> {
    match answer {
        Answer::Account(page) => Ok(account::note(page, style, cx)),
        Answer::Person(page) => Ok(person::note(page, style, cx)),
        _ => Err(unanswered()),
    }
}

impl Style<'_> {
    fn tells(self, kind: Kind, field: &str) -> bool {
        self.personal || !(is_note(kind, field) || (kind, field) == (Kind::Person, "birthday"))
    }

    /// What is known of a record, as programs read it.
    fn head(self, record: &dyn Record, cx: &Context<'_>) -> Vec<(&'static str, Property)> {
        let kind = record.kind();
        let told = fields(kind).filter(|spec| self.tells(kind, spec.name));
        let known = told.map(|spec| (spec, record.get(spec.name))).filter(|(_, value)| !value.is_empty());
        known.filter_map(|(spec, value)| Some((spec.name, self.property(spec.kind, &value, cx)?))).collect()
    }

    fn property(self, kind: FieldKind, value: &Value, cx: &Context<'_>) -> Option<Property> {
        Some(match value {
            Value::Number(n)
                if matches!(kind, FieldKind::Percent | FieldKind::Decimal | FieldKind::Measure) =>
            {
                Property::Number(decimal(*n))
            }
            Value::Number(n) => Property::Number(n.to_string()),
            Value::Money(money) => Property::Text(format!("{} {}", money.decimal(), money.currency)),
            Value::Day(day) => Property::Day(*day),
            // What is not so needs no word.
            Value::Flag(flag) => return flag.then_some(Property::Flag(true)),
            Value::Choice(name) => Property::Text((*name).to_owned()),
            Value::Choices(names) => Property::Texts(names.iter().map(|&name| name.to_owned()).collect()),
            Value::Texts(texts) if kind == FieldKind::Tags => {
                Property::Texts(texts.iter().map(|t| tag(t)).collect())
            }
            Value::Texts(texts) => Property::Texts(texts.clone()),
            Value::Link(id) => {
                let name = show(kind, value, cx);
                let FieldKind::Link(to) = kind else { return None };
                Property::Text(self.links.stem(to, *id).map_or(name, |stem| format!("[[{stem}]]")))
            }
            Value::Empty | Value::Text(_) | Value::Period(_) | Value::Time(_) | Value::Links(_) => {
                Property::Text(show(kind, value, cx))
            }
        })
    }
}

/// Puts the tag of the kind before those of the record.
fn with_tag(head: &mut Vec<(&'static str, Property)>, kind: Kind) {
    let own = format!("cartera/{}", kind.name());
    match head.iter_mut().find(|(key, _)| *key == TAGS) {
        Some((_, Property::Texts(tags))) => tags.insert(0, own),
        _ => head.push((TAGS, Property::Texts(vec![own]))),
    }
}

/// A tag as vaults take it: letters, digits, `-`, `_` and `/`.
fn tag(text: &str) -> String {
    text.chars().map(|c| if c.is_alphanumeric() || "-_/".contains(c) { c } else { '-' }).collect()
}

/// A number of scale 4 with a point: `32.5`.
fn decimal(scaled: i64) -> String {
    let sign = if scaled < 0 { "-" } else { "" };
    let (whole, part) =
        (scaled.unsigned_abs() / SCALE.unsigned_abs(), scaled.unsigned_abs() % SCALE.unsigned_abs());
    let part = format!("{part:04}");
    let part = part.trim_end_matches('0');
    if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_as_programs_read_them_and_tags_as_vaults_take_them() {
        assert_eq!(decimal(325_000), "32.5");
        assert_eq!(decimal(-5_000), "-0.5");
        assert_eq!(decimal(1_000_000), "100");
        assert_eq!(tag("clave, renovación/2026 b"), "clave--renovación/2026-b");
    }
}
