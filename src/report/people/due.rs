//! Who is due, in catch-up order, who is next, and who stands out of the queue for a reason (§1).
use crate::domain::cadence::{Rhythm, lateness};
use crate::domain::choice::{BuyingRole, Choice, Stance};
use crate::domain::day::days_between;
use crate::domain::kind::Kind;
use crate::domain::turn::Turn;
use crate::lang::value::Context;
use crate::lang::{choice, day, number};
use crate::report::block::{Block, Cell, Column, Table, Tone};
use crate::store::query::people::PersonRow;
use crate::store::query::people::queue::{Queue, SOON};

/// The whole page; with `all` also those who are not due for long.
pub fn due(queue: &Queue<'_>, all: bool, cx: &Context<'_>) -> Vec<Block> {
    let words = cx.words;
    let mut blocks = vec![Block::heading_with(words.get("due-title"), queue.due.len().to_string())];
    if queue.due.is_empty() {
        blocks.push(Block::Paragraph(words.get(empty(queue))));
    } else {
        blocks.push(due_now(&queue.due, cx));
    }
    let days = SOON.to_string();
    blocks.extend(next(&queue.soon, &words.with("due-soon", &[("days", &days)]), cx));
    if all {
        blocks.extend(next(&queue.later, &words.get("due-later"), cx));
    }
    blocks.extend(apart(&queue.apart, cx));
    blocks
}

const fn empty(queue: &Queue<'_>) -> &'static str {
    if queue.soon.is_empty() && queue.later.is_empty() && queue.apart.is_empty() {
        "due-nobody"
    } else {
        "due-nobody-now"
    }
}

/// The columns that every part begins with.
fn columns(cx: &Context<'_>) -> Vec<Column> {
    let head = |key: &str| cx.words.get(key);
    vec![
        Column::text(head("due-head-name")),
        Column::text(head("due-head-account")).leaving(2),
        Column::number(head("due-head-last")),
        Column::short(head("due-head-every")).leaving(3),
    ]
}

fn cells(row: &PersonRow, tone: Tone, cx: &Context<'_>) -> Vec<Cell> {
    vec![
        Cell::toned(row.name.as_str(), tone),
        Cell::toned(row.account_name.as_str(), Tone::Muted),
        Cell::toned(last(row, cx), tone),
        Cell::toned(every(row, cx), Tone::Muted),
    ]
}

fn due_now(rows: &[&PersonRow], cx: &Context<'_>) -> Block {
    let mut heads = columns(cx);
    heads.extend([
        Column::number(cx.words.get("due-head-late")),
        Column::number(cx.words.get("due-head-lateness")).leaving(4),
        Column::number(cx.words.get("due-head-weight")).leaving(5),
        Column::number(cx.words.get("due-head-order")).leaving(1),
    ]);
    let mut table = Table::new(heads);
    for row in rows {
        let pressing = row.days_late(cx.today).is_none_or(|late| 2 * late > row.cadence);
        let tone = if pressing && row.weight.key_player() { Tone::Bad } else { Tone::Text };
        let mut line = cells(row, Tone::Text, cx);
        line.push(Cell::toned(late(row, cx), tone));
        line.push(decimals(lateness(row.last, row.cadence, cx.today), 2, cx).into());
        line.push(weight(row).into());
        line.push(decimals(row.catch_up(cx.today), 1, cx).into());
        table.push(Some((Kind::Person, row.person)), line);
    }
    Block::Table(table)
}

/// Those whose cadence has not run out, with the day on which it will.
fn next(rows: &[&PersonRow], title: &str, cx: &Context<'_>) -> Vec<Block> {
    if rows.is_empty() {
        return Vec::new();
    }
    let mut heads = columns(cx);
    heads.push(Column::number(cx.words.get("due-head-on")));
    let mut table = Table::new(heads);
    for row in rows {
        let mut line = cells(row, Tone::Muted, cx);
        let on = row.due_on().map(|on| day::due(on, cx.today, cx.words)).unwrap_or_default();
        line.push(Cell::toned(on, Tone::Muted));
        table.push(Some((Kind::Person, row.person)), line);
    }
    vec![Block::heading_with(title, rows.len().to_string()), Block::Table(table)]
}

/// Those who are in no queue, with the reason.
fn apart(rows: &[&PersonRow], cx: &Context<'_>) -> Vec<Block> {
    if rows.is_empty() {
        return Vec::new();
    }
    let mut heads = columns(cx);
    heads.push(Column::text(cx.words.get("due-head-why")));
    let mut table = Table::new(heads);
    for row in rows {
        let mut line = cells(row, Tone::Muted, cx);
        line.push(Cell::toned(reason(row, cx), Tone::Muted));
        table.push(Some((Kind::Person, row.person)), line);
    }
    let title = cx.words.get("due-apart");
    vec![Block::heading_with(title, rows.len().to_string()), Block::Table(table)]
}

/// Why somebody stands in no queue: `not before 3 Dec 2026`; empty for who does.
pub fn reason(row: &PersonRow, cx: &Context<'_>) -> String {
    match row.turn(cx.today) {
        Turn::Waits(until) => cx.words.with("due-waits", &[("day", &day::show(until, cx.words))]),
        Turn::AskedNot => cx.words.get("due-asked-not"),
        Turn::Due(_) | Turn::In(_) => String::new(),
    }
}

/// Days since the last contact: `12 d`, `today`, `never`.
fn last(row: &PersonRow, cx: &Context<'_>) -> String {
    match row.last.map(|last| days_between(last, cx.today)) {
        None => cx.words.get("value-never"),
        Some(0) => cx.words.get("value-today"),
        Some(days) => cx.words.with("value-days", &[("days", &days.to_string())]),
    }
}

/// Days between contacts and where they come from: `30 d, decider`; who asked not to be contacted has none.
pub fn every(row: &PersonRow, cx: &Context<'_>) -> String {
    let words = cx.words;
    let Some(days) = row.every() else { return "–".to_owned() };
    let by = match row.rhythm {
        Rhythm::Own => words.get("due-by-own"),
        Rhythm::Role(role) => choice::show(BuyingRole::SET, role.name(), words),
        Rhythm::Champion => choice::show(Stance::SET, Stance::Champion.name(), words),
        Rhythm::Nothing => words.get("due-by-nothing"),
    };
    words.with("due-every", &[("days", &days.to_string()), ("by", &by)])
}

/// Days past the cadence: `17 d`; a dash for somebody never met, whose lateness is the most there is.
pub fn late(row: &PersonRow, cx: &Context<'_>) -> String {
    let days = row.days_late(cx.today);
    days.map_or_else(|| "–".to_owned(), |d| cx.words.with("value-days", &[("days", &d.to_string())]))
}

/// A number with so many decimals, so that the marks of a column stand below each other.
#[expect(clippy::cast_possible_truncation, reason = "lateness and catch-up order are at most 10")]
fn decimals(value: f64, places: u32, cx: &Context<'_>) -> String {
    let shift = if places == 1 { 10.0 } else { 100.0 };
    number::show_decimals(cx.words.lang(), (value * shift).round() as i64, places, places)
}

/// The influence weight; an assumed one with a sign before it.
fn weight(row: &PersonRow) -> String {
    if row.weight.assumed { format!("~{}", row.weight.w) } else { row.weight.w.to_string() }
}
