//! The commands of the shell with their flags and words: made from the field tables and `cli.ftl`, read by the parser, the
//! help, the manual, the completions and `docs/COMMANDS.md`.
mod cltv;
pub mod decision;
mod export;
pub mod gantt;
mod import;
pub mod insight;
mod life;
pub mod opportunity;
mod person;
pub mod plan;
pub mod portfolio;
mod record;
mod report;
mod review;
mod setting;
mod template;
pub mod whitespace;

use std::fmt::Write as _;

use clap::{Arg, ArgAction, Command};

pub use record::{flag, flag_fields, title_field};

use crate::domain::kind::Kind;
use crate::lang::Words;

/// The kinds of record that have commands of their own.
pub const KINDS: [Kind; 27] = [
    Kind::Account,
    Kind::Unit,
    Kind::Person,
    Kind::Colleague,
    Kind::Interaction,
    Kind::Commitment,
    Kind::Opportunity,
    Kind::Contract,
    Kind::Problem,
    Kind::Reading,
    Kind::Kpi,
    Kind::Rate,
    Kind::Influence,
    Kind::Involvement,
    Kind::Competitor,
    Kind::Offering,
    Kind::Plan,
    Kind::Objective,
    Kind::Initiative,
    Kind::Milestone,
    Kind::WhiteSpace,
    Kind::Insight,
    Kind::Perk,
    Kind::Decision,
    Kind::Telling,
    Kind::Assignment,
    Kind::Promotion,
];

/// The commands in the groups in which help shows them: key of the group's words, names.
pub const GROUPS: &[(&str, &[&str])] = &[
    (
        "day",
        &[
            "log",
            "today",
            "brief",
            "bulletin",
            "scorecard",
            "explain",
            "search",
            "done",
            "review",
            "team",
            "digest",
            "report",
        ],
    ),
    (
        "records",
        &[
            "account",
            "unit",
            "person",
            "colleague",
            "interaction",
            "commitment",
            "opportunity",
            "involvement",
            "influence",
            "contract",
            "problem",
        ],
    ),
    ("figures", &["kpi", "reading", "rate", "cltv", "pareto"]),
    (
        "plan",
        &[
            "plan",
            "objective",
            "initiative",
            "milestone",
            "decision",
            "telling",
            "assignment",
            "offering",
            "whitespace",
            "competitor",
            "insight",
            "perk",
            "promotion",
        ],
    ),
    ("back", &["undo", "redo", "history"]),
    ("files", &["import", "export", "template", "backup", "restore", "check"]),
    ("program", &["setting", "demo", "keys", "completions", "man"]),
];

/// The whole tree.
pub fn tree(words: &Words) -> Command {
    only(words, |_| true).about(words.get("cli-about")).help_template(root_help(words))
}

/// The tree with only the commands whose names are wanted, and without its own help.
pub fn only(words: &Words, wanted: impl Fn(&str) -> bool) -> Command {
    let mut root = Command::new("cartera")
        .version(env!("CARGO_PKG_VERSION"))
        .term_width(80)
        .color(clap::ColorChoice::Never)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .subcommand_value_name(words.get("cli-value-command"))
        .args(globals(words))
        .arg(option(words, "version", "cli-flag-version").short('V').action(ArgAction::Version));
    for (_, names) in GROUPS {
        root = root.subcommands(names.iter().filter(|n| wanted(n)).map(|name| command(words, name)));
    }
    root
}

/// The most interactions that a demo book gets.
const MOST: i64 = 200_000;

/// A whole number that a list may have as its limit.
fn counts() -> clap::builder::RangedI64ValueParser<u32> {
    clap::value_parser!(u32).range(0..=100_000_000)
}

/// Flags of every command.
fn globals(words: &Words) -> Vec<Arg> {
    let global = |name: &'static str| {
        option(words, name, &format!("cli-flag-{name}"))
            .global(true)
            .help_heading(words.get("cli-heading-everywhere"))
    };
    vec![
        global("file")
            .value_name(words.get("cli-value-file"))
            .value_parser(clap::value_parser!(std::path::PathBuf)),
        global("on").value_name(words.get("cli-value-day")),
        global("lang").value_name("es|en"),
        global("json").action(ArgAction::SetTrue),
        global("help").short('h').action(ArgAction::Help),
    ]
}

fn option(words: &Words, name: &'static str, key: &str) -> Arg {
    Arg::new(name).long(name).help(words.get(key)).help_heading(words.get("cli-heading-options"))
}

fn switch(words: &Words, name: &'static str, key: &str) -> Arg {
    option(words, name, key).action(ArgAction::SetTrue)
}

/// Where a file goes, and whether another one may be replaced.
fn target(words: &Words, key: &str) -> [Arg; 2] {
    let output = option(words, "output", key)
        .value_name(words.get("cli-value-file"))
        .value_parser(clap::value_parser!(std::path::PathBuf));
    [output, switch(words, "force", "out-flag-force")]
}

/// An argument without a flag.
fn positional(words: &Words, name: &'static str, value: &str, key: &str) -> Arg {
    let heading = words.get("cli-heading-arguments");
    Arg::new(name).value_name(words.get(value)).help(words.get(key)).help_heading(heading)
}

/// A command by its name, without what it takes.
fn bare(words: &Words, name: &'static str, about: String) -> Command {
    let template = format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        words.get("cli-usage")
    );
    let more = format!("cli-{name}-more");
    let command = Command::new(name)
        .about(about)
        .help_template(template)
        .subcommand_help_heading(words.get("cli-heading-commands"))
        .subcommand_value_name(words.get("cli-value-command"))
        .disable_help_subcommand(true);
    if words.has(&more) { command.after_help(words.get(&more)) } else { command }
}

fn command(words: &Words, name: &'static str) -> Command {
    let of = Kind::named(name).filter(|k| KINDS.contains(k));
    let Some(kind) = of else {
        let command = bare(words, name, words.get(&format!("cli-{name}")));
        return takes(words, name, command);
    };
    let mut command = bare(words, name, words.get(&format!("cli-{name}")))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands(record::commands(words, kind));
    if kind == Kind::Commitment {
        command = command.alias("task");
    }
    command
}

/// What a command that is not about one kind of record takes.
fn takes(words: &Words, name: &'static str, command: Command) -> Command {
    let account = || option(words, "account", "cli-flag-account").value_name(words.get("cli-value-name"));
    let limit = || option(words, "limit", "cli-flag-limit").value_name("N").value_parser(counts());
    let pos = |name: &'static str, value: &str| positional(words, name, value, &format!("cli-arg-{name}"));
    match name {
        "log" => command
            .arg(pos("text", "cli-value-text").num_args(1..).required(true))
            .arg(account().help(words.get("cli-flag-scope"))),
        "today" | "scorecard" => command.arg(account()),
        "report" => report::report(words, command),
        "review" | "team" | "digest" => review::takes(words, name, command),
        "search" => command
            .arg(pos("words", "cli-value-text").num_args(1..).required(true))
            .args([account(), limit()]),
        "brief" => command.arg(pos("whose", "cli-value-name").num_args(1..).required(true)),
        "bulletin" => decision::bulletin(words, command),
        "explain" => command.arg(pos("what", "cli-value-what").num_args(1..).required(true)),
        "done" => command.arg(pos("commitment", "cli-value-name").num_args(1..).required(true)).arg(switch(
            words,
            "reopen",
            "cli-flag-reopen",
        )),
        "cltv" => cltv::cltv(words, command),
        "pareto" => portfolio::pareto(words, command),
        "history" => command.arg(pos("record", "cli-value-record").num_args(0..)).arg(limit()),
        "import" => import::import(words, command),
        "template" => template::template(words, command),
        "export" => export::export(words, command),
        "backup" => {
            let [output, _] = target(words, "cli-flag-output");
            command.arg(output).arg(switch(words, "list", "cli-flag-backup-list"))
        }
        "restore" => command.arg(pos("backup", "cli-value-file").required(true)),
        "setting" => setting::setting(words, command),
        "demo" => command
            .arg(
                option(words, "interactions", "cli-flag-interactions")
                    .value_name("N")
                    .value_parser(clap::value_parser!(u32).range(0..=MOST)),
            )
            .arg(switch(words, "no-open", "cli-flag-no-open")),
        "completions" => command.arg(
            pos("shell", "cli-value-shell")
                .required(true)
                .value_parser(clap::value_parser!(clap_complete::Shell))
                .hide_possible_values(true),
        ),
        _ => command,
    }
}

/// The help of the whole: commands in groups, then the flags.
fn root_help(words: &Words) -> String {
    let wide = GROUPS.iter().flat_map(|(_, names)| names.iter()).map(|n| n.len()).max().unwrap_or(0);
    let mut text = format!(
        "{{about-with-newline}}\n{}: cartera [{}]\n",
        words.get("cli-usage"),
        words.get("cli-value-command")
    );
    for (group, names) in GROUPS {
        let _infallible = write!(text, "\n{}:\n", words.get(&format!("cli-group-{group}")));
        for name in *names {
            let about = words.get(&format!("cli-{name}"));
            let _infallible = writeln!(text, "  {name:wide$}  {about}");
        }
    }
    // What a brace of the words would mean to the template must not happen: the words have none, and a test keeps it so.
    let _infallible = write!(
        text,
        "\n{}:\n{{options}}\n\n{}\n",
        words.get("cli-heading-everywhere"),
        words.get("cli-more")
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn the_tree_holds_together_in_both_languages() {
        for lang in Lang::ALL {
            tree(&Words::new(lang)).debug_assert();
        }
    }

    #[test]
    fn no_field_of_a_person_has_the_flag_of_a_field_of_their_place() {
        let mut flags: Vec<_> = flag_fields(Kind::Person).into_iter().map(|(_, s)| flag(s)).collect();
        let all = flags.len();
        flags.sort();
        flags.dedup();
        assert_eq!(flags.len(), all);
    }

    fn check(mut command: Command) {
        let help = command.render_help().to_string();
        assert!(!help.contains("cli-") && !help.contains("field-"), "{help}");
        for line in help.lines() {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= 80, "{}: {line}", command.get_name());
        }
        for sub in command.get_subcommands() {
            check(sub.clone());
        }
    }

    #[test]
    fn every_word_of_the_tree_is_there_and_help_fits_eighty_columns() {
        for lang in Lang::ALL {
            check(tree(&Words::new(lang)));
        }
    }
}
