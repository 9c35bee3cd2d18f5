//! Amounts of money as each language writes them: `1.234,50 €`, `€1,234.50`.
use super::{Lang, number};
use crate::domain::money::{Currency, Money};
use crate::domain::value::SCALE;

/// Currencies that people write with a sign.
const SIGNS: [(&str, &str); 3] = [("EUR", "€"), ("USD", "$"), ("GBP", "£")];

/// The sign of a currency, or its code.
pub fn sign(currency: &Currency) -> &str {
    SIGNS.iter().find(|(code, _)| *code == currency.code()).map_or_else(|| currency.code(), |(_, sign)| sign)
}

/// The currency of a sign or code.
pub fn currency(text: &str) -> Option<Currency> {
    let signed = SIGNS.iter().find(|(_, sign)| *sign == text);
    Currency::of(signed.map_or(text, |(code, _)| code))
}

/// An amount, without decimals where they are all zero.
pub fn show(lang: Lang, money: Money) -> String {
    let decimals = money.currency.decimals();
    let whole = 10_i64.checked_pow(decimals).is_some_and(|one| money.minor % one == 0);
    let number = number::show_decimals(lang, money.minor, decimals, if whole { 0 } else { decimals });
    beside(lang, &number, money.currency)
}

/// An amount for a narrow place, with two to four figures: `1,20 M€`, `€640k`.
pub fn short(lang: Lang, units: f64, currency: Currency) -> String {
    let (divisor, decimals, suffix) = match units.abs() {
        99_950_000.0.. => (1e6, 0, "M"),
        999_500.0.. => (1e6, 2, "M"),
        9_950.0.. => (1e3, 0, "k"),
        _ => (1.0, 0, ""),
    };
    #[expect(clippy::cast_possible_truncation, reason = "a few figures are left of it")]
    let scaled = (units / divisor * 10_f64.powi(decimals)).round() as i64;
    let decimals = u32::try_from(decimals).unwrap_or(0);
    let number = number::show_decimals(lang, scaled, decimals, decimals);
    match lang {
        Lang::En => beside(lang, &format!("{number}{suffix}"), currency),
        Lang::Es => format!("{number} {suffix}{}", sign(&currency)),
    }
}

fn beside(lang: Lang, number: &str, currency: Currency) -> String {
    let sign = sign(&currency);
    match lang {
        Lang::En if sign.len() < 3 || !sign.is_ascii() => match number.strip_prefix('-') {
            Some(number) => format!("-{sign}{number}"),
            None => format!("{sign}{number}"),
        },
        Lang::En | Lang::Es => format!("{number} {sign}"),
    }
}

/// The amount that a text means, in `of` where it names no currency; `k` and `M` multiply. `None` for what is no amount, and
/// for more decimals than the currency has: `1.234` in Spanish is a thousand, in English nothing.
pub fn parse(lang: Lang, text: &str, of: Currency) -> Option<Money> {
    let text = text.trim();
    let (minus, text) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest.trim()),
        None => (false, text),
    };
    let not_sign = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '−' | '+');
    let begins = text.find(not_sign)?;
    let ends = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (before, rest) = text.split_at_checked(begins)?;
    let (body, after) = rest.split_at_checked(ends.checked_sub(begins)?)?;
    let (times, after) = multiplied(after.trim());
    let (before, after) = (before.trim(), after.trim());
    let named = match (before.is_empty(), after.is_empty()) {
        (true, true) => of,
        (false, true) => currency(before)?,
        (true, false) => currency(after)?,
        (false, false) => return None,
    };
    let units = number::parse_scaled(lang, body)?.checked_mul(times)?;
    let units = if minus { -units } else { units };
    let finest = SCALE / 10_i64.pow(named.decimals());
    (units % finest == 0).then(|| Money::of_scaled(units, named))
}

/// What a suffix multiplies by, and what stands behind it.
fn multiplied(after: &str) -> (i64, &str) {
    let is_alone = |rest: &&str| rest.is_empty() || rest.starts_with([' ', '€', '$', '£']);
    for (suffix, times) in [("k", 1_000), ("K", 1_000), ("M", 1_000_000), ("m", 1_000_000)] {
        if let Some(rest) = after.strip_prefix(suffix).filter(is_alone) {
            return (times, rest);
        }
    }
    (1, after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn euros(minor: i64) -> Money {
        Money { minor, currency: Currency::default() }
    }

    #[test]
    fn each_language_writes_amounts_in_its_own_way() {
        assert_eq!(show(Lang::Es, euros(123_456_789)), "1.234.567,89 €");
        assert_eq!(show(Lang::En, euros(-123_456_789)), "-€1,234,567.89");
        assert_eq!(show(Lang::Es, euros(120_000_000)), "1.200.000 €");
        assert_eq!(short(Lang::Es, 1_200_000.0, Currency::default()), "1,20 M€");
        assert_eq!(short(Lang::En, 1_200_000.0, Currency::default()), "€1.20M");
        assert_eq!(short(Lang::En, 640_400.0, Currency::default()), "€640k");
        assert_eq!(short(Lang::Es, -5_432.1, Currency::default()), "-5432 €");
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (lang, text, minor) in [
            (Lang::Es, "1.234,50 €", 123_450),
            (Lang::Es, "1.234", 123_400),
            (Lang::En, "€1,234.5", 123_450),
            (Lang::En, "1.2M", 120_000_000),
            (Lang::Es, "1,2 M€", 120_000_000),
            (Lang::Es, "-5 k€", -500_000),
            (Lang::En, "-€5", -500),
        ] {
            assert_eq!(parse(lang, text, Currency::default()), Some(euros(minor)), "{text}");
        }
        let dollars = parse(Lang::En, "120 USD", Currency::default());
        assert_eq!(dollars.map(|m| m.currency.to_string()), Some("USD".to_owned()));
        for text in ["", "€", "1.234", "abc", "€5 USD", "5 EURO", "1,2,3"] {
            assert_eq!(parse(Lang::En, text, Currency::default()), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_amount_is_read_as_it_is_shown(minor in -1_000_000_000_000_i64..1_000_000_000_000, code in 0..4_usize) {
            let currency = Currency::of(["EUR", "USD", "JPY", "CHF"][code]).unwrap();
            for lang in Lang::ALL {
                let money = Money { minor, currency };
                prop_assert_eq!(parse(lang, &show(lang, money), Currency::default()), Some(money));
            }
        }
    }
}
