//! The curve of who makes the revenue: what all up to each client make, with the lines at which the classes end.
use ratatui::layout::Rect;

use super::raster::{Ink, Raster};
use crate::ui::pen::Pen;
use crate::ui::text::{visible, width};
use crate::ui::theme::Role;

/// Columns of the screen for the values at the left.
const AXIS: u16 = 6;

/// The curve.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve<'a> {
    /// What all up to each client make, 0 … 1, the largest client first.
    pub up_to: &'a [f64],
    /// The client under the cursor, counted from 0.
    pub at: Option<usize>,
    /// How many clients the first class has, and the first two together.
    pub ends: [usize; 2],
    /// What the classes are called below the curve.
    pub names: [String; 3],
    /// The values at the left: of nothing, of where the first class ends, of everything.
    pub labels: [String; 3],
}

/// Where the first two classes end, 0 … 1.
const LINES: [f64; 2] = [0.8, 0.95];

impl Curve<'_> {
    /// Draws the curve into the area.
    pub fn draw(&self, pen: &mut Pen<'_>, area: Rect) {
        let area = area.intersection(pen.buf.area);
        if area.width <= AXIS + 4 || area.height < 3 || self.up_to.is_empty() {
            return;
        }
        let plot = Rect { x: area.x + AXIS, width: area.width - AXIS - 1, height: area.height - 1, ..area };
        let mut raster = Raster::new(plot.width, plot.height, pen.glyphs.ascii);
        let (wide, high) = raster.dots();
        for x in self.ends.into_iter().filter(|end| *end < self.up_to.len()).map(|end| self.across(end, wide))
        {
            raster.upright(x);
        }
        for (value, ink) in LINES.into_iter().zip([Ink::Target, Ink::LastYear]) {
            let y = down(value, high);
            raster.path(&[Some((0, y)), Some((wide.saturating_sub(1), y))], ink);
        }
        raster.path(&self.path(wide, high), Ink::Actual);
        raster.draw(pen, plot, Role::Text);
        self.draw_cursor(pen, plot);
        self.draw_labels(pen, area, plot);
    }

    /// The dots of the curve: one a client, or one a column of dots where there are more clients than columns.
    fn path(&self, wide: usize, high: usize) -> Vec<Option<(usize, usize)>> {
        let count = self.up_to.len();
        let value =
            |clients: usize| clients.checked_sub(1).and_then(|i| self.up_to.get(i)).copied().unwrap_or(0.0);
        let steps = count.min(wide.saturating_sub(1)).max(1);
        let clients = |step: usize| step * count / steps;
        let dot = |n: usize| Some((self.across(n, wide), down(value(n), high)));
        (0..=steps).map(clients).map(dot).collect()
    }

    /// The column of dots behind so many clients.
    const fn across(&self, clients: usize, wide: usize) -> usize {
        let count = if self.up_to.is_empty() { 1 } else { self.up_to.len() };
        let at = clients * wide.saturating_sub(1) / count;
        if at < wide { at } else { wide.saturating_sub(1) }
    }

    /// The client under the cursor, where its own part of the curve ends.
    fn draw_cursor(&self, pen: &mut Pen<'_>, plot: Rect) {
        let Some((at, value)) = self.at.and_then(|at| Some((at, *self.up_to.get(at)?))) else { return };
        let x = self.across(at + 1, usize::from(plot.width));
        let y = down(value, usize::from(plot.height));
        let offset = |n: usize| u16::try_from(n).unwrap_or(0);
        let sign = pen.glyphs.or("◆", "@");
        pen.put(plot.x + offset(x), plot.y + offset(y), 1, sign, Role::Accent);
    }

    /// Values at the left, and below each class its name where it has room.
    fn draw_labels(&self, pen: &mut Pen<'_>, area: Rect, plot: Rect) {
        let high = usize::from(plot.height);
        let rows = [0.0, LINES[0], 1.0].map(|value| plot.y + u16::try_from(down(value, high)).unwrap_or(0));
        for (at, (row, label)) in rows.into_iter().zip(&self.labels).enumerate() {
            // In a low plot two values may share a row: the ends say more.
            if at != 1 || (row != rows[0] && row != rows[2]) {
                pen.put_right(plot.x - 1, row, AXIS - 1, label, Role::Muted);
            }
        }
        let wide = usize::from(plot.width);
        let ends = [0, self.ends[0], self.ends[1], self.up_to.len()].map(|n| self.across(n, wide));
        let mut taken = 0;
        for ((from, to), name) in ends.iter().zip(ends.iter().skip(1)).zip(&self.names) {
            let own = width(&visible(name));
            let middle = (from + to).saturating_sub(own) / 2;
            let start = middle.max(taken).min(wide.saturating_sub(own));
            if from < to && start >= taken && start + own <= wide {
                let x = plot.x + u16::try_from(start).unwrap_or(0);
                pen.put(x, area.bottom() - 1, plot.right().saturating_sub(x), name, Role::Muted);
                taken = start + own + 2;
            }
        }
    }
}

/// The row of a share, 0 … 1, in so many rows counted from above.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "clamped to the rows of a screen"
)]
fn down(share: f64, rows: usize) -> usize {
    let last = rows.saturating_sub(1) as f64;
    ((1.0 - share) * last).round().clamp(0.0, last) as usize
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;

    use super::*;
    use crate::ui::{Glyphs, Theme};

    fn drawn(up_to: &[f64], at: Option<usize>, size: (u16, u16), ascii: bool) -> Vec<String> {
        let mut buf = Buffer::empty(Rect::new(0, 0, size.0, size.1));
        let area = buf.area;
        let names = ["A 2", "B 1", "C 1"].map(str::to_owned);
        let labels = ["0%", "80%", "100%"].map(str::to_owned);
        let curve = Curve { up_to, at, ends: [2, 3], names, labels };
        curve.draw(&mut Pen::new(&mut buf, Theme::Mono, Glyphs { ascii }), area);
        let row = |y| (0..size.0).map(|x| buf[(x, y)].symbol()).collect::<String>();
        (0..size.1).map(row).collect()
    }

    #[test]
    fn the_curve_rises_from_nothing_to_everything_and_the_classes_stand_below() {
        let lines = drawn(&[0.52, 0.82, 0.95, 1.0], Some(1), (50, 12), true);
        assert!(
            lines[0].trim_start().starts_with("100%") && lines[0].trim_end().ends_with('*'),
            "{lines:#?}"
        );
        assert!(lines[10].contains(" 0% *"), "{lines:#?}");
        assert!(lines[2].contains("80%") && lines[2].contains('@'), "{lines:#?}");
        let foot = lines[11].split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(foot, "A 2 B 1 C 1");
    }

    #[test]
    fn thousands_of_clients_and_every_size_are_drawn_without_a_panic() {
        let many: Vec<f64> = (1..=5_000).map(|n| f64::from(n) / 5_000.0).collect();
        for size in [(1, 1), (10, 3), (40, 6), (300, 100), (11, 2)] {
            for curve in [many.as_slice(), &[1.0], &[]] {
                drawn(curve, Some(4_999), size, false);
                drawn(curve, None, size, true);
            }
        }
    }
}
