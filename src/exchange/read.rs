//! Files read into a plan, whatever they are: told apart by what is in them, not by what they are called.
mod post;
mod tables;

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::draft::Refusal;
use super::join::Import;
use super::options::Options;
use super::plan::Plan;
use super::records;
use super::sheet::is_spreadsheet;
use super::{calendar, encoding, json, vcard};
use crate::domain::explain::Explain;
use crate::domain::progress::{Unwatched, Watch};
use crate::domain::text::clean_line;
use crate::lang::value::Context;
use crate::store::Store;
use crate::store::fault::Fault;

/// The longest file that is read, in bytes.
const LONGEST: u64 = 512 * 1024 * 1024;

/// What a file is.
enum Format {
    Json,
    Vcard,
    Spreadsheet,
    Csv,
    /// In an encoding in which it cannot be read line by line.
    Calendar,
}

/// Reads the files, compares them with the book and says what would be done; writes nothing. A file that cannot be read is a
/// refused row with line 0 and stops no other.
///
/// # Errors
/// `import-map-header` for a map of a column that no file has, and faults of the book.
pub fn read(files: &[PathBuf], options: &Options, store: &Store, cx: &Context<'_>) -> Result<Plan, Explain> {
    read_watched(files, options, store, cx, &Unwatched)
}

/// The same, told to whoever watches as it goes on; stopped, it leaves nothing behind.
///
/// # Errors
/// As [`read`], and `job-stopped`.
pub fn read_watched(
    files: &[PathBuf],
    options: &Options,
    store: &Store,
    cx: &Context<'_>,
    watch: &dyn Watch,
) -> Result<Plan, Explain> {
    let told = |fault: Fault| fault.explain();
    let mut import = Import::new(store, &options.choices, watch).map_err(told)?;
    for path in files {
        import.file = Arc::from(clean_line(&path.display().to_string()));
        import.sheet = Arc::from("");
        if let Err(why) = one(path, options, &mut import, cx).map_err(told)? {
            import.refuse(None, Refusal::new(0, why)).map_err(told)?;
        }
    }
    records::finish(&mut import, cx).map_err(told)?;
    options.check_headers(&import.headers)?;
    import.finish().map_err(told)
}

/// Reads one file; the inner error is why it cannot be.
fn one(
    path: &Path,
    options: &Options,
    import: &mut Import<'_>,
    cx: &Context<'_>,
) -> Result<Result<(), Explain>, Fault> {
    if let Some(taken) = post::take(path, options, import, cx)? {
        return Ok(taken);
    }
    let bytes = match load(path) {
        Ok(bytes) => bytes,
        Err(why) => return Ok(Err(why)),
    };
    let decoded = encoding::decode(&bytes);
    let told = |key: &str| {
        let told = Explain::new(key).with("file", clean_line(&path.display().to_string()));
        told.with("encoding", decoded.encoding)
    };
    match sniff(&bytes, &decoded.text) {
        Err(why) => return Ok(Err(why)),
        Ok(Format::Json) => {
            if let Err(why) = json::read(&decoded.text, import)? {
                return Ok(Err(why));
            }
            import.files.push(told("import-file-json"));
        }
        Ok(Format::Vcard) => {
            vcard::read(&bytes, cx, |reading| import.take(reading))?;
            import.files.push(told("import-file-vcard"));
        }
        Ok(Format::Calendar) => {
            return post::calendar(&mut decoded.text.as_bytes(), path, options, import, cx);
        }
        Ok(Format::Spreadsheet) => return tables::spreadsheet((path, &bytes), options, import, cx),
        Ok(Format::Csv) => {
            return tables::csv(path, &decoded.text, options, import, cx, told("import-file-csv"));
        }
    }
    Ok(Ok(()))
}

/// Why a file cannot be read.
fn failed(error: &std::io::Error) -> Explain {
    match error.kind() {
        ErrorKind::NotFound => Explain::new("import-file-missing"),
        ErrorKind::PermissionDenied => Explain::new("import-file-denied"),
        ErrorKind::IsADirectory => Explain::new("import-file-folder"),
        _ => Explain::new("import-file-broken").with("error", error),
    }
}

/// The bytes of a file that is there, readable and not endless.
fn load(path: &Path) -> Result<Vec<u8>, Explain> {
    let file = File::open(path).map_err(|e| failed(&e))?;
    let mut bytes = Vec::new();
    file.take(LONGEST + 1).read_to_end(&mut bytes).map_err(|e| failed(&e))?;
    if bytes.len() as u64 > LONGEST {
        return Err(Explain::new("import-file-long"));
    }
    Ok(bytes)
}

/// What a file is, by what is in it.
fn sniff(bytes: &[u8], text: &str) -> Result<Format, Explain> {
    if bytes.starts_with(b"SQLite format 3\0") {
        return Err(Explain::new("import-is-book"));
    }
    if is_spreadsheet(bytes) {
        return Ok(Format::Spreadsheet);
    }
    let start = text.trim_start();
    if start.is_empty() {
        return Err(Explain::new("import-empty"));
    }
    if start.starts_with(['{', '[']) {
        return Ok(Format::Json);
    }
    if vcard::is_vcard(text) {
        return Ok(Format::Vcard);
    }
    if calendar::is_calendar(start) {
        return Ok(Format::Calendar);
    }
    let nulls = text.chars().take(2000).filter(|c| *c == '\0').count();
    if start.starts_with('<') || nulls > 20 {
        return Err(Explain::new("import-unknown-format"));
    }
    Ok(Format::Csv)
}
