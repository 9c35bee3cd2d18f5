//! The parts of a plan, each as a document: why it matters, who answers for it, what it waits for, what hangs on it.
use super::{colleague_or_me, days, owner, share, standing, standing_long};
use crate::domain::choice::{Aim, Choice, Mix, ObjectiveStatus, Priority, Side};
use crate::domain::kind::Kind;
use crate::domain::kpi::Amount;
use crate::domain::plan::course::Standing;
use crate::domain::score::Source;
use crate::lang::value::Context;
use crate::lang::{choice, day, field, measure, money, period};
use crate::report::block::{Block, Cell, Column, Figure, Table, Tone};
use crate::store::query::account::PromiseRow;
use crate::store::query::plans::{InitiativeRow, Measured, MilestoneRow, ObjectiveRow, PlanRow};

/// An objective: of which kind, why it matters to the client, by what it is measured, its initiatives.
pub fn objective(row: &ObjectiveRow, plan: &PlanRow, cx: &Context<'_>) -> Vec<Block> {
    let (of, words) = (&row.objective, cx.words);
    let label = |name: &str| field::label(Kind::Objective, name, words);
    let mut figures = vec![Figure::new(label("plan"), format!("{} · {}", plan.account_name, plan.plan.name))];
    if let Some(aim) = of.aim {
        figures.push(Figure::new(label("aim"), choice::show(Aim::SET, aim.name(), words)));
    }
    if let Some(priority) = of.priority {
        figures.push(Figure::new(label("priority"), choice::show(Priority::SET, priority.name(), words)));
    }
    figures.push(Figure::new(label("owner"), colleague_or_me(of.owner.map(|o| o.0), cx)));
    let progress = row.score.amount().ok_or_else(|| row.unknown());
    figures.push(super::progress(&progress, cx));
    if let Some(measured) = &row.measured {
        figures.extend(indicator(measured, (of.baseline, of.target), cx));
    }
    let status = of.status.map(|s| choice::show(ObjectiveStatus::SET, s.name(), words)).unwrap_or_default();
    let mut blocks = vec![Block::heading_with(of.name.clone(), status), Block::Figures(figures)];
    text(&mut blocks, &label("relevance"), &of.relevance);
    if !row.initiatives.is_empty() {
        let mut table =
            Table::new(vec![Column::short(""), Column::text(""), Column::number(""), Column::short("")]);
        for one in &row.initiatives {
            let (sign, said, tone) = standing(one.standing, cx);
            let cells = vec![
                Cell::toned(sign, tone),
                one.initiative.name.clone().into(),
                Cell::toned(share(&one.progress, cx), Tone::Muted),
                Cell::toned(said, tone),
            ];
            table.push(Some((Kind::Initiative, one.initiative.head.id)), cells);
        }
        blocks.push(Block::heading_with(
            words.get("plan-label-initiatives"),
            row.initiatives.len().to_string(),
        ));
        blocks.push(Block::Table(table));
    }
    text(&mut blocks, &label("notes"), &of.notes);
    blocks
}

/// The indicator of an objective: from where, to where, and where it stands now.
fn indicator(of: &Measured, (from, to): (Option<Amount>, Option<Amount>), cx: &Context<'_>) -> Vec<Figure> {
    let shown = |amount: Option<Amount>| amount.map(|a| measure::show(a, of.unit, cx.words));
    let unknown = || "–".to_owned();
    let way = format!("{} → {}", shown(from).unwrap_or_else(unknown), shown(to).unwrap_or_else(unknown));
    let now = of.latest.map(|(at, amount)| {
        let at = period::show(at, cx.directory.terms.year, cx.words);
        let amount = measure::show(amount, of.unit, cx.words);
        cx.words.with("plan-kpi-now", &[("amount", &amount), ("period", &at)])
    });
    let name = Figure::new(field::label(Kind::Objective, "kpi", cx.words), of.name.clone());
    let mut figures = vec![name.from(Some(Source::Record(Kind::Kpi, of.kpi)))];
    if from.is_some() || to.is_some() || now.is_some() {
        figures.push(Figure::new(cx.words.get("plan-label-way"), way).note(now.unwrap_or_default()));
    }
    figures
}

/// An initiative: who, when, how far, what it waits for and costs, and what hangs on it.
pub fn initiative(row: &InitiativeRow, plan: &PlanRow, cx: &Context<'_>) -> Vec<Block> {
    let (of, words) = (&row.initiative, cx.words);
    let label = |name: &str| field::label(Kind::Initiative, name, words);
    let (_, short, tone) = standing(row.standing, cx);
    let mut figures = vec![Figure::new(words.get("plan-label-owner"), owner(of, cx))];
    if let Some(of) = of.days() {
        let over = plan.plan.ends_on.is_some_and(|end| of.1 > end);
        let note = if over { words.get("plan-beyond") } else { String::new() };
        figures.push(Figure::new(words.get("plan-label-days"), days(of, cx)).note(note));
    }
    figures.push(super::progress(&row.progress, cx));
    let long = standing_long(row.standing, cx);
    if !matches!(row.standing, Standing::Ahead | Standing::Running) {
        figures.push(Figure::new(words.get("plan-label-standing"), long).tone(tone));
    }
    let after: Vec<_> = of.after.iter().map(|link| cx.directory.name(Kind::Initiative, link.0)).collect();
    if !after.is_empty() {
        figures.push(Figure::new(label("after"), after.join(", ")));
    }
    if !of.mix.is_empty() {
        figures.push(Figure::new(label("mix"), mix(&of.mix, cx)));
    }
    if let Some(cost) = of.cost {
        figures.push(Figure::new(label("cost"), money::show(words.lang(), cost)));
    }
    let mut blocks = vec![Block::heading_with(of.name.clone(), short), Block::Figures(figures)];
    if !row.milestones.is_empty() {
        let mut table = pieces();
        for one in &row.milestones {
            table.push(Some((Kind::Milestone, one.id)), milestone_cells(one, cx));
        }
        blocks
            .push(Block::heading_with(words.get("plan-label-milestones"), row.milestones.len().to_string()));
        blocks.push(Block::Table(table));
    }
    if !row.promises.is_empty() {
        let mut table = pieces();
        for one in &row.promises {
            table.push(Some((Kind::Commitment, one.id)), promise_cells(one, cx));
        }
        blocks.push(Block::heading_with(words.get("plan-label-promises"), row.promises.len().to_string()));
        blocks.push(Block::Table(table));
    }
    text(&mut blocks, &label("notes"), &of.notes);
    blocks
}

/// The elements of the marketing mix: `product, price`.
pub fn mix(of: &[Mix], cx: &Context<'_>) -> String {
    of.iter().map(|m| choice::show(Mix::SET, m.name(), cx.words)).collect::<Vec<_>>().join(", ")
}

fn pieces() -> Table {
    Table::new(vec![Column::short(""), Column::text(""), Column::text("").leaving(1), Column::number("")])
}

/// Sign, name, day of a milestone.
pub fn milestone_cells(of: &MilestoneRow, cx: &Context<'_>) -> Vec<Cell> {
    let late = of.promise().days_late(cx.today) > 0;
    let (sign, tone) = match (of.done_on, late) {
        (Some(_), _) => ("✓", Tone::Muted),
        (None, true) => ("◆", Tone::Bad),
        (None, false) => ("◆", Tone::Text),
    };
    let when = when(of.due, of.done_on, cx);
    let name = Cell::toned(of.name.clone(), if of.done_on.is_some() { Tone::Muted } else { Tone::Text });
    vec![Cell::toned(sign, tone), name, Cell::default(), Cell::toned(when, tone)]
}

/// Sign, text, who and day of a promise.
pub fn promise_cells(of: &PromiseRow, cx: &Context<'_>) -> Vec<Cell> {
    let late = of.done_on.is_none() && of.due.is_some_and(|due| due < cx.today);
    let sign = match (of.done_on, of.side) {
        (Some(_), _) => "✓",
        (None, Side::Ours) => "→",
        (None, Side::Theirs) => "←",
    };
    let tone = match (of.done_on, late) {
        (Some(_), _) => Tone::Muted,
        (None, true) => Tone::Bad,
        (None, false) => Tone::Text,
    };
    let text = of.text.lines().next().unwrap_or_default();
    let text = Cell::toned(text, if of.done_on.is_some() { Tone::Muted } else { Tone::Text });
    let who = who(of, cx);
    vec![
        Cell::toned(sign, tone),
        text,
        Cell::toned(who, Tone::Muted),
        Cell::toned(when(of.due, of.done_on, cx), tone),
    ]
}

/// Of ours who keeps a promise, of theirs who made it.
pub fn who(of: &PromiseRow, cx: &Context<'_>) -> String {
    match of.side {
        Side::Ours => of.owner.as_ref().map_or_else(|| cx.words.get("plan-me"), |(_, name)| name.clone()),
        Side::Theirs => of.counterpart.as_ref().map(|(_, name)| name.clone()).unwrap_or_default(),
    }
}

/// When it was done, or by when it must be.
pub fn when(due: Option<chrono::NaiveDate>, done: Option<chrono::NaiveDate>, cx: &Context<'_>) -> String {
    match (done, due) {
        (Some(done), _) => day::column(done, cx.today, cx.words),
        (None, Some(due)) => day::due(due, cx.today, cx.words),
        (None, None) => String::new(),
    }
}

fn text(blocks: &mut Vec<Block>, title: &str, text: &str) {
    if !text.trim().is_empty() {
        blocks.push(Block::heading(title));
        blocks.push(Block::Callout(Tone::Text, text.to_owned()));
    }
}
