//! An empty table to be filled in and imported: heads in the language of the user, a row that shows how it is done, what each column
//! takes. Of people it has their place too, as the lists that go out of the book.
mod example;
mod workbook;

use super::{EXAMPLE, SIGN};
use crate::domain::field::Spec;
use crate::domain::kind::Kind;
use crate::domain::value::FieldKind;
use crate::exchange::out::delimited;
use crate::lang::value::Context;
use crate::lang::{Words, choice, field, number};
pub use workbook::workbook;

/// A column of a template.
struct Column {
    of: Kind,
    spec: &'static Spec,
    /// A row without it is refused.
    required: bool,
}

impl Column {
    fn label(&self, words: &Words) -> String {
        field::label(self.of, self.spec.name, words)
    }

    fn help(&self, words: &Words) -> String {
        field::help(self.of, self.spec.name, words)
    }

    /// What may stand in it.
    fn accepted(&self, words: &Words) -> String {
        accepted(self.spec.kind, words)
    }
}

/// The kinds of record that have a template: what the program keeps by itself has none.
pub fn kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.into_iter().filter(|kind| {
        !matches!(kind, Kind::Settings | Kind::Issued | Kind::Mute) && kind.specs().iter().any(|s| s.editable)
    })
}

/// What a record is called first, then what it must have, then the rest.
fn columns(kind: Kind) -> Vec<Column> {
    let of = |kind: Kind| kind.specs().into_iter().filter(|s| s.editable).map(move |s| (kind, s));
    let mut all: Vec<_> = of(kind).collect();
    if kind == Kind::Person {
        all.extend(of(Kind::Membership).filter(|(_, s)| s.name != "person"));
    }
    let required =
        |of: Kind, spec: &Spec| of == kind && spec.required && of.blank().get(spec.name).is_empty();
    let mut columns: Vec<_> =
        all.into_iter().map(|(of, spec)| Column { of, spec, required: required(of, spec) }).collect();
    columns.sort_by_key(|c| match c.spec.name {
        "name" | "text" if c.of == kind && c.spec.kind == FieldKind::Text => 0,
        "account" if c.of == Kind::Membership && kind == Kind::Person => 1,
        _ if c.required => 1,
        _ => 2,
    });
    columns
}

/// The template as a CSV file: heads, what each column takes and an example, both in rows that are never read.
pub fn csv(kind: Kind, cx: &Context<'_>) -> Vec<u8> {
    let columns = columns(kind);
    let heads: Vec<_> = columns.iter().map(|c| c.label(cx.words)).collect();
    let must = cx.words.get("template-required");
    let takes = columns.iter().map(|c| {
        let accepted = c.accepted(cx.words);
        if c.required { format!("{accepted} ({must})") } else { accepted }
    });
    let examples = columns.iter().map(|c| example::of(c, cx));
    let mut takes = takes.collect::<Vec<_>>();
    if let Some(first) = takes.first_mut() {
        *first = format!("{SIGN}{} · {first}", kind.name());
    }
    delimited::written(
        [heads, marked(takes), marked(examples.collect())].iter().map(|row| row.iter().map(String::as_str)),
        cx.words.lang(),
    )
}

/// A row that is never read.
fn marked(mut cells: Vec<String>) -> Vec<String> {
    if let Some(first) = cells.first_mut() {
        first.insert_str(0, EXAMPLE);
    }
    cells
}

/// What may stand in a column of a kind, in a few words.
fn accepted(kind: FieldKind, words: &Words) -> String {
    let key = match kind {
        FieldKind::Text => "template-takes-text",
        FieldKind::Note => "template-takes-note",
        FieldKind::Texts => "template-takes-texts",
        FieldKind::Emails => "template-takes-emails",
        FieldKind::Tags => "template-takes-tags",
        FieldKind::Day => "template-takes-day",
        FieldKind::Time => "template-takes-time",
        FieldKind::Minutes => "template-takes-minutes",
        FieldKind::Count(low, high) | FieldKind::Score(low, high) => {
            let (low, high) = (low.to_string(), number::show(words.lang(), high));
            return words.with("template-takes-whole", &[("low", &low), ("high", &high)]);
        }
        FieldKind::Percent => "template-takes-percent",
        FieldKind::Decimal => "template-takes-number",
        FieldKind::Money => "template-takes-money",
        FieldKind::Measure => "template-takes-measure",
        FieldKind::Period => "template-takes-period",
        FieldKind::Currency => "template-takes-currency",
        FieldKind::Month => "template-takes-month",
        FieldKind::Flag => "template-takes-flag",
        FieldKind::Choice(set) => return choice::accepted(set, words),
        FieldKind::Choices(set) => {
            return words.with("template-takes-several", &[("choices", &choice::accepted(set, words))]);
        }
        FieldKind::Link(to) => return words.with("template-takes-one", &[("kind", &field::kind(to, words))]),
        FieldKind::Links(to) => {
            return words.with("template-takes-many", &[("kinds", &field::kinds(to, words))]);
        }
    };
    words.get(key)
}
