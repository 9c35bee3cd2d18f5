//! The accounts and people of the book as notes in a folder.
use serde_json::json;

use super::{Book, Failure, Out, Shell, Target, Wanted, usage};
use crate::cli::watch::Watcher;
use crate::domain::explain::Explain;
use crate::exchange::vault;
use crate::report::vault::{Style, note, query};

/// Brings the notes of a folder up to date and says what that did; with `--dry-run` only what it would do.
pub(super) fn write(shell: &Shell, book: &Book, wanted: &Wanted, target: &Target) -> Result<(), Failure> {
    if wanted.kind.is_some() {
        return Err(usage(Explain::new("vault-no-kind")));
    }
    let folder = target.0.path().ok_or_else(|| usage(Explain::new("vault-needs-folder")))?;
    let cx = shell.cx(&book.directory, wanted.account);
    let of = vault::Wanted { account: wanted.account, replace: target.0.force() };
    let watch = Watcher::new(shell);
    let plan = vault::plan(&book.store, folder, of, shell.today, &watch, &mut |subject, links| {
        let answer = book.store.ask(&query(subject), shell.today).map_err(|fault| fault.explain())?;
        note(&answer, Style { personal: wanted.personal, links }, &cx)
    })?;
    let done = if wanted.dry { plan.told() } else { plan.write(&watch)? };
    watch.quiet();
    let shown = |paths: &[std::path::PathBuf]| -> Vec<String> {
        paths.iter().map(|path| path.display().to_string()).collect()
    };
    let (kept, emptied) = (shown(&done.kept), shown(&done.emptied));
    if shell.json {
        shell.out.json(&json!({
            "path": folder.display().to_string(),
            "dry_run": wanted.dry,
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
        let said = shell.words.say(&done.said(folder));
        shell.out.text(&if wanted.dry { shell.words.with("vault-would", &[("said", &said)]) } else { said });
    }
    for (key, paths) in [("vault-kept", kept), ("vault-emptied", emptied)] {
        for path in paths {
            Out::say(&shell.words.with(key, &[("path", &path)]));
        }
    }
    Ok(())
}
