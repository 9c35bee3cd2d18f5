//! What the user chose for records of a file, after seeing what would be done with them. The plan is made again with it, so that
//! what hangs on a choice follows it.
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::Id;
use crate::domain::kind::Kind;

/// Where a record stands in the files, and what it is there: a row of contacts may hold a person and a company.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// The file, as it was named.
    pub file: Arc<str>,
    /// The sheet; empty where there are none.
    pub sheet: Arc<str>,
    /// Where the record begins, from 1.
    pub line: usize,
    /// What it is.
    pub kind: Kind,
}

/// What is done with a record whatever the program thinks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// It is left out.
    Skip,
    /// It is new, whoever looks like it.
    CreateNew,
    /// It is that record of the book.
    MergeInto(Id),
}

impl Choice {
    /// Its name in the keys of its words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Skip => "skip",
            Self::CreateNew => "create",
            Self::MergeInto(_) => "merge",
        }
    }
}

/// What was chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices(BTreeMap<Spot, Choice>);

impl Choices {
    /// Chooses for a record; without a choice the program decides again.
    pub fn set(&mut self, spot: Spot, choice: Option<Choice>) {
        match choice {
            Some(choice) => drop(self.0.insert(spot, choice)),
            None => drop(self.0.remove(&spot)),
        }
    }

    /// What was chosen for a record.
    pub fn get(&self, spot: &Spot) -> Option<Choice> {
        self.0.get(spot).copied()
    }

    /// Whether nothing was chosen.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Everything that was chosen, by file and line.
    pub fn iter(&self) -> impl Iterator<Item = (&Spot, Choice)> {
        self.0.iter().map(|(spot, choice)| (spot, *choice))
    }
}
