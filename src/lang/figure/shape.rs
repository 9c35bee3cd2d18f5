//! A cell without its signs, and how its digits can be read.
use super::Mark;
use crate::domain::money::Currency;
use crate::domain::text::fold;

/// The digits and marks of a cell, and what stood around them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Bare {
    pub negative: bool,
    pub percent: bool,
    pub currency: Option<Currency>,
    /// Digits, `.` and `,`, and for every other mark of thousands one blank.
    pub body: String,
}

/// How a number can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// No digits at all.
    Nothing,
    /// No decimals and no points or commas.
    Whole,
    /// Only with this mark.
    Marked(Mark),
    /// One mark before three digits, that mark: its beginning the decimals or grouping thousands.
    Either(Mark),
    /// In no way.
    Wrong,
}

/// What is not there, as people write it, folded.
const ABSENT: [&str; 12] =
    ["n/a", "n.a.", "n.a", "na", "n/d", "n.d.", "n.d", "nd", "s/d", "s.d.", "sin datos", "no data"];

/// Words behind a number that say what is counted.
const COUNTED: [&str; 14] = [
    "d", "day", "days", "dia", "dias", "pt", "pts", "punto", "puntos", "points", "ud", "uds", "unidades",
    "units",
];

/// Signs of currencies, the longer first.
const SIGNS: [(&str, &str); 8] = [
    ("US$", "USD"),
    ("R$", "BRL"),
    ("€", "EUR"),
    ("$", "USD"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("zł", "PLN"),
    ("₺", "TRY"),
];

/// Codes that are read as a currency: not every word of three letters is one.
const CODES: [&str; 40] = [
    "EUR", "USD", "GBP", "CHF", "JPY", "CNY", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK", "ISK", "PLN", "CZK",
    "HUF", "RON", "BGN", "TRY", "RUB", "UAH", "MXN", "BRL", "ARS", "CLP", "COP", "PEN", "UYU", "BOB", "DOP",
    "INR", "KRW", "SGD", "HKD", "ZAR", "MAD", "AED", "SAR", "ILS", "KWD",
];

/// Takes signs, parentheses, currency and percent sign off a cell.
///
/// # Errors
/// The key of the reason why it is no number.
pub(super) fn bare(cell: &str) -> Result<Bare, &'static str> {
    const WRONG: &str = "figures-unreadable";
    let text = cell.replace(['\u{200e}', '\u{200f}', '\u{feff}'], "");
    let text = text.trim();
    let mut bare = Bare { negative: false, percent: false, currency: None, body: String::new() };
    if text.is_empty() || ABSENT.contains(&fold(text).as_str()) {
        return Ok(bare);
    }
    if let Some(key) = foreign(text) {
        return Err(key);
    }
    let (mut rest, mut signs, mut parentheses, mut pluses) = (text, 0, 0, 0);
    loop {
        rest = rest.trim();
        if let Some(inner) = rest.strip_prefix('(').and_then(|r| r.strip_suffix(')')) {
            (rest, parentheses) = (inner, parentheses + 1);
        } else if let Some(inner) = rest.strip_prefix('%').or_else(|| rest.strip_suffix('%')) {
            (rest, bare.percent) = (inner, if bare.percent { return Err(WRONG) } else { true });
        } else if let Some(inner) = rest.strip_prefix(is_minus).or_else(|| rest.strip_suffix(is_minus)) {
            (rest, signs) = (inner, signs + 1);
        } else if let Some(inner) = rest.strip_prefix('+') {
            (rest, pluses) = (inner, pluses + 1);
        } else if let Some((inner, currency)) = currency(rest) {
            (rest, bare.currency) =
                (inner, if bare.currency.is_some() { return Err(WRONG) } else { currency });
        } else if let Some(inner) = counted(rest) {
            rest = inner;
        } else {
            break;
        }
    }
    if signs + parentheses + pluses > 1 {
        return Err(WRONG);
    }
    // A dash alone says that there is nothing, also beside a currency.
    if rest.is_empty() && (signs == 0 || bare.percent) {
        return Err(WRONG);
    }
    bare.negative = signs + parentheses == 1;
    bare.body = rest.chars().map(|c| if is_gap(c) { ' ' } else { c }).collect();
    Ok(bare)
}

/// What spreadsheets write in place of a number.
fn foreign(text: &str) -> Option<&'static str> {
    if text.len() > 1 && text.bytes().all(|b| b == b'#') {
        return Some("figures-cell-narrow");
    }
    if text.starts_with('#') || text.starts_with("Err:") {
        return Some("figures-cell-error");
    }
    let (digits, power) = text.split_once(['E', 'e'])?;
    let number = |t: &str, marks: &str| {
        t.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '+')
            && t.chars().all(|c| c.is_ascii_digit() || marks.contains(c))
    };
    (number(digits, "-+.,") && number(power, "-+")).then_some("figures-cell-rounded")
}

const fn is_minus(c: char) -> bool {
    matches!(c, '-' | '\u{2212}' | '\u{2013}' | '\u{2014}' | '\u{fe63}' | '\u{ff0d}')
}

/// What groups thousands beside point and comma.
const fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '\u{2019}')
}

/// The text without a currency in front or behind.
fn currency(text: &str) -> Option<(&str, Option<Currency>)> {
    for (sign, code) in SIGNS {
        if let Some(rest) = text.strip_prefix(sign).or_else(|| text.strip_suffix(sign)) {
            return Some((rest, Currency::of(code)));
        }
    }
    let outside = |c: char| !c.is_ascii_alphabetic();
    let head = text.split(outside).next().unwrap_or_default();
    let tail = text.rsplit(outside).next().unwrap_or_default();
    let known =
        |word: &str| CODES.iter().find(|c| word.eq_ignore_ascii_case(c)).and_then(|c| Currency::of(c));
    if let Some(found) = known(head) {
        return text.strip_prefix(head).map(|rest| (rest, Some(found)));
    }
    known(tail).and_then(|found| text.strip_suffix(tail).map(|rest| (rest, Some(found))))
}

/// The currency that a whole text names.
pub(super) fn known_currency(text: &str) -> Option<Currency> {
    currency(text).filter(|(rest, _)| rest.is_empty()).and_then(|(_, found)| found)
}

/// The text without the word of what it counts.
fn counted(text: &str) -> Option<&str> {
    let start = text.rfind(|c: char| !c.is_alphabetic())?;
    let at = start + text.get(start..)?.chars().next()?.len_utf8();
    let (rest, word) = text.split_at_checked(at)?;
    (COUNTED.contains(&fold(word).as_str()) && rest.contains(|c: char| c.is_ascii_digit())).then_some(rest)
}

/// How the digits and marks of a cell can be read.
pub(super) fn shape(body: &str) -> Shape {
    if body.is_empty() {
        return Shape::Nothing;
    }
    let body = body.strip_prefix('-').unwrap_or(body);
    let marks: Vec<char> = body.chars().filter(|c| matches!(c, '.' | ',')).collect();
    let plain = body.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' '));
    if !plain || !body.contains(|c: char| c.is_ascii_digit()) {
        return Shape::Wrong;
    }
    let marked = |mark: char, other: char| {
        let (whole, part) = body.split_once(mark).unwrap_or((body, ""));
        let single = !whole.contains(' ') || !whole.contains(other);
        let decimals = part.bytes().all(|b| b.is_ascii_digit());
        decimals && single && (whole.is_empty() || groups(whole, [other, ' ']))
    };
    match marks.as_slice() {
        [] => {
            if groups(body, [' ', ' ']) {
                Shape::Whole
            } else {
                Shape::Wrong
            }
        }
        [one] => {
            let (as_decimal, as_group) =
                (marked(*one, Mark::of_char(*one).other().char()), groups(body, [*one, *one]));
            let mark = Mark::of_char(*one);
            let leading = body.starts_with('0');
            match (as_decimal, as_group && !leading) {
                (true, true) => Shape::Either(mark),
                (true, false) => Shape::Marked(mark),
                (false, _) => Shape::Wrong,
            }
        }
        [first, .., last] if first == last => {
            let same = marks.iter().all(|m| m == first);
            if same && groups(body, [*first, *first]) {
                Shape::Marked(Mark::of_char(*first).other())
            } else {
                Shape::Wrong
            }
        }
        [first, .., last] => {
            let once = marks.iter().filter(|m| *m == last).count() == 1;
            if once && marked(*last, *first) { Shape::Marked(Mark::of_char(*last)) } else { Shape::Wrong }
        }
    }
}

/// Whether digits stand in groups of three, or together.
fn groups(text: &str, marks: [char; 2]) -> bool {
    let mut parts = text.split(marks);
    let digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
    let first = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    let grouped = rest.is_empty() || (1..=3).contains(&first.len());
    grouped && !first.is_empty() && digits(first) && rest.iter().all(|g| g.len() == 3 && digits(g))
}
