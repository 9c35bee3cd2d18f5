//! How an indicator stands (§6) and where it will land (§7): pure, over its figures by period.
//!
//! A flow is judged on its pace of the year to date, a stock on its newest figure; one cell of the grid on its own period.
pub mod attainment;
pub mod cell;
pub mod computed;
pub mod goal;
pub mod landing;
pub mod pace;
pub mod rag;
pub mod standing;
pub mod why;

use std::collections::BTreeMap;

use chrono::NaiveDate;

pub use attainment::Goal;
pub use cell::Cell;
pub use landing::{Landing, Method};
pub use pace::Pace;
pub use rag::Rag;
pub use standing::Standing;

use super::choice::{Better, Frequency, Nature, Spread};
use super::explain::Explain;
use super::period::{CompanyYear, Period};
use super::score::{Input, Known};

/// Pace or attainment from which an indicator is on track, unless it says otherwise.
pub const GREEN: f64 = 0.95;
/// Pace or attainment from which it is at risk and not yet off track.
pub const AMBER: f64 = 0.85;

/// One indicator with its figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// The company's year.
    pub year: CompanyYear,
    /// Which way is better.
    pub better: Better,
    /// Whether its figures add up.
    pub nature: Nature,
    /// How long its periods are.
    pub frequency: Frequency,
    /// How a target of a longer period is spread over its periods.
    pub spread: Spread,
    /// On track from here.
    pub green: f64,
    /// At risk from here.
    pub amber: f64,
    /// The figures, by periods of its frequency; others are not looked at.
    pub actuals: BTreeMap<Period, f64>,
    /// The targets, of its periods or of longer ones.
    pub targets: BTreeMap<Period, Goal>,
    /// Figures that are there and not known, and why: an amount without a rate, a computed share of nothing.
    pub unknown: BTreeMap<Period, Explain>,
    /// Targets that are there and not known, and why.
    pub unknown_targets: BTreeMap<Period, Explain>,
    /// The program computes the figures: those of the running period are true up to today.
    pub computed: bool,
    /// A computed share whose running period still fills: judged on the last whole one.
    pub filling: bool,
    /// What computed figures were counted from.
    pub made_of: BTreeMap<Period, Vec<Input>>,
    /// Open sales flagged incremental that close in the year, by their probability; `None` where they say nothing of this
    /// indicator.
    pub pipeline: Option<Known>,
    /// Revenue of contracts that may end in the year: shown beside the landing, never taken off it.
    pub at_risk: Option<Known>,
}

impl Series {
    /// A series without figures, judged by the default thresholds.
    pub fn new(year: CompanyYear, better: Better, nature: Nature, frequency: Frequency) -> Self {
        Self {
            year,
            better,
            nature,
            frequency,
            spread: Spread::Calendar,
            green: GREEN,
            amber: AMBER,
            actuals: BTreeMap::new(),
            targets: BTreeMap::new(),
            unknown: BTreeMap::new(),
            unknown_targets: BTreeMap::new(),
            computed: false,
            filling: false,
            made_of: BTreeMap::new(),
            pipeline: None,
            at_risk: None,
        }
    }

    /// The figure of one of its periods.
    pub fn actual(&self, period: Period) -> Option<f64> {
        self.actuals.get(&period).copied()
    }

    /// The newest period with a figure that has begun: what lies in the future is planned. One that people entered counts even
    /// if its amount has no rate, so that an older one is not taken for the newest; a share that still fills does not count.
    pub fn newest(&self, today: NaiveDate) -> Option<Period> {
        let counts = |p: &&Period| {
            let from = if self.filling { self.year.last_day(**p) } else { self.year.first_day(**p) };
            p.frequency() == self.frequency && from <= today
        };
        let known = self.actuals.keys().rev().find(counts);
        let unknown = self.unknown.keys().rev().find(counts).filter(|_| !self.computed);
        known.max(unknown).copied()
    }

    /// The day up to which its figures are true: the end of the newest one's period; today while a computed one's still runs.
    pub fn as_of(&self, today: NaiveDate) -> Option<NaiveDate> {
        let end = self.year.last_day(self.newest(today)?);
        Some(if self.computed { end.min(today) } else { end })
    }

    /// The company's year of which the headline speaks: that of the newest figure, today's where figures are computed.
    pub fn year_in_force(&self, today: NaiveDate) -> i32 {
        let newest = self.newest(today).filter(|_| !self.computed);
        self.year.year_of(newest.unwrap_or_else(|| self.year.at(today, self.frequency)))
    }

    /// The same indicator as it was known on a day: without the periods that had not ended by then.
    #[must_use]
    pub fn known_on(&self, day: NaiveDate) -> Self {
        let mut then = self.clone();
        then.actuals.retain(|period, _| self.year.last_day(*period) <= day);
        then.unknown.retain(|period, _| self.year.last_day(*period) <= day);
        then
    }

    /// Why a figure that people entered for a part of a period is not known: then no sum over the period is.
    fn unknown_within(&self, whole: Period, today: NaiveDate) -> Option<&Explain> {
        let parts = || self.year.parts(whole, self.frequency).into_iter().rev();
        let begun = |p: &Period| self.year.first_day(*p) <= today;
        parts().filter(begun).filter(|_| !self.computed).find_map(|p| self.unknown.get(&p))
    }

    /// A reason that is about a period. A shifted year says where it starts, so that its periods can be named.
    fn about(&self, key: &str, period: Period) -> Explain {
        let why = Explain::new(key).with("period", period);
        if self.year.is_calendar() { why } else { why.with("year-start", self.year.start()) }
    }

    /// The same period a year earlier.
    fn year_before(&self, period: Period) -> Period {
        let periods = match period.frequency() {
            Frequency::Monthly => 12,
            Frequency::Quarterly => 4,
            Frequency::Yearly => 1,
        };
        self.year.after(period, -periods)
    }

    /// How much of a period has passed on a day, 0 … 1. Figures that people enter are those of the whole period.
    fn elapsed(&self, period: Period, day: NaiveDate) -> f64 {
        let (first, days) = (self.year.first_day(period), self.year.days(period));
        if !self.computed || self.year.last_day(period) <= day {
            return 1.0;
        }
        let passed = super::day::days_between(first, day) + 1;
        (super::cadence::as_f64(passed) / super::cadence::as_f64(days.max(1))).clamp(0.0, 1.0)
    }
}

#[cfg(test)]
mod tests;
