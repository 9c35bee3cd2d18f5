//! Which person and which of their places is meant.
use clap::ArgMatches;

use crate::cli::failure::{Code, Failure};
use crate::cli::find;
use crate::cli::shell::{Book, Shell};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::Link;
use crate::domain::kind::Kind;
use crate::domain::person::Membership;

/// The person that an argument names.
pub fn person_named(shell: &Shell, book: &Book, args: &ArgMatches, name: &str) -> Result<Id, Failure> {
    find::named(shell, book, Kind::Person, args.get_one::<String>(name).map_or("", String::as_str))
}

/// The place of a person that is not over: at the client named by `at`, else the only one; `None` without any. Of several the
/// flag must say which.
pub fn only_place(
    shell: &Shell,
    book: &Book,
    person: Id,
    at: Option<&str>,
    flag: &str,
) -> Result<Option<Membership>, Failure> {
    let parts = book.store.parts(Kind::Person, person)?;
    let places = parts.iter().filter_map(|p| p.any().downcast_ref::<Membership>());
    let open: Vec<Membership> = places.filter(|m| m.left_on.is_none()).cloned().collect();
    let name =
        |m: &Membership| m.account.map_or_else(String::new, |a| book.directory.name(Kind::Account, a.0));
    let accounts = open.iter().map(name).collect::<Vec<_>>().join(", ");
    let who = || Explain::new("life-which-place").with("name", book.directory.name(Kind::Person, person));
    if let Some(at) = at {
        let account = find::named(shell, book, Kind::Account, at).map_err(|failure| failure.of_flag(flag))?;
        let there = open.into_iter().find(|m| m.account == Some(Link(account)));
        let none = || {
            let what = Explain::new(if accounts.is_empty() { "life-no-place" } else { "life-not-there" });
            let what = what.with("name", book.directory.name(Kind::Person, person));
            let what = what.with("account", book.directory.name(Kind::Account, account));
            Failure::new(Code::NotFound, what.with("accounts", &accounts)).of_flag(flag)
        };
        return there.map(Some).ok_or_else(none);
    }
    match open.as_slice() {
        [] => Ok(None),
        [one] => Ok(Some(one.clone())),
        _ => {
            let what = who().with("flag", flag).with("accounts", accounts);
            Err(Failure::new(Code::NotFound, what))
        }
    }
}
