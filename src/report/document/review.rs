//! The business review of an account: what became of what was agreed, then what the figures say, mean and ask for.
use super::plan::{glance, none, picture};
use super::points::points;
use super::section::{self, titled};
use super::when;
use crate::domain::choice::Side;
use crate::domain::score::Source;
use crate::lang::day;
use crate::lang::value::Context;
use crate::report::block::{Block, Cell, Column, Figure, Table, Tone};
use crate::report::paper::Paper;
use crate::report::papers::internal;
use crate::report::picture::series;
use crate::report::picture::timeline::{Depth, gantt};
use crate::store::query::portrait::Portrait;

/// The review of the days of the portrait.
pub fn review(of: &Portrait, cx: &Context<'_>) -> Paper {
    let mut blocks = actions(of, cx);
    blocks.extend(when::then(of, cx));
    blocks.extend(glance(of, cx));
    blocks.extend(section::indicators(of, cx));
    blocks.extend(section::worth_drawing(of).filter_map(|one| series::trend(one, cx)).map(picture));
    blocks.extend(asks(of, cx));
    match of.plan() {
        None => blocks.push(none(of, cx)),
        Some(plan) => {
            blocks.extend(titled("document-objectives", section::objectives(plan, cx), cx));
            blocks.extend(gantt(plan, Depth::Initiatives, cx).map(picture));
        }
    }
    blocks.extend(section::problems(of, cx));
    blocks.extend(titled("document-ahead", when::ahead(of, cx), cx));
    let title = cx.words.with("document-review", &[("account", &of.page.account.name)]);
    internal(title, day::span(of.days, cx.words), blocks, cx)
}

/// What became of what was agreed: promises of both sides, what was reached, what was decided.
fn actions(of: &Portrait, cx: &Context<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (side, key) in [(Side::Ours, "document-we-promised"), (Side::Theirs, "document-they-promised")] {
        blocks.extend(titled(key, section::promises(of, side, cx), cx));
    }
    let columns = || {
        vec![
            Column::short(cx.words.get("document-head-day")),
            Column::text(cx.words.get("document-head-what")),
        ]
    };
    let mut reached = Table::new(columns());
    for one in &of.reached {
        let (kind, id) = one.record;
        reached.push(
            Some((kind, id)),
            vec![day::column(one.on, cx.today, cx.words).into(), one.name.clone().into()],
        );
    }
    blocks.extend(titled("document-reached", reached, cx));
    let mut decided = Table::new(columns());
    for row in of.decisions.iter().filter(|row| row.decision.decided_on.is_some_and(|on| of.tells_of(on))) {
        let cells = vec![section::on(row.decision.decided_on, cx).into(), row.decision.name.clone().into()];
        decided.push_from(
            Some(Source::Record(crate::domain::kind::Kind::Decision, row.decision.head.id)),
            cells,
        );
    }
    blocks.extend(titled("document-decided", decided, cx));
    if blocks.is_empty() {
        blocks.push(Block::Callout(Tone::Muted, cx.words.get("document-no-actions")));
    }
    blocks
}

/// Fact, implication, ask, one after the other; then all that is asked in one place.
fn asks(of: &Portrait, cx: &Context<'_>) -> Vec<Block> {
    let found = points(of, cx);
    if found.is_empty() {
        return vec![Block::Callout(Tone::Good, cx.words.get("document-no-points"))];
    }
    let words = cx.words;
    let mut blocks = vec![Block::heading_with(words.get("document-points"), found.len().to_string())];
    let mut table = Table::new(vec![
        Column::number(""),
        Column::text(words.get("document-head-ask")),
        Column::text(words.get("document-head-about")),
    ]);
    for (at, point) in (1..).zip(found) {
        blocks.push(Block::subheading(point.about.clone()));
        blocks.push(Block::Figures(vec![
            Figure::new(words.get("document-fact"), point.fact).tone(point.tone),
            Figure::new(words.get("document-means"), point.means),
            Figure::new(words.get("document-asks"), point.ask.clone()).from(point.source),
        ]));
        let about = Cell::toned(point.about, Tone::Muted);
        table.push_from(point.source, vec![at.to_string().into(), point.ask.into(), about]);
    }
    blocks.extend([Block::heading(words.get("document-all-asks")), Block::Table(table)]);
    blocks
}
