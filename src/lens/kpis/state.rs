//! What the grid of indicators shows and where its cursor stands.
use ratatui::layout::Rect;

use super::column::Zoom;
use super::indicator::{Axis, Indicator};
use super::order::{Filter, Sort};
use super::paste::Pasted;
use super::why::Origin;
use super::{view, why};
use crate::command::{Command, Effect, Key, LensKind, Only};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::lens::desk::{Desk, GRID};
use crate::lens::{Cx, Lens, Mode, Told, Under, Why};
use crate::store::query::{Answer, Query, Scope};
use crate::ui::{Page, Pen, Seen};

/// The year since which all figures are asked for.
const OLDEST: i32 = 0;

/// A row of the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    /// The head of an account, or of the portfolio.
    Group(Option<Id>),
    /// An indicator, by its place in `all`.
    Kpi(usize),
}

/// The indicators.
#[derive(Debug, Default)]
pub struct Kpis {
    /// All of the scope.
    pub(super) all: Vec<Indicator>,
    /// Those that are shown, with the heads of groups.
    pub(super) rows: Vec<Row>,
    pub(super) columns: Vec<Period>,
    /// Whether the book has answered.
    pub(super) known: bool,
    pub(super) desk: Desk<Pasted>,
    pub(super) zoom: Zoom,
    pub(super) axis: Axis,
    pub(super) sort: Sort,
    pub(super) reversed: bool,
    pub(super) filter: Filter,
    /// Who entered the cell that was under the cursor.
    pub(super) from: Option<(Id, Period, Box<Origin>)>,
    /// All years were asked for, not only those that the headline needs.
    pub(super) whole: bool,
    /// The shortest period from which the columns were zoomed: zooming back leads there.
    pub(super) zoomed: Option<Period>,
    pub(super) wanted: Option<Id>,
    pub(super) wanted_column: Option<Period>,
    pub(super) shown: Option<Scope>,
}

impl Kpis {
    /// Rows and columns of the grid.
    pub(super) fn size(&self) -> (usize, usize) {
        (self.rows.len(), self.columns.len())
    }

    /// Whether one can stand on a row.
    pub(super) fn stands(&self, row: usize) -> bool {
        matches!(self.rows.get(row), Some(Row::Kpi(_)))
    }

    /// The indicator of a row.
    pub(super) fn indicator(&self, row: usize) -> Option<&Indicator> {
        match self.rows.get(row)? {
            Row::Kpi(at) => self.all.get(*at),
            Row::Group(_) => None,
        }
    }

    /// The indicator under the cursor.
    pub(super) fn current(&self) -> Option<&Indicator> {
        self.indicator(self.desk.grid.at().0)
    }

    /// The period under the cursor.
    pub(super) fn column(&self) -> Option<Period> {
        self.columns.get(self.desk.grid.at().1).copied()
    }

    /// Another cell is under the cursor: asks who entered it; at the first column for what is older than all there is.
    pub(super) fn turned(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        if self.desk.grid.at().1 == 0 && !self.whole && self.known && !self.all.is_empty() {
            self.whole = true;
            let scope = self.shown.flatten();
            effects.push(Effect::load(LensKind::Kpis, Query::Scorecard(scope, Some(OLDEST))));
        }
        let cell =
            self.current().zip(self.column()).and_then(|(one, column)| Some((one.id(), one.at(column)?)));
        let known = self.from.as_ref().map(|(id, period, _)| (*id, *period));
        if let Some((id, period)) = cell.filter(|cell| Some(*cell) != known) {
            effects.push(Effect::load(LensKind::Kpis, Query::Entered(id, period)));
        }
        effects
    }

    /// Who entered the cell under the cursor, once it is known.
    pub(super) fn origin(&self) -> Option<&Origin> {
        let (one, column) = self.current().zip(self.column())?;
        let (id, period, origin) = self.from.as_ref()?;
        (*id == one.id() && Some(*period) == one.at(column)).then_some(origin)
    }

    /// Shows everything, in the user's order.
    fn show_all(&mut self) {
        self.desk.widen();
        self.filter = Filter::default();
    }
}

impl Lens for Kpis {
    fn queries(&self, cx: &Cx<'_>) -> Vec<Query> {
        vec![Query::Scorecard(cx.scope, self.whole.then_some(OLDEST))]
    }

    fn loaded(&mut self, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
        match answer {
            Answer::Scorecard(found) => self.take(found, cx),
            Answer::Entered(kpi, period, from) => {
                self.from = Some((kpi, period, from));
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn under(&self) -> Option<Under> {
        let one = self.current()?;
        let cells = self.desk.grid.block().cells();
        let title = if self.desk.grid.is_marking() {
            format!("{} × {cells}", one.name())
        } else {
            one.name().to_owned()
        };
        Some(Under { account: one.account(), ..Under::new(Kind::Kpi, one.id(), title) })
    }

    fn can(&self, command: Command, _cx: &Cx<'_>) -> bool {
        self.does(command)
    }

    fn mode(&self) -> Mode {
        self.desk.mode()
    }

    fn is_on_cell(&self) -> bool {
        self.mode() == Mode::Grid && self.current().is_some() && !self.desk.grid.is_on_name()
    }

    fn going(&self, cx: &Cx<'_>) -> Option<Explain> {
        self.would_go(cx)
    }

    fn told(&mut self) -> Option<Told> {
        self.desk.said.take()
    }

    fn typed(&mut self, key: Key, _cx: &Cx<'_>) -> Vec<Effect> {
        self.desk.grid.key(key);
        Vec::new()
    }

    fn pasted(&mut self, text: &str, cx: &Cx<'_>) -> Vec<Effect> {
        self.paste(text, cx)
    }

    fn update(&mut self, command: Command, cx: &Cx<'_>) -> Vec<Effect> {
        self.act(command, cx)
    }

    fn narrow(&mut self, text: &str, cx: &Cx<'_>) -> Vec<Effect> {
        if self.desk.narrow(text) {
            self.arrange(cx);
        }
        self.turned()
    }

    fn narrowed(&self) -> &str {
        &self.desk.text
    }

    fn stand_on(&mut self, kind: Kind, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
        if kind == Kind::Kpi {
            self.show_all();
            self.desk.grid.leave();
            self.desk.grid.unmark();
            self.wanted = Some(id);
            self.arrange(cx);
            return self.turned();
        }
        Vec::new()
    }

    fn only(&mut self, only: Only) {
        if let Only::Period(period) = only {
            self.wanted_column = Some(period);
        }
    }

    fn click(&mut self, panel: u8, row: usize, cx: &Cx<'_>) -> Vec<Effect> {
        if self.desk.click(panel, row) {
            return Vec::new();
        }
        let column = self.desk.grid.at().1;
        self.click_cell(GRID, (row, column), cx)
    }

    fn click_cell(&mut self, _panel: u8, (row, column): (usize, usize), cx: &Cx<'_>) -> Vec<Effect> {
        self.stand_at(row, column, cx)
    }

    fn failed(&mut self) {
        self.desk.failed();
    }

    fn scroll(&mut self, _panel: u8, by: isize, _cx: &Cx<'_>) -> Vec<Effect> {
        let rows = &self.rows;
        self.desk.scroll(by, rows.len(), |row| matches!(rows.get(row), Some(Row::Kpi(_))));
        self.turned()
    }

    fn saw(&mut self, page: &Page) {
        self.desk.saw(page);
    }

    fn why(&self, cx: &Cx<'_>) -> Option<Why> {
        Some(why::why(self.current()?, self.column()?, self.origin(), cx))
    }

    fn draw(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        let mut seen = view::draw(self, pen, area, cx);
        if let Some(preview) = &self.desk.preview {
            // What lies below does not answer to the mouse.
            seen.regions.clear();
            seen.add(self.draw_preview(preview, pen, area, cx));
        }
        seen
    }
}
