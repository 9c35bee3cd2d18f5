//! In which order the parts of a plan stand. What has nothing to be sorted by comes last, either way round.
use std::cmp::Ordering;

use chrono::NaiveDate;

use super::Tree;
use crate::command::Command;
use crate::domain::choice::Side;
use crate::domain::field::Link;
use crate::domain::plan::course::Standing;
use crate::domain::text::fold;
use crate::lang::value::Context;
use crate::lens::Cx;
use crate::report::plan;
use crate::store::query::account::PromiseRow;
use crate::store::query::plans::{InitiativeRow, ObjectiveRow, Plans};

/// By what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sort {
    /// Objectives by priority, initiatives by their first day.
    #[default]
    Plan,
    /// What ends first.
    End,
    /// What has come the least far.
    Progress,
    /// What is mine, then colleague by colleague, then theirs.
    Who,
}

impl Sort {
    const fn next(self) -> Self {
        match self {
            Self::Plan => Self::End,
            Self::End => Self::Progress,
            Self::Progress => Self::Who,
            Self::Who => Self::Plan,
        }
    }
}

/// By what, and which way round.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Order {
    pub(super) sort: Sort,
    pub(super) reversed: bool,
}

/// What is compared; `None` comes last.
type Rank = Option<(i64, String)>;

impl Order {
    /// The plans as they were asked for, what is in them in this order. Equals stay as they were.
    pub(super) fn of(self, given: &Plans, cx: &Context<'_>) -> Plans {
        let mut plans = given.clone();
        if self.sort == Sort::Plan {
            return plans;
        }
        for objective in plans.plans.iter_mut().flat_map(|row| &mut row.objectives) {
            for initiative in &mut objective.initiatives {
                if self.sort == Sort::End {
                    self.arrange(&mut initiative.milestones, |m| of_day(m.done_on.or(m.due)));
                }
                self.arrange(&mut initiative.promises, |p| self.of_promise(p, cx));
            }
            self.arrange(&mut objective.initiatives, |i| self.of_initiative(i, cx));
        }
        for row in &mut plans.plans {
            self.arrange(&mut row.objectives, |o| self.of_objective(o, cx));
        }
        plans
    }

    fn arrange<T>(self, rows: &mut [T], rank: impl Fn(&T) -> Rank) {
        rows.sort_by(|a, b| match (rank(a), rank(b)) {
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Greater,
            (Some(_), None) => Ordering::Less,
            (Some(a), Some(b)) if self.reversed => b.cmp(&a),
            (Some(a), Some(b)) => a.cmp(&b),
        });
    }

    /// An objective ends with the last of what was not given up of it.
    fn of_objective(self, row: &ObjectiveRow, cx: &Context<'_>) -> Rank {
        let there = row.initiatives.iter().filter(|one| one.standing != Standing::Dropped);
        match self.sort {
            Sort::Plan => None,
            Sort::End => of_day(there.filter_map(|one| one.initiative.ends_on).max()),
            Sort::Progress => row.score.amount().map(of_share),
            Sort::Who => Some(of_ours(row.objective.owner, cx)),
        }
    }

    fn of_initiative(self, row: &InitiativeRow, cx: &Context<'_>) -> Rank {
        let of = &row.initiative;
        match self.sort {
            Sort::Plan => None,
            Sort::End => of_day(of.done_on.or(of.ends_on)),
            Sort::Progress => row.progress.as_ref().ok().copied().map(of_share),
            Sort::Who if of.theirs.is_some() => Some((2, fold(&plan::owner(of, cx)))),
            Sort::Who => Some(of_ours(of.owner, cx)),
        }
    }

    fn of_promise(self, row: &PromiseRow, cx: &Context<'_>) -> Rank {
        match self.sort {
            Sort::Plan | Sort::Progress => None,
            Sort::End => of_day(row.done_on.or(row.due)),
            Sort::Who if row.side == Side::Theirs => Some((2, fold(&plan::part::who(row, cx)))),
            Sort::Who => Some(of_ours(row.owner.as_ref().map(|(id, _)| Link(*id)), cx)),
        }
    }
}

fn of_day(day: Option<NaiveDate>) -> Rank {
    day.map(|day| (0, day.to_string()))
}

#[expect(clippy::cast_possible_truncation, reason = "0 … 1")]
fn of_share(share: f64) -> (i64, String) {
    ((share * 1_000_000.0).round() as i64, String::new())
}

fn of_ours(owner: Option<Link>, cx: &Context<'_>) -> (i64, String) {
    let name = owner.map(|Link(id)| plan::colleague_or_me(Some(id), cx));
    name.map_or_else(|| (0, String::new()), |name| (1, fold(&name)))
}

impl Tree {
    /// `s` and `S`: by something else, and the other way round. The cursor stays on its record.
    pub(super) fn sort(&mut self, command: Command, cx: &Cx<'_>) {
        self.keep_open();
        self.order = match command {
            Command::Sort => Order { sort: self.order.sort.next(), reversed: false },
            _ => Order { reversed: !self.order.reversed, ..self.order },
        };
        self.plans = self.order.of(&self.given, &cx.values());
    }
}
