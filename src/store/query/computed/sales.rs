//! What is computed of sales: the weighted pipeline, and how near forecasts came.
use rusqlite::OptionalExtension;

use super::{Asked, Figures, YEARS};
use crate::domain::Id;
use crate::domain::choice::{Better, Choice, Frequency, Nature, Stage};
use crate::domain::kpi::Amount;
use crate::domain::money::{Currency, Rates};
use crate::domain::period::Period;
use crate::domain::pipeline::probability;
use crate::domain::scorecard::Series;
use crate::domain::scorecard::computed::accuracy_of;
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::query::scorecard::money;
use crate::store::query::text;

/// The currencies in which an indicator is kept: its own, its account's, the book's.
fn currency(own: Option<&str>, account: Option<&str>, rates: &Rates) -> Currency {
    let first = [own, account].into_iter().flatten().find_map(Currency::of);
    first.unwrap_or(rates.base)
}

impl Store {
    /// Open sales by their chance, as they stand today: the newest period only. Unknown where an amount has no rate.
    pub(super) fn pipeline_now(&self, asked: &Asked<'_>) -> Result<Figures, Fault> {
        let settings = self.settings()?;
        let rates = self.rates(&settings)?;
        let of_account: Option<String> = match asked.kpi.account {
            Some(account) => self
                .conn
                .prepare_cached("SELECT currency FROM account WHERE id = ?1")?
                .query_row([account.0], |r| r.get(0))
                .optional()?
                .flatten(),
            None => None,
        };
        let to = currency(Some(&asked.kpi.currency), of_account.as_deref(), &rates);
        let period = asked.period(asked.today);
        let year = asked.year.year_of(period);
        let mut statement = self.conn.prepare_cached(
            "SELECT amount, amount_currency, stage, probability FROM opportunity
             WHERE account = ?1 AND stage NOT IN ('won', 'lost')",
        )?;
        let mut sum = 0.0;
        for account in &asked.accounts {
            let mut rows = statement.query([account])?;
            while let Some(r) = rows.next()? {
                let (Some(amount), Some(stage)) = (money(r, 0)?, Stage::named(text(r, 2)?)) else { continue };
                let own: Option<i64> = r.get(3)?;
                let chance = own.map_or_else(|| probability(stage), |p| Amount::Plain(p).units() / 100.0);
                let Ok(units) = rates.in_currency(amount, to, year) else { return Ok(Figures::new()) };
                sum += units * chance;
            }
        }
        Ok(Figures::from([(period, sum)]))
    }

    /// How near the forecasts of the revenue came: of the first own flow of money of the same account (or of the portfolio)
    /// that is better the higher, as it was known three months before the end of each period. A figure counts as known from
    /// the end of its own period on.
    pub(super) fn forecast_accuracy(&self, asked: &Asked<'_>) -> Result<Figures, Fault> {
        let Some(series) = self.revenue(asked)? else { return Ok(Figures::new()) };
        let near = |period: &Period| Some((*period, accuracy_of(&series, *period, asked.today).ok()?.1));
        Ok(asked.periods.iter().filter_map(near).collect())
    }

    fn revenue(&self, asked: &Asked<'_>) -> Result<Option<Series>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT k.id, k.frequency, k.currency, a.currency FROM kpi k LEFT JOIN account a ON a.id = k.account
             WHERE k.account IS ?1 AND k.retired = 0 AND k.computed IS NULL AND k.measure = 'money' AND k.nature = 'flow'
                 AND k.better = 'higher' AND k.ownership = 'own' ORDER BY ifnull(k.position, 999), k.id LIMIT 1",
        )?;
        let rates = self.rates(&self.settings()?)?;
        let found = statement.query_row([asked.kpi.account.map(|a| a.0)], |r| {
            let (own, account): (Option<String>, Option<String>) = (r.get(2)?, r.get(3)?);
            let frequency = Frequency::named(text(r, 1)?).unwrap_or(Frequency::Monthly);
            Ok((r.get::<_, Id>(0)?, frequency, currency(own.as_deref(), account.as_deref(), &rates)))
        });
        let Some((id, frequency, to)) = found.optional()? else { return Ok(None) };
        let mut series = Series::new(asked.year, Better::Higher, Nature::Flow, frequency);
        let newest = asked.year.year_of(asked.period(asked.today));
        for (period, amount, _) in
            self.cells("actual", "NULL, NULL", id, Some((newest - YEARS, newest + 1)))?
        {
            let units = match amount {
                Amount::Plain(_) => Ok(amount.units()),
                Amount::Money(money) => rates.in_currency(money, to, asked.year.year_of(period)),
            };
            if let Ok(units) = units {
                series.actuals.insert(period, units);
            }
        }
        Ok(Some(series))
    }
}
