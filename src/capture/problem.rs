//! Problems in the text: `problem: late pallets, severe by fri`.
use std::ops::Range;

use chrono::NaiveDate;

use super::clause::{Aside, account, belongs, name, parts, starts};
use super::line::{Line, Token};
use crate::domain::choice::Severity;
use crate::domain::entry::{Entry, ProblemRaised};
use crate::lang::day::{Found, Reader, Toward};
use crate::lang::lexicon::{self, Meaning, Slot};

/// What the words of a problem say beside its name.
#[derive(Debug, Default)]
struct Said {
    severity: Option<Severity>,
    due: Option<NaiveDate>,
    /// The words that say it.
    aside: Aside,
}

/// Reads the problem whose word is at `opener` and which reaches to `end`.
pub(super) fn read(line: &Line<'_>, opener: usize, end: usize, entry: &mut Entry) {
    let words = opener + 1..end;
    let mut of = said(line, words.clone());
    let place = account(line, words.clone(), &of.aside, entry);
    if let Some(place) = place.as_ref().filter(|place| place.apart) {
        of.aside.set(place.words.clone());
    }
    if of.aside.is_all(words.clone()) {
        // Without a name the words that would say more are the name.
        of = Said::default();
    }
    if let Some(place) = &place {
        belongs(line, place, entry);
    }
    let name = name(line, words, &of.aside, entry);
    entry.problems.push(ProblemRaised { name, severity: of.severity, due: of.due });
}

/// Severity and day. A severity stands by itself between commas or before the day; the day stands at the end or before a comma,
/// behind a comma or a word such as *by*.
fn said(line: &Line<'_>, words: Range<usize>) -> Said {
    let mut of = Said::default();
    for at in words.clone() {
        if of.due.is_none()
            && let Some((found, taken)) = deadline(line, at, &words)
        {
            of.due = Some(found.day);
            of.aside.say(at..at + taken);
        }
    }
    for at in words.clone() {
        let ends = at + 1 == words.end || parts(line, at) || of.aside.has(at + 1);
        let free = !of.aside.has(at) && !line.is_plain(at);
        if of.severity.is_none()
            && starts(line, at, &words)
            && ends
            && free
            && let Some(severity) = line.token(at).and_then(|t| severity(line, t))
        {
            of.severity = Some(severity);
            of.aside.say(at..at + 1);
        }
    }
    of
}

fn severity(line: &Line<'_>, token: &Token<'_>) -> Option<Severity> {
    match lexicon::find(&token.folded, Slot::Severity, line.lang()) {
        Some((Meaning::Severity(severity), _)) => Some(severity),
        _ => None,
    }
}

/// The day by which it is to be solved, with how many words say so.
fn deadline(line: &Line<'_>, at: usize, words: &Range<usize>) -> Option<(Found, usize)> {
    let token = line.token(at)?;
    let by = matches!(lexicon::find(&token.folded, Slot::Deadline, line.lang()), Some((Meaning::By, _)));
    let mut from = at + usize::from(by);
    if by && line.token(from).is_some_and(|t| matches!(t.folded.as_str(), "de" | "del")) {
        from += 1;
    }
    if from >= words.end || (!by && (at == words.start || !starts(line, at, words))) {
        return None;
    }
    let reader = Reader { lang: line.lang(), today: line.cx.today, toward: Toward::Future };
    let found = reader.find(&line.folded(from..words.end.min(from + 6)))?;
    let end = from + found.words;
    let stands = end <= words.end && (end == words.end || parts(line, end - 1));
    let plain = (at..end).any(|i| line.is_plain(i));
    (stands && !plain).then_some((found, end - at))
}
