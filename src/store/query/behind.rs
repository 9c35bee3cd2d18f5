//! What stands behind a row of the queue or of the week: the person, the promise, the conversations.
use chrono::NaiveDate;
use rusqlite::params;

use super::account::PromiseRow;
use super::decisions::DecisionRow;
use super::log::{Filter, LogQuery, LogRow};
use super::people::PersonRow;
use crate::domain::Id;
use crate::domain::field::Link;
use crate::domain::kind::Kind;
use crate::domain::market::Perk;
use crate::domain::opportunity::Contract;
use crate::domain::plan::{Initiative, Milestone, Objective, Plan};
use crate::domain::problem::Problem;
use crate::store::Store;
use crate::store::fault::Fault;

/// How many conversations are named at most.
const TALKS: usize = 6;

/// About which row something is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Row {
    /// Its record; `None` is the row that counts entries to sort out.
    pub subject: Option<(Kind, Id)>,
    /// The client.
    pub account: Option<Id>,
    /// The person concerned.
    pub person: Option<Id>,
}

/// A milestone, and what it is a step of.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Step {
    /// The milestone.
    pub milestone: Milestone,
    /// Its initiative.
    pub initiative: Option<Initiative>,
    /// The plan of that.
    pub plan: Option<Plan>,
}

/// What stands behind a row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Behind {
    /// About which row it was asked.
    pub of: Row,
    /// The person, at the account of the row.
    pub person: Option<PersonRow>,
    /// The promise.
    pub promise: Option<PromiseRow>,
    /// The conversation: the planned one, or that in which the promise was made.
    pub talk: Option<LogRow>,
    /// The last held conversations with the person, else with the account, newest first; of the counting row the entries.
    pub talks: Vec<LogRow>,
    /// The problem.
    pub problem: Option<Problem>,
    /// The contract.
    pub contract: Option<Contract>,
    /// The decision, with who has been told.
    pub decision: Option<DecisionRow>,
    /// The milestone, with that of which it is.
    pub milestone: Option<Step>,
    /// What is given to the client alone.
    pub care: Option<Perk>,
    /// The other open promises between us and the person, by due day.
    pub open: Vec<PromiseRow>,
}

impl Store {
    /// What stands behind a row; what is no longer there is left out.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn behind(&self, of: Row, today: NaiveDate) -> Result<Behind, Fault> {
        let mut behind = Behind { of, ..Behind::default() };
        let talk = match of.subject {
            Some((Kind::Commitment, id)) => {
                behind.promise = self.promise(id)?;
                behind.promise.as_ref().and_then(|p| p.interaction)
            }
            Some((Kind::Interaction, id)) => Some(id),
            Some((Kind::Problem, id)) => {
                behind.problem = self.one(Kind::Problem, id)?;
                behind.problem.as_ref().and_then(|p| p.interaction).map(|Link(id)| id)
            }
            Some((Kind::Contract, id)) => {
                behind.contract = self.one(Kind::Contract, id)?;
                None
            }
            Some((Kind::Decision, id)) => {
                behind.decision = self.decision_row(id)?;
                let made_in = behind.decision.as_ref().and_then(|d| d.decision.interaction);
                made_in.map(|Link(id)| id)
            }
            Some((Kind::Milestone, id)) => {
                behind.milestone = self.step(id)?;
                None
            }
            Some((Kind::Perk, id)) => {
                behind.care = self.one(Kind::Perk, id)?;
                None
            }
            Some(_) => None,
            None => {
                let filter = Filter { to_sort: true, ..Filter::default() };
                behind.talks = self.log(&LogQuery { filter, limit: TALKS, ..LogQuery::default() })?.rows;
                return Ok(behind);
            }
        };
        let ids: Vec<Id> = talk.into_iter().collect();
        behind.talk = self.log_rows(&ids)?.pop();
        if let Some(person) = of.person {
            behind.person = self.person_at(person, of.account, today)?;
            behind.open = self.promises_with(person)?;
            behind.open.retain(|p| Some((Kind::Commitment, p.id)) != of.subject);
        }
        behind.talks = self.last_talks(of, today)?;
        behind.talks.retain(|t| Some(t.id) != talk);
        Ok(behind)
    }

    /// A milestone with its initiative and plan.
    fn step(&self, id: Id) -> Result<Option<Step>, Fault> {
        let Some(milestone) = self.one::<Milestone>(Kind::Milestone, id)? else { return Ok(None) };
        let Some(Link(id)) = milestone.initiative else {
            return Ok(Some(Step { milestone, ..Step::default() }));
        };
        let initiative: Option<Initiative> = self.one(Kind::Initiative, id)?;
        let objective = initiative.as_ref().and_then(|i| i.objective);
        let objective: Option<Objective> =
            objective.map_or(Ok(None), |Link(id)| self.one(Kind::Objective, id))?;
        let plan = objective.and_then(|o| o.plan).map_or(Ok(None), |Link(id)| self.one(Kind::Plan, id))?;
        Ok(Some(Step { milestone, initiative, plan }))
    }

    /// A record as what it is; `None` where it is gone.
    pub(super) fn one<T: Clone + 'static>(&self, kind: Kind, id: Id) -> Result<Option<T>, Fault> {
        match self.record(kind, id) {
            Ok(record) => Ok(record.any().downcast_ref::<T>().cloned()),
            Err(Fault::Missing { .. }) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// A person at an account (at their first without one), with strength and heat.
    fn person_at(
        &self,
        person: Id,
        account: Option<Id>,
        today: NaiveDate,
    ) -> Result<Option<PersonRow>, Fault> {
        let mut rows = self.people_of(person, today)?;
        let at = rows.iter().position(|p| p.account == account).unwrap_or(0);
        Ok((at < rows.len()).then(|| rows.swap_remove(at)))
    }

    fn last_talks(&self, of: Row, today: NaiveDate) -> Result<Vec<LogRow>, Fault> {
        let (sql, of) = match (of.person, of.account) {
            (Some(person), _) => (
                "SELECT interaction FROM touch WHERE person = ?1 AND day <= ?2 ORDER BY day DESC, interaction DESC LIMIT ?3",
                person,
            ),
            (None, Some(account)) => (
                "SELECT id FROM interaction WHERE account = ?1 AND day <= ?2 AND planned = 0
                 ORDER BY day DESC, ifnull(time, '') DESC, id DESC LIMIT ?3",
                account,
            ),
            (None, None) => return Ok(Vec::new()),
        };
        let mut statement = self.conn.prepare_cached(sql)?;
        let ids = statement
            .query_map(params![of, today.to_string(), TALKS], |r| r.get(0))?
            .collect::<Result<Vec<Id>, _>>()?;
        self.log_rows(&ids)
    }
}
