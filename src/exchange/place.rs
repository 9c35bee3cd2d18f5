//! Where a new file goes: where it was said, or into a folder under a name that is free.
use std::path::{Path, PathBuf};

use super::file::write_new;
use crate::domain::explain::Explain;

/// More files of one name in a folder are not looked for.
const NAMES: usize = 100;

/// Where a new file would go: at that path, or where it is a folder, in it under the first form of the name that is free.
pub fn free_at(path: &Path, name: &str) -> PathBuf {
    if !is_folder(path) {
        return path.to_owned();
    }
    let named = |number: usize| path.join(numbered(name, number));
    let free = |path: &PathBuf| path.symlink_metadata().is_err();
    (1..=NAMES).map(named).find(free).unwrap_or_else(|| named(1))
}

/// Whether a path is a folder, or was meant to be one.
fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with('/')
}

/// Writes a new file: at that path, or where it is a folder, in it under the first form of the name that is free. Gives where.
///
/// # Errors
/// As [`write_new`].
pub fn write_at(path: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, Explain> {
    if !is_folder(path) {
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
        assert_eq!(free_at(folder.path(), "report.html"), folder.path().join("report-3.html"));
        assert_eq!(free_at(&first, "report.html"), first);
        let nowhere = folder.path().join("nowhere/");
        assert_eq!(write_at(&nowhere, "report.html", b"4").unwrap_err().key, "export-unwritable");
    }
}
