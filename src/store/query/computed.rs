//! Indicators that the program computes from its own records (`formulas.md` §6): their figures by period.
//!
//! Nothing here reads the log: conversations are counted in `tally` and `touch`, which triggers keep.
mod counts;
mod people;
mod sales;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::Id;
use crate::domain::choice::{Computed, Frequency};
use crate::domain::kpi::Kpi;
use crate::domain::period::{CompanyYear, Period};
use crate::domain::scorecard::computed::Made;
use crate::store::Store;
use crate::store::fault::Fault;

/// Figures by period with what they were counted from; a period without one is not known, and nothing is known of it.
type Figures = BTreeMap<Period, Made>;

/// Company years for which figures are computed, the current one among them.
const YEARS: i32 = 3;

/// What is asked of every formula.
struct Asked<'a> {
    kpi: &'a Kpi,
    /// The account of the indicator; of one of the portfolio the key accounts.
    accounts: Vec<Id>,
    year: CompanyYear,
    today: NaiveDate,
    /// The periods, oldest first: the last one is today's.
    periods: Vec<Period>,
}

impl Asked<'_> {
    fn period(&self, day: NaiveDate) -> Period {
        self.year.at(day, self.kpi.frequency.unwrap_or(Frequency::Monthly))
    }

    /// The first day of the oldest period.
    fn from(&self) -> NaiveDate {
        self.periods.first().map_or(self.today, |p| self.year.first_day(*p))
    }

    /// The day up to which a period counts: its last, or today.
    fn until(&self, period: Period) -> NaiveDate {
        self.year.last_day(period).min(self.today)
    }

    /// How many there were in each period since the first day of which something is known; today's period always counts.
    fn counted(&self, since: Option<NaiveDate>, found: impl Iterator<Item = (NaiveDate, f64)>) -> Figures {
        let since = since.map_or_else(|| self.period(self.today), |day| self.period(day));
        let known = self.periods.iter().filter(|p| **p >= since || **p == self.period(self.today));
        let mut figures: BTreeMap<Period, f64> = known.map(|p| (*p, 0.0)).collect();
        for (day, n) in found {
            figures.entry(self.period(day)).and_modify(|sum| *sum += n);
        }
        figures.into_iter().map(|(period, n)| (period, Made::plain(n))).collect()
    }
}

impl Store {
    /// The figures of a computed indicator, by periods of its own frequency, for this company's year and the two before, up to
    /// today. What is not known has no figure, or the reason: before anything was written down, where a share is of nothing, and where
    /// only today's state is known (weighted pipeline, and coverage but for what was stored). None for one that is not computed.
    ///
    /// An indicator of the portfolio is that of all key accounts together; of all accounts as long as none is marked as key.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn computed_actuals(
        &self,
        kpi: &Kpi,
        year: CompanyYear,
        today: NaiveDate,
    ) -> Result<BTreeMap<Period, Made>, Fault> {
        let Some(computed) = kpi.computed else { return Ok(Figures::new()) };
        let accounts = self.accounts_of(kpi)?;
        let frequency = kpi.frequency.unwrap_or(Frequency::Monthly);
        let newest = year.at(today, frequency);
        let oldest = Period::Year(year.year_of(newest) - YEARS + 1);
        let mut periods = vec![year.at(year.first_day(oldest), frequency)];
        while let Some(last) = periods.last().filter(|p| **p < newest) {
            periods.push(year.after(*last, 1));
        }
        let asked = Asked { kpi, accounts, year, today, periods };
        match computed {
            Computed::Touches => self.touches_counted(&asked),
            Computed::Visits => self.visits_counted(&asked),
            Computed::ResponseBalance => self.response_balance(&asked),
            Computed::Complaints => self.complaints(&asked),
            Computed::KeptPromises => self.promises_kept(&asked),
            Computed::DecidersMet => self.deciders_met(&asked),
            Computed::Coverage => self.coverage_known(&asked),
            Computed::WeightedPipeline => self.pipeline_now(&asked),
            Computed::ForecastAccuracy => self.forecast_accuracy(&asked),
        }
    }

    /// Of which accounts an indicator speaks: its own; of one of the portfolio the key accounts.
    pub(super) fn accounts_of(&self, kpi: &Kpi) -> Result<Vec<Id>, Fault> {
        kpi.account.map_or_else(|| self.looked_after(), |account| Ok(vec![account.0]))
    }
}
