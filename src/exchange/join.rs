//! Drafts joined to the book: created, merged into what is there, or refused.
mod accounts;
mod later;
mod lines;
mod people;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use self::later::Later;
use super::draft::{Draft, Reading, Refusal, short};
use super::enter::Known;
use super::figures::Asked;
use super::names::Names;
use super::plan::{Action, FigureRows, Plan, Row};
use super::shelf::Shelf;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::merge::Merged;
use crate::domain::value::Value;
use crate::store::Store;
use crate::store::act::figures::Figures;
use crate::store::fault::Fault;
pub(super) use lines::{Places, field as line_field, target as line_target};

/// An import while its files are read.
pub(super) struct Import<'a> {
    pub shelf: Shelf<'a>,
    /// Made when first asked for, anew after a book was read.
    names: Option<Names>,
    pub rows: Vec<Row>,
    pub files: Vec<Explain>,
    /// What stood above the columns of the CSV files.
    pub headers: Vec<String>,
    /// What was left out of files of figures, and unknown names.
    pub notes: Vec<Explain>,
    /// The figures, as they are told.
    pub figures: FigureRows,
    /// The figures, as they are entered: one list a sheet.
    pub entered: Vec<Figures>,
    /// What was answered about files of a shape.
    pub answers: Vec<(String, Asked)>,
    /// The indicators, once a file of figures has asked for them.
    pub known: Option<Known>,
    /// The file that is being read.
    pub file: Arc<str>,
    /// Where new records came from.
    origins: HashMap<Id, (Arc<str>, usize)>,
    /// What the lists of clients have said of the year: the first of them that says it counts, so that a file read again changes
    /// nothing.
    said: HashSet<(Id, &'static str)>,
    later: Vec<Later>,
}

/// Why a draft is left out, or a fault of the book.
enum Stop {
    Refused(Explain),
    Fault(Fault),
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl<'a> Import<'a> {
    pub(super) fn new(store: &'a Store) -> Self {
        Self {
            shelf: Shelf::new(store),
            names: None,
            rows: Vec::new(),
            files: Vec::new(),
            headers: Vec::new(),
            notes: Vec::new(),
            figures: FigureRows::default(),
            entered: Vec::new(),
            answers: Vec::new(),
            known: None,
            file: Arc::from(""),
            origins: HashMap::new(),
            said: HashSet::new(),
            later: Vec::new(),
        }
    }

    /// Joins what a record of the file says, or notes why it is left out.
    pub(super) fn take(&mut self, reading: Reading) -> Result<(), Fault> {
        match reading {
            Err(refusal) => self.refuse(None, refusal),
            Ok(draft) => {
                let kind = if draft.person.is_some() { Kind::Person } else { Kind::Account };
                let (line, name) = (draft.line, called(&draft));
                match self.join(draft) {
                    Ok(()) => {}
                    Err(Stop::Refused(why)) => {
                        self.refuse(Some(kind), Refusal { line, name, why: vec![why] });
                    }
                    Err(Stop::Fault(fault)) => return Err(fault),
                }
            }
        }
        Ok(())
    }

    pub(super) fn refuse(&mut self, kind: Option<Kind>, refusal: Refusal) {
        self.rows.push(Row {
            file: self.file.clone(),
            line: refusal.line,
            kind,
            name: refusal.name,
            action: Action::Refuse,
            fields: Vec::new(),
            renewed: Vec::new(),
            why: refusal.why,
        });
    }

    /// Forgets the names: records came in that they do not know.
    pub(super) fn forget_names(&mut self) {
        self.names = None;
    }

    fn names(&mut self) -> Result<&mut Names, Fault> {
        if self.names.is_none() {
            self.names = Some(Names::of(&mut self.shelf)?);
        }
        Ok(self.names.get_or_insert_default())
    }

    fn join(&mut self, mut draft: Draft) -> Result<(), Stop> {
        let unnamed = draft.person.as_ref().map_or(&draft.account.name, |p| &p.name).is_empty();
        if unnamed {
            return Err(Stop::Refused(Explain::new("import-no-name")));
        }
        draft.account.check().map_err(Stop::Refused)?;
        let account = self.find_account(&draft.account.name)?;
        let Some(mut person) = draft.person.take() else {
            let notes = std::mem::take(&mut draft.notes);
            let id = match account {
                Some(id) => self.merge_account(id, &draft, true)?,
                None => self.create_account(&draft)?,
            };
            self.later(Kind::Account, id, "part_of", &draft.part_of, None);
            if let Some(row) = self.rows.last_mut() {
                row.why.extend(notes);
            }
            return Ok(());
        };
        let alone = draft.account.name.is_empty();
        let known = self.find_person(&person, account, alone)?;
        let account = match account {
            Some(id) => Some(self.merge_account(id, &draft, false)?),
            None if alone => None,
            None => {
                let id = self.create_account(&draft)?;
                if let Some(row) = self.rows.last_mut() {
                    row.why.push(Explain::new("import-new-company"));
                }
                Some(id)
            }
        };
        if let Some(account) = account {
            self.later(Kind::Account, account, "part_of", &draft.part_of, None);
        }
        self.join_person(&mut person, known, &mut draft, account)?;
        Ok(())
    }

    /// Adds the row of a merge: what it was known by, where a record of the same import came from, what was kept.
    fn push_merged(&mut self, mut row: Row, known_by: Vec<(Id, Explain)>, merged: Merged) {
        for (id, why) in known_by {
            row.why.push(why);
            if let Some((file, line)) = self.origins.get(&id) {
                row.why.push(Explain::new("import-why-line").with("file", file).with("line", line));
            }
        }
        let same = merged.filled.is_empty() && row.renewed.is_empty();
        row.action = if same { Action::Same } else { Action::Merge };
        row.fields = merged.filled;
        row.why.extend(merged.kept.into_iter().map(kept));
        self.rows.push(row);
    }

    fn row(&self, line: usize, kind: Kind, name: String, action: Action) -> Row {
        let (file, kind) = (self.file.clone(), Some(kind));
        Row { file, line, kind, name, action, fields: Vec::new(), renewed: Vec::new(), why: Vec::new() }
    }

    /// Takes note of a new or changed record under its names.
    fn learn(&mut self, kind: Kind, id: Id) -> Result<(), Fault> {
        if let Some(names) = &mut self.names {
            names.learn(self.shelf.get(kind, id)?);
        }
        Ok(())
    }

    /// The name of a record that is on the shelf, not too long.
    pub(super) fn name_of(&self, kind: Kind, id: Id) -> String {
        self.shelf.seen(kind, id).map(title).unwrap_or_default()
    }

    /// The first names of several records, with their numbers where they have one.
    fn candidates(&mut self, kind: Kind, ids: &[Id]) -> Result<String, Fault> {
        let mut names = Vec::new();
        for id in ids.iter().take(5) {
            let name = title(self.shelf.get(kind, *id)?);
            names.push(if *id > 0 { format!("{name} (#{id})") } else { name });
        }
        Ok(names.join(", "))
    }

    /// The plan, once every file is read.
    pub(super) fn finish(mut self) -> Result<Plan, Fault> {
        self.resolve_later()?;
        let answers =
            self.answers.iter().filter_map(|(s, a)| Some((s.clone(), serde_json::to_string(a).ok()?)));
        let mut plan = Plan {
            rows: self.rows,
            files: self.files,
            notes: self.notes,
            figures: self.figures,
            answers: answers.collect(),
            batch: self.shelf.into_batch(Explain::new("act-imported")),
        };
        let label = [Action::Create, Action::Merge, Action::Refuse]
            .into_iter()
            .fold(Explain::new("act-imported"), |e, a| e.with(a.name(), plan.count(a)));
        plan.batch.label = label;
        plan.batch.figures = self.entered;
        plan.batch.figures.retain(|f| !f.cells.is_empty());
        Ok(plan)
    }
}

/// What a draft is called in a plan: its name, else how it can be reached.
fn called(draft: &Draft) -> String {
    let Some(person) = &draft.person else { return short(&draft.account.name) };
    let found =
        [&person.name].into_iter().chain(&person.emails).chain(&person.phones).find(|t| !t.is_empty());
    found.map(|t| short(t)).unwrap_or_default()
}

/// What a record is called in a plan.
pub(super) fn title(record: &dyn Record) -> String {
    let text = |field| match record.get(field) {
        Value::Text(text) => Some(short(text.lines().next().unwrap_or_default())),
        _ => None,
    };
    text("name").or_else(|| text("text")).or_else(|| text("value")).unwrap_or_default()
}

pub(super) fn kept((kind, field): (Kind, &'static str)) -> Explain {
    Explain::new("import-kept").with("kind", kind.name()).with("field", field)
}
