//! Where a grid stands, what is marked in it, and what is being entered. Nothing here knows what the cells mean.
use std::ops::RangeInclusive;

use super::step::Step;
use crate::command::{Code, Command, Key};
use crate::ui::cursor::Cursor;
use crate::ui::edit::Edit;
use crate::ui::seen::Page;

/// A rectangle of cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its rows.
    pub rows: RangeInclusive<usize>,
    /// Its columns.
    pub columns: RangeInclusive<usize>,
}

impl Block {
    /// Whether a cell lies in it.
    pub fn has(&self, row: usize, column: usize) -> bool {
        self.rows.contains(&row) && self.columns.contains(&column)
    }

    /// How many cells it has.
    pub fn cells(&self) -> usize {
        self.rows.clone().count() * self.columns.clone().count()
    }
}

/// What is being entered into the cell under the cursor.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// The text.
    pub edit: Edit,
    /// Why it was not taken.
    pub refused: Option<String>,
    /// Nothing was typed yet: the first letter takes the place of what stood there.
    fresh: bool,
}

impl Entry {
    /// The text if it was typed here.
    pub fn typed(&self) -> Option<&str> {
        (!self.fresh).then(|| self.edit.text())
    }
}

/// Where a grid stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GridState {
    /// The row under the cursor.
    pub rows: Cursor,
    /// The column under the cursor.
    pub columns: Cursor,
    anchor: Option<(usize, usize)>,
    entry: Option<Entry>,
    /// The cursor stands left of the first column, on the row itself.
    named: bool,
}

impl GridState {
    /// Row and column under the cursor.
    pub const fn at(&self) -> (usize, usize) {
        (self.rows.at, self.columns.at)
    }

    /// Whether the cursor stands on the name of its row and not on a cell.
    pub const fn is_on_name(&self) -> bool {
        self.named
    }

    /// Stands on a cell.
    pub const fn stand(&mut self, row: usize, column: usize) {
        self.named = false;
        self.rows.stand(row);
        self.columns.stand(column);
    }

    /// Moves in a grid of `size` rows and columns; on rows where `stands` is false nobody stands. Left of the first column is the
    /// name of the row.
    pub fn step(&mut self, step: Step, size: (usize, usize), stands: impl Fn(usize) -> bool) {
        let command = match step {
            Step::Up => Command::Up,
            Step::Down => Command::Down,
            Step::PageUp => Command::PageUp,
            Step::PageDown => Command::PageDown,
            Step::Left | Step::Home if self.columns.at == 0 => {
                self.named = self.entry.is_none() && self.anchor.is_none();
                return;
            }
            Step::Right if std::mem::take(&mut self.named) => return,
            Step::Left => return self.columns.scroll(-1, size.1),
            Step::Right => return self.columns.scroll(1, size.1),
            Step::Home => return self.columns.stand(0),
            Step::End => {
                self.named = false;
                return self.columns.stand(size.1.saturating_sub(1));
            }
        };
        self.rows.step_over(command, size.0, stands);
    }

    /// Stays inside a grid that has changed, on a row where one can stand.
    pub fn clamp(&mut self, size: (usize, usize), stands: impl Fn(usize) -> bool) {
        self.rows.clamp(size.0);
        self.columns.clamp(size.1);
        self.rows.settle(true, size.0, stands);
        if let Some((row, column)) = &mut self.anchor {
            *row = (*row).min(size.0.saturating_sub(1));
            *column = (*column).min(size.1.saturating_sub(1));
        }
    }

    /// Begins to mark a block at the cursor, or takes the marks away.
    pub const fn mark(&mut self) {
        self.named = false;
        self.anchor = match self.anchor {
            Some(_) => None,
            None => Some((self.rows.at, self.columns.at)),
        };
    }

    /// Moves and marks all between where it began and the cursor.
    pub fn extend(&mut self, step: Step, size: (usize, usize), stands: impl Fn(usize) -> bool) {
        self.named = false;
        self.anchor = self.anchor.or(Some(self.at()));
        self.step(step, size, stands);
    }

    /// Takes the marks away; whether there were any.
    pub const fn unmark(&mut self) -> bool {
        self.anchor.take().is_some()
    }

    /// Whether a block is marked.
    pub const fn is_marking(&self) -> bool {
        self.anchor.is_some()
    }

    /// The marked block; without marks the one cell under the cursor.
    pub fn block(&self) -> Block {
        let (row, column) = self.at();
        let (from_row, from_column) = self.anchor.unwrap_or((row, column));
        Block {
            rows: row.min(from_row)..=row.max(from_row),
            columns: column.min(from_column)..=column.max(from_column),
        }
    }

    /// Enters the cell under the cursor, which holds this text.
    pub fn enter(&mut self, text: &str) {
        self.named = false;
        self.anchor = None;
        self.entry = Some(Entry { edit: Edit::new(text), refused: None, fresh: true });
    }

    /// Back to reading; what was typed and not taken is dropped.
    pub fn leave(&mut self) {
        self.entry = None;
    }

    /// What is being entered; `None` while reading.
    pub const fn entry(&self) -> Option<&Entry> {
        self.entry.as_ref()
    }

    /// A key for the text being entered; `false` if it is none of editing.
    pub fn key(&mut self, key: Key) -> bool {
        let Some(entry) = &mut self.entry else { return false };
        let moves = matches!(key.code, Code::Home | Code::End | Code::Left | Code::Right);
        if entry.fresh && key.typed().is_some() {
            entry.edit.set("");
        }
        let edits = entry.edit.key(key);
        if edits {
            entry.fresh &= moves;
            entry.refused = None;
        }
        edits
    }

    /// Text that was pasted takes the place of what stood there.
    pub fn insert(&mut self, text: &str) {
        if let Some(entry) = &mut self.entry {
            if std::mem::take(&mut entry.fresh) {
                entry.edit.set("");
            }
            entry.edit.insert(text);
            entry.refused = None;
        }
    }

    /// Says beside the cell why the text was not taken; it stays to be mended.
    pub fn refuse(&mut self, why: String) {
        if let Some(entry) = &mut self.entry {
            entry.refused = Some(why);
        }
    }

    /// Takes note of how it was drawn.
    pub const fn saw(&mut self, page: &Page, panel: u8, across: u8) {
        if page.panel == panel {
            self.rows.saw(page);
        } else if page.panel == across {
            self.columns.saw(page);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SIZE: (usize, usize) = (10, 12);

    fn stands(row: usize) -> bool {
        row != 0 && row != 5
    }

    #[test]
    fn the_cursor_goes_over_heads_of_groups_and_stops_at_the_edges() {
        let mut grid = GridState::default();
        grid.clamp(SIZE, stands);
        assert_eq!(grid.at(), (1, 0));
        for (step, at) in [
            (Step::Left, (1, 0)),
            (Step::End, (1, 11)),
            (Step::Right, (1, 11)),
            (Step::Down, (2, 11)),
            (Step::Home, (2, 0)),
        ] {
            grid.step(step, SIZE, stands);
            assert_eq!(grid.at(), at, "{step:?}");
        }
        grid.stand(4, 3);
        grid.step(Step::Down, SIZE, stands);
        assert_eq!(grid.at(), (6, 3));
    }

    #[test]
    fn a_block_spans_from_where_marking_began_in_either_direction() {
        let mut grid = GridState::default();
        grid.stand(4, 4);
        grid.mark();
        grid.step(Step::Up, SIZE, stands);
        grid.extend(Step::Left, SIZE, stands);
        assert_eq!(grid.block(), Block { rows: 3..=4, columns: 3..=4 });
        assert_eq!(grid.block().cells(), 4);
        assert!(grid.block().has(3, 4) && !grid.block().has(5, 4));
        assert!(grid.unmark() && !grid.unmark());
        assert_eq!(grid.block().cells(), 1);
    }

    #[test]
    fn the_first_letter_takes_the_place_of_the_figure_and_backspace_mends_it() {
        let mut grid = GridState::default();
        grid.enter("125");
        assert_eq!(grid.entry().and_then(Entry::typed), None);
        grid.key(Key::char('7'));
        assert_eq!(grid.entry().and_then(Entry::typed), Some("7"));
        grid.enter("125");
        grid.key(Key::plain(Code::Backspace));
        assert_eq!(grid.entry().and_then(Entry::typed), Some("12"));
        grid.enter("125");
        grid.key(Key::plain(Code::Home));
        assert_eq!(grid.entry().and_then(Entry::typed), None);
    }

    #[test]
    fn what_was_refused_stays_to_be_mended() {
        let mut grid = GridState::default();
        grid.enter("");
        grid.insert("abc");
        grid.refuse("no number".to_owned());
        let entry = grid.entry().cloned().unwrap();
        assert_eq!((entry.edit.text(), entry.refused.as_deref()), ("abc", Some("no number")));
        grid.key(Key::plain(Code::Backspace));
        assert_eq!(grid.entry().and_then(|e| e.refused.clone()), None);
        grid.leave();
        assert!(grid.entry().is_none() && !grid.key(Key::char('1')));
    }

    proptest! {
        #[test]
        fn the_cursor_stays_in_the_grid(rows in 0..8_usize, columns in 0..8_usize, steps in proptest::collection::vec(0..9_usize, 0..40)) {
            let all = [Step::Up, Step::Down, Step::Left, Step::Right, Step::PageUp, Step::PageDown, Step::Home, Step::End];
            let mut grid = GridState::default();
            for step in steps {
                match all.get(step) {
                    Some(step) => grid.extend(*step, (rows, columns), |_| true),
                    None => grid.mark(),
                }
                prop_assert!(grid.rows.at < rows.max(1) && grid.columns.at < columns.max(1));
                prop_assert!(*grid.block().rows.end() < rows.max(1));
            }
        }
    }
}
