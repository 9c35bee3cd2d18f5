//! One row of the list.
use std::cmp::Ordering;

use super::list::Line;
use super::state::Log;
use crate::domain::choice::{Channel, Choice, Direction, Side};
use crate::lang::{Words, choice, day, time};
use crate::lens::Cx;
use crate::store::query::account::PromiseRow;
use crate::store::query::log::LogRow;
use crate::ui::markdown::first_line;
use crate::ui::text::width;
use crate::ui::{Column, Glyphs, Role, Span, TableRow};

/// The columns of a list of that width; `account` if rows of several accounts stand in it. Tags leave first, then the time,
/// then the account.
pub(super) fn columns(wide: u16, account: bool) -> [Column; 7] {
    let who = match wide {
        ..90 => 15,
        90..130 => 20,
        130.. => 26,
    };
    let of = if account { Column::fixed(if wide < 110 { 10 } else { 14 }) } else { Column::fixed(0) };
    [
        Column::fixed(11),
        Column::fixed(5).leaves(2),
        Column::fixed(who),
        of.leaves(if account { 1 } else { u8::MAX }),
        Column::growing(if wide < 100 { 26 } else { 46 }),
        Column::fixed(18).leaves(3),
        Column::fixed(8).right(),
    ]
}

/// The cells of a row.
pub(super) fn cells(log: &Log, row: &LogRow, glyphs: Glyphs, cx: &Cx<'_>) -> TableRow {
    let people: Vec<_> = row.people.iter().map(|p| p.1.as_str()).collect();
    let account = row.account.as_ref().map_or("", |a| a.1.as_str());
    let who = match people.as_slice() {
        [] => Span::muted(account),
        [one] => Span::text(*one),
        [first, rest @ ..] => Span::text(format!("{first} +{}", rest.len())),
    };
    let account = if people.is_empty() { "" } else { account };
    let tags: Vec<_> = row.tags.iter().map(|t| format!("+{t}")).collect();
    TableRow::Cells(vec![
        kind(row, glyphs, cx),
        Span::muted(row.time.filter(|_| !row.planned).map(time::show_time).unwrap_or_default()).into(),
        log.marks.mark(&who.text, who.role),
        log.marks.mark(account, Role::Muted),
        text(log, row, glyphs, cx),
        log.marks.mark(&tags.join(" "), Role::Muted),
        marks(row, glyphs, cx),
    ])
}

/// The row as plain cells: day, kind, who, account, text, tags.
pub(in crate::lens::log) fn plain(row: &LogRow, words: &Words) -> Vec<String> {
    let people: Vec<_> = row.people.iter().map(|p| p.1.as_str()).collect();
    let text = if row.text.is_empty() { &row.raw } else { &row.text };
    vec![
        day::show(row.day, words),
        choice::show(Channel::SET, row.channel.name(), words),
        people.join(", "),
        row.account.as_ref().map(|a| a.1.clone()).unwrap_or_default(),
        text.split_whitespace().collect::<Vec<_>>().join(" "),
        row.tags.iter().map(|tag| format!("+{tag}")).collect::<Vec<_>>().join(" "),
    ]
}

/// A sign for what waits, the direction, the kind.
fn kind(row: &LogRow, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    let sign = if row.planned && row.day < cx.today {
        Span::new("!", Role::Warn)
    } else if row.to_sort {
        Span::new("?", Role::Warn)
    } else {
        Span::text(" ")
    };
    let kind = choice::show(Channel::SET, row.channel.name(), cx.words);
    vec![sign, Span::muted(format!(" {} {kind}", glyphs.direction(row.direction)))]
}

/// What was said; of a search from shortly before the first hit on if that is far; of a planned one first when.
fn text(log: &Log, row: &LogRow, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    let mut spans = Vec::new();
    if row.planned {
        let when = match crate::domain::day::days_between(cx.today, row.day) {
            0 => cx.words.get("value-today"),
            1 => cx.words.get("value-tomorrow"),
            _ => day::near(row.day, cx.today, cx.words),
        };
        let at = row.time.map(|t| format!(" {}", time::show_time(t))).unwrap_or_default();
        spans.push(Span::new(format!("{when}{at}  "), Role::Accent));
    }
    let said = if log.marks.is_empty() { first_line(&row.text, ROOM) } else { found(log, row, glyphs) };
    if said.is_empty() {
        let promise = row.promises.first().map(|p| p.text.as_str());
        spans.extend(log.marks.mark(promise.unwrap_or(&row.raw), Role::Muted));
    } else {
        spans.extend(log.marks.mark(&said, Role::Text));
    }
    spans
}

/// Characters of a text that a row draws at most.
const ROOM: usize = 240;

/// The line in which a hit stands, of the text or of a promise, from shortly before it on.
fn found(log: &Log, row: &LogRow, glyphs: Glyphs) -> String {
    let lines = row.text.lines().map(|line| line.chars().take(4000).collect::<String>());
    let promises = row.promises.iter().map(|p| format!("{} {}", glyphs.side(p.side), p.text));
    let hit = lines.chain(promises).find_map(|line| log.marks.first(&line).map(|at| (line, at)));
    hit.map_or_else(|| first_line(&row.text, ROOM), |(line, at)| excerpt(&line, at))
}

/// The line from shortly before byte `at` on, and from earlier where little would be left of it.
fn excerpt(line: &str, at: usize) -> String {
    let before = line.get(..at).unwrap_or_default();
    if width(before) < 24 {
        return first_line(line, ROOM);
    }
    let chars = line.chars().count();
    let start = before.chars().count().saturating_sub(12).min(chars.saturating_sub(26));
    let tail: String = line.chars().skip(start).skip_while(|c| *c != ' ').collect();
    format!("…{}", first_line(&tail, ROOM))
}

/// How it felt, and how many promises of each side are open.
fn marks(row: &LogRow, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut add = |span: Span| {
        if !spans.is_empty() {
            spans.push(Span::text(" "));
        }
        spans.push(span);
    };
    let felt = glyphs.sentiment(row.sentiment);
    if !felt.is_empty() {
        add(Span::muted(felt));
    }
    for side in [Side::Ours, Side::Theirs] {
        let open: Vec<_> = row.promises.iter().filter(|p| p.side == side && p.done_on.is_none()).collect();
        if !open.is_empty() {
            let late = open.iter().any(|p| p.due.is_some_and(|due| due < cx.today));
            let role = if late { Role::Bad } else { Role::Text };
            add(Span::new(format!("{}{}", glyphs.side(side), open.len()), role));
        }
    }
    if !row.promises.is_empty() && row.promises.iter().all(|p| p.done_on.is_some()) {
        add(Span::muted(glyphs.done()));
    }
    spans
}

/// A line that is no row.
pub(super) fn heading(line: Line, log: &Log, cx: &Cx<'_>) -> Vec<Span> {
    let words = cx.words;
    match line {
        Line::Planned => {
            let all = log.head.planned.len();
            let mut spans = vec![Span::new(words.get("log-planned"), Role::Heading)];
            spans.push(Span::muted(format!("  {all}")));
            if log.planned().len() < all {
                let key = cx.key(crate::command::Command::Filter);
                spans.push(Span::muted(format!("  {}", words.with("log-planned-more", &[("key", &key)]))));
            }
            spans
        }
        Line::Day(of) => day_words(of, cx),
        Line::Gap | Line::Row(_) => Vec::new(),
    }
}

/// `Today`, `Yesterday`, `Mon 16 Nov`, and how long ago that is.
pub(super) fn day_words(of: chrono::NaiveDate, cx: &Cx<'_>) -> Vec<Span> {
    let near = day::near(of, cx.today, cx.words);
    let ago = crate::domain::day::days_between(of, cx.today);
    let (head, rest) = match ago {
        0 => (cx.words.get("log-today"), near),
        1 => (cx.words.get("log-yesterday"), near),
        -1 => (cx.words.get("log-tomorrow"), near),
        2..100 => (near, cx.words.with("value-days", &[("days", &ago.to_string())])),
        _ => (near, String::new()),
    };
    vec![Span::new(head, Role::Heading), Span::muted(format!("  {rest}"))]
}

/// When a promise is due or was kept, and what that means.
pub(super) fn due(promise: &PromiseRow, glyphs: Glyphs, cx: &Cx<'_>) -> Span {
    if let Some(done) = promise.done_on {
        return Span::muted(format!("{} {}", glyphs.done(), day::column(done, cx.today, cx.words)));
    }
    let Some(due) = promise.due else { return Span::muted(cx.words.get("log-no-day")) };
    let role = match due.cmp(&cx.today) {
        Ordering::Less => Role::Bad,
        Ordering::Equal => Role::Warn,
        Ordering::Greater => Role::Muted,
    };
    Span::new(day::due(due, cx.today, cx.words), role)
}

/// Key of the words of a direction.
pub(super) const fn direction_key(direction: Direction) -> &'static str {
    match direction {
        Direction::In => "log-in",
        Direction::Out => "log-out",
        Direction::Both => "log-both",
    }
}
