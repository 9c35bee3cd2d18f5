//! How wide a text is before anything draws it. Which font a reader has is not known: every width is that of the widest of the
//! usual ones (`DejaVu Sans`, `Liberation Sans`), so that what fits here fits everywhere.
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

/// Widths of the signs from blank to `~`, in thousandths of the size.
#[rustfmt::skip]
const ASCII: [u16; 95] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636, 636,
    636, 636, 337, 337, 838, 838, 838, 556, 1015, 684, 686, 722, 770, 667, 611, 778, 752, 295, 500, 667, 557, 863, 748, 787,
    667, 787, 722, 667, 611, 732, 684, 989, 685, 667, 685, 390, 337, 390, 838, 556, 500, 613, 635, 550, 635, 615, 352, 635,
    634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
];

/// How much wider bold text is.
const STRONG: f64 = 1.11;

/// The size and the weight in which a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Font {
    /// Size in units of the drawing.
    pub size: f64,
    /// Bold.
    pub strong: bool,
}

impl Font {
    /// A plain one of some size.
    pub const fn of(size: f64) -> Self {
        Self { size, strong: false }
    }

    /// A bold one of some size.
    pub const fn strong(size: f64) -> Self {
        Self { size, strong: true }
    }

    /// How wide a text is at most.
    pub fn width(self, text: &str) -> f64 {
        let thousandths: u32 = text.nfd().map(thousandths).sum();
        let weight = if self.strong { STRONG } else { 1.0 };
        f64::from(thousandths) / 1000.0 * self.size * weight
    }

    /// As much of a text as has room, `…` at the end of one that is cut; nothing where not even that fits.
    pub fn fit(self, text: &str, room: f64) -> String {
        if self.width(text) <= room {
            return text.to_owned();
        }
        let mut kept = String::new();
        let mut left = room - self.width("…");
        for cluster in text.graphemes(true) {
            left -= self.width(cluster);
            if left < 0.0 {
                break;
            }
            kept.push_str(cluster);
        }
        if kept.is_empty() && self.width("…") > room {
            String::new()
        } else {
            format!("{}…", kept.trim_end())
        }
    }

    /// A text in at most `most` lines broken at blanks; what has no room ends in `…`.
    pub fn wrap(self, text: &str, room: f64, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut words = text.split_whitespace().peekable();
        while words.peek().is_some() && lines.len() < most {
            if lines.len() + 1 == most {
                lines.push(self.fit(&words.by_ref().collect::<Vec<_>>().join(" "), room));
                break;
            }
            let mut line = String::new();
            while let Some(word) = words.peek() {
                let longer = if line.is_empty() { (*word).to_owned() } else { format!("{line} {word}") };
                if self.width(&longer) > room && !line.is_empty() {
                    break;
                }
                line = longer;
                words.next();
            }
            lines.push(self.fit(&line, room));
        }
        lines
    }
}

/// The width of a sign in thousandths of the size.
fn thousandths(sign: char) -> u32 {
    let at = u32::from(sign).checked_sub(32).and_then(|at| usize::try_from(at).ok());
    if let Some(width) = at.and_then(|at| ASCII.get(at)) {
        return u32::from(*width);
    }
    if sign.is_control() || is_combining_mark(sign) {
        return 0;
    }
    match sign.width() {
        Some(0) | None => 0,
        Some(1) if sign.is_alphabetic() => 900,
        Some(_) => 1100,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_is_as_wide_as_in_the_widest_usual_font() {
        let width = Font::of(1.0).width("Kerstin Vogel, Einkaufsleiterin");
        assert!((15.0..16.0).contains(&width), "{width}");
        assert_eq!(Font::of(10.0).width("García").to_bits(), Font::of(10.0).width("Garcia").to_bits());
        assert!(Font::strong(10.0).width("Ana") > Font::of(10.0).width("Ana"));
    }

    #[test]
    fn a_text_without_room_ends_in_an_ellipsis() {
        let font = Font::of(10.0);
        assert_eq!(font.fit("Kerstin Vogel", 200.0), "Kerstin Vogel");
        assert_eq!(font.fit("Kerstin Vogel", 55.0), "Kerstin…");
        assert_eq!(font.fit("Kerstin", 5.0), "");
        let wrapped = font.wrap("one two three four five", 50.0, 2);
        assert_eq!(wrapped.len(), 2);
        assert!(wrapped[1].ends_with('…'), "{wrapped:?}");
    }

    proptest! {
        #[test]
        fn what_was_fitted_fits(text in any::<String>(), room in 0.0..300.0_f64) {
            let font = Font::of(11.0);
            prop_assert!(font.width(&font.fit(&text, room)) <= room);
            for line in font.wrap(&text, room, 3) {
                prop_assert!(font.width(&line) <= room);
            }
        }
    }
}
