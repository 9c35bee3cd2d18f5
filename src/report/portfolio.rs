//! All clients as a document: how the revenue is spread, the load, and one row a client.
use super::block::{Block, Cell, Column, Figure as Line, Table, Tone};
use super::need::decimal;
use crate::domain::choice::Tier;
use crate::domain::kind::Kind;
use crate::domain::portfolio::effort::Effort;
use crate::domain::portfolio::{Class, Load};
use crate::lang::value::Context;
use crate::lang::{money, number};
use crate::store::query::portfolio::{Client, Portfolio};

/// The page of some clients, by their places; classes and concentration are those of all.
pub fn page(all: &Portfolio, shown: &[usize], cx: &Context<'_>) -> Vec<Block> {
    let count = number::show(cx.words.lang(), i64::try_from(all.clients.len()).unwrap_or(i64::MAX));
    let mut blocks = vec![Block::heading_with(cx.words.get("app-lens-portfolio"), count)];
    if all.clients.is_empty() {
        blocks.push(Block::Paragraph(cx.words.get("portfolio-cli-empty")));
        return blocks;
    }
    blocks.push(Block::Figures(summary(all, cx)));
    let mut table = Table::new(columns(cx));
    for at in shown {
        if let Some(client) = all.clients.get(*at) {
            table.push(Some((Kind::Account, client.id)), cells(all, (*at, client), cx));
        }
    }
    if !table.rows.is_empty() {
        blocks.push(Block::Table(table));
    }
    blocks
}

/// A share with one decimal, zeros too: a column of them stands on its mark.
#[expect(clippy::cast_possible_truncation, reason = "a percentage")]
pub(super) fn share(value: f64, cx: &Context<'_>) -> String {
    number::show_tenths_percent(cx.words.lang(), (value.clamp(-10.0, 10.0) * 1000.0).round() as i64)
}

/// A figure with one decimal, zero too.
#[expect(clippy::cast_possible_truncation, reason = "a valuation is at most five, an index far below 2^53")]
fn tenths(value: f64, cx: &Context<'_>) -> String {
    number::show_decimals(cx.words.lang(), (value * 10.0).round() as i64, 1, 1)
}

fn summary(all: &Portfolio, cx: &Context<'_>) -> Vec<Line> {
    let words = cx.words;
    let class = |(class, clients, part): (Class, usize, f64)| {
        let label = format!("{} {}", words.get("portfolio-col-class"), class.letter());
        let clients = clients.to_string();
        let clients = words.with("portfolio-clients", &[("count", &clients), ("shown", &clients)]);
        Line::new(label, clients).note(share(part, cx)).gauge(part)
    };
    let layers = Class::ALL.into_iter().zip(all.pareto.layers());
    let mut lines: Vec<Line> = layers.map(|(c, layer)| class((c, layer.clients, layer.share))).collect();
    let known = all.pareto.hhi().and_then(|hhi| Ok((hhi, all.pareto.as_many_equal()?)));
    let hhi = match known {
        Ok((hhi, equal)) => {
            let figures = [("hhi", decimal(hhi, 2, cx)), ("equal", decimal(equal, 1, cx))];
            let figures: Vec<_> = figures.iter().map(|(n, v)| (*n, v.as_str())).collect();
            words.with("portfolio-hhi", &figures)
        }
        Err(why) => words.say(&why),
    };
    lines.push(Line::new(words.get("portfolio-concentration"), hhi));
    let whole = all.sum(None);
    if let Ok(part) = all.of_company(whole) {
        lines.push(Line::new(words.get("portfolio-of-company"), share(part, cx)));
    }
    let tone = match all.load() {
        Load::Right(_) => Tone::Text,
        Load::Nobody | Load::TooMany(_) => Tone::Warn,
    };
    lines.push(Line::new(words.get("portfolio-load"), words.say(&all.load().said())).tone(tone));
    lines
}

fn columns(cx: &Context<'_>) -> Vec<Column> {
    let title = |key: &str| cx.words.get(key);
    vec![
        Column::number(title("portfolio-col-rank")).leaving(2),
        Column::text(title("portfolio-col-client")),
        Column::short(title("portfolio-col-key")),
        Column::short(title("portfolio-col-class")),
        Column::number(title("portfolio-col-revenue")),
        Column::number(title("portfolio-col-share")),
        Column::number(title("portfolio-col-up-to")).leaving(1),
        Column::number(title("portfolio-col-valuation")),
        Column::short(title("portfolio-col-quadrant")).leaving(3),
        Column::number(title("portfolio-col-index")).leaving(4),
    ]
}

fn cells(all: &Portfolio, (at, client): (usize, &Client), cx: &Context<'_>) -> Vec<Cell> {
    let unknown = || Cell::toned("–", Tone::Muted);
    let or = |text: Option<String>| text.map_or_else(unknown, Cell::from);
    let place = all.place(at);
    let revenue = client.revenue.amount.as_ref().ok();
    let quadrant = client.quadrant().map(|q| cx.words.get(&format!("portfolio-quadrant-{}", q.name())));
    let key = if client.tier == Tier::Key { "✓" } else { "" };
    vec![
        place.map(|p| p.rank.to_string()).unwrap_or_default().into(),
        client.name.as_str().into(),
        key.into(),
        or(place.map(|p| p.class.letter().to_owned())),
        or(revenue.map(|units| money::short(cx.words.lang(), *units, all.currency))),
        or(place.map(|p| share(p.share, cx))),
        place.map(|p| share(p.up_to, cx)).unwrap_or_default().into(),
        or(client.valuation.map(|v| tenths(v, cx))),
        quadrant.unwrap_or_default().into(),
        or(all.effort(client).and_then(Effort::index).map(|i| tenths(i, cx))),
    ]
}
