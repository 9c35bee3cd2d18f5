//! A record as a note for a vault of notes, such as Obsidian, Logseq or zk keep: what programs read at its head, and what people
//! read below it.
use std::collections::HashMap;

use chrono::NaiveDate;

use super::Id;
use super::field::Spec;
use super::kind::Kind;
use super::value::FieldKind;

/// The key at the head of a note that says by which uid the book knows its record.
pub const UID: &str = "cartera";
/// The key that says of which book the note is.
pub const BOOK: &str = "cartera_book";
/// The key that says what the note is about.
pub const KIND: &str = "kind";
/// The key of the day of the last contact.
pub const LAST_CONTACT: &str = "last_contact";
/// The key of other names: to them a vault links too.
pub const ALIASES: &str = "aliases";
/// The key of tags.
pub const TAGS: &str = "tags";

/// Fields that say nothing in a note: whose place it is stands above it, the order of the tabs is the screen's, and who is not
/// known yet has no note.
const UNSAID: [&str; 3] = ["person", "position", "placeholder"];

/// What a note is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// An account or a person.
    pub kind: Kind,
    /// Its number.
    pub id: Id,
    /// By which files know it.
    pub uid: String,
    /// What it is called.
    pub name: String,
    /// Of a person, the place that is told of.
    pub place: Option<Id>,
    /// What tells it from another one of that name; may be empty.
    pub beside: String,
}

/// A value at the head of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Property {
    /// A text.
    Text(String),
    /// A number as decimal text, a point between its parts.
    Number(String),
    /// A calendar day.
    Day(NaiveDate),
    /// It is so.
    Flag(bool),
    /// Several texts.
    Texts(Vec<String>),
}

/// A note as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Note {
    /// Its head: keys in the order in which they stand there, each once.
    pub properties: Vec<(&'static str, Property)>,
    /// Markdown below the head.
    pub body: String,
}

/// Which records have a note, and how it is linked to.
#[derive(Debug, Clone, Default)]
pub struct Links(HashMap<(Kind, Id), String>);

impl Links {
    /// These notes, each with the name of its file without its ending.
    pub const fn new(stems: HashMap<(Kind, Id), String>) -> Self {
        Self(stems)
    }

    /// The name by which the note of a record is linked to; `None` if it has none.
    pub fn stem(&self, kind: Kind, id: Id) -> Option<&str> {
        self.0.get(&(kind, id)).map(String::as_str)
    }
}

/// The fields of a kind that stand at the head of a note; longer texts stand in its body.
pub fn fields(kind: Kind) -> impl Iterator<Item = &'static Spec> {
    kind.specs().into_iter().filter(|s| s.kind != FieldKind::Note && !UNSAID.contains(&s.name))
}

/// Whether the program writes that key: any other one at the head of a note is the user's.
pub fn is_ours(key: &str) -> bool {
    let of = |kind: Kind| fields(kind).any(|spec| spec.name == key);
    [UID, BOOK, KIND, LAST_CONTACT].contains(&key)
        || [Kind::Account, Kind::Person, Kind::Membership].into_iter().any(of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_our_own_are_told_from_those_of_the_user() {
        for key in [UID, BOOK, KIND, ALIASES, TAGS, "stance", "title", "sector"] {
            assert!(is_ours(key), "{key}");
        }
        for key in ["status", "notes", "personal", "position", "cssclasses", ""] {
            assert!(!is_ours(key), "{key}");
        }
    }
}
