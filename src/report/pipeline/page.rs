//! One sale whole: how it stands, who has a part in it, how it came here.
use super::{UNKNOWN, in_stage, pushed, sum};
use crate::domain::Id;
use crate::domain::choice::{Choice, Stage, Stance};
use crate::domain::kind::Kind;
use crate::domain::money::Money;
use crate::domain::pipeline::course::{Moment, Turn, slipped, stays, turns};
use crate::lang::value::Context;
use crate::lang::{capital, choice, day, money};
use crate::report::block::{Block, Cell, Column, Figure, Table, Tone};
use crate::report::indicator::share;
use crate::report::people::coverage::seat;
use crate::store::query::pipeline::{Part, Sale, SalePage};

/// The whole page. Rows of parts and contracts lead to their records, in the order in which the page has them.
pub fn page(page: &SalePage, cx: &Context<'_>) -> Vec<Block> {
    let words = cx.words;
    let mut blocks = vec![
        Block::heading_with(page.sale.deal.name.as_str(), page.sale.account_name.as_str()),
        Block::Figures(figures(&page.sale, cx)),
    ];
    blocks.extend((!page.notes.is_empty()).then(|| Block::Paragraph(page.notes.clone())));
    blocks.push(Block::heading_with(words.get("pipeline-people"), missing(page, cx)));
    if page.parts.is_empty() {
        blocks.push(Block::Paragraph(words.get("pipeline-no-people")));
    } else {
        blocks.push(Block::Table(people(&page.parts, cx)));
    }
    if !page.contracts.is_empty() {
        let mut table = Table::new(vec![Column::text(""), Column::number("")]);
        for (id, name, ends) in &page.contracts {
            let ends = ends
                .map(|on| words.with("report-contract-ends", &[("day", &day::column(on, cx.today, words))]));
            let cells = vec![name.as_str().into(), Cell::toned(ends.unwrap_or_default(), Tone::Muted)];
            table.push(Some((Kind::Contract, *id)), cells);
        }
        blocks.extend([Block::heading(words.get("pipeline-renews")), Block::Table(table)]);
    }
    blocks.extend(history(&page.sale, cx));
    blocks
}

/// How it stands.
fn figures(sale: &Sale, cx: &Context<'_>) -> Vec<Figure> {
    let words = cx.words;
    let label = |key: &str| words.get(&format!("pipeline-head-{key}"));
    let deal = &sale.deal;
    let stage = Figure::new(label("stage"), capital(&choice::word(deal.stage, words)));
    let stay = in_stage(sale, cx).filter(|_| deal.is_open());
    let mut figures = vec![
        stage.note(stay.map_or_else(String::new, |days| words.with("pipeline-for", &[("days", &days)]))),
    ];
    let amount = sale.amount.map_or_else(|| UNKNOWN.to_owned(), |amount| money::show(words.lang(), amount));
    let weighted = words.with("report-weighted", &[("amount", &sum(&deal.worth(), cx))]);
    let weighted = format!("{} · {weighted}", share(deal.chance(), cx));
    figures.push(Figure::new(label("amount"), amount).note(if deal.is_open() {
        weighted
    } else {
        String::new()
    }));
    figures.push(close(sale, cx));
    let mut named = |key: &str, kind, id: Option<Id>| {
        figures.extend(id.map(|id| Figure::new(label(key), cx.directory.name(kind, id))));
    };
    named("offering", Kind::Offering, sale.offering);
    named("unit", Kind::Unit, sale.unit);
    named("competitor", Kind::Competitor, sale.competitor);
    if deal.stage == Stage::Lost {
        let why = if sale.lost_reason.is_empty() {
            words.get("pipeline-no-reason")
        } else {
            sale.lost_reason.clone()
        };
        figures.push(Figure::new(label("reason"), why));
    }
    if deal.is_open() {
        let (next, tone) = match sale.next_step.as_str() {
            "" => (words.get("pipeline-no-next"), Tone::Warn),
            next => (next.to_owned(), Tone::Text),
        };
        figures.push(Figure::new(label("next"), next).tone(tone));
    }
    figures
}

/// When it is expected to close and how often that was put off, or when it closed.
fn close(sale: &Sale, cx: &Context<'_>) -> Figure {
    let words = cx.words;
    if let Some(on) = sale.deal.closed() {
        return Figure::new(words.get("pipeline-head-closed"), day::show(on, words));
    }
    let Some(on) = sale.deal.closes_on else {
        return Figure::new(words.get("pipeline-head-closes"), words.get("pipeline-no-close"))
            .tone(Tone::Muted);
    };
    let late = sale.is_late(cx.today);
    let mut notes = Vec::new();
    if late {
        notes.push(format!("! {}", day::due(on, cx.today, words)));
    }
    if sale.pushes > 0 {
        notes.push(words.with("pipeline-pushed", &[("times", &pushed(sale.pushes))]));
        let slipped = slipped(&sale.moments).filter(|days| *days > 0);
        notes.extend(slipped.map(|days| words.with("pipeline-slipped", &[("days", &days.to_string())])));
    }
    let figure = Figure::new(words.get("pipeline-head-closes"), day::show(on, words)).note(notes.join(" · "));
    figure.tone(if late { Tone::Bad } else { Tone::Text })
}

/// `nobody: buyer, champion`.
fn missing(page: &SalePage, cx: &Context<'_>) -> String {
    let seats: Vec<String> = page.gaps.iter().map(|gap| seat(*gap, cx)).collect();
    if seats.is_empty() {
        String::new()
    } else {
        cx.words.with("pipeline-gaps", &[("roles", &seats.join(", "))])
    }
}

/// Who, their role in this sale, how they stand to it, when we last spoke.
fn people(parts: &[Part], cx: &Context<'_>) -> Table {
    let words = cx.words;
    let mut table = Table::new(vec![
        Column::text(""),
        Column::text(""),
        Column::short(""),
        Column::number("").leaving(1),
    ]);
    for part in parts {
        let person = &part.person;
        let roles = if part.roles.is_empty() { &person.roles } else { &part.roles };
        let roles: Vec<String> = roles.iter().map(|role| choice::word(*role, words)).collect();
        let (roles, tone) = match (roles.is_empty(), part.roles.is_empty()) {
            (true, _) => (words.get("pipeline-no-role"), Tone::Warn),
            (false, true) => (roles.join(", "), Tone::Muted),
            (false, false) => (roles.join(", "), Tone::Text),
        };
        let stance =
            person.stance.map_or_else(|| "?".to_owned(), |s| choice::show(Stance::SET, s.name(), words));
        let last =
            person.last.map_or_else(|| words.get("pipeline-never"), |on| day::ago(on, cx.today, words));
        let cells = vec![
            person.name.as_str().into(),
            Cell::toned(roles, tone),
            Cell::toned(stance, Tone::Muted),
            Cell::toned(last, Tone::Muted),
        ];
        table.push(Some((Kind::Involvement, part.id)), cells);
        table.below(part.notes.lines().next().unwrap_or_default().to_owned());
    }
    table
}

/// How it stands, and how it came here: what the shell prints of its history.
pub fn course(sale: &Sale, cx: &Context<'_>) -> Vec<Block> {
    let title = Block::heading_with(sale.deal.name.as_str(), sale.account_name.as_str());
    [title, Block::Figures(figures(sale, cx))].into_iter().chain(history(sale, cx)).collect()
}

/// What changed, the newest first, and how long each stage lasted.
fn history(sale: &Sale, cx: &Context<'_>) -> Vec<Block> {
    let words = cx.words;
    let mut blocks = vec![Block::heading(words.get("pipeline-history"))];
    let turns = turns(&sale.moments);
    if turns.is_empty() {
        blocks.push(Block::Paragraph(words.get("pipeline-no-history")));
        return blocks;
    }
    let mut table = Table::new(vec![Column::number(""), Column::text("")]);
    for turn in turns.iter().rev() {
        let on = day::column(turn.now.day, cx.today, words);
        let tone = if turn.pushed { Tone::Warn } else { Tone::Text };
        let mut said = turned(turn, cx).into_iter();
        let first = said.next().unwrap_or_default();
        table.push(None, vec![Cell::toned(on, Tone::Muted), Cell::toned(first, tone)]);
        table.below(said.collect::<Vec<_>>().join(" · "));
    }
    blocks.push(Block::Table(table));
    let stay = |stage: Stage, days: i64| {
        let days = words.with("value-days", &[("days", &days.to_string())]);
        format!("{} {days}", choice::word(stage, words))
    };
    let stays = stays(&sale.moments, cx.today);
    let open: Vec<String> = stays
        .iter()
        .filter(|s| crate::domain::pipeline::is_open(s.stage))
        .map(|s| stay(s.stage, s.days))
        .collect();
    if open.len() > 1 {
        blocks.push(Block::Paragraph(words.with("pipeline-stays", &[("stays", &open.join(" · "))])));
    }
    blocks
}

/// What changed on a day: `proposal → negotiation`, `€120,000 → €98,000`, `close put off from 1 Nov to 11 Dec`.
fn turned(turn: &Turn, cx: &Context<'_>) -> Vec<String> {
    let words = cx.words;
    let Moment { stage, closes_on, amount, .. } = turn.now;
    let on = |day: chrono::NaiveDate| day::column(day, cx.today, words);
    let shown =
        |amount: Option<Money>| amount.map_or_else(|| UNKNOWN.to_owned(), |m| money::show(words.lang(), m));
    let Some(before) = turn.before else {
        let mut said = vec![choice::word(stage, words)];
        said.extend(amount.map(|amount| shown(Some(amount))));
        said.extend(closes_on.map(|day| words.with("pipeline-turn-expected", &[("day", &on(day))])));
        return said;
    };
    let mut said = Vec::new();
    if before.stage != stage {
        said.push(format!("{} → {}", choice::word(before.stage, words), choice::word(stage, words)));
    }
    if before.amount != amount {
        said.push(format!("{} → {}", shown(before.amount), shown(amount)));
    }
    if before.closes_on != closes_on {
        said.push(match (before.closes_on, closes_on) {
            (Some(was), Some(is)) => {
                let key = if turn.pushed { "pipeline-turn-pushed" } else { "pipeline-turn-moved" };
                words.with(key, &[("from", &on(was)), ("to", &on(is))])
            }
            (None, Some(is)) if turn.pushed => words.with("pipeline-turn-later", &[("day", &on(is))]),
            (None, Some(is)) => words.with("pipeline-turn-expected", &[("day", &on(is))]),
            (_, None) => words.get("pipeline-turn-open-end"),
        });
    }
    said
}
