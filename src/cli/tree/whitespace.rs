//! The commands about white space and competitors that no field table makes; `cli::whitespace` runs them.
use clap::Command;

use super::{bare, option, positional, switch};
use crate::domain::choice::{CellState, Choice};
use crate::lang::{Words, choice};

/// `competitor radar`.
pub fn radar(words: &Words) -> Command {
    bare(words, "radar", words.get("competitor-cli-radar"))
        .arg(positional(words, "account", "cli-value-name", "competitor-cli-radar-account"))
        .arg(
            option(words, "months", "competitor-cli-radar-months")
                .value_name("N")
                .value_parser(clap::value_parser!(i32).range(1..=120)),
        )
}

/// `whitespace grid`.
pub fn grid(words: &Words) -> Command {
    bare(words, "grid", words.get("whitespace-cli"))
        .arg(positional(words, "account", "cli-value-name", "whitespace-cli-account"))
        .arg(option(words, "show", "whitespace-cli-show").value_name("gap|ours|total|ends"))
        .arg(switch(words, "why", "whitespace-cli-why"))
}

/// `whitespace set`.
pub fn set(words: &Words) -> Command {
    let named = |name, key| {
        option(words, name, key).value_name(words.get("cli-value-name")).allow_negative_numbers(true)
    };
    let money = |name, key| named(name, key).value_name(words.get("cli-value-money"));
    let states =
        words.with("whitespace-cli-set-state", &[("choices", &choice::accepted(CellState::SET, words))]);
    bare(words, "set", words.get("whitespace-cli-set"))
        .arg(named("account", "whitespace-cli-set-account").required(true))
        .arg(named("offering", "whitespace-cli-set-offering").required(true))
        .arg(named("unit", "whitespace-cli-set-unit"))
        .arg(
            named("state", "whitespace-cli-set-state").value_name(words.get("cli-value-choice")).help(states),
        )
        .arg(named("competitor", "whitespace-cli-set-competitor").conflicts_with("state"))
        .arg(money("ours", "whitespace-cli-set-ours"))
        .arg(money("total", "whitespace-cli-set-total"))
        .arg(named("ends", "whitespace-cli-set-ends").value_name(words.get("cli-value-day")))
        .arg(switch(words, "clear", "whitespace-cli-set-clear"))
        .after_help(words.get("whitespace-cli-set-more"))
}
