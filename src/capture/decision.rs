//! Decisions and changes in the text: `decided: prices +3 % from May, told ana, luis`.
use std::ops::Range;

use chrono::NaiveDate;

use super::account_of;
use super::clause::{Aside, account, belongs, name, parts, span};
use super::head::{LONGEST_NAME, is_prose, named};
use super::line::Line;
use super::name::{Answer, Fit};
use super::text::{Mark, mark};
use crate::domain::Id;
use crate::domain::choice::Turn;
use crate::domain::entry::{DecisionTaken, Entry, SpanRole};
use crate::domain::kind::Kind;
use crate::lang::day::{Reader, Toward};
use crate::lang::lexicon::{self, Meaning, Slot};

const BOTH_SIDES: [Kind; 2] = [Kind::Person, Kind::Colleague];

/// Who was told, and which words say so.
#[derive(Debug, Default)]
struct Told {
    /// Each name, with its words.
    names: Vec<(Range<usize>, (Kind, Id))>,
    /// Words to which several answer; they stay text.
    ties: Vec<(Range<usize>, Answer)>,
    /// Words that look like the name of somebody nobody knows; they stay text.
    unknown: Vec<Range<usize>>,
    day: Option<NaiveDate>,
    /// The words around them: *told*, *and*, the day.
    around: Vec<Range<usize>>,
    end: usize,
}

impl Told {
    fn is_empty(&self) -> bool {
        self.names.is_empty() && self.ties.is_empty() && self.unknown.is_empty()
    }

    /// Whether nobody of the list is in doubt.
    fn is_sure(&self) -> bool {
        self.ties.is_empty() && self.unknown.is_empty()
    }
}

/// Reads the decision whose word is at `opener` and which reaches to `end`.
pub(super) fn read(line: &Line<'_>, opener: usize, end: usize, turn: Turn, entry: &mut Entry) {
    let words = opener + 1..end;
    let mut told = told(line, &words, entry).unwrap_or_default();
    let mut aside = aside(&told);
    let place = account(line, words.clone(), &aside, entry);
    if let Some(place) = place.as_ref().filter(|place| place.apart) {
        aside.set(place.words.clone());
    }
    if aside.is_all(words.clone()) {
        // Without a name the words that would say more are the name.
        (told, aside) = (Told::default(), Aside::default());
    }
    if let Some(place) = &place {
        belongs(line, place, entry);
    }
    doubts(line, &told, entry);
    for (words, who) in &told.names {
        entry.spans.extend(span(line, words, SpanRole::Told, vec![*who]));
    }
    let people: Vec<Id> =
        told.names.iter().filter(|(_, who)| who.0 == Kind::Person).map(|(_, who)| who.1).collect();
    if entry.account.is_none() && account_of(line.cx, &entry.people).is_none() {
        entry.account = account_of(line.cx, &people);
    }
    let name = name(line, words, &aside, entry);
    let told_on = told.day.filter(|_| !told.names.is_empty());
    let mut all: Vec<(Kind, Id)> = Vec::new();
    for (_, who) in told.names {
        if !all.contains(&who) {
            all.push(who);
        }
    }
    entry.decisions.push(DecisionTaken { turn, name, told: all, told_on });
}

/// What is no part of the name. Where somebody of the list stays text, so does the word before it.
fn aside(told: &Told) -> Aside {
    let mut aside = Aside::default();
    for (words, _) in &told.names {
        aside.set(words.clone());
    }
    let around = told.around.iter().skip(usize::from(!told.is_sure()));
    around.filter(|_| !told.names.is_empty()).for_each(|words| aside.say(words.clone()));
    aside
}

/// Names to which several answer, or nobody.
fn doubts(line: &Line<'_>, told: &Told, entry: &mut Entry) {
    for (words, answer) in &told.ties {
        entry.spans.extend(span(line, words, SpanRole::Ambiguous, answer.candidates.clone()));
    }
    for words in &told.unknown {
        entry.spans.extend(span(line, words, SpanRole::Unknown, Vec::new()));
        let tokens = line.tokens.get(words.clone()).unwrap_or_default();
        entry.unknown_names.push(tokens.iter().map(|t| t.core).collect::<Vec<_>>().join(" "));
    }
    entry.to_sort |= !told.is_sure();
}

/// Those named after a word such as *told*, if the rest of the decision is their list or stands apart from it.
fn told(line: &Line<'_>, words: &Range<usize>, entry: &Entry) -> Option<Told> {
    let is_told = |at: &usize| {
        let found = line.token(*at).and_then(|t| lexicon::find(&t.folded, Slot::Told, line.lang()));
        found.is_some() && !line.is_plain(*at) && line.token(*at).is_some_and(|t| !t.parts())
    };
    words.clone().filter(is_told).find_map(|at| {
        let told = list(line, at, words.end);
        let apart = |end: usize| line.token(end - 1).is_some_and(super::line::Token::parts);
        let end = told.end;
        let ends = end == words.end || apart(end) || mark(line, end, entry) != Mark::None;
        (!told.is_empty() && ends).then_some(told)
    })
}

/// The list of names after the word at `at`, and the day on which they were told.
fn list(line: &Line<'_>, at: usize, end: usize) -> Told {
    let mut told = Told { end: at + 1, ..Told::default() };
    told.around.push(at..at + 1);
    loop {
        let from = joined(line, told.end, end);
        let listed = is_listed(line, told.end, from);
        let Some(taken) = one(line, from, end, listed, &mut told) else { break };
        if from > told.end {
            told.around.push(told.end..from);
        }
        told.end = from + taken;
        let last = line.token(told.end - 1);
        let goes_on = parts(line, told.end - 1)
            || (last.is_some_and(|t| !t.parts()) && joined(line, told.end, end) > told.end);
        if !goes_on {
            break;
        }
    }
    day(line, end, &mut told);
    told
}

/// The place after words that only join: *to*, *and*, `a`, `al`, `y`, `e`.
fn joined(line: &Line<'_>, from: usize, end: usize) -> usize {
    let joins = |at: &usize| {
        let Some(token) = line.token(*at).filter(|t| !t.parts() && !line.is_plain(*at)) else { return false };
        let word = lexicon::find(&token.folded, Slot::Head, line.lang());
        matches!(word, Some((Meaning::Connective, _))) || matches!(token.folded.as_str(), "al" | "e" | "la")
    };
    (from..end).find(|at| !joins(at)).unwrap_or(end)
}

/// Whether what stands from `from` on is one more of a list: behind a comma, *and* or `y`.
fn is_listed(line: &Line<'_>, before: usize, from: usize) -> bool {
    let and = |t: &super::line::Token<'_>| matches!(t.folded.as_str(), "and" | "y" | "e");
    parts(line, before - 1) || line.tokens.get(before..from).unwrap_or_default().iter().any(and)
}

/// Takes the name at a place into the list; gives how many words it has.
fn one(line: &Line<'_>, at: usize, end: usize, listed: bool, told: &mut Told) -> Option<usize> {
    if at >= end || line.is_plain(at) {
        return None;
    }
    if let Some((who, words)) = line.chosen(at).filter(|((kind, _), _)| BOTH_SIDES.contains(kind)) {
        told.names.push((at..at + words, who));
        return Some(words);
    }
    let own = line.is_own_word(at);
    let whole = named(line, at, end, &BOTH_SIDES, Fit::Words, 1).filter(|(_, words)| *words > 1 || !own);
    let begun = || {
        let free = !own && !is_prose(line, at) && past(line, at, end).is_none();
        free.then(|| named(line, at, end, &BOTH_SIDES, Fit::Beginnings, 1)).flatten()
    };
    match whole.or_else(begun) {
        Some((answer, words)) if answer.certain => {
            let who = answer.candidates.first().copied()?;
            told.names.push((at..at + words, who));
            Some(words)
        }
        Some((answer, words)) => {
            told.ties.push((at..at + words, answer));
            Some(words)
        }
        None => {
            let words = stranger(line, at, end, listed)?;
            told.unknown.push(at..at + words);
            Some(words)
        }
    }
}

/// How many words the name of somebody nobody knows has: up to a comma or the end, listed behind
/// others or with a capital.
fn stranger(line: &Line<'_>, at: usize, end: usize, listed: bool) -> Option<usize> {
    let last = (at..end).find(|i| line.token(*i).is_some_and(super::line::Token::parts));
    let last = last.map_or(end, |i| i + 1);
    let tokens = line.tokens.get(at..last)?;
    let is_name = |i: usize| {
        let letters = |n: &String| n.chars().all(char::is_alphabetic);
        let word = line.token(i).is_some_and(|t| !t.name.is_empty() && t.name.iter().all(letters));
        word && !is_prose(line, i) && !line.is_own_word(i) && !line.is_plain(i) && line.chosen(i).is_none()
    };
    let capital = tokens.iter().all(|t| t.core.starts_with(char::is_uppercase));
    let most = if capital { LONGEST_NAME } else { 2 };
    let fits = tokens.len() <= most && (at..last).all(is_name) && past(line, at, end).is_none();
    (fits && (capital || listed)).then_some(tokens.len())
}

/// A day that begins at a place, not after today; how many words it has.
fn past(line: &Line<'_>, at: usize, end: usize) -> Option<(NaiveDate, usize)> {
    let reader = Reader { lang: line.lang(), today: line.cx.today, toward: Toward::Past };
    let found = reader.find(&line.folded(at..end.min(at + 6)))?;
    let fits = at + found.words <= end && found.day <= line.cx.today;
    (fits && (at..at + found.words).all(|i| !line.is_plain(i))).then_some((found.day, found.words))
}

/// The day after the names.
fn day(line: &Line<'_>, end: usize, told: &mut Told) {
    if told.is_empty() || told.end >= end {
        return;
    }
    if let Some((day, words)) = past(line, told.end, end) {
        told.day = Some(day);
        told.around.push(told.end..told.end + words);
        told.end += words;
    }
}
