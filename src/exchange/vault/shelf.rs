//! The notes that are in a folder already, wherever in it the user has put them.
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::page::Page;
use crate::domain::explain::Explain;
use crate::domain::text::fold;

/// Folders within folders that are looked into.
const DEEP: usize = 24;
/// Bytes at the beginning of a file in which its head is looked for.
const HEAD: u64 = 64 * 1024;

/// A note of ours.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// Its file.
    pub path: PathBuf,
    /// Of which book it is.
    pub book: Option<String>,
    /// What its record was called when it was written.
    pub name: Option<String>,
}

impl Found {
    /// The name of its file without its ending.
    pub(super) fn stem(&self) -> String {
        self.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
    }
}

/// What is in a folder.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    /// The notes of ours, by their uid. Of two copies the first counts; the other one is the user's.
    pub notes: BTreeMap<String, Found>,
    /// The folded names of all notes, whoever wrote them, and how many have each.
    pub taken: HashMap<String, usize>,
}

impl Shelf {
    /// Looks through a folder. Links to other places are not followed, hidden folders are those of programs.
    ///
    /// # Errors
    /// `vault-unreadable` with what the system said.
    pub(super) fn of(folder: &Path) -> Result<Self, Explain> {
        let mut shelf = Self::default();
        shelf.look(folder, DEEP)?;
        Ok(shelf)
    }

    fn look(&mut self, folder: &Path, deep: usize) -> Result<(), Explain> {
        let refuse = |error| unreadable(folder, &error);
        let entries = fs::read_dir(folder).map_err(refuse)?.collect::<Result<Vec<_>, _>>().map_err(refuse)?;
        let mut entries: Vec<_> = entries.iter().map(fs::DirEntry::path).collect();
        entries.sort();
        let mut folders = Vec::new();
        for path in entries {
            let is_note = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("md"));
            if is_note {
                let stem = path.file_stem().map(|stem| fold(&stem.to_string_lossy()));
                *self.taken.entry(stem.unwrap_or_default()).or_default() += 1;
            }
            let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
            match fs::symlink_metadata(&path).map_err(|error| unreadable(&path, &error))?.file_type() {
                sort if sort.is_dir() && !hidden => folders.push(path),
                sort if sort.is_file() && is_note => self.note(path)?,
                _ => {}
            }
        }
        // What lies at the top comes first.
        for inner in folders.iter().filter(|_| deep > 0) {
            self.look(inner, deep - 1)?;
        }
        Ok(())
    }

    fn note(&mut self, path: PathBuf) -> Result<(), Explain> {
        let mut head = Vec::new();
        let file = fs::File::open(&path).map_err(|error| unreadable(&path, &error))?;
        file.take(HEAD).read_to_end(&mut head).map_err(|error| unreadable(&path, &error))?;
        let page = Page::of(&String::from_utf8_lossy(&head));
        if let Some(uid) = page.uid() {
            let found = Found { path, book: page.book(), name: page.front.text("name") };
            self.notes.entry(uid).or_insert(found);
        }
        Ok(())
    }
}

/// That a file or folder cannot be read, and what the system said.
pub(super) fn unreadable(path: &Path, error: &std::io::Error) -> Explain {
    Explain::new("vault-unreadable").with("path", path.display()).with("error", error)
}
