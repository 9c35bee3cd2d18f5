//! Promises kept and problems closed, or open again.
use clap::ArgMatches;
use serde_json::Value as Json;

use super::failure::{Code, Failure};
use super::shell::{Book, Shell};
use super::{find, json as as_json};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::report::plain::one_line;
use crate::store::act::Act;

/// Marks promises as kept or problems as closed; with `--reopen` those that were as open.
pub fn done(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    let reopen = args.get_flag("reopen");
    let typed: Vec<_> =
        args.get_many::<String>("commitment").into_iter().flatten().map(String::as_str).collect();
    let (kind, ids) = meant(&book, &typed, reopen)?;
    for id in &ids {
        refuse_what_is_so(&book, kind, *id, reopen)?;
    }
    let act = if kind == Kind::Problem { Act::Closed(ids.clone()) } else { Act::Done(ids.clone()) };
    let outcome = shell.perform(&mut book, act)?;
    if !shell.json {
        shell.tell(&outcome);
        return Ok(());
    }
    let mut all = Vec::new();
    for id in ids {
        all.push(as_json::record(book.store.record(kind, id)?.as_ref()));
    }
    shell.out.json(&Json::Array(all));
    Ok(())
}

/// Promises by number or words; problems where the first word says so, or where no promise has these words.
fn meant(book: &Book, typed: &[&str], reopen: bool) -> Result<(Kind, Vec<Id>), Failure> {
    let (first, rest) = find::of_kind(typed);
    if find::kind(first) == Some(Kind::Problem) && !rest.is_empty() {
        return Ok((Kind::Problem, each(&rest, |text| find::problem(book, text, reopen))?));
    }
    let promises = each(typed, |text| find::commitment(book, text, reopen));
    match promises {
        Ok(ids) => Ok((Kind::Commitment, ids)),
        Err(failure) if failure.is_nothing() => match find::problem(book, &typed.join(" "), reopen) {
            Ok(id) if !numbers(typed) => Ok((Kind::Problem, vec![id])),
            Err(several) if !several.is_nothing() => Err(several),
            Ok(_) | Err(_) => Err(failure),
        },
        Err(failure) => Err(failure),
    }
}

fn numbers(typed: &[&str]) -> bool {
    typed.iter().all(|t| t.trim().trim_start_matches('#').parse::<Id>().is_ok())
}

/// Several numbers are several records; anything else is words of one.
fn each(typed: &[&str], find: impl Fn(&str) -> Result<Id, Failure>) -> Result<Vec<Id>, Failure> {
    if !numbers(typed) {
        return Ok(vec![find(&typed.join(" "))?]);
    }
    let mut ids = Vec::new();
    for text in typed {
        let id = find(text)?;
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    Ok(ids)
}

/// What is kept or closed already is said, and nothing is written.
fn refuse_what_is_so(book: &Book, kind: Kind, id: Id, reopen: bool) -> Result<(), Failure> {
    let record = book.store.record(kind, id)?;
    let (title, day) = if kind == Kind::Problem { ("name", "closed_on") } else { ("text", "done_on") };
    if record.get(day).is_empty() != reopen {
        return Ok(());
    }
    let key = match (reopen, kind) {
        (true, _) => "cli-not-done",
        (false, Kind::Problem) => "cli-already-closed",
        (false, _) => "cli-already-done",
    };
    let words = if let Value::Text(text) = record.get(title) { one_line(&text) } else { String::new() };
    Err(Failure::new(Code::Failed, Explain::new(key).with("text", words).with("id", id)))
}
