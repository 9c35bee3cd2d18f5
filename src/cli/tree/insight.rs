//! The commands about insights that no field table makes; `cli::insight` runs them.
use clap::Command;

use super::{bare, option, positional};
use crate::lang::Words;

/// `insight opportunity`.
pub fn opportunity(words: &Words) -> Command {
    bare(words, "opportunity", words.get("growth-insights-cli-opportunity"))
        .arg(positional(words, "which", "cli-value-name", "cli-arg-which").required(true))
        .arg(option(words, "account", "growth-insights-cli-account").value_name(words.get("cli-value-name")))
}

/// `insight initiative`.
pub fn initiative(words: &Words) -> Command {
    bare(words, "initiative", words.get("growth-insights-cli-initiative"))
        .arg(positional(words, "which", "cli-value-name", "cli-arg-which").required(true))
        .arg(positional(words, "objective", "cli-value-name", "growth-insights-cli-objective").required(true))
}
