//! `person leave`: somebody has left a client.
use clap::ArgMatches;

use super::place::{only_place, person_named};
use crate::cli::failure::{Code, Failure};
use crate::cli::find;
use crate::cli::shell::{Book, Shell};
use crate::command::keymap::distance;
use crate::domain::explain::Explain;
use crate::domain::field::Link;
use crate::domain::kind::Kind;
use crate::domain::person::Membership;
use crate::domain::text::clean_line;
use crate::domain::twins::name::key;
use crate::report::people::merging::face;
use crate::store::act::Act;
use crate::store::act::leave::Successor;

/// Ends the place of a person on the day of the command.
pub fn leave(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    let person = person_named(shell, &book, args, "which")?;
    let text = |name: &str| args.get_one::<String>(name).map(String::as_str);
    let place = only_place(shell, &book, person, text("account"), "account")?;
    let Some(place) = place else {
        let name = book.directory.name(Kind::Person, person);
        return Err(Failure::new(Code::NotFound, Explain::new("life-nowhere").with("name", name)));
    };
    let successor = text("successor").map(|name| successor(shell, &book, name)).transpose()?;
    if let Some(Successor::New(name)) = &successor
        && !args.get_flag("new")
    {
        nobody_like(&book, name, &place)?;
    }
    let outcome = shell.perform(&mut book, Act::Leave(place.head.id, shell.today, successor))?;
    shell.tell(&outcome);
    Ok(())
}

/// Refuses a new name that may be that of somebody of the client, by what tells people again or by a slip of the fingers.
fn nobody_like(book: &Book, name: &str, place: &Membership) -> Result<(), Failure> {
    let (Some(Link(person)), Some(Link(account))) = (place.person, place.account) else { return Ok(()) };
    let mut like: Vec<String> = Vec::new();
    for found in book.store.alike(name, account)?.into_iter().filter(|f| f.id != person) {
        like.push(face(&found));
    }
    let wanted = key(name);
    let slips = if wanted.chars().count() < 10 { 1 } else { 2 };
    let there = book.directory.of(Kind::Person).filter(|n| n.id != person && n.accounts.contains(&account));
    for near in there.filter(|n| distance(&wanted, &key(&n.name)) <= slips) {
        let shown = format!("{} #{}", near.name, near.id);
        if !like.iter().any(|l| l.starts_with(&shown)) {
            like.push(shown);
        }
    }
    if like.is_empty() {
        return Ok(());
    }
    let what = Explain::new("life-like-successor").with("name", name).with("candidates", like.join("; "));
    Err(Failure::new(Code::NotFound, what).of_flag("successor"))
}

/// Somebody of the book; a name that nobody has is somebody new.
fn successor(shell: &Shell, book: &Book, text: &str) -> Result<Successor, Failure> {
    let number = text.trim().trim_start_matches('#').parse::<i64>().is_ok();
    match find::named(shell, book, Kind::Person, text) {
        Ok(id) => Ok(Successor::Known(id)),
        Err(failure) if failure.is_nothing() && !number && !clean_line(text).is_empty() => {
            Ok(Successor::New(clean_line(text)))
        }
        Err(failure) => Err(failure.of_flag("successor")),
    }
}
