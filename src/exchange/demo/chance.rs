//! Chance that falls the same way every time.
use chrono::NaiveDate;

/// A seeded generator (`SplitMix64`, Steele, Lea and Flood 2014): small, and the same on every machine.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// The same seed gives the same numbers.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A whole number from 0 to `n` − 1, every one as likely; 0 of none.
    pub fn below(&mut self, n: usize) -> usize {
        let n = u64::try_from(n).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % n).unwrap_or(0)
    }

    /// A whole number from 0 to `n` − 1, small ones far likelier: how words, people and clients are spread.
    pub fn skewed(&mut self, n: usize) -> usize {
        let most = self.below(n) + 1;
        self.below(most)
    }

    /// A whole number between the bounds, both included.
    pub fn between(&mut self, from: i64, to: i64) -> i64 {
        let width = usize::try_from(to - from + 1).unwrap_or(1);
        from + i64::try_from(self.below(width)).unwrap_or(0)
    }

    /// True in so many of a hundred cases.
    pub fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of them, the first far likelier; nothing of nothing.
    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.skewed(all.len()))
    }

    /// One of them, every one as likely; nothing of nothing.
    pub fn any<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.below(all.len()))
    }

    /// A uid in the shape of a `UUIDv7` made on that day.
    pub fn uid(&mut self, day: NaiveDate) -> String {
        let (high, low) = (self.next().to_be_bytes(), self.next().to_be_bytes());
        let mut tail = [0; 10];
        for (to, from) in tail.iter_mut().zip(high.into_iter().chain(low)) {
            *to = from;
        }
        let noon = day.and_time(chrono::NaiveTime::default()).and_utc().timestamp_millis() + 43_200_000;
        let millis = u64::try_from(noon).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &tail).into_uuid().to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;

    #[test]
    fn the_same_seed_gives_the_same_numbers() {
        let roll = |seed| {
            let mut chance = Chance::new(seed);
            (0..9).map(|_| chance.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(roll(7), roll(7));
        assert_ne!(roll(7), roll(8));
    }

    #[test]
    fn a_uid_carries_its_day() {
        let mut chance = Chance::new(1);
        let uid: uuid::Uuid = chance.uid(day(2026, 11, 23)).parse().unwrap();
        assert_eq!(uid.get_version_num(), 7);
        assert!(chance.uid(day(2026, 11, 23)) < chance.uid(day(2026, 11, 24)));
    }

    #[test]
    fn the_skewed_prefer_the_first() {
        let mut chance = Chance::new(3);
        let first = (0..1000).filter(|_| chance.skewed(10) < 2).count();
        assert!(first > 350, "{first}");
    }
}
