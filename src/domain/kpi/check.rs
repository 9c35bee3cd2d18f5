//! What an indicator cannot be.
use super::Kpi;
use crate::domain::choice::{Computed, Nature, Unit};
use crate::domain::explain::Explain;

/// What a computed figure is, and so how its indicator must be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// So many: they add up.
    Count,
    /// A percentage of the moment.
    Share,
    /// Points of 100.
    Points,
    /// An amount of the moment.
    Amount,
}

const fn shape(computed: Computed) -> Shape {
    match computed {
        Computed::Touches | Computed::Visits | Computed::Complaints => Shape::Count,
        Computed::DecidersMet
        | Computed::KeptPromises
        | Computed::ResponseBalance
        | Computed::ForecastAccuracy => Shape::Share,
        Computed::Coverage => Shape::Points,
        Computed::WeightedPipeline => Shape::Amount,
    }
}

impl Shape {
    const fn fits(self, measure: Unit, nature: Nature) -> bool {
        match (self, nature) {
            (Self::Count, Nature::Flow) => matches!(measure, Unit::Number),
            (Self::Share, Nature::Stock) => matches!(measure, Unit::Percent),
            (Self::Points, Nature::Stock) => matches!(measure, Unit::Score | Unit::Percent),
            (Self::Amount, Nature::Stock) => matches!(measure, Unit::Money),
            (Self::Count, Nature::Stock) | (Self::Share | Self::Points | Self::Amount, Nature::Flow) => false,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Count => "kpi-computed-count",
            Self::Share => "kpi-computed-share",
            Self::Points => "kpi-computed-points",
            Self::Amount => "kpi-computed-amount",
        }
    }
}

/// Whether one can be at risk before one is off track; scale 4 of a percentage.
///
/// # Errors
/// `kpi-thresholds`.
pub fn thresholds(green: i64, amber: i64) -> Result<(), Explain> {
    if amber < green { Ok(()) } else { Err(Explain::new("kpi-thresholds")) }
}

impl Kpi {
    /// Whether it holds together; thresholds that it does not say are those of the book, `green` and `amber` (scale 4).
    ///
    /// # Errors
    /// `kpi-thresholds`; `kpi-computed-count`, `-share`, `-points`, `-amount`: how what is computed must be kept.
    pub fn check(&self, green: i64, amber: i64) -> Result<(), Explain> {
        if self.green.is_some() || self.amber.is_some() {
            thresholds(self.green.unwrap_or(green), self.amber.unwrap_or(amber))?;
        }
        let (Some(computed), Some(measure), Some(nature)) = (self.computed, self.measure, self.nature) else {
            return Ok(());
        };
        let shape = shape(computed);
        if shape.fits(measure, nature) { Ok(()) } else { Err(Explain::new(shape.key())) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::catalogue::all;
    use super::*;

    const USUAL: (i64, i64) = (950_000, 850_000);

    fn why(kpi: &Kpi) -> Option<String> {
        kpi.check(USUAL.0, USUAL.1).err().map(|e| e.key)
    }

    #[test]
    fn every_ready_indicator_holds_together() {
        for ready in all() {
            assert_eq!(why(&ready.kpi(ready.key.to_owned())), None, "{}", ready.key);
        }
    }

    #[test]
    fn at_risk_begins_below_on_track() {
        let of = |green, amber| why(&Kpi { green, amber, ..Kpi::fresh() });
        assert_eq!(of(Some(980_000), Some(950_000)), None);
        assert_eq!(of(None, Some(900_000)), None);
        for (green, amber) in [(Some(900_000), Some(900_000)), (None, Some(960_000)), (Some(800_000), None)] {
            assert_eq!(of(green, amber).as_deref(), Some("kpi-thresholds"), "{green:?} {amber:?}");
        }
    }

    #[test]
    fn what_is_computed_is_kept_as_what_it_is() {
        let of = |computed, measure, nature| {
            why(&Kpi {
                computed: Some(computed),
                measure: Some(measure),
                nature: Some(nature),
                ..Kpi::fresh()
            })
        };
        assert_eq!(of(Computed::Touches, Unit::Number, Nature::Flow), None);
        assert_eq!(of(Computed::Coverage, Unit::Percent, Nature::Stock), None);
        for (computed, measure, nature, key) in [
            (Computed::Visits, Unit::Number, Nature::Stock, "kpi-computed-count"),
            (Computed::DecidersMet, Unit::Number, Nature::Flow, "kpi-computed-share"),
            (Computed::Coverage, Unit::Score, Nature::Flow, "kpi-computed-points"),
            (Computed::WeightedPipeline, Unit::Number, Nature::Stock, "kpi-computed-amount"),
        ] {
            assert_eq!(of(computed, measure, nature).as_deref(), Some(key));
        }
    }
}
