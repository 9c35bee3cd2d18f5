//! What a client is shown of the plan and of what both sides promised. It is made of [`Shared`] and nothing else, which has no room for
//! what is not theirs to know.
mod indicators;

use chrono::NaiveDate;

use super::plan::picture;
use super::points::owing;
use super::section::{on, titled};
use crate::domain::choice::{Choice, Side};
use crate::domain::commitment::Promise;
use crate::lang::day;
use crate::lang::value::Context;
use crate::report::block::{Block, Cell, Column, Figure, Table, Tone};
use crate::report::paper::Paper;
use crate::report::papers::made;
use crate::report::picture::timeline::{Stretch, milestone};
use crate::report::picture::{Lane, Picture};
use crate::report::plan::colleague_by_name;
use crate::store::query::client::{Shared, SharedObjective, SharedPlan, SharedPromise, SharedStep};

/// The document for the client.
pub fn client(of: &Shared, cx: &Context<'_>) -> Paper {
    let mut blocks = Vec::new();
    for (side, key) in [(Side::Ours, "document-we-promised-you"), (Side::Theirs, "document-you-promised")] {
        blocks.extend(titled(key, promises(of, side, cx), cx));
    }
    blocks.extend(figures(of, cx));
    blocks.extend(indicators::indicators(of, cx));
    blocks.extend(points(of, cx));
    if let Some(plan) = &of.plan {
        blocks.extend(together(plan, cx));
    }
    blocks.extend(problems(of, cx));
    blocks.extend(decisions(of, cx));
    blocks.extend(team(of, cx));
    if blocks.is_empty() {
        blocks.push(Block::Paragraph(cx.words.get("document-client-empty")));
    }
    Paper {
        title: cx.words.with("document-client-title", &[("account", &of.account)]),
        subtitle: of.days.map(|days| day::span(days, cx.words)).unwrap_or_default(),
        lang: cx.words.lang(),
        made: made(cx),
        foot: cx.words.with("handout-for", &[("name", &of.account)]),
        one_page: false,
        blocks,
    }
}

/// A column; days and states are never broken.
fn column(key: &str, cx: &Context<'_>) -> Column {
    let title = cx.words.get(&format!("document-head-{key}"));
    if ["day", "due", "until", "opened", "state"].contains(&key) {
        Column::short(title)
    } else {
        Column::text(title)
    }
}

fn late(due: Option<NaiveDate>, done_on: Option<NaiveDate>, cx: &Context<'_>) -> i64 {
    Promise { due, done_on }.days_late(cx.today)
}

/// Done in the words of the thing, late or open.
fn state(done: &str, due: Option<NaiveDate>, done_on: Option<NaiveDate>, cx: &Context<'_>) -> Cell {
    match done_on {
        Some(_) => Cell::toned(cx.words.with(done, &[("day", &on(done_on, cx))]), Tone::Good),
        None if late(due, None, cx) > 0 => Cell::toned(cx.words.get("document-overdue"), Tone::Bad),
        None => cx.words.get("document-open").into(),
    }
}

fn promises(of: &Shared, side: Side, cx: &Context<'_>) -> Table {
    let columns = ["promise", "your-side", "our-side", "due", "state"].map(|key| column(key, cx));
    let mut table = Table::new(columns.to_vec());
    for p in of.promises.iter().filter(|p| p.side == side) {
        let SharedPromise { text, with, owner, due, done_on, .. } = p;
        let state = state("document-kept", *due, *done_on, cx);
        let who = ours(owner, cx);
        table.push(
            None,
            vec![text.clone().into(), with.clone().into(), who.into(), on(*due, cx).into(), state],
        );
    }
    table
}

/// Who of ours; nobody named is the account manager.
fn ours(owner: &str, cx: &Context<'_>) -> String {
    if owner.is_empty() { colleague_by_name(None, cx) } else { owner.to_owned() }
}

/// How many of what was due was kept by each side, what was solved, how often both met.
fn figures(of: &Shared, cx: &Context<'_>) -> Vec<Block> {
    let words = cx.words;
    let mut figures = Vec::new();
    for (side, key) in [(Side::Ours, "document-kept-by-us"), (Side::Theirs, "document-kept-by-you")] {
        let last = of.days.map_or(cx.today, |days| days.1.min(cx.today));
        let due = of.promises.iter().filter(|p| p.side == side && p.due.is_some_and(|day| day <= last));
        let kept = due.clone().filter(|p| p.done_on.is_some_and(|done| Some(done) <= p.due)).count();
        let all = due.count();
        if all > 0 {
            let said =
                words.with("document-kept-of", &[("kept", &kept.to_string()), ("all", &all.to_string())]);
            figures.push(Figure::new(words.get(key), said));
        }
    }
    if !of.problems.is_empty() {
        let solved = of.problems.iter().filter(|p| p.closed_on.is_some()).count().to_string();
        let said =
            words.with("document-solved-of", &[("solved", &solved), ("all", &of.problems.len().to_string())]);
        figures.push(Figure::new(words.get("report-problems"), said));
    }
    if !of.held.is_empty() {
        let said = of.held.iter().map(|(channel, count)| {
            let args = [("channel", channel.name()), ("count", &count.to_string())];
            words.with("document-held", &args)
        });
        figures.push(Figure::new(words.get("document-we-met"), said.collect::<Vec<_>>().join(", ")));
    }
    if figures.is_empty() {
        return Vec::new();
    }
    vec![Block::heading(words.get("document-figures")), Block::Figures(figures)]
}

/// What is late, what that means for what both want, and what is asked: of them and of us.
fn points(of: &Shared, cx: &Context<'_>) -> Vec<Block> {
    let words = cx.words;
    let mut blocks = Vec::new();
    let mut point = |about: &str, fact: String, means: String, (label, ask): (&str, &str)| {
        blocks.push(Block::subheading(about));
        blocks.push(Block::Figures(vec![
            Figure::new(words.get("document-fact"), fact).tone(Tone::Warn),
            Figure::new(words.get("document-means"), means),
            Figure::new(words.get(label), words.get(ask)),
        ]));
    };
    for p in of.promises.iter().filter(|p| late(p.due, p.done_on, cx) > 0) {
        let days = late(p.due, p.done_on, cx).to_string();
        let ask = match p.side {
            Side::Ours => ("document-next", "document-we-will"),
            Side::Theirs => ("document-asks", "document-ask-you"),
        };
        point(&p.text, owing(p.due, &days, cx), words.get("document-means-owed"), ask);
    }
    for (objective, step) in steps(of) {
        let days = late(step.days.map(|days| days.1), step.done_on, cx);
        if days > 0 {
            let means = words.with("document-means-late", &[("objective", &objective.name)]);
            let fact = owing(step.days.map(|days| days.1), &days.to_string(), cx);
            point(&step.name, fact, means, ("document-next", "document-ask-late"));
        }
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::heading(words.get("document-points")));
    }
    blocks
}

fn steps(of: &Shared) -> impl Iterator<Item = (&SharedObjective, &SharedStep)> {
    of.plan.iter().flat_map(|plan| &plan.objectives).flat_map(|o| o.steps.iter().map(move |s| (o, s)))
}

/// What both want, what is done for it, and when.
fn together(plan: &SharedPlan, cx: &Context<'_>) -> Vec<Block> {
    let said = [("document-your-goals", &plan.goals), ("document-our-offer", &plan.proposition)];
    let said = said.into_iter().filter(|(_, text)| !text.trim().is_empty());
    let figures: Vec<Figure> =
        said.map(|(label, text)| Figure::new(cx.words.get(label), text.clone())).collect();
    let mut blocks = vec![Block::heading_with(cx.words.get("document-together"), plan.name.clone())];
    if !figures.is_empty() {
        blocks.push(Block::Figures(figures));
    }
    for objective in &plan.objectives {
        blocks.push(Block::subheading(objective.name.clone()));
        if !objective.relevance.trim().is_empty() {
            let label = cx.words.get("document-your-reason");
            blocks.push(Block::Figures(vec![Figure::new(label, objective.relevance.clone())]));
        }
        if !objective.steps.is_empty() {
            blocks.push(Block::Table(done_for(objective, cx)));
        }
    }
    blocks.extend(chart(plan, cx).map(picture));
    blocks
}

fn done_for(objective: &SharedObjective, cx: &Context<'_>) -> Table {
    let mut table =
        Table::new(vec![column("step", cx), column("who", cx), column("until", cx), column("state", cx)]);
    for step in &objective.steps {
        let until = step.days.map(|days| days.1);
        let who = if step.theirs.is_empty() { ours(&step.owner, cx) } else { step.theirs.clone() };
        let state = state("document-done", until, step.done_on, cx);
        table.push(None, vec![step.name.clone().into(), who.into(), on(until, cx).into(), state]);
    }
    table
}

/// The plan as a chart of what both sides do.
fn chart(plan: &SharedPlan, cx: &Context<'_>) -> Option<Picture> {
    let steps = || plan.objectives.iter().flat_map(|o| &o.steps);
    let days = steps().flat_map(|s| {
        let marks = s.marks.iter().filter_map(|m| m.done_on.or(m.due));
        s.days.into_iter().flat_map(|(from, to)| [from, to]).chain(marks)
    });
    let stretch = Stretch::of(days)?;
    let mut lanes = Vec::new();
    for objective in plan.objectives.iter().filter(|o| !o.steps.is_empty()) {
        let tone = if objective.reached { Tone::Good } else { Tone::Heading };
        lanes.push(Lane { label: objective.name.clone(), tone, ..Lane::default() });
        lanes.extend(objective.steps.iter().map(|step| lane(step, stretch, cx)));
    }
    let count = steps().count().to_string();
    let behind = steps().filter(|s| late(s.days.map(|d| d.1), s.done_on, cx) > 0).count().to_string();
    let objectives = plan.objectives.len().to_string();
    let args =
        [("name", plan.name.as_str()), ("objectives", &objectives), ("count", &count), ("late", &behind)];
    let alt = cx.words.with("document-alt-gantt", &args);
    Some(Picture { title: cx.words.get("document-picture-gantt"), alt, plot: stretch.chart(lanes, cx) })
}

fn lane(step: &SharedStep, stretch: Stretch, cx: &Context<'_>) -> Lane {
    let (reached, all) = (step.marks.iter().filter(|m| m.done_on.is_some()).count(), step.marks.len());
    let part = (all > 0).then(|| crate::domain::score::count(reached) / crate::domain::score::count(all));
    let done = if step.done_on.is_some() { Some(1.0) } else { part };
    let behind = late(step.days.map(|days| days.1), step.done_on, cx) > 0;
    let marks = step.marks.iter().filter_map(|mark| {
        let on = mark.done_on.or(mark.due)?;
        let behind = late(mark.due, mark.done_on, cx) > 0 && step.done_on.is_none();
        Some(milestone(stretch, &mark.name, on, (mark.done_on.is_some(), behind), cx))
    });
    Lane {
        label: step.name.clone(),
        note: if step.theirs.is_empty() { ours(&step.owner, cx) } else { step.theirs.clone() },
        level: 1,
        bar: step.days.map(|(from, to)| stretch.bar(from, to, done)),
        marks: marks.collect(),
        tone: if behind { Tone::Bad } else { Tone::Text },
    }
}

fn problems(of: &Shared, cx: &Context<'_>) -> Vec<Block> {
    let mut table =
        Table::new(vec![column("what", cx), column("opened", cx), column("due", cx), column("state", cx)]);
    for p in &of.problems {
        let cells = vec![
            p.name.clone().into(),
            on(p.opened_on, cx).into(),
            on(p.due, cx).into(),
            state("document-solved", p.due, p.closed_on, cx),
        ];
        table.push(None, cells);
    }
    titled("report-problems", table, cx)
}

fn decisions(of: &Shared, cx: &Context<'_>) -> Vec<Block> {
    let mut table = Table::new(vec![column("day", cx), column("what", cx), column("follows", cx)]);
    for one in &of.decisions {
        let cells = vec![on(one.on, cx).into(), one.name.clone().into(), one.consequences.clone().into()];
        table.push(None, cells);
    }
    titled("document-decided", table, cx)
}

fn team(of: &Shared, cx: &Context<'_>) -> Vec<Block> {
    let columns = ["who", "function", "email", "phone"].map(|key| column(key, cx));
    let mut table = Table::new(columns.to_vec());
    for mate in &of.team {
        let cells = [&mate.name, &mate.function, &mate.email, &mate.phone];
        table.push(None, cells.into_iter().map(|text| text.clone().into()).collect());
    }
    titled("document-your-team", table, cx)
}
