//! What was learned of a person over time and from where, what both sides promised, how one gets to them: in words, for the page
//! on the screen and on the shell.
use chrono::NaiveDate;

use super::block::{Block, Cell, Column, Figure, Table, Tone};
use crate::domain::acquaintance::Acquaintance;
use crate::domain::choice::{Aspect, BuyingRole, Channel, Choice, Stance};
use crate::domain::commitment::{Promise, kept};
use crate::domain::evidence::{Change, Evidence, Turn, current, stale};
use crate::domain::kind::Kind;
use crate::lang::value::Context;
use crate::lang::{choice, day, field};
use crate::store::query::person::{PersonPage, Via};

/// What was learned, in words: `champion`, `decider`, `influence 4`.
pub fn value(aspect: Aspect, value: &str, cx: &Context<'_>) -> String {
    match aspect {
        Aspect::Stance if value.is_empty() => cx.words.get("person-stance-unknown"),
        Aspect::Stance => choice::show(Stance::SET, value, cx.words),
        Aspect::Role => choice::show(BuyingRole::SET, value, cx.words),
        Aspect::Influence if value.is_empty() => cx.words.get("person-influence-assumed"),
        Aspect::Influence => cx.words.with("person-influence", &[("value", value)]),
        Aspect::Interest if value.is_empty() => cx.words.get("person-interest-unknown"),
        Aspect::Interest => cx.words.with("person-interest", &[("value", value)]),
    }
}

/// What it did to what was believed: `champion, was supporter`.
pub fn turned(change: &Change, cx: &Context<'_>) -> String {
    let Evidence { aspect, ended, value: now, .. } = &change.learned;
    let now = value(*aspect, now, cx);
    match &change.turn {
        _ if *ended => cx.words.with("person-ended", &[("value", &now)]),
        Turn::First => now,
        Turn::Confirmed => cx.words.with("person-confirmed", &[("value", &now)]),
        Turn::From(before) => {
            let before = match aspect {
                Aspect::Stance | Aspect::Role => value(*aspect, before, cx),
                Aspect::Influence | Aspect::Interest => before.clone(),
            };
            cx.words.with("person-was", &[("value", &now), ("before", &before)])
        }
    }
}

/// From where it is known: `visit: she would sign today`, `after the visit of 21 Nov: …`, `set by hand`.
pub fn cause(learned: &Evidence, cx: &Context<'_>) -> String {
    let Some(heard) = &learned.cause else { return cx.words.get("person-by-hand") };
    let said = heard.text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let of = if heard.day == learned.on {
        choice::show(Channel::SET, heard.channel.name(), cx.words)
    } else {
        let day = day::column(heard.day, cx.today, cx.words);
        cx.words.with("person-after", &[("channel", heard.channel.name()), ("day", &day)])
    };
    if said.is_empty() { of } else { format!("{of}: {said}") }
}

/// Since when it is known, marked where that is too long ago to be believed.
pub fn since(on: NaiveDate, cx: &Context<'_>) -> String {
    let day = day::column(on, cx.today, cx.words);
    match stale(on, cx.today) {
        None if on == cx.today => cx.words.get("person-since-today"),
        Some(_) => cx.words.with("person-stale", &[("day", &day)]),
        None => cx.words.with("person-since", &[("day", &day)]),
    }
}

/// How many of what fell due in 90 days each side kept, where something did: `we kept 3 of 4 in 90 d, they 1 of 2`.
pub fn kept_words(page: &PersonPage, cx: &Context<'_>) -> Option<String> {
    let side = |key: &str, promises: &[Promise]| {
        let (kept, all) = kept(promises, cx.today);
        let args = [("kept", kept.to_string()), ("all", all.to_string())];
        let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
        (all > 0).then(|| cx.words.with(key, &args))
    };
    let sides = [side("person-we-kept", &page.kept.0), side("person-they-kept", &page.kept.1)];
    let said: Vec<_> = sides.into_iter().flatten().collect();
    (!said.is_empty()).then(|| cx.words.with("person-kept", &[("what", &said.join(" · "))]))
}

/// Somebody in the way to a person: `Marta Roca, 12 d`.
pub fn via(via: &Via, cx: &Context<'_>) -> String {
    let last = via.last.map_or_else(|| cx.words.get("value-never"), |d| day::ago(d, cx.today, cx.words));
    format!("{}, {last}", via.name)
}

/// A colleague who knows a person: `Pau Font, 12 d, 3 conversations`.
pub fn known_to(one: &Acquaintance, cx: &Context<'_>) -> String {
    let talks = cx.words.with("person-known-talks", &[("count", &one.met.count.to_string())]);
    format!("{}, {}, {talks}", one.name, day::ago(one.met.last, cx.today, cx.words))
}

/// The page behind the fields of the record: what is known and from where, the way to them, promises, and the history.
pub fn page(page: &PersonPage, cx: &Context<'_>) -> Vec<Block> {
    let mut figures = known(page, cx);
    if !page.reached.is_empty() {
        let way: Vec<_> = page.reached.iter().map(|v| via(v, cx)).collect();
        figures.push(Figure::new(field::label(Kind::Membership, "reached_via", cx.words), way.join(" ← ")));
    }
    if !page.known_to.is_empty() {
        let known = page.known_to.iter().map(|c| known_to(c, cx)).collect::<Vec<_>>();
        figures.push(Figure::new(cx.words.get("person-known-to"), known.join(" · ")));
    }
    let mut blocks = Vec::new();
    if !figures.is_empty() {
        blocks.push(Block::Figures(figures));
    }
    blocks.extend(super::account::promises(&page.promises, cx));
    blocks.extend(kept_words(page, cx).map(Block::Paragraph));
    blocks.extend(history(page, cx));
    blocks
}

/// Stance, roles and weight with their day and cause.
fn known(page: &PersonPage, cx: &Context<'_>) -> Vec<Figure> {
    let of = |aspect: Aspect| {
        current(&page.facts, aspect).into_iter().map(move |fact| {
            let label = choice::show(Aspect::SET, aspect.name(), cx.words);
            let value = match aspect {
                Aspect::Stance | Aspect::Role => value(aspect, &fact.value, cx),
                Aspect::Influence | Aspect::Interest => fact.value.clone(),
            };
            let old = if stale(fact.on, cx.today).is_some() { Tone::Muted } else { Tone::Text };
            Figure::new(label, value).tone(old).note(format!("{}, {}", since(fact.on, cx), cause(fact, cx)))
        })
    };
    [Aspect::Role, Aspect::Stance, Aspect::Influence, Aspect::Interest].into_iter().flat_map(of).collect()
}

/// All that was learned, newest first, each with its cause.
fn history(page: &PersonPage, cx: &Context<'_>) -> Vec<Block> {
    if page.changes.is_empty() {
        return Vec::new();
    }
    let mut table = Table::new(vec![Column::number(""), Column::short(""), Column::text("")]);
    for change in &page.changes {
        let day = Cell::toned(day::column(change.learned.on, cx.today, cx.words), Tone::Muted);
        let cause = Cell::toned(cause(&change.learned, cx), Tone::Muted);
        let source = change.learned.cause.as_ref().map(|heard| (Kind::Interaction, heard.id));
        table.push(source, vec![day, turned(change, cx).into(), cause]);
    }
    let count = page.changes.len().to_string();
    vec![Block::heading_with(cx.words.get("person-learned"), count), Block::Table(table)]
}
