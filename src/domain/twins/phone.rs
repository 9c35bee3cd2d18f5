//! Telephone numbers compared: written at home or from abroad, they are the same line.
use crate::domain::text::fold;

/// Digits that tell a line from another, from the end.
const TELLING: usize = 9;

/// Fewer digits are a short number inside a house, the same in many of them.
const WHOLE: usize = 7;

/// Country codes of two digits (E.164); those of one are 1 and 7, all others have three.
const TWO_DIGITS: [&str; 44] = [
    "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48",
    "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81",
    "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
];

/// What tells telephone numbers apart: the last nine digits of the number as it is called at home, and the extension. What has no
/// digits is compared as text.
pub fn key(text: &str) -> String {
    let (line, extension) = parts(text);
    if line.is_empty() {
        return fold(text.trim());
    }
    let home = at_home(text, &line);
    let telling: String = home.chars().skip(home.chars().count().saturating_sub(TELLING)).collect();
    if extension.is_empty() { telling } else { format!("{telling}x{extension}") }
}

/// Whether it is a number that can be called from anywhere.
pub fn is_whole(text: &str) -> bool {
    parts(text).0.len() >= WHOLE
}

/// The digits of the line, and those of the extension behind a word (`ext. 12`).
fn parts(text: &str) -> (String, String) {
    let (mut line, mut extension, mut behind) = (String::new(), String::new(), false);
    for c in text.replace("(0)", "").chars() {
        behind |= !line.is_empty() && (c.is_alphabetic() || c == '#');
        if c.is_ascii_digit() {
            if behind { extension.push(c) } else { line.push(c) }
        }
    }
    (line, extension)
}

/// Without the code of the country or the zero before the area.
fn at_home(text: &str, line: &str) -> String {
    let bare = line.trim_start_matches('0');
    let abroad = text.trim_start().starts_with('+') || line.starts_with("00");
    let code = match bare.chars().next() {
        Some('1' | '7') => 1,
        Some(_) if TWO_DIGITS.iter().any(|code| bare.starts_with(code)) => 2,
        Some(_) => 3,
        None => 0,
    };
    let home: String = bare.chars().skip(if abroad { code } else { 0 }).collect();
    if home.is_empty() { line.to_owned() } else { home.trim_start_matches('0').to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_from_abroad() {
        for number in ["600 111 222", "+34 600111222", "0034-600.111.222", "34 600 111 222", "tel. 600111222"]
        {
            assert_eq!(key(number), "600111222", "{number}");
        }
        for number in ["+49 89 123456", "089 123456", "+49 (0)89 12 34 56", "0049 89 123456"] {
            assert_eq!(key(number), "89123456", "{number}");
        }
        assert_eq!(key("+1 (212) 555-0100"), key("212 555 0100"));
    }

    #[test]
    fn an_extension_is_another_telephone() {
        assert_eq!(key("971 000 111 ext. 12"), "971000111x12");
        assert_ne!(key("971 000 111 ext 12"), key("971 000 111 ext 13"));
        assert_ne!(key("971 000 111"), key("971 000 111#12"));
        assert!(is_whole("971 000 111") && !is_whole("4312") && !is_whole("ask Marta"));
    }

    #[test]
    fn what_is_no_number_is_compared_as_text() {
        assert_eq!(key(" Centralita "), "centralita");
        assert_eq!(key("+"), "+");
        assert_eq!(key("000"), "000");
    }
}
