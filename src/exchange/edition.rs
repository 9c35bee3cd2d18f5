//! Which edition of a meeting a calendar tells: the same meeting may come again, out of an older file.

/// The longest moment that is kept, in characters: `20261123T090000Z`.
const LONGEST: usize = 16;

/// An edition.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Edition {
    /// How often whoever called the meeting has changed it (`SEQUENCE`).
    pub sequence: Option<u32>,
    /// When it was changed last (`LAST-MODIFIED`), as text that sorts; empty where it is not said.
    changed: String,
    /// When that was written down (`DTSTAMP`), likewise.
    written: String,
    /// It is said of one day of a series, which counts its changes by itself.
    of_one_day: bool,
}

impl Edition {
    /// Of what the properties of an event say; empty texts are properties that it does not have.
    pub(super) fn of(sequence: &str, changed: &str, written: &str, of_one_day: bool) -> Self {
        let sequence = sequence.trim().parse().ok();
        Self { sequence, changed: moment(changed), written: moment(written), of_one_day }
    }

    /// From the text as which it is kept; of any other text an edition that says nothing.
    pub(super) fn kept(text: &str) -> Self {
        let mut parts = text.split('/');
        let mut next = || parts.next().unwrap_or_default();
        let (sequence, changed, written, day) = (next(), next(), next(), next());
        Self::of(sequence, changed, written, day == "day")
    }

    /// The text as which it is kept; empty where it says nothing.
    pub(super) fn text(&self) -> String {
        if self.sequence.is_none() && self.changed.is_empty() && self.written.is_empty() {
            return String::new();
        }
        let sequence = self.sequence.map(|n| n.to_string()).unwrap_or_default();
        let day = if self.of_one_day { "day" } else { "" };
        [&sequence, &self.changed, &self.written, day].join("/").trim_end_matches('/').to_owned()
    }

    /// Whether another one was told after it: its number says so, else its last change, else when it was written (RFC 5545 §3.8.7.4).
    pub(super) fn is_older_than(&self, other: &Self) -> bool {
        if self.of_one_day == other.of_one_day {
            match (self.sequence, other.sequence) {
                (Some(one), Some(another)) if one != another => return one < another,
                _ => {}
            }
            if !self.changed.is_empty() && !other.changed.is_empty() {
                return self.changed < other.changed;
            }
        }
        !self.written.is_empty() && self.written < other.written
    }

    /// Whether it was changed once more than another one.
    pub(super) fn is_a_later_change_than(&self, other: &Self) -> bool {
        self.of_one_day == other.of_one_day && other.sequence.is_some() && self.sequence > other.sequence
    }
}

/// A moment in universal time; empty for anything that cannot be compared with others.
fn moment(text: &str) -> String {
    let plain: String =
        text.trim().to_ascii_uppercase().chars().filter(|c| !matches!(c, '-' | ':')).collect();
    let sound = plain.len() == LONGEST
        && plain.char_indices().all(|(at, c)| match at {
            8 => c == 'T',
            15 => c == 'Z',
            _ => c.is_ascii_digit(),
        });
    if sound { plain } else { String::new() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(text: &str) -> Edition {
        Edition::kept(text)
    }

    #[test]
    fn the_number_decides_then_the_last_change_then_the_day_it_was_written() {
        for (old, new) in [
            ("0", "2"),
            ("0/20261125T000000Z", "1/20261123T000000Z"),
            ("1/20261123T000000Z", "1/20261123T000001Z"),
            ("1//20261123T000000Z", "1//20261124T000000Z"),
            ("//20261123T000000Z", "7//20261124T000000Z"),
            // A day of a series counts by itself.
            ("9//20261123T000000Z", "0//20261124T000000Z/day"),
        ] {
            assert!(of(old).is_older_than(&of(new)), "{old} {new}");
            assert!(!of(new).is_older_than(&of(old)), "{new} {old}");
        }
    }

    #[test]
    fn what_says_nothing_is_never_older() {
        for text in ["", "x", "//2026", "-1", "/x/20261123T090000"] {
            assert!(!of(text).is_older_than(&of("5")), "{text}");
            assert!(!of("").is_older_than(&of(text)), "{text}");
        }
        assert_eq!(of("").text(), "");
    }

    proptest! {
        #[test]
        fn an_edition_is_kept_as_it_was(number in proptest::option::of(0_u32..9), day in 10..28, one in any::<bool>()) {
            let edition = Edition::of(
                &number.map(|n| n.to_string()).unwrap_or_default(),
                "",
                &format!("202611{day}T120000Z"),
                one,
            );
            prop_assert_eq!(Edition::kept(&edition.text()), edition);
        }

        #[test]
        fn of_two_editions_at_most_one_is_older(
            a in "[0-3]?(/20261[12]0[12]T000000Z){0,2}", b in "[0-3]?(/20261[12]0[12]T000000Z){0,2}(/day)?",
        ) {
            prop_assert!(!(of(&a).is_older_than(&of(&b)) && of(&b).is_older_than(&of(&a))));
        }
    }
}
