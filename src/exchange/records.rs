//! Tables of any kind of record: a sheet or a CSV file whose rows are contracts, promises, milestones… Their columns are headed by the
//! labels or names of the fields, links are names, and the sheets of a workbook may be of several kinds that lead to each other.
mod ahead;
mod cells;
pub(super) mod columns;
mod join;
mod links;
mod row;
mod twin;

use std::path::Path;
use std::sync::Arc;

use self::columns::Heads;
use super::join::Import;
use super::options::Options;
use super::sheet::{Cell, Sheet, Workbook};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::lang::{Lang, Words};

pub(super) use join::finish;

/// A table that is read once all files are known: what its rows lead to may stand in another one.
pub(super) struct Waiting {
    /// The file, as it was named.
    file: Arc<str>,
    sheet: Sheet,
    heads: Heads,
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
}

/// Sets the tables of a file aside, if it has any: the sheets of contacts among them, else `None`.
///
/// # Errors
/// Where a sheet is damaged or too large, and `import-columns-missing` where columns are that must be there.
pub(super) fn take(
    path: &Path,
    book: &mut Workbook,
    options: &Options,
    sure: Sure,
    import: &mut Import<'_>,
) -> Result<Option<Vec<Contacts>>, Explain> {
    let stem = stem(path);
    let tabs = book.tabs().to_vec();
    let alone = tabs.iter().filter(|t| !t.hidden).count() == 1;
    let (mut taken, mut contacts, mut left) = (false, Vec::new(), Vec::new());
    for tab in tabs.iter().filter(|t| !t.hidden) {
        let sheet = book.read(&tab.name)?;
        let names: &[&str] = if alone { &[&tab.name, &stem] } else { &[&tab.name] };
        match heads(&sheet, options, names, sure) {
            None => left.push(sheet),
            Some(heads) if is_contacts(heads.kind) => contacts.push(Contacts { kind: heads.kind, sheet }),
            Some(heads) => {
                heads.check()?;
                taken = true;
                import.waiting.push(Waiting { file: import.file.clone(), sheet, heads });
            }
        }
    }
    // People and clients alone are a matter of their own.
    if !taken && (contacts.len() < 2 || sure != Sure::Said) {
        return Ok(None);
    }
    for sheet in left.iter().filter(|s| !is_guide(&s.name) && s.rows.iter().any(|r| !r.is_empty())) {
        let note = Explain::new("import-sheet-left").with("file", &import.file);
        import.notes.push(note.with("sheet", &sheet.name));
    }
    Ok(Some(contacts))
}

/// Whether a text may be such a table, by how it begins: people or clients alone are none.
pub(super) fn may_have(path: &Path, beginning: &str, options: &Options, sure: Sure) -> bool {
    let Ok(sheet) = Workbook::of_text(beginning).read("") else { return true };
    let heads = heads(&sheet, options, &["", &stem(path)], sure);
    heads.is_some_and(|heads| !is_contacts(heads.kind))
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
fn is_guide(name: &str) -> bool {
    Lang::ALL.iter().any(|lang| Words::new(*lang).get("template-guide") == name)
}

/// The first rows as text, in which the heads are looked for.
fn texts(sheet: &Sheet) -> Vec<Vec<String>> {
    let text = |cell: &Cell| cell.text().map(|t| t.trim().to_owned()).unwrap_or_default();
    sheet.rows.iter().take(columns::LOOKED_AT).map(|row| row.iter().map(text).collect()).collect()
}
