//! The map of people as a document: influence against stance or interest (§3, §4).
use crate::domain::Id;
use crate::domain::called::called;
use crate::domain::choice::Stance;
use crate::domain::evidence::STALE;
use crate::domain::kind::Kind;
use crate::domain::matrix::{Axis, BANDS, COLUMNS, KNOWN, band, stance_of};
use crate::lang::choice;
use crate::lang::value::Context;
use crate::report::block::{Block, Cell, Column, Table, Tone};
use crate::store::query::people::PersonRow;

/// The map of an account: who has left is not on it.
pub fn map(account: Id, people: &[PersonRow], axis: Axis, cx: &Context<'_>) -> Vec<Block> {
    let words = cx.words;
    let here: Vec<&PersonRow> = people.iter().filter(|row| row.left_on.is_none()).collect();
    let name = cx.directory.name(Kind::Account, account);
    let note = words.get(&format!("people-map-by-{}", axis.name()));
    let mut page = vec![Block::heading_with(format!("{} · {name}", words.get("people-map-title")), note)];
    if here.is_empty() {
        page.push(Block::Paragraph(words.get("people-map-nobody")));
        return page;
    }
    page.push(Block::Table(table(&here, axis, cx)));
    let legend = legend(&here, people.len() - here.len(), cx);
    if !legend.is_empty() {
        page.push(Block::Callout(Tone::Muted, legend));
    }
    page
}

/// A band after the other; in each as many lines as its fullest cell has people.
fn table(here: &[&PersonRow], axis: Axis, cx: &Context<'_>) -> Table {
    let mut columns = vec![Column::number("")];
    columns.extend((0..COLUMNS).map(|column| Column::text(title(column, axis, cx))));
    let mut table = Table::new(columns);
    let names: Vec<_> = here.iter().map(|row| (row.person, row.name.as_str())).collect();
    let mut cells: Vec<Vec<Cell>> = vec![Vec::new(); BANDS * COLUMNS];
    for (row, called) in here.iter().zip(called(&names)) {
        let at = band(row.weight) * COLUMNS + axis.column(row.stance, row.interest.map(|i| i.0));
        if let Some(cell) = cells.get_mut(at) {
            cell.push(person(row, &called.short, axis, cx));
        }
    }
    for (index, band) in cells.chunks(COLUMNS).enumerate() {
        let lines = band.iter().map(Vec::len).max().unwrap_or(0).max(1);
        for line in 0..lines {
            let head = if line == 0 { (BANDS - index).to_string() } else { String::new() };
            let mut row = vec![Cell::toned(head, Tone::Muted)];
            row.extend(band.iter().map(|cell| cell.get(line).cloned().unwrap_or_default()));
            table.push(None, row);
        }
    }
    table
}

fn title(column: usize, axis: Axis, cx: &Context<'_>) -> String {
    let words = cx.words;
    match axis {
        _ if column == KNOWN => words.get("people-map-unknown"),
        Axis::Stance => stance_of(column).map(|s| choice::word(s, words)).unwrap_or_default(),
        Axis::Interest => match column {
            0 => format!("1 {}", words.get("people-map-little")),
            4 => format!("5 {}", words.get("people-map-much")),
            _ => (column + 1).to_string(),
        },
    }
}

/// A name with the signs of the screen: `~` before an assumed influence, `?` behind a stale stance.
fn person(row: &PersonRow, name: &str, axis: Axis, cx: &Context<'_>) -> Cell {
    let assumed = if row.weight.assumed { "~" } else { "" };
    let name = if row.placeholder { format!("({name})") } else { name.to_owned() };
    let stale = if row.stance_is_stale(cx.today) { "?" } else { "" };
    let sign = match axis {
        Axis::Stance => String::new(),
        Axis::Interest => format!(" {}", sign(row.stance)),
    };
    let against = row.stance.is_some_and(|s| s.score() < 0);
    let tone = match (row.placeholder, row.weight.key_player()) {
        (true, _) => Tone::Muted,
        (false, true) if against => Tone::Bad,
        (false, true) => Tone::Heading,
        (false, false) => Tone::Text,
    };
    Cell::toned(format!("{assumed}{name}{sign}{stale}"), tone)
}

const fn sign(stance: Option<Stance>) -> &'static str {
    match stance {
        Some(Stance::Champion) => "++",
        Some(Stance::Supporter) => "+",
        Some(Stance::Neutral) => "·",
        Some(Stance::Sceptic) => "−",
        Some(Stance::Blocker) => "−−",
        None => "",
    }
}

fn legend(here: &[&PersonRow], left: usize, cx: &Context<'_>) -> String {
    let words = cx.words;
    let mut parts = Vec::new();
    if here.iter().any(|row| row.weight.assumed) {
        parts.push(words.get("people-map-sign-assumed"));
    }
    if here.iter().any(|row| row.stance_is_stale(cx.today)) {
        let days = STALE.to_string();
        parts.push(words.with("people-map-sign-stale", &[("sign", "?"), ("days", &days)]));
    }
    if here.iter().any(|row| row.placeholder) {
        parts.push(words.get("people-map-sign-placeholder"));
    }
    if left > 0 {
        parts.push(words.with("people-map-left", &[("count", &left.to_string())]));
    }
    parts.join(" · ")
}
