//! Who of ours knows whom of theirs.
use clap::ArgMatches;
use serde_json::{Value as Json, json};

use crate::cli::failure::Failure;
use crate::cli::find;
use crate::cli::shell::Shell;
use crate::domain::acquaintance::{Circles, Theirs};
use crate::domain::kind::Kind;
use crate::report::people::colleagues as page;

/// Prints the matrix of all accounts or of one.
pub fn colleagues(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let book = shell.existing_book()?;
    let account = args.get_one::<String>("account");
    let scope = account.map(|a| find::named(shell, &book, Kind::Account, a)).transpose()?;
    let circles = book.store.circles(scope, shell.today)?;
    if !shell.json {
        shell.out.blocks(&page::colleagues(&circles, &shell.cx(&book.directory, scope)));
        return Ok(());
    }
    let all = circles.known.iter().chain(&circles.unknown);
    shell.out.json(&json!({
        "day": shell.today.to_string(),
        "colleagues": circles.colleagues.iter().map(|(id, name)| json!({ "id": id, "name": name })).collect::<Vec<_>>(),
        "people": all.map(|theirs| person(theirs, &circles)).collect::<Vec<_>>(),
    }));
    Ok(())
}

fn person(theirs: &Theirs, circles: &Circles) -> Json {
    let met = circles.colleagues.iter().zip(&theirs.met).filter_map(|((id, name), met)| {
        let met = (*met)?;
        Some(json!({ "colleague": id, "name": name, "last": met.last.to_string(), "count": met.count }))
    });
    json!({
        "person": theirs.person,
        "name": theirs.name,
        "account": theirs.account,
        "account_name": theirs.account_name,
        "weight": theirs.weight,
        "last": theirs.last().map(|day| day.to_string()),
        "met": met.collect::<Vec<_>>(),
    })
}
