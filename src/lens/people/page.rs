//! One person as lines: what is known and since when, what is owed, how the stance came about, what was said, how to reach them.
mod profile;

use super::course;
use super::fact::{Labelled, known};
use super::ties;
use crate::domain::choice::{Aspect, BuyingRole, Channel, Choice, Stance};
use crate::lang::{choice, day};
use crate::lens::Cx;
use crate::report::person;
use crate::store::query::account::PromiseRow;
use crate::store::query::log::LogRow;
use crate::store::query::people::PersonRow;
use crate::store::query::person::PersonPage;
use crate::ui::markdown::{first_line, wrap};
use crate::ui::text::{visible, width};
use crate::ui::{Glyphs, Role, Span};

/// A line of the page.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub(super) spans: Vec<Span>,
    /// What stands at its right end.
    pub(super) end: Option<Span>,
    /// Its place in [`super::item::items`].
    pub(super) item: Option<usize>,
}

impl From<Vec<Span>> for Line {
    fn from(spans: Vec<Span>) -> Self {
        Self { spans, ..Self::default() }
    }
}

/// Columns of the labels at least, so that the sections stand below each other.
pub(super) const LABEL: usize = 10;

/// From how many columns on a cause stands beside what it caused.
const BESIDE: usize = 60;

/// Columns that what was learned has at most, where its cause stands beside it.
const WIDEST: usize = 28;

/// The page as it is made, line by line.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) lines: Vec<Line>,
    /// Columns of a line.
    pub(super) room: usize,
    items: usize,
}

/// The whole page: what is known, what is owed, how the stance came about, what was said last, what was learned, and behind it
/// what is looked up.
pub(super) fn lines(row: &PersonRow, page: &PersonPage, room: usize, g: Glyphs, cx: &Cx<'_>) -> Vec<Line> {
    let mut out = Page { room, ..Page::default() };
    out.lines = head(row, room);
    let mut facts = known(row, page, room.saturating_sub(LABEL + 2), g, cx);
    if row.membership.is_none() {
        let key = cx.key(crate::command::Command::Edit);
        let says = cx.words.with("people-no-account", &[("key", &key)]);
        facts.insert(0, ("people-label-account", vec![vec![Span::new(says, Role::Warn)]]));
    }
    out.facts(facts, cx);
    promises(&mut out, page, g, cx);
    course::draw(&mut out, page, g, cx);
    conversations(&mut out, page, g, cx);
    ties::draw(&mut out, page, g, cx);
    learned(&mut out, page, g, cx);
    profile::strength(&mut out, row, g, cx);
    profile::reach(&mut out, page, cx);
    profile::known_to(&mut out, page, cx);
    profile::notes(&mut out, page, g, cx);
    profile::places(&mut out, page, cx);
    out.lines
}

impl Page {
    /// A bold title with a muted remark, and a blank line before it.
    pub(super) fn section(&mut self, key: &str, remark: Option<String>, cx: &Cx<'_>) {
        self.gap();
        let mut spans = vec![Span::new(cx.words.get(key), Role::Heading)];
        spans.extend(remark.map(|r| Span::muted(format!("  {r}"))));
        self.lines.push(spans.into());
    }

    fn gap(&mut self) {
        if self.lines.last().is_some_and(|l| !l.spans.is_empty()) {
            self.lines.push(Line::default());
        }
    }

    /// Running text.
    pub(super) fn text(&mut self, spans: &[Span]) {
        self.lines.extend(wrap(spans, self.room).into_iter().map(Line::from));
    }

    /// A label, and a value that has one line.
    pub(super) fn labelled(&mut self, label: &str, value: Vec<Span>) {
        let gap = " ".repeat((LABEL + 2).saturating_sub(width(label)));
        let mut spans = vec![Span::muted(format!("{label}{gap}"))];
        spans.extend(value);
        self.lines.push(spans.into());
    }

    /// What can be stood on, with what stands at its right end. In the order of [`super::item::items`].
    pub(super) fn item(&mut self, spans: Vec<Span>, end: Option<Span>) {
        self.lines.push(Line { spans, end, item: Some(self.items) });
        self.items += 1;
    }

    /// Labels in a column of their own, values beside them.
    fn facts(&mut self, facts: Vec<Labelled>, cx: &Cx<'_>) {
        let label = |key: &str| visible(&cx.words.get(key));
        let wide = facts.iter().map(|(key, _)| width(&label(key))).max().unwrap_or(0).max(LABEL);
        for (key, values) in facts {
            let mut name = label(key);
            for value in values {
                for line in wrap(&value, self.room.saturating_sub(wide + 2)) {
                    let gap = " ".repeat(wide + 2 - width(&name));
                    let mut spans = vec![Span::muted(format!("{name}{gap}"))];
                    spans.extend(line);
                    self.lines.push(spans.into());
                    name.clear();
                }
            }
        }
    }
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

fn promises(out: &mut Page, page: &PersonPage, g: Glyphs, cx: &Cx<'_>) {
    let kept = person::kept_words(page, &cx.values());
    if page.promises.is_empty() && kept.is_none() {
        return;
    }
    out.section("people-promises", Some(page.promises.len().to_string()), cx);
    for promise in &page.promises {
        promise_line(out, promise, g, cx);
    }
    if let Some(kept) = kept {
        out.text(&[Span::muted(kept)]);
    }
}

fn promise_line(out: &mut Page, promise: &PromiseRow, g: Glyphs, cx: &Cx<'_>) {
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
    out.item(spans, Some(end));
}

fn conversations(out: &mut Page, page: &PersonPage, g: Glyphs, cx: &Cx<'_>) {
    if page.log.is_empty() {
        return;
    }
    out.section("people-conversations", None, cx);
    let kind = |row: &LogRow| visible(&choice::show(Channel::SET, row.channel.name(), cx.words));
    let wide = page.log.iter().map(|row| width(&kind(row))).max().unwrap_or(0);
    for row in &page.log {
        let kind = kind(row);
        let kind = format!("{} {kind}{}  ", g.direction(row.direction), " ".repeat(wide - width(&kind)));
        let when = if row.planned {
            Span::new(day::column(row.day, cx.today, cx.words), Role::Accent)
        } else {
            Span::muted(day::ago(row.day, cx.today, cx.words))
        };
        out.item(vec![Span::muted(kind), Span::text(first_line(&row.text, 120))], Some(when));
    }
}

/// All that was learned, newest first, each with its cause.
fn learned(out: &mut Page, page: &PersonPage, g: Glyphs, cx: &Cx<'_>) {
    if page.changes.is_empty() {
        return;
    }
    out.section("person-learned", Some(page.changes.len().to_string()), cx);
    let values = cx.values();
    let beside = out.room >= BESIDE;
    let said: Vec<_> = page.changes.iter().map(|change| visible(&person::turned(change, &values))).collect();
    let wide = said.iter().map(|said| width(said)).max().unwrap_or(0).min(WIDEST);
    for (change, said) in page.changes.iter().zip(said) {
        let fact = &change.learned;
        let sign = match fact.aspect {
            Aspect::Stance => g.stance(Stance::named(&fact.value)).to_owned(),
            Aspect::Role => BuyingRole::named(&fact.value)
                .map(|role| cx.words.get(Glyphs::role_key(role)))
                .unwrap_or_default(),
            Aspect::Influence | Aspect::Interest => String::new(),
        };
        let gap = if beside { " ".repeat(wide.saturating_sub(width(&said))) } else { String::new() };
        let mut spans = vec![Span::muted(format!("{sign:2} ")), Span::text(format!("{said}{gap}"))];
        let cause = Span::muted(format!("  {}", person::cause(fact, &values)));
        let when = Span::muted(day::column(fact.on, cx.today, cx.words));
        if beside {
            spans.push(cause);
            out.item(spans, Some(when));
        } else {
            out.item(spans, Some(when));
            // That it was set by hand is not worth a line of its own.
            if fact.cause.is_some() {
                out.lines.push(vec![Span::text("  "), cause].into());
            }
        }
    }
}
