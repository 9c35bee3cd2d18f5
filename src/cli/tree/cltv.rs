//! The command of the lifetime value; `cli::cltv` runs it.
use clap::Command;

use super::{option, positional, switch};
use crate::domain::cltv::MOST_YEARS;
use crate::lang::Words;

/// One client or all, and what would be if.
pub(super) fn cltv(words: &Words, command: Command) -> Command {
    let percent = |name: &'static str, key: &str| {
        option(words, name, key).value_name(words.get("cli-value-number")).allow_negative_numbers(true)
    };
    let years = clap::value_parser!(u32).range(1..=i64::from(MOST_YEARS));
    command
        .arg(positional(words, "account", "cli-value-name", "cltv-cli-account"))
        .arg(percent("retention", "cltv-cli-retention"))
        .arg(percent("growth", "cltv-cli-growth"))
        .arg(option(words, "years", "cltv-cli-years").value_name("N").value_parser(years))
        .arg(switch(words, "save", "cltv-cli-save"))
        .after_help(words.get("cltv-cli-more"))
}
