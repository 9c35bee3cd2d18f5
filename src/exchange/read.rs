//! Files read into a plan, whatever they are: told apart by what is in them, not by what they are called.
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::draft::{Refusal, short};
use super::join::Import;
use super::options::Options;
use super::plan::Plan;
use super::records::{self, Sure};
use super::sheet::{Workbook, is_spreadsheet};
use super::{encoding, enter, json, table, vcard};
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
            for reading in vcard::read(&bytes, cx) {
                import.take(reading)?;
            }
            import.files.push(told("import-file-vcard"));
        }
        Ok(Format::Spreadsheet) => return spreadsheet((path, &bytes), options, import, cx),
        Ok(Format::Csv) => {
            let before = import.headers.len();
            let sheets = || Workbook::of_text(&decoded.text);
            if let Some(taken) = tables(path, &mut sheets(), Sure::Said, options, import, cx)? {
                return Ok(taken);
            }
            if options.kind().is_none()
                && let Some(taken) = enter::take(path, sheets(), options, import, cx)?
            {
                return Ok(taken);
            }
            if options.figures.expected() {
                return Ok(Err(no_figures(import)));
            }
            import.headers.truncate(before);
            let known = Sure::Known(table::open(&decoded.text, options).map_or(1, |t| t.known()));
            if let Some(taken) = tables(path, &mut sheets(), known, options, import, cx)? {
                return Ok(taken);
            }
            return contacts(&decoded.text, options, import, cx, told("import-file-csv"));
        }
    }
    Ok(Ok(()))
}

/// Reads a spreadsheet: figures, else a list of people or clients on its first sheet.
fn spreadsheet(
    (path, bytes): (&Path, &[u8]),
    options: &Options,
    import: &mut Import<'_>,
    cx: &Context<'_>,
) -> Result<Result<(), Explain>, Fault> {
    let mut book = match Workbook::open(bytes) {
        Ok(book) => book,
        Err(why) => return Ok(Err(why)),
    };
    let before = import.headers.len();
    if let Some(taken) = tables(path, &mut book, Sure::Said, options, import, cx)? {
        return Ok(taken);
    }
    if options.kind().is_none()
        && let Some(taken) = enter::take(path, book, options, import, cx)?
    {
        return Ok(taken);
    }
    if !options.figures.expected() {
        let text = first_sheet(bytes, cx);
        let known = text.and_then(|text| table::open(&text, options).ok()).map_or(1, |t| t.known());
        let mut book = match Workbook::open(bytes) {
            Ok(book) => book,
            Err(why) => return Ok(Err(why)),
        };
        if let Some(taken) = tables(path, &mut book, Sure::Known(known), options, import, cx)? {
            import.headers.drain(before..);
            return Ok(taken);
        }
    }
    let text = first_sheet(bytes, cx).filter(|text| table::open(text, options).is_ok());
    let Some(text) = text.filter(|_| !options.figures.expected()) else {
        return Ok(Err(no_figures(import)));
    };
    import.headers.truncate(before);
    let told = Explain::new("import-file-sheet").with("file", clean_line(&path.display().to_string()));
    contacts(&text, options, import, cx, told)
}

/// Sets tables of records aside and reads the people and clients among their sheets; `None` if there are no tables.
fn tables(
    path: &Path,
    book: &mut Workbook,
    sure: Sure,
    options: &Options,
    import: &mut Import<'_>,
    cx: &Context<'_>,
) -> Result<Option<Result<(), Explain>>, Fault> {
    let lists = match records::take(path, book, options, sure, import) {
        Ok(None) => return Ok(None),
        Ok(Some(lists)) => lists,
        // What is damaged is said by whoever reads it last.
        Err(why) => {
            return Ok((sure != Sure::Said || why.key == "import-columns-missing").then_some(Err(why)));
        }
    };
    let mut answer = Ok(());
    for list in lists {
        let text = table::spreadsheet::text_of(&list.sheet, cx.words.lang());
        let told = Explain::new("import-file-sheet").with("file", &import.file);
        import.sheet = Arc::from(list.sheet.name.as_str());
        answer = answer.and(contacts(&text, &options.of_kind(list.kind), import, cx, told)?);
        import.sheet = Arc::from("");
    }
    Ok(Some(answer))
}

/// Reads people or accounts out of a CSV file; `told` is what is said of it.
fn contacts(
    text: &str,
    options: &Options,
    import: &mut Import<'_>,
    cx: &Context<'_>,
    told: Explain,
) -> Result<Result<(), Explain>, Fault> {
    let table = match table::open(text, options) {
        Ok(table) => table,
        Err(why) => return Ok(Err(why)),
    };
    import.headers.extend(table.headers.iter().cloned());
    let mut readings: Vec<_> = table.rows.iter().filter_map(|c| table::draft(c, &table, cx)).collect();
    readings.extend(table.refused.iter().cloned().map(Err));
    readings.sort_by_key(|r| r.as_ref().map_or_else(|refusal| refusal.line, |draft| draft.line));
    for reading in readings {
        import.take(reading)?;
    }
    let unknown = if table.unknown.is_empty() { "none".to_owned() } else { table.unknown.join(", ") };
    import.files.push(told.with("kind", table.kind.name()).with("unknown", unknown));
    Ok(Ok(()))
}

/// The first sheet that is shown, as text; `None` where it cannot be read.
fn first_sheet(bytes: &[u8], cx: &Context<'_>) -> Option<String> {
    let mut book = Workbook::open(bytes).ok()?;
    let name = book.tabs().iter().find(|tab| !tab.hidden)?.name.clone();
    let sheet = book.read(&name).ok()?;
    Some(table::spreadsheet::text_of(&sheet, cx.words.lang()))
}

/// Why a file is none of figures: its columns are not understood.
fn no_figures(import: &Import<'_>) -> Explain {
    let headers: Vec<_> = import.headers.iter().take(12).map(|h| short(h)).collect();
    let headers = if headers.is_empty() { "none".to_owned() } else { headers.join(", ") };
    Explain::new("import-no-figures").with("headers", headers)
}

/// The bytes of a file that is there, readable and not endless.
fn load(path: &Path) -> Result<Vec<u8>, Explain> {
    let failed = |error: &std::io::Error| match error.kind() {
        ErrorKind::NotFound => Explain::new("import-file-missing"),
        ErrorKind::PermissionDenied => Explain::new("import-file-denied"),
        ErrorKind::IsADirectory => Explain::new("import-file-folder"),
        _ => Explain::new("import-file-broken").with("error", error),
    };
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
    let upper = start.chars().take(20).collect::<String>().to_ascii_uppercase();
    let nulls = text.chars().take(2000).filter(|c| *c == '\0').count();
    if upper.starts_with("BEGIN:VCALENDAR") || start.starts_with('<') || nulls > 20 {
        return Err(Explain::new("import-unknown-format"));
    }
    Ok(Format::Csv)
}
