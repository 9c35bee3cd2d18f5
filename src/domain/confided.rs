//! What people told in confidence and what one wrote for oneself: it leaves the book only if asked for, but for the book as JSON, which is
//! whole.
use super::kind::Kind;

/// Personal notes: on people, and one's own on clients.
const NOTES: [(Kind, &str); 2] = [(Kind::Person, "personal"), (Kind::Account, "notes")];

/// Whether a field of a kind holds personal notes.
pub fn is_note(kind: Kind, field: &str) -> bool {
    NOTES.contains(&(kind, field))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_personal_note_is_a_field_of_its_kind() {
        for (kind, field) in NOTES {
            assert!(kind.specs().iter().any(|spec| spec.name == field), "{}.{field}", kind.name());
        }
    }
}
