//! Tables of any kind of record: a sheet or a CSV file whose rows are contracts, promises, milestones… Their columns are headed by the
//! labels or names of the fields, links are names, and the sheets of a workbook may be of several kinds that lead to each other.
mod ahead;
mod cells;
pub(super) mod columns;
mod exported;
mod facts;
mod index;
mod join;
mod leads;
pub(super) mod links;
mod make;
pub(super) mod own;
mod row;
mod sound;
mod twin;

use std::path::Path;
use std::sync::Arc;

use self::columns::Heads;
use super::join::Import;
use super::options::Options;
use super::sheet::{Cell, Sheet, Workbook, image, text};
use super::source::{Source, Text, failed};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::progress::{Stage, Step};
use crate::lang::{Lang, Words};
use crate::store::fault::Fault;
use crate::store::stage::Pile;

pub(super) use join::finish;

/// A table that is read once all files are known: what its rows lead to may stand in another one.
pub(super) struct Waiting {
    /// The file, as it was named.
    file: Arc<str>,
    /// The sheet; empty where there are none.
    sheet: Arc<str>,
    heads: Heads,
    /// The rows below the heads.
    rows: Pile,
    /// Lines that could not be taken apart, and why.
    refused: Vec<(usize, Explain)>,
}

impl Waiting {
    fn new(sheet: &str, heads: Heads, import: &Import<'_>) -> Self {
        let (file, rows) = (import.file.clone(), import.shelf.stage.pile());
        Self { file, sheet: Arc::from(sheet), heads, rows, refused: Vec::new() }
    }

    fn hold(&mut self, line: usize, cells: &[Cell], import: &mut Import<'_>) -> Result<(), Fault> {
        import.watch.at(Step::new(Stage::Reading, import.read.get(), import.bytes))?;
        import.to_compare += 1;
        self.heads.learn(cells);
        import.shelf.stage.hold(self.rows, line, &image::text(cells))
    }
}

/// How sure it must be what the rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sure {
    /// The user, the sheet or the file says it.
    Said,
    /// The headers say it: more of them are understood than as anything else, which is the number.
    Known(usize),
}

/// A sheet whose rows are people or clients, which are read in a way of their own.
pub(super) struct Contacts {
    /// Which of the two.
    pub kind: Kind,
    /// The sheet.
    pub sheet: Sheet,
    /// The row above which titles stand, from 0.
    pub first: usize,
    /// It is an export of a program that is known by its heads.
    pub known: bool,
}

/// Sets the tables of a file aside, if it has any: the sheets of contacts among them, else `None`.
///
/// # Errors
/// The inner error: where a sheet is damaged or too large, and `import-columns-missing` where columns are that must be there.
pub(super) fn take(
    path: &Path,
    book: &mut Workbook,
    options: &Options,
    sure: Sure,
    import: &mut Import<'_>,
) -> Result<Result<Option<Vec<Contacts>>, Explain>, Fault> {
    let stem = stem(path);
    let tabs = book.tabs().to_vec();
    let alone = tabs.iter().filter(|t| !t.hidden).count() == 1;
    let (mut taken, mut contacts, mut left) = (false, Vec::new(), Vec::new());
    for tab in tabs.iter().filter(|t| !t.hidden) {
        let sheet = match book.read(&tab.name) {
            Ok(sheet) => sheet,
            Err(why) => return Ok(Err(why)),
        };
        let names: &[&str] = if alone { &[&tab.name, &stem] } else { &[&tab.name] };
        match heads(&sheet, options, names, sure) {
            None => left.push(sheet),
            Some(heads) if !heads.own && is_contacts(heads.kind) => {
                let first = if heads.shape.is_some() { heads.row } else { 0 };
                contacts.push(Contacts { kind: heads.kind, sheet, first, known: heads.shape.is_some() });
            }
            Some(heads) => {
                if let Err(why) = heads.check() {
                    return Ok(Err(why));
                }
                taken = true;
                wait(sheet, heads, import)?;
            }
        }
    }
    // People and clients alone are a matter of their own.
    let known = contacts.iter().any(|c| c.known);
    if !taken && !known && (contacts.len() < 2 || sure != Sure::Said) {
        return Ok(Ok(None));
    }
    for sheet in left.iter().filter(|s| !is_guide(&s.name) && s.rows.iter().any(|r| !r.is_empty())) {
        let note = Explain::new("import-sheet-left").with("file", &import.file);
        import.notes.push(note.with("sheet", &sheet.name));
    }
    Ok(Ok(Some(contacts)))
}

/// Sets the rows of a sheet aside.
fn wait(sheet: Sheet, heads: Heads, import: &mut Import<'_>) -> Result<(), Fault> {
    let mut waiting = Waiting::new(&sheet.name, heads, import);
    for (at, cells) in sheet.rows.iter().enumerate().skip(waiting.heads.row + 1) {
        waiting.hold(sheet.line(at), cells, import)?;
    }
    waiting.refused = sheet.refused;
    import.waiting.push(waiting);
    Ok(())
}

/// Sets the rows of a CSV file aside, if they are records and neither people nor clients; the inner error is why they cannot be taken.
pub(super) fn take_text(
    path: &Path,
    source: &Source,
    options: &Options,
    sure: Sure,
    import: &mut Import<'_>,
) -> Result<Option<Result<(), Explain>>, Fault> {
    let Some(heads) = text_heads(path, source.head(), options, sure) else { return Ok(None) };
    if let Err(why) = heads.check() {
        return Ok(Some(Err(why)));
    }
    let mut waiting = Waiting::new("", heads, import);
    let (mut rows, mut at) = (text::rows(Text::Kept(source)), 0);
    loop {
        match rows.next() {
            Ok(None) => break,
            Ok(Some(Err(refusal))) => {
                waiting.refused.extend(refusal.why.into_iter().map(|why| (refusal.line, why)));
            }
            Ok(Some(Ok((line, cells)))) => {
                if at > waiting.heads.row {
                    waiting.hold(line, &text::cells(&cells), import)?;
                }
                at += 1;
            }
            Err(error) => {
                import.shelf.stage.let_go(waiting.rows)?;
                return Ok(Some(Err(failed(&error))));
            }
        }
    }
    import.waiting.push(waiting);
    Ok(Some(Ok(())))
}

/// The heads of a text by how it begins, if its rows are records and neither people nor clients.
fn text_heads(path: &Path, beginning: &str, options: &Options, sure: Sure) -> Option<Heads> {
    let sheet = Workbook::of_text(beginning).read("").ok()?;
    heads(&sheet, options, &["", &stem(path)], sure).filter(|heads| heads.own || !is_contacts(heads.kind))
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The heads of a sheet, if it is so sure what its rows are.
fn heads(sheet: &Sheet, options: &Options, names: &[&str], sure: Sure) -> Option<Heads> {
    columns::find(&texts(sheet), options, names).filter(|heads| match sure {
        Sure::Said => heads.said,
        Sure::Known(other) => heads.said || heads.known > other,
    })
}

const fn is_contacts(kind: Kind) -> bool {
    matches!(kind, Kind::Account | Kind::Person)
}

/// Whether a sheet is the one that explains a template.
pub(super) fn is_guide(name: &str) -> bool {
    Lang::ALL.iter().any(|lang| Words::new(*lang).get("template-guide") == name)
}

/// The first rows as text, in which the heads are looked for.
fn texts(sheet: &Sheet) -> Vec<Vec<String>> {
    let text = |cell: &Cell| cell.text().map(|t| t.trim().to_owned()).unwrap_or_default();
    sheet.rows.iter().take(columns::LOOKED_AT).map(|row| row.iter().map(text).collect()).collect()
}
