//! Of what a row of the chart is.
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::store::query::plans::{InitiativeRow, MilestoneRow, ObjectiveRow, PlanRow, Plans};

/// Of what a row is, by its places in the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// A plan.
    Plan(usize),
    /// An objective of a plan.
    Objective(usize, usize),
    /// An initiative of an objective.
    Initiative(usize, usize, usize),
    /// A milestone of an initiative.
    Milestone(usize, usize, usize, usize),
    /// An account that has no plan.
    Without(usize),
}

impl Of {
    /// The plan it is in.
    pub fn plan(self, plans: &Plans) -> Option<&PlanRow> {
        match self {
            Self::Plan(p) | Self::Objective(p, _) | Self::Initiative(p, ..) | Self::Milestone(p, ..) => {
                plans.plans.get(p)
            }
            Self::Without(_) => None,
        }
    }

    /// The objective it is, or is in.
    pub fn objective(self, plans: &Plans) -> Option<&ObjectiveRow> {
        match self {
            Self::Objective(_, o) | Self::Initiative(_, o, _) | Self::Milestone(_, o, ..) => {
                self.plan(plans)?.objectives.get(o)
            }
            Self::Plan(_) | Self::Without(_) => None,
        }
    }

    /// The initiative it is, or is in.
    pub fn initiative(self, plans: &Plans) -> Option<&InitiativeRow> {
        match self {
            Self::Initiative(_, _, i) | Self::Milestone(_, _, i, _) => {
                self.objective(plans)?.initiatives.get(i)
            }
            Self::Plan(_) | Self::Objective(..) | Self::Without(_) => None,
        }
    }

    /// The milestone it is.
    pub fn milestone(self, plans: &Plans) -> Option<&MilestoneRow> {
        match self {
            Self::Milestone(.., m) => self.initiative(plans)?.milestones.get(m),
            Self::Plan(_) | Self::Objective(..) | Self::Initiative(..) | Self::Without(_) => None,
        }
    }

    /// The record it is; an account without a plan is none.
    pub fn subject(self, plans: &Plans) -> Option<(Kind, Id)> {
        match self {
            Self::Plan(_) => Some((Kind::Plan, self.plan(plans)?.plan.head.id)),
            Self::Objective(..) => Some((Kind::Objective, self.objective(plans)?.objective.head.id)),
            Self::Initiative(..) => Some((Kind::Initiative, self.initiative(plans)?.initiative.head.id)),
            Self::Milestone(..) => Some((Kind::Milestone, self.milestone(plans)?.id)),
            Self::Without(_) => None,
        }
    }

    /// The account.
    pub fn account(self, plans: &Plans) -> Option<Id> {
        match self {
            Self::Without(at) => plans.without.get(at).map(|without| without.0),
            of => of.plan(plans).map(|plan| plan.account),
        }
    }
}
