//! Who is due to be contacted, in catch-up order.
use clap::ArgMatches;
use serde_json::{Value as Json, json};

use crate::cli::failure::Failure;
use crate::cli::find;
use crate::cli::shell::Shell;
use crate::domain::cadence::{Rhythm, lateness};
use crate::domain::choice::Choice;
use crate::domain::kind::Kind;
use crate::lang::value::Context;
use crate::report::people::due as page;
use crate::store::query::people::PersonRow;
use crate::store::query::people::queue::Queue;

/// Prints the queue of all accounts or of one; with `--all` also those who are not due for long.
pub fn due(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let book = shell.existing_book()?;
    let account = args.get_one::<String>("account");
    let scope = account.map(|a| find::named(shell, &book, Kind::Account, a)).transpose()?;
    let rows = book.store.people(scope, shell.today)?;
    let queue = Queue::of(&rows, shell.today);
    let cx = shell.cx(&book.directory, scope);
    let all = args.get_flag("all");
    if !shell.json {
        shell.out.blocks(&page::due(&queue, all, &cx));
        return Ok(());
    }
    let people = |part: &[&PersonRow]| part.iter().map(|row| person(row, &cx)).collect::<Vec<_>>();
    let mut answer = json!({
        "day": shell.today.to_string(),
        "due": people(&queue.due),
        "soon": people(&queue.soon),
        "apart": people(&queue.apart),
    });
    if let Some(answer) = answer.as_object_mut().filter(|_| all) {
        answer.insert("later".to_owned(), people(&queue.later).into());
    }
    shell.out.json(&answer);
    Ok(())
}

fn person(row: &PersonRow, cx: &Context<'_>) -> Json {
    let by = match row.rhythm {
        Rhythm::Own => "own",
        Rhythm::Role(role) => role.name(),
        Rhythm::Champion => "champion",
        Rhythm::Nothing => "nothing",
    };
    let reason = page::reason(row, cx);
    json!({
        "person": row.person,
        "name": row.name,
        "account": row.account,
        "account_name": row.account_name,
        "last": row.last.map(|day| day.to_string()),
        "cadence": row.every(),
        "cadence_by": row.every().map(|_| by),
        "due_on": row.due_on().filter(|_| !row.do_not_contact).map(|day| day.to_string()),
        "days_late": row.days_late(cx.today),
        "lateness": lateness(row.last, row.cadence, cx.today),
        "weight": row.weight.w,
        "order": row.catch_up(cx.today),
        "not_before": row.not_before.map(|day| day.to_string()),
        "do_not_contact": row.do_not_contact,
        "reason": (!reason.is_empty()).then_some(reason),
    })
}
