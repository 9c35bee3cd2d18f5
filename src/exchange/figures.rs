//! Figures of indicators out of cells: a sheet of finance, or what was pasted into the grid. Reading makes a plan that says of
//! every cell what it would change and what is odd about it; nothing is written here.
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::Id;
use crate::domain::choice::{Frequency, Unit};
use crate::domain::directory::Directory;
use crate::domain::explain::Explain;
use crate::domain::money::Currency;
use crate::domain::period::{CompanyYear, Period};

pub mod clip;
mod file;
mod headers;
mod layout;
mod names;
mod paste;
mod plan;
mod value;

pub use file::{Asked, read, shape};
pub(super) use layout::letters as column_letters;
pub(super) use names::nearest;
pub use paste::{Grid, paste};

/// What a figure is to its indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// What it was.
    Actual,
    /// What it should be.
    Target,
}

impl Role {
    /// Its name in JSON and in the keys of its words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Target => "target",
        }
    }
}

/// An indicator as far as reading figures needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KpiName {
    /// Its number.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its account; `None` is the whole portfolio.
    pub account: Option<Id>,
    /// What it is measured in.
    pub unit: Unit,
    /// The currency of money.
    pub currency: Currency,
    /// The length of its periods.
    pub frequency: Frequency,
    /// The program computes it: it takes no actuals.
    pub computed: bool,
    /// It is judged by a band: a cell holds only one of the two ends of its target.
    pub band: bool,
}

/// What figures are compared with.
#[derive(Clone, Copy)]
pub struct Book<'a> {
    /// All indicators that could be meant.
    pub kpis: &'a [KpiName],
    /// The accounts by name.
    pub directory: &'a Directory,
    /// The company's year.
    pub year: CompanyYear,
    /// In whose year a month without its year lies.
    pub today: NaiveDate,
    /// The figure that is there, in scale 4.
    pub old: &'a dyn Fn(Id, Period, Role) -> Option<i64>,
}

/// What would be done with a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// There was no figure.
    New,
    /// There was another one.
    Changed,
    /// There is the same one.
    Same,
    /// The cell says nothing: what is there stays.
    Blank,
    /// `1.234` with nothing to say which mark it is: nothing is done without an answer.
    Ambiguous,
    /// It cannot be taken.
    Refused(Explain),
}

impl State {
    /// Its name in JSON and in the keys of its words.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Same => "same",
            Self::Blank => "blank",
            Self::Ambiguous => "ambiguous",
            Self::Refused(_) => "refused",
        }
    }
}

/// One cell and what would become of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Its row among the rows read, from 0.
    pub row: usize,
    /// Its column, from 0.
    pub column: usize,
    /// What it shows, at most 60 characters.
    pub text: String,
    /// Its account as written; empty where nothing was.
    pub account: Arc<str>,
    /// Its indicator as written; empty where nothing was.
    pub name: Arc<str>,
    /// The indicator, if it is known.
    pub kpi: Option<Id>,
    /// The period, if it is understood.
    pub period: Option<Period>,
    /// Actual or target.
    pub role: Role,
    /// The figure that is there, in scale 4.
    pub old: Option<i64>,
    /// The figure that was read, in scale 4.
    pub new: Option<i64>,
    /// Of a band's target its upper end, where the cell says both; `new` is the lower one then.
    pub high: Option<i64>,
    /// What would be done.
    pub state: State,
    /// What is odd about it, though it can be taken.
    pub doubts: Vec<Explain>,
}

impl Planned {
    /// Whether it would write its figure.
    pub const fn writes(&self) -> bool {
        matches!(self.state, State::New | State::Changed)
    }
}

/// A name that means nothing in the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// As written.
    pub name: Arc<str>,
    /// Of an indicator the account as written, if one was.
    pub account: Option<Arc<str>>,
    /// That account, if the book has it.
    pub at: Option<Id>,
    /// What its figures seem to be measured in.
    pub measure: Unit,
    /// The currency that is written with them.
    pub currency: Option<Currency>,
    /// The length of its shortest period.
    pub frequency: Frequency,
    /// The names of the book that are nearest, the nearest first.
    pub nearest: Vec<String>,
    /// How many cells wait for it.
    pub cells: usize,
}

/// What reading some cells came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Every cell that is a figure of something.
    pub cells: Vec<Planned>,
    /// Accounts that the book does not have.
    pub accounts: Vec<Unknown>,
    /// Indicators that the book does not have.
    pub kpis: Vec<Unknown>,
    /// Columns whose decimal mark nothing proves: what stands above them, or their letter.
    pub ambiguous: Vec<String>,
    /// Columns and rows that were left out, and other remarks on the whole.
    pub notes: Vec<Explain>,
    /// They are figures of indicators without a doubt: the headers say so, or a name is known.
    pub certain: bool,
}

impl Plan {
    /// The figures to be written.
    pub fn writes(&self) -> impl Iterator<Item = &Planned> {
        self.cells.iter().filter(|c| c.writes())
    }

    /// How many cells are in that state.
    pub fn count(&self, state: &str) -> usize {
        self.cells.iter().filter(|c| c.state.name() == state).count()
    }

    /// How many cells would be written with a doubt.
    pub fn doubtful(&self) -> usize {
        self.writes().filter(|c| !c.doubts.is_empty()).count()
    }
}
