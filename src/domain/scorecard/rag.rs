//! On track, at risk, off track; stale and unknown are neither (§6).
use chrono::NaiveDate;

use super::Series;
use crate::domain::choice::Frequency;
use crate::domain::day::{plus_days, plus_months};
use crate::domain::explain::Explain;
use crate::domain::score::Known;

/// How something stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rag {
    /// Green.
    OnTrack,
    /// Amber.
    AtRisk,
    /// Red.
    Off,
    /// The newest figure is too old to be believed.
    Stale,
    /// Not known, and why.
    Unknown(Explain),
}

/// A share that was meant to be exactly the threshold reaches it.
const SAME: f64 = 1e-9;

impl Rag {
    /// Judged by two thresholds, the second below the first.
    pub fn of(value: &Known, green: f64, amber: f64) -> Self {
        match value {
            Ok(value) if *value >= green - SAME => Self::OnTrack,
            Ok(value) if *value >= amber - SAME => Self::AtRisk,
            Ok(_) => Self::Off,
            Err(why) => Self::Unknown(why.clone()),
        }
    }

    /// Its place where the worst comes first, 0 … 4; what is not known comes before what is well.
    pub const fn concern(&self) -> u8 {
        match self {
            Self::Off => 0,
            Self::AtRisk => 1,
            Self::Stale => 2,
            Self::Unknown(_) => 3,
            Self::OnTrack => 4,
        }
    }
}

impl Series {
    /// Judged by the indicator's own thresholds.
    pub fn judge(&self, value: &Known) -> Rag {
        Rag::of(value, self.green, self.amber)
    }

    /// The last day on which figures up to `as_of` may be believed: one and a half times the frequency later, the half of a
    /// month being 15 days.
    pub fn fresh_until(&self, as_of: NaiveDate) -> NaiveDate {
        let (months, days) = match self.frequency {
            Frequency::Monthly => (1, 15),
            Frequency::Quarterly => (4, 15),
            Frequency::Yearly => (18, 0),
        };
        // From the first of the next period on, so that a short February does not shorten the wait.
        plus_days(plus_months(plus_days(as_of, 1), months), days - 1)
    }

    /// Whether the newest figure is too old to be believed.
    pub fn is_stale(&self, today: NaiveDate) -> bool {
        self.as_of(today).is_some_and(|as_of| today > self.fresh_until(as_of))
    }
}
