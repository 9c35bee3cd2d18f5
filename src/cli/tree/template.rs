//! What `template` takes.
use clap::Command;

use super::{option, positional};
use crate::lang::Words;

/// The kind of record, and where the template goes.
pub(super) fn template(words: &Words, command: Command) -> Command {
    command
        .arg(positional(words, "entity", "cli-value-entity", "cli-arg-entity").required(true))
        .arg(option(words, "format", "cli-flag-template-format").value_name("csv|xlsx"))
        .arg(
            option(words, "output", "cli-flag-output")
                .value_name(words.get("cli-value-file"))
                .value_parser(clap::value_parser!(std::path::PathBuf)),
        )
}
