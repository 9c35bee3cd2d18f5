//! What each client takes against what it is worth.
use ratatui::layout::Rect;

use super::list::{key_sign, name, ordered};
use super::shown::{column, tenth, time};
use super::state::{LIST, Portfolio};
use super::wish::Sort;
use crate::domain::portfolio::effort::{Balance, Effort};
use crate::lens::Cx;
use crate::store::query::portfolio::{Client, Portfolio as All};
use crate::ui::meter::line;
use crate::ui::table::{List, draw_row, lay_out};
use crate::ui::{Column, Glyphs, Pen, Role, Seen, Span, TableRow, panel};

/// Client, key, time, share of it, its bar, share of the worth, its bar, index, in words.
const COLUMNS: [Column; 9] = [
    Column::growing(14),
    Column::fixed(5).leaves(4),
    Column::fixed(8).right().leaves(1),
    Column::fixed(8).right(),
    Column::fixed(12).leaves(3),
    Column::fixed(8).right(),
    Column::fixed(12).leaves(3),
    Column::fixed(8).right(),
    Column::fixed(16).leaves(2),
];

/// Columns of a bar.
const BAR: usize = 12;

/// Draws the list with its head.
pub(super) fn draw(of: &Portfolio, all: &All, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let glyphs = pen.glyphs;
    let places = lay_out(&COLUMNS, area.width.saturating_sub(1));
    draw_row(pen, panel::top(area, 1), &COLUMNS, &places, &head(of, glyphs, cx));
    let list = List { columns: &COLUMNS, cursor: &of.list, len: of.rows.len(), panel: LIST, focused: true };
    list.draw(pen, panel::below(area, 1), |row| {
        let client = of.rows.get(row).and_then(|at| all.clients.get(*at));
        client.map_or_else(|| TableRow::Group(Vec::new()), |client| cells(all, client, glyphs, cx))
    })
}

fn head(of: &Portfolio, g: Glyphs, cx: &Cx<'_>) -> TableRow {
    let muted = |key: &str| vec![Span::muted(cx.words.get(key))];
    TableRow::cells([
        ordered("portfolio-col-client", Sort::Name, of, g, cx),
        muted("portfolio-col-key"),
        muted("portfolio-col-time"),
        muted("portfolio-col-of-time"),
        Vec::new(),
        muted("portfolio-col-of-worth"),
        Vec::new(),
        ordered("portfolio-col-index", Sort::Effort, of, g, cx),
        Vec::new(),
    ])
}

fn cells(all: &All, client: &Client, g: Glyphs, cx: &Cx<'_>) -> TableRow {
    let (effort, of_time) = (all.effort(client), all.totals.of_time(client.time));
    let unknown = || vec![Span::muted(g.unknown())];
    let figure = |of: Option<f64>| of.map_or_else(unknown, |s| vec![Span::text(column(s, cx))]);
    let bar = |of: Option<f64>, role| {
        of.map_or_else(Vec::new, |share| {
            let (full, rest) = line(g, share, BAR);
            vec![Span::new(full, role), Span::muted(rest)]
        })
    };
    // Minutes that were assumed are marked: a guess is no measurement.
    let guess = if client.time.assumed > 0 { "~" } else { "" };
    let index = effort.and_then(Effort::index);
    TableRow::cells([
        vec![name(client)],
        key_sign(client, g),
        vec![Span::muted(guess), Span::text(time(client.time.minutes, cx))],
        figure(of_time),
        bar(of_time, Role::Text),
        figure(effort.map(|e| e.of_worth)),
        bar(effort.map(|e| e.of_worth), Role::Muted),
        index.map_or_else(unknown, |i| vec![Span::text(tenth(i, cx))]),
        effort.map(|e| balance(e, g, cx)).unwrap_or_default(),
    ])
}

/// `▲ much time`: only what is out of balance is said.
pub(super) fn balance(effort: Effort, g: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    let said = |sign, role, key| vec![Span::new(format!("{sign} "), role), Span::muted(cx.words.get(key))];
    match Balance::of(effort) {
        Balance::TooMuch => said(g.trend(1), Role::Warn, "portfolio-much-time"),
        Balance::TooLittle => said(g.trend(-1), Role::Warn, "portfolio-little-time"),
        Balance::Balanced => Vec::new(),
    }
}
