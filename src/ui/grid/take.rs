//! A grid as cells, where it is taken down instead of being drawn.
use super::{Content, Grid, Place};
use crate::ui::listing::plain;
use crate::ui::pen::Pen;

impl Grid<'_> {
    /// All of it as cells: names, figures, and what stands at the right.
    pub(super) fn take(&self, pen: &mut Pen<'_>, content: &impl Content) {
        let places = || {
            let names = (0..self.names.len()).map(Place::Name);
            names.chain((0..self.size.1).map(Place::Cell)).chain((0..self.ends.len()).map(Place::End))
        };
        let cell = |row: usize, place: Place| match place {
            Place::Cell(column) => plain(&[content.cell(row, column).figure]),
            place => plain(&content.beside(row, place, 0)),
        };
        let (mut group, mut rows) = (String::new(), Vec::new());
        for row in 0..self.size.0 {
            match content.group(row) {
                Some(head) => {
                    group = head.first().map(|s| plain(std::slice::from_ref(s))).unwrap_or_default();
                }
                None => {
                    rows.push(std::iter::once(group.clone()).chain(places().map(|p| cell(row, p))).collect());
                }
            }
        }
        let heads = std::iter::once(String::new()).chain(places().map(|place| plain(&content.head(place))));
        pen.take_cells(self.focused, heads.collect(), rows);
    }
}
