//! What `report` takes: a command of its own for each document of `report::papers`; `cli::report` runs them.
use clap::builder::{PossibleValuesParser, Resettable};
use clap::{Arg, ArgAction, Command};

use super::{bare, option, positional, switch, target};
use crate::domain::choice::{Choice, ReportKind};
use crate::lang::Words;
use crate::report::format::Format;
use crate::report::papers::{Of, ROWS, Row};

/// The documents, then what is done with those that were issued.
pub(super) fn report(words: &Words, command: Command) -> Command {
    let kinds = ROWS.iter().map(|row| kind(words, row));
    let number =
        || positional(words, "number", "handout-cli-value-number", "handout-cli-number").required(true);
    // What other commands of these names say of themselves means nothing here.
    let own = |name, key: &str| bare(words, name, words.get(key)).after_help(Resettable::Reset);
    command
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands(kinds)
        .subcommand(
            own("list", "handout-cli-list")
                .arg(option(words, "account", "cli-flag-account").value_name(words.get("cli-value-name"))),
        )
        .subcommand(own("show", "handout-cli-show").arg(number()).args(form(words)))
        .subcommand(own("remove", "handout-cli-remove").arg(number()))
}

fn kind(words: &Words, row: &Row) -> Command {
    let about = words.get(&format!("handout-cli-{}", row.kind.name()));
    let command = bare(words, row.kind.name(), about).after_help(Resettable::Reset);
    let name = |key: &str| positional(words, "whose", "cli-value-name", key).required(true);
    let mut command = match row.of {
        Of::Book => command,
        Of::Account => command.arg(name("handout-cli-account")),
        Of::Colleague => command.arg(name("handout-cli-colleague")),
        Of::Talk => command.arg(
            positional(words, "whom", "cli-value-name", "handout-cli-whom").num_args(1..).required(true),
        ),
    };
    command = match row.kind {
        ReportKind::Bulletin => command.arg(side(words)),
        ReportKind::Dossier => command.arg(switch(words, "personal", "handout-cli-personal")),
        ReportKind::Management => command.arg(
            option(words, "ask", "handout-cli-ask")
                .value_name(words.get("cli-value-text"))
                .action(ArgAction::Append),
        ),
        ReportKind::Plan
        | ReportKind::PlanPage
        | ReportKind::Review
        | ReportKind::Client
        | ReportKind::Brief
        | ReportKind::Digest
        | ReportKind::Portfolio => command,
    };
    let period =
        option(words, "period", "handout-cli-period").value_name(words.get("handout-cli-value-period"));
    let languages = PossibleValuesParser::new(["es", "en"]);
    command
        .arg(period)
        .args(form(words))
        .arg(
            option(words, "language", "handout-cli-language")
                .value_name("es|en")
                .value_parser(languages)
                .hide_possible_values(true),
        )
        .arg(switch(words, "issue", "handout-cli-issue"))
}

fn side(words: &Words) -> Arg {
    option(words, "side", "decisions-cli-side")
        .value_name("ours|theirs")
        .value_parser(PossibleValuesParser::new(["ours", "theirs"]))
        .hide_possible_values(true)
}

/// In which form, and where to.
fn form(words: &Words) -> [Arg; 3] {
    let formats = Format::ALL.map(Format::name);
    let format = option(words, "format", "handout-cli-format")
        .value_name("md|html|xlsx|term")
        .value_parser(PossibleValuesParser::new(formats))
        .hide_possible_values(true);
    let [output, force] = target(words, "handout-cli-output");
    [format, output, force]
}
