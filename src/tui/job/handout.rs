//! A document asked for on the screen, behind the door: made from one moment of the book, written, kept as issued.
use std::path::PathBuf;

use chrono::NaiveDate;

use crate::command::{Handed, Handout};
use crate::domain::explain::Explain;
use crate::domain::progress::{Stage, Step, Watch};
use crate::exchange::place::write_at;
use crate::lang::Words;
use crate::lang::value::Context;
use crate::report::format::{Format, file_name};
use crate::report::issued::issued;
use crate::report::paper::Paper;
use crate::report::papers::row;
use crate::store::Store;
use crate::store::act::Act;
use crate::tui::outside::place;

/// Makes the document; what it is asked of the book is of one moment.
pub(super) fn make(
    of: &Handout,
    store: &mut Store,
    today: NaiveDate,
    watch: &dyn Watch,
) -> Result<Handed, Explain> {
    let row = row(of.wanted.kind).ok_or_else(|| Explain::new("handout-unanswered"))?;
    let (words, directory) = (Words::new(of.lang), store.directory().map_err(|fault| fault.explain())?);
    let answers = store.ask_all(&row.queries(&of.wanted), today, watch).map_err(|fault| fault.explain())?;
    let cx = Context { words: &words, today, directory: &directory, scope: of.wanted.account() };
    let made = row.make(&of.wanted, &answers, &cx)?;
    watch.at(Step::new(Stage::Making, 1, 1))?;
    let written =
        of.file.as_ref().map(|(format, typed)| write(&made.paper, *format, typed, today)).transpose()?;
    let outcome = if of.issue {
        let kept = Box::new(issued(&of.wanted, &made, &cx));
        Some(store.perform(Act::Issue(kept), today).map_err(|fault| fault.explain())?)
    } else {
        None
    };
    Ok(Handed { paper: made.paper, path: written.map(|file| file.stays().display().to_string()), outcome })
}

/// A file that was just written. Unless it is said that it stays, it goes: a document that could not be issued leaves none behind.
struct Written(Option<PathBuf>);

impl Written {
    fn stays(mut self) -> PathBuf {
        self.0.take().unwrap_or_default()
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        if let Some(path) = &self.0 {
            // It was made a moment ago, by this program, in a place where there was none.
            let _ = std::fs::remove_file(path);
        }
    }
}

/// Writes the document into a new file and says where. In a folder it gets a name of its own.
fn write(paper: &Paper, format: Format, typed: &str, today: NaiveDate) -> Result<Written, Explain> {
    let mut path = place(typed.trim());
    if !path.is_dir() && !typed.trim().ends_with('/') && path.extension().is_none() {
        path.set_extension(format.ending());
    }
    write_at(&path, &file_name(paper, today, format), &format.file(paper)?).map(|path| Written(Some(path)))
}
