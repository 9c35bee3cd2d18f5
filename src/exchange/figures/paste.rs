//! What was pasted into the grid: by its names and periods where it brings them, else from the cursor on.
use std::sync::Arc;

use super::clip;
use super::layout::{Entry, Layout, Reader, When};
use super::names::{Hit, Names};
use super::plan::Planner;
use super::value::Marks;
use super::{Book, Plan, Role, State};
use crate::domain::Id;
use crate::domain::choice::Frequency;
use crate::domain::period::Period;
use crate::exchange::sheet::Cell;
use crate::lang::Lang;
use crate::lang::figure::{Mark, Reading, read};

/// The grid into which is pasted.
#[derive(Debug, Clone, Copy)]
pub struct Grid<'a> {
    /// The indicators of its rows, from the top.
    pub rows: &'a [Id],
    /// The periods of its columns, from the left.
    pub columns: &'a [Period],
    /// Row of the cursor.
    pub row: usize,
    /// Column of the cursor.
    pub column: usize,
    /// What is being entered.
    pub role: Role,
}

/// What pasting a text would do. A cell whose decimal mark nothing proves is read by that of the language, and says so.
pub fn paste(text: &str, grid: &Grid<'_>, book: Book<'_>, lang: Lang) -> Plan {
    let cells: Vec<Vec<Cell>> =
        clip::read(text).iter().map(|r| r.iter().map(|c| Cell::of_text(c)).collect()).collect();
    let names = Names::new(book.kpis, book.directory);
    let block = Block { grid, book, names: &names, cells: &cells };
    let layout = block.by_headers().or_else(|| block.by_names()).unwrap_or_else(|| block.by_place());
    let marks = Marks { known: None, assumed: Some(Mark::of(lang)) };
    let mut plan =
        Planner { book, names: &names, rows: &cells, marks, nobody: "figures-outside" }.plan(layout);
    for cell in &mut plan.cells {
        // On the screen there is a way to say which.
        if let State::Refused(why) = &mut cell.state
            && why.key == "figures-kpi-several"
        {
            why.key = "figures-kpi-several-here".into();
        }
    }
    plan
}

/// The pasted cells and where they go.
struct Block<'a> {
    grid: &'a Grid<'a>,
    book: Book<'a>,
    names: &'a Names<'a>,
    cells: &'a [Vec<Cell>],
}

impl Block<'_> {
    /// By the periods above, or by the headers of a long sheet.
    fn by_headers(&self) -> Option<Layout> {
        let reader = Reader {
            names: self.names,
            year: self.book.year,
            today: self.book.today,
            role: self.grid.role,
            maps: &[],
            titles: &[],
            pasted: Some(self.grid.columns.first().is_some_and(|p| p.frequency() == Frequency::Yearly)),
        };
        let mut layout = reader.recognise(self.cells).filter(|_| self.cells.len() > 1)?;
        let first = layout.entries.first().map_or(0, |e| e.row);
        for entry in &mut layout.entries {
            // Rows without names are those from the cursor on.
            entry.known = match &entry.kpi {
                None => self.row(entry.row - first),
                Some(name) => self.here(name, entry.account.as_deref()),
            };
        }
        Some(layout)
    }

    /// By the names at the left; the columns are those from the cursor on.
    fn by_names(&self) -> Option<Layout> {
        let labels = (0..2).take_while(|c| self.is_labels(*c)).count();
        let width = self.cells.iter().map(Vec::len).max().unwrap_or(0);
        if labels == 0 || width <= labels {
            return None;
        }
        let mut layout = Layout::default();
        for (row, cells) in self.cells.iter().enumerate() {
            let label = |column: usize| -> Option<Arc<str>> {
                cells.get(column)?.text().map(|t| Arc::from(t.trim()))
            };
            let kpi = label(labels - 1);
            let account = if labels > 1 { label(0) } else { None };
            for column in labels..cells.len() {
                let known = kpi.as_deref().and_then(|name| self.here(name, account.as_deref()));
                layout.entries.push(Entry {
                    account: account.clone(),
                    kpi: kpi.clone(),
                    known,
                    ..self.entry(row, column, column - labels)
                });
            }
        }
        Some(layout)
    }

    /// By their place alone.
    fn by_place(&self) -> Layout {
        let mut layout = Layout::default();
        for (row, cells) in self.cells.iter().enumerate() {
            for column in 0..cells.len() {
                layout.entries.push(Entry { known: self.row(row), ..self.entry(row, column, column) });
            }
        }
        layout
    }

    /// A cell in the grid's column so many after the cursor's.
    fn entry(&self, row: usize, column: usize, after: usize) -> Entry {
        let period = self.grid.columns.get(self.grid.column + after).copied();
        Entry {
            row,
            column,
            account: None,
            kpi: None,
            known: None,
            when: When { text: Arc::from(""), period, day: None, assumed: false },
            role: self.grid.role,
            currency: None,
        }
    }

    /// The indicator so many rows after the cursor's.
    fn row(&self, after: usize) -> Option<Id> {
        self.grid.rows.get(self.grid.row + after).copied()
    }

    /// The indicator of a name without its account: of the account at the cursor, else the only one in the grid.
    fn here(&self, name: &str, account: Option<&str>) -> Option<Id> {
        if account.is_some() {
            return None;
        }
        let at = self.grid.rows.get(self.grid.row).and_then(|id| self.names.kpi(*id))?.account;
        if let Hit::One(id) = self.names.indicator(name, at)
            && self.names.kpi(id).is_some_and(|k| k.account == at)
        {
            return Some(id);
        }
        let mut seen = self.grid.rows.iter().filter(|id| self.names.is_called(**id, name));
        seen.next().filter(|_| seen.next().is_none()).copied()
    }

    /// Whether a column holds names: text in every cell that is not blank, and no figure.
    fn is_labels(&self, column: usize) -> bool {
        let mut cells = self.cells.iter().filter_map(|r| r.get(column)?.text()).peekable();
        cells.peek().is_some()
            && cells.all(|t| matches!(read(t, None), Reading::Unreadable(_)))
            && self
                .cells
                .iter()
                .filter_map(|r| r.get(column)?.text())
                .any(|t| t.contains(char::is_alphabetic))
    }
}
