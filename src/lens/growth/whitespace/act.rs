//! What the grid does itself, and when.
use super::rows::{Filter, Row};
use super::state::WhiteSpace;
use crate::command::{Command, Effect};
use crate::lang::figure;
use crate::lens::Cx;
use crate::lens::desk::Closed;
use crate::report::whitespace::Axis;
use crate::ui::cells::tab_separated;
use crate::ui::grid::Step;

impl WhiteSpace {
    /// Whether the grid does this itself now.
    pub(super) fn does(&self, command: Command, _cx: &Cx<'_>) -> bool {
        let some = self.here().is_some();
        let on_cell = some && !self.desk.grid.is_on_name();
        if let Some(does) = self.desk.does(command) {
            return does;
        }
        match command {
            _ if command.walks() => some,
            Command::MoveUp
            | Command::MoveDown
            | Command::MoveLeft
            | Command::MoveRight
            | Command::Mark
            | Command::Axis => some,
            // On a cell they mean the cell, on the name of the row its part of the account, as everywhere.
            Command::Open | Command::Copy | Command::Delete | Command::SetValue | Command::Edit => on_cell,
            Command::New => true,
            Command::Filter => self
                .book
                .as_ref()
                .is_some_and(|b| self.filter != Filter::All || self.filter.next(b) != Filter::All),
            Command::Back => self.desk.goes_back() || self.filter != Filter::All,
            _ => false,
        }
    }

    /// Does it.
    pub(super) fn act(&mut self, command: Command, cx: &Cx<'_>) -> Vec<Effect> {
        if let Some(step) = Step::entering(command) {
            return self.take_and(step, cx);
        }
        if self.desk.preview.is_some() {
            if command == Command::Choose {
                return self.save_pasted(cx);
            }
            self.desk.turn(command);
            return Vec::new();
        }
        match command {
            Command::CellClear => return self.clear_entered(),
            Command::Delete => return self.clear(cx),
            Command::Open => return self.enter(cx),
            Command::Copy => return self.copy(cx),
            Command::SetValue => return self.offer_states(cx),
            Command::New => return self.begin(cx),
            Command::Edit => return self.edit(cx),
            Command::Back => self.back(cx),
            Command::Mark => self.desk.grid.mark(),
            Command::Axis => self.axis = self.axis.next(),
            Command::Filter => {
                if let Some(book) = &self.book {
                    self.filter = self.filter.next(book);
                }
                self.desk.grid.unmark();
                self.arrange(cx);
            }
            _ => self.walk(command),
        }
        Vec::new()
    }

    fn walk(&mut self, command: Command) {
        let (rows, size) = (&self.rows, self.size());
        self.desk.walk(command, size, |row| matches!(rows.get(row), Some(Row::Part(..))));
    }

    /// A step to the next cell.
    pub(super) fn step(&mut self, step: Step) {
        let (rows, size) = (&self.rows, self.size());
        self.desk.grid.step(step, size, |row| matches!(rows.get(row), Some(Row::Part(..))));
    }

    /// One layer up: out of entering, then the marks, the search, the filter.
    fn back(&mut self, cx: &Cx<'_>) {
        match self.desk.back() {
            Closed::Layer => return,
            Closed::Text => {}
            Closed::Nothing => self.filter = Filter::All,
        }
        self.arrange(cx);
    }

    /// The cell or the block as cells of a spreadsheet: what is shown, as a number that can be read only one way; a cell without one
    /// says who serves it.
    fn copy(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        let block = self.desk.grid.block();
        let rows = block.rows.filter(|row| self.stands(*row));
        let line = |row: usize| block.columns.clone().map(|column| self.copied(row, column, cx)).collect();
        let text = tab_separated(&rows.map(line).collect::<Vec<Vec<String>>>());
        self.desk.grid.unmark();
        vec![Effect::Copy(text)]
    }

    fn copied(&self, row: usize, column: usize, cx: &Cx<'_>) -> String {
        let Some(cell) = self.cell(row, column) else { return String::new() };
        let lang = cx.words.lang();
        let money = |money: Option<crate::domain::money::Money>| {
            money.and_then(crate::domain::money::Money::scaled).map(|units| figure::plain(lang, units))
        };
        let gap = || {
            let minor = cell.total?.minor.saturating_sub(cell.ours.map_or(0, |m| m.minor)).max(0);
            let same = cell.ours.is_none_or(|ours| Some(ours.currency) == cell.total.map(|m| m.currency));
            let gap = crate::domain::money::Money { minor, ..cell.total? };
            cell.cell.gap().filter(|_| same).and_then(|_| money(Some(gap)))
        };
        let shown = match self.axis {
            Axis::Ours => money(cell.ours),
            Axis::Total => money(cell.total),
            Axis::Gap => gap(),
            Axis::Ends => cell.cell.ends_on.map(|end| end.to_string()),
        };
        shown.unwrap_or_else(|| crate::lang::choice::word(cell.cell.state, cx.words))
    }
}
