//! Draws the log.
use ratatui::layout::Rect;

use super::ask::Choice;
use super::list::Line;
use super::state::{LIST, Log};
use super::{preview, row};
use crate::command::Command;
use crate::domain::choice::Direction::{Both, In, Out};
use crate::lang::number;
use crate::lens::Cx;
use crate::store::query::log::Balance;
use crate::ui::pen::spans_width;
use crate::ui::table::{draw_row, lay_out, select};
use crate::ui::{Page, Pen, Region, Role, Seen, Span, Spot, panel};

/// From how many columns on list and preview stand side by side.
const BESIDE: u16 = 100;

pub(super) fn draw(log: &Log, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    if log.reading
        && area.width < BESIDE
        && let Some(row) = log.current()
    {
        return preview::draw(log, row, pen, area, cx);
    }
    let body = draw_title(log, pen, area, cx);
    if log.len() == 0 {
        panel::empty(pen, body, &nothing(log, cx));
        return Seen::default();
    }
    if area.width < BESIDE {
        let body = Rect { width: body.width.saturating_sub(1), ..body };
        return draw_list(log, pen, body, cx);
    }
    let percent = if area.width < 160 { 59 } else { 62 };
    let (left, right) = panel::split(pen, body, percent);
    let mut seen = draw_list(log, pen, left, cx);
    if let Some(row) = log.current() {
        seen.add(preview::draw(log, row, pen, right, cx));
    }
    seen
}

/// Title, where we are, the balance; below it what is looked for and what was not understood. Returns the room below.
fn draw_title(log: &Log, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Rect {
    let mut title = vec![Span::new(format!("{}  ", cx.words.get("log-title")), Role::Heading)];
    if !log.browses() {
        title.push(Span::new(format!("“{}”  ", log.text.trim()), Role::Accent));
    }
    title.push(Span::muted(status(log, cx)));
    pen.spans(area.x + 1, area.y, area.width.saturating_sub(1), &title);
    let body = panel::below(area, 1);
    let end = area.right().saturating_sub(1);
    let balance = balance(log.head.balance, pen, area.width >= 110, cx);
    if area.height > 0 && spans_width(&title) + spans_width(&balance) + 4 <= usize::from(area.width) {
        pen.spans_right(end, area.y, area.width, &balance);
    }
    let mut said: Vec<Span> = Vec::new();
    for trouble in &log.sought.trouble {
        said.push(Span::new(format!("{}  ", cx.words.say(trouble)), Role::Warn));
    }
    if said.is_empty() {
        return panel::below(body, u16::from(area.height >= 26));
    }
    if body.height > 0 {
        pen.spans(area.x + 1, body.y, area.width.saturating_sub(2), &said);
    }
    panel::below(body, 1)
}

/// `1,234 of 50,000`, `12 hits`, `50 hits, more below`.
fn status(log: &Log, cx: &Cx<'_>) -> String {
    let words = cx.words;
    let show = |n: usize| number::show(words.lang(), i64::try_from(n).unwrap_or(i64::MAX));
    let window = &log.window;
    let count = show(window.rows.len());
    if !log.browses() {
        let key = if window.more { "log-hits-more" } else { "log-hits" };
        let count = if window.rows.len() < 1000 { window.rows.len().to_string() } else { count };
        return words.with(key, &[("count", &count)]);
    }
    match log.choice {
        Choice::All => {
            let total = window.total.map(show).unwrap_or_default();
            let at = log.scroll.at.checked_sub(log.planned().len());
            match at.zip(window.before) {
                Some((at, before)) if window.total.is_some_and(|t| t > 0) => {
                    words.with("log-position", &[("at", &show(before + at + 1)), ("total", &total)])
                }
                _ => total,
            }
        }
        Choice::ToSort => words.with("log-only-to-sort", &[("count", &show(log.head.to_sort))]),
        Choice::Planned => words.with("log-only-planned", &[("count", &show(log.head.planned.len()))]),
        Choice::Promises => {
            let more = if window.more { pen_more() } else { "" };
            words.with("log-only-promises", &[("count", &format!("{count}{more}"))])
        }
    }
}

const fn pen_more() -> &'static str {
    "+"
}

/// Who spoke to whom in the last 90 days, with a small bar.
fn balance(of: Balance, pen: &Pen<'_>, long: bool, cx: &Cx<'_>) -> Vec<Span> {
    let total = of.total();
    if total == 0 {
        return Vec::new();
    }
    let words = cx.words;
    let days = Balance::DAYS.to_string();
    let g = pen.glyphs;
    let wide = if long { 16 } else { 10 };
    let heat = g.heat();
    let (inward, both) = (share(of.inbound, total, wide), share(of.inbound + of.both, total, wide));
    let key = |k: &str| words.get(&if long { k.to_owned() } else { format!("{k}-short") });
    let part = |sign: &str, count: usize, k: &str| {
        let name = key(k);
        let gap = if name.is_empty() { "" } else { " " };
        Span::muted(format!("{sign} {count}{gap}{name}  "))
    };
    vec![
        Span::muted(format!("{}  ", words.with("log-balance", &[("days", &days)]))),
        part(g.direction(Some(In)), of.inbound, "log-balance-in"),
        part(g.direction(Some(Both)), of.both, "log-balance-both"),
        part(g.direction(Some(Out)), of.outbound, "log-balance-out"),
        Span::new(heat[4].repeat(inward), Role::Accent),
        Span::muted(heat[3].repeat(both - inward)),
        Span::muted(heat[1].repeat(wide - both)),
    ]
}

/// `part` of `total` in columns of a bar `wide` columns long, rounded.
const fn share(part: usize, total: usize, wide: usize) -> usize {
    (part * wide * 2 + total) / (total * 2)
}

/// What an empty list says.
fn nothing(log: &Log, cx: &Cx<'_>) -> String {
    let words = cx.words;
    if !log.browses() {
        return words.with("log-nothing-found", &[("key", &cx.key(Command::Back))]);
    }
    match log.choice {
        Choice::All => words.with("log-empty", &[("key", &cx.key(Command::Capture))]),
        Choice::ToSort => words.get("log-nothing-to-sort"),
        Choice::Planned => words.with("log-nothing-planned", &[("key", &cx.key(Command::Capture))]),
        Choice::Promises => words.get("log-nothing-promised"),
    }
}

fn draw_list(log: &Log, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let mut seen = Seen::default();
    if pen.is_taking() {
        let rows = (0..log.len()).filter_map(|at| log.row(at)).map(|entry| row::plain(entry, cx.words));
        pen.take_cells(true, super::heads(cx.words), rows.collect());
        return seen;
    }
    let area = area.intersection(pen.buf.area);
    let height = usize::from(area.height);
    let lines = log.lines();
    let top = log.top(&lines, height);
    let columns = row::columns(area.width, cx.scope.is_none());
    let places = lay_out(&columns, area.width.saturating_sub(1));
    let at = log.scroll.at.min(log.len().saturating_sub(1));
    let mut below = 0;
    for (offset, line) in lines.iter().skip(top).take(height).enumerate() {
        let y = area.y + u16::try_from(offset).unwrap_or(0);
        let place = Rect { y, height: 1, ..area };
        let Line::Row(index) = *line else {
            pen.spans(place.x + 1, y, place.width.saturating_sub(1), &row::heading(*line, log, cx));
            continue;
        };
        let Some(entry) = log.row(index) else { continue };
        if index == at {
            below = offset;
        } else if offset == 0 && !entry.planned {
            // The head of the day stays while its rows pass below it.
            pen.spans(place.x + 1, y, place.width.saturating_sub(1), &row::day_words(entry.day, cx));
            continue;
        }
        draw_row(pen, place, &columns, &places, &row::cells(log, entry, pen.glyphs, cx));
        if index == at {
            select(pen, place, !log.reading);
        }
        seen.regions.push(Region { area: place, spot: Spot::Row(LIST, index) });
    }
    seen.pages.push(Page { panel: LIST, first: below, height });
    seen
}
