//! How a figure is made: what `=` shows on the screen.
use clap::ArgMatches;
use serde_json::{Value as Json, json};

use super::failure::{Code, Failure};
use super::json::score::score;
use super::kpi::{self, json as kpi_json};
use super::scorecard::health_json;
use super::shell::{Book, Shell};
use super::{find, json as as_json};
use crate::domain::coverage::coverage;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::scorecard::why::{why_cell, why_headline, why_landing};
use crate::lang::period;
use crate::report::health::{health, indicator as whole, leading, measure_of};
use crate::report::indicator::origins;
use crate::report::score::{Measure, blocks};
use crate::report::{Block, strength};
use crate::store::query::health::member;
use crate::store::query::log::{Filter, LogQuery};
use crate::store::query::people::PersonRow;
use crate::store::query::scorecard::Indicator;

/// The kinds that have a figure to explain, as their words are accepted.
const ACCEPTED: &str = "account NAME, kpi ACCOUNT KPI [PERIOD], person NAME";

/// Explains the figure that the words name: `account arce`, `kpi arce revenue oct`, `person ana`.
pub fn explain(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let book = shell.existing_book()?;
    let typed: Vec<&str> =
        args.get_many::<String>("what").into_iter().flatten().map(String::as_str).collect();
    let (first, rest) = find::of_kind(&typed);
    let what = || Explain::new("cli-explain-what").with("text", typed.join(" ")).with("accepted", ACCEPTED);
    let refuse = || Failure::new(Code::Usage, what());
    match find::kind(first).filter(|_| !rest.is_empty()).ok_or_else(refuse)? {
        Kind::Account => account(shell, &book, &rest.join(" ")),
        Kind::Person => person(shell, &book, &rest.join(" ")),
        Kind::Kpi => indicator(shell, &book, &rest),
        _ => Err(refuse()),
    }
}

/// The health of an account.
fn account(shell: &Shell, book: &Book, name: &str) -> Result<(), Failure> {
    let id = find::named(shell, book, Kind::Account, name)?;
    let found = book.store.checkup(id, shell.today)?.health;
    let cx = shell.cx(&book.directory, Some(id));
    let name = book.directory.name(Kind::Account, id);
    if shell.json {
        let object = health_json(&found, Measure::of_sums(&cx), shell);
        shell.out.json(&json!({ "kind": "account", "id": id, "name": name, "health": object }));
    } else {
        shell.out.blocks(&health(&found, &name, &cx));
    }
    Ok(())
}

/// The headline of an indicator and its landing; with a period that cell.
fn indicator(shell: &Shell, book: &Book, typed: &[&str]) -> Result<(), Failure> {
    let read = |text: &str| period::parse(text, book.directory.terms.year, shell.today);
    let (which, at) = match typed {
        [account, name, at] => {
            let unreadable = || Explain::new("value-period-unreadable").with("text", at);
            (vec![*account, *name], Some(read(at).ok_or_else(unreadable)?))
        }
        [name, at] if read(at).is_some() && kpi::which(shell, book, &[name, at]).is_err() => {
            (vec![*name], read(at))
        }
        names => (names.to_vec(), None),
    };
    let id = kpi::which(shell, book, &which)?;
    let retired = || Failure::new(Code::Failed, Explain::new("cli-kpi-retired").with("id", id));
    let one = kpi::indicator(shell, book, id)?.ok_or_else(retired)?;
    if let Some(at) = at {
        return cell(shell, book, &one, at);
    }
    headline(shell, book, &one);
    Ok(())
}

fn headline(shell: &Shell, book: &Book, one: &Indicator) {
    if !shell.json {
        shell.out.blocks(&whole(one, &shell.cx(&book.directory, None)));
        return;
    }
    let (id, measure) = (one.figures.kpi.head.id, measure_of(one));
    let made = |found| score(&leading(found, id), measure, &shell.words);
    shell.out.json(&json!({
        "kind": "kpi",
        "id": id,
        "name": one.figures.kpi.name,
        "headline": made(why_headline(&one.series, shell.today)),
        "landing": one.standing.landing.as_ref().ok().map(|landing| made(why_landing(landing))),
        "standing": kpi_json::indicator(one, shell),
    }));
}

fn cell(shell: &Shell, book: &Book, one: &Indicator, at: Period) -> Result<(), Failure> {
    let id = one.figures.kpi.head.id;
    let (actual, target) = book.store.entered(id, at)?;
    let found = leading(why_cell(&one.series, at, shell.today), id);
    let measure = measure_of(one);
    if shell.json {
        let cells = [(at, actual, target)];
        shell.out.json(&json!({
            "kind": "kpi",
            "id": id,
            "name": one.figures.kpi.name,
            "period": at.to_string(),
            "score": score(&found, measure, &shell.words),
            "cell": kpi_json::periods(one, &cells, shell).get(0),
        }));
        return Ok(());
    }
    let cx = shell.cx(&book.directory, None);
    let account = one.figures.account.clone().unwrap_or_else(|| cx.words.get("indicator-portfolio"));
    let of = period::show_long(at, one.series.year, cx.words);
    let title = format!("{} · {account} · {of}", one.figures.kpi.name);
    let mut page = blocks(&title, &found, measure, &cx);
    page.extend(origins(&[("indicator-actual", actual), ("indicator-target", target)], &cx));
    shell.out.blocks(&page);
    Ok(())
}

/// How strong the relationship with a person is, how they stand against their cadence, and their part in the coverage of
/// each account.
fn person(shell: &Shell, book: &Book, name: &str) -> Result<(), Failure> {
    let id = find::named(shell, book, Kind::Person, name)?;
    let rows = book.store.people_of(id, shell.today)?;
    let open = || rows.iter().filter(|r| r.left_on.is_none());
    let cx = shell.cx(&book.directory, None);
    let mut coverages = Vec::new();
    for account in open().filter_map(|r| r.account) {
        let people = book.store.people(Some(account), shell.today)?;
        let members: Vec<_> = people.iter().filter(|p| p.is_active()).map(member).collect();
        coverages.push((account, coverage(&members)));
    }
    if shell.json {
        let made = coverages.iter().map(|(account, found)| {
            json!({ "account": account, "score": score(found, Measure::of_sums(&cx), cx.words) })
        });
        shell.out.json(&json!({
            "kind": "person",
            "id": id,
            "name": book.directory.name(Kind::Person, id),
            "places": rows.iter().map(place_json).collect::<Vec<_>>(),
            "coverage": made.collect::<Vec<_>>(),
        }));
        return Ok(());
    }
    let filter = Filter { with: vec![id], ..Filter::default() };
    let log = book.store.log(&LogQuery { filter, limit: 10, ..LogQuery::default() })?.rows;
    let mut page = Vec::new();
    if let Some(row) = rows.first() {
        page.extend(strength::explain(row, &log.iter().collect::<Vec<_>>(), &cx));
    }
    for row in open().filter(|r| r.account.is_some()) {
        page.push(Block::heading(row.account_name.clone()));
        page.push(Block::Figures(strength::place(row, &cx)));
    }
    for (account, found) in coverages {
        let name = book.directory.name(Kind::Account, account);
        let title = cx.words.with("cli-explain-coverage", &[("name", &name)]);
        page.extend(blocks(&title, &found, Measure::of_sums(&cx), &cx));
    }
    shell.out.blocks(&page);
    Ok(())
}

fn place_json(row: &PersonRow) -> Json {
    let s = &row.strength;
    json!({
        "account": row.account,
        "strength": as_json::share(s.score),
        "parts": {
            "recency": as_json::share(s.r),
            "frequency": as_json::share(s.f),
            "depth": as_json::share(s.d),
            "two_way": as_json::share(s.t),
        },
        "last_contact": row.last.map(|d| d.to_string()),
        "cadence": row.cadence,
        "weight": row.weight.w,
        "weight_assumed": row.weight.assumed,
        "left_on": row.left_on.map(|d| d.to_string()),
    })
}
