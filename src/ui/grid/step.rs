//! Moves of the cursor of a grid, and the keys that ask for them.
use crate::command::Command;

/// A move of the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// One column to the left.
    Left,
    /// One column to the right.
    Right,
    /// As many rows up as are seen.
    PageUp,
    /// As many rows down as are seen.
    PageDown,
    /// The first column.
    Home,
    /// The last column.
    End,
}

impl Step {
    /// Where the cursor goes after what was typed is taken.
    pub const fn entering(command: Command) -> Option<Self> {
        match command {
            Command::CellDown => Some(Self::Down),
            Command::CellUp => Some(Self::Up),
            Command::CellRight => Some(Self::Right),
            Command::CellLeft => Some(Self::Left),
            _ => None,
        }
    }

    /// Where it goes while reading, and whether it marks on the way.
    pub const fn reading(command: Command) -> Option<(Self, bool)> {
        Some(match command {
            Command::Up => (Self::Up, false),
            Command::Down => (Self::Down, false),
            Command::PageUp => (Self::PageUp, false),
            Command::PageDown => (Self::PageDown, false),
            Command::First => (Self::Home, false),
            Command::Last => (Self::End, false),
            Command::PanelLeft => (Self::Left, false),
            Command::PanelRight => (Self::Right, false),
            Command::MoveUp => (Self::Up, true),
            Command::MoveDown => (Self::Down, true),
            Command::MoveLeft => (Self::Left, true),
            Command::MoveRight => (Self::Right, true),
            _ => return None,
        })
    }
}
