//! Several files marked, to be read together.
use std::path::PathBuf;

use super::{Files, parts};
use crate::command::Key;
use crate::domain::text::fold;
use crate::exchange::browse::Item;

/// What is marked, in whatever folders, in the order in which it was.
#[derive(Debug, Clone, Default)]
pub(super) struct Marked(Vec<PathBuf>);

impl Marked {
    /// Marks a file, or takes its mark away.
    fn turn(&mut self, item: &Item) {
        match self.0.iter().position(|path| *path == item.path) {
            Some(at) => drop(self.0.remove(at)),
            None => self.0.push(item.path.clone()),
        }
    }

    /// Whether a file is marked.
    pub(super) fn has(&self, item: &Item) -> bool {
        self.0.contains(&item.path)
    }

    /// How many are.
    pub(super) const fn len(&self) -> usize {
        self.0.len()
    }

    /// Those that are.
    pub(super) fn paths(&self) -> Vec<PathBuf> {
        self.0.clone()
    }
}

impl Files {
    /// A space marks the file under the cursor and goes on to the next one. It is a letter where the folder has something whose name
    /// goes on with one.
    pub(super) fn marks(&mut self, key: Key) -> bool {
        if key.typed() != Some(' ') || self.names_go_on() {
            return false;
        }
        let row = self.cursor.at;
        self.turn(row)
    }

    /// Marks the file of a row; `false` where there is none.
    fn turn(&mut self, row: usize) -> bool {
        let Some(item) = self.item(row).filter(|item| !item.is_folder).cloned() else { return false };
        self.marked.turn(&item);
        self.cursor.stand((row + 1).min(self.shown.len().saturating_sub(1)));
        true
    }

    /// Whether something in the folder is called like what was typed with a space behind it.
    fn names_go_on(&self) -> bool {
        let typed = parts(self.edit.text()).1;
        let with_space = fold(&format!("{typed} "));
        let Ok(folder) = &self.folder else { return true };
        !typed.is_empty() && folder.items.iter().any(|item| fold(&item.name).starts_with(&with_space))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::browse::Folder;

    fn files(names: &[&str]) -> Files {
        let item = |name: &&str| Item {
            name: (*name).to_owned(),
            path: PathBuf::from(format!("/x/{name}")),
            is_folder: !name.contains('.'),
            fits: true,
            size: 1,
            changed: None,
            day: None,
        };
        let folder = Folder { items: names.iter().map(item).collect(), ..Folder::default() };
        Files::new("/x/", Ok(folder))
    }

    #[test]
    fn a_space_marks_files_one_after_the_other_and_takes_a_mark_away() {
        let mut files = files(&["a.csv", "b.csv", "c.csv"]);
        let space = Key::char(' ');
        assert!(files.marks(space) && files.marks(space));
        assert_eq!(files.marked.paths(), [PathBuf::from("/x/a.csv"), PathBuf::from("/x/b.csv")]);
        files.cursor.stand(1);
        assert!(files.marks(space));
        assert_eq!(files.marked.paths(), [PathBuf::from("/x/b.csv")], "the way back is the first row");
        assert!(!files.marks(Key::char('x')));
    }

    #[test]
    fn a_folder_is_never_marked_and_a_space_in_a_name_can_be_typed() {
        let mut files = files(&["My photos", "my.csv"]);
        files.cursor.stand(1);
        assert!(!files.marks(Key::char(' ')), "a folder");
        for c in "my".chars() {
            files.key(Key::char(c));
        }
        files.cursor.stand(1);
        assert!(!files.marks(Key::char(' ')), "My photos may be meant");
        files.key(Key::char('.'));
        assert!(files.marks(Key::char(' ')));
    }
}
