//! Lines of a file, one at a time: however long the file or one of its lines is, memory stays small.
use std::io::{BufRead, Result};

/// The lines of a file.
pub(super) struct Lines<'a> {
    from: Box<dyn BufRead + 'a>,
    /// Number of the line read last, from 1.
    pub number: usize,
    /// The end of the line read last was left out.
    pub cut: bool,
    most: usize,
    end: u8,
}

impl<'a> Lines<'a> {
    /// The lines of which each keeps its first `most` bytes.
    pub(super) fn new(from: impl BufRead + 'a, most: usize) -> Self {
        Self { from: Box::new(from), number: 0, cut: false, most, end: b'\n' }
    }

    /// The same, ended by that byte: the first Macintosh wrote a lone carriage return.
    pub(super) fn ended_by(self, end: u8) -> Self {
        Self { end, ..self }
    }

    /// Reads the next line without its end into `line`; `false` at the end of the file.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn next(&mut self, line: &mut Vec<u8>) -> Result<bool> {
        line.clear();
        self.cut = false;
        let mut any = false;
        loop {
            let (used, ended) = {
                let bytes = self.from.fill_buf()?;
                if bytes.is_empty() {
                    break;
                }
                let end = bytes.iter().position(|b| *b == self.end);
                let text = bytes.get(..end.unwrap_or(bytes.len())).unwrap_or_default();
                let room = self.most.saturating_sub(line.len());
                self.cut |= text.len() > room;
                line.extend_from_slice(text.get(..text.len().min(room)).unwrap_or_default());
                (text.len() + usize::from(end.is_some()), end.is_some())
            };
            any = true;
            self.from.consume(used);
            if ended {
                break;
            }
        }
        if any {
            self.number += 1;
        }
        if line.last() == Some(&b'\r') {
            line.pop();
        }
        Ok(any)
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    #[test]
    fn lines_of_any_end_and_any_length() {
        let text = b"a\r\n\nbbbbbbbb\nc";
        for room in [1, 3, 64] {
            let from = BufReader::with_capacity(room, text.as_slice());
            let mut lines = Lines::new(from, 4);
            let (mut line, mut all) = (Vec::new(), Vec::new());
            while lines.next(&mut line).unwrap() {
                all.push((String::from_utf8(line.clone()).unwrap(), lines.cut));
            }
            let whole = [("a", false), ("", false), ("bbbb", true), ("c", false)];
            assert_eq!((all, lines.number), (whole.map(|(t, c)| (t.to_owned(), c)).to_vec(), 4));
        }
    }

    #[test]
    fn lines_of_the_first_macintosh() {
        let mut lines = Lines::new(b"a\r\"b\nc\"\rd".as_slice(), 64).ended_by(b'\r');
        let (mut line, mut all) = (Vec::new(), Vec::new());
        while lines.next(&mut line).unwrap() {
            all.push(String::from_utf8(line.clone()).unwrap());
        }
        assert_eq!(all, ["a", "\"b\nc\"", "d"]);
    }
}
