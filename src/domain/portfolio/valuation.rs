//! What a client deserves (§11): `(ws·size + wp·potential + wr·reference)/Σw`, and where it stands against how well we know it.
use crate::domain::Id;
use crate::domain::cadence::as_f64;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::score::{Figure, Input, Part, Score, weighted};
use crate::domain::settings::Settings;

/// How much each judgement counts; only their proportions matter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights {
    /// Of the size.
    pub size: f64,
    /// Of what they could still buy.
    pub potential: f64,
    /// Of what their name is worth.
    pub reference: f64,
}

impl Weights {
    /// Those of the book.
    pub fn of(settings: &Settings) -> Self {
        let weight = |own: Option<i64>| own.map_or(1.0, as_f64);
        Self {
            size: weight(settings.weight_size),
            potential: weight(settings.weight_potential),
            reference: weight(settings.weight_reference),
        }
    }
}

/// What was judged of a client, each 1–5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Judged {
    /// How big it is.
    pub size: Option<i64>,
    /// How much it could still buy.
    pub potential: Option<i64>,
    /// What its name is worth to us.
    pub reference: Option<i64>,
}

impl Judged {
    fn each(self, weights: Weights) -> [(&'static str, Option<i64>, f64); 3] {
        [
            ("portfolio-part-size", self.size, weights.size),
            ("portfolio-part-potential", self.potential, weights.potential),
            ("portfolio-part-reference", self.reference, weights.reference),
        ]
    }
}

/// The valuation of a client, 1–5: `None` unless everything that has a weight is judged.
pub fn valuation(judged: Judged, weights: Weights) -> Option<f64> {
    let mut sums = (0.0, 0.0);
    for (_, points, weight) in judged.each(weights).into_iter().filter(|(_, _, weight)| *weight > 0.0) {
        sums = (sums.0 + weight * as_f64(points?), sums.1 + weight);
    }
    (sums.1 > 0.0).then(|| sums.0 / sums.1)
}

/// How the valuation of a client is made, for `=`. The reason why there is none is `portfolio-not-judged` with how many
/// judgements are missing, or `portfolio-no-weights`.
pub fn explained(account: Id, judged: Judged, weights: Weights) -> Score {
    let part = |(key, points, weight): (&str, Option<i64>, f64)| {
        let value = points.map(|p| Figure::Plain(as_f64(p))).ok_or_else(|| Explain::new("portfolio-open"));
        let input = |p: i64| {
            Input::new(Explain::new("portfolio-input-judged"), Figure::Plain(as_f64(p)))
                .of(Kind::Account, account)
        };
        let inputs = points.map(input).into_iter().collect();
        Part { label: Explain::new(key), weight: Some(weight), value, inputs }
    };
    let each = judged.each(weights);
    let missing = each.iter().filter(|(_, points, weight)| points.is_none() && *weight > 0.0).count();
    let parts: Vec<Part> = each.into_iter().map(part).collect();
    let why = match missing {
        0 => Explain::new("portfolio-no-weights"),
        _ => Explain::new("portfolio-not-judged").with("count", missing),
    };
    let value = valuation(judged, weights).map(Figure::Plain).ok_or(why);
    let (_, evidence) = weighted(&parts);
    Score { formula: Explain::new("portfolio-formula-valuation"), value, evidence, parts }
}

/// Valuation from which a client deserves more, and relationship from which we are close to it.
pub const MIDDLE: (f64, f64) = (3.0, 50.0);

/// What to do with a client: what it is worth × how close we are to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quadrant {
    /// Worth much and close to us: looked after and developed.
    Star,
    /// Worth much, and we are not close: here the next hour pays most.
    Strategic,
    /// Close to us and worth less: kept, at little cost.
    Status,
    /// Neither: served by whoever does it with least effort.
    Streamline,
}

impl Quadrant {
    /// All of them, the upper row first, from left to right: what is worth much lies above, who is close at the right.
    pub const ALL: [Self; 4] = [Self::Strategic, Self::Star, Self::Streamline, Self::Status];

    /// Its name, and end of the key of its word (`portfolio-quadrant-<name>`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Star => "star",
            Self::Strategic => "strategic",
            Self::Status => "status",
            Self::Streamline => "streamline",
        }
    }

    /// The quadrant of a valuation (1–5) and the relationship part of the health (0–100).
    pub fn of(valuation: f64, relationship: f64) -> Self {
        let (worth, close) = (valuation >= MIDDLE.0, relationship >= MIDDLE.1);
        match (worth, close) {
            (true, true) => Self::Star,
            (true, false) => Self::Strategic,
            (false, true) => Self::Status,
            (false, false) => Self::Streamline,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const EQUAL: Weights = Weights { size: 1.0, potential: 1.0, reference: 1.0 };

    fn judged(size: i64, potential: i64, reference: i64) -> Judged {
        Judged { size: Some(size), potential: Some(potential), reference: Some(reference) }
    }

    #[test]
    fn the_valuation_is_the_weighted_mean_of_what_was_judged() {
        assert_eq!(valuation(judged(5, 4, 3), EQUAL), Some(4.0));
        let heavy = Weights { size: 2.0, potential: 1.0, reference: 1.0 };
        assert_eq!(valuation(judged(5, 4, 3), heavy), Some(4.25));
        assert_eq!(explained(1, judged(5, 4, 3), heavy).amount(), Some(4.25));
    }

    #[test]
    fn what_is_not_judged_is_said_unless_it_has_no_weight() {
        let half = Judged { size: Some(5), ..Judged::default() };
        let score = explained(1, half, EQUAL);
        let why = score.value.unwrap_err();
        assert_eq!((why.key.as_str(), why.arg("count")), ("portfolio-not-judged", Some("2")));
        assert!((score.evidence - 1.0 / 3.0).abs() < 1e-9);
        let only_size = Weights { size: 1.0, potential: 0.0, reference: 0.0 };
        assert_eq!(valuation(half, only_size), Some(5.0));
        let none = Weights { size: 0.0, potential: 0.0, reference: 0.0 };
        assert_eq!(explained(1, judged(1, 1, 1), none).value.unwrap_err().key, "portfolio-no-weights");
    }

    #[test]
    fn the_quadrants_meet_at_three_and_fifty() {
        assert_eq!(Quadrant::of(3.0, 50.0), Quadrant::Star);
        assert_eq!(Quadrant::of(3.0, 49.9), Quadrant::Strategic);
        assert_eq!(Quadrant::of(2.9, 50.0), Quadrant::Status);
        assert_eq!(Quadrant::of(2.9, 49.9), Quadrant::Streamline);
    }

    proptest! {
        #[test]
        fn a_valuation_lies_between_its_judgements(
            points in proptest::collection::vec(1..=5_i64, 3),
            weights in proptest::collection::vec(1..100_u8, 3),
        ) {
            let weights = Weights {
                size: weights[0].into(), potential: weights[1].into(), reference: weights[2].into(),
            };
            let value = valuation(judged(points[0], points[1], points[2]), weights).unwrap();
            let (low, high) = (points.iter().min().unwrap(), points.iter().max().unwrap());
            prop_assert!(value >= as_f64(*low) - 1e-9 && value <= as_f64(*high) + 1e-9);
        }
    }
}
