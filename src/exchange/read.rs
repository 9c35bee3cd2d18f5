//! Files read into a plan, whatever they are: told apart by what is in them, not by what they are called.
mod heads;
mod post;
mod tables;

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use super::draft::Refusal;
use super::join::Import;
use super::options::Options;
use super::plan::Plan;
use super::records;
use super::seems::Seems;
use super::source::{Source, failed};
use super::{json, vcard};
use crate::domain::explain::Explain;
use crate::domain::progress::{Unwatched, Watch};
use crate::domain::text::clean_line;
use crate::lang::value::Context;
use crate::store::Store;
use crate::store::fault::Fault;
pub use heads::mappings;

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
    let files = tables::accounts_first(files, options);
    let lengths: Vec<u64> = files.iter().map(|path| path.metadata().map_or(0, |about| about.len())).collect();
    import.bytes = lengths.iter().sum();
    let mut before = 0;
    for (path, length) in files.into_iter().zip(lengths) {
        import.file = Arc::from(clean_line(&path.display().to_string()));
        import.sheet = Arc::from("");
        import.read.set(before);
        if let Err(why) = one(path, before, options, &mut import, cx).map_err(told)? {
            import.refuse(None, Refusal::new(0, why)).map_err(told)?;
        }
        before += length;
    }
    records::finish(&mut import, cx).map_err(told)?;
    options.check_headers(&import.headers)?;
    import.finish().map_err(told)
}

/// Reads one file, before which so many bytes of others were read; the inner error is why it cannot be.
fn one(
    path: &Path,
    before: u64,
    options: &Options,
    import: &mut Import<'_>,
    cx: &Context<'_>,
) -> Result<Result<(), Explain>, Fault> {
    let source = match Source::open(path, &import.read, before) {
        Ok(source) => Rc::new(source),
        Err(why) => return Ok(Err(why)),
    };
    let told = |key: &str| Explain::new(key).with("file", clean_line(&path.display().to_string()));
    let options = &heads::settled(&source, options, import)?;
    match Seems::of(&source) {
        Err(why) => return Ok(Err(why)),
        Ok(Seems::Json) => {
            if let Err(why) = json::read(&source, import)? {
                return Ok(Err(why));
            }
            import.files.push(told("import-file-json").with("encoding", source.encoding()));
        }
        Ok(Seems::Vcard) => {
            let lines = source.lines(vcard::LONGEST_LINE);
            if let Err(error) = vcard::read(lines, cx, |reading| import.take(reading))? {
                return Ok(Err(failed(&error)));
            }
            import.files.push(told("import-file-vcard").with("encoding", source.encoding()));
        }
        Ok(Seems::Calendar) => return post::calendar(&mut source.bytes(), path, options, import, cx),
        Ok(Seems::Mail | Seems::Mailbox) => {
            return post::letters(&mut source.bytes(), path, options, import, cx);
        }
        Ok(Seems::Spreadsheet) => {
            return match source.load() {
                Ok(bytes) => tables::spreadsheet((path, &bytes), options, import, cx),
                Err(why) => Ok(Err(why)),
            };
        }
        Ok(Seems::Csv) => return tables::csv(path, &source, options, import, cx),
    }
    Ok(Ok(()))
}
