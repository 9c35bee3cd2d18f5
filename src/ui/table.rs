//! Rows in columns: text left, numbers right, and columns that leave in a declared order when room is short.
use ratatui::layout::Rect;

use super::cursor::Cursor;
use super::pen::{Pen, Span};
use super::seen::{Page, Region, Seen, Spot};
use super::theme::Role;

/// Blank columns between two columns of a table.
const GAP: u16 = 2;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Fewest columns of the screen it can live with.
    pub least: u16,
    /// Whether it takes the room that is left.
    pub grows: bool,
    /// Whether it ends at its right edge, as numbers do.
    pub right: bool,
    /// When it leaves: 0 never, else the highest first.
    pub leaves: u8,
}

impl Column {
    /// A column of this width that never leaves.
    pub const fn fixed(width: u16) -> Self {
        Self { least: width, grows: false, right: false, leaves: 0 }
    }

    /// A column of at least this width that takes the room that is left.
    pub const fn growing(least: u16) -> Self {
        Self { least, grows: true, right: false, leaves: 0 }
    }

    /// The same, ending at the right.
    #[must_use]
    pub const fn right(mut self) -> Self {
        self.right = true;
        self
    }

    /// The same, leaving when room is short: the highest number first.
    #[must_use]
    pub const fn leaves(mut self, order: u8) -> Self {
        self.leaves = order;
        self
    }
}

/// Place and width of each column in `width` columns; `None` for one that had to leave.
pub fn lay_out(columns: &[Column], width: u16) -> Vec<Option<(u16, u16)>> {
    let mut stays: Vec<bool> = vec![true; columns.len()];
    let needed = |stays: &[bool]| -> u32 {
        let kept = columns.iter().zip(stays).filter(|(_, s)| **s).map(|(c, _)| u32::from(c.least));
        let count = u32::try_from(stays.iter().filter(|s| **s).count()).unwrap_or(0);
        kept.sum::<u32>() + u32::from(GAP) * count.saturating_sub(1)
    };
    while needed(&stays) > u32::from(width) {
        let next = (0..columns.len()).filter(|i| stays[*i] && columns[*i].leaves > 0);
        let Some(leaver) = next.max_by_key(|i| columns[*i].leaves) else { break };
        stays[leaver] = false;
    }
    let mut spare = u16::try_from(u32::from(width).saturating_sub(needed(&stays))).unwrap_or(0);
    let mut growing = columns.iter().zip(&stays).filter(|(c, s)| **s && c.grows).count();
    let mut x = 0;
    let mut places = Vec::with_capacity(columns.len());
    for (column, stays) in columns.iter().zip(stays) {
        if !stays {
            places.push(None);
            continue;
        }
        let mut wide = column.least;
        if column.grows {
            let extra = spare / u16::try_from(growing.max(1)).unwrap_or(1);
            wide += extra;
            spare -= extra;
            growing -= 1;
        }
        let wide = wide.min(width.saturating_sub(x));
        places.push(Some((x, wide)));
        x = x.saturating_add(wide).saturating_add(GAP);
    }
    places
}

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableRow {
    /// Its cells, one per column.
    Cells(Vec<Vec<Span>>),
    /// A head of a group: across all columns, never selected by itself.
    Group(Vec<Span>),
}

impl TableRow {
    /// A row of cells.
    pub fn cells<const N: usize>(cells: [Vec<Span>; N]) -> Self {
        Self::Cells(cells.into())
    }
}

impl From<Span> for Vec<Span> {
    fn from(span: Span) -> Self {
        vec![span]
    }
}

/// A list with a cursor, drawn in one panel of the lens.
#[derive(Debug, Clone, Copy)]
pub struct List<'a> {
    /// The columns.
    pub columns: &'a [Column],
    /// The cursor.
    pub cursor: &'a Cursor,
    /// How many rows there are.
    pub len: usize,
    /// Which panel, counted from 0.
    pub panel: u8,
    /// Whether this panel has the keys.
    pub focused: bool,
}

impl List<'_> {
    /// Draws the rows that have room; only those are asked for. The area's first column is for the cursor's bar.
    pub fn draw(&self, pen: &mut Pen<'_>, area: Rect, row: impl Fn(usize) -> TableRow) -> Seen {
        let mut seen = Seen::default();
        if pen.is_taking() {
            pen.take_rows(self.focused, (0..self.len).map(row));
            return seen;
        }
        let area = area.intersection(pen.buf.area);
        let height = usize::from(area.height);
        let first = self.cursor.first(self.len, height);
        seen.pages.push(Page { panel: self.panel, first, height });
        let places = lay_out(self.columns, area.width.saturating_sub(1));
        for (line, index) in (area.y..area.bottom()).zip(first..self.len) {
            let place = Rect { y: line, height: 1, ..area };
            draw_row(pen, place, self.columns, &places, &row(index));
            if index == self.cursor.at.min(self.len.saturating_sub(1)) {
                select(pen, place, self.focused);
            }
            seen.regions.push(Region { area: place, spot: Spot::Row(self.panel, index) });
        }
        seen
    }
}

/// Marks a row as the one under the cursor.
pub fn select(pen: &mut Pen<'_>, place: Rect, focused: bool) {
    let bar = pen.glyphs.bar();
    let style = pen.theme.selected(focused);
    pen.tint(place, style);
    pen.put(place.x, place.y, 1, bar, if focused { Role::Accent } else { Role::Muted });
}

/// Draws one row into the columns as they were laid out.
pub fn draw_row(
    pen: &mut Pen<'_>,
    place: Rect,
    columns: &[Column],
    places: &[Option<(u16, u16)>],
    row: &TableRow,
) {
    if pen.take_line(row) {
        return;
    }
    let left = place.x.saturating_add(1);
    match row {
        TableRow::Group(spans) => {
            pen.spans(left, place.y, place.width.saturating_sub(1), spans);
        }
        TableRow::Cells(cells) => {
            for ((cell, column), laid) in cells.iter().zip(columns).zip(places) {
                let Some((x, wide)) = laid else { continue };
                if column.right {
                    pen.spans_right(left + x + wide, place.y, *wide, cell);
                } else {
                    pen.spans(left + x, place.y, *wide, cell);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [Column; 4] = [
        Column::growing(8),
        Column::fixed(10).leaves(2),
        Column::fixed(6).leaves(1),
        Column::fixed(5).right(),
    ];

    #[test]
    fn columns_leave_in_their_order_and_the_rest_grows() {
        let shown =
            |width| lay_out(&COLUMNS, width).iter().map(|p| p.map_or(0, |(_, w)| w)).collect::<Vec<_>>();
        assert_eq!(shown(40), [13, 10, 6, 5]);
        assert_eq!(shown(34), [19, 0, 6, 5]);
        assert_eq!(shown(20), [13, 0, 0, 5]);
        assert_eq!(shown(3), [3, 0, 0, 0]);
    }

    #[test]
    fn columns_do_not_overlap_and_stay_inside() {
        for width in 0..200 {
            let mut end = 0;
            for (x, wide) in lay_out(&COLUMNS, width).into_iter().flatten() {
                assert!(wide == 0 || (x >= end && x + wide <= width), "{width}");
                end = x + wide;
            }
        }
    }
}
