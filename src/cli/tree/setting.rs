//! What `setting` takes.
use clap::Command;

use super::{bare, positional};
use crate::lang::Words;

/// Showing all of them, changing one.
pub(super) fn setting(words: &Words, command: Command) -> Command {
    let what = positional(words, "setting", "cli-value-setting", "cli-arg-setting");
    command.subcommand_required(true).arg_required_else_help(true).subcommands([
        bare(words, "list", words.get("cli-setting-list")),
        bare(words, "set", words.get("cli-setting-set")).arg(what.num_args(1..).required(true)),
    ])
}
