//! What stands above the columns of a sheet of figures, in both languages.
use super::Role;
use crate::domain::text::fold;
use crate::domain::text::name_tokens;

mod words;

use words::{ACCOUNT, ACTUAL, CURRENCY, KPI, OTHER, PART, PERIOD, SCENARIO, TARGET, YEAR};

/// What a column holds, by its header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Head {
    /// The account.
    Account,
    /// The indicator.
    Kpi,
    /// The period, in one cell.
    Period,
    /// Its year.
    Year,
    /// Its month or quarter.
    Part,
    /// The figure.
    Figure(Role),
    /// Whether the row is actuals or targets.
    Scenario,
    /// The currency.
    Currency,
    /// Something that is not asked for: deviations, totals, comments.
    Other,
}

impl Head {
    /// What the user calls it.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "account" | "company" => Self::Account,
            "kpi" => Self::Kpi,
            "period" => Self::Period,
            "year" => Self::Year,
            "month" | "quarter" => Self::Part,
            "value" | "actual" => Self::Figure(Role::Actual),
            "target" => Self::Figure(Role::Target),
            "scenario" => Self::Scenario,
            "currency" => Self::Currency,
            "ignore" | "_" => Self::Other,
            _ => return None,
        })
    }
}

/// What a word beside a period, or in a column of scenarios, says of the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scenario {
    /// They are actuals or targets.
    Role(Role),
    /// They are neither: a deviation, last year's, a forecast.
    Other,
}

impl Head {
    /// What a header says.
    pub(super) fn of(header: &str) -> Option<Self> {
        let key = name_tokens(header).join(" ");
        let table: [(&[&str], Self); 10] = [
            (ACCOUNT, Self::Account),
            (KPI, Self::Kpi),
            (PERIOD, Self::Period),
            (YEAR, Self::Year),
            (PART, Self::Part),
            (ACTUAL, Self::Figure(Role::Actual)),
            (TARGET, Self::Figure(Role::Target)),
            (SCENARIO, Self::Scenario),
            (CURRENCY, Self::Currency),
            (OTHER, Self::Other),
        ];
        table.into_iter().find(|(words, _)| words.contains(&key.as_str())).map(|(_, head)| head)
    }
}

impl Scenario {
    /// What a word says of figures; of a percent or difference sign that they are neither.
    pub(super) fn of(text: &str) -> Option<Self> {
        if matches!(text.trim(), "%" | "Δ" | "Δ%" | "+/-" | "±") {
            return Some(Self::Other);
        }
        match Head::of(text)? {
            Head::Figure(role) => Some(Self::Role(role)),
            Head::Other => Some(Self::Other),
            Head::Account
            | Head::Kpi
            | Head::Period
            | Head::Year
            | Head::Part
            | Head::Scenario
            | Head::Currency => None,
        }
    }

    /// A header that says a scenario beside something else, and that: `nov 26 real`, `Ppto. nov 26`.
    pub(super) fn beside(text: &str) -> Option<(Self, &str)> {
        let trim = |t: &str| Self::of(t.trim_matches(|c: char| !c.is_alphanumeric()));
        let text = text.trim();
        let (first, last) = (text.split_once(char::is_whitespace), text.rsplit_once(char::is_whitespace));
        let ahead = first.and_then(|(word, rest)| trim(word).map(|s| (s, rest.trim())));
        ahead.or_else(|| last.and_then(|(rest, word)| trim(word).map(|s| (s, rest.trim()))))
    }
}

/// Whether a label is that of a sum of the rows around it.
pub(super) fn is_total(label: &str) -> bool {
    let words = name_tokens(label);
    let first = words.first().map_or("", String::as_str);
    matches!(first, "total" | "totales" | "totals" | "subtotal" | "suma" | "sum")
        || matches!(words.last().map_or("", String::as_str), "total" | "totals")
}

/// Whether a text says that the figures are thousands or millions.
pub(super) fn says_multiple(text: &str) -> bool {
    let text = fold(text);
    let words = name_tokens(&text);
    let word = |w: &str| words.iter().any(|x| x == w);
    ["k€", "m€", "k$", "m$", "€k", "€m", "000s", "'000", "keur", "meur", "kusd", "musd"]
        .iter()
        .any(|s| text.contains(s))
        || ["thousands", "thousand", "millions", "million", "miles", "millones"].iter().any(|w| word(w))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_in_both_languages() {
        assert_eq!(Head::of("CLIENTE"), Some(Head::Account));
        assert_eq!(Head::of("Año/Mes"), Some(Head::Period));
        assert_eq!(Head::of("Ppto."), Some(Head::Figure(Role::Target)));
        assert_eq!(Head::of("Desv. (%)"), Some(Head::Other));
        assert_eq!(Head::of("Ingresos"), None);
        assert_eq!(Scenario::beside("Nov 26 (Real)"), Some((Scenario::Role(Role::Actual), "Nov 26")));
        assert_eq!(Scenario::beside("Ppto. nov 26"), Some((Scenario::Role(Role::Target), "nov 26")));
        assert_eq!(Scenario::beside("nov 26"), None);
    }

    #[test]
    fn every_word_is_written_as_it_is_compared_and_means_one_thing() {
        let all = [ACCOUNT, KPI, PERIOD, YEAR, PART, ACTUAL, TARGET, SCENARIO, CURRENCY, OTHER].concat();
        for (at, word) in all.iter().enumerate() {
            assert_eq!(name_tokens(word).join(" "), *word);
            assert!(!all[at + 1..].contains(word), "{word}");
        }
    }

    #[test]
    fn thousands_are_noticed() {
        for text in ["Importe (k€)", "miles de euros", "Revenue, € thousands", "EUR '000", "M€"] {
            assert!(says_multiple(text), "{text}");
        }
        for text in ["Ingresos", "Milestones", "Kilómetros", "1.000 €"] {
            assert!(!says_multiple(text), "{text}");
        }
    }
}
