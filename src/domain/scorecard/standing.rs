//! How an indicator stands today: all that the scorecard shows of it.
use chrono::NaiveDate;

use super::attainment::attainment;
use super::goal::Mismatch;
use super::{Goal, Landing, Pace, Rag, Series};
use crate::domain::choice::{Better, Nature};
use crate::domain::explain::Explain;
use crate::domain::period::Period;
use crate::domain::score::{Known, Trend};

/// The newest period against the one before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// The newest whole period.
    pub period: Period,
    /// Its figure.
    pub now: f64,
    /// The figure of the period before.
    pub before: f64,
    /// Which way the figure went.
    pub trend: Trend,
    /// Whether that is worse; of a band, further away from it.
    pub worse: bool,
}

/// An indicator as it stands today.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// The company's year of which this speaks.
    pub year: Period,
    /// Its figures are true up to that day.
    pub as_of: Known<NaiveDate>,
    /// The newest figure.
    pub newest: Option<(Period, f64)>,
    /// Of a flow the sum of the year to date, of a stock the newest figure.
    pub to_date: Known,
    /// Target of the whole year; of a stock that of the newest figure's period.
    pub plan: Known<Goal>,
    /// Attainment of the newest period, 0 … 2.
    pub attainment: Known,
    /// `a/t` of the newest period, as it is printed; `None` where it does not exist.
    pub ratio: Option<f64>,
    /// Pace of the year to date; a stock has none.
    pub pace: Known<Pace>,
    /// The headline.
    pub rag: Rag,
    /// In how many periods in a row, the newest included, the headline was off track: 1 is newly red.
    pub off_for: usize,
    /// The newest period against the one before.
    pub change: Known<Change>,
    /// Where it will land; a stock has no landing.
    pub landing: Known<Landing>,
    /// Where the periods' targets do not add up to the year's.
    pub mismatch: Option<Mismatch>,
    /// Share of the periods of the year so far that have a figure, 0 … 1.
    pub evidence: f64,
    judged: Known,
    printed: Known,
}

impl Standing {
    /// What the headline and the health of the account are judged on: the pace of a flow, the attainment of a stock.
    ///
    /// # Errors
    /// Why it is not known: no figure, no target, stale.
    pub fn judged(&self) -> &Known {
        &self.judged
    }

    /// What is printed of how far it has come: the pace of a flow, of a stock what its newest cell prints.
    ///
    /// # Errors
    /// The same as what it is judged on.
    pub fn printed(&self) -> &Known {
        &self.printed
    }

    /// Whether the newest period is worse than the one before.
    pub fn worse(&self) -> bool {
        self.change.as_ref().is_ok_and(|c| c.worse)
    }
}

/// A figure that changes by less than this share of the earlier one has stayed.
const STILL: f64 = 0.01;

/// How far back the red periods are counted.
const FAR: usize = 24;

/// How an indicator stands today.
pub fn standing(series: &Series, today: NaiveDate) -> Standing {
    let year = Period::Year(series.year_in_force(today));
    let newest = series.newest(today).and_then(|p| Some((p, series.actual(p)?)));
    let as_of = series.as_of(today).ok_or_else(|| series.no_actual(year));
    let pace = series.pace(year, today);
    let cell = newest.map(|(period, _)| series.cell(period, today));
    let unknown = || series.no_actual(year);
    let judged = match series.nature {
        Nature::Flow => pace.clone().and_then(|p| p.value),
        Nature::Stock => cell.as_ref().map_or_else(|| Err(unknown()), |c| c.attainment.clone()),
    };
    let stale = as_of.clone().ok().filter(|_| series.is_stale(today));
    let known_then = judged.is_ok();
    let rag = if stale.is_some() { Rag::Stale } else { series.judge(&judged) };
    let flow = series.nature == Nature::Flow;
    let judged = match stale {
        Some(as_of) => Err(Explain::new("scorecard-stale").with("day", as_of)),
        None => judged,
    };
    let known = judged.is_ok();
    let printed = match &cell {
        Some(cell) if !flow && known => cell.printed.clone(),
        _ => judged.clone(),
    };
    Standing {
        year,
        newest,
        to_date: match series.nature {
            Nature::Flow => pace.clone().map(|p| p.actual),
            Nature::Stock => newest.map(|(_, actual)| actual).ok_or_else(unknown),
        },
        plan: series.goal(if flow { year } else { newest.map_or(year, |(p, _)| p) }),
        ratio: cell.as_ref().and_then(|c| c.ratio),
        attainment: cell.map_or_else(|| Err(unknown()), |c| c.attainment),
        off_for: if rag == Rag::Off { off_for(series, today) } else { 0 },
        rag,
        change: change(series, today),
        landing: series.landing(series.year_in_force(today), today),
        mismatch: series.mismatch(year),
        evidence: if flow {
            pace.as_ref().map_or(0.0, Pace::evidence)
        } else {
            f64::from(u8::from(known_then))
        },
        judged,
        printed,
        as_of,
        pace,
    }
}

/// What the headline was judged on when that period was the newest.
fn judged_then(series: &Series, period: Period) -> Known {
    let day = series.year.last_day(period);
    match series.nature {
        Nature::Flow => series.pace(Period::Year(series.year.year_of(period)), day)?.value,
        Nature::Stock => {
            let actual = series.actual(period).ok_or_else(|| series.no_actual(period))?;
            series.goal(period).map(|goal| attainment(actual, goal, series.better))
        }
    }
}

/// Periods off track in a row, today's headline being the first.
fn off_for(series: &Series, today: NaiveDate) -> usize {
    let Some(newest) = series.newest(today) else { return 0 };
    let before = (1..).map(|back| series.year.after(newest, -back)).take(FAR);
    let red = |period: &Period| {
        series.actual(*period).is_some() && series.judge(&judged_then(series, *period)) == Rag::Off
    };
    1 + before.take_while(red).count()
}

/// The newest whole period against the one before. A computed flow's running period is not whole.
fn change(series: &Series, today: NaiveDate) -> Known<Change> {
    let running =
        |p: Period| series.computed && series.nature == Nature::Flow && series.year.last_day(p) > today;
    let newest = series.newest(today).map(|p| if running(p) { series.year.after(p, -1) } else { p });
    let period = newest.ok_or_else(|| series.no_actual(Period::Year(series.year_in_force(today))))?;
    let earlier = series.year.after(period, -1);
    let now = series.actual(period).ok_or_else(|| series.no_actual(period))?;
    let before = series.actual(earlier).ok_or_else(|| series.no_actual(earlier))?;
    let trend = Trend::between(before, now, before.abs() * STILL);
    let away = |figure: f64, period| series.goal(period).map(|goal| goal.gap(figure, Better::Band).abs());
    let worse = match (series.better, trend) {
        (_, Trend::Flat) => false,
        (Better::Higher, trend) => trend == Trend::Down,
        (Better::Lower, trend) => trend == Trend::Up,
        (Better::Band, _) => {
            away(now, period).is_ok_and(|now| away(before, earlier).is_ok_and(|then| now > then))
        }
    };
    Ok(Change { period, now, before, trend, worse })
}
