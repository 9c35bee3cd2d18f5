//! What a client may be shown of what is written down: every field of every kind of record is here, on one side or the other. A field
//! that is on neither is a mistake which a test finds, so that nothing new is shown before somebody has thought about it.
mod rows;

use super::field::Record;
use super::kind::Kind;
use super::value::Value;

/// The fields of a kind, on two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fields {
    /// They may be shown, or they decide what is.
    pub shown: &'static [&'static str],
    /// They are for our eyes only.
    pub private: &'static [&'static str],
}

/// A record of which only what a client may see can be read.
#[derive(Debug, Clone, Copy)]
pub struct Open<'a>(pub &'a dyn Record);

impl Open<'_> {
    /// The value of a field; of one that is private there is none.
    pub fn get(&self, field: &str) -> Value {
        if fields(self.0.kind()).shown.contains(&field) { self.0.get(field) } else { Value::Empty }
    }
}

/// The fields of a kind.
pub fn fields(kind: Kind) -> Fields {
    let row = rows::ROWS.iter().find(|(of, ..)| *of == kind);
    row.map_or(Fields { shown: &[], private: &[] }, |(_, shown, private)| Fields { shown, private })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_field_of_every_kind_is_either_shown_or_private() {
        for kind in Kind::ALL {
            let Fields { shown, private } = fields(kind);
            let listed: Vec<&str> = shown.iter().chain(private).copied().collect();
            let once: BTreeSet<&str> = listed.iter().copied().collect();
            assert_eq!(once.len(), listed.len(), "{} has a field on both sides", kind.name());
            let there: BTreeSet<&str> = kind.specs().iter().map(|spec| spec.name).collect();
            assert_eq!(once, there, "{}", kind.name());
        }
    }

    #[test]
    fn what_must_never_reach_a_client_is_private() {
        for (kind, field) in [
            (Kind::Membership, "stance"),
            (Kind::Membership, "influence"),
            (Kind::Membership, "interest"),
            (Kind::Person, "personal"),
            (Kind::Insight, "name"),
            (Kind::Insight, "text"),
            (Kind::Account, "margin"),
            (Kind::Account, "retention"),
            (Kind::Competitor, "notes"),
            (Kind::Decision, "why"),
            (Kind::Problem, "cause"),
            (Kind::Initiative, "cost"),
            (Kind::Perk, "cost"),
            (Kind::Interaction, "text"),
        ] {
            assert!(fields(kind).private.contains(&field), "{}.{field}", kind.name());
        }
    }

    #[test]
    fn a_private_field_cannot_be_read() {
        let account = crate::domain::account::Account {
            name: "Arce".into(),
            notes: "dear".into(),
            ..Default::default()
        };
        let open = Open(&account);
        assert_eq!((open.get("name"), open.get("notes")), (Value::Text("Arce".into()), Value::Empty));
    }
}
