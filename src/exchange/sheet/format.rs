//! What the format of a number says beside it.
use crate::domain::money::Currency;
use crate::lang::figure::currency;

/// Whether a number format shows a percentage, and which currency it shows.
pub(super) fn hints(format: &str) -> (bool, Option<Currency>) {
    let first = format.split(';').next().unwrap_or_default();
    let mut plain = String::new();
    let mut found = None;
    let mut rest = first;
    // `[$€-40A]` names a currency and where it is used, `[$-409]` only where.
    while let Some((before, after)) = rest.split_once("[$") {
        plain.push_str(before);
        let (inside, behind) = after.split_once(']').unwrap_or((after, ""));
        let sign = inside.split('-').next().unwrap_or_default();
        found = found.or_else(|| currency(sign));
        rest = behind;
    }
    plain.push_str(rest);
    let percent = outside_quotes(&plain).contains('%');
    let pieces = plain.split(|c: char| c.is_ascii_digit() || "#,.\"\\_-*() []?@+".contains(c));
    (percent, found.or_else(|| pieces.filter(|p| !p.is_empty()).find_map(currency)))
}

/// The format without what it only prints.
fn outside_quotes(format: &str) -> String {
    format.split('"').step_by(2).collect::<String>().replace("\\%", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_tell_percentages_and_currencies() {
        let of = |f: &str| {
            let (percent, currency) = hints(f);
            (percent, currency.map(|c| c.to_string()))
        };
        let money = |c: &str| (false, Some(c.to_owned()));
        for (format, told) in [
            ("General", (false, None)),
            ("0.00%", (true, None)),
            ("0\" % of\"", (false, None)),
            ("#,##0.00\\ \"€\"", money("EUR")),
            ("_-* #,##0.00\\ [$€-C0A]_-;\\-* #,##0.00", money("EUR")),
            ("[$$-409]#,##0.00", money("USD")),
            ("[$-409]mmm\\-yy;@", (false, None)),
            ("\"$\"#,##0", money("USD")),
            ("[$CHF] #,##0.00", money("CHF")),
            ("#,##0.00\\ [$EUR]", money("EUR")),
            ("#,##0", (false, None)),
            ("#,##0_);[Red]\\(#,##0\\)", (false, None)),
        ] {
            assert_eq!(of(format), told, "{format}");
        }
    }
}
