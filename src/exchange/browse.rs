//! Folders and files as they are looked at before something is imported: what is there, what could be read, how a file begins.
mod dropped;

use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use chrono::NaiveDate;

use super::encoding::decode;
use super::seems::{Seems, is_binary, is_book};
use crate::domain::explain::Explain;
use crate::domain::text::{clean, clean_line, fold};
pub use dropped::paths;

/// The most that is shown of a folder.
const MOST: usize = 5000;

/// How much of a file is looked at, in bytes.
const BEGINNING: u64 = 16 * 1024;

/// How many lines are shown of it, and how long they are.
const LINES: usize = 60;
const LONGEST: usize = 240;

/// The ends of the names of files that can be imported.
const ENDS: [&str; 17] = [
    "vcf", "vcard", "csv", "tsv", "txt", "json", "xlsx", "xlsm", "xls", "ods", "ics", "ical", "ifb", "eml",
    "mbox", "mbx", "mht",
];

/// A folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folder {
    /// Where it is.
    pub path: PathBuf,
    /// What is in it: folders first, each by name.
    pub items: Vec<Item>,
    /// How many more there are than are listed.
    pub more: usize,
}

/// A file or a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it is called, on one line.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// It is a folder.
    pub is_folder: bool,
    /// Its name says that it could be imported.
    pub fits: bool,
    /// Its length in bytes; 0 of a folder.
    pub size: u64,
    /// When it was changed last, to be compared.
    pub changed: Option<SystemTime>,
    /// The day of that.
    pub day: Option<NaiveDate>,
}

impl Item {
    /// Whether it is one of those that systems hide.
    pub fn is_hidden(&self) -> bool {
        self.name.starts_with('.')
    }
}

/// Looks into a folder. `day` tells the local day of a moment.
///
/// # Errors
/// `files-missing`, `files-denied` or `files-broken`, each with the folder.
pub fn folder(path: &Path, day: impl Fn(SystemTime) -> NaiveDate) -> Result<Folder, Explain> {
    let entries = fs::read_dir(path).map_err(|error| refused(path, &error))?;
    let mut items: Vec<Item> = entries.flatten().filter_map(|entry| item(entry.path(), &day)).collect();
    let more = items.len().saturating_sub(MOST);
    items.sort_by_cached_key(|item| (!item.is_folder, fold(&item.name)));
    items.truncate(MOST);
    Ok(Folder { path: path.to_owned(), items, more })
}

fn refused(path: &Path, error: &std::io::Error) -> Explain {
    let key = match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => "files-missing",
        ErrorKind::PermissionDenied => "files-denied",
        _ => "files-broken",
    };
    Explain::new(key).with("path", clean_line(&path.display().to_string())).with("error", error)
}

/// What stands at a path; `None` for what is neither a file nor a folder, or gone.
fn item(path: PathBuf, day: impl Fn(SystemTime) -> NaiveDate) -> Option<Item> {
    let about = fs::metadata(&path).ok().filter(|about| about.is_dir() || about.is_file())?;
    let changed = about.modified().ok();
    let is_folder = about.is_dir();
    Some(Item {
        name: clean_line(&path.file_name()?.to_string_lossy()),
        is_folder,
        fits: !is_folder && fits(&path),
        size: if is_folder { 0 } else { about.len() },
        changed,
        day: changed.map(day),
        path,
    })
}

/// Whether a file is called like one that can be imported.
pub fn fits(path: &Path) -> bool {
    path.extension().is_some_and(|end| ENDS.contains(&end.to_string_lossy().to_lowercase().as_str()))
}

/// How a file begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beginning {
    /// What it seems to be, or why it can be nothing.
    pub seems: Result<Seems, Explain>,
    /// Its first lines, each on one line of the screen; none of a file that is no text.
    pub lines: Vec<String>,
}

/// Looks at how a file begins.
///
/// # Errors
/// As [`folder`].
pub fn beginning(path: &Path) -> Result<Beginning, Explain> {
    let mut bytes = Vec::new();
    let open = fs::File::open(path).and_then(|file| file.take(BEGINNING).read_to_end(&mut bytes));
    open.map_err(|error| refused(path, &error))?;
    let text = decode(&bytes).text;
    let goes_on = bytes.len() as u64 == BEGINNING;
    let seems = Seems::of_start(&bytes, &text, goes_on);
    let is_text = !matches!(seems, Ok(Seems::Spreadsheet)) && !is_binary(&text) && !is_book(&bytes);
    let lines = if is_text { text.lines().take(LINES).map(shown).collect() } else { Vec::new() };
    Ok(Beginning { seems, lines })
}

/// A line as it may be shown.
fn shown(line: &str) -> String {
    clean(line).replace('\t', "  ").chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;

    #[test]
    fn a_folder_lists_folders_first_and_says_which_files_could_be_read() {
        let place = tempfile::tempdir().unwrap();
        for name in ["b.csv", "Á.VCF", "z.png", ".hidden.csv"] {
            fs::write(place.path().join(name), "x").unwrap();
        }
        fs::create_dir(place.path().join("zoo")).unwrap();
        let folder = folder(place.path(), |_| day(2026, 11, 23)).unwrap();
        let found: Vec<_> =
            folder.items.iter().map(|i| (i.name.as_str(), i.is_folder, i.fits, i.is_hidden())).collect();
        let want = [
            ("zoo", true, false, false),
            (".hidden.csv", false, true, true),
            ("Á.VCF", false, true, false),
            ("b.csv", false, true, false),
            ("z.png", false, false, false),
        ];
        assert_eq!(found, want);
    }

    #[test]
    fn a_folder_or_file_that_is_not_there_is_named() {
        let gone = Path::new("/nowhere/at/all");
        let why = folder(gone, |_| day(2026, 11, 23)).unwrap_err();
        assert_eq!((why.key.as_str(), why.arg("path")), ("files-missing", Some("/nowhere/at/all")));
        assert_eq!(beginning(gone).unwrap_err().key, "files-missing");
    }

    #[test]
    fn the_first_lines_of_a_file_are_harmless() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("a.csv");
        fs::write(&path, "a\u{1b}[31m;b\r\nc\td\r\n").unwrap();
        assert_eq!(beginning(&path).unwrap().lines, ["a[31m;b", "c  d"]);
        fs::write(&path, b"\x00\x01\x02".repeat(100)).unwrap();
        assert_eq!(beginning(&path).unwrap().lines, [""; 0]);
    }
}
