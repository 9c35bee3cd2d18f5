//! `person move`: somebody works for another client now.
use clap::ArgMatches;

use super::place::{only_place, person_named};
use crate::cli::failure::Failure;
use crate::cli::find;
use crate::cli::shell::Shell;
use crate::domain::field::{Link, Record};
use crate::domain::kind::Kind;
use crate::domain::person::Membership;
use crate::domain::value::FieldKind;
use crate::lang::value::parse;
use crate::store::act::Act;

/// Moves a person to another client on the day of the command.
pub fn relocate(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    let person = person_named(shell, &book, args, "which")?;
    let text = |name: &str| args.get_one::<String>(name).map(String::as_str);
    let to = find::named(shell, &book, Kind::Account, text("to").unwrap_or_default())
        .map_err(|failure| failure.of_flag("to"))?;
    let from = only_place(shell, &book, person, text("from"), "from")?;
    let mut place = Membership {
        person: Some(Link(person)),
        account: Some(Link(to)),
        title: text("title").unwrap_or_default().to_owned(),
        since: Some(shell.today),
        ..Membership::default()
    };
    if !args.get_flag("forget-stance") {
        place.stance = from.as_ref().and_then(|old| old.stance);
    }
    if let Some(unit) = text("unit") {
        let cx = shell.cx(&book.directory, Some(to));
        let unit = parse(FieldKind::Link(Kind::Unit), unit, &cx);
        place.set("unit", unit.map_err(|e| Failure::from(e).of_flag("unit"))?)?;
    }
    place.title = crate::domain::text::clean_line(&place.title);
    let from = from.map(|old| old.head.id);
    let outcome = shell.perform(&mut book, Act::Move(from, Box::new(place)))?;
    shell.tell(&outcome);
    Ok(())
}
