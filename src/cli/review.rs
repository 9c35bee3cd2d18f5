//! The weekly review from the shell: how far it is, one account of it, and its steps.
use clap::ArgMatches;
use serde_json::{Value as Json, json};

use super::failure::{Code, Failure};
use super::find;
use super::json as as_json;
use super::shell::{Book, Shell};
use crate::capture::own;
use crate::domain::Id;
use crate::domain::choice::Choice;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::review::{Review, moves};
use crate::domain::score::Source;
use crate::lang::day;
use crate::lang::value::Context;
use crate::report::review as report;
use crate::report::{Block, Cell, Column, Table};
use crate::store::act::Act;
use crate::store::act::review::Reviewing;
use crate::store::query::account::PromiseRow;
use crate::store::query::review::{Stop, Week};

/// Runs what was asked of the review; without a word it is shown.
pub fn review(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    match args.subcommand() {
        Some(("show", args)) => show(shell, args.get_one::<String>("account")),
        Some(("move", args)) => choose(shell, args),
        Some(("through", args)) => through(shell, args),
        Some(("finish", _)) => step(shell, Reviewing::Finished),
        Some(("list", _)) => list(shell),
        _ => show(shell, None),
    }
}

/// How far it is with the moves chosen; of one account what there is to look at.
fn show(shell: &Shell, account: Option<&String>) -> Result<(), Failure> {
    let book = shell.existing_book()?;
    let account = account.map(|a| find::named(shell, &book, Kind::Account, a)).transpose()?;
    let week = week(&book, account, shell)?;
    let cx = shell.cx(&book.directory, account);
    if shell.json {
        shell.out.json(&object(&week, account.is_some(), &cx));
        return Ok(());
    }
    match (&week.stop, account) {
        (Some(stop), Some(_)) => shell.out.blocks(&report::stop(&week, stop, &cx)),
        _ => shell.out.blocks(&report::finished(&week, &cx)),
    }
    Ok(())
}

/// The review with that account in front; only key accounts are reviewed.
fn week(book: &Book, account: Option<Id>, shell: &Shell) -> Result<Week, Failure> {
    let week = book.store.week(account, shell.today)?;
    match account {
        Some(id) if week.agenda.iter().all(|s| s.account != id) => {
            let name = book.directory.name(Kind::Account, id);
            Err(Failure::new(Code::Usage, Explain::new("review-cli-not-key").with("name", name)))
        }
        Some(_) | None => Ok(week),
    }
}

/// A proposal by its number, or a move in one's own words, becomes a promise.
fn choose(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    let account = named(shell, &book, args)?;
    let typed: Vec<&str> =
        args.get_many::<String>("move").into_iter().flatten().map(String::as_str).collect();
    let text = typed.join(" ");
    let promise = {
        let week = week(&book, Some(account), shell)?;
        let cx = shell.cx(&book.directory, Some(account));
        let proposals = week.stop.as_ref().map(|stop| report::proposals(stop, &cx)).unwrap_or_default();
        match text.trim().parse::<usize>() {
            Ok(number) => {
                let found = number.checked_sub(1).and_then(|at| proposals.get(at));
                let none = Explain::new("review-cli-no-move").with("number", number);
                let found = found.ok_or_else(|| Failure::new(Code::NotFound, none))?;
                found.promise(account)
            }
            Err(_) => own::promise(&text, account, moves::due(shell.today), &cx),
        }
    };
    perform(shell, &mut book, Reviewing::Chosen(Box::new(promise)))
}

fn through(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    let account = named(shell, &book, args)?;
    week(&book, Some(account), shell)?;
    perform(shell, &mut book, Reviewing::Through(account))
}

fn step(shell: &Shell, step: Reviewing) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    perform(shell, &mut book, step)
}

fn perform(shell: &Shell, book: &mut Book, step: Reviewing) -> Result<(), Failure> {
    let outcome = shell.perform(book, Act::Review(step))?;
    shell.tell(&outcome);
    Ok(())
}

fn named(shell: &Shell, book: &Book, args: &ArgMatches) -> Result<Id, Failure> {
    let typed = args.get_one::<String>("account").map_or("", String::as_str);
    find::named(shell, book, Kind::Account, typed)
}

/// The reviews there were, the newest first.
fn list(shell: &Shell) -> Result<(), Failure> {
    let book = shell.existing_book()?;
    let reviews = book.store.reviews()?;
    if shell.json {
        shell.out.json(&reviews.iter().map(|r| as_json::record(r)).collect());
        return Ok(());
    }
    let cx = shell.cx(&book.directory, None);
    let head = |key: &str| cx.words.get(key);
    let mut table = Table::new(vec![
        Column::short(head("review-cli-head-begun")),
        Column::short(head("review-cli-head-finished")),
        Column::number(head("review-cli-head-accounts")),
        Column::number(head("review-cli-head-moves")),
    ]);
    for review in &reviews {
        table.push(Some((Kind::Review, review.head.id)), row(review, &cx));
    }
    let none = || Block::Paragraph(cx.words.get("review-cli-none"));
    let block = if reviews.is_empty() { none() } else { Block::Table(table) };
    shell.out.blocks(&[block]);
    Ok(())
}

fn row(review: &Review, cx: &Context<'_>) -> Vec<Cell> {
    let on =
        |day: Option<chrono::NaiveDate>| day.map_or_else(|| "–".to_owned(), |day| day::show(day, cx.words));
    vec![
        on(review.day).into(),
        on(review.finished_on).into(),
        review.accounts.len().to_string().into(),
        review.moves.len().to_string().into(),
    ]
}

fn object(week: &Week, one: bool, cx: &Context<'_>) -> Json {
    let review = week.review.as_ref();
    let stations =
        week.agenda.iter().map(|s| json!({ "account": s.account, "name": s.name, "gone": s.gone }));
    json!({
        "review": review.map(|r| r.head.id),
        "begun": review.and_then(|r| r.day).map(|d| d.to_string()),
        "finished_on": review.and_then(|r| r.finished_on).map(|d| d.to_string()),
        "before": week.before.map(|d| d.to_string()),
        "accounts": stations.collect::<Vec<_>>(),
        "moves": week.chosen.iter().map(promise_of).collect::<Vec<_>>(),
        "account": week.stop.as_ref().filter(|_| one).map(|stop| stop_of(week, stop, cx)),
    })
}

fn stop_of(week: &Week, stop: &Stop, cx: &Context<'_>) -> Json {
    let row = |row: &report::Row| {
        let record = match report::source(&row.what) {
            Some(Source::Record(kind, id)) => Some((kind.name(), id)),
            Some(Source::Cell(kpi, _)) => Some((Kind::Kpi.name(), kpi)),
            None => None,
        };
        json!({
            "text": row.text,
            "note": row.note,
            "when": row.when,
            "kind": record.map(|(kind, _)| kind),
            "id": record.map(|(_, id)| id),
        })
    };
    let part = |section: &report::Section| {
        let rows: Vec<Json> = section.rows.iter().map(row).collect();
        (section.name.to_owned(), Json::Array(rows))
    };
    let parts: serde_json::Map<String, Json> = report::sections(week, stop, cx).iter().map(part).collect();
    let proposals = report::proposals(stop, cx);
    let proposed = proposals.iter().enumerate().map(|(at, proposal)| {
        json!({
            "number": at + 1,
            "sort": proposal.of.sort.name(),
            "text": proposal.text,
            "why": proposal.why,
            "due": proposal.of.due.to_string(),
        })
    });
    json!({
        "account": stop.account(),
        "name": stop.page.account.name,
        "since": stop.since.to_string(),
        "conversations": stop.talks,
        "plan": stop.plan.as_ref().map(|p| p.head.id),
        "reviewed_on": stop.plan.as_ref().and_then(|p| p.reviewed_on).map(|d| d.to_string()),
        "proposed": proposed.collect::<Vec<_>>(),
        "parts": parts,
    })
}

fn promise_of(p: &PromiseRow) -> Json {
    json!({
        "id": p.id,
        "side": p.side.name(),
        "text": p.text,
        "account": p.account,
        "due": p.due.map(|d| d.to_string()),
        "done_on": p.done_on.map(|d| d.to_string()),
        "counterpart": p.counterpart.as_ref().map(|(id, _)| id),
    })
}
