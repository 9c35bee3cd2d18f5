//! From a value to its place on the page.

/// A share as a number between 0 and 1, also where what was computed is no number.
pub fn share(value: f64) -> f64 {
    if value.is_finite() { value.clamp(0.0, 1.0) } else { 0.0 }
}

/// A place on the page of a value between two others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
    from: f64,
    until: f64,
}

impl Scale {
    /// From the lowest to the highest of some values, a little air at both ends; from 0 where that is near. Values that are no
    /// numbers are left out. The lowest stands at `from`, the highest at `until`.
    pub fn around(values: impl Iterator<Item = f64>, from: f64, until: f64) -> Self {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in values.filter(|v| v.is_finite()) {
            low = low.min(value);
            high = high.max(value);
        }
        if low > high {
            (low, high) = (0.0, 1.0);
        }
        if low >= 0.0 && low < high * 0.6 {
            low = 0.0;
        }
        let air = ((high - low) * 0.08).max(high.abs().max(low.abs()) * 0.01).max(f64::MIN_POSITIVE);
        let low = if low == 0.0 { 0.0 } else { low - air };
        Self { low, high: high + air, from, until }
    }

    /// Where a value stands.
    pub fn at(&self, value: f64) -> f64 {
        let span = self.high - self.low;
        let along = if span.is_finite() && span > 0.0 { (value - self.low) / span } else { 0.5 };
        self.from + (self.until - self.from) * share(along)
    }

    /// Where 0 stands, if it is on the page.
    pub fn zero(&self) -> Option<f64> {
        (self.low <= 0.0 && self.high >= 0.0).then(|| self.at(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_between_the_ends_whatever_they_are() {
        let near = Scale::around([88.0, 96.0].into_iter(), 100.0, 0.0);
        assert!(near.at(88.0) < 100.0 && near.at(96.0) > 0.0 && near.zero().is_none());
        let from_nothing = Scale::around([20.0, 96.0].into_iter(), 100.0, 0.0);
        assert!((from_nothing.at(0.0) - 100.0).abs() < 1e-9);
        for odd in [f64::NAN, f64::INFINITY, f64::MAX, f64::MIN, 0.0] {
            let scale = Scale::around([odd, 1.0, f64::MAX].into_iter(), 100.0, 0.0);
            assert!((0.0..=100.0).contains(&scale.at(odd)));
        }
    }
}
