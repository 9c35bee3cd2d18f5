//! Periods of figures: months of the calendar, quarters and years of the company, whose year may start in any month.
use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use super::choice::Frequency;
use super::day::{day, days_between, plus_days};

/// A month, a quarter or a year. Its text, which the file and JSON have, is `2026-11`, `2026-Q4`, `2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Period {
    /// A month of the calendar, 1–12.
    Month(i32, u32),
    /// A quarter, 1–4, of the company's year that starts in that calendar year.
    Quarter(i32, u32),
    /// The company's year that starts in that calendar year.
    Year(i32),
}

impl Period {
    /// How long it is.
    pub const fn frequency(self) -> Frequency {
        match self {
            Self::Month(..) => Frequency::Monthly,
            Self::Quarter(..) => Frequency::Quarterly,
            Self::Year(_) => Frequency::Yearly,
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Self::Year(year) => write!(f, "{year:04}"),
        }
    }
}

impl FromStr for Period {
    type Err = ();

    /// Reads only the text that [`Period`] writes; what people type is read by `lang::period`.
    fn from_str(text: &str) -> Result<Self, ()> {
        let year = |text: &str| {
            let digits = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
            digits.then(|| text.parse::<i32>().ok()).flatten().filter(|y| *y > 0).ok_or(())
        };
        let Some((of, part)) = text.split_once('-') else { return Ok(Self::Year(year(text)?)) };
        let of = year(of)?;
        let number = |text: &str, digits: usize, most: u32| {
            let plain = text.len() == digits && text.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| text.parse::<u32>().ok()).flatten().filter(|n| (1..=most).contains(n)).ok_or(())
        };
        match part.strip_prefix('Q') {
            Some(quarter) => Ok(Self::Quarter(of, number(quarter, 1, 4)?)),
            None => Ok(Self::Month(of, number(part, 2, 12)?)),
        }
    }
}

/// The company's year: what turns days into periods and back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CompanyYear {
    start: u32,
}

impl Default for CompanyYear {
    fn default() -> Self {
        Self { start: 1 }
    }
}

impl CompanyYear {
    /// The year that starts in this month, 1–12; another number counts as January.
    pub fn starting(month: i64) -> Self {
        let start = u32::try_from(month).ok().filter(|m| (1..=12).contains(m)).unwrap_or(1);
        Self { start }
    }

    /// Whether it is the calendar's year: only a shifted one is written `2026/27`.
    pub const fn is_calendar(self) -> bool {
        self.start == 1
    }

    /// Its first month, 1–12.
    pub const fn start(self) -> u32 {
        self.start
    }

    /// First day of a period.
    pub fn first_day(self, period: Period) -> NaiveDate {
        match period {
            Period::Month(year, month) => day(year, month, 1),
            Period::Quarter(year, quarter) => {
                let months = self.start - 1 + (quarter.max(1) - 1) * 3;
                day(year + i32::from(months >= 12), months % 12 + 1, 1)
            }
            Period::Year(year) => day(year, self.start, 1),
        }
    }

    /// Last day of a period.
    pub fn last_day(self, period: Period) -> NaiveDate {
        plus_days(self.first_day(self.after(period, 1)), -1)
    }

    /// How many days a period has.
    pub fn days(self, period: Period) -> i64 {
        days_between(self.first_day(period), self.last_day(period)) + 1
    }

    /// The period of that length in which a day lies.
    pub fn at(self, day: NaiveDate, frequency: Frequency) -> Period {
        let (year, month) = (day.year(), day.month());
        let of = if month < self.start { year - 1 } else { year };
        match frequency {
            Frequency::Monthly => Period::Month(year, month),
            Frequency::Quarterly => Period::Quarter(of, (month + 12 - self.start) % 12 / 3 + 1),
            Frequency::Yearly => Period::Year(of),
        }
    }

    /// The period `steps` later, or earlier where negative.
    pub fn after(self, period: Period, steps: i32) -> Period {
        // Counted, not asked of the calendar: grids of years walk through thousands of periods for every key.
        let step = |year: i32, part: u32, parts: i32| {
            let all = year.saturating_mul(parts).saturating_add(part.cast_signed() - 1).saturating_add(steps);
            (all.div_euclid(parts), all.rem_euclid(parts).cast_unsigned() + 1)
        };
        match period {
            Period::Month(year, month) => {
                let (year, month) = step(year, month, 12);
                Period::Month(year, month)
            }
            Period::Quarter(year, quarter) => {
                let (year, quarter) = step(year, quarter, 4);
                Period::Quarter(year, quarter)
            }
            Period::Year(year) => Period::Year(year.saturating_add(steps)),
        }
    }

    /// The company's year to which a period belongs, as its number.
    pub fn year_of(self, period: Period) -> i32 {
        match period {
            Period::Quarter(year, _) | Period::Year(year) => year,
            Period::Month(year, month) => year - i32::from(month < self.start),
        }
    }

    /// The parts of that length of a period, in order: the twelve months of a year. Itself where the parts are not shorter.
    pub fn parts(self, period: Period, frequency: Frequency) -> Vec<Period> {
        let count = match (period.frequency(), frequency) {
            (Frequency::Yearly, Frequency::Monthly) => 12,
            (Frequency::Yearly, Frequency::Quarterly) => 4,
            (Frequency::Quarterly, Frequency::Monthly) => 3,
            (Frequency::Monthly | Frequency::Quarterly | Frequency::Yearly, _) => return vec![period],
        };
        let first = self.at(self.first_day(period), frequency);
        (0..count).map(|step| self.after(first, step)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_period_is_read_as_it_is_written() {
        for text in ["2026-11", "2026-Q4", "2026"] {
            assert_eq!(text.parse::<Period>().map(|p| p.to_string()), Ok(text.to_owned()));
        }
        for text in
            ["", "26", "2026-13", "2026-00", "2026-Q5", "2026-1", "2026-q4", "2026/27", "0000", "2026-011"]
        {
            assert_eq!(text.parse::<Period>(), Err(()), "{text}");
        }
    }

    #[test]
    fn a_shifted_year_names_the_calendar_year_it_starts_in() {
        let year = CompanyYear::starting(4);
        assert_eq!(year.at(day(2027, 3, 31), Frequency::Yearly), Period::Year(2026));
        assert_eq!(year.at(day(2027, 3, 31), Frequency::Quarterly), Period::Quarter(2026, 4));
        assert_eq!(year.at(day(2026, 4, 1), Frequency::Quarterly), Period::Quarter(2026, 1));
        assert_eq!(year.year_of(Period::Month(2027, 3)), 2026);
        assert_eq!(year.last_day(Period::Year(2026)), day(2027, 3, 31));
        assert_eq!(year.first_day(Period::Quarter(2026, 4)), day(2027, 1, 1));
    }

    #[test]
    fn a_year_has_its_quarters_and_months_and_a_month_no_smaller_part() {
        let year = CompanyYear::starting(10);
        let months = year.parts(Period::Year(2026), Frequency::Monthly);
        assert_eq!(
            (months.len(), months[0], months[11]),
            (12, Period::Month(2026, 10), Period::Month(2027, 9))
        );
        assert_eq!(year.parts(Period::Year(2026), Frequency::Quarterly).len(), 4);
        assert_eq!(year.parts(Period::Month(2026, 1), Frequency::Yearly), [Period::Month(2026, 1)]);
    }

    proptest! {
        #[test]
        fn a_step_is_as_many_months_of_the_calendar(offset in 0..40_000_i64, start in 1..13_i64, steps in -300..300_i32, f in 0..3_usize) {
            let (year, frequency) = (CompanyYear::starting(start), Frequency::ALL[f]);
            let period = year.at(plus_days(day(1990, 1, 1), offset), frequency);
            let months = [1, 3, 12][f] * steps;
            let later = super::super::day::plus_months(year.first_day(period), months);
            prop_assert_eq!(year.first_day(year.after(period, steps)), later);
            let parts = year.parts(period, Frequency::Monthly);
            prop_assert_eq!(parts.len(), [1, 3, 12][f]);
            prop_assert_eq!(year.first_day(parts[0]), year.first_day(period));
            prop_assert_eq!(year.last_day(parts[parts.len() - 1]), year.last_day(period));
        }
    }

    #[test]
    fn february_of_a_leap_year_has_29_days() {
        let year = CompanyYear::default();
        assert_eq!(year.days(Period::Month(2028, 2)), 29);
        assert_eq!(year.days(Period::Year(2028)), 366);
    }

    proptest! {
        #[test]
        fn a_day_lies_in_its_period_and_steps_come_back(offset in 0..40_000_i64, start in 1..13_i64, steps in -300..300_i32, f in 0..3_usize) {
            let (year, day) = (CompanyYear::starting(start), plus_days(day(1990, 1, 1), offset));
            let period = year.at(day, Frequency::ALL[f]);
            prop_assert!(year.first_day(period) <= day && day <= year.last_day(period));
            prop_assert_eq!(year.after(year.after(period, steps), -steps), period);
            prop_assert_eq!(period.to_string().parse::<Period>(), Ok(period));
        }
    }
}
