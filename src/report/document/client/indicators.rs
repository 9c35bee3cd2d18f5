//! The indicators that a client is shown: figures and targets, and nothing of how they are judged.
use super::super::plan::picture;
use super::super::section::titled;
use crate::domain::kpi::Amount;
use crate::lang::period;
use crate::lang::value::Context;
use crate::report::block::{Block, Cell, Column, Table, Tone};
use crate::report::picture::{Point, series};
use crate::report::score::Measure;
use crate::store::query::client::{Shared, SharedFigure};

/// The indicators they may see: the newest figure of each beside what was agreed, and how they have gone.
pub(super) fn indicators(of: &Shared, cx: &Context<'_>) -> Vec<Block> {
    let head = |key: &str| cx.words.get(key);
    let mut table = Table::new(vec![
        Column::text(head("indicator-kpi")),
        Column::short(head("indicator-as-of")),
        Column::number(head("indicator-actual")),
        Column::number(head("indicator-target")),
    ]);
    let mut pictures = Vec::new();
    for one in &of.indicators {
        let measure = Measure { unit: one.unit, currency: one.currency };
        let said = |amount: Option<Amount>| amount.map(|a| measure.short(a.units(), cx)).unwrap_or_default();
        let on = |figure: &SharedFigure| period::show(figure.period, cx.directory.terms.year, cx.words);
        if let Some(newest) = one.figures.iter().rfind(|figure| figure.actual.is_some()) {
            let cells = [one.name.clone(), on(newest), said(newest.actual), said(newest.target)];
            table.push(None, cells.map(Cell::from).to_vec());
        }
        let point = |figure: &SharedFigure| Point {
            label: on(figure),
            value: figure.actual.map(Amount::units),
            said: said(figure.actual),
            target: figure.target.map(Amount::units),
            goal: said(figure.target),
        };
        let points = one.figures.iter().map(point).collect();
        pictures.extend(series::line(one.name.clone(), points, Tone::Text, cx).map(picture));
    }
    let mut blocks = titled("document-indicators", table, cx);
    blocks.extend(pictures);
    blocks
}
