//! Competitors as documents: what they do better and worse, where they sit, and when their contracts end.
use chrono::NaiveDate;

use crate::domain::Id;
use crate::domain::choice::CellState;
use crate::domain::day::{days_between, plus_days};
use crate::domain::kind::Kind;
use crate::domain::whitespace as formulas;
use crate::lang::value::Context;
use crate::lang::{choice, day, money};
use crate::report::block::{Block, Cell, Column, Table, Tone};
use crate::report::score::{Measure, blocks};
use crate::report::whitespace::who;
use crate::store::query::whitespace::{CellRow, Rival, WhiteBook};

/// Contracts of competitors that end within so many days, the nearest first, each with what could be won and whether we are
/// after it.
pub fn radar(book: &WhiteBook, days: i64, cx: &Context<'_>) -> Vec<Block> {
    let found = ahead(book, days, cx.today);
    let title = cx.words.get("competitor-radar");
    let until = plus_days(cx.today, days);
    let note = cx.words.with("competitor-radar-until", &[("day", &day::show(until, cx.words))]);
    let mut page = vec![Block::heading_with(title, note)];
    if found.is_empty() {
        page.push(Block::Paragraph(cx.words.get("competitor-radar-none")));
        return page;
    }
    let head = |key: &str| cx.words.get(key);
    let mut table = Table::new(vec![
        Column::short(head("competitor-head-ends")),
        Column::number(""),
        Column::text(head("competitor-head-who")),
        Column::text(head("competitor-head-where")),
        Column::number(head("competitor-head-gap")),
        Column::text(head("competitor-head-sale")),
    ]);
    for row in found {
        let cell = &row.cell;
        let Some(end) = cell.ends_on else { continue };
        let left = days_between(cx.today, end);
        let gap = cell.gap().and_then(Result::ok);
        let gap = gap.map(|g| money::short(cx.words.lang(), g, cx.directory.terms.currency));
        let cells = vec![
            Cell::from(day::show(end, cx.words)),
            Cell::toned(cx.words.with("value-days", &[("days", &left.to_string())]), Tone::Muted),
            Cell::from(who(cell, book, cx)),
            Cell::from(place(row, cx)),
            Cell::from(gap.unwrap_or_else(|| "–".to_owned())),
            pursued(row, left, cx),
        ];
        table.push(cell.id.map(|id| (Kind::WhiteSpace, id)), cells);
    }
    page.push(Block::Table(table));
    page
}

/// Cells of competitors whose contract ends within so many days, the nearest first: of what we still sell, the rest could not be won.
pub fn ahead(book: &WhiteBook, days: i64, today: NaiveDate) -> Vec<&CellRow> {
    let sold = book.cells().map(|row| &row.cell).filter(|cell| !book.is_retired(cell.place.offering));
    let cells: Vec<formulas::Cell> = sold.cloned().collect();
    let near = formulas::radar(&cells, today, days).into_iter();
    near.filter_map(|cell| book.cells().find(|row| row.cell.place == cell.place)).collect()
}

/// Days before the end of a contract from which somebody should be after it.
pub const SOON: i64 = 180;

/// The sale that is after a cell; where there is none, that there should be one soon.
pub fn pursued(row: &CellRow, left: i64, cx: &Context<'_>) -> Cell {
    match row.sales.first() {
        Some(sale) => Cell::from(format!("{}, {}", sale.name, choice::word(sale.stage, cx.words))),
        None if left <= SOON => Cell::toned(cx.words.get("competitor-no-sale"), Tone::Warn),
        None => Cell::toned(cx.words.get("competitor-no-sale"), Tone::Muted),
    }
}

/// Where a cell stands: account (where several are meant), part, offering.
pub fn place(row: &CellRow, cx: &Context<'_>) -> String {
    let cell = &row.cell;
    if cx.scope.is_some() {
        return format!("{} · {}", cell.unit, cell.offering);
    }
    let account = cx.directory.name(Kind::Account, cell.place.account);
    match cell.place.unit {
        Some(_) => format!("{account} {} · {}", cell.unit, cell.offering),
        None => format!("{account} · {}", cell.offering),
    }
}

/// Where a competitor sits, in the order of the book.
pub fn seats(book: &WhiteBook, rival: Id) -> Vec<&CellRow> {
    let of = |row: &&CellRow| row.cell.competitor == Some(rival) && row.cell.state == CellState::Competitor;
    book.cells().filter(of).collect()
}

/// What a competitor holds a year in the cells of the book, as far as it is known; none where nothing is.
pub fn held(book: &WhiteBook, rival: Id) -> Option<f64> {
    let known: Vec<f64> = seats(book, rival).iter().filter_map(|row| row.cell.gap()?.ok()).collect();
    (!known.is_empty()).then(|| known.iter().sum())
}

/// The nearest end of a contract of a competitor that still lies ahead.
pub fn next_end(book: &WhiteBook, rival: Id, today: NaiveDate) -> Option<NaiveDate> {
    seats(book, rival).iter().filter_map(|row| row.cell.ends_on).filter(|end| *end >= today).min()
}

/// A competitor on one page: what they do better and worse, where they sit, what they are after, what was learned.
pub fn rival(rival: &Rival, book: &WhiteBook, cx: &Context<'_>) -> Vec<Block> {
    let words = cx.words;
    let mut page = vec![Block::heading_with(&rival.name, rival.aliases.join(", "))];
    for (key, text) in
        [("field-competitor-strengths", &rival.strengths), ("field-competitor-weaknesses", &rival.weaknesses)]
    {
        page.push(Block::heading(words.get(key)));
        let nothing = words.get("competitor-nothing-noted");
        page.push(Block::Paragraph(if text.is_empty() { nothing } else { text.clone() }));
    }
    let seats = seats(book, rival.id);
    page.push(Block::heading_with(words.get("competitor-seats"), seats.len().to_string()));
    if seats.is_empty() {
        page.push(Block::Paragraph(words.get("competitor-seats-none")));
    } else {
        page.push(Block::Table(seats_table(&seats, cx)));
    }
    page.extend(sales(rival, cx));
    page.extend(insights(rival, cx));
    if !rival.notes.is_empty() {
        page.push(Block::heading(words.get("field-competitor-notes")));
        page.push(Block::Paragraph(rival.notes.clone()));
    }
    page
}

fn seats_table(seats: &[&CellRow], cx: &Context<'_>) -> Table {
    let mut table = Table::new(vec![Column::text(""), Column::number(""), Column::short("")]);
    for row in seats {
        let gap = row.cell.gap().and_then(Result::ok);
        let gap = gap.map(|g| money::short(cx.words.lang(), g, cx.directory.terms.currency));
        let end = row.cell.ends_on.map(|end| {
            let shown = day::column(end, cx.today, cx.words);
            let key = if end < cx.today { "competitor-ended" } else { "competitor-until" };
            Cell::toned(cx.words.with(key, &[("day", &shown)]), Tone::Text)
        });
        let unknown = || Cell::toned(cx.words.get("competitor-no-end"), Tone::Muted);
        let cells = vec![
            Cell::from(place(row, cx)),
            Cell::from(gap.unwrap_or_else(|| "–".to_owned())),
            end.unwrap_or_else(unknown),
        ];
        table.push(row.cell.id.map(|id| (Kind::WhiteSpace, id)), cells);
    }
    table
}

fn sales(rival: &Rival, cx: &Context<'_>) -> Vec<Block> {
    if rival.sales.is_empty() {
        return Vec::new();
    }
    let title = cx.words.get("competitor-sales");
    let mut table = Table::new(vec![Column::text(""), Column::short(""), Column::number("")]);
    for sale in &rival.sales {
        let amount = sale.amount.map(|m| money::show(cx.words.lang(), m)).unwrap_or_default();
        let account = cx.directory.name(Kind::Account, sale.account);
        let cells = vec![
            Cell::from(format!("{account} · {}", sale.name)),
            Cell::toned(choice::word(sale.stage, cx.words), Tone::Muted),
            Cell::from(amount),
        ];
        table.push(Some((Kind::Opportunity, sale.id)), cells);
    }
    vec![Block::heading_with(title, rival.sales.len().to_string()), Block::Table(table)]
}

fn insights(rival: &Rival, cx: &Context<'_>) -> Vec<Block> {
    if rival.insights.is_empty() {
        return Vec::new();
    }
    let title = cx.words.get("competitor-insights");
    let mut table = Table::new(vec![Column::short(""), Column::text("")]);
    for (id, text, on) in &rival.insights {
        let when = Cell::toned(day::column(*on, cx.today, cx.words), Tone::Muted);
        table.push(Some((Kind::Insight, *id)), vec![when, Cell::from(text.clone())]);
    }
    vec![Block::heading_with(title, rival.insights.len().to_string()), Block::Table(table)]
}

/// How what a competitor holds is made: the gaps of the cells where they sit.
pub fn explain_held(name: &str, cells: &[formulas::Cell], cx: &Context<'_>) -> Vec<Block> {
    let title = cx.words.with("competitor-why-held", &[("name", name)]);
    blocks(&title, &formulas::gap(cells), Measure::of_sums(cx), cx)
}
