//! What can go wrong with the file, each with its own words.
use std::path::{Path, PathBuf};

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
        /// The newest sound backup, where restoring one would help and there is one.
        backup: Option<PathBuf>,
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

/// Whether a record was to lead to one that is not there any more.
fn is_lost_link(error: &rusqlite::Error) -> bool {
    error.sqlite_error().is_some_and(|e| e.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY)
}

impl Fault {
    /// A file that cannot be used.
    pub(super) fn file(key: &'static str, path: &Path) -> Self {
        Self::File { key, path: path.to_owned(), backup: None }
    }

    /// What SQLite calls it.
    pub(super) fn sqlite_code(&self) -> Option<ErrorCode> {
        if let Self::Sql(error) = self { error.sqlite_error_code() } else { None }
    }

    /// The same, naming the file where it is the file's fault.
    pub(super) fn of_file(self, path: &Path) -> Self {
        let key = match &self {
            Self::Sql(error) => match error.sqlite_error_code() {
                Some(ErrorCode::NotADatabase) => "store-foreign",
                Some(ErrorCode::DatabaseCorrupt) => "store-damaged",
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => "store-locked",
                Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => "store-read-only",
                Some(ErrorCode::CannotOpen) => "store-cannot-open",
                _ => return self,
            },
            Self::Io(error) if error.kind() == std::io::ErrorKind::PermissionDenied => "store-cannot-open",
            _ => return self,
        };
        Self::file(key, path)
    }

    /// The same, with the newest sound backup where one can help.
    pub(super) fn with_backup(mut self) -> Self {
        if let Self::File { key: "store-damaged" | "store-foreign" | "store-newer", path, backup } = &mut self
        {
            *backup = super::backup::newest_sound(path);
        }
        self
    }

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
            Self::File { key, path, backup } => {
                let backup = backup.as_ref().map_or_else(|| "none".to_owned(), |b| b.display().to_string());
                Explain::new(*key).with("path", path.display()).with("backup", backup)
            }
            Self::Sql(error) => match error.sqlite_error_code() {
                Some(ErrorCode::DiskFull) => Explain::new("store-disk-full"),
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Explain::new("store-busy"),
                Some(ErrorCode::ReadOnly) => Explain::new("store-read-only-now"),
                Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                    Explain::new("store-damaged-now")
                }
                Some(ErrorCode::ConstraintViolation) if is_lost_link(error) => {
                    Explain::new("store-gone-meanwhile")
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
