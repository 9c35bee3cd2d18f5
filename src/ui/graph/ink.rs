//! The lines of a drawing, made of Braille dots; of signs where only ASCII may be drawn.
use ratatui::layout::Rect;

use super::Stroke;
use super::plan::{Dot, Path};
use crate::ui::dots::{ACROSS, DOWN, bit, sign, walk};
use crate::ui::pen::Pen;
use crate::ui::theme::Role;

#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    dots: u8,
    /// The strongest stroke in it, for ASCII.
    stroke: Option<Stroke>,
    lit: bool,
}

/// The lines.
#[derive(Debug)]
pub(super) struct Ink {
    columns: usize,
    cells: Vec<Cell>,
}

impl Ink {
    /// An empty drawing of so many cells.
    pub(super) fn new(area: Rect) -> Self {
        let (columns, rows) = (usize::from(area.width), usize::from(area.height));
        Self { columns, cells: vec![Cell::default(); columns * rows] }
    }

    fn dot(&mut self, (x, y): (usize, usize), stroke: Stroke, lit: bool) {
        let (column, row) = (x / ACROSS, y / DOWN);
        if column >= self.columns {
            return;
        }
        if let Some(cell) = self.cells.get_mut(row * self.columns + column) {
            cell.dots |= bit(x, y);
            cell.stroke = cell.stroke.max(Some(stroke));
            cell.lit |= lit;
        }
    }

    /// Draws a line; `lit` is where the eye should go.
    pub(super) fn line(&mut self, path: &Path, stroke: Stroke, lit: bool) {
        let mut walked: usize = 0;
        for two in path.dots.windows(2) {
            let fine = |dot: Dot| (usize::from(dot.0), usize::from(dot.1));
            for at in walk(fine(two[0]), fine(two[1])) {
                let (skip, thick) = match stroke {
                    Stroke::Dotted => (3, false),
                    Stroke::Against => (5, false),
                    Stroke::Thin => (1, false),
                    Stroke::Thick => (1, true),
                };
                if walked.is_multiple_of(skip) {
                    self.dot(at, stroke, lit);
                    if thick {
                        let steep = two[0].0.abs_diff(two[1].0) < two[0].1.abs_diff(two[1].1);
                        let beside = if steep { (at.0 + 1, at.1) } else { (at.0, at.1 + 1) };
                        self.dot(beside, stroke, lit);
                    }
                }
                walked += 1;
            }
        }
    }

    /// Puts the lines on the screen.
    pub(super) fn draw(&self, pen: &mut Pen<'_>, area: Rect) {
        let ascii = pen.glyphs.ascii;
        for (y, line) in (area.y..area.bottom()).zip(self.cells.chunks(self.columns.max(1))) {
            for (x, cell) in (area.x..area.right()).zip(line) {
                let Some(stroke) = cell.stroke else { continue };
                let plain = match stroke {
                    Stroke::Against => "'",
                    Stroke::Dotted => ".",
                    Stroke::Thin => "-",
                    Stroke::Thick => "=",
                };
                let role = if cell.lit { Role::Accent } else { Role::Muted };
                let braille = sign(cell.dots);
                pen.put(x, y, 1, if ascii { plain } else { &braille }, role);
            }
        }
    }
}

/// The middle of the longest part of a line, in cells: where its sign stands.
pub(super) fn middle(path: &Path) -> Option<(u16, u16)> {
    let long = |two: &&[Dot]| two[0].0.abs_diff(two[1].0) / 2 + two[0].1.abs_diff(two[1].1) / 4;
    let two = path.dots.windows(2).max_by_key(long)?;
    Some((two[0].0.midpoint(two[1].0) / 2, two[0].1.midpoint(two[1].1) / 4))
}
