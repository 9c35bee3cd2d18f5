//! Labels and helps of fields, names of kinds.
use super::Words;
use crate::domain::kind::Kind;

/// Key of a field's label; its help has `-help` after it.
pub fn key(kind: Kind, field: &str) -> String {
    format!("field-{}-{}", kind.name(), field.replace('_', "-"))
}

/// The label of a field.
pub fn label(kind: Kind, field: &str, words: &Words) -> String {
    words.get(&key(kind, field))
}

/// One sentence about what goes into a field.
pub fn help(kind: Kind, field: &str, words: &Words) -> String {
    words.get(&format!("{}-help", key(kind, field)))
}

/// The name of a kind: `person`.
pub fn kind(kind: Kind, words: &Words) -> String {
    words.get(&format!("kind-{}", kind.name()))
}

/// The name of several of a kind: `people`.
pub fn kinds(kind: Kind, words: &Words) -> String {
    words.get(&format!("kinds-{}", kind.name()))
}
