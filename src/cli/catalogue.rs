//! The catalogue of ready indicators at the shell: listed, and taken as what a new one begins with.
use clap::ArgMatches;
use serde_json::{Value as Json, json};

use super::failure::{Code, Failure};
use super::shell::Shell;
use crate::domain::choice::Choice;
use crate::domain::explain::Explain;
use crate::domain::kpi::Kpi;
use crate::domain::kpi::catalogue::{Ready, Topic, all, of_key};
use crate::domain::text::fold;
use crate::lang::{catalogue, choice};
use crate::report::{Block, Cell, Column, Table, Tone};

/// How many keys are named at most.
const CANDIDATES: usize = 6;

/// Prints the ready indicators that answer to the words, by topic.
pub fn list(shell: &Shell, args: &ArgMatches) {
    let typed: Vec<&str> =
        args.get_many::<String>("words").into_iter().flatten().map(String::as_str).collect();
    let wanted = typed.join(" ");
    let found = |topic: Topic| {
        topic.ready().iter().filter(|r| catalogue::answers(r, &wanted, &shell.words)).collect::<Vec<_>>()
    };
    if shell.json {
        let every =
            Topic::ALL.into_iter().flat_map(|topic| found(topic).into_iter().map(move |r| (topic, r)));
        shell.out.json(&every.map(|(topic, ready)| as_json(topic, ready, shell)).collect::<Json>());
        return;
    }
    let mut blocks = Vec::new();
    for topic in Topic::ALL {
        let ready = found(topic);
        if !ready.is_empty() {
            blocks.push(Block::heading(catalogue::topic(topic, &shell.words)));
            blocks.push(Block::Table(table(&ready, shell)));
        }
    }
    if blocks.is_empty() {
        shell.say_with("catalogue-none", &[]);
    } else {
        shell.out.blocks(&blocks);
    }
}

fn table(ready: &[&Ready], shell: &Shell) -> Table {
    let words = &shell.words;
    let head = |key: &str| words.get(&format!("cli-catalogue-{key}"));
    let mut table = Table::new(vec![
        Column::short(head("key")),
        Column::text(head("name")),
        Column::text(head("definition")).leaving(1),
        Column::short(head("frequency")).leaving(2),
    ]);
    for ready in ready {
        let cells = vec![
            Cell::toned(ready.key, Tone::Accent),
            catalogue::name(ready, words).into(),
            catalogue::definition(ready, words).into(),
            choice::word(ready.frequency, words).into(),
        ];
        table.push(None, cells);
    }
    table
}

fn as_json(topic: Topic, ready: &Ready, shell: &Shell) -> Json {
    let words = &shell.words;
    json!({
        "key": ready.key,
        "topic": topic.name(),
        "name": catalogue::name(ready, words),
        "formula": catalogue::definition(ready, words),
        "source": catalogue::source(ready, words),
        "measure": ready.measure.name(),
        "better": ready.better.name(),
        "nature": ready.nature.name(),
        "frequency": ready.frequency.name(),
        "ownership": ready.ownership.name(),
        "green": ready.thresholds.map(|(green, _)| green),
        "amber": ready.thresholds.map(|(_, amber)| amber),
        "computed": ready.computed.map(Choice::name),
    })
}

/// The ready indicator that `--from` names, by its key, its name or words that only it answers to; `None` without the flag.
///
/// # Errors
/// Exit code 3 if nothing fits, or several do: then they are named.
pub fn begun(shell: &Shell, args: &ArgMatches) -> Result<Option<Kpi>, Failure> {
    let Some(typed) = args.try_get_one::<String>("from").ok().flatten() else { return Ok(None) };
    let words = &shell.words;
    let named = || all().find(|r| fold(&catalogue::name(r, words)) == fold(typed.trim()));
    let answering: Vec<&Ready> = all().filter(|r| catalogue::answers(r, typed, words)).collect();
    let only = if let [one] = answering.as_slice() { Some(*one) } else { None };
    if let Some(ready) = of_key(typed.trim()).or_else(named).or(only) {
        return Ok(Some(catalogue::kpi(ready, words)));
    }
    let keys: Vec<&str> = answering.iter().take(CANDIDATES).map(|r| r.key).collect();
    let what = if keys.is_empty() {
        Explain::new("cli-catalogue-nothing")
    } else {
        Explain::new("cli-catalogue-several").with("candidates", keys.join(", "))
    };
    Err(Failure::new(Code::NotFound, what.with("text", typed)).of_flag("from"))
}
