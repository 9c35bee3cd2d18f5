//! A grid as spreadsheets have it: names stay at the left, a few columns at the right, and what lies between scrolls.
mod draw;
mod state;
mod step;
mod take;

use super::pen::Span;
use super::table::Column;

pub use state::{Block, Entry, GridState};
pub use step::Step;

/// What stands in one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The figure, without its unit.
    pub figure: Span,
    /// How it is judged: one column behind the figure.
    pub sign: Option<Span>,
    /// What stands below it, one line each, where rows have more than one line.
    pub below: Vec<Span>,
}

/// A column of the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// One of the columns that stay at the left.
    Name(usize),
    /// One of those that scroll.
    Cell(usize),
    /// One of the columns that stay at the right.
    End(usize),
}

/// Where the grid takes what it shows. Only what has room is asked for.
pub trait Content {
    /// The heading of a column.
    fn head(&self, place: Place) -> Vec<Span>;

    /// The head of a group, if one stands in this row.
    fn group(&self, row: usize) -> Option<Vec<Span>>;

    /// What a row has beside its cells, on one of its lines, in a column that stays.
    fn beside(&self, row: usize, place: Place, line: u16) -> Vec<Span>;

    /// A cell.
    fn cell(&self, row: usize, column: usize) -> Cell;
}

/// A grid as it is to be drawn.
#[derive(Debug, Clone, Copy)]
pub struct Grid<'a> {
    /// Where it stands.
    pub state: &'a GridState,
    /// Number of its rows as a panel of the lens.
    pub panel: u8,
    /// Number under which its first column is reported.
    pub across: u8,
    /// Columns that stay at the left. One that grows takes what the cells leave over, up to `names_most`.
    pub names: &'a [Column],
    /// The most columns of the screen that a growing name needs.
    pub names_most: u16,
    /// Columns that stay at the right; they leave before the cells have no room.
    pub ends: &'a [Column],
    /// How many rows, the heads of groups among them, and how many columns that scroll.
    pub size: (usize, usize),
    /// Columns of the screen that a cell has, the sign behind its figure included. One blank column lies between two cells.
    pub wide: u16,
    /// Fewest cells side by side, as long as columns at the right can leave.
    pub least: u16,
    /// Lines of a row.
    pub lines: u16,
    /// What stands before the decimals.
    pub decimal: char,
    /// Columns kept behind and with the decimal mark.
    pub fraction: u16,
    /// Whether it has the keys.
    pub focused: bool,
}
