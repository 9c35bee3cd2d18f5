//! The plans of a scope: objectives, initiatives, milestones and the promises that hang on them, with how far each has come.
mod parts;

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::account::PromiseRow;
use super::looked_after::IN_SCOPE;
use super::{Scope, day};
use crate::domain::Id;
use crate::domain::choice::{Priority, Unit};
use crate::domain::commitment::Promise;
use crate::domain::field::{Entity, Link};
use crate::domain::kind::Kind;
use crate::domain::kpi::{Actual, Amount, Kpi};
use crate::domain::period::Period;
use crate::domain::plan::course::{Course, Standing};
use crate::domain::plan::share::{self, Done};
use crate::domain::plan::term::Reviewed;
use crate::domain::plan::{Initiative, Objective, Plan};
use crate::domain::score::{Known, Score};
use crate::store::Store;
use crate::store::fault::Fault;

/// The plans of a scope; without an account those of the accounts that are looked after.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plans {
    /// Account by account as the tabs stand: the open plans by their first day, then the closed ones, newest first.
    pub plans: Vec<PlanRow>,
    /// The accounts of the scope that have no open plan.
    pub without: Vec<(Id, String)>,
}

/// A plan with all that is in it.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanRow {
    /// The plan.
    pub plan: Plan,
    /// Whose.
    pub account: Id,
    /// What the account is called.
    pub account_name: String,
    /// By priority, then as they were written.
    pub objectives: Vec<ObjectiveRow>,
    /// Open promises of the account that hang on no initiative.
    pub loose: Vec<PromiseRow>,
    /// How far it has come, 0 … 1, and what that is made of.
    pub score: Score,
    /// How long ago it was gone through.
    pub reviewed: Reviewed,
}

/// An objective with its initiatives.
#[derive(Debug, Clone, PartialEq)]
pub struct ObjectiveRow {
    /// The objective.
    pub objective: Objective,
    /// Its indicator.
    pub measured: Option<Measured>,
    /// By their first day.
    pub initiatives: Vec<InitiativeRow>,
    /// How far it has come, and what that is made of.
    pub score: Score,
}

/// The indicator of an objective.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// The indicator.
    pub kpi: Id,
    /// What it is called.
    pub name: String,
    /// In what it is measured.
    pub unit: Unit,
    /// The newest figure: as it was entered, or as the program computes it.
    pub latest: Option<(Period, Amount)>,
}

/// An initiative with what hangs on it.
#[derive(Debug, Clone, PartialEq)]
pub struct InitiativeRow {
    /// The initiative.
    pub initiative: Initiative,
    /// By their day.
    pub milestones: Vec<MilestoneRow>,
    /// The promises of both sides, the open ones first.
    pub promises: Vec<PromiseRow>,
    /// Its course, from which the rest follows.
    pub course: Course,
    /// How far it has come, 0 … 1.
    pub progress: Known,
    /// How it stands today.
    pub standing: Standing,
}

/// A milestone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MilestoneRow {
    /// The milestone.
    pub id: Id,
    /// Of which initiative.
    pub initiative: Id,
    /// What.
    pub name: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// When it was reached.
    pub done_on: Option<NaiveDate>,
}

impl PlanRow {
    /// The initiatives that are not over: what is late first, then what ends first.
    pub fn open(&self) -> Vec<&InitiativeRow> {
        let all = self.objectives.iter().flat_map(|o| &o.initiatives);
        let mut open: Vec<_> = all.filter(|i| !i.standing.is_over()).collect();
        open.sort_by_key(|i| (!i.standing.is_late(), i.initiative.ends_on, i.initiative.head.id));
        open
    }
}

impl Plans {
    /// The plan with that number.
    pub fn plan(&self, id: Id) -> Option<&PlanRow> {
        self.plans.iter().find(|p| p.plan.head.id == id)
    }

    /// Every initiative, with its plan and its objective.
    pub fn initiatives(&self) -> impl Iterator<Item = (&PlanRow, &ObjectiveRow, &InitiativeRow)> {
        self.plans
            .iter()
            .flat_map(|p| p.objectives.iter().flat_map(move |o| o.initiatives.iter().map(move |i| (p, o, i))))
    }
}

impl MilestoneRow {
    /// Due and reached, as the rules see it.
    pub const fn promise(&self) -> Promise {
        Promise { due: self.due, done_on: self.done_on }
    }
}

impl Store {
    /// The plans of a scope.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn plans(&self, scope: Scope, today: NaiveDate) -> Result<Plans, Fault> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT p.id, a.id, a.name FROM plan p JOIN account a ON a.id = p.account WHERE a.id IN {IN_SCOPE}
             ORDER BY ifnull(a.position, 999), a.name COLLATE NOCASE, a.id, p.status = 'closed',
                 iif(p.status = 'closed', -julianday(p.starts_on), julianday(p.starts_on)), p.id"
        ))?;
        let found = statement.query_map([scope], |r| Ok((r.get(0)?, (r.get(1)?, r.get(2)?))))?;
        let found = found.collect::<Result<Vec<(Id, (Id, String))>, _>>()?;
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT a.id, a.name FROM account a WHERE a.id IN {IN_SCOPE}
                 AND NOT EXISTS (SELECT 1 FROM plan p WHERE p.account = a.id AND p.status <> 'closed')
             ORDER BY ifnull(a.position, 999), a.name COLLATE NOCASE, a.id"
        ))?;
        let without = statement.query_map([scope], |r| Ok((r.get(0)?, r.get(1)?)))?;
        let without = without.collect::<Result<_, _>>()?;
        let plans = found.into_iter().map(|(id, account)| self.plan_row(id, account, today));
        Ok(Plans { plans: plans.collect::<Result<_, _>>()?, without })
    }

    /// One plan with all that is in it.
    ///
    /// # Errors
    /// [`Fault::Missing`], and faults of the file.
    pub fn plan(&self, id: Id, today: NaiveDate) -> Result<PlanRow, Fault> {
        let sql = "SELECT a.id, a.name FROM plan p JOIN account a ON a.id = p.account WHERE p.id = ?1";
        let missing = |_| Fault::Missing { kind: Kind::Plan, id };
        let mut statement = self.conn.prepare_cached(sql)?;
        let account = statement.query_row([id], |r| Ok((r.get(0)?, r.get(1)?))).map_err(missing)?;
        self.plan_row(id, account, today)
    }

    fn plan_row(&self, id: Id, (account, name): (Id, String), today: NaiveDate) -> Result<PlanRow, Fault> {
        let plan: Plan = self.typed(id)?;
        let mut objectives = Vec::new();
        for objective in self.below("SELECT id FROM objective WHERE plan = ?1 ORDER BY id", id)? {
            objectives.push(self.objective_row(objective, today)?);
        }
        let over = self.over_elsewhere(&objectives)?;
        parts::wait(&mut objectives, over, today);
        for row in &mut objectives {
            row.score = share::of_objective(row.objective.status, &row.parts());
        }
        objectives.sort_by_key(|o| (o.objective.priority.unwrap_or(Priority::Medium), o.objective.head.id));
        let parts: Vec<Done> = objectives.iter().map(ObjectiveRow::done).collect();
        let score = share::of_plan(&parts, plan.days(), today);
        let mut loose = if plan.is_open() { self.open_promises_of(account)? } else { Vec::new() };
        loose.retain(|p| p.initiative.is_none());
        let reviewed = plan.reviewed(today);
        Ok(PlanRow { plan, account, account_name: name, objectives, loose, score, reviewed })
    }

    fn objective_row(&self, id: Id, today: NaiveDate) -> Result<ObjectiveRow, Fault> {
        let objective: Objective = self.typed(id)?;
        let measured = objective.kpi.map(|Link(kpi)| self.measured_by(kpi, today)).transpose()?;
        let mut initiatives = Vec::new();
        let sql = "SELECT id FROM initiative WHERE objective = ?1 ORDER BY starts_on, ends_on, id";
        for initiative in self.below(sql, id)? {
            initiatives.push(self.initiative_row(initiative, today)?);
        }
        let score = share::of_objective(objective.status, &[]);
        Ok(ObjectiveRow { objective, measured, initiatives, score })
    }

    fn initiative_row(&self, id: Id, today: NaiveDate) -> Result<InitiativeRow, Fault> {
        let initiative: Initiative = self.typed(id)?;
        let milestones = self.milestones_of(id)?;
        let promises = self.promises_on(id)?;
        let course = parts::course(&initiative, &milestones, &promises);
        let (progress, standing) = (course.progress(today), course.standing(today));
        Ok(InitiativeRow { initiative, milestones, promises, course, progress, standing })
    }

    fn milestones_of(&self, initiative: Id) -> Result<Vec<MilestoneRow>, Fault> {
        let sql = "SELECT id, name, due, done_on FROM milestone WHERE initiative = ?1 ORDER BY due, id";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([initiative], |r| {
            Ok(MilestoneRow {
                id: r.get(0)?,
                initiative,
                name: r.get(1)?,
                due: day(r, 2)?,
                done_on: day(r, 3)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn measured_by(&self, id: Id, today: NaiveDate) -> Result<Measured, Fault> {
        let kpi: Kpi = self.typed(id)?;
        let unit = kpi.measure.unwrap_or(Unit::Number);
        let latest = if kpi.computed.is_some() {
            self.newest_computed(&kpi, today)?
        } else {
            // Of one indicator all periods are of one length, so that their texts follow each other.
            let sql = "SELECT id FROM actual WHERE kpi = ?1 ORDER BY period DESC LIMIT 1";
            let newest = self.below(sql, id)?.first().map(|id| self.typed::<Actual>(*id)).transpose()?;
            newest.and_then(|actual| actual.period.zip(actual.value))
        };
        Ok(Measured { kpi: id, name: kpi.name, unit, latest })
    }

    /// Of what initiatives wait for in other plans of the account, whether it is over.
    fn over_elsewhere(&self, objectives: &[ObjectiveRow]) -> Result<HashMap<Id, bool>, Fault> {
        let all = || objectives.iter().flat_map(|o| &o.initiatives);
        let own: HashSet<Id> = all().map(|row| row.initiative.head.id).collect();
        let first = all().flat_map(|row| &row.initiative.after).map(|Link(id)| *id);
        let mut over = HashMap::new();
        for id in first.filter(|id| !own.contains(id)) {
            let other: Initiative = self.typed(id)?;
            over.insert(id, other.done_on.is_some() || other.dropped);
        }
        Ok(over)
    }

    /// The numbers that a statement finds for one.
    fn below(&self, sql: &str, id: Id) -> Result<Vec<Id>, Fault> {
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(statement.query_map([id], |r| r.get(0))?.collect::<Result<_, _>>()?)
    }

    /// A record with its type.
    fn typed<T: Entity>(&self, id: Id) -> Result<T, Fault> {
        let record = self.record(T::KIND, id)?;
        record.any().downcast_ref::<T>().cloned().ok_or(Fault::Missing { kind: T::KIND, id })
    }
}
