//! Sections that several documents share. A section of which nothing is known is left out.
use chrono::NaiveDate;

use crate::domain::choice::{Choice, Priority, Side};
use crate::domain::commitment::Promise;
use crate::domain::coverage::Held;
use crate::domain::kind::Kind;
use crate::domain::plan::course::elapsed;
use crate::domain::scorecard::Rag;
use crate::lang::value::Context;
use crate::lang::{choice, day};
use crate::report::account::{self, affairs};
use crate::report::block::{Block, Cell, Column, Figure, Table, Tone};
use crate::report::indicator::{Shown, in_short, share, tone};
use crate::report::people::{coverage, org};
use crate::report::picture::people as drawn;
use crate::report::plan::{colleague_by_name, owner_by_name, reviewed, share as progress, standing};
use crate::report::scorecard::standings;
use crate::report::{pipeline, whitespace};
use crate::store::query::account::PromiseRow;
use crate::store::query::centre::Whose;
use crate::store::query::plans::PlanRow;
use crate::store::query::portrait::Portrait;

/// A table under its title and how many rows it has; nothing without rows.
pub(super) fn titled(key: &str, table: Table, cx: &Context<'_>) -> Vec<Block> {
    if table.rows.is_empty() {
        return Vec::new();
    }
    vec![Block::heading_with(cx.words.get(key), table.rows.len().to_string()), Block::Table(table)]
}

/// A table of another page with titles above its columns, as a document has them.
pub(super) fn headed(mut table: Table, titles: &[&str], cx: &Context<'_>) -> Table {
    for (column, title) in table.columns.iter_mut().zip(titles) {
        column.title = head(title, cx);
    }
    table
}

/// Problems with what is done about them.
pub(super) fn problems(of: &Portrait, cx: &Context<'_>) -> Vec<Block> {
    let table = affairs::problems(&of.page.affairs, cx);
    titled("report-problems", headed(table, &["problem", "severity", "step-next", "until"], cx), cx)
}

/// The title of a column.
pub(super) fn head(key: &str, cx: &Context<'_>) -> String {
    cx.words.get(&format!("document-head-{key}"))
}

/// A day for a column; nothing where none is known.
pub(super) fn on(day: Option<NaiveDate>, cx: &Context<'_>) -> String {
    day.map(|day| day::column(day, cx.today, cx.words)).unwrap_or_default()
}

/// How the account stands: what is read if nothing else is.
pub(super) fn glance(of: &Portrait, cx: &Context<'_>) -> Block {
    let words = cx.words;
    let checkup = &of.page.checkup;
    let mut figures: Vec<Figure> = Vec::new();
    if let Some(revenue) = checkup.indicators.iter().find(|one| one.revenue) {
        let (stands, why) = in_short(revenue, cx);
        let tone = tone(&revenue.standing.rag);
        figures.push(Figure::new(Shown { one: revenue, cx }.title(), stands).note(why).tone(tone));
    }
    if let Some(plan) = of.plan() {
        let done = plan.score.amount().ok_or_else(|| plan.unknown());
        let gone = plan.plan.days().map(|days| share(elapsed(days, cx.today), cx)).unwrap_or_default();
        let note = words.with("plan-elapsed", &[("share", &gone)]);
        figures.push(Figure::new(words.get("plan-label-progress"), progress(&done, cx)).note(note));
        let (said, tone) = reviewed(plan.reviewed, cx);
        figures.push(Figure::new(words.get("plan-label-reviewed"), said).tone(tone));
    }
    let late = |side: Side| {
        let open = of.promises.iter().filter(|p| p.side == side && p.done_on.is_none());
        let late = open.clone().filter(|p| is_late(p, cx)).count();
        (open.count(), late)
    };
    for (side, key) in [(Side::Ours, "document-we-owe"), (Side::Theirs, "document-they-owe")] {
        let (open, late) = late(side);
        let note = words.with("document-late", &[("count", &late.to_string())]);
        let figure = Figure::new(words.get(key), open.to_string());
        let said = if late > 0 { figure.note(note).tone(Tone::Bad) } else { figure };
        figures.push(said);
    }
    figures.push(Figure::new(words.get("document-talked"), of.talked.to_string()));
    Block::Figures(figures)
}

fn is_late(p: &PromiseRow, cx: &Context<'_>) -> bool {
    Promise { due: p.due, done_on: p.done_on }.days_late(cx.today) > 0
}

/// The indicators with how they stand and where they will land.
pub(super) fn indicators(of: &Portrait, cx: &Context<'_>) -> Vec<Block> {
    let all: Vec<_> = of.page.checkup.indicators.iter().collect();
    titled("document-indicators", standings(&all, cx), cx)
}

/// The indicators that are not on track, the revenue among them however it stands.
pub(super) fn worth_drawing(
    of: &Portrait,
) -> impl Iterator<Item = &crate::store::query::scorecard::Indicator> {
    let off = |rag: &Rag| matches!(rag, Rag::Off | Rag::AtRisk);
    of.page.checkup.indicators.iter().filter(move |one| one.revenue || off(&one.standing.rag))
}

/// Who holds the places of the buying centre, the people, the map, and who reports to whom.
pub(super) fn people(of: &Portrait, cx: &Context<'_>) -> Vec<Block> {
    let here: Vec<_> = of.page.people.iter().filter(|row| row.left_on.is_none()).cloned().collect();
    if here.is_empty() {
        return vec![
            Block::heading(cx.words.get("document-people")),
            Block::Callout(Tone::Warn, cx.words.get("document-nobody")),
        ];
    }
    let mut blocks = account::people(&here, cx);
    blocks.extend(drawn::map(&here, cx).map(|picture| Block::Picture(Box::new(picture))));
    if let Some(survey) = of.centre.survey(Whose::Account(of.page.account.head.id), &of.page.people) {
        blocks.push(Block::subheading(cx.words.get("document-centre")));
        blocks.push(coverage::places(&survey, cx));
        let gaps: Vec<_> = survey.places.iter().filter(|p| p.held == Held::Gap).map(|p| p.seat).collect();
        if !gaps.is_empty() {
            blocks.push(Block::Callout(Tone::Bad, org::gap(&gaps, cx)));
        }
    }
    for section in org::sections(&of.page.people, &of.centre) {
        blocks.extend(drawn::org(&section, cx).map(|picture| Block::Picture(Box::new(picture))));
    }
    blocks
}

/// What is to be reached, how far it has come and what comes next.
pub(in crate::report) fn objectives(plan: &PlanRow, cx: &Context<'_>) -> Table {
    let mut table = Table::new(vec![
        Column::text(head("objective", cx)),
        Column::short(head("priority", cx)).leaving(2),
        Column::text(head("owner", cx)).leaving(1),
        Column::number(head("progress", cx)),
        Column::text(head("next", cx)),
    ]);
    for row in &plan.objectives {
        let marks = row.initiatives.iter().filter(|i| !i.standing.is_over()).flat_map(|i| &i.milestones);
        let next = marks.filter(|m| m.done_on.is_none()).min_by_key(|m| (m.due.is_none(), m.due));
        let late = next.is_some_and(|m| m.promise().days_late(cx.today) > 0);
        let next = next.map(|m| format!("{}, {}", m.name, on(m.due, cx))).unwrap_or_default();
        let done = row.score.amount().ok_or_else(|| row.unknown());
        let priority = row.objective.priority.map(|p| choice::show(Priority::SET, p.name(), cx.words));
        table.push(
            Some((Kind::Objective, row.objective.head.id)),
            vec![
                row.objective.name.clone().into(),
                priority.unwrap_or_default().into(),
                colleague_by_name(row.objective.owner.map(|o| o.0), cx).into(),
                progress(&done, cx).into(),
                Cell::toned(next, if late { Tone::Bad } else { Tone::Text }),
            ],
        );
    }
    table
}

/// What is done for one objective: who, until when, how far, how it stands.
pub(super) fn steps(row: &crate::store::query::plans::ObjectiveRow, cx: &Context<'_>) -> Table {
    let mut table = Table::new(vec![
        Column::text(head("step", cx)),
        Column::text(head("owner", cx)).leaving(1),
        Column::number(head("until", cx)),
        Column::number(head("progress", cx)),
        Column::short(head("state", cx)),
    ]);
    for one in &row.initiatives {
        let (sign, said, tone) = standing(one.standing, cx);
        table.push(
            Some((Kind::Initiative, one.initiative.head.id)),
            vec![
                one.initiative.name.clone().into(),
                owner_by_name(&one.initiative, cx).into(),
                on(one.initiative.ends_on, cx).into(),
                progress(&one.progress, cx).into(),
                Cell::toned(format!("{sign} {said}").trim().to_owned(), tone),
            ],
        );
    }
    table
}

/// Promises of one side: what, with whom, by when, how it stands.
pub(super) fn promises(of: &Portrait, side: Side, cx: &Context<'_>) -> Table {
    let mut table = Table::new(vec![
        Column::text(head("promise", cx)),
        Column::text(head("with", cx)),
        Column::number(head("due", cx)),
        Column::short(head("state", cx)),
    ]);
    for p in of.promises.iter().filter(|p| p.side == side) {
        let (state, tone) = match p.done_on {
            Some(_) => (cx.words.with("document-kept", &[("day", &on(p.done_on, cx))]), Tone::Good),
            None if is_late(p, cx) => (cx.words.get("document-overdue"), Tone::Bad),
            None => (cx.words.get("document-open"), Tone::Text),
        };
        let with = p.counterpart.as_ref().map(|(_, name)| name.clone()).unwrap_or_default();
        table.push(
            Some((Kind::Commitment, p.id)),
            vec![p.text.clone().into(), with.into(), on(p.due, cx).into(), Cell::toned(state, tone)],
        );
    }
    table
}

/// Open sales with what they are worth.
pub(super) fn sales(of: &Portrait, cx: &Context<'_>) -> Vec<Block> {
    let open: Vec<_> = of.pipeline.sales.iter().filter(|sale| sale.deal.is_open()).collect();
    if open.is_empty() {
        return Vec::new();
    }
    let count = open.len().to_string();
    vec![
        Block::heading_with(cx.words.get("pipeline-title"), count),
        pipeline::summary(&of.pipeline, cx),
        Block::Table(pipeline::open_sales(&open, false, cx)),
    ]
}

/// What they could still buy: offerings down, parts across.
pub(super) fn white(of: &Portrait, cx: &Context<'_>) -> Vec<Block> {
    let Some(cells) = of.white.accounts.first().filter(|a| a.cells.iter().any(|c| c.cell.id.is_some()))
    else {
        return Vec::new();
    };
    let scale = whitespace::Scale::of(of.white.cells());
    let headline = whitespace::headline(&of.white.counted(cells.id), cx).join(" · ");
    vec![
        Block::heading_with(cx.words.get("whitespace-title"), headline),
        Block::Table(whitespace::table(cells, &of.white, (whitespace::Axis::Gap, scale), cx)),
        Block::Callout(
            Tone::Muted,
            format!(
                "{} {} · {}",
                cx.words.get("whitespace-axis-gap"),
                scale.unit(cx),
                whitespace::legend(cx)
            ),
        ),
    ]
}
