//! Ready indicators to pick from: what a key account manager follows, each set up as it is usually kept.
//!
//! Names, definitions and where the figures usually come from are words (`catalogue.ftl`), found by the key.
use super::Kpi;
use crate::domain::choice::{Better, Computed, Frequency, Nature, Ownership, Spread, Unit};
use crate::domain::value::SCALE;

/// A ready indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ready {
    /// Its name on the shell, and the end of the keys of its words (`catalogue-<key>`).
    pub key: &'static str,
    /// In what it is measured.
    pub measure: Unit,
    /// Which way is better.
    pub better: Better,
    /// Flow or stock.
    pub nature: Nature,
    /// How often it is measured.
    pub frequency: Frequency,
    /// How far the KAM usually answers for it.
    pub ownership: Ownership,
    /// On track and at risk from so many percent of the target, where the book's thresholds would judge it wrongly.
    pub thresholds: Option<(i64, i64)>,
    /// Computed from the program's own records.
    pub computed: Option<Computed>,
}

/// What the indicators of the catalogue are about, in the order in which it shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// What they buy, and what is left of it.
    Sales,
    /// What they are to buy.
    Growth,
    /// How well we serve them.
    Service,
    /// What they owe.
    Cash,
    /// How near we are to them.
    Relationship,
}

impl Topic {
    /// Every topic, in order.
    pub const ALL: [Self; 5] = [Self::Sales, Self::Growth, Self::Service, Self::Cash, Self::Relationship];

    /// Its name, and the end of the key of its words (`catalogue-topic-<name>`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sales => "sales",
            Self::Growth => "growth",
            Self::Service => "service",
            Self::Cash => "cash",
            Self::Relationship => "relationship",
        }
    }

    /// The indicators about it.
    pub const fn ready(self) -> &'static [Ready] {
        match self {
            Self::Sales => SALES,
            Self::Growth => GROWTH,
            Self::Service => SERVICE,
            Self::Cash => CASH,
            Self::Relationship => RELATIONSHIP,
        }
    }
}

/// Every ready indicator, by topic.
pub fn all() -> impl Iterator<Item = &'static Ready> {
    Topic::ALL.into_iter().flat_map(Topic::ready)
}

/// The ready indicator of that key.
pub fn of_key(key: &str) -> Option<&'static Ready> {
    all().find(|ready| ready.key == key)
}

impl Ready {
    /// The indicator under that name, of no account yet.
    pub fn kpi(&self, name: String) -> Kpi {
        let percent = |n: i64| n * SCALE;
        Kpi {
            name,
            measure: Some(self.measure),
            better: Some(self.better),
            nature: Some(self.nature),
            frequency: Some(self.frequency),
            ownership: Some(self.ownership),
            spread: Some(Spread::Calendar),
            computed: self.computed,
            green: self.thresholds.map(|(green, _)| percent(green)),
            amber: self.thresholds.map(|(_, amber)| percent(amber)),
            ..Kpi::default()
        }
    }

    /// Something that adds up and of which more is better; the KAM's own, every month.
    const fn flow(key: &'static str, measure: Unit) -> Self {
        Self {
            key,
            measure,
            better: Better::Higher,
            nature: Nature::Flow,
            frequency: Frequency::Monthly,
            ownership: Ownership::Own,
            thresholds: None,
            computed: None,
        }
    }

    /// A level of which more is better.
    const fn level(key: &'static str, measure: Unit) -> Self {
        Self { nature: Nature::Stock, ..Self::flow(key, measure) }
    }

    /// What the program computes: watched, since the health of an account has it already.
    const fn computed(self, computed: Computed) -> Self {
        Self { computed: Some(computed), ownership: Ownership::Monitor, ..self }
    }

    const fn lower(self) -> Self {
        Self { better: Better::Lower, ..self }
    }

    const fn band(self) -> Self {
        Self { better: Better::Band, ..self }
    }

    const fn every(self, frequency: Frequency) -> Self {
        Self { frequency, ..self }
    }

    const fn contribute(self) -> Self {
        Self { ownership: Ownership::Contribute, ..self }
    }

    const fn watch(self) -> Self {
        Self { ownership: Ownership::Monitor, ..self }
    }

    const fn from(self, green: i64, amber: i64) -> Self {
        Self { thresholds: Some((green, amber)), ..self }
    }
}

use Frequency::{Quarterly, Yearly};
use Unit::{Days, Money, Number, Percent, Score};

const SALES: &[Ready] = &[
    Ready::flow("revenue", Money),
    Ready::flow("margin", Money),
    Ready::level("margin-rate", Percent).from(97, 92),
    Ready::flow("order-intake", Money).contribute(),
    Ready::level("backlog", Money).watch(),
    Ready::flow("volume", Number).contribute(),
    Ready::level("price-realisation", Percent).every(Quarterly).contribute().from(98, 95),
];

const GROWTH: &[Ready] = &[
    Ready::level("share-of-wallet", Percent).every(Yearly),
    Ready::flow("new-offerings", Number).every(Quarterly),
    Ready::flow("new-business", Money).every(Quarterly),
    Ready::level("weighted-pipeline", Money).computed(Computed::WeightedPipeline).contribute(),
    Ready::level("win-rate", Percent).every(Quarterly).watch().from(90, 70),
    Ready::level("renewal-rate", Percent).every(Yearly),
    Ready::level("forecast-accuracy", Percent).every(Quarterly).computed(Computed::ForecastAccuracy),
];

const SERVICE: &[Ready] = &[
    // 93 % of deliveries against a target of 95 % is 98 % of it, and no longer on track.
    Ready::level("on-time-delivery", Percent).contribute().from(99, 97),
    Ready::level("complete-orders", Percent).contribute().from(99, 97),
    Ready::level("lead-time", Days).lower().watch(),
    Ready::flow("complaints", Number).lower().computed(Computed::Complaints).contribute(),
    Ready::level("solving-time", Days).lower().contribute(),
    Ready::flow("credit-notes", Money).lower().watch(),
    Ready::level("satisfaction", Score).every(Quarterly).contribute(),
    Ready::level("nps", Score).every(Quarterly).contribute(),
];

const CASH: &[Ready] = &[
    Ready::level("days-sales-outstanding", Days).lower().watch(),
    Ready::level("overdue-debt", Money).lower().contribute(),
];

const RELATIONSHIP: &[Ready] = &[
    Ready::flow("visits", Number).computed(Computed::Visits).from(90, 70),
    Ready::flow("touches", Number).computed(Computed::Touches).from(90, 70),
    Ready::level("deciders-met", Percent).every(Quarterly).computed(Computed::DecidersMet).from(90, 70),
    Ready::level("coverage", Score).computed(Computed::Coverage).from(90, 70),
    Ready::level("kept-promises", Percent).computed(Computed::KeptPromises),
    Ready::level("response-balance", Percent).band().computed(Computed::ResponseBalance),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::check_required;

    #[test]
    fn every_ready_indicator_is_complete_and_has_a_key_of_its_own() {
        let mut keys: Vec<_> = all().map(|r| r.key).collect();
        let count = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), count);
        for ready in all() {
            let kpi = ready.kpi(ready.key.to_owned());
            assert_eq!(check_required(&kpi), Ok(()), "{}", ready.key);
            assert_eq!(of_key(ready.key), Some(ready));
        }
    }

    #[test]
    fn whatever_the_program_computes_can_be_picked_once() {
        for computed in Computed::ALL {
            assert_eq!(all().filter(|r| r.computed == Some(*computed)).count(), 1, "{computed:?}");
        }
    }

    #[test]
    fn thresholds_are_percentages_of_scale_four() {
        let kpi = of_key("on-time-delivery").unwrap().kpi("On time".to_owned());
        assert_eq!((kpi.green, kpi.amber), (Some(990_000), Some(970_000)));
        assert_eq!(of_key("revenue").unwrap().kpi(String::new()).green, None);
    }
}
