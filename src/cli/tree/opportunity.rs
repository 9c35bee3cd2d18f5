//! The commands about possible sales that no field table makes; `cli::opportunity` runs them.
use clap::Command;

use super::{bare, option, positional};
use crate::domain::choice::{Choice, Stage};
use crate::lang::{Words, choice};

/// `opportunity board`.
pub fn board(words: &Words) -> Command {
    bare(words, "board", words.get("pipeline-cli-board")).arg(positional(
        words,
        "account",
        "cli-value-name",
        "pipeline-cli-board-account",
    ))
}

/// `opportunity stage`.
pub fn stage(words: &Words) -> Command {
    let stages = words.with("pipeline-cli-stage-to", &[("stages", &choice::accepted(Stage::SET, words))]);
    bare(words, "stage", words.get("pipeline-cli-stage"))
        .arg(positional(words, "which", "cli-value-name", "cli-arg-which").required(true))
        .arg(positional(words, "stage", "cli-value-choice", "pipeline-cli-stage").required(true).help(stages))
        .arg(option(words, "reason", "pipeline-cli-stage-reason").value_name(words.get("cli-value-text")))
}

/// `opportunity history`.
pub fn history(words: &Words) -> Command {
    bare(words, "history", words.get("pipeline-cli-history"))
        .arg(positional(words, "which", "cli-value-name", "cli-arg-which").required(true))
}
