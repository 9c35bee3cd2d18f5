//! What the queue is made of.
use chrono::{NaiveDate, NaiveTime};

use crate::domain::Id;
use crate::domain::cadence::Weight;
use crate::domain::choice::{Channel, Side};

/// An open promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenPromise {
    /// The commitment.
    pub id: Id,
    /// Who owes.
    pub side: Side,
    /// What.
    pub text: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Out of the queue until then.
    pub snoozed_until: Option<NaiveDate>,
    /// The client.
    pub account: Option<Id>,
    /// Of theirs.
    pub counterpart: Option<Id>,
    /// Weight of the counterpart, 0 without one.
    pub weight: i64,
}

/// A person at an account, as the queue sees them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contactable {
    /// The person.
    pub person: Id,
    /// The client.
    pub account: Id,
    /// Influence weight.
    pub weight: Weight,
    /// Days between contacts.
    pub cadence: i64,
    /// Last touch.
    pub last: Option<NaiveDate>,
    /// Day of birth.
    pub birthday: Option<NaiveDate>,
    /// They asked not to be contacted.
    pub do_not_contact: bool,
    /// Out of the queue until then.
    pub snoozed_until: Option<NaiveDate>,
    /// Some role is known.
    pub has_role: bool,
}

/// A planned interaction that has not been held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The interaction.
    pub id: Id,
    /// When.
    pub day: NaiveDate,
    /// With whom first.
    pub person: Option<Id>,
    /// The client.
    pub account: Option<Id>,
    /// How.
    pub channel: Option<Channel>,
    /// At what time, if that is known.
    pub time: Option<NaiveTime>,
    /// About what.
    pub title: String,
    /// Largest weight among the people.
    pub weight: i64,
}

/// All that the queue is made of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Inputs {
    /// Open promises of both sides.
    pub promises: Vec<OpenPromise>,
    /// Active people.
    pub people: Vec<Contactable>,
    /// Planned interactions up to today.
    pub planned: Vec<Planned>,
    /// Entries to sort out.
    pub to_sort: usize,
}
