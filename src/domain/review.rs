//! The weekly review, and since when an account is a key account.
pub mod course;
pub mod moves;

use chrono::NaiveDate;

use super::Id;
use super::choice::{Choice, Tier};
use super::field::Link;
use super::kind::Kind;
use super::value::FieldKind::{Choice as OneOf, Day, Link as To, Links, Note};
use crate::entity;

entity! {
    /// A weekly review: one that is not finished can be gone on with.
    Review {
        /// When it was begun.
        day: Option<NaiveDate> => Day, required;
        /// When it was finished.
        finished_on: Option<NaiveDate> => Day;
        /// The accounts that have been gone through.
        accounts: Vec<Link> => Links(Kind::Account);
        /// The moves chosen: promises of ours.
        moves: Vec<Link> => Links(Kind::Commitment);
        /// Free text.
        notes: String => Note;
    }
}

entity! {
    /// That an account was made a key account, or released.
    Promotion {
        /// Which client.
        account: Option<Link> => To(Kind::Account), required;
        /// What it has been since.
        tier: Option<Tier> => OneOf(Tier::SET), required;
        /// Since when.
        day: Option<NaiveDate> => Day, required;
        /// Why.
        reason: String => Note;
    }
}

/// An initiative that is late.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Late {
    /// The initiative.
    pub initiative: Id,
    /// What.
    pub name: String,
    /// The day by which it, or something of it, should have been done.
    pub since: NaiveDate,
    /// The first milestone that is past its day.
    pub milestone: Option<String>,
    /// Who of ours does it; nobody is the KAM.
    pub owner: Option<Id>,
    /// Who of theirs does it.
    pub theirs: Option<Id>,
}
