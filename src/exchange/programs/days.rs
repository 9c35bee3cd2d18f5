//! Days as other programs write them: which of two numbers is the month, all days of a file decide together.
use chrono::NaiveDate;

/// What comes first of a day written in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Day,
    Month,
}

/// What the days of a file have said of their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Days {
    /// What is meant where no day proves it.
    usual: Order,
    /// Some day can only be meant with the day first, some only with the month first.
    proved: (bool, bool),
    /// The first day that could be meant either way.
    doubt: Option<String>,
}

impl Days {
    pub(super) const fn of(usual: Order) -> Self {
        Self { usual, proved: (false, false), doubt: None }
    }

    /// Takes a day into account.
    pub(super) fn learn(&mut self, text: &str) {
        match parts(text) {
            Some((first, _, _)) if first > 12 => self.proved.0 = true,
            Some((_, second, _)) if second > 12 => self.proved.1 = true,
            Some((first, second, _)) if first != second && self.doubt.is_none() => {
                self.doubt = Some(text.trim().to_owned());
            }
            _ => {}
        }
    }

    /// A day that could be meant either way, if no other one of the file proves what is meant.
    pub(super) fn doubt(&self) -> Option<&str> {
        self.doubt.as_deref().filter(|_| self.proved.0 == self.proved.1)
    }

    /// The day that a text means; `None` for what is none, and is left to whoever reads it.
    pub(super) fn read(&self, text: &str) -> Option<NaiveDate> {
        let text = text.trim();
        // The time of day does not matter, nor the zone that may follow it.
        let iso = text.get(..10).and_then(|day| day.parse().ok());
        if let Some(day) = iso {
            let behind = text.chars().nth(10);
            return behind.is_none_or(|c| c == ' ' || c == 'T').then_some(day);
        }
        let (first, second, year) = parts(text)?;
        let order = match () {
            () if first > 12 => Order::Day,
            () if second > 12 => Order::Month,
            () => match self.proved {
                (true, false) => Order::Day,
                (false, true) => Order::Month,
                (true, true) | (false, false) => self.usual,
            },
        };
        match order {
            Order::Day => NaiveDate::from_ymd_opt(year, second, first),
            Order::Month => NaiveDate::from_ymd_opt(year, first, second),
        }
    }
}

/// The three numbers of `12/31/2026` or `31.12.2026 15:45`; years have four digits.
fn parts(text: &str) -> Option<(u32, u32, i32)> {
    let day = text.trim().split([' ', ',', '\u{a0}', '\u{202f}']).next()?;
    let mark = day.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '/' | '.' | '-'))?;
    let mut parts = day.split(mark);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let whole = parts.next().is_none() && year.len() == 4 && first.len() < 3 && second.len() < 3;
    if !whole {
        return None;
    }
    Some((first.parse().ok()?, second.parse().ok()?, year.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;

    fn days(usual: Order, seen: &[&str]) -> Days {
        let mut days = Days::of(usual);
        for text in seen {
            days.learn(text);
        }
        days
    }

    #[test]
    fn a_day_of_a_file_that_proves_the_order_decides_for_the_others() {
        let (american, european) = (Some(day(2026, 3, 4)), Some(day(2026, 4, 3)));
        assert_eq!(days(Order::Month, &[]).read("3/4/2026"), american);
        assert_eq!(days(Order::Month, &["25/12/2026"]).read("3/4/2026"), european);
        assert_eq!(days(Order::Day, &["3/4/2026", "12/31/2026"]).read("03/04/2026"), american);
        assert_eq!(days(Order::Day, &[]).read("31.12.2026 15:45"), Some(day(2026, 12, 31)));
        assert_eq!(days(Order::Day, &[]).read("12/31/2026, 3:45 PM"), Some(day(2026, 12, 31)));
    }

    #[test]
    fn years_first_are_read_whatever_stands_behind_the_day() {
        let days = Days::of(Order::Month);
        for text in ["2026-11-23", "2026-11-23 10:30", "2026-11-23T10:30:00.000Z"] {
            assert_eq!(days.read(text), Some(day(2026, 11, 23)), "{text}");
        }
        for text in ["", "soon", "0/0/00", "2026-11-2345", "13/13/2026", "1/2/3/2026", "31/02/2026", "3/4/26"]
        {
            assert_eq!(days.read(text), None, "{text}");
        }
    }

    #[test]
    fn what_no_day_proves_is_doubtful() {
        assert_eq!(days(Order::Month, &["3/4/2026", "5/5/2026"]).doubt(), Some("3/4/2026"));
        assert_eq!(days(Order::Month, &["3/4/2026", "13/5/2026"]).doubt(), None);
        assert_eq!(days(Order::Month, &["5/5/2026", "2026-01-02"]).doubt(), None);
        assert_eq!(days(Order::Day, &["13/5/2026", "5/13/2026", "3/4/2026"]).doubt(), Some("3/4/2026"));
    }
}
