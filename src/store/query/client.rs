//! What a client may see of what is written down about it. These types have no room for more: no attitude, influence, insight, margin,
//! reason or note can be put into them, and each is filled field by field through [`Open`](crate::domain::client::Open), which reads nothing that is private; which
//! records are told of is decided in SQL by fields that the same list shows.
mod read;

use chrono::NaiveDate;

use super::portrait::Days;
use crate::domain::choice::{Channel, Side, Unit};
use crate::domain::kpi::Amount;
use crate::domain::money::Currency;
use crate::domain::period::Period;

/// What a client may see.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shared {
    /// What the client is called.
    pub account: String,
    /// The days it tells of.
    pub days: Option<Days>,
    /// The plan in force, if there is one.
    pub plan: Option<SharedPlan>,
    /// Promises of both sides: what is open, and what was due or kept in these days.
    pub promises: Vec<SharedPromise>,
    /// Decisions of these days of which somebody of theirs knows.
    pub decisions: Vec<SharedDecision>,
    /// What went wrong: what is open, and what was opened or solved in these days.
    pub problems: Vec<SharedProblem>,
    /// The indicators that somebody said they may see.
    pub indicators: Vec<SharedIndicator>,
    /// How many conversations were held in these days, by kind.
    pub held: Vec<(Channel, usize)>,
    /// Who of ours is there for them.
    pub team: Vec<SharedMate>,
}

/// The plan as both sides know it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SharedPlan {
    /// What it is called.
    pub name: String,
    /// First and last day.
    pub days: Option<Days>,
    /// What the client wants to reach.
    pub goals: String,
    /// What we offer for it.
    pub proposition: String,
    /// What is to be reached together; what is only about how we stand with them is not among it.
    pub objectives: Vec<SharedObjective>,
}

/// Something to be reached.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SharedObjective {
    /// What.
    pub name: String,
    /// Why it matters to the client.
    pub relevance: String,
    /// It is reached.
    pub reached: bool,
    /// What is done for it.
    pub steps: Vec<SharedStep>,
}

/// Something that is done.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SharedStep {
    /// What.
    pub name: String,
    /// Who of theirs does it.
    pub theirs: String,
    /// Who of ours does it; empty is the account manager.
    pub owner: String,
    /// First and last day.
    pub days: Option<Days>,
    /// When it was finished.
    pub done_on: Option<NaiveDate>,
    /// What must stand by a day.
    pub marks: Vec<SharedMark>,
}

/// A milestone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SharedMark {
    /// What.
    pub name: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// When it was reached.
    pub done_on: Option<NaiveDate>,
}

/// An indicator of which the client is shown the figures: how they are judged, and what is thought of them, is not in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedIndicator {
    /// What it is called.
    pub name: String,
    /// In what it is measured.
    pub unit: Unit,
    /// Of money, in which currency.
    pub currency: Currency,
    /// Its newest periods, the oldest first.
    pub figures: Vec<SharedFigure>,
}

/// An indicator in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SharedFigure {
    /// When.
    pub period: Period,
    /// What it was, if that is known.
    pub actual: Option<Amount>,
    /// What it should have been, if something was agreed; of a band its lower end.
    pub target: Option<Amount>,
}

/// A promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedPromise {
    /// Who owes.
    pub side: Side,
    /// What.
    pub text: String,
    /// Of theirs: to whom, or by whom.
    pub with: String,
    /// Of ours; empty is the account manager.
    pub owner: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// When it was kept.
    pub done_on: Option<NaiveDate>,
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SharedDecision {
    /// What was decided or changed.
    pub name: String,
    /// When.
    pub on: Option<NaiveDate>,
    /// What follows from it.
    pub consequences: String,
}

/// Something that went wrong.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SharedProblem {
    /// What.
    pub name: String,
    /// Since when.
    pub opened_on: Option<NaiveDate>,
    /// By when it is to be solved.
    pub due: Option<NaiveDate>,
    /// When it was solved.
    pub closed_on: Option<NaiveDate>,
}

/// Somebody of ours.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SharedMate {
    /// Who.
    pub name: String,
    /// What they do.
    pub function: String,
    /// Where they are written to.
    pub email: String,
    /// Where they are called.
    pub phone: String,
}
