//! The commands about plans in time that no field table makes; `cli::gantt` runs them.
use clap::{ArgAction, Command};

use super::{bare, option, positional, switch};
use crate::lang::Words;

/// `plan gantt`.
pub fn chart(words: &Words) -> Command {
    bare(words, "gantt", words.get("gantt-cli"))
        .arg(positional(words, "account", "cli-value-name", "gantt-cli-account"))
        .arg(option(words, "zoom", "gantt-cli-zoom").value_name("week|month|quarter"))
        .after_help(words.get("gantt-cli-more"))
}

/// `move` of initiatives, milestones and objectives.
pub fn shift(words: &Words) -> Command {
    let number = |name, key| {
        option(words, name, key)
            .value_name(words.get("cli-value-number"))
            .allow_negative_numbers(true)
            .value_parser(clap::value_parser!(i64).range(-3660..=3660))
    };
    let which = positional(words, "which", "cli-value-name", "gantt-cli-move-which");
    bare(words, "move", words.get("gantt-cli-move"))
        .arg(which.required(true).num_args(1..).action(ArgAction::Append))
        .arg(number("days", "gantt-cli-move-days").required_unless_present("weeks"))
        .arg(number("weeks", "gantt-cli-move-weeks").conflicts_with("days"))
        .after_help(words.get("gantt-cli-move-more"))
}

/// The same of initiatives, which have an end of their own.
pub fn shift_or_end(words: &Words) -> Command {
    shift(words).arg(switch(words, "end", "gantt-cli-move-end"))
}
