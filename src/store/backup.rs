//! Copies of the book: made on the first act of a day and before a migration, verified, thinned out, and put back.
//!
//! They live in the folder `backups` beside the file, so that the two are moved, carried and found together:
//! `book.cartera` has `backups/book-2026-11-23.cartera`, and `-before-shape-2`, `-before-restore-091500`, `-by-hand-091500`
//! after the day for the others. The folder is `0700`, the copies are `0600`.
mod copy;
mod job;
mod restore;
pub(super) mod rewrite;
mod thin;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::Store;
use super::fault::Fault;
use super::open::connection;
use crate::domain::explain::Explain;
pub use job::BackupJob;
pub use restore::{Restored, restore};

/// Why a copy was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The first act of its day.
    Daily,
    /// The file was about to get this shape.
    Migration(usize),
    /// Another copy was about to take its place, at that time.
    Restore(NaiveTime),
    /// The user wanted one, at that time.
    ByHand(NaiveTime),
}

impl Reason {
    /// As names of files have it, after the day.
    fn suffix(self) -> String {
        match self {
            Self::Daily => String::new(),
            Self::Migration(shape) => format!("-before-shape-{shape}"),
            Self::Restore(time) => format!("-before-restore-{}", time.format("%H%M%S")),
            Self::ByHand(time) => format!("-by-hand-{}", time.format("%H%M%S")),
        }
    }

    fn of_suffix(suffix: &str) -> Option<Self> {
        let time = |text: &str| NaiveTime::parse_from_str(text, "%H%M%S").ok();
        if suffix.is_empty() {
            Some(Self::Daily)
        } else if let Some(shape) = suffix.strip_prefix("-before-shape-") {
            shape.parse().ok().map(Self::Migration)
        } else if let Some(text) = suffix.strip_prefix("-before-restore-") {
            time(text).map(Self::Restore)
        } else {
            suffix.strip_prefix("-by-hand-").and_then(time).map(Self::ByHand)
        }
    }

    /// Name in JSON and key of its words: `store-backup-<name>`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::Migration(_) => "migration",
            Self::Restore(_) => "restore",
            Self::ByHand(_) => "by-hand",
        }
    }
}

/// A copy of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Where it is.
    pub path: PathBuf,
    /// The day it was made.
    pub day: NaiveDate,
    /// Why.
    pub reason: Reason,
    /// Its size.
    pub bytes: u64,
}

impl Backup {
    /// What to say of one that was just made.
    pub fn made(&self) -> Explain {
        Explain::new("store-backup-made").with("path", self.path.display())
    }
}

/// Where the copies of one book are kept, and what they are called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shelf {
    folder: PathBuf,
    stem: String,
    extension: String,
}

impl Shelf {
    /// The shelf of the book at `path`, or of the file that a link there leads to.
    pub(super) fn of(path: &Path) -> Self {
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let text = |part: Option<&OsStr>| part.map(|p| p.to_string_lossy().into_owned()).unwrap_or_default();
        let folder = path.parent().unwrap_or_else(|| Path::new("")).join("backups");
        let extension = path.extension().map(|e| format!(".{}", e.to_string_lossy())).unwrap_or_default();
        Self { folder, stem: text(path.file_stem()), extension }
    }

    fn path(&self, day: NaiveDate, reason: Reason) -> PathBuf {
        self.folder.join(format!("{}-{day}{}{}", self.stem, reason.suffix(), self.extension))
    }

    /// What this file of the folder is a copy of and why; `None` for any other file.
    fn read(&self, name: &str) -> Option<(NaiveDate, Reason)> {
        let rest = name.strip_prefix(&self.stem)?.strip_prefix('-')?.strip_suffix(&self.extension)?;
        let (day, suffix) = rest.split_at_checked("2026-11-23".len())?;
        Some((day.parse().ok()?, Reason::of_suffix(suffix)?))
    }

    /// The copies, newest first.
    fn list(&self) -> Result<Vec<Backup>, Fault> {
        let mut found = Vec::new();
        let files = match fs::read_dir(&self.folder) {
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(found),
            files => files?,
        };
        for file in files {
            let file = file?;
            let Some((day, reason)) = self.read(&file.file_name().to_string_lossy()) else { continue };
            found.push(Backup { path: file.path(), day, reason, bytes: file.metadata()?.len() });
        }
        found.sort_by_key(|b| std::cmp::Reverse((b.day, b.reason)));
        Ok(found)
    }

    /// Copies the book as it was before it gets a new shape. Acts of the old shape cannot be undone later: this copy has them.
    pub(super) fn keep_before_migration(
        &self,
        book: &Path,
        shape: usize,
        now: NaiveDateTime,
    ) -> Result<(), Fault> {
        let conn = connection(book, super::open::OPENING.patience)?;
        let target = self.path(now.date(), Reason::Migration(shape + 1));
        copy::sound(&conn, &self.folder)?.take_place(&target)
    }

    /// The copy made before the book left that shape.
    pub(super) fn of_shape(&self, shape: usize) -> Option<PathBuf> {
        let wanted = Reason::Migration(shape + 1);
        Some(self.list().ok()?.into_iter().find(|b| b.reason == wanted)?.path)
    }
}

/// The copies of the book at `path`, newest first; also when the book itself cannot be opened.
///
/// # Errors
/// What the file system says of the folder.
pub fn list(path: &Path) -> Result<Vec<Backup>, Fault> {
    Shelf::of(path).list()
}

/// The newest copy that could be restored.
pub(super) fn newest_sound(path: &Path) -> Option<PathBuf> {
    let backups = Shelf::of(path).list().ok()?;
    backups.into_iter().map(|b| b.path).find(|b| copy::verify(b).is_ok())
}

impl Store {
    /// Whether this store asks for automatic backups; not while another day stands for today.
    pub const fn keep_backups(&mut self, keep: bool) {
        self.keeps_backups = keep;
    }

    /// The copies of this book, newest first.
    ///
    /// # Errors
    /// What the file system says of the folder.
    pub fn list_backups(&self) -> Result<Vec<Backup>, Fault> {
        self.path().map_or_else(|| Ok(Vec::new()), list)
    }

    /// Copies the book into its folder of backups because the user wants it; such copies are never thinned out.
    ///
    /// # Errors
    /// `store-backup-memory` (refused) for a book in memory, `store-backup-unsound` (refused) if the copy does not pass
    /// SQLite's check, and faults of either file.
    pub fn back_up(&self) -> Result<Backup, Fault> {
        let Some(path) = self.path() else { return Err(Explain::new("store-backup-memory").into()) };
        let now = (self.clock)();
        let (copies, reason) = (Shelf::of(path), Reason::ByHand(now.time()));
        let target = copies.path(now.date(), reason);
        copy::sound(&self.conn, &copies.folder)?.take_place(&target)?;
        Ok(Backup { bytes: fs::metadata(&target)?.len(), path: target, day: now.date(), reason })
    }

    /// Copies the book to `target`, which must not exist, and verifies the copy.
    ///
    /// # Errors
    /// `store-backup-exists` (refused) if there is such a file, else as [`Store::back_up`].
    pub fn copy_to(&self, target: &Path) -> Result<PathBuf, Fault> {
        if target.exists() {
            return Err(Explain::new("store-backup-exists").with("path", target.display()).into());
        }
        let folder = target.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
        if !folder.is_dir() {
            return Err(Fault::file("store-no-folder", target));
        }
        copy::sound(&self.conn, folder)?.take_place(target)?;
        Ok(target.to_owned())
    }
}
