//! Files that the program writes for others to read: private, whole or not at all, and never over one that is there unless asked.
use std::fs::File;
use std::io::{BufWriter, ErrorKind, Read, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use crate::domain::explain::Explain;

/// How files of SQLite begin.
const SQLITE: &[u8; 16] = b"SQLite format 3\0";

/// Writes a new file that only its owner reads.
///
/// # Errors
/// `export-exists` if it is there already, `export-unwritable` with what the system said.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Explain> {
    write_whole(path, false, |out| out.write_all(bytes))
}

/// Writes a file that only its owner reads, piece by piece: beside its place, so that it gets its name only once it is whole and on
/// the disk. `replace` lets it take the place of one that is there, but never of a book or of what SQLite keeps beside one.
///
/// # Errors
/// `export-exists`, `export-over-book`, `export-unwritable` with what the system said, and whatever `write` refuses; then there is no file.
pub fn write_whole<E: Into<Stopped>>(
    path: &Path,
    replace: bool,
    write: impl FnOnce(&mut dyn Write) -> Result<(), E>,
) -> Result<(), Explain> {
    // Known early: nobody waits for a large book to be told this.
    if !replace && path.symlink_metadata().is_ok() {
        return Err(unwritten(path, &std::io::Error::from(ErrorKind::AlreadyExists)));
    }
    if replace && is_book(path) {
        return Err(Explain::new("export-over-book").with("path", path.display()));
    }
    let refuse = |error: std::io::Error| unwritten(path, &error);
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Made with mode 0600, and gone again if anything below fails.
    let mut file = NamedTempFile::new_in(folder).map_err(refuse)?;
    let mut out = BufWriter::new(file.as_file_mut());
    match write(&mut out).map_err(Into::into) {
        Ok(()) => {}
        Err(Stopped::Refused(why)) => return Err(*why),
        Err(Stopped::Io(error)) => return Err(refuse(error)),
    }
    out.flush().map_err(refuse)?;
    drop(out);
    file.as_file().sync_all().map_err(refuse)?;
    let placed = if replace { file.persist(path) } else { file.persist_noclobber(path) };
    placed.map(drop).map_err(|e| refuse(e.error))
}

/// Why the writing of a file ended early.
#[derive(Debug)]
pub enum Stopped {
    /// What was to be written was refused.
    Refused(Box<Explain>),
    /// The system did not take it.
    Io(std::io::Error),
}

impl From<std::io::Error> for Stopped {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<Explain> for Stopped {
    fn from(why: Explain) -> Self {
        Self::Refused(Box::new(why))
    }
}

impl From<crate::store::fault::Fault> for Stopped {
    fn from(fault: crate::store::fault::Fault) -> Self {
        Self::from(fault.explain())
    }
}

/// Whether a book is there, or the log or index of one.
fn is_book(path: &Path) -> bool {
    let begins = |path: &Path| {
        let mut start = [0; SQLITE.len()];
        let read = File::open(path).and_then(|mut file| file.read_exact(&mut start));
        read.is_ok() && start == *SQLITE
    };
    let name = path.to_string_lossy();
    let beside = ["-wal", "-shm", "-journal"].iter().find_map(|end| name.strip_suffix(end));
    begins(path) || beside.is_some_and(|book| begins(Path::new(book)))
}

/// That a file could not be written: it is there already, or what the system said.
pub(super) fn unwritten(path: &Path, error: &std::io::Error) -> Explain {
    let key = if error.kind() == ErrorKind::AlreadyExists { "export-exists" } else { "export-unwritable" };
    Explain::new(key).with("path", path.display()).with("error", error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_there_stays_unless_it_may_be_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("people.csv");
        write_new(&path, b"one").unwrap();
        assert_eq!(write_new(&path, b"two").unwrap_err().key, "export-exists");
        assert_eq!(std::fs::read(&path).unwrap(), b"one");
        write_whole(&path, true, |out| out.write_all(b"three")).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"three");
    }

    #[test]
    fn a_book_is_never_replaced_by_what_is_written_for_others() {
        let folder = tempfile::tempdir().unwrap();
        let (book, log) = (folder.path().join("mine.cartera"), folder.path().join("mine.cartera-wal"));
        std::fs::write(&book, b"SQLite format 3\0 and more").unwrap();
        std::fs::write(&log, b"pages").unwrap();
        for path in [&book, &log] {
            let before = std::fs::read(path).unwrap();
            let why = write_whole(path, true, |out| out.write_all(b"{}")).unwrap_err();
            assert_eq!((why.key.as_str(), std::fs::read(path).unwrap()), ("export-over-book", before));
        }
    }

    #[test]
    fn a_file_that_is_refused_half_way_is_not_there_and_the_old_one_still_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.json");
        write_new(&path, b"old").unwrap();
        let why = write_whole(&path, true, |out| {
            out.write_all(b"half")?;
            Err(Stopped::from(Explain::new("export-cell-long")))
        });
        assert_eq!(why.unwrap_err().key, "export-cell-long");
        assert_eq!(std::fs::read(&path).unwrap(), b"old");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_reads_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("people.csv");
        write_new(&path, b"x").unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn a_folder_that_is_not_there_is_named() {
        let why = write_new(Path::new("/nowhere/at/all.csv"), b"x").unwrap_err();
        assert_eq!((why.key.as_str(), why.arg("path")), ("export-unwritable", Some("/nowhere/at/all.csv")));
    }
}
