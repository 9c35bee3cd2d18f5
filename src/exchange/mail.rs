//! Letters: a single one (`.eml`, `.emlx`) or a mailbox of many (mbox), one at a time.
mod html;
mod invitation;
mod letter;
mod quote;

use std::io::BufRead;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::calendar::Diary;
use super::draft::Refusal;
use super::lines::Lines;
use crate::domain::explain::Explain;
use crate::lang::Words;
pub(in crate::exchange) use html::plain_of_html;

/// The longest line that is kept, in bytes.
const LONGEST_LINE: usize = 256 * 1024;

/// The most of one letter that is kept, in bytes: what hangs on it is not.
const LARGEST: usize = 4 * 1024 * 1024;

/// The most bytes of coded content in a row that are kept: texts are shorter, pictures are not.
const LONGEST_CODE: usize = 512 * 1024;

/// Heads by which a letter is known.
const HEADS: [&str; 12] = [
    "from",
    "to",
    "date",
    "subject",
    "message-id",
    "mime-version",
    "received",
    "return-path",
    "delivered-to",
    "content-type",
    "x-mozilla-status",
    "reply-to",
];

/// How letters are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct How<'a> {
    /// The zone of this machine.
    pub zone: Tz,
    /// First and last day of the meetings to which letters invite.
    pub window: (NaiveDate, NaiveDate),
    /// The language in which attachments are named.
    pub words: &'a Words,
}

/// The lines of bytes that may have a mark before them.
fn lines_of(start: &[u8]) -> impl Iterator<Item = &[u8]> {
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    start.split(|b| *b == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line))
}

/// Whether bytes that begin like this are a mailbox.
pub(super) fn is_mailbox(start: &[u8]) -> bool {
    lines_of(start).next().is_some_and(begins_letter)
}

/// Whether bytes that begin like this are a letter.
pub(super) fn is_mail(start: &[u8]) -> bool {
    let mut lines = lines_of(start);
    let Some(first) = lines.next() else { return false };
    let counted = !first.trim_ascii().is_empty() && first.trim_ascii().iter().all(u8::is_ascii_digit);
    let first = if counted { None } else { Some(first) };
    let mut known = std::collections::BTreeSet::new();
    for line in first.into_iter().chain(lines).take(200) {
        if line.is_empty() {
            break;
        }
        if matches!(line.first(), Some(b' ' | b'\t')) {
            continue;
        }
        let Some(colon) = line.iter().position(|b| *b == b':') else { return false };
        let head = String::from_utf8_lossy(line.get(..colon).unwrap_or_default()).to_ascii_lowercase();
        if head.is_empty() || head.contains(char::is_whitespace) {
            return false;
        }
        known.extend(HEADS.iter().position(|h| *h == head));
    }
    known.len() >= 2
}

/// Whether a line parts two letters of a mailbox: `From `, somebody, and a day with its time and year.
fn begins_letter(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else { return false };
    let time = rest
        .windows(5)
        .any(|w| matches!(w, [a, b, b':', c, d] if [a, b, c, d].iter().all(|x| x.is_ascii_digit())));
    let year = rest
        .split(|b| *b == b' ')
        .any(|w| w.trim_ascii().len() == 4 && w.trim_ascii().iter().all(u8::is_ascii_digit));
    time && year
}

/// Reads letters and hands them over, in their order. Stops where `diary` does.
///
/// # Errors
/// The inner error is what the system says of the file, the outer one that of `diary`.
pub(super) fn read<D: Diary>(
    from: &mut dyn BufRead,
    how: How<'_>,
    diary: &mut D,
) -> Result<std::io::Result<usize>, D::Fault> {
    let mut lines = Lines::new(from, LONGEST_LINE);
    let mut line = Vec::new();
    let (mut letter, mut count) = (Letter::default(), 0);
    let mut after_empty = true;
    loop {
        match lines.next(&mut line) {
            Err(error) => return Ok(Err(error)),
            Ok(false) => break,
            Ok(true) => {}
        }
        if after_empty && begins_letter(&line) {
            count += usize::from(letter.end(how, diary)?);
            letter = Letter { line: lines.number, boxed: true, ..Letter::default() };
        } else if letter.line == 0 {
            // Apple puts the number of bytes before a letter.
            let counted = !line.is_empty() && line.iter().all(|b| b.is_ascii_digit() || *b == b' ');
            letter.line = lines.number;
            if !counted {
                letter.add(&line);
            }
        } else {
            letter.add(&line);
        }
        after_empty = line.is_empty();
    }
    count += usize::from(letter.end(how, diary)?);
    Ok(Ok(count))
}

/// A letter while it is read.
#[derive(Default)]
struct Letter {
    /// Where it begins; 0 while nothing was read.
    line: usize,
    /// It lies in a mailbox, where a line that begins with `From ` has a sign before it.
    boxed: bool,
    bytes: Vec<u8>,
    /// How many bytes of coded content stand in a row.
    coded: usize,
}

impl Letter {
    fn add(&mut self, line: &[u8]) {
        let is_code = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'=');
        self.coded = if line.len() > 40 && line.iter().all(is_code) { self.coded + line.len() } else { 0 };
        if self.coded > LONGEST_CODE || self.bytes.len() + line.len() > LARGEST {
            return;
        }
        let quoted = line.iter().position(|b| *b != b'>').filter(|at| *at > 0 && self.boxed);
        let unquoted = quoted.is_some_and(|at| line.get(at..).is_some_and(|rest| rest.starts_with(b"From ")));
        self.bytes.extend_from_slice(if unquoted { line.get(1..).unwrap_or_default() } else { line });
        self.bytes.extend_from_slice(b"\r\n");
    }

    /// Hands over what it says: itself, or the meetings to which it invites. Whether there was anything to read.
    fn end<D: Diary>(&self, how: How<'_>, diary: &mut D) -> Result<bool, D::Fault> {
        if !self.bytes.trim_ascii().is_empty() {
            letter::read(&self.bytes, self.line, how, diary)?;
        } else if self.boxed {
            diary.take(Err(Refusal::new(self.line, Explain::new("mail-unreadable"))))?;
        } else {
            return Ok(false);
        }
        Ok(true)
    }
}
