//! Flags read into the fields of records.
use clap::ArgMatches;
use clap::parser::ValueSource;

use crate::cli::failure::Failure;
use crate::cli::shell::{Book, Shell};
use crate::cli::tree;
use crate::domain::Id;
use crate::domain::field::{Record, Spec};
use crate::domain::kind::Kind;
use crate::domain::value::{FieldKind, Value};
use crate::lang::value::parse;

/// A flag that was given: the kind of record it belongs to, its field, what was typed.
pub struct Given {
    /// Whose field.
    pub kind: Kind,
    /// The field.
    pub spec: &'static Spec,
    /// What was typed.
    text: String,
}

/// The flags that were given, in the order of the field tables.
pub fn given(kind: Kind, args: &ArgMatches) -> Vec<Given> {
    let typed = |(kind, spec): (Kind, &'static Spec)| {
        let here = args.value_source(spec.name) == Some(ValueSource::CommandLine);
        let values = args.get_many::<String>(spec.name).filter(|_| here)?;
        let values: Vec<_> = values.cloned().collect();
        // What was given several times is one list.
        let separator = if spec.kind == FieldKind::Note { "\n" } else { ", " };
        Some(Given { kind, spec, text: values.join(separator) })
    };
    let mut all: Vec<_> = tree::flag_fields(kind).into_iter().filter_map(typed).collect();
    let title = args.try_get_one::<String>("title-of-record").ok().flatten();
    if let (Some(title), Some(name)) = (title, tree::title_field(kind))
        && !all.iter().any(|g| g.spec.name == name)
        && let Some(spec) = kind.specs().into_iter().find(|s| s.name == name)
    {
        all.insert(0, Given { kind, spec, text: title.clone() });
    }
    all
}

impl Given {
    /// The value that was typed; names of the account `scope` come first.
    pub fn value(&self, shell: &Shell, book: &Book, scope: Option<Id>) -> Result<Value, Failure> {
        let value = parse(self.spec.kind, &self.text, &shell.cx(&book.directory, scope));
        value.map_err(|e| Failure::from(e).of_flag(&tree::flag(self.spec)))
    }
}

/// Sets the fields that were given for records of its kind.
pub fn set(
    record: &mut dyn Record,
    given: &[Given],
    shell: &Shell,
    book: &Book,
    scope: Option<Id>,
) -> Result<(), Failure> {
    let kind = record.kind();
    for given in given.iter().filter(|g| g.kind == kind) {
        record.set(given.spec.name, given.value(shell, book, scope)?)?;
    }
    Ok(())
}

/// The account that was given for a record of this kind, or that the record has.
pub fn scope(
    record: &dyn Record,
    given: &[Given],
    shell: &Shell,
    book: &Book,
) -> Result<Option<Id>, Failure> {
    let account = given.iter().find(|g| g.kind == record.kind() && g.spec.name == "account");
    let value = match account {
        Some(given) => given.value(shell, book, None)?,
        None => record.get("account"),
    };
    Ok(if let Value::Link(id) = value { Some(id) } else { None })
}
