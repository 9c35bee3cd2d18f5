//! Which rows of the chart are wanted.
use std::collections::HashMap;

use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::domain::text::fold;
use crate::store::query::plans::{InitiativeRow, ObjectiveRow, Plans};

/// Which initiatives are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Only {
    /// All.
    #[default]
    All,
    /// What is not over.
    Open,
    /// What is late, or has something late in it.
    Late,
    /// What nobody else does.
    Mine,
}

impl Only {
    /// The next selection; they come round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::All => Self::Open,
            Self::Open => Self::Late,
            Self::Late => Self::Mine,
            Self::Mine => Self::All,
        }
    }

    /// End of the key of its words (`plan-filter-<name>`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Open => "open",
            Self::Late => "late",
            Self::Mine => "mine",
        }
    }

    fn takes(self, row: &InitiativeRow) -> bool {
        match self {
            Self::All => true,
            Self::Open => !row.standing.is_over(),
            Self::Late => row.standing.is_late(),
            Self::Mine => row.initiative.owner.is_none() && row.initiative.theirs.is_none(),
        }
    }
}

/// Which rows are wanted.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// What was folded or unfolded by hand; else only milestones and closed plans are hidden.
    pub folds: HashMap<(Kind, Id), bool>,
    /// Which initiatives.
    pub only: Only,
    /// Words that must be in the name of an initiative, its milestones or its objective; then nothing is folded.
    pub text: String,
}

impl Wanted {
    /// Every row, nothing folded.
    pub fn whole(plans: &Plans) -> Self {
        let all = plans.initiatives().map(|(_, _, row)| (Kind::Initiative, row.initiative.head.id));
        let closed = plans.plans.iter().map(|row| (Kind::Plan, row.plan.head.id));
        Self { folds: all.chain(closed).map(|one| (one, false)).collect(), ..Self::default() }
    }

    /// Whether not all there is is wanted.
    pub fn is_narrowed(&self) -> bool {
        self.only != Only::All || !self.text.is_empty()
    }

    pub(super) fn folded(&self, subject: (Kind, Id), otherwise: bool) -> bool {
        self.text.is_empty() && self.folds.get(&subject).copied().unwrap_or(otherwise)
    }

    pub(super) fn names(&self, text: &str) -> bool {
        let text = fold(text);
        fold(&self.text).split_whitespace().all(|word| text.contains(word))
    }

    pub(super) fn takes(&self, objective: &ObjectiveRow, row: &InitiativeRow) -> bool {
        let milestones: Vec<&str> = row.milestones.iter().map(|m| m.name.as_str()).collect();
        let text = format!("{} {} {}", objective.objective.name, row.initiative.name, milestones.join(" "));
        self.only.takes(row) && self.names(&text)
    }
}
