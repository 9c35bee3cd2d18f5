//! What the program says of itself: keys, completions, manual.
use clap::ArgMatches;
use clap_mangen::roff::{Roff, roman};
use serde_json::json;

use super::Env;
use super::failure::Failure;
use super::out::Out;
use super::shell::Shell;
use super::tree;
use crate::command::table::{KeyScope, ROWS};
use crate::report::{Block, Column, Table};

/// The keys of the screen, scope by scope.
pub fn keys(shell: &Shell, env: &Env) {
    let words = &shell.words;
    let keymap = &env.keys;
    for mistake in &env.mistakes {
        Out::say(&words.say(mistake));
    }
    if shell.json {
        let rows = ROWS.iter().map(|row| {
            let keys: Vec<_> = keymap.chords(row.command).iter().map(|c| c.name()).collect();
            json!({
                "command": row.id,
                "scope": row.scope.name(),
                "keys": keys,
                "help": words.get(&row.command.help_key()),
            })
        });
        shell.out.json(&rows.collect());
        return;
    }
    let mut blocks = Vec::new();
    for scope in KeyScope::ALL {
        let mut table = Table::new(vec![Column::short(""), Column::text("")]);
        for row in ROWS.iter().filter(|r| r.scope == scope) {
            let keys = keymap.hints(row.command, words);
            table.push(None, vec![keys.into(), words.get(&row.command.help_key()).into()]);
        }
        if !table.rows.is_empty() {
            blocks.push(Block::heading(words.get(&format!("command-scope-{}", scope.name()))));
            blocks.push(Block::Table(table));
        }
    }
    shell.out.blocks(&blocks);
}

/// A script that completes commands and flags.
pub fn completions(shell: &Shell, args: &ArgMatches) {
    let Some(of) = args.get_one::<clap_complete::Shell>("shell") else { return };
    let mut script = Vec::new();
    clap_complete::generate(*of, &mut tree::tree(&shell.words), "cartera", &mut script);
    shell.out.own_words(&script);
}

/// The manual page, for `man`: the help of the whole and of every command on one page.
pub fn man(shell: &Shell) -> Result<(), Failure> {
    let mut root = tree::tree(&shell.words);
    root.build();
    let mut page = Roff::new();
    page.control("TH", ["CARTERA", "1", "", concat!("cartera ", env!("CARGO_PKG_VERSION")), ""]);
    page.control("SH", ["NAME"]);
    let about = root.get_about().map(ToString::to_string).unwrap_or_default();
    page.text([roman(about.replacen(':', " -", 1))]);
    section(&mut page, &root, shell);
    let mut script = Vec::new();
    page.to_writer(&mut script)?;
    shell.out.own_words(&script);
    Ok(())
}

/// The help of a command as it stands, then that of the commands below it.
fn section(page: &mut Roff, command: &clap::Command, shell: &Shell) {
    page.control("SH", [command.get_bin_name().unwrap_or("cartera")]);
    page.control("nf", []);
    let help = command.clone().render_help().to_string();
    let help = help.replace("[OPTIONS]", &shell.words.get("cli-usage-options"));
    for line in help.trim_end().lines() {
        page.text([roman(line)]);
    }
    page.control("fi", []);
    for inner in command.get_subcommands() {
        section(page, inner, shell);
    }
}
