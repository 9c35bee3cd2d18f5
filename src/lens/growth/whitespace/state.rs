//! What the grid of the white space shows and where its cursor stands.
use ratatui::layout::Rect;

use super::menu::Pick;
use super::paste::Pasted;
use super::rows::{Filter, Row};
use super::view;
use crate::command::{Command, Effect, Key};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::whitespace::Place;
use crate::lens::desk::{Desk, GRID};
use crate::lens::{Cx, Lens, Mode, Told, Under, Why};
use crate::report::whitespace::Axis;
use crate::store::query::whitespace::{AccountCells, CellRow, Offered, WhiteBook};
use crate::store::query::{Answer, Query, Scope};
use crate::ui::{Page, Pen, Seen};

/// The white space.
#[derive(Debug, Default)]
pub struct WhiteSpace {
    /// All of the scope, once the book has answered.
    pub(super) book: Option<Box<WhiteBook>>,
    /// Those that are shown, with the heads of accounts.
    pub(super) rows: Vec<Row>,
    /// The offerings that are shown, by their place in the book.
    pub(super) columns: Vec<usize>,
    pub(super) desk: Desk<Pasted>,
    pub(super) axis: Axis,
    pub(super) filter: Filter,
    /// What was offered last, by the numbers under which it comes back.
    pub(super) offered: Vec<Pick>,
    pub(super) wanted: Option<(Kind, Id)>,
    pub(super) shown: Option<Scope>,
}

impl WhiteSpace {
    /// Rows and columns of the grid.
    pub(super) fn size(&self) -> (usize, usize) {
        (self.rows.len(), self.columns.len())
    }

    /// Whether one can stand on a row.
    pub(super) fn stands(&self, row: usize) -> bool {
        matches!(self.rows.get(row), Some(Row::Part(..)))
    }

    /// The account of a row, and the part.
    pub(super) fn part(&self, row: usize) -> Option<(&AccountCells, Option<Id>)> {
        let Row::Part(account, unit) = self.rows.get(row)? else { return None };
        Some((self.book.as_ref()?.accounts.get(*account)?, *unit))
    }

    /// The offering of a column.
    pub(super) fn offering(&self, column: usize) -> Option<&Offered> {
        self.book.as_ref()?.offerings.get(*self.columns.get(column)?)
    }

    /// Where a cell of the grid stands in the book.
    pub(super) fn place(&self, row: usize, column: usize) -> Option<Place> {
        let ((account, unit), offering) = self.part(row).zip(self.offering(column))?;
        Some(Place { offering: offering.id, account: account.id, unit })
    }

    /// What stands in a cell of the grid; `None` where the account as a whole answers for it.
    pub(super) fn cell(&self, row: usize, column: usize) -> Option<&CellRow> {
        let place = self.place(row, column)?;
        self.part(row)?.0.cells.iter().find(|row| row.cell.place == place)
    }

    /// Where the cursor stands, on a cell.
    pub(super) fn here(&self) -> Option<Place> {
        let (row, column) = self.desk.grid.at();
        self.place(row, column)
    }

    /// The cell under the cursor, if it has one.
    pub(super) fn current(&self) -> Option<&CellRow> {
        let (row, column) = self.desk.grid.at();
        self.cell(row, column)
    }

    /// The places of the marked block; without marks the one under the cursor.
    pub(super) fn block(&self) -> Vec<Place> {
        let block = self.desk.grid.block();
        let rows = block.rows.flat_map(|row| block.columns.clone().map(move |column| (row, column)));
        rows.filter_map(|(row, column)| self.place(row, column)).collect()
    }

    /// What a part is called.
    pub(super) fn part_name(account: &AccountCells, unit: Option<Id>, cx: &Cx<'_>) -> String {
        let named = unit.and_then(|id| account.units.iter().find(|(of, _)| *of == id));
        named.map_or_else(|| cx.words.get("whitespace-whole"), |(_, name)| name.clone())
    }

    /// What a cell is called: offering and part.
    pub(super) fn title(&self, place: Place, cx: &Cx<'_>) -> String {
        let Some(book) = &self.book else { return String::new() };
        let offering = book.offerings.iter().find(|o| o.id == place.offering);
        let account = book.accounts.iter().find(|a| a.id == place.account);
        let part = account.map(|a| match place.unit {
            Some(_) => Self::part_name(a, place.unit, cx),
            None => a.name.clone(),
        });
        format!("{} · {}", offering.map_or("", |o| o.name.as_str()), part.unwrap_or_default())
    }
}

impl Lens for WhiteSpace {
    fn queries(&self, cx: &Cx<'_>) -> Vec<Query> {
        vec![Query::WhiteSpace(cx.scope)]
    }

    fn loaded(&mut self, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
        if let Answer::WhiteSpace(book) = answer {
            self.take(book, cx);
        }
        Vec::new()
    }

    fn under(&self) -> Option<Under> {
        let (account, unit) = self.part(self.desk.grid.at().0)?;
        let whole =
            || Under { account: Some(account.id), ..Under::new(Kind::Account, account.id, &account.name) };
        if self.desk.grid.is_on_name() {
            let named = unit.and_then(|id| account.units.iter().find(|(of, _)| *of == id));
            return Some(named.map_or_else(whole, |(id, name)| Under {
                account: Some(account.id),
                ..Under::new(Kind::Unit, *id, name)
            }));
        }
        let row = self.current()?;
        let title = format!("{} · {}", row.cell.offering, row.cell.unit);
        let of = row.cell.id.map(|id| Under::new(Kind::WhiteSpace, id, title));
        Some(Under { account: Some(account.id), ..of? })
    }

    fn can(&self, command: Command, cx: &Cx<'_>) -> bool {
        self.does(command, cx)
    }

    fn mode(&self) -> Mode {
        self.desk.mode()
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::Axis => Some("whitespace-key-axis"),
            Command::SetValue => Some("whitespace-key-state"),
            _ => None,
        }
    }

    fn is_on_cell(&self) -> bool {
        self.mode() == Mode::Grid && self.here().is_some() && !self.desk.grid.is_on_name()
    }

    fn going(&self, cx: &Cx<'_>) -> Option<Explain> {
        if self.desk.grid.is_on_name() {
            return None;
        }
        if self.desk.grid.is_marking() {
            return Some(Explain::new("whitespace-going-cells").with("count", self.block().len()));
        }
        Some(Explain::new("whitespace-going-cell").with("title", self.title(self.here()?, cx)))
    }

    fn told(&mut self) -> Option<Told> {
        self.desk.said.take()
    }

    fn typed(&mut self, key: Key, _cx: &Cx<'_>) -> Vec<Effect> {
        self.desk.grid.key(key);
        Vec::new()
    }

    fn pasted(&mut self, text: &str, cx: &Cx<'_>) -> Vec<Effect> {
        self.paste(text, cx);
        Vec::new()
    }

    fn update(&mut self, command: Command, cx: &Cx<'_>) -> Vec<Effect> {
        self.act(command, cx)
    }

    fn narrow(&mut self, text: &str, cx: &Cx<'_>) -> Vec<Effect> {
        if self.desk.narrow(text) {
            self.arrange(cx);
        }
        Vec::new()
    }

    fn narrowed(&self) -> &str {
        &self.desk.text
    }

    fn stand_on(&mut self, kind: Kind, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
        if matches!(
            kind,
            Kind::WhiteSpace | Kind::Offering | Kind::Competitor | Kind::Opportunity | Kind::Unit
        ) {
            self.wanted = Some((kind, id));
            if matches!(kind, Kind::WhiteSpace | Kind::Offering) {
                self.show_all();
            }
            self.arrange(cx);
        }
        Vec::new()
    }

    fn acted(&mut self, kind: Kind, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
        // Who enters cells has gone on to the next one.
        if kind == Kind::WhiteSpace { Vec::new() } else { self.stand_on(kind, id, cx) }
    }

    fn picked(&mut self, number: usize, cx: &Cx<'_>) -> Vec<Effect> {
        self.take_pick(number, cx)
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
        self.desk.scroll(by, rows.len(), |row| matches!(rows.get(row), Some(Row::Part(..))));
        Vec::new()
    }

    fn saw(&mut self, page: &Page) {
        self.desk.saw(page);
    }

    fn why(&self, cx: &Cx<'_>) -> Option<Why> {
        self.explain(cx)
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
