//! The signs of the chart, each one column wide, with a fallback where only ASCII may be drawn.
use crate::domain::gantt::Sign;

/// Lines by the ways in which they leave their cell: 1 up, 2 down, 4 left, 8 right.
const LINES: [&str; 16] = [" ", "╵", "╷", "│", "╴", "┘", "┐", "┤", "╶", "└", "┌", "├", "─", "┴", "┬", "┼"];

/// What is drawn for a sign.
pub fn sign(of: Sign, ascii: bool) -> &'static str {
    let (sign, plain) = match of {
        Sign::Blank => (" ", " "),
        Sign::Today => ("┃", ":"),
        Sign::Done => ("█", "#"),
        Sign::Left => ("░", "-"),
        Sign::SumDone => ("▀", "="),
        Sign::SumLeft => ("▔", "_"),
        Sign::Begin => ("├", "["),
        Sign::Within => ("─", "."),
        Sign::End => ("┤", "]"),
        Sign::Due => ("◆", "*"),
        Sign::Reached => ("◇", "o"),
        Sign::Line(ways) => {
            let plain = match ways & 15 {
                0 => " ",
                1..=3 => "|",
                4 | 8 | 12 => "-",
                _ => "+",
            };
            (LINES.get(usize::from(ways & 15)).copied().unwrap_or(" "), plain)
        }
        Sign::Arrow(1) => ("▴", "^"),
        Sign::Arrow(2) => ("▾", "v"),
        Sign::Arrow(4) | Sign::Before => ("◂", "<"),
        Sign::Arrow(_) | Sign::After => ("▸", ">"),
    };
    if ascii { plain } else { sign }
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;

    #[test]
    fn every_sign_takes_one_column_and_has_a_plain_one() {
        let fixed = [
            Sign::Blank,
            Sign::Today,
            Sign::Done,
            Sign::Left,
            Sign::SumDone,
            Sign::SumLeft,
            Sign::Begin,
            Sign::Within,
            Sign::End,
            Sign::Due,
            Sign::Reached,
            Sign::Before,
            Sign::After,
        ];
        let ways = (0..16).map(Sign::Line).chain([1, 2, 4, 8].map(Sign::Arrow));
        for of in fixed.into_iter().chain(ways) {
            assert_eq!(sign(of, false).width(), 1, "{of:?}");
            assert!(sign(of, true).is_ascii() && sign(of, true).len() == 1, "{of:?}");
        }
    }
}
