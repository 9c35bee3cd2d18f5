//! A text taken apart into numbers and words, and what they say of time.
use chrono::NaiveDate;

use crate::domain::period::{CompanyYear, Period};
use crate::domain::text::fold;
use crate::lang::Lang;
use crate::lang::lexicon::{Meaning, Slot, find};

/// What a text says of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// A whole period.
    Period(Period),
    /// A calendar day.
    Day(NaiveDate),
    /// A month without its year, 1–12.
    Month(u32),
    /// A quarter without its year, 1–4.
    Quarter(u32),
}

/// Years that spreadsheets of a company speak of: a number of four digits is not a year because it could be one.
const YEARS: std::ops::RangeInclusive<i32> = 1950..=2199;

/// What stands beside a period and says nothing, folded.
const FILLERS: [&str; 13] = ["de", "del", "of", "er", "o", "º", "do", "to", "st", "nd", "rd", "th", "the"];

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    /// A number and how many digits it has.
    Number(u32, usize),
    /// A month, 1–12.
    Month(u32),
    /// The letter or word of a quarter.
    Quarter,
    /// The word of a year: `FY`, `ejercicio`.
    Year,
    /// The letter between year and month in `2026M11`.
    M,
}

/// What a text says of time: of numbers that could be day and month either way the first is the day.
pub fn read(text: &str, year: CompanyYear) -> Option<Said> {
    use Token::{M, Month, Number, Quarter};
    let folded = fold(text.trim());
    let text = without_hours(&folded);
    // A sign before it makes it a figure.
    if text.starts_with(['-', '+', '−', '(']) {
        return None;
    }
    let tokens = tokens(text)?;
    let mark = text.chars().find(|c| !c.is_ascii_digit());
    let said = match tokens.as_slice() {
        [Month(month)] => Said::Month(*month),
        [Month(month), y] | [y @ Number(_, 4), Month(month)] => month_of(year_of(*y)?, *month)?,
        [Quarter, Number(q, 1), rest @ ..]
        | [Number(q, 1), Quarter, rest @ ..]
        | [rest @ .., Quarter, Number(q, 1)]
        | [rest @ .., Number(q, 1), Quarter] => quarter(*q, rest, year)?,
        [Number(d, 1..=2), Month(m), y] | [Month(m), Number(d, 1..=2), y] => {
            Said::Day(NaiveDate::from_ymd_opt(year_of(*y)?, *m, *d)?)
        }
        [y @ Number(_, 4), M, Number(m, 1..=2)] => month_of(year_of(*y)?, *m)?,
        [Number(ym, 6)] => month_of(year_of(Number(ym / 100, 4))?, ym % 100)?,
        numbers => of_numbers(numbers, mark, year)?,
    };
    Some(said)
}

/// The day of three numbers such as `11/30/2026` of which the first is the month.
pub fn turned(text: &str) -> Option<NaiveDate> {
    let folded = fold(text.trim());
    match tokens(without_hours(&folded))?.as_slice() {
        [Token::Number(m, 1..=2), Token::Number(d, 1..=2), y @ Token::Number(_, 2 | 4)] => {
            NaiveDate::from_ymd_opt(year_of(*y)?, *m, *d)
        }
        _ => None,
    }
}

/// Numbers only, with the mark that stands between the first two.
fn of_numbers(tokens: &[Token], mark: Option<char>, year: CompanyYear) -> Option<Said> {
    use Token::Number;
    let dated = |y: Token, m: u32, d: u32| NaiveDate::from_ymd_opt(year_of(y)?, m, d);
    match tokens {
        [y @ Number(_, 4), Number(m, 1..=2), Number(d, 1..=2)] => dated(*y, *m, *d).map(Said::Day),
        [Number(a, 1..=2), Number(b, 1..=2), y @ Number(_, 2 | 4)] => {
            dated(*y, *b, *a).or_else(|| dated(*y, *a, *b)).map(Said::Day)
        }
        [y @ Number(_, 4), Number(m, 2)] if mark == Some('-') && (1..=12).contains(m) => {
            month_of(year_of(*y)?, *m)
        }
        [Number(m, 1..=2), y @ Number(_, 4)] => month_of(year_of(*y)?, *m),
        [Number(m, 1..=2), y @ Number(_, 2)] if matches!(mark, Some('/' | '-')) => month_of(year_of(*y)?, *m),
        years => whole_year(years, year).map(|y| Said::Period(Period::Year(y))).or(match years {
            [y @ Number(_, 4), Number(m, 1..=2)] => month_of(year_of(*y)?, *m),
            _ => None,
        }),
    }
}

fn month_of(year: i32, month: u32) -> Option<Said> {
    (1..=12).contains(&month).then_some(Said::Period(Period::Month(year, month)))
}

fn quarter(quarter: u32, rest: &[Token], year: CompanyYear) -> Option<Said> {
    if !(1..=4).contains(&quarter) {
        return None;
    }
    let of = match rest {
        [] => return Some(Said::Quarter(quarter)),
        [Token::Number(y, 2)] => year_of(Token::Number(*y, 2))?,
        years => whole_year(years, year)?,
    };
    Some(Said::Period(Period::Quarter(of, quarter)))
}

/// `2026`, `FY26`, of a shifted year also `2026/27`, `26/27`.
fn whole_year(tokens: &[Token], year: CompanyYear) -> Option<i32> {
    use Token::{Number, Year};
    let named = tokens.first() == Some(&Year);
    let shifted = !year.is_calendar();
    match if named { tokens.get(1..)? } else { tokens } {
        [y @ Number(_, 4)] => year_of(*y),
        [y @ Number(_, 2)] if named => year_of(*y),
        [a @ Number(_, 2 | 4), Number(second, digits @ (2 | 4))] if shifted => {
            let first = year_of(*a)?;
            let next = if *digits == 2 { (first + 1) % 100 } else { first + 1 };
            (i32::try_from(*second) == Ok(next)).then_some(first)
        }
        _ => None,
    }
}

/// A year of four digits, or of two in this century.
fn year_of(token: Token) -> Option<i32> {
    let year = match token {
        Token::Number(n, 4) => i32::try_from(n).ok()?,
        Token::Number(n, 2) => i32::try_from(n).ok()? + 2000,
        Token::Number(..) | Token::Month(_) | Token::Quarter | Token::Year | Token::M => return None,
    };
    YEARS.contains(&year).then_some(year)
}

/// The text without the hours that a spreadsheet writes behind a day.
fn without_hours(text: &str) -> &str {
    match text.split_once([' ', 't']) {
        Some((day, hours)) if hours.contains(':') && day.ends_with(|c: char| c.is_ascii_digit()) => day,
        _ => text,
    }
}

/// The pieces of a folded text; `None` if one of them says nothing of time.
fn tokens(text: &str) -> Option<Vec<Token>> {
    let (mut found, mut rest) = (Vec::new(), text);
    while let Some(first) = rest.chars().next() {
        let same = |c: char| {
            if first.is_ascii_digit() { c.is_ascii_digit() } else { c.is_alphabetic() && !c.is_ascii_digit() }
        };
        let end = rest.find(|c| !same(c)).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(if end == 0 { first.len_utf8() } else { end });
        rest = after;
        if first.is_ascii_digit() {
            found.push(Token::Number(piece.parse().ok().filter(|_| piece.len() <= 6)?, piece.len()));
        } else if first.is_alphabetic() {
            if !FILLERS.contains(&piece) {
                found.push(word(piece)?);
            }
        } else if !(first.is_whitespace() || "-/.,'’–()".contains(first)) {
            return None;
        }
    }
    Some(found)
}

/// What a word says.
fn word(piece: &str) -> Option<Token> {
    Some(match piece {
        "q" | "t" | "qtr" | "quarter" | "trim" | "tri" | "trimestre" => Token::Quarter,
        "fy" | "year" | "ano" | "ejercicio" | "ej" => Token::Year,
        "m" => Token::M,
        // Months of both languages agree where they are written alike.
        other => match find(other, Slot::Month, Lang::Es) {
            Some((Meaning::Month(month), _)) => Token::Month(month),
            _ => return None,
        },
    })
}
