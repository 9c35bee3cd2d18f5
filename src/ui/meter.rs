//! Small pictures in one line: gauge, sparkline, heat strip.
use super::glyph::Glyphs;

/// A gauge of `width` columns filled to `share` (0 … 1; more is full).
pub fn gauge(glyphs: Glyphs, share: f64, width: usize) -> String {
    let steps = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let eighths = eighths(share, width);
    let (full, part) = (eighths / 8, eighths % 8);
    let mut out = glyphs.or("█", "#").repeat(full);
    if part > 0 {
        out.push_str(if glyphs.ascii { "+" } else { steps[part] });
    }
    let left = width.saturating_sub(full + usize::from(part > 0));
    out.push_str(&glyphs.or("░", ".").repeat(left));
    out
}

/// A gauge as a thin line, for rows that stand close together: what is filled, and the rest.
pub fn line(glyphs: Glyphs, share: f64, width: usize) -> (String, String) {
    let halves = eighths(share, width) / 4;
    let mut filled = glyphs.or("━", "=").repeat(halves / 2);
    if halves % 2 == 1 {
        filled.push_str(glyphs.or("╸", "-"));
    }
    let rest = width.saturating_sub(halves.div_ceil(2));
    (filled, glyphs.or("─", ".").repeat(rest))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "clamped to 0 … 8 × the width of a screen"
)]
fn eighths(share: f64, width: usize) -> usize {
    let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
    (share * width as f64 * 8.0).round() as usize
}

/// As [`gauge`], with an upright mark at the share that is expected by now.
pub fn gauge_expecting(glyphs: Glyphs, share: f64, expected: Option<f64>, width: usize) -> String {
    let plain = gauge(glyphs, share, width);
    let Some(expected) = expected.filter(|e| e.is_finite() && width > 0) else { return plain };
    let at = (eighths(expected, width) / 8).min(width - 1);
    let mark = glyphs.or("│", "|");
    let (before, after) = (plain.chars().take(at), plain.chars().skip(at + 1));
    before.chain(mark.chars()).chain(after).collect()
}

/// From where a sparkline rises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// From nothing: what adds up, where twice as high is twice as much.
    Zero,
    /// From the lowest of its values: a level, of which the changes are looked at.
    Lowest,
}

/// A sparkline, one column a value, from its base to the highest; values not known are blanks.
pub fn sparkline(glyphs: Glyphs, values: &[Option<i64>], base: Base) -> String {
    let known = || values.iter().flatten().copied();
    let (lowest, highest) = (known().min().unwrap_or(0), known().max().unwrap_or(0));
    let (low, high) = match base {
        Base::Zero => (lowest.min(0), highest.max(0)),
        Base::Lowest => (lowest, highest),
    };
    let step = |v: i64| {
        let range = i128::from(high) - i128::from(low);
        let above = i128::from(v) - i128::from(low);
        if range == 0 { 3 } else { usize::try_from(above * 7 / range).unwrap_or(0) }
    };
    values.iter().map(|v| v.map_or(" ", |v| glyphs.spark()[step(v).min(7)])).collect()
}

/// A heat strip, one column a count: nothing, one, two, three, more.
pub fn heat(glyphs: Glyphs, counts: &[u8]) -> String {
    counts.iter().map(|c| glyphs.heat()[usize::from(*c).min(4)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::text::width;

    #[test]
    fn a_gauge_has_its_width_whatever_the_share() {
        for share in [0.0, 0.01, 0.5, 0.78, 1.0, 7.0, -1.0, f64::NAN] {
            assert_eq!(width(&gauge(Glyphs::default(), share, 10)), 10, "{share}");
            assert_eq!(width(&gauge(Glyphs { ascii: true }, share, 10)), 10, "{share}");
        }
        assert_eq!(gauge(Glyphs::default(), 0.55, 10), "█████▌░░░░");
    }

    #[test]
    fn a_thin_gauge_has_its_width_too() {
        for share in [0.0, 0.04, 0.55, 1.0, 3.0] {
            let (filled, rest) = line(Glyphs::default(), share, 10);
            assert_eq!(width(&filled) + width(&rest), 10, "{share}");
        }
        assert_eq!(line(Glyphs::default(), 0.55, 10), ("━━━━━╸".to_owned(), "────".to_owned()));
    }

    #[test]
    fn what_is_expected_by_now_is_marked_in_the_gauge() {
        assert_eq!(gauge_expecting(Glyphs::default(), 0.55, Some(0.8), 10), "█████▌░░│░");
        assert_eq!(gauge_expecting(Glyphs::default(), 0.55, Some(0.2), 10), "██│██▌░░░░");
        assert_eq!(gauge_expecting(Glyphs { ascii: true }, 2.0, Some(2.0), 4), "###|");
        assert_eq!(gauge_expecting(Glyphs::default(), 0.5, None, 4), "██░░");
        assert_eq!(gauge_expecting(Glyphs::default(), 0.5, Some(0.5), 0), "");
    }

    #[test]
    fn a_sparkline_spans_from_lowest_to_highest() {
        let drawn = |values: &[Option<i64>], base| sparkline(Glyphs::default(), values, base);
        assert_eq!(drawn(&[Some(1), None, Some(8)], Base::Lowest), "▁ █");
        assert_eq!(drawn(&[Some(5), Some(5)], Base::Lowest), "▄▄");
        assert_eq!(drawn(&[Some(60), Some(55), Some(65), Some(140)], Base::Zero), "▄▃▄█");
        assert_eq!(drawn(&[Some(60), Some(55), Some(65), Some(140)], Base::Lowest), "▁▁▁█");
        assert_eq!(drawn(&[Some(-7), Some(0)], Base::Zero), "▁█");
        assert_eq!(drawn(&[Some(0), Some(0)], Base::Zero), "▄▄");
    }

    #[test]
    fn heat_stops_at_its_hottest() {
        assert_eq!(heat(Glyphs::default(), &[0, 1, 2, 3, 4, 200]), "·░▒▓██");
    }
}
