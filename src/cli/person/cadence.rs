//! How often people are contacted, set for many at once: by role, or by name.
use clap::ArgMatches;

use crate::cli::failure::{Code, Failure};
use crate::cli::find;
use crate::cli::shell::{Book, Shell};
use crate::domain::Id;
use crate::domain::choice::{BuyingRole, Choice};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::text::fold;
use crate::domain::value::{FieldKind, Value};
use crate::lang::value::parse;
use crate::lang::{Lang, Words};
use crate::store::act::{Act, Setting};
use crate::store::query::Scope;
use crate::store::query::people::PersonRow;

/// The people, each with their place.
type Places = Vec<(Id, Option<Id>)>;

/// Sets the days between contacts of everybody who holds a role, or of the people named; in one act.
pub fn cadence(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    let days = days(args.get_one::<String>("days").map_or("", String::as_str), shell, &book)?;
    let account = args.get_one::<String>("account");
    let scope = account.map(|a| find::named(shell, &book, Kind::Account, a)).transpose()?;
    let names: Vec<_> = args.get_many::<String>("person").into_iter().flatten().collect();
    let places = match args.get_one::<String>("role") {
        Some(role) => of_role(role, scope, shell, &book)?,
        None if names.is_empty() => return Err(Failure::new(Code::Usage, Explain::new("due-set-who"))),
        None => {
            let mut places = Places::new();
            for name in names {
                places.extend(of_person(name, scope, shell, &book)?);
            }
            places
        }
    };
    let outcome = shell.perform(&mut book, Act::SetAll(places, Setting::Cadence(days)))?;
    shell.tell(&outcome);
    Ok(())
}

/// A number of days; the word for “role” in either language is that of the roles again.
fn days(text: &str, shell: &Shell, book: &Book) -> Result<Option<i64>, Failure> {
    let wanted = fold(text.trim());
    let by_role = |lang| fold(&Words::new(lang).get("due-set-role")) == wanted;
    if Lang::ALL.into_iter().any(by_role) {
        return Ok(None);
    }
    let spec = Kind::Membership.specs().into_iter().find(|s| s.name == "cadence");
    let kind = spec.map_or(FieldKind::Count(1, 999), |s| s.kind);
    let value = parse(kind, text, &shell.cx(&book.directory, None));
    match value.map_err(|why| Failure::new(Code::Usage, why).of_flag("days"))? {
        Value::Number(days) => Ok(Some(days)),
        _ => Ok(None),
    }
}

/// Everybody of the scope who holds that role and has not left.
fn of_role(text: &str, scope: Scope, shell: &Shell, book: &Book) -> Result<Places, Failure> {
    let kind = FieldKind::Choice(BuyingRole::SET);
    let value = parse(kind, text, &shell.cx(&book.directory, scope));
    let value = value.map_err(|why| Failure::new(Code::Usage, why).of_flag("role"))?;
    let role = if let Value::Choice(name) = value { BuyingRole::named(name) } else { None };
    let rows = book.store.people(scope, shell.today)?;
    let holds = |row: &&PersonRow| row.is_active() && role.is_some_and(|r| row.roles.contains(&r));
    let places: Places = rows.iter().filter(holds).map(|row| (row.person, row.membership)).collect();
    if places.is_empty() {
        let nobody = match scope {
            Some(id) => {
                Explain::new("due-set-nobody").with("account", book.directory.name(Kind::Account, id))
            }
            None => Explain::new("due-set-nobody-at-all"),
        };
        return Err(Failure::new(Code::NotFound, nobody));
    }
    Ok(places)
}

/// The places of a person that are not over, at that account or at all.
fn of_person(text: &str, scope: Scope, shell: &Shell, book: &Book) -> Result<Places, Failure> {
    let person = find::named(shell, book, Kind::Person, text)?;
    let rows = book.store.people_of(person, shell.today)?;
    let here =
        |row: &&PersonRow| row.left_on.is_none() && row.account.is_some_and(|a| scope.is_none_or(|s| s == a));
    let places: Places = rows.iter().filter(here).map(|row| (person, row.membership)).collect();
    if places.is_empty() {
        let name = book.directory.name(Kind::Person, person);
        let none = match scope {
            Some(id) => {
                Explain::new("due-set-no-place").with("account", book.directory.name(Kind::Account, id))
            }
            None => Explain::new("due-set-no-place-at-all"),
        };
        return Err(Failure::new(Code::NotFound, none.with("name", name)));
    }
    Ok(places)
}
