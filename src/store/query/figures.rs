//! Indicators with all their targets and actuals.
use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use super::{Scope, day, text, text_or_null};
use crate::domain::Id;
use crate::domain::choice::Better;
use crate::domain::kind::Kind;
use crate::domain::kpi::{Amount, Kpi};
use crate::domain::money::{Currency, Money};
use crate::domain::period::Period;
use crate::store::fault::Fault;
use crate::store::{Store, Tx};

/// An indicator and its figures.
#[derive(Debug, Clone, PartialEq)]
pub struct KpiFigures {
    /// The indicator.
    pub kpi: Kpi,
    /// Name of its account; `None` for the whole portfolio.
    pub account: Option<String>,
    /// In which it is kept, where it is money.
    pub currency: Currency,
    /// What it was, by period.
    pub actuals: BTreeMap<Period, Amount>,
    /// What it should be, by period: its own and years. Of a band both ends.
    pub targets: BTreeMap<Period, (Amount, Option<Amount>)>,
}

/// A figure with who entered it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entered {
    /// Number of the record.
    pub id: Id,
    /// The figure; of a band its lower end.
    pub value: Amount,
    /// Of a target the upper end of the band.
    pub high: Option<Amount>,
    /// What is said of it.
    pub note: String,
    /// File or hand it came from.
    pub source: String,
    /// When it was entered.
    pub on: Option<NaiveDate>,
    /// Who entered it.
    pub by: String,
}

/// Which indicators and figures are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Asked {
    /// Of one account, or of all of them and the portfolio.
    pub scope: Scope,
    /// Of all accounts only the key ones, as long as there is one.
    pub key: bool,
    /// Figures of periods named after these calendar years, both included.
    pub years: Option<(i32, i32)>,
}

/// The part of a statement that lets through what is asked for: scope, key accounts only.
const ASKED: &str = "k.retired = 0 AND (?1 IS NULL OR k.account = ?1)
    AND (?2 = 0 OR k.account IS NULL OR EXISTS (SELECT 1 FROM account a WHERE a.id = k.account AND a.tier = 'key')
        OR NOT EXISTS (SELECT 1 FROM account a WHERE a.tier = 'key'))";

/// The currency of an indicator, else of its account, which has that code.
fn own_currency(kpi: &Kpi, account: Option<&str>) -> Option<Currency> {
    Currency::of(&kpi.currency).or_else(|| Currency::of(account?))
}

impl Store {
    /// The indicators asked for that are not retired: those of the portfolio first, then by account in the user's order.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn figures(&self, asked: Asked) -> Result<Vec<KpiFigures>, Fault> {
        let sql = format!(
            "SELECT k.id, a.name, a.currency FROM kpi k LEFT JOIN account a ON a.id = k.account WHERE {ASKED}
             ORDER BY k.account IS NOT NULL, ifnull(a.tier, '') <> 'key', ifnull(a.position, 999),
                 a.name COLLATE NOCASE, k.account, ifnull(k.position, 999), k.id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(params![asked.scope, asked.key], |r| {
            Ok((r.get::<_, Id>(0)?, r.get::<_, Option<String>>(1)?, r.get::<_, Option<String>>(2)?))
        })?;
        let of_book = self.settings()?.currency();
        let mut found = Vec::new();
        for row in rows {
            let (id, account, code) = row?;
            let record = self.record(Kind::Kpi, id)?;
            let Some(kpi) = record.any().downcast_ref::<Kpi>().cloned() else { continue };
            let currency = own_currency(&kpi, code.as_deref()).unwrap_or(of_book);
            found.push(self.figures_of(kpi, account, currency, asked.years)?);
        }
        Ok(found)
    }

    /// An indicator with its figures of some years.
    pub(super) fn figures_of(
        &self,
        kpi: Kpi,
        account: Option<String>,
        currency: Currency,
        years: Option<(i32, i32)>,
    ) -> Result<KpiFigures, Fault> {
        let actuals = self.actuals_of(kpi.head.id, years)?;
        let targets = self.cells("target", kpi.better == Some(Better::Band), kpi.head.id, years)?;
        Ok(KpiFigures {
            kpi,
            account,
            currency,
            actuals: actuals.into_iter().collect(),
            targets: targets.into_iter().map(|(p, v, high)| (p, (v, high))).collect(),
        })
    }

    /// The actuals of one indicator in some calendar years, both included.
    pub(super) fn actuals_of(
        &self,
        kpi: Id,
        years: Option<(i32, i32)>,
    ) -> Result<Vec<(Period, Amount)>, Fault> {
        Ok(self.cells("actual", false, kpi, years)?.into_iter().map(|(p, v, _)| (p, v)).collect())
    }

    /// In which an indicator is kept, where it is money: its own currency, its account's, the book's.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn currency_of(&self, kpi: &Kpi) -> Result<Currency, Fault> {
        let mut statement = self.conn.prepare_cached("SELECT currency FROM account WHERE id = ?1")?;
        let code = statement.query_row([kpi.account.map(|a| a.0)], |r| r.get::<_, Option<String>>(0));
        let code = code.optional()?.flatten();
        own_currency(kpi, code.as_deref()).map_or_else(|| Ok(self.settings()?.currency()), Ok)
    }

    /// The figures of one indicator, of targets of a band with their upper ends; periods begin with their year, so that a
    /// range of years is one of texts. These are the rows of which a long-lived book has most: nothing is read for nothing.
    fn cells(
        &self,
        table: &str,
        band: bool,
        kpi: Id,
        years: Option<(i32, i32)>,
    ) -> Result<Vec<(Period, Amount, Option<Amount>)>, Fault> {
        let high = if band { ", high, high_currency" } else { "" };
        let sql = format!(
            "SELECT period, value, value_currency{high} FROM {table} WHERE kpi = ?1 AND period >= ?2 AND period < ?3"
        );
        let (from, to) = years.unwrap_or((0, 9998));
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(params![kpi, format!("{from:04}"), format!("{:04}", to + 1)])?;
        let mut found = Vec::new();
        while let Some(r) = rows.next()? {
            if let (Ok(period), Some(value)) = (text(r, 0)?.parse(), amount(r, 1)?) {
                found.push((period, value, if band { amount(r, 3)? } else { None }));
            }
        }
        Ok(found)
    }

    /// The actual and the target of an indicator in a period, with who entered them.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn entered(&self, kpi: Id, period: Period) -> Result<(Option<Entered>, Option<Entered>), Fault> {
        let one = |table: &str, rest: &str| {
            let sql = format!(
                "SELECT id, value, value_currency, {rest}, ifnull(source, ''), entered_on, ifnull(entered_by, '')
                 FROM {table} WHERE kpi = ?1 AND period = ?2"
            );
            let mut statement = self.conn.prepare_cached(&sql)?;
            let mut rows = statement.query(params![kpi, period.to_string()])?;
            let Some(r) = rows.next()? else { return Ok(None) };
            let Some(value) = amount(r, 1)? else { return Ok(None) };
            Ok::<_, Fault>(Some(Entered {
                id: r.get(0)?,
                value,
                high: amount(r, 3)?,
                note: r.get(5)?,
                source: r.get(6)?,
                on: day(r, 7)?,
                by: r.get(8)?,
            }))
        };
        Ok((one("actual", "NULL, NULL, ifnull(note, '')")?, one("target", "high, high_currency, ''")?))
    }
}

/// An amount of two columns: the number, and its currency if it is money.
fn amount(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<Option<Amount>> {
    let currency = text_or_null(row, column + 1)?.and_then(Currency::of);
    let number: Option<i64> = row.get(column)?;
    Ok(number
        .map(|n| currency.map_or(Amount::Plain(n), |currency| Amount::Money(Money { minor: n, currency }))))
}

/// The health of an account as it was on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    /// The account.
    pub account: Id,
    /// The day.
    pub day: NaiveDate,
    /// 0–100, or not known.
    pub score: Option<f64>,
    /// Share of the weights that was known, 0–1.
    pub evidence: f64,
    /// The parts as JSON: name and value of each, KPIs among them, for what moved since.
    pub parts: String,
}

impl Store {
    /// The stored snapshots of an account from a day on, oldest first.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn snapshots(&self, account: Id, since: NaiveDate) -> Result<Vec<Snapshot>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT day, score, evidence, parts FROM snapshot WHERE account = ?1 AND day >= ?2 ORDER BY day",
        )?;
        let rows = statement.query_map(params![account, since.to_string()], |r| {
            Ok(day(r, 0)?.map(|day| (day, r.get(1), r.get(2), r.get(3))))
        })?;
        let mut found = Vec::new();
        for row in rows {
            if let Some((day, score, evidence, parts)) = row? {
                found.push(Snapshot { account, day, score: score?, evidence: evidence?, parts: parts? });
            }
        }
        Ok(found)
    }

    /// Whether a snapshot of that day is stored.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn has_snapshot(&self, on: NaiveDate) -> Result<bool, Fault> {
        let sql =
            "SELECT EXISTS (SELECT 1 FROM account a JOIN snapshot s ON s.account = a.id AND s.day = ?1)";
        Ok(self.conn.prepare_cached(sql)?.query_row([on.to_string()], |r| r.get(0))?)
    }

    /// Stores snapshots; not an act. One that is there for its day stays as it is.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn keep_snapshots(&mut self, snapshots: &[Snapshot]) -> Result<(), Fault> {
        let transaction = self.conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        write(&transaction, snapshots)?;
        Ok(transaction.commit()?)
    }
}

impl Tx<'_> {
    /// Stores the snapshots that a demo book brings.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn keep_snapshots(&self, snapshots: &[Snapshot]) -> Result<(), Fault> {
        write(self.conn(), snapshots)
    }
}

fn write(conn: &rusqlite::Connection, snapshots: &[Snapshot]) -> Result<(), Fault> {
    let mut statement = conn.prepare_cached(
        "INSERT OR IGNORE INTO snapshot(account, day, score, evidence, parts) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for s in snapshots {
        statement.execute(params![s.account, s.day.to_string(), s.score, s.evidence, s.parts])?;
    }
    Ok(())
}
