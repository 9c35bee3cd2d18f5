//! Indicators that the program computes from its own records (§6). Percentages are as shown: 95 is 95 %.
//!
//! Counts (touches, meetings and visits held, problems opened), coverage (§4) and the weighted pipeline (§8) need no arithmetic of their own here.
use chrono::NaiveDate;

use super::{Method, Series};
use crate::domain::choice::Computed;
use crate::domain::day::{plus_days, plus_months};
use crate::domain::explain::Explain;
use crate::domain::period::Period;
use crate::domain::score::{Figure, Input, Known, Part, Score, count};

/// Share of what came in of the e-mails, messages and calls of 90 days, in %.
///
/// # Errors
/// `scorecard-no-messages` where there were none.
pub fn response_balance(came_in: usize, went_out: usize) -> Known {
    percent(came_in, came_in + went_out, "scorecard-no-messages")
}

/// Deciders with a meeting, visit or video in the period, of all deciders, in %.
///
/// # Errors
/// `scorecard-no-deciders` where nobody is one.
pub fn deciders_met(met: usize, deciders: usize) -> Known {
    percent(met, deciders, "scorecard-no-deciders")
}

/// Promises kept on or before their day, of all that fell due in 90 days (§5), in %.
///
/// # Errors
/// `scorecard-no-promises` where none fell due.
pub fn kept_promises(kept: usize, due: usize) -> Known {
    percent(kept, due, "scorecard-no-promises")
}

/// A computed figure and what it was counted from.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    /// The figure, or why it is not known.
    pub value: Known,
    /// What it was counted from.
    pub inputs: Vec<Input>,
}

impl Made {
    /// A figure that is its own count.
    pub const fn plain(value: f64) -> Self {
        Self { value: Ok(value), inputs: Vec::new() }
    }

    /// A share of two counts, each with the key of its words.
    pub fn share(value: Known, counts: [(&str, usize); 2]) -> Self {
        let input = |(key, n)| Input::new(Explain::new(key), Figure::Count(n));
        Self { value, inputs: counts.map(input).to_vec() }
    }

    /// What a score says, each of its parts being an input.
    pub fn of(score: &Score) -> Self {
        let input = |part: &Part| {
            let figure = part.value.clone().ok()?;
            Some(Input {
                source: part.inputs.iter().find_map(|i| i.source),
                ..Input::new(part.label.clone(), figure)
            })
        };
        let value = score.value.clone().map(|figure| figure.amount().unwrap_or_default());
        Self { value, inputs: score.parts.iter().filter_map(input).collect() }
    }
}

/// How near a forecast came.
#[derive(Debug, Clone, PartialEq)]
pub struct Accuracy {
    /// The method that was the default then.
    pub method: Method,
    /// What it let expect.
    pub forecast: f64,
    /// What came.
    pub actual: f64,
    /// In %.
    pub percent: Known,
}

impl From<Accuracy> for Made {
    fn from(of: Accuracy) -> Self {
        // Not measured in what the accuracy is: amounts of the revenue.
        let method = Figure::Words(Explain::new(of.method.key()));
        let inputs = [
            ("scorecard-input-method", method),
            ("scorecard-input-forecast", Figure::Plain(of.forecast)),
            ("scorecard-input-actual", Figure::Plain(of.actual)),
        ];
        Self {
            value: of.percent,
            inputs: inputs.map(|(key, figure)| Input::new(Explain::new(key), figure)).to_vec(),
        }
    }
}

/// Whether the figure of a running period still fills, so that it says nothing before the period is over.
pub const fn fills(computed: Computed) -> bool {
    match computed {
        Computed::DecidersMet => true,
        Computed::Touches
        | Computed::Visits
        | Computed::Complaints
        | Computed::KeptPromises
        | Computed::ResponseBalance
        | Computed::ForecastAccuracy
        | Computed::Coverage
        | Computed::WeightedPipeline => false,
    }
}

fn percent(part: usize, whole: usize, none: &str) -> Known {
    if whole == 0 { Err(Explain::new(none)) } else { Ok(100.0 * count(part) / count(whole)) }
}

/// `1 − |forecast − actual|/actual`, in %: below 0 where the forecast missed by more than the actual itself.
///
/// # Errors
/// `scorecard-actual-is-zero`.
pub fn forecast_accuracy(forecast: f64, actual: f64) -> Known {
    if actual.abs() > 0.0 {
        Ok(100.0 * (1.0 - (forecast - actual).abs() / actual.abs()))
    } else {
        Err(Explain::new("scorecard-actual-is-zero"))
    }
}

/// How near a forecast came that was made three months before the end of a period, by the method that was the default then. The
/// period is one of the series' own or longer.
///
/// # Errors
/// Why there was no forecast, that the period is not complete, or why one of its figures is not known.
pub fn accuracy_of(series: &Series, period: Period, today: NaiveDate) -> Known<Accuracy> {
    let end = series.year.last_day(period);
    let actual = series.complete(period).filter(|_| end <= today);
    let incomplete = || series.about("scorecard-not-complete", period);
    let actual =
        actual.ok_or_else(|| series.unknown_within(period, end).cloned().unwrap_or_else(incomplete))?;
    let (method, forecast) = forecast(series, period, forecast_day(series, period))?;
    Ok(Accuracy { method, forecast, actual, percent: forecast_accuracy(forecast, actual) })
}

/// The day three months before the end of a period.
fn forecast_day(series: &Series, period: Period) -> NaiveDate {
    let after = series.year.after(period, 1);
    plus_days(plus_months(series.year.first_day(after), -3), -1)
}

/// What a period let expect on a day, by what was known then: its periods with a figure, and for each that was still to come
/// what the landing of the year gives it (§7). Of a year that had not begun, the mean of the three newest periods.
fn forecast(series: &Series, period: Period, then: NaiveDate) -> Known<(Method, f64)> {
    let known = series.known_on(then);
    let year = series.year.year_of(period);
    let parts = series.year.parts(period, series.frequency);
    if let Some(why) = known.unknown_within(Period::Year(year), then) {
        return Err(why.clone());
    }
    let Ok(landing) = known.landing(year, then) else {
        let mean = newest_three(&known, then).ok_or_else(|| series.no_actual(Period::Year(year)))?;
        return Ok((Method::Trailing, mean * count(parts.len())));
    };
    let value = landing.value().clone()?;
    let each = |part: Period| match landing.method {
        Method::Seasonal => Ok(value * known.share_of_last_year(part, Period::Year(year))?),
        Method::Linear | Method::Trailing => {
            Ok((value - landing.to_date) / (count(landing.of) - landing.closed))
        }
    };
    let sum = parts.iter().map(|part| known.actual(*part).map_or_else(|| each(*part), Ok)).sum::<Known>()?;
    Ok((landing.method, sum))
}

/// Mean of the three newest periods, unless they are too old to be believed.
fn newest_three(known: &Series, then: NaiveDate) -> Option<f64> {
    let newest = known.newest(then).filter(|_| !known.is_stale(then))?;
    let three = (0..3).map(|back| known.actual(known.year.after(newest, -back)));
    three.sum::<Option<f64>>().map(|sum| sum / 3.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::choice::{Better, Frequency, Nature};
    use crate::domain::day::day;
    use crate::domain::period::CompanyYear;

    #[test]
    fn a_share_of_nothing_is_not_known() {
        assert_eq!(response_balance(1, 3), Ok(25.0));
        assert_eq!(response_balance(0, 0).unwrap_err().key, "scorecard-no-messages");
        assert_eq!(deciders_met(1, 2), Ok(50.0));
        assert_eq!(deciders_met(0, 0).unwrap_err().key, "scorecard-no-deciders");
        assert_eq!(kept_promises(3, 4), Ok(75.0));
        assert_eq!(kept_promises(0, 0).unwrap_err().key, "scorecard-no-promises");
    }

    #[test]
    fn a_forecast_is_as_accurate_as_it_is_near() {
        assert!((forecast_accuracy(90.0, 100.0).unwrap() - 90.0).abs() < 1e-9);
        assert!((forecast_accuracy(110.0, 100.0).unwrap() - 90.0).abs() < 1e-9);
        assert!((forecast_accuracy(300.0, 100.0).unwrap() + 100.0).abs() < 1e-9);
        assert!((forecast_accuracy(-90.0, -100.0).unwrap() - 90.0).abs() < 1e-9);
        assert_eq!(forecast_accuracy(1.0, 0.0).unwrap_err().key, "scorecard-actual-is-zero");
    }

    fn monthly(figures: &[(i32, u32, f64)]) -> Series {
        let mut series =
            Series::new(CompanyYear::default(), Better::Higher, Nature::Flow, Frequency::Monthly);
        series.actuals = figures.iter().map(|(y, m, figure)| (Period::Month(*y, *m), *figure)).collect();
        series
    }

    fn accuracy(series: &Series, period: &str, today: NaiveDate) -> (Method, f64) {
        let near = accuracy_of(series, period.parse().unwrap(), today).unwrap();
        (near.method, near.percent.unwrap())
    }

    #[test]
    fn the_year_is_compared_with_what_was_forecast_at_the_end_of_september() {
        let figures: Vec<_> = (1..=12).map(|m| (2025, m, if m < 10 { 100.0 } else { 50.0 })).collect();
        let series = monthly(&figures);
        let (method, near) = accuracy(&series, "2025", day(2026, 1, 20));
        // Nine months of 100 let expect 1200; 1050 came.
        assert_eq!(method, Method::Trailing);
        assert!((near - 100.0 * (1.0 - 150.0 / 1050.0)).abs() < 1e-9);
        let early = accuracy_of(&series, Period::Year(2025), day(2025, 12, 30)).unwrap_err();
        assert_eq!(early.key, "scorecard-not-complete");
    }

    #[test]
    fn a_quarter_is_compared_with_what_was_forecast_when_it_began() {
        // Last year 10 a month and 30 in each of the last three; this year the double of it, and then 50 instead of 60.
        let last = (1..=12).map(|m| (2025, m, if m < 10 { 10.0 } else { 30.0 }));
        let this = (1..=12).map(|m| (2026, m, if m < 10 { 20.0 } else { 50.0 }));
        let series = monthly(&last.chain(this).collect::<Vec<_>>());
        let (method, near) = accuracy(&series, "2026-Q4", day(2027, 1, 1));
        assert_eq!(method, Method::Seasonal);
        assert!((near - 100.0 * (1.0 - 30.0 / 150.0)).abs() < 1e-9);
        // When 2026 began nothing of it was known: the last three months let expect 90, and 60 came.
        let (method, near) = accuracy(&series, "2026-Q1", day(2027, 1, 1));
        assert_eq!(method, Method::Trailing);
        assert!((near - 50.0).abs() < 1e-9);
    }

    #[test]
    fn a_forecast_from_figures_that_were_old_or_few_is_none() {
        let few = monthly(&[(2025, 12, 9.0), (2026, 1, 9.0), (2026, 2, 9.0), (2026, 3, 9.0)]);
        assert!(accuracy_of(&few, Period::Quarter(2026, 1), day(2026, 6, 1)).is_err());
        let last = (1..=9).map(|m| (2025, m, 10.0));
        let old = monthly(&last.chain((1..=3).map(|m| (2026, m, 10.0))).collect::<Vec<_>>());
        let refused = accuracy_of(&old, Period::Quarter(2026, 1), day(2026, 6, 1)).unwrap_err();
        assert_eq!(refused.key, "scorecard-no-actual");
    }
}
