//! What an import would do, before it is saved: every record of the files, with what becomes of it.
mod view;

use std::path::{Path, PathBuf};

use super::layer::Layer;
use super::{App, Notice};
use crate::command::{Command, Effect, Job};
use crate::domain::explain::Explain;
use crate::domain::text::clean_line;
use crate::exchange::plan::{Action, Row};
use crate::exchange::{Options, Plan};
use crate::ui::Cursor;

/// The actions in the order in which the filter turns through them.
const ACTIONS: [Action; 4] = [Action::Create, Action::Merge, Action::Refuse, Action::Same];

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Record(usize),
    Figure(usize),
}

/// The preview.
#[derive(Debug)]
pub(super) struct Preview {
    files: Vec<PathBuf>,
    plan: Plan,
    /// Only these are shown.
    only: Option<Action>,
    shown: Vec<Line>,
    pub(super) cursor: Cursor,
}

impl Preview {
    fn new(files: Vec<PathBuf>, plan: Plan) -> Self {
        let mut preview = Self { files, plan, only: None, shown: Vec::new(), cursor: Cursor::default() };
        preview.find();
        preview
    }

    /// The lines that are shown: all of them, or those of one action.
    fn find(&mut self) {
        let records = self.plan.rows.iter().enumerate();
        let records = records.filter(|(_, row)| self.only.is_none_or(|only| only == row.action));
        let figures = if self.only.is_none() { self.plan.figures.rows.len() } else { 0 };
        self.shown = records.map(|(at, _)| Line::Record(at)).chain((0..figures).map(Line::Figure)).collect();
        self.cursor = Cursor::default();
    }

    /// Moves through the lines.
    pub(super) fn step(&mut self, command: Command) {
        self.cursor.step(command, self.shown.len());
    }

    /// Stands on a line that was clicked.
    pub(super) fn stand(&mut self, row: usize) -> Vec<Effect> {
        self.cursor.stand(row);
        Vec::new()
    }

    /// The next action of which there are any, behind the last one all of them again.
    fn filter(&mut self) {
        let from = self.only.and_then(|only| ACTIONS.iter().position(|a| *a == only)).map_or(0, |at| at + 1);
        let rest = ACTIONS.iter().skip(from);
        self.only = rest.copied().find(|action| self.plan.count(*action) > 0);
        self.find();
    }

    /// The record of a line.
    fn record(&self, row: usize) -> Option<&Row> {
        match self.shown.get(row)? {
            Line::Record(at) => self.plan.rows.get(*at),
            Line::Figure(_) => None,
        }
    }
}

/// What files are called together: the first by its name, the others as a number.
pub(super) fn named(files: &[PathBuf]) -> String {
    let name = |path: &Path| path.file_name().map(|n| clean_line(&n.to_string_lossy())).unwrap_or_default();
    match files {
        [] => String::new(),
        [one] => name(one),
        [one, rest @ ..] => format!("{} +{}", name(one), rest.len()),
    }
}

impl App {
    /// Reads files, to show what importing them would do.
    pub(super) fn read_files(&mut self, files: Vec<PathBuf>) -> Vec<Effect> {
        let lang = self.world.words.lang();
        let name = named(&files);
        let job = Job::Read { files, options: Box::new(Options::default()), lang, name };
        vec![Effect::Start(Box::new(job))]
    }

    /// What an import would do is known.
    pub(super) fn planned(&mut self, files: Vec<PathBuf>, plan: Plan) -> Vec<Effect> {
        self.layers.retain(|layer| !matches!(layer, Layer::Import(_)));
        self.layers.push(Layer::Import(Box::new(Preview::new(files, plan))));
        Vec::new()
    }

    /// A command of the preview.
    pub(super) fn import_command(&mut self, command: Command) -> Vec<Effect> {
        let Some(Layer::Import(preview)) = self.layers.last_mut() else { return Vec::new() };
        match command {
            Command::ImportSave => return self.save_import(),
            Command::ImportFilter => preview.filter(),
            _ => {}
        }
        Vec::new()
    }

    /// Saves it as one act.
    fn save_import(&mut self) -> Vec<Effect> {
        let Some(Layer::Import(preview)) = self.layers.pop() else { return Vec::new() };
        if preview.plan.changes_nothing() && preview.plan.answers.is_empty() {
            self.notice = Some(Notice::Said(Explain::new("preview-nothing")));
            return Vec::new();
        }
        let name = named(&preview.files);
        vec![Effect::Start(Box::new(Job::Import { plan: Box::new(preview.plan), name }))]
    }
}
