//! What the grid does itself while reading, and when.
use super::figure;
use super::indicator::Axis;
use super::order::Filter;
use super::state::{Kpis, Row};
use crate::command::{Command, Effect};
use crate::domain::period::Period;
use crate::lang::Lang;
use crate::lens::Cx;
use crate::lens::desk::Closed;
use crate::ui::cells::tab_separated;
use crate::ui::grid::Step;

impl Kpis {
    /// Whether the grid does this itself now.
    pub(super) fn does(&self, command: Command) -> bool {
        let some = self.current().is_some();
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
            // On a cell they mean its figure, on the name of the row the indicator, as everywhere.
            Command::Open | Command::Copy | Command::Delete => some && !self.desk.grid.is_on_name(),
            Command::ZoomIn => some && self.zoom.nearer().is_some(),
            Command::ZoomOut => some && self.zoom.farther().is_some(),
            Command::Sort => self.all.len() > 1,
            Command::SortReverse => self.all.len() > 1 && self.sort != super::order::Sort::Place,
            Command::Filter => self.filter != Filter::All || self.filter.next(&self.all) != Filter::All,
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
            Command::CellClear => return self.clear(cx),
            Command::Delete => return self.clear_block(cx),
            Command::Open => return self.enter(cx),
            Command::Copy => return self.copy(cx),
            Command::Back => self.back(cx),
            Command::Mark => self.desk.grid.mark(),
            Command::Axis => self.axis = self.axis.next(),
            Command::ZoomIn | Command::ZoomOut => self.zoom_by(command, cx),
            Command::Sort => {
                self.sort = self.sort.next();
                self.reversed = false;
                self.desk.grid.unmark();
                self.arrange(cx);
            }
            Command::SortReverse => {
                self.reversed = !self.reversed;
                self.desk.grid.unmark();
                self.arrange(cx);
            }
            Command::Filter => {
                self.filter = self.filter.next(&self.all);
                self.desk.grid.unmark();
                self.arrange(cx);
            }
            _ => self.walk(command),
        }
        self.turned()
    }

    fn walk(&mut self, command: Command) {
        let (rows, size) = (&self.rows, self.size());
        self.desk.walk(command, size, |row| matches!(rows.get(row), Some(Row::Kpi(_))));
    }

    fn zoom_by(&mut self, command: Command, cx: &Cx<'_>) {
        let zoom = if command == Command::ZoomIn { self.zoom.nearer() } else { self.zoom.farther() };
        if let Some(zoom) = zoom {
            let (stood, year) = (self.column(), cx.directory.terms.year);
            let within = |of: &Period| {
                let first = year.first_day(*of);
                stood.is_some_and(|s| year.first_day(s) <= first && first <= year.last_day(s))
            };
            self.zoomed = self.zoomed.filter(within).or(stood);
            self.zoom = zoom;
            self.desk.grid.unmark();
            self.lay_out(self.zoomed, cx);
        }
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

    /// The cell or the block as cells of a spreadsheet.
    fn copy(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        let block = self.desk.grid.block();
        let lang = cx.words.lang();
        let rows = block.rows.filter(|row| self.stands(*row));
        let cells = |row: usize| block.columns.clone().map(|c| self.copied(row, c, lang, cx)).collect();
        let text = tab_separated(&rows.map(cells).collect::<Vec<Vec<String>>>());
        self.desk.grid.unmark();
        vec![Effect::Copy(text)]
    }

    /// A cell for the clipboard: as it was entered, else as it is worked out; empty where it is not known.
    fn copied(&self, row: usize, column: usize, lang: Lang, cx: &Cx<'_>) -> String {
        let (Some(one), Some(column)) = (self.indicator(row), self.columns.get(column)) else {
            return String::new();
        };
        let Some(period) = one.at(*column) else { return String::new() };
        let entered = one.entered(self.axis, period).filter(|_| self.axis != Axis::Deviation);
        if let Some(entered) = entered {
            return figure::copied(entered.0, lang);
        }
        let cell = one.series.cell(period, cx.today);
        let value = match self.axis {
            Axis::Actual => cell.actual,
            Axis::Target => cell.target.map(|goal| goal.low),
            Axis::Deviation => cell.deviation,
        };
        value.map_or_else(|_| String::new(), |v| figure::copied_value(v, lang))
    }
}
