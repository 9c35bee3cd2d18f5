//! One account of the review as a document, and how its plan stands.
use super::{Row, What, sections};
use crate::domain::kind::Kind;
use crate::domain::plan::term::Reviewed;
use crate::domain::score::Source;
use crate::lang::value::Context;
use crate::report::block::{Block, Cell, Column, Table, Tone};
use crate::store::query::review::{Stop, Week};

/// How the plan stands: `Plan 2027, reviewed 34 d ago`.
pub fn plan(stop: &Stop, cx: &Context<'_>) -> (String, Tone) {
    let Some(plan) = &stop.plan else { return (cx.words.get("review-no-plan"), Tone::Warn) };
    let name = ("name", plan.name.as_str());
    match plan.reviewed(cx.today) {
        Reviewed::Never => (cx.words.with("review-plan-never", &[name]), Tone::Warn),
        Reviewed::Fresh(0) => (cx.words.with("review-plan-today", &[name]), Tone::Muted),
        Reviewed::Fresh(days) => {
            (cx.words.with("review-plan-ago", &[name, ("days", &days.to_string())]), Tone::Muted)
        }
        Reviewed::Due(days) | Reviewed::Stale(days) => {
            (cx.words.with("review-plan-ago", &[name, ("days", &days.to_string())]), Tone::Warn)
        }
    }
}

/// One account of the review as a document.
pub fn stop(week: &Week, stop: &Stop, cx: &Context<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::heading_with(stop.page.account.name.clone(), plan(stop, cx).0)];
    for section in sections(week, stop, cx) {
        blocks.push(Block::heading_with(section.title, section.note));
        if section.rows.is_empty() {
            blocks.push(Block::Paragraph(section.empty));
            continue;
        }
        blocks.push(Block::Table(table(&section.rows)));
    }
    blocks
}

fn table(rows: &[Row]) -> Table {
    let mut table = Table::new(vec![
        Column::short(""),
        Column::text(""),
        Column::text("").leaving(1),
        Column::number(""),
    ]);
    let proposed = |row: &Row| matches!(row.what, What::Proposed(_));
    let mut number = 0;
    for row in rows {
        // What is chosen by its number on the shell has it in front.
        number += usize::from(proposed(row));
        let mark = if proposed(row) { number.to_string() } else { row.mark.to_owned() };
        let note = Cell::toned(row.note.as_str(), Tone::Muted);
        let cells =
            vec![mark.into(), row.text.as_str().into(), note, Cell::toned(row.when.as_str(), row.tone)];
        table.push_from(source(&row.what), cells);
    }
    table
}

/// The record that a row leads to.
pub fn source(what: &What) -> Option<Source> {
    match what {
        What::Fact(source) => *source,
        What::Promise(id) | What::Chosen(id) => Some(Source::Record(Kind::Commitment, *id)),
        What::Person(id) => Some(Source::Record(Kind::Person, *id)),
        What::Initiative(id) => Some(Source::Record(Kind::Initiative, *id)),
        What::Proposed(proposal) => {
            let (kind, id) = proposal.of.subject;
            Some(Source::Record(kind, id))
        }
    }
}
