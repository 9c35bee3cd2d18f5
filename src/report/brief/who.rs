//! Who will sit there: role, stance with its day, contact, and below each what moves them.
use super::super::block::{Block, Cell, Column, Table, Tone};
use super::super::people::due::reason;
use super::super::plain::{cut, one_line};
use super::super::strength::{contact, roles_of};
use super::{LOW, ROWS, called, head, nothing};
use crate::domain::choice::Stance;
use crate::domain::evidence::stale;
use crate::domain::kind::Kind;
use crate::lang::day;
use crate::lang::value::Context;
use crate::store::query::brief::{Attendee, Brief, BriefOf, Presence};
use crate::store::query::people::PersonRow;

/// How many people there is room for.
const MOST: usize = 6;
/// Of how many it is told what moves them: of those who sit there, the first.
const MOVED: usize = 3;
/// Most columns of each thing that moves somebody, on a screen that is not high.
const PART: usize = 72;

/// The people under their title (what moves one fewer where the screen is `crowded`), of whom it is told how many more there are where a section has so many rows.
pub(super) fn who(brief: &Brief, rows: usize, crowded: bool, cx: &Context<'_>) -> Vec<Block> {
    let attends = brief.who.iter().any(|a| a.here == Presence::Attends);
    let title = if attends { "brief-who" } else { "brief-people" };
    if brief.who.is_empty() {
        return nothing(title, "brief-nobody", cx).to_vec();
    }
    let mut table = Table::new(vec![
        Column::text(""),
        Column::text("").leaving(1),
        Column::text(""),
        Column::short(""),
        Column::number(""),
    ]);
    let most = most(brief, rows);
    for (place, attendee) in brief.who.iter().take(most).enumerate() {
        let row = &attendee.row;
        let (when, tone) = when(row, cx);
        table.push(
            Some((Kind::Person, row.person)),
            vec![
                Cell::toned(row.name.clone(), Tone::Heading),
                Cell::toned(row.title.clone(), Tone::Muted),
                roles(attendee, brief, cx).into(),
                stance(row, cx),
                Cell::toned(when, tone),
            ],
        );
        if place < MOVED - usize::from(crowded) && attendee.here.sits() {
            table.below(moves(attendee, if rows < ROWS { PART } else { usize::MAX }, cx));
        }
    }
    vec![head(title, String::new(), brief.who.len().saturating_sub(most), cx), Block::Table(table)]
}

/// How many are told where a section has so many rows. Around one person there are fewer on a low screen: what to ask them and
/// what is owed is worth more.
const fn most(brief: &Brief, rows: usize) -> usize {
    match brief.of {
        BriefOf::Person(..) if rows <= LOW => LOW,
        BriefOf::Person(..) | BriefOf::Account(_) | BriefOf::Meeting(_) => MOST,
    }
}

/// Last contact against the cadence, or why they are not to be contacted.
fn when(row: &PersonRow, cx: &Context<'_>) -> (String, Tone) {
    let reason = reason(row, cx);
    if reason.is_empty() { contact(row, cx) } else { (reason, Tone::Warn) }
}

/// The roles; before those of somebody who will not sit there, what they are to the person of the brief.
fn roles(attendee: &Attendee, brief: &Brief, cx: &Context<'_>) -> String {
    let roles = roles_of(&attendee.row, cx);
    let key = match attendee.here {
        Presence::Attends | Presence::KeyPlayer | Presence::Overdue | Presence::Known => return roles,
        Presence::Superior => "brief-boss",
        Presence::Conflict => "brief-conflict",
        Presence::Sways => "brief-sways",
        Presence::Swayed => "brief-swayed",
        Presence::Reports => "brief-report",
    };
    let name = brief.who.first().map(|a| called(brief, a.row.person)).unwrap_or_default();
    let what = cx.words.with(key, &[("name", &name)]);
    if attendee.row.roles.is_empty() { what } else { format!("{what} · {roles}") }
}

/// The sign of a stance with its day; how many days old what is stale is.
fn stance(row: &PersonRow, cx: &Context<'_>) -> Cell {
    let Some(stance) = row.stance else { return Cell::toned("?", Tone::Muted) };
    let (sign, tone) = match stance {
        Stance::Champion => ("++", Tone::Good),
        Stance::Supporter => ("+", Tone::Good),
        Stance::Neutral => ("·", Tone::Text),
        Stance::Sceptic => ("−", Tone::Bad),
        Stance::Blocker => ("−−", Tone::Bad),
    };
    let since = row.stance_on.map(|on| match stale(on, cx.today) {
        Some(days) => cx.words.with("value-days", &[("days", &days.to_string())]),
        None => day::column(on, cx.today, cx.words),
    });
    let tone = if row.stance_is_stale(cx.today) { Tone::Warn } else { tone };
    Cell::toned(format!("{sign} {}", since.unwrap_or_default()), tone)
}

/// `wants: … · worries: …`: the first line of each that is known; the language where it is another than ours.
fn moves(attendee: &Attendee, most: usize, cx: &Context<'_>) -> String {
    let of = &attendee.person;
    let language = if of.language == cx.words.lang().code() { "" } else { &of.language };
    let parts = [
        ("brief-wants", of.wants.as_str()),
        ("brief-worries", &of.worries),
        ("brief-personal", &of.personal),
        ("brief-style", &of.style),
        ("brief-language", language),
    ];
    let known = parts.into_iter().filter_map(|(key, text)| {
        let text = one_line(text.lines().find(|l| !l.trim().is_empty())?);
        Some(cx.words.with(key, &[("text", cut(text.trim(), most).trim_end_matches('.'))]))
    });
    known.collect::<Vec<_>>().join(" · ")
}
