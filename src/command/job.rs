//! Work that may take longer than a key press: done on a thread, watched, and stopped when the user says so.
use crate::domain::explain::Explain;
use crate::domain::progress::Step;
use crate::store::act::Act;

/// What is to be done. One at a time.
#[derive(Debug, Clone)]
pub enum Job {
    /// A copy of the book to the backups; `Msg::Noticed` says where.
    Backup,
    /// An act on many records, and what it is called while it is done; `Msg::Done` follows.
    Act(Act, Explain),
}

impl Job {
    /// What is said of it while it is done.
    pub fn title(&self) -> Explain {
        match self {
            Self::Backup => Explain::new("job-backup"),
            Self::Act(_, title) => title.clone(),
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
