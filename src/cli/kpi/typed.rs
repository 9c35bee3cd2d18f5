//! The words behind `kpi set` and `kpi target`, taken apart: which indicator, which periods, which values.

/// What was typed of one figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typed<'a> {
    /// The period.
    pub period: &'a str,
    /// The value; of a band its lower end, or both as `10..20`.
    pub value: &'a str,
    /// The upper end, where it stands apart.
    pub high: Option<&'a str>,
}

/// Account and name, or a name or number alone; and the figures. `None` where the words have another shape.
pub fn taken<'a>(
    words: &[&'a str],
    target: bool,
    is_period: impl Fn(&str) -> bool,
) -> Option<(Vec<&'a str>, Vec<Typed<'a>>)> {
    if let Some(first) = words.iter().position(|w| w.contains('=')) {
        let (which, pairs) = words.split_at_checked(first)?;
        let pair = |w: &&'a str| {
            let (period, value) = w.split_once('=')?;
            Some(Typed { period: period.trim(), value: value.trim(), high: None })
        };
        let cells = pairs.iter().map(pair).collect::<Option<Vec<_>>>()?;
        return (1..=2).contains(&which.len()).then(|| (which.to_vec(), cells));
    }
    let (one, two) = (words.get(1)?, words.get(2)?);
    let number = words.first()?.trim_start_matches('#').parse::<u32>().is_ok();
    let alone = is_period(one) && (number || words.len() == 3 || !is_period(two));
    let (which, rest) = words.split_at_checked(if alone { 1 } else { 2 })?;
    let (period, value, high) = match rest {
        [period, value] => (period, value, None),
        [period, value, high] if target => (period, value, Some(*high)),
        _ => return None,
    };
    Some((which.to_vec(), vec![Typed { period, value, high }]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(line: &str, target: bool) -> Option<String> {
        let words: Vec<_> = line.split(' ').collect();
        let is_period = |w: &str| w.parse::<crate::domain::period::Period>().is_ok();
        let (which, cells) = taken(&words, target, is_period)?;
        let cells = cells.iter().map(|c| format!("{}:{}:{}", c.period, c.value, c.high.unwrap_or("")));
        Some(format!("{} | {}", which.join("+"), cells.collect::<Vec<_>>().join(" ")))
    }

    #[test]
    fn account_and_name_or_a_number_stand_before_the_figures() {
        let set = |line| shown(line, false);
        assert_eq!(set("arce otif 2026-10 91").as_deref(), Some("arce+otif | 2026-10:91:"));
        assert_eq!(set("12 2026-10 2026").as_deref(), Some("12 | 2026-10:2026:"));
        assert_eq!(set("otif 2026-10 91").as_deref(), Some("otif | 2026-10:91:"));
        assert_eq!(
            set("arce otif 2026-10= 2026-11=92").as_deref(),
            Some("arce+otif | 2026-10:: 2026-11:92:")
        );
        assert_eq!(set("7 2026-11=92").as_deref(), Some("7 | 2026-11:92:"));
    }

    #[test]
    fn a_target_may_have_an_upper_end() {
        let target = |line| shown(line, true);
        assert_eq!(target("arce stock 2026 10 20").as_deref(), Some("arce+stock | 2026:10:20"));
        assert_eq!(target("12 2026 2000 2100").as_deref(), Some("12 | 2026:2000:2100"));
        assert_eq!(target("stock 2026-10 10 20").as_deref(), Some("stock | 2026-10:10:20"));
        assert_eq!(target("arce revenue 2026 1000").as_deref(), Some("arce+revenue | 2026:1000:"));
    }

    #[test]
    fn another_shape_is_none() {
        for line in ["arce", "arce otif 2026-10", "a b c 2026-10=1", "2026-10=1", "arce otif 2026-10=1 5"] {
            assert_eq!(shown(line, false), None, "{line}");
        }
        assert_eq!(shown("arce otif 2026-10 91 92", false), None);
    }
}
