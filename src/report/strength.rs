//! How strong the relationship with a person is, and what the figure is made of (§2).
use super::block::{Block, Figure, Tone};
use super::need::{cadence_figures, decimal, weight_figure};
use super::talks::under;
use crate::domain::cadence::as_f64;
use crate::domain::choice::{BuyingRole, Choice, Stance};
use crate::lang::value::Context;
use crate::lang::{choice, day};
use crate::store::query::log::LogRow;
use crate::store::query::people::PersonRow;

/// The roles that cadence and weight follow from: `decider, champion`; the word for none where nothing is known.
pub(super) fn roles_of(person: &PersonRow, cx: &Context<'_>) -> String {
    let mut roles: Vec<_> =
        person.roles.iter().map(|r| choice::show(BuyingRole::SET, r.name(), cx.words)).collect();
    if person.stance == Some(Stance::Champion) {
        roles.push(choice::show(Stance::SET, Stance::Champion.name(), cx.words));
    }
    if roles.is_empty() { cx.words.get("report-no-role") } else { roles.join(", ") }
}

/// The strength with its four parts, its formula, and the newest conversations it rests on.
pub fn explain(person: &PersonRow, log: &[&LogRow], cx: &Context<'_>) -> Vec<Block> {
    let words = cx.words;
    let s = &person.strength;
    let score = decimal(s.score, 0, cx);
    let mut blocks = vec![Block::heading_with(
        words.with("report-strength", &[("name", &person.name)]),
        format!("{score} / 100"),
    )];
    let Some(days) = s.days else {
        blocks.push(Block::Paragraph(words.get("report-strength-never")));
        return blocks;
    };
    let (days, c, n90) = (days.to_string(), person.cadence.to_string(), s.n90.to_string());
    let usual = decimal(90.0 / as_f64(person.cadence.max(1)), 1, cx);
    let part = |key: &str, value: f64, points: f64, args: &[(&str, &str)]| {
        Figure::new(
            words.get(key),
            words.with(
                "report-strength-points",
                &[("points", &decimal(value * points, 1, cx)), ("of", &decimal(points, 0, cx))],
            ),
        )
        .gauge(value)
        .note(words.with(&format!("{key}-note"), args))
    };
    blocks.push(Block::Figures(vec![
        part("report-strength-recency", s.r, 35.0, &[("days", &days), ("cadence", &c)]),
        part("report-strength-frequency", s.f, 25.0, &[("count", &n90), ("usual", &usual)]),
        part("report-strength-depth", s.d, 25.0, &[]),
        part("report-strength-two-way", s.t, 15.0, &[("share", &decimal(s.t * 100.0, 0, cx))]),
    ]));
    blocks.push(Block::Paragraph(words.get("report-strength-formula")));
    blocks.extend(under(log, "report-behind", cx));
    blocks
}

/// How a person stands against their cadence, and how much they weigh (§1, §3).
pub fn place(person: &PersonRow, cx: &Context<'_>) -> Vec<Figure> {
    let mut figures = cadence_figures(person.last, person.cadence, Some(person), cx);
    figures.push(weight_figure(person.weight.w, Some(person), cx));
    figures
}

/// Last contact against the cadence in a few words: `47 d, every 30`; who asked not to be contacted has no cadence.
pub fn contact(person: &PersonRow, cx: &Context<'_>) -> (String, Tone) {
    use crate::domain::cadence::Contact;
    let last = person.last.map_or_else(|| cx.words.get("value-never"), |d| day::ago(d, cx.today, cx.words));
    let tone = match person.contact {
        Contact::Fresh => Tone::Text,
        Contact::Due => Tone::Warn,
        Contact::Overdue | Contact::Never => Tone::Bad,
    };
    match person.every() {
        Some(days) => {
            (cx.words.with("report-contact", &[("last", &last), ("cadence", &days.to_string())]), tone)
        }
        None => (last, Tone::Muted),
    }
}
