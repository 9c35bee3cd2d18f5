//! What was drawn where: drawing changes nothing, so it returns what it laid out.
use ratatui::layout::Rect;

use crate::command::{Command, LensKind};
use crate::domain::Id;

/// What a place on the screen stands for, for the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// The name of a lens in the header.
    Lens(LensKind),
    /// A tab of the scope line.
    Scope(Option<Id>),
    /// A hint of the footer.
    Hint(Command),
    /// A row of a panel of the lens; panels are counted from 0.
    Row(u8, usize),
    /// A cell of a grid of the lens: panel, row and column.
    Cell(u8, usize, usize),
    /// The heading of a column of a panel of the lens.
    Head(u8, usize),
    /// A row of what floats.
    Choice(usize),
    /// A field of the form.
    Field(usize),
}

/// A place on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// Where.
    pub area: Rect,
    /// What.
    pub spot: Spot,
}

/// A list as it was drawn: what its cursor needs to turn pages and to keep its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Panel of the lens, counted from 0.
    pub panel: u8,
    /// First row drawn.
    pub first: usize,
    /// Rows that had room.
    pub height: usize,
}

/// All that was laid out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seen {
    /// Places for the mouse; a later one lies above an earlier one.
    pub regions: Vec<Region>,
    /// Lists of the lens.
    pub pages: Vec<Page>,
    /// Lists of what floats.
    pub floats: Vec<Page>,
    /// Where the terminal's cursor stands, while typing.
    pub cursor: Option<(u16, u16)>,
}

impl Seen {
    /// Adds all of `other`, which was drawn later.
    pub fn add(&mut self, other: Self) {
        self.regions.extend(other.regions);
        self.pages.extend(other.pages);
        self.floats.extend(other.floats);
        self.cursor = other.cursor.or(self.cursor);
    }

    /// What lies at a cell, the topmost.
    pub fn at(&self, x: u16, y: u16) -> Option<Spot> {
        self.regions.iter().rev().find(|r| r.area.contains((x, y).into())).map(|r| r.spot)
    }
}
