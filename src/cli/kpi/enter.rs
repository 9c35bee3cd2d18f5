//! `kpi set` and `kpi target`: figures entered, each said as old → new.
use clap::ArgMatches;
use serde_json::{Value as Json, json};

use super::typed::{Typed, taken};
use crate::cli::failure::{Code, Failure};
use crate::cli::json as as_json;
use crate::cli::shell::{Book, Shell};
use crate::domain::choice::{Better, Unit};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::kpi::{Amount, Kpi, tenfold};
use crate::domain::money::Currency;
use crate::domain::period::Period;
use crate::lang::{measure, period};
use crate::report::{Block, Cell, Column, Table, Tone, indicator as page};
use crate::store::act::Act;
use crate::store::act::figures::{Figure, Figures, Set};

/// What is entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// What it was.
    Actual,
    /// What it should be.
    Target,
}

impl Axis {
    /// The command that enters it.
    const fn command(self) -> &'static str {
        match self {
            Self::Actual => "set",
            Self::Target => "target",
        }
    }
}

/// A figure, of a band's target both ends.
type Value = Option<(Amount, Option<Amount>)>;

/// A period before and after.
struct Change {
    period: Period,
    before: Value,
    after: Value,
}

/// Enters figures of one indicator as one act.
pub fn enter(shell: &Shell, args: &ArgMatches, axis: Axis) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    let words: Vec<&str> =
        args.get_many::<String>("figures").into_iter().flatten().map(String::as_str).collect();
    let year = book.directory.terms.year;
    let read = |text: &str| period::parse(text, year, shell.today);
    let shape = || Failure::new(Code::Usage, Explain::new("cli-kpi-shape").with("command", axis.command()));
    let (which, typed) = taken(&words, axis == Axis::Target, |w| read(w).is_some()).ok_or_else(shape)?;
    let id = super::which(shell, &book, &which)?;
    let entry = Entry::of(&book, id, axis)?;
    let mut changes: Vec<Change> = Vec::new();
    for cell in &typed {
        let unreadable = || Explain::new("value-period-unreadable").with("text", cell.period);
        let at = read(cell.period).ok_or_else(unreadable)?;
        let place =
            |e: Explain| Failure { flag: Some(period::show(at, year, &shell.words)), ..Failure::from(e) };
        if changes.iter().any(|c| c.period == at) {
            return Err(place(Explain::new("value-period-twice")));
        }
        let after = entry.value(shell, cell).map_err(place)?;
        changes.push(Change { period: at, before: entry.there(&book, at)?, after });
    }
    let cells = changes.iter().map(|c| Figure { kpi: id, period: c.period, set: entry.set(c.after) });
    let figures = Figures { cells: cells.collect(), source: String::new() };
    let outcome = shell.perform(&mut book, Act::Figures(figures))?;
    // What was written may have got its currency.
    for change in &mut changes {
        change.after = entry.there(&book, change.period)?;
    }
    if outcome.entry.is_none() {
        shell.say_with("cli-nothing-changed", &[]);
    }
    tell(shell, &book, &entry, &changes, outcome.entry)
}

/// The indicator into which something is entered.
struct Entry {
    kpi: Kpi,
    unit: Unit,
    currency: Currency,
    axis: Axis,
}

impl Entry {
    fn of(book: &Book, id: crate::domain::Id, axis: Axis) -> Result<Self, Failure> {
        let record = book.store.record(Kind::Kpi, id)?;
        let kpi = record.any().downcast_ref::<Kpi>().cloned().unwrap_or_default();
        let currency = book.store.currency_of(&kpi)?;
        Ok(Self { unit: kpi.measure.unwrap_or(Unit::Number), kpi, currency, axis })
    }

    /// What a typed value means; empty and `-` clear the cell.
    fn value(&self, shell: &Shell, typed: &Typed<'_>) -> Result<Value, Explain> {
        if matches!(typed.value, "" | "-" | "–" | "−") && typed.high.is_none() {
            return Ok(None);
        }
        let read = |text: &str| measure::parse(self.unit, self.currency, text, shell.words.lang());
        let band = self.axis == Axis::Target && self.kpi.better == Some(Better::Band);
        let ends = typed.high.map(|high| (typed.value, high)).or_else(|| measure::ends(typed.value));
        let named = |key: &str| Explain::new(key).with("name", &self.kpi.name);
        match ends {
            Some((low, high)) if band => {
                let (low, high) = (read(low)?, read(high)?);
                if low.units() > high.units() {
                    Err(named("cli-kpi-band-order"))
                } else {
                    Ok(Some((low, Some(high))))
                }
            }
            Some(_) if self.axis == Axis::Target => Err(named("cli-kpi-no-band")),
            None if band => Err(named("cli-kpi-band")),
            Some(_) | None => Ok(Some((read(typed.value)?, None))),
        }
    }

    const fn set(&self, value: Value) -> Set {
        match (self.axis, value) {
            (Axis::Target, value) => Set::Target(value),
            (Axis::Actual, Some((value, _))) => Set::Actual(Some(value)),
            (Axis::Actual, None) => Set::Actual(None),
        }
    }

    fn there(&self, book: &Book, period: Period) -> Result<Value, Failure> {
        let (actual, target) = book.store.entered(self.kpi.head.id, period)?;
        let found = match self.axis {
            Axis::Actual => actual,
            Axis::Target => target,
        };
        Ok(found.map(|e| (e.value, e.high)))
    }
}

fn tell(
    shell: &Shell,
    book: &Book,
    entry: &Entry,
    changes: &[Change],
    act: Option<i64>,
) -> Result<(), Failure> {
    let kpi = &entry.kpi;
    let standing = super::indicator(shell, book, kpi.head.id)?;
    if shell.json {
        let cell = |c: &Change| {
            json!({
                "period": c.period.to_string(),
                "before": value_json(c.before),
                "after": value_json(c.after),
            })
        };
        shell.out.json(&json!({
            "entry": act,
            "kpi": kpi.head.id,
            "set": if entry.axis == Axis::Actual { "actual" } else { "target" },
            "cells": changes.iter().map(cell).collect::<Vec<_>>(),
            "standing": standing.map(|i| super::json::indicator(&i, shell)),
        }));
        return Ok(());
    }
    if act.is_none() {
        return Ok(());
    }
    let account = match kpi.account {
        Some(account) => book.directory.name(Kind::Account, account.0),
        None => shell.words.get("indicator-portfolio"),
    };
    let what = match entry.axis {
        Axis::Actual => account,
        Axis::Target => shell.words.with("cli-kpi-targets", &[("account", &account)]),
    };
    let cx = shell.cx(&book.directory, None);
    let mut blocks =
        vec![Block::heading_with(kpi.name.clone(), what), Block::Table(table(shell, book, entry, changes))];
    blocks.extend(standing.map(|one| Block::Paragraph(page::sentence(&one, &cx))));
    shell.out.blocks(&blocks);
    Ok(())
}

fn table(shell: &Shell, book: &Book, entry: &Entry, changes: &[Change]) -> Table {
    let columns =
        vec![Column::short(""), Column::number(""), Column::short(""), Column::number(""), Column::text("")];
    let mut table = Table::new(columns);
    let shown = |value: Value| match value {
        None => Cell::toned("–", Tone::Muted),
        Some((value, high)) => {
            let low = measure::show(value, entry.unit, &shell.words);
            high.map_or_else(
                || low.clone(),
                |high| format!("{low}..{}", measure::show(high, entry.unit, &shell.words)),
            )
            .into()
        }
    };
    for change in changes {
        let odd = if is_tenfold(change) { shell.words.get("figures-tenfold") } else { String::new() };
        table.push(
            None,
            vec![
                period::show(change.period, book.directory.terms.year, &shell.words).into(),
                shown(change.before),
                "→".into(),
                shown(change.after),
                Cell::toned(odd, Tone::Warn),
            ],
        );
    }
    table
}

/// A figure that is tenfold the one that was there, or a tenth of it.
fn is_tenfold(change: &Change) -> bool {
    let (Some((before, _)), Some((after, _))) = (change.before, change.after) else { return false };
    tenfold(after.units(), before.units()).is_some()
}

fn value_json(value: Value) -> Json {
    match value {
        None => Json::Null,
        Some((value, None)) => as_json::amount(value),
        Some((low, Some(high))) => json!({ "low": as_json::amount(low), "high": as_json::amount(high) }),
    }
}
