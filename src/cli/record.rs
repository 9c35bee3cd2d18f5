//! Records of every kind by their field tables: list, show, add, edit, remove.
mod columns;
mod edit;
mod fields;
mod list;
mod places;
mod show;
mod sort;

use clap::ArgMatches;
use serde_json::json;

use super::failure::Failure;
use super::shell::{Book, Shell};
use super::{catalogue, find, json as as_json, kpi, more, person, plan};
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::report::plain::one_line;
use crate::store::Outcome;
use crate::store::act::Act;
pub use columns::Extra;

/// One command about records of a kind.
pub fn run(shell: &Shell, kind: Kind, args: &ArgMatches) -> Result<(), Failure> {
    match args.subcommand() {
        Some(("list", args)) => list::list(shell, kind, args),
        Some(("show", args)) => show::show(shell, kind, &which(args)),
        Some(("add", args)) => edit::add(shell, kind, args),
        Some(("edit", args)) => edit::edit(shell, kind, &which(args), args),
        Some(("remove", args)) => remove(shell, kind, args),
        Some(("set", args)) if kind == Kind::Kpi => kpi::enter(shell, args, kpi::Axis::Actual),
        Some(("target", args)) => kpi::enter(shell, args, kpi::Axis::Target),
        Some(("catalogue", args)) => {
            catalogue::list(shell, args);
            Ok(())
        }
        Some((name, args)) if kind == Kind::Person => person::run(shell, name, args),
        Some((name, args)) => more::run(shell, kind, name, args),
        None => Ok(()),
    }
}

/// The words that name a record: of an indicator also its account and its name apart.
fn which(args: &ArgMatches) -> Vec<&str> {
    args.get_many::<String>("which").into_iter().flatten().map(String::as_str).collect()
}

/// The record that they name.
fn meant(shell: &Shell, book: &Book, kind: Kind, which: &[&str]) -> Result<Id, Failure> {
    match which {
        [one] if kind == Kind::Plan => plan::which(shell, book, one),
        [one] => find::record(shell, book, kind, one),
        several => kpi::which(shell, book, several),
    }
}

fn remove(shell: &Shell, kind: Kind, args: &ArgMatches) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    let mut ids: Vec<Id> = Vec::new();
    for text in args.get_many::<String>("which").into_iter().flatten() {
        let id = find::record(shell, &book, kind, text)?;
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let outcome = shell.perform(&mut book, Act::Delete(kind, ids.clone()))?;
    if shell.json {
        shell.out.json(&json!({ "entry": outcome.entry, "removed": ids }));
    } else {
        shell.tell(&outcome);
    }
    Ok(())
}

/// Answers with the record that was written: a sentence with its number, or the record itself.
fn tell_saved(shell: &Shell, book: &Book, kind: Kind, id: Id, outcome: &Outcome) -> Result<(), Failure> {
    if outcome.entry.is_none() {
        shell.say_with("cli-nothing-changed", &[]);
    }
    if shell.json {
        shell.out.json(&as_json::parts(&book.store.parts(kind, id)?));
    } else if outcome.entry.is_some() {
        let what = one_line(&shell.words.say(&outcome.label));
        shell.out.text(&shell.words.with("cli-saved", &[("what", &what), ("id", &id.to_string())]));
    }
    Ok(())
}
