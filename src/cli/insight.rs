//! An insight becomes a possible sale or an initiative: what `x` does on the screen.
use clap::ArgMatches;

use super::failure::{Code, Failure};
use super::find;
use super::shell::{Book, Shell};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::store::act::Act;
use crate::store::act::become_of::Became;

/// Makes an insight an opportunity at its account; one about no client in particular needs `--account`.
pub fn opportunity(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    let id = meant(shell, &book, args)?;
    let named = |text: &String| find::named(shell, &book, Kind::Account, text);
    let named = args.get_one::<String>("account").map(named).transpose();
    let account = if let Some(account) = named.map_err(|failure| failure.of_flag("account"))? {
        account
    } else {
        let Value::Link(account) = book.store.record(Kind::Insight, id)?.get("account") else {
            let why = Explain::new("growth-insights-cli-whose");
            return Err(Failure::new(Code::Usage, why).of_flag("account"));
        };
        account
    };
    perform(shell, &mut book, id, Became::Opportunity(account))
}

/// Makes an insight an initiative of an objective.
pub fn initiative(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    let id = meant(shell, &book, args)?;
    let objective = args.get_one::<String>("objective").map_or("", String::as_str);
    let objective = find::record(shell, &book, Kind::Objective, objective);
    let objective = objective.map_err(|failure| failure.of_flag("objective"))?;
    perform(shell, &mut book, id, Became::Initiative(objective))
}

fn meant(shell: &Shell, book: &Book, args: &ArgMatches) -> Result<Id, Failure> {
    find::record(shell, book, Kind::Insight, args.get_one::<String>("which").map_or("", String::as_str))
}

fn perform(shell: &Shell, book: &mut Book, insight: Id, became: Became) -> Result<(), Failure> {
    let outcome = shell.perform(book, Act::BecomeOf(insight, became))?;
    shell.tell(&outcome);
    Ok(())
}
