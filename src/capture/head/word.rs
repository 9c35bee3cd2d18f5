//! The words of a head one by one: which meaning wins.
use chrono::{NaiveDate, NaiveTime};

use super::Head;
use crate::capture::line::{Line, Token};
use crate::capture::name::{Answer, Fit};
use crate::domain::Id;
use crate::domain::choice::{Channel, Direction};
use crate::domain::kind::Kind;
use crate::lang::day::{Found as FoundDay, Reader, Toward};
use crate::lang::lexicon::{self, Meaning, Slot};
use crate::lang::time;

/// Most words of one name.
pub(in crate::capture) const LONGEST_NAME: usize = 5;

/// What some words of the head are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Word {
    Channel(Channel),
    Direction(Direction),
    Day(NaiveDate),
    Time(NaiveTime),
    Minutes(i64),
    Name(Vec<(Kind, Id)>),
    Connective,
    Tie(Vec<(Kind, Id)>),
}

impl Head<'_, '_, '_> {
    /// What the words from a place on are, and how many they are. Which meaning wins: a name of several words, a word of the
    /// screen's language, a whole word of a name, a word of the other language, the beginning of a name.
    pub(super) fn understand(&self, at: usize, end: usize) -> Option<(Word, usize)> {
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
            | Meaning::Hours
            | Meaning::Prose
            | Meaning::Problem
            | Meaning::Turn(_)
            | Meaning::Insight
            | Meaning::Told
            | Meaning::Not
            | Meaning::Severity(_)
            | Meaning::By => return None,
        };
        Some((word, foreign))
    }
}

/// Whether a token is too frequent a word to begin a name.
pub(in crate::capture) fn is_prose(line: &Line<'_>, at: usize) -> bool {
    line.token(at).is_some_and(|t| lexicon::find(&t.folded, Slot::Prose, line.lang()).is_some())
}

fn answered((answer, words): (Answer, usize)) -> (Word, usize) {
    let word = if answer.certain { Word::Name(answer.candidates) } else { Word::Tie(answer.candidates) };
    (word, words)
}

/// Who is named by the words from a place on that fit at least so well, and how many words those are: the longest name wins.
/// The beginning of a name never takes a word of the screen's language with it; a whole word of a name does beside another.
pub(in crate::capture) fn named(
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
