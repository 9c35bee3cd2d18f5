//! Telephone numbers, however their digits are grouped, with or without the prefix of the country.
use std::collections::BTreeSet;

use super::reading::{Token, tokens};

/// Fewest digits of a number that is looked for: fewer are an extension, and any figure could be one.
const SHORTEST: usize = 6;

/// Fewest digits without the prefix of the country.
const NATIONAL: usize = 7;

/// Most digits of the prefix of a country.
const PREFIX: usize = 3;

/// A telephone number.
#[derive(Debug, Clone)]
pub(super) struct Number {
    /// The digits as they are, and without what may be a prefix.
    variants: Vec<String>,
    shared: BTreeSet<usize>,
}

impl Number {
    /// The number in a text, shared with these others; `None` if it has too few digits.
    pub(super) fn new(phone: &str, shared: BTreeSet<usize>) -> Option<Self> {
        let variants = variants(phone);
        (!variants.is_empty()).then_some(Self { variants, shared })
    }

    /// Whose it is too.
    pub(super) const fn shared(&self) -> &BTreeSet<usize> {
        &self.shared
    }

    /// Whether two texts are one number.
    pub(super) fn same(one: &str, other: &str) -> bool {
        let other = variants(other);
        variants(one).iter().any(|v| other.contains(v))
    }

    /// How many words of the text the number takes if they begin with it.
    pub(super) fn begins(&self, text: &str, rest: &[Token]) -> Option<usize> {
        let first = rest.first()?;
        let abroad = text.get(..first.start).is_some_and(|before| before.ends_with('+'));
        let mut digits = String::new();
        let mut taken = None;
        for (count, token) in rest.iter().enumerate() {
            let apart = count > 0 && !is_gap(text, &rest[count - 1], token);
            if apart || !token.key.chars().all(|c| c.is_ascii_digit()) || digits.len() > 20 {
                break;
            }
            digits.push_str(&token.key);
            if self.is_it(&digits, abroad) {
                taken = Some(count + 1);
            }
        }
        taken
    }

    fn is_it(&self, digits: &str, abroad: bool) -> bool {
        let fits = |v: &String| {
            let prefix = digits.strip_suffix(v.as_str());
            prefix.is_some_and(|p| {
                let country = p.strip_prefix("00").unwrap_or(p);
                p.is_empty() || ((abroad || p.starts_with("00")) && country.len() <= PREFIX)
            })
        };
        self.variants.iter().any(fits)
    }
}

/// Whether two groups of digits may be of one number.
fn is_gap(text: &str, one: &Token, next: &Token) -> bool {
    let between = text.get(one.end..next.start).unwrap_or_default();
    between.chars().count() <= 3 && between.chars().all(|c| c.is_whitespace() || ".-/()".contains(c))
}

/// The digits of a number up to the first letter, and without what may be the prefix of its country.
fn variants(phone: &str) -> Vec<String> {
    let groups = tokens(phone).into_iter().map(|t| t.key);
    let digits: String = groups.take_while(|k| k.chars().all(|c| c.is_ascii_digit())).collect();
    if digits.len() < SHORTEST {
        return Vec::new();
    }
    let country =
        if phone.trim_start().starts_with('+') { Some(digits.as_str()) } else { digits.strip_prefix("00") };
    let mut all = vec![digits.clone()];
    if let Some(country) = country {
        all.push(country.to_owned());
        let national = (1..=PREFIX).filter_map(|n| country.get(n..)).filter(|d| d.len() >= NATIONAL);
        all.extend(national.map(str::to_owned));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_with_and_without_its_country() {
        assert!(Number::same("+34 600 12 34 56", "600123456"));
        assert!(Number::same("0034600123456", "+34600123456"));
        assert!(!Number::same("600123456", "600123457"));
        assert!(!Number::same("12", "12"), "an extension is no number");
    }
}
