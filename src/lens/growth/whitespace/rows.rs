//! Which rows and columns the grid has, and where the cursor is after they have changed.
use super::state::WhiteSpace;
use crate::domain::Id;
use crate::domain::choice::CellState;
use crate::domain::kind::Kind;
use crate::domain::text::name_tokens;
use crate::domain::whitespace::{Place, is_served};
use crate::lens::Cx;
use crate::store::query::whitespace::{CellRow, Offered, WhiteBook};

/// A row of the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    /// The head of an account, by its place in the book.
    Head(usize),
    /// A part of an account; without one the account as a whole.
    Part(usize, Option<Id>),
}

/// Which cells are looked for; a row and a column stay if they have one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Filter {
    /// Of all that is sold.
    #[default]
    All,
    /// What others serve: to be won.
    Open,
    /// Of which nothing is known: to be asked.
    Unknown,
    /// Those whose contract with a competitor has an end.
    Ending,
    /// Also what is no longer sold.
    Retired,
}

impl Filter {
    const ALL: [Self; 5] = [Self::All, Self::Open, Self::Unknown, Self::Ending, Self::Retired];

    /// End of the key of its words.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Open => "open",
            Self::Unknown => "unknown",
            Self::Ending => "ending",
            Self::Retired => "retired",
        }
    }

    fn takes(self, row: &CellRow) -> bool {
        let state = row.cell.state;
        match self {
            Self::All | Self::Retired => true,
            Self::Open => is_served(state) && row.cell.gap().is_none_or(|gap| gap != Ok(0.0)),
            Self::Unknown => state == CellState::Unknown,
            Self::Ending => state == CellState::Competitor && row.cell.ends_on.is_some(),
        }
    }

    /// The next filter that leaves something.
    pub(super) fn next(self, book: &WhiteBook) -> Self {
        let at = Self::ALL.iter().position(|f| *f == self).unwrap_or(0);
        let leaves = |filter: &Self| match filter {
            Self::All => true,
            Self::Retired => book.offerings.iter().any(|o| o.retired),
            Self::Open | Self::Unknown | Self::Ending => book.cells().any(|row| filter.takes(row)),
        };
        Self::ALL.into_iter().cycle().skip(at + 1).take(Self::ALL.len()).find(leaves).unwrap_or_default()
    }
}

impl WhiteSpace {
    /// The book has answered: rows and columns anew, the cursor where it was.
    pub(super) fn take(&mut self, book: Box<WhiteBook>, cx: &Cx<'_>) {
        let fresh = self.shown.replace(cx.scope) != Some(cx.scope);
        self.book = Some(book);
        self.desk.answered(fresh);
        self.arrange(cx);
        self.enter_again(cx);
    }

    /// Shows everything again.
    pub(super) fn show_all(&mut self) {
        self.desk.widen();
        self.filter = Filter::default();
    }

    /// Chooses rows and columns anew; the cursor stays on its cell.
    pub(super) fn arrange(&mut self, cx: &Cx<'_>) {
        let stood = self.here();
        let Some(book) = self.book.take() else { return };
        let words = name_tokens(&self.desk.text);
        (self.rows, self.columns) = self.chosen(&book, &words, cx);
        let wanted = self.wanted.and_then(|wanted| sought(&book, wanted));
        self.book = Some(book);
        if let Some(place) = wanted {
            self.wanted = None;
            self.stand_on_place(place);
        } else if let Some(place) = stood {
            self.stand_on_place(place);
        }
        self.settle();
    }

    fn chosen(&self, book: &WhiteBook, words: &[String], cx: &Cx<'_>) -> (Vec<Row>, Vec<usize>) {
        let answers = |text: &str| {
            let tokens = name_tokens(text);
            words.iter().all(|word| tokens.iter().any(|t| t.starts_with(word.as_str())))
        };
        let shows = |o: &Offered| !o.retired || self.filter == Filter::Retired;
        let offered: Vec<usize> =
            (0..book.offerings.len()).filter(|at| book.offerings.get(*at).is_some_and(shows)).collect();
        let named = |at: &usize| {
            book.offerings.get(*at).is_some_and(|o| answers(&format!("{} {}", o.name, o.family)))
        };
        let across: Vec<usize> = offered.iter().copied().filter(named).collect();
        let down = |account: &crate::store::query::whitespace::AccountCells, unit: Option<Id>| {
            answers(&format!("{} {}", account.name, Self::part_name(account, unit, cx)))
        };
        // A word that names an offering chooses columns, one that names a part chooses rows.
        let found_down = book.accounts.iter().any(|a| parts(a).into_iter().any(|unit| down(a, unit)));
        let columns = if across.is_empty() && found_down { offered } else { across };
        let by_rows = found_down && !words.is_empty();
        let has = |place: &Place| {
            columns.iter().any(|at| book.offerings.get(*at).is_some_and(|o| o.id == place.offering))
        };
        let mut rows = Vec::new();
        let mut kept: Vec<Id> = Vec::new();
        for (at, account) in book.accounts.iter().enumerate() {
            let mut headed = cx.scope.is_some();
            for unit in parts(account) {
                let cells = account.cells.iter().filter(|row| row.cell.place.unit == unit);
                let of: Vec<Id> = cells
                    .filter(|row| has(&row.cell.place) && self.filter.takes(row))
                    .map(|row| row.cell.place.offering)
                    .collect();
                if (by_rows && !down(account, unit)) || (of.is_empty() && self.filter != Filter::All) {
                    continue;
                }
                if !std::mem::replace(&mut headed, true) {
                    rows.push(Row::Head(at));
                }
                rows.push(Row::Part(at, unit));
                kept.extend(of);
            }
        }
        let stays = |at: &usize| {
            let id = book.offerings.get(*at).map(|o| o.id);
            matches!(self.filter, Filter::All | Filter::Retired) || id.is_some_and(|id| kept.contains(&id))
        };
        let columns: Vec<usize> = columns.into_iter().filter(stays).collect();
        if columns.is_empty() { (Vec::new(), columns) } else { (rows, columns) }
    }

    fn stand_on_place(&mut self, place: Place) {
        let row = (0..self.rows.len())
            .find(|row| self.part(*row).is_some_and(|(a, unit)| (a.id, unit) == (place.account, place.unit)));
        let column = (0..self.columns.len())
            .find(|column| self.offering(*column).is_some_and(|o| o.id == place.offering));
        let named = self.desk.grid.is_on_name();
        let (at_row, at_column) = self.desk.grid.at();
        if !named || row.is_none() {
            self.desk.grid.stand(row.unwrap_or(at_row), column.unwrap_or(at_column));
        } else if let Some(row) = row {
            self.desk.grid.rows.stand(row);
        }
    }

    /// Stands inside the grid, on a row where one can stand.
    pub(super) fn settle(&mut self) {
        let rows = self.rows.clone();
        self.desk.grid.clamp(self.size(), |row| matches!(rows.get(row), Some(Row::Part(..))));
    }
}

/// The rows of an account: the whole where a cell is kept for it or where it has no parts, then its parts.
fn parts(account: &crate::store::query::whitespace::AccountCells) -> Vec<Option<Id>> {
    let whole = account.units.is_empty() || account.cells.iter().any(|row| row.cell.place.unit.is_none());
    let whole = whole.then_some(None);
    whole.into_iter().chain(account.units.iter().map(|(id, _)| Some(*id))).collect()
}

/// The first cell of a record: the cell itself, one of an offering or a part, one that a competitor has, one that a sale is after.
fn sought(book: &WhiteBook, (kind, id): (Kind, Id)) -> Option<Place> {
    let is = |row: &&CellRow| match kind {
        Kind::WhiteSpace => row.cell.id == Some(id),
        Kind::Offering => row.cell.place.offering == id,
        Kind::Unit => row.cell.place.unit == Some(id),
        Kind::Competitor => row.cell.competitor == Some(id),
        Kind::Opportunity => row.sales.iter().any(|sale| sale.id == id),
        _ => false,
    };
    book.cells().find(is).map(|row| row.cell.place)
}
