//! Conversations as a table.
use super::block::{Block, Cell, Column, Table, Tone};
use crate::domain::choice::{Channel, Choice};
use crate::domain::kind::Kind;
use crate::lang::value::Context;
use crate::lang::{choice, day, field};
use crate::store::query::log::LogRow;
use crate::store::query::search::Hit;

/// Conversations with the same person or account under a title: day, kind, people, first line; nothing for none.
pub(super) fn under(log: &[&LogRow], title: &str, cx: &Context<'_>) -> Vec<Block> {
    if log.is_empty() {
        return Vec::new();
    }
    let mut table = Table::new(vec![
        Column::number(""),
        Column::short("").leaving(2),
        Column::text("").leaving(1),
        Column::text(""),
    ]);
    for row in log {
        table.push(
            Some((Kind::Interaction, row.id)),
            vec![day(row, cx), channel(row, cx).into(), people(row).into(), first_line(row).into()],
        );
    }
    vec![Block::heading(cx.words.get(title)), Block::Table(table)]
}

/// Conversations as a table: number, day, kind, client, people, first line of what was said.
pub fn table(log: &[&LogRow], cx: &Context<'_>) -> Block {
    let mut table = Table::new(vec![
        Column::number(""),
        Column::number(""),
        Column::short("").leaving(3),
        Column::text("").leaving(1),
        Column::text("").leaving(2),
        Column::text(""),
    ]);
    for row in log {
        let account = row.account.as_ref().map_or("", |(_, name)| name);
        table.push(
            Some((Kind::Interaction, row.id)),
            vec![
                Cell::toned(format!("#{}", row.id), Tone::Muted),
                day(row, cx),
                channel(row, cx).into(),
                account.into(),
                people(row).into(),
                first_line(row).into(),
            ],
        );
    }
    Block::Table(table)
}

/// Records in which what was searched for stands, under their title: kind and number, client, name, the line in which it stands.
pub fn records(hits: &[Hit], cx: &Context<'_>) -> Vec<Block> {
    if hits.is_empty() {
        return Vec::new();
    }
    let mut table = Table::new(vec![
        Column::short(""),
        Column::text("").leaving(2),
        Column::text(""),
        Column::text("").leaving(1),
    ]);
    for hit in hits {
        let kind = format!("{} #{}", field::kind(hit.kind, cx.words), hit.id);
        let account = hit.account.map(|id| cx.directory.name(Kind::Account, id)).unwrap_or_default();
        table.push(
            Some((hit.kind, hit.id)),
            vec![
                Cell::toned(kind, Tone::Muted),
                account.into(),
                hit.name.clone().into(),
                Cell::toned(hit.line.clone(), Tone::Muted),
            ],
        );
    }
    vec![Block::heading_with(cx.words.get("report-found"), hits.len().to_string()), Block::Table(table)]
}

fn day(row: &LogRow, cx: &Context<'_>) -> Cell {
    Cell::toned(day::column(row.day, cx.today, cx.words), Tone::Muted)
}

fn people(row: &LogRow) -> String {
    row.people.iter().map(|(_, n)| n.as_str()).collect::<Vec<_>>().join(", ")
}

fn first_line(row: &LogRow) -> &str {
    row.text.lines().next().unwrap_or_default()
}

fn channel(row: &LogRow, cx: &Context<'_>) -> String {
    let kind = choice::show(Channel::SET, row.channel.name(), cx.words);
    if row.planned { cx.words.with("report-planned-kind", &[("kind", &kind)]) } else { kind }
}
