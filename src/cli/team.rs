//! Who of ours works for an account, and what one sends each of them.
use clap::ArgMatches;
use serde_json::{Value as Json, json};

use super::failure::Failure;
use super::find;
use super::shell::Shell;
use crate::domain::kind::Kind;
use crate::domain::score::Source;
use crate::lang::value::Context;
use crate::report::team as report;
use crate::store::query::team::{Mate, Team};

/// Prints the team of one account, or of every key account.
pub fn team(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let book = shell.existing_book()?;
    let account = args.get_one::<String>("account");
    let scope = account.map(|a| find::named(shell, &book, Kind::Account, a)).transpose()?;
    let teams = book.store.teams(scope, shell.today)?;
    let cx = shell.cx(&book.directory, scope);
    if shell.json {
        shell.out.json(&teams.iter().map(|team| object(team, &cx)).collect());
    } else {
        shell.out.blocks(&report::teams(&teams, &cx));
    }
    Ok(())
}

/// Prints the digest of a colleague: over all accounts where they have something to do, or of one; with `--mail` as a link that
/// opens a mail to them.
pub fn digest(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let book = shell.existing_book()?;
    let typed = args.get_one::<String>("colleague").map_or("", String::as_str);
    let colleague = find::named(shell, &book, Kind::Colleague, typed)?;
    let account = args.get_one::<String>("account");
    let account = account.map(|a| find::named(shell, &book, Kind::Account, a)).transpose()?;
    let mut teams = book.store.teams_with(colleague, shell.today)?;
    teams.retain(|team| account.is_none_or(|account| team.account == account));
    let of = teams.iter().flat_map(|t| &t.mates).find(|m| m.colleague == Some(colleague)).cloned();
    let of = match of {
        Some(of) => of,
        None => book.store.mate(colleague)?,
    };
    let cx = shell.cx(&book.directory, account);
    if args.get_flag("mail") {
        let link = report::mail(&teams, &of, &cx).link();
        if shell.json {
            shell.out.json(&json!({ "mail": link }));
        } else {
            shell.out.text(&link);
        }
    } else if shell.json {
        shell.out.json(&teams.iter().map(|team| object(team, &cx)).collect());
    } else {
        shell.out.blocks(&report::digest(&teams, &of, &cx));
    }
    Ok(())
}

fn object(team: &Team, cx: &Context<'_>) -> Json {
    let mates: Vec<Json> = team.mates.iter().map(|m| mate(m, cx)).collect();
    json!({ "account": team.account, "name": team.name, "team": mates })
}

fn mate(of: &Mate, cx: &Context<'_>) -> Json {
    let rows = report::rows(of, cx);
    let row = |row: &report::Row| {
        let Source::Record(kind, id) = row.source else { return Json::Null };
        json!({ "what": row.matter.name(), "text": row.text, "when": row.when, "kind": kind.name(), "id": id })
    };
    json!({
        "colleague": of.colleague,
        "assignment": of.assignment,
        "name": of.name,
        "function": of.function,
        "email": of.email,
        "since": of.since.map(|d| d.to_string()),
        "until": of.until.map(|d| d.to_string()),
        "late": of.late(cx.today),
        "rows": rows.iter().map(row).collect::<Vec<_>>(),
    })
}
