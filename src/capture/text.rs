//! The text of a line: tags, smileys, what was learned about people, and the promises.
use super::head::Rest;
use super::line::{Line, Token};
use super::{clause, promise};
use crate::domain::Id;
use crate::domain::choice::Sentiment;
use crate::domain::entry::{Entry, Learned, Lesson, Span, SpanRole};
use crate::domain::kind::Kind;
use crate::domain::text::{fold, name_tokens};
use crate::lang::lexicon::{self, Meaning, Slot};

/// What a word of the text is beside text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    /// Text.
    None,
    /// `+tag`.
    Tag(String),
    /// A smiley by itself.
    Smiley(Sentiment),
    /// A smiley at the end of a word, which stays text.
    Glued(Sentiment),
    /// `name=stance`, `name=role`, `name=-role`.
    Learned(Learned, Vec<(Kind, Id)>),
    /// The same with a name to which several answer.
    Tie(Vec<(Kind, Id)>),
}

/// Reads what the head has left.
pub(super) fn read(line: &Line<'_>, rest: &Rest, entry: &mut Entry) {
    let mut text = Kept::default();
    let mut at = 0;
    while let Some(token) = rest.tokens.get(at).copied() {
        // what the head could not use is no place for promises
        if at >= rest.from_head && promise::is_promise(line, token) {
            let end = promise::read(line, token, entry);
            at += end - token;
            continue;
        }
        if at >= rest.from_head
            && let Some(found) = clause::begins(line, token)
        {
            at += clause::read(line, token, found, entry) - token;
            continue;
        }
        word(line, token, entry, &mut text);
        if rest.colon_after == Some(token) {
            text.text.push(':');
        }
        if at == 0 && rest.from_head == 0 && is_missed_head(line, token) {
            entry.to_sort = true;
        }
        at += 1;
    }
    entry.text = text.text;
}

/// One word of a text or a promise: understood, or kept.
pub(super) fn word(line: &Line<'_>, at: usize, entry: &mut Entry, text: &mut Kept) {
    let Some(token) = line.token(at) else { return };
    let mark = mark(line, at, entry);
    let mut span = |role, candidates| entry.spans.push(Span { range: token.range.clone(), role, candidates });
    match mark {
        Mark::None => text.push(line, token),
        Mark::Tag(tag) => {
            span(SpanRole::Tag, Vec::new());
            if !entry.tags.iter().any(|t| fold(t) == fold(&tag)) {
                entry.tags.push(tag);
            }
        }
        Mark::Smiley(sentiment) => {
            span(SpanRole::Sentiment, Vec::new());
            entry.sentiment = Some(sentiment);
        }
        Mark::Glued(sentiment) => {
            span(SpanRole::Sentiment, Vec::new());
            entry.sentiment = Some(sentiment);
            text.push(line, token);
        }
        Mark::Learned(learned, candidates) => {
            span(SpanRole::Learned, candidates);
            entry.learned.push(learned);
        }
        Mark::Tie(candidates) => {
            span(SpanRole::Ambiguous, candidates);
            entry.to_sort = true;
            text.push(line, token);
        }
    }
}

/// What a word is beside text; nothing where its writer made it plain.
pub(super) fn mark(line: &Line<'_>, at: usize, entry: &Entry) -> Mark {
    let Some(token) = line.token(at).filter(|_| !line.is_plain(at)) else { return Mark::None };
    if let Some(tag) = token.text.strip_prefix('+') {
        return if tag.starts_with(char::is_alphabetic) { Mark::Tag(tag_of(tag)) } else { Mark::None };
    }
    smiley(token.text).or_else(|| learned(line, at, token, entry)).unwrap_or(Mark::None)
}

/// A tag without the punctuation after it.
fn tag_of(text: &str) -> String {
    text.trim_end_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

fn smiley(text: &str) -> Option<Mark> {
    let text = text.trim_end_matches([',', '.', ';', '!', '?']);
    let faces =
        [(":-)", Sentiment::Good), (":)", Sentiment::Good), (":-(", Sentiment::Bad), (":(", Sentiment::Bad)];
    let (stem, sentiment) = faces.into_iter().find_map(|(face, s)| Some((text.strip_suffix(face)?, s)))?;
    match stem.chars().next_back() {
        None => Some(Mark::Smiley(sentiment)),
        Some(c) if c.is_alphanumeric() => Some(Mark::Glued(sentiment)),
        Some(_) => None,
    }
}

/// `ana:( bad mood`: a head was meant, but the colon went into the smiley.
fn is_missed_head(line: &Line<'_>, at: usize) -> bool {
    let Some(token) = line.token(at).filter(|t| matches!(smiley(t.text), Some(Mark::Glued(_)))) else {
        return false;
    };
    let stem = token.text.split(':').next().unwrap_or_default();
    let words = name_tokens(stem);
    let Some(first) = words.first() else { return false };
    let possible = line.names.beginning(first, &[Kind::Person, Kind::Colleague, Kind::Account]);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    line.names.answer(&possible, &words, 1).is_some()
        || lexicon::find(&fold(stem), Slot::Head, line.lang()).is_some()
}

/// `name=judgement`: about a person of the entry, else about the only one who answers.
fn learned(line: &Line<'_>, at: usize, token: &Token<'_>, entry: &Entry) -> Option<Mark> {
    let text = token.text.trim_end_matches([',', '.', ';', ':', '!', '?', ')']);
    let (name, judgement) = text.split_once('=')?;
    let (ended, judgement) = match judgement.strip_prefix(['-', '−']) {
        Some(role) => (true, role),
        None => (false, judgement),
    };
    let what = match (lexicon::find(&fold(judgement), Slot::Judgement, line.lang())?.0, ended) {
        (Meaning::Stance(stance), false) => Lesson::Stance(stance),
        (Meaning::Role(role), false) => Lesson::Role(role),
        (Meaning::Role(role), true) => Lesson::RoleEnded(role),
        _ => return None,
    };
    if let Some(((Kind::Person, person), _)) = line.chosen(at) {
        return Some(Mark::Learned(Learned { person, what }, vec![(Kind::Person, person)]));
    }
    let nameable = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '·' | '.'));
    let words = if nameable { name_tokens(name) } else { Vec::new() };
    let possible = line.names.beginning(words.first()?, &[Kind::Person]);
    let here: Vec<_> = possible.iter().copied().filter(|(n, _)| entry.people.contains(&n.id)).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let of_entry = line.names.answer(&here, &words, 1).filter(|a| a.certain);
    let answer = of_entry.or_else(|| line.names.answer(&possible, &words, 1))?;
    match answer.candidates.first() {
        Some((_, person)) if answer.certain => {
            Some(Mark::Learned(Learned { person: *person, what }, answer.candidates))
        }
        _ => Some(Mark::Tie(answer.candidates)),
    }
}

/// Words that stay text, with the white space there was between them.
#[derive(Debug, Default)]
pub(super) struct Kept {
    pub text: String,
    end: usize,
}

impl Kept {
    pub fn push(&mut self, line: &Line<'_>, token: &Token<'_>) {
        if !self.text.is_empty() {
            let gap = line.raw.get(self.end..token.range.start).unwrap_or(" ");
            if gap.trim().is_empty() && !gap.is_empty() {
                self.text.push_str(gap);
            } else {
                self.text.push(if gap.contains('\n') { '\n' } else { ' ' });
            }
        }
        self.text.push_str(token.text);
        self.end = token.range.end;
    }
}
