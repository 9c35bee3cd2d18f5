//! Numbers as each language writes them: Spanish 1234 but 12.345, English 1,234.
use fixed_decimal::Decimal;
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences};

use super::Lang;
use crate::domain::value::SCALE;

impl Lang {
    /// What stands before the decimals.
    pub const fn decimal_mark(self) -> char {
        match self {
            Self::En => '.',
            Self::Es => ',',
        }
    }
}

thread_local! {
    // a formatter borrows nothing, but is neither Send nor cheap enough to make for every cell
    static FORMATTERS: [Option<DecimalFormatter>; 2] = Lang::ALL.map(|lang| {
        let locale = icu_locale_core::Locale::try_from_str(lang.code()).ok()?;
        let preferences = DecimalFormatterPreferences::from(&locale);
        DecimalFormatter::try_new(preferences, icu_decimal::options::DecimalFormatterOptions::default()).ok()
    });
}

fn format(lang: Lang, number: &Decimal) -> String {
    let at = match lang {
        Lang::En => 0,
        Lang::Es => 1,
    };
    FORMATTERS.with(|f| match f.get(at) {
        Some(Some(formatter)) => formatter.format(number).to_string(),
        _ => number.to_string(),
    })
}

/// A whole number, grouped.
pub fn show(lang: Lang, number: i64) -> String {
    format(lang, &Decimal::from(number))
}

/// A number of scale 4 without the zeros at its end: 125 000 is `12.5`.
pub fn show_scaled(lang: Lang, units: i64) -> String {
    let mut number = Decimal::from(units);
    number.multiply_pow10(-4);
    number.absolute.trim_end();
    format(lang, &number)
}

/// `units` of 10^-`scale` each, with so many decimals, zeros included; it must not lose any.
pub fn show_decimals(lang: Lang, units: i64, scale: u32, decimals: u32) -> String {
    let mut number = Decimal::from(units);
    number.multiply_pow10(i16::try_from(scale).map_or(0, |s| -s));
    number.absolute.trim_end();
    number.absolute.pad_end(i16::try_from(decimals).map_or(0, |d| -d));
    format(lang, &number)
}

/// A percentage in tenths, always with its decimal, so that a column stands on its mark: 740 is `74.0%`, in Spanish `74,0 %`.
pub fn show_tenths_percent(lang: Lang, tenths: i64) -> String {
    let number = show_decimals(lang, tenths, 1, 1);
    match lang {
        Lang::En => format!("{number}%"),
        Lang::Es => format!("{number}\u{a0}%"),
    }
}

/// A percentage of scale 4: `12.5%`, in Spanish `12,5 %`.
pub fn show_percent(lang: Lang, units: i64) -> String {
    match lang {
        Lang::En => format!("{}%", show_scaled(lang, units)),
        Lang::Es => format!("{} %", show_scaled(lang, units)),
    }
}

/// A size in bytes, as lists of files show it: `640 B`, `12.4 kB`, `3.1 MB`.
pub fn show_size(lang: Lang, bytes: u64) -> String {
    let (divisor, unit) = match bytes {
        0..1000 => return format!("{} B", show(lang, i64::try_from(bytes).unwrap_or(i64::MAX))),
        1000..999_950 => (100, "kB"),
        999_950..999_950_000 => (100_000, "MB"),
        _ => (100_000_000, "GB"),
    };
    let tenths = i64::try_from((bytes + divisor / 2) / divisor).unwrap_or(i64::MAX);
    format!("{} {unit}", show_decimals(lang, tenths, 1, 1))
}

/// A whole number, grouped or not.
pub fn parse(lang: Lang, text: &str) -> Option<i64> {
    let units = parse_scaled(lang, text)?;
    (units % SCALE == 0).then_some(units / SCALE)
}

/// A number with at most four decimals, in units of scale 4. The mark of the language begins the decimals; the other one
/// groups thousands where it stands before three digits each time, and begins the decimals where it cannot group.
pub fn parse_scaled(lang: Lang, text: &str) -> Option<i64> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let text = text.replace('−', "-");
    let (sign, body) = match text.strip_prefix('-') {
        Some(body) => (-1, body),
        None => (1, text.strip_prefix('+').unwrap_or(&text)),
    };
    let mark = lang.decimal_mark();
    let other = if mark == ',' { '.' } else { ',' };
    let (whole, part) = if let Some((whole, part)) = body.split_once(mark) {
        (ungroup(whole, other)?, part)
    } else if let Some(whole) = ungroup(body, other) {
        (whole, "")
    } else {
        let (whole, part) = body.split_once(other)?;
        (whole.to_owned(), part)
    };
    let plain = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || part.len() > 4 || !plain(&whole) || !plain(part) {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let part: i64 = format!("{part:0<4}").parse().ok()?;
    whole.checked_mul(SCALE)?.checked_add(part)?.checked_mul(sign)
}

/// Digits without their grouping marks; `None` where the marks do not group thousands.
fn ungroup(text: &str, mark: char) -> Option<String> {
    let mut groups = text.split(mark);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let grouped = rest.is_empty() || ((1..=3).contains(&first.len()) && rest.iter().all(|g| g.len() == 3));
    grouped.then(|| text.replace(mark, ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_language_groups_in_its_own_way() {
        assert_eq!(show(Lang::Es, 1234), "1234");
        assert_eq!(show(Lang::Es, 12345), "12.345");
        assert_eq!(show(Lang::En, 1234), "1,234");
        assert_eq!(show(Lang::En, -1_234_567), "-1,234,567");
        assert_eq!(show_percent(Lang::Es, 125_000), "12,5 %");
        assert_eq!([640, 12_400, 999_960].map(|n| show_size(Lang::Es, n)), ["640 B", "12,4 kB", "1,0 MB"]);
        assert_eq!(show_size(Lang::En, 3_140_000_000), "3.1 GB");
        assert_eq!(show_percent(Lang::En, 125_000), "12.5%");
        assert_eq!(show_percent(Lang::En, 950_000), "95%");
        assert_eq!(show_scaled(Lang::Es, 123_456_789), "12.345,6789");
    }

    #[test]
    fn numbers_are_read_as_people_of_both_languages_write_them() {
        for (lang, text, units) in [
            (Lang::Es, "12,5", 125_000),
            (Lang::Es, "12.5", 125_000),
            (Lang::Es, "12.500", 125_000_000),
            (Lang::Es, "1.234.567,5", 12_345_675_000),
            (Lang::En, "12.5", 125_000),
            (Lang::En, "12,5", 125_000),
            (Lang::En, "12,500", 125_000_000),
            (Lang::En, "−3", -30_000),
        ] {
            assert_eq!(parse_scaled(lang, text), Some(units), "{text}");
        }
        for text in ["", "-", ".", "1.2.3", "1,2345,6", "1.23456", "a", "1e3", "٣", "99999999999999999999"] {
            assert_eq!(parse_scaled(Lang::En, text), None, "{text}");
        }
        assert_eq!(parse(Lang::En, "12.5"), None);
    }

    proptest! {
        #[test]
        fn every_number_is_read_as_it_is_shown(units in -1_000_000_000_000_i64..1_000_000_000_000) {
            for lang in Lang::ALL {
                prop_assert_eq!(parse_scaled(lang, &show_scaled(lang, units)), Some(units));
                prop_assert_eq!(parse(lang, &show(lang, units)), Some(units));
            }
        }
    }
}
