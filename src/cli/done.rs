//! Promises kept, or open again.
use clap::ArgMatches;
use serde_json::Value as Json;

use super::failure::{Code, Failure};
use super::shell::Shell;
use super::{find, json as as_json};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::report::plain::one_line;
use crate::store::act::Act;

/// Marks promises as kept; with `--reopen` those that were kept as open.
pub fn done(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    let reopen = args.get_flag("reopen");
    let typed: Vec<_> = args.get_many::<String>("commitment").into_iter().flatten().cloned().collect();
    // Several numbers are several promises; anything else is words of one.
    let numbers = typed.iter().all(|t| t.trim_start_matches('#').parse::<i64>().is_ok());
    let texts = if numbers { typed } else { vec![typed.join(" ")] };
    let mut ids = Vec::new();
    for text in &texts {
        let id = find::commitment(&book, text, reopen)?;
        let record = book.store.record(Kind::Commitment, id)?;
        if record.get("done_on").is_empty() == reopen {
            let key = if reopen { "cli-not-done" } else { "cli-already-done" };
            let words =
                if let Value::Text(text) = record.get("text") { one_line(&text) } else { String::new() };
            return Err(Failure::new(Code::Failed, Explain::new(key).with("text", words).with("id", id)));
        }
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let outcome = shell.perform(&mut book, Act::Done(ids.clone()))?;
    if !shell.json {
        shell.tell(&outcome);
        return Ok(());
    }
    let mut all = Vec::new();
    for id in ids {
        all.push(as_json::record(book.store.record(Kind::Commitment, id)?.as_ref()));
    }
    shell.out.json(&Json::Array(all));
    Ok(())
}
