//! What a file is, by how it begins: not by what it is called.
use super::sheet::is_spreadsheet;
use super::source::Source;
use super::{calendar, mail, vcard};
use crate::domain::explain::Explain;

/// What a file seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seems {
    /// A book, or records of one.
    Json,
    /// Cards of people.
    Vcard,
    /// A calendar.
    Calendar,
    /// One mail.
    Mail,
    /// A mailbox.
    Mailbox,
    /// A file of a spreadsheet program.
    Spreadsheet,
    /// Rows of cells as text.
    Csv,
}

/// How many zeros a text may have among its first characters: it has next to none.
const ZEROS: usize = 20;

impl Seems {
    /// End of the key of its words (`files-format-<name>`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Vcard => "vcard",
            Self::Calendar => "calendar",
            Self::Mail => "mail",
            Self::Mailbox => "mailbox",
            Self::Spreadsheet => "spreadsheet",
            Self::Csv => "csv",
        }
    }

    /// What a file is that is open.
    pub(super) fn of(source: &Source) -> Result<Self, Explain> {
        Self::of_start(source.start(), source.head(), source.goes_on())
    }

    /// What a file is that begins with these bytes, which are this text; `goes_on` where more follows.
    ///
    /// # Errors
    /// `import-is-book`, `import-empty`, `import-unknown-format`.
    pub(super) fn of_start(start: &[u8], text: &str, goes_on: bool) -> Result<Self, Explain> {
        let text = text.trim_start_matches('\u{feff}').trim_start();
        match () {
            () if is_book(start) => Err(Explain::new("import-is-book")),
            () if is_spreadsheet(start) => Ok(Self::Spreadsheet),
            () if text.is_empty() && !goes_on => Err(Explain::new("import-empty")),
            () if calendar::is_calendar(text) => Ok(Self::Calendar),
            () if mail::is_mailbox(start) => Ok(Self::Mailbox),
            () if mail::is_mail(start) => Ok(Self::Mail),
            () if text.starts_with(['{', '[']) => Ok(Self::Json),
            () if vcard::is_vcard(text) => Ok(Self::Vcard),
            () if text.starts_with('<') || is_binary(text) => Err(Explain::new("import-unknown-format")),
            () => Ok(Self::Csv),
        }
    }
}

/// Whether the bytes are those of a book.
pub(super) fn is_book(start: &[u8]) -> bool {
    start.starts_with(b"SQLite format 3\0")
}

/// Whether a text is none.
pub(super) fn is_binary(text: &str) -> bool {
    text.chars().take(2000).filter(|c| *c == '\0').count() > ZEROS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::encoding::decode;

    fn of(bytes: &[u8]) -> Result<&'static str, String> {
        Seems::of_start(bytes, &decode(bytes).text, false).map(Seems::name).map_err(|why| why.key)
    }

    #[test]
    fn a_file_is_told_apart_by_its_content() {
        for (bytes, name) in [
            (&b"Nombre;Correo\nAna;a@b.es\n"[..], "csv"),
            (b"\xef\xbb\xbfBEGIN:VCARD\r\nFN:Ana\r\n", "vcard"),
            (b"\n{\"cartera\": 1}", "json"),
            (b"begin:vcalendar\r\n", "calendar"),
            (b"From ana@b.es Mon Nov 23 10:00:00 2026\nFrom: ana@b.es\n", "mailbox"),
            (b"\xef\xbb\xbfFrom ana@b.es Mon Nov 23 10:00:00 2026\nFrom: ana@b.es\n", "mailbox"),
            (b"Received: from mx\r\n by b\r\nSubject: x\r\n\r\nHola\r\n", "mail"),
            (b"PK\x03\x04rest", "spreadsheet"),
            // Words that a letter begins with make no letter of a table.
            (b"From Madrid;To\n1;2\n", "csv"),
            (b"To: do;x\n1;2\n", "csv"),
        ] {
            assert_eq!(of(bytes), Ok(name));
        }
        assert_eq!(of(b"SQLite format 3\0...").unwrap_err(), "import-is-book");
        assert_eq!(of(b" \n").unwrap_err(), "import-empty");
        assert_eq!(of(b"<html>").unwrap_err(), "import-unknown-format");
    }
}
