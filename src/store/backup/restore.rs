//! Putting a copy back in the place of the book.
use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::NaiveDateTime;
use rusqlite::{Connection, ErrorCode};

use super::{Reason, Shelf, copy};
use crate::domain::explain::Explain;
use crate::store::Clock;
use crate::store::fault::Fault;
use crate::store::open::{APPLICATION_ID, connection, private_folder};

/// How long to wait for others to close the book.
const PATIENCE: Duration = Duration::from_millis(200);

/// What a restore did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The book, now as the copy was.
    pub book: PathBuf,
    /// The copy.
    pub from: PathBuf,
    /// Where the file that was there is kept; `None` if there was none.
    pub aside: Option<PathBuf>,
}

impl Restored {
    /// What to say of it.
    pub fn explain(&self) -> Explain {
        let aside = self.aside.as_ref().map_or_else(|| "none".to_owned(), |a| a.display().to_string());
        let label = Explain::new("store-restored").with("path", self.book.display());
        label.with("from", self.from.display()).with("aside", aside)
    }
}

/// Puts the copy `from` in the place of `book`: the copy is verified, what was there is kept aside, and the change is one
/// step. The book need not be sound, but no [`Store`](crate::store::Store) of this process may have it open.
///
/// # Errors
/// `store-backup-missing`, `store-backup-unsound` (refused); [`Fault::File`] with `store-in-use` while another process has
/// the book open and `store-foreign` if the file is something else; faults of either file. Then the book is as it was.
pub fn restore(book: &Path, from: &Path, clock: Clock) -> Result<Restored, Fault> {
    if !from.is_file() {
        return Err(Explain::new("store-backup-missing").with("path", from.display()).into());
    }
    let place = fs::canonicalize(book).unwrap_or_else(|_| book.to_owned());
    let Some(folder) = place.parent().filter(|f| f.is_dir()) else {
        return Err(Fault::file("store-no-folder", book));
    };
    copy::verify(from)?;
    let copy = copy::sound(&connection(from, PATIENCE)?, folder)?;
    // Held until the copy is in its place: nobody writes what would be lost.
    let alone = if place.exists() { Some(alone(&place)?) } else { None };
    let aside = alone.as_ref().map(|a| set_aside(&place, a, clock())).transpose()?;
    for sidecar in sidecars(&place) {
        // A log of the old file would be taken for one of the new.
        if sidecar.exists() {
            fs::remove_file(sidecar)?;
        }
    }
    copy.take_place(&place)?;
    Ok(Restored { book: book.to_owned(), from: from.to_owned(), aside })
}

/// The book that is to be replaced, with nobody else in it.
enum Present {
    /// A book whose log is written back into it.
    Sound(Connection),
    /// SQLite cannot read it.
    Damaged,
}

fn alone(place: &Path) -> Result<Present, Fault> {
    match lock(place) {
        Ok(conn) => Ok(Present::Sound(conn)),
        Err(Fault::Sql(e)) => match e.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                Err(Fault::file("store-in-use", place))
            }
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Ok(Present::Damaged),
            _ => Err(Fault::Sql(e)),
        },
        Err(other) => Err(other),
    }
}

/// Locks the file for good: whoever has it open as a book holds a lock that this one waits for.
fn lock(place: &Path) -> Result<Connection, Fault> {
    let conn = connection(place, PATIENCE)?;
    conn.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    // Writes the log back and removes it.
    conn.query_row("PRAGMA journal_mode = DELETE", [], |r| r.get::<_, String>(0))?;
    conn.execute_batch("BEGIN EXCLUSIVE; COMMIT")?;
    let id: i64 = conn.query_row("PRAGMA application_id", [], |r| r.get(0))?;
    let empty: bool = conn.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |r| r.get(0))?;
    if id != APPLICATION_ID && !empty {
        return Err(Fault::file("store-foreign", place));
    }
    Ok(conn)
}

/// Keeps what is there: as a backup if it is sound, else byte by byte.
fn set_aside(place: &Path, present: &Present, now: NaiveDateTime) -> Result<PathBuf, Fault> {
    let shelf = Shelf::of(place);
    if let Present::Sound(conn) = present {
        let aside = shelf.path(now.date(), Reason::Restore(now.time()));
        if let Ok(copy) = copy::sound(conn, &shelf.folder) {
            copy.take_place(&aside)?;
            return Ok(aside);
        }
    }
    private_folder(&shelf.folder)?;
    let aside = shelf.folder.join(format!(
        "{}-{}-damaged-{}{}",
        shelf.stem,
        now.date(),
        now.format("%H%M%S"),
        shelf.extension
    ));
    for (from, to) in std::iter::once((place.to_owned(), aside.clone()))
        .chain(sidecars(place).into_iter().zip(sidecars(&aside)))
        .filter(|(from, _)| from.exists())
    {
        copy_bytes(&from, &to)?;
    }
    copy::settle(&aside)?;
    Ok(aside)
}

fn copy_bytes(from: &Path, to: &Path) -> Result<(), Fault> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut target = options.open(to)?;
    std::io::copy(&mut fs::File::open(from)?, &mut target)?;
    target.sync_all()?;
    Ok(())
}

/// The log and its index that SQLite keeps beside a file.
pub(super) fn sidecars(file: &Path) -> [PathBuf; 2] {
    ["-wal", "-shm"].map(|suffix| {
        let mut name = OsString::from(file);
        name.push(suffix);
        PathBuf::from(name)
    })
}
