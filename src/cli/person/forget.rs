//! `person forget`: asks for the full name, then nothing of them is left.
use std::io::BufRead;
use std::path::PathBuf;

use clap::ArgMatches;
use serde_json::json;

use crate::cli::failure::{Code, Failure};
use crate::cli::find;
use crate::cli::out::Out;
use crate::cli::shell::{Book, Shell};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::store::drafts as kept;
use crate::store::forget::{Known, Reach};

/// Forgets somebody, in the book and with `--backups` in its copies.
pub fn forget(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    let which = args.get_one::<String>("which").map_or("", String::as_str);
    let backups = args.get_flag("backups");
    let known = meant(shell, &book, which, backups)?;
    let typed = match args.get_one::<String>("yes-name") {
        Some(name) => name.clone(),
        None => asked(shell, &book, &known)?,
    };
    let reach = Reach { drafts: drafts(shell), backups };
    let done = book.store.forget(&known, &typed, &shell.words.get("erasure-someone"), &reach)?;
    if shell.json {
        shell.out.json(&json!({
            "forgotten": done.name,
            "records": done.taken.rows,
            "texts": done.taken.texts,
            "documents": done.taken.documents,
            "history": done.taken.past,
            "drafts": done.drafts,
            "backups_rewritten": done.rewritten,
            "backups_left": done.left,
            "finished": done.finished,
        }));
    } else {
        shell.out.text(&shell.words.say(&done.explain()));
    }
    Ok(())
}

/// The folder of the drafts of the book.
pub(super) fn drafts(shell: &Shell) -> Option<PathBuf> {
    let state = &shell.folders.as_ref()?.state;
    Some(kept::folder(state, Some(&shell.path().ok()?)))
}

/// Who is meant: somebody of the book, or somebody who has left it and is still in its journal or its copies.
fn meant(shell: &Shell, book: &Book, which: &str, backups: bool) -> Result<Known, Failure> {
    let here = match find::named(shell, book, Kind::Person, which) {
        Ok(id) => Ok(book.store.who_is(id)?),
        Err(failure) => Err(failure),
    };
    let is_number = which.trim_start_matches('#').chars().all(|c| c.is_ascii_digit());
    match here {
        // Who is only found by the beginning of a name may hide somebody of the copies.
        Ok(known) if !backups || is_number || known.bearer.is_called(which) => return Ok(known),
        Err(failure) if !failure.is_nothing() => return Err(failure),
        Ok(_) | Err(_) => {}
    }
    let mut once = book.store.who_was(which)?;
    match (once.len(), here) {
        (0, here) => here,
        (1, _) => Ok(once.remove(0)),
        (_, _) => {
            let names =
                once.iter().map(|k| format!("{} ({})", k.name, k.uids.first().map_or("", String::as_str)));
            let names = names.collect::<Vec<_>>().join(", ");
            let what = Explain::new("name-ambiguous").with("kind", Kind::Person.name()).with("name", which);
            Err(Failure::new(Code::NotFound, what.with("candidates", names)))
        }
    }
}

/// Says what goes and reads the name from the terminal, or else only reads it.
fn asked(shell: &Shell, book: &Book, known: &Known) -> Result<String, Failure> {
    if Shell::at_terminal() {
        let taken = book.store.holds(known)?;
        let count = |n: usize| n.to_string();
        let (rows, texts, past) = (count(taken.rows), count(taken.texts), count(taken.past));
        let documents = count(taken.documents);
        let args = [
            ("name", known.name.as_str()),
            ("rows", &rows),
            ("texts", &texts),
            ("documents", &documents),
            ("past", &past),
        ];
        Out::say(&shell.words.with("erasure-goes", &args));
        Out::say(&shell.words.get("erasure-type"));
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    if line.trim().is_empty() {
        return Err(Failure::new(Code::Usage, Explain::new("erasure-no-name")));
    }
    Ok(line)
}
