//! What is asked and done about plans beside the commands of every kind of record.
pub mod json;

use clap::ArgMatches;

use super::failure::Failure;
use super::find;
use super::shell::{Book, Shell};
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::domain::value::{FieldKind, Value};
use crate::lang::value::{Context, parse};
use crate::report::Block;
use crate::report::plan::{overview, page, tree as drawn};
use crate::store::act::Act;

/// Prints the open plans of the key accounts, or of one account, as trees.
pub fn tree(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let book = shell.existing_book()?;
    let account = args.get_one::<String>("account");
    let scope = account.map(|a| find::named(shell, &book, Kind::Account, a)).transpose()?;
    let plans = book.store.plans(scope, shell.today)?;
    if shell.json {
        shell.out.json(&json::plans(&plans, shell.today));
    } else {
        shell.out.blocks(&overview(&plans, &shell.cx(&book.directory, scope)));
    }
    Ok(())
}

/// A plan whole: its page, then its tree.
pub fn blocks(book: &Book, id: Id, cx: &Context<'_>) -> Result<Vec<Block>, Failure> {
    let row = book.store.plan(id, cx.today)?;
    let mut blocks = page(&row, cx);
    blocks.extend(drawn::tree(&row, cx));
    Ok(blocks)
}

/// The plan that is meant: by number or name, or the last open one of the account of that name.
pub fn which(shell: &Shell, book: &Book, text: &str) -> Result<Id, Failure> {
    find::record(shell, book, Kind::Plan, text).or_else(|failure| {
        let Ok(account) = find::named(shell, book, Kind::Account, text) else { return Err(failure) };
        let plans = book.store.plans(Some(account), shell.today)?.plans;
        plans.iter().rev().find(|p| p.plan.is_open()).map(|p| p.plan.head.id).ok_or(failure)
    })
}

/// Carries a plan forward; says what came of it, or shows the new plan as JSON.
pub fn copy(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    let plan = which(shell, &book, args.get_one::<String>("which").map_or("", String::as_str))?;
    let start = match args.get_one::<String>("start") {
        None => None,
        Some(text) => match parse(FieldKind::Day, text, &shell.cx(&book.directory, None)) {
            Ok(Value::Day(day)) => Some(day),
            Ok(_) => None,
            Err(why) => return Err(Failure::from(why).of_flag("start")),
        },
    };
    let outcome = shell.perform(&mut book, Act::CopyPlan(plan, start))?;
    match outcome.touched.first() {
        Some((Kind::Plan, id)) if shell.json => {
            shell.out.json(&json::plan(&book.store.plan(*id, shell.today)?, shell.today));
        }
        _ => shell.tell(&outcome),
    }
    Ok(())
}

/// Milestones reached today, or open again.
pub fn milestone_done(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    achieved(shell, Kind::Milestone, args)
}

/// Initiatives finished today, or open again.
pub fn initiative_done(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    achieved(shell, Kind::Initiative, args)
}

/// Objectives reached, or open again.
pub fn objective_done(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    achieved(shell, Kind::Objective, args)
}

fn achieved(shell: &Shell, kind: Kind, args: &ArgMatches) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    let typed = args.get_many::<String>("which").into_iter().flatten();
    let part = |text: &String| Ok((kind, find::record(shell, &book, kind, text)?));
    let parts = typed.map(part).collect::<Result<Vec<_>, Failure>>()?;
    let outcome = shell.perform(&mut book, Act::Achieved(parts))?;
    shell.tell(&outcome);
    Ok(())
}

/// Promises hang on an initiative from now on, or on none.
pub fn attach(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    let typed = args.get_many::<String>("promises").into_iter().flatten();
    let promises = typed.map(|text| find::commitment(&book, text, false)).collect::<Result<Vec<_>, _>>()?;
    let to = args.get_one::<String>("to");
    let to = to.map(|text| find::record(shell, &book, Kind::Initiative, text)).transpose();
    let to = to.map_err(|failure| failure.of_flag("to"))?;
    let outcome = shell.perform(&mut book, Act::Attach(promises, to))?;
    shell.tell(&outcome);
    Ok(())
}
