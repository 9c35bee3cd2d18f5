//! Where a flow will land at the end of the company's year (§7). The method is always named.
use chrono::NaiveDate;

use super::pace::{Pace, Step};
use super::{Goal, Series};
use crate::domain::choice::{Better, Nature};
use crate::domain::explain::Explain;
use crate::domain::period::Period;
use crate::domain::score::{Known, count};

/// How the rest of the year is guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Method {
    /// As the year so far: `Y·n/m`.
    Linear,
    /// As the last three periods: `Y + mean(last 3)·(n − m)`.
    Trailing,
    /// As last year's: `Y / last year's share through m`.
    Seasonal,
}

impl Method {
    /// Every method, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Linear, Self::Trailing, Self::Seasonal];

    /// Its name: the same in JSON and as key of its words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Linear => "linear",
            Self::Trailing => "trailing-3",
            Self::Seasonal => "seasonal",
        }
    }

    /// Key of its words.
    pub fn key(self) -> String {
        format!("scorecard-method-{}", self.name())
    }
}

/// What one method says.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// Which.
    pub method: Method,
    /// Where it lands.
    pub value: Known,
    /// The same plus the weighted pipeline; `None` where that says nothing of the indicator.
    pub with_pipeline: Option<Known>,
}

/// Where a flow will land, by every method.
#[derive(Debug, Clone, PartialEq)]
pub struct Landing {
    /// The company's year.
    pub year: Period,
    /// The year's target.
    pub plan: Known<Goal>,
    /// Which way is better.
    pub better: Better,
    /// What has come.
    pub to_date: f64,
    /// Up to that day.
    pub as_of: NaiveDate,
    /// Periods with a figure, fractions included.
    pub closed: f64,
    /// Periods of the year.
    pub of: usize,
    /// By every method, in the order of [`Method::ALL`].
    pub forecasts: [Forecast; 3],
    /// The one to believe by default.
    pub method: Method,
    /// Needed in each period that has no figure yet.
    pub required: Known,
    /// The best of the last three whole periods, where there are three.
    pub best_of_three: Option<f64>,
    /// The weighted pipeline that closes in the year.
    pub pipeline: Option<Known>,
    /// Revenue of contracts that may end in the year: beside the landing, never taken off it.
    pub at_risk: Option<Known>,
    /// Share of the periods so far that have a figure, 0 … 1.
    pub evidence: f64,
}

impl Landing {
    /// What a method says.
    pub fn by(&self, method: Method) -> &Forecast {
        let [linear, trailing, seasonal] = &self.forecasts;
        match method {
            Method::Linear => linear,
            Method::Trailing => trailing,
            Method::Seasonal => seasonal,
        }
    }

    /// What the default method says.
    pub fn value(&self) -> &Known {
        &self.by(self.method).value
    }

    /// What is missing from a landing to the year's target: negative is more than planned.
    ///
    /// # Errors
    /// Why the target is not known.
    pub fn gap(&self, landing: f64) -> Known {
        self.plan.clone().map(|goal| goal.gap(landing, self.better))
    }

    /// The lowest and the highest of all methods that know: the cone of the chart.
    pub fn range(&self) -> Option<(f64, f64)> {
        let known = || self.forecasts.iter().filter_map(|f| f.value.as_ref().ok().copied());
        Some((known().reduce(f64::min)?, known().reduce(f64::max)?))
    }
}

impl Series {
    /// The landing of a company's year, as known today.
    ///
    /// # Errors
    /// `scorecard-stock-no-landing`; `scorecard-no-actual` with the year; why one of its figures is not known.
    pub fn landing(&self, year: i32, today: NaiveDate) -> Known<Landing> {
        if self.nature == Nature::Stock {
            return Err(Explain::new("scorecard-stock-no-landing"));
        }
        let whole = Period::Year(year);
        let pace = self.pace(whole, today)?;
        let full: Vec<&Step> = pace.steps.iter().filter(|s| s.elapsed >= 1.0).collect();
        let last_three: Vec<f64> = full.iter().rev().take(3).map(|s| s.actual).collect();
        let closed: f64 = pace.steps.iter().map(|s| s.elapsed).sum();
        let plan = self.goal(whole);
        let forecast = |method| {
            let value = match method {
                Method::Linear => Ok(linear(&pace, closed)),
                Method::Trailing => trailing(&pace, closed, &last_three),
                Method::Seasonal => self.seasonal(&pace, whole),
            };
            let with_pipeline = self.pipeline.clone().map(|p| Ok(value.clone()? + p?));
            Forecast { method, value, with_pipeline }
        };
        let forecasts = Method::ALL.map(forecast);
        let [_, _, seasonal] = &forecasts;
        let method = match (&seasonal.value, full.len()) {
            (Ok(_), _) => Method::Seasonal,
            (Err(_), 3..) => Method::Trailing,
            (Err(_), _) => Method::Linear,
        };
        Ok(Landing {
            year: whole,
            required: self.required(&plan, &pace, closed),
            plan,
            better: self.better,
            to_date: pace.actual,
            as_of: pace.as_of,
            closed,
            of: pace.of,
            forecasts,
            method,
            best_of_three: last_three.iter().copied().reduce(f64::max).filter(|_| last_three.len() == 3),
            pipeline: self.pipeline.clone(),
            at_risk: self.at_risk.clone(),
            evidence: pace.evidence(),
        })
    }

    /// `(P − Y)/(n − m)`, m being the periods with a figure, as every method has it; of a band towards its nearer edge.
    fn required(&self, plan: &Known<Goal>, pace: &Pace, closed: f64) -> Known {
        let gap = plan.clone()?.gap(pace.actual, self.better);
        let left = count(pace.of) - closed;
        if left > 0.0 { Ok(gap / left) } else { Err(Explain::new("scorecard-year-over")) }
    }

    fn seasonal(&self, pace: &Pace, whole: Period) -> Known {
        let last = self.last_year(whole)?;
        let then =
            |step: &Step| self.actual(self.year_before(step.period)).unwrap_or_default() * step.elapsed;
        let through = pace.steps.iter().map(then).sum::<f64>() / last;
        if through > 0.0 {
            Ok(pace.actual / through)
        } else {
            Err(self.about("scorecard-no-share-yet", self.year_before(whole)))
        }
    }
}

/// A pace has a period with a figure, of which at least a day has passed: nothing is divided by zero.
fn linear(pace: &Pace, closed: f64) -> f64 {
    pace.actual * count(pace.of) / closed
}

fn trailing(pace: &Pace, closed: f64, last_three: &[f64]) -> Known {
    if last_three.len() < 3 {
        return Err(Explain::new("scorecard-fewer-than-three").with("count", last_three.len()));
    }
    Ok(pace.actual + last_three.iter().sum::<f64>() / 3.0 * (count(pace.of) - closed))
}
