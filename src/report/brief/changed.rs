//! What changed since the last conversation, in words.
use super::super::block::{Cell, Column, Table, Tone};
use super::super::moved::says;
use crate::domain::choice::{Aspect, BuyingRole, Choice, Side, Stance};
use crate::lang::value::Context;
use crate::lang::{choice, day};
use crate::store::query::brief::{Brief, Change, Changed};
use crate::store::query::scorecard::Indicator;

/// When and what, the newest of each sort first.
pub(super) fn changed(brief: &Brief, cx: &Context<'_>) -> Table {
    let mut table = Table::new(vec![Column::number(""), Column::text("")]);
    let indicators = brief.indicators();
    for change in &brief.changes {
        let on = change.on.map(|on| day::column(on, cx.today, cx.words)).unwrap_or_default();
        table.push_from(
            Some(change.source),
            vec![Cell::toned(on, Tone::Muted), sentence(change, indicators, cx).into()],
        );
    }
    table
}

/// The sentence of something that changed.
pub fn sentence(change: &Changed, indicators: &[Indicator], cx: &Context<'_>) -> String {
    let words = cx.words;
    let text = |key: &str, text: &str| words.with(key, &[("text", text.lines().next().unwrap_or_default())]);
    match &change.what {
        Change::Joined(name) => words.with("brief-joined", &[("name", name)]),
        Change::Left(name) => words.with("brief-left", &[("name", name)]),
        Change::Learned { name, aspect, before, now } => learned(name, *aspect, [before, now], cx),
        Change::Opened(name) => text("brief-opened", name),
        Change::Closed(name) => text("brief-closed", name),
        Change::Moved(moved) => says(moved, indicators, cx),
        Change::Kept(Side::Ours, promise) => text("brief-kept-ours", promise),
        Change::Kept(Side::Theirs, promise) => text("brief-kept-theirs", promise),
    }
}

fn learned(name: &str, aspect: Aspect, [before, now]: [&String; 2], cx: &Context<'_>) -> String {
    let words = cx.words;
    let shown = |value: &str| match aspect {
        _ if value.is_empty() => "?".to_owned(),
        Aspect::Stance => choice::show(Stance::SET, value, words),
        Aspect::Role => choice::show(BuyingRole::SET, value, words),
        Aspect::Influence | Aspect::Interest => value.to_owned(),
    };
    if aspect == Aspect::Role {
        let (key, role) = if now.is_empty() { ("brief-role-over", before) } else { ("brief-role-new", now) };
        return words.with(key, &[("name", name), ("role", &shown(role))]);
    }
    let what = choice::word::<Aspect>(aspect, words);
    let args = [("name", name), ("aspect", &what), ("before", &shown(before)), ("now", &shown(now))];
    words.with("brief-learned", &args)
}
