//! `person leave`: somebody has left a client.
use clap::ArgMatches;

use super::place::{only_place, person_named};
use crate::cli::failure::{Code, Failure};
use crate::cli::find;
use crate::cli::shell::{Book, Shell};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::text::clean_line;
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
    let outcome = shell.perform(&mut book, Act::Leave(place.head.id, shell.today, successor))?;
    shell.tell(&outcome);
    Ok(())
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
