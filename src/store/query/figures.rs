//! Indicators with all their targets and actuals.
use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::params;

use super::{Scope, day};
use crate::domain::Id;
use crate::domain::choice::{Better, Frequency, Nature, Spread};
use crate::domain::directory::Terms;
use crate::domain::kind::Kind;
use crate::domain::kpi::{Amount, Kpi};
use crate::domain::money::{Currency, Money};
use crate::domain::period::Period;
use crate::domain::scorecard::{Goal, Series};
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

impl KpiFigures {
    /// The currency of its amounts: its own, else that of the book.
    pub fn currency(&self, terms: &Terms) -> Currency {
        Currency::of(&self.kpi.currency).unwrap_or(terms.currency)
    }

    /// Its figures as the formulas have them, judged by its own thresholds or those of the book. An amount in another
    /// currency than the indicator's is not one of its figures.
    pub fn series(&self, terms: &Terms) -> Series {
        let kpi = &self.kpi;
        let currency = self.currency(terms);
        let units = |amount: Amount| match amount {
            Amount::Money(money) if money.currency != currency => None,
            Amount::Money(_) | Amount::Plain(_) => Some(amount.units()),
        };
        let share = |own: Option<i64>, usual: i64| Amount::Plain(own.unwrap_or(usual)).units() / 100.0;
        let goal = |entered: &Entered| {
            let low = units(entered.value)?;
            let high = entered.high.filter(|_| kpi.better == Some(Better::Band)).and_then(units);
            Some((entered.period, high.map_or_else(|| Goal::of(low), |high| Goal::band(low, high))))
        };
        let actual = |entered: &Entered| Some((entered.period, units(entered.value)?));
        let (better, nature) = (kpi.better.unwrap_or(Better::Higher), kpi.nature.unwrap_or(Nature::Flow));
        let frequency = kpi.frequency.unwrap_or(Frequency::Monthly);
        Series {
            spread: kpi.spread.unwrap_or(Spread::Calendar),
            green: share(kpi.green, terms.green),
            amber: share(kpi.amber, terms.amber),
            actuals: self.actuals.iter().filter_map(actual).collect(),
            targets: self.targets.iter().filter_map(goal).collect(),
            computed: kpi.computed.is_some(),
            ..Series::new(terms.year, better, nature, frequency)
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::choice::Unit;

    fn entered(period: &str, value: Amount, high: Option<i64>) -> Entered {
        Entered {
            id: 1,
            period: period.parse().unwrap(),
            value,
            high: high.map(Amount::Plain),
            note: String::new(),
            source: String::new(),
            on: None,
            by: String::new(),
        }
    }

    #[test]
    fn figures_become_a_series_in_units_with_the_thresholds_of_the_book() {
        let kpi = Kpi {
            green: Some(900_000),
            better: Some(Better::Band),
            measure: Some(Unit::Percent),
            ..Kpi::fresh()
        };
        let figures = KpiFigures {
            kpi,
            account: None,
            actuals: vec![entered("2026-10", Amount::Plain(875_000), None)],
            targets: vec![entered("2026", Amount::Plain(900_000), Some(950_000))],
        };
        let series = figures.series(&Terms::default());
        assert!((series.green - 0.9).abs() < 1e-9 && (series.amber - 0.85).abs() < 1e-9);
        assert_eq!(series.actual(Period::Month(2026, 10)), Some(87.5));
        assert_eq!(series.targets.get(&Period::Year(2026)), Some(&Goal::band(90.0, 95.0)));
    }

    #[test]
    fn an_amount_in_another_currency_is_no_figure_of_the_indicator() {
        let money = |code| Amount::Money(Money { minor: 12_345, currency: Currency::of(code).unwrap() });
        let figures = KpiFigures {
            kpi: Kpi { measure: Some(Unit::Money), ..Kpi::fresh() },
            account: None,
            actuals: vec![entered("2026-09", money("USD"), None), entered("2026-10", money("EUR"), None)],
            targets: Vec::new(),
        };
        let series = figures.series(&Terms::default());
        assert_eq!(series.actuals.into_iter().collect::<Vec<_>>(), [(Period::Month(2026, 10), 123.45)]);
    }
}
