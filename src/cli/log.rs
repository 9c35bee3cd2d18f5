//! Writing down what was said, one line an entry.
use std::io::BufRead;

use clap::ArgMatches;
use serde_json::{Value as Json, json};

use super::failure::{Code, Failure};
use super::out::Out;
use super::shell::{Book, Shell};
use super::{find, json as as_json};
use crate::capture;
use crate::domain::Id;
use crate::domain::entry::Entry;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::report::plain::one_line;
use crate::store::Outcome;
use crate::store::act::Act;

/// `log TEXT` writes one entry, `log -` one a line of standard input. Each is acknowledged only after it is saved.
pub fn log(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let text = args.get_many::<String>("text").into_iter().flatten().cloned().collect::<Vec<_>>().join(" ");
    if text.trim().is_empty() {
        return Err(Failure::new(Code::Failed, Explain::new("cli-log-blank")));
    }
    let mut book = shell.book()?;
    let scope = args.get_one::<String>("account");
    let scope = scope.map(|a| find::named(shell, &book, Kind::Account, a)).transpose()?;
    if text == "-" { lines(shell, &mut book, scope) } else { one(shell, &mut book, scope, &text) }
}

fn lines(shell: &Shell, book: &mut Book, scope: Option<Id>) -> Result<(), Failure> {
    let mut stdin = std::io::stdin().lock();
    let mut bytes = Vec::new();
    while stdin.read_until(b'\n', &mut bytes)? > 0 {
        let line = String::from_utf8_lossy(&std::mem::take(&mut bytes)).into_owned();
        let line = line.trim_end_matches(['\n', '\r']);
        if line.trim().is_empty() {
            continue;
        }
        if book.store.changed_elsewhere()? {
            book.directory = book.store.directory()?;
        }
        one(shell, book, scope, line)?;
    }
    Ok(())
}

fn one(shell: &Shell, book: &mut Book, scope: Option<Id>, line: &str) -> Result<(), Failure> {
    let entry = capture::read(line, &shell.cx(&book.directory, scope))?;
    let outcome = shell.perform(book, Act::Log(Box::new(entry.clone()), None))?;
    if shell.json {
        shell.out.json_line(&saved(book, &outcome)?);
    } else {
        let label = one_line(&shell.words.say(&outcome.label));
        shell.out.text(&label);
    }
    if outcome.label.arg("sort") == Some("true") {
        Out::say(&to_sort(shell, &entry));
    }
    Ok(())
}

fn to_sort(shell: &Shell, entry: &Entry) -> String {
    if !entry.to_sort {
        return shell.words.get("cli-to-sort-account");
    }
    if entry.unknown_names.is_empty() {
        return shell.words.get("cli-to-sort");
    }
    shell.words.with("cli-to-sort-names", &[("names", &entry.unknown_names.join(", "))])
}

/// The interaction with the promises made in it.
fn saved(book: &Book, outcome: &Outcome) -> Result<Json, Failure> {
    let of = |kind| outcome.touched.iter().filter(move |(k, _)| *k == kind).map(|(_, id)| *id);
    let Some(id) = of(Kind::Interaction).next() else { return Ok(Json::Null) };
    let mut object = as_json::record(book.store.record(Kind::Interaction, id)?.as_ref());
    let mut promises = Vec::new();
    for id in of(Kind::Commitment) {
        promises.push(as_json::record(book.store.record(Kind::Commitment, id)?.as_ref()));
    }
    if let Some(object) = object.as_object_mut() {
        object.insert("commitments".to_owned(), json!(promises));
    }
    Ok(object)
}
