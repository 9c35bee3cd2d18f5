//! The pages of `docs` named after a table are written from the tables, and the drawing of the README by the program:
//! `CARTERA_WRITE_DOCS=1 cargo test` writes them anew.
use std::fmt::Write;
use std::path::Path;

use cartera::cli::tree::tree;
use cartera::command::table::ROWS;
use cartera::command::{KeyScope, Keymap};
use cartera::domain::kind::Kind;
use cartera::domain::value::FieldKind;
use cartera::exchange::demo::build;
use cartera::exchange::out::grid::has_sheet;
use cartera::exchange::out::{calendar, cards};
use cartera::lang::{Lang, Words, choice, field};
use cartera::store::Store;

use crate::book::{clock, today};

/// Compares a page with its file, or writes the file.
fn stands(name: &str, page: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    if std::env::var_os("CARTERA_WRITE_DOCS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, page).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == page, "{name} is stale: CARTERA_WRITE_DOCS=1 cargo test writes it anew");
}

const COMMANDS: &str = "# Commands

Written by a test from the tree of commands (`src/cli/tree.rs`), the field tables and `assets/lang/en/cli.ftl`; change those,
not this page. The same help comes with `cartera COMMAND --help`, in Spanish with `--lang es`.

Data goes to standard output, talk to standard error; nothing is ever asked but
the full name of a person who is to be forgotten. A name may stand wherever a number may: the
beginning of any word of it is enough, accents do not matter. `--json` answers with one document: the names are those of
[FIELDS.md](FIELDS.md), records are their numbers, days are `2026-11-23`, what is unknown is `null`.

| exit code | means |
| --- | --- |
| 0 | done |
| 1 | not done, or not wholly: refused, changed elsewhere, a part of an import left out |
| 2 | what was typed is not understood; what would be is said |
| 3 | a name or number fits nothing, or several things, which are named |
| 4 | the file is locked, damaged, of a newer version or no book at all; it was left as it is |

The book is `book.cartera` in the data folder of the system (`~/.local/share/cartera`), the settings are `config.toml` in
its config folder (`~/.config/cartera`); `CARTERA_HOME` names one folder for both, `--file` another book.
";

/// What `scorecard --json` answers; `cli::scorecard` compares the names with an answer.
const SCORECARD: &str = "
## What scorecard --json answers

`day`, and `accounts`: the portfolio first (`id` and `health` are `null`), then each account with `id`, `name`, `health`,
`insights` and `kpis`. `kpi list`, `kpi show`, `kpi set`, `kpi target` and `explain kpi` have the same object of an indicator
under `standing`. Figures are in what the indicator is measured in: money as `{\"amount\": \"1234.50\", \"currency\": \"EUR\"}`,
anything else as a number. Shares are 1 for 100 %. What is not known is `null`; `why` has the reason under the same name.

| of an indicator | is |
| --- | --- |
| `id` `name` `account` `account_name` | which one; without account it is the portfolio's |
| `measure` `currency` `better` `nature` `frequency` `ownership` `computed` | how it is defined, see [FIELDS.md](FIELDS.md#kpi) |
| `revenue` | it is the revenue of its account |
| `year` `as_of` `period` | the company's year it speaks of, the day up to which its figures are true, its newest period |
| `actual` `target` `before` | figure and target of the newest period, figure of the one before |
| `to_date` `expected` | of a flow the year to date and what was expected by then; of a level its newest figure |
| `plan` `plan_high` | target of the year, of a level that of the newest period; of a band also its upper end |
| `pace` `attainment` `judged` | pace of a flow, attainment of the newest period, and the one of them it is judged on |
| `ratio` `coverage` | actual ÷ target of the newest period as it is printed; how many times the remaining gap the open sales of the revenue are |
| `rag` `off_for` | `on_track` `at_risk` `off_track` `stale` `unknown`; for how many periods in a row it has been off track |
| `trend` `worse` | `up` `flat` `down` against the period before; whether that is worse |
| `evidence` | share of the periods so far that have a figure |
| `mismatch` `left_out` | where the targets of the periods do not add up to the year's; figures without a rate |
| `landing` | where it will land, see below; a level has none |
| `why` | reasons for what is `null` |

| of a landing | is |
| --- | --- |
| `method` `value` `gap` | the method to go by, where it lands, what is missing to the target |
| `required` `best_of_three` | needed in each period left; the best of the last three |
| `pipeline` `at_risk` | weighted sales on top that close in the year; revenue of contracts that end in it, not taken off |
| `closed` `of` | periods with a figure, of how many |
| `methods` | each method with `value`, `gap`, `with_pipeline` |

| of a health | is |
| --- | --- |
| `value` `evidence` `band` | 0 to 100; the share of its weights that is known; `on_track` `at_risk` `off_track`, `null` below 60 % |
| `parts` | each with `name`, `label`, `weight`, `value`, `why`, and its `inputs` with the record (`kind`, `id`) and when it was true |
| `since` `since_why` | `day`, `value` and `trend` of the stored health nearest to a month ago, or why there is none |
| `course` | the last twelve months, oldest first |
| `formula` `why` | how it is made; why it is not known |

An insight has its `rule`, the record it is about (`kind`, `id`), its sentence (`text`), the figures behind it (`evidence`), how
many others the same rule found (`more`), and what could be done about it (`act`).
";

fn commands() -> String {
    let words = Words::new(Lang::En);
    let mut root = tree(&words);
    root.build();
    let mut page = format!("{COMMANDS}\n```text\n{}\n```\n", root.render_help().to_string().trim_end());
    for command in root.get_subcommands() {
        section(&mut page, command, "##", &words);
        for inner in command.get_subcommands() {
            section(&mut page, inner, "###", &words);
        }
    }
    page.push_str(SCORECARD);
    page
}

fn section(page: &mut String, command: &clap::Command, level: &str, words: &Words) {
    let mut command = command.clone();
    let help = command.render_help().to_string();
    // The flags of every command stand once, at the top; what follows them stays.
    let everywhere = format!("{}:\n", words.get("cli-heading-everywhere"));
    let (own, rest) = help.split_once(&everywhere).unwrap_or((&help, ""));
    let after = rest.split_once("\n\n").map_or("", |(_, after)| after);
    let text = format!("{}\n\n{}", own.trim_end(), after.trim_end());
    let name = command.get_bin_name().unwrap_or_default();
    write!(page, "\n{level} {name}\n\n```text\n{}\n```\n", text.trim_end()).unwrap();
}

const FIELDS: &str = "# Fields

Written by a test from the field tables (`src/domain`) and their words; change those, not this page. A field has one name
everywhere: in the file, in JSON, in the columns of a CSV (which may also bear its label in either language), and as a flag,
with hyphens: `--fiscal-start`. Each value is read by one function, wherever it is typed. The last columns say which files
hold the field when it is exported and bring it back: a table is a CSV file or a workbook, of vCard and iCalendar the property is named;
`personal` of people and `notes` of accounts go out only with `--personal`, but for JSON, which is whole.
";

fn fields() -> String {
    let (en, es) = (Words::new(Lang::En), Words::new(Lang::Es));
    let mut page = FIELDS.to_owned();
    for kind in Kind::ALL {
        write!(page, "\n## {}\n\n", kind.name()).unwrap();
        page.push_str(
            "| field | label | rótulo | accepted | what it is | tables | vCard, iCalendar |\n| --- | --- | --- | --- | --- | --- | --- |\n",
        );
        for spec in kind.specs() {
            let required = if spec.required { "; required" } else { "" };
            let kept = if spec.editable { "" } else { "; never edited" };
            let label = |words: &Words| field::label(kind, spec.name, words);
            let help = field::help(kind, spec.name, &en);
            writeln!(
                page,
                "| `{}` | {} | {} | {}{required}{kept} | {help} | {} | {} |",
                spec.name,
                label(&en),
                label(&es),
                accepted(spec.kind, &en),
                tables(kind, spec.name),
                outside(kind, spec.name),
            )
            .unwrap();
        }
    }
    page
}

/// Which tables have a field.
fn tables(kind: Kind, field: &str) -> &'static str {
    match kind {
        Kind::Membership if field == "person" => "its row of people",
        Kind::Membership => "people",
        kind if has_sheet(kind) => "CSV, XLSX",
        _ => "CSV",
    }
}

/// The properties of other formats in which a field stands.
fn outside(kind: Kind, field: &str) -> String {
    let of = |fields: &[(Kind, &str, &'static str)]| {
        fields.iter().find(|(k, f, _)| *k == kind && *f == field).map(|(.., property)| *property)
    };
    let found = [of(cards::FIELDS), of(calendar::FIELDS)].into_iter().flatten();
    found.map(|property| format!("`{property}`")).collect::<Vec<_>>().join(", ")
}

fn accepted(kind: FieldKind, words: &Words) -> String {
    match kind {
        FieldKind::Text => "one line of text".to_owned(),
        FieldKind::Note => "text of several lines, Markdown".to_owned(),
        FieldKind::Texts => "texts, separated by commas".to_owned(),
        FieldKind::Emails => "e-mail addresses, separated by commas".to_owned(),
        FieldKind::Tags => "words, separated by commas".to_owned(),
        FieldKind::Day => "a day: `today`, `fri`, `3d`, `12/11`, `2026-11-12`".to_owned(),
        FieldKind::Time => "a time: `10:30`, `9h`".to_owned(),
        FieldKind::Minutes => "a duration: `30m`, `1h30`; minutes in JSON".to_owned(),
        FieldKind::Count(low, high) | FieldKind::Score(low, high) => format!("a number, {low} to {high}"),
        FieldKind::Percent => "a percentage: `12.5 %`; `12.5` in JSON".to_owned(),
        FieldKind::Decimal => "a number: `12.5`; `\"12.5\"` in files of JSON".to_owned(),
        FieldKind::Money => "an amount: `1,234.50`, `120k`, `500 USD`; `{\"amount\": \"1234.50\", \"currency\": \"EUR\"}` in JSON".to_owned(),
        FieldKind::Measure => "a number or an amount, as its KPI is measured".to_owned(),
        FieldKind::Period => "a month, quarter or year: `2026-11`, `2026-Q4`, `2026`".to_owned(),
        FieldKind::Currency => "a currency code: `EUR`".to_owned(),
        FieldKind::Month => "a month: its name, or 1 to 12".to_owned(),
        FieldKind::Flag => "`yes` or `no`".to_owned(),
        FieldKind::Choice(set) => format!("one of: {}", choice::accepted(set, words)),
        FieldKind::Choices(set) => format!("some of: {}", choice::accepted(set, words)),
        FieldKind::Link(to) => format!("{} `{}`, by name or number", article(to), to.name()),
        FieldKind::Links(to) => format!("`{}` records, by name or number, separated by commas", to.name()),
    }
}

fn article(kind: Kind) -> &'static str {
    if matches!(kind, Kind::Account | Kind::Interaction) { "an" } else { "a" }
}

fn keys() -> String {
    let (words, keymap) = (Words::new(Lang::En), Keymap::default());
    let mut page = String::from(
        "# Keys\n\nWritten by a test from the one table of commands (`src/command/table.rs`); change the table, not this page.\n\n\
         The first column is the name by which `[keys]` of the settings file gives a command other keys:\n\n\
         ```toml\n[keys]\ncapture = [\"i\", \"Ctrl-N\"]\n```\n",
    );
    for scope in KeyScope::ALL {
        let title = words.get(&format!("command-scope-{}", scope.name()));
        write!(page, "\n## {title}\n\n| command | keys | does |\n| --- | --- | --- |\n").unwrap();
        for row in ROWS.iter().filter(|r| r.scope == scope) {
            let keys: Vec<_> = keymap.chords(row.command).iter().map(|c| format!("`{}`", c.name())).collect();
            let help = words.get(&row.command.help_key());
            writeln!(page, "| `{}` | {} | {help} |", row.id, keys.join(" ")).unwrap();
        }
    }
    page
}

#[test]
fn the_page_of_keys_says_what_the_table_says() {
    stands("docs/KEYS.md", &keys());
}

#[test]
fn the_page_of_commands_says_what_the_tree_says() {
    stands("docs/COMMANDS.md", &commands());
}

#[test]
fn the_page_of_the_book_says_what_the_tables_say() {
    stands("docs/BOOK.md", &crate::book_doc::page());
}

#[test]
fn the_page_of_fields_says_what_the_tables_say() {
    stands("docs/FIELDS.md", &fields());
}

/// The README with the first thing it draws drawn by the program: Today on the demo book, 80×24.
fn readme() -> String {
    let written = include_str!("../../README.md");
    let mut store = Store::in_memory(clock).unwrap();
    build(&mut store, today(), None).unwrap();
    let drawn = crate::stage::plain(&crate::whole::Stage::new(store).buffer());
    let (before, rest) = written.split_once("```\n").unwrap();
    let (_, after) = rest.split_once("\n```\n").unwrap();
    format!("{before}```\n{}\n```\n{after}", drawn.trim_end())
}

#[test]
fn the_readme_draws_what_the_program_draws() {
    stands("README.md", &readme());
}
