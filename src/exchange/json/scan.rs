//! A JSON document taken apart into its records, each with its line, so that a broken one costs only itself.

/// The parts of a document.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Parts<'a> {
    /// Key and text of every value of the document that is no array.
    pub values: Vec<(&'a str, &'a str)>,
    /// Key, and line and text of every element, of every array.
    pub arrays: Vec<(&'a str, Vec<(usize, &'a str)>)>,
    /// The line where the document stops being one.
    pub broken: Option<usize>,
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

/// Takes an object apart.
pub(super) fn parts(text: &str) -> Parts<'_> {
    let mut scan = Scan { text, at: 0, line: 1 };
    let mut parts = Parts::default();
    if scan.document(&mut parts).is_none() {
        parts.broken = Some(scan.line);
    }
    parts
}

impl<'a> Scan<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn step(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        self.line += usize::from(byte == b'\n');
        Some(byte)
    }

    fn space(&mut self) {
        while self.peek().is_some_and(|b| b.is_ascii_whitespace()) {
            self.step();
        }
    }

    /// The next sign of the structure, if it is the expected one.
    fn sign(&mut self, expected: u8) -> Option<()> {
        self.space();
        (self.peek()? == expected).then(|| self.step()).flatten().map(|_| ())
    }

    /// Goes beyond a string; `at` is on its first quotation mark.
    fn string(&mut self) -> Option<()> {
        self.sign(b'"')?;
        loop {
            match self.step()? {
                b'\\' => {
                    self.step()?;
                }
                b'"' => return Some(()),
                _ => {}
            }
        }
    }

    /// The text of any value, found by its brackets and quotation marks only.
    fn value(&mut self) -> Option<&'a str> {
        self.space();
        let (start, mut depth) = (self.at, 0_usize);
        loop {
            match self.peek()? {
                b'"' => self.string()?,
                b'{' | b'[' => {
                    depth += 1;
                    self.step()?;
                }
                b'}' | b']' | b',' if depth == 0 => break,
                b'}' | b']' => {
                    depth -= 1;
                    self.step()?;
                }
                _ => {
                    self.step()?;
                    continue;
                }
            }
            if depth == 0 {
                break;
            }
        }
        self.text.get(start..self.at).map(str::trim_end).filter(|t| !t.is_empty())
    }

    fn document(&mut self, parts: &mut Parts<'a>) -> Option<()> {
        self.sign(b'{')?;
        self.space();
        if self.peek()? == b'}' {
            return Some(());
        }
        loop {
            self.space();
            let start = self.at;
            self.string()?;
            let key = self.text.get(start + 1..self.at - 1)?;
            self.sign(b':')?;
            self.space();
            if self.peek()? == b'[' {
                // The array is there before it is read: what is whole of a cut one counts.
                parts.arrays.push((key, Vec::new()));
                self.array(&mut parts.arrays.last_mut()?.1)?;
            } else {
                parts.values.push((key, self.value()?));
            }
            self.space();
            match self.step()? {
                b',' => {}
                b'}' => return Some(()),
                _ => return None,
            }
        }
    }

    fn array(&mut self, items: &mut Vec<(usize, &'a str)>) -> Option<()> {
        self.sign(b'[')?;
        self.space();
        if self.peek()? == b']' {
            return self.sign(b']');
        }
        loop {
            self.space();
            let line = self.line;
            items.push((line, self.value()?));
            self.space();
            match self.step()? {
                b',' => {}
                b']' => return Some(()),
                _ => return None,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_found_with_their_lines() {
        let text = "{\"format\": \"x\",\n\"a\": [\n{\"k\":\"],}\\\"\"},\n[1,{}] , 3\n], \"b\":[] }\n";
        let parts = parts(text);
        assert_eq!(parts.values, [("format", "\"x\"")]);
        let a = vec![(3, "{\"k\":\"],}\\\"\"}"), (4, "[1,{}]"), (4, "3")];
        assert_eq!(parts.arrays, [("a", a), ("b", vec![])]);
        assert_eq!(parts.broken, None);
    }

    #[test]
    fn a_cut_document_gives_what_is_whole() {
        let parts = parts("{\"a\":[\n{\"x\":1},\n{\"y\":");
        assert_eq!(parts.arrays, [("a", vec![(2, "{\"x\":1}")])]);
        assert_eq!(parts.broken, Some(3));
    }

    #[test]
    fn what_is_no_document_is_broken_where_it_stops() {
        for text in [
            "",
            "{",
            "[",
            "{]",
            "{\"a\"",
            "{\"a\":}",
            "{\"a\":1,,}",
            "{\"a\":[1}",
            "{\"a\":[,]}",
            "\u{feff}{",
        ] {
            assert!(parts(text).broken.is_some(), "{text}");
        }
    }
}
