//! The accounts at a glance, as a table.
use crate::domain::kind::Kind;
use crate::domain::scorecard::Rag;
use crate::lang::day;
use crate::lang::value::Context;
use crate::report::block::{Block, Cell, Column, Table, Tone};
use crate::report::glance::Glance;
use crate::report::indicator::glyph;
use crate::report::plain::spark;
use crate::store::query::today::{Card, Today};

/// What stands for a figure that is not known.
const UNKNOWN: &str = "–";

/// The table of the accounts; nothing without one.
pub(super) fn cards(today: &Today, cx: &Context<'_>) -> Vec<Block> {
    if today.cards.is_empty() {
        return Vec::new();
    }
    let words = cx.words;
    let mut table = Table::new(vec![
        Column::text(words.get("report-account")),
        Column::number(words.get("glance-health")),
        Column::number(words.get("glance-to-date")),
        Column::short(words.get("glance-months")).leaving(3),
        Column::short(words.get("glance-kpis")),
        Column::number(words.get("report-last")),
        Column::number(words.get("report-next")).leaving(2),
        Column::number(words.get("report-open")).leaving(1),
        Column::number(words.get("report-ours-late")).leaving(4),
        Column::number(words.get("report-theirs-late")).leaving(5),
        Column::number(words.get("report-past-cadence")).leaving(6),
        Column::number(words.get("report-urgent")),
    ]);
    for card in &today.cards {
        let mut cells = figures(Glance::of(today, card.account), cx);
        cells.insert(0, card.name.clone().into());
        cells.extend(people(card, cx));
        table.push(Some((Kind::Account, card.account)), cells);
    }
    let mut blocks = vec![Block::heading(words.get("report-accounts")), Block::Table(table)];
    for card in &today.cards {
        let left_out = Glance::of(today, card.account).revenue.and_then(|one| one.left_out.as_ref());
        blocks.extend(left_out.map(|why| Block::Paragraph(format!("{}: {}", card.name, words.say(why)))));
    }
    blocks
}

fn figures(of: Glance<'_>, cx: &Context<'_>) -> Vec<Cell> {
    let trend = match of.direction() {
        Some(1..) => " ▲",
        Some(0) => " ▬",
        Some(..0) => " ▼",
        None => "",
    };
    let tone = match of.health.and_then(|h| h.health.band.as_ref()) {
        Some(Rag::OnTrack) => Tone::Good,
        Some(Rag::AtRisk) => Tone::Warn,
        Some(Rag::Off) => Tone::Bad,
        Some(Rag::Stale | Rag::Unknown(_)) | None => Tone::Text,
    };
    let health = of.points(cx).map_or_else(|| UNKNOWN.to_owned(), |points| format!("{points}{trend}"));
    let to_date = of.to_date(cx).map(|(share, target)| format!("{share} {target}").trim_end().to_owned());
    let months: Vec<f64> = of.months().into_iter().flatten().collect();
    let dots: String = of.dots().into_iter().map(glyph).collect();
    vec![
        Cell::toned(health, tone),
        to_date
            .unwrap_or_else(|| if of.revenue.is_some() { UNKNOWN.to_owned() } else { String::new() })
            .into(),
        Cell::toned(spark(&months), Tone::Muted),
        dots.into(),
    ]
}

fn people(card: &Card, cx: &Context<'_>) -> Vec<Cell> {
    let last = card.last.map_or_else(|| cx.words.get("value-never"), |d| day::ago(d, cx.today, cx.words));
    let next = card.next.map(|d| day::due(d, cx.today, cx.words)).unwrap_or_default();
    vec![
        last.into(),
        next.into(),
        card.open.to_string().into(),
        count(card.ours_overdue, Tone::Bad),
        count(card.theirs_overdue, Tone::Warn),
        format!("{} / {}", card.past_cadence, card.people).into(),
        count(card.urgent, Tone::Accent),
    ]
}

/// A count that says nothing while it is 0.
fn count(n: usize, tone: Tone) -> Cell {
    Cell::toned(n.to_string(), if n == 0 { Tone::Muted } else { tone })
}
