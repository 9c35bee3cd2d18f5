//! What `template` takes.
use clap::Command;

use super::{option, positional, target};
use crate::lang::Words;

/// The kind of record, and where the template goes.
pub(super) fn template(words: &Words, command: Command) -> Command {
    command
        .arg(positional(words, "entity", "cli-value-entity", "cli-arg-entity").required(true))
        .arg(option(words, "format", "cli-flag-template-format").value_name("csv|xlsx"))
        .args(target(words, "cli-flag-output"))
}
