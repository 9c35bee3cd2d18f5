//! One screen before a meeting: of an account, a person or a planned meeting.
mod json;

use clap::ArgMatches;

use super::failure::{Code, Failure};
use super::find;
use super::shell::{Book, Shell};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::text::fold;
use crate::report::brief::brief as blocks;
use crate::store::query::brief::BriefOf;

/// Prints the brief of whom the words name.
pub fn brief(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let book = shell.existing_book()?;
    let typed: Vec<&str> =
        args.get_many::<String>("whose").into_iter().flatten().map(String::as_str).collect();
    let of = whose(shell, &book, &typed)?;
    let found = book.store.brief(of, shell.today)?;
    let scope = found.page.as_ref().map(|p| p.account.head.id);
    let cx = shell.cx(&book.directory, scope);
    if shell.json {
        shell.out.json(&json::brief(&found, shell, &cx));
    } else {
        shell.out.blocks(&blocks(&found, &cx));
    }
    Ok(())
}

/// A kind with a name, the number of a meeting, or a name: of an account, of a person, of what is planned, whichever has it.
pub fn whose(shell: &Shell, book: &Book, typed: &[&str]) -> Result<BriefOf, Failure> {
    let (first, rest) = find::of_kind(typed);
    if let Some(kind) = find::kind(first).filter(|_| !rest.is_empty()) {
        return of_kind(shell, book, kind, &rest.join(" "), typed);
    }
    let text = typed.join(" ");
    if let Ok(id) = text.trim().trim_start_matches('#').parse::<Id>() {
        return meeting(book, id);
    }
    let account = find::named(shell, book, Kind::Account, &text);
    let person = find::named(shell, book, Kind::Person, &text);
    let exact = |kind, id| fold(&book.directory.name(kind, id)) == fold(text.trim());
    match (account, person) {
        (Ok(_), Ok(person)) if exact(Kind::Person, person) => Ok(BriefOf::Person(person, None)),
        (Ok(account), _) => Ok(BriefOf::Account(account)),
        (Err(_), Ok(person)) => Ok(BriefOf::Person(person, None)),
        // Several fit: whoever has to choose is told among whom, before a meeting is looked for.
        (Err(several), _) | (_, Err(several)) if is_ambiguous(&several) => Err(several),
        (Err(_), Err(_)) => find::meeting(book, &text)
            .map(BriefOf::Meeting)
            .map_err(|none| if is_ambiguous(&none) { none } else { nobody(&text) }),
    }
}

fn of_kind(shell: &Shell, book: &Book, kind: Kind, name: &str, typed: &[&str]) -> Result<BriefOf, Failure> {
    match kind {
        Kind::Account => Ok(BriefOf::Account(find::named(shell, book, kind, name)?)),
        Kind::Person => Ok(BriefOf::Person(find::named(shell, book, kind, name)?, None)),
        Kind::Interaction => match name.trim().trim_start_matches('#').parse::<Id>() {
            Ok(id) => meeting(book, id),
            Err(_) => Ok(BriefOf::Meeting(find::meeting(book, name)?)),
        },
        _ => Err(nobody(&typed.join(" "))),
    }
}

fn meeting(book: &Book, id: Id) -> Result<BriefOf, Failure> {
    if book.store.log_row(id)?.planned {
        return Ok(BriefOf::Meeting(id));
    }
    Err(Failure::new(Code::Usage, Explain::new("cli-brief-held").with("id", id)))
}

fn is_ambiguous(failure: &Failure) -> bool {
    failure.what.as_ref().is_some_and(|what| what.key.ends_with("-ambiguous"))
}

fn nobody(text: &str) -> Failure {
    Failure::new(Code::NotFound, Explain::new("cli-brief-nobody").with("text", text))
}
