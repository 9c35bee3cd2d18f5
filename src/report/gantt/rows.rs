//! The rows of the chart: plans, their objectives, initiatives, and milestones where they are unfolded.
use std::collections::HashMap;

use crate::domain::Id;
use crate::domain::choice::ObjectiveStatus;
use crate::domain::field::Link as To;
use crate::domain::gantt::{Bar, Body, Link, Point, Span, State};
use crate::domain::kind::Kind;
use crate::domain::plan::course::Standing;
use crate::domain::score::Known;
use crate::lang::value::Context;
use crate::report::plan::share;
use crate::store::query::plans::{InitiativeRow, MilestoneRow, ObjectiveRow, Plans};

use super::of::Of;
use super::wanted::Wanted;

/// A row of the chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Of what.
    pub of: Of,
    /// How deep it stands in the tree.
    pub depth: usize,
    /// What it is called.
    pub name: String,
    /// Its bar; none where there is nothing with a day.
    pub bar: Option<Bar>,
    /// Whether its rows below it are hidden; `None` where it has none.
    pub folded: Option<bool>,
    /// How far it has come; `None` where that is not known.
    pub share: Option<String>,
    /// How many initiatives below it are late.
    pub late_below: usize,
}

impl Row {
    /// Whether it can be moved in time.
    pub const fn is_bar(&self) -> bool {
        match self.of {
            Of::Objective(..) | Of::Initiative(..) | Of::Milestone(..) => true,
            Of::Plan(_) | Of::Without(_) => false,
        }
    }
}

/// The rows of the plans, and what among them waits for what.
pub fn rows(plans: &Plans, wanted: &Wanted, cx: &Context<'_>) -> (Vec<Row>, Vec<Link>) {
    let mut made = Made { plans, wanted, cx, rows: Vec::new() };
    for p in 0..plans.plans.len() {
        made.plan(p);
    }
    if !wanted.is_narrowed() {
        made.rows.extend(plans.without.iter().enumerate().map(|(at, (_, name))| Row {
            of: Of::Without(at),
            depth: 0,
            name: name.clone(),
            bar: None,
            folded: None,
            share: None,
            late_below: 0,
        }));
    }
    let links = links(&made.rows, plans);
    (made.rows, links)
}

/// What waits for what, where both have a row.
fn links(rows: &[Row], plans: &Plans) -> Vec<Link> {
    let initiative = |row: &Row| match row.of {
        Of::Initiative(..) => row.of.initiative(plans),
        Of::Plan(_) | Of::Objective(..) | Of::Milestone(..) | Of::Without(_) => None,
    };
    let all = || rows.iter().enumerate().filter_map(|(at, row)| Some((at, initiative(row)?)));
    let places: HashMap<Id, usize> = all().map(|(at, one)| (one.initiative.head.id, at)).collect();
    let mut links = Vec::new();
    for (after, one) in all() {
        let first = one.initiative.after.iter().filter_map(|To(id)| places.get(id));
        links.extend(first.map(|before| Link { before: *before, after }));
    }
    links
}

/// Rows as they are made.
struct Made<'a> {
    plans: &'a Plans,
    wanted: &'a Wanted,
    cx: &'a Context<'a>,
    rows: Vec<Row>,
}

impl Made<'_> {
    fn plan(&mut self, p: usize) {
        let (wanted, plans) = (self.wanted, self.plans);
        let Some(row) = plans.plans.get(p) else { return };
        // What is over is told only where nothing else is.
        let others = || plans.plans.iter().filter(|other| other.account == row.account);
        if !row.plan.is_open() && others().any(|other| other.plan.is_open()) {
            return;
        }
        let taken =
            |objective: &ObjectiveRow| objective.initiatives.iter().any(|one| wanted.takes(objective, one));
        if wanted.is_narrowed() && !row.objectives.iter().any(taken) {
            return;
        }
        let folded = wanted.folded((Kind::Plan, row.plan.head.id), !row.plan.is_open());
        let late_below =
            row.objectives.iter().flat_map(|o| &o.initiatives).filter(|one| one.standing.is_late()).count();
        let bar = row.plan.days().map(|(from, to)| Bar {
            body: if folded { Body::Sum } else { Body::Period },
            span: Span::between(from, to),
            done: percent(row.score.amount()),
            state: if late_below > 0 { State::Late } else { State::Open },
            points: Vec::new(),
        });
        let name = match self.cx.scope {
            Some(_) => row.plan.name.clone(),
            None => format!("{} · {}", row.account_name, row.plan.name),
        };
        self.push(Row {
            of: Of::Plan(p),
            depth: 0,
            name,
            bar,
            folded: (!row.objectives.is_empty()).then_some(folded),
            share: row.score.amount().map(|amount| share(&Ok(amount), self.cx)),
            late_below,
        });
        if !folded {
            for o in 0..row.objectives.len() {
                self.objective(p, o);
            }
        }
    }

    fn objective(&mut self, p: usize, o: usize) {
        let (wanted, of) = (self.wanted, Of::Objective(p, o));
        let Some(row) = of.objective(self.plans) else { return };
        let shown: Vec<usize> =
            (0..row.initiatives.len()).filter(|i| wanted.takes(row, &row.initiatives[*i])).collect();
        if shown.is_empty() && wanted.is_narrowed() {
            return;
        }
        let folded = wanted.folded((Kind::Objective, row.objective.head.id), false);
        let late_below = row.initiatives.iter().filter(|one| one.standing.is_late()).count();
        self.push(Row {
            of,
            depth: 0,
            name: row.objective.name.clone(),
            bar: sum(row, folded && late_below > 0),
            folded: (!row.initiatives.is_empty()).then_some(folded),
            share: row.score.amount().map(|amount| share(&Ok(amount), self.cx)),
            late_below,
        });
        if !folded {
            for i in shown {
                self.initiative(Of::Initiative(p, o, i), (p, o, i));
            }
        }
    }

    fn initiative(&mut self, of: Of, (p, o, i): (usize, usize, usize)) {
        let Some(row) = of.initiative(self.plans) else { return };
        let found = !self.wanted.text.is_empty() && row.milestones.iter().any(|m| self.wanted.names(&m.name));
        let folded = !found && self.wanted.folded((Kind::Initiative, row.initiative.head.id), true);
        let milestones = row.milestones.iter().filter_map(|m| {
            let state = self.state(m, row);
            day_of(m).map(|day| Point { day, state })
        });
        let bar = row.initiative.days().map(|(from, to)| Bar {
            body: Body::Bar,
            span: Span::between(from, to),
            done: percent(row.progress.as_ref().ok().copied()),
            state: state(row.standing),
            points: milestones.collect(),
        });
        self.push(Row {
            of,
            depth: 1,
            name: row.initiative.name.clone(),
            bar,
            folded: (!row.milestones.is_empty()).then_some(folded),
            share: known(&row.progress, self.cx),
            late_below: 0,
        });
        for (m, milestone) in row.milestones.iter().enumerate().filter(|_| !folded) {
            let state = self.state(milestone, row);
            let span = day_of(milestone).map(Span::of);
            let body = Body::Point;
            self.push(Row {
                of: Of::Milestone(p, o, i, m),
                depth: 2,
                name: milestone.name.clone(),
                bar: span.map(|span| Bar { body, span, done: 0, state, points: Vec::new() }),
                folded: None,
                share: None,
                late_below: 0,
            });
        }
    }

    fn state(&self, milestone: &MilestoneRow, of: &InitiativeRow) -> State {
        if milestone.done_on.is_some() {
            State::Done
        } else if of.standing.is_over() {
            State::Dropped
        } else if milestone.promise().days_late(self.cx.today) > 0 {
            State::Late
        } else {
            State::Open
        }
    }

    fn push(&mut self, row: Row) {
        self.rows.push(row);
    }
}

/// Where a milestone stands: on the day on which it was reached, until then where it is due.
fn day_of(milestone: &MilestoneRow) -> Option<chrono::NaiveDate> {
    milestone.done_on.or(milestone.due)
}

/// The bar is late once its last day has gone by; a milestone that is late shows by itself.
const fn state(standing: Standing) -> State {
    match standing {
        Standing::Late(_) => State::Late,
        Standing::Done(_) => State::Done,
        Standing::Dropped => State::Dropped,
        Standing::Slipping(_)
        | Standing::Waiting(_)
        | Standing::Behind(_)
        | Standing::Ripe
        | Standing::Running
        | Standing::Ahead => State::Open,
    }
}

/// From the first to the last day of what was not given up in an objective.
fn sum(row: &ObjectiveRow, late: bool) -> Option<Bar> {
    let there = row.initiatives.iter().filter(|one| one.standing != Standing::Dropped);
    let spans = there.filter_map(|one| one.initiative.days()).map(|(from, to)| Span::between(from, to));
    let state = match row.objective.status {
        Some(ObjectiveStatus::Reached) => State::Done,
        Some(ObjectiveStatus::Dropped) => State::Dropped,
        Some(ObjectiveStatus::Open) | None if late => State::Late,
        Some(ObjectiveStatus::Open) | None => State::Open,
    };
    let done = percent(row.score.amount());
    spans.reduce(Span::and).map(|span| Bar { body: Body::Sum, span, done, state, points: Vec::new() })
}

fn known(of: &Known, cx: &Context<'_>) -> Option<String> {
    of.is_ok().then(|| share(of, cx))
}

#[expect(clippy::cast_possible_truncation, reason = "0 … 100")]
fn percent(share: Option<f64>) -> i64 {
    (share.unwrap_or(0.0).clamp(0.0, 1.0) * 100.0).round() as i64
}
