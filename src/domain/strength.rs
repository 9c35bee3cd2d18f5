//! Relationship strength of a person (§2).
use chrono::NaiveDate;

use super::cadence::as_f64;
use super::choice::{Channel, Direction};
use super::day::days_between;

/// One held interaction with the person, not a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Touch {
    /// When.
    pub day: NaiveDate,
    /// How.
    pub channel: Channel,
    /// Who spoke to whom.
    pub direction: Option<Direction>,
}

impl Touch {
    /// Meetings, visits, video, calls and events always go both ways; mail and messages when they came in or went both ways.
    fn both_ways(self) -> bool {
        match self.channel {
            Channel::Meeting | Channel::Visit | Channel::Video | Channel::Call | Channel::Event => true,
            Channel::Email | Channel::Message => {
                matches!(self.direction, Some(Direction::Both | Direction::In))
            }
            Channel::Note => false,
        }
    }

    fn depth(self) -> f64 {
        match self.channel {
            Channel::Meeting | Channel::Visit => 1.0,
            Channel::Video => 0.8,
            Channel::Event | Channel::Call => 0.6,
            Channel::Email | Channel::Message => 0.3,
            Channel::Note => 0.0,
        }
    }
}

/// Strength and its parts, each part 0 … 1.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Strength {
    /// 0–100.
    pub score: f64,
    /// Recency.
    pub r: f64,
    /// Frequency.
    pub f: f64,
    /// Depth: the best kind in 180 days.
    pub d: f64,
    /// Share of two-way touches in 180 days.
    pub t: f64,
    /// Distinct days with a touch in 90 days.
    pub n90: usize,
    /// Days since the last touch.
    pub days: Option<i64>,
}

#[expect(clippy::many_single_char_names, reason = "the letters of the formula")]
/// `S = 35R + 25F + 25D + 15T` over the touches up to today, with cadence `c` in days. `last` is the day of the newest touch,
/// which may be older than the touches given; those of the last 180 days must all be there.
pub fn strength(touches: &[Touch], last: Option<NaiveDate>, c: i64, today: NaiveDate) -> Strength {
    let Some(last) = last else { return Strength::default() };
    let c = as_f64(c.max(1));
    let days = days_between(last, today);
    let r = (1.0 - (as_f64(days) - c).max(0.0) / (2.0 * c)).clamp(0.0, 1.0);
    let within = |n: i64| touches.iter().filter(move |t| (0..=n).contains(&days_between(t.day, today)));
    let mut recent: Vec<_> = within(90).map(|t| t.day).collect();
    recent.sort_unstable();
    recent.dedup();
    let n90 = recent.len();
    let f = (count(n90) / (90.0 / c)).min(1.0);
    let d = within(180).map(|t| t.depth()).fold(0.0, f64::max);
    let (all, both) = within(180).fold((0, 0), |(all, both), t| (all + 1, both + usize::from(t.both_ways())));
    let t = if all == 0 { 0.0 } else { count(both) / count(all) };
    Strength { score: 35.0 * r + 25.0 * f + 25.0 * d + 15.0 * t, r, f, d, t, n90, days: Some(days) }
}

fn count(n: usize) -> f64 {
    as_f64(i64::try_from(n).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::{day, plus_days};

    #[test]
    fn the_vector_of_section_2() {
        let today = day(2026, 11, 23);
        let touch = |ago: i64, channel, direction| Touch { day: plus_days(today, -ago), channel, direction };
        let touches = [
            touch(40, Channel::Video, None),
            touch(60, Channel::Email, Some(Direction::In)),
            touch(100, Channel::Email, Some(Direction::Out)),
        ];
        let s = strength(&touches, Some(plus_days(today, -40)), 30, today);
        assert!((s.r - 0.8333).abs() < 0.0001);
        assert!((s.f - 0.6667).abs() < 0.0001);
        assert!((s.score - 75.83).abs() < 0.005, "{}", s.score);
    }

    #[test]
    fn never_touched_is_zero() {
        assert!(strength(&[], None, 30, day(2026, 11, 23)).score.abs() < f64::EPSILON);
    }
}
