//! Documents to be handed out: made, kept as issued, listed and opened again.
mod write;

use clap::ArgMatches;
use serde_json::{Value as Json, json};

use super::brief;
use super::failure::{Code, Failure};
use super::find;
use super::out::Out;
use super::shell::{Book, Shell};
use crate::domain::Id;
use crate::domain::choice::{Choice, ReportKind, Side};
use crate::domain::explain::Explain;
use crate::domain::issued::Issued;
use crate::domain::kind::Kind;
use crate::domain::progress::Unwatched;
use crate::lang::value::Context;
use crate::lang::{Lang, Words};
use crate::report::issued as report;
use crate::report::papers::{Made, Of, Row, Wanted, row};
use crate::store::act::Act;
use crate::store::fault::Fault;
use crate::store::query::brief::BriefOf;
use crate::store::query::issued::IssuedRow;
use write::Target;

/// Makes a document, or does something with those that were issued.
pub fn report(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    match args.subcommand() {
        Some(("list", args)) => list(shell, args),
        Some(("show", args)) => show(shell, args),
        Some(("remove", args)) => remove(shell, args),
        Some((name, args)) => {
            let row = ReportKind::named(name).and_then(row);
            row.map_or(Ok(()), |row| make(shell, row, args))
        }
        None => Ok(()),
    }
}

fn text<'a>(args: &'a ArgMatches, name: &str) -> Option<&'a str> {
    args.try_get_one::<String>(name).ok().flatten().map(String::as_str)
}

fn flag(args: &ArgMatches, name: &str) -> bool {
    args.try_get_one::<bool>(name).ok().flatten().copied().unwrap_or(false)
}

fn make(shell: &Shell, row: &Row, args: &ArgMatches) -> Result<(), Failure> {
    let target = Target::of(args)?;
    let mut book = shell.existing_book()?;
    let wanted = wanted(shell, &book, row, args)?;
    let words = text(args, "language").and_then(Lang::of_locale).map(Words::new);
    let words = words.as_ref().unwrap_or(&shell.words);
    let (made, kept) = {
        let cx = Context { words, ..shell.cx(&book.directory, wanted.account()) };
        let made = written(&book, row, &wanted, &cx)?;
        let kept = flag(args, "issue").then(|| report::issued(&wanted, &made, &cx));
        (made, kept)
    };
    target.write(shell, &made.paper)?;
    if let Some(kept) = kept {
        let outcome = shell.perform(&mut book, Act::Issue(Box::new(kept)))?;
        Out::say(&shell.words.say(&outcome.label));
    }
    Ok(())
}

fn written(book: &Book, row: &Row, wanted: &Wanted, cx: &Context<'_>) -> Result<Made, Failure> {
    let answers = book.store.ask_all(&row.queries(wanted), cx.today, &Unwatched)?;
    Ok(row.make(wanted, &answers, cx)?)
}

/// What is wanted, from what was typed.
fn wanted(shell: &Shell, book: &Book, row: &Row, args: &ArgMatches) -> Result<Wanted, Failure> {
    let mut wanted = Wanted::new(row.kind);
    wanted.of = whom(shell, book, row.of, args)?;
    wanted.side = text(args, "side").and_then(Side::named).unwrap_or(wanted.side);
    wanted.personal = flag(args, "personal");
    let asks = args.try_get_many::<String>("ask").ok().flatten();
    wanted.asks = asks.into_iter().flatten().cloned().collect();
    if let Some(typed) = text(args, "period") {
        let term = row.term(typed, &shell.cx(&book.directory, None));
        wanted.term = Some(term.map_err(|why| Failure::new(Code::Usage, why).of_flag("period"))?);
    }
    Ok(wanted)
}

/// About whom it is.
fn whom(shell: &Shell, book: &Book, of: Of, args: &ArgMatches) -> Result<Option<(Kind, Id)>, Failure> {
    let named = |kind: Kind| -> Result<Option<(Kind, Id)>, Failure> {
        let id = find::named(shell, book, kind, text(args, "whose").unwrap_or_default())?;
        Ok(Some((kind, id)))
    };
    match of {
        Of::Book => Ok(None),
        Of::Account => named(Kind::Account),
        Of::Colleague => named(Kind::Colleague),
        Of::Talk => {
            let typed = args.try_get_many::<String>("whom").ok().flatten();
            let typed: Vec<&str> = typed.into_iter().flatten().map(String::as_str).collect();
            Ok(Some(match brief::whose(shell, book, &typed)? {
                BriefOf::Account(id) => (Kind::Account, id),
                BriefOf::Person(id, _) => (Kind::Person, id),
                BriefOf::Meeting(id) => (Kind::Interaction, id),
            }))
        }
    }
}

/// The documents that were issued, the newest first.
fn list(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let book = shell.existing_book()?;
    let account = text(args, "account").map(|a| find::named(shell, &book, Kind::Account, a)).transpose()?;
    let mut rows = book.store.issued()?;
    rows.retain(|row| account.is_none() || row.account.as_ref().map(|(id, _)| *id) == account);
    if shell.json {
        shell.out.json(&rows.iter().map(object).collect());
    } else {
        shell.out.blocks(&report::list(&rows, &shell.cx(&book.directory, None)));
    }
    Ok(())
}

fn object(row: &IssuedRow) -> Json {
    json!({
        "id": row.id,
        "report": row.report.map(Choice::name),
        "account": row.account.as_ref().map(|(id, _)| id),
        "title": row.title,
        "day": row.day.map(|on| on.to_string()),
        "language": row.language,
    })
}

/// A document that was issued, as it was.
fn show(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let target = Target::of(args)?;
    let book = shell.existing_book()?;
    let id = number(args)?;
    let record = book.store.record(Kind::Issued, id)?;
    let of = record.any().downcast_ref::<Issued>().ok_or(Fault::Missing { kind: Kind::Issued, id })?;
    target.write(shell, &report::reopen(of)?)
}

fn remove(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    let id = number(args)?;
    book.store.record(Kind::Issued, id)?;
    let outcome = shell.perform(&mut book, Act::Delete(Kind::Issued, vec![id]))?;
    shell.tell(&outcome);
    Ok(())
}

fn number(args: &ArgMatches) -> Result<Id, Failure> {
    let typed = text(args, "number").unwrap_or_default();
    let none = || Failure::new(Code::Usage, Explain::new("handout-no-number").with("text", typed));
    typed.trim().trim_start_matches('#').parse().map_err(|_| none())
}
