//! Text on its way into a spreadsheet and back: nothing that somebody wrote is ever calculated there.
//!
//! A spreadsheet takes a cell that begins with `=`, `@`, a sign, a tab or a carriage return for a formula. An apostrophe before it makes it text, and so that
//! no apostrophe is lost on the way back, one that is there gets another. Whoever writes cells (CSV, XLSX, the clipboard) and whoever
//! reads them obeys this one pair of functions.
use std::borrow::Cow;

use super::money::Currency;

/// What a telephone number has at least: `+1-2` is arithmetic.
const PHONE_DIGITS: usize = 6;

/// Whether a spreadsheet might calculate with what begins so.
const fn begins(first: char) -> bool {
    matches!(first, '=' | '@' | '+' | '-' | '\'' | '\t' | '\r')
}

/// The text as a cell may hold it: an apostrophe before `= @ + - '`, tab and carriage return, unless it is wholly a number or a
/// telephone number.
pub fn guarded(text: &str) -> Cow<'_, str> {
    if text.starts_with(begins) && !is_number(text) && !is_phone(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text that a cell holds: without the one apostrophe that keeps a spreadsheet from calculating. Any other apostrophe is part of
/// the text: `'t Hof` is a name.
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(begins)).unwrap_or(cell)
}

/// Digits with a sign, what groups them and begins the decimals, and `%` or a currency behind them.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let digits = digits.strip_suffix('%').map_or_else(|| without_currency(digits), str::trim_end);
    let inside = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '’');
    digits.starts_with(|c: char| c.is_ascii_digit()) && digits.chars().all(inside)
}

fn without_currency(text: &str) -> &str {
    let bare = text.trim_end_matches(['€', '$', '£', '¥']);
    if bare.len() < text.len() {
        return bare.trim_end();
    }
    match text.rsplit_once([' ', '\u{a0}']) {
        Some((digits, code)) if Currency::of(code).is_some() => digits.trim_end(),
        _ => text,
    }
}

/// A plus sign, digits, and what people put between them.
fn is_phone(text: &str) -> bool {
    let inside = |c: char| c.is_ascii_digit() || " .-()/\u{a0}".contains(c);
    let digits = || text.chars().filter(char::is_ascii_digit).count();
    text.strip_prefix('+').is_some_and(|rest| rest.chars().all(inside)) && digits() >= PHONE_DIGITS
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_a_spreadsheet_would_calculate_gets_an_apostrophe() {
        for text in [
            "=HYPERLINK(\"x\")",
            "@SUM(1)",
            "-2+cmd|' /C calc'!A0",
            "+A1",
            "'t Hof",
            "'=1",
            "\t=1",
            "\r=1",
            "-",
            "--1",
            "-1-1",
            "+1-2",
            "+34 600 111 222;=1",
            "- pendiente",
        ] {
            assert_eq!(guarded(text), format!("'{text}"), "{text:?}");
        }
    }

    #[test]
    fn numbers_and_telephone_numbers_stay_as_they_are() {
        for text in [
            "-12",
            "+1.234,50",
            "-1 234,5",
            "-12,50 €",
            "-12.50 USD",
            "-3,5 %",
            "-3%",
            "+34 600 111 222",
            "+34(0)91-234.56.78",
            "+34600111222",
            "Ana Ruiz",
            "12",
            "",
        ] {
            assert_eq!(guarded(text), text, "{text:?}");
        }
    }

    #[test]
    fn the_apostrophe_of_another_program_goes_and_that_of_a_name_stays() {
        assert_eq!(unguarded("'+34 600 111 222"), "+34 600 111 222");
        assert_eq!(unguarded("'=SUM(A1)"), "=SUM(A1)");
        assert_eq!(unguarded("''=1"), "'=1");
        assert_eq!(unguarded("'t Hof"), "'t Hof");
        assert_eq!(unguarded("'"), "'");
    }

    proptest! {
        #[test]
        fn what_is_guarded_comes_back_as_it_was(text in "[=@+'0-9a€%,. \t\r-]{0,8}|\\PC{0,12}") {
            let cell = guarded(&text);
            prop_assert_eq!(unguarded(&cell), text.as_str());
        }

        #[test]
        fn no_cell_begins_a_formula_unless_it_is_a_number_or_a_telephone_number(text in "[=@+'\t\r-]\\PC{0,12}") {
            let cell = guarded(&text);
            prop_assert!(cell.starts_with('\'') || is_number(&cell) || is_phone(&cell));
            prop_assert!(!cell.starts_with(['=', '@', '\t', '\r']));
        }
    }
}
