//! One of many by some letters of its name: what the rows of a table are, or what a column holds.
use std::sync::Arc;

use ratatui::layout::Rect;

use crate::app::help::as_float;
use crate::command::{Command, Key};
use crate::domain::kind::Kind;
use crate::exchange::mapping::{IGNORED, Mapping, Said, fields, label};
use crate::lang::field;
use crate::lens::Cx;
use crate::ui::fuzzy::Fuzzy;
use crate::ui::panel::{below, empty, float};
use crate::ui::table::{List, TableRow};
use crate::ui::{Column, Cursor, Edit, Pen, Role, Seen, Span};

/// Most columns and rows of the panel.
const SIZE: (u16, u16) = (72, 22);

/// The sign of what is so now, the name, of what, the name in commands.
const COLUMNS: [Column; 4] =
    [Column::fixed(1), Column::growing(24), Column::fixed(16).leaves(1), Column::growing(14).leaves(2)];

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Of {
    /// What the rows are.
    Rows,
    /// What the column of that head holds.
    Column(String),
}

/// What may be said.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Value {
    /// Nothing: it is as the program understands it.
    Unsaid,
    Kind(Kind),
    Field(String),
}

/// A value with its names.
#[derive(Debug, Clone)]
struct Choice {
    value: Value,
    name: String,
    of: String,
    code: String,
    now: bool,
}

/// The question.
#[derive(Debug)]
pub(in crate::app) struct Picker {
    table: Mapping,
    of: Of,
    title: String,
    edit: Edit,
    pub(in crate::app) cursor: Cursor,
    choices: Vec<Choice>,
    /// Those that answer to what was typed, the best first.
    found: Vec<usize>,
}

impl Picker {
    pub(super) fn new(table: Mapping, of: Of, cx: &Cx<'_>) -> Self {
        let (title, choices) = match &of {
            Of::Rows => (cx.words.get("columns-pick-rows"), kinds(&table, cx)),
            Of::Column(header) => {
                (cx.words.with("columns-pick", &[("header", header)]), holds(&table, header, cx))
            }
        };
        let (edit, cursor) = (Edit::default(), Cursor::default());
        let mut picker = Self { table, of, title, edit, cursor, choices, found: Vec::new() };
        picker.find();
        let now = picker.found.iter().position(|at| picker.choices.get(*at).is_some_and(|choice| choice.now));
        picker.cursor.stand(now.unwrap_or(0));
        picker
    }

    fn find(&mut self) {
        let text = self.edit.text().trim();
        let mut fuzzy = Fuzzy::new(text);
        let score = |choice: &Choice, fuzzy: &mut Fuzzy| {
            let name = fuzzy.score(&choice.name).map(|score| score + 8);
            name.max(fuzzy.score(&choice.code).filter(|_| !choice.code.is_empty()))
        };
        let found =
            self.choices.iter().enumerate().filter_map(|(at, one)| Some((score(one, &mut fuzzy)?, at)));
        let mut found: Vec<(u32, usize)> = found.collect();
        if !text.is_empty() {
            found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        }
        self.found = found.into_iter().map(|(_, at)| at).collect();
        self.cursor = Cursor::default();
    }

    /// Takes a key.
    pub(in crate::app) fn key(&mut self, key: Key) {
        if self.edit.key(key) {
            self.find();
        }
    }

    /// Takes pasted text.
    pub(in crate::app) fn paste(&mut self, text: &str) {
        self.edit.insert(text);
        self.find();
    }

    /// Moves through what was found.
    pub(in crate::app) fn step(&mut self, command: Command) {
        self.cursor.step(command, self.found.len());
    }

    /// What is said of which file, once a row is taken.
    pub(super) fn said(&self, row: usize) -> Option<(Arc<str>, Said)> {
        let choice = self.choices.get(*self.found.get(row)?)?;
        let said = match (&self.of, &choice.value) {
            (Of::Column(header), Value::Field(name)) => self.table.saying(header, Some(name)),
            (Of::Column(header), Value::Unsaid | Value::Kind(_)) => self.table.saying(header, None),
            (Of::Rows, value) => {
                let mut said = self.table.said.clone();
                said.set_kind(if let Value::Kind(kind) = value { Some(*kind) } else { None });
                said
            }
        };
        Some((self.table.file.clone(), said))
    }

    pub(in crate::app) fn draw(&self, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        let tall = u16::try_from(self.choices.len() + 4).unwrap_or(SIZE.1).min(SIZE.1);
        let inside = float(pen, body, (SIZE.0, tall), &self.title, &[]);
        pen.put(inside.x, inside.y, 1, "/", Role::Key);
        let room = inside.width.saturating_sub(2);
        let mut seen = self.edit.draw(pen, (inside.x + 2, inside.y), room, |_| Role::Text);
        let rows = below(inside, 2);
        if self.found.is_empty() {
            empty(pen, rows, &cx.words.get("columns-none-found"));
            return seen;
        }
        let fuzzy = std::cell::RefCell::new(Fuzzy::new(self.edit.text().trim()));
        let (len, done) = (self.found.len(), pen.glyphs.done());
        let list = List { columns: &COLUMNS, cursor: &self.cursor, len, panel: 0, focused: true };
        let drawn = list.draw(pen, rows, |row| {
            let at = self.found.get(row).copied().unwrap_or(usize::MAX);
            let Some(choice) = self.choices.get(at) else { return TableRow::Group(Vec::new()) };
            let role = if choice.code.is_empty() { Role::Muted } else { Role::Text };
            let mut fuzzy = fuzzy.borrow_mut();
            TableRow::cells([
                Span::new(if choice.now { done } else { "" }, Role::Good).into(),
                fuzzy.marked(&choice.name, role),
                Span::muted(choice.of.clone()).into(),
                fuzzy.marked(&choice.code, Role::Muted),
            ])
        });
        seen.add(as_float(drawn));
        seen
    }
}

/// What begins every list: that nothing is said, where something is.
fn unsaid(is_said: bool, cx: &Cx<'_>) -> Option<Choice> {
    let name = || cx.words.get("columns-of-itself");
    is_said.then(|| Choice {
        value: Value::Unsaid,
        name: name(),
        of: String::new(),
        code: String::new(),
        now: false,
    })
}

fn kinds(table: &Mapping, cx: &Cx<'_>) -> Vec<Choice> {
    let kinds = Kind::ALL.into_iter().filter(|kind| !matches!(kind, Kind::Settings | Kind::Issued));
    let choice = |kind: Kind| Choice {
        value: Value::Kind(kind),
        name: field::kinds(kind, cx.words),
        of: String::new(),
        code: kind.name().to_owned(),
        now: table.kind == Some(kind),
    };
    unsaid(table.said.kind().is_some(), cx).into_iter().chain(kinds.map(choice)).collect()
}

fn holds(table: &Mapping, header: &str, cx: &Cx<'_>) -> Vec<Choice> {
    let Some(kind) = table.kind else { return Vec::new() };
    let holds = table.columns.iter().find(|column| column.header == header);
    let holds = holds.and_then(|column| column.field.clone());
    let none = Choice {
        value: Value::Field(IGNORED.to_owned()),
        name: cx.words.get("columns-leave-out"),
        of: String::new(),
        code: String::new(),
        now: holds.is_none(),
    };
    let choice = |code: String| {
        let (name, of) = label(&code, kind, cx.words);
        Choice { now: holds.as_ref() == Some(&code), value: Value::Field(code.clone()), name, of, code }
    };
    let first = unsaid(table.said.says(header), cx).into_iter().chain([none]);
    first.chain(fields(kind).into_iter().map(choice)).collect()
}
