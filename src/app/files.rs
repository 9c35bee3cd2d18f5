//! Picking a file: a path that is typed, what is in its folder, and how the file under the cursor begins.
mod complete;
mod mark;
mod view;

use std::path::PathBuf;

use super::App;
use super::layer::Layer;
use crate::command::{Command, Effect, Key};
use crate::domain::explain::Explain;
use crate::exchange::browse::{self, Beginning, Folder, Item};
use crate::ui::fuzzy::Fuzzy;
use crate::ui::{Cursor, Edit};
use mark::Marked;

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    /// The folder above.
    Above,
    /// What stands at this place of the folder.
    Item(usize),
}

/// What taking a row leads to.
enum Taken {
    /// Further looking.
    Looks(Vec<Effect>),
    /// These files.
    Files(Vec<PathBuf>),
}

/// The picker.
#[derive(Debug)]
pub(super) struct Files {
    /// The path: the folder up to its last slash, and behind it what narrows the list.
    edit: Edit,
    /// The folder that is shown, as it is typed.
    at: String,
    folder: Result<Folder, Explain>,
    shown: Vec<Row>,
    pub(super) cursor: Cursor,
    /// What was changed last comes first.
    newest: bool,
    marked: Marked,
    /// How a file begins.
    beginning: Option<(PathBuf, Result<Beginning, Explain>)>,
}

/// The folder of a typed path, with its slash, and what stands behind it.
fn parts(text: &str) -> (&str, &str) {
    text.rfind('/').and_then(|at| text.split_at_checked(at + 1)).unwrap_or(("", text))
}

impl Files {
    /// The folder of this path.
    fn new(at: &str, folder: Result<Folder, Explain>) -> Self {
        let edit = Edit::new(at);
        let mut files = Self {
            // As it can be typed: it is compared with that, and walked by its path.
            at: parts(edit.text()).0.to_owned(),
            edit,
            folder,
            shown: Vec::new(),
            cursor: Cursor::default(),
            newest: false,
            marked: Marked::default(),
            beginning: None,
        };
        files.find();
        files
    }

    /// Another folder was looked into.
    fn looked(&mut self, at: String, folder: Result<Folder, Explain>) -> Vec<Effect> {
        let narrowed = parts(self.edit.text()).1.to_owned();
        // A folder that is not there leaves what was typed.
        if folder.is_ok() {
            self.edit.set(&format!("{at}{narrowed}"));
        }
        self.at = if folder.is_ok() { parts(self.edit.text()).0.to_owned() } else { at };
        self.folder = folder;
        self.find();
        self.look()
    }

    /// What narrows the list.
    fn narrowed(&self) -> &str {
        parts(self.edit.text()).1
    }

    /// The rows that answer to what was typed; the cursor on the one that does best.
    fn find(&mut self) {
        let Ok(folder) = &self.folder else {
            self.shown.clear();
            return;
        };
        let narrowed = self.narrowed().to_owned();
        let hidden = narrowed.starts_with('.');
        let mut fuzzy = Fuzzy::new(&narrowed);
        let fits = |item: &Item, fuzzy: &mut Fuzzy| {
            let seen = hidden || !item.is_hidden();
            if seen { fuzzy.score(&item.name) } else { None }
        };
        let mut found: Vec<(usize, u32)> = folder
            .items
            .iter()
            .enumerate()
            .filter_map(|(at, item)| fits(item, &mut fuzzy).map(|score| (at, score)))
            .collect();
        if self.newest {
            let key = |at: usize| folder.items.get(at).map(|i| (!i.is_folder, std::cmp::Reverse(i.changed)));
            found.sort_by_key(|(at, _)| key(*at));
        }
        let best = found.iter().enumerate().max_by_key(|(row, (_, score))| (*score, std::cmp::Reverse(*row)));
        let best = best.map_or(0, |(row, _)| row);
        let above = narrowed.is_empty().then_some(Row::Above);
        self.shown = above.into_iter().chain(found.iter().map(|(at, _)| Row::Item(*at))).collect();
        self.cursor = Cursor::default();
        // The first file or folder, not the way back.
        let first = usize::from(narrowed.is_empty() && self.shown.len() > 1);
        self.cursor.stand(if narrowed.is_empty() { first } else { best });
    }

    /// What stands in a row.
    fn item(&self, row: usize) -> Option<&Item> {
        match (self.shown.get(row)?, &self.folder) {
            (Row::Item(at), Ok(folder)) => folder.items.get(*at),
            _ => None,
        }
    }

    /// Looks at how the file under the cursor begins, unless that is known.
    fn look(&self) -> Vec<Effect> {
        let under = self.item(self.cursor.at).filter(|item| !item.is_folder);
        let known = self.beginning.as_ref().map(|(path, _)| path);
        let wanted = under.filter(|item| known != Some(&item.path));
        wanted.map(|item| Effect::Peek(item.path.clone())).into_iter().collect()
    }

    /// What was typed has changed.
    fn changed(&mut self) -> Vec<Effect> {
        let folder = parts(self.edit.text()).0;
        // Without a slash it narrows the folder that is shown.
        if !folder.is_empty() && folder != self.at {
            return vec![Effect::Browse(folder.to_owned())];
        }
        self.find();
        self.look()
    }

    /// Takes a key of typing, or the space that marks.
    pub(super) fn key(&mut self, key: Key) -> Vec<Effect> {
        if self.marks(key) {
            return self.look();
        }
        if self.edit.key(key) { self.changed() } else { Vec::new() }
    }

    /// Takes pasted text: files, which are read, or part of a path.
    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        if let Some(paths) = browse::paths(text) {
            return vec![Effect::Dropped(paths, text.to_owned())];
        }
        self.edit.insert(text);
        self.changed()
    }

    /// Moves, completes, or turns the order around.
    fn step(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::FileComplete => self.complete(),
            Command::FileParent => vec![self.above()],
            Command::FileOrder => {
                self.newest = !self.newest;
                self.find();
                self.look()
            }
            _ => {
                let len = self.shown.len();
                self.cursor.step(command, len);
                self.look()
            }
        }
    }

    /// The way to the folder above.
    fn above(&self) -> Effect {
        match &self.folder {
            Ok(folder) => Effect::Walk(folder.path.join("..")),
            Err(_) => Effect::Browse(format!("{}../", self.at)),
        }
    }

    /// Takes a row: into a folder, or a file, and where files are marked all of these instead. Without rows the path is taken as it is
    /// typed.
    fn take(&self, row: usize) -> Taken {
        match (self.shown.get(row), self.item(row)) {
            (Some(Row::Above), _) => Taken::Looks(vec![self.above()]),
            (_, Some(item)) if item.is_folder => Taken::Looks(vec![Effect::Walk(item.path.clone())]),
            (_, Some(_)) if self.marked.len() > 0 => Taken::Files(self.marked.paths()),
            (_, Some(item)) => Taken::Files(vec![item.path.clone()]),
            _ => Taken::Looks(Vec::new()),
        }
    }
}

impl App {
    /// A folder was looked into: in the picker, which opens if it is not.
    pub(super) fn browsed(&mut self, at: String, folder: Result<Folder, Explain>) -> Vec<Effect> {
        if let Ok(folder) = &folder {
            self.folder.clone_from(&folder.path);
        }
        if let Some(Layer::Files(files)) = self.layers.last_mut() {
            // What stood behind the slash narrowed the folder before.
            if folder.is_ok() && parts(files.edit.text()).0 != at {
                files.edit.set(&at);
            }
            return files.looked(at, folder);
        }
        let files = Files::new(&at, folder);
        let effects = files.look();
        self.layers.push(Layer::Files(Box::new(files)));
        effects
    }

    /// How a file begins is known.
    pub(super) fn peeked(&mut self, path: PathBuf, beginning: Result<Beginning, Explain>) -> Vec<Effect> {
        if let Some(Layer::Files(files)) = self.layers.last_mut() {
            files.beginning = Some((path, beginning));
        }
        Vec::new()
    }

    /// A command of the picker.
    pub(super) fn file_command(&mut self, command: Command) -> Vec<Effect> {
        let Some(Layer::Files(files)) = self.layers.last_mut() else { return Vec::new() };
        if command != Command::FileChoose {
            return files.step(command);
        }
        let row = files.cursor.at;
        self.take_file(row)
    }

    /// Takes a row of the picker.
    pub(super) fn take_file(&mut self, row: usize) -> Vec<Effect> {
        let Some(Layer::Files(files)) = self.layers.last() else { return Vec::new() };
        match files.take(row) {
            Taken::Looks(effects) => effects,
            Taken::Files(paths) => {
                self.layers.pop();
                self.read_files(paths)
            }
        }
    }

    /// Text was pasted that looks like files: some of them are there, or it was text.
    pub(super) fn dropped(&mut self, files: Vec<PathBuf>, text: &str) -> Vec<Effect> {
        if files.is_empty() {
            return self.paste_text(text);
        }
        if matches!(self.layers.last(), Some(Layer::Files(_))) {
            self.layers.pop();
        }
        self.read_files(files)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_path_is_a_folder_and_what_narrows_it() {
        assert_eq!(parts("~/Downloads/con"), ("~/Downloads/", "con"));
        assert_eq!(parts("/"), ("/", ""));
        assert_eq!(parts("con"), ("", "con"));
    }
}
