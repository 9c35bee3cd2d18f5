//! What the parts of a plan are to the formulas.
use std::collections::HashMap;

use chrono::NaiveDate;

use super::{InitiativeRow, MilestoneRow, ObjectiveRow, PlanRow};
use crate::domain::Id;
use crate::domain::choice::ObjectiveStatus;
use crate::domain::commitment::Promise;
use crate::domain::explain::Explain;
use crate::domain::field::Link;
use crate::domain::kind::Kind;
use crate::domain::plan::Initiative;
use crate::domain::plan::course::{Course, Piece, Standing};
use crate::domain::plan::share::{self, Done};
use crate::store::query::account::PromiseRow;

impl PlanRow {
    /// Why its progress is not known.
    pub fn unknown(&self) -> Explain {
        self.score.value.clone().err().unwrap_or_else(|| Explain::new("plan-no-objectives"))
    }
}

/// The course of an initiative; whether it waits for another is not known here.
pub(super) fn course(
    initiative: &Initiative,
    milestones: &[MilestoneRow],
    promises: &[PromiseRow],
) -> Course {
    let milestone = |m: &MilestoneRow| Piece {
        kind: Kind::Milestone,
        id: m.id,
        name: m.name.clone(),
        promise: m.promise(),
    };
    let promise = |p: &PromiseRow| Piece {
        kind: Kind::Commitment,
        id: p.id,
        name: p.text.lines().next().unwrap_or_default().to_owned(),
        promise: Promise { due: p.due, done_on: p.done_on },
    };
    Course {
        days: initiative.days(),
        done_on: initiative.done_on,
        dropped: initiative.dropped,
        entered: initiative.progress,
        pieces: milestones.iter().map(milestone).chain(promises.iter().map(promise)).collect(),
        waits_for: None,
    }
}

/// What waits for something that is not finished is told so; `over` says it of what stands in other plans.
pub(super) fn wait(objectives: &mut [ObjectiveRow], mut over: HashMap<Id, bool>, today: NaiveDate) {
    let all = objectives.iter().flat_map(|o| &o.initiatives);
    over.extend(all.map(|i| (i.initiative.head.id, i.standing.is_over())));
    for row in objectives.iter_mut().flat_map(|o| &mut o.initiatives) {
        let open = row.initiative.after.iter().find(|Link(first)| over.get(first) == Some(&false));
        if let Some(Link(first)) = open {
            row.course.waits_for = Some(*first);
            row.standing = row.course.standing(today);
        }
    }
}

impl ObjectiveRow {
    /// Its initiatives as parts of it; what was given up counts for nothing.
    pub(super) fn parts(&self) -> Vec<Done> {
        let part = |row: &InitiativeRow| Done {
            kind: Kind::Initiative,
            id: row.initiative.head.id,
            name: row.initiative.name.clone(),
            share: row.progress.clone(),
            weight: (row.standing != Standing::Dropped).then_some(1.0),
        };
        self.initiatives.iter().map(part).collect()
    }

    /// As a part of its plan.
    pub(super) fn done(&self) -> Done {
        let counts = self.objective.status != Some(ObjectiveStatus::Dropped);
        Done {
            kind: Kind::Objective,
            id: self.objective.head.id,
            name: self.objective.name.clone(),
            share: self.score.amount().ok_or_else(|| self.unknown()),
            weight: counts.then(|| share::weight(self.objective.priority)),
        }
    }

    /// Why its progress is not known.
    pub fn unknown(&self) -> Explain {
        self.score.value.clone().err().unwrap_or_else(|| Explain::new("plan-no-initiatives"))
    }
}
