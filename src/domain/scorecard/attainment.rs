//! What a figure reaches of its target (§6).
use crate::domain::choice::Better;

/// A target: a number, or a band.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Goal {
    /// The target; of a band its lower edge.
    pub low: f64,
    /// Upper edge of a band; otherwise the target again.
    pub high: f64,
}

impl Goal {
    /// One number.
    pub const fn of(target: f64) -> Self {
        Self { low: target, high: target }
    }

    /// A band, whichever edge comes first.
    pub const fn band(one: f64, other: f64) -> Self {
        Self { low: one.min(other), high: one.max(other) }
    }

    /// A share of it.
    #[must_use]
    pub fn share(self, share: f64) -> Self {
        Self { low: self.low * share, high: self.high * share }
    }

    /// Two periods together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self { low: self.low + other.low, high: self.high + other.high }
    }

    /// What is missing from a figure to the target: positive below it, negative above; of a band to its nearer edge, 0 inside.
    pub fn gap(self, figure: f64, better: Better) -> f64 {
        match better {
            Better::Higher | Better::Lower => self.low - figure,
            Better::Band if figure < self.low => self.low - figure,
            Better::Band if figure > self.high => self.high - figure,
            Better::Band => 0.0,
        }
    }
}

/// What a figure reaches of its target, not clamped where more is better: what pace is made of. Lower figures of nothing at all
/// reach 2, the most that `formulas.md` §6 gives.
pub fn reach(actual: f64, goal: Goal, better: Better) -> f64 {
    let t = goal.low;
    match better {
        Better::Band => in_band(actual, goal),
        Better::Higher if t > 0.0 => actual / t,
        Better::Higher if t < 0.0 => 1.0 + (actual - t) / -t,
        Better::Higher => f64::from(u8::from(actual >= t)),
        Better::Lower if t > 0.0 && actual <= 0.0 => 2.0,
        Better::Lower if t > 0.0 => (t / actual).min(2.0),
        Better::Lower if t < 0.0 => 1.0 - (actual - t) / -t,
        Better::Lower => f64::from(u8::from(actual <= t)),
    }
}

fn in_band(actual: f64, goal: Goal) -> f64 {
    let distance = (goal.low - actual).max(actual - goal.high).max(0.0);
    let width = goal.high - goal.low;
    if distance <= 0.0 {
        1.0
    } else if width > 0.0 {
        (1.0 - distance / width).max(0.0)
    } else {
        0.0
    }
}

/// Attainment, clamped to 0 … 2 for scoring.
pub fn attainment(actual: f64, goal: Goal, better: Better) -> f64 {
    reach(actual, goal, better).clamp(0.0, 2.0)
}

/// `a/t` as it is printed, where it exists: not of a band, not of a target of nothing.
pub fn ratio(actual: f64, goal: Goal, better: Better) -> Option<f64> {
    (better != Better::Band && goal.low.abs() > 0.0).then(|| actual / goal.low)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Better::{Band, Higher, Lower};
    use proptest::prelude::*;

    fn close(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-9, "{a} is not {b}");
    }

    #[test]
    fn the_vectors_of_section_6() {
        close(attainment(0.0, Goal::of(5.0), Lower), 2.0);
        close(attainment(10.0, Goal::of(5.0), Lower), 0.5);
        close(attainment(-50.0, Goal::of(-100.0), Higher), 1.5);
    }

    #[test]
    fn a_target_of_nothing_is_reached_or_not() {
        close(attainment(0.0, Goal::of(0.0), Higher), 1.0);
        close(attainment(-0.01, Goal::of(0.0), Higher), 0.0);
        close(attainment(0.0, Goal::of(0.0), Lower), 1.0);
        close(attainment(1.0, Goal::of(0.0), Lower), 0.0);
        assert_eq!(ratio(1.0, Goal::of(0.0), Higher), None);
        assert_eq!(ratio(-3.0, Goal::of(2.0), Higher), Some(-1.5));
    }

    #[test]
    fn negative_figures_stay_on_the_scale() {
        close(attainment(-50.0, Goal::of(100.0), Higher), 0.0);
        close(attainment(500.0, Goal::of(100.0), Higher), 2.0);
        close(attainment(-5.0, Goal::of(10.0), Lower), 2.0);
        close(attainment(-150.0, Goal::of(-100.0), Higher), 0.5);
        close(attainment(-150.0, Goal::of(-100.0), Lower), 1.5);
        close(attainment(-50.0, Goal::of(-100.0), Lower), 0.5);
    }

    #[test]
    fn outside_a_band_attainment_falls_over_its_width() {
        let band = Goal::band(20.0, 10.0);
        for (actual, reached) in
            [(10.0, 1.0), (15.0, 1.0), (20.0, 1.0), (7.5, 0.75), (25.0, 0.5), (31.0, 0.0), (-9.0, 0.0)]
        {
            close(attainment(actual, band, Band), reached);
        }
        close(attainment(10.0, Goal::of(10.0), Band), 1.0);
        close(attainment(10.1, Goal::of(10.0), Band), 0.0);
        close(band.gap(25.0, Band), -5.0);
        close(band.gap(4.0, Band), 6.0);
        close(band.gap(12.0, Band), 0.0);
    }

    proptest! {
        #[test]
        fn a_better_figure_never_lowers_attainment(a in -1e6..1e6_f64, more in 0.0..1e6_f64, t in prop_oneof![Just(0.0), -1e6..1e6_f64], width in 0.0..1e5_f64) {
            let goal = Goal::of(t);
            prop_assert!(attainment(a + more, goal, Higher) >= attainment(a, goal, Higher));
            prop_assert!(attainment(a - more, goal, Lower) >= attainment(a, goal, Lower));
            // Of a band the better figure is the one nearer to it.
            let band = Goal::band(t, t + width);
            let nearer = if a < band.low { (a + more).min(band.low) } else { (a - more).max(band.high.min(a)) };
            prop_assert!(attainment(nearer, band, Band) >= attainment(a, band, Band));
            for better in [Higher, Lower, Band] {
                prop_assert!((0.0..=2.0).contains(&attainment(a, band, better)));
            }
        }
    }
}
