//! The cursor of a list: which row, and which rows are on the screen.
use super::seen::Page;
use crate::command::Command;

/// Where a list stands. Drawing does not change it; what was drawn comes back by [`Cursor::saw`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cursor {
    /// The selected row, counted from 0.
    pub at: usize,
    first: usize,
    page: usize,
}

impl Cursor {
    /// Moves as the command says in a list of `len` rows; `false` if the command is none of moving.
    pub fn step(&mut self, command: Command, len: usize) -> bool {
        let last = len.saturating_sub(1);
        let page = self.page.max(2) - 1;
        self.at = match command {
            Command::Up | Command::ChooseUp | Command::FormUp | Command::FileUp => self.at.saturating_sub(1),
            Command::Down | Command::ChooseDown | Command::FormDown | Command::FileDown => {
                self.at.saturating_add(1)
            }
            Command::PageUp | Command::ChoosePageUp | Command::FilePageUp => self.at.saturating_sub(page),
            Command::PageDown | Command::ChoosePageDown | Command::FilePageDown => {
                self.at.saturating_add(page)
            }
            Command::First => 0,
            Command::Last => last,
            _ => return false,
        }
        .min(last);
        true
    }

    /// As [`Cursor::step`] in a list with rows on which nobody can stand, such as the heads of groups.
    pub fn step_over(&mut self, command: Command, len: usize, stands: impl Fn(usize) -> bool) -> bool {
        let from = self.at;
        let moved = self.step(command, len);
        if moved {
            self.settle(self.at >= from, len, stands);
        }
        moved
    }

    /// Goes on to the nearest row on which one can stand, first in the direction given; stays if there is none.
    pub fn settle(&mut self, forward: bool, len: usize, stands: impl Fn(usize) -> bool) {
        let after = (self.at..len).find(|i| stands(*i));
        let before = (0..=self.at).rev().find(|i| stands(*i));
        let found = if forward { after.or(before) } else { before.or(after) };
        self.at = found.unwrap_or(self.at);
    }

    /// Moves by rows: the wheel.
    pub fn scroll(&mut self, by: isize, len: usize) {
        self.at = self.at.saturating_add_signed(by).min(len.saturating_sub(1));
    }

    /// Stands on `row`.
    pub const fn stand(&mut self, row: usize) {
        self.at = row;
    }

    /// Stays inside a list that has changed.
    pub fn clamp(&mut self, len: usize) {
        self.at = self.at.min(len.saturating_sub(1));
    }

    /// The first row to draw, so that the selected one is among the `height` drawn.
    pub fn first(&self, len: usize, height: usize) -> usize {
        let at = self.at.min(len.saturating_sub(1));
        let lowest = (at + 1).saturating_sub(height);
        self.first.clamp(lowest, at.max(lowest)).min(len.saturating_sub(height))
    }

    /// As [`Cursor::first`], with so many rows in sight on both sides of the selected one, where there are any and they have room.
    pub fn first_amid(&self, len: usize, height: usize, around: usize) -> usize {
        let around = if height > around * 2 { around } else { 0 };
        let at = self.at.min(len.saturating_sub(1));
        let lowest = (at + 1 + around).saturating_sub(height);
        let highest = at.saturating_sub(around).max(lowest);
        self.first.clamp(lowest, highest).min(len.saturating_sub(height))
    }

    /// Takes note of what was drawn.
    pub const fn saw(&mut self, page: &Page) {
        self.first = page.first;
        self.page = page.height;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selected_row_is_always_drawn_and_the_list_moves_only_at_its_edges() {
        let mut cursor = Cursor::default();
        for _ in 0..12 {
            cursor.step(Command::Down, 30);
        }
        assert_eq!((cursor.at, cursor.first(30, 10)), (12, 3));
        cursor.saw(&Page { panel: 0, first: 3, height: 10 });
        cursor.step(Command::Up, 30);
        assert_eq!((cursor.at, cursor.first(30, 10)), (11, 3));
        cursor.step(Command::PageDown, 30);
        assert_eq!((cursor.at, cursor.first(30, 10)), (20, 11));
        cursor.step(Command::Last, 30);
        assert_eq!((cursor.at, cursor.first(30, 10)), (29, 20));
    }

    #[test]
    fn its_neighbours_are_in_sight_where_they_have_room() {
        let cursor = Cursor { at: 9, first: 0, page: 4 };
        assert_eq!(cursor.first_amid(12, 4, 1), 7);
        assert_eq!(Cursor { first: 9, ..cursor }.first_amid(12, 4, 1), 8);
        assert_eq!(cursor.first_amid(10, 4, 1), 6);
        assert_eq!(cursor.first_amid(12, 2, 1), 8);
    }

    #[test]
    fn a_list_that_shrank_is_drawn_full() {
        let mut cursor = Cursor { at: 29, first: 20, page: 10 };
        cursor.clamp(5);
        assert_eq!((cursor.at, cursor.first(5, 10)), (4, 0));
        assert_eq!(Cursor::default().first(0, 0), 0);
    }

    #[test]
    fn heads_of_groups_are_stepped_over_in_both_directions() {
        let stands = |row: usize| row != 0 && row != 3;
        let mut cursor = Cursor::default();
        cursor.settle(true, 6, stands);
        assert_eq!(cursor.at, 1);
        for (command, at) in [
            (Command::Last, 5),
            (Command::First, 1),
            (Command::Down, 2),
            (Command::Down, 4),
            (Command::Up, 2),
        ] {
            cursor.step_over(command, 6, stands);
            assert_eq!(cursor.at, at, "{command:?}");
        }
    }

    #[test]
    fn a_command_that_does_not_move_is_left_to_others() {
        assert!(!Cursor::default().step(Command::Open, 3));
    }
}
