//! Documents over all clients.
use super::{Made, Wanted, internal, unanswered};
use crate::domain::explain::Explain;
use crate::lang::value::Context;
use crate::lang::{capital, day};
use crate::report::block::{Block, Tone};
use crate::report::management;
use crate::report::picture::portfolio::pareto;
use crate::report::portfolio::page;
use crate::store::query::{Answer, Query};

/// Of the time that was chosen, else since the last report.
pub(super) fn ask_management(wanted: &Wanted) -> Vec<Query> {
    vec![Query::Management(wanted.term)]
}

/// All key accounts on one page.
pub(super) fn management(wanted: &Wanted, answers: &[Answer], cx: &Context<'_>) -> Result<Made, Explain> {
    let [Answer::Management(of)] = answers else { return Err(unanswered()) };
    let paper = management::paper(of, &wanted.asks, cx);
    Ok(Made { paper, figures: of.figures(), term: Some((of.since, of.then.unwrap_or(cx.today))) })
}

/// Of a time that is over the figures of the twelve months up to its end.
pub(super) fn ask_portfolio(wanted: &Wanted) -> Vec<Query> {
    vec![wanted.term.map_or(Query::Portfolio, |(_, until)| Query::PortfolioOn(until))]
}

/// Every client by revenue, those of which it is not known last.
pub(super) fn portfolio(wanted: &Wanted, answers: &[Answer], cx: &Context<'_>) -> Result<Made, Explain> {
    let [Answer::Portfolio(all)] = answers else { return Err(unanswered()) };
    let unknown = (0..all.clients.len())
        .filter(|at| all.clients.get(*at).is_some_and(|client| client.revenue.amount.is_err()));
    let shown: Vec<usize> = all.pareto.order.iter().copied().chain(unknown).collect();
    let mut blocks = page(all, &shown, cx);
    // Its own heading is the title of the page.
    let subtitle = match blocks.first() {
        Some(Block::Heading { note, .. }) => cx.words.with("handout-clients", &[("count", note)]),
        Some(_) | None => String::new(),
    };
    blocks.drain(..1);
    for block in &mut blocks {
        titled(block, cx);
    }
    if let Some(picture) = pareto(all, cx) {
        let after = blocks.iter().take_while(|block| !matches!(block, Block::Table(_))).count();
        blocks.insert(after, Block::Picture(Box::new(picture)));
    }
    let Some((from, until)) = wanted.term else {
        return Ok(internal(cx.words.get("handout-portfolio"), subtitle, blocks, cx).into());
    };
    let on = day::show(until.min(cx.today), cx.words);
    blocks.insert(0, Block::Callout(Tone::Muted, cx.words.with("handout-portfolio-then", &[("day", &on)])));
    let subtitle = format!("{subtitle} · {}", day::span((from, until), cx.words));
    let paper = internal(cx.words.get("handout-portfolio"), subtitle, blocks, cx);
    Ok(Made { term: wanted.term, ..paper.into() })
}

/// Labels and titles as a document has them: in full, with a capital.
fn titled(block: &mut Block, cx: &Context<'_>) {
    let full = [
        ("portfolio-col-up-to", "handout-col-cumulative"),
        ("portfolio-col-valuation", "handout-col-valuation"),
        ("portfolio-col-index", "handout-col-effort"),
    ];
    match block {
        Block::Figures(figures) => figures.iter_mut().for_each(|f| f.label = capital(&f.label)),
        Block::Table(table) => {
            for column in &mut table.columns {
                let longer = full.iter().find(|(short, _)| cx.words.get(short) == column.title);
                column.title = longer.map_or_else(|| capital(&column.title), |(_, long)| cx.words.get(long));
            }
        }
        Block::Heading { .. }
        | Block::Paragraph(_)
        | Block::Callout(..)
        | Block::Picture(_)
        | Block::Break => {}
    }
}
