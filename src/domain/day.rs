//! Calendar arithmetic.
use chrono::{Datelike, Months, NaiveDate};

/// Whole days from `from` to `to`; negative when `to` is earlier.
pub fn days_between(from: NaiveDate, to: NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days()
}

/// `day` moved by whole days; the calendar's end where it would leave it.
pub fn plus_days(day: NaiveDate, days: i64) -> NaiveDate {
    day.checked_add_signed(chrono::Duration::try_days(days).unwrap_or_default()).unwrap_or(day)
}

/// `day` moved by whole months, on the month's last day where the day does not exist.
pub fn plus_months(day: NaiveDate, months: i32) -> NaiveDate {
    let by = Months::new(months.unsigned_abs());
    let moved = if months < 0 { day.checked_sub_months(by) } else { day.checked_add_months(by) };
    moved.unwrap_or(day)
}

/// Monday of the week of `day`.
pub fn monday(day: NaiveDate) -> NaiveDate {
    plus_days(day, -i64::from(day.weekday().num_days_from_monday()))
}

/// The next day from `today` on (today included) that has the month and day of `birthday`; 29 February falls on the 28th in common years.
pub fn next_anniversary(birthday: NaiveDate, today: NaiveDate) -> NaiveDate {
    let of_year = |year| {
        NaiveDate::from_ymd_opt(year, birthday.month(), birthday.day())
            .or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))
    };
    [today.year(), today.year() + 1].into_iter().filter_map(of_year).find(|d| *d >= today).unwrap_or(today)
}

/// A day that is known to exist; the first of 1970 for one that does not. For constants and tests.
pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leap_birthday_is_kept_on_the_28th() {
        assert_eq!(next_anniversary(day(1980, 2, 29), day(2026, 11, 23)), day(2027, 2, 28));
        assert_eq!(next_anniversary(day(1980, 2, 29), day(2027, 11, 23)), day(2028, 2, 29));
        assert_eq!(next_anniversary(day(1980, 11, 23), day(2026, 11, 23)), day(2026, 11, 23));
    }

    #[test]
    fn months_end_on_the_last_day() {
        assert_eq!(plus_months(day(2026, 1, 31), 1), day(2026, 2, 28));
        assert_eq!(plus_months(day(2026, 3, 31), -1), day(2026, 2, 28));
    }
}
