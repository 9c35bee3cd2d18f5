//! What the columns of the tables of an import are: seen, and said otherwise. What is said is remembered for files of the same shape.
pub(super) mod pick;
mod view;

use super::layer::Layer;
use super::{App, Notice};
use crate::command::{Command, Effect, Job, Key};
use crate::domain::explain::Explain;
use crate::exchange::mapping::Mapping;
use crate::ui::Cursor;
use pick::{Of, Picker};

/// A line of the panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    /// The head of a table: its file or sheet.
    Head(usize),
    /// What the rows of a table are.
    Rows(usize),
    /// A column of a table.
    Column(usize, usize),
    /// What is still missing in a table.
    Missing(usize),
    /// Nothing, between two tables.
    Gap,
}

/// The panel.
#[derive(Debug)]
pub(super) struct Columns {
    tables: Vec<Mapping>,
    lines: Vec<Line>,
    pub(super) cursor: Cursor,
}

impl Columns {
    fn new(tables: Vec<Mapping>) -> Self {
        let lines = lines(&tables);
        let mut open = Self { tables, lines, cursor: Cursor::default() };
        // What is not understood is what one comes for.
        let lost = open.lines.iter().position(|line| open.is_left_out(*line));
        open.cursor.stand(lost.unwrap_or(0));
        open.settle();
        open
    }

    /// The files were looked at again: the cursor stays where it stood.
    fn again(&mut self, tables: Vec<Mapping>) {
        self.lines = lines(&tables);
        self.tables = tables;
        self.cursor.clamp(self.lines.len());
        self.settle();
    }

    fn is_left_out(&self, line: Line) -> bool {
        match line {
            Line::Column(table, at) => self.column(table, at).is_some_and(|column| column.field.is_none()),
            Line::Rows(table) => self.tables.get(table).is_some_and(|table| table.kind.is_none()),
            Line::Head(_) | Line::Missing(_) | Line::Gap => false,
        }
    }

    fn column(&self, table: usize, at: usize) -> Option<&crate::exchange::mapping::Column> {
        self.tables.get(table)?.columns.get(at)
    }

    fn stands(&self) -> Vec<bool> {
        self.lines.iter().map(|line| matches!(line, Line::Rows(_) | Line::Column(..))).collect()
    }

    fn settle(&mut self) {
        let stands = self.stands();
        self.cursor.settle(true, stands.len(), |row| stands.get(row) == Some(&true));
    }

    /// Moves over the heads.
    pub(super) fn step(&mut self, command: Command) {
        let stands = self.stands();
        self.cursor.step_over(command, stands.len(), |row| stands.get(row) == Some(&true));
    }

    /// What is asked of a row.
    fn asked(&self, row: usize) -> Option<(&Mapping, Of)> {
        match *self.lines.get(row)? {
            Line::Rows(at) => self.tables.get(at).filter(|table| table.alone).map(|table| (table, Of::Rows)),
            Line::Column(at, column) => {
                // Without a kind there are no fields to choose from.
                let table = self.tables.get(at).filter(|table| table.kind.is_some())?;
                Some((table, Of::Column(table.columns.get(column)?.header.clone())))
            }
            Line::Head(_) | Line::Missing(_) | Line::Gap => None,
        }
    }
}

fn lines(tables: &[Mapping]) -> Vec<Line> {
    let mut lines = Vec::new();
    for (at, table) in tables.iter().enumerate() {
        lines.extend((at > 0).then_some(Line::Gap));
        lines.extend((tables.len() > 1).then_some(Line::Head(at)));
        lines.push(Line::Rows(at));
        lines.extend((0..table.columns.len()).map(|column| Line::Column(at, column)));
        lines.extend((!table.missing.is_empty()).then_some(Line::Missing(at)));
    }
    lines
}

impl App {
    /// A key in one of the panels of an import.
    pub(super) fn import_key(&mut self, key: Key) -> Vec<Effect> {
        match self.layers.last_mut() {
            Some(Layer::Files(files)) => files.key(key),
            Some(Layer::Pick(picker)) => {
                picker.key(key);
                Vec::new()
            }
            Some(Layer::Dedupe(_)) => self.recognised_key(key),
            _ => self.walk(key),
        }
    }

    /// Text pasted into one of them.
    pub(super) fn import_paste(&mut self, text: &str) -> Vec<Effect> {
        match self.layers.last_mut() {
            Some(Layer::Files(files)) => return files.paste(text),
            Some(Layer::Pick(picker)) => picker.paste(text),
            _ => {}
        }
        Vec::new()
    }

    /// Looks at how the columns of the files of the preview are understood.
    pub(super) fn ask_columns(&self) -> Vec<Effect> {
        let Some(preview) = self.preview() else { return Vec::new() };
        let (files, name) = (preview.files().to_vec(), preview.named());
        let (options, lang) = (Box::new(preview.options()), self.world.words.lang());
        vec![Effect::Start(Box::new(Job::Columns { files, options, lang, name }))]
    }

    /// It is known how they are understood.
    pub(super) fn mapped(&mut self, tables: Vec<Mapping>) -> Vec<Effect> {
        let previews = self.preview().is_some();
        let open = self.layers.iter_mut().find_map(|layer| match layer {
            Layer::Columns(open) => Some(open),
            _ => None,
        });
        match open {
            Some(open) => open.again(tables),
            None if tables.is_empty() => {
                self.notice = Some(Notice::Said(Explain::new("columns-none")));
            }
            None if previews => self.layers.push(Layer::Columns(Box::new(Columns::new(tables)))),
            None => {}
        }
        Vec::new()
    }

    /// Whether the columns are in front of the preview.
    pub(super) fn has_columns(&self) -> bool {
        self.layers.iter().any(|layer| matches!(layer, Layer::Columns(_)))
    }

    /// Asks what the rows of a table are, or what a column holds.
    pub(super) fn ask_column(&mut self, row: usize) -> Vec<Effect> {
        let Some(Layer::Columns(open)) = self.layers.last_mut() else { return Vec::new() };
        open.cursor.stand(row);
        if let Some((table, of)) = open.asked(row) {
            let picker = Picker::new(table.clone(), of, &self.world.cx());
            self.layers.push(Layer::Pick(Box::new(picker)));
            return Vec::new();
        }
        let sheets = matches!(open.lines.get(row), Some(Line::Rows(_)));
        let key = if sheets { "columns-of-sheets" } else { "columns-rows-first" };
        self.notice = Some(Notice::Said(Explain::new(key)));
        Vec::new()
    }

    /// It was said: the files are read anew with it.
    pub(super) fn say_column(&mut self, row: usize) -> Vec<Effect> {
        let Some(Layer::Pick(picker)) = self.layers.last() else { return Vec::new() };
        let Some((file, said)) = picker.said(row) else { return Vec::new() };
        self.layers.pop();
        let preview = self.layers.iter_mut().find_map(|layer| match layer {
            Layer::Import(preview) => Some(preview),
            _ => None,
        });
        let Some(preview) = preview else { return Vec::new() };
        preview.say(file, said);
        vec![preview.read(self.world.words.lang())]
    }
}
