//! The commands about plans that no field table makes; `cli::plan` runs them.
use clap::Command;

use super::{bare, option, positional, switch};
use crate::lang::Words;

/// `plan tree`.
pub fn tree(words: &Words) -> Command {
    bare(words, "tree", words.get("plan-cli-tree")).arg(positional(
        words,
        "account",
        "cli-value-name",
        "plan-cli-tree-account",
    ))
}

/// `plan copy`.
pub fn copy(words: &Words) -> Command {
    bare(words, "copy", words.get("plan-cli-forward"))
        .arg(positional(words, "which", "cli-value-name", "plan-cli-which").required(true))
        .arg(option(words, "start", "plan-cli-forward-start").value_name(words.get("cli-value-day")))
        .after_help(words.get("plan-cli-forward-more"))
}

/// `objective done`, `initiative done`, `milestone done`.
pub fn done(words: &Words) -> Command {
    // What `done` itself says of promises means nothing here.
    bare(words, "done", words.get("plan-cli-done"))
        .after_help(clap::builder::Resettable::Reset)
        .arg(positional(words, "which", "cli-value-name", "cli-arg-which").required(true).num_args(1..))
}

/// `initiative attach`.
pub fn attach(words: &Words) -> Command {
    bare(words, "attach", words.get("plan-cli-attach"))
        .arg(
            positional(words, "promises", "cli-value-name", "plan-cli-attach-promise")
                .required(true)
                .num_args(1..),
        )
        .arg(
            option(words, "to", "plan-cli-attach-to")
                .value_name(words.get("cli-value-name"))
                .required_unless_present("none"),
        )
        .arg(switch(words, "none", "plan-cli-attach-none").conflicts_with("to"))
}
