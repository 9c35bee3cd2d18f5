//! A plot made of small dots, eight in a cell of Braille; only one in a cell where only ASCII may be drawn.
use ratatui::layout::Rect;

use crate::ui::dots;
use crate::ui::pen::Pen;
use crate::ui::theme::Role;

/// What a dot belongs to; a later one covers an earlier one where they share a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Ink {
    /// Nothing was drawn.
    #[default]
    None,
    /// Shade of the cone.
    Shade,
    /// The upright mark.
    Upright,
    /// Light.
    LastYear,
    /// Dotted.
    Target,
    /// Solid.
    Actual,
    /// A figure without neighbours.
    Spot,
    /// The end of the forecast.
    Landing,
}

impl Ink {
    /// Every how many dots of a line one is drawn.
    const fn every(self, ascii: bool) -> usize {
        match self {
            Self::LastYear if ascii => 3,
            Self::LastYear => 5,
            Self::Target => 2,
            Self::None | Self::Shade | Self::Upright | Self::Actual | Self::Spot | Self::Landing => 1,
        }
    }
}

#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    dots: u8,
    ink: Ink,
}

/// The dots.
#[derive(Debug)]
pub(super) struct Raster {
    columns: usize,
    rows: usize,
    ascii: bool,
    cells: Vec<Cell>,
}

impl Raster {
    /// A plot of that many cells.
    pub(super) fn new(columns: u16, rows: u16, ascii: bool) -> Self {
        let (columns, rows) = (usize::from(columns), usize::from(rows));
        Self { columns, rows, ascii, cells: vec![Cell::default(); columns * rows] }
    }

    /// Dots in a cell, across and down.
    const fn fine(&self) -> (usize, usize) {
        if self.ascii { (1, 1) } else { (2, 4) }
    }

    /// Dots of the plot, across and down.
    pub(super) const fn dots(&self) -> (usize, usize) {
        let (across, down) = self.fine();
        (self.columns * across, self.rows * down)
    }

    fn cell(&mut self, column: usize, row: usize) -> Option<&mut Cell> {
        if column < self.columns { self.cells.get_mut(row * self.columns + column) } else { None }
    }

    fn dot(&mut self, (x, y): (usize, usize), ink: Ink) {
        let (across, down) = self.fine();
        if let Some(cell) = self.cell(x / across, y / down) {
            cell.dots |= dots::bit(x, y);
            cell.ink = cell.ink.max(ink);
        }
    }

    /// Draws lines between neighbours that are both known; one that stands alone is a spot.
    pub(super) fn path(&mut self, points: &[Option<(usize, usize)>], ink: Ink) {
        let mut walked = 0;
        for (index, point) in points.iter().enumerate() {
            let Some(to) = *point else { continue };
            let before = index.checked_sub(1).and_then(|i| points.get(i).copied().flatten());
            let after = points.get(index + 1).copied().flatten();
            match before {
                Some(from) => walked = self.line(from, to, ink, walked),
                None if after.is_none() && ink == Ink::Actual => self.mark(to, Ink::Spot),
                None if after.is_none() => self.spot(to, ink),
                None => {}
            }
        }
    }

    /// Two dots by two, so that it is seen.
    fn spot(&mut self, (x, y): (usize, usize), ink: Ink) {
        let (x, y) = (x - x % 2, y - y % 2);
        let far = usize::from(!self.ascii);
        for at in [(x, y), (x + far, y), (x, y + far), (x + far, y + far)] {
            self.dot(at, ink);
        }
    }

    /// A straight line, in the texture of its ink; goes on with the texture where the line before has stopped.
    fn line(&mut self, from: (usize, usize), to: (usize, usize), ink: Ink, mut walked: usize) -> usize {
        for (x, y) in dots::walk(from, to) {
            if walked.is_multiple_of(ink.every(self.ascii)) {
                self.dot((x, y), ink);
                if ink == Ink::Actual {
                    // Twice as thick: what was measured is told from what was wanted without a colour.
                    self.dot((x, y + usize::from(!self.ascii)), ink);
                }
            }
            walked += 1;
        }
        walked.saturating_sub(1)
    }

    /// Shades all cells between two rays from a dot to the rows `high` and `low` at `to`.
    pub(super) fn cone(&mut self, from: (usize, usize), to: usize, (high, low): (usize, usize)) {
        let (across, down) = self.fine();
        let (high, low) = (high.min(low), high.max(low));
        let length = to.saturating_sub(from.0);
        for column in from.0 / across..=to / across {
            // The right end of the cell decides: the cone is never narrower than it is.
            let gone = ((column + 1) * across - 1).clamp(from.0, to.max(from.0)) - from.0;
            let at = |end: usize| {
                let moved = (from.1.abs_diff(end) * gone).checked_div(length).unwrap_or(0);
                if end >= from.1 { from.1 + moved } else { from.1 - moved }
            };
            for row in at(high) / down..=at(low) / down {
                if let Some(cell) = self.cell(column, row) {
                    cell.ink = cell.ink.max(Ink::Shade);
                }
            }
        }
    }

    /// An upright mark through all that is free.
    pub(super) fn upright(&mut self, x: usize) {
        let column = x / self.fine().0;
        for row in 0..self.rows {
            if let Some(cell) = self.cell(column, row) {
                cell.ink = cell.ink.max(Ink::Upright);
            }
        }
    }

    /// A sign that covers what its cell has.
    pub(super) fn mark(&mut self, (x, y): (usize, usize), ink: Ink) {
        let (across, down) = self.fine();
        if let Some(cell) = self.cell(x / across, y / down) {
            cell.ink = cell.ink.max(ink);
        }
    }

    /// Puts the cells on the screen; `judged` is the meaning of the actual.
    pub(super) fn draw(&self, pen: &mut Pen<'_>, area: Rect, judged: Role) {
        let g = pen.glyphs;
        for (y, line) in (area.y..area.bottom()).zip(self.cells.chunks(self.columns.max(1))) {
            for (x, cell) in (area.x..area.right()).zip(line) {
                let dots = dots::sign(cell.dots);
                let (sign, role) = match cell.ink {
                    Ink::None => continue,
                    Ink::Shade => (g.or("░", ":"), Role::Muted),
                    Ink::Upright => (g.or("┊", "|"), Role::Muted),
                    Ink::LastYear => (if self.ascii { "'" } else { dots.as_str() }, Role::Muted),
                    Ink::Target => (if self.ascii { "-" } else { dots.as_str() }, Role::Text),
                    Ink::Actual => (if self.ascii { "*" } else { dots.as_str() }, judged),
                    Ink::Spot => (g.or("•", "*"), judged),
                    Ink::Landing => (g.or("◆", "@"), judged),
                };
                pen.put(x, y, 1, sign, role);
            }
        }
    }
}
