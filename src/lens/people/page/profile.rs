//! What is looked up of a person: strength, how to reach them, who of ours knows them, notes, their place.
use chrono::NaiveDate;

use super::{LABEL, Line, Page};
use crate::domain::day::{days_between, next_anniversary};
use crate::domain::kind::Kind;
use crate::lang::{day, field};
use crate::lens::Cx;
use crate::lens::people::fact::{Labelled, strength_parts};
use crate::lens::people::why::{decimal, points};
use crate::store::query::people::PersonRow;
use crate::store::query::person::PersonPage;
use crate::ui::text::{visible, width};
use crate::ui::{Glyphs, Role, Span, markdown, meter};

/// The strength with the points of its parts.
pub(super) fn strength(out: &mut Page, row: &PersonRow, g: Glyphs, cx: &Cx<'_>) {
    let score = decimal(row.strength.score.round(), cx.words.lang());
    out.section("people-label-strength", Some(format!("{score} / 100")), cx);
    if row.strength.days.is_none() {
        out.text(&[Span::muted(visible(&cx.words.get("report-strength-never")))]);
        return;
    }
    let names: Vec<_> = strength_parts(row).iter().map(|p| visible(&cx.words.get(p.0))).collect();
    let wide = names.iter().map(|n| width(n)).max().unwrap_or(0).max(LABEL);
    let figures: Vec<_> = strength_parts(row).iter().map(|(_, value, of)| points(*value, *of, cx)).collect();
    // The points are never cut: the bars take what they leave.
    let most = figures.iter().map(|f| width(f)).max().unwrap_or(0);
    let bars = out.room.saturating_sub(wide + 4 + most).clamp(1, 10);
    for ((name, points), (_, value, _)) in names.iter().zip(figures).zip(strength_parts(row)) {
        let gap = " ".repeat(wide + 2 - width(name));
        let (full, rest) = bar(g, value, bars);
        let line = vec![
            Span::muted(format!("{name}{gap}")),
            Span::new(full, Role::Accent),
            Span::muted(rest),
            Span::muted(format!("  {points}")),
        ];
        out.lines.push(line.into());
    }
}

/// A gauge in two parts: what is filled and what is not.
fn bar(g: Glyphs, share: f64, wide: usize) -> (String, String) {
    let gauge = meter::gauge(g, share, wide);
    let full = gauge.trim_end_matches(g.or("░", ".")).to_owned();
    let rest = gauge.strip_prefix(full.as_str()).unwrap_or_default().to_owned();
    (full, rest)
}

/// Through whom one gets to them, their addresses, their language, how they like to work.
pub(super) fn reach(out: &mut Page, page: &PersonPage, cx: &Cx<'_>) {
    let person = &page.person;
    let language = Some(&person.language).filter(|l| !l.is_empty());
    let nothing = page.reached.is_empty() && person.emails.is_empty() && person.phones.is_empty();
    if nothing && language.is_none() {
        return;
    }
    out.section("person-reach", None, cx);
    for (step, via) in page.reached.iter().enumerate() {
        let key = if step == 0 { "people-label-via" } else { "person-through" };
        let last = via.last.map_or_else(|| cx.words.get("value-never"), |d| day::ago(d, cx.today, cx.words));
        let label = visible(&cx.words.get(key));
        let gap = " ".repeat((LABEL + 2).saturating_sub(width(&label)).max(1));
        let name = Span::text(visible(&via.name));
        out.item(vec![Span::muted(format!("{label}{gap}")), name], Some(Span::muted(last)));
    }
    let texts = |all: &[String]| all.iter().map(|t| vec![Span::text(visible(t))]).collect::<Vec<_>>();
    let language: Vec<_> = language.into_iter().cloned().collect();
    let all = [
        ("people-label-email", texts(&person.emails)),
        ("people-label-phone", texts(&person.phones)),
        ("people-label-language", texts(&language)),
    ];
    out.facts(all.into_iter().filter(|(_, lines)| !lines.is_empty()).collect(), cx);
}

/// Who of ours has spoken to them, and when last.
pub(super) fn known_to(out: &mut Page, page: &PersonPage, cx: &Cx<'_>) {
    if page.known_to.is_empty() {
        return;
    }
    out.section("person-known-to", None, cx);
    for one in &page.known_to {
        let talks = cx.words.with("person-known-talks", &[("count", &one.met.count.to_string())]);
        let last = Span::muted(day::ago(one.met.last, cx.today, cx.words));
        let spans = vec![Span::text(visible(&one.name)), Span::muted(format!("  {talks}"))];
        out.lines.push(Line { end: Some(last), ..spans.into() });
    }
}

/// How they like to work, what they want, what worries them, what a friend would remember.
pub(super) fn notes(out: &mut Page, page: &PersonPage, g: Glyphs, cx: &Cx<'_>) {
    let person = &page.person;
    let notes = [
        ("style", &person.style),
        ("wants", &person.wants),
        ("worries", &person.worries),
        ("personal", &person.personal),
    ];
    for (name, text) in notes.into_iter().filter(|(_, t)| !t.trim().is_empty()) {
        out.gap();
        let title = Span::new(field::label(Kind::Person, name, cx.words), Role::Heading);
        out.lines.push(vec![title].into());
        let text: String = text.chars().take(20_000).collect();
        out.lines.extend(markdown::lines(&text, out.room, g).into_iter().map(Line::from));
    }
}

/// Whom they report to, who reports to them, since when they are there, where else they are, their birthday.
pub(super) fn places(out: &mut Page, page: &PersonPage, cx: &Cx<'_>) {
    let one = |name: &str| vec![Span::text(visible(name))];
    let mut facts: Vec<Labelled> = Vec::new();
    if !page.reports.is_empty() {
        let names: Vec<_> = page.reports.iter().map(|n| n.1.as_str()).collect();
        facts.push(("people-label-reports", vec![one(&names.join(", "))]));
    }
    if let Some(since) = page.membership.as_ref().and_then(|m| m.since) {
        facts.push(("people-label-since", vec![one(&day::show(since, cx.words))]));
    }
    let other = |(_, name, over): &(crate::domain::Id, String, bool)| {
        if *over { cx.words.with("people-formerly", &[("account", name)]) } else { name.clone() }
    };
    let elsewhere: Vec<_> = page.elsewhere.iter().map(other).collect();
    if !elsewhere.is_empty() {
        facts.push(("people-label-elsewhere", vec![one(&elsewhere.join(", "))]));
    }
    facts.extend(page.person.birthday.map(|b| ("people-label-birthday", vec![birthday(b, cx)])));
    if facts.is_empty() && page.reports_to.is_none() {
        return;
    }
    out.section("people-profile", None, cx);
    if let Some((_, name)) = &page.reports_to {
        let label = visible(&cx.words.get("people-label-reports-to"));
        let gap = " ".repeat((LABEL + 2).saturating_sub(width(&label)).max(2));
        out.item(vec![Span::muted(format!("{label}{gap}")), Span::text(visible(name))], None);
    }
    out.facts(facts, cx);
}

/// The day, and how soon it is if that is within two weeks.
fn birthday(of: NaiveDate, cx: &Cx<'_>) -> Vec<Span> {
    let ahead = days_between(cx.today, next_anniversary(of, cx.today));
    let mut spans = vec![Span::text(day::day_month(of, cx.words))];
    if ahead == 0 {
        spans.push(Span::new(format!("  {}", cx.words.get("value-today")), Role::Accent));
    } else if ahead <= 14 {
        let soon = cx.words.with("value-days-ahead", &[("days", &ahead.to_string())]);
        spans.push(Span::new(format!("  {soon}"), Role::Accent));
    }
    spans
}
