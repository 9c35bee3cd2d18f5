//! What one captured line means: one act that is still to be done.
use std::ops::Range;

use chrono::{NaiveDate, NaiveTime};

use super::Id;
use super::choice::{BuyingRole, Channel, Direction, Sentiment, Severity, Side, Stance, Turn};
use super::kind::Kind;

/// The meaning of one line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// Kind; `None` never leaves capture.
    pub channel: Option<Channel>,
    /// Who spoke to whom.
    pub direction: Option<Direction>,
    /// The day; today if the line names none.
    pub day: NaiveDate,
    /// Wall-clock time.
    pub time: Option<NaiveTime>,
    /// How long, in minutes.
    pub minutes: Option<i64>,
    /// The client, named or following from the people or the scope.
    pub account: Option<Id>,
    /// Stakeholders.
    pub people: Vec<Id>,
    /// Colleagues.
    pub colleagues: Vec<Id>,
    /// What was said.
    pub text: String,
    /// Tags, without the plus sign.
    pub tags: Vec<String>,
    /// How it felt.
    pub sentiment: Option<Sentiment>,
    /// Promises of both sides.
    pub promises: Vec<PromiseMade>,
    /// What went wrong at the account.
    pub problems: Vec<ProblemRaised>,
    /// What was decided or has changed.
    pub decisions: Vec<DecisionTaken>,
    /// What was learned about the client or the market, each in a sentence.
    pub insights: Vec<String>,
    /// What was learned about people.
    pub learned: Vec<Learned>,
    /// In the future: not held yet.
    pub planned: bool,
    /// Something was not understood.
    pub to_sort: bool,
    /// The line as it was typed.
    pub raw: String,
    /// What was understood where, in the order of the line. What is understood inside a promise, a problem or a decision comes after
    /// its own span and lies within it; no other spans overlap.
    pub spans: Vec<Span>,
    /// Names nobody has yet: each could become a person.
    pub unknown_names: Vec<String>,
}

/// A promise in the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromiseMade {
    /// Who owes.
    pub side: Side,
    /// What; empty while only a day has been typed.
    pub text: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// A colleague who keeps it.
    pub owner: Option<Id>,
    /// The stakeholder who owes it or to whom it is owed.
    pub counterpart: Option<Id>,
}

/// A problem in the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProblemRaised {
    /// What went wrong.
    pub name: String,
    /// How bad it is; `None` was not said.
    pub severity: Option<Severity>,
    /// By when it is to be solved.
    pub due: Option<NaiveDate>,
}

/// A decision or a change in the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionTaken {
    /// Which of both.
    pub turn: Turn,
    /// What.
    pub name: String,
    /// Stakeholders and colleagues who have been told, beside those of the conversation.
    pub told: Vec<(Kind, Id)>,
    /// When they were told; `None` is on the day of the entry.
    pub told_on: Option<NaiveDate>,
}

/// Something learned about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Learned {
    /// About whom.
    pub person: Id,
    /// What.
    pub what: Lesson,
}

/// What was learned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lesson {
    /// Their attitude to us.
    Stance(Stance),
    /// They hold a role.
    Role(BuyingRole),
    /// They no longer hold it.
    RoleEnded(BuyingRole),
}

/// A stretch of the line that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Bytes of the raw line, on character boundaries.
    pub range: Range<usize>,
    /// As what.
    pub role: SpanRole,
    /// The records it could mean, best first. Of a name that was understood the first is the one that was taken.
    pub candidates: Vec<(Kind, Id)>,
}

/// As what a stretch was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanRole {
    /// Kind of interaction.
    Channel,
    /// In or out.
    Direction,
    /// A stakeholder.
    Person,
    /// A colleague.
    Colleague,
    /// A client.
    Account,
    /// A day.
    Day,
    /// A time of day.
    Time,
    /// A duration.
    Minutes,
    /// A tag.
    Tag,
    /// A smiley.
    Sentiment,
    /// `name=stance` or `name=role`.
    Learned,
    /// A promise of ours.
    Ours,
    /// A promise of theirs.
    Theirs,
    /// Something that went wrong.
    Problem,
    /// Something decided or changed.
    Decision,
    /// Something learned about the client or the market.
    Insight,
    /// Somebody who has been told of the decision.
    Told,
    /// Several people answer to it; not decided.
    Ambiguous,
    /// A name nobody has.
    Unknown,
    /// Holds the line together and means nothing by itself: a connective, the colon, the quotation mark; inside a promise its
    /// sign, its day and its name, inside a problem its word, its severity and its day, inside a decision its word and those around who was told: the promise,
    /// problem or decision itself says them.
    Mark,
}
