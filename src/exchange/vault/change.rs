//! What becomes of each note of a folder.
use std::fs;
use std::path::{Path, PathBuf};

use super::Done;
use super::page::Page;
use super::place::Placed;
use super::shelf::{Found, unreadable};
use crate::domain::explain::Explain;
use crate::domain::note::Note;
use crate::exchange::file::{unwritten, write_whole};

/// What becomes of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Change {
    /// It is as it should be.
    Same,
    /// There was none.
    New(PathBuf, String),
    /// Our part is written anew; what stood there, and what shall.
    Anew(PathBuf, String, String),
    /// The same under another name.
    Renamed(PathBuf, String, PathBuf, String),
    /// Its record is gone and nobody else wrote in it.
    Gone(PathBuf, String),
    /// Its record is gone; what somebody else wrote in it stays.
    Emptied(PathBuf, String, String),
    /// Our block was changed by hand.
    Kept(PathBuf),
}

impl Change {
    /// What becomes of the note of a record that is to stand so.
    pub(super) fn of(placed: &Placed, note: Note, replace: bool) -> Result<Self, Explain> {
        let Some(found) = &placed.found else {
            return Ok(Self::New(placed.path.clone(), Page::default().with(note)));
        };
        let before = read(&found.path)?;
        let page = Page::of(&before);
        if !page.is_whole() && !replace {
            return Ok(Self::Kept(found.path.clone()));
        }
        let text = page.with(note);
        Ok(match (found.path == placed.path, text == before) {
            (true, true) => Self::Same,
            (true, false) => Self::Anew(placed.path.clone(), before, text),
            (false, _) => Self::Renamed(found.path.clone(), before, placed.path.clone(), text),
        })
    }

    /// What becomes of a note whose record is gone.
    pub(super) fn gone(found: &Found, replace: bool) -> Result<Self, Explain> {
        let before = read(&found.path)?;
        let page = Page::of(&before);
        Ok(if page.is_untouched() {
            Self::Gone(found.path.clone(), before)
        } else if page.is_whole() || replace {
            Self::Emptied(found.path.clone(), before, page.without())
        } else {
            Self::Kept(found.path.clone())
        })
    }

    /// Counts it.
    pub(super) fn count(&self, done: &mut Done) {
        match self {
            Self::Same => done.same += 1,
            Self::New(..) => done.new += 1,
            Self::Anew(..) => done.changed += 1,
            Self::Renamed(..) => done.renamed += 1,
            Self::Gone(..) => done.removed += 1,
            Self::Emptied(path, ..) => done.emptied.push(path.clone()),
            Self::Kept(path) => done.kept.push(path.clone()),
        }
    }

    /// Writes it.
    pub(super) fn write(self, done: &mut Done) -> Result<(), Explain> {
        let over = |path: &Path, text: &str| write_whole(path, true, |out| out.write_all(text.as_bytes()));
        match &self {
            // Somebody wrote in it just now: the next time will do.
            Self::Anew(path, before, _)
            | Self::Renamed(path, before, ..)
            | Self::Gone(path, before)
            | Self::Emptied(path, before, _)
                if read(path).as_ref() != Ok(before) =>
            {
                done.kept.push(path.clone());
                return Ok(());
            }
            Self::Same | Self::Kept(_) => {}
            Self::New(path, text) => write_whole(path, false, |out| out.write_all(text.as_bytes()))?,
            Self::Anew(path, _, text) | Self::Emptied(path, _, text) => over(path, text)?,
            Self::Renamed(from, _, to, text) => {
                rename(from, to)?;
                over(to, text)?;
            }
            Self::Gone(path, _) => fs::remove_file(path).map_err(|error| unwritten(path, &error))?,
        }
        self.count(done);
        Ok(())
    }
}

/// Gives a file another name that no other has. Where only its case changes, a system may say that the name is there already: it
/// is the file itself.
fn rename(from: &Path, to: &Path) -> Result<(), Explain> {
    let itself = || fs::canonicalize(from).ok() == fs::canonicalize(to).ok();
    if to.symlink_metadata().is_ok() && !itself() {
        return Err(unwritten(to, &std::io::Error::from(std::io::ErrorKind::AlreadyExists)));
    }
    fs::rename(from, to).map_err(|error| unwritten(to, &error))
}

fn read(path: &Path) -> Result<String, Explain> {
    fs::read_to_string(path).map_err(|error| unreadable(path, &error))
}
