//! Indicators with all their targets and actuals.
use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::params;

use super::{Scope, day};
use crate::domain::Id;
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
    /// What was entered, by period.
    pub actuals: Vec<Entered>,
    /// What it should be, by period: its own and years.
    pub targets: Vec<Entered>,
}

/// A figure with who entered it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entered {
    /// Number of the record.
    pub id: Id,
    /// In which period.
    pub period: Period,
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

const KPIS: &str = "
SELECT k.id, a.name FROM kpi k LEFT JOIN account a ON a.id = k.account
WHERE k.retired = 0 AND (?1 IS NULL OR k.account = ?1)
ORDER BY k.account IS NOT NULL, ifnull(a.tier, '') <> 'key', ifnull(a.position, 999), a.name COLLATE NOCASE, k.account,
    ifnull(k.position, 999), k.id";

const ACTUALS: &str = "
SELECT f.kpi, f.id, f.period, f.value, f.value_currency, NULL, NULL, ifnull(f.note, ''), ifnull(f.source, ''), f.entered_on,
    ifnull(f.entered_by, '')
FROM kpi k JOIN actual f ON f.kpi = k.id WHERE k.retired = 0 AND (?1 IS NULL OR k.account = ?1) ORDER BY f.kpi, f.period";

const TARGETS: &str = "
SELECT f.kpi, f.id, f.period, f.value, f.value_currency, f.high, f.high_currency, '', ifnull(f.source, ''), f.entered_on,
    ifnull(f.entered_by, '')
FROM kpi k JOIN target f ON f.kpi = k.id WHERE k.retired = 0 AND (?1 IS NULL OR k.account = ?1) ORDER BY f.kpi, f.period";

impl Store {
    /// The indicators of a scope that are not retired: those of the portfolio first, then by account in the user's order.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn figures(&self, scope: Scope) -> Result<Vec<KpiFigures>, Fault> {
        let mut actuals = self.entered(ACTUALS, scope)?;
        let mut targets = self.entered(TARGETS, scope)?;
        let mut statement = self.conn.prepare_cached(KPIS)?;
        let rows = statement.query_map(params![scope], |r| Ok((r.get(0)?, r.get(1)?)))?;
        let mut found = Vec::new();
        for row in rows {
            let (id, account): (Id, Option<String>) = row?;
            let record = self.record(Kind::Kpi, id)?;
            let Some(kpi) = record.any().downcast_ref::<Kpi>().cloned() else { continue };
            let (actuals, targets) =
                (actuals.remove(&id).unwrap_or_default(), targets.remove(&id).unwrap_or_default());
            found.push(KpiFigures { kpi, account, actuals, targets });
        }
        Ok(found)
    }

    fn entered(&self, sql: &str, scope: Scope) -> Result<HashMap<Id, Vec<Entered>>, Fault> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(params![scope])?;
        let mut by_kpi: HashMap<Id, Vec<Entered>> = HashMap::new();
        while let Some(r) = rows.next()? {
            let Ok(period) = r.get::<_, String>(2)?.parse() else { continue };
            let Some(value) = amount(r, 3)? else { continue };
            by_kpi.entry(r.get(0)?).or_default().push(Entered {
                id: r.get(1)?,
                period,
                value,
                high: amount(r, 5)?,
                note: r.get(7)?,
                source: r.get(8)?,
                on: day(r, 9)?,
                by: r.get(10)?,
            });
        }
        Ok(by_kpi)
    }
}

/// An amount of two columns: the number, and its currency if it is money.
fn amount(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<Option<Amount>> {
    let currency: Option<String> = row.get(column + 1)?;
    let currency = currency.and_then(|c| Currency::of(&c));
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
