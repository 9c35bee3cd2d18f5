//! Days as people write them.
use chrono::{Datelike, NaiveDate, Weekday};

use crate::domain::day::{days_between, plus_days, plus_months};
use crate::domain::text::fold;
use crate::lang::Lang;
use crate::lang::lexicon::{DayWord, Length, Meaning, Near, Slot, find};

/// Which way a day is meant that does not say it itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toward {
    /// The head of a captured line: it has happened. `m` after a number is minutes, not months.
    Past,
    /// A promise: it will happen.
    Future,
    /// A form: weekdays and lengths are ahead, a day without its year is the nearest.
    Form,
}

/// A day found at the beginning of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// The day.
    pub day: NaiveDate,
    /// How many words it took.
    pub words: usize,
    /// It was said in words of the other language only.
    pub foreign: bool,
}

/// Reads days from folded words.
#[derive(Debug, Clone, Copy)]
pub struct Reader {
    /// The language whose words come first.
    pub lang: Lang,
    /// The day from which to count.
    pub today: NaiveDate,
    /// Which way.
    pub toward: Toward,
}

impl Reader {
    /// The day with which `words` (folded) begin.
    pub fn find(self, words: &[&str]) -> Option<Found> {
        let (first, rest) = words.split_first()?;
        if let Some((Meaning::Near(near), foreign)) = find(first, Slot::Near, self.lang)
            && let Some(found) = self.near(near, rest)
        {
            return Some(Found { words: found.words + 1, foreign: foreign || found.foreign, ..found });
        }
        self.plain(words)
    }

    /// A whole text that is a day, as a form has it.
    pub fn whole(self, text: &str) -> Option<NaiveDate> {
        let text = fold(text).replace(',', " ");
        let words: Vec<&str> = text.split_whitespace().collect();
        if let Some(found) = self.find(&words).filter(|f| f.words == words.len()) {
            return Some(found.day);
        }
        match words.as_slice() {
            [month, day, rest @ ..] if rest.len() < 2 => {
                let turned: Vec<&str> = [*day, *month].into_iter().chain(rest.iter().copied()).collect();
                self.of_month(&turned).filter(|f| f.words == turned.len()).map(|f| f.day)
            }
            _ => None,
        }
    }

    fn plain(self, words: &[&str]) -> Option<Found> {
        self.dated(words).or_else(|| self.length(words)).or_else(|| self.word(words))
    }

    fn near(self, near: Near, rest: &[&str]) -> Option<Found> {
        let (first, _) = rest.split_first()?;
        let one = |day, foreign| Found { day, words: 1, foreign };
        let day = find(first, Slot::Head, self.lang);
        match (near, day) {
            (Near::In, _) => self.span(rest, 1),
            (Near::Ago, _) => self.span(rest, -1),
            (Near::On, _) => self.plain(rest),
            (Near::Next, Some((Meaning::Day(DayWord::Weekday(w)), foreign))) => {
                Some(one(ahead(self.today, w), foreign))
            }
            (Near::Last, Some((Meaning::Day(DayWord::Weekday(w)), foreign))) => {
                Some(one(back(self.today, w), foreign))
            }
            (Near::Last, Some((Meaning::Day(DayWord::Tomorrow), foreign))) => {
                Some(one(plus_days(self.today, 2), foreign))
            }
            (Near::This, _) => {
                let (_, foreign) = find(first, Slot::Hours, self.lang)?;
                Some(one(self.today, foreign))
            }
            (Near::Next | Near::Last, _) => None,
        }
    }

    /// `today`, `fri`, `fri 27/11`, `vie pasado`.
    fn word(self, words: &[&str]) -> Option<Found> {
        let (first, rest) = words.split_first()?;
        let (Meaning::Day(word), foreign) = find(first, Slot::Head, self.lang)? else { return None };
        let (day, words) = match word {
            DayWord::Today => (self.today, 1),
            DayWord::Yesterday => (plus_days(self.today, -1), 1),
            DayWord::Tomorrow => (plus_days(self.today, 1), 1),
            DayWord::Weekday(w) => {
                if let Some(found) = self.dated(rest).filter(|f| f.day.weekday() == w) {
                    (found.day, found.words + 1)
                } else if rest.first() == Some(&"pasado") {
                    (back(self.today, w), 2)
                } else if self.toward == Toward::Past {
                    (back(self.today, w), 1)
                } else {
                    (ahead(self.today, w), 1)
                }
            }
        };
        Some(Found { day, words, foreign })
    }

    /// `2026-11-12`, `12-11-2026`, `12/11/26`, `12/11`, `12 nov 2026`.
    fn dated(self, words: &[&str]) -> Option<Found> {
        let first = words.first()?;
        let day = iso(first).or_else(|| self.of_numbers(first));
        day.map(|day| Found { day, words: 1, foreign: false }).or_else(|| self.of_month(words))
    }

    fn of_numbers(self, word: &str) -> Option<NaiveDate> {
        let mark = word.chars().find(|c| !c.is_ascii_digit())?;
        let parts: Vec<&str> = word.split(mark).collect();
        match (mark, parts.as_slice()) {
            ('/', [d, m]) => self.without_year(digits(d, 2)?, digits(m, 2)?),
            ('/' | '-' | '.', [d, m, y]) => {
                NaiveDate::from_ymd_opt(self.year(y)?, digits(m, 2)?, digits(d, 2)?)
            }
            _ => None,
        }
    }

    /// `12 nov`, `12 de nov de 2026`.
    fn of_month(self, words: &[&str]) -> Option<Found> {
        let number = digits(words.first()?, 2)?;
        let of = |i: usize| usize::from(words.get(i) == Some(&"de"));
        let at = 1 + of(1);
        let (Meaning::Month(month), foreign) = find(words.get(at)?, Slot::Month, self.lang)? else {
            return None;
        };
        let year_at = at + 1 + of(at + 1);
        if let Some(year) = words.get(year_at).and_then(|y| self.year(y)) {
            let day = NaiveDate::from_ymd_opt(year, month, number)?;
            return Some(Found { day, words: year_at + 1, foreign });
        }
        Some(Found { day: self.without_year(number, month)?, words: at + 1, foreign })
    }

    /// A year of four digits, or of two within 80 years back and 19 ahead.
    fn year(self, text: &str) -> Option<i32> {
        let year = i32::try_from(digits(text, 4)?).ok()?;
        match text.len() {
            4 if year >= 1000 => Some(year),
            2 => (self.today.year() - 80..self.today.year() + 20).find(|y| y.rem_euclid(100) == year),
            _ => None,
        }
    }

    fn without_year(self, day: u32, month: u32) -> Option<NaiveDate> {
        // eight years reach over the longest stretch without a 29 February
        let years = self.today.year() - 8..=self.today.year() + 8;
        let days = years.filter_map(|y| NaiveDate::from_ymd_opt(y, month, day));
        match self.toward {
            Toward::Past => days.filter(|d| *d <= self.today).max(),
            Toward::Future => days.filter(|d| *d >= self.today).min(),
            Toward::Form => days.min_by_key(|d| days_between(*d, self.today).abs()),
        }
    }

    /// `3d`, `2w`, `1m` the way this reader looks; a form takes a sign and `3 days` too.
    fn length(self, words: &[&str]) -> Option<Found> {
        let first = words.first()?;
        match self.toward {
            Toward::Past if first.ends_with('m') => None,
            Toward::Past => self.short_span(first, -1),
            Toward::Future => self.short_span(first, 1),
            Toward::Form => match first.strip_prefix('-') {
                Some(positive) => self.short_span(positive, -1),
                None => self
                    .short_span(first.strip_prefix('+').unwrap_or(first), 1)
                    .or_else(|| self.span(words, if words.last() == Some(&"ago") { -1 } else { 1 })),
            },
        }
    }

    /// A length in one word or two, and the day it leads to.
    fn span(self, words: &[&str], sign: i32) -> Option<Found> {
        let first = words.first()?;
        self.short_span(first, sign).or_else(|| {
            let number = i32::try_from(digits(first, 4)?).ok()?;
            let (Meaning::Length(unit), foreign) = find(words.get(1)?, Slot::Length, self.lang)? else {
                return None;
            };
            let words = if words.get(2) == Some(&"ago") { 3 } else { 2 };
            Some(Found { day: moved(self.today, unit, sign * number), words, foreign })
        })
    }

    fn short_span(self, word: &str, sign: i32) -> Option<Found> {
        let number: String = word.chars().take_while(char::is_ascii_digit).collect();
        let unit = match word.strip_prefix(number.as_str())? {
            "d" => Length::Days,
            "w" | "s" | "sem" => Length::Weeks,
            "m" => Length::Months,
            _ => return None,
        };
        let number = i32::try_from(digits(&number, 4)?).ok()?;
        Some(Found { day: moved(self.today, unit, sign * number), words: 1, foreign: false })
    }
}

fn moved(today: NaiveDate, unit: Length, by: i32) -> NaiveDate {
    match unit {
        Length::Days => plus_days(today, by.into()),
        Length::Weeks => plus_days(today, i64::from(by) * 7),
        Length::Months => plus_months(today, by),
    }
}

fn ahead(today: NaiveDate, weekday: Weekday) -> NaiveDate {
    (1..=7).map(|n| plus_days(today, n)).find(|d| d.weekday() == weekday).unwrap_or(today)
}

fn back(today: NaiveDate, weekday: Weekday) -> NaiveDate {
    (1..=7).map(|n| plus_days(today, -n)).find(|d| d.weekday() == weekday).unwrap_or(today)
}

fn iso(word: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = word.split('-').collect();
    match parts.as_slice() {
        [y, m, d] if y.len() == 4 => {
            NaiveDate::from_ymd_opt(i32::try_from(digits(y, 4)?).ok()?, digits(m, 2)?, digits(d, 2)?)
        }
        _ => None,
    }
}

/// One to `most` ASCII digits as a number.
fn digits(text: &str, most: usize) -> Option<u32> {
    let fits = !text.is_empty() && text.len() <= most && text.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;

    const TODAY: (i32, u32, u32) = (2026, 11, 23);

    fn today() -> NaiveDate {
        day(TODAY.0, TODAY.1, TODAY.2)
    }

    fn read(text: &str, toward: Toward) -> Option<NaiveDate> {
        Reader { lang: Lang::En, today: today(), toward }.whole(text)
    }

    #[test]
    fn a_form_reads_days_as_people_write_them() {
        for (text, y, m, d) in [
            ("today", 2026, 11, 23),
            ("hoy", 2026, 11, 23),
            ("Ayer", 2026, 11, 22),
            ("mañana", 2026, 11, 24),
            ("pasado mañana", 2026, 11, 25),
            ("esta mañana", 2026, 11, 23),
            ("this afternoon", 2026, 11, 23),
            ("fri", 2026, 11, 27),
            ("on friday", 2026, 11, 27),
            ("el viernes", 2026, 11, 27),
            ("monday", 2026, 11, 30),
            ("last fri", 2026, 11, 20),
            ("viernes pasado", 2026, 11, 20),
            ("3d", 2026, 11, 26),
            ("-3d", 2026, 11, 20),
            ("2w", 2026, 12, 7),
            ("1m", 2026, 12, 23),
            ("en 2 semanas", 2026, 12, 7),
            ("3 days ago", 2026, 11, 20),
            ("hace 3 días", 2026, 11, 20),
            ("12/11", 2026, 11, 12),
            ("10/1", 2027, 1, 10),
            ("12/11/80", 1980, 11, 12),
            ("12.11.2026", 2026, 11, 12),
            ("12-11-2026", 2026, 11, 12),
            ("2026-11-12", 2026, 11, 12),
            ("12 nov 2026", 2026, 11, 12),
            ("12 de noviembre de 2026", 2026, 11, 12),
            ("Thu 12 Nov 2026", 2026, 11, 12),
            ("Nov 12, 2026", 2026, 11, 12),
            ("14 Nov 25", 2025, 11, 14),
            ("29/2", 2028, 2, 29),
        ] {
            assert_eq!(read(text, Toward::Form), Some(day(y, m, d)), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in
            ["", "fridayish", "31/2", "12/13", "1/1/1", "99999d", "d", "next", "next week 3", "٣d", "3m2"]
        {
            assert_eq!(read(text, Toward::Form), None, "{text}");
        }
    }

    #[test]
    fn the_head_looks_back_and_a_promise_ahead() {
        for (text, past, future) in [
            ("fri", (2026, 11, 20), (2026, 11, 27)),
            ("mon", (2026, 11, 16), (2026, 11, 30)),
            ("12/12", (2025, 12, 12), (2026, 12, 12)),
            ("23/11", (2026, 11, 23), (2026, 11, 23)),
            ("3d", (2026, 11, 20), (2026, 11, 26)),
            ("in 1m", (2026, 12, 23), (2026, 12, 23)),
            ("next fri", (2026, 11, 27), (2026, 11, 27)),
            ("próx vie", (2026, 11, 27), (2026, 11, 27)),
        ] {
            assert_eq!(read(text, Toward::Past), Some(day(past.0, past.1, past.2)), "{text}");
            assert_eq!(read(text, Toward::Future), Some(day(future.0, future.1, future.2)), "{text}");
        }
        assert_eq!(read("30m", Toward::Past), None);
    }
}
