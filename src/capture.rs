//! Capture: one typed line becomes one entry, the interaction, the promises of both sides, what was learned.
//!
//! A line is a head (kind, people, day, time …) and a text. Nothing but a blank line is refused, and nothing typed is lost: every
//! character stands in the text or in a span of what was understood. Reading takes microseconds, so it is done at every key.
use std::ops::Range;

use crate::domain::Id;
use crate::domain::choice::Channel;
use crate::domain::entry::{Entry, Span, SpanRole};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::text::clean;
use crate::lang::value::Context;

pub mod chip;
mod clause;
mod decision;
mod head;
mod line;
mod name;
pub mod own;
pub mod prefill;
mod problem;
mod promise;
pub mod seek;
mod text;

use line::Line;

/// A person's word on a stretch of the line, against what would be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Override {
    /// Bytes of the cleaned line: the range of the chip's span.
    pub range: Range<usize>,
    /// What it is.
    pub meaning: Meant,
}

/// What a stretch is by a person's word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meant {
    /// Text and nothing else.
    Plain,
    /// This account, person or colleague.
    Record(Kind, Id),
}

/// Reads one line.
///
/// # Errors
/// `capture-empty` for a blank line; nothing else is refused.
pub fn read(line: &str, cx: &Context<'_>) -> Result<Entry, Explain> {
    read_with(line, cx, &[])
}

/// Reads one line whose writer has decided about some stretches.
///
/// # Errors
/// `capture-empty` for a blank line; nothing else is refused.
pub fn read_with(line: &str, cx: &Context<'_>, overrides: &[Override]) -> Result<Entry, Explain> {
    let raw = clean(line);
    if raw.trim().is_empty() {
        return Err(Explain::new("capture-empty"));
    }
    let mut entry = Entry { day: cx.today, ..Entry::default() };
    if !quoted(&raw, &mut entry) {
        let line = Line::new(&raw, cx, overrides);
        let rest = head::read(&line, &mut entry);
        text::read(&line, &rest, &mut entry);
    }
    finish(cx, &raw, &mut entry);
    entry.raw = raw;
    Ok(entry)
}

/// A line that begins with `'` is text as it stands.
fn quoted(raw: &str, entry: &mut Entry) -> bool {
    let Some(rest) = raw.trim_start().strip_prefix('\'') else { return false };
    let at = raw.len() - raw.trim_start().len();
    rest.trim().clone_into(&mut entry.text);
    if entry.text.is_empty() {
        "'".clone_into(&mut entry.text);
    } else {
        entry.spans.push(Span { range: at..at + 1, role: SpanRole::Mark, candidates: Vec::new() });
    }
    true
}

/// What follows from what was said: kind, account, whether it is still to come.
fn finish(cx: &Context<'_>, raw: &str, entry: &mut Entry) {
    let nobody = entry.people.is_empty() && entry.colleagues.is_empty();
    let nothing = entry.text.is_empty() && entry.promises.is_empty() && entry.learned.is_empty();
    let nothing =
        nothing && entry.problems.is_empty() && entry.decisions.is_empty() && entry.insights.is_empty();
    if nobody && nothing && entry.account.is_none() && entry.tags.is_empty() {
        entry.to_sort = true;
    }
    entry.channel = entry.channel.or(Some(if nobody { Channel::Note } else { Channel::Call }));
    entry.account = entry.account.or_else(|| account_of(cx, &entry.people)).or(cx.scope);
    entry.planned = entry.day > cx.today;
    if entry.account.is_none() {
        unplaced(entry, raw);
    }
    entry.spans.sort_by_key(|s| (s.range.start, std::cmp::Reverse(s.range.end)));
}

/// Problems and decisions are those of an account: without one they stay text.
fn unplaced(entry: &mut Entry, raw: &str) {
    for span in entry.spans.iter().filter(|s| matches!(s.role, SpanRole::Problem | SpanRole::Decision)) {
        let gap = if entry.text.is_empty() { "" } else { " " };
        entry.text.push_str(gap);
        entry.text.push_str(raw.get(span.range.clone()).unwrap_or_default());
    }
    for span in entry.spans.iter_mut().filter(|s| s.role == SpanRole::Told) {
        span.role = SpanRole::Mark;
    }
    entry.to_sort |= !entry.problems.is_empty() || !entry.decisions.is_empty();
    entry.problems.clear();
    entry.decisions.clear();
}

/// The account that all people share; of several the one in force.
fn account_of(cx: &Context<'_>, people: &[Id]) -> Option<Id> {
    let mut shared: Option<Vec<Id>> = None;
    for person in people {
        let of = cx.directory.get(Kind::Person, *person).map(|n| n.accounts.clone()).unwrap_or_default();
        shared = Some(match shared {
            None => of,
            Some(before) => before.into_iter().filter(|a| of.contains(a)).collect(),
        });
    }
    let shared = shared?;
    match shared.as_slice() {
        [one] => Some(*one),
        several => several.iter().copied().find(|a| Some(*a) == cx.scope),
    }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
