//! The scale at the left: few round values, and the row of each figure between them.

/// Rows of the plot for one value of the axis.
const ROWS: u16 = 3;

/// The upright scale of a chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    step: f64,
}

impl Scale {
    /// A scale around the values, for a plot of that many rows; `None` without a value. It begins at zero
    /// unless all values lie far from it: a line at 95 % would say nothing above an empty page.
    pub(super) fn around(values: impl Iterator<Item = f64>, rows: u16) -> Option<Self> {
        let (mut low, mut high) =
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (l.min(v), h.max(v)));
        if low > high {
            return None;
        }
        if low > 0.0 && low < high * 0.6 {
            low = 0.0;
        }
        if high < 0.0 && high > low * 0.6 {
            high = 0.0;
        }
        if high - low <= f64::EPSILON * high.abs().max(low.abs()) {
            let room = if high == 0.0 { 1.0 } else { high.abs() * 0.1 };
            (low, high) = (low - room, high + room);
        }
        let steps = f64::from((rows / ROWS).clamp(1, 5));
        let range = high - low;
        let mut step = round_step(high / steps - low / steps);
        // At least two values, or nobody could tell how much a row is.
        while (high / step).floor() - (low / step).ceil() < 1.0 {
            step = round_step(step * 0.45);
        }
        range.is_finite().then_some(Self { low, high, step })
    }

    /// The round values from the highest to the lowest.
    pub(super) fn ticks(&self) -> impl Iterator<Item = f64> + use<> {
        let Self { low, high, step } = *self;
        let top = (high / step + 1e-9).floor();
        let bottom = (low / step - 1e-9).ceil();
        (0..=12)
            .map(move |n| top - f64::from(n))
            .take_while(move |n| *n >= bottom)
            .map(move |n| n * step + 0.0)
    }

    /// The row, counted from above, in which a value lies in a plot of `rows` rows.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "clamped to the rows of a screen"
    )]
    pub(super) fn row(&self, value: f64, rows: usize) -> usize {
        let last = rows.saturating_sub(1) as f64;
        let below = (self.high - value) / (self.high - self.low) * last;
        if below.is_nan() { 0 } else { below.round().clamp(0.0, last) as usize }
    }
}

/// The next of 1, 2, 2.5, 5 and 10 times a power of ten.
fn round_step(rough: f64) -> f64 {
    let power = 10_f64.powf(rough.log10().floor());
    let found = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().find(|s| s * power >= rough * (1.0 - 1e-9));
    found.unwrap_or(10.0) * power
}

/// The middle of the place of one of `count` periods in `room` columns.
pub(super) const fn every(index: usize, count: usize, room: usize) -> usize {
    let (index, count) = (2 * index + 1, 2 * if count == 0 { 1 } else { count });
    let at = index * room / count;
    if at < room { at } else { room.saturating_sub(1) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ticks(values: &[f64], rows: u16) -> Vec<f64> {
        Scale::around(values.iter().copied(), rows).unwrap().ticks().collect()
    }

    #[test]
    fn values_of_the_axis_are_round_and_few() {
        assert_eq!(ticks(&[440.0, 1185.0], 10), [1000.0, 500.0, 0.0]);
        assert_eq!(ticks(&[87.0, 95.0], 6), [95.0, 90.0]);
        assert_eq!(ticks(&[0.0], 4), [1.0, 0.0, -1.0]);
        assert_eq!(ticks(&[-50.0, -10.0], 4), [0.0, -50.0]);
        assert!(Scale::around(std::iter::empty(), 9).is_none());
    }

    #[test]
    fn periods_share_the_room_evenly() {
        assert_eq!((0..4).map(|i| every(i, 4, 40)).collect::<Vec<_>>(), [5, 15, 25, 35]);
        assert_eq!(every(99, 4, 40), 39);
        assert_eq!(every(0, 0, 0), 0);
    }

    proptest! {
        #[test]
        fn every_value_lies_between_the_ends(values in proptest::collection::vec(-1e12..1e12_f64, 1..20), rows in 1..40_u16) {
            let scale = Scale::around(values.iter().copied(), rows).unwrap();
            let ticks: Vec<f64> = scale.ticks().collect();
            prop_assert!(ticks.len() <= 9 && ticks.len() >= 2, "{:?}", ticks);
            for value in values {
                prop_assert!(scale.low <= value && value <= scale.high);
                prop_assert!(scale.row(value, usize::from(rows)) < usize::from(rows));
            }
        }
    }
}
