//! The content lines of vCard and iCalendar: folded at 75 octets without tearing a character, ended by CRLF, their texts escaped.

/// The most octets of a line (RFC 5545 §3.1, RFC 6350 §3.2).
const OCTETS: usize = 75;

/// Lines that are being written.
#[derive(Debug, Default)]
pub(super) struct Lines {
    text: String,
}

impl Lines {
    /// A property whose value stands as it is: a day, a code, a value that is already escaped.
    pub(super) fn put(&mut self, property: &str, value: &str) {
        let line = format!("{property}:{value}");
        let mut taken = 0;
        for c in line.chars() {
            if taken + c.len_utf8() > OCTETS {
                // The blank that continues a line counts.
                self.text.push_str("\r\n ");
                taken = 1;
            }
            self.text.push(c);
            taken += c.len_utf8();
        }
        self.text.push_str("\r\n");
    }

    /// A property whose value is text; nothing for an empty one.
    pub(super) fn text(&mut self, property: &str, text: &str) {
        if !text.is_empty() {
            self.put(property, &escaped(text));
        }
    }

    /// A property whose value is a list of texts; nothing for an empty one.
    pub(super) fn texts(&mut self, property: &str, texts: &[String], separator: char) {
        let texts: Vec<_> = texts.iter().map(|t| escaped(t)).collect();
        if texts.iter().any(|t| !t.is_empty()) {
            self.put(property, &texts.join(&separator.to_string()));
        }
    }

    /// What has been written.
    pub(super) fn into_text(self) -> String {
        self.text
    }
}

/// A text as a value: no character of it is taken for one of the format.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ',' | ';' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push(c),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn texts_keep_their_commas_and_line_ends() {
        let mut lines = Lines::default();
        lines.text("NOTE", "a, b; c\\d\ne\r");
        lines.text("NOTE", "");
        lines.texts("CATEGORIES", &["x,y".into(), "z".into()], ',');
        assert_eq!(lines.into_text(), "NOTE:a\\, b\\; c\\\\d\\ne\r\nCATEGORIES:x\\,y,z\r\n");
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_unfolded_it_is_the_same(text in "\\PC{0,200}") {
            let mut lines = Lines::default();
            lines.put("FN", &text);
            let folded = lines.into_text();
            let body = folded.strip_suffix("\r\n").unwrap();
            prop_assert!(body.split("\r\n").all(|line| line.len() <= OCTETS));
            prop_assert_eq!(body.replace("\r\n ", ""), format!("FN:{text}"));
        }
    }
}
