//! The head of a line: kind, direction, names, account, day, time and duration, in any order.
use std::ops::Range;

use super::line::{Line, Token, is_sign};
use super::text::{Mark, mark};
use crate::domain::Id;
use crate::domain::entry::{Entry, Span, SpanRole};
use crate::domain::kind::Kind;

mod word;

use word::Word;
pub(super) use word::{LONGEST_NAME, is_prose, named};

/// Most words of a head. A colon further on belongs to prose, and a pasted page is not searched for names word by word.
const LONGEST: usize = 40;

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

/// The word whose colon ends the head. A promise or a clause before it is no head.
fn colon(line: &Line<'_>) -> Option<usize> {
    for (at, token) in line.tokens.iter().enumerate().take(LONGEST) {
        let emoticon = matches!(token.text, "(:" | "):" | "(-:" | ")-:");
        if (is_sign(token.text) && super::promise::is_promise(line, at))
            || super::clause::begins(line, at).is_some()
        {
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
        while at < end.min(LONGEST)
            && mark(self.line, at, self.entry) == Mark::None
            && super::clause::begins(self.line, at).is_none()
        {
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
