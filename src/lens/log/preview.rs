//! One conversation on a page: what, when, with whom, the text, the promises, the line as it was typed.
use ratatui::layout::Rect;

use super::row::{direction_key, due};
use super::state::{Log, PREVIEW};
use crate::command::Command;
use crate::domain::choice::{Channel, Choice};
use crate::lang::{choice, day, time};
use crate::lens::Cx;
use crate::store::query::account::PromiseRow;
use crate::store::query::log::LogRow;
use crate::ui::markdown::{self, wrap};
use crate::ui::pen::spans_width;
use crate::ui::table::select;
use crate::ui::text::visible;
use crate::ui::{Page, Pen, Region, Role, Seen, Span, Spot, panel};

/// Characters of a text that are laid out at most.
const LONGEST: usize = 40_000;

/// Draws the conversation; `focused` if its promises have the keys.
pub(super) fn draw(log: &Log, row: &LogRow, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let mut seen = Seen::default();
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let room = usize::from(inner.width);
    let mut lines: Vec<Vec<Span>> = head(log, row, room, cx);
    let tail = tail(row, room, cx);
    let promises = u16::try_from(row.promises.len()).unwrap_or(u16::MAX);
    let follow = if promises == 0 { 0 } else { promises.saturating_add(2) };
    let head_high = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(inner.height);
    let tail_high = u16::try_from(tail.len()).unwrap_or(0);
    let left = inner.height.saturating_sub(head_high);
    // The promises stay before the text gives way; the typed line leaves first.
    let tail_high = if left >= tail_high + follow + 4 { tail_high } else { 0 };
    let follow = follow.min(left);
    put(pen, inner, &lines);
    if log.reading && row.promises.is_empty() && area.height > 0 {
        pen.put(area.x, area.y, 1, pen.glyphs.bar(), Role::Accent);
    }
    let text_room = left.saturating_sub(follow + tail_high);
    let text = text(log, row, room, pen, cx);
    let rest = panel::below(inner, head_high);
    let used = draw_text(log, pen, panel::top(rest, text_room), &text, cx, &mut seen);
    let rest = panel::below(rest, used);
    draw_promises(
        log,
        row,
        pen,
        Rect { x: area.x, width: area.width, ..panel::top(rest, follow) },
        cx,
        &mut seen,
    );
    lines = tail;
    put(pen, panel::below(rest, follow.min(rest.height)), lines.get(..usize::from(tail_high)).unwrap_or(&[]));
    seen
}

fn put(pen: &mut Pen<'_>, area: Rect, lines: &[Vec<Span>]) {
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        pen.spans(area.x, y, area.width, line);
    }
}

/// Title, when, with whom, and what is to be done about it; ends with an empty line.
fn head(log: &Log, row: &LogRow, room: usize, cx: &Cx<'_>) -> Vec<Vec<Span>> {
    let words = cx.words;
    let kind = crate::lang::capital(&choice::show(Channel::SET, row.channel.name(), words));
    let people: Vec<_> = row.people.iter().map(|p| p.1.as_str()).collect();
    let title = if people.is_empty() {
        kind
    } else {
        words.with("log-title-with", &[("kind", &kind), ("people", &people.join(", "))])
    };
    let mut lines = wrap(&log.marks.mark(&visible(&title), Role::Heading), room);
    lines.truncate(3);
    let mut when = vec![day_line(row, cx)];
    when.extend(row.minutes.map(time::show_minutes));
    when.extend(row.direction.map(|d| words.get(direction_key(d))));
    lines.extend(wrap(&[Span::muted(when.join(DOT))], room));
    let colleagues: Vec<_> = row.colleagues.iter().map(|c| c.1.as_str()).collect();
    let mut place: Vec<Span> = Vec::new();
    if let Some((_, account)) = &row.account {
        place.extend(log.marks.mark(&visible(account), Role::Accent));
    }
    if !colleagues.is_empty() {
        let with = words.with("log-with-colleagues", &[("names", &visible(&colleagues.join(", ")))]);
        place.push(Span::muted(if place.is_empty() { with } else { format!("{DOT}{with}") }));
    }
    if !place.is_empty() {
        lines.extend(wrap(&place, room));
    }
    if let Some(waits) = waits(row, cx) {
        lines.extend(wrap(&[Span::new(waits, Role::Warn)], room));
    }
    lines.push(Vec::new());
    lines
}

/// Between the parts of a line.
const DOT: &str = " · ";

fn day_line(row: &LogRow, cx: &Cx<'_>) -> String {
    let day = day::with_weekday(row.day, cx.words);
    row.time.map_or_else(|| day.clone(), |t| format!("{day}, {}", time::show_time(t)))
}

/// What the user must do about it.
fn waits(row: &LogRow, cx: &Cx<'_>) -> Option<String> {
    let keys = [("edit", cx.key(Command::Edit)), ("done", cx.key(Command::Done))];
    let keys: Vec<(&str, &str)> = keys.iter().map(|(n, k)| (*n, k.as_str())).collect();
    let key = if row.planned && row.day < cx.today {
        "log-was-it-held"
    } else if row.planned {
        "log-is-planned"
    } else if row.to_sort {
        "log-is-to-sort"
    } else {
        return None;
    };
    Some(cx.words.with(key, &keys))
}

fn text(log: &Log, row: &LogRow, room: usize, pen: &Pen<'_>, cx: &Cx<'_>) -> Vec<Vec<Span>> {
    let text: String = row.text.chars().take(LONGEST).collect();
    let mut lines = markdown::lines(&text, room, pen.glyphs);
    if !log.marks.is_empty() {
        let mark = |s: Span| log.marks.mark(&s.text, s.role);
        lines = lines.into_iter().map(|line| line.into_iter().flat_map(mark).collect()).collect();
    }
    for (_, decision) in &row.decisions {
        if !lines.is_empty() {
            lines.push(Vec::new());
        }
        let mut said = vec![Span::muted(format!("{}  ", cx.words.get("log-decided")))];
        said.extend(log.marks.mark(&visible(decision), Role::Text));
        lines.extend(wrap(&said, room));
    }
    let mut tags: Vec<_> = row.tags.iter().map(|t| format!("+{t}")).collect();
    tags.extend(Some(pen.glyphs.sentiment(row.sentiment).to_owned()).filter(|s| !s.is_empty()));
    if !tags.is_empty() {
        if !lines.is_empty() {
            lines.push(Vec::new());
        }
        lines.extend(wrap(&log.marks.mark(&visible(&tags.join("  ")), Role::Muted), room));
    }
    lines
}

/// Draws the text from where it was scrolled to; says how much there is below. Returns the lines used.
fn draw_text(
    log: &Log,
    pen: &mut Pen<'_>,
    area: Rect,
    text: &[Vec<Span>],
    cx: &Cx<'_>,
    seen: &mut Seen,
) -> u16 {
    let height = usize::from(area.height);
    let fits = text.len() <= height;
    // A last line says that there is more.
    let shown = if fits { height } else { height.saturating_sub(1) };
    let from = log.text_from.min(text.len().saturating_sub(shown));
    seen.pages.push(Page { panel: PREVIEW, first: from, height: shown });
    let lines = text.get(from..text.len().min(from + shown)).unwrap_or(&[]);
    put(pen, area, lines);
    if fits {
        return u16::try_from(text.len()).unwrap_or(area.height).min(area.height);
    }
    let below = (text.len() - from - lines.len()).to_string();
    if area.height > 0 && below != "0" {
        let more = cx.words.with("log-more-lines", &[("count", &below)]);
        pen.put(area.x, area.bottom() - 1, area.width, &more, Role::Muted);
    }
    area.height
}

fn draw_promises(log: &Log, row: &LogRow, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>, seen: &mut Seen) {
    if row.promises.is_empty() || area.height < 2 {
        return;
    }
    let title = Rect { y: area.y + 1, height: 1, ..area };
    panel::title(pen, title, &cx.words.get("log-follow-ups"), &row.promises.len().to_string());
    let room = usize::from(area.height - 2);
    let at = log.promise.min(row.promises.len().saturating_sub(1));
    let first = (at + 1).saturating_sub(room);
    for (y, (index, promise)) in (area.y + 2..area.bottom()).zip(row.promises.iter().enumerate().skip(first))
    {
        let line = Rect { y, height: 1, ..area };
        promise_line(log, promise, pen, line, cx);
        if log.reading && index == at {
            select(pen, line, true);
        }
        seen.regions.push(Region { area: line, spot: Spot::Row(PREVIEW, index) });
    }
}

fn promise_line(log: &Log, promise: &PromiseRow, pen: &mut Pen<'_>, line: Rect, cx: &Cx<'_>) {
    let due = due(promise, pen.glyphs, cx);
    let wide = u16::try_from(spans_width(std::slice::from_ref(&due))).unwrap_or(0);
    let end = line.right().saturating_sub(1);
    pen.spans_right(end, line.y, line.width.saturating_sub(2), &[due]);
    let role = if promise.done_on.is_some() { Role::Muted } else { Role::Text };
    let mut spans = vec![Span::new(format!("{} ", pen.glyphs.side(promise.side)), Role::Accent)];
    spans.extend(log.marks.mark(&visible(&promise.text), role));
    if let Some((_, owner)) = &promise.owner {
        spans.push(Span::muted(format!("  {owner}")));
    }
    pen.spans(line.x + 1, line.y, line.width.saturating_sub(wide + 4), &spans);
}

/// The line as it was typed.
fn tail(row: &LogRow, room: usize, cx: &Cx<'_>) -> Vec<Vec<Span>> {
    if row.raw.is_empty() || row.raw == row.text {
        return Vec::new();
    }
    let typed = format!("{}  {}", cx.words.get("log-typed"), visible(&row.raw));
    let mut lines = vec![Vec::new()];
    lines.extend(wrap(&[Span::muted(typed.chars().take(600).collect::<String>())], room).into_iter().take(4));
    lines
}
