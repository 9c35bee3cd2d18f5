//! What is known of a person at an account, in words: roles, stance, influence, interest, each since when and from where.
use super::row::{lateness_role, role_word};
use crate::domain::cadence::Contact;
use crate::domain::choice::{Aspect, BuyingRole, Choice, Stance};
use crate::domain::day::days_between;
use crate::domain::evidence::{Evidence, current};
use crate::lang::{choice, day};
use crate::lens::Cx;
use crate::report::person::{cause, since};
use crate::store::query::people::PersonRow;
use crate::store::query::person::PersonPage;
use crate::ui::text::cut;
use crate::ui::{Glyphs, Role, Span};

/// From how many columns on it is said of what was set by hand.
const ROOMY: usize = 40;

/// A label and what stands beside it, on one line or more.
pub(super) type Labelled = (&'static str, Vec<Vec<Span>>);

/// Roles, stance, influence, interest and contact.
pub(super) fn known(
    row: &PersonRow,
    page: &PersonPage,
    room: usize,
    glyphs: Glyphs,
    cx: &Cx<'_>,
) -> Vec<Labelled> {
    let mut facts = Vec::new();
    if row.membership.is_some() {
        facts.push(("people-label-roles", roles(page, room, cx)));
        facts.push(("people-label-stance", stance(row, page, room, glyphs, cx)));
        facts.push(("people-label-influence", influence(row, page, room, cx)));
        if let Some(fact) = newest(page, Aspect::Interest) {
            let value =
                vec![Span::text(format!("{} ", fact.value)), Span::muted(cx.words.get("people-weight-set"))];
            facts.push(("people-label-interest", with_evidence(value, fact, room, cx)));
        }
    }
    facts.push(("people-label-contact", vec![contact(row, cx)]));
    facts
}

fn newest(page: &PersonPage, aspect: Aspect) -> Option<&Evidence> {
    current(&page.facts, aspect).into_iter().next()
}

/// The value and since when; beneath it the conversation, or beside it, where there is room, that there was none.
fn with_evidence(mut value: Vec<Span>, fact: &Evidence, room: usize, cx: &Cx<'_>) -> Vec<Vec<Span>> {
    let values = cx.values();
    let (since, cause) = (since(fact.on, &values), cause(fact, &values));
    if fact.cause.is_none() {
        let by_hand = if room >= ROOMY { format!(", {cause}") } else { String::new() };
        value.push(Span::muted(format!("  {since}{by_hand}")));
        return vec![value];
    }
    value.push(Span::muted(format!("  {since}")));
    vec![value, vec![Span::muted(cut(&cause, room))]]
}

/// Roles learned together stand together.
fn roles(page: &PersonPage, room: usize, cx: &Cx<'_>) -> Vec<Vec<Span>> {
    let held = current(&page.facts, Aspect::Role);
    if held.is_empty() {
        let key = cx.key(crate::command::Command::SetValue);
        return vec![vec![Span::new(cx.words.with("people-no-role", &[("key", &key)]), Role::Warn)]];
    }
    let from = |fact: &Evidence| (fact.on, fact.cause.as_ref().map(|heard| heard.id));
    let mut lines = Vec::new();
    let mut left = held;
    while let Some(first) = left.first().copied() {
        let (together, rest) = left.into_iter().partition::<Vec<_>, _>(|fact| from(fact) == from(first));
        let names: Vec<_> = BuyingRole::ALL
            .iter()
            .filter(|role| together.iter().any(|fact| fact.value == role.name()))
            .map(|role| role_name(*role, page, cx))
            .collect();
        lines.extend(with_evidence(vec![Span::text(names.join(", "))], first, room, cx));
        left = rest;
    }
    lines
}

/// The word of a role; that of a role with a name of its own is its name.
fn role_name(role: BuyingRole, page: &PersonPage, cx: &Cx<'_>) -> String {
    let other = page.membership.as_ref().map_or("", |m| m.other_role.as_str());
    if role == BuyingRole::Other && !other.is_empty() { other.to_owned() } else { role_word(role, cx) }
}

fn stance(row: &PersonRow, page: &PersonPage, room: usize, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Vec<Span>> {
    let (Some(known), Some(fact)) = (row.stance, newest(page, Aspect::Stance)) else {
        return vec![vec![Span::muted(format!("? {}", cx.words.get("people-stance-unknown")))]];
    };
    let word = choice::show(Stance::SET, known.name(), cx.words);
    let value = vec![Span::text(format!("{} {word}", glyphs.stance(Some(known))))];
    with_evidence(value, fact, room, cx)
}

fn influence(row: &PersonRow, page: &PersonPage, room: usize, cx: &Cx<'_>) -> Vec<Vec<Span>> {
    let known = !row.roles.is_empty() || row.stance == Some(Stance::Champion);
    let key = match (row.weight.assumed, known) {
        (false, _) => "people-weight-set",
        (true, true) => "people-weight-assumed",
        (true, false) => "people-weight-unknown",
    };
    let value = vec![Span::text(format!("{} ", row.weight.w)), Span::muted(cx.words.get(key))];
    match newest(page, Aspect::Influence) {
        Some(fact) => with_evidence(value, fact, room, cx),
        None => vec![value],
    }
}

fn contact(row: &PersonRow, cx: &Cx<'_>) -> Vec<Span> {
    let words = cx.words;
    if let Some(left) = row.left_on {
        let day = day::show(left, words);
        return Span::muted(words.with("people-left-on", &[("day", &day)])).into();
    }
    if row.placeholder {
        let key = cx.key(crate::command::Command::Edit);
        return Span::new(words.with("people-sought-how", &[("key", &key)]), Role::Warn).into();
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
