//! The matrix of the map of people: influence against stance or interest, and a step from one place of it to the next.
use super::cadence::Weight;
use super::choice::Stance;

/// Bands of the matrix: influence 5 at the top to 1.
pub const BANDS: usize = 5;

/// Columns that say something; the one behind them is of those of whom it is not known.
pub const KNOWN: usize = 5;

/// All columns.
pub const COLUMNS: usize = KNOWN + 1;

/// What the columns say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Axis {
    /// Attitude to us, from blocker to champion.
    #[default]
    Stance,
    /// How much what we do matters to them, 1–5.
    Interest,
}

impl Axis {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Stance, Self::Interest];

    /// Its name on the shell, and end of the keys of its words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stance => "stance",
            Self::Interest => "interest",
        }
    }

    /// The axis of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|axis| axis.name() == name)
    }

    /// The other one.
    pub const fn other(self) -> Self {
        match self {
            Self::Stance => Self::Interest,
            Self::Interest => Self::Stance,
        }
    }

    /// The column of a person, 0 … 5; 5 is not known.
    pub fn column(self, stance: Option<Stance>, interest: Option<i64>) -> usize {
        let known = match self {
            Self::Stance => stance.map(|s| s.score() + 2),
            Self::Interest => interest.map(|n| n - 1),
        };
        known.and_then(|n| usize::try_from(n).ok()).map_or(KNOWN, |column| column.min(KNOWN - 1))
    }
}

/// The stance of a column; `None` is that of those of whom it is not known.
pub fn stance_of(column: usize) -> Option<Stance> {
    i64::try_from(column).ok().and_then(|n| Stance::of_score(n - 2))
}

/// The band of a weight, 0 … 4; 0 is influence 5.
pub fn band(weight: Weight) -> usize {
    usize::try_from(5 - weight.w).map_or(0, |band| band.min(BANDS - 1))
}

/// The influence after a step up (1) or down (−1). One that was assumed is taken as the start; a step from its end confirms
/// it. `None` at the end of what is known.
pub fn influence_by(weight: Weight, by: i64) -> Option<i64> {
    let next = weight.w + by;
    if (1..=5).contains(&next) { Some(next) } else { weight.assumed.then_some(weight.w) }
}

/// The stance after a step; unknown begins at neutral. `None` at the end of the scale.
pub fn stance_by(stance: Option<Stance>, by: i64) -> Option<Stance> {
    stance.map_or(Some(Stance::Neutral), |stance| Stance::of_score(stance.score() + by))
}

/// The interest after a step; unknown begins at 3. `None` at the end of the scale.
pub fn interest_by(interest: Option<i64>, by: i64) -> Option<i64> {
    interest.map_or(Some(3), |n| Some(n + by).filter(|n| (1..=5).contains(n)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_stands_in_a_column_of_its_own_and_not_in_the_middle() {
        let columns: Vec<_> = Stance::ALL.iter().map(|s| Axis::Stance.column(Some(*s), None)).collect();
        assert_eq!(columns, [4, 3, 2, 1, 0]);
        assert_eq!(Axis::Stance.column(None, Some(3)), KNOWN);
        assert_eq!(
            (1..=5).map(|n| Axis::Interest.column(None, Some(n))).collect::<Vec<_>>(),
            [0, 1, 2, 3, 4]
        );
        assert_eq!(Axis::Interest.column(Some(Stance::Neutral), None), KNOWN);
        for column in 0..KNOWN {
            assert_eq!(Axis::Stance.column(stance_of(column), None), column);
        }
        assert_eq!(stance_of(KNOWN), None);
    }

    #[test]
    fn the_first_step_from_unknown_goes_to_the_middle_and_an_end_is_an_end() {
        assert_eq!((stance_by(None, -1), stance_by(None, 1)), (Some(Stance::Neutral), Some(Stance::Neutral)));
        assert_eq!(stance_by(Some(Stance::Champion), 1), None);
        assert_eq!(stance_by(Some(Stance::Sceptic), -1), Some(Stance::Blocker));
        assert_eq!(
            (interest_by(None, 1), interest_by(Some(5), 1), interest_by(Some(2), -1)),
            (Some(3), None, Some(1))
        );
    }

    #[test]
    fn an_assumed_influence_is_where_the_first_step_begins_and_at_its_end_is_confirmed() {
        let weight = |w, assumed| Weight { w, assumed };
        assert_eq!(influence_by(weight(4, true), 1), Some(5));
        assert_eq!(influence_by(weight(5, true), 1), Some(5));
        assert_eq!(influence_by(weight(5, false), 1), None);
        assert_eq!(influence_by(weight(1, false), -1), None);
        assert_eq!((band(weight(5, true)), band(weight(1, false))), (0, 4));
    }
}
