//! What went wrong at a client, and how satisfied they say they are.
use super::choice::{Choice, Severity, Trouble};
use super::field::Link;
use super::kind::Kind;
use super::value::FieldKind::{Choice as OneOf, Day, Link as To, Note, Score, Text};
use crate::entity;

entity! {
    /// Something that went wrong, from the day it was opened to the day it was closed.
    Problem {
        /// What, in a few words.
        name: String => Text, required;
        /// At which client.
        account: Option<Link> => To(Kind::Account), required;
        /// What it is about.
        trouble: Option<Trouble> => OneOf(Trouble::SET);
        /// How bad it is.
        severity: Option<Severity> => OneOf(Severity::SET), required;
        /// Since when.
        opened_on: Option<chrono::NaiveDate> => Day, required;
        /// Who looks after it; empty is me.
        owner: Option<Link> => To(Kind::Colleague);
        /// What is to be done next.
        next_step: String => Text;
        /// By when.
        due: Option<chrono::NaiveDate> => Day;
        /// When it was solved.
        closed_on: Option<chrono::NaiveDate> => Day;
        /// What it came from.
        cause: String => Note;
        /// The conversation in which it came up.
        interaction: Option<Link> => To(Kind::Interaction);
    }
}

impl Problem {
    /// A new one: of medium severity until somebody knows better.
    pub fn fresh() -> Self {
        Self { severity: Some(Severity::Medium), ..Self::default() }
    }
}

entity! {
    /// An answer of theirs to how satisfied they are.
    Reading {
        /// Of which client.
        account: Option<Link> => To(Kind::Account), required;
        /// When they said it.
        day: Option<chrono::NaiveDate> => Day, required;
        /// 0–10.
        score: Option<i64> => Score(0, 10), required;
        /// Who said it.
        person: Option<Link> => To(Kind::Person);
        /// Survey, meeting, telephone.
        source: String => Text;
        /// What they said.
        text: String => Note;
    }
}
