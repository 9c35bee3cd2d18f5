//! Insights (§12): rules over one account, each one sentence, its evidence, and what its one key does.
mod market;
mod rule;
mod rules;

use chrono::NaiveDate;

use super::Id;
use super::choice::BuyingRole;
use super::coverage::{Member, Seat};
use super::explain::Explain;
use super::kind::Kind;
use super::needs::OpenPromise;
use super::period::Period;
use super::portfolio::effort::Effort;
use super::score::Input;
use super::scorecard::Standing;
pub use rule::Rule;

/// An indicator as the rules see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Watched {
    /// The indicator.
    pub kpi: Id,
    /// Its name, for the words.
    pub name: String,
    /// How it stands.
    pub standing: Standing,
    /// The period for which the next figure is due.
    pub next: Period,
}

/// What keeps quiet until a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Muted {
    /// Which rule.
    pub rule: Rule,
    /// About which record.
    pub subject: (Kind, Id),
    /// Quiet before that day.
    pub until: NaiveDate,
}

/// What a competitor has at the account, until a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rival {
    /// The cell of the white space.
    pub cell: Id,
    /// Who.
    pub competitor: String,
    /// What.
    pub offering: String,
    /// For which part; empty is the whole account.
    pub unit: String,
    /// Last day of their contract.
    pub ends: NaiveDate,
}

/// The plan that is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The plan.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its first day.
    pub since: NaiveDate,
    /// When it was last gone through.
    pub reviewed: Option<NaiveDate>,
}

/// All that the rules look at: one account.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Inputs {
    /// The client.
    pub account: Id,
    /// Its active people.
    pub members: Vec<Member>,
    /// The places of the buying centre that somebody should hold.
    pub required: Vec<Seat>,
    /// Open promises of both sides.
    pub promises: Vec<OpenPromise>,
    /// Its indicators.
    pub indicators: Vec<Watched>,
    /// What competitors have.
    pub rivals: Vec<Rival>,
    /// The plan in force, if there is one.
    pub plan: Option<Planned>,
    /// What it takes of the logged time against what it is worth (§11).
    pub effort: Option<Effort>,
    /// What keeps quiet.
    pub muted: Vec<Muted>,
}

/// What the one key of an insight does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// A form for a new person in that role.
    AddPerson(Option<BuyingRole>),
    /// The page of a person.
    OpenPerson(Id),
    /// The people of the account.
    OpenPeople,
    /// A form for a new promise of ours, with its text, to that person.
    AddCommitment {
        /// What to promise, as a message.
        text: Explain,
        /// To whom.
        person: Option<Id>,
    },
    /// The page of a promise.
    OpenCommitment(Id),
    /// The cell of an indicator.
    OpenCell(Id, Period),
    /// A record where it lives.
    Open(Kind, Id),
}

/// Something about an account that is worth a thought.
#[derive(Debug, Clone, PartialEq)]
pub struct Insight {
    /// By which rule.
    pub rule: Rule,
    /// What it is about: a mute names it.
    pub subject: (Kind, Id),
    /// The one sentence.
    pub explain: Explain,
    /// The figures behind it.
    pub evidence: Vec<Input>,
    /// What its key does.
    pub act: Act,
    /// How many others the same rule found.
    pub more: usize,
}

/// At most so many are shown.
pub const MOST: usize = 7;

/// The insights of an account in the order of the rules, at most seven: of each rule the weightiest that is not muted.
pub fn insights(inputs: &Inputs, today: NaiveDate) -> Vec<Insight> {
    let quiet = |insight: &Insight| {
        let same = |m: &&Muted| m.rule == insight.rule && m.subject == insight.subject;
        inputs.muted.iter().filter(same).any(|m| m.until > today)
    };
    let found = Rule::ALL.iter().filter_map(|rule| {
        let mut found = rules::found(*rule, inputs, today);
        found.retain(|insight| !quiet(insight));
        let more = found.len().saturating_sub(1);
        found.into_iter().next().map(|first| Insight { more, ..first })
    });
    found.take(MOST).collect()
}

#[cfg(test)]
mod tests;
