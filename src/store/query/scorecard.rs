//! Indicators as they stand: their series with what the program knows beside the figures, and what follows from it.
use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use rusqlite::params;

use super::figures::{Asked, KpiFigures};
use super::{Scope, day, text, text_or_null};
use crate::domain::Id;
use crate::domain::choice::{Better, Choice, Frequency, Nature, Ownership, Spread, Stage, Unit};
use crate::domain::explain::Explain;
use crate::domain::kpi::Amount;
use crate::domain::money::{Currency, Money, Rates};
use crate::domain::period::{CompanyYear, Period};
use crate::domain::pipeline::probability;
use crate::domain::scorecard::{Goal, Series, Standing, standing::standing};
use crate::domain::settings::Settings;
use crate::store::Store;
use crate::store::fault::Fault;

/// An indicator as it stands today.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// The indicator and its figures as they were entered.
    pub figures: KpiFigures,
    /// The figures as formulas take them, in the indicator's currency.
    pub series: Series,
    /// What follows from them today.
    pub standing: Standing,
    /// It is the revenue of its account: its first own flow of money that is better the higher.
    pub revenue: bool,
    /// Figures in another currency that were left out for want of a rate.
    pub left_out: Option<Explain>,
}

/// How many company years before today's a headline looks back on: last year's season, and two years of red periods.
const BACK: i32 = 3;

/// What indicators are judged by.
struct Terms {
    settings: Settings,
    year: CompanyYear,
    rates: Rates,
    today: NaiveDate,
}

impl Store {
    /// The indicators of a scope as they stand; of all accounts only the key ones, as long as there is one. Figures of
    /// years further back than the headline needs come with `since`.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn scorecard(
        &self,
        scope: Scope,
        since: Option<i32>,
        today: NaiveDate,
    ) -> Result<Vec<Indicator>, Fault> {
        let settings = self.settings()?;
        let (year, rates) = (settings.company_year(), self.rates(&settings)?);
        let from = since.map_or(today.year() - BACK, |since| since.min(today.year() - BACK));
        let asked = Asked { scope, key: true, years: Some((from, today.year() + 2)) };
        let terms = Terms { settings, year, rates, today };
        let mut found: Vec<Indicator> = Vec::new();
        for figures in self.figures(asked)? {
            let first = !found.iter().any(|i| i.revenue && i.figures.kpi.account == figures.kpi.account);
            found.push(self.indicator(figures, first, &terms)?);
        }
        Ok(found)
    }

    /// What currencies were worth, by year.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn rates(&self, settings: &Settings) -> Result<Rates, Fault> {
        let mut rates = Rates::new(settings.currency());
        let mut statement =
            self.conn.prepare_cached("SELECT currency, year, rate, ifnull(per, 1) FROM rate")?;
        let mut rows = statement.query([])?;
        while let Some(r) = rows.next()? {
            if let Some(currency) = Currency::of(text(r, 0)?) {
                rates.set(
                    currency,
                    r.get(1)?,
                    Amount::Plain(r.get(2)?).units() / crate::domain::cadence::as_f64(r.get(3)?),
                );
            }
        }
        Ok(rates)
    }

    fn indicator(&self, figures: KpiFigures, first: bool, terms: &Terms) -> Result<Indicator, Fault> {
        let kpi = &figures.kpi;
        let better = kpi.better.unwrap_or(Better::Higher);
        let nature = kpi.nature.unwrap_or(Nature::Flow);
        let mut series = Series::new(terms.year, better, nature, kpi.frequency.unwrap_or(Frequency::Monthly));
        series.spread = kpi.spread.unwrap_or(Spread::Calendar);
        series.green = threshold(kpi.green.or(terms.settings.kpi_green)).unwrap_or(series.green);
        series.amber = threshold(kpi.amber.or(terms.settings.kpi_amber)).unwrap_or(series.amber);
        let left_out = fill(&mut series, &figures, terms);
        if kpi.computed.is_some() {
            series.computed = true;
            series.actuals = self.computed_actuals(kpi, terms.year, terms.today)?;
        }
        let money_flow =
            kpi.measure == Some(Unit::Money) && nature == Nature::Flow && better == Better::Higher;
        let revenue = first && money_flow && kpi.computed.is_none() && kpi.ownership == Some(Ownership::Own);
        if revenue {
            let account = kpi.account.map(|a| a.0);
            let year = Period::Year(series.year_in_force(terms.today));
            series.pipeline = self.incremental(account, year, figures.currency, terms)?;
            series.at_risk = self.at_risk(account, year, figures.currency, terms)?;
        }
        let standing = standing(&series, terms.today);
        Ok(Indicator { figures, series, standing, revenue, left_out })
    }

    /// Open sales flagged incremental that close in the year, by their probability (§7, §8); `None` without any.
    fn incremental(
        &self,
        account: Option<Id>,
        year: Period,
        to: Currency,
        terms: &Terms,
    ) -> Result<Option<Result<f64, Explain>>, Fault> {
        let (first, last) = (terms.year.first_day(year).max(terms.today), terms.year.last_day(year));
        let mut statement = self.conn.prepare_cached(
            "SELECT amount, amount_currency, stage, probability FROM opportunity
             WHERE incremental = 1 AND (?1 IS NULL OR account = ?1) AND closes_on BETWEEN ?2 AND ?3",
        )?;
        let mut rows = statement.query(params![account, first.to_string(), last.to_string()])?;
        let mut sum: Option<Result<f64, Explain>> = None;
        while let Some(r) = rows.next()? {
            let Some(stage) = Stage::named(text(r, 2)?) else { continue };
            let Some(amount) = money(r, 0)? else { continue };
            if matches!(stage, Stage::Won | Stage::Lost) {
                continue;
            }
            let chance = r
                .get::<_, Option<i64>>(3)?
                .map_or_else(|| probability(stage), |p| Amount::Plain(p).units() / 100.0);
            let more =
                terms.rates.in_currency(amount, to, terms.year.year_of(year)).map(|units| units * chance);
            sum = Some(add(sum, more));
        }
        Ok(sum)
    }

    /// What contracts that end in the rest of the year, and do not renew by themselves, would have brought until its end.
    fn at_risk(
        &self,
        account: Option<Id>,
        year: Period,
        to: Currency,
        terms: &Terms,
    ) -> Result<Option<Result<f64, Explain>>, Fault> {
        let last = terms.year.last_day(year);
        let mut statement = self.conn.prepare_cached(
            "SELECT value, value_currency, ends_on FROM contract
             WHERE renews = 0 AND (?1 IS NULL OR account = ?1) AND ends_on >= ?2 AND ends_on < ?3",
        )?;
        let mut rows = statement.query(params![account, terms.today.to_string(), last.to_string()])?;
        let mut sum: Option<Result<f64, Explain>> = None;
        while let Some(r) = rows.next()? {
            let (Some(value), Some(ends)) = (money(r, 0)?, day(r, 2)?) else { continue };
            let days = crate::domain::cadence::as_f64(crate::domain::day::days_between(ends, last));
            let share = days / crate::domain::cadence::as_f64(terms.year.days(year));
            let more =
                terms.rates.in_currency(value, to, terms.year.year_of(year)).map(|units| units * share);
            sum = Some(add(sum, more));
        }
        Ok(sum)
    }
}

/// A percentage of scale 4 as a share.
fn threshold(percent: Option<i64>) -> Option<f64> {
    percent.map(|p| Amount::Plain(p).units() / 100.0)
}

pub(super) fn money(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<Option<Money>> {
    let currency = text_or_null(row, column + 1)?.and_then(Currency::of);
    let minor: Option<i64> = row.get(column)?;
    Ok(minor.zip(currency).map(|(minor, currency)| Money { minor, currency }))
}

fn add(sum: Option<Result<f64, Explain>>, more: Result<f64, Explain>) -> Result<f64, Explain> {
    Ok(sum.unwrap_or(Ok(0.0))? + more?)
}

/// Puts the figures into the series, amounts of other currencies by the rate of their year. Says what had to be left out.
fn fill(series: &mut Series, figures: &KpiFigures, terms: &Terms) -> Option<Explain> {
    let mut left_out = None;
    let mut units = |period: Period, amount: Amount| match amount {
        Amount::Plain(_) => Some(amount.units()),
        Amount::Money(money) => terms
            .rates
            .in_currency(money, figures.currency, terms.year.year_of(period))
            .map_err(|why| left_out = Some(why))
            .ok(),
    };
    let actuals: BTreeMap<Period, f64> =
        figures.actuals.iter().filter_map(|(p, a)| Some((*p, units(*p, *a)?))).collect();
    let targets = figures.targets.iter().filter_map(|(p, (low, high))| {
        let low = units(*p, *low)?;
        let high = high.filter(|_| series.better == Better::Band).and_then(|high| units(*p, high));
        Some((*p, high.map_or_else(|| Goal::of(low), |high| Goal::band(low, high))))
    });
    series.targets = targets.collect();
    series.actuals = actuals;
    left_out
}
