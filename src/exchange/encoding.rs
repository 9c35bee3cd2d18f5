//! Bytes to text: byte order marks, UTF-16 without one, UTF-8, and what old programs of the West wrote.
use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A file as text: its own bytes, if they are such.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decoded<'a> {
    /// The text, lines ended by `\n` or `\r\n`.
    pub text: Cow<'a, str>,
    /// The encoding that was found.
    pub encoding: &'static str,
}

/// The text of a file, whatever it was written in. Never fails: what is no UTF-8 is taken for Windows-1252, of which
/// Latin-1 is a part.
pub(super) fn decode(bytes: &[u8]) -> Decoded<'_> {
    let (encoding, skip) = Encoding::for_bom(bytes)
        .or_else(|| utf_16_without_mark(bytes).map(|e| (e, 0)))
        .unwrap_or_else(|| (if is_utf_8(bytes) { UTF_8 } else { WINDOWS_1252 }, 0));
    let rest = bytes.get(skip..).unwrap_or_default();
    let (text, _) = encoding.decode_without_bom_handling(rest);
    Decoded { text: line_feeds(text), encoding: encoding.name() }
}

/// Whether the file is UTF-16.
pub(super) fn is_utf_16(bytes: &[u8]) -> bool {
    let marked = Encoding::for_bom(bytes).is_some_and(|(e, _)| e != UTF_8);
    marked || utf_16_without_mark(bytes).is_some()
}

/// Text of one line of a file of which other lines may be written otherwise.
pub(super) fn decode_line(bytes: &[u8], charset: Option<&str>) -> String {
    let named = charset.and_then(|c| Encoding::for_label(c.trim().as_bytes()));
    if let Some(text) = named.and_then(|e| e.decode_without_bom_handling_and_without_replacement(bytes)) {
        return text.into_owned();
    }
    let encoding = if is_utf_8_line(bytes) { UTF_8 } else { WINDOWS_1252 };
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// UTF-8; a last character that is cut is one only after others that are whole: `Jos\xe9` is what Windows writes.
fn is_utf_8_line(bytes: &[u8]) -> bool {
    match std::str::from_utf8(bytes) {
        Ok(_) => true,
        Err(e) => e.error_len().is_none() && !bytes.get(..e.valid_up_to()).unwrap_or_default().is_ascii(),
    }
}

/// What ends the lines of a file that begins like this: a line feed, or the lone carriage return of the first Macintosh, whose
/// programs wrote line feeds only inside of quotation marks.
pub(super) fn line_end(start: &[u8]) -> u8 {
    let (mut quoted, mut returns) = (false, false);
    for byte in start {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => return b'\n',
            b'\r' if !quoted => returns = true,
            _ => {}
        }
    }
    if returns { b'\r' } else { b'\n' }
}

/// UTF-8, if need be cut in the middle of its last character.
fn is_utf_8(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).map_or_else(|e| e.error_len().is_none(), |_| true)
}

/// Western text in UTF-16 has a zero in nearly every other byte.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..bytes.len().min(2000)).unwrap_or_default();
    let half = start.len() / 2;
    let zeros = |odd: usize| start.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match () {
        () if half < 4 => None,
        () if odd * 2 > half && even * 10 < half => Some(UTF_16LE),
        () if even * 2 > half && odd * 10 < half => Some(UTF_16BE),
        () => None,
    }
}

/// Lines that end with a lone carriage return, as the first Macintosh wrote them, end with a line feed.
fn line_feeds(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains('\r') && !text.contains('\n') { text.replace('\r', "\n").into() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf_16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn every_encoding_of_a_spreadsheet_is_recognised() {
        let text = "Peñarroya;Núñez\n";
        let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        let mut marked = vec![0xef, 0xbb, 0xbf];
        marked.extend(text.as_bytes());
        let mut le = vec![0xff, 0xfe];
        le.extend(utf_16(text, u16::to_le_bytes));
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), "UTF-8"),
            (marked, "UTF-8"),
            (latin, "windows-1252"),
            (le, "UTF-16LE"),
            (utf_16(text, u16::to_le_bytes), "UTF-16LE"),
            (utf_16(text, u16::to_be_bytes), "UTF-16BE"),
        ] {
            assert_eq!(decode(&bytes), Decoded { text: text.into(), encoding });
        }
    }

    #[test]
    fn a_euro_sign_of_windows_is_a_euro_sign() {
        assert_eq!(decode(b"1 \x80").text, "1 €");
    }

    #[test]
    fn a_file_cut_inside_a_character_is_still_utf_8() {
        assert_eq!(decode("Peña y Ñ".as_bytes().split_last().unwrap().1).encoding, "UTF-8");
    }

    #[test]
    fn a_wrong_charset_does_not_spoil_the_line() {
        assert_eq!(decode_line(b"Pe\xf1a", Some("UTF-8")), "Peña");
        assert_eq!(decode_line("Peña".as_bytes(), None), "Peña");
        assert_eq!(decode_line(b"Pe\xf1a", Some("ISO-8859-1")), "Peña");
        assert_eq!(decode_line("Peña".as_bytes(), Some("nonsense")), "Peña");
        assert_eq!(decode_line(b"Jos\xe9", None), "José");
        assert_eq!(decode_line(b"Pe\xc3\xb1a y \xc3", None), "Peña y \u{fffd}");
    }

    #[test]
    fn lines_end_as_their_first_ones_do() {
        for (start, end) in [("a\r\nb\r\n", b'\n'), ("a\rb\r", b'\r'), ("\"a\nb\"\rc", b'\r'), ("a", b'\n')] {
            assert_eq!(line_end(start.as_bytes()), end, "{start:?}");
        }
    }
}
