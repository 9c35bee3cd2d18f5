//! Files that the program writes for others to read.
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::domain::explain::Explain;

/// Writes a new file that only its owner reads.
///
/// # Errors
/// `export-exists` if it is there already, `export-unwritable` with what the system said.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Explain> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(path).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(|error| {
        let key =
            if error.kind() == ErrorKind::AlreadyExists { "export-exists" } else { "export-unwritable" };
        Explain::new(key).with("path", path.display()).with("error", error)
    })
}

/// More files of one name in a folder are not looked for.
const NAMES: usize = 100;

/// Writes a new file: at that path, or where it is a folder, in it under the first form of the name that is free. Gives where.
///
/// # Errors
/// As [`write_new`].
pub fn write_at(path: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, Explain> {
    if !path.is_dir() && !path.to_string_lossy().ends_with('/') {
        return write_new(path, bytes).map(|()| path.to_owned());
    }
    let mut number = 1;
    loop {
        let path = path.join(numbered(name, number));
        match write_new(&path, bytes) {
            Err(why) if why.key == "export-exists" && number < NAMES => number += 1,
            done => return done.map(|()| path),
        }
    }
}

/// `report.html`, `report-2.html`.
fn numbered(name: &str, number: usize) -> PathBuf {
    let path = PathBuf::from(name);
    match (number, path.file_stem(), path.extension()) {
        (2.., Some(stem), Some(ending)) => {
            PathBuf::from(format!("{}-{number}.{}", stem.to_string_lossy(), ending.to_string_lossy()))
        }
        _ => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_a_folder_a_name_that_is_taken_gets_a_number() {
        let folder = tempfile::tempdir().unwrap();
        let first = write_at(folder.path(), "report.html", b"1").unwrap();
        let second = write_at(folder.path(), "report.html", b"2").unwrap();
        assert_eq!(
            (first.file_name(), second.file_name()),
            (Some("report.html".as_ref()), Some("report-2.html".as_ref()))
        );
        assert_eq!(write_at(&first, "other.html", b"3").unwrap_err().key, "export-exists");
        assert_eq!(std::fs::read(&first).unwrap(), b"1");
        let nowhere = folder.path().join("nowhere/");
        assert_eq!(write_at(&nowhere, "report.html", b"4").unwrap_err().key, "export-unwritable");
    }
}
