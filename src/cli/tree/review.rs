//! The commands of the weekly review and of the team; `cli::review` and `cli::team` run them.
use clap::Command;

use super::{bare, option, positional, switch};
use crate::lang::Words;

/// What one of them takes.
pub(super) fn takes(words: &Words, name: &str, command: Command) -> Command {
    match name {
        "review" => review(words, command),
        "team" => team(words, command),
        _ => digest(words, command),
    }
}

/// What `review` takes: nothing shows how far it is, its commands are its steps.
fn review(words: &Words, command: Command) -> Command {
    let account =
        |required| positional(words, "account", "cli-value-name", "review-cli-account").required(required);
    command.subcommands([
        bare(words, "show", words.get("review-cli-show")).arg(account(false)),
        bare(words, "move", words.get("review-cli-move"))
            .arg(account(true))
            .arg(
                positional(words, "move", "review-cli-value-move", "review-cli-what")
                    .num_args(1..)
                    .required(true),
            )
            .after_help(words.get("review-cli-move-more")),
        bare(words, "through", words.get("review-cli-through")).arg(account(true)),
        bare(words, "finish", words.get("review-cli-finish")),
        bare(words, "list", words.get("review-cli-list")),
    ])
}

/// What `team` takes.
fn team(words: &Words, command: Command) -> Command {
    command.arg(positional(words, "account", "cli-value-name", "team-cli-account"))
}

/// What `digest` takes.
fn digest(words: &Words, command: Command) -> Command {
    command
        .arg(positional(words, "colleague", "cli-value-name", "team-cli-colleague").required(true))
        .arg(option(words, "account", "team-cli-account").value_name(words.get("cli-value-name")))
        .arg(switch(words, "mail", "team-cli-mail"))
}
