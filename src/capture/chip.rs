//! What was understood, in words: one chip for each span, and for what follows without being said.
use std::ops::Range;

use crate::domain::choice::{Channel, Choice, Side, Turn};
use crate::domain::entry::{
    DecisionTaken, Entry, Learned, Lesson, ProblemRaised, PromiseMade, Span, SpanRole,
};
use crate::domain::kind::Kind;
use crate::lang::value::Context;
use crate::lang::{choice, day, time};

/// One thing that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// Where: the range of the span, for [`super::Override`]; empty at the line's end for what only follows.
    pub range: Range<usize>,
    /// As what.
    pub role: SpanRole,
    /// In words.
    pub label: String,
    /// Not said, but following from the rest: the usual kind, the account of the people.
    pub follows: bool,
}

/// The chips of an entry, in the order of its line.
pub fn chips(entry: &Entry, cx: &Context<'_>) -> Vec<Chip> {
    let mut promises = entry.promises.iter();
    let mut problems = entry.problems.iter();
    let mut decisions = entry.decisions.iter();
    let mut insights = entry.insights.iter();
    let mut decision = None;
    let mut learned = entry.learned.iter();
    let mut chips = Vec::new();
    for span in &entry.spans {
        let label = match span.role {
            SpanRole::Mark => continue,
            SpanRole::Ours | SpanRole::Theirs => promises.next().map(|p| promise(p, cx)),
            SpanRole::Problem => Some(problem(problems.next(), cx)),
            SpanRole::Decision => {
                decision = decisions.next();
                Some(decided(decision, cx))
            }
            SpanRole::Insight => insights.next().map(|what| insight(what, cx)),
            SpanRole::Told => Some(told(span, decision, cx)),
            SpanRole::Learned => learned.next().map(|l| lesson(*l, cx)),
            role => said(span, role, entry, cx),
        };
        if let Some(label) = label {
            chips.push(Chip { range: span.range.clone(), role: span.role, label, follows: false });
        }
    }
    follow(entry, cx, &mut chips);
    chips
}

/// The kind and the account where the line does not say them.
fn follow(entry: &Entry, cx: &Context<'_>, chips: &mut Vec<Chip>) {
    let end = entry.raw.len()..entry.raw.len();
    let said = |role| chips.iter().any(|c| c.role == role);
    let mut more = Vec::new();
    if !said(SpanRole::Channel) {
        more.push((SpanRole::Channel, channel(entry, cx)));
    }
    if let (false, Some(id)) = (said(SpanRole::Account), entry.account) {
        more.push((SpanRole::Account, cx.directory.name(Kind::Account, id)));
    }
    for (role, label) in more {
        chips.push(Chip { range: end.clone(), role, label, follows: true });
    }
}

fn said(span: &Span, role: SpanRole, entry: &Entry, cx: &Context<'_>) -> Option<String> {
    let words = cx.words;
    let text = entry.raw.get(span.range.clone()).unwrap_or_default();
    let text = text.trim_end_matches(|c: char| c.is_ascii_punctuation());
    match role {
        SpanRole::Channel => Some(channel(entry, cx)),
        SpanRole::Direction => entry.direction.map(|d| word(d, cx)),
        SpanRole::Person | SpanRole::Colleague | SpanRole::Account => {
            span.candidates.first().map(|(kind, id)| cx.directory.name(*kind, *id))
        }
        SpanRole::Day => {
            let day = day::near(entry.day, cx.today, words);
            Some(if entry.planned { words.with("capture-chip-planned", &[("day", &day)]) } else { day })
        }
        SpanRole::Time => entry.time.map(time::show_time),
        SpanRole::Minutes => {
            entry.minutes.map(|m| words.with("capture-chip-minutes", &[("minutes", &m.to_string())]))
        }
        SpanRole::Tag => Some(text.to_owned()),
        SpanRole::Sentiment => {
            entry.sentiment.map(|s| words.with("capture-chip-mood", &[("mood", &word(s, cx))]))
        }
        SpanRole::Ambiguous => {
            let names: Vec<_> = span.candidates.iter().map(|(k, id)| cx.directory.name(*k, *id)).collect();
            let names = names.join(" / ");
            Some(words.with("capture-chip-ambiguous", &[("text", text), ("names", &names)]))
        }
        SpanRole::Unknown => Some(words.with("capture-chip-unknown", &[("text", text)])),
        SpanRole::Learned
        | SpanRole::Ours
        | SpanRole::Theirs
        | SpanRole::Problem
        | SpanRole::Decision
        | SpanRole::Insight
        | SpanRole::Told
        | SpanRole::Mark => None,
    }
}

fn word<T: Choice>(value: T, cx: &Context<'_>) -> String {
    choice::show(T::SET, value.name(), cx.words)
}

fn channel(entry: &Entry, cx: &Context<'_>) -> String {
    word(entry.channel.unwrap_or(Channel::Note), cx)
}

/// `we owe: send TCO, Fri 27 Nov`.
fn promise(promise: &PromiseMade, cx: &Context<'_>) -> String {
    let name = |kind, id| cx.directory.name(kind, id);
    let counterpart = promise.counterpart.map(|id| name(Kind::Person, id));
    let (key, who) = match (promise.side, promise.owner, counterpart) {
        (Side::Ours, Some(owner), _) => ("capture-chip-ours-by", name(Kind::Colleague, owner)),
        (Side::Ours, None, Some(to)) => ("capture-chip-ours-to", to),
        (Side::Ours, None, None) => ("capture-chip-ours", String::new()),
        (Side::Theirs, _, Some(by)) => ("capture-chip-theirs-by", by),
        (Side::Theirs, _, None) => ("capture-chip-theirs", String::new()),
    };
    let due = promise.due.map(|due| day::near(due, cx.today, cx.words));
    let text = if promise.text.is_empty() { None } else { Some(promise.text.clone()) };
    let what = text.into_iter().chain(due).collect::<Vec<_>>().join(", ");
    cx.words.with(key, &[("what", &what), ("who", &who)])
}

/// `problem: late pallets, high, Fri 27 Nov`; without an account it is none yet.
fn problem(problem: Option<&ProblemRaised>, cx: &Context<'_>) -> String {
    let Some(problem) = problem else { return cx.words.get("capture-chip-problem-nowhere") };
    let due = problem.due.map(|due| day::near(due, cx.today, cx.words));
    let severity = problem.severity.map(|s| word(s, cx));
    let parts = [Some(problem.name.clone()), severity, due];
    let what = parts.into_iter().flatten().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(", ");
    cx.words.with("capture-chip-problem", &[("what", &what)])
}

/// `decision: prices +3 %`; without an account it is none yet.
fn decided(decision: Option<&DecisionTaken>, cx: &Context<'_>) -> String {
    let Some(decision) = decision else { return cx.words.get("capture-chip-decision-nowhere") };
    let key = match decision.turn {
        Turn::Decision => "capture-chip-decision",
        Turn::Change => "capture-chip-change",
    };
    cx.words.with(key, &[("what", &decision.name)])
}

/// `told: Ana Ruiz`, with the day if it was said.
fn told(span: &Span, decision: Option<&DecisionTaken>, cx: &Context<'_>) -> String {
    let who = span.candidates.first().map(|(kind, id)| cx.directory.name(*kind, *id));
    let day = decision.and_then(|d| d.told_on).map(|on| day::near(on, cx.today, cx.words));
    let who = who.into_iter().chain(day).collect::<Vec<_>>().join(", ");
    cx.words.with("capture-chip-told", &[("who", &who)])
}

/// `insight: a second plant in Vigo`.
fn insight(what: &str, cx: &Context<'_>) -> String {
    cx.words.with("capture-chip-insight", &[("what", what)])
}

fn lesson(learned: Learned, cx: &Context<'_>) -> String {
    let (key, what) = match learned.what {
        Lesson::Stance(s) => ("capture-chip-learned", word(s, cx)),
        Lesson::Role(r) => ("capture-chip-learned", word(r, cx)),
        Lesson::RoleEnded(r) => ("capture-chip-ended", word(r, cx)),
    };
    let who = cx.directory.name(Kind::Person, learned.person);
    cx.words.with(key, &[("who", &who), ("what", &what)])
}
