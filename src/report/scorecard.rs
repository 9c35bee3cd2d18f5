//! The scorecard as text: account by account, how the indicators stand and where they will land.
use super::block::{Block, Cell, Column, Figure, Table, Tone};
use super::health::{arrow, insights, parts, since, value};
use super::indicator::{Shown, times_the_gap};
use crate::domain::Id;
use crate::domain::insight::Insight;
use crate::domain::kind::Kind;
use crate::domain::score::Known;
use crate::domain::scorecard::{Landing, Method};
use crate::lang::value::Context;
use crate::store::query::health::AccountHealth;
use crate::store::query::scorecard::Indicator;

/// The indicators of one account, or of the portfolio.
#[derive(Debug, Clone)]
pub struct Section<'a> {
    /// The account; `None` is the whole portfolio.
    pub account: Option<(Id, String)>,
    /// Its health; the portfolio has none.
    pub health: Option<&'a AccountHealth>,
    /// Its indicators.
    pub indicators: Vec<&'a Indicator>,
    /// What is worth a thought.
    pub insights: &'a [Insight],
}

/// One account after the other.
pub fn scorecard(sections: &[Section<'_>], cx: &Context<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for section in sections {
        let title = section.account.as_ref();
        let title = title.map_or_else(|| cx.words.get("indicator-portfolio"), |(_, name)| name.clone());
        blocks.push(Block::heading_with(title, section.health.map(|h| headline(h, cx)).unwrap_or_default()));
        blocks.extend(section.health.map(|h| parts(h, cx)));
        if section.indicators.is_empty() {
            blocks.push(Block::Paragraph(cx.words.get("indicator-none")));
        } else {
            blocks.push(Block::Table(standings(&section.indicators, cx)));
            blocks.extend(landings(&section.indicators, cx));
            blocks.extend(coverage(&section.indicators, cx));
            blocks.extend(reasons(&section.indicators, cx));
        }
        if !section.insights.is_empty() {
            blocks.push(Block::heading(cx.words.get("report-insights")));
            blocks.push(insights(section.insights, cx));
        }
    }
    blocks
}

/// The health as a number, and how it has gone: `61?  ▼ 8 since 24 Oct`.
fn headline(of: &AccountHealth, cx: &Context<'_>) -> String {
    let value = cx.words.with("indicator-health", &[("points", &value(&of.health, cx))]);
    match since(of, cx) {
        Some((trend, text)) => format!("{value}  {} {text}", arrow(trend)),
        None => value,
    }
}

/// How each stands.
pub fn standings(indicators: &[&Indicator], cx: &Context<'_>) -> Table {
    let title = |key: &str| cx.words.get(key);
    let mut table = Table::new(vec![
        Column::text(title("indicator-kpi")),
        Column::short(title("indicator-as-of")).leaving(2),
        Column::number(title("indicator-actual")),
        Column::number(title("indicator-target")),
        Column::number(title("indicator-share")),
        Column::short(title("indicator-state")),
        Column::number(title("indicator-landing")),
        Column::short(title("indicator-method")).leaving(1),
    ]);
    for one in indicators {
        let shown = Shown { one, cx };
        let (landing, method) = shown.landing();
        table.push(
            Some((Kind::Kpi, one.figures.kpi.head.id)),
            vec![
                shown.title().into(),
                shown.newest().into(),
                shown.actual(),
                shown.target(),
                shown.reached(),
                shown.state(),
                landing,
                Cell::toned(method, Tone::Muted),
            ],
        );
    }
    table
}

/// Where flows will land by every method, what is missing to the target and what is needed in each period left.
fn landings(indicators: &[&Indicator], cx: &Context<'_>) -> Option<Block> {
    let words = cx.words;
    let mut heads = vec![Column::text(words.get("indicator-landing"))];
    heads.extend(Method::ALL.iter().map(|m| Column::number(words.get(&m.key()))));
    heads.push(Column::number(words.get("indicator-gap")));
    heads.push(Column::number(words.get("indicator-needed")));
    heads.push(Column::number(words.get("indicator-best-short")).leaving(1));
    let mut table = Table::new(heads);
    for one in indicators {
        let Ok(landing) = &one.standing.landing else { continue };
        table.push(Some((Kind::Kpi, one.figures.kpi.head.id)), landing_row(Shown { one, cx }, landing));
    }
    (!table.rows.is_empty()).then_some(Block::Table(table))
}

fn landing_row(shown: Shown<'_>, landing: &Landing) -> Vec<Cell> {
    let figure = |known: &Known| match known {
        Ok(value) => Cell::from(shown.short(*value)),
        Err(_) => Cell::toned("–", Tone::Muted),
    };
    let mut cells = vec![Cell::from(shown.title())];
    cells.extend(landing.forecasts.iter().map(|f| {
        let mut cell = figure(&f.value);
        // The one to go by is marked; the others keep their digits below its own.
        cell.text.push(if f.method == landing.method { '*' } else { '\u{a0}' });
        cell
    }));
    cells.push(figure(&landing.value().clone().and_then(|v| landing.gap(v))));
    cells.push(figure(&landing.required));
    cells.push(landing.best_of_three.map(|v| shown.short(v)).unwrap_or_default().into());
    cells
}

/// How many times what is missing the open sales are.
fn coverage(indicators: &[&Indicator], cx: &Context<'_>) -> Option<Block> {
    let times = indicators.iter().find_map(|one| times_the_gap(one, cx))?;
    Some(Block::Figures(vec![Figure::new(cx.words.get("report-open-sales"), times)]))
}

/// What is not known, and why.
fn reasons(indicators: &[&Indicator], cx: &Context<'_>) -> Option<Block> {
    let mut all = Vec::new();
    for one in indicators {
        let shown = Shown { one, cx };
        all.extend(shown.reasons().into_iter().map(|why| Figure::new(shown.title(), why).tone(Tone::Muted)));
    }
    (!all.is_empty()).then_some(Block::Figures(all))
}
