//! A thread of the operating system's file events: it blocks, it never polls.
use std::path::Path;
use std::sync::mpsc::Sender;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::Wake;

/// Wakes the loop whenever the book or its log is written; `None` if the system cannot tell. Then the book is still looked
/// at with every key.
pub(super) fn watch(path: &Path, wake: Sender<Wake>) -> Option<RecommendedWatcher> {
    // A bare name has no parent, and a link's log lies beside the file it leads to.
    let path = path.canonicalize().ok()?;
    let folder = path.parent()?;
    let name = path.file_name()?.to_string_lossy().into_owned();
    let heard = move |event: notify::Result<Event>| {
        let Ok(event) = event else { return };
        let written =
            matches!(event.kind, EventKind::Modify(_) | EventKind::Create(_) | EventKind::Remove(_));
        // The `-shm` file is written by readers too.
        let ours = event.paths.iter().filter_map(|p| p.file_name()).any(|f| {
            let f = f.to_string_lossy();
            f.strip_prefix(name.as_str()).is_some_and(|rest| rest.is_empty() || rest == "-wal")
        });
        if written && ours {
            // A loop that is gone needs no wake.
            let _ = wake.send(Wake::File);
        }
    };
    let mut watcher = notify::recommended_watcher(heard).ok()?;
    watcher.watch(folder, RecursiveMode::NonRecursive).ok()?;
    Some(watcher)
}
