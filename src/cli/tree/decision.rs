//! The commands about decisions that no field table makes; `cli::decision` runs them.
use clap::{Arg, Command};

use super::{bare, option, positional, switch};
use crate::lang::Words;

/// What `decision told` takes.
pub fn told(words: &Words) -> Command {
    bare(words, "told", words.get("decisions-cli-told"))
        .arg(positional(words, "which", "cli-value-name", "cli-arg-which").required(true))
        .arg(positional(words, "who", "cli-value-name", "decisions-cli-who").num_args(0..))
        .arg(side(words))
        .arg(switch(words, "not", "decisions-cli-not"))
        .after_help(words.get("decisions-cli-told-more"))
}

/// What `decision untold` takes.
pub fn untold(words: &Words) -> Command {
    bare(words, "untold", words.get("decisions-cli-untold")).arg(positional(
        words,
        "account",
        "cli-value-name",
        "decisions-cli-account",
    ))
}

/// What `bulletin` takes.
pub(super) fn bulletin(words: &Words, command: Command) -> Command {
    command
        .arg(positional(words, "account", "cli-value-name", "decisions-cli-of").required(true))
        .arg(side(words))
        .arg(switch(words, "mail", "decisions-cli-mail"))
        .arg(switch(words, "sent", "decisions-cli-sent"))
}

fn side(words: &Words) -> Arg {
    let values = clap::builder::PossibleValuesParser::new(["ours", "theirs"]);
    option(words, "side", "decisions-cli-side")
        .value_name("ours|theirs")
        .value_parser(values)
        .hide_possible_values(true)
}
