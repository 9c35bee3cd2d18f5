//! What a column means, by its header in either language.
use std::collections::HashMap;
use std::sync::LazyLock;

use super::synonyms::{OF_CLIENTS, OF_CONTACTS};
use crate::domain::kind::Kind;
use crate::domain::text::name_tokens;
use crate::domain::value::FieldKind;
use crate::lang::{Lang, Words, field};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::exchange) enum Target {
    /// A field of the person, of their place, or of the account; the account's name is the company.
    Field(Kind, &'static str),
    /// The first part of a person's name.
    First,
    /// What stands between first name and surnames.
    Middle,
    /// Surnames.
    Last,
    /// Something a client's record has no field for: a line of its notes.
    Extra,
    /// Nothing that is wanted.
    Ignore,
}

/// The kinds whose fields a row of a file of that kind may have, the first winning.
const fn kinds(kind: Kind) -> &'static [Kind] {
    match kind {
        Kind::Account => &[Kind::Account],
        _ => &[Kind::Person, Kind::Membership, Kind::Account],
    }
}

/// The kind's own field of that name that a column may set.
pub(in crate::exchange) fn settable(kind: Kind, name: &str) -> Option<&'static str> {
    let spec = kind.specs().into_iter().find(|s| s.name == name)?;
    // Who has the place is what the row is about; where it is, is the company.
    let implied = kind == Kind::Membership && matches!(name, "person" | "account");
    (spec.editable && !implied && !matches!(spec.kind, FieldKind::Links(_))).then_some(spec.name)
}

impl Target {
    /// The target of a field as `--map` names it, in a file of that kind.
    pub(in crate::exchange) fn of_field(name: &str, kind: Kind) -> Option<Self> {
        match name {
            "first_name" => return Some(Self::First),
            "middle_name" => return Some(Self::Middle),
            "last_name" => return Some(Self::Last),
            "company" | "account" | "membership.account" => return Some(Self::Field(Kind::Account, "name")),
            "ignore" | "_" => return Some(Self::Ignore),
            _ => {}
        }
        if let Some((of, name)) = name.split_once('.') {
            let of = Kind::named(of).filter(|k| kinds(Kind::Person).contains(k))?;
            return settable(of, name).map(|f| Self::Field(of, f));
        }
        kinds(kind).iter().find_map(|k| settable(*k, name).map(|f| Self::Field(*k, f)))
    }

    /// The target of a column by its header, in a file of that kind.
    pub(in crate::exchange) fn of_header(header: &str, kind: Kind) -> Option<Self> {
        let words = if kind == Kind::Account { &TABLES.1 } else { &TABLES.0 };
        words.get(&normal(header)).copied()
    }
}

/// Whether `--map` may name it.
pub(in crate::exchange) fn is_field(name: &str) -> bool {
    [Kind::Person, Kind::Account].into_iter().any(|k| Target::of_field(name, k).is_some())
}

/// A header without case, accents, signs and numbers: `E-mail 1 - Value` is `e mail value`.
pub(in crate::exchange) fn normal(header: &str) -> String {
    let words = name_tokens(header).into_iter().filter(|w| !w.chars().all(char::is_numeric));
    words.collect::<Vec<_>>().join(" ")
}

type Table = HashMap<String, Target>;

/// Headers of lists of contacts, headers of lists of clients.
static TABLES: LazyLock<(Table, Table)> =
    LazyLock::new(|| (table(Kind::Person, OF_CONTACTS), table(Kind::Account, OF_CLIENTS)));

/// What other programs write first, then the labels and names of the fields.
fn table(kind: Kind, synonyms: &[(Target, &[&str])]) -> Table {
    let mut table = Table::new();
    for (target, headers) in synonyms {
        for header in *headers {
            table.entry((*header).to_owned()).or_insert(*target);
        }
    }
    let words = Lang::ALL.map(Words::new);
    for of in kinds(kind) {
        for spec in of.specs() {
            let Some(target) = settable(*of, spec.name).map(|f| Target::Field(*of, f)) else { continue };
            for words in &words {
                table.entry(normal(&field::label(*of, spec.name, words))).or_insert(target);
            }
            table.entry(normal(spec.name)).or_insert(target);
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_phones_mailers_and_spreadsheets_are_known() {
        let of = |header| Target::of_header(header, Kind::Person);
        assert_eq!(of("E-mail 2 - Value"), Some(Target::Field(Kind::Person, "emails")));
        assert_eq!(of("Dirección de correo electrónico"), Some(Target::Field(Kind::Person, "emails")));
        assert_eq!(of("TELÉFONO MÓVIL"), Some(Target::Field(Kind::Person, "phones")));
        assert_eq!(of("Organization 1 - Title"), Some(Target::Field(Kind::Membership, "title")));
        assert_eq!(of("Empresa"), Some(Target::Field(Kind::Account, "name")));
        assert_eq!(of("E-mail 1 - Label"), Some(Target::Ignore));
        assert_eq!(of("NIF"), None);
        assert_eq!(Target::of_header("Ciudad", Kind::Account), Some(Target::Field(Kind::Account, "site")));
    }

    #[test]
    fn every_label_of_a_field_in_either_language_is_a_header() {
        for words in Lang::ALL.map(Words::new) {
            for kind in [Kind::Person, Kind::Account] {
                for spec in kind.specs() {
                    let label = field::label(kind, spec.name, &words);
                    assert_eq!(
                        Target::of_header(&label, kind),
                        Some(Target::Field(kind, spec.name)),
                        "{label}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_synonym_is_written_as_headers_are_compared() {
        for (_, headers) in OF_CONTACTS.iter().chain(OF_CLIENTS) {
            for header in *headers {
                assert_eq!(normal(header), *header);
            }
        }
    }
}
