//! The commands about all clients that no field table makes; `cli::portfolio` runs them.
use clap::Command;

use super::{bare, counts, option, positional};
use crate::lang::Words;

/// `pareto`.
pub(super) fn pareto(words: &Words, command: Command) -> Command {
    command
        .arg(option(words, "class", "portfolio-cli-class").value_name("A|B|C"))
        .arg(option(words, "limit", "cli-flag-limit").value_name("N").value_parser(counts()))
        .after_help(words.get("portfolio-cli-more"))
}

/// `account promote`.
pub fn promote(words: &Words) -> Command {
    turn(words, "promote", "portfolio-cli-promote")
}

/// `account release`.
pub fn release(words: &Words) -> Command {
    turn(words, "release", "portfolio-cli-release")
}

fn turn(words: &Words, name: &'static str, key: &str) -> Command {
    bare(words, name, words.get(key))
        .arg(positional(words, "account", "cli-value-name", "portfolio-cli-account").required(true))
        .arg(option(words, "why", "portfolio-cli-why").value_name(words.get("cli-value-text")).required(true))
}
