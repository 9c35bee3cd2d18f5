//! The commands about people that no field table makes; `cli::person` runs them.
use clap::{ArgAction, Command};

use super::{bare, option, positional, switch};
use crate::domain::choice::{BuyingRole, Choice};
use crate::lang::{Words, choice};

/// All of them.
pub(super) fn commands(words: &Words) -> Vec<Command> {
    // One a line: each is a slice of its own.
    let all: [fn(&Words) -> Command; 7] = [cadence, colleagues, coverage, due, map, network, org];
    let life = super::life::commands(words);
    all.into_iter().map(|command| command(words)).chain(life).collect()
}

fn due(words: &Words) -> Command {
    bare(words, "due", words.get("due-cli"))
        .arg(positional(words, "account", "cli-value-name", "due-cli-account"))
        .arg(switch(words, "all", "due-cli-all"))
        .after_help(words.get("due-cli-more"))
}

fn colleagues(words: &Words) -> Command {
    bare(words, "colleagues", words.get("acquaintance-cli"))
        .arg(positional(words, "account", "cli-value-name", "acquaintance-cli-account"))
        .after_help(words.get("acquaintance-cli-more"))
}

fn coverage(words: &Words) -> Command {
    bare(words, "coverage", words.get("coverage-cli"))
        .arg(positional(words, "account", "cli-value-name", "coverage-cli-account"))
        .arg(
            option(words, "opportunity", "coverage-cli-opportunity")
                .value_name(words.get("cli-value-name"))
                .conflicts_with("account"),
        )
}

fn org(words: &Words) -> Command {
    bare(words, "org", words.get("org-cli"))
        .arg(positional(words, "account", "cli-value-name", "org-cli-account"))
        .after_help(words.get("org-cli-more"))
}

fn cadence(words: &Words) -> Command {
    let named = |name, key| option(words, name, key).value_name(words.get("cli-value-name"));
    let roles = words.with("due-set-cli-role", &[("roles", &choice::accepted(BuyingRole::SET, words))]);
    bare(words, "cadence", words.get("due-set-cli"))
        .arg(
            option(words, "days", "due-set-cli-days")
                .value_name(words.get("cli-value-number"))
                .required(true),
        )
        .arg(named("role", "due-set-cli-role").value_name(words.get("cli-value-choice")).help(roles))
        .arg(named("person", "due-set-cli-person").action(ArgAction::Append).conflicts_with("role"))
        .arg(named("account", "due-set-cli-account"))
        .after_help(words.get("due-set-cli-more"))
}

fn map(words: &Words) -> Command {
    bare(words, "map", words.get("people-map-cli"))
        .arg(positional(words, "account", "cli-value-name", "people-map-cli-account"))
        .arg(option(words, "axis", "people-map-cli-axis").value_name("stance|interest"))
        .after_help(words.get("people-map-cli-more"))
}

fn network(words: &Words) -> Command {
    bare(words, "network", words.get("network-cli"))
        .arg(positional(words, "account", "cli-value-name", "network-cli-account"))
        .after_help(words.get("network-cli-more"))
}
