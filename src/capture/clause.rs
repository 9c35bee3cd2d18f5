//! Clauses of the text: a word with its colon, a name, and what is said beside it: `problem: …`, `decided: …`.
use std::ops::Range;

use super::head::{is_prose, named};
use super::line::{Line, Token};
use super::name::Fit;
use super::promise::is_promise;
use super::text::{Kept, Mark, mark, word};
use super::{account_of, decision, problem};
use crate::domain::Id;
use crate::domain::choice::Turn;
use crate::domain::entry::{Entry, Span, SpanRole};
use crate::domain::kind::Kind;
use crate::lang::Lang;
use crate::lang::lexicon::{self, Meaning, Slot};

/// What a clause says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clause {
    /// Something went wrong.
    Problem,
    /// Something was decided, or changed.
    Turn(Turn),
    /// Something was learned about the client or the market.
    Insight,
}

/// The clause that begins at a token: its word with the colon, something behind it, and nothing before it that makes it prose
/// (`no problem: …`, `nothing decided: …`, `price change: …`).
pub(super) fn begins(line: &Line<'_>, at: usize) -> Option<Clause> {
    let clause = opener(line.token(at)?)?;
    let next = line.token(at + 1)?;
    let nothing = opener(next).is_some() || is_promise(line, at + 1);
    (!nothing && !line.is_plain(at) && !in_prose(line, at, clause)).then_some(clause)
}

/// Whether a token is a word that opens a clause.
pub(super) fn is_opener(token: &Token<'_>) -> bool {
    opener(token).is_some()
}

fn opener(token: &Token<'_>) -> Option<Clause> {
    if token.text.len() != token.core.len() + 1 || !token.text.ends_with(':') {
        return None;
    }
    // Either language: the words mean nothing else.
    match lexicon::find(&token.folded, Slot::Clause, Lang::En)?.0 {
        Meaning::Problem => Some(Clause::Problem),
        Meaning::Turn(turn) => Some(Clause::Turn(turn)),
        Meaning::Insight => Some(Clause::Insight),
        _ => None,
    }
}

/// Whether the word before makes it prose. `We decided:` is a decision, `a price change:` is none.
fn in_prose(line: &Line<'_>, at: usize, clause: Clause) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let is_not = |t: &Token<'_>| lexicon::find(&t.folded, Slot::Negation, line.lang()).is_some();
    match clause {
        Clause::Problem | Clause::Insight => is_prose(line, before),
        Clause::Turn(Turn::Decision) => line.token(before).is_some_and(is_not),
        Clause::Turn(Turn::Change) => line.token(before).is_some_and(|t| !t.parts()),
    }
}

/// Reads the clause whose word is at `opener`; gives the place after its last word.
pub(super) fn read(line: &Line<'_>, opener: usize, clause: Clause, entry: &mut Entry) -> usize {
    let ends = |at: &usize| is_promise(line, *at) || begins(line, *at).is_some();
    let end = (opener + 1..line.tokens.len()).find(ends).unwrap_or(line.tokens.len());
    let role = match clause {
        Clause::Problem => SpanRole::Problem,
        Clause::Turn(_) => SpanRole::Decision,
        Clause::Insight => SpanRole::Insight,
    };
    if let (Some(first), Some(last)) = (line.token(opener), line.token(end - 1)) {
        let range = first.range.start..last.range.end;
        entry.spans.push(Span { range, role, candidates: Vec::new() });
    }
    match clause {
        Clause::Problem => problem::read(line, opener, end, entry),
        Clause::Turn(turn) => decision::read(line, opener, end, turn, entry),
        Clause::Insight => insight(line, opener + 1..end, entry),
    }
    end
}

/// Reads an insight: its words, and the account that stands between commas among them. It may be about no client at all.
fn insight(line: &Line<'_>, words: Range<usize>, entry: &mut Entry) {
    let mut aside = Aside::default();
    let place = account(line, words.clone(), &aside, entry);
    if let Some(place) = place.as_ref().filter(|place| place.apart) {
        aside.set(place.words.clone());
    }
    if let Some(place) = &place {
        belongs(line, place, entry);
    }
    let name = name(line, words, &aside, entry);
    entry.insights.push(name);
}

/// Words of a clause that are not part of its name.
#[derive(Debug, Default)]
pub(super) struct Aside {
    words: Vec<(Range<usize>, bool)>,
}

impl Aside {
    /// Words that the clause itself says in its chip.
    pub fn say(&mut self, words: Range<usize>) {
        self.words.push((words, true));
    }

    /// Words that have a chip of their own.
    pub fn set(&mut self, words: Range<usize>) {
        self.words.push((words, false));
    }

    pub fn has(&self, at: usize) -> bool {
        self.words.iter().any(|(words, _)| words.contains(&at))
    }

    fn says(&self, at: usize) -> bool {
        self.words.iter().any(|(words, says)| *says && words.contains(&at))
    }

    /// Whether they are all the words there are, so that nothing is left for a name.
    pub fn is_all(&self, mut words: Range<usize>) -> bool {
        words.all(|at| self.has(at))
    }
}

/// An account that is named in a clause.
pub(super) struct Place {
    pub words: Range<usize>,
    pub account: Id,
    /// Between commas, so that it is no part of the name.
    pub apart: bool,
}

/// The account that the words of a clause name where nothing else of the line says one: the only one between commas, else the
/// only one of all. In the scope of an account only what stands between commas is meant.
pub(super) fn account(line: &Line<'_>, words: Range<usize>, aside: &Aside, entry: &Entry) -> Option<Place> {
    if entry.account.is_some() || account_of(line.cx, &entry.people).is_some() {
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

/// The clause is about the account.
pub(super) fn belongs(line: &Line<'_>, place: &Place, entry: &mut Entry) {
    entry.account = Some(place.account);
    let candidates = vec![(Kind::Account, place.account)];
    entry.spans.extend(span(line, &place.words, SpanRole::Account, candidates));
}

/// A span over some words without the punctuation behind the last of them.
pub(super) fn span(
    line: &Line<'_>,
    words: &Range<usize>,
    role: SpanRole,
    candidates: Vec<(Kind, Id)>,
) -> Option<Span> {
    let (first, last) = (line.token(words.start)?, line.token(words.end.checked_sub(1)?)?);
    let range = first.range.start..last.range.start + last.core.len();
    Some(Span { range, role, candidates })
}

/// Reads the words of a clause: what is beside its name is marked, the rest is the name.
pub(super) fn name(line: &Line<'_>, words: Range<usize>, aside: &Aside, entry: &mut Entry) -> String {
    let mut name = Kept::default();
    if let Some(opener) = words.start.checked_sub(1) {
        said(line, opener, entry);
    }
    for at in words {
        if aside.says(at) {
            said(line, at, entry);
        } else if aside.has(at) {
            behind(line, at, entry);
        } else {
            word(line, at, entry, &mut name);
            comma(line, at, aside, entry, &mut name);
        }
    }
    name.text
}

/// A word that the clause itself says.
fn said(line: &Line<'_>, at: usize, entry: &mut Entry) {
    if let Some(token) = line.token(at) {
        entry.spans.push(Span { range: token.range.clone(), role: SpanRole::Mark, candidates: Vec::new() });
    }
}

/// What stands behind a name that has a chip of its own, in its last word: a comma.
fn behind(line: &Line<'_>, at: usize, entry: &mut Entry) {
    let Some(token) = line.token(at).filter(|t| t.parts()) else { return };
    let range = token.range.start + token.core.len()..token.range.end;
    let inside = |s: &Span| s.role != SpanRole::Mark && s.range.contains(&range.start) && !is_clause(s.role);
    if !entry.spans.iter().any(inside) {
        entry.spans.push(Span { range, role: SpanRole::Mark, candidates: Vec::new() });
    }
}

/// Whether spans of a role have others in them.
const fn is_clause(role: SpanRole) -> bool {
    matches!(
        role,
        SpanRole::Problem | SpanRole::Decision | SpanRole::Insight | SpanRole::Ours | SpanRole::Theirs
    )
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

/// Whether a comma parts a token from the next one.
pub(super) fn parts(line: &Line<'_>, at: usize) -> bool {
    line.token(at).is_some_and(|t| t.text.ends_with([',', ';']))
}

/// Whether a token is the first, or stands behind a comma.
pub(super) fn starts(line: &Line<'_>, at: usize, words: &Range<usize>) -> bool {
    at == words.start || parts(line, at - 1)
}
