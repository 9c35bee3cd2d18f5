//! Where things are kept: the book, the settings file, drafts and the log of the program.
use std::path::PathBuf;

use directories::ProjectDirs;

use crate::lang::Lang;

/// The variable that puts everything into one folder of its own.
pub const HOME_VARIABLE: &str = "CARTERA_HOME";

/// The folders of this user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// Holds the book and, beside it, its backups.
    pub data: PathBuf,
    /// Holds the settings file.
    pub config: PathBuf,
    /// Holds drafts and the log of the program.
    pub state: PathBuf,
}

impl Folders {
    /// One folder for everything.
    pub fn all_in(home: PathBuf) -> Self {
        Self { state: home.join("state"), config: home.clone(), data: home }
    }

    /// The folder that `CARTERA_HOME` names, else those of the system; `None` where the system knows no home.
    pub fn of_process() -> Option<Self> {
        if let Some(home) = std::env::var_os(HOME_VARIABLE).filter(|h| !h.is_empty()) {
            return Some(Self::all_in(PathBuf::from(home)));
        }
        let of = ProjectDirs::from("", "", "cartera")?;
        let state = of.state_dir().map_or_else(|| of.data_local_dir().join("state"), ToOwned::to_owned);
        Some(Self { data: of.data_dir().to_owned(), config: of.config_dir().to_owned(), state })
    }

    /// The book that is opened unless another is named.
    pub fn book(&self) -> PathBuf {
        self.data.join("book.cartera")
    }

    /// The settings file.
    pub fn settings(&self) -> PathBuf {
        self.config.join("config.toml")
    }
}

/// The language of the system: of the first of the locale's variables that says anything; English if it is neither.
pub fn lang_of_process() -> Lang {
    let said = |name: &str| std::env::var(name).ok().filter(|v| !v.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(said);
    locale.and_then(|l| Lang::of_locale(&l)).unwrap_or_default()
}
