//! What stands on a sheet and how wide its columns are.
use super::chart::Numbers;
use super::sheet::figure::is_sentence;
use crate::lang::Lang;
use crate::report::block::{Block, Table};
use crate::report::described;
use crate::report::plain::{columns, one_line};

/// Widest column, in characters.
const WIDEST: usize = 46;
/// Narrowest column.
const NARROWEST: usize = 8;
/// A number of the width that most have.
const NUMBER: &str = "1.234.567 €";

/// The blocks with drawings as the figures behind them; what Excel can draw stays a drawing below its title.
pub fn spelled(blocks: &[Block], lang: Lang) -> Vec<Block> {
    let one = |block: &Block| match block {
        Block::Picture(of) if Numbers::of(of, lang).is_some() => {
            let mut head = described::head(of);
            head.push(block.clone());
            head
        }
        _ => described::spelled(std::slice::from_ref(block), lang),
    };
    blocks.iter().flat_map(one).collect()
}

/// The table of a block that is one.
pub const fn table_of(block: &Block) -> Option<&Table> {
    match block {
        Block::Table(table) => Some(table),
        Block::Heading { .. }
        | Block::Paragraph(_)
        | Block::Callout(..)
        | Block::Figures(_)
        | Block::Picture(_)
        | Block::Break => None,
    }
}

/// How wide each column must be for what stands in it.
pub fn widths(blocks: &[Block], wide: usize, lang: Lang) -> Vec<usize> {
    let mut widths = vec![NARROWEST; wide];
    let mut take = |at: usize, text: &str| {
        if let Some(width) = widths.get_mut(at) {
            *width = (*width).max(columns(&one_line(text)).min(WIDEST));
        }
    };
    for block in blocks {
        match block {
            Block::Table(table) => {
                table.columns.iter().enumerate().for_each(|(at, c)| take(at, &c.title));
                let cells = table.rows.iter().flat_map(|row| row.cells.iter().enumerate());
                cells.for_each(|(at, c)| take(at, &c.text));
            }
            Block::Figures(figures) => figures.iter().filter(|f| !is_sentence(f)).for_each(|f| {
                take(0, &f.label);
                take(1, &f.value);
            }),
            Block::Picture(of) => {
                if let Some(numbers) = Numbers::of(of, lang) {
                    numbers.names.iter().for_each(|name| take(0, name));
                    (1..).zip(&numbers.series).for_each(|(at, _)| take(at, NUMBER));
                }
            }
            Block::Heading { .. } | Block::Paragraph(_) | Block::Callout(..) | Block::Break => {}
        }
    }
    widths
}
