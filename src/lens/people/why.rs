//! How strength, cadence and the catch-up order of a person are made (§1, §2, §3).
use super::order::urgency;
use crate::domain::cadence::{cadence, lateness};
use crate::domain::choice::{Choice, Stance};
use crate::domain::settings::Settings;
use crate::lang::{Lang, choice, number};
use crate::lens::{Cx, Why};
use crate::report::block::Block;
use crate::store::query::people::PersonRow;

/// The explanation of a row.
pub(super) fn why(row: &PersonRow, cx: &Cx<'_>) -> Why {
    let words = cx.words;
    let mut parts = Vec::new();
    let mut rule = Vec::new();
    for block in crate::report::strength::explain(row, &[], &cx.values()) {
        match block {
            Block::Heading { text, note } => parts.push((text, note)),
            Block::Figures(figures) => {
                parts.extend(figures.into_iter().map(|f| (f.label, format!("{}   {}", f.value, f.note))));
            }
            Block::Paragraph(text) => rule.push(text),
            Block::Callout(..) | Block::Table(_) => {}
        }
    }
    let title = if parts.is_empty() { row.name.clone() } else { parts.remove(0).0 };
    let score = decimal(row.strength.score, words.lang());
    parts.insert(0, (words.get("people-label-strength"), format!("{score} / 100")));
    if !row.do_not_contact {
        parts.extend(contact(row, cx));
        rule.push(words.get("people-why-rule"));
    }
    Why { title, parts, rule: rule.join(" ") }
}

fn contact(row: &PersonRow, cx: &Cx<'_>) -> Vec<(String, String)> {
    let words = cx.words;
    let lang = words.lang();
    let days = row.cadence.to_string();
    let roles = roles(row, cx);
    // The settings of the book are not known here; where the roles do not give the cadence, it is the person's or the book's own.
    let key = if row.cadence == cadence(None, &row.roles, row.stance, &Settings::standard()) {
        "people-why-cadence"
    } else {
        "people-why-cadence-set"
    };
    let late = lateness(row.last, row.cadence, cx.today);
    let of = match row.strength.days {
        Some(d) => {
            let (d, c) = (d.to_string(), row.cadence.to_string());
            words.with("people-why-late", &[("late", &decimal(late, lang)), ("d", &d), ("c", &c)])
        }
        None => words.get("people-why-never"),
    };
    let order = urgency(row, cx.today).max(0.0);
    let (late, w) = (decimal(late, lang), row.weight.w.to_string());
    vec![
        (words.get("report-cadence"), words.with(key, &[("days", &days), ("roles", &roles)])),
        (words.get("report-lateness"), of),
        (
            words.get("people-why-order"),
            words
                .with("people-why-order-of", &[("order", &decimal(order, lang)), ("late", &late), ("w", &w)]),
        ),
    ]
}

fn roles(row: &PersonRow, cx: &Cx<'_>) -> String {
    let mut roles: Vec<_> = row.roles.iter().map(|r| super::row::role_word(*r, cx)).collect();
    if row.stance == Some(Stance::Champion) {
        roles.push(choice::show(Stance::SET, Stance::Champion.name(), cx.words));
    }
    if roles.is_empty() { cx.words.get("report-no-role") } else { roles.join(", ") }
}

/// One decimal at the most.
#[expect(clippy::cast_possible_truncation, reason = "scores are below a thousand")]
pub(super) fn decimal(value: f64, lang: Lang) -> String {
    number::show_scaled(lang, (value * 10.0).round() as i64 * 1000)
}

/// Points of a part of the strength in words.
pub(super) fn points(value: f64, of: f64, cx: &Cx<'_>) -> String {
    let lang = cx.words.lang();
    cx.words
        .with("report-strength-points", &[("points", &decimal(value * of, lang)), ("of", &decimal(of, lang))])
}
