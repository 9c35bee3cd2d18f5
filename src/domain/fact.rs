//! What is known of a person at an account from a day on, and from where.
use super::choice::{Aspect, Choice};
use super::field::Link;
use super::kind::Kind;
use super::value::FieldKind::{Choice as OneOf, Day, Flag, Link as To, Text};
use crate::entity;

entity! {
    /// A dated fact. The current one is the latest by (day, id); roles: the latest per role.
    Fact {
        /// Whose.
        membership: Option<Link> => To(Kind::Membership), required;
        /// About what.
        aspect: Option<Aspect> => OneOf(Aspect::SET), required;
        /// Name of the stance or role, or the influence or interest 1–5; empty takes it back to unknown.
        value: String => Text;
        /// The role of that name is over.
        ended: bool => Flag;
        /// Since when.
        on_day: Option<chrono::NaiveDate> => Day, required;
        /// The interaction in which it was learned, or after which it was set.
        cause: Option<Link> => To(Kind::Interaction);
        /// Set by hand: it outlives its cause.
        by_hand: bool => Flag, kept;
    }
}
