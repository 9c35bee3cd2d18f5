//! What is asked and done about white space and competitors beside the commands of every kind of record.
use clap::ArgMatches;
use serde_json::{Value as Json, json};

use super::failure::{Code, Failure};
use super::find;
use super::json::score::score;
use super::json::{money, units};
use super::shell::{Book, Shell};
use crate::domain::Id;
use crate::domain::choice::{CellState, Choice, Unit};
use crate::domain::day::{days_between, plus_months};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::money::{Currency, Money};
use crate::domain::value::{FieldKind, Value};
use crate::domain::whitespace::{Cell, Chances, Place, expected, gap, knowledge, penetration, wallet};
use crate::lang::value::{Context, parse};
use crate::report::competitor::{ahead, radar};
use crate::report::score::Measure;
use crate::report::whitespace::{Axis, explain, grid, no_axis};
use crate::store::act::Act;
use crate::store::act::white::{Change, Set};
use crate::store::query::Scope;
use crate::store::query::whitespace::{CellRow, WhiteBook};

/// Months that the radar looks ahead.
const MONTHS: i32 = 18;

/// Prints the grid of an account, or of each key account.
pub fn print_grid(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let book = shell.existing_book()?;
    let axis = args.get_one::<String>("show").map_or(Ok(Axis::default()), |name| axis(name))?;
    let scope = scope(shell, &book, args)?;
    let white = book.store.white_space(scope, shell.today)?;
    let cx = shell.cx(&book.directory, scope);
    if shell.json {
        shell.out.json(&grid_json(&white, &cx));
    } else {
        let mut page = grid(&white, axis, &cx);
        for account in white.accounts.iter().filter(|_| args.get_flag("why")) {
            page.extend(explain(&account.name, &white.counted(account.id), white.chances, &cx));
        }
        shell.out.blocks(&page);
    }
    Ok(())
}

/// Prints the contracts of competitors that are about to end.
pub fn print_radar(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let book = shell.existing_book()?;
    let scope = scope(shell, &book, args)?;
    let months = args.get_one::<i32>("months").copied().unwrap_or(MONTHS);
    let days = days_between(shell.today, plus_months(shell.today, months));
    let white = book.store.white_space(scope, shell.today)?;
    let cx = shell.cx(&book.directory, scope);
    if shell.json {
        let found: Vec<Json> =
            ahead(&white, days, shell.today).into_iter().map(|row| cell_json(row, &white, &cx)).collect();
        shell.out.json(&json!({ "day": shell.today.to_string(), "months": months, "ends": found }));
    } else {
        shell.out.blocks(&radar(&white, days, &cx));
    }
    Ok(())
}

/// Says of one cell who serves it and what is spent there; the rest of it stays.
pub fn set(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    let text = |name: &str| args.get_one::<String>(name).map_or("", String::as_str);
    let named = |kind, name: &str| {
        find::named(shell, &book, kind, text(name)).map_err(|failure| failure.of_flag(name))
    };
    let account = named(Kind::Account, "account")?;
    let offering = named(Kind::Offering, "offering")?;
    let unit =
        if text("unit").is_empty() { None } else { Some(unit_of(shell, &book, account, text("unit"))?) };
    let place = Place { offering, account, unit };
    let sets = sets(shell, &book, account, args)?;
    if sets.is_empty() {
        return Err(Failure::new(Code::Usage, Explain::new("whitespace-set-what")));
    }
    let changes = sets.into_iter().map(|set| Change { place, set }).collect();
    let outcome = shell.perform(&mut book, Act::White(changes))?;
    shell.tell(&outcome);
    Ok(())
}

/// What the flags set, in an order in which each keeps what the one before has said.
fn sets(shell: &Shell, book: &Book, account: Id, args: &ArgMatches) -> Result<Vec<Set>, Failure> {
    let cx = shell.cx(&book.directory, Some(account));
    let value = |name: &str, kind: FieldKind| -> Result<Option<Value>, Failure> {
        let Some(text) = args.get_one::<String>(name) else { return Ok(None) };
        let refused = |why| Failure::new(Code::Usage, why).of_flag(name);
        parse(kind, text, &cx).map(Some).map_err(refused)
    };
    let mut sets = Vec::new();
    if args.get_flag("clear") {
        sets.push(Set::Clear);
    }
    if let Some(Value::Choice(name)) = value("state", FieldKind::Choice(CellState::SET))? {
        sets.extend(CellState::named(name).map(Set::State));
    }
    if let Some(name) = args.get_one::<String>("competitor") {
        let id = find::named(shell, book, Kind::Competitor, name).map_err(|f| f.of_flag("competitor"))?;
        sets.push(Set::Rival(Some(id)));
    }
    let amount = |value: Option<Value>| match value {
        Some(Value::Money(money)) => Some(Some(money)),
        Some(_) => Some(None),
        None => None,
    };
    sets.extend(amount(value("ours", FieldKind::Money)?).map(Set::Ours));
    sets.extend(amount(value("total", FieldKind::Money)?).map(Set::Total));
    match value("ends", FieldKind::Day)? {
        Some(Value::Day(day)) => sets.push(Set::Ends(Some(day))),
        Some(_) => sets.push(Set::Ends(None)),
        None => {}
    }
    Ok(sets)
}

/// The part of an account that a name means; parts of other accounts may be called the same.
fn unit_of(shell: &Shell, book: &Book, account: Id, text: &str) -> Result<Id, Failure> {
    let matching = book.directory.matching(Kind::Unit, text);
    let here: Vec<Id> =
        matching.iter().filter(|name| name.accounts.contains(&account)).map(|name| name.id).collect();
    match here.as_slice() {
        [one] => Ok(*one),
        _ => find::named(shell, book, Kind::Unit, text).map_err(|failure| failure.of_flag("unit")),
    }
}

fn scope(shell: &Shell, book: &Book, args: &ArgMatches) -> Result<Scope, Failure> {
    let account = args.get_one::<String>("account");
    account.map(|a| find::named(shell, book, Kind::Account, a)).transpose()
}

fn axis(name: &str) -> Result<Axis, Failure> {
    Axis::named(name).ok_or_else(|| Failure::new(Code::Usage, no_axis(name)))
}

fn grid_json(white: &WhiteBook, cx: &Context<'_>) -> Json {
    let offerings: Vec<Json> = white
        .offerings
        .iter()
        .map(|o| json!({ "id": o.id, "name": o.name, "family": o.family, "retired": o.retired }))
        .collect();
    let accounts: Vec<Json> = white
        .accounts
        .iter()
        .map(|account| {
            let cells: Vec<Json> = account.cells.iter().map(|row| cell_json(row, white, cx)).collect();
            json!({
                "id": account.id,
                "name": account.name,
                "scores": scores(&white.counted(account.id), white.chances, cx),
                "cells": cells,
            })
        })
        .collect();
    json!({ "day": cx.today.to_string(), "offerings": offerings, "accounts": accounts })
}

fn scores(cells: &[Cell], chances: Chances, cx: &Context<'_>) -> Json {
    let of = |found| score(&found, Measure::of_sums(cx), cx.words);
    json!({
        "gap": of(gap(cells)),
        "expected": of(expected(cells, chances)),
        "wallet": of(wallet(cells)),
        "penetration": of(penetration(cells)),
        "knowledge": of(knowledge(cells)),
    })
}

fn cell_json(row: &CellRow, white: &WhiteBook, cx: &Context<'_>) -> Json {
    let cell = &row.cell;
    let amount = |found: Option<Money>| found.map_or(Json::Null, money);
    let base: Currency = cx.directory.terms.currency;
    let gap = cell.gap().and_then(Result::ok).map(|gap| units(gap, Unit::Money, base));
    json!({
        "id": cell.id,
        "account": cell.place.account,
        "unit": cell.place.unit,
        "unit_name": cell.place.unit.map(|_| &cell.unit),
        "offering": cell.place.offering,
        "offering_name": cell.offering,
        "state": cell.state.name(),
        "ours": amount(row.ours),
        "total": amount(row.total),
        "gap": gap,
        "probability": cell.chance(white.chances),
        "competitor": cell.competitor,
        "competitor_name": cell.competitor.and_then(|id| white.rival(id)).map(|rival| &rival.name),
        "ends_on": cell.ends_on.map(|end| end.to_string()),
        "opportunities": row.sales.iter().map(|sale| sale.id).collect::<Vec<_>>(),
    })
}
