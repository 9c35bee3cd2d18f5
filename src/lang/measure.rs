//! Figures of indicators as people type and read them: an amount, a number, a percentage, days, points.
use super::{Lang, Words, money, number};
use crate::domain::choice::Unit;
use crate::domain::explain::Explain;
use crate::domain::kpi::Amount;
use crate::domain::money::Currency;

/// The figure that a text means, measured in `unit`: money is in `currency` unless the text names another.
///
/// # Errors
/// `value-money-unreadable`, `value-percent-unreadable`, `value-decimal-unreadable`.
pub fn parse(unit: Unit, currency: Currency, text: &str, lang: Lang) -> Result<Amount, Explain> {
    let text = text.trim();
    let refuse = |key: &str| Explain::new(key).with("text", text);
    let number = |text: &str, key: &str| {
        number::parse_scaled(lang, text).map(Amount::Plain).ok_or_else(|| refuse(key))
    };
    match unit {
        Unit::Money => {
            let found = money::parse(lang, text, currency);
            found.map(Amount::Money).ok_or_else(|| refuse("value-money-unreadable"))
        }
        Unit::Percent => number(text.trim_end_matches('%'), "value-percent-unreadable"),
        Unit::Days => number(text.trim_end_matches(['d', 'D']), "value-decimal-unreadable"),
        Unit::Number | Unit::Score => number(text, "value-decimal-unreadable"),
    }
}

/// The two ends of a band: `10..20`, `10–20`; `None` where the text is one figure.
pub fn ends(text: &str) -> Option<(&str, &str)> {
    let (low, high) = ["..", "–", " - "].into_iter().find_map(|mark| text.split_once(mark))?;
    Some((low.trim(), high.trim())).filter(|(low, high)| !low.is_empty() && !high.is_empty())
}

/// A figure in full, with its unit.
pub fn show(amount: Amount, unit: Unit, words: &Words) -> String {
    let lang = words.lang();
    match (amount, unit) {
        (Amount::Money(money), _) => money::show(lang, money),
        (Amount::Plain(units), Unit::Percent) => number::show_percent(lang, units),
        (Amount::Plain(units), Unit::Days) => {
            words.with("value-days", &[("days", &number::show_scaled(lang, units))])
        }
        (Amount::Plain(units), Unit::Money | Unit::Number | Unit::Score) => number::show_scaled(lang, units),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_figure_is_read_in_what_its_indicator_is_measured_in() {
        let read = |unit, text| parse(unit, Currency::default(), text, Lang::Es).map_err(|e| e.key);
        assert_eq!(read(Unit::Percent, "91,5 %"), Ok(Amount::Plain(915_000)));
        assert_eq!(read(Unit::Days, "45 d"), Ok(Amount::Plain(450_000)));
        assert_eq!(read(Unit::Number, "-3"), Ok(Amount::Plain(-30_000)));
        let money = parse(Unit::Money, Currency::default(), "1,2 M", Lang::Es).unwrap();
        assert!((money.units() - 1_200_000.0).abs() < 1e-9);
        assert_eq!(read(Unit::Money, "many"), Err("value-money-unreadable".to_owned()));
        assert_eq!(read(Unit::Percent, "all"), Err("value-percent-unreadable".to_owned()));
        assert_eq!(read(Unit::Score, "12 %"), Err("value-decimal-unreadable".to_owned()));
    }

    #[test]
    fn a_band_has_two_ends() {
        assert_eq!(ends("10..20"), Some(("10", "20")));
        assert_eq!(ends("-5 – -1"), Some(("-5", "-1")));
        assert_eq!(ends("-5"), None);
        assert_eq!(ends("10.."), None);
    }

    proptest! {
        #[test]
        fn a_figure_is_read_as_it_is_shown(units in -1_000_000_000_i64..1_000_000_000, u in 0..5_usize) {
            let unit = Unit::ALL[u];
            for words in Lang::ALL.map(Words::new) {
                let amount = match unit {
                    Unit::Money => Amount::Money(crate::domain::money::Money { minor: units, currency: Currency::default() }),
                    Unit::Number | Unit::Percent | Unit::Days | Unit::Score => Amount::Plain(units),
                };
                let shown = show(amount, unit, &words);
                prop_assert_eq!(parse(unit, Currency::default(), &shown, words.lang()), Ok(amount));
            }
        }
    }
}
