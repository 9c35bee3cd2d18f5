//! An indicator as the grid has it: its record, its figures, how it stands.
use chrono::NaiveDate;

use super::figure::Row as Writing;
use crate::domain::Id;
use crate::domain::choice::{Better, Nature, Unit};
use crate::domain::explain::Explain;
use crate::domain::kpi::Amount;
use crate::domain::money::Currency;
use crate::domain::period::Period;
use crate::domain::scorecard::{Cell, Series, Standing};
use crate::store::query::figures::KpiFigures;
use crate::store::query::scorecard::Indicator as Stored;

/// What the cells show, and what is entered into them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Axis {
    /// What was.
    #[default]
    Actual,
    /// What should be.
    Target,
    /// How far the one is from the other; nobody enters that.
    Deviation,
}

impl Axis {
    pub(super) const ALL: [Self; 3] = [Self::Actual, Self::Target, Self::Deviation];

    /// End of the keys of its words.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Target => "target",
            Self::Deviation => "deviation",
        }
    }

    /// The next one.
    pub(super) const fn next(self) -> Self {
        match self {
            Self::Actual => Self::Target,
            Self::Target => Self::Deviation,
            Self::Deviation => Self::Actual,
        }
    }
}

/// An indicator.
#[derive(Debug, Clone)]
pub(super) struct Indicator {
    pub(super) figures: KpiFigures,
    pub(super) series: Series,
    pub(super) standing: Standing,
    /// Figures in another currency that were left out for want of a rate.
    pub(super) left_out: Option<Explain>,
    /// How its figures are written in the cells.
    pub(super) written: Writing,
}

impl Indicator {
    pub(super) fn new(stored: Stored) -> Self {
        let Stored { figures, series, standing, left_out, revenue: _, coverage: _ } = stored;
        Self { figures, series, standing, left_out, written: Writing::default() }
    }

    pub(super) const fn currency(&self) -> Currency {
        self.figures.currency
    }

    pub(super) const fn id(&self) -> Id {
        self.figures.kpi.head.id
    }

    pub(super) fn account(&self) -> Option<Id> {
        self.figures.kpi.account.map(|a| a.0)
    }

    pub(super) fn name(&self) -> &str {
        &self.figures.kpi.name
    }

    pub(super) fn unit(&self) -> Unit {
        self.figures.kpi.measure.unwrap_or(Unit::Number)
    }

    pub(super) fn is_flow(&self) -> bool {
        self.series.nature == Nature::Flow
    }

    pub(super) fn is_band(&self) -> bool {
        self.series.better == Better::Band
    }

    /// The period for which a column stands here: longer than the indicator's own it is a sum; of shorter ones only the last
    /// of each of the indicator's periods has its figure.
    pub(super) fn at(&self, column: Period) -> Option<Period> {
        let year = self.series.year;
        if column.frequency() >= self.series.frequency {
            return Some(column);
        }
        let own = year.at(year.first_day(column), self.series.frequency);
        (year.last_day(own) == year.last_day(column)).then_some(own)
    }

    /// The cell of a column.
    pub(super) fn cell(&self, column: Period, today: NaiveDate) -> Option<Cell> {
        self.at(column).map(|period| self.series.cell(period, today))
    }

    /// What was entered for a period: a figure, of a band's target both ends.
    pub(super) fn entered(&self, axis: Axis, period: Period) -> Option<(Amount, Option<Amount>)> {
        match axis {
            Axis::Target => self.figures.targets.get(&period).copied(),
            Axis::Actual | Axis::Deviation => self.figures.actuals.get(&period).map(|a| (*a, None)),
        }
    }

    /// The period whose figure one enters in a column.
    ///
    /// # Errors
    /// Why nothing can be entered there.
    pub(super) fn enters(&self, axis: Axis, column: Period) -> Result<Period, Explain> {
        let refuse = |key: &str| Explain::new(key).with("name", self.name());
        if axis != Axis::Target && self.figures.kpi.computed.is_some() {
            return Err(refuse("figure-computed"));
        }
        let period = self.at(column).ok_or_else(|| refuse("kpis-enter-longer"))?;
        let own = period.frequency() == self.series.frequency;
        // A target of a whole year is spread over its periods; an actual of a year is the sum of them.
        if own || (axis == Axis::Target && matches!(period, Period::Year(_))) {
            Ok(period)
        } else {
            Err(refuse("kpis-enter-shorter"))
        }
    }
}
