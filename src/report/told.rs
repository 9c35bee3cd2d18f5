//! Who has been told of decisions, as text: for `=`, the brief and the shell.
use super::block::{Block, Cell, Column, Figure, Table, Tone};
use crate::domain::audience::{GRACE, Hearer, is_late, known};
use crate::domain::choice::Side;
use crate::domain::kind::Kind;
use crate::domain::score::Source;
use crate::lang::day;
use crate::lang::value::Context;
use crate::store::query::decisions::DecisionRow;

/// Why a decision waits: who knows, who does not and for how long, and the rule.
pub fn why(row: &DecisionRow, cx: &Context<'_>) -> Vec<Block> {
    let words = cx.words;
    let mut figures = Vec::new();
    for (side, key) in [(Side::Theirs, "telling-theirs"), (Side::Ours, "telling-ours")] {
        let (know, must) = known(&row.hearers, Some(side));
        let of = words.with("telling-of", &[("know", &know.to_string()), ("must", &must.to_string())]);
        figures.push(Figure::new(words.get(key), of));
    }
    if let (Some(days), Some(on)) = (row.waiting(cx.today), row.decision.decided_on) {
        let tone = if is_late(days) { Tone::Warn } else { Tone::Text };
        let shown = words.with("telling-days", &[("days", &days.to_string())]);
        figures.push(
            Figure::new(words.get("telling-waits"), shown).note(day::with_weekday(on, words)).tone(tone),
        );
    }
    let mut blocks = vec![Block::Figures(figures)];
    if !row.hearers.is_empty() {
        blocks.push(Block::Table(hearers(row, cx)));
    }
    blocks.push(Block::Paragraph(words.with("telling-rule", &[("days", &GRACE.to_string())])));
    blocks
}

/// Everybody whom it concerns: sign, name, side, when they were told.
pub fn hearers(row: &DecisionRow, cx: &Context<'_>) -> Table {
    let mut table = Table::new(vec![
        Column::short(""),
        Column::text(""),
        Column::short("").leaving(1),
        Column::short(""),
    ]);
    let late = row.waiting(cx.today).is_some_and(is_late);
    for hearer in &row.hearers {
        let (kind, id) = hearer.who;
        let tone = if hearer.waits() && late { Tone::Warn } else { Tone::Text };
        let side = match hearer.side() {
            Side::Ours => "telling-ours",
            Side::Theirs => "telling-theirs",
        };
        let cells = vec![
            Cell::toned(sign(hearer), tone),
            cx.directory.name(kind, id).into(),
            Cell::toned(cx.words.get(side), Tone::Muted),
            Cell::toned(when(hearer, cx), tone),
        ];
        table.push_from(Some(Source::Record(kind, id)), cells);
    }
    table
}

const fn sign(hearer: &Hearer) -> &'static str {
    match (hearer.told_on, hearer.away) {
        (Some(_), _) => "●",
        (None, Some(_)) => "–",
        (None, None) => "○",
    }
}

fn when(hearer: &Hearer, cx: &Context<'_>) -> String {
    match (hearer.told_on, hearer.away) {
        (Some(on), _) => day::near(on, cx.today, cx.words),
        (None, Some(why)) => cx.words.get(&format!("telling-{}", why.name())),
        (None, None) => cx.words.get("telling-not-yet"),
    }
}

/// Decisions as a list: sign, number, day, what, client, who knows of each side.
pub fn table<'a>(rows: impl Iterator<Item = &'a DecisionRow>, cx: &Context<'_>) -> Table {
    let words = cx.words;
    let mut table = Table::new(vec![
        Column::short(""),
        Column::number(""),
        Column::short("").leaving(1),
        Column::text(""),
        Column::text("").leaving(2),
        Column::text(""),
    ]);
    for row in rows {
        let of = &row.decision;
        let waiting = row.waiting(cx.today);
        let tone = if waiting.is_some_and(is_late) { Tone::Warn } else { Tone::Text };
        let open: Vec<String> = row.untold(None).map(|(kind, id)| cx.directory.name(kind, id)).collect();
        let said = if open.is_empty() {
            Cell::toned(words.get("telling-everybody"), Tone::Muted)
        } else {
            Cell::toned(words.with("telling-missing", &[("names", &open.join(", "))]), tone)
        };
        let account = row.account().map(|id| cx.directory.name(Kind::Account, id)).unwrap_or_default();
        let on = of.decided_on.map(|on| day::column(on, cx.today, words)).unwrap_or_default();
        table.push(
            Some((Kind::Decision, of.head.id)),
            vec![
                Cell::toned(if waiting.is_some() { "○" } else { "●" }, tone),
                Cell::toned(format!("#{}", of.head.id), Tone::Muted),
                Cell::toned(on, Tone::Muted),
                of.name.clone().into(),
                Cell::toned(account, Tone::Muted),
                said,
            ],
        );
    }
    table
}
