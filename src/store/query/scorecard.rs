//! Indicators as they stand: their series with what the program knows beside the figures, and what follows from it.
use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use rusqlite::params;

use super::figures::{Asked, KpiFigures};
use super::sales::{Into, money};
use super::{Scope, day, text};
use crate::domain::Id;
use crate::domain::cadence::as_f64;
use crate::domain::choice::{Better, Computed, Frequency, Nature, Spread, Unit};
use crate::domain::day::days_between;
use crate::domain::explain::Explain;
use crate::domain::kpi::{Amount, Kpi};
use crate::domain::money::{Currency, Rates};
use crate::domain::period::{CompanyYear, Period};
use crate::domain::pipeline::{Deal, coverage, incremental, open, won};
use crate::domain::score::Known;
use crate::domain::scorecard::computed::{Made, fills};
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
    /// Of the revenue: how many times its open sales are what the won ones leave of the year's target (§8); `None` without open
    /// sales.
    pub coverage: Option<Known>,
    /// Why figures in another currency are not known: the newest without a rate.
    pub left_out: Option<Explain>,
}

impl Indicator {
    /// The same indicator as it stood on a day. What open sales add is known of today only.
    #[must_use]
    pub fn stood_on(&self, day: NaiveDate) -> Self {
        let mut series = self.series.known_on(day);
        series.pipeline = None;
        Self { standing: standing(&series, day), series, coverage: None, ..self.clone() }
    }
}

/// What stands beside the landing; `None` where it says nothing of the indicator.
type Beside = Option<Known>;

/// How many calendar years before today's a headline looks back on: last year's season, and a year of red periods or more.
const BACK: i32 = 2;

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
        let from = since.map_or(today.year() - BACK, |since| since.min(today.year() - BACK));
        self.as_they_stand(Asked { scope, key: true, years: Some((from, today.year() + 2)) }, today)
    }

    /// The indicators of one account as they stand, whatever its tier.
    pub(super) fn indicators_of(&self, account: Id, today: NaiveDate) -> Result<Vec<Indicator>, Fault> {
        let years = Some((today.year() - BACK, today.year() + 2));
        self.as_they_stand(Asked { scope: Some(account), key: false, years }, today)
    }

    fn as_they_stand(&self, asked: Asked, today: NaiveDate) -> Result<Vec<Indicator>, Fault> {
        let settings = self.settings()?;
        let (year, rates) = (settings.company_year(), self.rates(&settings)?);
        let terms = Terms { settings, year, rates, today };
        let mut found: Vec<Indicator> = Vec::new();
        for figures in self.figures(asked)? {
            let first = !found.iter().any(|i| i.revenue && i.figures.kpi.account == figures.kpi.account);
            found.push(self.indicator(figures, first, &terms)?);
        }
        Ok(found)
    }

    /// The newest figure of an indicator that the program computes, with its period.
    pub(super) fn newest_computed(
        &self,
        kpi: &Kpi,
        today: NaiveDate,
    ) -> Result<Option<(Period, Amount)>, Fault> {
        let settings = self.settings()?;
        let (year, rates) = (settings.company_year(), self.rates(&settings)?);
        let currency = self.currency_of(kpi)?;
        let figures = self.figures_of(kpi.clone(), None, currency, Some((today.year(), today.year())))?;
        let series = self.indicator(figures, false, &Terms { settings, year, rates, today })?.series;
        let newest = series.newest(today).and_then(|period| Some((period, series.actual(period)?)));
        let money = (kpi.measure == Some(Unit::Money)).then_some(currency);
        Ok(newest.map(|(period, units)| (period, Amount::of_units(units, money))))
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
                rates.set(currency, r.get(1)?, Amount::Plain(r.get(2)?).units() / as_f64(r.get(3)?));
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
        let left_out = fill(&mut series, &figures, &terms.rates);
        if let Some(computed) = kpi.computed {
            compute(&mut series, computed, self.computed_actuals(kpi, terms.year, terms.today)?);
        }
        let revenue = first && kpi.is_revenue();
        let mut deals = Vec::new();
        if revenue {
            let accounts = self.accounts_of(kpi)?;
            let year = Period::Year(series.year_in_force(terms.today));
            let into = Into { rates: &terms.rates, to: figures.currency, year: terms.year.year_of(year) };
            deals = self.deals(&accounts, into)?;
            series.pipeline = on_top(&deals, year, terms);
            series.at_risk = self.at_risk(&accounts, year, figures.currency, terms)?;
        }
        let standing = standing(&series, terms.today);
        let coverage = times_the_gap(&deals, &standing, terms);
        Ok(Indicator { figures, series, standing, revenue, coverage, left_out })
    }

    /// What contracts that end in the rest of the year, and neither renew by themselves nor by a sale that is won, would have
    /// brought until its end. One without a value makes it unknown.
    fn at_risk(&self, accounts: &[Id], year: Period, to: Currency, terms: &Terms) -> Result<Beside, Fault> {
        let last = terms.year.last_day(year);
        let mut statement = self.conn.prepare_cached(
            "SELECT c.value, c.value_currency, c.ends_on, c.name FROM contract c
             LEFT JOIN opportunity o ON o.id = c.opportunity
             WHERE c.account = ?1 AND c.renews = 0 AND ifnull(o.stage, '') <> 'won' AND c.ends_on >= ?2 AND c.ends_on < ?3",
        )?;
        let mut sum: Beside = None;
        for account in accounts {
            let mut rows = statement.query(params![account, terms.today.to_string(), last.to_string()])?;
            while let Some(r) = rows.next()? {
                let Some(ends) = day(r, 2)? else { continue };
                let share = as_f64(days_between(ends, last)) / as_f64(terms.year.days(year));
                let name = text(r, 3)?;
                let unknown = || Explain::new("scorecard-contract-without-value").with("name", name);
                let value = money(r, 0)?.ok_or_else(unknown);
                let more = value.and_then(|v| terms.rates.in_currency(v, to, terms.year.year_of(year)));
                sum = Some(add(sum, more.map(|units| units * share)));
            }
        }
        Ok(sum)
    }
}

/// Open sales flagged incremental that close in the rest of the year, by their probability (§7, §8); `None` without any.
fn on_top(deals: &[Deal], year: Period, terms: &Terms) -> Beside {
    let score = incremental(deals, terms.year.first_day(year).max(terms.today), terms.year.last_day(year));
    let value = score.value.map(|figure| figure.amount().unwrap_or_default());
    (!score.parts.is_empty()).then_some(value)
}

/// Open sales against what those won in the year leave of its target (§8).
fn times_the_gap(deals: &[Deal], standing: &Standing, terms: &Terms) -> Beside {
    let (first, last) = (terms.year.first_day(standing.year), terms.year.last_day(standing.year));
    let in_year = |d: &&Deal| d.closed().is_some_and(|on| first <= on && on <= last);
    let closed: Vec<Deal> = deals.iter().filter(in_year).cloned().collect();
    let times = || coverage(open(deals)?, standing.plan.clone()?.low, won(&closed)?);
    deals.iter().any(Deal::is_open).then(times)
}

/// A percentage of scale 4 as a share.
fn threshold(percent: Option<i64>) -> Option<f64> {
    percent.map(|p| Amount::Plain(p).units() / 100.0)
}

fn add(sum: Beside, more: Known) -> Known {
    Ok(sum.unwrap_or(Ok(0.0))? + more?)
}

/// Puts the figures into the series, amounts of other currencies by the rate of their year; those without a rate with the
/// reason, which is returned too.
pub(super) fn fill(series: &mut Series, figures: &KpiFigures, rates: &Rates) -> Option<Explain> {
    let year = series.year;
    let units = |period: Period, amount: Amount| match amount {
        Amount::Plain(_) => Ok(amount.units()),
        Amount::Money(money) => rates.in_currency(money, figures.currency, year.year_of(period)),
    };
    for (period, amount) in &figures.actuals {
        match units(*period, *amount) {
            Ok(units) => drop(series.actuals.insert(*period, units)),
            Err(why) => drop(series.unknown.insert(*period, why)),
        }
    }
    let goal = |period: Period, low: Amount, high: Option<Amount>| {
        let (low, band) = (units(period, low)?, series.better == Better::Band);
        let high = high.filter(|_| band).map(|high| units(period, high)).transpose()?;
        Ok(high.map_or_else(|| Goal::of(low), |high| Goal::band(low, high)))
    };
    let goals: Vec<_> = figures.targets.iter().map(|(p, (low, high))| (*p, goal(*p, *low, *high))).collect();
    for (period, goal) in goals {
        match goal {
            Ok(goal) => drop(series.targets.insert(period, goal)),
            Err(why) => drop(series.unknown_targets.insert(period, why)),
        }
    }
    series.unknown.values().chain(series.unknown_targets.values()).last().cloned()
}

/// The figures that the program computes, each with its reason or what it was counted from.
fn compute(series: &mut Series, computed: Computed, made: BTreeMap<Period, Made>) {
    series.computed = true;
    series.filling = fills(computed);
    (series.actuals, series.unknown) = (BTreeMap::new(), BTreeMap::new());
    for (period, made) in made {
        match made.value {
            Ok(value) => drop(series.actuals.insert(period, value)),
            Err(why) => drop(series.unknown.insert(period, why)),
        }
        if !made.inputs.is_empty() {
            series.made_of.insert(period, made.inputs);
        }
    }
}
