//! What `export` takes, and `list` where it writes a file.
use clap::{Arg, Command};

use super::{option, switch, target};
use crate::lang::Words;

/// The formats of the whole book and of parts of it.
pub(super) fn export(words: &Words, command: Command) -> Command {
    let format = option(words, "format", "cli-flag-format").value_name("FORMAT").default_value("json");
    command
        .arg(format.hide_default_value(true))
        .arg(option(words, "kind", "out-flag-kind").value_name("KIND"))
        .arg(option(words, "account", "cli-flag-account-only").value_name(words.get("cli-value-name")))
        .arg(switch(words, "personal", "out-flag-personal"))
        .arg(switch(words, "dry-run", "vault-flag-dry-run"))
        .args(target(words, "cli-flag-output"))
}

/// A list as a file for spreadsheets.
pub(super) fn list(words: &Words) -> Vec<Arg> {
    let format = option(words, "format", "out-flag-list").value_name("csv|xlsx");
    std::iter::once(format).chain(target(words, "cli-flag-output")).collect()
}
