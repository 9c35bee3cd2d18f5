//! Whose clock a time is on: a zone of the world by its name or that of Windows, else by the rules that the file brings along.
use std::str::FromStr;
use std::sync::Arc;

use calcard::common::timezone::Tz as Named;
use chrono::{LocalResult, NaiveDateTime, TimeDelta, TimeZone};
use chrono_tz::Tz;

use super::component::Component;
use super::moment::When;
use super::rule::Rule;
use crate::domain::day::plus_days;

/// A clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Zone {
    /// Whatever the clock says where one is.
    Floating,
    /// Universal time.
    Utc,
    /// A zone of the world.
    Of(Tz),
    /// A zone that only the file knows.
    Ruled(Arc<Vec<Half>>),
}

/// When a zone changes its clock, and to what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Half {
    /// The first time, on the clock before.
    start: When,
    /// When again.
    rule: Option<Rule>,
    /// Seconds ahead of universal time afterwards.
    ahead: i64,
}

impl Zone {
    /// The zone of the world with that name: `Europe/Madrid`, `Romance Standard Time`, `(UTC+01:00) Brussels, …`, with or without
    /// the name of who hands names out.
    pub(super) fn named(name: &str) -> Option<Self> {
        let name = name.trim().trim_matches('"');
        if matches!(name.to_ascii_uppercase().as_str(), "UTC" | "GMT" | "Z" | "ETC/UTC") {
            return Some(Self::Utc);
        }
        // Of `/mozilla.org/20050126_1/Europe/Madrid` the end counts.
        let end = name.rmatch_indices('/').nth(1).and_then(|(at, _)| name.split_at_checked(at + 1));
        let tail = end.and_then(|(_, tail)| Tz::from_str(tail).ok());
        match Named::from_str(name) {
            Ok(Named::Tz(zone)) => Some(Self::Of(zone)),
            Ok(Named::Fixed(_) | Named::Floating) | Err(()) => tail.map(Self::Of),
        }
    }

    /// The zone that a part of the file describes; `None` where it describes nothing.
    pub(super) fn described(part: &Component) -> Option<Self> {
        let place = part.text("X-LIC-LOCATION");
        if let Some(zone) = Self::named(&place).filter(|_| !place.is_empty()) {
            return Some(zone);
        }
        let half = |half: &Component| {
            let start = When::of(&half.text("DTSTART"), &Self::Floating)?;
            let ahead = offset(&half.text("TZOFFSETTO"))?;
            Some(Half { start, rule: half.get("RRULE").and_then(|r| Rule::of(&r.value)), ahead })
        };
        let halves: Vec<_> = part.parts.iter().filter_map(half).collect();
        (!halves.is_empty()).then(|| Self::Ruled(Arc::new(halves)))
    }

    /// A time on this clock in universal time; `None` for a clock that is nowhere. A time that the clock leaps over in spring is
    /// the one after the leap; of a time that comes twice in autumn it is the first.
    pub(super) fn utc(&self, local: NaiveDateTime) -> Option<NaiveDateTime> {
        match self {
            Self::Floating => None,
            Self::Utc => Some(local),
            Self::Of(zone) => Some(match zone.from_local_datetime(&local) {
                LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.naive_utc(),
                LocalResult::None => {
                    let hour = TimeDelta::hours(1);
                    zone.from_local_datetime(&(local - hour)).earliest()?.naive_utc() + hour
                }
            }),
            Self::Ruled(halves) => {
                let last = halves.iter().filter_map(|half| Some((half.last_before(local)?, half.ahead)));
                let ahead = match last.max() {
                    Some((_, ahead)) => ahead,
                    None => halves.first()?.ahead,
                };
                Some(local - TimeDelta::seconds(ahead))
            }
        }
    }
}

impl Half {
    /// The last change at or before a time.
    fn last_before(&self, local: NaiveDateTime) -> Option<NaiveDateTime> {
        let first = self.start.local;
        let again = self.rule.as_ref().and_then(|rule| {
            let day = local.date();
            let dates = rule.dates(first.date(), plus_days(day, -370), day);
            let ended =
                |at: &NaiveDateTime| rule.until.as_ref().is_none_or(|until| at.date() <= until.local.date());
            dates.into_iter().map(|d| d.and_time(first.time())).rfind(|at| *at <= local && ended(at))
        });
        again.or_else(|| (first <= local).then_some(first))
    }
}

/// Universal time on a clock of the world.
pub(in crate::exchange) fn on_clock(utc: NaiveDateTime, here: Tz) -> NaiveDateTime {
    here.from_utc_datetime(&utc).naive_local()
}

/// `+0100`, `-0330`, `+010000`, in seconds.
fn offset(text: &str) -> Option<i64> {
    let text = text.trim();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let digits = digits.replace(':', "");
    let number: i64 = digits.parse().ok().filter(|n| *n >= 0)?;
    let (hours, minutes) = match digits.len() {
        4 => (number / 100, number % 100),
        6 => (number / 10_000, number / 100 % 100),
        _ => return None,
    };
    (hours <= 24 && minutes < 60).then_some(sign * (hours * 3_600 + minutes * 60))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;
    use crate::exchange::calendar::component::{Piece, Pieces};

    fn at(month: u32, date: u32, hour: u32) -> NaiveDateTime {
        day(2026, month, date).and_hms_opt(hour, 0, 0).unwrap()
    }

    fn described(text: &str) -> Zone {
        let mut bytes = text.as_bytes();
        let Some(Piece::Zone(part)) = Pieces::new(&mut bytes).next().unwrap() else { panic!("no zone") };
        Zone::described(&part).unwrap()
    }

    #[test]
    fn names_of_every_program_mean_a_zone_of_the_world() {
        for name in [
            "Europe/Paris",
            "Romance Standard Time",
            "(UTC+01:00) Brussels, Copenhagen, Madrid, Paris",
            "/mozilla.org/20050126_1/Europe/Paris",
            "/freeassociation.sourceforge.net/Europe/Paris",
            "\"Europe/Paris\"",
        ] {
            assert_eq!(Zone::named(name), Some(Zone::Of(Tz::Europe__Paris)), "{name}");
        }
        assert_eq!(Zone::named("Customized Time Zone"), None);
        assert_eq!(Zone::named("UTC"), Some(Zone::Utc));
    }

    #[test]
    fn a_zone_that_only_the_file_knows_changes_its_clock_when_it_says() {
        let zone = described(
            "BEGIN:VTIMEZONE\nTZID:Customized Time Zone\nBEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE\n",
        );
        let madrid = Zone::Of(Tz::Europe__Madrid);
        for local in
            [at(1, 15, 10), at(3, 29, 12), at(7, 1, 10), at(10, 24, 23), at(10, 26, 0), at(12, 31, 23)]
        {
            assert_eq!(zone.utc(local), madrid.utc(local), "{local}");
        }
    }

    #[test]
    fn the_hour_that_does_not_exist_is_the_one_after_the_leap() {
        let madrid = Zone::Of(Tz::Europe__Madrid);
        assert_eq!(madrid.utc(at(3, 29, 2)), Some(at(3, 29, 1)));
        assert_eq!(on_clock(at(3, 29, 1), Tz::Europe__Madrid), at(3, 29, 3));
        assert_eq!(madrid.utc(at(10, 25, 2)), Some(at(10, 25, 0)));
    }

    #[test]
    fn offsets_have_hours_and_minutes() {
        assert_eq!(offset("+0530"), Some(19_800));
        assert_eq!(offset("-03:30"), Some(-12_600));
        assert_eq!(offset("+010000"), Some(3_600));
        for text in ["", "1", "+0199", "abcd", "+-100"] {
            assert_eq!(offset(text), None, "{text}");
        }
    }
}
