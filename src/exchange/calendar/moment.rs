//! Moments and lengths of time as calendars write them.
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::zone::Zone;

/// A moment: a day, or a time of a day in a zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct When {
    /// On the clock of its zone.
    pub local: NaiveDateTime,
    /// A day without a time.
    pub whole_day: bool,
    /// Whose clock.
    pub zone: Zone,
}

impl When {
    /// `20261123`, `20261123T100000` on the clock of a zone, `20261123T090000Z`; signs between the digits do no harm. `None` for
    /// anything else, and for years before 1600 or after 2300.
    pub(super) fn of(text: &str, zone: &Zone) -> Option<Self> {
        let plain: String = text.trim().chars().filter(|c| !matches!(c, '-' | ':')).collect();
        let (text, utc) = match plain.strip_suffix(['Z', 'z']) {
            Some(rest) => (rest, true),
            None => (plain.as_str(), false),
        };
        let (day, time) = text.split_once(['T', 't']).map_or((text, None), |(day, time)| (day, Some(time)));
        let [year, month, date] = pieces(day, [4, 2, 2])?;
        let year = i32::try_from(year).ok().filter(|y| (1600..=2300).contains(y))?;
        let day = NaiveDate::from_ymd_opt(year, month, date)?;
        let Some(time) = time else {
            return Some(Self { local: day.and_time(NaiveTime::MIN), whole_day: true, zone: Zone::Floating });
        };
        let [hour, minute, second] = pieces(time, [2, 2, 2]).or_else(|| {
            let [hour, minute] = pieces(time, [2, 2])?;
            Some([hour, minute, 0])
        })?;
        let local = day.and_hms_opt(hour, minute, second.min(59))?;
        let zone = if utc { Zone::Utc } else { zone.clone() };
        Some(Self { local, whole_day: false, zone })
    }

    /// On the clock of this machine; what has no zone stays as it is.
    pub(super) fn here(&self, here: chrono_tz::Tz) -> NaiveDateTime {
        match self.utc() {
            Some(utc) => super::zone::on_clock(utc, here),
            None => self.local,
        }
    }

    /// In universal time; `None` for days and for clocks that are nowhere.
    pub(super) fn utc(&self) -> Option<NaiveDateTime> {
        if self.whole_day { None } else { self.zone.utc(self.local) }
    }

    /// The day by which a repetition is known wherever the machine is.
    pub(super) fn day(&self) -> NaiveDate {
        self.utc().unwrap_or(self.local).date()
    }

    /// The same time of the same clock on another day.
    pub(super) fn on(&self, day: NaiveDate) -> Self {
        Self { local: day.and_time(self.local.time()), ..self.clone() }
    }
}

/// Digits cut into numbers of these lengths, and nothing left.
fn pieces<const N: usize>(text: &str, lengths: [usize; N]) -> Option<[u32; N]> {
    let mut numbers = [0; N];
    let mut rest = text.trim();
    for (number, length) in numbers.iter_mut().zip(lengths) {
        let (digits, after) = rest.split_at_checked(length)?;
        *number = digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())??;
        rest = after;
    }
    rest.is_empty().then_some(numbers)
}

/// A length of time: `PT1H30M`, `P1D`, `P2W`; `None` for what goes back in time or is longer than a year.
pub(super) fn length(text: &str) -> Option<TimeDelta> {
    let mut seconds: i64 = 0;
    let mut number = String::new();
    let text = text.trim().trim_start_matches('+').to_ascii_uppercase();
    for c in text.strip_prefix('P')?.chars() {
        let unit = match c {
            '0'..='9' => {
                number.push(c);
                continue;
            }
            'T' if number.is_empty() => continue,
            'W' => 604_800,
            'D' => 86_400,
            'H' => 3_600,
            'M' => 60,
            'S' => 1,
            _ => return None,
        };
        let count: i64 = number.parse().ok()?;
        seconds = seconds.checked_add(count.checked_mul(unit)?)?;
        number.clear();
    }
    (number.is_empty() && seconds <= 366 * 86_400).then(|| TimeDelta::seconds(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;

    #[test]
    fn days_and_times_in_every_spelling() {
        let of = |text: &str| When::of(text, &Zone::Floating);
        let nine = day(2026, 11, 23).and_hms_opt(9, 0, 0).unwrap();
        for text in ["20261123T090000", "2026-11-23T09:00:00", "20261123T0900", "20261123T090060"] {
            let when = of(text).unwrap();
            assert_eq!((when.local.date(), when.whole_day, when.utc()), (nine.date(), false, None), "{text}");
        }
        assert_eq!(of("20261123T090000Z").unwrap().utc(), Some(nine));
        assert!(of("20261123").unwrap().whole_day);
        for text in [
            "",
            "2026",
            "20261323",
            "20261123T250000",
            "09990101",
            "20261123X",
            "99991231T000000Z",
            "２０２６1123",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn lengths_are_added_up() {
        let minutes = |text: &str| length(text).map(|l| l.num_minutes());
        assert_eq!(minutes("PT1H30M"), Some(90));
        assert_eq!(minutes("P1DT2H"), Some(26 * 60));
        assert_eq!(minutes("P1W"), Some(7 * 1440));
        for text in ["-PT15M", "", "P", "PT5", "PTM", "P99999999999W"] {
            assert_eq!(minutes(text).filter(|m| *m > 0), None, "{text}");
        }
    }
}
