//! A plan as a tree for paper and shell: objectives, initiatives, what hangs on them.
use chrono::NaiveDate;

use super::part::{milestone_cells, mix, promise_cells};
use super::{colleague_or_me, owner, share, standing};
use crate::domain::choice::{Aim, Choice, ObjectiveStatus};
use crate::domain::kind::Kind;
use crate::lang::value::Context;
use crate::lang::{choice, day};
use crate::report::block::{Block, Cell, Column, Table, Tone};
use crate::store::query::plans::{InitiativeRow, ObjectiveRow, PlanRow};

/// The tree; of a plan without objectives a sentence.
pub fn tree(row: &PlanRow, cx: &Context<'_>) -> Vec<Block> {
    if row.objectives.is_empty() {
        return vec![Block::Paragraph(cx.words.get("plan-no-objectives"))];
    }
    let mut table = Table::new(vec![
        Column::text(cx.words.get("plan-head-name")),
        Column::text(cx.words.get("plan-head-owner")).leaving(1),
        Column::number(cx.words.get("plan-head-until")),
        Column::number(cx.words.get("plan-head-progress")),
        Column::short(cx.words.get("plan-head-standing")),
    ]);
    for one in &row.objectives {
        table.push(Some((Kind::Objective, one.objective.head.id)), objective(one, cx));
        for one in &one.initiatives {
            initiative(&mut table, one, cx);
        }
    }
    vec![Block::Table(table)]
}

fn objective(row: &ObjectiveRow, cx: &Context<'_>) -> Vec<Cell> {
    let of = &row.objective;
    let aim = of.aim.map(|aim| choice::show(Aim::SET, aim.name(), cx.words)).unwrap_or_default();
    let said = match of.status {
        Some(ObjectiveStatus::Open) | None => Cell::toned(aim, Tone::Muted),
        Some(status) => Cell::toned(choice::show(ObjectiveStatus::SET, status.name(), cx.words), Tone::Muted),
    };
    let progress = row.score.amount().ok_or_else(|| row.unknown());
    vec![
        Cell::toned(of.name.clone(), Tone::Heading),
        Cell::toned(colleague_or_me(of.owner.map(|o| o.0), cx), Tone::Muted),
        Cell::default(),
        share(&progress, cx).into(),
        said,
    ]
}

fn initiative(table: &mut Table, row: &InitiativeRow, cx: &Context<'_>) {
    let of = &row.initiative;
    let (sign, said, tone) = standing(row.standing, cx);
    let until = |day: Option<NaiveDate>| day.map(|d| day::column(d, cx.today, cx.words)).unwrap_or_default();
    let name =
        if of.mix.is_empty() { of.name.clone() } else { format!("{} ({})", of.name, mix(&of.mix, cx)) };
    let cells = vec![
        Cell::from(format!("  {name}")),
        Cell::toned(owner(of, cx), Tone::Muted),
        Cell::toned(until(of.ends_on), Tone::Muted),
        share(&row.progress, cx).into(),
        Cell::toned(format!("{sign} {said}"), tone),
    ];
    table.push(Some((Kind::Initiative, of.head.id)), cells);
    for one in &row.milestones {
        piece(table, (Kind::Milestone, one.id), milestone_cells(one, cx));
    }
    for one in &row.promises {
        piece(table, (Kind::Commitment, one.id), promise_cells(one, cx));
    }
}

/// A milestone or a promise, deeper than its initiative.
fn piece(table: &mut Table, subject: (Kind, crate::domain::Id), cells: Vec<Cell>) {
    let mut cells = cells.into_iter();
    let (sign, name) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
    let (who, when) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
    let name = Cell::toned(format!("    {} {}", sign.text, name.text), name.tone);
    table.push(Some(subject), vec![name, who, when, Cell::default(), Cell::default()]);
}
