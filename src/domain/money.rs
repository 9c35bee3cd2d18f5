//! Money: whole minor units beside their currency; sums only within one currency, or over yearly rates.
use std::collections::HashMap;
use std::fmt;

use super::explain::Explain;
use super::value::SCALE;

/// A currency by its ISO 4217 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

impl Default for Currency {
    fn default() -> Self {
        Self(*b"EUR")
    }
}

impl Currency {
    /// The currency of a code of three letters, in capitals or not.
    pub fn of(code: &str) -> Option<Self> {
        let letters: [u8; 3] = code.as_bytes().try_into().ok()?;
        letters.iter().all(u8::is_ascii_alphabetic).then(|| Self(letters.map(|b| b.to_ascii_uppercase())))
    }

    /// Its code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// How many decimals its minor unit stands behind (ISO 4217): 2, but 0 for yen and 3 for some dinars.
    pub fn decimals(self) -> u32 {
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG" | b"RWF"
            | b"UGX" | b"UYI" | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            _ => 2,
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// An amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    /// Minor units: cents.
    pub minor: i64,
    /// Of which currency.
    pub currency: Currency,
}

impl Money {
    /// An amount of scale 4 (125 000 is 12.5) in a currency, rounded half away from zero to its minor unit.
    pub fn of_scaled(units: i64, currency: Currency) -> Self {
        let minor = i128::from(units) * 10_i128.pow(currency.decimals());
        let half = i128::from(SCALE / 2) * minor.signum();
        // No currency has more decimals than the scale: it always fits.
        let minor = i64::try_from((minor + half) / i128::from(SCALE)).unwrap_or(units);
        Self { minor, currency }
    }

    /// The amount in scale 4; `None` beyond the range.
    pub fn scaled(self) -> Option<i64> {
        let units = i128::from(self.minor) * i128::from(SCALE) / 10_i128.pow(self.currency.decimals());
        i64::try_from(units).ok()
    }

    /// The amount as a decimal text, as JSON has it: `1234.56`.
    pub fn decimal(self) -> String {
        let decimals = usize::try_from(self.currency.decimals()).unwrap_or(2);
        let sign = if self.minor < 0 { "-" } else { "" };
        let digits = format!("{:0>1$}", self.minor.unsigned_abs(), decimals + 1);
        match digits.split_at_checked(digits.len() - decimals) {
            Some((whole, part)) if !part.is_empty() => format!("{sign}{whole}.{part}"),
            _ => format!("{sign}{digits}"),
        }
    }

    /// The amount of a decimal text; `None` for another text, or one with more decimals than the currency.
    pub fn of_decimal(text: &str, currency: Currency) -> Option<Self> {
        let decimals = usize::try_from(currency.decimals()).ok()?;
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let plain = whole.bytes().chain(part.bytes()).all(|b| b.is_ascii_digit());
        let fits = plain && !whole.is_empty() && part.len() <= decimals;
        let minor: i128 = format!("{whole}{part:0<decimals$}").parse().ok().filter(|_| fits)?;
        i64::try_from(sign * minor).ok().map(|minor| Self { minor, currency })
    }

    /// The amount in units of the currency, for formulas.
    #[expect(clippy::cast_precision_loss, reason = "amounts of a company fit into 53 bits")]
    pub fn units(self) -> f64 {
        self.minor as f64 / 10_f64.powi(i32::try_from(self.currency.decimals()).unwrap_or(2))
    }
}

/// How sums over currencies are made: the book's currency, and what one unit of another was worth in it, by year.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rates {
    /// Currency of sums.
    pub base: Currency,
    by_year: HashMap<(Currency, i32), f64>,
}

impl Rates {
    /// No rates yet.
    pub fn new(base: Currency) -> Self {
        Self { base, by_year: HashMap::new() }
    }

    /// One unit of `currency` was worth `rate` units of the base in that year.
    pub fn set(&mut self, currency: Currency, year: i32, rate: f64) {
        self.by_year.insert((currency, year), rate);
    }

    /// An amount in units of the base, by the rate of that year.
    ///
    /// # Errors
    /// `money-no-rate` with the currency and the year, where there is none.
    pub fn in_base(&self, money: Money, year: i32) -> Result<f64, Explain> {
        self.rate(money.currency, year).map(|rate| money.units() * rate)
    }

    /// An amount in units of another currency, over the base, by the rates of that year.
    ///
    /// # Errors
    /// `money-no-rate` with the currency and the year, where there is none.
    pub fn in_currency(&self, money: Money, to: Currency, year: i32) -> Result<f64, Explain> {
        if money.currency == to {
            return Ok(money.units());
        }
        Ok(self.in_base(money, year)? / self.rate(to, year)?)
    }

    /// What one unit of a currency was worth in the base in a year.
    ///
    /// # Errors
    /// `money-no-rate` with the currency and the year, where there is none.
    pub fn rate(&self, currency: Currency, year: i32) -> Result<f64, Explain> {
        if currency == self.base {
            return Ok(1.0);
        }
        let rate = self.by_year.get(&(currency, year)).copied().filter(|rate| *rate > 0.0);
        rate.ok_or_else(|| Explain::new("money-no-rate").with("currency", currency).with("year", year))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minor_units_follow_the_currency() {
        let amount = |units, code| Money::of_scaled(units, Currency::of(code).unwrap());
        assert_eq!(amount(12_345_600, "EUR").minor, 123_456);
        assert_eq!(amount(12_345_600, "JPY").minor, 1_235);
        assert_eq!(amount(-12_345_650, "EUR").minor, -123_457);
        assert_eq!(amount(12_345_600, "KWD").minor, 1_234_560);
        assert_eq!(amount(12_345_600, "EUR").scaled(), Some(12_345_600));
        assert_eq!(Money::of_scaled(i64::MAX, Currency::default()).minor, 92_233_720_368_547_758);
        assert_eq!(Money { minor: i64::MAX, currency: Currency::default() }.scaled(), None);
    }

    #[test]
    fn a_decimal_text_is_read_as_it_is_written() {
        for (text, code) in [("1234.56", "EUR"), ("-0.05", "EUR"), ("7", "JPY"), ("0.001", "KWD")] {
            let currency = Currency::of(code).unwrap();
            assert_eq!(Money::of_decimal(text, currency).map(Money::decimal).as_deref(), Some(text));
        }
        for text in ["", "-", ".5", "1.234", "1,5", "1e3", "99999999999999999999"] {
            assert_eq!(Money::of_decimal(text, Currency::default()), None, "{text}");
        }
    }

    #[test]
    fn a_code_is_three_letters() {
        assert_eq!(Currency::of("usd").map(|c| c.to_string()), Some("USD".to_owned()));
        assert!(["", "EU", "EURO", "E1R", "€€€"].iter().all(|c| Currency::of(c).is_none()));
    }

    #[test]
    fn currencies_are_not_summed_without_a_rate_of_the_year() {
        let mut rates = Rates::new(Currency::default());
        let dollars = Money { minor: 10_000, currency: Currency::of("USD").unwrap() };
        assert_eq!(rates.in_base(dollars, 2026).unwrap_err().arg("currency"), Some("USD"));
        rates.set(dollars.currency, 2025, 0.9);
        assert!(rates.in_base(dollars, 2026).is_err());
        rates.set(dollars.currency, 2026, 0.92);
        assert!((rates.in_base(dollars, 2026).unwrap() - 92.0).abs() < 1e-9);
        let euros = Money { minor: 9_200, currency: Currency::default() };
        assert!((rates.in_currency(euros, dollars.currency, 2026).unwrap() - 100.0).abs() < 1e-9);
        assert!(rates.in_currency(euros, Currency::of("GBP").unwrap(), 2026).is_err());
    }
}
