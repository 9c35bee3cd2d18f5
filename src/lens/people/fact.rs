//! What is known of a person at an account, in words: roles, stance, influence, each since when and from where.
use super::row::{lateness_role, role_word, stance};
use crate::domain::cadence::Contact;
use crate::domain::choice::{Aspect, BuyingRole, Channel, Choice, Stance};
use crate::domain::day::days_between;
use crate::lang::{choice, day};
use crate::lens::Cx;
use crate::store::query::people::PersonRow;
use crate::store::query::person::{FactRow, PersonPage};
use crate::ui::markdown::first_line;
use crate::ui::text::cut;
use crate::ui::{Glyphs, Role, Span};

/// A label and what stands beside it, on one line or more.
pub(super) type Labelled = (&'static str, Vec<Vec<Span>>);

/// Roles, stance, influence and contact.
pub(super) fn known(
    row: &PersonRow,
    page: &PersonPage,
    room: usize,
    glyphs: Glyphs,
    cx: &Cx<'_>,
) -> Vec<Labelled> {
    let mut facts = Vec::new();
    if row.membership.is_some() {
        facts.push(("people-label-roles", vec![roles(row, page, cx)]));
        facts.push(("people-label-stance", stance_lines(row, page, room, glyphs, cx)));
        facts.push(("people-label-influence", vec![influence(row, cx)]));
    }
    facts.push(("people-label-contact", vec![contact(row, cx)]));
    facts
}

fn roles(row: &PersonRow, page: &PersonPage, cx: &Cx<'_>) -> Vec<Span> {
    if row.roles.is_empty() {
        let key = cx.key(crate::command::Command::SetValue);
        return Span::new(cx.words.with("people-no-role", &[("key", &key)]), Role::Warn).into();
    }
    let mut spans = Vec::new();
    for role in BuyingRole::ALL.iter().filter(|role| row.roles.contains(role)) {
        let other = page.membership.as_ref().map_or("", |m| m.other_role.as_str());
        let named = *role == BuyingRole::Other && !other.is_empty();
        let word = if named { other.to_owned() } else { role_word(*role, cx) };
        let comma = if spans.is_empty() { "" } else { ", " };
        spans.push(Span::text(format!("{comma}{word}")));
        if let Some(fact) = newest(page, Aspect::Role, Some(role.name())) {
            spans.push(Span::muted(format!(" {}", day::column(fact.on, cx.today, cx.words))));
        }
    }
    spans
}

fn newest<'a>(page: &'a PersonPage, aspect: Aspect, value: Option<&str>) -> Option<&'a FactRow> {
    page.facts.iter().find(|f| f.aspect == aspect && value.is_none_or(|v| f.value == v))
}

fn stance_lines(
    row: &PersonRow,
    page: &PersonPage,
    room: usize,
    glyphs: Glyphs,
    cx: &Cx<'_>,
) -> Vec<Vec<Span>> {
    let Some(known) = row.stance else {
        return vec![vec![Span::muted(format!("? {}", cx.words.get("people-stance-unknown")))]];
    };
    let mut sign = stance(row, glyphs, cx);
    sign.truncate(1);
    let word = choice::show(Stance::SET, known.name(), cx.words);
    let mut line = sign;
    if let Some(span) = line.first_mut() {
        span.text = format!("{} {word}", span.text.trim_end());
    }
    if let Some(on) = row.stance_on {
        let age = days_between(on, cx.today);
        let day = day::column(on, cx.today, cx.words);
        let key = if age > 120 { "people-stale-since" } else { "people-since" };
        let since = cx.words.with(key, &[("day", &day), ("days", &age.to_string())]);
        line.push(Span::muted(format!("  {since}")));
    }
    let mut lines = vec![line];
    if let Some(fact) = newest(page, Aspect::Stance, None) {
        lines.push(vec![Span::muted(cut(&cause(fact, cx), room))]);
    }
    lines
}

/// From where it is known.
fn cause(fact: &FactRow, cx: &Cx<'_>) -> String {
    let Some(cause) = &fact.cause else { return cx.words.get("people-by-hand") };
    let kind = choice::show(Channel::SET, cause.channel.name(), cx.words);
    format!("{kind}: {}", first_line(&cause.text, 80))
}

fn influence(row: &PersonRow, cx: &Cx<'_>) -> Vec<Span> {
    let known = !row.roles.is_empty() || row.stance == Some(Stance::Champion);
    let key = match (row.weight.assumed, known) {
        (false, _) => "people-weight-set",
        (true, true) => "people-weight-assumed",
        (true, false) => "people-weight-unknown",
    };
    vec![Span::text(format!("{} ", row.weight.w)), Span::muted(cx.words.get(key))]
}

fn contact(row: &PersonRow, cx: &Cx<'_>) -> Vec<Span> {
    let words = cx.words;
    if let Some(left) = row.left_on {
        let day = day::show(left, words);
        return Span::muted(words.with("people-left-on", &[("day", &day)])).into();
    }
    if row.do_not_contact {
        return Span::new(words.get("people-do-not-contact"), Role::Warn).into();
    }
    let days = row.last.map_or(0, |last| days_between(last, cx.today)).to_string();
    let key = if days == "0" && row.last.is_some() { "people-contact-today" } else { late_key(row) };
    let said = words.with(key, &[("days", &days), ("cadence", &row.cadence.to_string())]);
    let mut spans = vec![Span::new(said, lateness_role(row, cx))];
    if let Some(until) = row.not_before.filter(|day| *day > cx.today) {
        let day = day::near(until, cx.today, words);
        spans.push(Span::muted(format!("  {}", words.with("people-not-before", &[("day", &day)]))));
    }
    spans
}

const fn late_key(row: &PersonRow) -> &'static str {
    match (row.last, row.contact) {
        (None, _) => "people-contact-never",
        (Some(_), Contact::Fresh) => "people-contact-fresh",
        (Some(_), Contact::Due) => "people-contact-due",
        (Some(_), Contact::Overdue | Contact::Never) => "people-contact-overdue",
    }
}

/// The parts of the strength, each with its points.
pub(super) fn strength_parts(row: &PersonRow) -> [(&'static str, f64, f64); 4] {
    let s = &row.strength;
    [
        ("report-strength-recency", s.r, 35.0),
        ("report-strength-frequency", s.f, 25.0),
        ("report-strength-depth", s.d, 25.0),
        ("report-strength-two-way", s.t, 15.0),
    ]
}
