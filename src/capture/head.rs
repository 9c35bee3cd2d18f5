//! The head of a line: kind, direction, names, account, day, time and duration, in any order.
use std::ops::Range;

use chrono::{NaiveDate, NaiveTime};

use super::line::{Line, Token, is_sign};
use super::name::{Answer, Fit};
use super::text::{Mark, mark};
use crate::domain::Id;
use crate::domain::choice::{Channel, Direction};
use crate::domain::entry::{Entry, Span, SpanRole};
use crate::domain::kind::Kind;
use crate::lang::day::{Found as FoundDay, Reader, Toward};
use crate::lang::lexicon::{self, Meaning, Slot};
use crate::lang::time;

/// Most words of one name.
pub(super) const LONGEST_NAME: usize = 5;

/// What the head leaves to the text.
#[derive(Debug, Default)]
pub(super) struct Rest {
    /// Words, by their place: first those of the head that were not understood.
    pub tokens: Vec<usize>,
    /// The word after which the head's colon belongs in the text.
    pub colon_after: Option<usize>,
    /// How many of the words come from a head that ended with a colon.
    pub from_head: usize,
}

/// What some words of the head are.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Word {
    Channel(Channel),
    Direction(Direction),
    Day(NaiveDate),
    Time(NaiveTime),
    Minutes(i64),
    Name(Vec<(Kind, Id)>),
    Connective,
    Tie(Vec<(Kind, Id)>),
}

struct Head<'l, 'a, 'e> {
    line: &'l Line<'a>,
    entry: &'e mut Entry,
    has_day: bool,
    /// The place of the word with the colon.
    colon: Option<usize>,
}

/// Reads the head into the entry.
pub(super) fn read(line: &Line<'_>, entry: &mut Entry) -> Rest {
    let colon = colon(line);
    let mut head = Head { line, entry, has_day: false, colon };
    match colon {
        Some(at) => head.with_colon(at),
        None => head.without_colon(),
    }
}

/// The word whose colon ends the head. A promise before it is no head.
fn colon(line: &Line<'_>) -> Option<usize> {
    for (at, token) in line.tokens.iter().enumerate() {
        let emoticon = matches!(token.text, "(:" | "):" | "(-:" | ")-:");
        if is_sign(token.text) && super::promise::is_promise(line, at) {
            return None;
        }
        if token.text.ends_with(':') && !emoticon && !token.text.contains("://") {
            return (!line.is_plain(at) || at > 0).then_some(at);
        }
    }
    None
}

impl Head<'_, '_, '_> {
    fn with_colon(&mut self, colon: usize) -> Rest {
        let mut rest = Rest::default();
        let mut connectives = Vec::new();
        let mut unknown = Vec::new();
        let mut at = 0;
        while at <= colon {
            match self.understand(at, colon + 1) {
                Some((Word::Connective, _)) => {
                    connectives.push(at);
                    at += 1;
                }
                Some((Word::Tie(candidates), words)) => {
                    self.span(at..at + words, SpanRole::Ambiguous, candidates);
                    self.entry.to_sort = true;
                    rest.tokens.extend(at..at + words);
                    at += words;
                }
                Some((word, words)) => {
                    self.take(word, at..at + words);
                    at += words;
                }
                None => {
                    let bare = self.line.token(at).is_some_and(|t| t.core.is_empty());
                    if !bare && !self.line.is_plain(at) && mark(self.line, at, self.entry) == Mark::None {
                        unknown.push(at);
                    }
                    if !bare || at != colon {
                        rest.tokens.push(at);
                    }
                    at += 1;
                }
            }
        }
        self.keep_connectives(&connectives, &mut rest);
        self.entry.to_sort |= !unknown.is_empty();
        self.unknown_names(&unknown);
        self.end_colon(colon, &mut rest);
        rest.from_head = rest.tokens.len();
        rest.tokens.extend(colon + 1..self.line.tokens.len());
        rest
    }

    /// A connective between words that were not understood is one of them: `talked to Zoe`.
    fn keep_connectives(&mut self, connectives: &[usize], rest: &mut Rest) {
        let left = rest.tokens.clone();
        for at in connectives {
            if *at > 0 && left.contains(&(at - 1)) && left.contains(&(at + 1)) {
                rest.tokens.push(*at);
            } else {
                self.span(*at..at + 1, SpanRole::Mark, Vec::new());
            }
        }
        rest.tokens.sort_unstable();
    }

    /// The colon is a mark, and part of the text where the text begins with words of the head.
    fn end_colon(&mut self, colon: usize, rest: &mut Rest) {
        let Some(token) = self.line.token(colon) else { return };
        if rest.tokens.last() == Some(&colon) {
            return;
        }
        rest.colon_after = rest.tokens.last().copied();
        let end = token.range.end;
        self.entry.spans.push(Span { range: end - 1..end, role: SpanRole::Mark, candidates: Vec::new() });
        if token.core.is_empty() && token.text.len() > 1 {
            self.entry.spans.push(Span {
                range: token.range.start..end - 1,
                role: SpanRole::Mark,
                candidates: Vec::new(),
            });
        }
    }

    /// Runs of words that look like a name each could become a person.
    fn unknown_names(&mut self, unknown: &[usize]) {
        for run in unknown.chunk_by(|a, b| a + 1 == *b) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            let tokens = self.line.tokens.get(*first..=*last).unwrap_or_default();
            let is_word = |t: &Token<'_>| t.name.iter().all(|n| n.chars().all(char::is_alphabetic));
            if run.len() > LONGEST_NAME || !tokens.iter().all(|t| !t.name.is_empty() && is_word(t)) {
                continue;
            }
            self.span(*first..last + 1, SpanRole::Unknown, Vec::new());
            self.entry.unknown_names.push(tokens.iter().map(|t| t.core).collect::<Vec<_>>().join(" "));
        }
    }

    /// Without a colon the head is the longest run of words that are understood, and the rest is text.
    fn without_colon(&mut self) -> Rest {
        let mut rest = Rest::default();
        let mut connectives: Vec<usize> = Vec::new();
        let end = self.line.tokens.len();
        let mut at = 0;
        while at < end && mark(self.line, at, self.entry) == Mark::None {
            let Some((word, words)) = self.understand(at, end) else { break };
            if word == Word::Connective {
                connectives.push(at);
                at += 1;
                continue;
            }
            for before in connectives.drain(..) {
                self.span(before..before + 1, SpanRole::Mark, Vec::new());
            }
            if let Word::Tie(candidates) = word {
                self.span(at..at + words, SpanRole::Ambiguous, candidates);
                self.entry.to_sort = true;
                rest.tokens.extend(at..at + words);
            } else {
                self.take(word, at..at + words);
            }
            at += words;
        }
        let from = connectives.first().copied().unwrap_or(at);
        rest.tokens.extend(from..end);
        rest
    }

    /// What the words from a place on are, and how many they are. Which meaning wins: a name of several words, a word of the
    /// screen's language, a whole word of a name, a word of the other language, the beginning of a name.
    fn understand(&self, at: usize, end: usize) -> Option<(Word, usize)> {
        let token = self.line.token(at)?;
        if self.line.is_plain(at) || token.core.is_empty() {
            return None;
        }
        if let Some((record, words)) = self.line.chosen(at) {
            return Some((Word::Name(vec![record]), words));
        }
        let kinds = self.kinds();
        if let Some(found) = named(self.line, at, end, &kinds, Fit::Words, self.shortest()) {
            let own = found.1 == 1 && self.line.is_own_word(at);
            let figure = token.is_figure() && found.0.fit == Fit::Whole;
            if !own || figure {
                return Some(answered(found));
            }
        }
        let day = self.day(at, end);
        if let Some(found) = day.filter(|f| !f.foreign) {
            return Some((Word::Day(found.day), found.words));
        }
        if let Some(word) = self.figure(token) {
            return Some((word, 1));
        }
        let word = self.word(token);
        if let Some((word, false)) = &word {
            return Some((word.clone(), 1));
        }
        if let Some(found) = day {
            return Some((Word::Day(found.day), found.words));
        }
        if let Some((word, true)) = word {
            return Some((word, 1));
        }
        let prose = self.colon.is_none() && is_prose(self.line, at);
        let worst = if prose { Fit::Words } else { Fit::Beginnings };
        named(self.line, at, end, &kinds, worst, self.shortest()).map(answered)
    }

    /// The kinds of record that can still be named: there is one account.
    fn kinds(&self) -> Vec<Kind> {
        let all = [Kind::Person, Kind::Colleague, Kind::Account];
        all.into_iter().filter(|k| *k != Kind::Account || self.entry.account.is_none()).collect()
    }

    /// How short the beginning of a name may be: without a colon it may as well be prose.
    fn shortest(&self) -> usize {
        if self.colon.is_some() { 1 } else { 3 }
    }

    fn day(&self, at: usize, end: usize) -> Option<FoundDay> {
        if self.has_day {
            return None;
        }
        let reader = Reader { lang: self.line.lang(), today: self.line.cx.today, toward: Toward::Past };
        let found = reader.find(&self.line.folded(at..end.min(at + 6)))?;
        (at..at + found.words).all(|i| !self.line.is_plain(i)).then_some(found)
    }

    /// A time or a duration. `9h` is a time and `2h` a duration: few meet before six, and few for so long.
    fn figure(&self, token: &Token<'_>) -> Option<Word> {
        if !token.is_figure() {
            return None;
        }
        let early = token.folded.split_once('h').and_then(|(hours, _)| hours.parse::<u32>().ok());
        let long = early.is_some_and(|hours| hours < 6) || self.entry.time.is_some();
        let time = time::time(&token.folded).filter(|_| self.entry.time.is_none() && !long);
        let time = time
            .or_else(|| time::time(&token.folded).filter(|_| self.entry.time.is_none() && early.is_none()));
        let minutes = || time::minutes(&token.folded).filter(|m| *m <= time::LONGEST);
        match time {
            Some(time) => Some(Word::Time(time)),
            None if self.entry.minutes.is_none() => minutes().map(Word::Minutes),
            None => None,
        }
    }

    /// A word of the lexicon that can still be said, and whether it is of the other language.
    fn word(&self, token: &Token<'_>) -> Option<(Word, bool)> {
        let (meaning, foreign) = lexicon::find(&token.folded, Slot::Head, self.line.lang())?;
        let word = match meaning {
            Meaning::Channel(channel) if self.entry.channel.is_none() => Word::Channel(channel),
            // prose begins with `in` too
            Meaning::Direction(direction)
                if self.entry.direction.is_none()
                    && (self.colon.is_some() || self.entry.channel.is_some()) =>
            {
                Word::Direction(direction)
            }
            Meaning::Connective => Word::Connective,
            Meaning::Channel(_)
            | Meaning::Direction(_)
            | Meaning::Day(_)
            | Meaning::Near(_)
            | Meaning::Month(_)
            | Meaning::Length(_)
            | Meaning::Stance(_)
            | Meaning::Role(_)
            | Meaning::Filter(_)
            | Meaning::Prose => return None,
        };
        Some((word, foreign))
    }

    fn take(&mut self, word: Word, tokens: Range<usize>) {
        let (role, candidates) = match word {
            Word::Channel(channel) => {
                self.entry.channel = Some(channel);
                (SpanRole::Channel, Vec::new())
            }
            Word::Direction(direction) => {
                self.entry.direction = Some(direction);
                (SpanRole::Direction, Vec::new())
            }
            Word::Day(day) => {
                self.entry.day = day;
                self.has_day = true;
                (SpanRole::Day, Vec::new())
            }
            Word::Time(time) => {
                self.entry.time = Some(time);
                (SpanRole::Time, Vec::new())
            }
            Word::Minutes(minutes) => {
                self.entry.minutes = Some(minutes);
                (SpanRole::Minutes, Vec::new())
            }
            Word::Name(candidates) => (self.name(&candidates), candidates),
            Word::Connective => (SpanRole::Mark, Vec::new()),
            Word::Tie(candidates) => (SpanRole::Ambiguous, candidates),
        };
        self.span(tokens, role, candidates);
    }

    fn name(&mut self, candidates: &[(Kind, Id)]) -> SpanRole {
        match candidates.first() {
            Some((Kind::Account, id)) => {
                self.entry.account = Some(*id);
                SpanRole::Account
            }
            Some((Kind::Colleague, id)) => {
                if !self.entry.colleagues.contains(id) {
                    self.entry.colleagues.push(*id);
                }
                SpanRole::Colleague
            }
            Some((_, id)) => {
                if !self.entry.people.contains(id) {
                    self.entry.people.push(*id);
                }
                SpanRole::Person
            }
            None => SpanRole::Mark,
        }
    }

    /// A span over whole words; the head's colon is never part of it.
    fn span(&mut self, tokens: Range<usize>, role: SpanRole, candidates: Vec<(Kind, Id)>) {
        let (Some(first), Some(last)) =
            (self.line.token(tokens.start), tokens.end.checked_sub(1).and_then(|i| self.line.token(i)))
        else {
            return;
        };
        let colon = usize::from(self.colon.is_some_and(|c| c + 1 == tokens.end));
        let range = first.range.start..last.range.end - colon;
        self.entry.spans.push(Span { range, role, candidates });
    }
}

/// Whether a token is too frequent a word to begin a name.
pub(super) fn is_prose(line: &Line<'_>, at: usize) -> bool {
    line.token(at).is_some_and(|t| lexicon::find(&t.folded, Slot::Prose, line.lang()).is_some())
}

fn answered((answer, words): (Answer, usize)) -> (Word, usize) {
    let word = if answer.certain { Word::Name(answer.candidates) } else { Word::Tie(answer.candidates) };
    (word, words)
}

/// Who is named by the words from a place on that fit at least so well, and how many words those are: the longest name wins.
/// The beginning of a name never takes a word of the screen's language with it; a whole word of a name does beside another.
pub(super) fn named(
    line: &Line<'_>,
    at: usize,
    end: usize,
    kinds: &[Kind],
    worst: Fit,
    shortest: usize,
) -> Option<(Answer, usize)> {
    let token = line.token(at)?;
    if token.core.contains('@') {
        return line.names.by_email(token.core, kinds).map(|answer| (answer, 1));
    }
    let possible = line.names.beginning(token.name.first()?, kinds);
    if possible.is_empty() {
        return None;
    }
    let free = |i: usize| {
        i == at
            || line
                .token(i)
                .is_some_and(|t| !t.name.is_empty() && !line.is_plain(i) && line.chosen(i).is_none())
    };
    let joined = |i: usize| line.token(i).is_some_and(|t| !t.parts());
    let most =
        (1..LONGEST_NAME).take_while(|n| at + n < end && free(at + n) && joined(at + n - 1)).count() + 1;
    for words in (1..=most).rev() {
        let tokens = line.tokens.get(at..at + words).unwrap_or_default();
        let parts: Vec<&str> = tokens.iter().flat_map(|t| t.name.iter().map(String::as_str)).collect();
        let Some(answer) = line.names.answer(&possible, &parts, shortest) else { continue };
        let own = (at..at + words).any(|i| line.is_own_word(i));
        let fits = if words > 1 { answer.fit <= Fit::Words || !own } else { answer.fit <= worst };
        if fits {
            return Some((answer, words));
        }
    }
    None
}
