//! A JSON document taken apart into its records, each with its line, so that a broken one costs only itself. It is read piece by piece:
//! however long it is, no more than one record of it is in memory.
use std::io::{BufRead, Error, ErrorKind, Result as Told};

use crate::exchange::encoding::decode_line;

/// The longest record, in bytes.
const LONGEST: usize = 16 * 1024 * 1024;

/// How much is read at a time, in bytes.
const ROOM: usize = 64 * 1024;

/// A part of a document.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Key and text of a value of the document that is no array.
    Value(String, String),
    /// Key of an array whose elements follow.
    Array(String),
    /// Line and text of an element; no text of one that is too long.
    Item(usize, Option<String>),
}

/// Why a document is not gone through to its end.
enum Stop<E> {
    /// It stops being one.
    Broken,
    Refused(E),
}

/// A text that is not kept.
struct TooLong;

struct Scan<'a> {
    from: Box<dyn BufRead + 'a>,
    ahead: Vec<u8>,
    at: usize,
    line: usize,
    /// The text that is kept, if one is.
    kept: Vec<u8>,
    keeps: bool,
    failed: Option<Error>,
}

/// Hands the parts of a document over, in its order; the line where it stops being one.
///
/// # Errors
/// The inner error is what the system says of the file, the outer one what `each` refuses.
pub(super) fn each<E>(
    from: impl BufRead,
    mut each: impl FnMut(Part) -> Result<(), E>,
) -> Result<Told<Option<usize>>, E> {
    let mut scan = Scan {
        from: Box::new(from),
        ahead: Vec::with_capacity(ROOM),
        at: 0,
        line: 1,
        kept: Vec::new(),
        keeps: false,
        failed: None,
    };
    let broken = match scan.document(&mut each) {
        Ok(()) => None,
        Err(Stop::Broken) => Some(scan.line),
        Err(Stop::Refused(why)) => return Err(why),
    };
    Ok(scan.failed.map_or(Ok(broken), Err))
}

impl Scan<'_> {
    fn peek(&mut self) -> Option<u8> {
        if self.at >= self.ahead.len() {
            self.fill();
        }
        self.ahead.get(self.at).copied()
    }

    fn fill(&mut self) {
        self.at = 0;
        self.ahead.clear();
        let used = loop {
            match self.from.fill_buf() {
                Ok(bytes) => {
                    self.ahead.extend_from_slice(bytes);
                    break bytes.len();
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => {
                    self.failed = Some(error);
                    return;
                }
            }
        };
        self.from.consume(used);
    }

    fn step(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        self.line += usize::from(byte == b'\n');
        if self.keeps && self.kept.len() <= LONGEST {
            self.kept.push(byte);
        }
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

    /// Goes beyond a string; its first quotation mark comes next.
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

    /// Goes beyond any value, found by its brackets and quotation marks only.
    fn value(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.peek()? {
                b'"' => self.string()?,
                b'{' | b'[' => {
                    depth += 1;
                    self.step()?;
                }
                b'}' | b']' | b',' if depth == 0 => return Some(()),
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
                return Some(());
            }
        }
    }

    /// The text of what is gone beyond.
    fn keep(&mut self, go: fn(&mut Self) -> Option<()>) -> Option<Result<String, TooLong>> {
        self.kept.clear();
        self.keeps = true;
        let whole = go(self);
        self.keeps = false;
        whole?;
        if self.kept.len() > LONGEST {
            self.kept = Vec::new();
            return Some(Err(TooLong));
        }
        let text = self.kept.trim_ascii_end();
        (!text.is_empty()).then(|| Ok(decode_line(text, None)))
    }

    fn document<E>(&mut self, each: &mut impl FnMut(Part) -> Result<(), E>) -> Result<(), Stop<E>> {
        self.sign(b'{').ok_or(Stop::Broken)?;
        self.space();
        if self.peek().ok_or(Stop::Broken)? == b'}' {
            return Ok(());
        }
        loop {
            self.space();
            let key = self.keep(Self::string).and_then(Result::ok).ok_or(Stop::Broken)?;
            let key = key.trim_matches('"').to_owned();
            self.sign(b':').ok_or(Stop::Broken)?;
            self.space();
            if self.peek().ok_or(Stop::Broken)? == b'[' {
                // The array is told before it is read: what is whole of a cut one counts.
                each(Part::Array(key)).map_err(Stop::Refused)?;
                self.array(each)?;
            } else {
                let text = self.keep(Self::value).ok_or(Stop::Broken)?.unwrap_or_default();
                each(Part::Value(key, text)).map_err(Stop::Refused)?;
            }
            if self.ends(b'}')? {
                return Ok(());
            }
        }
    }

    fn array<E>(&mut self, each: &mut impl FnMut(Part) -> Result<(), E>) -> Result<(), Stop<E>> {
        self.sign(b'[').ok_or(Stop::Broken)?;
        self.space();
        if self.peek().ok_or(Stop::Broken)? == b']' {
            return self.sign(b']').ok_or(Stop::Broken);
        }
        loop {
            self.space();
            let line = self.line;
            let text = self.keep(Self::value).ok_or(Stop::Broken)?;
            each(Part::Item(line, text.ok())).map_err(Stop::Refused)?;
            if self.ends(b']')? {
                return Ok(());
            }
        }
    }

    /// Whether what is open ends here; a comma says that it goes on.
    fn ends<E>(&mut self, end: u8) -> Result<bool, Stop<E>> {
        self.space();
        match self.step() {
            Some(b',') => Ok(false),
            Some(byte) if byte == end => Ok(true),
            Some(_) | None => Err(Stop::Broken),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::io::BufReader;

    use super::*;

    fn parts(text: &str) -> (Vec<Part>, Option<usize>) {
        let mut all = Vec::new();
        // Whatever is read at a time.
        let from = BufReader::with_capacity(3, text.as_bytes());
        let Ok(told) = each(from, |part| {
            all.push(part);
            Ok::<_, Infallible>(())
        });
        (all, told.unwrap())
    }

    fn array(key: &str) -> Part {
        Part::Array(key.to_owned())
    }

    fn item(line: usize, text: &str) -> Part {
        Part::Item(line, Some(text.to_owned()))
    }

    #[test]
    fn records_are_found_with_their_lines() {
        let text = "{\"format\": \"x\",\n\"a\": [\n{\"k\":\"],}\\\"\"},\n[1,{}] , 3\n], \"b\":[] }\n";
        let (parts, broken) = parts(text);
        let value = Part::Value("format".to_owned(), "\"x\"".to_owned());
        let a = [item(3, "{\"k\":\"],}\\\"\"}"), item(4, "[1,{}]"), item(4, "3")];
        assert_eq!(parts, [value, array("a")].into_iter().chain(a).chain([array("b")]).collect::<Vec<_>>());
        assert_eq!(broken, None);
    }

    #[test]
    fn a_cut_document_gives_what_is_whole() {
        let (parts, broken) = parts("{\"a\":[\n{\"x\":1},\n{\"y\":");
        assert_eq!(parts, [array("a"), item(2, "{\"x\":1}")]);
        assert_eq!(broken, Some(3));
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
            assert!(parts(text).1.is_some(), "{text}");
        }
    }

    #[test]
    fn a_record_that_never_ends_is_told_without_its_text() {
        let text = format!("{{\"a\":[\"{}\",\n7]}}", "x".repeat(LONGEST));
        assert_eq!(parts(&text), (vec![array("a"), Part::Item(1, None), item(2, "7")], None));
    }
}
