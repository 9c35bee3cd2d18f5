//! What a document is made of. Blocks hold finished words and numbers; who draws them decides on width and colour.
use serde::{Deserialize, Serialize};

use super::picture::Picture;
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::domain::score::Source;

/// A part of a document. It can be kept as JSON and read again; what it leads to is not kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A title, with a muted note beside it: a count, a day.
    Heading {
        /// 1 begins a section, 2 a part of one.
        level: u8,
        /// The title.
        text: String,
        /// What stands beside it; may be empty.
        note: String,
    },
    /// Plain words.
    Paragraph(String),
    /// Words that must be seen.
    Callout(Tone, String),
    /// Labels with values, aligned with each other.
    Figures(Vec<Figure>),
    /// Rows and columns.
    Table(Table),
    /// A drawing.
    Picture(Box<Picture>),
    /// What follows begins a new page where there are pages.
    Break,
}

impl Block {
    /// A title with nothing beside it.
    pub fn heading(text: impl Into<String>) -> Self {
        Self::Heading { level: 1, text: text.into(), note: String::new() }
    }

    /// A title with a note beside it.
    pub fn heading_with(text: impl Into<String>, note: impl Into<String>) -> Self {
        Self::Heading { level: 1, text: text.into(), note: note.into() }
    }

    /// A title within a section.
    pub fn subheading(text: impl Into<String>) -> Self {
        Self::Heading { level: 2, text: text.into(), note: String::new() }
    }
}

/// What a text means; who draws it chooses the colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Nothing special.
    #[default]
    Text,
    /// Less than the rest.
    Muted,
    /// The head of a group.
    Heading,
    /// What the eye should find.
    Accent,
    /// As it should be.
    Good,
    /// On its way to be wrong.
    Warn,
    /// Someone must act.
    Bad,
}

/// A label, its value, and how it can be drawn.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Figure {
    /// What it is.
    pub label: String,
    /// The value in words.
    pub value: String,
    /// A drawing of it.
    pub drawing: Drawing,
    /// What explains it; may be empty.
    pub note: String,
    /// What the value means.
    pub tone: Tone,
    /// What it is about, to be opened from the screen.
    #[serde(skip)]
    pub source: Option<Source>,
}

impl Figure {
    /// A label and its value.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into(), ..Self::default() }
    }

    /// The same with words that explain it.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    /// The same as a gauge, `share` from 0 to 1.
    #[must_use]
    pub fn gauge(mut self, share: f64) -> Self {
        self.drawing = Drawing::Gauge(share.clamp(0.0, 1.0));
        self
    }

    /// The same with a meaning.
    #[must_use]
    pub const fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// The same, leading to what it is about.
    #[must_use]
    pub const fn from(mut self, source: Option<Source>) -> Self {
        self.source = source;
        self
    }
}

/// How a figure can be drawn.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Drawing {
    /// Not at all.
    #[default]
    None,
    /// A bar filled from 0 to 1.
    Gauge(f64),
    /// A line of bars, each against the largest.
    Spark(Vec<f64>),
}

/// Rows and columns; every row has a cell for every column.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
}

impl Table {
    /// A table without rows.
    pub const fn new(columns: Vec<Column>) -> Self {
        Self { columns, rows: Vec::new() }
    }

    /// Adds a row about a record.
    pub fn push(&mut self, subject: Option<(Kind, Id)>, cells: Vec<Cell>) {
        self.push_from(subject.map(|(kind, id)| Source::Record(kind, id)), cells);
    }

    /// Adds a row about a record, or about one period of an indicator.
    pub fn push_from(&mut self, source: Option<Source>, cells: Vec<Cell>) {
        self.rows.push(Row { cells, source, below: String::new() });
    }

    /// Takes a column away in which nothing stands, with its title.
    pub fn leave_out_empty(&mut self, column: usize) {
        let empty = |row: &Row| row.cells.get(column).is_none_or(|cell| cell.text.is_empty());
        if column < self.columns.len() && self.rows.iter().all(empty) {
            self.columns.remove(column);
            for row in self.rows.iter_mut().filter(|row| column < row.cells.len()) {
                row.cells.remove(column);
            }
        }
    }

    /// Says something more of the last row, below it and over all columns.
    pub fn below(&mut self, words: String) {
        if let Some(row) = self.rows.last_mut() {
            row.below = words;
        }
    }
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Column {
    /// Its title; a table of which all are empty has no line of titles.
    pub title: String,
    /// Where its cells stand.
    pub align: Align,
    /// 0 always stays; else the columns leave a narrow page in this order, 1 first.
    pub leaves: u8,
    /// Its cells may be cut with `…` where the page is narrow; numbers never are.
    pub shrinks: bool,
}

impl Column {
    /// A column of text that may be cut.
    pub fn text(title: impl Into<String>) -> Self {
        Self { title: title.into(), shrinks: true, ..Self::default() }
    }

    /// A column of short words that are never cut.
    pub fn short(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// A column of numbers.
    pub fn number(title: impl Into<String>) -> Self {
        Self { title: title.into(), align: Align::Right, ..Self::default() }
    }

    /// The same, leaving a narrow page as the `order`th.
    #[must_use]
    pub const fn leaving(mut self, order: u8) -> Self {
        self.leaves = order;
        self
    }
}

/// Where a cell's text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Text.
    #[default]
    Left,
    /// Numbers.
    Right,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Row {
    /// Its cells, one a column.
    pub cells: Vec<Cell>,
    /// What it is about, to be opened from the screen.
    #[serde(skip)]
    pub source: Option<Source>,
    /// What stands below it, over all columns; may be empty.
    pub below: String,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Cell {
    /// Its text.
    pub text: String,
    /// What it means.
    pub tone: Tone,
}

impl Cell {
    /// A cell with a meaning.
    pub fn toned(text: impl Into<String>, tone: Tone) -> Self {
        Self { text: text.into(), tone }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text, tone: Tone::Text }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}
