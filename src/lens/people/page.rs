//! One person as lines: what is known and since when, what is owed, what was said last, how to reach them.
use chrono::NaiveDate;

use super::fact::{Labelled, known, strength_parts};
use super::why::{decimal, points};
use crate::domain::choice::{Channel, Choice};
use crate::domain::day::{days_between, next_anniversary};
use crate::domain::kind::Kind;
use crate::lang::{choice, day, field};
use crate::lens::Cx;
use crate::store::query::account::PromiseRow;
use crate::store::query::log::LogRow;
use crate::store::query::people::PersonRow;
use crate::store::query::person::PersonPage;
use crate::ui::markdown::{first_line, wrap};
use crate::ui::text::{visible, width};
use crate::ui::{Glyphs, Role, Span, markdown, meter};

/// A line of the page.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub(super) spans: Vec<Span>,
    /// What stands at its right end.
    pub(super) end: Option<Span>,
    /// The promise or conversation it is, counted from the first promise.
    pub(super) item: Option<usize>,
}

impl From<Vec<Span>> for Line {
    fn from(spans: Vec<Span>) -> Self {
        Self { spans, ..Self::default() }
    }
}

/// The whole page.
pub(super) fn lines(row: &PersonRow, page: &PersonPage, room: usize, g: Glyphs, cx: &Cx<'_>) -> Vec<Line> {
    let mut lines = head(row, room);
    let mut facts = known(row, page, room.saturating_sub(LABEL + 2), g, cx);
    if row.membership.is_none() {
        let key = cx.key(crate::command::Command::Edit);
        let says = cx.words.with("people-no-account", &[("key", &key)]);
        facts.insert(0, ("people-label-account", vec![vec![Span::new(says, Role::Warn)]]));
    }
    labelled(&mut lines, facts, room, cx);
    promises(&mut lines, page, g, cx);
    conversations(&mut lines, page, g, cx);
    strength(&mut lines, row, room, g, cx);
    let mut profile = reach(page, cx);
    profile.extend(places(page, cx));
    if !profile.is_empty() {
        section(&mut lines, "people-profile", None, cx);
        labelled(&mut lines, profile, room, cx);
    }
    notes(&mut lines, page, room, g, cx);
    lines
}

fn head(row: &PersonRow, room: usize) -> Vec<Line> {
    let mut lines: Vec<Line> =
        wrap(&[Span::new(visible(&row.name), Role::Heading)], room).into_iter().map(Line::from).collect();
    let mut place = Vec::new();
    for text in [&row.title, &row.unit].into_iter().filter(|t| !t.is_empty()) {
        let dot = if place.is_empty() { "" } else { " · " };
        place.push(Span::muted(format!("{dot}{}", visible(text))));
    }
    if !row.account_name.is_empty() {
        if !place.is_empty() {
            place.push(Span::muted(" · "));
        }
        place.push(Span::new(visible(&row.account_name), Role::Accent));
    }
    if !place.is_empty() {
        lines.extend(wrap(&place, room).into_iter().map(Line::from));
    }
    lines.push(Line::default());
    lines
}

/// Whom they report to, who reports to them, through whom one gets there, where else they are.
fn places(page: &PersonPage, cx: &Cx<'_>) -> Vec<Labelled> {
    let one = |name: &str| vec![Span::text(visible(name))];
    let names = |all: &[(crate::domain::Id, String)]| {
        one(&all.iter().map(|n| n.1.as_str()).collect::<Vec<_>>().join(", "))
    };
    let mut facts: Vec<Labelled> = Vec::new();
    if let Some((_, name)) = &page.reports_to {
        facts.push(("people-label-reports-to", vec![one(name)]));
    }
    if !page.reports.is_empty() {
        facts.push(("people-label-reports", vec![names(&page.reports)]));
    }
    if let Some((_, name)) = &page.reached_via {
        facts.push(("people-label-via", vec![one(name)]));
    }
    if let Some(since) = page.membership.as_ref().and_then(|m| m.since) {
        facts.push(("people-label-since", vec![one(&day::show(since, cx.words))]));
    }
    let other = |(_, name, over): &(crate::domain::Id, String, bool)| {
        if *over { cx.words.with("people-formerly", &[("account", name)]) } else { name.clone() }
    };
    let elsewhere: Vec<_> = page.elsewhere.iter().map(other).collect();
    if !elsewhere.is_empty() {
        facts.push(("people-label-elsewhere", vec![one(&elsewhere.join(", "))]));
    }
    facts
}

/// How to reach them.
fn reach(page: &PersonPage, cx: &Cx<'_>) -> Vec<Labelled> {
    let person = &page.person;
    let texts = |all: &[String]| all.iter().map(|t| vec![Span::text(visible(t))]).collect::<Vec<_>>();
    let mut facts: Vec<Labelled> = Vec::new();
    let mut add = |key, lines: Vec<Vec<Span>>| {
        if !lines.is_empty() {
            facts.push((key, lines));
        }
    };
    add("people-label-email", texts(&person.emails));
    add("people-label-phone", texts(&person.phones));
    add(
        "people-label-language",
        texts(
            &[person.language.clone()].map(|t| t).into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>(),
        ),
    );
    add("people-label-birthday", person.birthday.map(|b| birthday(b, cx)).into_iter().collect());
    facts
}

/// The day, and how soon it is if that is within two weeks.
fn birthday(of: NaiveDate, cx: &Cx<'_>) -> Vec<Span> {
    let ahead = days_between(cx.today, next_anniversary(of, cx.today));
    let mut spans = vec![Span::text(day::day_month(of, cx.words))];
    if ahead == 0 {
        spans.push(Span::new(format!("  {}", cx.words.get("value-today")), Role::Accent));
    } else if ahead <= 14 {
        let soon = cx.words.with("value-days-ahead", &[("days", &ahead.to_string())]);
        spans.push(Span::new(format!("  {soon}"), Role::Accent));
    }
    spans
}

/// Labels in a column of their own, values beside them.
fn labelled(lines: &mut Vec<Line>, facts: Vec<Labelled>, room: usize, cx: &Cx<'_>) {
    let label = |key: &str| visible(&cx.words.get(key));
    let wide = facts.iter().map(|(key, _)| width(&label(key))).max().unwrap_or(0).max(LABEL);
    for (key, values) in facts {
        let mut name = label(key);
        for value in values {
            for line in wrap(&value, room.saturating_sub(wide + 2)) {
                let gap = " ".repeat(wide + 2 - width(&name));
                let mut spans = vec![Span::muted(format!("{name}{gap}"))];
                spans.extend(line);
                lines.push(spans.into());
                name.clear();
            }
        }
    }
}

/// Columns of the labels at least, so that the sections stand below each other.
const LABEL: usize = 10;

fn section(lines: &mut Vec<Line>, key: &str, count: Option<String>, cx: &Cx<'_>) {
    if lines.last().is_some_and(|l| !l.spans.is_empty()) {
        lines.push(Line::default());
    }
    let mut spans = vec![Span::new(cx.words.get(key), Role::Heading)];
    spans.extend(count.map(|c| Span::muted(format!("  {c}"))));
    lines.push(spans.into());
}

fn promises(lines: &mut Vec<Line>, page: &PersonPage, g: Glyphs, cx: &Cx<'_>) {
    if page.promises.is_empty() {
        return;
    }
    section(lines, "people-promises", Some(page.promises.len().to_string()), cx);
    for (index, promise) in page.promises.iter().enumerate() {
        lines.push(promise_line(index, promise, g, cx));
    }
}

fn promise_line(index: usize, promise: &PromiseRow, g: Glyphs, cx: &Cx<'_>) -> Line {
    let end = promise.due.map_or_else(
        || Span::muted(cx.words.get("log-no-day")),
        |due| {
            let role = match due.cmp(&cx.today) {
                std::cmp::Ordering::Less => Role::Bad,
                std::cmp::Ordering::Equal => Role::Warn,
                std::cmp::Ordering::Greater => Role::Muted,
            };
            Span::new(day::due(due, cx.today, cx.words), role)
        },
    );
    let spans =
        vec![Span::new(format!("{} ", g.side(promise.side)), Role::Accent), Span::text(promise.text.clone())];
    Line { spans, end: Some(end), item: Some(index) }
}

fn conversations(lines: &mut Vec<Line>, page: &PersonPage, g: Glyphs, cx: &Cx<'_>) {
    if page.log.is_empty() {
        return;
    }
    section(lines, "people-conversations", None, cx);
    let kind = |row: &LogRow| visible(&choice::show(Channel::SET, row.channel.name(), cx.words));
    let wide = page.log.iter().map(|row| width(&kind(row))).max().unwrap_or(0);
    for (index, row) in page.log.iter().enumerate() {
        let kind = kind(row);
        let kind = format!("{} {kind}{}  ", g.direction(row.direction), " ".repeat(wide - width(&kind)));
        lines.push(talk_line(page.promises.len() + index, row, kind, cx));
    }
}

fn talk_line(item: usize, row: &LogRow, kind: String, cx: &Cx<'_>) -> Line {
    let when = if row.planned {
        Span::new(day::column(row.day, cx.today, cx.words), Role::Accent)
    } else {
        Span::muted(day::ago(row.day, cx.today, cx.words))
    };
    let spans = vec![Span::muted(kind), Span::text(first_line(&row.text, 120))];
    Line { spans, end: Some(when), item: Some(item) }
}

/// The strength with the points of its parts.
fn strength(lines: &mut Vec<Line>, row: &PersonRow, room: usize, g: Glyphs, cx: &Cx<'_>) {
    let score = decimal(row.strength.score.round(), cx.words.lang());
    section(lines, "people-label-strength", Some(format!("{score} / 100")), cx);
    if row.strength.days.is_none() {
        let never = [Span::muted(visible(&cx.words.get("report-strength-never")))];
        lines.extend(wrap(&never, room).into_iter().map(Line::from));
        return;
    }
    let names: Vec<_> = strength_parts(row).iter().map(|p| visible(&cx.words.get(p.0))).collect();
    let wide = names.iter().map(|n| width(n)).max().unwrap_or(0).max(LABEL);
    let figures: Vec<_> = strength_parts(row).iter().map(|(_, value, of)| points(*value, *of, cx)).collect();
    // The points are never cut: the bars take what they leave.
    let most = figures.iter().map(|f| width(f)).max().unwrap_or(0);
    let bars = room.saturating_sub(wide + 4 + most).clamp(1, 10);
    for ((name, points), (_, value, _)) in names.iter().zip(figures).zip(strength_parts(row)) {
        let gap = " ".repeat(wide + 2 - width(name));
        let (full, rest) = bar(g, value, bars);
        lines.push(
            vec![
                Span::muted(format!("{name}{gap}")),
                Span::new(full, Role::Accent),
                Span::muted(rest),
                Span::muted(format!("  {points}")),
            ]
            .into(),
        );
    }
}

/// A gauge in two parts: what is filled and what is not.
fn bar(g: Glyphs, share: f64, wide: usize) -> (String, String) {
    let gauge = meter::gauge(g, share, wide);
    let full = gauge.trim_end_matches(g.or("░", ".")).to_owned();
    let rest = gauge.strip_prefix(full.as_str()).unwrap_or_default().to_owned();
    (full, rest)
}

/// What they want, what worries them, how they like to work, what a friend would remember.
fn notes(lines: &mut Vec<Line>, page: &PersonPage, room: usize, g: Glyphs, cx: &Cx<'_>) {
    let person = &page.person;
    let notes = [
        ("wants", &person.wants),
        ("worries", &person.worries),
        ("style", &person.style),
        ("personal", &person.personal),
    ];
    for (name, text) in notes.into_iter().filter(|(_, t)| !t.trim().is_empty()) {
        if lines.last().is_some_and(|l| !l.spans.is_empty()) {
            lines.push(Line::default());
        }
        lines.push(vec![Span::new(field::label(Kind::Person, name, cx.words), Role::Heading)].into());
        let text: String = text.chars().take(20_000).collect();
        lines.extend(markdown::lines(&text, room, g).into_iter().map(Line::from));
    }
}
