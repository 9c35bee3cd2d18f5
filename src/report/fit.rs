//! Which columns of a table have room on a page, and how wide they are.
use super::block::Table;
use super::plain::{columns, one_line};

/// Blanks between two columns.
pub const GAP: usize = 2;
/// A text column is not cut below this.
pub(super) const NARROWEST: usize = 12;

impl Table {
    /// The columns that stay in `width` (all of them without one) and how wide each is. One in which nothing stands takes no
    /// room.
    pub fn fitted(&self, width: Option<usize>) -> Vec<(usize, usize)> {
        let widest = |i: usize| {
            let cells = self.rows.iter().filter_map(|r| r.cells.get(i)).map(|c| columns(&one_line(&c.text)));
            cells.max().unwrap_or(0).max(columns(&self.columns[i].title))
        };
        let mut widths: Vec<usize> = (0..self.columns.len()).map(widest).collect();
        let mut shown: Vec<usize> = (0..self.columns.len()).filter(|i| widths[*i] > 0).collect();
        if let Some(width) = width {
            fit(self, &mut shown, &mut widths, width);
        }
        shown.into_iter().map(|i| (i, widths[i])).collect()
    }
}

/// Lets columns leave, then cuts the widest that may be cut, until the table fits.
fn fit(table: &Table, shown: &mut Vec<usize>, widths: &mut [usize], width: usize) {
    let total = |shown: &[usize], widths: &[usize]| {
        shown.iter().filter_map(|i| widths.get(*i)).sum::<usize>() + GAP * shown.len().saturating_sub(1)
    };
    let shrinks = |i: usize| table.columns.get(i).is_some_and(|c| c.shrinks);
    // What would be left if every text were cut as far as it may be.
    let least = |shown: &[usize], widths: &[usize]| {
        let narrow = |i: &usize| {
            let w = widths.get(*i).copied().unwrap_or(0);
            if shrinks(*i) { w.min(NARROWEST * 2) } else { w }
        };
        shown.iter().map(narrow).sum::<usize>() + GAP * shown.len().saturating_sub(1)
    };
    // A column in which nothing stands goes before any other.
    let empty = |i: usize| table.rows.iter().all(|r| r.cells.get(i).is_none_or(|c| c.text.is_empty()));
    if total(shown, widths) > width {
        shown.retain(|i| table.columns.get(*i).is_none_or(|c| c.leaves == 0) || !empty(*i));
    }
    while least(shown, widths) > width {
        let first = shown.iter().copied().filter_map(|i| {
            let leaves = table.columns.get(i)?.leaves;
            (leaves > 0).then_some((leaves, i))
        });
        let Some((_, leaving)) = first.min() else { break };
        shown.retain(|i| *i != leaving);
    }
    while total(shown, widths) > width {
        let widest = shown.iter().copied().filter(|i| shrinks(*i)).max_by_key(|i| widths.get(*i).copied());
        let Some(at) = widest.and_then(|i| widths.get_mut(i)).filter(|w| **w > NARROWEST) else { break };
        *at -= 1;
    }
}
