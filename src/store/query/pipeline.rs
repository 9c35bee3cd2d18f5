//! The possible sales of a scope with their history, and one of them whole.
mod measured;

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, Row};

use super::sales::money;
use super::terms::Terms;
use super::{Scope, day, text, text_or_null, texts};
use crate::domain::Id;
use crate::domain::choice::{BuyingRole, Choice, Stage};
use crate::domain::coverage::{Held, Seat};
use crate::domain::explain::Explain;
use crate::domain::kpi::Amount;
use crate::domain::money::Money;
use crate::domain::pipeline::course::{Moment, stays};
use crate::domain::pipeline::coverage::covered;
use crate::domain::pipeline::{Deal, open, weighted};
use crate::domain::score::{Known, Score};
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::query::centre::Whose;
use crate::store::query::people::PersonRow;

/// A possible sale.
#[derive(Debug, Clone, PartialEq)]
pub struct Sale {
    /// As the formulas see it; its amount is in the currency of sums.
    pub deal: Deal,
    /// Whose.
    pub account: Id,
    /// The name of the account.
    pub account_name: String,
    /// What it is worth, in the currency in which it was said.
    pub amount: Option<Money>,
    /// What is to be done next; may be empty.
    pub next_step: String,
    /// How many times its close was put off.
    pub pushes: i64,
    /// What would be sold.
    pub offering: Option<Id>,
    /// To which part of the account.
    pub unit: Option<Id>,
    /// Who else is after it, or won it.
    pub competitor: Option<Id>,
    /// Why it was lost; may be empty.
    pub lost_reason: String,
    /// How it came to where it stands, the oldest first; empty where nobody kept it.
    pub moments: Vec<Moment>,
}

impl Sale {
    /// Since when it is in its stage.
    pub fn since(&self, today: NaiveDate) -> Option<NaiveDate> {
        stays(&self.moments, today).last().map(|stay| stay.since)
    }

    /// Open, and its expected close has passed.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.deal.is_open() && self.deal.closes_on.is_some_and(|day| day < today)
    }
}

/// The possible sales of a scope.
#[derive(Debug, Clone, PartialEq)]
pub struct Pipeline {
    /// All of them, by their expected close; those without one last.
    pub sales: Vec<Sale>,
    /// What the open ones are worth by their chance.
    pub weighted: Score,
    /// What the open ones are worth.
    pub open: Known,
    /// How many times what is missing the open ones are.
    pub coverage: Score,
    /// First and last day of the company's year.
    pub year: (NaiveDate, NaiveDate),
}

/// Somebody's part in a sale.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The involvement.
    pub id: Id,
    /// Who, at the account of the sale; strength and heat are left at nothing.
    pub person: PersonRow,
    /// Their roles in this sale; empty is those that they hold at the account.
    pub roles: Vec<BuyingRole>,
    /// Free text.
    pub notes: String,
}

/// A sale whole.
#[derive(Debug, Clone, PartialEq)]
pub struct SalePage {
    /// The sale.
    pub sale: Sale,
    /// Free text.
    pub notes: String,
    /// Who has a part in it.
    pub parts: Vec<Part>,
    /// The places that nobody holds in it; of a sale that is not open none.
    pub gaps: Vec<Seat>,
    /// The contracts that it renews or replaces: number, name, last day.
    pub contracts: Vec<(Id, String, Option<NaiveDate>)>,
}

const COLUMNS: &str =
    "o.id, o.name, o.stage, o.amount, o.amount_currency, o.probability, o.closes_on, o.incremental,
    o.closed_on, o.account, a.name, o.next_step, o.pushes, o.offering, o.unit, o.competitor, o.lost_reason";

impl Store {
    /// The possible sales of a scope; of all accounts those of the key accounts, as long as there is one.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn pipeline(&self, scope: Scope, today: NaiveDate) -> Result<Pipeline, Fault> {
        let terms = self.terms(today)?;
        let accounts = scope.map_or_else(|| self.looked_after(), |account| Ok(vec![account]))?;
        let sql = format!(
            "SELECT {COLUMNS} FROM opportunity o JOIN account a ON a.id = o.account WHERE o.account = ?1"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut sales: Vec<Sale> = Vec::new();
        for account in &accounts {
            let mut rows = statement.query([account])?;
            let mut steps = self.moments_at(*account)?;
            while let Some(row) = rows.next()? {
                let mut sale = sale(row, &terms)?;
                sale.moments = steps.remove(&sale.deal.id).unwrap_or_default();
                sales.push(sale);
            }
        }
        sales.sort_by_key(|s| (s.deal.closes_on.is_none(), s.deal.closes_on, s.deal.id));
        let deals: Vec<Deal> = sales.iter().map(|sale| sale.deal.clone()).collect();
        let coverage = covered(&self.measured(scope, &sales, &terms, today)?);
        let year = terms.period();
        Ok(Pipeline {
            weighted: weighted(&deals),
            open: open(&deals),
            coverage,
            year: (terms.year.first_day(year), terms.year.last_day(year)),
            sales,
        })
    }

    /// One sale, who has a part in it, and what it renews.
    ///
    /// # Errors
    /// [`Fault::Missing`], and faults of the file.
    pub fn sale_page(&self, id: Id, today: NaiveDate) -> Result<SalePage, Fault> {
        use crate::domain::kind::Kind;
        use rusqlite::OptionalExtension as _;
        let terms = self.terms(today)?;
        let sql = format!(
            "SELECT {COLUMNS}, o.notes FROM opportunity o JOIN account a ON a.id = o.account WHERE o.id = ?1"
        );
        let read = |row: &Row<'_>| Ok((sale(row, &terms)?, text(row, 17)?.to_owned()));
        let found = self.conn.prepare_cached(&sql)?.query_row([id], read).optional()?;
        let (mut sale, notes) = found.ok_or(Fault::Missing { kind: Kind::Opportunity, id })?;
        sale.moments = moments(&self.conn, id)?;
        let people = self.people_briefly(Some(sale.account), today)?;
        let parts = self.parts_of(id, &people)?;
        let survey = self.centre(Some(sale.account))?.survey(Whose::Decision(id), &people);
        let gap = |place: &crate::domain::coverage::Place| (place.held == Held::Gap).then_some(place.seat);
        let gaps = survey.iter().flat_map(|survey| &survey.places).filter_map(gap).collect();
        let sql = "SELECT id, name, ends_on FROM contract WHERE opportunity = ?1 ORDER BY ends_on IS NULL, ends_on, id";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([id], |r| Ok((r.get(0)?, text(r, 1)?.to_owned(), day(r, 2)?)))?;
        let contracts = rows.collect::<Result<_, _>>()?;
        Ok(SalePage { sale, notes, parts, gaps, contracts })
    }

    /// Who has a part in a sale, the weightiest first.
    fn parts_of(&self, sale: Id, people: &[PersonRow]) -> Result<Vec<Part>, Fault> {
        let sql = "SELECT id, person, roles, notes FROM involvement WHERE opportunity = ?1 ORDER BY id";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([sale])?;
        let mut parts = Vec::new();
        while let Some(r) = rows.next()? {
            let person: Id = r.get(1)?;
            let Some(person) = people.iter().find(|row| row.person == person) else { continue };
            let roles = texts(r, 2)?.iter().filter_map(|name| BuyingRole::named(name)).collect();
            parts.push(Part { id: r.get(0)?, person: person.clone(), roles, notes: text(r, 3)?.to_owned() });
        }
        parts.sort_by_key(|part| (part.person.left_on.is_some(), -part.person.weight.w));
        Ok(parts)
    }

    /// The history of every sale of an account.
    fn moments_at(&self, account: Id) -> Result<HashMap<Id, Vec<Moment>>, Fault> {
        let sql = "SELECT s.id, s.day, s.stage, s.closes_on, s.amount, s.amount_currency, s.opportunity
            FROM opportunity o CROSS JOIN step s ON s.opportunity = o.id WHERE o.account = ?1 ORDER BY s.day, s.id";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([account])?;
        let mut found: HashMap<Id, Vec<Moment>> = HashMap::new();
        while let Some(r) = rows.next()? {
            found.entry(r.get(6)?).or_default().extend(moment(r)?);
        }
        Ok(found)
    }
}

impl Terms {
    /// Whether it was closed in the company's year of today.
    fn in_year(&self, deal: &Deal) -> bool {
        let (first, last) = (self.year.first_day(self.period()), self.year.last_day(self.period()));
        deal.closed().is_some_and(|on| first <= on && on <= last)
    }
}

fn sale(r: &Row<'_>, terms: &Terms) -> rusqlite::Result<Sale> {
    let amount = money(r, 3)?;
    let into = terms.into();
    let worth = amount.ok_or_else(|| Explain::new("health-no-amount"));
    Ok(Sale {
        deal: Deal {
            id: r.get(0)?,
            name: text(r, 1)?.to_owned(),
            stage: Stage::named(text(r, 2)?).unwrap_or(Stage::Identified),
            amount: worth.and_then(|amount| into.rates.in_currency(amount, into.to, into.year)),
            probability: r.get::<_, Option<i64>>(5)?.map(|p| Amount::Plain(p).units() / 100.0),
            closes_on: day(r, 6)?,
            closed_on: day(r, 8)?,
            incremental: r.get(7)?,
        },
        account: r.get(9)?,
        account_name: text(r, 10)?.to_owned(),
        amount,
        next_step: text(r, 11)?.to_owned(),
        pushes: r.get::<_, Option<i64>>(12)?.unwrap_or(0),
        offering: r.get(13)?,
        unit: r.get(14)?,
        competitor: r.get(15)?,
        lost_reason: text(r, 16)?.to_owned(),
        moments: Vec::new(),
    })
}

/// The history of a sale.
pub(in crate::store) fn moments(conn: &Connection, sale: Id) -> Result<Vec<Moment>, Fault> {
    let sql = "SELECT id, day, stage, closes_on, amount, amount_currency FROM step
        WHERE opportunity = ?1 ORDER BY day, id";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([sale], moment)?;
    Ok(rows.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}

/// A step as a moment; one whose day or stage is none, written by other means, is no moment.
fn moment(r: &Row<'_>) -> rusqlite::Result<Option<Moment>> {
    let (Some(on), Some(stage)) = (day(r, 1)?, text_or_null(r, 2)?.and_then(Stage::named)) else {
        return Ok(None);
    };
    Ok(Some(Moment { id: r.get(0)?, day: on, stage, closes_on: day(r, 3)?, amount: money(r, 4)? }))
}
