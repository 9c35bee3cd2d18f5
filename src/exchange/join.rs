//! Drafts joined to the book: created, merged into what is there, or refused; what the user chose for them comes first.
mod accounts;
mod choosing;
mod diary;
mod known_by;
mod later;
mod lines;
mod own;
mod people;
mod present;
mod rows;
mod rules;
mod talks;

use std::cell::Cell;
use std::collections::HashSet;
use std::rc::Rc;
use std::sync::Arc;

use self::diary::Agenda;
use self::later::Later;
use super::choices::{Choice, Choices};
use super::draft::{Draft, Reading, Refusal, first_line, short};
use super::enter::Known;
use super::names::Names;
use super::plan::{Action, Candidate, FigureRows, Offers, Plan, Row};
use super::records::Waiting;
use super::shelf::Shelf;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::progress::{Stage, Step, Watch};
use crate::domain::value::Value;
use crate::store::Store;
use crate::store::act::figures::Figures;
use crate::store::act::import::Batch;
use crate::store::fault::Fault;
use crate::store::stage::Staged;
pub(super) use lines::{field as line_field, target as line_target};

/// An import while its files are read.
pub(super) struct Import<'a> {
    pub shelf: Shelf<'a>,
    /// Whether the stage knows the names of the book and of what came since.
    named: bool,
    /// The row told last, which may still be added to.
    last: Option<Row>,
    counts: [usize; Action::ALL.len()],
    pub files: Vec<Explain>,
    /// What stood above the columns of the CSV files.
    pub headers: Vec<String>,
    /// What was left out of files of figures, and unknown names.
    pub notes: Vec<Explain>,
    /// The figures, as they are told.
    pub figures: FigureRows,
    /// The figures, as they are entered: one list a sheet.
    pub entered: Vec<Figures>,
    /// What was answered about files of a shape, as JSON.
    pub answers: Vec<(String, String)>,
    /// The indicators, once a file of figures has asked for them.
    pub known: Option<Known>,
    /// The file that is being read.
    pub file: Arc<str>,
    /// The sheet of it; empty where there are none.
    pub sheet: Arc<str>,
    /// What was chosen for its records.
    pub choices: &'a Choices,
    /// Who is told how far it has come.
    pub watch: &'a dyn Watch,
    /// What the lists of clients have said of the year: the first of them that says it counts, so that a file read again changes
    /// nothing.
    said: HashSet<(Id, &'static str)>,
    later: Vec<Later>,
    /// Whose calendars these are and what they call off.
    agenda: Agenda,
    /// How many records were compared with the book, of how many that are known of.
    compared: u64,
    pub to_compare: u64,
    /// How many bytes of the files were read, of how many.
    pub read: Rc<Cell<u64>>,
    pub bytes: u64,
    /// Tables that are joined once every file is known.
    pub waiting: Vec<Waiting>,
}

/// Why a draft is left out, or a fault of the book.
enum Stop {
    Refused(Explain),
    /// It may be several records of that kind.
    Several(Kind, Explain, Vec<Candidate>),
    Fault(Fault),
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl<'a> Import<'a> {
    pub(super) fn new(store: &'a Store, choices: &'a Choices, watch: &'a dyn Watch) -> Result<Self, Fault> {
        Ok(Self {
            shelf: Shelf::new(store)?,
            named: false,
            last: None,
            counts: <[usize; 5]>::default(),
            files: Vec::new(),
            headers: Vec::new(),
            notes: Vec::new(),
            figures: FigureRows::default(),
            entered: Vec::new(),
            answers: Vec::new(),
            known: None,
            file: Arc::from(""),
            sheet: Arc::from(""),
            choices,
            watch,
            said: HashSet::new(),
            waiting: Vec::new(),
            later: Vec::new(),
            agenda: Agenda { own: present::own_addresses(store)?, ..Agenda::default() },
            compared: 0,
            to_compare: 0,
            read: Rc::default(),
            bytes: 0,
        })
    }

    /// One record more was compared with the book.
    ///
    /// # Errors
    /// Where the work is to end here.
    pub(super) fn compared(&mut self) -> Result<(), Fault> {
        self.compared += 1;
        Ok(self.watch.at(Step::new(Stage::Comparing, self.compared, self.to_compare))?)
    }

    /// Joins what a record of the file says, or notes why it is left out.
    pub(super) fn take(&mut self, reading: Reading) -> Result<(), Fault> {
        let draft = match reading {
            Err(refusal) => return self.refuse(None, refusal),
            Ok(draft) => draft,
        };
        let kind = if draft.person.is_some() { Kind::Person } else { Kind::Account };
        self.watch.at(Step::new(Stage::Reading, self.read.get(), self.bytes)).map_err(Fault::from)?;
        let (line, name, company) = (draft.line, draft.called(), short(&draft.account.name));
        if self.is_skipped(&draft) {
            let row = self.row(line, kind, name, Action::Skip);
            return self.tell(row);
        }
        match self.join(draft) {
            Ok(()) => Ok(()),
            Err(Stop::Refused(why)) => self.refuse(Some(kind), Refusal { line, name, why: vec![why] }),
            Err(Stop::Several(of, why, merge)) => {
                let name = if of == kind { name } else { company };
                self.refuse(Some(of), Refusal { line, name, why: vec![why] })?;
                if let Some(row) = self.told() {
                    row.offers = Offers { skip: true, create: true, merge };
                }
                Ok(())
            }
            Err(Stop::Fault(fault)) => Err(fault),
        }
    }

    /// Forgets that the names are known: records came in without them.
    pub(super) fn forget_names(&mut self) {
        self.named = false;
    }

    /// The names of the book and of what is new.
    pub(super) fn names(&mut self) -> Result<Names<'_>, Fault> {
        let names = Names(&self.shelf.stage);
        if !self.named {
            names.learn_book(self.shelf.store)?;
            for kind in Names::KINDS {
                self.shelf.stage.each_new(kind, |new| names.learn(new.record.as_ref()))?;
                self.shelf.stage.each_changed(kind, |record| names.learn(record.as_ref()))?;
            }
            self.named = true;
        }
        Ok(names)
    }

    fn join(&mut self, mut draft: Draft) -> Result<(), Stop> {
        let by_address = draft.person.as_mut().is_some_and(people::name_by_address);
        let unnamed = draft.person.as_ref().map_or(&draft.account.name, |p| &p.name).is_empty();
        if unnamed {
            return Err(Stop::Refused(Explain::new("import-no-name")));
        }
        draft.account.check().map_err(Stop::Refused)?;
        let account = self.find_account(&draft)?;
        let Some(mut person) = draft.person.take() else {
            let notes = std::mem::take(&mut draft.notes);
            let id = match account {
                Some(id) => self.merge_account(id, &draft, true)?,
                None => self.create_account(&draft)?,
            };
            if let Some(row) = self.told() {
                row.why.extend(notes);
            }
            self.later(Kind::Account, id, "part_of", &draft.part_of, None);
            return Ok(());
        };
        let alone = draft.account.name.is_empty();
        let found = self.find_person(&person, account, alone, draft.line)?;
        if by_address {
            found.settle_name(&mut person, &mut draft.notes);
        }
        let account = match account {
            Some(id) => Some(self.merge_account(id, &draft, false)?),
            None if alone => None,
            None => {
                let id = self.create_account(&draft)?;
                if let Some(row) = self.told() {
                    row.why.push(Explain::new("import-new-company"));
                    // Without its company a contact would stand nowhere.
                    row.offers.skip = false;
                }
                Some(id)
            }
        };
        if let Some(account) = account {
            self.later(Kind::Account, account, "part_of", &draft.part_of, None);
        }
        self.join_person(&mut person, found, &mut draft, account)?;
        Ok(())
    }

    /// What was chosen for the record of that line and kind of the file that is being read.
    pub(super) fn chosen(&self, line: usize, kind: Kind) -> Option<Choice> {
        if self.choices.is_empty() {
            return None;
        }
        self.row(line, kind, String::new(), Action::Same).chosen
    }

    /// Takes note of a new or changed record under its names.
    fn learn(&mut self, kind: Kind, id: Id) -> Result<(), Fault> {
        if self.named {
            Names(&self.shelf.stage).learn(self.shelf.get(kind, id)?.as_ref())?;
        }
        Ok(())
    }

    /// The name of a record, not too long.
    pub(super) fn name_of(&self, kind: Kind, id: Id) -> Result<String, Fault> {
        Ok(title(self.shelf.get(kind, id)?.as_ref()))
    }

    /// The plan, once every file is read.
    pub(super) fn finish(mut self) -> Result<Plan, Fault> {
        self.resolve_later()?;
        self.settle_row()?;
        self.watch.at(Step::new(Stage::Comparing, 1, 1))?;
        self.shelf.stage.settle()?;
        let mut figures = self.entered;
        figures.retain(|f| !f.cells.is_empty());
        let label = [Action::Create, Action::Merge, Action::Refuse]
            .into_iter()
            .fold(Explain::new("act-imported"), |e, a| {
                e.with(a.name(), self.counts.get(a as usize).copied().unwrap_or_default())
            });
        Ok(Plan {
            counts: self.counts,
            files: self.files,
            notes: self.notes,
            figures: self.figures,
            answers: self.answers,
            batch: Batch {
                staged: Staged::of(self.shelf.stage),
                figures,
                called_off: self.agenda.called_off.into_iter().collect(),
                label,
            },
        })
    }
}

/// What a record is called in a plan.
pub(super) fn title(record: &dyn Record) -> String {
    let text = |field| match record.get(field) {
        Value::Text(text) => Some(first_line(&text)),
        _ => None,
    };
    text("name").or_else(|| text("text")).or_else(|| text("value")).unwrap_or_default()
}

pub(super) fn kept((kind, field): (Kind, &'static str)) -> Explain {
    Explain::new("import-kept").with("kind", kind.name()).with("field", field)
}
