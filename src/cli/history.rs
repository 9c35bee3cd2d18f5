//! What was done, and what happened to one record.
use clap::ArgMatches;
use serde_json::{Map, Value as Json, json};

use super::failure::Failure;
use super::parse::count;
use super::shell::{Book, Shell};
use super::{find, json as as_json};
use crate::domain::Id;
use crate::domain::choice::{BuyingRole, Choice, Stance};
use crate::domain::kind::Kind;
use crate::domain::value::{FieldKind, Value};
use crate::lang::{choice, day, field, value};
use crate::report::{Block, Cell, Column, Table, Tone};
use crate::store::journal::Entry;
use crate::store::query::history::Version;

/// How many acts are shown unless more are asked for.
const ACTS: usize = 30;

/// The newest acts, or the versions of a record.
pub fn history(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let book = shell.existing_book()?;
    let typed: Vec<_> = args.get_many::<String>("record").into_iter().flatten().map(String::as_str).collect();
    let limit = count(args, "limit");
    if typed.is_empty() {
        return acts(shell, &book, limit.unwrap_or(ACTS));
    }
    let (kind, id) = find::any(shell, &book, &typed.join(" "))?;
    let mut versions = Vec::new();
    for (kind, id) in book.store.belonging(kind, id)? {
        versions.extend(book.store.history(kind, id)?.into_iter().map(|v| Happened { kind, id, version: v }));
    }
    versions.sort_by_key(|h| (std::cmp::Reverse(h.version.entry.id), h.kind));
    versions.truncate(limit.unwrap_or(usize::MAX));
    if shell.json {
        shell.out.json(&versions.iter().map(|v| version_json(shell, v)).collect());
        return Ok(());
    }
    if versions.is_empty() {
        shell.say_with("cli-history-none", &[]);
        return Ok(());
    }
    shell.out.blocks(&[versions_table(shell, &book, &versions)]);
    Ok(())
}

/// A version of the record, or of one that belongs to it.
struct Happened {
    kind: Kind,
    id: Id,
    version: Version,
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

fn version_json(shell: &Shell, happened: &Happened) -> Json {
    let Happened { kind, id, version } = happened;
    let mut object = act_json(shell, &version.entry);
    object.insert("kind".to_owned(), json!(kind.name()));
    object.insert("id".to_owned(), json!(id));
    object.insert("created".to_owned(), json!(version.created));
    object.insert("deleted".to_owned(), json!(version.deleted));
    let fields = version.fields.iter().map(|(name, before, after)| {
        let of = kind_of(*kind, name);
        json!({ "field": name, "before": as_json::value(of, before), "after": as_json::value(of, after) })
    });
    object.insert("fields".to_owned(), fields.collect());
    Json::Object(object)
}

fn versions_table(shell: &Shell, book: &Book, versions: &[Happened]) -> Block {
    let words = &shell.words;
    let mut table = Table::new(vec![
        Column::short(words.get("cli-column-when")),
        Column::text(words.get("cli-column-what")),
        Column::text(words.get("cli-column-before")),
        Column::text(words.get("cli-column-after")),
    ]);
    let mut before = None;
    for Happened { kind, version, .. } in versions {
        // The parts of one act stand under one line.
        if before != Some(version.entry.id) {
            let what = words.say(&version.entry.label);
            table.push(None, vec![when(shell, &version.entry).into(), what.into(), "".into(), "".into()]);
            before = Some(version.entry.id);
        }
        if version.deleted {
            table.push(None, vec!["".into(), words.get("cli-history-deleted").into(), "".into(), "".into()]);
            continue;
        }
        for (label, before, after) in changes(shell, book, *kind, version) {
            table.push(None, vec!["".into(), format!("  {label}").into(), before.into(), after.into()]);
        }
    }
    Block::Table(table)
}

/// Label, value before and value after of each field that changed; a fact is one line.
fn changes(shell: &Shell, book: &Book, kind: Kind, version: &Version) -> Vec<(String, String, String)> {
    let words = &shell.words;
    let cx = shell.cx(&book.directory, None);
    let after = |name: &str| version.fields.iter().find(|(n, ..)| *n == name).map(|(.., after)| after);
    if kind == Kind::Fact
        && let (Some(Value::Choice(aspect)), Some(Value::Text(value))) = (after("aspect"), after("value"))
    {
        let (set, name) = match *aspect {
            "stance" => (Some(Stance::SET), "stance"),
            "role" => (Some(BuyingRole::SET), "roles"),
            _ => (None, "influence"),
        };
        let shown = set.map_or_else(|| value.clone(), |set| choice::show(set, value, words));
        let label = field::label(Kind::Membership, name, words);
        let ended = after("ended") == Some(&Value::Flag(true));
        return vec![if ended { (label, shown, String::new()) } else { (label, String::new(), shown) }];
    }
    let shown = |name: &str, v: &Value| value::show(kind_of(kind, name), v, &cx);
    // A flag that is not set says nothing of a new record.
    let said = |v: &Value| !(version.created && *v == Value::Flag(false));
    let fields = version.fields.iter().filter(|(.., after)| said(after));
    fields.map(|(n, b, a)| (field::label(kind, n, words), shown(n, b), shown(n, a))).collect()
}
