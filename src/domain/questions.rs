//! Questions worth asking at a meeting, derived from what is missing, in doubt or overdue: rules over one account and those who
//! will sit there. The same account on the same day gives the same questions.
mod business;
mod gaps;
mod people;
mod rule;

use chrono::NaiveDate;

use super::Id;
use super::choice::BuyingRole;
use super::coverage::{Member, Seat};
use super::day::days_between;
use super::explain::Explain;
use super::health::Reading;
use super::kind::Kind;
use super::needs::OpenPromise;
use super::opportunity::{Contract, Opportunity};
use super::problem::Problem;
use super::score::{Figure, Input, Source};
use super::scorecard::Rag;
pub use gaps::{Gap, gaps};
pub use rule::{Rule, Theme};

/// Days after which an answer about satisfaction is too old (`formulas.md` §10).
const READING_OLD: i64 = 180;

/// An indicator that can be spoken of with the client.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// The indicator.
    pub kpi: Id,
    /// Its name.
    pub name: String,
    /// How it stands.
    pub rag: Rag,
    /// Its figures are true up to that day, if there are any.
    pub as_of: Option<NaiveDate>,
    /// It is what the client buys.
    pub revenue: bool,
    /// Worked out from our own records: of no interest to the client.
    pub computed: bool,
}

/// What is known of what moves somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Motive {
    /// The person.
    pub person: Id,
    /// What they want is known.
    pub wants: bool,
    /// What worries them is known.
    pub worries: bool,
}

/// The first step of a way to a decider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Door {
    /// Who opens it.
    pub opens: Id,
    /// To whom: the decider, or who leads on to them.
    pub to: Id,
    /// Who decides.
    pub decider: Id,
}

/// An initiative of the plan that somebody of theirs does, and that is late or has something late in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Behind {
    /// The initiative.
    pub initiative: Id,
    /// What.
    pub name: String,
    /// Who of theirs does it.
    pub theirs: Id,
    /// How many days late it is.
    pub days: i64,
}

/// All that the rules look at: one account, or somebody without one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Inputs {
    /// The client.
    pub account: Option<Id>,
    /// Its active people, and those of other accounts who will sit there.
    pub members: Vec<Member>,
    /// Who will sit there, or whom one would ask.
    pub attending: Vec<Id>,
    /// The places of the buying centre that somebody should hold.
    pub required: Vec<Seat>,
    /// Who of those there can open a door to whom, and which decider stands behind it.
    pub doors: Vec<Door>,
    /// Open promises of both sides.
    pub promises: Vec<OpenPromise>,
    /// What they do in its plan and is late.
    pub behind: Vec<Behind>,
    /// Its indicators.
    pub indicators: Vec<Indicator>,
    /// Its problems.
    pub problems: Vec<Problem>,
    /// Its contracts.
    pub contracts: Vec<Contract>,
    /// Its open sales.
    pub sales: Vec<Opportunity>,
    /// The newest answer about satisfaction.
    pub reading: Option<Reading>,
    /// What is known of what moves those attending.
    pub motives: Vec<Motive>,
    /// The next meeting is planned, or this is it.
    pub planned: bool,
}

impl Inputs {
    /// Those who will sit there, in their order.
    fn there(&self) -> impl Iterator<Item = &Member> {
        self.attending.iter().filter_map(|id| self.members.iter().find(|m| m.person == *id))
    }

    fn attends(&self, person: Id) -> bool {
        self.attending.contains(&person)
    }

    /// Whom of those there to ask about a matter of the whole account: who holds one of these roles, then who is for us, then
    /// who weighs most, then who comes first.
    fn host(&self, roles: &[BuyingRole]) -> Option<&Member> {
        let rank = |m: &Member| (roles.iter().any(|r| m.roles.contains(r)), m.score().unwrap_or(0), m.w);
        // Of several equally fit the last would win: the first of those there is meant.
        let there: Vec<_> = self.there().collect();
        there.into_iter().rev().max_by_key(|m| rank(m))
    }

    /// The account as the place where something is missing.
    fn here(&self) -> Option<Source> {
        self.account.map(|id| Source::Record(Kind::Account, id))
    }
}

/// A question worth asking.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// By which rule.
    pub rule: Rule,
    /// To whom of those there; `None` where nobody is known.
    pub to: Option<Id>,
    /// The question, as it can be asked.
    pub ask: Explain,
    /// Why it is worth asking, in a few words.
    pub why: Explain,
    /// What it is derived from, with the records.
    pub evidence: Vec<Input>,
    /// Whom it is about will not sit there.
    absent: bool,
}

impl Question {
    fn new(rule: Rule, to: Option<&Member>, ask: Explain, why: Explain, evidence: Input) -> Self {
        Self { rule, to: to.map(|m| m.person), ask, why, evidence: vec![evidence], absent: false }
    }

    /// Where it leads: the first of its evidence that stands in a record.
    pub fn source(&self) -> Option<Source> {
        self.evidence.iter().find_map(|input| input.source)
    }
}

/// So many are asked at the most: more of them nobody remembers in a conversation.
pub const MOST: usize = 3;

/// The questions in the order of their rules, at most three and never two about the same thing; what can be put to somebody who
/// will sit there comes first.
pub fn questions(inputs: &Inputs, today: NaiveDate) -> Vec<Question> {
    let mut found: Vec<Question> = Rule::ALL.iter().filter_map(|r| first(*r, inputs, today)).collect();
    found.sort_by_key(|q| q.absent);
    let mut asked: Vec<Question> = Vec::new();
    for question in found {
        if asked.len() < MOST && asked.iter().all(|q| q.rule.theme() != question.rule.theme()) {
            asked.push(question);
        }
    }
    asked
}

/// The weightiest question of a rule.
fn first(rule: Rule, inputs: &Inputs, today: NaiveDate) -> Option<Question> {
    match rule {
        Rule::NoDecider => people::no_decider(inputs),
        Rule::WayToDecider => people::way_to_decider(inputs),
        Rule::OpponentAttends => people::opponent(inputs),
        Rule::SevereProblem | Rule::ProblemOpen => business::problem(rule, inputs, today),
        Rule::ContractNear | Rule::ContractAhead => business::contract(rule, inputs, today),
        Rule::DeciderUnknown => people::decider_unknown(inputs),
        Rule::TheirsOverdue => business::theirs_overdue(inputs, today),
        Rule::TheirsBehind => business::theirs_behind(inputs),
        Rule::IndicatorOff => business::indicator_off(inputs),
        Rule::SaleNear => business::sale_near(inputs, today),
        Rule::NoBuyer => people::gap(rule, Seat::Role(BuyingRole::Buyer), inputs),
        Rule::StanceOld => people::stance_old(inputs, today),
        Rule::NoChampion => people::gap(rule, Seat::Champion, inputs),
        Rule::LowRating | Rule::RatingOld => business::rating(rule, inputs, today),
        Rule::OursOverdue => business::ours_overdue(inputs, today),
        Rule::SingleThreaded => people::single_threaded(inputs),
        Rule::StanceUnknown => people::stance_unknown(inputs),
        Rule::MotiveUnknown => people::motive_unknown(inputs),
        Rule::RoleGap => people::other_gap(inputs),
        Rule::LongSilence => people::long_silence(inputs, today),
    }
}

/// The newest answer about satisfaction, if it still says something.
fn fresh_reading(inputs: &Inputs, today: NaiveDate) -> Option<&Reading> {
    inputs.reading.as_ref().filter(|r| days_between(r.day, today) <= READING_OLD)
}

/// Something said in words of a record.
fn said(label: Explain, words: Explain) -> Input {
    Input::new(label, Figure::Words(words))
}

#[cfg(test)]
mod tests;
