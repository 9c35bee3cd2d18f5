//! The plan of an account for 12–18 months: objectives, initiatives, milestones.
pub mod chain;
pub mod course;
pub mod forward;
pub mod share;
pub mod term;

use chrono::NaiveDate;

use super::choice::{Aim, Choice, Mix, ObjectiveStatus, PlanStatus, Priority};
use super::field::Link;
use super::kind::Kind;
use super::money::Money;
use super::value::FieldKind::{
    Choice as OneOf, Choices, Day, Flag, Link as To, Links, Measure, Note, Percent, Text,
};
use crate::domain::kpi::Amount;
use crate::entity;

entity! {
    /// What we want to reach at one account in one period, and why it is worth it to both sides.
    Plan {
        /// As it is called; mostly the year.
        name: String => Text, required;
        /// Of which client.
        account: Option<Link> => To(Kind::Account), required;
        /// Draft, active or closed.
        status: Option<PlanStatus> => OneOf(PlanStatus::SET), required;
        /// First day.
        starts_on: Option<NaiveDate> => Day, required;
        /// Last day.
        ends_on: Option<NaiveDate> => Day, required;
        /// Where we want to be with them.
        vision: String => Note;
        /// What the client wants to reach.
        goals: String => Note;
        /// What stands in the client's way.
        challenges: String => Note;
        /// Why us.
        proposition: String => Note;
        /// What we do better there.
        strengths: String => Note;
        /// What we do worse there.
        weaknesses: String => Note;
        /// What could help us.
        chances: String => Note;
        /// What could hurt us.
        threats: String => Note;
        /// When it was last gone through.
        reviewed_on: Option<NaiveDate> => Day;
        /// The plan it was copied forward from.
        follows: Option<Link> => To(Kind::Plan);
        /// Free text.
        notes: String => Note;
    }
}

entity! {
    /// Something to be reached in a plan.
    Objective {
        /// What.
        name: String => Text, required;
        /// In which plan.
        plan: Option<Link> => To(Kind::Plan), required;
        /// Of which kind.
        aim: Option<Aim> => OneOf(Aim::SET), required;
        /// Why it matters to the client.
        relevance: String => Note, required;
        /// The indicator by which it is measured.
        kpi: Option<Link> => To(Kind::Kpi);
        /// Where the indicator stood.
        baseline: Option<Amount> => Measure;
        /// Where it is to stand.
        target: Option<Amount> => Measure;
        /// Who answers for it; empty is me.
        owner: Option<Link> => To(Kind::Colleague);
        /// How much it matters.
        priority: Option<Priority> => OneOf(Priority::SET);
        /// Open, reached or dropped.
        status: Option<ObjectiveStatus> => OneOf(ObjectiveStatus::SET), required;
        /// Free text.
        notes: String => Note;
    }
}

entity! {
    /// What is done to reach an objective.
    Initiative {
        /// What.
        name: String => Text, required;
        /// For which objective.
        objective: Option<Link> => To(Kind::Objective), required;
        /// Who of ours does it; empty is me.
        owner: Option<Link> => To(Kind::Colleague);
        /// Who of theirs does it, if it is theirs.
        theirs: Option<Link> => To(Kind::Person);
        /// First day.
        starts_on: Option<NaiveDate> => Day, required;
        /// Last day.
        ends_on: Option<NaiveDate> => Day, required;
        /// How far it has come, where no milestone and no promise says so.
        progress: Option<i64> => Percent;
        /// When it was finished.
        done_on: Option<NaiveDate> => Day;
        /// Given up.
        dropped: bool => Flag;
        /// What must be finished before it.
        after: Vec<Link> => Links(Kind::Initiative);
        /// Elements of the marketing mix, where it is an action of marketing or brand.
        mix: Vec<Mix> => Choices(Mix::SET);
        /// What it costs us.
        cost: Option<Money> => super::value::FieldKind::Money;
        /// Free text.
        notes: String => Note;
    }
}

entity! {
    /// A day by which something visible must stand.
    Milestone {
        /// What.
        name: String => Text, required;
        /// Of which initiative.
        initiative: Option<Link> => To(Kind::Initiative), required;
        /// By when.
        due: Option<NaiveDate> => Day, required;
        /// When it was reached.
        done_on: Option<NaiveDate> => Day;
        /// Free text.
        notes: String => Note;
    }
}

impl Plan {
    /// A new one: a draft.
    pub fn fresh() -> Self {
        Self { status: Some(PlanStatus::Draft), ..Self::default() }
    }
}

impl Objective {
    /// A new one: open, of medium priority.
    pub fn fresh() -> Self {
        Self { status: Some(ObjectiveStatus::Open), priority: Some(Priority::Medium), ..Self::default() }
    }
}
