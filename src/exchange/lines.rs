//! Lines of a file, one at a time: however long the file or one of its lines is, memory stays small.
use std::io::{BufRead, Result};

/// The lines of a file.
pub(super) struct Lines<'a> {
    from: &'a mut dyn BufRead,
    /// Number of the line read last, from 1.
    pub number: usize,
    most: usize,
}

impl<'a> Lines<'a> {
    /// The lines of which each keeps its first `most` bytes.
    pub(super) fn new(from: &'a mut dyn BufRead, most: usize) -> Self {
        Self { from, number: 0, most }
    }

    /// Reads the next line without its end into `line`; `false` at the end of the file.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn next(&mut self, line: &mut Vec<u8>) -> Result<bool> {
        line.clear();
        let mut any = false;
        loop {
            let (used, ended) = {
                let bytes = self.from.fill_buf()?;
                if bytes.is_empty() {
                    break;
                }
                let end = bytes.iter().position(|b| *b == b'\n');
                let text = bytes.get(..end.unwrap_or(bytes.len())).unwrap_or_default();
                let room = self.most.saturating_sub(line.len());
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
            let mut from = BufReader::with_capacity(room, text.as_slice());
            let mut lines = Lines::new(&mut from, 4);
            let (mut line, mut all) = (Vec::new(), Vec::new());
            while lines.next(&mut line).unwrap() {
                all.push(String::from_utf8(line.clone()).unwrap());
            }
            assert_eq!((all, lines.number), (["a", "", "bbbb", "c"].map(str::to_owned).to_vec(), 4));
        }
    }
}
