//! What the user does not want to be told until a day.
use super::field::Link;
use super::kind::Kind;
use super::value::FieldKind::{Count, Day, Link as To, Text};
use crate::entity;

entity! {
    /// An insight or a row of *Needs you* that keeps quiet until a day.
    Mute {
        /// About which client.
        account: Option<Link> => To(Kind::Account);
        /// Name of the rule or cause.
        topic: String => Text, required;
        /// Number of the record it is about, where there is one.
        subject: Option<i64> => Count(0, 999_999_999);
        /// Quiet before that day.
        until: Option<chrono::NaiveDate> => Day, required;
    }
}
