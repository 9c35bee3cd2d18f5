//! Where a command writes its file, and whether that may take the place of another.
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::failure::Failure;
use crate::exchange::file::{Stopped, write_whole};
use crate::exchange::place::free_at;

/// Where a file goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Output {
    path: Option<PathBuf>,
    force: bool,
}

impl Output {
    /// What the flags say.
    pub(super) fn of(args: &ArgMatches) -> Self {
        let path = args.get_one::<PathBuf>("output").filter(|p| p.as_os_str() != "-").cloned();
        Self { path, force: args.get_flag("force") }
    }

    /// The file or folder that was said; `None` is standard output.
    pub(super) fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Whether what is there already may be replaced.
    pub(super) const fn force(&self) -> bool {
        self.force
    }

    /// Writes a file there, piece by piece; in a folder one of that name, or of the first form of it that is free. Gives where.
    ///
    /// # Errors
    /// As [`write_whole`]: without `--force` what is there already is left alone.
    pub(super) fn write<E: Into<Stopped>>(
        &self,
        path: &Path,
        name: &str,
        write: impl FnOnce(&mut dyn Write) -> Result<(), E>,
    ) -> Result<PathBuf, Failure> {
        let path = free_at(path, name);
        write_whole(&path, self.force, write)?;
        Ok(path)
    }
}
