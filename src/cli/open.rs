//! Opening the screen, on the user's book or on the demo.
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use clap::ArgMatches;

use super::Env;
use super::failure::{Code, Failure};
use super::parse::count;
use super::place::Folders;
use super::shell::Shell;
use crate::domain::explain::Explain;
use crate::lang::Words;
use crate::store::{Clock, Store};

/// What the screen is to be opened with.
#[derive(Debug)]
pub struct Opening {
    /// The book.
    pub store: Store,
    /// The words of the language.
    pub words: Arc<Words>,
    /// A day that stands for today.
    pub on: Option<NaiveDate>,
    /// Where settings and drafts are; `None` where the system knows no home.
    pub folders: Option<Folders>,
    /// What tells the time.
    pub clock: Clock,
}

/// Opens the screen on the book.
pub fn open(shell: &Shell, env: &Env) -> Result<(), Failure> {
    let book = shell.book()?;
    show(shell, env, book.store)
}

fn show(shell: &Shell, env: &Env, store: Store) -> Result<(), Failure> {
    let opening = Opening {
        store,
        words: Arc::clone(&shell.words),
        on: shell.on,
        folders: shell.folders.clone(),
        clock: shell.clock,
    };
    (env.open)(opening).map_err(|e| Failure::new(Code::Failed, Explain::new("store-io").with("error", e)))
}

/// Writes the demo book to a file of its own, or to one that goes away again, and opens the screen on it.
pub fn demo(shell: &Shell, args: &ArgMatches, env: &Env) -> Result<(), Failure> {
    let interactions = count(args, "interactions");
    let opens = Shell::at_terminal() && !args.get_flag("no-open") && !shell.json;
    let folder = tempfile::Builder::new().prefix("cartera-demo-").tempdir()?;
    let path = shell.file.clone().unwrap_or_else(|| folder.path().join("demo.cartera"));
    let mut store = Store::open(&path, shell.clock)?;
    store.keep_backups(false);
    crate::exchange::demo::build(&mut store, shell.today, interactions)?;
    if opens {
        // The folder, and a throwaway book in it, goes when the screen is left.
        return show(shell, env, store);
    }
    drop(store);
    let kept: PathBuf = if shell.file.is_some() { path } else { folder.keep().join("demo.cartera") };
    let path = kept.display().to_string();
    if shell.json {
        shell.out.json(&serde_json::json!({ "path": path }));
    } else {
        shell.out.text(&path);
    }
    Ok(())
}
