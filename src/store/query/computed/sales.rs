//! What is computed of sales: the weighted pipeline, and how near forecasts came.
use super::{Asked, Figures, YEARS};
use crate::domain::Id;
use crate::domain::choice::{Better, Frequency, Nature};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::kpi::Kpi;
use crate::domain::period::Period;
use crate::domain::pipeline::weighted;
use crate::domain::scorecard::Series;
use crate::domain::scorecard::computed::{Made, accuracy_of};
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::query::sales::Into;
use crate::store::query::scorecard::fill;

impl Store {
    /// Open sales by their chance, as they stand today: the newest period only. Unknown where an amount has no rate.
    pub(super) fn pipeline_now(&self, asked: &Asked<'_>) -> Result<Figures, Fault> {
        let rates = self.rates(&self.settings()?)?;
        let period = asked.period(asked.today);
        let into = Into { rates: &rates, to: self.currency_of(asked.kpi)?, year: asked.year.year_of(period) };
        let deals = self.deals(&asked.accounts, into)?;
        Ok(Figures::from([(period, Made::of(&weighted(&deals)))]))
    }

    /// How near the forecasts of the revenue came: of the same account (or of the portfolio), as it was known three months
    /// before the end of each period. A figure counts as known from the end of its own period on.
    pub(super) fn forecast_accuracy(&self, asked: &Asked<'_>) -> Result<Figures, Fault> {
        let revenue = self.revenue(asked)?;
        let near = |period: &Period| {
            let known = revenue.as_ref().map_or_else(
                || Err(Explain::new("scorecard-no-revenue")),
                |series| accuracy_of(series, *period, asked.today),
            );
            (*period, known.map_or_else(|why| Made { value: Err(why), inputs: Vec::new() }, Made::from))
        };
        Ok(asked.periods.iter().map(near).collect())
    }

    fn revenue(&self, asked: &Asked<'_>) -> Result<Option<Series>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id FROM kpi WHERE account IS ?1 AND retired = 0 ORDER BY ifnull(position, 999), id",
        )?;
        let ids = statement
            .query_map([asked.kpi.account.map(|a| a.0)], |r| r.get(0))?
            .collect::<Result<Vec<Id>, _>>()?;
        let newest = asked.year.year_of(asked.period(asked.today));
        for id in ids {
            let record = self.record(Kind::Kpi, id)?;
            let Some(kpi) = record.any().downcast_ref::<Kpi>().filter(|k| k.is_revenue()) else { continue };
            let frequency = kpi.frequency.unwrap_or(Frequency::Monthly);
            let mut series = Series::new(asked.year, Better::Higher, Nature::Flow, frequency);
            let (currency, years) = (self.currency_of(kpi)?, Some((newest - YEARS, newest + 1)));
            let figures = self.figures_of(kpi.clone(), None, currency, years)?;
            fill(&mut series, &figures, &self.rates(&self.settings()?)?);
            return Ok(Some(series));
        }
        Ok(None)
    }
}
