//! A document asked for on the screen, behind the door: made from one moment of the book, written, kept as issued.
use std::path::PathBuf;

use chrono::NaiveDate;

use crate::command::{Handed, Handout};
use crate::domain::explain::Explain;
use crate::domain::progress::{Stage, Step, Watch};
use crate::exchange::file::write_new;
use crate::lang::Words;
use crate::lang::value::Context;
use crate::report::format::{Format, file_name};
use crate::report::issued::issued;
use crate::report::paper::Paper;
use crate::report::papers::row;
use crate::store::Store;
use crate::store::act::Act;
use crate::tui::outside::place;

/// More files of one name in a folder are not looked for.
const NAMES: usize = 100;

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
    let path =
        of.file.as_ref().map(|(format, typed)| write(&made.paper, *format, typed, today)).transpose()?;
    let outcome = if of.issue {
        let kept = Box::new(issued(&of.wanted, &made, &cx));
        Some(store.perform(Act::Issue(kept), today).map_err(|fault| fault.explain())?)
    } else {
        None
    };
    Ok(Handed { paper: made.paper, path, outcome })
}

/// Writes the document into a new file and says where. In a folder it gets the first name that is free.
fn write(paper: &Paper, format: Format, typed: &str, today: NaiveDate) -> Result<String, Explain> {
    let path = place(typed.trim());
    let bytes = format.file(paper)?;
    if !path.is_dir() && !typed.trim_end().ends_with('/') {
        let path = if path.extension().is_some() { path } else { path.with_extension(format.ending()) };
        return write_new(&path, &bytes).map(|()| path.display().to_string());
    }
    let name = file_name(paper, today, format);
    let mut refused = Explain::new("handout-unanswered");
    for number in 1..NAMES {
        let path = path.join(numbered(&name, number));
        match write_new(&path, &bytes) {
            Ok(()) => return Ok(path.display().to_string()),
            Err(why) if why.key == "export-exists" => refused = why,
            Err(why) => return Err(why),
        }
    }
    Err(refused)
}

/// `report.html`, `report-2.html`.
fn numbered(name: &str, number: usize) -> PathBuf {
    let path = PathBuf::from(name);
    match (number, path.file_stem(), path.extension()) {
        (2.., Some(stem), Some(ending)) => {
            PathBuf::from(format!("{}-{number}.{}", stem.to_string_lossy(), ending.to_string_lossy()))
        }
        _ => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        assert_eq!(numbered("report.html", 1), PathBuf::from("report.html"));
        assert_eq!(numbered("report.html", 3), PathBuf::from("report-3.html"));
    }
}
