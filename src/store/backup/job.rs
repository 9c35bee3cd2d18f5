//! The backup of the day: asked for after the first act, run wherever it delays nobody.
use std::fs;
use std::path::PathBuf;

use chrono::{Days, NaiveDate};

use super::{Backup, Reason, Shelf, copy, thin};
use crate::store::fault::Fault;
use crate::store::open::{OPENING, connection};
use crate::store::{Clock, Store};

/// How many copies made before a restore are kept.
const BEFORE_RESTORE: usize = 5;

/// How many acts lose their old images in one transaction: a writer never waits long.
const FORGET_AT_ONCE: usize = 200;

/// The backup of a day, still to be made; it has its own connection and may run on a thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupJob {
    book: PathBuf,
    shelf: Shelf,
    day: NaiveDate,
    history_days: u64,
}

impl Store {
    /// After an act: the backup of the day, if this store has not asked before and there is none yet. The shell runs it after
    /// its act, the screen on a thread.
    pub fn backup_due(&mut self, today: NaiveDate) -> Option<BackupJob> {
        let book = self.path.clone()?;
        if !self.keeps_backups || !self.acted || self.backed_up == Some(today) {
            return None;
        }
        self.backed_up = Some(today);
        let copies = Shelf::of(&book);
        if copies.path(today, Reason::Daily).exists() {
            return None;
        }
        let days = self.settings().ok().and_then(|s| s.history_days);
        let standard = crate::domain::settings::Settings::standard().history_days;
        let history_days = days.or(standard).and_then(|d| u64::try_from(d).ok())?;
        Some(BackupJob { book, shelf: copies, day: today, history_days })
    }
}

impl BackupJob {
    /// Makes the copy, verifies it, thins the older ones out, and drops images of the journal that are too old. `None` if
    /// another process has made the copy meanwhile.
    ///
    /// # Errors
    /// `store-backup-unsound` (refused) and faults of the file; then the older copies all stay.
    pub fn run(&self, clock: Clock) -> Result<Option<Backup>, Fault> {
        let target = self.shelf.path(self.day, Reason::Daily);
        if target.exists() {
            return Ok(None);
        }
        self.copy_and_forget(&target, clock).map_err(|e| e.of_file(&self.book).with_backup())?;
        self.thin_out()?;
        let bytes = fs::metadata(&target)?.len();
        Ok(Some(Backup { path: target, day: self.day, reason: Reason::Daily, bytes }))
    }

    fn copy_and_forget(&self, target: &std::path::Path, clock: Clock) -> Result<(), Fault> {
        let conn = connection(&self.book, OPENING.patience)?;
        copy::sound(&conn, &self.shelf.folder)?.take_place(target)?;
        let Some(oldest) = clock().checked_sub_days(Days::new(self.history_days)) else { return Ok(()) };
        let oldest = oldest.format("%Y-%m-%dT%H:%M:%S").to_string();
        while conn.execute(
            "DELETE FROM change WHERE entry IN (
                 SELECT id FROM entry e WHERE at < ?1 AND EXISTS (SELECT 1 FROM change WHERE entry = e.id)
                 ORDER BY id LIMIT ?2)",
            rusqlite::params![oldest, FORGET_AT_ONCE],
        )? > 0
        {}
        Ok(())
    }

    fn thin_out(&self) -> Result<(), Fault> {
        let all = self.shelf.list()?;
        let daily: Vec<NaiveDate> = all.iter().filter(|b| b.reason == Reason::Daily).map(|b| b.day).collect();
        for day in thin::superfluous(&daily) {
            remove(&self.shelf.path(day, Reason::Daily))?;
        }
        let before_restore = all.iter().filter(|b| matches!(b.reason, Reason::Restore(_)));
        for backup in before_restore.skip(BEFORE_RESTORE) {
            remove(&backup.path)?;
        }
        self.clear_unfinished()
    }

    /// Removes what processes that were killed on earlier days have left.
    fn clear_unfinished(&self) -> Result<(), Fault> {
        let Ok(finished) = fs::metadata(self.shelf.path(self.day, Reason::Daily))?.modified() else {
            return Ok(());
        };
        let day = std::time::Duration::from_hours(24);
        for file in fs::read_dir(&self.shelf.folder)? {
            let file = file?;
            let unfinished = file.file_name().to_string_lossy().starts_with(copy::UNFINISHED);
            let old = |m: std::time::SystemTime| finished.duration_since(m).is_ok_and(|age| age > day);
            if unfinished && file.metadata().and_then(|m| m.modified()).is_ok_and(old) {
                remove(&file.path())?;
            }
        }
        Ok(())
    }
}

/// Removes a file; another process may have been quicker.
pub(super) fn remove(path: &std::path::Path) -> Result<(), Fault> {
    match fs::remove_file(path) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(e.into()),
        _ => Ok(()),
    }
}
