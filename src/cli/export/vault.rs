//! The accounts and people of the book as notes in a folder.
use serde_json::json;

use super::{Book, Failure, Out, Shell, Target, Wanted, usage};
use crate::domain::explain::Explain;
use crate::domain::progress::Unwatched;
use crate::exchange::vault;
use crate::report::vault::{Style, note, query};

/// Brings the notes of a folder up to date and says what that did.
pub(super) fn write(shell: &Shell, book: &Book, wanted: &Wanted, target: &Target) -> Result<(), Failure> {
    if wanted.kind.is_some() {
        return Err(usage(Explain::new("vault-no-kind")));
    }
    let folder = target.0.path().ok_or_else(|| usage(Explain::new("vault-needs-folder")))?;
    let cx = shell.cx(&book.directory, wanted.account);
    let of = vault::Wanted { account: wanted.account, replace: target.0.force() };
    let plan = vault::plan(&book.store, folder, of, shell.today, &Unwatched, &mut |subject, links| {
        let answer = book.store.ask(&query(subject), shell.today).map_err(|fault| fault.explain())?;
        note(&answer, Style { personal: wanted.personal, links }, &cx)
    })?;
    let done = plan.write(&Unwatched)?;
    let shown = |paths: &[std::path::PathBuf]| -> Vec<String> {
        paths.iter().map(|path| path.display().to_string()).collect()
    };
    let (kept, emptied) = (shown(&done.kept), shown(&done.emptied));
    if shell.json {
        shell.out.json(&json!({
            "path": folder.display().to_string(),
            "count": done.notes(),
            "new": done.new,
            "changed": done.changed,
            "renamed": done.renamed,
            "removed": done.removed,
            "unchanged": done.same,
            "emptied": emptied,
            "kept": kept,
        }));
    } else {
        shell.out.text(&shell.words.say(&done.said(folder)));
    }
    for (key, paths) in [("vault-kept", kept), ("vault-emptied", emptied)] {
        for path in paths {
            Out::say(&shell.words.with(key, &[("path", &path)]));
        }
    }
    Ok(())
}
