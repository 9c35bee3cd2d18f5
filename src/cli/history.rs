//! What was done, and what happened to one record.
use clap::ArgMatches;
use serde_json::{Map, Value as Json, json};

use super::failure::Failure;
use super::shell::{Book, Shell};
use super::{find, json as as_json};
use crate::domain::kind::Kind;
use crate::domain::value::{FieldKind, Value};
use crate::lang::{day, field, value};
use crate::report::{Block, Cell, Column, Table, Tone};
use crate::store::journal::Entry;
use crate::store::query::history::Version;

/// How many acts are shown unless more are asked for.
const ACTS: usize = 30;

/// The newest acts, or the versions of a record.
pub fn history(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let book = shell.existing_book()?;
    let typed: Vec<_> = args.get_many::<String>("record").into_iter().flatten().map(String::as_str).collect();
    let limit = args.get_one::<usize>("limit").copied();
    if typed.is_empty() {
        return acts(shell, &book, limit.unwrap_or(ACTS));
    }
    let (kind, id) = find::any(shell, &book, &typed.join(" "))?;
    let mut versions = book.store.history(kind, id)?;
    versions.truncate(limit.unwrap_or(usize::MAX));
    if shell.json {
        shell.out.json(&versions.iter().map(|v| version_json(shell, kind, v)).collect());
        return Ok(());
    }
    if versions.is_empty() {
        shell.say_with("cli-history-none", &[]);
        return Ok(());
    }
    shell.out.blocks(&[versions_table(shell, &book, kind, &versions)]);
    Ok(())
}

fn acts(shell: &Shell, book: &Book, limit: usize) -> Result<(), Failure> {
    let acts = book.store.journal(None, limit)?;
    if shell.json {
        shell.out.json(&acts.iter().map(|a| Json::Object(act_json(shell, a))).collect());
        return Ok(());
    }
    if acts.is_empty() {
        shell.say_with("cli-history-empty", &[]);
        return Ok(());
    }
    let mut table = Table::new(vec![
        Column::number(shell.words.get("cli-column-number")),
        Column::short(shell.words.get("cli-column-when")),
        Column::text(shell.words.get("cli-column-what")),
        Column::short(""),
    ]);
    for act in &acts {
        let undone = if act.undone { shell.words.get("cli-history-undone") } else { String::new() };
        table.push(
            None,
            vec![
                act.id.to_string().into(),
                when(shell, act).into(),
                shell.words.say(&act.label).into(),
                Cell::toned(undone, Tone::Muted),
            ],
        );
    }
    shell.out.blocks(&[Block::Table(table)]);
    Ok(())
}

fn when(shell: &Shell, act: &Entry) -> String {
    format!("{} {}", day::show(act.at.date(), &shell.words), act.at.format("%H:%M"))
}

fn act_json(shell: &Shell, act: &Entry) -> Map<String, Json> {
    let object = json!({
        "entry": act.id,
        "at": act.at.format("%Y-%m-%dT%H:%M:%S").to_string(),
        "act": act.label.key,
        "label": shell.words.say(&act.label),
        "undone": act.undone,
        "changes": act.changes,
    });
    object.as_object().cloned().unwrap_or_default()
}

fn kind_of(kind: Kind, name: &str) -> FieldKind {
    kind.specs().into_iter().find(|s| s.name == name).map_or(FieldKind::Text, |s| s.kind)
}

fn version_json(shell: &Shell, kind: Kind, version: &Version) -> Json {
    let mut object = act_json(shell, &version.entry);
    object.insert("created".to_owned(), json!(version.created));
    object.insert("deleted".to_owned(), json!(version.deleted));
    let fields = version.fields.iter().map(|(name, before, after)| {
        let of = kind_of(kind, name);
        json!({ "field": name, "before": as_json::value(of, before), "after": as_json::value(of, after) })
    });
    object.insert("fields".to_owned(), fields.collect());
    Json::Object(object)
}

fn versions_table(shell: &Shell, book: &Book, kind: Kind, versions: &[Version]) -> Block {
    let words = &shell.words;
    let cx = shell.cx(&book.directory, None);
    let mut table = Table::new(vec![
        Column::short(words.get("cli-column-when")),
        Column::text(words.get("cli-column-what")),
        Column::text(words.get("cli-column-before")),
        Column::text(words.get("cli-column-after")),
    ]);
    for version in versions {
        let what = match version {
            Version { created: true, .. } => words.get("cli-history-created"),
            Version { deleted: true, .. } => words.get("cli-history-deleted"),
            Version { entry, .. } => words.say(&entry.label),
        };
        table.push(None, vec![when(shell, &version.entry).into(), what.into(), "".into(), "".into()]);
        for (name, before, after) in &version.fields {
            let shown = |v: &Value| value::show(kind_of(kind, name), v, &cx);
            let label = format!("  {}", field::label(kind, name, words));
            table.push(None, vec!["".into(), label.into(), shown(before).into(), shown(after).into()]);
        }
    }
    Block::Table(table)
}
