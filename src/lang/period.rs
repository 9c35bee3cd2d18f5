//! Periods as people and spreadsheets write them, in both languages, and as the screen shows them.
use chrono::{Datelike, NaiveDate};

use super::{Words, day};
use crate::domain::choice::Frequency;
use crate::domain::period::{CompanyYear, Period};

mod reader;

pub use reader::{Said, read, turned};

/// The period that a text means. A day means its month; a month or quarter without its year is that of the company's year in
/// which `today` lies. A year of two digits is one of this century. Year and quarter of a company whose year starts later
/// than in January are named by the calendar year in which it starts: there `FY26` is `2026/27`.
pub fn parse(text: &str, year: CompanyYear, today: NaiveDate) -> Option<Period> {
    let this = year.year_of(year.at(today, Frequency::Monthly));
    Some(period(read(text, year)?, year, this))
}

/// The period of what was read, where what lacks its year is of the company's year `within`.
pub fn period(said: Said, year: CompanyYear, within: i32) -> Period {
    match said {
        Said::Period(period) => period,
        Said::Day(day) => Period::Month(day.year(), day.month()),
        Said::Month(month) => {
            let same = Period::Month(within, month);
            if year.year_of(same) == within { same } else { Period::Month(within + 1, month) }
        }
        Said::Quarter(quarter) => Period::Quarter(within, quarter),
    }
}

/// A period for the head of a column: `Nov 26`, `Q4 26`, `2026`; in Spanish `nov 26`, `T4 26`; of a shifted year `Q4 26/27` and
/// `2026/27`.
pub fn show(period: Period, year: CompanyYear, words: &Words) -> String {
    match period {
        Period::Month(of, month) => format!("{} {}", day::month_short(month, words), two(of)),
        Period::Quarter(of, quarter) if year.is_calendar() => {
            format!("{} {}", quarter_short(quarter, words), two(of))
        }
        Period::Quarter(of, quarter) => {
            format!("{} {}/{}", quarter_short(quarter, words), two(of), two(of + 1))
        }
        Period::Year(of) => show_year(of, year),
    }
}

/// A period in full: `November 2026`, `noviembre de 2026`, `Q4 2026`, `2026`; of a shifted year `Q4 2026/27` and `2026/27`.
pub fn show_long(period: Period, year: CompanyYear, words: &Words) -> String {
    match period {
        Period::Month(of, month) => {
            let month = day::month_long(month, words);
            words.with("value-period-month", &[("month", &month), ("year", &format!("{of:04}"))])
        }
        Period::Quarter(of, quarter) => {
            format!("{} {}", quarter_short(quarter, words), show_year(of, year))
        }
        Period::Year(of) => show_year(of, year),
    }
}

fn quarter_short(quarter: u32, words: &Words) -> String {
    words.with("value-period-quarter", &[("quarter", &quarter.to_string())])
}

fn show_year(of: i32, year: CompanyYear) -> String {
    if year.is_calendar() { format!("{of:04}") } else { format!("{of:04}/{:02}", (of + 1).rem_euclid(100)) }
}

/// A year of this century in two digits, another one in full.
fn two(year: i32) -> String {
    if (2000..2100).contains(&year) { format!("{:02}", year - 2000) } else { format!("{year:04}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::{day, plus_days};
    use crate::lang::Lang;
    use proptest::prelude::*;

    fn calendar(text: &str) -> Option<Period> {
        parse(text, CompanyYear::default(), day(2026, 11, 23))
    }

    fn from_april(text: &str) -> Option<Period> {
        parse(text, CompanyYear::starting(4), day(2026, 11, 23))
    }

    #[test]
    fn a_month_is_read_however_it_is_written() {
        for text in [
            "2026-11",
            "2026/11",
            "11/2026",
            "11-2026",
            "11.2026",
            "11/26",
            "202611",
            "2026M11",
            "nov 2026",
            "November 26",
            "nov-26",
            "Nov'26",
            "NOV. 2026",
            "nov26",
            "noviembre de 2026",
            "2026 nov",
            "2026-11-01",
            "2026-11-30 00:00:00",
            "2026-11-01T00:00:00",
            "01/11/2026",
            "30/11/26",
            "1 nov 2026",
            "Nov 1, 2026",
            "11/30/2026",
            "nov",
            " Noviembre ",
        ] {
            assert_eq!(calendar(text), Some(Period::Month(2026, 11)), "{text}");
        }
    }

    #[test]
    fn a_quarter_is_read_however_it_is_written() {
        for text in [
            "Q4 2026",
            "4Q26",
            "4Q 2026",
            "T4 2026",
            "4T26",
            "2026-Q4",
            "2026Q4",
            "2026 T4",
            "Q4'26",
            "q4-2026",
            "4.º trimestre de 2026",
            "4th quarter 2026",
            "Trim. 4 2026",
            "Q4",
            "Q4 FY26",
        ] {
            assert_eq!(calendar(text), Some(Period::Quarter(2026, 4)), "{text}");
        }
        assert_eq!(from_april("Q4 26/27"), Some(Period::Quarter(2026, 4)));
        assert_eq!(from_april("T4 2026/27"), Some(Period::Quarter(2026, 4)));
    }

    #[test]
    fn a_year_is_read_however_it_is_written() {
        for text in ["2026", "FY26", "FY 2026", "Ejercicio 2026", "Año 2026", "FY2026"] {
            assert_eq!(calendar(text), Some(Period::Year(2026)), "{text}");
        }
        for text in ["2026/27", "2026-27", "2026/2027", "FY26/27", "FY26", "2026"] {
            assert_eq!(from_april(text), Some(Period::Year(2026)), "{text}");
        }
        assert_eq!(from_april("2011/12"), Some(Period::Year(2011)));
        assert_eq!(from_april("2011-12"), Some(Period::Month(2011, 12)));
        assert_eq!(calendar("2011/12"), Some(Period::Month(2011, 12)));
    }

    #[test]
    fn what_is_no_period_is_none() {
        for text in [
            "",
            "-",
            "Total",
            "Total 2026",
            "2026-13",
            "13/2026",
            "Q5 2026",
            "0",
            "26",
            "12",
            "1.234",
            "11.26",
            "1234,5",
            "20261",
            "2026/27",
            "2026/28",
            "31/2/2026",
            "26-nov",
            "mayor",
            "H1 2026",
            "nov nov",
            "2026 2027",
            "-202611",
            "−2026",
            "Q4 nov 2026",
            "3050",
            "nov 2026 real",
        ] {
            assert_eq!(calendar(text), None, "{text}");
        }
    }

    #[test]
    fn a_month_alone_lies_in_the_companys_year_of_today() {
        assert_eq!(from_april("abril"), Some(Period::Month(2026, 4)));
        assert_eq!(from_april("marzo"), Some(Period::Month(2027, 3)));
        assert_eq!(calendar("marzo"), Some(Period::Month(2026, 3)));
    }

    #[test]
    fn columns_have_short_heads_and_sentences_long_ones() {
        let (en, es) = (Words::new(Lang::En), Words::new(Lang::Es));
        let (calendar, shifted) = (CompanyYear::default(), CompanyYear::starting(4));
        assert_eq!(show(Period::Month(2026, 11), calendar, &en), "Nov 26");
        assert_eq!(show(Period::Month(2026, 11), calendar, &es), "nov 26");
        assert_eq!(show(Period::Quarter(2026, 4), calendar, &es), "T4 26");
        assert_eq!(show(Period::Quarter(2026, 4), shifted, &en), "Q4 26/27");
        assert_eq!(show(Period::Year(2026), calendar, &en), "2026");
        assert_eq!(show(Period::Year(2026), shifted, &en), "2026/27");
        assert_eq!(show_long(Period::Month(2026, 11), calendar, &en), "November 2026");
        assert_eq!(show_long(Period::Month(2026, 11), calendar, &es), "noviembre de 2026");
        assert_eq!(show_long(Period::Quarter(2026, 4), shifted, &es), "T4 2026/27");
    }

    proptest! {
        #[test]
        fn every_period_is_read_as_it_is_shown(offset in 0..90_000_i64, start in 1..13_i64, f in 0..3_usize) {
            let year = CompanyYear::starting(start);
            let period = year.at(plus_days(day(1951, 1, 1), offset), Frequency::ALL[f]);
            let today = day(2026, 11, 23);
            for words in Lang::ALL.map(Words::new) {
                prop_assert_eq!(parse(&show(period, year, &words), year, today), Some(period));
                prop_assert_eq!(parse(&show_long(period, year, &words), year, today), Some(period));
            }
            prop_assert_eq!(parse(&period.to_string(), year, today), Some(period));
        }

        #[test]
        fn no_text_is_too_strange(text in "\\PC{0,12}") {
            calendar(&text);
        }
    }
}
