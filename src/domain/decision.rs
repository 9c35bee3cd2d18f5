//! Decisions and changes, and who has been told of them; our own team at an account.
use chrono::NaiveDate;

use super::choice::{Choice, Turn};
use super::field::Link;
use super::kind::Kind;
use super::value::FieldKind::{Choice as OneOf, Day, Link as To, Links, Note, Text};
use crate::entity;

entity! {
    /// Something decided or changed that people of both sides must know.
    Decision {
        /// What.
        name: String => Text, required;
        /// About which client.
        account: Option<Link> => To(Kind::Account), required;
        /// Decision or change.
        turn: Option<Turn> => OneOf(Turn::SET), required;
        /// When it was taken.
        decided_on: Option<NaiveDate> => Day, required;
        /// Who of theirs took it.
        decided_by: Vec<Link> => Links(Kind::Person);
        /// Who of ours took it; nobody on either side is me.
        decided_by_us: Vec<Link> => Links(Kind::Colleague);
        /// Why.
        why: String => Note;
        /// What follows from it.
        consequences: String => Note;
        /// Who of theirs must know.
        people: Vec<Link> => Links(Kind::Person);
        /// Who of ours must know.
        colleagues: Vec<Link> => Links(Kind::Colleague);
        /// The initiative it changes.
        initiative: Option<Link> => To(Kind::Initiative);
        /// The conversation in which it was taken.
        interaction: Option<Link> => To(Kind::Interaction);
    }
}

entity! {
    /// That somebody has been told of a decision: a stakeholder or a colleague.
    Telling {
        /// Of which decision.
        decision: Option<Link> => To(Kind::Decision), required;
        /// Who of theirs.
        person: Option<Link> => To(Kind::Person);
        /// Who of ours.
        colleague: Option<Link> => To(Kind::Colleague);
        /// When.
        day: Option<NaiveDate> => Day, required;
        /// The conversation in which they were told.
        interaction: Option<Link> => To(Kind::Interaction);
    }
}

entity! {
    /// That a colleague is in the team of an account.
    Assignment {
        /// Of which client.
        account: Option<Link> => To(Kind::Account), required;
        /// Who.
        colleague: Option<Link> => To(Kind::Colleague), required;
        /// What they do there; empty is their function.
        function: String => Text;
        /// Since when.
        since: Option<NaiveDate> => Day;
        /// Last day in the team.
        until: Option<NaiveDate> => Day;
        /// Free text.
        notes: String => Note;
    }
}

impl Decision {
    /// A new one: a decision.
    pub fn fresh() -> Self {
        Self { turn: Some(Turn::Decision), ..Self::default() }
    }
}

/// Whether a field says whom a decision concerns.
pub fn is_audience(field: &str) -> bool {
    matches!(field, "people" | "colleagues")
}
