//! Promises in the text: `> …` we promise, `< …` they promise.
use std::ops::Range;

use chrono::NaiveDate;

use super::clause::begins;
use super::head::{is_prose, named};
use super::line::{Line, is_sign};
use super::name::{Answer, Fit};
use super::text::{Kept, word};
use crate::domain::Id;
use crate::domain::choice::Side;
use crate::domain::entry::{Entry, PromiseMade, Span, SpanRole};
use crate::domain::kind::Kind;
use crate::lang::day::{Found, Reader, Toward};

/// Whether a promise begins at a token: its sign stands alone, something follows, and that is no number but a day.
pub(super) fn is_promise(line: &Line<'_>, at: usize) -> bool {
    if !line.token(at).is_some_and(|t| is_sign(t.text)) || line.is_plain(at) {
        return false;
    }
    match line.token(at + 1) {
        None => false,
        Some(next) if is_sign(next.text) => false,
        Some(next) => !next.is_figure() || day(line, at + 1, line.tokens.len()).is_some(),
    }
}

fn day(line: &Line<'_>, at: usize, end: usize) -> Option<Found> {
    let reader = Reader { lang: line.lang(), today: line.cx.today, toward: Toward::Future };
    reader.find(&line.folded(at..end.min(at + 6)))
}

/// What the first words of a promise say.
#[derive(Debug, Default)]
struct Opening {
    due: Option<NaiveDate>,
    owner: Option<Id>,
    counterpart: Option<Id>,
    /// Its words, where several answer to the name; they stay text.
    tie: Option<(Range<usize>, Answer)>,
}

/// Reads the promise whose sign is at `sign`; gives the place after its last word.
pub(super) fn read(line: &Line<'_>, sign: usize, entry: &mut Entry) -> usize {
    let ends = |at: &usize| is_promise(line, *at) || begins(line, *at).is_some();
    let end = (sign + 1..line.tokens.len()).find(ends).unwrap_or(line.tokens.len());
    let ours = line.token(sign).is_some_and(|t| t.text == ">");
    let (opening, from) = open(line, sign + 1, end, ours);
    let (role, side) = if ours { (SpanRole::Ours, Side::Ours) } else { (SpanRole::Theirs, Side::Theirs) };
    if let (Some(first), Some(last)) = (line.token(sign), line.token(end - 1)) {
        let range = first.range.start..last.range.end;
        entry.spans.push(Span { range, role, candidates: Vec::new() });
    }
    let of_tie = |at: &usize| opening.tie.as_ref().is_some_and(|(words, _)| words.contains(at));
    for token in (sign..from).filter(|at| !of_tie(at)).filter_map(|at| line.token(at)) {
        entry.spans.push(Span { range: token.range.clone(), role: SpanRole::Mark, candidates: Vec::new() });
    }
    let mut text = Kept::default();
    if let Some((words, answer)) = opening.tie {
        if let (Some(first), Some(last)) = (line.token(words.start), line.token(words.end - 1)) {
            let range = first.range.start..last.range.end;
            entry.spans.push(Span { range, role: SpanRole::Ambiguous, candidates: answer.candidates });
        }
        entry.to_sort = true;
        line.tokens.get(words).unwrap_or_default().iter().for_each(|t| text.push(line, t));
    }
    for at in from..end {
        word(line, at, entry, &mut text);
    }
    entry.promises.push(PromiseMade {
        side,
        text: text.text,
        due: opening.due,
        owner: opening.owner,
        counterpart: opening.counterpart,
    });
    end
}

/// The name and the day with which a promise may begin, in either order, and the place after them.
fn open(line: &Line<'_>, from: usize, end: usize, ours: bool) -> (Opening, usize) {
    let mut opening = Opening::default();
    let mut at = from;
    loop {
        let has_name = opening.owner.is_some() || opening.counterpart.is_some() || opening.tie.is_some();
        let found = day(line, at, end).filter(|f| {
            opening.due.is_none() && at + f.words <= end && (at..at + f.words).all(|i| !line.is_plain(i))
        });
        let name = if has_name { None } else { name(line, at, end, ours) };
        let several = name.as_ref().is_some_and(|(_, words)| *words > 1);
        match (found, name) {
            (Some(found), name) if at < end && !several && (!found.foreign || name.is_none()) => {
                opening.due = Some(found.day);
                at += found.words;
            }
            // a name alone is the promise itself
            (_, Some((answer, words))) if at + words < end => {
                match answer.candidates.first() {
                    Some((Kind::Colleague, id)) if answer.certain => opening.owner = Some(*id),
                    Some((_, id)) if answer.certain => opening.counterpart = Some(*id),
                    _ => opening.tie = Some((at..at + words, answer)),
                }
                at += words;
            }
            _ => return (opening, at),
        }
    }
}

/// Who is named from a place on: by whole words, or by a beginning when a day follows. Beginnings alone would take the verb.
fn name(line: &Line<'_>, at: usize, end: usize, ours: bool) -> Option<(Answer, usize)> {
    let kinds: &[Kind] = if ours { &[Kind::Person, Kind::Colleague] } else { &[Kind::Person] };
    if at >= end || line.is_plain(at) {
        return None;
    }
    if let Some((record, words)) = line.chosen(at).filter(|((kind, _), _)| kinds.contains(kind)) {
        return Some((Answer { fit: Fit::Whole, candidates: vec![record], certain: true }, words));
    }
    let before_day = !line.is_own_word(at) && !is_prose(line, at) && day(line, at + 1, end).is_some();
    let (worst, shortest) = if before_day { (Fit::Beginnings, 1) } else { (Fit::Words, 3) };
    named(line, at, end, kinds, worst, shortest)
}
