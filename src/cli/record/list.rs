//! Lists of records: the columns that tell them apart, filtered, sorted, cut.
use clap::ArgMatches;
use serde_json::Value as Json;

use super::columns::{columns, extras, is_over, order};
use super::sort::compare;
use crate::cli::export::Target;
use crate::cli::failure::{Code, Failure};
use crate::cli::parse::count;
use crate::cli::shell::{Book, Shell};
use crate::cli::{find, json as as_json, kpi, tree};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::{Record, Spec};
use crate::domain::kind::Kind;
use crate::domain::value::{FieldKind, Value};
use crate::exchange::out::grid::Tables;
use crate::lang::field;
use crate::lang::value::{Context, show};
use crate::report::{Block, Cell, Column, Table, Tone};
use crate::store::query::log::LogQuery;

/// How many interactions are listed unless more are asked for.
const INTERACTIONS: usize = 50;

/// More than any book has of a kind.
const ALL: usize = 100_000_000;

/// A record with what belongs to it: of a person the memberships.
pub type Parts = Vec<Box<dyn Record>>;

/// Prints the records of a kind.
pub fn list(shell: &Shell, kind: Kind, args: &ArgMatches) -> Result<(), Failure> {
    let book = shell.book()?;
    let account = args.try_get_one::<String>("account").ok().flatten();
    let account = account.map(|a| find::named(shell, &book, Kind::Account, a)).transpose()?;
    let sort = args.get_one::<String>("sort").map(|name| sort_field(kind, name)).transpose()?;
    let standard = if kind == Kind::Interaction { INTERACTIONS } else { ALL };
    let limit = match count(args, "limit") {
        Some(0) => ALL,
        Some(n) => n.min(ALL),
        None => standard,
    };
    let reverse = args.get_flag("reverse");
    let cx = shell.cx(&book.directory, account);
    let newest = kind == Kind::Interaction && sort.is_none() && !reverse;
    let (mut all, total) = if newest {
        newest_first(&book, account, limit)?
    } else {
        let all = every(&book, kind, args, &cx)?;
        let total = all.len();
        (all, total)
    };
    if let Some((of, spec)) = sort {
        all.sort_by(|a, b| compare(spec, &value_of(a, of, spec), &value_of(b, of, spec), &cx));
    }
    // The log stands newest first: the other way round is the order in which it was read.
    if reverse && (sort.is_some() || kind != Kind::Interaction) {
        all.reverse();
    }
    all.truncate(limit);
    if all.len() < total {
        shell.say_with("cli-listed", &[("count", &all.len().to_string()), ("all", &total.to_string())]);
    }
    if let Some(format) = args.get_one::<String>("format") {
        return written(shell, &book, kind, &all, (format, args), &cx);
    }
    if shell.json {
        shell.out.json(&json_of(shell, &book, kind, &all, &cx)?);
    } else if all.is_empty() {
        let key = if account.is_some() { "cli-list-none" } else { "cli-list-empty" };
        shell.say_with(key, &[("kinds", &field::kinds(kind, &shell.words))]);
    } else {
        shell.out.blocks(&[table(shell, &book, kind, &all, &cx)?]);
    }
    Ok(())
}

/// The records as a file for spreadsheets, as filtered and sorted, with every field so that import reads it again.
fn written(
    shell: &Shell,
    book: &Book,
    kind: Kind,
    all: &[Parts],
    (format, args): (&str, &ArgMatches),
    cx: &Context<'_>,
) -> Result<(), Failure> {
    let xlsx = match format {
        "csv" => false,
        "xlsx" => true,
        _ => {
            let why = Explain::new("cli-format-unknown").with("text", format).with("accepted", "csv, xlsx");
            return Err(Failure::new(Code::Usage, why));
        }
    };
    let tables = Tables::of(&book.store, cx);
    let grid = if kind == Kind::Person {
        let mut places = Vec::new();
        for (person, rest) in all.iter().filter_map(|parts| parts.split_first()) {
            let here = |p: &dyn Record| cx.scope.is_none_or(|a| p.get("account") == Value::Link(a));
            let held = rest.iter().filter(|p| here(p.as_ref()));
            let mut held = held.map(|p| (person.head().id, Some(p.head().id))).peekable();
            if held.peek().is_none() {
                places.push((person.head().id, None));
            }
            places.extend(held);
        }
        tables.people(&places)?
    } else {
        let ids: Vec<Id> = all.iter().filter_map(|p| p.first()).map(|r| r.head().id).collect();
        tables.records(kind, &ids)?
    };
    Target::of(args).tables(shell, &[grid.filled()], xlsx)
}

/// The records; an indicator also says how it stands.
fn json_of(shell: &Shell, book: &Book, kind: Kind, all: &[Parts], cx: &Context<'_>) -> Result<Json, Failure> {
    let mut found: Vec<Json> = all.iter().map(|p| as_json::parts(p)).collect();
    if kind == Kind::Kpi {
        let standings = kpi::indicators(shell, book, cx.scope)?;
        for (parts, object) in all.iter().zip(&mut found) {
            let id = parts.first().map(|p| p.head().id);
            let one = standings.iter().find(|i| Some(i.figures.kpi.head.id) == id);
            if let Json::Object(object) = object {
                let standing = one.map_or(Json::Null, |i| kpi::json::indicator(i, shell));
                object.insert("standing".to_owned(), standing);
            }
        }
    }
    Ok(Json::Array(found))
}

/// The field that `--sort` names, of the kind or of its memberships.
fn sort_field(kind: Kind, name: &str) -> Result<(Kind, &'static Spec), Failure> {
    let wanted = name.replace('-', "_");
    let fields = tree::flag_fields(kind);
    let accepted = fields.iter().map(|(_, s)| s.name).collect::<Vec<_>>().join(", ");
    fields.into_iter().find(|(_, s)| s.name == wanted).ok_or_else(|| {
        let what = Explain::new("cli-no-sort").with("text", name).with("accepted", accepted);
        Failure::new(Code::Usage, what)
    })
}

fn value_of(parts: &Parts, kind: Kind, spec: &Spec) -> Value {
    parts.iter().find(|p| p.kind() == kind).map_or(Value::Empty, |p| p.get(spec.name))
}

/// The newest interactions, page by page, and how many there are.
fn newest_first(book: &Book, account: Option<Id>, limit: usize) -> Result<(Vec<Parts>, usize), Failure> {
    let page = book.store.log(&LogQuery { scope: account, limit, ..LogQuery::default() })?;
    let total = page.total.unwrap_or(page.rows.len());
    let mut all = Vec::new();
    for row in page.rows {
        all.push(vec![book.store.record(Kind::Interaction, row.id)?]);
    }
    Ok((all, total))
}

/// Every record of the kind that the flags let through, in the order a reader expects.
fn every(book: &Book, kind: Kind, args: &ArgMatches, cx: &Context<'_>) -> Result<Vec<Parts>, Failure> {
    let flag = |name: &str| args.try_get_one::<bool>(name).ok().flatten().copied().unwrap_or(false);
    let here = cx.scope.map(|account| book.store.hanging_on(kind, account)).transpose()?;
    let mut all = Vec::new();
    let mut after = 0;
    loop {
        let page = book.store.records(kind, after, 500)?;
        let Some(last) = page.last() else { break };
        after = last.head().id;
        for record in page {
            let standard = kind == Kind::Account && record.get("tier") != Value::Choice("key");
            if (is_over(record.as_ref(), cx) && !flag("all")) || (standard && flag("key")) {
                continue;
            }
            let id = record.head().id;
            let parts = if kind == Kind::Person { book.store.parts(kind, id)? } else { vec![record] };
            if here.as_ref().is_none_or(|ids| ids.contains(&id)) {
                all.push(parts);
            }
        }
    }
    order(&mut all, kind, cx);
    Ok(all)
}

fn table(shell: &Shell, book: &Book, kind: Kind, all: &[Parts], cx: &Context<'_>) -> Result<Block, Failure> {
    let words = &shell.words;
    let fields: Vec<_> = columns(kind)
        .iter()
        .filter_map(|(of, name, leaves)| {
            Some((*of, of.specs().into_iter().find(|s| s.name == *name)?, *leaves))
        })
        .collect();
    let mut heads = vec![Column::number(words.get("cli-column-number"))];
    for (of, spec, leaves) in &fields {
        let label = field::label(*of, spec.name, words);
        let column = match spec.kind {
            FieldKind::Day | FieldKind::Time | FieldKind::Choice(_) => Column::short(label),
            FieldKind::Money
            | FieldKind::Measure
            | FieldKind::Percent
            | FieldKind::Decimal
            | FieldKind::Count(..)
            | FieldKind::Score(..) => Column::number(label),
            _ => Column::text(label),
        };
        heads.push(column.leaving(*leaves));
    }
    let mut extras = extras(shell, book, kind, all, cx)?;
    heads.extend(extras.iter_mut().map(|extra| std::mem::take(&mut extra.column)));
    let mut table = Table::new(heads);
    for (at, parts) in all.iter().enumerate() {
        let Some(id) = parts.first().map(|p| p.head().id) else { continue };
        let mut cells = vec![Cell::toned(id.to_string(), Tone::Muted)];
        for (of, spec, _) in &fields {
            let values =
                parts.iter().filter(|p| p.kind() == *of).map(|p| show(spec.kind, &p.get(spec.name), cx));
            let values: Vec<_> = values.filter(|v| !v.is_empty()).collect();
            cells.push(values.join("; ").lines().next().unwrap_or_default().into());
        }
        cells.extend(extras.iter().map(|extra| extra.cells.get(at).cloned().unwrap_or_default()));
        table.push(Some((kind, id)), cells);
    }
    Ok(Block::Table(table))
}
