//! Plans in time: the chart, and bars moved.
use clap::ArgMatches;
use serde_json::{Value as Json, json};

use super::failure::{Code, Failure};
use super::find;
use super::shell::Shell;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::gantt::{Bar, Shift, State, Zoom};
use crate::domain::kind::Kind;
use crate::report::gantt::page;
use crate::report::gantt::rows::{Row, rows};
use crate::report::gantt::wanted::Wanted;
use crate::store::act::Act;
use crate::store::query::plans::Plans;

/// Prints the chart of the open plans of an account, or of all key accounts.
pub fn print(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let zoom = args.get_one::<String>("zoom").map_or(Ok(Zoom::default()), |name| zoom(name))?;
    let book = shell.existing_book()?;
    let account = args.get_one::<String>("account");
    let scope = account.map(|a| find::named(shell, &book, Kind::Account, a)).transpose()?;
    let plans = book.store.plans(scope, shell.today)?;
    let cx = shell.cx(&book.directory, scope);
    if shell.json {
        let (rows, _) = rows(&plans, &Wanted::whole(&plans), &cx);
        let rows: Vec<_> = rows.iter().filter_map(|row| written(row, &plans)).collect();
        shell.out.json(&json!({ "day": shell.today.to_string(), "rows": rows }));
    } else {
        shell.out.blocks(&page(&plans, zoom, shell.out.width(), &cx));
    }
    Ok(())
}

fn zoom(name: &str) -> Result<Zoom, Failure> {
    let unknown = || {
        let accepted = Zoom::ALL.map(Zoom::name).join(", ");
        Explain::new("gantt-no-zoom").with("text", name).with("accepted", accepted)
    };
    Zoom::named(name).ok_or_else(|| Failure::new(Code::Usage, unknown()))
}

/// A row: what it is, its days, how it stands, what it waits for. An account without a plan has none.
fn written(row: &Row, plans: &Plans) -> Option<Json> {
    let (kind, id) = row.of.subject(plans)?;
    let bar = row.bar.as_ref();
    let initiative = row.of.initiative(plans).filter(|_| kind == Kind::Initiative);
    let after = initiative.map(|one| one.initiative.after.iter().map(|link| link.0).collect::<Vec<_>>());
    Some(json!({
        "kind": kind.name(),
        "id": id,
        "name": row.name,
        "account": row.of.account(plans),
        "depth": row.depth,
        "from": bar.map(|bar| bar.span.from.to_string()),
        "to": bar.map(|bar| bar.span.to.to_string()),
        "progress": row.share.as_ref().and(bar).map(|bar| bar.done),
        "state": bar.map(state),
        "after": after.unwrap_or_default(),
    }))
}

const fn state(bar: &Bar) -> &'static str {
    match bar.state {
        State::Open => "open",
        State::Late => "late",
        State::Done => "done",
        State::Dropped => "dropped",
    }
}

/// Moves initiatives.
pub fn move_initiatives(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    moved(shell, Kind::Initiative, args.get_flag("end"), args)
}

/// Moves milestones.
pub fn move_milestones(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    moved(shell, Kind::Milestone, false, args)
}

/// Moves what is open of objectives.
pub fn move_objectives(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    moved(shell, Kind::Objective, false, args)
}

fn moved(shell: &Shell, kind: Kind, end: bool, args: &ArgMatches) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    let days = |name: &str| args.get_one::<i64>(name).copied();
    let days = days("days").or_else(|| days("weeks").map(|weeks| weeks * 7)).unwrap_or(0);
    let mut bars: Vec<(Kind, Id)> = Vec::new();
    for text in args.get_many::<String>("which").into_iter().flatten() {
        bars.push((kind, find::record(shell, &book, kind, text)?));
    }
    let shift = if end { Shift::End(days) } else { Shift::Whole(days) };
    let outcome = shell.perform(&mut book, Act::Reschedule(bars, shift))?;
    if shell.json {
        let moved = outcome.touched.iter().map(|(kind, id)| json!({ "kind": kind.name(), "id": id }));
        shell.out.json(&json!({ "entry": outcome.entry, "moved": moved.collect::<Vec<_>>() }));
    } else {
        shell.tell(&outcome);
    }
    Ok(())
}
