//! The shape of every score: its value or why there is none, how much of it is known, and the parts it is made of.
use chrono::NaiveDate;

use super::Id;
use super::explain::Explain;
use super::kind::Kind;
use super::period::Period;

/// A figure, or the reason why it is not known. Dividing by zero gives a reason too, never 0.
pub type Known<T = f64> = Result<T, Explain>;

/// A figure and how it is to be shown. Rounding happens only there.
#[derive(Debug, Clone, PartialEq)]
pub enum Figure {
    /// Points of 100.
    Points(f64),
    /// A share: 1 is 100 %.
    Share(f64),
    /// A plain number: a weight, a factor.
    Plain(f64),
    /// In the unit of the indicator; in the currency of sums where there is none.
    Measured(f64),
    /// How many.
    Count(usize),
    /// Whole days.
    Days(i64),
    /// Something that words say better.
    Words(Explain),
}

impl Figure {
    /// The number itself; `None` for words.
    pub fn amount(&self) -> Option<f64> {
        match self {
            Self::Points(n) | Self::Share(n) | Self::Plain(n) | Self::Measured(n) => Some(*n),
            Self::Count(n) => Some(count(*n)),
            Self::Days(n) => Some(super::cadence::as_f64(*n)),
            Self::Words(_) => None,
        }
    }
}

/// When an input was true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// On a day.
    Day(NaiveDate),
    /// In a period.
    Period(Period),
}

/// Where a figure stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Source {
    /// In a record.
    Record(Kind, Id),
    /// In one period of an indicator.
    Cell(Id, Period),
}

/// One figure that went into a score.
#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    /// What it is.
    pub label: Explain,
    /// How much.
    pub figure: Figure,
    /// When it was true, where that matters.
    pub when: Option<When>,
    /// Where it stands.
    pub source: Option<Source>,
    /// The points it is worth in its part, where the figure is something else.
    pub worth: Option<f64>,
}

impl Input {
    /// A figure without day and record.
    pub fn new(label: Explain, figure: Figure) -> Self {
        Self { label, figure, when: None, source: None, worth: None }
    }

    /// The same, true on a day.
    #[must_use]
    pub fn on(mut self, day: NaiveDate) -> Self {
        self.when = Some(When::Day(day));
        self
    }

    /// The same, true in a period.
    #[must_use]
    pub fn within(mut self, period: Period) -> Self {
        self.when = Some(When::Period(period));
        self
    }

    /// The same, worth so many points of 100 in its part.
    #[must_use]
    pub const fn worth(mut self, points: f64) -> Self {
        self.worth = Some(points);
        self
    }

    /// The same, from a record.
    #[must_use]
    pub fn of(mut self, kind: Kind, id: Id) -> Self {
        self.source = Some(Source::Record(kind, id));
        self
    }
}

/// A part of a score.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// What it is.
    pub label: Explain,
    /// Its weight in the mean; `None` where the score is no weighted mean.
    pub weight: Option<f64>,
    /// Its figure, or why it is not known.
    pub value: Known<Figure>,
    /// What it is made of.
    pub inputs: Vec<Input>,
}

impl Part {
    /// A part that is no share of a mean.
    pub fn plain(key: &str, value: Known<Figure>, inputs: Vec<Input>) -> Self {
        Self { label: Explain::new(key), weight: None, value, inputs }
    }

    fn known(&self) -> Option<(f64, f64)> {
        let value = self.value.as_ref().ok().and_then(Figure::amount)?;
        Some((self.weight.unwrap_or(0.0), value))
    }
}

/// A score that explains itself: what `=` shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// The formula in words.
    pub formula: Explain,
    /// The figure, or why there is none.
    pub value: Known<Figure>,
    /// How much of what it is made of is known, 0 … 1.
    pub evidence: f64,
    /// What it is made of.
    pub parts: Vec<Part>,
}

impl Score {
    /// The number of its value, where it is known.
    pub fn amount(&self) -> Option<f64> {
        self.value.as_ref().ok().and_then(Figure::amount)
    }
}

/// Weighted mean of the parts that are known, and the share of the weights that is: `None` where nothing is known. Parts
/// without weight count for nothing.
pub fn weighted(parts: &[Part]) -> (Option<f64>, f64) {
    let all: f64 = parts.iter().filter_map(|p| p.weight).sum();
    let (known, sum) = parts
        .iter()
        .filter_map(Part::known)
        .fold((0.0, 0.0), |(w, s), (weight, v)| (w + weight, s + weight * v));
    if known > 0.0 { (Some(sum / known), (known / all).clamp(0.0, 1.0)) } else { (None, 0.0) }
}

/// Which way a figure has gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// It rose.
    Up,
    /// It stayed.
    Flat,
    /// It fell.
    Down,
}

impl Trend {
    /// From one figure to the next; what changes by less than `still` has stayed.
    pub fn between(before: f64, now: f64, still: f64) -> Self {
        if (now - before).abs() < still || now.total_cmp(&before).is_eq() {
            Self::Flat
        } else if now > before {
            Self::Up
        } else {
            Self::Down
        }
    }
}

/// A count as a float.
#[expect(clippy::cast_precision_loss, reason = "counts of records are far below 2^52")]
pub const fn count(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn part(weight: f64, value: Option<f64>) -> Part {
        let value = value.map(Figure::Points).ok_or_else(|| Explain::new("why"));
        Part { label: Explain::new("part"), weight: Some(weight), value, inputs: Vec::new() }
    }

    #[test]
    fn the_mean_is_over_what_is_known() {
        let (value, evidence) = weighted(&[part(0.3, Some(80.0)), part(0.6, None), part(0.1, Some(40.0))]);
        assert!((value.unwrap() - 70.0).abs() < 1e-9 && (evidence - 0.4).abs() < 1e-9);
        assert_eq!(weighted(&[part(1.0, None)]), (None, 0.0));
        assert_eq!(weighted(&[]), (None, 0.0));
    }

    #[test]
    fn a_change_below_what_counts_is_none() {
        assert_eq!(Trend::between(50.0, 50.9, 1.0), Trend::Flat);
        assert_eq!(Trend::between(50.0, 51.0, 1.0), Trend::Up);
        assert_eq!(Trend::between(0.0, -0.1, 0.0), Trend::Down);
        assert_eq!(Trend::between(0.0, 0.0, 0.0), Trend::Flat);
    }

    proptest! {
        #[test]
        fn evidence_never_exceeds_one_and_the_mean_lies_between_its_parts(seed in proptest::collection::vec((0.0..50.0_f64, proptest::option::of(0.0..100.0_f64)), 0..12)) {
            let parts: Vec<_> = seed.iter().map(|(w, v)| part(*w, *v)).collect();
            let (value, evidence) = weighted(&parts);
            prop_assert!((0.0..=1.0).contains(&evidence));
            prop_assert!(value.is_none_or(|v| (-1e-9..=100.0 + 1e-9).contains(&v)));
        }
    }
}
