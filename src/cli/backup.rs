//! Copies of the book: made, listed, put back; and whether the book is sound.
use std::path::PathBuf;

use clap::ArgMatches;
use serde_json::json;

use super::failure::{Code, Failure};
use super::shell::Shell;
use crate::domain::explain::Explain;
use crate::domain::value::{FieldKind, Value};
use crate::lang::{day, number, value};
use crate::report::{Block, Column, Table};
use crate::store::backup::{self, Backup};

/// Copies the book, or lists the copies.
pub fn backup(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    if args.get_flag("list") {
        return list(shell);
    }
    let book = shell.existing_book()?;
    let path = match args.get_one::<PathBuf>("output") {
        Some(target) => book.store.copy_to(target)?,
        None => book.store.back_up()?.path,
    };
    if shell.json {
        shell.out.json(&json!({ "path": path.display().to_string() }));
    } else {
        let made = Explain::new("store-backup-made").with("path", path.display());
        shell.out.text(&shell.words.say(&made));
    }
    Ok(())
}

fn list(shell: &Shell) -> Result<(), Failure> {
    let all = backup::list(&shell.path()?)?;
    if shell.json {
        let of = |b: &Backup| {
            json!({
                "path": b.path.display().to_string(),
                "day": b.day.to_string(),
                "reason": b.reason.name(),
                "bytes": b.bytes,
            })
        };
        shell.out.json(&all.iter().map(of).collect());
        return Ok(());
    }
    if all.is_empty() {
        shell.say_with("cli-no-backups", &[]);
        return Ok(());
    }
    let mut table = Table::new(vec![
        Column::short(shell.words.get("cli-column-when")),
        Column::short(""),
        Column::number(shell.words.get("cli-column-size")),
        Column::short(shell.words.get("cli-column-file")),
    ]);
    for b in &all {
        let size = number::show(shell.words.lang(), i64::try_from(b.bytes).unwrap_or(i64::MAX));
        let reason = shell.words.get(&format!("store-backup-{}", b.reason.name()));
        let cells = vec![
            day::show(b.day, &shell.words).into(),
            reason.into(),
            size.into(),
            b.path.display().to_string().into(),
        ];
        table.push(None, cells);
    }
    shell.out.blocks(&[Block::Table(table)]);
    Ok(())
}

/// Puts a copy in the place of the book; what was there is kept aside.
pub fn restore(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let book = shell.path()?;
    let typed = args.get_one::<String>("backup").cloned().unwrap_or_default();
    let from = copy_meant(shell, &book, &typed)?;
    let restored = backup::restore(&book, &from, shell.clock)?;
    if shell.json {
        let text = |p: &PathBuf| p.display().to_string();
        shell.out.json(&json!({
            "path": text(&restored.book),
            "from": text(&restored.from),
            "kept": restored.aside.as_ref().map(text),
        }));
    } else {
        shell.out.text(&shell.words.say(&restored.explain()));
    }
    Ok(())
}

/// The copy of that path, or the newest of that day.
fn copy_meant(shell: &Shell, book: &std::path::Path, typed: &str) -> Result<PathBuf, Failure> {
    let path = PathBuf::from(typed);
    if path.is_file() {
        return Ok(path);
    }
    let nobody = crate::domain::directory::Directory::default();
    if let Ok(Value::Day(day)) = value::parse(FieldKind::Day, typed, &shell.cx(&nobody, None))
        && let Some(found) = backup::list(book)?.into_iter().find(|b| b.day == day)
    {
        return Ok(found.path);
    }
    Err(Failure::new(Code::NotFound, Explain::new("cli-no-backup-of").with("text", typed)))
}

/// Says whether the book is sound; what is not goes to standard output too, it is the answer.
pub fn check(shell: &Shell) -> Result<(), Failure> {
    let book = shell.existing_book()?;
    let wrong: Vec<_> = book.store.check()?.iter().map(|e| shell.words.say(e)).collect();
    let path = shell.path()?.display().to_string();
    if shell.json {
        shell.out.json(&json!({ "path": path, "sound": wrong.is_empty(), "wrong": wrong }));
    } else if wrong.is_empty() {
        shell.out.text(&shell.words.with("cli-sound", &[("path", &path)]));
    } else {
        let count = wrong.len().to_string();
        shell.out.text(&shell.words.with("cli-unsound", &[("count", &count), ("path", &path)]));
        for line in &wrong {
            shell.out.text(line);
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(Failure::said(Code::File)) }
}
