//! What is done when: plans as a Gantt chart. Places in time are shares of the stretch that is drawn.
use chrono::{Datelike, NaiveDate};

use super::{Bar, Gantt, Lane, Mark, Picture, Plot, Tick};
use crate::domain::cadence::as_f64;
use crate::domain::choice::ObjectiveStatus;
use crate::domain::day::{days_between, plus_days, plus_months};
use crate::domain::gantt::Span;
use crate::domain::plan::course::Standing;
use crate::lang::day;
use crate::lang::value::Context;
use crate::report::block::Tone;
use crate::report::plan::{owner_by_name, share, standing};
use crate::store::query::plans::{InitiativeRow, MilestoneRow, ObjectiveRow, PlanRow};

/// Days from which quarters are named instead of months.
const LONG: i64 = 250;

/// How much of a plan is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Only its objectives, with all milestones on their lane.
    Objectives,
    /// Its initiatives too.
    Initiatives,
}

/// Days as shares of a stretch, both ends within.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch(Span);

impl Stretch {
    /// The stretch that holds all of these days; nothing without any.
    pub fn of(days: impl IntoIterator<Item = NaiveDate>) -> Option<Self> {
        days.into_iter().map(Span::of).reduce(Span::and).map(Self)
    }

    /// Where a day begins, 0 … 1.
    pub fn at(self, day: NaiveDate) -> f64 {
        let all = days_between(self.0.from, self.0.to) + 1;
        (as_f64(days_between(self.0.from, day)) / as_f64(all.max(1))).clamp(0.0, 1.0)
    }

    /// From the beginning of the first day to the end of the last one.
    pub fn bar(self, from: NaiveDate, to: NaiveDate, done: Option<f64>) -> Bar {
        Bar { from: self.at(from.min(to)), until: self.at(plus_days(to.max(from), 1)), done }
    }

    /// Where months begin, of a long stretch quarters; the first of a year says which.
    pub fn ticks(self, cx: &Context<'_>) -> Vec<Tick> {
        let step = if days_between(self.0.from, self.0.to) > LONG { 3 } else { 1 };
        let Span { from, to } = self.0;
        let months = from.month0() % step;
        let months = i32::try_from(if months == 0 && from.day() == 1 { 0 } else { step - months });
        let first = plus_months(plus_days(from, 1 - i64::from(from.day())), months.unwrap_or(0));
        let mut ticks = Vec::new();
        let mut at = first;
        while at <= to {
            let month = day::month_short(at.month(), cx.words);
            let named = at.month() == 1 || ticks.is_empty();
            let label = if named { format!("{month} {:02}", at.year().rem_euclid(100)) } else { month };
            ticks.push(Tick { at: self.at(at), label });
            at = plus_months(at, i32::try_from(step).unwrap_or(1));
        }
        ticks
    }

    /// Today, where it is in sight.
    pub fn today(self, cx: &Context<'_>) -> Option<Tick> {
        let within = (self.0.from..=self.0.to).contains(&cx.today);
        within.then(|| Tick { at: self.at(cx.today), label: cx.words.get("value-today") })
    }

    /// The chart of these lanes.
    pub fn chart(self, lanes: Vec<Lane>, cx: &Context<'_>) -> Plot {
        Plot::Gantt(Gantt { ticks: self.ticks(cx), today: self.today(cx), lanes })
    }
}

/// A plan as a chart; nothing where nothing in it has a day.
pub fn gantt(plan: &PlanRow, depth: Depth, cx: &Context<'_>) -> Option<Picture> {
    let steps = || plan.objectives.iter().flat_map(|o| &o.initiatives).filter(|i| is_drawn(i));
    steps().next()?;
    let stretch = Stretch::of(steps().flat_map(days).chain(ends(plan)))?;
    let mut lanes = Vec::new();
    for row in plan.objectives.iter().filter(|o| o.initiatives.iter().any(is_drawn)) {
        lanes.push(objective(row, depth, stretch, cx));
        if depth == Depth::Initiatives {
            lanes.extend(row.initiatives.iter().filter(|i| is_drawn(i)).map(|i| initiative(i, stretch, cx)));
        }
    }
    let late = steps().filter(|i| i.standing.is_late()).count().to_string();
    let count = steps().count().to_string();
    let alt = cx.words.with(
        "document-alt-gantt",
        &[
            ("name", &plan.plan.name),
            ("objectives", &plan.objectives.len().to_string()),
            ("count", &count),
            ("late", &late),
        ],
    );
    let title = cx.words.get("document-picture-gantt");
    Some(Picture { title, alt, plot: stretch.chart(lanes, cx) })
}

/// What was given up is not drawn.
fn is_drawn(row: &InitiativeRow) -> bool {
    row.standing != Standing::Dropped && row.initiative.days().is_some()
}

/// First and last day of the plan itself.
fn ends(plan: &PlanRow) -> impl Iterator<Item = NaiveDate> {
    plan.plan.days().into_iter().flat_map(|(from, to)| [from, to])
}

/// All days that an initiative has on the chart.
fn days(row: &InitiativeRow) -> impl Iterator<Item = NaiveDate> {
    let own = row.initiative.days().into_iter().flat_map(|(from, to)| [from, to]);
    own.chain(row.milestones.iter().filter_map(stands_on))
}

/// A milestone stands on the day on which it was reached, until then where it is due.
fn stands_on(of: &MilestoneRow) -> Option<NaiveDate> {
    of.done_on.or(of.due)
}

fn objective(row: &ObjectiveRow, depth: Depth, stretch: Stretch, cx: &Context<'_>) -> Lane {
    let steps = || row.initiatives.iter().filter(|i| is_drawn(i));
    let span = steps().filter_map(|i| i.initiative.days()).map(|(from, to)| Span::between(from, to));
    let late = steps().any(|i| i.standing.is_late());
    let tone = match row.objective.status {
        Some(ObjectiveStatus::Reached) => Tone::Good,
        Some(ObjectiveStatus::Dropped) => Tone::Muted,
        Some(ObjectiveStatus::Open) | None if late => Tone::Bad,
        Some(ObjectiveStatus::Open) | None => Tone::Heading,
    };
    let marks = match depth {
        Depth::Objectives => steps().flat_map(|i| marks(i, stretch, cx)).collect(),
        Depth::Initiatives => Vec::new(),
    };
    let done = row.score.amount();
    Lane {
        label: row.objective.name.clone(),
        note: done.map(|done| share(&Ok(done), cx)).unwrap_or_default(),
        level: 0,
        bar: span.reduce(Span::and).map(|span| stretch.bar(span.from, span.to, done)),
        marks,
        tone,
    }
}

fn initiative(row: &InitiativeRow, stretch: Stretch, cx: &Context<'_>) -> Lane {
    let done = row.progress.as_ref().ok().copied();
    Lane {
        label: row.initiative.name.clone(),
        note: owner_by_name(&row.initiative, cx),
        level: 1,
        bar: row.initiative.days().map(|(from, to)| stretch.bar(from, to, done)),
        marks: marks(row, stretch, cx),
        tone: standing(row.standing, cx).2,
    }
}

fn marks(row: &InitiativeRow, stretch: Stretch, cx: &Context<'_>) -> Vec<Mark> {
    let mark = |of: &MilestoneRow| {
        let on = stands_on(of)?;
        let late = of.promise().days_late(cx.today) > 0 && !row.standing.is_over();
        Some(milestone(stretch, &of.name, on, (of.done_on.is_some(), late), cx))
    };
    row.milestones.iter().filter_map(mark).collect()
}

/// A milestone on its day: whether it is reached, and whether it is late.
pub fn milestone(
    stretch: Stretch,
    name: &str,
    on: NaiveDate,
    (done, late): (bool, bool),
    cx: &Context<'_>,
) -> Mark {
    let tone = match (done, late) {
        (true, _) => Tone::Good,
        (false, true) => Tone::Bad,
        (false, false) => Tone::Text,
    };
    let label = format!("{name}, {}", day::column(on, cx.today, cx.words));
    Mark { at: stretch.at(on), label, done, tone }
}
