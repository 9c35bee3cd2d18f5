//! What a document tells of days: those that were chosen and are over, the milestones in them, and what lies ahead.
use chrono::NaiveDate;

use super::section::head;
use crate::domain::choice::Side;
use crate::domain::day::plus_days;
use crate::domain::kind::Kind;
use crate::domain::opportunity::Deadline;
use crate::lang::day;
use crate::lang::value::Context;
use crate::report::block::{Block, Cell, Column, Table, Tone};
use crate::store::query::portrait::Portrait;

/// The days ahead that a document tells of.
pub(super) const AHEAD: i64 = 90;

/// That figures and health are those of the last day of a time that is over; nothing else is kept day by day.
pub(super) fn then(of: &Portrait, cx: &Context<'_>) -> Option<Block> {
    let on = day::show(of.told.over(cx.today)?, cx.words);
    Some(Block::Callout(Tone::Muted, cx.words.with("document-then", &[("day", &on)])))
}

/// The milestones of the time that was chosen: by when, what, and whether it was reached.
pub(super) fn milestones(of: &Portrait, cx: &Context<'_>) -> Table {
    let mut table = Table::new(vec![
        Column::short(head("day", cx)),
        Column::text(head("what", cx)),
        Column::short(head("state", cx)),
    ]);
    let Some((from, until)) = of.told.chosen() else { return table };
    let within = |day: &NaiveDate| (from..=until).contains(day);
    let steps = of.plan().into_iter().flat_map(|plan| &plan.objectives).flat_map(|o| &o.initiatives);
    let marks = steps.flat_map(|step| &step.milestones);
    let mut marks: Vec<_> =
        marks.filter_map(|m| Some((m.done_on.filter(within).or(m.due.filter(within))?, m))).collect();
    marks.sort_by_key(|(on, m)| (*on, m.id));
    for (on, m) in marks {
        let late = m.promise().days_late(cx.today) > 0;
        let state = match m.done_on {
            Some(_) => Cell::toned(cx.words.get("document-milestone-reached"), Tone::Good),
            None if late => Cell::toned(cx.words.get("document-overdue"), Tone::Bad),
            None => cx.words.get("document-open").into(),
        };
        let cells = vec![day::column(on, cx.today, cx.words).into(), m.name.clone().into(), state];
        table.push(Some((Kind::Milestone, m.id)), cells);
    }
    table
}

/// What comes in the next days, day by day: milestones, promises, conversations, ends of contracts.
pub(super) fn ahead(of: &Portrait, cx: &Context<'_>) -> Table {
    let far = plus_days(cx.today, AHEAD);
    let until = of.told.chosen().map_or(far, |days| days.1.min(far));
    let mut rows: Vec<(NaiveDate, &str, String, (Kind, i64))> = Vec::new();
    let mut note = |day: Option<NaiveDate>, key, what: &str, record| {
        let day = day.filter(|day| (cx.today..=until).contains(day));
        rows.extend(day.map(|day| (day, key, what.to_owned(), record)));
    };
    for step in of.plan().into_iter().flat_map(|plan| &plan.objectives).flat_map(|o| &o.initiatives) {
        for mark in step.milestones.iter().filter(|m| m.done_on.is_none() && !step.standing.is_over()) {
            note(mark.due, "milestone", &mark.name, (Kind::Milestone, mark.id));
        }
    }
    for p in of.promises.iter().filter(|p| p.done_on.is_none()) {
        let key = if p.side == Side::Ours { "ours" } else { "theirs" };
        note(p.due, key, &p.text, (Kind::Commitment, p.id));
    }
    for talk in &of.planned {
        let about = talk.text.lines().next().unwrap_or_default();
        note(Some(talk.day), "talk", about, (Kind::Interaction, talk.id));
    }
    for contract in &of.page.affairs.contracts {
        for deadline in contract.term().into_iter().flat_map(crate::domain::opportunity::Term::days) {
            let key = match deadline {
                Deadline::Notice(_) => "notice",
                Deadline::End(_) => "end",
            };
            note(Some(deadline.day()), key, &contract.name, (Kind::Contract, contract.head.id));
        }
    }
    rows.sort_by_key(|(day, key, ..)| (*day, *key));
    let mut table = Table::new(vec![
        Column::short(head("day", cx)),
        Column::short(head("sort", cx)),
        Column::text(head("what", cx)),
    ]);
    for (day, key, what, record) in rows {
        let sort = cx.words.get(&format!("document-ahead-{key}"));
        let cells =
            vec![day::near(day, cx.today, cx.words).into(), Cell::toned(sort, Tone::Muted), what.into()];
        table.push(Some(record), cells);
    }
    table
}
