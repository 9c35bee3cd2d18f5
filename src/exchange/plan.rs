//! What an import would do, record by record and figure by figure, and what it needs to do it.
use std::sync::Arc;

use super::figures::{Planned, State};

use super::choices::{Choice, Spot};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::merge::Renewed;
use crate::domain::value::Value;
use crate::lang::{Words, field, money, number};
use crate::store::act::import::Batch;
use crate::store::fault::Fault;

mod figure;
pub(super) mod image;

pub use figure::FigureRow;

/// What is done with a record of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// It is new.
    Create,
    /// The book has it; what was empty is filled, lists grow, and what a list of clients says of the year is brought up to date.
    Merge,
    /// The book has it, with all that the file says.
    Same,
    /// It cannot be taken and is left out.
    Refuse,
    /// The user leaves it out.
    Skip,
}

impl Action {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Create, Self::Merge, Self::Same, Self::Refuse, Self::Skip];

    /// Its name in JSON and in the keys of its words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Merge => "merge",
            Self::Same => "same",
            Self::Refuse => "refuse",
            Self::Skip => "skip",
        }
    }
}

/// How many rows are read at a time.
const PAGE: usize = 500;

/// One record of a file and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The file, as it was named.
    pub file: Arc<str>,
    /// The sheet; empty where there are none.
    pub sheet: Arc<str>,
    /// Where the record begins, from 1; 0 is the file as a whole.
    pub line: usize,
    /// What it is, if that was understood.
    pub kind: Option<Kind>,
    /// What it is called, at most 60 characters.
    pub name: String,
    /// What is done.
    pub action: Action,
    /// The fields that a merge fills or makes longer.
    pub fields: Vec<(Kind, &'static str)>,
    /// The fields of an account that a list of clients brings up to date, with what was there and what will be.
    pub renewed: Vec<Renewed>,
    /// Of a refusal the reason; else what it was known by and what is worth knowing.
    pub why: Vec<Explain>,
    /// What may be chosen instead.
    pub offers: Offers,
    /// What the user chose.
    pub chosen: Option<Choice>,
}

/// What may be chosen for a record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offers {
    /// It may be left out.
    pub skip: bool,
    /// It may be taken for new.
    pub create: bool,
    /// Records of the book that it may be: those that the program thinks of, the likeliest first. Where it may be one of them, it may
    /// also be any other of its kind.
    pub merge: Vec<Candidate>,
}

impl Offers {
    /// Whether there is anything to choose.
    pub const fn is_empty(&self) -> bool {
        !self.skip && !self.create && self.merge.is_empty()
    }
}

/// A record of the book that a record of a file may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Its number.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// What speaks for it.
    pub why: Explain,
}

/// What an import would do, and the batch that does it.
#[derive(Debug, Clone)]
pub struct Plan {
    pub(super) counts: [usize; Action::ALL.len()],
    /// What was understood of each file that could be read: format, encoding, columns left out.
    pub files: Vec<Explain>,
    /// What was left out of the files of figures, and names that the book does not have.
    pub notes: Vec<Explain>,
    /// The figures.
    pub figures: FigureRows,
    /// What was answered about files of a shape, to be kept once the plan is performed.
    pub answers: Vec<(String, String)>,
    /// What [`crate::store::act::Act::Import`] performs.
    pub batch: Batch,
}

/// The figures of all files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FigureRows {
    /// Those that would be entered, and those left out.
    pub rows: Vec<FigureRow>,
    /// How many are new.
    pub new: usize,
    /// How many change what is there.
    pub changed: usize,
    /// How many are there already.
    pub same: usize,
    /// How many are left out.
    pub refused: usize,
    /// How many of those to be entered are odd.
    pub doubtful: usize,
}

impl FigureRows {
    pub(super) fn count(&mut self, cell: &Planned) {
        match cell.state {
            State::New => self.new += 1,
            State::Changed => self.changed += 1,
            State::Same => self.same += 1,
            State::Refused(_) => self.refused += 1,
            State::Blank | State::Ambiguous => {}
        }
        self.doubtful += usize::from(cell.writes() && !cell.doubts.is_empty());
    }

    /// Whether no file had any.
    pub const fn is_empty(&self) -> bool {
        self.new + self.changed + self.same + self.refused == 0
    }

    /// New, changed, unchanged, left out and odd, in one sentence.
    pub fn summary(&self) -> Explain {
        Explain::new("figures-summary")
            .with("new", self.new)
            .with("changed", self.changed)
            .with("same", self.same)
            .with("refused", self.refused)
            .with("doubtful", self.doubtful)
    }
}

impl Plan {
    /// A page of the records of the files, in order, and with line 0 the files that could not be read at all: `limit` of them from the
    /// `offset`th on, counted among those of an action if one is said.
    ///
    /// # Errors
    /// A fault of the private file.
    pub fn rows(&self, only: Option<Action>, offset: usize, limit: usize) -> Result<Vec<Row>, Fault> {
        let rows = self.batch.staged.look().rows(only.map(|a| a as u8), offset as u64, limit)?;
        Ok(rows.iter().filter_map(|told| image::row(&told.body)).collect())
    }

    /// Hands every row to `each`, page by page.
    ///
    /// # Errors
    /// A fault of the private file.
    pub fn each_row(&self, only: Option<Action>, mut each: impl FnMut(Row)) -> Result<(), Fault> {
        for offset in (0..).step_by(PAGE) {
            let page = self.rows(only, offset, PAGE)?;
            let last = page.len() < PAGE;
            page.into_iter().for_each(&mut each);
            if last {
                break;
            }
        }
        Ok(())
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.counts.iter().sum()
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many rows have that action.
    pub fn count(&self, action: Action) -> usize {
        self.counts.get(action as usize).copied().unwrap_or_default()
    }

    /// Whether there is nothing to write.
    pub fn changes_nothing(&self) -> bool {
        let figures = self.batch.figures.iter().all(|f| f.cells.is_empty());
        let stage = self.batch.staged.look();
        stage.count_new() == 0 && stage.count_changed() == 0 && figures && self.batch.called_off.is_empty()
    }

    /// Created, merged, unchanged and refused, in one sentence.
    pub fn summary(&self) -> Explain {
        Action::ALL.into_iter().fold(Explain::new("import-summary"), |e, a| e.with(a.name(), self.count(a)))
    }
}

impl Row {
    /// By what a choice for it is known; `None` of what no choice can be made for.
    pub fn spot(&self) -> Option<Spot> {
        let kind = self.kind.filter(|_| self.line > 0)?;
        Some(Spot { file: self.file.clone(), sheet: self.sheet.clone(), line: self.line, kind })
    }

    /// Where it stands: file, sheet and line.
    pub fn place(&self) -> String {
        match (self.line, &*self.sheet) {
            (0, _) => self.file.to_string(),
            (line, "") => format!("{}:{line}", self.file),
            (line, sheet) => format!("{}:{sheet}!{line}", self.file),
        }
    }

    /// The row in words: `contacts.vcf:12 · create · person Ana Ruiz · new company`.
    pub fn say(&self, words: &Words) -> String {
        let mut parts = vec![self.place(), words.get(&format!("import-{}", self.action.name()))];
        let what = self.kind.map(|k| field::kind(k, words)).unwrap_or_default();
        let what = format!("{what} {}", self.name);
        if !what.trim().is_empty() {
            parts.push(what.trim().to_owned());
        }
        if !self.fields.is_empty() {
            let labels: Vec<_> = self.fields.iter().map(|(k, f)| field::label(*k, f, words)).collect();
            parts.push(words.with("import-fields", &[("fields", &labels.join(", "))]));
        }
        parts.extend(self.renewed.iter().map(|one| {
            let label = field::label(Kind::Account, one.spec.name, words);
            format!("{label} {} → {}", figure(&one.old, words), figure(&one.new, words))
        }));
        parts.extend(self.why.iter().map(|e| words.say(e)));
        parts.join(" · ")
    }

    /// The row as one JSON object: file, line, kind, name, action, fields, what is brought up to date, and why in words.
    pub fn to_json(&self, words: &Words) -> serde_json::Value {
        let renewed = self.renewed.iter().map(|one| {
            let json = |value: &Value| super::json::plain(one.spec.kind, value.clone());
            serde_json::json!({ "field": format!("account.{}", one.spec.name), "old": json(&one.old), "new": json(&one.new) })
        });
        serde_json::json!({
            "file": &*self.file,
            "sheet": (!self.sheet.is_empty()).then_some(&*self.sheet),
            "line": (self.line > 0).then_some(self.line),
            "kind": self.kind.map(Kind::name),
            "name": (!self.name.is_empty()).then_some(&self.name),
            "action": self.action.name(),
            "fields": self.fields.iter().map(|(k, f)| format!("{}.{f}", k.name())).collect::<Vec<_>>(),
            "changes": renewed.collect::<Vec<_>>(),
            "why": self.why.iter().map(|e| words.say(e)).collect::<Vec<_>>(),
            "chosen": self.chosen.map(Choice::name),
            "choices": {
                "skip": self.offers.skip,
                "create": self.offers.create,
                "merge": self.offers.merge.iter().map(|c| serde_json::json!({
                    "id": c.id, "name": c.name, "why": words.say(&c.why),
                })).collect::<Vec<_>>(),
            },
        })
    }
}

/// A figure of the year: an amount or a share.
fn figure(value: &Value, words: &Words) -> String {
    match value {
        Value::Money(amount) => money::show(words.lang(), *amount),
        Value::Number(share) => number::show_percent(words.lang(), *share),
        _ => String::new(),
    }
}
