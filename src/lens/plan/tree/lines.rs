//! The lines of the tree: plans, objectives, initiatives, and what hangs on them; folded, narrowed and filtered.
use std::collections::{HashMap, HashSet};

use super::filter::Filter;
use crate::domain::Id;
use crate::domain::choice::ObjectiveStatus;
use crate::domain::kind::Kind;
use crate::domain::text::fold;
use crate::store::query::account::PromiseRow;
use crate::store::query::plans::{InitiativeRow, MilestoneRow, ObjectiveRow, PlanRow, Plans};

/// By what a line is known.
pub(super) type Key = (Kind, Id);

/// What stands on a line.
#[derive(Debug, Clone, Copy)]
pub(in crate::lens::plan) enum Item<'a> {
    Plan(&'a PlanRow),
    Objective(&'a PlanRow, &'a ObjectiveRow),
    Initiative(&'a PlanRow, &'a ObjectiveRow, &'a InitiativeRow),
    Milestone(&'a PlanRow, &'a InitiativeRow, &'a MilestoneRow),
    Promise(&'a PlanRow, &'a InitiativeRow, &'a PromiseRow),
    /// An account without an open plan: its number and name.
    Without(Id, &'a str),
}

/// A line.
#[derive(Debug, Clone)]
pub(super) struct Line<'a> {
    /// Nothing: a blank line between two plans.
    pub(super) item: Option<Item<'a>>,
    /// Of every step down to it, whether it is the last one there.
    pub(super) last: Vec<bool>,
    /// How many are folded away below it.
    pub(super) folded: usize,
    /// The line above it that it is a part of.
    pub(super) parent: Option<Key>,
    /// Whether lines below it are shown.
    pub(super) open: bool,
}

/// What decides on the lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wish<'a> {
    pub(super) folds: &'a HashMap<Key, bool>,
    pub(super) filter: Filter,
    pub(super) narrowed: &'a str,
    /// Lines that have room.
    pub(super) height: usize,
    /// What is under the cursor: nothing above it is folded.
    pub(super) at: Option<Key>,
}

struct Branch<'a> {
    item: Item<'a>,
    below: Vec<Branch<'a>>,
}

impl<'a> Item<'a> {
    /// By what it is known.
    pub(super) const fn key(self) -> Key {
        match self {
            Self::Plan(p) => (Kind::Plan, p.plan.head.id),
            Self::Objective(_, o) => (Kind::Objective, o.objective.head.id),
            Self::Initiative(_, _, i) => (Kind::Initiative, i.initiative.head.id),
            Self::Milestone(_, _, m) => (Kind::Milestone, m.id),
            Self::Promise(_, _, p) => (Kind::Commitment, p.id),
            Self::Without(account, _) => (Kind::Account, account),
        }
    }

    /// What it is called.
    pub(super) fn name(self) -> &'a str {
        match self {
            Self::Plan(p) => &p.plan.name,
            Self::Objective(_, o) => &o.objective.name,
            Self::Initiative(_, _, i) => &i.initiative.name,
            Self::Milestone(_, _, m) => &m.name,
            Self::Promise(_, _, p) => p.text.lines().next().unwrap_or_default(),
            Self::Without(_, name) => name,
        }
    }

    /// Its plan.
    pub(in crate::lens::plan) const fn plan(self) -> Option<&'a PlanRow> {
        match self {
            Self::Plan(p)
            | Self::Objective(p, _)
            | Self::Initiative(p, ..)
            | Self::Milestone(p, ..)
            | Self::Promise(p, ..) => Some(p),
            Self::Without(..) => None,
        }
    }

    /// Its initiative.
    pub(super) const fn initiative(self) -> Option<&'a InitiativeRow> {
        match self {
            Self::Initiative(_, _, i) | Self::Milestone(_, i, _) | Self::Promise(_, i, _) => Some(i),
            Self::Plan(_) | Self::Objective(..) | Self::Without(..) => None,
        }
    }

    /// Whose.
    pub(in crate::lens::plan) fn account(self) -> Id {
        match self {
            Self::Without(account, _) => account,
            item => item.plan().map_or(0, |p| p.account),
        }
    }

    /// Whether it is over, so that what is below it is folded away at first.
    fn is_over(self) -> bool {
        match self {
            Self::Plan(p) => !p.plan.is_open(),
            Self::Objective(_, o) => {
                matches!(o.objective.status, Some(ObjectiveStatus::Reached | ObjectiveStatus::Dropped))
            }
            Self::Initiative(_, _, i) => i.standing.is_over(),
            Self::Milestone(..) | Self::Promise(..) | Self::Without(..) => false,
        }
    }
}

/// Everything as it belongs together.
fn forest(plans: &Plans) -> Vec<Branch<'_>> {
    let mut all: Vec<Branch<'_>> = plans.plans.iter().map(of_plan).collect();
    let alone = plans.without.iter();
    all.extend(alone.map(|(id, name)| Branch { item: Item::Without(*id, name), below: Vec::new() }));
    all
}

fn of_plan(plan: &PlanRow) -> Branch<'_> {
    let below = plan.objectives.iter().map(|o| of_objective(plan, o)).collect();
    Branch { item: Item::Plan(plan), below }
}

fn of_objective<'a>(plan: &'a PlanRow, objective: &'a ObjectiveRow) -> Branch<'a> {
    let below = objective.initiatives.iter().map(|i| of_initiative(plan, objective, i)).collect();
    Branch { item: Item::Objective(plan, objective), below }
}

fn of_initiative<'a>(
    plan: &'a PlanRow,
    objective: &'a ObjectiveRow,
    initiative: &'a InitiativeRow,
) -> Branch<'a> {
    let leaf = |item| Branch { item, below: Vec::new() };
    let milestones = initiative.milestones.iter().map(|m| leaf(Item::Milestone(plan, initiative, m)));
    let promises = initiative.promises.iter().map(|p| leaf(Item::Promise(plan, initiative, p)));
    let below = milestones.chain(promises).collect();
    Branch { item: Item::Initiative(plan, objective, initiative), below }
}

impl<'a> Branch<'a> {
    /// What is left of it where not everything is shown: what is wanted, and what that is a part of.
    fn kept(mut self, takes: &dyn Fn(Item<'a>) -> bool) -> Option<Self> {
        self.below = self.below.into_iter().filter_map(|b| b.kept(takes)).collect();
        (!self.below.is_empty() || takes(self.item)).then_some(self)
    }

    /// It and all below it.
    fn count(&self) -> usize {
        1 + self.below.iter().map(Self::count).sum::<usize>()
    }

    /// Everything above a line.
    fn above(&self, at: Key, found: &mut HashSet<Key>) -> bool {
        let below = self.below.iter().any(|b| b.item.key() == at || b.above(at, found));
        if below {
            found.insert(self.item.key());
        }
        below
    }
}

/// All that is above what is under the cursor.
pub(super) fn above(plans: &Plans, at: Key) -> HashSet<Key> {
    let mut found = HashSet::new();
    for branch in forest(plans) {
        branch.above(at, &mut found);
    }
    found
}

/// What is known by a key, wherever it stands.
pub(super) fn find(plans: &Plans, key: Key) -> Option<Item<'_>> {
    fn below<'a>(plan: &'a PlanRow, key: Key) -> Option<Item<'a>> {
        let objectives = plan.objectives.iter();
        objectives.flat_map(|o| branch(plan, o)).find(|item: &Item<'a>| item.key() == key)
    }
    fn branch<'a>(plan: &'a PlanRow, objective: &'a ObjectiveRow) -> impl Iterator<Item = Item<'a>> {
        let hanging = objective.initiatives.iter().flat_map(move |i| {
            let milestones = i.milestones.iter().map(move |m| Item::Milestone(plan, i, m));
            let promises = i.promises.iter().map(move |p| Item::Promise(plan, i, p));
            std::iter::once(Item::Initiative(plan, objective, i)).chain(milestones).chain(promises)
        });
        std::iter::once(Item::Objective(plan, objective)).chain(hanging)
    }
    match key.0 {
        Kind::Plan => plans.plans.iter().map(Item::Plan).find(|item| item.key() == key),
        Kind::Account => {
            plans.without.iter().map(|(id, name)| Item::Without(*id, name)).find(|item| item.key() == key)
        }
        _ => plans.plans.iter().find_map(|plan| below(plan, key)),
    }
}

/// How many initiatives, milestones and promises a filter takes.
pub(super) fn taken(plans: &Plans, filter: Filter, today: chrono::NaiveDate) -> usize {
    fn count(branch: &Branch<'_>, filter: Filter, today: chrono::NaiveDate) -> usize {
        let own = branch.item.initiative().is_some() && filter.takes(branch.item, today);
        usize::from(own) + branch.below.iter().map(|b| count(b, filter, today)).sum::<usize>()
    }
    forest(plans).iter().map(|b| count(b, filter, today)).sum()
}

/// The lines as wished. Without room for everything what hangs on initiatives is folded away, unless it was unfolded by hand or
/// the cursor stands there; what is narrowed is never folded.
pub(super) fn lines<'a>(plans: &'a Plans, wish: Wish<'_>, today: chrono::NaiveDate) -> Vec<Line<'a>> {
    let words: Vec<String> = fold(wish.narrowed).split_whitespace().map(str::to_owned).collect();
    let whole = wish.filter == Filter::All && words.is_empty();
    let takes = |item: Item<'a>| {
        let name = || {
            fold(&match item {
                Item::Plan(p) => format!("{} {}", p.account_name, p.plan.name),
                item => item.name().to_owned(),
            })
        };
        wish.filter.takes(item, today)
            && (words.is_empty() || words.iter().all(|w| name().contains(w.as_str())))
    };
    let mut forest = forest(plans);
    if !whole {
        forest = forest.into_iter().filter_map(|b| b.kept(&takes)).collect();
    }
    let all: usize = forest.iter().map(|b| b.count() + 1).sum();
    let open = wish.at.map(|at| above(plans, at)).unwrap_or_default();
    let folded = |item: Item<'a>| {
        let by_room = item.is_over() || (matches!(item, Item::Initiative(..)) && all > wish.height);
        whole && !open.contains(&item.key()) && wish.folds.get(&item.key()).copied().unwrap_or(by_room)
    };
    let mut lines = Vec::new();
    for (at, branch) in forest.iter().enumerate() {
        let apart = |b: &Branch<'_>| {
            !matches!(b.item, Item::Without(..)) && b.item.plan().is_some_and(|p| p.plan.is_open())
        };
        if at > 0 && (apart(branch) || forest.get(at - 1).is_some_and(apart)) {
            lines.push(Line { item: None, last: Vec::new(), folded: 0, parent: None, open: false });
        }
        flatten(branch, None, &mut Vec::new(), &folded, &mut lines);
    }
    lines
}

fn flatten<'a>(
    branch: &Branch<'a>,
    parent: Option<Key>,
    last: &mut Vec<bool>,
    folded: &dyn Fn(Item<'a>) -> bool,
    lines: &mut Vec<Line<'a>>,
) {
    let away = !branch.below.is_empty() && folded(branch.item);
    let count = if away { branch.count() - 1 } else { 0 };
    let open = !away && !branch.below.is_empty();
    lines.push(Line { item: Some(branch.item), last: last.clone(), folded: count, parent, open });
    if open {
        for (at, below) in branch.below.iter().enumerate() {
            last.push(at + 1 == branch.below.len());
            flatten(below, Some(branch.item.key()), last, folded, lines);
            last.pop();
        }
    }
}
