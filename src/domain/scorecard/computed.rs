//! Indicators that the program computes from its own records (§6). Percentages are as shown: 95 is 95 %.
//!
//! Counts (touches, meetings and visits held, problems opened), coverage (§4) and the weighted pipeline (§8) need no arithmetic of their own here.
use chrono::NaiveDate;

use super::{Method, Series};
use crate::domain::day::{plus_days, plus_months};
use crate::domain::explain::Explain;
use crate::domain::period::Period;
use crate::domain::score::{Known, count};

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

/// How near the landing of a company's year came that was forecast three months before its end, by the method that was the
/// default then: method and accuracy in %.
///
/// # Errors
/// Why there was no forecast, or that the year is not complete.
pub fn accuracy_of(series: &Series, year: i32, today: NaiveDate) -> Known<(Method, f64)> {
    let whole = Period::Year(year);
    let end = series.year.last_day(whole);
    let actual = series.complete(whole).filter(|_| end <= today);
    let actual = actual.ok_or_else(|| series.about("scorecard-not-complete", whole))?;
    let then = forecast_day(series, whole);
    let landing = series.known_on(then).landing(year, then)?;
    Ok((landing.method, forecast_accuracy(landing.value().clone()?, actual)?))
}

/// The day three months before the end of a period.
fn forecast_day(series: &Series, period: Period) -> NaiveDate {
    let after = series.year.after(period, 1);
    plus_days(plus_months(series.year.first_day(after), -3), -1)
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

    #[test]
    fn the_year_is_compared_with_what_was_forecast_at_the_end_of_september() {
        let year = CompanyYear::default();
        let mut series = Series::new(year, Better::Higher, Nature::Flow, Frequency::Monthly);
        for (i, month) in year.parts(Period::Year(2025), Frequency::Monthly).into_iter().enumerate() {
            series.actuals.insert(month, if i < 9 { 100.0 } else { 50.0 });
        }
        let (method, accuracy) = accuracy_of(&series, 2025, day(2026, 1, 20)).unwrap();
        // Nine months of 100 let expect 1200; 1050 came.
        assert_eq!(method, Method::Trailing);
        assert!((accuracy - 100.0 * (1.0 - 150.0 / 1050.0)).abs() < 1e-9);
        let early = accuracy_of(&series, 2025, day(2025, 12, 30)).unwrap_err();
        assert_eq!(early.key, "scorecard-not-complete");
    }
}
