//! New and changed records. A person and their place at an account are one command, as they are one form.
use clap::ArgMatches;

use super::fields::{Given, given, scope, set};
use super::{meant, tell_saved};
use crate::cli::failure::{Code, Failure};
use crate::cli::shell::{Book, Shell};
use crate::cli::{catalogue, tree};
use crate::domain::Id;
use crate::domain::decision::is_audience;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::store::act::Act;

/// Adds a record of the kind.
pub fn add(shell: &Shell, kind: Kind, args: &ArgMatches) -> Result<(), Failure> {
    let mut book = shell.book()?;
    let given = given(kind, args);
    let mut record: Box<dyn Record> = match catalogue::begun(shell, args)? {
        Some(kpi) => Box::new(kpi),
        None => kind.blank(),
    };
    let here = scope(record.as_ref(), &given, shell, &book)?;
    set(record.as_mut(), &given, shell, &book, here)?;
    complete(record.as_mut(), shell)?;
    at_their_account(record.as_mut(), &book)?;
    let mut parts = vec![record];
    if given.iter().any(|g| g.kind != kind) {
        parts.push(place(Kind::Membership.blank(), &given, shell, &book)?);
    }
    // Whom it concerns was said, be it nobody.
    let said = kind == Kind::Decision && given.iter().any(|g| is_audience(g.spec.name));
    let outcome = shell.perform(&mut book, if said { Act::Decide(parts) } else { Act::Save(parts) })?;
    let id = outcome.touched.iter().find(|(k, _)| *k == kind).map_or(0, |(_, id)| *id);
    tell_saved(shell, &book, kind, id, &outcome)
}

/// What follows from the rest when nothing was said: a promise is ours, a problem was opened and a satisfaction said today, an
/// interaction is a note of today, and what lies ahead is planned.
fn complete(record: &mut dyn Record, shell: &Shell) -> Result<(), Failure> {
    match record.kind() {
        Kind::Commitment if record.get("side").is_empty() => record.set("side", Value::Choice("ours"))?,
        Kind::Interaction => {
            if record.get("channel").is_empty() {
                record.set("channel", Value::Choice("note"))?;
            }
            if record.get("day").is_empty() {
                record.set("day", Value::Day(shell.today))?;
            }
            if matches!(record.get("day"), Value::Day(day) if day > shell.today) {
                record.set("planned", Value::Flag(true))?;
            }
        }
        _ => {}
    }
    begin(record, shell)
}

/// A record that must have the day with which it begins has today's: what is written down mostly happened today.
fn begin(record: &mut dyn Record, shell: &Shell) -> Result<(), Failure> {
    let begins = record.kind().row().begins.filter(|field| record.get(field).is_empty());
    let required = |name: &&str| record.kind().specs().iter().any(|s| s.name == *name && s.required);
    if let Some(field) = begins.filter(required) {
        record.set(field, Value::Day(shell.today))?;
    }
    Ok(())
}

/// Where two people sway each other goes without saying if they have one account in common.
fn at_their_account(record: &mut dyn Record, book: &Book) -> Result<(), Failure> {
    if record.kind() != Kind::Influence || !record.get("account").is_empty() {
        return Ok(());
    }
    let of = |field| match record.get(field) {
        Value::Link(id) => book.directory.get(Kind::Person, id).map(|name| name.accounts.clone()),
        _ => None,
    };
    let (Some(one), Some(other)) = (of("person"), of("sways")) else { return Ok(()) };
    let common: Vec<Id> = one.into_iter().filter(|account| other.contains(account)).collect();
    if let [account] = common.as_slice() {
        record.set("account", Value::Link(*account))?;
    }
    Ok(())
}

/// A membership with what was given for it.
fn place(
    mut membership: Box<dyn Record>,
    given: &[Given],
    shell: &Shell,
    book: &Book,
) -> Result<Box<dyn Record>, Failure> {
    let account = scope(membership.as_ref(), given, shell, book)?;
    set(membership.as_mut(), given, shell, book, account)?;
    Ok(membership)
}

/// Changes the fields of a record that were given.
pub fn edit(shell: &Shell, kind: Kind, which: &[&str], args: &ArgMatches) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    let given = given(kind, args);
    if given.is_empty() {
        let flag = tree::flag_fields(kind).first().map(|(_, s)| tree::flag(s)).unwrap_or_default();
        return Err(Failure::new(Code::Usage, Explain::new("cli-no-fields").with("flag", flag)));
    }
    let id = meant(shell, &book, kind, which)?;
    let mut parts = book.store.parts(kind, id)?;
    let memberships = parts.split_off(1);
    let Some(mut record) = parts.pop() else { return Ok(()) };
    let here = scope(record.as_ref(), &given, shell, &book)?;
    set(record.as_mut(), &given, shell, &book, here)?;
    let mut changed = vec![record];
    if given.iter().any(|g| g.kind != kind) {
        let membership = membership_meant(memberships, &given, shell, &book, id)?;
        changed.push(place(membership, &given, shell, &book)?);
    }
    let outcome = shell.perform(&mut book, Act::Save(changed))?;
    tell_saved(shell, &book, kind, id, &outcome)
}

/// The place that is meant: at the account that was given (a new one if there is none there), else the only one.
fn membership_meant(
    memberships: Vec<Box<dyn Record>>,
    given: &[Given],
    shell: &Shell,
    book: &Book,
    person: Id,
) -> Result<Box<dyn Record>, Failure> {
    let name = book.directory.name(Kind::Person, person);
    let new = || -> Result<Box<dyn Record>, Failure> {
        let mut membership = Kind::Membership.blank();
        membership.set("person", Value::Link(person))?;
        Ok(membership)
    };
    let wanted = scope(new()?.as_ref(), given, shell, book)?;
    if let Some(account) = wanted {
        // One that is not over comes first: the store gives them in that order.
        let here = memberships.into_iter().find(|m| m.get("account") == Value::Link(account));
        return here.map_or_else(new, Ok);
    }
    let (mut open, over): (Vec<_>, Vec<_>) =
        memberships.into_iter().partition(|m| m.get("left_on").is_empty());
    if open.is_empty() {
        open = over;
    }
    if open.len() > 1 {
        let accounts = open.iter().filter_map(|m| match m.get("account") {
            Value::Link(id) => Some(book.directory.name(Kind::Account, id)),
            _ => None,
        });
        let accounts = accounts.collect::<Vec<_>>().join(", ");
        let what = Explain::new("cli-which-place").with("name", name).with("accounts", accounts);
        return Err(Failure::new(Code::NotFound, what));
    }
    let none = || Failure::new(Code::Usage, Explain::new("cli-no-place").with("name", name));
    open.pop().ok_or_else(none)
}
