//! The clients by revenue: class, shares, valuation.
use ratatui::layout::Rect;

use super::shown::{amount, column, count, role, tenth};
use super::state::{LIST, Portfolio};
use super::wish::{Sort, View};
use crate::domain::choice::Tier;
use crate::lens::Cx;
use crate::store::query::portfolio::{Client, Portfolio as All};
use crate::ui::table::{List, draw_row, lay_out};
use crate::ui::{Column, Glyphs, Pen, Role, Seen, Span, TableRow, panel};

/// Rank, client, key, class, revenue, share, up to here, valuation, quadrant.
const COLUMNS: [Column; 9] = [
    Column::fixed(5).right().leaves(3),
    Column::growing(14),
    Column::fixed(5).leaves(6),
    Column::fixed(5),
    Column::fixed(9).right(),
    Column::fixed(7).right().leaves(2),
    Column::fixed(8).right().leaves(4),
    Column::fixed(6).right().leaves(1),
    Column::fixed(12).leaves(5),
];

/// Draws the list with its head.
pub(super) fn draw(of: &Portfolio, all: &All, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let glyphs = pen.glyphs;
    let places = lay_out(&COLUMNS, area.width.saturating_sub(1));
    draw_row(pen, panel::top(area, 1), &COLUMNS, &places, &head(of, glyphs, cx));
    let list = List { columns: &COLUMNS, cursor: &of.list, len: of.rows.len(), panel: LIST, focused: true };
    list.draw(pen, panel::below(area, 1), |row| {
        let client = of.rows.get(row).and_then(|at| Some((*at, all.clients.get(*at)?)));
        client
            .map_or_else(|| TableRow::Group(Vec::new()), |(at, client)| cells(all, (at, client), glyphs, cx))
    })
}

/// The name of a column, with an arrow where it orders the list.
pub(super) fn ordered(key: &str, sort: Sort, of: &Portfolio, g: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    let arrow = match (of.wish.sort(of.view) == sort, of.wish.reversed) {
        (false, _) => "",
        (true, false) => g.or(" ↓", " v"),
        (true, true) => g.or(" ↑", " ^"),
    };
    vec![Span::muted(cx.words.get(key)), Span::new(arrow, Role::Accent)]
}

fn head(of: &Portfolio, g: Glyphs, cx: &Cx<'_>) -> TableRow {
    let muted = |key: &str| vec![Span::muted(cx.words.get(key))];
    TableRow::cells([
        muted("portfolio-col-rank"),
        ordered("portfolio-col-client", Sort::Name, of, g, cx),
        muted("portfolio-col-key"),
        muted("portfolio-col-class"),
        ordered("portfolio-col-revenue", Sort::Revenue, of, g, cx),
        muted("portfolio-col-share"),
        muted("portfolio-col-up-to"),
        ordered("portfolio-col-valuation", Sort::Valuation, of, g, cx),
        muted("portfolio-col-quadrant"),
    ])
}

fn cells(all: &All, (at, client): (usize, &Client), g: Glyphs, cx: &Cx<'_>) -> TableRow {
    let unknown = || vec![Span::muted(g.unknown())];
    let place = all.place(at);
    let figure = |of: Option<f64>| of.map_or_else(unknown, |s| vec![Span::text(column(s, cx))]);
    let quadrant = client.quadrant().map(|q| cx.words.get(&format!("portfolio-quadrant-{}", q.name())));
    TableRow::cells([
        vec![Span::muted(place.map(|p| count(p.rank, cx)).unwrap_or_default())],
        vec![name(client)],
        key_sign(client, g),
        place.map_or_else(unknown, |p| vec![Span::new(p.class.letter(), role(p.class))]),
        client.revenue.amount.as_ref().map_or_else(|_| unknown(), |a| vec![Span::text(amount(*a, all, cx))]),
        figure(place.map(|p| p.share)),
        vec![Span::muted(place.map(|p| column(p.up_to, cx)).unwrap_or_default())],
        client.valuation.map_or_else(unknown, |v| vec![Span::text(tenth(v, cx))]),
        vec![Span::muted(quadrant.unwrap_or_default())],
    ])
}

/// The name; that of a key account stands out.
pub(super) fn name(client: &Client) -> Span {
    let role = if client.tier == Tier::Key { Role::Heading } else { Role::Text };
    Span::new(client.name.as_str(), role)
}

/// Whether it is a key account.
pub(super) fn key_sign(client: &Client, g: Glyphs) -> Vec<Span> {
    let key = client.tier == Tier::Key;
    if key { vec![Span::new(g.done(), Role::Accent)] } else { Vec::new() }
}

/// Whether a view has a list to be ordered.
pub(super) const fn is_listed(view: View) -> bool {
    matches!(view, View::Pareto | View::Effort)
}
