//! How the figures of the cell, the part and the account under the cursor are made.
use super::state::WhiteSpace;
use crate::lens::{Cx, Why};
use crate::report::whitespace::explain;

impl WhiteSpace {
    /// Of a cell its own; on the name of a row those of the part, then of the account.
    pub(super) fn explain(&self, cx: &Cx<'_>) -> Option<Why> {
        let book = self.book.as_ref()?;
        let (account, unit) = self.part(self.desk.grid.at().0)?;
        let values = cx.values();
        if !self.desk.grid.is_on_name()
            && let Some(row) = self.current()
        {
            let title = format!("{} · {}", row.cell.offering, row.cell.unit);
            return Some(Why::of(explain(&title, std::slice::from_ref(&row.cell), book.chances, &values)));
        }
        let cells: Vec<_> = book.counted(account.id).into_iter().filter(|c| c.place.unit == unit).collect();
        let title = if unit.is_some() { Self::part_name(account, unit, cx) } else { account.name.clone() };
        let mut blocks = explain(&title, &cells, book.chances, &values);
        if unit.is_some() {
            blocks.extend(explain(&account.name, &book.counted(account.id), book.chances, &values));
        }
        Some(Why::of(blocks))
    }
}
