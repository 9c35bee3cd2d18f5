//! Drafts joined to the book: created, merged into what is there, or refused.
mod later;
mod lines;
mod people;

use std::collections::HashMap;
use std::sync::Arc;

use self::later::Later;
use super::draft::{Draft, Reading, Refusal, short};
use super::enter::Known;
use super::figures::Asked;
use super::names::{Hit, Names, other_names};
use super::plan::{Action, FigureRows, Plan, Row};
use super::shelf::Shelf;
use crate::domain::Id;
use crate::domain::account::Account;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::merge::{Merged, fill};
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

    fn find_account(&mut self, name: &str) -> Result<Option<Id>, Stop> {
        if name.is_empty() {
            return Ok(None);
        }
        match self.names()?.account(name) {
            Hit::None => Ok(None),
            Hit::One(id) => Ok(Some(id)),
            Hit::Several(ids) => {
                let candidates = self.candidates(Kind::Account, &ids)?;
                let why = Explain::new("import-account-several").with("account", short(name));
                Err(Stop::Refused(why.with("candidates", candidates)))
            }
        }
    }

    /// Makes an account, standard unless the file says otherwise: its tier stays empty, so that a later file may say it.
    fn create_account(&mut self, draft: &Draft) -> Result<Id, Fault> {
        let mut account = draft.account.clone();
        account.aliases.retain(|a| *a != account.name);
        let name = short(&account.name);
        let id = self.shelf.add(Box::new(account), None);
        self.origins.insert(id, (self.file.clone(), draft.line));
        self.learn(Kind::Account, id)?;
        self.rows.push(self.row(draft.line, Kind::Account, name, Action::Create));
        Ok(id)
    }

    /// Merges the draft's account into a known one; tells it if it is what the row is about or if something changed.
    fn merge_account(&mut self, id: Id, draft: &Draft, told: bool) -> Result<Id, Fault> {
        let mut account: Account = draft.account.clone();
        let merged = self.shelf.change(Kind::Account, id, |record| {
            account.aliases.extend(other_names(record, &account));
            account.name.clear();
            let merged = fill(record, &account)?;
            Ok((!merged.filled.is_empty(), merged))
        })?;
        let changed = !merged.filled.is_empty();
        if changed {
            self.learn(Kind::Account, id)?;
        }
        if told || changed {
            let why = Explain::new("import-why-name");
            let row = self.row(draft.line, Kind::Account, self.name_of(Kind::Account, id), Action::Same);
            self.push_merged(row, vec![(id, why)], merged);
        }
        Ok(id)
    }

    /// Adds the row of a merge: what it was known by, where a record of the same import came from, what was kept.
    fn push_merged(&mut self, mut row: Row, known_by: Vec<(Id, Explain)>, merged: Merged) {
        for (id, why) in known_by {
            row.why.push(why);
            if let Some((file, line)) = self.origins.get(&id) {
                row.why.push(Explain::new("import-why-line").with("file", file).with("line", line));
            }
        }
        row.action = if merged.filled.is_empty() { Action::Same } else { Action::Merge };
        row.fields = merged.filled;
        row.why.extend(merged.kept.into_iter().map(kept));
        self.rows.push(row);
    }

    fn row(&self, line: usize, kind: Kind, name: String, action: Action) -> Row {
        let (file, kind) = (self.file.clone(), Some(kind));
        Row { file, line, kind, name, action, fields: Vec::new(), why: Vec::new() }
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
