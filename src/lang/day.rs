//! Days as they are shown in both languages; [`Reader`] reads them.
use chrono::{Datelike, NaiveDate, Weekday};

use super::Words;
use crate::domain::day::days_between;

mod reader;

pub use reader::{Found, Reader, Toward};

/// `23 Nov 2026`, `23 nov 2026`.
pub fn show(day: NaiveDate, words: &Words) -> String {
    format!("{} {:04}", day_month(day, words), day.year())
}

/// First and last day: `1 Jul 2026 – 30 Sep 2026`.
pub fn span((from, until): (NaiveDate, NaiveDate), words: &Words) -> String {
    format!("{} – {}", show(from, words), show(until, words))
}

/// `23 Nov`.
pub fn day_month(day: NaiveDate, words: &Words) -> String {
    format!("{} {}", day.day(), month_short(day.month(), words))
}

/// `Mon 23 Nov 2026`.
pub fn with_weekday(day: NaiveDate, words: &Words) -> String {
    format!("{} {}", weekday_short(day.weekday(), words), show(day, words))
}

/// `Thu 26 Nov`, with the year when it is not this one: `Thu 26 Nov 2025`.
pub fn near(day: NaiveDate, today: NaiveDate, words: &Words) -> String {
    if day.year() == today.year() {
        format!("{} {}", weekday_short(day.weekday(), words), day_month(day, words))
    } else {
        with_weekday(day, words)
    }
}

/// For columns: `today`, `14 Nov`, `14 Nov 25` in another year.
pub fn column(day: NaiveDate, today: NaiveDate, words: &Words) -> String {
    if day == today {
        words.get("value-today")
    } else if day.year() == today.year() {
        day_month(day, words)
    } else {
        format!("{} {:02}", day_month(day, words), day.year().rem_euclid(100))
    }
}

/// How long ago, for columns: `today`, `3 d`; from 100 days on the day itself. Days ahead as [`column()`] has them.
pub fn ago(day: NaiveDate, today: NaiveDate, words: &Words) -> String {
    match days_between(day, today) {
        days @ 1..100 => words.with("value-days", &[("days", &days.to_string())]),
        _ => column(day, today, words),
    }
}

/// When something is due, for columns: `2 d late`, `today`, `Thu` within the next six days, else the day.
pub fn due(day: NaiveDate, today: NaiveDate, words: &Words) -> String {
    match days_between(today, day) {
        late @ ..0 => words.with("value-days-late", &[("days", &late.abs().to_string())]),
        0 => words.get("value-today"),
        1..7 => weekday_short(day.weekday(), words),
        7.. => column(day, today, words),
    }
}

/// `Mon`.
pub fn weekday_short(weekday: Weekday, words: &Words) -> String {
    words.get(&format!("value-weekday-short-{}", weekday.number_from_monday()))
}

/// `Monday`.
pub fn weekday_long(weekday: Weekday, words: &Words) -> String {
    words.get(&format!("value-weekday-{}", weekday.number_from_monday()))
}

/// `Nov`; months count from 1.
pub fn month_short(month: u32, words: &Words) -> String {
    words.get(&format!("value-month-short-{month}"))
}

/// `November`; months count from 1.
pub fn month_long(month: u32, words: &Words) -> String {
    words.get(&format!("value-month-{month}"))
}

/// The ISO week, `W48`.
pub fn week(day: NaiveDate, words: &Words) -> String {
    words.with("value-week", &[("week", &day.iso_week().week().to_string())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;
    use crate::lang::Lang;

    fn today() -> NaiveDate {
        day(2026, 11, 23)
    }

    #[test]
    fn columns_show_days_short() {
        let (en, es) = (Words::new(Lang::En), Words::new(Lang::Es));
        assert_eq!(show(today(), &en), "23 Nov 2026");
        assert_eq!(show(today(), &es), "23 nov 2026");
        assert_eq!(with_weekday(today(), &es), "lun 23 nov 2026");
        assert_eq!(near(day(2026, 11, 26), today(), &en), "Thu 26 Nov");
        assert_eq!(column(today(), today(), &es), "hoy");
        assert_eq!(column(day(2026, 11, 14), today(), &en), "14 Nov");
        assert_eq!(column(day(2025, 11, 14), today(), &en), "14 Nov 25");
        assert_eq!(ago(day(2026, 11, 20), today(), &en), "3 d");
        assert_eq!(ago(day(2025, 11, 14), today(), &en), "14 Nov 25");
        assert_eq!(due(day(2026, 11, 21), today(), &es), "2 d tarde");
        assert_eq!(due(day(2026, 11, 26), today(), &en), "Thu");
        assert_eq!(due(day(2026, 11, 30), today(), &en), "30 Nov");
        assert_eq!(week(today(), &en), "W48");
        assert_eq!(weekday_long(Weekday::Mon, &es), "lunes");
    }
}
