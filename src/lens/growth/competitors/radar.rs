//! The radar: contracts of competitors along the next eighteen months, each with what could be won and whether we are after it.
use chrono::{Datelike, NaiveDate};
use ratatui::layout::Rect;

use super::state::{Competitors, RADAR_PANEL};
use crate::domain::choice::Side;
use crate::domain::day::{days_between, plus_months};
use crate::lang::{day, money};
use crate::lens::Cx;
use crate::report::competitor::{SOON, place, pursued};
use crate::report::whitespace::who;
use crate::store::query::whitespace::CellRow;
use crate::ui::table::{List, TableRow};
use crate::ui::{Column, Glyphs, Pen, Role, Seen, Span, panel};

/// Months that the strip shows.
const MONTHS: usize = 19;

/// Sign, competitor, where, the strip of months, the gap, the day, what is being done.
const COLUMNS: [Column; 7] = [
    Column::fixed(1),
    Column::growing(10),
    Column::growing(18),
    Column::fixed(19).leaves(1),
    Column::fixed(8).right().leaves(2),
    Column::fixed(10).right(),
    Column::growing(14).leaves(3),
];

pub(super) fn draw(all: &Competitors, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let Some(book) = all.book.as_deref().filter(|_| area.height > 1) else { return Seen::default() };
    let title = cx.words.get("competitor-radar");
    let body = panel::title(pen, area, &title, &cx.words.get("competitor-radar-months"));
    if all.ends.is_empty() {
        panel::empty(pen, body, &cx.words.get("competitor-radar-none"));
        return Seen::default();
    }
    let list = List {
        columns: &COLUMNS,
        cursor: &all.radar,
        len: all.ends.len(),
        panel: RADAR_PANEL,
        focused: all.on_radar,
    };
    let glyphs = pen.glyphs;
    let values = cx.values();
    let chosen = all.current().map(|rival| rival.id);
    list.draw(pen, Rect { width: body.width.saturating_sub(1), ..body }, |at| {
        let Some(row) = all.ending(at) else { return TableRow::Cells(Vec::new()) };
        let Some(end) = row.cell.ends_on else { return TableRow::Cells(Vec::new()) };
        let left = days_between(cx.today, end);
        let soon = left <= SOON && row.sales.is_empty();
        let role = if soon { Role::Warn } else { Role::Text };
        let own = row.cell.competitor.is_some() && row.cell.competitor == chosen;
        let done = pursued(row, left, &values).text;
        // Somebody should be after it, or somebody is.
        let sign = if soon {
            Span::new("!", Role::Warn)
        } else if row.sales.is_empty() {
            Span::text(" ")
        } else {
            Span::muted(glyphs.side(Side::Ours))
        };
        let gap = row.cell.gap().and_then(Result::ok);
        let gap = gap.map(|gap| money::short(cx.words.lang(), gap, cx.directory.terms.currency));
        TableRow::cells([
            sign.into(),
            Span::new(who(&row.cell, book, &values), if own { Role::Text } else { Role::Muted }).into(),
            Span::text(place(row, &values)).into(),
            strip(row, end, role, glyphs, cx),
            Span::text(gap.unwrap_or_default()).into(),
            Span::new(day::column(end, cx.today, cx.words), role).into(),
            Span::new(done, if soon { Role::Warn } else { Role::Muted }).into(),
        ])
    })
}

/// The months from this one on, the one in which the contract ends marked; a year begins with a mark of its own.
fn strip(row: &CellRow, end: NaiveDate, role: Role, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    let mark = glyphs.cell(row.cell.state);
    let mut spans = Vec::new();
    for ahead in 0..MONTHS {
        let month = plus_months(cx.today, i32::try_from(ahead).unwrap_or(0));
        if (month.year(), month.month()) == (end.year(), end.month()) {
            Span::extend(&mut spans, mark, role);
        } else if month.month() == 1 {
            Span::extend(&mut spans, glyphs.or("┆", "|"), Role::Muted);
        } else {
            Span::extend(&mut spans, glyphs.or("·", "."), Role::Muted);
        }
    }
    spans
}
