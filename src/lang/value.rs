//! Values of every kind of field, as they are typed and shown: the one pair of functions that form, shell and files obey.
use chrono::NaiveDate;

use super::choice::Refusal;
use super::{Words, choice, day, list, money, number, period, time};
use crate::domain::Id;
use crate::domain::choice::Set;
use crate::domain::directory::Directory;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::money::Money;
use crate::domain::text::{clean, clean_line, fold};
use crate::domain::value::{FieldKind, Value};

/// What the meaning of a typed text depends on.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The language.
    pub words: &'a Words,
    /// The day from which days are counted.
    pub today: NaiveDate,
    /// Who is who.
    pub directory: &'a Directory,
    /// The account in force, whose names come first.
    pub scope: Option<Id>,
}

/// The value that a text means in a field of a kind. Empty text is an empty value.
///
/// # Errors
/// Says what would be accepted: `value-…-unreadable`, `value-number-outside`, `value-choice-…`, `name-unknown`, `name-ambiguous`.
pub fn parse(kind: FieldKind, text: &str, cx: &Context<'_>) -> Result<Value, Explain> {
    let line = clean_line(text);
    if line.is_empty() {
        return Ok(Value::Empty);
    }
    let refuse = |key: &str| Explain::new(key).with("text", &line);
    match kind {
        FieldKind::Text => Ok(Value::Text(line)),
        FieldKind::Note => Ok(Value::Text(clean(text).trim_end().to_owned())),
        FieldKind::Texts => Ok(texts(list::split(&clean(text)))),
        FieldKind::Emails => emails(list::split(&clean(text))),
        FieldKind::Tags => Ok(texts(tags(&clean(text)))),
        FieldKind::Day | FieldKind::Time | FieldKind::Period => moment(kind, &line, cx),
        FieldKind::Minutes
        | FieldKind::Count(..)
        | FieldKind::Score(..)
        | FieldKind::Percent
        | FieldKind::Decimal
        | FieldKind::Money
        | FieldKind::Measure => figure(kind, &line, cx),
        FieldKind::Currency => currency(&line).ok_or_else(|| refuse("value-currency-unreadable")),
        FieldKind::Month => month(&line, cx).ok_or_else(|| refuse("value-month-unreadable")),
        FieldKind::Flag => flag(&line).map(Value::Flag).ok_or_else(|| refuse("value-flag-unreadable")),
        FieldKind::Choice(set) => one_of(set, &line, cx).map(Value::Choice),
        FieldKind::Choices(set) => {
            let found = each(text, |part| one_of(set, part, cx))?;
            Ok(if found.is_empty() { Value::Empty } else { Value::Choices(found) })
        }
        FieldKind::Link(to) => record(to, &line, cx).map(Value::Link),
        FieldKind::Links(to) => {
            let found = each(text, |part| record(to, part, cx))?;
            Ok(if found.is_empty() { Value::Empty } else { Value::Links(found) })
        }
    }
}

/// A value of a field of a kind as text, such that [`parse`] reads the same value.
pub fn show(kind: FieldKind, value: &Value, cx: &Context<'_>) -> String {
    let lang = cx.words.lang();
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => text.clone(),
        Value::Texts(texts) if kind == FieldKind::Tags => list::join_words(texts),
        Value::Texts(texts) => list::join(texts),
        Value::Number(n) => match kind {
            FieldKind::Percent => number::show_percent(lang, *n),
            FieldKind::Decimal | FieldKind::Measure => number::show_scaled(lang, *n),
            FieldKind::Minutes => time::show_minutes(*n),
            FieldKind::Month => {
                u32::try_from(*n).map_or_else(|_| n.to_string(), |m| day::month_long(m, cx.words))
            }
            // What begins beyond a thousand is a year: nobody groups its digits.
            FieldKind::Count(1000.., _) => n.to_string(),
            _ => number::show(lang, *n),
        },
        Value::Money(money) => money::show(lang, *money),
        Value::Period(found) => period::show(*found, cx.directory.terms.year, cx.words),
        Value::Day(day) => day::show(*day, cx.words),
        Value::Time(time) => time::show_time(*time),
        Value::Flag(flag) => cx.words.get(if *flag { "value-yes" } else { "value-no" }),
        Value::Choice(name) => show_choice(kind, name, cx),
        Value::Choices(names) => {
            names.iter().map(|n| show_choice(kind, n, cx)).collect::<Vec<_>>().join(", ")
        }
        Value::Link(id) => show_record(kind, *id, cx),
        Value::Links(ids) => list::join(&ids.iter().map(|id| show_record(kind, *id, cx)).collect::<Vec<_>>()),
    }
}

/// Every part of a list, read; each once.
fn each<T: PartialEq>(text: &str, read: impl Fn(&str) -> Result<T, Explain>) -> Result<Vec<T>, Explain> {
    let mut found = Vec::new();
    for part in list::split(&clean(text)) {
        let one = read(&part)?;
        if !found.contains(&one) {
            found.push(one);
        }
    }
    Ok(found)
}

/// A day, a time or a period.
fn moment(kind: FieldKind, line: &str, cx: &Context<'_>) -> Result<Value, Explain> {
    let refuse = |key: &str| Explain::new(key).with("text", line);
    match kind {
        FieldKind::Time => {
            let found = time::time(line).or_else(|| time::time(&format!("{line}h")));
            found.map(Value::Time).ok_or_else(|| refuse("value-time-unreadable"))
        }
        FieldKind::Period => {
            let found = period::parse(line, cx.directory.terms.year, cx.today);
            found.map(Value::Period).ok_or_else(|| refuse("value-period-unreadable"))
        }
        _ => {
            let reader = day::Reader { lang: cx.words.lang(), today: cx.today, toward: day::Toward::Form };
            reader.whole(line).map(Value::Day).ok_or_else(|| refuse("value-day-unreadable"))
        }
    }
}

/// A number, with what it is measured in.
fn figure(kind: FieldKind, line: &str, cx: &Context<'_>) -> Result<Value, Explain> {
    let lang = cx.words.lang();
    let refuse = |key: &str| Explain::new(key).with("text", line);
    let number = |text: &str, key: &str| {
        number::parse_scaled(lang, text).map(Value::Number).ok_or_else(|| refuse(key))
    };
    match kind {
        FieldKind::Minutes => {
            let found = time::minutes(line).or_else(|| time::minutes(&format!("{line}m")));
            let found = found.filter(|m| *m <= time::LONGEST);
            found.map(Value::Number).ok_or_else(|| refuse("value-minutes-unreadable"))
        }
        FieldKind::Count(low, high) | FieldKind::Score(low, high) => {
            let found = number::parse(lang, line).ok_or_else(|| refuse("value-number-unreadable"))?;
            if (low..=high).contains(&found) {
                return Ok(Value::Number(found));
            }
            Err(refuse("value-number-outside").with("low", low).with("high", number::show(lang, high)))
        }
        FieldKind::Percent => number(line.trim_end_matches('%'), "value-percent-unreadable"),
        FieldKind::Money => amount(line, cx).map(Value::Money),
        FieldKind::Measure => {
            number(line.trim_end_matches('%'), "").or_else(|_| amount(line, cx).map(Value::Money))
        }
        _ => number(line, "value-decimal-unreadable"),
    }
}

fn texts(texts: Vec<String>) -> Value {
    if texts.is_empty() { Value::Empty } else { Value::Texts(texts) }
}

/// Addresses as people write them: something before and after one `@`, a dot behind it, no blanks.
fn emails(addresses: Vec<String>) -> Result<Value, Explain> {
    let is_address = |text: &&String| {
        let (name, host) = text.split_once('@').unwrap_or_default();
        let named = !name.is_empty() && !host.contains('@') && !text.contains(char::is_whitespace);
        named && host.split('.').count() > 1 && host.split('.').all(|part| !part.is_empty())
    };
    match addresses.iter().find(|a| !is_address(a)) {
        Some(wrong) => Err(Explain::new("value-email-unreadable").with("text", wrong)),
        None => Ok(texts(addresses)),
    }
}

/// Tags may be typed with the plus sign that marks them in a captured line.
fn tags(text: &str) -> Vec<String> {
    let typed = list::split_words(text);
    let mut tags: Vec<String> = Vec::new();
    for tag in typed.iter().map(|t| t.trim_start_matches('+')) {
        if !tag.is_empty() && !tags.iter().any(|t| t == tag) {
            tags.push(tag.to_owned());
        }
    }
    tags
}

fn amount(text: &str, cx: &Context<'_>) -> Result<Money, Explain> {
    let of = cx.directory.terms.currency;
    let refuse = || Explain::new("value-money-unreadable").with("text", text);
    money::parse(cx.words.lang(), text, of).ok_or_else(refuse)
}

fn currency(text: &str) -> Option<Value> {
    money::currency(text).map(|c| Value::Text(c.code().to_owned()))
}

fn month(text: &str, cx: &Context<'_>) -> Option<Value> {
    use super::lexicon::{Meaning, Slot, find};
    let month = match find(&fold(text), Slot::Month, cx.words.lang()) {
        Some((Meaning::Month(month), _)) => i64::from(month),
        _ => text.parse().ok()?,
    };
    (1..=12).contains(&month).then_some(Value::Number(month))
}

fn flag(text: &str) -> Option<bool> {
    match fold(text).as_str() {
        "y" | "yes" | "s" | "si" | "true" | "1" | "x" | "verdadero" => Some(true),
        "n" | "no" | "false" | "0" | "falso" => Some(false),
        _ => None,
    }
}

fn one_of(set: Set, text: &str, cx: &Context<'_>) -> Result<&'static str, Explain> {
    choice::find(set, text, cx.words.lang()).map_err(|refusal| {
        let key = match refusal {
            Refusal::Unknown => "value-choice-unknown",
            Refusal::Ambiguous => "value-choice-ambiguous",
        };
        Explain::new(key).with("text", text).with("choices", choice::accepted(set, cx.words))
    })
}

fn show_choice(kind: FieldKind, name: &str, cx: &Context<'_>) -> String {
    match kind {
        FieldKind::Choice(set) | FieldKind::Choices(set) => choice::show(set, name, cx.words),
        _ => name.to_owned(),
    }
}

/// The record that a text means: by name, by number, or by both as [`show_record`] writes them; of several that answer to a
/// name the only one in the scope.
fn record(kind: Kind, text: &str, cx: &Context<'_>) -> Result<Id, Explain> {
    if !kind.has_names() {
        let number = text.trim_start_matches('#').parse().ok().filter(|id: &Id| *id > 0);
        return number.ok_or_else(|| Explain::new("value-record-number").with("text", text));
    }
    let known = |id: &Id| cx.directory.get(kind, *id).is_some();
    let numbered = text.strip_suffix(')').and_then(|t| t.rsplit_once("(#"));
    if let Some(id) = numbered.and_then(|(_, id)| id.parse().ok()).filter(known) {
        return Ok(id);
    }
    cx.directory.find(kind, text).or_else(|explain| {
        let found = cx.directory.matching(kind, text);
        let mut here = found.iter().filter(|n| cx.scope.is_some_and(|s| n.accounts.contains(&s)));
        match (here.next(), here.next()) {
            (Some(one), None) => Ok(one.id),
            _ => Err(explain),
        }
    })
}

/// The name of a record; its number too where the name is not enough to find it.
fn show_record(kind: FieldKind, id: Id, cx: &Context<'_>) -> String {
    match kind {
        FieldKind::Link(to) | FieldKind::Links(to) if to.has_names() => match cx.directory.get(to, id) {
            Some(name) if record(to, &name.name, cx) == Ok(id) => name.name.clone(),
            Some(name) => format!("{} (#{id})", name.name),
            None => format!("#{id}"),
        },
        _ => format!("#{id}"),
    }
}

#[cfg(test)]
mod tests;
