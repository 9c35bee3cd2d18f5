//! What the program says of itself: keys, completions, manual.
use clap::ArgMatches;
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

/// The manual page, for `man`.
pub fn man(shell: &Shell) -> Result<(), Failure> {
    let mut page = Vec::new();
    clap_mangen::Man::new(tree::tree(&shell.words)).render(&mut page)?;
    shell.out.own_words(&page);
    Ok(())
}
