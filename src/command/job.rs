//! Work that may take longer than a key press: done on a thread, watched, and stopped when the user says so.
use std::path::PathBuf;

use super::export::Export;
use super::handout::Handout;
use super::vault::Vault;
use crate::domain::explain::Explain;
use crate::domain::progress::Step;
use crate::exchange::{Options, Plan};
use crate::lang::Lang;
use crate::store::act::Act;

/// What is to be done. One at a time.
#[derive(Debug, Clone)]
pub enum Job {
    /// A copy of the book to the backups; `Msg::Noticed` says where.
    Backup,
    /// An act on many records, and what it is called while it is done; `Msg::Done` follows.
    Act(Act, Explain),
    /// A document is made; `Msg::Made` follows.
    Handout(Box<Handout>),
    /// A list is written to a file; `Msg::Noticed` says where and how many.
    Export(Box<Export>),
    /// Notes are written into a folder; `Msg::Noticed` says where and how many.
    Notes(Box<Vault>),
    /// Files are read and compared with the book; `Msg::Planned` follows.
    Read {
        /// Which.
        files: Vec<PathBuf>,
        /// How.
        options: Box<Options>,
        /// The language of their headings, where they do not say it.
        lang: Lang,
        /// What they are called together.
        name: String,
    },
    /// It is looked at how the columns of the tables among the files are understood; `Msg::Mapped` follows.
    Columns {
        /// Which files.
        files: Vec<PathBuf>,
        /// What is said of them.
        options: Box<Options>,
        /// The language of their headings, where they do not say it.
        lang: Lang,
        /// What they are called together.
        name: String,
    },
    /// What was read is written as one act; `Msg::Imported` follows.
    Import {
        /// What is written.
        plan: Box<Plan>,
        /// What the files are called together.
        name: String,
    },
}

impl Job {
    /// What is said of it while it is done.
    pub fn title(&self) -> Explain {
        match self {
            Self::Backup => Explain::new("job-backup"),
            Self::Act(_, title) => title.clone(),
            Self::Handout(of) => of.title(),
            Self::Export(of) => of.title(),
            Self::Notes(_) => Vault::title(),
            Self::Read { name, .. } => Explain::new("preview-reading").with("name", name),
            Self::Columns { name, .. } => Explain::new("columns-reading").with("name", name),
            Self::Import { name, .. } => Explain::new("preview-saving").with("name", name),
        }
    }
}

/// How far a job has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Where it is.
    pub step: Step,
    /// Seconds that are left of this stage, as it went so far; `None` while nobody can tell.
    pub left: Option<u64>,
}
