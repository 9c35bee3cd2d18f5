//! What an import would do, record by record and figure by figure, and what it needs to do it.
use std::sync::Arc;

use super::figures::{Planned, State};

use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::merge::Renewed;
use crate::domain::value::Value;
use crate::lang::{Words, field, money, number};
use crate::store::act::import::Batch;

mod figure;

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
    /// It is left out.
    Refuse,
}

impl Action {
    /// Its name in JSON and in the keys of its words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Merge => "merge",
            Self::Same => "same",
            Self::Refuse => "refuse",
        }
    }
}

/// One record of a file and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The file, as it was named.
    pub file: Arc<str>,
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
}

/// What an import would do, and the batch that does it.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Every record of every file, in order, and with line 0 the files that could not be read at all.
    pub rows: Vec<Row>,
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
    /// How many rows have that action.
    pub fn count(&self, action: Action) -> usize {
        self.rows.iter().filter(|r| r.action == action).count()
    }

    /// Whether there is nothing to write.
    pub fn changes_nothing(&self) -> bool {
        let figures = self.batch.figures.iter().all(|f| f.cells.is_empty());
        self.batch.new.is_empty() && self.batch.changed.is_empty() && figures
    }

    /// Created, merged, unchanged and refused, in one sentence.
    pub fn summary(&self) -> Explain {
        [Action::Create, Action::Merge, Action::Same, Action::Refuse]
            .into_iter()
            .fold(Explain::new("import-summary"), |e, a| e.with(a.name(), self.count(a)))
    }
}

impl Row {
    /// The row in words: `contacts.vcf:12 · create · person Ana Ruiz · new company`.
    pub fn say(&self, words: &Words) -> String {
        let mut parts = vec![
            if self.line == 0 { self.file.to_string() } else { format!("{}:{}", self.file, self.line) },
            words.get(&format!("import-{}", self.action.name())),
        ];
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
            "line": (self.line > 0).then_some(self.line),
            "kind": self.kind.map(Kind::name),
            "name": (!self.name.is_empty()).then_some(&self.name),
            "action": self.action.name(),
            "fields": self.fields.iter().map(|(k, f)| format!("{}.{f}", k.name())).collect::<Vec<_>>(),
            "changes": renewed.collect::<Vec<_>>(),
            "why": self.why.iter().map(|e| words.say(e)).collect::<Vec<_>>(),
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
