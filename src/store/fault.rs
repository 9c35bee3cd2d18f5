//! What can go wrong with the file, each with its own words.
use std::path::PathBuf;

use rusqlite::ErrorCode;

use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;

/// A refusal or a fault; nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// A rule says no; the user can mend it.
    #[error("{0}")]
    Refused(Explain),
    /// The record was changed since it was read.
    #[error("{} {id} changed elsewhere", kind.name())]
    ChangedElsewhere {
        /// Its kind.
        kind: Kind,
        /// Its number.
        id: Id,
    },
    /// There is no such record.
    #[error("no {} {id}", kind.name())]
    Missing {
        /// Its kind.
        kind: Kind,
        /// Its number.
        id: Id,
    },
    /// The file cannot be used as it is; the key says why.
    #[error("{}: {key}", path.display())]
    File {
        /// Key of the sentence.
        key: &'static str,
        /// The file.
        path: PathBuf,
    },
    /// Anything else that SQLite says.
    #[error(transparent)]
    Sql(#[from] rusqlite::Error),
    /// Anything that the file system says.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

impl From<Explain> for Fault {
    fn from(explain: Explain) -> Self {
        Self::Refused(explain)
    }
}

impl Fault {
    /// The message behind the fault, its words in `store.ftl`.
    pub fn explain(&self) -> Explain {
        match self {
            Self::Refused(explain) => explain.clone(),
            Self::ChangedElsewhere { kind, id } => {
                Explain::new("store-changed-elsewhere").with("kind", kind.name()).with("id", id)
            }
            Self::Missing { kind, id } => {
                Explain::new("store-missing").with("kind", kind.name()).with("id", id)
            }
            Self::File { key, path } => Explain::new(*key).with("path", path.display()),
            Self::Sql(error) => match error.sqlite_error_code() {
                Some(ErrorCode::DiskFull) => Explain::new("store-disk-full"),
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Explain::new("store-busy"),
                Some(ErrorCode::ReadOnly) => Explain::new("store-read-only-now"),
                Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                    Explain::new("store-damaged-now")
                }
                _ => Explain::new("store-sql").with("error", error),
            },
            Self::Io(error) if error.kind() == std::io::ErrorKind::StorageFull => {
                Explain::new("store-disk-full")
            }
            Self::Io(error) => Explain::new("store-io").with("error", error),
        }
    }

    /// Whether the file itself is locked, damaged, foreign or newer (exit code 4 of the shell).
    pub fn is_of_the_file(&self) -> bool {
        match self {
            Self::File { .. } => true,
            Self::Sql(e) => matches!(
                e.sqlite_error_code(),
                Some(
                    ErrorCode::DatabaseBusy
                        | ErrorCode::DatabaseLocked
                        | ErrorCode::DatabaseCorrupt
                        | ErrorCode::NotADatabase
                        | ErrorCode::ReadOnly
                )
            ),
            Self::Refused(_) | Self::ChangedElsewhere { .. } | Self::Missing { .. } | Self::Io(_) => false,
        }
    }
}
