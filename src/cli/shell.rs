//! What every command of the shell works with.
use std::io::IsTerminal;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use serde_json::json;

use super::failure::{Code, Failure};
use super::out::Out;
use super::place::Folders;
use crate::domain::Id;
use crate::domain::directory::Directory;
use crate::domain::explain::Explain;
use crate::domain::progress::{Unwatched, Watch};
use crate::lang::Words;
use crate::lang::value::Context;
use crate::report::plain::one_line;
use crate::store::act::Act;
use crate::store::open::private_folder;
use crate::store::{Clock, Outcome, Store};

/// What the shell is given by the program, and what was asked of every command.
#[derive(Debug)]
pub struct Shell {
    /// The words of the language.
    pub words: Arc<Words>,
    /// The day that counts as today.
    pub today: NaiveDate,
    /// Today was named: no backup, nothing noted.
    pub on: Option<NaiveDate>,
    /// Answers are JSON.
    pub json: bool,
    /// The book, if one was named.
    pub file: Option<PathBuf>,
    /// Where things are kept; `None` where the system knows no home.
    pub folders: Option<Folders>,
    /// What tells the time.
    pub clock: Clock,
    /// The zone of this machine.
    pub zone: chrono_tz::Tz,
    /// Where the command writes.
    pub out: Out,
}

/// An open book and who is who in it.
#[derive(Debug)]
pub struct Book {
    /// The file.
    pub store: Store,
    /// Who is who.
    pub directory: Directory,
}

impl Shell {
    /// The folders.
    ///
    /// # Errors
    /// `cli-no-home` where the system knows none.
    pub fn folders(&self) -> Result<&Folders, Failure> {
        self.folders.as_ref().ok_or_else(|| Failure::new(Code::Failed, Explain::new("cli-no-home")))
    }

    /// The file of the book.
    ///
    /// # Errors
    /// As [`Shell::folders`], unless a book was named.
    pub fn path(&self) -> Result<PathBuf, Failure> {
        match &self.file {
            Some(file) => Ok(file.clone()),
            None => Ok(self.folders()?.book()),
        }
    }

    /// Opens the book; makes it if there is none, and says so.
    ///
    /// # Errors
    /// What the file refuses.
    pub fn book(&self) -> Result<Book, Failure> {
        let path = self.path()?;
        let new = !path.exists();
        if self.file.is_none() {
            private_folder(&self.folders()?.data)?;
        }
        let mut store = Store::open(&path, self.clock)?;
        store.keep_backups(self.on.is_none());
        if new {
            self.say_with("cli-new-book", &[("path", &path.display().to_string())]);
        }
        let directory = store.directory()?;
        Ok(Book { store, directory })
    }

    /// The book, unless there is none yet.
    ///
    /// # Errors
    /// `cli-no-book` (exit code 3), and what the file refuses.
    pub fn existing_book(&self) -> Result<Book, Failure> {
        let path = self.path()?;
        if path.exists() {
            return self.book();
        }
        Err(Failure::new(Code::NotFound, Explain::new("cli-no-book").with("path", path.display())))
    }

    /// Keeps today's health, once a day, as the screen does when it starts; not where today was named. Where it cannot be kept
    /// the question that was asked is answered all the same.
    pub fn keep_day(&self, book: &mut Book) {
        if self.on.is_none()
            && let Err(fault) = book.store.keep_health(self.today)
        {
            tracing::warn!(key = fault.explain().key, "the health of the day was not kept");
        }
    }

    /// What typed values depend on.
    pub fn cx<'a>(&'a self, directory: &'a Directory, scope: Option<Id>) -> Context<'a> {
        Context { words: &self.words, today: self.today, directory, scope }
    }

    /// Performs an act, then the backup of the day if it is due. A backup that fails is said and fails nothing.
    ///
    /// # Errors
    /// What the act refuses.
    pub fn perform(&self, book: &mut Book, act: Act) -> Result<Outcome, Failure> {
        self.perform_watched(book, act, &Unwatched)
    }

    /// The same, told to whoever watches.
    ///
    /// # Errors
    /// What the act refuses, and `job-stopped`; then nothing is written.
    pub fn perform_watched(&self, book: &mut Book, act: Act, watch: &dyn Watch) -> Result<Outcome, Failure> {
        let outcome = book.store.perform_watched(act, self.today, watch)?;
        if let Some(job) = book.store.backup_due(self.today)
            && let Err(fault) = job.run(self.clock)
        {
            Out::say(&self.words.say(&fault.explain()));
        }
        Ok(outcome)
    }

    /// Says what an act did: a sentence on standard output, or an object; `nothing` was changed is talk.
    pub fn tell(&self, outcome: &Outcome) {
        let label = one_line(&self.words.say(&outcome.label));
        if self.json {
            self.out.json(&json!({ "entry": outcome.entry, "label": label }));
        } else if outcome.entry.is_some() {
            self.out.text(&label);
        } else {
            Out::say(&self.words.get("cli-nothing-changed"));
        }
    }

    /// Talk, by key.
    pub fn say_with(&self, key: &str, args: &[(&str, &str)]) {
        Out::say(&self.words.with(key, args));
    }

    /// Whether somebody sits at both ends: only then the screen is opened.
    pub fn at_terminal() -> bool {
        std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
    }
}
