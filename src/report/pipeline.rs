//! Possible sales as text: the pipeline by stages, one sale whole with its history, and how its figures are made.
mod page;

use super::block::{Block, Cell, Column, Figure, Table, Tone};
use super::indicator::share;
use super::need::decimal;
use super::score::{self, Measure};
use crate::domain::choice::Stage;
use crate::domain::day::days_between;
use crate::domain::kind::Kind;
use crate::domain::score::{Known, Score};
use crate::lang::value::Context;
use crate::lang::{capital, choice, day, money};
use crate::store::query::pipeline::{Pipeline, Sale};

pub use page::{course, page};

/// What stands for a figure that is not known.
const UNKNOWN: &str = "–";

/// The stages of open sales, the furthest first.
pub const OPEN: [Stage; 5] =
    [Stage::Verbal, Stage::Negotiation, Stage::Proposal, Stage::Qualified, Stage::Identified];

/// How many times what is missing the open sales are: `0.69×`; a dash where nobody knows.
pub fn times(coverage: &Score, cx: &Context<'_>) -> String {
    coverage.amount().map_or_else(|| UNKNOWN.to_owned(), |times| format!("{}×", decimal(times, 2, cx)))
}

/// An amount in the currency of sums, in full.
fn sum(known: &Known, cx: &Context<'_>) -> String {
    known.as_ref().map_or_else(|_| UNKNOWN.to_owned(), |amount| Measure::of_sums(cx).show(*amount, cx))
}

/// The amounts of some sales and what they are worth by their chance.
pub fn sums<'a>(sales: impl IntoIterator<Item = &'a Sale>) -> (Known, Known) {
    let sales: Vec<&Sale> = sales.into_iter().collect();
    let amounts = sales.iter().map(|sale| sale.deal.amount.clone()).sum();
    (amounts, sales.iter().map(|sale| sale.deal.worth()).sum())
}

/// The sales that are won or lost and were so in the company's year.
pub fn closed_in_year(pipeline: &Pipeline) -> impl Iterator<Item = &Sale> {
    let (first, last) = pipeline.year;
    let within = move |sale: &&Sale| sale.deal.closed().is_some_and(|on| first <= on && on <= last);
    pipeline.sales.iter().filter(within)
}

/// The pipeline by stages, the furthest first; `accounts` says whose each sale is.
pub fn board(pipeline: &Pipeline, title: &str, accounts: bool, cx: &Context<'_>) -> Vec<Block> {
    let words = cx.words;
    let mut blocks = vec![Block::heading_with(words.get("pipeline-title"), title), summary(pipeline, cx)];
    let open: Vec<&Sale> = pipeline.sales.iter().filter(|sale| sale.deal.is_open()).collect();
    if open.is_empty() {
        blocks.push(Block::Paragraph(words.get("pipeline-none-open")));
    }
    for stage in OPEN {
        let here: Vec<&Sale> = open.iter().copied().filter(|sale| sale.deal.stage == stage).collect();
        if !here.is_empty() {
            blocks.push(Block::heading_with(capital(&choice::word(stage, words)), of_stage(&here, cx)));
            blocks.push(Block::Table(open_sales(&here, accounts, cx)));
        }
    }
    let closed: Vec<&Sale> = closed_in_year(pipeline).collect();
    if !closed.is_empty() {
        let count = closed.len().to_string();
        blocks.push(Block::heading_with(words.get("pipeline-closed-this-year"), count));
        blocks.push(Block::Table(closed_sales(&closed, accounts, cx)));
    }
    blocks
}

/// What is open, what it is worth by its chance, and whether that is enough.
pub(super) fn summary(pipeline: &Pipeline, cx: &Context<'_>) -> Block {
    let words = cx.words;
    let count = pipeline.sales.iter().filter(|sale| sale.deal.is_open()).count();
    let count = words.with("pipeline-count", &[("count", &count.to_string())]);
    let coverage = match &pipeline.coverage.value {
        Ok(_) => words.get("pipeline-of-the-gap"),
        Err(why) => words.say(why),
    };
    let weighted =
        pipeline.weighted.amount().ok_or_else(|| crate::domain::explain::Explain::new("pipeline-none-open"));
    Block::Figures(vec![
        Figure::new(words.get("pipeline-open"), sum(&pipeline.open, cx)).note(count),
        Figure::new(words.get("pipeline-weighted"), sum(&weighted, cx)),
        Figure::new(words.get("pipeline-coverage"), times(&pipeline.coverage, cx)).note(coverage),
    ])
}

/// `2 · 893.000 € · ponderado 670.000 €`.
fn of_stage(sales: &[&Sale], cx: &Context<'_>) -> String {
    let (amounts, worth) = sums(sales.iter().copied());
    let weighted = cx.words.with("report-weighted", &[("amount", &sum(&worth, cx))]);
    format!("{} · {} · {weighted}", sales.len(), sum(&amounts, cx))
}

/// How long it has been in its stage: `12 d`.
pub fn in_stage(sale: &Sale, cx: &Context<'_>) -> Option<String> {
    let days = days_between(sale.since(cx.today)?, cx.today).max(0);
    Some(cx.words.with("value-days", &[("days", &days.to_string())]))
}

/// What it is worth, in the currency in which it was said.
fn amount(sale: &Sale, cx: &Context<'_>) -> Cell {
    let unknown = || Cell::toned(UNKNOWN, Tone::Muted);
    sale.amount.map_or_else(unknown, |amount| money::show(cx.words.lang(), amount).into())
}

/// Open sales as a table; `accounts` says whose each is.
pub(super) fn open_sales(sales: &[&Sale], accounts: bool, cx: &Context<'_>) -> Table {
    let head = |key: &str| cx.words.get(&format!("pipeline-head-{key}"));
    let mut columns = vec![Column::text(head("name"))];
    if accounts {
        columns.push(Column::text(head("account")).leaving(4));
    }
    columns.extend([
        Column::number(head("amount")),
        Column::number(head("chance")).leaving(3),
        Column::number(head("closes")),
        Column::number(head("pushes")).leaving(1),
        Column::number(head("days")).leaving(2),
        Column::text(head("next")).leaving(5),
    ]);
    let mut table = Table::new(columns);
    for sale in sales {
        let tone = if sale.is_late(cx.today) { Tone::Bad } else { Tone::Text };
        let closes = sale.deal.closes_on.map(|on| day::column(on, cx.today, cx.words)).unwrap_or_default();
        let closes = if tone == Tone::Bad { format!("! {closes}") } else { closes };
        let mut cells = vec![Cell::from(sale.deal.name.as_str())];
        if accounts {
            cells.push(Cell::toned(sale.account_name.as_str(), Tone::Muted));
        }
        cells.extend([
            amount(sale, cx),
            share(sale.deal.chance(), cx).into(),
            Cell::toned(closes, tone),
            pushed(sale.pushes).into(),
            in_stage(sale, cx).unwrap_or_else(|| UNKNOWN.to_owned()).into(),
            Cell::toned(sale.next_step.as_str(), Tone::Muted),
        ]);
        table.push(Some((Kind::Opportunity, sale.deal.id)), cells);
    }
    table
}

/// `2×`; nothing where its close was never put off.
pub fn pushed(times: i64) -> String {
    if times > 0 { format!("{times}×") } else { String::new() }
}

/// Sales that were won or lost as a table.
pub(super) fn closed_sales(sales: &[&Sale], accounts: bool, cx: &Context<'_>) -> Table {
    let mut columns = vec![Column::text("")];
    if accounts {
        columns.push(Column::text("").leaving(2));
    }
    columns.extend([Column::short(""), Column::number(""), Column::number(""), Column::text("").leaving(1)]);
    let mut table = Table::new(columns);
    for sale in sales {
        let won = sale.deal.stage == Stage::Won;
        let tone = if won { Tone::Good } else { Tone::Muted };
        let sign = if won { "✓" } else { "×" };
        let word = format!("{sign} {}", choice::word(sale.deal.stage, cx.words));
        let on = sale.deal.closed().map(|on| day::column(on, cx.today, cx.words)).unwrap_or_default();
        let mut cells = vec![Cell::from(sale.deal.name.as_str())];
        if accounts {
            cells.push(Cell::toned(sale.account_name.as_str(), Tone::Muted));
        }
        cells.extend([
            Cell::toned(word, tone),
            amount(sale, cx),
            on.into(),
            Cell::toned(if won { "" } else { sale.lost_reason.as_str() }, Tone::Muted),
        ]);
        table.push(Some((Kind::Opportunity, sale.deal.id)), cells);
    }
    table
}

/// How the figures of the pipeline are made: of a sale first its own, then what is missing and what the open ones are worth.
pub fn why(pipeline: &Pipeline, sale: Option<&Sale>, cx: &Context<'_>) -> Vec<Block> {
    let words = cx.words;
    let measure = Measure::of_sums(cx);
    let mut blocks = vec![Block::heading(words.get("pipeline-title"))];
    if let Some(sale) = sale.filter(|sale| sale.deal.is_open()) {
        let chance = share(sale.deal.chance(), cx);
        let key =
            if sale.deal.probability.is_some() { "pipeline-chance-own" } else { "pipeline-chance-stage" };
        let worth = sale.deal.worth();
        let of = format!("{} × {chance}", sum(&sale.deal.amount, cx));
        let mut figures = vec![
            Figure::new(sale.deal.name.as_str(), sum(&worth, cx)).note(of),
            Figure::new(words.get("pipeline-head-chance"), chance).note(words.get(key)),
        ];
        if sale.pushes > 0 {
            let note = words.get("pipeline-pushes-rule");
            figures.push(Figure::new(words.get("pipeline-head-pushes"), pushed(sale.pushes)).note(note));
        }
        blocks.push(Block::Figures(figures));
        blocks.extend(worth.err().map(|why| Block::Callout(Tone::Muted, words.say(&why))));
    }
    blocks.extend(score::blocks(&words.get("pipeline-coverage"), &pipeline.coverage, measure, cx));
    blocks.extend(score::blocks(&words.get("pipeline-weighted"), &pipeline.weighted, measure, cx));
    blocks
}
