//! Possible sales as the formulas of §8 see them: read in one way for the account's page, the landing and the computed pipeline.
use super::{day, text, text_or_null};
use crate::domain::Id;
use crate::domain::choice::{Choice, Stage};
use crate::domain::explain::Explain;
use crate::domain::kpi::Amount;
use crate::domain::money::{Currency, Money, Rates};
use crate::domain::pipeline::Deal;
use crate::store::Store;
use crate::store::fault::Fault;

/// In what amounts are added up: a currency, by the rates of one company year. Sums of today's sales take today's year, also
/// of sales that close in another: of a year to come no rate is known yet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Into<'a> {
    /// What currencies were worth.
    pub rates: &'a Rates,
    /// The currency of the sum.
    pub to: Currency,
    /// The company's year whose rates count.
    pub year: i32,
}

impl Store {
    /// Every sale of some accounts, won and lost ones among them, in the order of their close. One without an amount makes each
    /// sum it is part of unknown.
    pub(super) fn deals(&self, accounts: &[Id], into: Into<'_>) -> Result<Vec<Deal>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, name, stage, amount, amount_currency, probability, closes_on, incremental, closed_on FROM opportunity
             WHERE account = ?1 ORDER BY closes_on IS NULL, closes_on, id",
        )?;
        let mut deals = Vec::new();
        for account in accounts {
            let mut rows = statement.query([account])?;
            while let Some(r) = rows.next()? {
                let amount = money(r, 3)?.ok_or_else(|| Explain::new("health-no-amount"));
                deals.push(Deal {
                    id: r.get(0)?,
                    name: text(r, 1)?.to_owned(),
                    stage: Stage::named(text(r, 2)?).unwrap_or(Stage::Identified),
                    amount: amount.and_then(|amount| into.rates.in_currency(amount, into.to, into.year)),
                    probability: r.get::<_, Option<i64>>(5)?.map(|p| Amount::Plain(p).units() / 100.0),
                    closes_on: day(r, 6)?,
                    closed_on: day(r, 8)?,
                    incremental: r.get(7)?,
                });
            }
        }
        Ok(deals)
    }
}

/// An amount of money and its currency, in the column behind it.
pub(super) fn money(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<Option<Money>> {
    let currency = text_or_null(row, column + 1)?.and_then(Currency::of);
    let minor: Option<i64> = row.get(column)?;
    Ok(minor.zip(currency).map(|(minor, currency)| Money { minor, currency }))
}
