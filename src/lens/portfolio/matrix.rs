//! The matrix: what a client deserves, upwards, against how close we are to it, to the right. The arrows walk from client to client.
mod layout;

use ratatui::layout::Rect;

use super::shown::role;
use super::state::{ACROSS, LIST, Portfolio};
use crate::command::Command;
use crate::domain::choice::Tier;
use crate::domain::portfolio::valuation::Quadrant;
use crate::lens::Cx;
use crate::store::query::portfolio::Portfolio as All;
use crate::ui::table::select;
use crate::ui::text::{cut, visible, width};
use crate::ui::{Page, Pen, Region, Role, Seen, Span, Spot};
use layout::{Dot, Placed, place};

/// Columns at the left for the scale of the valuation.
const SCALE: u16 = 3;

/// Longest name beside a dot.
const NAME: usize = 18;

/// Whether a command walks in the matrix.
pub(super) const fn walks(command: Command) -> bool {
    matches!(command, Command::Up | Command::Down | Command::PanelLeft | Command::PanelRight)
}

/// The row of the nearest client in the direction of a command.
pub(super) fn walk(of: &Portfolio, command: Command) -> Option<usize> {
    let all = of.all.as_deref()?;
    let dots = dots(of, all, plot_size(of.room));
    let (x, y) = dots.get(of.list.at).map(|dot| (i32::from(dot.x), i32::from(dot.y)))?;
    let away = |dot: &Dot| {
        let (dx, dy) = (i32::from(dot.x) - x, i32::from(dot.y) - y);
        // A line is about twice as high as a column is wide.
        let (along, aside) = match command {
            Command::PanelLeft => (-dx, 2 * dy),
            Command::PanelRight => (dx, 2 * dy),
            Command::Up => (-2 * dy, dx),
            _ => (2 * dy, dx),
        };
        (along > 0).then(|| along + 2 * aside.abs())
    };
    let near = dots.iter().enumerate().filter_map(|(row, dot)| Some((away(dot)?, row)));
    near.min().map(|(_, row)| row)
}

/// Columns and lines of the plot in a matrix of that size.
const fn plot_size(room: (u16, u16)) -> (u16, u16) {
    (room.0.saturating_sub(SCALE), room.1.saturating_sub(2))
}

/// Where each client of the rows stands in a plot of that size.
fn dots(of: &Portfolio, all: &All, (wide, high): (u16, u16)) -> Vec<Dot> {
    let dot = |at: &usize| {
        let client = all.clients.get(*at);
        let worth = client.and_then(|c| c.valuation).unwrap_or(1.0);
        let close = client.and_then(|c| c.closeness().ok()).unwrap_or(0.0);
        let name = client.map_or(0, |c| width(&cut(&visible(&c.name), NAME)));
        Dot {
            x: along(close / 100.0, wide),
            y: along(1.0 - (worth - 1.0) / 4.0, high),
            wide: u16::try_from(name).unwrap_or(0),
            first: client.is_some_and(|c| c.tier == Tier::Key),
        }
    };
    of.rows.iter().map(dot).collect()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to the columns of a screen"
)]
fn along(share: f64, room: u16) -> u16 {
    let last = f64::from(room.saturating_sub(1));
    (share * last).round().clamp(0.0, last) as u16
}

/// Draws the matrix.
pub(super) fn draw(of: &Portfolio, all: &All, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let mut seen = Seen::default();
    for (panel, height) in [(LIST, area.height), (ACROSS, area.width)] {
        seen.pages.push(Page { panel, first: 0, height: usize::from(height) });
    }
    let (wide, high) = plot_size((area.width, area.height));
    if wide < 10 || high < 4 {
        return seen;
    }
    let plot = Rect { x: area.x + SCALE, y: area.y, width: wide, height: high };
    draw_scale(pen, area, plot, cx);
    draw_cross(pen, plot, cx);
    let dots = dots(of, all, (wide, high));
    let placed = place(&dots, (wide, high));
    let at = of.list.at;
    for row in (0..dots.len()).filter(|row| *row != at).chain(Some(at).filter(|at| *at < dots.len())) {
        let (Some(dot), Some(stands)) = (dots.get(row), placed.get(row)) else { continue };
        // The client under the cursor is always named, over whatever stands there.
        let stands = if row == at { stands.or_else(|| Some(Placed::beside(*dot, wide))) } else { *stands };
        if let Some(stands) = stands {
            let place = draw_client(of, all, (row, stands), plot, pen);
            seen.regions.push(Region { area: place, spot: Spot::Row(LIST, row) });
        }
    }
    let hidden = placed.iter().filter(|p| p.is_none()).count();
    if hidden > 0 {
        let more = cx.words.with("portfolio-more-dots", &[("count", &hidden.to_string())]);
        pen.put_right(plot.right(), plot.bottom(), plot.width / 2, &more, Role::Muted);
    }
    seen
}

/// A dot with its name, if it has room; returns where.
fn draw_client(
    of: &Portfolio,
    all: &All,
    (row, stands): (usize, Placed),
    plot: Rect,
    pen: &mut Pen<'_>,
) -> Rect {
    let (x, y) = (plot.x + stands.x, plot.y + stands.y);
    let place = Rect { x, y, width: stands.wide, height: 1 }.intersection(plot);
    let Some((at, client)) = of.rows.get(row).and_then(|at| Some((*at, all.clients.get(*at)?))) else {
        return place;
    };
    let g = pen.glyphs;
    let key = client.tier == Tier::Key;
    let sign = if key { g.full() } else { g.or("•", ".") };
    let role = if key { Role::Heading } else { all.place(at).map_or(Role::Muted, |p| role(p.class)) };
    let name = cut(&visible(&client.name), NAME);
    let spans = match (stands.named, stands.left) {
        (false, _) => vec![Span::new(sign, role)],
        (true, false) => vec![Span::new(format!("{sign} {name}"), role)],
        (true, true) => vec![Span::new(format!("{name} {sign}"), role)],
    };
    if row == of.list.at {
        let before = Rect { x: x.saturating_sub(1).max(plot.x), width: stands.wide + 1, ..place };
        pen.clear(before.intersection(plot));
        pen.spans(x, y, stands.wide, &spans);
        select(pen, before.intersection(plot), true);
    } else {
        pen.spans(x, y, stands.wide, &spans);
    }
    place
}

/// The valuation at the left, the relationship below.
fn draw_scale(pen: &mut Pen<'_>, area: Rect, plot: Rect, cx: &Cx<'_>) {
    for points in 1..=5_u16 {
        let y = plot.y + along(1.0 - f64::from(points - 1) / 4.0, plot.height);
        pen.put(area.x + 1, y, 1, &points.to_string(), Role::Muted);
    }
    let bottom = plot.bottom();
    for (share, points) in [(0.0, "0"), (0.5, "50"), (1.0, "100")] {
        let x = plot.x + along(share, plot.width);
        let start = x.saturating_sub(u16::try_from(points.len()).unwrap_or(0) / 2);
        let start = start.min(plot.right().saturating_sub(3)).max(plot.x);
        pen.put(start, bottom, 3, points, Role::Muted);
    }
    let arrows = (pen.glyphs.or("↑", "^"), pen.glyphs.or("→", ">"));
    let up = format!("{} {}", arrows.0, cx.words.get("portfolio-axis-worth"));
    let right = format!("{} {}", cx.words.get("portfolio-axis-close"), arrows.1);
    pen.put(area.x + 1, bottom + 1, plot.width / 2, &up, Role::Muted);
    pen.put_right(plot.right(), bottom + 1, plot.width / 2, &right, Role::Muted);
}

/// The lines between the quadrants, and what each is called in its outer corner.
fn draw_cross(pen: &mut Pen<'_>, plot: Rect, cx: &Cx<'_>) {
    let (x, y) = (plot.x + along(0.5, plot.width), plot.y + along(0.5, plot.height));
    pen.rule(plot.x, y, plot.width);
    pen.upright(x, plot.y, plot.height);
    pen.put(x, y, 1, pen.glyphs.or("┼", "+"), Role::Muted);
    let room = plot.width / 2;
    for (at, quadrant) in Quadrant::ALL.into_iter().enumerate() {
        let word = cx.words.get(&format!("portfolio-quadrant-{}", quadrant.name()));
        let y = if at < 2 { plot.y } else { plot.bottom() - 1 };
        if at % 2 == 0 {
            pen.put(plot.x, y, room, &word, Role::Muted);
        } else {
            pen.put_right(plot.right(), y, room, &word, Role::Muted);
        }
    }
}
