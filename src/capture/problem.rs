//! Problems in the text: `problem: late pallets, severe by fri`.
use std::ops::Range;

use chrono::NaiveDate;

use super::head::{is_prose, named};
use super::line::{Line, Token};
use super::name::Fit;
use super::promise::is_promise;
use super::text::{Kept, Mark, mark, word};
use crate::domain::Id;
use crate::domain::choice::Severity;
use crate::domain::entry::{Entry, ProblemRaised, Span, SpanRole};
use crate::domain::kind::Kind;
use crate::lang::day::{Found, Reader, Toward};
use crate::lang::lexicon::{self, Meaning, Slot};

/// Whether a problem begins at a token: the word with its colon, something behind it, and nothing before it that makes it prose
/// (`no problem: …`, `tenían un problema: …`).
pub(super) fn is_problem(line: &Line<'_>, at: usize) -> bool {
    let opens = line.token(at).is_some_and(is_opener);
    if !opens || line.is_plain(at) || line.tokens.get(at + 1).is_none() {
        return false;
    }
    let in_prose = at.checked_sub(1).is_some_and(|before| is_prose(line, before));
    !in_prose && !is_promise(line, at + 1) && !line.token(at + 1).is_some_and(is_opener)
}

/// Whether a token is the word that opens a problem: `problem:`, `incidencia:`.
pub(super) fn is_opener(token: &Token<'_>) -> bool {
    let colon = token.text.len() == token.core.len() + 1 && token.text.ends_with(':');
    // Either language: the words mean nothing else.
    let word = || lexicon::find(&token.folded, Slot::Clause, crate::lang::Lang::En);
    colon && matches!(word(), Some((Meaning::Problem, _)))
}

/// What the words of a problem say beside its name.
#[derive(Debug, Default)]
struct Aside {
    severity: Option<Severity>,
    due: Option<NaiveDate>,
    /// The words that say it.
    words: Vec<Range<usize>>,
}

impl Aside {
    fn has(&self, at: usize) -> bool {
        self.words.iter().any(|w| w.contains(&at))
    }
}

/// Reads the problem whose word is at `opener`; gives the place after its last word.
pub(super) fn read(line: &Line<'_>, opener: usize, entry: &mut Entry) -> usize {
    let ends = |at: &usize| is_promise(line, *at) || is_problem(line, *at);
    let end = (opener + 1..line.tokens.len()).find(ends).unwrap_or(line.tokens.len());
    if let (Some(first), Some(last)) = (line.token(opener), line.token(end - 1)) {
        let range = first.range.start..last.range.end;
        entry.spans.push(Span { range, role: SpanRole::Problem, candidates: Vec::new() });
    }
    let mut aside = aside(line, opener + 1..end);
    let place = account(line, opener + 1..end, &aside, entry);
    aside.words.extend(place.iter().filter(|place| place.apart).map(|place| place.words.clone()));
    if (opener + 1..end).all(|at| aside.has(at)) {
        // Without a name the words that would say more are the name.
        aside = Aside::default();
    }
    if let Some(place) = &place {
        belongs(line, place, entry);
    }
    let mut name = Kept::default();
    said(line, opener, entry);
    for at in opener + 1..end {
        if place.as_ref().is_some_and(|p| p.apart && p.words.contains(&at) && aside.has(at)) {
            behind(line, at, place.as_ref().map_or(at, |p| p.words.end), entry);
        } else if aside.has(at) {
            said(line, at, entry);
        } else {
            word(line, at, entry, &mut name);
            comma(line, at, &aside, entry, &mut name);
        }
    }
    entry.problems.push(ProblemRaised { name: name.text, severity: aside.severity, due: aside.due });
    end
}

/// An account that is named in a problem.
struct Place {
    words: Range<usize>,
    account: Id,
    /// Between commas, so that it is no part of the name.
    apart: bool,
}

/// The account that the words of a problem name where nothing else of the line says one: the only one between commas, else the
/// only one of all. In the scope of an account only what stands between commas is meant.
fn account(line: &Line<'_>, words: Range<usize>, aside: &Aside, entry: &Entry) -> Option<Place> {
    if entry.account.is_some() || super::account_of(line.cx, &entry.people).is_some() {
        return None;
    }
    let mut found: Vec<Place> = Vec::new();
    let mut at = words.start;
    while at < words.end {
        let place = place(line, at, &words, aside);
        at = place.as_ref().map_or(at + 1, |place| place.words.end);
        found.extend(place);
    }
    if found.iter().any(|place| place.apart) || line.cx.scope.is_some() {
        found.retain(|place| place.apart);
    }
    let one = found.first().is_some_and(|first| found.iter().all(|p| p.account == first.account));
    found.into_iter().next().filter(|_| one)
}

/// An account beyond doubt: its whole name, or a word of it between commas or with a capital, as names are written.
fn place(line: &Line<'_>, at: usize, words: &Range<usize>, aside: &Aside) -> Option<Place> {
    if line.is_plain(at) || aside.has(at) {
        return None;
    }
    let (answer, taken) = named(line, at, words.end, &[Kind::Account], Fit::Words, 3)?;
    let end = at + taken;
    let ends = end == words.end || parts(line, end - 1) || aside.has(end);
    let apart = at > words.start && starts(line, at, words) && ends;
    let capital = line.token(at).is_some_and(|t| t.core.starts_with(char::is_uppercase));
    let meant = apart || answer.fit == Fit::Whole || (capital && !is_prose(line, at));
    let (_, account) = *answer.candidates.first().filter(|_| answer.certain && meant)?;
    Some(Place { words: at..end, account, apart })
}

/// The problem is that of the account.
fn belongs(line: &Line<'_>, place: &Place, entry: &mut Entry) {
    let (Some(first), Some(last)) = (line.token(place.words.start), line.token(place.words.end - 1)) else {
        return;
    };
    entry.account = Some(place.account);
    let range = first.range.start..last.range.start + last.core.len();
    let candidates = vec![(Kind::Account, place.account)];
    entry.spans.push(Span { range, role: SpanRole::Account, candidates });
}

/// A word that the problem itself says.
fn said(line: &Line<'_>, at: usize, entry: &mut Entry) {
    if let Some(token) = line.token(at) {
        entry.spans.push(Span { range: token.range.clone(), role: SpanRole::Mark, candidates: Vec::new() });
    }
}

/// What stands behind the name of the account in its last word: a comma.
fn behind(line: &Line<'_>, at: usize, end: usize, entry: &mut Entry) {
    let Some(token) = line.token(at).filter(|t| at + 1 == end && t.core.len() < t.text.len()) else { return };
    let range = token.range.start + token.core.len()..token.range.end;
    entry.spans.push(Span { range, role: SpanRole::Mark, candidates: Vec::new() });
}

/// The comma before words that are not part of the name goes with them.
fn comma(line: &Line<'_>, at: usize, aside: &Aside, entry: &mut Entry, name: &mut Kept) {
    let Some(token) = line.token(at).filter(|t| aside.has(at + 1) && t.text.ends_with([',', ';'])) else {
        return;
    };
    if token.core.is_empty() || mark(line, at, entry) != Mark::None || !name.text.ends_with(token.text) {
        return;
    }
    let text = token.text.trim_end_matches([',', ';']);
    let range = token.range.start + text.len()..token.range.end;
    name.text.truncate(name.text.len() - range.len());
    entry.spans.push(Span { range, role: SpanRole::Mark, candidates: Vec::new() });
}

/// Severity and day. A severity stands by itself between commas or before the day; the day stands at the end or before a comma,
/// behind a comma or a word such as *by*.
fn aside(line: &Line<'_>, words: Range<usize>) -> Aside {
    let mut aside = Aside::default();
    for at in words.clone() {
        if aside.due.is_none()
            && let Some((found, taken)) = deadline(line, at, &words)
        {
            aside.due = Some(found.day);
            aside.words.push(at..at + taken);
        }
    }
    for at in words.clone() {
        let ends = at + 1 == words.end || parts(line, at) || aside.has(at + 1);
        if aside.severity.is_none()
            && starts(line, at, &words)
            && ends
            && !aside.has(at)
            && !line.is_plain(at)
        {
            aside.severity = line.token(at).and_then(|t| severity(line, t));
            aside.words.extend(aside.severity.map(|_| at..at + 1));
        }
    }
    aside
}

fn severity(line: &Line<'_>, token: &Token<'_>) -> Option<Severity> {
    match lexicon::find(&token.folded, Slot::Severity, line.lang()) {
        Some((Meaning::Severity(severity), _)) => Some(severity),
        _ => None,
    }
}

/// Whether a comma parts a token from the next one.
fn parts(line: &Line<'_>, at: usize) -> bool {
    line.token(at).is_some_and(|t| t.text.ends_with([',', ';']))
}

/// Whether a token is the first, or stands behind a comma.
fn starts(line: &Line<'_>, at: usize, words: &Range<usize>) -> bool {
    at == words.start || parts(line, at - 1)
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
