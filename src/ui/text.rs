//! Text that may be drawn: no control, no change of direction, one width whatever the terminal.
//!
//! A terminal adds up the widths of the scalars it gets, while an emoji family is one glyph of two columns. So sequences are
//! reduced to their first scalar, and the width of what is drawn is always the sum of its scalars'.
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

use crate::domain::text::is_bidi_control;

/// How many combining marks a character may carry.
const MARKS: usize = 2;

/// The text as it may be drawn, on one line: tabs and line ends are blanks, controls, bidi controls and invisible signs are
/// left out, emoji sequences are their first scalar, and no character carries more than two marks.
pub fn visible(text: &str) -> String {
    if text.bytes().all(|b| (0x20..0x7f).contains(&b)) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for cluster in text.graphemes(true) {
        reduce(cluster, &mut out);
    }
    out
}

/// Puts one grapheme into `out`, reduced.
fn reduce(cluster: &str, out: &mut String) {
    let picture = cluster.chars().any(is_picture_sign);
    let (mut bases, mut marks) = (0, 0);
    for c in cluster.chars() {
        match c {
            '\t' | '\n' | '\u{2028}' | '\u{2029}' => {
                out.push(' ');
                (bases, marks) = (bases + 1, 0);
            }
            '\r' if cluster.contains('\n') => {}
            c if c.is_control() || is_bidi_control(c) || is_unseen(c) => {}
            c if columns(c) == 0 => {
                if bases > 0 && marks < MARKS && !picture {
                    out.push(c);
                    marks += 1;
                }
            }
            _ if picture && bases > 0 => {}
            c => {
                out.push(c);
                (bases, marks) = (bases + 1, 0);
            }
        }
    }
}

/// Signs of which several make one picture: joiner, emoji variation, skin tones, regional letters, keycap.
const fn is_picture_sign(c: char) -> bool {
    matches!(c, '\u{200d}' | '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{1f1e6}'..='\u{1f1ff}' | '\u{20e3}')
}

/// Signs that are never drawn: zero-width blanks, variation selectors, tags, soft hyphen, fillers.
const fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
        | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}')
}

/// Columns of one scalar: 0, 1 or 2.
pub fn columns(c: char) -> usize {
    c.width().unwrap_or(0)
}

/// Columns of a text made [`visible`].
pub fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

/// The text, or as much of it as fits into `room` columns with `…` at its end. Takes and gives visible text.
pub fn cut(text: &str, room: usize) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 0;
    for c in text.chars() {
        let w = columns(c);
        if used + w > room.saturating_sub(1) {
            break;
        }
        out.push(c);
        used += w;
    }
    if room > 0 {
        out.push('…');
    }
    out
}

/// The lines into which a visible text falls at `room` columns, broken at blanks where there are any.
pub fn wrap(text: &str, room: usize) -> Vec<String> {
    let room = room.max(1);
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_inclusive(' ') {
        if width(&line) + width(word.trim_end()) > room && !line.is_empty() {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        for c in word.chars() {
            if width(&line) + columns(c) > room {
                lines.push(std::mem::take(&mut line).trim_end().to_owned());
            }
            if !(line.is_empty() && c == ' ') {
                line.push(c);
            }
        }
    }
    if !line.trim_end().is_empty() || lines.is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn escapes_and_changes_of_direction_are_not_drawn() {
        assert_eq!(visible("a\u{1b}[31mb\u{9b}c\0\u{202e}d\u{2067}e"), "a[31mbcde");
        assert_eq!(visible("a\tb\r\nc\u{2028}d"), "a b c d");
        assert_eq!(visible("\u{200b}x\u{ad}y\u{feff}"), "xy");
    }

    #[test]
    fn emoji_sequences_are_their_first_scalar() {
        assert_eq!(visible("👨‍👩‍👧‍👦 fam"), "👨 fam");
        assert_eq!(visible("👍🏽!"), "👍!");
        assert_eq!(visible("🇪🇸🇫🇷"), "🇪🇫");
        assert_eq!(visible("❤\u{fe0f}"), "❤");
    }

    #[test]
    fn at_most_two_marks_stay_on_a_letter_and_none_without_one() {
        assert_eq!(visible("e\u{301}\u{302}\u{303}\u{304}x"), "e\u{301}\u{302}x");
        assert_eq!(visible("\u{301}a"), "a");
        assert_eq!(visible("José Núñez"), "José Núñez");
    }

    #[test]
    fn names_are_cut_with_an_ellipsis_that_fits() {
        assert_eq!(cut("Almazara", 8), "Almazara");
        assert_eq!(cut("Almazara", 5), "Alma…");
        assert_eq!(cut("日本語", 4), "日…");
        assert_eq!(cut("Almazara", 0), "");
    }

    #[test]
    fn lines_break_at_blanks_and_long_words_break_anywhere() {
        assert_eq!(wrap("prices are too high", 10), ["prices are", "too high"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("", 5), [""]);
    }

    proptest! {
        #[test]
        fn nothing_dangerous_is_left_and_cutting_fits(text in "\\PC*|.*", room in 0usize..20) {
            let shown = visible(&text);
            prop_assert!(!shown.chars().any(|c| c.is_control() || is_bidi_control(c)));
            prop_assert_eq!(visible(&shown), shown.clone());
            prop_assert!(width(&cut(&shown, room)) <= room);
            prop_assert!(wrap(&shown, room.max(2)).iter().all(|l| width(l) <= room.max(2)));
        }
    }
}
