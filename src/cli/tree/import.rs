//! What `import` takes.
use clap::{Arg, ArgAction, Command};

use super::{option, positional, switch};
use crate::lang::Words;

/// A record by its place in the files.
fn place(words: &Words, name: &'static str, key: &str) -> Arg {
    option(words, name, key).value_name(words.get("cli-value-place")).action(ArgAction::Append)
}

/// Files, and how they are read.
pub(super) fn import(words: &Words, command: Command) -> Command {
    let files = positional(words, "files", "cli-value-file", "cli-arg-files");
    let path = clap::value_parser!(std::path::PathBuf);
    command
        .arg(files.num_args(1..).required(true).value_parser(path))
        .arg(switch(words, "dry-run", "cli-flag-dry-run"))
        .arg(option(words, "map", "cli-flag-map").value_name("A=B").action(ArgAction::Append))
        .arg(option(words, "kind", "cli-flag-kind").value_name("KIND"))
        .arg(
            option(words, "sheet", "cli-flag-sheet")
                .value_name(words.get("cli-value-name"))
                .action(ArgAction::Append),
        )
        .arg(option(words, "decimal", "cli-flag-decimal").value_name(",|."))
        .arg(switch(words, "targets", "cli-flag-targets"))
        .arg(switch(words, "create", "cli-flag-create"))
        .arg(option(words, "window", "cli-flag-window").value_name("90|30,180"))
        .arg(place(words, "skip", "cli-flag-skip"))
        .arg(place(words, "new", "cli-flag-new"))
        .arg(option(words, "into", "cli-flag-into").value_name("PLACE=#").action(ArgAction::Append))
}
