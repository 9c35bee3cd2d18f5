//! Pasting cells: what each would change is looked at first; ⏎ saves what can be taken as one act.
use super::enter::entered;
use super::rows::Row;
use super::state::WhiteSpace;
use crate::command::Effect;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::exchange::whitespace::{Grid, Part, Planned, paste};
use crate::lens::Cx;
use crate::lens::desk::Lines;
use crate::report::whitespace::Axis;
use crate::store::act::Act;
use crate::store::act::white::{Change, Set};
use crate::store::query::whitespace::CellRow;

/// What a pasted text would do.
#[derive(Debug)]
pub(super) struct Pasted {
    /// The cells that say something new, and those that cannot be taken.
    pub(super) cells: Vec<Planned>,
    /// How many say what is there already.
    pub(super) same: usize,
}

impl Pasted {
    /// How many cells it would write.
    pub(super) fn writes(&self) -> usize {
        self.cells.iter().filter(|c| c.set.is_ok()).count()
    }
}

impl Lines for Pasted {
    fn len(&self) -> usize {
        self.cells.len()
    }
}

impl WhiteSpace {
    /// Pasted text: one line goes into the cell being entered, cells go into a preview.
    pub(super) fn paste(&mut self, text: &str, cx: &Cx<'_>) {
        let Some(text) = self.desk.pasted(text) else { return };
        if self.here().is_none() {
            return;
        }
        if self.axis == Axis::Gap {
            self.axis = Axis::Total;
        }
        let planned = self.plan(text, cx);
        let all = planned.len();
        let cells: Vec<Planned> = planned.into_iter().filter(|cell| self.says_new(cell)).collect();
        let same = all - cells.len();
        self.desk.show(Pasted { cells, same });
    }

    fn plan(&self, text: &str, cx: &Cx<'_>) -> Vec<Planned> {
        let block = self.desk.grid.block();
        let part = |row: usize| {
            let (account, unit) = self.part(row)?;
            let name = if unit.is_some() { Self::part_name(account, unit, cx) } else { account.name.clone() };
            Some(Part { account: account.id, unit, name, currency: account.currency })
        };
        let rows: Vec<Part> = (0..self.rows.len()).filter_map(part).collect();
        let columns: Vec<(Id, String)> = (0..self.columns.len())
            .filter_map(|column| self.offering(column).map(|o| (o.id, o.name.clone())))
            .collect();
        let above = self.rows.iter().take(*block.rows.start());
        let row = above.filter(|row| matches!(row, Row::Part(..))).count();
        let column = *block.columns.start();
        let grid = Grid { rows: &rows, columns: &columns, row, column, entered: entered(self.axis) };
        paste(text, &grid, &cx.values())
    }

    fn says_new(&self, planned: &Planned) -> bool {
        let Ok(set) = planned.set else { return true };
        let Some(row) = self.kept(planned) else { return true };
        match set {
            Set::Ours(amount) => row.ours != amount,
            Set::Total(amount) => row.total != amount,
            Set::Ends(day) => row.cell.ends_on != day,
            Set::State(state) => row.cell.state != state,
            Set::Rival(who) => row.cell.competitor != who,
            Set::Clear => true,
        }
    }

    /// What stands in the cell of a planned one.
    pub(super) fn kept(&self, planned: &Planned) -> Option<&CellRow> {
        let place = planned.place?;
        self.book.as_ref()?.cells().find(|row| row.cell.place == place)
    }

    /// Saves what can be taken, as one act.
    pub(super) fn save_pasted(&mut self, _cx: &Cx<'_>) -> Vec<Effect> {
        let Some(preview) = &self.desk.preview else { return Vec::new() };
        let change = |cell: &Planned| Some(Change { place: cell.place?, set: *cell.set.as_ref().ok()? });
        let changes: Vec<Change> = preview.would.cells.iter().filter_map(change).collect();
        if changes.is_empty() {
            self.desk.preview = None;
            return vec![Effect::Notify(Explain::new("whitespace-pasted-nothing"))];
        }
        self.desk.save();
        vec![Effect::Act(Act::White(changes))]
    }
}
