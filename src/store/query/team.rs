//! Our team at each account: who is in it, what each of them owns, owes and has not been told, and where they are expected.
mod mate;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};

use super::Scope;
use super::account::PromiseRow;
use super::decisions::DecisionRow;
use super::looked_after::looked_after;
use super::plans::{InitiativeRow, Plans};
use crate::domain::Id;
use crate::domain::choice::{PlanStatus, Side};
use crate::domain::commitment::Promise;
use crate::domain::day::plus_days;
use crate::domain::field::Link;
use crate::domain::kind::Kind;
use crate::domain::plan::course::Standing;
use crate::domain::review::Late;
use crate::store::Store;
use crate::store::fault::Fault;

/// The team of an account; whoever owns or owes something there is told of, also without being in the team.
#[derive(Debug, Clone, PartialEq)]
pub struct Team {
    /// The account.
    pub account: Id,
    /// Its name.
    pub name: String,
    /// The KAM first, then those in the team, then those who are not and own something all the same.
    pub mates: Vec<Mate>,
}

/// Somebody of ours at an account.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Mate {
    /// That they are in the team; none for the KAM and for who only owns something.
    pub assignment: Option<Id>,
    /// Who; none is the KAM.
    pub colleague: Option<Id>,
    /// Their name; empty for the KAM.
    pub name: String,
    /// What they do there, else what they do in general.
    pub function: String,
    /// Where they are written to.
    pub email: Option<String>,
    /// Since when they are in the team.
    pub since: Option<NaiveDate>,
    /// Their last day in it.
    pub until: Option<NaiveDate>,
    /// What they own of the plan in force and is not over, by its last day.
    pub owns: Vec<Owned>,
    /// The open promises that they keep, by due day.
    pub promises: Vec<PromiseRow>,
    /// Decisions of which they have not been told, the newest first.
    pub untold: Vec<Untold>,
    /// Planned conversations that they take part in, the next first.
    pub meetings: Vec<Meeting>,
}

/// An initiative that somebody owns.
#[derive(Debug, Clone, PartialEq)]
pub struct Owned {
    /// The initiative.
    pub initiative: Id,
    /// What.
    pub name: String,
    /// For which objective.
    pub objective: String,
    /// Its last day.
    pub ends_on: Option<NaiveDate>,
    /// How far it has come, 0 … 1, if that is known.
    pub progress: Option<f64>,
    /// How it stands.
    pub standing: Standing,
    /// The next milestone that is open.
    pub next: Option<(String, NaiveDate)>,
}

/// A decision that somebody has not been told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untold {
    /// The decision.
    pub decision: Id,
    /// What was decided.
    pub name: String,
    /// When.
    pub on: Option<NaiveDate>,
}

/// A planned conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// The interaction.
    pub interaction: Id,
    /// When.
    pub day: NaiveDate,
    /// At what time.
    pub time: Option<NaiveTime>,
    /// About what.
    pub about: String,
}

impl Mate {
    /// Whether they are in the team: assigned, or the KAM.
    pub const fn is_in_team(&self) -> bool {
        self.colleague.is_none() || self.assignment.is_some()
    }

    /// How many of their initiatives and promises are late.
    pub fn late(&self, today: NaiveDate) -> usize {
        let late = |p: &&PromiseRow| Promise { due: p.due, done_on: p.done_on }.days_late(today) > 0;
        self.owns.iter().filter(|o| o.standing.is_late()).count() + self.promises.iter().filter(late).count()
    }

    /// Whether there is nothing to tell of them.
    pub const fn is_idle(&self) -> bool {
        self.owns.is_empty() && self.promises.is_empty() && self.untold.is_empty() && self.meetings.is_empty()
    }
}

impl Store {
    /// The teams of a scope; without an account those of the accounts that are looked after.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn teams(&self, scope: Scope, today: NaiveDate) -> Result<Vec<Team>, Fault> {
        let accounts = scope.map_or_else(|| looked_after(&self.conn), |account| Ok(vec![account]))?;
        accounts.into_iter().map(|account| self.team(account, today)).collect()
    }

    /// What a colleague has to do with the accounts: of every account where they are in the team or own or owe something.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn teams_with(&self, colleague: Id, today: NaiveDate) -> Result<Vec<Team>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT account FROM assignment WHERE colleague = ?1
             UNION SELECT plan.account FROM initiative JOIN objective ON objective.id = initiative.objective
                JOIN plan ON plan.id = objective.plan WHERE initiative.owner = ?1 AND plan.status = 'active'
             UNION SELECT account FROM commitment INDEXED BY commitment_open
                WHERE owner = ?1 AND done_on IS NULL AND account IS NOT NULL
             ORDER BY 1",
        )?;
        let accounts = statement.query_map([colleague], |r| r.get(0))?.collect::<Result<Vec<Id>, _>>()?;
        let mut teams = Vec::new();
        for account in accounts {
            let mut team = self.team(account, today)?;
            team.mates.retain(|m| m.colleague == Some(colleague));
            if !team.mates.is_empty() {
                teams.push(team);
            }
        }
        Ok(teams)
    }

    fn team(&self, account: Id, today: NaiveDate) -> Result<Team, Fault> {
        let name = self.account_name(account)?;
        let plans = self.plans(Some(account), today)?;
        let promises: Vec<PromiseRow> =
            self.open_promises_of(account)?.into_iter().filter(|p| p.side == Side::Ours).collect();
        let mut mates = vec![Mate::default()];
        mates.extend(self.assigned(account, today)?);
        let owners = running(&plans).filter_map(|row| row.initiative.owner.map(|Link(id)| id));
        let keepers = promises.iter().filter_map(|p| p.owner.as_ref().map(|(id, _)| *id));
        let others: BTreeSet<Id> = owners.chain(keepers).collect();
        for id in others {
            if mates.iter().all(|m| m.colleague != Some(id)) {
                mates.push(self.mate(id)?);
            }
        }
        let decisions = self.decisions(Some(account), today)?.rows;
        for mate in &mut mates {
            mate.owns = owned(&plans, mate.colleague);
            let own = |p: &&PromiseRow| p.owner.as_ref().map(|(id, _)| *id) == mate.colleague;
            mate.promises = promises.iter().filter(own).cloned().collect();
            if let Some(colleague) = mate.colleague {
                mate.untold = untold_to(&decisions, colleague);
                mate.meetings = self.expected_at(account, colleague, today)?;
            }
        }
        Ok(Team { account, name, mates })
    }
}

/// The initiatives of the plans in force that are not over.
pub(super) fn running(plans: &Plans) -> impl Iterator<Item = &InitiativeRow> {
    let active = plans.initiatives().filter(|(plan, ..)| plan.plan.status == Some(PlanStatus::Active));
    active.map(|(_, _, row)| row).filter(|row| !row.standing.is_over())
}

/// The decisions that a colleague must know and has not been told, the newest first.
fn untold_to(decisions: &[DecisionRow], colleague: Id) -> Vec<Untold> {
    let waits = |row: &&DecisionRow| row.untold(None).any(|who| who == (Kind::Colleague, colleague));
    let untold = |row: &DecisionRow| {
        let of = &row.decision;
        Untold { decision: of.head.id, name: of.name.clone(), on: of.decided_on }
    };
    let mut found: Vec<Untold> = decisions.iter().filter(waits).map(untold).collect();
    found.sort_by_key(|u| (Reverse(u.on), u.decision));
    found
}

/// What a colleague owns; without one what is left to the KAM. What is theirs is nobody's of ours.
fn owned(plans: &Plans, owner: Option<Id>) -> Vec<Owned> {
    let objectives = plans.initiatives().map(|(_, objective, row)| (row.initiative.head.id, objective));
    let objectives: std::collections::HashMap<_, _> = objectives.collect();
    let own = |row: &&InitiativeRow| {
        row.initiative.theirs.is_none() && row.initiative.owner.map(|Link(id)| id) == owner
    };
    let mut owns: Vec<Owned> = running(plans)
        .filter(own)
        .map(|row| Owned {
            initiative: row.initiative.head.id,
            name: row.initiative.name.clone(),
            objective: objectives
                .get(&row.initiative.head.id)
                .map(|o| o.objective.name.clone())
                .unwrap_or_default(),
            ends_on: row.initiative.ends_on,
            progress: row.progress.as_ref().ok().copied(),
            standing: row.standing,
            next: row
                .milestones
                .iter()
                .filter(|m| m.done_on.is_none())
                .find_map(|m| Some((m.name.clone(), m.due?))),
        })
        .collect();
    owns.sort_by_key(|o| (o.ends_on, o.initiative));
    owns
}

/// The initiatives of plans in force that are late, the latest first: past their end, or with a milestone or a promise past its day.
pub(super) fn late(plans: &Plans, today: NaiveDate) -> Vec<Late> {
    let one = |row: &InitiativeRow| {
        let days = match row.standing {
            Standing::Late(days) | Standing::Slipping(days) => days,
            Standing::Dropped
            | Standing::Done(_)
            | Standing::Waiting(_)
            | Standing::Behind(_)
            | Standing::Ripe
            | Standing::Running
            | Standing::Ahead => return None,
        };
        let open = row.milestones.iter().filter(|m| m.promise().days_late(today) > 0);
        Some(Late {
            initiative: row.initiative.head.id,
            name: row.initiative.name.clone(),
            since: plus_days(today, -days),
            milestone: open.min_by_key(|m| m.due).map(|m| m.name.clone()),
            owner: row.initiative.owner.map(|Link(id)| id),
            theirs: row.initiative.theirs.map(|Link(id)| id),
        })
    };
    let mut late: Vec<Late> = running(plans).filter_map(one).collect();
    late.sort_by_key(|l| (l.since, l.initiative));
    late
}
