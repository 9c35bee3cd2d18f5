//! One property of a card as a file has it: encodings undone, so that what is left is plain vCard in UTF-8.
use crate::exchange::encoding::decode_line;

/// A property before its value is decoded: continuation lines joined.
#[derive(Debug, Default)]
pub(super) struct Property {
    raw: Vec<u8>,
    /// Its value is quoted-printable: a `=` at the end of a line continues it.
    pub quoted_printable: bool,
    /// Its value is in base 64: lines without a colon continue it.
    pub base_64: bool,
}

/// The longest property that is kept, in bytes: longer ones are no words.
const LONGEST: usize = 1024 * 1024;

/// Properties whose value is a picture, a sound, a key or another card.
const LEFT_OUT: [&str; 5] = ["PHOTO", "LOGO", "SOUND", "KEY", "AGENT"];

impl Property {
    pub(super) fn new(line: &[u8]) -> Self {
        let head = line.split(|b| *b == b':').next().unwrap_or_default().to_ascii_uppercase();
        let parameters = || head.split(|b| *b == b';').skip(1);
        let is = |names: &[&[u8]]| parameters().any(|p| names.contains(&p));
        Self {
            raw: line.to_vec(),
            quoted_printable: is(&[b"ENCODING=QUOTED-PRINTABLE", b"QUOTED-PRINTABLE"]),
            base_64: is(&[b"ENCODING=BASE64", b"ENCODING=B", b"BASE64"]),
        }
    }

    /// Whether the next line belongs to this property whatever it begins with.
    pub(super) fn goes_on(&self) -> bool {
        self.quoted_printable && self.raw.last() == Some(&b'=')
    }

    /// Adds a line that continues this one.
    pub(super) fn join(&mut self, line: &[u8]) {
        if self.goes_on() {
            self.raw.pop();
        }
        let room = LONGEST.saturating_sub(self.raw.len());
        // Of what is left out not even its beginning is needed.
        let room = if self.base_64 { 0 } else { room };
        self.raw.extend_from_slice(line.get(..line.len().min(room)).unwrap_or_default());
    }

    pub(super) fn is_agent(&self) -> bool {
        self.raw.to_ascii_uppercase().starts_with(b"AGENT")
    }

    /// The property as plain vCard, `None` for one that is left out.
    pub(super) fn plain(&self) -> Option<String> {
        let colon = self.raw.iter().position(|b| *b == b':')?;
        let (head, value) = (self.raw.get(..colon)?, self.raw.get(colon + 1..)?);
        let head = decode_line(head, None);
        let mut parts = head.split(';');
        let name = parts.next().unwrap_or_default();
        let bare = name.rsplit('.').next().unwrap_or(name).trim();
        if self.base_64 || LEFT_OUT.iter().any(|n| n.eq_ignore_ascii_case(bare)) {
            return None;
        }
        let mut plain = name.to_owned();
        let mut charset = None;
        for part in parts {
            let upper = part.to_ascii_uppercase();
            if let Some(named) = upper.strip_prefix("CHARSET=") {
                charset = Some(named.trim_matches('"').to_owned());
            } else if !upper.starts_with("ENCODING=") && upper != "QUOTED-PRINTABLE" && upper != "8BIT" {
                plain.push(';');
                plain.push_str(part);
            }
        }
        plain.push(':');
        let decoded = if self.quoted_printable { unquoted(value) } else { value.to_vec() };
        let text = decode_line(&decoded, charset.as_deref());
        // A line end inside a value is written as vCard writes it; other controls mean nothing.
        let text = text.replace("\r\n", "\n").replace(['\n', '\r'], "\\n");
        plain.extend(text.chars().filter(|c| *c == '\t' || !c.is_control()));
        Some(plain)
    }
}

/// Quoted-printable undone. A separator that was written as `=3B` or `=2C` is part of the text: it gets a backslash.
fn unquoted(value: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(value.len());
    let mut rest = value;
    while let Some((first, tail)) = rest.split_first() {
        rest = tail;
        let code = (*first == b'=').then(|| hex(tail)).flatten();
        match code {
            Some(byte) => {
                if matches!(byte, b';' | b',') && out.last() != Some(&b'\\') {
                    out.push(b'\\');
                }
                out.push(byte);
                rest = tail.get(2..).unwrap_or_default();
            }
            None => out.push(*first),
        }
    }
    out
}

fn hex(digits: &[u8]) -> Option<u8> {
    let pair = std::str::from_utf8(digits.get(..2)?).ok()?;
    pair.bytes().all(|b| b.is_ascii_hexdigit()).then(|| u8::from_str_radix(pair, 16).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(line: &[u8]) -> Option<String> {
        Property::new(line).plain()
    }

    #[test]
    fn quoted_printable_is_read_with_and_without_charset() {
        let plain = |line: &str| plain(line.as_bytes()).unwrap();
        assert_eq!(plain("FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Espa=C3=B1a"), "FN:España");
        assert_eq!(plain("FN;ENCODING=QUOTED-PRINTABLE:Espa=C3=B1a"), "FN:España");
        assert_eq!(plain("FN;QUOTED-PRINTABLE:Espa=F1a"), "FN:España");
        assert_eq!(plain("NOTE;ENCODING=quoted-printable:a=0D=0Ab=3Bc"), "NOTE:a\\nb\\;c");
        assert_eq!(plain("NOTE;ENCODING=QUOTED-PRINTABLE:1=2 =ZZ ="), "NOTE:1=2 =ZZ =");
    }

    #[test]
    fn old_outlook_writes_latin_1() {
        assert_eq!(plain(b"TEL;TYPE=WORK:Pe\xf1a").unwrap(), "TEL;TYPE=WORK:Peña");
    }

    #[test]
    fn photos_and_what_is_no_property_are_left_out() {
        assert_eq!(plain(b"item1.PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ"), None);
        assert_eq!(plain(b"no colon here"), None);
    }
}
