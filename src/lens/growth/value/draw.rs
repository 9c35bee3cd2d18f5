//! Draws the clients and their worth; beside or below them the lines of the one under the cursor.
use ratatui::layout::Rect;

use super::{LIST, Value, panel as lines};
use crate::domain::cltv::Worth;
use crate::lens::Cx;
use crate::report::lifetime::{range, share, short};
use crate::store::query::lifetime::Lifetime;
use crate::ui::table::{List, draw_row, lay_out};
use crate::ui::{Column, Glyphs, Pen, Role, Seen, Span, TableRow, panel};

/// From how many columns on list and lines stand side by side.
const BESIDE: u16 = 100;

const COLUMNS: [Column; 6] = [
    Column::growing(10),
    Column::fixed(9).right().leaves(2),
    Column::fixed(7).right().leaves(3),
    Column::fixed(9).right(),
    Column::fixed(19).right().leaves(4),
    Column::fixed(9).right().leaves(1),
];

pub(super) fn draw(view: &Value, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    if view.shown.is_empty() {
        if view.known {
            let key = if view.all.is_empty() { "growth-value-empty" } else { "growth-value-nobody" };
            panel::empty(pen, panel::below(area, 1), &cx.words.get(key));
        }
        return Seen::default();
    }
    if area.width < BESIDE {
        if view.trying {
            return lines::draw(view, pen, area, cx);
        }
        // The list shrinks after the lines: what is not seen of it is one key away.
        let rows = u16::try_from(view.shown.len()).unwrap_or(u16::MAX).saturating_add(1);
        let top = panel::top(area, rows.min(area.height / 2 + 1));
        let mut seen = list(view, pen, top, cx);
        seen.add(lines::draw(view, pen, panel::below(area, top.height + 1), cx));
        return seen;
    }
    let (left, right) = panel::split(pen, area, if area.width < 160 { 54 } else { 58 });
    let mut seen = list(view, pen, left, cx);
    seen.add(lines::draw(view, pen, right, cx));
    seen
}

fn list(view: &Value, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let heads = ["account", "contribution", "retention", "value", "range", "potential"];
    let head = heads.map(|name| Span::muted(cx.words.get(&format!("cltv-head-{name}"))).into());
    let places = lay_out(&COLUMNS, area.width.saturating_sub(1));
    draw_row(pen, panel::top(area, 1), &COLUMNS, &places, &TableRow::cells(head));
    let list = List {
        columns: &COLUMNS,
        cursor: &view.cursor,
        len: view.shown.len(),
        panel: LIST,
        focused: !view.trying,
    };
    let glyphs = pen.glyphs;
    list.draw(pen, panel::below(area, 1), |at| {
        let one = view.shown.get(at).and_then(|at| view.all.get(*at));
        one.map_or_else(|| TableRow::Cells(Vec::new()), |one| row(one, glyphs, cx))
    })
}

fn row(one: &Lifetime, glyphs: Glyphs, cx: &Cx<'_>) -> TableRow {
    let values = cx.values();
    let worth = one.client.stands().ok();
    let unknown = || Span::muted(glyphs.unknown());
    let amount = |of: fn(&Worth) -> f64, role| {
        worth.as_ref().map_or_else(unknown, |worth| Span::new(short(of(worth), &values), role))
    };
    let contribution = one.client.contribution().ok();
    TableRow::cells([
        Span::text(one.name.clone()).into(),
        contribution.map_or_else(unknown, |m| Span::muted(short(m, &values))).into(),
        one.client.retention.map_or_else(unknown, |r| Span::muted(share(r, &values))).into(),
        amount(|w| w.value, Role::Heading).into(),
        Span::muted(worth.as_ref().map(|w| range(w, &values)).unwrap_or_default()).into(),
        amount(Worth::potential, Role::Text).into(),
    ])
}
