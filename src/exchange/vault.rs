//! A folder of notes in Markdown, one a record, for a vault of notes. A note is known by the uid at its head, wherever the user has
//! put its file and whatever they have called it; ours is its head and the block between two marks, theirs is everything else. What
//! was changed by hand inside the block stays, what is nobody's of ours is never touched, and the same again writes nothing.
mod change;
mod front;
mod name;
mod page;
mod place;
mod shelf;

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::file::unwritten;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::note::{BOOK, KIND, Links, Note, Property, Subject, UID};
use crate::domain::progress::{Stage, Step, Watch};
use crate::store::Store;
use crate::store::open::private_folder;
use change::Change;
use place::{places, subjects, uids};
use shelf::Shelf;

/// What is wanted of a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wanted {
    /// Only that account and its people.
    pub account: Option<Id>,
    /// What was changed by hand inside our block is written anew.
    pub replace: bool,
}

/// What would be written into a folder.
#[derive(Debug, Clone)]
pub struct Plan {
    folder: PathBuf,
    changes: Vec<Change>,
}

/// What was done in a folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Done {
    /// Notes that are new.
    pub new: usize,
    /// Notes whose part of ours was written anew.
    pub changed: usize,
    /// Notes that have another name now.
    pub renamed: usize,
    /// Notes that were as they should be.
    pub same: usize,
    /// Notes that went with their record.
    pub removed: usize,
    /// Notes whose record is gone: only what the user wrote is left in them.
    pub emptied: Vec<PathBuf>,
    /// Notes that stay as they are, because our part of them was changed by hand.
    pub kept: Vec<PathBuf>,
}

impl Done {
    /// Notes of records of the book.
    pub const fn notes(&self) -> usize {
        self.new + self.changed + self.renamed + self.same + self.kept.len()
    }

    /// What is said of it.
    pub fn said(&self, folder: &Path) -> Explain {
        let mut said = Explain::new("vault-done").with("path", folder.display()).with("count", self.notes());
        let counts = [
            ("new", self.new),
            ("changed", self.changed),
            ("renamed", self.renamed),
            ("removed", self.removed),
            ("emptied", self.emptied.len()),
            ("kept", self.kept.len()),
        ];
        for (name, count) in counts {
            said = said.with(name, count);
        }
        said
    }
}

/// How a note is made: what it is about, and the notes that it may link to.
pub type Make<'a> = dyn FnMut(&Subject, &Links) -> Result<Note, Explain> + 'a;

/// Works out what is to be written into a folder, which is made if there is none. The book must hold still meanwhile.
///
/// # Errors
/// `vault-no-folder` where a file stands in its place, `vault-unreadable`, what the book refuses, and what stops the work.
pub fn plan(
    store: &Store,
    folder: &Path,
    wanted: Wanted,
    today: NaiveDate,
    watch: &dyn Watch,
    make: &mut Make<'_>,
) -> Result<Plan, Explain> {
    if folder.symlink_metadata().is_ok() && !folder.is_dir() {
        return Err(Explain::new("vault-no-folder").with("path", folder.display()));
    }
    let mut shelf = if folder.is_dir() { Shelf::of(folder)? } else { Shelf::default() };
    let book = book(store)?;
    let placed = places(subjects(store, wanted.account, today)?, folder, &mut shelf);
    let stems = placed.iter().map(|p| ((p.subject.kind, p.subject.id), p.stem()));
    let mut known: HashMap<(Kind, Id), String> = stems.collect();
    // Who has a note from another time is linked to as well.
    for (kind, id, uid) in uids(store)? {
        if let Some(found) = shelf.notes.get(&uid) {
            known.entry((kind, id)).or_insert_with(|| found.stem());
        }
    }
    let links = Links::new(known);
    let mut changes = Vec::new();
    for (at, one) in placed.iter().enumerate() {
        watch.at(Step::new(Stage::Making, count(at), count(placed.len())))?;
        let mut note = make(&one.subject, &links)?;
        let head = [(UID, &one.subject.uid), (BOOK, &book), (KIND, &one.subject.kind.name().to_owned())];
        let head = head.into_iter().map(|(key, text)| (key, Property::Text(text.clone())));
        note.properties.splice(0..0, head);
        changes.push(Change::of(one, note, wanted.replace)?);
    }
    let there: HashSet<String> = uids(store)?.into_iter().map(|(_, _, uid)| uid).collect();
    for (uid, found) in &shelf.notes {
        if !there.contains(uid) && found.book.as_ref() == Some(&book) {
            changes.push(Change::gone(found, wanted.replace)?);
        }
    }
    Ok(Plan { folder: folder.to_owned(), changes })
}

fn count(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

/// What tells this book from others: the uid of its settings.
fn book(store: &Store) -> Result<String, Explain> {
    let settings = store.record(Kind::Settings, 1).map_err(|fault| fault.explain())?;
    Ok(settings.head().uid.clone())
}

impl Plan {
    /// Writes it, each note whole or not at all.
    ///
    /// # Errors
    /// `export-unwritable` and `export-exists` with the file; what was written before it stays.
    pub fn write(self, watch: &dyn Watch) -> Result<Done, Explain> {
        if !self.folder.is_dir() {
            private_folder(&self.folder).map_err(|error| unwritten(&self.folder, &error))?;
        }
        let total = count(self.changes.len());
        let mut done = Done::default();
        for (at, change) in self.changes.into_iter().enumerate() {
            // From here on it goes on to its end: a vault half brought up to date has links that lead nowhere.
            let _: Result<(), Explain> = watch.at(Step::new(Stage::Writing, count(at), total));
            change.write(&mut done)?;
        }
        Ok(done)
    }

    /// What would be done.
    pub fn told(&self) -> Done {
        let mut done = Done::default();
        self.changes.iter().for_each(|change| change.count(&mut done));
        done
    }
}
