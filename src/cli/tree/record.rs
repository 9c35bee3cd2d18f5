//! The commands about records, with flags made from their field tables.
use clap::{Arg, ArgAction, Command};

use super::{bare, option, positional, switch};
use crate::domain::field::Spec;
use crate::domain::kind::Kind;
use crate::domain::value::FieldKind;
use crate::lang::{Words, choice, field};

/// The commands about records of a kind.
pub(super) fn commands(words: &Words, kind: Kind) -> Vec<Command> {
    let name = field::kind(kind, words);
    let kinds = field::kinds(kind, words);
    let about = |verb: &str| words.with(&format!("cli-record-{verb}"), &[("kind", &name), ("kinds", &kinds)]);
    let which = |many: bool| {
        let named = kind.has_names() || matches!(kind, Kind::Contract | Kind::Problem | Kind::Influence);
        let key = if named { "cli-arg-which" } else { "cli-arg-which-number" };
        let which = positional(words, "which", "cli-value-name", key).required(true);
        match (many, kind) {
            (true, _) => which.num_args(1..),
            // Its account and its name.
            (false, Kind::Kpi) => which.num_args(1..=2).help(words.get("cli-arg-which-kpi")),
            (false, _) => which,
        }
    };
    let mut add = bare(words, "add", about("add"));
    if let Some(title) = title_field(kind) {
        let key = field::key(kind, title);
        add = add.arg(positional(words, "title-of-record", "cli-value-text", &format!("{key}-help")));
    }
    if kind == Kind::Kpi {
        add = add.arg(option(words, "from", "cli-flag-from").value_name(words.get("cli-value-ready")));
    }
    let mut commands = vec![
        list(words, kind, about("list")),
        bare(words, "show", about("show")).arg(which(false)),
        add.args(field_flags(words, kind)),
        bare(words, "edit", about("edit"))
            .arg(which(false))
            .args(field_flags(words, kind))
            .after_help(words.get("cli-edit-more")),
        bare(words, "remove", about("remove")).arg(which(true)),
    ];
    commands.extend(crate::cli::more::commands(words, kind));
    if kind == Kind::Person {
        commands.extend(super::person::commands(words));
    }
    if kind == Kind::Kpi {
        commands.extend(["set", "target"].map(|name| figures(words, name)));
        let wanted = positional(words, "words", "cli-value-text", "cli-arg-catalogue").num_args(0..);
        commands.push(bare(words, "catalogue", words.get("cli-kpi-catalogue")).arg(wanted));
    }
    commands
}

/// `list` of a kind, with what it can leave out.
fn list(words: &Words, kind: Kind, about: String) -> Command {
    let mut list = bare(words, "list", about);
    if !matches!(kind, Kind::Colleague | Kind::Account | Kind::Rate | Kind::Competitor | Kind::Offering) {
        list = list
            .arg(option(words, "account", "cli-flag-account-only").value_name(words.get("cli-value-name")));
    }
    list = match kind {
        Kind::Account => list.arg(switch(words, "key", "cli-flag-key")),
        Kind::Commitment
        | Kind::Contract
        | Kind::Problem
        | Kind::Opportunity
        | Kind::Kpi
        | Kind::Plan
        | Kind::Objective
        | Kind::Initiative
        | Kind::Milestone
        | Kind::Offering
        | Kind::Perk
        | Kind::Assignment => list.arg(switch(words, "all", &format!("cli-flag-all-{}", kind.name()))),
        _ => list,
    };
    list.arg(option(words, "sort", "cli-flag-sort").value_name(words.get("cli-value-field")))
        .arg(switch(words, "reverse", "cli-flag-reverse"))
        .arg(option(words, "limit", "cli-flag-limit").value_name("N").value_parser(super::counts()))
        .args(super::export::list(words))
}

/// `kpi set` and `kpi target`: what stands behind them is taken apart by `cli::kpi`.
fn figures(words: &Words, name: &'static str) -> Command {
    let key = |rest: &str| words.get(&format!("cli-kpi-{name}{rest}"));
    let shape = key("-shape");
    let usage = format!("cartera kpi {name} {shape}");
    let figures = Arg::new("figures").value_name(shape).num_args(1..).required(true).hide(true);
    bare(words, name, key("")).override_usage(usage).arg(figures).after_help(key("-more"))
}

/// The field that `add` also takes without its flag.
pub fn title_field(kind: Kind) -> Option<&'static str> {
    kind.specs().into_iter().map(|s| s.name).find(|name| matches!(*name, "name" | "text"))
}

/// The fields that flags of a kind set, each with the kind of its record: of a person also those of their place.
pub fn flag_fields(kind: Kind) -> Vec<(Kind, &'static Spec)> {
    let mut fields: Vec<_> = kind.specs().into_iter().map(|s| (kind, s)).collect();
    if kind == Kind::Person {
        fields.extend(Kind::Membership.specs().into_iter().map(|s| (Kind::Membership, s)));
    }
    fields.retain(|(of, spec)| spec.editable && (*of, spec.name) != (Kind::Membership, "person"));
    fields
}

/// The flag of a field: its name with hyphens.
pub fn flag(spec: &Spec) -> String {
    spec.name.replace('_', "-")
}

fn field_flags(words: &Words, kind: Kind) -> Vec<Arg> {
    let arg = |(of, spec): (Kind, &'static Spec)| {
        let heading =
            if of == kind { words.get("cli-heading-fields") } else { words.get("cli-heading-membership") };
        let mut help = field::help(of, spec.name, words);
        if let FieldKind::Choice(set) | FieldKind::Choices(set) = spec.kind {
            help = format!("{help} ({})", choice::accepted(set, words));
        }
        let arg = Arg::new(spec.name).long(flag(spec)).help(help).help_heading(heading);
        let arg = arg.value_name(value_name(spec.kind, words)).allow_negative_numbers(true);
        if spec.kind == FieldKind::Flag {
            return arg.num_args(0..=1).default_missing_value("1");
        }
        if takes_several(spec.kind) { arg.action(ArgAction::Append) } else { arg }
    };
    flag_fields(kind).into_iter().map(arg).collect()
}

/// Whether a flag may be given several times.
const fn takes_several(kind: FieldKind) -> bool {
    matches!(
        kind,
        FieldKind::Texts | FieldKind::Emails | FieldKind::Tags | FieldKind::Choices(_) | FieldKind::Links(_)
    )
}

/// What stands behind a flag in the help.
fn value_name(kind: FieldKind, words: &Words) -> String {
    let key = match kind {
        FieldKind::Text | FieldKind::Note => "cli-value-text",
        FieldKind::Texts | FieldKind::Emails | FieldKind::Tags => "cli-value-texts",
        FieldKind::Day => "cli-value-day",
        FieldKind::Time => "cli-value-time",
        FieldKind::Minutes => "cli-value-minutes",
        FieldKind::Score(low, high) => return format!("{low}-{high}"),
        FieldKind::Percent => "cli-value-percent",
        FieldKind::Count(..) | FieldKind::Decimal | FieldKind::Measure => "cli-value-number",
        FieldKind::Money => "cli-value-money",
        FieldKind::Period => "cli-value-period",
        FieldKind::Currency => "cli-value-currency",
        FieldKind::Month => "cli-value-month",
        FieldKind::Flag => "cli-value-flag",
        FieldKind::Choice(_) => "cli-value-choice",
        FieldKind::Choices(_) => "cli-value-choices",
        FieldKind::Link(_) => "cli-value-name",
        FieldKind::Links(_) => "cli-value-names",
    };
    words.get(key)
}
