//! CSV files and spreadsheets: tables of records, figures, or lists of people and clients, whichever they turn out to be.
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::exchange::draft::short;
use crate::exchange::join::Import;
use crate::exchange::options::Options;
use crate::exchange::programs::few;
use crate::exchange::records::{self, Sure};
use crate::exchange::sheet::Workbook;
use crate::exchange::source::{Source, Text, failed};
use crate::exchange::{encoding, enter, table};
use crate::lang::value::Context;
use crate::store::fault::Fault;

/// In so many bytes the heads of a table stand.
const HEADS: u64 = 16 * 1024;

/// The files, those before the others in which a known program names its accounts: elsewhere it may say only their numbers.
pub(super) fn accounts_first<'a>(files: &'a [PathBuf], options: &Options) -> Vec<&'a PathBuf> {
    let names_accounts = |path: &PathBuf| {
        // What comes through a pipe can be read only once.
        if !path.is_file() {
            return false;
        }
        let mut start = Vec::new();
        let head = File::open(path).map(|file| file.take(HEADS).read_to_end(&mut start));
        // What cannot be read is said when its turn comes.
        let text = encoding::decode(&start).text;
        let table = head.is_ok_and(|read| read.is_ok()).then(|| table::open(Text::Held(&text), options));
        table.and_then(Result::ok).is_some_and(|table| table.shape.is_some() && table.kind == Kind::Account)
    };
    let mut all: Vec<&PathBuf> = files.iter().collect();
    if all.len() > 1 {
        all.sort_by_cached_key(|path| !names_accounts(path));
    }
    all
}

/// Reads a CSV file: records of a kind that it names, figures, else a list of people or clients. Long ones are read to their end only
/// as what they seem to be by how they begin.
pub(super) fn csv(
    path: &Path,
    source: &Rc<Source>,
    options: &Options,
    import: &mut Import<'_>,
    cx: &Context<'_>,
) -> Result<Result<(), Explain>, Fault> {
    let (headers, start, text) = (import.headers.len(), source.head(), Text::Kept(source));
    let exported = || table::open(Text::Held(start), options).is_ok_and(|table| table.shape.is_some());
    if !options.figures.expected() && exported() {
        return contacts(text, "import-file-csv", options, import, cx);
    }
    if let Some(taken) = records::take_text(path, source, options, Sure::Said, import)? {
        return Ok(taken);
    }
    let all = !source.goes_on() || options.figures.expected();
    if options.kind().is_none()
        && (all || enter::may_have(path, start, options, import, cx)?)
        && let Some(taken) = enter::take(path, Workbook::of_source(source), options, import, cx)?
    {
        return Ok(taken);
    }
    if options.figures.expected() {
        return Ok(Err(no_figures(import)));
    }
    import.headers.truncate(headers);
    let known = Sure::Known(table::open(Text::Held(start), options).map_or(1, |t| t.known()));
    if let Some(taken) = records::take_text(path, source, options, known, import)? {
        return Ok(taken);
    }
    contacts(text, "import-file-csv", options, import, cx)
}

/// Reads a spreadsheet: figures, else a list of people or clients on its first sheet.
pub(super) fn spreadsheet(
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
        let known =
            text.and_then(|text| Some(table::open(Text::Held(&text), options).ok()?.known())).unwrap_or(1);
        let mut book = match Workbook::open(bytes) {
            Ok(book) => book,
            Err(why) => return Ok(Err(why)),
        };
        if let Some(taken) = tables(path, &mut book, Sure::Known(known), options, import, cx)? {
            import.headers.drain(before..);
            return Ok(taken);
        }
    }
    let text = first_sheet(bytes, cx).filter(|text| table::open(Text::Held(text), options).is_ok());
    let Some(text) = text.filter(|_| !options.figures.expected()) else {
        return Ok(Err(no_figures(import)));
    };
    import.headers.truncate(before);
    contacts(Text::Held(&text), "import-file-sheet", options, import, cx)
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
    let lists = match records::take(path, book, options, sure, import)? {
        Ok(None) => return Ok(None),
        Ok(Some(lists)) => lists,
        // What is damaged is said by whoever reads it last.
        Err(why) => {
            return Ok((sure != Sure::Said || why.key == "import-columns-missing").then_some(Err(why)));
        }
    };
    let mut answer = Ok(());
    for list in lists {
        let text = table::spreadsheet::text_from(&list.sheet, list.first, cx.words.lang());
        import.sheet = Arc::from(list.sheet.name.as_str());
        let options = options.of_kind(list.kind);
        answer = answer.and(contacts(Text::Held(&text), "import-file-sheet", &options, import, cx)?);
        import.sheet = Arc::from("");
    }
    Ok(Some(answer))
}

/// Reads people or accounts out of a table; `told` is what is said of it.
fn contacts(
    text: Text<'_>,
    told: &str,
    options: &Options,
    import: &mut Import<'_>,
    cx: &Context<'_>,
) -> Result<Result<(), Explain>, Fault> {
    let table = match table::open(text, options) {
        Ok(table) => table,
        Err(why) => return Ok(Err(why)),
    };
    import.headers.extend(table.headers.iter().cloned());
    let mut ends = 0;
    let read = table.each(|row| {
        if let (Ok((_, cells)), Some(shape)) = (&row, &table.shape)
            && shape.is_footer(cells)
        {
            ends += 1;
            return Ok(());
        }
        let reading = row.map_or_else(|refusal| Some(Err(refusal)), |row| table::draft(&row, &table, cx));
        reading.map_or(Ok(()), |reading| import.take(reading))
    })?;
    if let Err(error) = read {
        return Ok(Err(failed(&error)));
    }
    let Some(shape) = &table.shape else {
        let told = Explain::new(told).with("file", &import.file).with("kind", table.kind.name());
        let told =
            if let Text::Kept(source) = text { told.with("encoding", source.encoding()) } else { told };
        import.files.push(told.with("unknown", few(&table.unknown)));
        return Ok(Ok(()));
    };
    import.files.push(shape.told(&import.file, &table.unknown));
    import.notes.extend(shape.notes(&import.file, ends));
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
