//! The user's own editor, for long notes.
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

use crate::domain::explain::Explain;

/// Gives `text` to the editor in a private file and returns what comes back.
///
/// # Errors
/// `app-editor-failed` with the editor's name, when it cannot be started or does not end well.
pub(super) fn edit(editor: &str, text: &str, folder: &Path) -> Result<String, Explain> {
    let failed = || Explain::new("app-editor-failed").with("editor", editor);
    let run = || -> std::io::Result<Option<String>> {
        let mut file = tempfile::Builder::new().prefix("note-").suffix(".md").tempfile_in(folder)?;
        file.write_all(text.as_bytes())?;
        file.flush()?;
        // Through the shell, because the variable may hold arguments; the path is an argument of its own, never spliced in.
        let command = format!("{editor} \"$1\"");
        let status = Command::new("sh").arg("-c").arg(command).arg("editor").arg(file.path()).status()?;
        if !status.success() {
            return Ok(None);
        }
        Ok(Some(String::from_utf8_lossy(&fs::read(file.path())?).into_owned()))
    };
    let back = run().map_err(|_| failed())?.ok_or_else(failed)?;
    let back = back.replace("\r\n", "\n");
    Ok(back.strip_suffix('\n').unwrap_or(&back).to_owned())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_the_editor_wrote_comes_back_without_its_last_line_end() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(edit("printf 'more\\n' >>", "one\n", folder.path()).unwrap(), "one\nmore");
    }

    #[test]
    fn an_editor_that_fails_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let refused = edit("false", "one", folder.path()).unwrap_err();
        assert_eq!(refused.key, "app-editor-failed");
    }
}
