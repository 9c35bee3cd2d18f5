//! Rules of repetition (`RRULE`, RFC 5545 §3.3.10) as the days on which they fall: by day, week, month or year.
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::moment::When;

/// The most stretches (days, weeks, months, years) that are gone through: some hundred years of days.
const MOST: u32 = 40_000;

/// How often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Every {
    Day,
    Week,
    Month,
    Year,
}

/// A rule of repetition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rule {
    every: Every,
    interval: u32,
    count: Option<u32>,
    /// The last moment at which it may begin.
    pub until: Option<When>,
    months: Vec<i32>,
    weeks: Vec<i32>,
    year_days: Vec<i32>,
    month_days: Vec<i32>,
    /// Which of the weekdays in the month or year, 0 for each.
    days: Vec<(i32, Weekday)>,
    positions: Vec<i32>,
    week_start: Weekday,
}

impl Rule {
    /// The rule of a text; `None` for what is not understood, which is whatever repeats within a day and other calendars.
    pub(super) fn of(text: &str) -> Option<Self> {
        let mut rule = Self {
            every: Every::Day,
            interval: 1,
            count: None,
            until: None,
            months: Vec::new(),
            weeks: Vec::new(),
            year_days: Vec::new(),
            month_days: Vec::new(),
            days: Vec::new(),
            positions: Vec::new(),
            week_start: Weekday::Mon,
        };
        let mut named = false;
        for part in text.trim().split(';').filter(|p| !p.trim().is_empty()) {
            let (name, value) = part.split_once('=')?;
            named |= name.trim().eq_ignore_ascii_case("FREQ");
            rule.part(&name.trim().to_ascii_uppercase(), &value.trim().to_ascii_uppercase())?;
        }
        named.then_some(rule)
    }

    fn part(&mut self, name: &str, value: &str) -> Option<()> {
        match name {
            "FREQ" => {
                self.every = match value {
                    "DAILY" => Every::Day,
                    "WEEKLY" => Every::Week,
                    "MONTHLY" => Every::Month,
                    "YEARLY" => Every::Year,
                    _ => return None,
                }
            }
            "INTERVAL" => self.interval = value.parse().ok().filter(|n| (1..=10_000).contains(n))?,
            "COUNT" => self.count = Some(value.parse().ok()?),
            "UNTIL" => self.until = Some(When::of(value, &super::zone::Zone::Floating)?),
            "WKST" => self.week_start = weekday(value)?,
            "BYMONTH" => self.months = numbers(value, 12)?,
            "BYWEEKNO" => self.weeks = numbers(value, 53)?,
            "BYYEARDAY" => self.year_days = numbers(value, 366)?,
            "BYMONTHDAY" => self.month_days = numbers(value, 31)?,
            "BYSETPOS" => self.positions = numbers(value, 366)?,
            "BYDAY" => self.days = value.split(',').map(nth_weekday).collect::<Option<_>>()?,
            "RSCALE" if value == "GREGORIAN" => {}
            // Several times a day, and what is still to be invented.
            "BYHOUR" | "BYMINUTE" | "BYSECOND" | "RSCALE" | "SKIP" => return None,
            _ => {}
        }
        Some(())
    }

    /// The days from `from` to `to` on which it falls, counted from its first day. The end of the rule is looked at only as far as
    /// it is a number of times.
    pub(super) fn dates(&self, start: NaiveDate, from: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
        let mut dates = Vec::new();
        let mut left = self.count.unwrap_or(u32::MAX);
        // Of what ends after a number of times each time has to be counted.
        let first = if self.count.is_some() { 0 } else { self.passed(start, from) };
        for step in first..first.saturating_add(MOST) {
            let Some(begin) = self.begin(start, step).filter(|b| *b <= to) else { break };
            for date in self.set(begin, start).into_iter().filter(|d| *d >= start) {
                if date > to || left == 0 {
                    return dates;
                }
                left -= 1;
                if date >= from {
                    dates.push(date);
                }
            }
        }
        dates
    }

    /// How many stretches are over for certain before a day.
    fn passed(&self, start: NaiveDate, from: NaiveDate) -> u32 {
        let days = (from - start).num_days();
        let months =
            i64::from(from.year() - start.year()) * 12 + i64::from(from.month0()) - i64::from(start.month0());
        let passed = match self.every {
            Every::Day => days,
            Every::Week => days / 7,
            Every::Month => months,
            Every::Year => i64::from(from.year() - start.year()),
        };
        u32::try_from((passed / i64::from(self.interval) - 1).max(0)).unwrap_or(0)
    }

    /// First day of a stretch.
    fn begin(&self, start: NaiveDate, step: u32) -> Option<NaiveDate> {
        let steps = step.checked_mul(self.interval)?;
        match self.every {
            Every::Day => start.checked_add_days(Days::new(steps.into())),
            Every::Week => {
                let since = start.weekday().days_since(self.week_start);
                let week = start.checked_sub_days(Days::new(since.into()))?;
                week.checked_add_days(Days::new(u64::from(steps) * 7))
            }
            Every::Month => start.with_day(1)?.checked_add_months(Months::new(steps)),
            Every::Year => {
                start.with_day(1)?.with_month(1)?.checked_add_months(Months::new(steps.checked_mul(12)?))
            }
        }
    }

    /// The days of a stretch.
    fn set(&self, begin: NaiveDate, start: NaiveDate) -> Vec<NaiveDate> {
        let length = match self.every {
            Every::Day => 1,
            Every::Week => 7,
            Every::Month => i64::from(begin.num_days_in_month()),
            Every::Year => i64::from(year_length(begin)),
        };
        let fits = |date: &NaiveDate| self.fits(*date, start);
        let dates: Vec<_> =
            (0..length).map(|d| crate::domain::day::plus_days(begin, d)).filter(fits).collect();
        if self.positions.is_empty() {
            return dates;
        }
        let at = |position: &i32| {
            let places = usize::try_from(position.unsigned_abs()).unwrap_or(usize::MAX);
            let index = if *position > 0 { places.checked_sub(1) } else { dates.len().checked_sub(places) };
            index.and_then(|i| dates.get(i)).copied()
        };
        let mut picked: Vec<_> = self.positions.iter().filter_map(at).collect();
        picked.sort_unstable();
        picked.dedup();
        picked
    }

    fn fits(&self, date: NaiveDate, start: NaiveDate) -> bool {
        let within = |list: &[i32], value: u32, of: u32| list.is_empty() || counted(list, value, of);
        let month = within(&self.months, date.month(), u32::MAX);
        let month_day = within(&self.month_days, date.day(), date.num_days_in_month().into());
        month
            && month_day
            && match self.every {
                Every::Day => self.days.is_empty() || self.on_weekday(date),
                Every::Week if self.days.is_empty() => date.weekday() == start.weekday(),
                Every::Week => self.on_weekday(date),
                Every::Month => match (self.days.is_empty(), self.month_days.is_empty()) {
                    (true, true) => date.day() == start.day(),
                    (true, false) => true,
                    (false, _) => self.on_nth(date, true),
                },
                Every::Year => self.fits_year(date, start),
            }
    }

    fn fits_year(&self, date: NaiveDate, start: NaiveDate) -> bool {
        let length = year_length(date);
        let year_day = self.year_days.is_empty() || counted(&self.year_days, date.ordinal(), length);
        let week = self.weeks.is_empty() || {
            let weeks =
                NaiveDate::from_ymd_opt(date.iso_week().year(), 12, 28).map_or(52, |d| d.iso_week().week());
            counted(&self.weeks, date.iso_week().week(), weeks)
        };
        let day = match (self.days.is_empty(), self.weeks.is_empty()) {
            (false, true) => self.on_nth(date, !self.months.is_empty()),
            (false, false) => self.on_weekday(date),
            (true, false) => date.weekday() == start.weekday(),
            (true, true) if self.year_days.is_empty() && self.month_days.is_empty() => {
                date.day() == start.day() && (!self.months.is_empty() || date.month() == start.month())
            }
            (true, true) => true,
        };
        year_day && week && day
    }

    fn on_weekday(&self, date: NaiveDate) -> bool {
        self.days.iter().any(|(_, day)| *day == date.weekday())
    }

    /// Whether it is such a weekday of its month, or of its year.
    fn on_nth(&self, date: NaiveDate, of_month: bool) -> bool {
        let (at, length) = if of_month {
            (date.day(), u32::from(date.num_days_in_month()))
        } else {
            (date.ordinal(), year_length(date))
        };
        let (from_start, from_end) = ((at - 1) / 7 + 1, length.saturating_sub(at) / 7 + 1);
        self.days.iter().any(|(nth, day)| {
            let counts = if *nth < 0 { from_end } else { from_start };
            *day == date.weekday() && (*nth == 0 || nth.unsigned_abs() == counts)
        })
    }
}

fn year_length(date: NaiveDate) -> u32 {
    if date.leap_year() { 366 } else { 365 }
}

/// Whether a place is in a list in which negative numbers count from the end.
fn counted(list: &[i32], value: u32, of: u32) -> bool {
    list.iter().any(|n| {
        if *n < 0 { of.checked_sub(n.unsigned_abs() - 1) == Some(value) } else { n.unsigned_abs() == value }
    })
}

fn numbers(text: &str, most: i32) -> Option<Vec<i32>> {
    let number = |part: &str| part.trim().parse::<i32>().ok().filter(|n| *n != 0 && n.abs() <= most);
    text.split(',').map(number).collect()
}

/// `2MO` is the second Monday, `-1FR` the last Friday, `TU` every Tuesday.
fn nth_weekday(text: &str) -> Option<(i32, Weekday)> {
    let text = text.trim();
    let (number, day) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let nth = if number.is_empty() { 0 } else { number.parse().ok().filter(|n: &i32| n.abs() <= 53)? };
    Some((nth, weekday(day)?))
}

fn weekday(text: &str) -> Option<Weekday> {
    Some(match text {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::{day, plus_days};

    /// The days of a rule within ten years of its first one, at most eight.
    fn dates(rule: &str, start: NaiveDate) -> Vec<String> {
        let rule = Rule::of(rule).unwrap();
        let found = rule.dates(start, start, plus_days(start, 3_660));
        found.iter().take(8).map(ToString::to_string).collect()
    }

    #[test]
    fn the_examples_of_the_standard() {
        let start = day(1997, 9, 2);
        assert_eq!(dates("FREQ=DAILY;COUNT=3", start), ["1997-09-02", "1997-09-03", "1997-09-04"]);
        assert_eq!(
            dates("FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", start),
            [
                "1997-09-02",
                "1997-09-04",
                "1997-09-16",
                "1997-09-18",
                "1997-09-30",
                "1997-10-02",
                "1997-10-14",
                "1997-10-16"
            ]
        );
        assert_eq!(
            dates("FREQ=MONTHLY;COUNT=4;BYDAY=1FR", day(1997, 9, 5)),
            ["1997-09-05", "1997-10-03", "1997-11-07", "1997-12-05"]
        );
        assert_eq!(
            dates("FREQ=MONTHLY;COUNT=3;BYDAY=-2MO", day(1997, 9, 22)),
            ["1997-09-22", "1997-10-20", "1997-11-17"]
        );
        assert_eq!(
            dates("FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=3", day(1997, 9, 28)),
            ["1997-09-28", "1997-10-29", "1997-11-28"]
        );
        assert_eq!(
            dates("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=3", day(1997, 9, 29)),
            ["1997-09-29", "1997-10-30", "1997-11-27"]
        );
        assert_eq!(
            dates("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3", start),
            ["1998-02-13", "1998-03-13", "1998-11-13"]
        );
        assert_eq!(
            dates("FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100", day(1997, 1, 1)),
            ["1997-01-01", "1997-04-10", "2000-01-01", "2000-04-09"]
        );
        assert_eq!(
            dates("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3", day(1997, 5, 12)),
            ["1997-05-12", "1998-05-11", "1999-05-17"]
        );
        assert_eq!(
            dates("FREQ=YEARLY;BYDAY=20MO;COUNT=3", day(1997, 5, 19)),
            ["1997-05-19", "1998-05-18", "1999-05-17"]
        );
        assert_eq!(
            dates(
                "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3",
                day(1996, 11, 5)
            ),
            ["1996-11-05", "2000-11-07", "2004-11-02"]
        );
    }

    #[test]
    fn the_day_that_a_month_does_not_have_is_left_out() {
        assert_eq!(
            dates("FREQ=MONTHLY;COUNT=3", day(2026, 1, 31)),
            ["2026-01-31", "2026-03-31", "2026-05-31"]
        );
        assert_eq!(dates("FREQ=YEARLY", day(2024, 2, 29)), ["2024-02-29", "2028-02-29", "2032-02-29"]);
    }

    #[test]
    fn the_week_in_which_it_begins_decides_every_second_week() {
        let start = day(1997, 8, 5);
        let rule =
            |first: &str| dates(&format!("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST={first}"), start);
        assert_eq!(rule("MO"), ["1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"]);
        assert_eq!(rule("SU"), ["1997-08-05", "1997-08-17", "1997-08-19", "1997-08-31"]);
    }

    #[test]
    fn a_window_far_from_the_first_day_costs_no_walk_and_misses_nothing() {
        let start = day(1990, 1, 3);
        for rule in [
            "FREQ=DAILY;INTERVAL=3",
            "FREQ=WEEKLY;BYDAY=MO,WE",
            "FREQ=MONTHLY;BYDAY=-1WE",
            "FREQ=YEARLY;BYMONTH=11",
        ] {
            let rule = Rule::of(rule).unwrap();
            let (from, to) = (day(2026, 8, 1), day(2027, 2, 1));
            let all = rule.dates(start, start, to);
            let late: Vec<_> = all.into_iter().filter(|d| *d >= from).collect();
            assert!(!late.is_empty());
            assert_eq!(rule.dates(start, from, to), late, "{rule:?}");
        }
    }

    #[test]
    fn what_repeats_within_a_day_is_not_understood() {
        for text in [
            "FREQ=HOURLY",
            "FREQ=DAILY;BYHOUR=9,12",
            "COUNT=3",
            "FREQ=DAILY;INTERVAL=0",
            "FREQ=WEEKLY;BYDAY=XX",
            "",
            "x",
        ] {
            assert_eq!(Rule::of(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_that_never_comes_ends() {
        assert_eq!(dates("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=4", day(2026, 1, 1)), [""; 0]);
    }
}
