//! What was typed and not saved: one private file per form in the state folder, the latest wins.
use std::fs;
use std::path::{Path, PathBuf};

use crate::command::Draft;
use crate::store::drafts;

/// The drafts of one book.
#[derive(Debug)]
pub(super) struct Drafts {
    folder: PathBuf,
}

impl Drafts {
    /// The drafts of the book at `path`; each book has its own folder.
    pub(super) fn of(state_folder: &Path, path: Option<&Path>) -> Self {
        Self { folder: drafts::folder(state_folder, path) }
    }

    /// Where they are.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    fn file(&self, name: &str) -> PathBuf {
        drafts::file(&self.folder, name)
    }

    /// The draft of that name, if one was kept.
    pub(super) fn load(&self, name: &str) -> Option<Draft> {
        let text = fs::read_to_string(self.file(name)).ok()?;
        let texts = serde_json::from_str(&text).ok()?;
        Some(Draft { name: name.to_owned(), texts })
    }

    /// How many forms have a draft; the capture line brings its own back by itself.
    pub(super) fn forms(&self) -> usize {
        let files = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let names = files.map(|f| f.file_name().to_string_lossy().into_owned());
        names.filter(|n| n.strip_suffix(".json").is_some_and(|n| n.contains('-'))).count()
    }

    /// Keeps a draft.
    pub(super) fn save(&self, draft: &Draft) -> std::io::Result<()> {
        drafts::save(&self.folder, &draft.name, &draft.texts)
    }

    /// Forgets a draft.
    pub(super) fn drop(&self, name: &str) {
        // One that is not there is forgotten already.
        let _ = fs::remove_file(self.file(name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_kept_private_and_forgotten_when_saved() {
        let folder = tempfile::tempdir().unwrap();
        let drafts = Drafts::of(folder.path(), Some(Path::new("/nowhere/book.cartera")));
        let draft =
            Draft { name: "person-new".to_owned(), texts: vec![("0.name".to_owned(), "Ana".to_owned())] };
        assert_eq!(drafts.load("person-new"), None);
        drafts.save(&draft).unwrap();
        assert_eq!(drafts.load("person-new"), Some(draft));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(drafts.file("person-new")).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        drafts.drop("person-new");
        assert_eq!(drafts.load("person-new"), None);
    }
}
