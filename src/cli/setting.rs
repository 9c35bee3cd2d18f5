//! The settings of the book: what changes a figure.
use clap::ArgMatches;

use super::failure::{Code, Failure};
use super::json as as_json;
use super::shell::{Book, Shell};
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::settings::Settings;
use crate::domain::value::Value;
use crate::lang::{field, value};
use crate::report::{Block, Cell, Column, Table, Tone};
use crate::store::act::Act;

/// `setting list` and `setting set`.
pub fn run(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    match args.subcommand() {
        Some(("set", args)) => set(shell, args),
        _ => list(shell, &shell.book()?),
    }
}

/// The settings in force: of an unset one the default.
fn in_force(settings: &Settings) -> Settings {
    let standard = Settings::standard();
    let mut all = settings.clone();
    for spec in Kind::Settings.specs() {
        if Record::get(settings, spec.name).is_empty() {
            // The default of a field is of the field's own kind.
            let _fits = Record::set(&mut all, spec.name, Record::get(&standard, spec.name));
        }
    }
    all
}

fn list(shell: &Shell, book: &Book) -> Result<(), Failure> {
    let settings = book.store.settings()?;
    let all = in_force(&settings);
    if shell.json {
        shell.out.json(&as_json::record(&all));
        return Ok(());
    }
    let words = &shell.words;
    let cx = shell.cx(&book.directory, None);
    let mut table =
        Table::new(vec![Column::short(""), Column::text(""), Column::short(""), Column::text("").leaving(1)]);
    for spec in Kind::Settings.specs() {
        let unset = Record::get(&settings, spec.name).is_empty() && !Record::get(&all, spec.name).is_empty();
        let note = if unset { words.get("cli-setting-default") } else { String::new() };
        table.push(
            None,
            vec![
                spec.name.into(),
                value::show(spec.kind, &Record::get(&all, spec.name), &cx).into(),
                Cell::toned(note, Tone::Muted),
                Cell::toned(field::help(Kind::Settings, spec.name, words), Tone::Muted),
            ],
        );
    }
    shell.out.blocks(&[Block::Table(table)]);
    Ok(())
}

fn set(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let mut book = shell.book()?;
    let mut settings = book.store.record(Kind::Settings, 1)?;
    let typed: Vec<&String> = args.get_many::<String>("setting").into_iter().flatten().collect();
    // One setting may also be typed as two words.
    let typed: Vec<String> = match typed.as_slice() {
        [name, value] if !name.contains('=') => vec![format!("{name}={value}")],
        all => all.iter().map(ToString::to_string).collect(),
    };
    for typed in &typed {
        let Some((name, text)) = typed.split_once('=') else {
            return Err(Failure::new(Code::Usage, Explain::new("cli-setting-shape").with("text", typed)));
        };
        let wanted = name.trim().replace('-', "_");
        let Some(spec) = Kind::Settings.specs().into_iter().find(|s| s.name == wanted) else {
            let accepted: Vec<_> = Kind::Settings.specs().iter().map(|s| s.name).collect();
            let what = Explain::new("cli-setting-unknown").with("text", name);
            return Err(Failure::new(Code::Usage, what.with("accepted", accepted.join(", "))));
        };
        let typed = value::parse(spec.kind, text, &shell.cx(&book.directory, None));
        let typed: Value = typed.map_err(|e| Failure { flag: Some(wanted.clone()), ..Failure::from(e) })?;
        settings.set(spec.name, typed)?;
    }
    let outcome = shell.perform(&mut book, Act::Save(vec![settings]))?;
    if shell.json {
        return list(shell, &book);
    }
    shell.tell(&outcome);
    Ok(())
}
