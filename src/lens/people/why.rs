//! How strength, cadence and the catch-up order of a person are made (§1, §2, §3).
use crate::domain::cadence::{Rhythm, lateness};
use crate::domain::choice::{Choice, Stance};
use crate::lang::{Lang, choice, number};
use crate::lens::{Cx, Why};
use crate::report::block::{Block, Figure};
use crate::store::query::log::LogRow;
use crate::store::query::people::PersonRow;

/// The explanation of a row, with the newest conversations it rests on where they are known.
pub(super) fn why(row: &PersonRow, log: &[&LogRow], cx: &Cx<'_>) -> Why {
    let words = cx.words;
    let mut blocks = crate::report::strength::explain(row, log, &cx.values());
    if !row.do_not_contact {
        // Behind the strength and its formula, before the conversations.
        let at = blocks.iter().skip(1).position(|b| matches!(b, Block::Heading { .. }));
        let at = at.map_or(blocks.len(), |at| at + 1);
        let rule = Block::Paragraph(words.get("people-why-rule"));
        blocks.splice(at..at, [Block::Figures(contact(row, cx)), rule]);
    }
    Why::of(blocks)
}

fn contact(row: &PersonRow, cx: &Cx<'_>) -> Vec<Figure> {
    let words = cx.words;
    let lang = words.lang();
    let days = row.cadence.to_string();
    let roles = roles(row, cx);
    let key = if row.rhythm == Rhythm::Own { "people-why-cadence-set" } else { "people-why-cadence" };
    let late = lateness(row.last, row.cadence, cx.today);
    let of = match row.strength.days {
        Some(d) => {
            let (d, c) = (d.to_string(), row.cadence.to_string());
            words.with("people-why-late", &[("late", &decimal(late, lang)), ("d", &d), ("c", &c)])
        }
        None => words.get("people-why-never"),
    };
    let order = row.catch_up(cx.today);
    let (late, w) = (decimal(late, lang), row.weight.w.to_string());
    let order = [("order", decimal(order, lang)), ("late", late), ("w", w)];
    let order: Vec<_> = order.iter().map(|(n, v)| (*n, v.as_str())).collect();
    vec![
        Figure::new(words.get("report-cadence"), words.with(key, &[("days", &days), ("roles", &roles)])),
        Figure::new(words.get("report-lateness"), of),
        Figure::new(words.get("people-why-order"), words.with("people-why-order-of", &order)),
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
