//! Files into the book, and the whole book into a file.
use std::path::PathBuf;

use clap::ArgMatches;
use serde_json::json;

use super::choose;
use super::dedupe;
use super::failure::{Code, Failure};
use super::kind;
use super::out::Out;
use super::shell::{Book, Shell};
use super::watch::Watcher;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::period::CompanyYear;
use crate::exchange::dedupe::Dedupe;
use crate::exchange::figures::{Asked, State};
use crate::exchange::options::{OfFigures, Times};
use crate::exchange::plan::Action;
use crate::exchange::{self, Options, Plan};
use crate::lang::figure::Mark;
use crate::report::plain::one_line;
use crate::store::act::Act;

/// Reads files into the book as one act; with `--dry-run` only says what would be done.
pub fn import(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let files: Vec<PathBuf> = args.get_many("files").into_iter().flatten().cloned().collect();
    let maps: Vec<String> = args.get_many("map").into_iter().flatten().cloned().collect();
    let usage = |what| Failure::new(Code::Usage, what);
    let kind = args.get_one::<String>("kind").map(|text| kind::named(text, &Kind::ALL)).transpose()?;
    let options = Options::new(kind, &maps)
        .map_err(usage)?
        .with_figures(of_figures(args)?)
        .with_times(times(shell, args)?);
    let mut book = shell.book()?;
    let cx = shell.cx(&book.directory, None);
    let watch = Watcher::new(shell);
    let mut plan = exchange::read_watched(&files, &options, &book.store, &cx, &watch)?;
    if choose::is_said(args) {
        let options = options.with_choices(choose::choices(args, &plan)?);
        plan = exchange::read_watched(&files, &options, &book.store, &cx, &watch)?;
    }
    let dry = args.get_flag("dry-run");
    let refused = plan.count(Action::Refuse) + plan.figures.refused > 0;
    let (entry, recognised) = perform(shell, &mut book, &plan, dry, &watch)?;
    watch.quiet();
    let year = book.directory.terms.year;
    if shell.json {
        let counts = |a| plan.count(a);
        let told = json!({
            "dry_run": dry,
            "entry": entry,
            "create": counts(Action::Create),
            "merge": counts(Action::Merge),
            "same": counts(Action::Same),
            "refuse": counts(Action::Refuse),
            "skip": counts(Action::Skip),
            "rows": [],
            "figures": {
                "new": plan.figures.new,
                "changed": plan.figures.changed,
                "same": plan.figures.same,
                "refuse": plan.figures.refused,
                "cells": plan.figures.rows.iter().map(|r| r.to_json(&shell.words)).collect::<Vec<_>>(),
            },
            "recognised": dedupe::json(&recognised, &shell.words),
            "notes": plan.notes.iter().map(|n| shell.words.say(n)).collect::<Vec<_>>(),
        });
        shell
            .out
            .json_filled(&told, "rows", |put| plan.each_row(None, |row| put(&row.to_json(&shell.words))))?;
    } else {
        tell(shell, &plan, year, dry)?;
        dedupe::tell(shell, &recognised, dry);
    }
    // What is refused is left out and told; the rest is in the book.
    if refused && !dry { Err(Failure::said(Code::Failed)) } else { Ok(()) }
}

/// Performs the plan unless it is a dry run: the entry of the journal, and what was recognised.
fn perform(
    shell: &Shell,
    book: &mut Book,
    plan: &Plan,
    dry: bool,
    watch: &Watcher<'_>,
) -> Result<(Option<Id>, Dedupe), Failure> {
    let recognised = Dedupe::of(plan)?;
    if dry {
        return Ok((None, recognised));
    }
    let mut done = (None, recognised);
    if !plan.changes_nothing() {
        let outcome = shell.perform_watched(book, Act::Import(Box::new(plan.batch.clone())), watch)?;
        done = (outcome.entry, done.1.compared(&book.store, &outcome.touched)?);
    }
    // What was answered holds for the next file of this shape, also where this one brought nothing new.
    for (shape, answer) in &plan.answers {
        book.store.keep_layout(shape, answer)?;
    }
    Ok(done)
}

/// A dry run names every record; an import only what was left out. The sum is the answer.
fn tell(shell: &Shell, plan: &Plan, year: CompanyYear, dry: bool) -> Result<(), Failure> {
    for file in plan.files.iter().chain(&plan.notes) {
        Out::say(&one_line(&shell.words.say(file)));
    }
    plan.each_row((!dry).then_some(Action::Refuse), |row| {
        let line = one_line(&row.say(&shell.words));
        if dry {
            shell.out.text(&line);
        } else {
            Out::say(&line);
        }
    })?;
    for figure in plan.figures.rows.iter().filter(|f| !f.lacks_name()) {
        let line = one_line(&figure.say(year, &shell.words));
        if dry {
            shell.out.text(&line);
        } else if !figure.doubts.is_empty() || matches!(figure.state, State::Refused(_)) {
            Out::say(&line);
        }
    }
    if !plan.figures.is_empty() {
        shell.out.text(&shell.words.say(&plan.figures.summary()));
    }
    if !plan.is_empty() || plan.figures.is_empty() {
        let key = if dry { "import-summary" } else { "cli-imported" };
        shell.out.text(&shell.words.say(&Explain { key: key.to_owned(), ..plan.summary() }));
    }
    Ok(())
}

/// The clock of this machine, and the days of calendars that were asked for.
fn times(shell: &Shell, args: &ArgMatches) -> Result<Times, Failure> {
    let times = Times { zone: shell.zone, ..Times::default() };
    match args.get_one::<String>("window") {
        Some(text) => times.with_window(text).map_err(|what| Failure::new(Code::Usage, what)),
        None => Ok(times),
    }
}

/// What was said of figures.
fn of_figures(args: &ArgMatches) -> Result<OfFigures, Failure> {
    let mark = |text: &String| {
        let refuse = || Explain::new("import-decimal-unreadable").with("text", text);
        Mark::named(text).ok_or_else(|| Failure::new(Code::Usage, refuse()))
    };
    let asked = Asked {
        decimal: args.get_one("decimal").map(mark).transpose()?,
        targets: args.get_flag("targets"),
        sheets: args.get_many("sheet").into_iter().flatten().cloned().collect(),
        columns: Vec::new(),
    };
    Ok(OfFigures { asked, create: args.get_flag("create") })
}
