//! Which record is meant: by number, by name, or by words of its text.
use super::failure::{Code, Failure};
use super::kpi;
use super::shell::{Book, Shell};
use super::tree;
use crate::domain::Id;
use crate::domain::directory::{Directory, Name};
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::text::{clean_line, fold, name_tokens};
use crate::domain::value::{FieldKind, Value};
use crate::lang::value::parse;
use crate::lang::{Lang, Words, field};
use crate::store::query::account::PromiseRow;
use crate::store::query::log::{Filter, LogQuery};

/// How many candidates are named at most.
const CANDIDATES: usize = 5;

/// More than any book has of a kind.
const ALL: usize = 10_000;

/// The record of a kind that is meant.
///
/// # Errors
/// Exit code 3 if nothing fits, or several do: then the candidates are named.
pub fn record(shell: &Shell, book: &Book, kind: Kind, text: &str) -> Result<Id, Failure> {
    if kind == Kind::Kpi {
        return kpi::which(shell, book, &[text]);
    }
    if kind.has_names() {
        return named(shell, book, kind, text).or_else(|failure| {
            if kind == Kind::Colleague { who_left(book, text)?.ok_or(failure) } else { Err(failure) }
        });
    }
    if let Ok(id) = text.trim().trim_start_matches('#').parse::<Id>() {
        return Ok(book.store.record(kind, id)?.head().id);
    }
    match kind {
        Kind::Commitment => commitment(book, text, false),
        Kind::Interaction => interaction(book, text),
        Kind::Contract | Kind::Influence => by_words(book, kind, text, |_| true),
        Kind::Problem => problem(book, text, false),
        Kind::Rate => rate(book, text),
        _ => Err(nothing(kind, text)),
    }
}

/// An account, unit, person or colleague by name or number.
pub fn named(shell: &Shell, book: &Book, kind: Kind, text: &str) -> Result<Id, Failure> {
    match parse(FieldKind::Link(kind), text, &shell.cx(&book.directory, None))? {
        Value::Link(id) => Ok(id),
        _ => Err(nothing(kind, text)),
    }
}

/// A colleague who has left: no name that is typed elsewhere means them any more, but they can be shown and changed.
fn who_left(book: &Book, text: &str) -> Result<Option<Id>, Failure> {
    let all = book.store.records(Kind::Colleague, 0, ALL)?;
    let name = |record: &dyn Record| match record.get("name") {
        Value::Text(name) => name,
        _ => String::new(),
    };
    let names = all.iter().map(|r| Name::of(Kind::Colleague, r.head().id, name(r.as_ref())));
    Ok(Directory::new(names.collect()).find(Kind::Colleague, text).ok())
}

/// A promise by its number, or by words of its text, its person and its account; of the open ones first, or with `kept` of
/// those that were kept.
pub fn commitment(book: &Book, text: &str, kept: bool) -> Result<Id, Failure> {
    if let Ok(id) = text.trim().trim_start_matches('#').parse::<Id>() {
        return Ok(book.store.record(Kind::Commitment, id)?.head().id);
    }
    let words = name_tokens(text);
    let fits = |p: &&PromiseRow| {
        let person = p.counterpart.as_ref().map_or("", |(_, name)| name);
        let tokens = name_tokens(&format!("{} {person} {}", p.text, p.account_name));
        !words.is_empty() && words.iter().all(|w| tokens.iter().any(|t| t.starts_with(w.as_str())))
    };
    let all = book.store.promises(None, true)?;
    let exact = |p: &&PromiseRow| fold(&clean_line(&p.text)) == fold(&clean_line(text));
    let first = |p: &&PromiseRow| p.done_on.is_some() == kept;
    let mut found: Vec<_> = all.iter().filter(first).filter(exact).collect();
    if found.is_empty() {
        found = all.iter().filter(first).filter(fits).collect();
    }
    if found.is_empty() {
        found = all.iter().filter(fits).collect();
    }
    let found: Vec<_> = found.into_iter().map(|p| (p.id, p.text.clone())).collect();
    only(Kind::Commitment, text, &found)
}

/// A rate by its currency, and its year where there are several: `usd 2026`.
fn rate(book: &Book, text: &str) -> Result<Id, Failure> {
    let words = name_tokens(text);
    let mut found = Vec::new();
    for record in book.store.records(Kind::Rate, 0, ALL)? {
        let (Value::Text(currency), Value::Number(year)) = (record.get("currency"), record.get("year"))
        else {
            continue;
        };
        let name = format!("{currency} {year}");
        let tokens = name_tokens(&name);
        if !words.is_empty() && words.iter().all(|w| tokens.contains(w)) {
            found.push((record.head().id, name));
        }
    }
    only(Kind::Rate, text, &found)
}

/// A problem by its number, or by words of its name and its account; of the open ones first, or with `closed` of the others.
pub fn problem(book: &Book, text: &str, closed: bool) -> Result<Id, Failure> {
    if let Ok(id) = text.trim().trim_start_matches('#').parse::<Id>() {
        return Ok(book.store.record(Kind::Problem, id)?.head().id);
    }
    by_words(book, Kind::Problem, text, |record| record.get("closed_on").is_empty() != closed)
}

/// A contract, a problem or an influence by words of its name (of both people) and its account: the exact name if there is one, `first` before the others.
fn by_words(book: &Book, kind: Kind, text: &str, first: impl Fn(&dyn Record) -> bool) -> Result<Id, Failure> {
    let words = name_tokens(text);
    let mut all: Vec<(Id, String, String, bool)> = Vec::new();
    for record in book.store.records(kind, 0, ALL)? {
        let linked = |field, kind| match record.get(field) {
            Value::Link(id) => book.directory.name(kind, id),
            _ => String::new(),
        };
        let name = match record.get("name") {
            Value::Text(name) => name,
            _ if kind == Kind::Influence => {
                format!("{} → {}", linked("person", Kind::Person), linked("sways", Kind::Person))
            }
            _ => String::new(),
        };
        all.push((record.head().id, name, linked("account", Kind::Account), first(record.as_ref())));
    }
    let exact = |name: &str| fold(&clean_line(name)) == fold(&clean_line(text));
    let fits = |name: &str, account: &str| {
        let tokens = name_tokens(&format!("{name} {account}"));
        !words.is_empty() && words.iter().all(|w| tokens.iter().any(|t| t.starts_with(w.as_str())))
    };
    let mut found: Vec<_> = all.iter().filter(|(_, name, _, first)| *first && exact(name)).collect();
    if found.is_empty() {
        found = all.iter().filter(|(_, name, account, first)| *first && fits(name, account)).collect();
    }
    if found.is_empty() {
        found = all.iter().filter(|(_, name, account, _)| fits(name, account)).collect();
    }
    let found: Vec<_> =
        found.into_iter().map(|(id, name, account, _)| (*id, format!("{name}, {account}"))).collect();
    only(kind, text, &found)
}

fn interaction(book: &Book, text: &str) -> Result<Id, Failure> {
    talk(book, text, None)
}

/// A planned interaction by words of its text or its people.
pub fn meeting(book: &Book, text: &str) -> Result<Id, Failure> {
    talk(book, text, Some(true))
}

fn talk(book: &Book, text: &str, planned: Option<bool>) -> Result<Id, Failure> {
    let filter = Filter { words: text.to_owned(), planned, ..Filter::default() };
    let query = LogQuery { filter, limit: CANDIDATES + 1, ..LogQuery::default() };
    let known = name_tokens(text).iter().any(|w| w.chars().count() >= 2);
    let rows = if known { book.store.log(&query)?.rows } else { Vec::new() };
    let found: Vec<_> = rows
        .into_iter()
        .map(|r| {
            let line = r.text.lines().next().unwrap_or_default();
            (r.id, format!("{} {}", r.day, line.chars().take(40).collect::<String>()))
        })
        .collect();
    only(Kind::Interaction, text, &found)
}

fn only(kind: Kind, text: &str, found: &[(Id, String)]) -> Result<Id, Failure> {
    match found {
        [] => Err(nothing(kind, text)),
        [(id, _)] => Ok(*id),
        several => {
            let shown = several.iter().take(CANDIDATES).map(|(id, name)| format!("{name} (#{id})"));
            let mut candidates = shown.collect::<Vec<_>>().join(", ");
            if several.len() > CANDIDATES {
                candidates.push_str(", …");
            }
            let what = Explain::new("cli-ambiguous").with("text", text).with("kind", kind.name());
            Err(Failure::new(Code::NotFound, what.with("candidates", candidates)))
        }
    }
}

fn nothing(kind: Kind, text: &str) -> Failure {
    Failure::new(Code::NotFound, Explain::new("cli-not-found").with("text", text).with("kind", kind.name()))
}

/// The kind that a word names: as in the file, or by its word in either language.
pub fn kind(word: &str) -> Option<Kind> {
    let wanted = fold(word.trim());
    let kinds = || tree::KINDS.into_iter().chain([Kind::Membership, Kind::Settings]);
    let called = |words: &Words| kinds().find(|k| fold(&field::kind(*k, words)) == wanted);
    let task = || (wanted == "task").then_some(Kind::Commitment);
    let by_name = kinds().find(|k| k.name() == wanted).or_else(task);
    by_name.or_else(|| Lang::ALL.into_iter().find_map(|lang| called(&Words::new(lang))))
}

/// The word of a kind and what stands behind it: `problem late pallets`, `problem:3`.
pub fn of_kind<'a>(typed: &[&'a str]) -> (&'a str, Vec<&'a str>) {
    let Some((first, rest)) = typed.split_first() else { return ("", Vec::new()) };
    match first.split_once(':') {
        Some((kind, name)) => (kind, [&[name], rest].concat()),
        None => (first, rest.to_vec()),
    }
}

/// The record that `person:12` or `person "Ana Ruiz"` names.
pub fn any(shell: &Shell, book: &Book, text: &str) -> Result<(Kind, Id), Failure> {
    let (first, rest) = text.split_once([':', ' ']).unwrap_or((text, ""));
    let Some(kind) = kind(first) else {
        let accepted = tree::KINDS.map(Kind::name).join(", ");
        let what = Explain::new("cli-no-kind").with("text", text).with("accepted", accepted);
        return Err(Failure::new(Code::Usage, what));
    };
    if kind == Kind::Settings {
        return Ok((kind, 1));
    }
    if kind == Kind::Membership {
        let id = rest.trim().parse().unwrap_or(0);
        return Ok((kind, book.store.record(kind, id)?.head().id));
    }
    Ok((kind, record(shell, book, kind, rest.trim())?))
}
