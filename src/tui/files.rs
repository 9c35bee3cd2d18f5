//! Folders and files, behind the door: what the picker shows, and whether what was pasted is there.
use std::path::{Component, Path, PathBuf};
use std::time::SystemTime;

use chrono::{DateTime, Local, NaiveDate};

use super::outside::{Outside, place, placed};
use crate::command::Msg;
use crate::exchange::browse;

/// The folders into which others put files for the user, in the order in which they are looked for.
const ARRIVALS: [&str; 2] = ["Downloads", "Descargas"];

/// Where the picker begins: where files arrive, else the user's own folder.
pub(super) fn beginning() -> PathBuf {
    let home = std::env::home_dir().unwrap_or_else(|| PathBuf::from("/"));
    let arrivals = ARRIVALS.iter().map(|name| home.join(name)).find(|folder| folder.is_dir());
    arrivals.unwrap_or(home)
}

/// The local day of a moment.
fn day(moment: SystemTime) -> NaiveDate {
    DateTime::<Local>::from(moment).date_naive()
}

/// A path without the steps that lead back.
fn straight(path: &Path) -> PathBuf {
    let mut straight = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                straight.pop();
            }
            Component::CurDir => {}
            part => straight.push(part),
        }
    }
    straight
}

/// A folder as one types it, with its slash, the user's own folder as `~`.
fn typed(path: &Path) -> String {
    let home = std::env::home_dir();
    let below = home.and_then(|home| path.strip_prefix(home).ok().map(Path::to_owned));
    let text = below.map_or_else(|| path.display().to_string(), |below| format!("~/{}", below.display()));
    if text.ends_with('/') { text } else { format!("{text}/") }
}

impl Outside {
    /// Looks into the folder of a typed path; nothing typed is where files arrive.
    pub(super) fn browse(&self, text: &str) -> Msg {
        if text.is_empty() { Self::walk(&self.arrivals) } else { Self::walk(&place(text)) }
    }

    /// Looks into a folder, whatever it is called.
    pub(super) fn walk(path: &Path) -> Msg {
        let path = straight(path);
        Msg::Browsed(typed(&path), browse::folder(&path, day))
    }

    /// Looks at how a file begins.
    pub(super) fn peek(path: PathBuf) -> Msg {
        let beginning = browse::beginning(&path);
        Msg::Peeked(path, beginning)
    }

    /// Those files among the pasted paths that are there.
    pub(super) fn dropped(paths: &[PathBuf], text: String) -> Msg {
        let there = paths.iter().map(|path| placed(path)).filter(|path| path.is_file());
        Msg::Dropped(there.collect(), text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_that_lead_back_are_walked() {
        for (path, want) in [("/a/b/../", "/a"), ("/a/../../..", "/"), ("/./a/./b", "/a/b")] {
            assert_eq!(straight(Path::new(path)), Path::new(want));
        }
        assert_eq!(typed(Path::new("/")), "/");
        assert_eq!(typed(Path::new("/nowhere/x")), "/nowhere/x/");
    }
}
