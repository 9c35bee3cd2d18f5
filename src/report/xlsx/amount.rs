//! Figures as they are written in a paper as the numbers they are, with the format that writes them the same way again.
use crate::domain::value::SCALE;
use crate::lang::{Lang, money, number};
use crate::report::signs::leading;

/// A number and how Excel writes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// The number.
    pub value: f64,
    /// Excel's format.
    pub format: String,
}

/// What stands behind a number as its unit; any other word may be a month.
const UNITS: [&str; 4] = ["d", "h", "min", "×"];

/// The number that a text is: `1.234,50 €`, `1,20 M€`, `74,0 %`, `12 d`, with a sign beside it too: `◐ 61`, `52 □`; `None` for every
/// other text.
pub fn amount(text: &str, lang: Lang) -> Option<Amount> {
    let text = text.trim();
    let told = |c: char| matches!(c, '●' | '◐' | '○' | '!' | '▲' | '▬' | '▼');
    if let Some((rest, sign)) =
        ["●", "■", "□", "▲", "▬", "▼"].iter().find_map(|s| Some((text.strip_suffix(s)?, *s)))
    {
        let number = bare(rest.strip_suffix(' ')?, lang)?;
        let parts = number.format.split(';').map(|part| format!("{part}\" {sign}\""));
        return Some(Amount { format: parts.collect::<Vec<_>>().join(";"), ..number });
    }
    let Some((sign, rest)) = leading(text).filter(|(sign, _)| told(*sign)) else { return bare(text, lang) };
    let number = bare(rest.strip_prefix(' ')?, lang)?;
    // A format of its own for what is less than zero has the sign too.
    let parts = number.format.split(';').map(|part| format!("\"{sign} \"{part}"));
    Some(Amount { format: parts.collect::<Vec<_>>().join(";"), ..number })
}

/// The same without a sign that tells what it means.
fn bare(text: &str, lang: Lang) -> Option<Amount> {
    let digit = |c: char| c.is_ascii_digit();
    let first = text.find(digit)?;
    let last = text.rfind(digit)? + 1;
    let (before, rest) = text.split_at_checked(first)?;
    let (body, after) = rest.split_at_checked(last.checked_sub(first)?)?;
    if !body.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '\u{a0}' | '\u{202f}')) {
        return None;
    }
    let (minus, before) = match before.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, before.strip_prefix('+').unwrap_or(before)),
    };
    let signed = text.starts_with('+');
    let units = number::parse_scaled(lang, body)?;
    let decimals = body.rsplit_once(lang.decimal_mark()).map_or(0, |(_, part)| part.chars().count());
    let (times, shrink, percent, unit) = suffix(after)?;
    #[expect(clippy::cast_precision_loss, reason = "figures of a company are far below 2^53")]
    let value = (if minus { -units } else { units } as f64) / SCALE as f64 * times;
    let prefix = match before.trim() {
        "" => String::new(),
        sign if money::currency(sign).is_some() => literal(sign),
        _ => return None,
    };
    let decimals = if decimals == 0 { String::new() } else { format!(".{}", "0".repeat(decimals)) };
    let shown = format!("{prefix}#,##0{decimals}{shrink}{}", if percent { unit } else { literal(&unit) });
    let format = if signed { format!("+{shown};-{shown};{shown}") } else { shown };
    Some(Amount { value, format })
}

/// What stands behind a number: what it is multiplied by, the commas by which Excel shows thousands or millions, whether it is a
/// percentage, and what is written behind it.
fn suffix(after: &str) -> Option<(f64, &'static str, bool, String)> {
    let bare = after.trim_start();
    let blank = if bare.len() < after.len() { " " } else { "" };
    if bare == "%" {
        return Some((0.01, "", true, format!("{}%", if blank.is_empty() { "" } else { "\\ " })));
    }
    for (sign, times, shrink) in [("k", 1e3, ","), ("M", 1e6, ",,")] {
        if let Some(rest) = bare.strip_prefix(sign).filter(|rest| is_currency(rest.trim()) || rest.is_empty())
        {
            return Some((times, shrink, false, format!("{blank}{sign}{rest}")));
        }
    }
    (bare.is_empty() || is_currency(bare) || UNITS.contains(&bare))
        .then(|| (1.0, "", false, format!("{blank}{bare}")))
}

/// A sign or a code as it is written; `nov` is a month.
fn is_currency(text: &str) -> bool {
    let code = text.len() == 3 && text.chars().all(|c| c.is_ascii_alphabetic());
    !text.is_empty()
        && money::currency(text).is_some()
        && (!code || !text.contains(|c: char| c.is_lowercase()))
}

/// Text within a format.
fn literal(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("\"{}\"", text.replace('"', "")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_numbers_with_the_format_in_which_they_were_written() {
        for (lang, text, value, format) in [
            (Lang::Es, "1.234,50 €", 1234.5, "#,##0.00\" €\""),
            (Lang::En, "€1,234.50", 1234.5, "\"€\"#,##0.00"),
            (Lang::En, "-€1,234", -1234.0, "\"€\"#,##0"),
            (Lang::Es, "1,20 M€", 1_200_000.0, "#,##0.00,,\" M€\""),
            (Lang::En, "€640k", 640_000.0, "\"€\"#,##0,\"k\""),
            (Lang::Es, "74,0\u{a0}%", 0.74, "#,##0.0\\ %"),
            (Lang::En, "74%", 0.74, "#,##0%"),
            (Lang::En, "12 d", 12.0, "#,##0\" d\""),
            (Lang::En, "+3", 3.0, "+#,##0;-#,##0;#,##0"),
            (Lang::Es, "0,69×", 0.69, "#,##0.00\"×\""),
            (Lang::En, "82", 82.0, "#,##0"),
            (Lang::Es, "◐ 28\u{a0}%", 0.28, "\"◐ \"#,##0\\ %"),
            (Lang::En, "52 □", 52.0, "#,##0\" □\""),
            (Lang::Es, "! 2,19 M€", 2_190_000.0, "\"! \"#,##0.00,,\" M€\""),
        ] {
            let amount = amount(text, lang).unwrap();
            assert!((amount.value - value).abs() < 1e-9, "{text}: {}", amount.value);
            assert_eq!(amount.format, format, "{text}");
        }
    }

    #[test]
    fn what_is_more_than_a_number_stays_text() {
        for text in [
            "–",
            "18 nov",
            "! 5 late of 7",
            "14 Nov 26",
            "87 of 95",
            "3/4",
            "12:30",
            "=1+1",
            "61?",
            "A1",
            "1e5",
            "W48",
            "11 Dec",
            "2 late",
        ] {
            assert_eq!(amount(text, Lang::En), None, "{text}");
        }
    }
}
