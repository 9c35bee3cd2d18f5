//! The commands about the life of people; `cli::person` runs them.
use clap::{ArgAction, Command};

use super::{bare, option, positional, switch};
use crate::lang::Words;

/// Moving, leaving, being in the book twice.
pub(super) fn commands(words: &Words) -> [Command; 6] {
    let which = || positional(words, "which", "cli-value-name", "life-cli-who").required(true);
    let named = |name, key| option(words, name, key).value_name(words.get("cli-value-name"));
    [
        bare(words, "move", words.get("life-cli-move"))
            .arg(which())
            .arg(named("to", "life-cli-to").required(true))
            .arg(named("from", "life-cli-from"))
            .arg(option(words, "title", "life-cli-title").value_name(words.get("cli-value-text")))
            .arg(named("unit", "life-cli-unit"))
            .arg(switch(words, "forget-stance", "life-cli-forget-stance"))
            .after_help(words.get("life-cli-move-more")),
        bare(words, "leave", words.get("life-cli-leave"))
            .arg(which())
            .arg(named("account", "life-cli-account"))
            .arg(named("successor", "life-cli-successor"))
            .arg(switch(words, "new", "life-cli-new").requires("successor"))
            .after_help(words.get("life-cli-leave-more")),
        bare(words, "merge", words.get("life-cli-merge"))
            .arg(which().num_args(1..=2).help(words.get("life-cli-which")))
            .arg(
                option(words, "keep", "life-cli-keep")
                    .value_name(words.get("life-value-keep"))
                    .action(ArgAction::Append),
            )
            .arg(switch(words, "dry-run", "cli-flag-dry-run"))
            .after_help(words.get("life-cli-merge-more")),
        bare(words, "duplicates", words.get("life-cli-duplicates"))
            .arg(named("apart", "life-cli-apart").num_args(2))
            .after_help(words.get("life-cli-duplicates-more")),
        bare(words, "forget", words.get("erasure-cli"))
            .arg(which())
            .arg(switch(words, "backups", "erasure-cli-backups"))
            .arg(named("yes-name", "erasure-cli-yes-name"))
            .after_help(words.get("erasure-cli-more")),
        bare(words, "dossier", words.get("dossier-cli"))
            .arg(which())
            .after_help(words.get("dossier-cli-more")),
    ]
}
