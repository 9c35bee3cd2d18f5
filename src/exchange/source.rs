//! A file read piece by piece, from its beginning as often as is needed: however long it is, memory stays small. How it is written
//! is seen by how it begins; what is in UTF-16 becomes UTF-8 on the way.
use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, ErrorKind, Read, Seek, SeekFrom};
use std::path::Path;
use std::rc::Rc;

use encoding_rs::{CoderResult, Decoder, Encoding};

use super::encoding;
use super::lines::Lines;
use crate::domain::explain::Explain;

/// The longest file that is read whole, in bytes: spreadsheets, and what comes through a pipe.
const LONGEST: u64 = 512 * 1024 * 1024;

/// By so many bytes it is seen what a file is.
const HEAD: usize = 256 * 1024;

/// How much is read at a time, in bytes.
const ROOM: usize = 64 * 1024;

/// A file that is open.
#[derive(Debug)]
pub(super) struct Source {
    file: File,
    /// The bytes with which it begins.
    start: Vec<u8>,
    /// The whole lines of them, as text.
    head: String,
    /// The file goes on after its head.
    goes_on: bool,
    /// How all of it is written, if not every line could be written its own way.
    whole: Option<&'static Encoding>,
    /// How many bytes of a mark stand before the text.
    mark: u64,
    line_end: u8,
    encoding: &'static str,
    /// Some line was no UTF-8.
    odd: Cell<bool>,
    /// Where it is told how much was read of this file and those before, in bytes, and how much that was before this one.
    read: Rc<Cell<u64>>,
    before: u64,
}

/// A text that can be read again: of a file, or in memory.
#[derive(Debug, Clone, Copy)]
pub(super) enum Text<'a> {
    /// In memory.
    Held(&'a str),
    /// Of a file.
    Kept(&'a Source),
}

/// Why a file cannot be read.
pub(super) fn failed(error: &io::Error) -> Explain {
    match error.kind() {
        ErrorKind::NotFound => Explain::new("import-file-missing"),
        ErrorKind::PermissionDenied => Explain::new("import-file-denied"),
        ErrorKind::IsADirectory => Explain::new("import-file-folder"),
        _ => Explain::new("import-file-broken").with("error", error),
    }
}

impl Source {
    /// Opens a file; `read` is told how much of it and of those before was read, which were `before` bytes.
    ///
    /// # Errors
    /// `import-file-missing`, `-denied`, `-folder`, `-long` of a pipe that does not end, `-broken`.
    pub(super) fn open(path: &Path, read: &Rc<Cell<u64>>, before: u64) -> Result<Self, Explain> {
        let file = File::open(path).and_then(|file| Ok((file.metadata()?, file))).map_err(|e| failed(&e))?;
        let file = match file {
            (about, _) if about.is_dir() => return Err(Explain::new("import-file-folder")),
            (about, file) if about.is_file() => file,
            (_, pipe) => caught(pipe)?,
        };
        Self::of(file, read, before).map_err(|e| failed(&e))
    }

    fn of(file: File, read: &Rc<Cell<u64>>, before: u64) -> io::Result<Self> {
        let mut start = Vec::new();
        Piece { file: &file, at: 0, told: None }.take(HEAD as u64 + 1).read_to_end(&mut start)?;
        let goes_on = start.len() > HEAD;
        start.truncate(HEAD);
        let marked = Encoding::for_bom(&start);
        let decoded = encoding::decode(&start);
        let mut head = decoded.text.into_owned();
        if let Some((_, last)) = head.rsplit_once('\n').filter(|_| goes_on) {
            head.truncate(head.len() - last.len());
        }
        let encoding = decoded.encoding;
        let whole = encoding::is_utf_16(&start).then(|| Encoding::for_label(encoding.as_bytes())).flatten();
        Ok(Self {
            head,
            goes_on,
            whole,
            mark: marked.map_or(0, |(_, length)| length as u64),
            line_end: encoding::line_end(&start),
            encoding,
            odd: Cell::new(false),
            start,
            file,
            read: read.clone(),
            before,
        })
    }

    /// The bytes with which it begins.
    pub(super) fn start(&self) -> &[u8] {
        &self.start
    }

    /// The text with which it begins: whole lines, if it has several.
    pub(super) fn head(&self) -> &str {
        &self.head
    }

    /// Whether the file goes on after its head.
    pub(super) const fn goes_on(&self) -> bool {
        self.goes_on
    }

    /// The encoding as it is called; what was read so far counts.
    pub(super) fn encoding(&self) -> &'static str {
        if self.odd.get() { encoding_rs::WINDOWS_1252.name() } else { self.encoding }
    }

    /// Its bytes from the first on; UTF-16 is UTF-8 by then, and the mark before the text is gone.
    pub(super) fn bytes(&self) -> Box<dyn BufRead + '_> {
        let told = Some((&*self.read, self.before));
        let piece = Piece { file: &self.file, at: self.mark, told };
        match self.whole {
            None => Box::new(BufReader::with_capacity(ROOM, piece)),
            Some(encoding) => {
                let decoder = encoding.new_decoder_without_bom_handling();
                let decoding =
                    Decoding { from: BufReader::with_capacity(ROOM, piece), decoder, ended: false };
                Box::new(BufReader::with_capacity(ROOM, decoding))
            }
        }
    }

    /// Its lines, of which each keeps its first `most` bytes.
    pub(super) fn lines(&self, most: usize) -> Lines<'_> {
        Lines::new(self.bytes(), most).ended_by(self.line_end)
    }

    /// All of it, as it is.
    ///
    /// # Errors
    /// `import-file-long`, and what the system says.
    pub(super) fn load(&self) -> Result<Vec<u8>, Explain> {
        let mut bytes = Vec::new();
        let piece = Piece { file: &self.file, at: 0, told: None };
        piece.take(LONGEST + 1).read_to_end(&mut bytes).map_err(|e| failed(&e))?;
        if bytes.len() as u64 > LONGEST { Err(Explain::new("import-file-long")) } else { Ok(bytes) }
    }
}

/// What comes through a pipe, in a file of its own that goes with the process.
fn caught(pipe: File) -> Result<File, Explain> {
    let mut file = tempfile::tempfile().map_err(|e| failed(&e))?;
    let length = io::copy(&mut pipe.take(LONGEST + 1), &mut file).map_err(|e| failed(&e))?;
    if length > LONGEST { Err(Explain::new("import-file-long")) } else { Ok(file) }
}

impl<'a> Text<'a> {
    /// How it begins, in whole lines.
    pub(super) fn head(self) -> &'a str {
        match self {
            Self::Held(text) => text,
            Self::Kept(source) => source.head(),
        }
    }

    /// Its lines, of which each keeps its first `most` bytes.
    pub(super) fn lines(self, most: usize) -> Lines<'a> {
        match self {
            Self::Held(text) => {
                Lines::new(Cursor::new(text), most).ended_by(encoding::line_end(text.as_bytes()))
            }
            Self::Kept(source) => source.lines(most),
        }
    }

    /// The text of one of its lines.
    pub(super) fn decode(self, line: &[u8]) -> String {
        if let (Self::Kept(source), Err(_)) = (self, std::str::from_utf8(line)) {
            source.odd.set(source.whole.is_none());
        }
        encoding::decode_line(line, None)
    }
}

/// A file read from some place on, whatever else is read of it; whoever is told learns how far it was read.
struct Piece<'a> {
    file: &'a File,
    at: u64,
    told: Option<(&'a Cell<u64>, u64)>,
}

impl Read for Piece<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let mut file = self.file;
        file.seek(SeekFrom::Start(self.at))?;
        let count = file.read(into)?;
        self.at += count as u64;
        if let Some((read, before)) = self.told {
            read.set(before + self.at);
        }
        Ok(count)
    }
}

/// Bytes of another encoding as UTF-8.
struct Decoding<R> {
    from: R,
    decoder: Decoder,
    ended: bool,
}

impl<R: BufRead> Read for Decoding<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        // A character that does not fit is written next time; there is always room for one.
        while !self.ended && into.len() >= 8 {
            let bytes = self.from.fill_buf()?;
            let last = bytes.is_empty();
            let (result, used, written, _) = self.decoder.decode_to_utf8(bytes, into, last);
            self.from.consume(used);
            self.ended = last && result == CoderResult::InputEmpty;
            if written > 0 {
                return Ok(written);
            }
        }
        Ok(0)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn source(bytes: &[u8]) -> Source {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(bytes).unwrap();
        Source::of(file, &Rc::default(), 0).unwrap()
    }

    fn read(source: &Source) -> String {
        let text = Text::Kept(source);
        let (mut lines, mut line, mut all) = (text.lines(1000), Vec::new(), String::new());
        while lines.next(&mut line).unwrap() {
            all.push_str(&text.decode(&line));
            all.push('\n');
        }
        all
    }

    #[test]
    fn every_encoding_is_read_again_and_again_and_wherever_it_is_cut() {
        let text = "Peñarroya;1 €;👍\n".repeat(9_000);
        let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), "UTF-8"),
            (marked(b"\xef\xbb\xbf", text.as_bytes()), "UTF-8"),
            (marked(b"\xff\xfe", &le), "UTF-16LE"),
            (marked(b"\xfe\xff", &be), "UTF-16BE"),
        ] {
            let source = source(&bytes);
            assert_eq!((read(&source) == text, source.encoding()), (true, encoding));
            assert!(read(&source) == text && source.goes_on() == (bytes.len() > HEAD));
            assert!(source.head().ends_with('\n') && text.starts_with(source.head()));
            assert_eq!(source.read.get(), bytes.len() as u64);
        }
    }

    #[test]
    fn what_windows_wrote_far_below_is_read_as_such() {
        let mut bytes = "Ana;Almazara\n".repeat(50_000).into_bytes();
        bytes.extend(b"Jos\xe9\nPe\xf1a;1 \x80\n");
        let source = source(&bytes);
        assert_eq!(source.encoding(), "UTF-8");
        assert!(read(&source).ends_with("Almazara\nJosé\nPeña;1 €\n"));
        assert_eq!(source.encoding(), "windows-1252");
    }

    #[test]
    fn lines_of_the_first_macintosh_may_have_line_feeds_in_their_cells() {
        assert_eq!(read(&source(b"a;b\r\"c\nd\";e\r")), "a;b\n\"c\nd\";e\n");
    }

    #[test]
    fn a_folder_and_what_is_not_there_are_told_apart() {
        let open = |path: &Path| Source::open(path, &Rc::default(), 0).unwrap_err().key;
        assert_eq!(open(Path::new("/")), "import-file-folder");
        assert_eq!(open(Path::new("/no/such/file")), "import-file-missing");
    }
}
