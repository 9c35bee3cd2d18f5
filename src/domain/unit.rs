//! A part of an account.
use super::field::Link;
use super::kind::Kind;
use super::value::FieldKind::{Link as To, Note, Text};
use crate::entity;

entity! {
    /// A division, plant or subsidiary of an account.
    Unit {
        /// As they call it.
        name: String => Text, required;
        /// The account it is part of.
        account: Option<Link> => To(Kind::Account), required;
        /// The unit above it.
        part_of: Option<Link> => To(Kind::Unit);
        /// Where it is.
        site: String => Text;
        /// Free text.
        notes: String => Note;
    }
}
