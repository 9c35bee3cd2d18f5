//! The weekly review, and since when an account is a key account.
use chrono::NaiveDate;

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
