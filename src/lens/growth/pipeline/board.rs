//! The board: a lane a stage, a card a sale.
mod layout;

use ratatui::layout::Rect;

use super::foot;
use super::order::OFTEN;
use super::selection::Lane;
use super::state::{Pipeline, SALES};
use super::table::{closes, sign};
use super::title::short;
use crate::lang::{capital, choice, day};
use crate::lens::Cx;
use crate::report::pipeline::{pushed, sums};
use crate::store::query::pipeline::Sale;
use crate::ui::markdown::wrap;
use crate::ui::pen::spans_width;
use crate::ui::table::select;
use crate::ui::text::visible;
use crate::ui::{Pen, Region, Role, Seen, Span, Spot, panel};
use layout::{GAP, cards, lanes};

/// Lines of a name at most.
const NAME: usize = 2;

/// From how many lines on a hairline stands below the heads of the lanes.
const RULED: u16 = 14;

/// Draws the board, with the sale under the cursor in the lines below where `footed`.
pub(super) fn draw(of: &Pipeline, pen: &mut Pen<'_>, area: Rect, footed: bool, cx: &Cx<'_>) -> Seen {
    let mut seen = Seen::default();
    let foot = if footed { foot::height(area.height) } else { 0 };
    let board = panel::top(area, area.height.saturating_sub(foot));
    let rows = of.chosen.lanes();
    let at = of.chosen.current().map_or(0, |sale| Lane::of(sale.deal.stage));
    let shown = lanes(rows.len(), at, board.width);
    let mut x = board.x;
    for (lane, rows) in rows.iter().enumerate().skip(shown.first).take(shown.count) {
        let place = Rect { x, width: shown.wide, ..board }.intersection(board);
        seen.add(draw_lane(of, lane, rows, lane == at, pen, place, cx));
        x = x.saturating_add(shown.wide + GAP);
    }
    if foot > 0 {
        foot::draw(of, pen, panel::below(area, area.height - foot), cx);
    }
    seen
}

fn draw_lane(
    of: &Pipeline,
    lane: usize,
    rows: &[usize],
    focused: bool,
    pen: &mut Pen<'_>,
    area: Rect,
    cx: &Cx<'_>,
) -> Seen {
    let mut seen = Seen::default();
    let body = head(of, lane, rows, focused, pen, area, cx);
    let drawn: Vec<Vec<Card>> = rows
        .iter()
        .map(|row| of.chosen.sale(*row).map(|sale| card(of, sale, area.width, pen, cx)).unwrap_or_default())
        .collect();
    let heights: Vec<u16> = drawn.iter().map(|card| u16::try_from(card.len()).unwrap_or(1)).collect();
    let current = of.chosen.at();
    let at = rows.iter().position(|row| *row == current);
    let found = cards(&heights, at, body.height);
    let mut y = body.y;
    for (row, lines) in rows.iter().zip(&drawn).skip(found.first).take(found.count) {
        let high = u16::try_from(lines.len()).unwrap_or(1);
        let place = Rect { y, height: high, ..body };
        for (y, line) in (place.y..place.bottom()).zip(lines) {
            let line_at = Rect { y, height: 1, ..place };
            pen.spans(line_at.x + 1, y, line_at.width.saturating_sub(1), &line.left);
            pen.spans_right(line_at.right(), y, line_at.width.saturating_sub(1), &line.right);
            if *row == current {
                select(pen, line_at, !of.reading);
            }
        }
        seen.regions.push(Region { area: place, spot: Spot::Row(SALES, *row) });
        y = y.saturating_add(high + 1);
    }
    if found.hidden > 0 && body.height > 0 {
        let more = cx.words.with("pipeline-more", &[("count", &found.hidden.to_string())]);
        pen.put(body.x + 1, body.bottom() - 1, body.width.saturating_sub(1), &more, Role::Muted);
    }
    seen
}

/// The stage, how many stand in it, and what they are worth.
fn head(
    of: &Pipeline,
    lane: usize,
    rows: &[usize],
    focused: bool,
    pen: &mut Pen<'_>,
    area: Rect,
    cx: &Cx<'_>,
) -> Rect {
    let name = match Lane::ALL.get(lane) {
        Some(Lane::Stage(stage)) => capital(&choice::word(*stage, cx.words)),
        Some(Lane::Closed) | None => cx.words.get("pipeline-lane-closed"),
    };
    let role = if focused { Role::Heading } else { Role::Text };
    let role = if rows.is_empty() { Role::Muted } else { role };
    pen.put(area.x + 1, area.y, area.width.saturating_sub(1), &name, role);
    if !rows.is_empty() {
        // What is lost is worth nothing: the sum of what is closed is that of what is won.
        let (amounts, worth) = sums(rows.iter().filter_map(|row| of.chosen.sale(*row)));
        let sum = if lane + 1 < Lane::ALL.len() { amounts } else { worth };
        let sum = format!("{} · {}", rows.len(), short(&sum, cx));
        pen.put(area.x + 1, area.y + 1, area.width.saturating_sub(1), &sum, Role::Muted);
    }
    if area.height < RULED {
        return panel::below(area, 2);
    }
    pen.rule(area.x + 1, area.y + 2, area.width.saturating_sub(1));
    panel::below(area, 3)
}

/// A line of a card.
#[derive(Debug, Default)]
struct Card {
    left: Vec<Span>,
    right: Vec<Span>,
}

/// The name on two lines at most, the account where there are several, amount and close.
fn card(of: &Pipeline, sale: &Sale, wide: u16, pen: &Pen<'_>, cx: &Cx<'_>) -> Vec<Card> {
    let room = usize::from(wide.saturating_sub(1));
    let open = sale.deal.is_open();
    let text = if open { Role::Text } else { Role::Muted };
    let mut name: Vec<Span> = Vec::new();
    if let Some(sign) = sign(sale.deal.stage, pen.glyphs) {
        name.extend([sign, Span::text(" ")]);
    }
    name.extend(of.chosen.marks.mark(&visible(&sale.deal.name), text));
    let mut lines = wrap(&name, room);
    if lines.len() > NAME {
        let rest =
            lines.split_off(NAME - 1).into_iter().flat_map(|line| line.into_iter().chain([Span::text(" ")]));
        lines.push(single_spaced(rest));
    }
    let mut card: Vec<Card> = lines.into_iter().map(|left| Card { left, right: Vec::new() }).collect();
    if cx.scope.is_none() {
        let left = of.chosen.marks.mark(&visible(&sale.account_name), Role::Muted);
        card.push(Card { left, right: Vec::new() });
    }
    let mut left = vec![Span::new(short(&sale.deal.amount, cx), text)];
    let right: Vec<Span> = closes(sale, cx).into_iter().collect();
    let right = if fits(&left, &right, room) { right } else { narrow(sale, cx) };
    if open && sale.pushes >= OFTEN {
        let pushes = Span::new(format!("  {}", pushed(sale.pushes)), Role::Warn);
        let more: Vec<Span> = left.iter().cloned().chain([pushes]).collect();
        left = if fits(&more, &right, room) { more } else { left };
    }
    let right = if fits(&left, &right, room) { right } else { Vec::new() };
    card.push(Card { left, right });
    card
}

/// The spans behind each other, with one blank where two lines met.
fn single_spaced(spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut line: Vec<Span> = Vec::new();
    for span in spans {
        let blank = line.last().is_some_and(|last| last.text.ends_with(' '));
        if !(blank && span.text == " ") {
            line.push(span);
        }
    }
    line
}

fn fits(left: &[Span], right: &[Span], room: usize) -> bool {
    spans_width(left) + usize::from(!right.is_empty()) + spans_width(right) <= room
}

/// The close without its day, where the whole has no room: `Oct 27`, `!Oct 26`.
fn narrow(sale: &Sale, cx: &Cx<'_>) -> Vec<Span> {
    use chrono::Datelike as _;
    let Some(on) = sale.deal.closed().or(sale.deal.closes_on) else { return Vec::new() };
    let month = day::month_short(on.month(), cx.words);
    let year = on.year().rem_euclid(100);
    let late = sale.is_late(cx.today);
    let sign = if late { "!" } else { "" };
    vec![Span::new(format!("{sign}{month} {year:02}"), if late { Role::Bad } else { Role::Muted })]
}
