//! The white space of accounts: what we sell at each of their parts, who serves it instead, and who those competitors are.
mod rivals;

use chrono::NaiveDate;

use super::looked_after::IN_SCOPE;
use super::sales::money;
use super::terms::Terms;
use super::{Scope, day, text, text_or_null};
use crate::domain::Id;
use crate::domain::choice::{CellState, Choice, Stage};
use crate::domain::kpi::Amount;
use crate::domain::money::{Currency, Money};
use crate::domain::pipeline::is_open;
use crate::domain::score::Known;
use crate::domain::whitespace::{Cell, Chances, Place, places};
use crate::store::Store;
use crate::store::fault::Fault;
pub use rivals::Rival;

/// The white space of a scope.
#[derive(Debug, Clone, PartialEq)]
pub struct WhiteBook {
    /// What we sell and have sold, by family and name; those no longer sold last.
    pub offerings: Vec<Offered>,
    /// The accounts, in the user's order.
    pub accounts: Vec<AccountCells>,
    /// Who sells what we sell, by name.
    pub rivals: Vec<Rival>,
    /// Chances where a cell has none of its own.
    pub chances: Chances,
}

/// Something that we sell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// Its number.
    pub id: Id,
    /// As we call it.
    pub name: String,
    /// To what it belongs; may be empty.
    pub family: String,
    /// No longer sold.
    pub retired: bool,
}

/// The cells of an account.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountCells {
    /// The account.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// In what its amounts are entered.
    pub currency: Currency,
    /// Its parts, by name.
    pub units: Vec<(Id, String)>,
    /// Every cell that it has, empty ones among them, in the order of offerings and then of parts, the whole first.
    pub cells: Vec<CellRow>,
}

/// A cell as it was entered.
#[derive(Debug, Clone, PartialEq)]
pub struct CellRow {
    /// As the formulas see it.
    pub cell: Cell,
    /// What they spend with us a year.
    pub ours: Option<Money>,
    /// What they spend in all a year.
    pub total: Option<Money>,
    /// Free text.
    pub notes: String,
    /// Open sales of this offering to this part.
    pub sales: Vec<Sale>,
}

/// A possible sale, as it stands beside a cell or a competitor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sale {
    /// The opportunity.
    pub id: Id,
    /// What could be sold.
    pub name: String,
    /// To whom.
    pub account: Id,
    /// How far it has come.
    pub stage: Stage,
    /// What it is worth.
    pub amount: Option<Money>,
}

impl WhiteBook {
    /// All cells of all accounts.
    pub fn cells(&self) -> impl Iterator<Item = &CellRow> {
        self.accounts.iter().flat_map(|account| &account.cells)
    }

    /// The competitor of that number.
    pub fn rival(&self, id: Id) -> Option<&Rival> {
        self.rivals.iter().find(|rival| rival.id == id)
    }

    /// Whether an offering is no longer sold.
    pub fn is_retired(&self, offering: Id) -> bool {
        self.offerings.iter().any(|o| o.id == offering && o.retired)
    }

    /// The cells of an account that its figures are made of: what is no longer sold could not be won.
    pub fn counted(&self, account: Id) -> Vec<Cell> {
        let of = self.accounts.iter().filter(|a| a.id == account).flat_map(|a| &a.cells);
        of.map(|row| &row.cell).filter(|c| !self.is_retired(c.place.offering)).cloned().collect()
    }
}

/// An open sale and the cell it belongs to: offering and part.
type Aimed = (Sale, Option<Id>, Option<Id>, Option<Id>);

impl Store {
    /// The white space of one account; without one that of the key accounts, or of all accounts as long as none is key.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn white_space(&self, scope: Scope, today: NaiveDate) -> Result<WhiteBook, Fault> {
        let terms = self.terms(today)?;
        let offerings = self.offered()?;
        let sales = self.aimed()?;
        let mut accounts = Vec::new();
        for (id, name, currency) in self.accounts_in(scope)? {
            let units = self.units_of(id)?;
            let filled = self.filled(id, &terms)?;
            let currency = Currency::of(&currency).unwrap_or_else(|| terms.settings.currency());
            let mut account = AccountCells { id, name, currency, units, cells: Vec::new() };
            account.cells = lay_out(&account, &offerings, filled, &sales);
            accounts.push(account);
        }
        let within: Vec<Id> = accounts.iter().map(|a| a.id).collect();
        let rivals = self.competitors(&sales, &within)?;
        Ok(WhiteBook { offerings, accounts, rivals, chances: Chances::of(&terms.settings) })
    }

    fn accounts_in(&self, scope: Scope) -> Result<Vec<(Id, String, String)>, Fault> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT id, name, ifnull(currency, '') FROM account WHERE id IN {IN_SCOPE}
             ORDER BY position IS NULL, position, name COLLATE NOCASE, id"
        ))?;
        let rows = statement.query_map([scope], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn units_of(&self, account: Id) -> Result<Vec<(Id, String)>, Fault> {
        let sql = "SELECT id, name FROM unit WHERE account = ?1 ORDER BY name COLLATE NOCASE, id";
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(statement.query_map([account], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<Result<_, _>>()?)
    }

    fn offered(&self) -> Result<Vec<Offered>, Fault> {
        let sql = "SELECT id, name, ifnull(family, ''), retired FROM offering
             ORDER BY retired, family IS NULL, family COLLATE NOCASE, name COLLATE NOCASE, id";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([], |r| {
            Ok(Offered { id: r.get(0)?, name: r.get(1)?, family: r.get(2)?, retired: r.get(3)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The cells of an account that somebody filled in.
    fn filled(&self, account: Id, terms: &Terms) -> Result<Vec<CellRow>, Fault> {
        let in_base = |money: Option<Money>| -> Option<Known> { Some(terms.in_sums(money?)) };
        let mut statement = self.conn.prepare_cached(
            "SELECT id, offering, unit, state, ours, ours_currency, total, total_currency, competitor, ends_on,
                 probability, notes FROM whitespace WHERE account = ?1 ORDER BY id",
        )?;
        let mut rows = statement.query([account])?;
        let mut found = Vec::new();
        while let Some(r) = rows.next()? {
            let (ours, total) = (money(r, 4)?, money(r, 6)?);
            let cell = Cell {
                place: Place { offering: r.get(1)?, account, unit: r.get(2)? },
                id: Some(r.get(0)?),
                offering: String::new(),
                unit: String::new(),
                state: CellState::named(text(r, 3)?).unwrap_or(CellState::Unknown),
                ours: in_base(ours),
                total: in_base(total),
                competitor: r.get(8)?,
                ends_on: day(r, 9)?,
                probability: r.get::<_, Option<i64>>(10)?.map(|p| Amount::Plain(p).units() / 100.0),
            };
            let notes = text_or_null(r, 11)?.unwrap_or_default().to_owned();
            found.push(CellRow { cell, ours, total, notes, sales: Vec::new() });
        }
        Ok(found)
    }

    /// Every sale with its offering, its part, and the competitor who is after it or has won it.
    fn aimed(&self) -> Result<Vec<Aimed>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, name, account, stage, amount, amount_currency, offering, unit, competitor FROM opportunity
             WHERE offering IS NOT NULL OR competitor IS NOT NULL ORDER BY closes_on IS NULL, closes_on, id",
        )?;
        let rows = statement.query_map([], |r| {
            let sale = Sale {
                id: r.get(0)?,
                name: r.get(1)?,
                account: r.get(2)?,
                stage: Stage::named(text(r, 3)?).unwrap_or(Stage::Identified),
                amount: money(r, 4)?,
            };
            Ok((sale, r.get(6)?, r.get(7)?, r.get(8)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// All cells of an account: those filled in and the empty ones between them, with their names and their open sales.
fn lay_out(
    account: &AccountCells,
    offerings: &[Offered],
    filled: Vec<CellRow>,
    sales: &[Aimed],
) -> Vec<CellRow> {
    let there: Vec<Place> = filled.iter().map(|row| row.cell.place).collect();
    let sold: Vec<(Id, bool)> = offerings.iter().map(|o| (o.id, !o.retired)).collect();
    let units: Vec<Id> = account.units.iter().map(|(id, _)| *id).collect();
    let mut filled: Vec<Option<CellRow>> = filled.into_iter().map(Some).collect();
    let name_of = |place: Place| {
        let unit = |id: Id| account.units.iter().find(|(unit, _)| *unit == id).map(|(_, name)| name.clone());
        place.unit.and_then(unit).unwrap_or_else(|| account.name.clone())
    };
    let found = places(account.id, &sold, &units, &there).into_iter().map(|(place, at)| {
        let kept = at.and_then(|at| filled.get_mut(at)?.take());
        let mut row = kept.unwrap_or_else(|| empty(place));
        row.cell.unit = name_of(place);
        let offering = offerings.iter().find(|o| o.id == place.offering);
        row.cell.offering = offering.map(|o| o.name.clone()).unwrap_or_default();
        let here = |sale: &&Aimed| {
            is_open(sale.0.stage)
                && sale.0.account == place.account
                && sale.1 == Some(place.offering)
                && sale.2 == place.unit
        };
        row.sales = sales.iter().filter(here).map(|one| one.0.clone()).collect();
        row
    });
    found.collect()
}

/// A cell that nobody has filled in.
const fn empty(place: Place) -> CellRow {
    let cell = Cell::empty(place);
    CellRow { cell, ours: None, total: None, notes: String::new(), sales: Vec::new() }
}
