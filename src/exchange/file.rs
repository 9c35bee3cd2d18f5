//! Files that the program writes for others to read.
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;

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
