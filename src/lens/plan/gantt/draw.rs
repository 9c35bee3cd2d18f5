//! Draws the chart: heads, rows, and below them what the row under the cursor is.
use ratatui::layout::Rect;

use super::{ACROSS, Gantt, ROWS, foot, line};
use crate::command::Command;
use crate::domain::gantt::{Bar, Chart, Scale};
use crate::lang::day;
use crate::lens::Cx;
use crate::report::gantt::{head, until};
use crate::ui::table::{List, TableRow, lay_out};
use crate::ui::{Column, Page, Pen, Role, Seen, Span, panel};

/// Lines of the heads.
const HEADS: u16 = 2;

/// From how many columns on a row says how far it has come, when it ends and who does it.
const ROOMY: u16 = 100;

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shows {
    Name,
    Owner,
    Share,
    Until,
    Chart,
}

/// The columns in so many of the screen; the chart has what is left.
fn columns(wide: u16) -> Vec<(Shows, Column)> {
    let name = match wide {
        ..ROOMY => 26,
        ROOMY..150 => 34,
        150.. => 46,
    };
    let mut columns = vec![(Shows::Name, Column::fixed(name))];
    if wide >= ROOMY {
        columns.push((Shows::Owner, Column::fixed(if wide >= 150 { 18 } else { 10 })));
        columns.push((Shows::Share, Column::fixed(5).right()));
    }
    if wide >= 150 {
        columns.push((Shows::Until, Column::fixed(9).right()));
    }
    columns.push((Shows::Chart, Column::growing(16)));
    columns
}

/// Draws all of it.
pub(super) fn draw(gantt: &Gantt, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    if gantt.plans.is_none() || area.is_empty() {
        return Seen::default();
    }
    if gantt.rows.is_empty() {
        panel::empty(pen, panel::below(area, 1), &empty(gantt, cx));
        return Seen::default();
    }
    let foot = match area.height {
        ..12 => 0,
        12..22 => 3,
        22.. => 5,
    };
    let body = Rect { height: area.height.saturating_sub(foot), ..area };
    let seen = draw_rows(gantt, pen, body, cx);
    if foot > 0 {
        foot::draw(gantt, pen, Rect { y: body.bottom(), height: foot, ..area }, cx);
    }
    seen
}

/// What an empty chart says.
fn empty(gantt: &Gantt, cx: &Cx<'_>) -> String {
    let back = cx.key(Command::Back);
    let new = cx.key(Command::New);
    let key = if gantt.wanted.is_narrowed() { "gantt-none-shown" } else { "gantt-empty" };
    cx.words.with(key, &[("back", &back), ("key", &new)])
}

fn draw_rows(gantt: &Gantt, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let shown = columns(area.width);
    let layout: Vec<Column> = shown.iter().map(|c| c.1).collect();
    let places = lay_out(&layout, area.width.saturating_sub(2));
    let (x, wide) = places.last().copied().flatten().unwrap_or_default();
    let layout: Vec<Column> = layout
        .iter()
        .zip(&places)
        .map(|(c, p)| Column { least: p.map_or(0, |p| p.1), grows: false, ..*c })
        .collect();
    let scale = gantt.scale(usize::from(wide), cx);
    let chart = Rect { x: area.x + 1 + x, width: wide, ..area };
    draw_heads(gantt, &scale, pen, panel::top(chart, HEADS), cx);
    let body = panel::below(area, HEADS);
    let list =
        List { columns: &layout, cursor: &gantt.cursor, len: gantt.rows.len(), panel: ROWS, focused: true };
    let first = gantt.cursor.first(gantt.rows.len(), usize::from(body.height));
    let bars: Vec<Option<Bar>> = gantt.rows.iter().map(|row| row.bar.clone()).collect();
    let chart =
        Chart { scale, today: cx.today, rows: &bars, links: &gantt.links, lit: Some(gantt.cursor.at) };
    let lines = chart.paint(first..first + usize::from(body.height));
    let glyphs = pen.glyphs;
    let mut seen = list.draw(pen, body, |index| {
        let Some(row) = gantt.rows.get(index) else { return TableRow::Group(Vec::new()) };
        let cell = |shows: &Shows| match shows {
            Shows::Name => line::name(gantt, row, glyphs, cx),
            Shows::Owner => line::owner(gantt, row, cx),
            Shows::Share => line::progress(row),
            Shows::Until => vec![Span::muted(until(row, &cx.values()))],
            Shows::Chart => match line::nothing(gantt, row, cx) {
                Some(words) => vec![Span::muted(words)],
                None => lines.get(index - first).map(|marks| line::cells(marks, glyphs)).unwrap_or_default(),
            },
        };
        TableRow::Cells(shown.iter().map(|(shows, _)| cell(shows)).collect())
    });
    seen.pages.push(Page { panel: ACROSS, first: 0, height: usize::from(wide) });
    seen
}

/// Years and months, and where today is.
fn draw_heads(gantt: &Gantt, scale: &Scale, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) {
    let lines = head::lines(scale, gantt.zoom, &cx.values());
    for (y, heads) in (area.y..area.bottom()).zip(&lines) {
        for (cell, word) in heads {
            let x = u16::try_from(*cell).unwrap_or(area.width).min(area.width);
            pen.put(area.x + x, y, area.width - x, word, Role::Muted);
        }
    }
    let Some(today) = scale.shown(cx.today).and_then(|cell| u16::try_from(cell).ok()) else { return };
    let said = day::day_month(cx.today, cx.words);
    let wide = u16::try_from(said.chars().count()).unwrap_or(0);
    // No year is written over.
    let taken = |from: u16, to: u16| {
        lines[0].iter().any(|(cell, word)| {
            let cell = u16::try_from(*cell).unwrap_or(u16::MAX);
            let end = cell.saturating_add(u16::try_from(word.chars().count()).unwrap_or(0));
            cell < to && from <= end
        })
    };
    if !taken(today, today + 1) {
        pen.put(area.x + today, area.y, 1, pen.glyphs.or("▾", "v"), Role::Accent);
    }
    let (right, left) = (today + 2, today.saturating_sub(wide + 1));
    if right + wide <= area.width && !taken(right, right + wide) {
        pen.put(area.x + right, area.y, wide, &said, Role::Accent);
    } else if today > wide && !taken(left, left + wide) {
        pen.put(area.x + left, area.y, wide, &said, Role::Accent);
    }
}
