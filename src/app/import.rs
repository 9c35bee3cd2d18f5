//! What an import would do, before it is saved: every record of the files, with what becomes of it.
pub(super) mod view;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::layer::Layer;
use super::menu::{Menu, Then};
use super::{App, Notice};
use crate::command::{Command, Effect, Job};
use crate::domain::explain::Explain;
use crate::domain::text::clean_line;
use crate::exchange::choices::{Choice, Choices};
use crate::exchange::mapping::{Said, Saids};
use crate::exchange::plan::{Action, FigureRow, Row};
use crate::exchange::{Options, Plan};
use crate::lang::Lang;
use crate::ui::Cursor;

/// The actions in the order in which the filter turns through them.
const ACTIONS: [Action; 5] = [Action::Create, Action::Merge, Action::Refuse, Action::Same, Action::Skip];

/// How many records are at hand at once.
const WINDOW: usize = 400;

/// A line of the list.
#[derive(Debug, Clone, Copy)]
enum Line<'a> {
    Record(&'a Row),
    Figure(&'a FigureRow),
}

/// The preview.
#[derive(Debug)]
pub(super) struct Preview {
    files: Vec<PathBuf>,
    plan: Plan,
    /// What was chosen for single records.
    choices: Choices,
    /// What is said of the columns of single files.
    said: Saids,
    /// Only these are shown.
    only: Option<Action>,
    /// How many records are shown.
    records: usize,
    /// Those at hand, and which of the shown ones is the first of them.
    window: Vec<Row>,
    first: usize,
    pub(super) cursor: Cursor,
}

impl Preview {
    fn new(files: Vec<PathBuf>, plan: Plan) -> Self {
        let (window, cursor) = (Vec::new(), Cursor::default());
        let mut preview = Self {
            files,
            plan,
            choices: Choices::default(),
            said: Saids::default(),
            only: None,
            records: 0,
            window,
            first: 0,
            cursor,
        };
        preview.find();
        preview
    }

    /// The files.
    pub(super) fn files(&self) -> &[PathBuf] {
        &self.files
    }

    /// What they are called together.
    pub(super) fn named(&self) -> String {
        named(&self.files)
    }

    /// How they are read: with all that was chosen and said.
    pub(super) fn options(&self) -> Options {
        Options::default().with_choices(self.choices.clone()).with_said(self.said.clone())
    }

    /// Says what the columns of a file are.
    pub(super) fn say(&mut self, file: Arc<str>, said: Said) {
        self.said.set(file, said);
    }

    /// Reads the files anew.
    pub(super) fn read(&self, lang: Lang) -> Effect {
        let (files, name, options) = (self.files.clone(), self.named(), Box::new(self.options()));
        Effect::Start(Box::new(Job::Read { files, options, lang, name }))
    }

    /// The lines that are shown: all of them, or those of one action.
    fn find(&mut self) {
        self.records = self.only.map_or_else(|| self.plan.len(), |only| self.plan.count(only));
        self.cursor = Cursor::default();
        self.window.clear();
        self.look();
    }

    /// The files were read again with what was chosen: the cursor stays where it stood.
    fn again(&mut self, plan: Plan) {
        let at = self.cursor.at;
        self.plan = plan;
        self.find();
        self.cursor.stand(at.min(self.len().saturating_sub(1)));
        self.look();
    }

    /// The record under the cursor.
    fn record(&self) -> Option<&Row> {
        match self.line(self.cursor.at)? {
            Line::Record(row) => Some(row),
            Line::Figure(_) => None,
        }
    }

    /// How many lines are shown.
    fn len(&self) -> usize {
        let figures = if self.only.is_none() { self.plan.figures.rows.len() } else { 0 };
        self.records + figures
    }

    /// Takes the records around the cursor to hand: drawing asks for nothing.
    fn look(&mut self) {
        let wanted = self.cursor.at.saturating_sub(WINDOW / 4)..self.cursor.at + WINDOW / 4;
        let at_hand = self.first..self.first + self.window.len();
        let last = wanted.end.min(self.records);
        if at_hand.contains(&wanted.start) && at_hand.end >= last || self.records == 0 {
            return;
        }
        self.first = self.cursor.at.saturating_sub(WINDOW / 2);
        // A plan that cannot be read any more shows no records; saving it says why.
        self.window = self.plan.rows(self.only, self.first, WINDOW).unwrap_or_default();
    }

    /// A line.
    fn line(&self, row: usize) -> Option<Line<'_>> {
        match row.checked_sub(self.records) {
            None => self.window.get(row.checked_sub(self.first)?).map(Line::Record),
            Some(at) => self.plan.figures.rows.get(at).map(Line::Figure),
        }
    }

    /// Moves through the lines.
    pub(super) fn step(&mut self, command: Command) {
        self.cursor.step(command, self.len());
        self.look();
    }

    /// Stands on a line that was clicked.
    pub(super) fn stand(&mut self, row: usize) -> Vec<Effect> {
        self.cursor.stand(row);
        self.look();
        Vec::new()
    }

    /// The next action of which there are any, behind the last one all of them again.
    fn filter(&mut self) {
        let from = self.only.and_then(|only| ACTIONS.iter().position(|a| *a == only)).map_or(0, |at| at + 1);
        let rest = ACTIONS.iter().skip(from);
        self.only = rest.copied().find(|action| self.plan.count(*action) > 0);
        self.find();
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

/// Whether that may be chosen for a record.
fn may(row: &Row, choice: Choice) -> bool {
    match choice {
        Choice::Skip => row.offers.skip,
        Choice::CreateNew => row.offers.create,
        Choice::MergeInto(id) => row.offers.merge.iter().any(|one| one.id == id),
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

    /// The preview, whatever lies in front of it.
    pub(super) fn preview(&self) -> Option<&Preview> {
        self.layers.iter().find_map(|layer| match layer {
            Layer::Import(preview) => Some(&**preview),
            _ => None,
        })
    }

    /// What an import would do is known.
    pub(super) fn planned(&mut self, files: Vec<PathBuf>, plan: Plan) -> Vec<Effect> {
        let open = self.layers.iter_mut().find_map(|layer| match layer {
            Layer::Import(preview) if preview.files == files => Some(preview),
            _ => None,
        });
        if let Some(preview) = open {
            preview.again(plan);
            return if self.has_columns() { self.ask_columns() } else { Vec::new() };
        }
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
            Command::ImportColumns => return self.ask_columns(),
            Command::ImportSkip => return self.choose_record(Choice::Skip),
            Command::ImportCreate => return self.choose_record(Choice::CreateNew),
            Command::ImportMerge => return self.offer_candidates(),
            _ => {}
        }
        Vec::new()
    }

    /// Chooses for the record under the cursor, or takes the choice back; the files are read again with it, so that what hangs on the
    /// record follows.
    pub(super) fn choose_record(&mut self, choice: Choice) -> Vec<Effect> {
        let Some(Layer::Import(preview)) = self.layers.last_mut() else { return Vec::new() };
        let row = preview.record().map(|row| (row.spot(), row.chosen, may(row, choice)));
        let Some((Some(spot), chosen, true)) = row else {
            self.notice = Some(Notice::Said(Explain::new("preview-not-offered")));
            return Vec::new();
        };
        preview.choices.set(spot, (chosen != Some(choice)).then_some(choice));
        vec![preview.read(self.world.words.lang())]
    }

    /// Whom of the book the record under the cursor may be: the only one at once, several in a menu.
    fn offer_candidates(&mut self) -> Vec<Effect> {
        let Some(Layer::Import(preview)) = self.layers.last() else { return Vec::new() };
        let record = preview.record();
        let candidates = record.map(|row| row.offers.merge.clone()).unwrap_or_default();
        if let [only] = candidates.as_slice() {
            return self.choose_record(Choice::MergeInto(only.id));
        }
        if candidates.is_empty() {
            self.notice = Some(Notice::Said(Explain::new("preview-not-offered")));
            return Vec::new();
        }
        let chosen = record.and_then(|row| row.chosen);
        let words = &self.world.words;
        let title = words.with("preview-merge-into", &[("name", record.map_or("", |row| row.name.as_str()))]);
        let rows = candidates.iter().map(|one| {
            let choice = Choice::MergeInto(one.id);
            (format!("{} · {}", one.name, words.say(&one.why)), chosen == Some(choice), Then::Record(choice))
        });
        let menu = Menu::of_rows(title, rows.collect());
        self.layers.push(Layer::Menu(menu));
        Vec::new()
    }

    /// Saves it as one act. The preview stays until that is done: where it is stopped or fails, what was chosen is still there.
    fn save_import(&mut self) -> Vec<Effect> {
        let Some(Layer::Import(preview)) = self.layers.last() else { return Vec::new() };
        if preview.plan.changes_nothing() && preview.plan.answers.is_empty() {
            self.layers.pop();
            self.notice = Some(Notice::Said(Explain::new("preview-nothing")));
            return Vec::new();
        }
        let name = named(&preview.files);
        vec![Effect::Start(Box::new(Job::Import { plan: Box::new(preview.plan.clone()), name }))]
    }
}
