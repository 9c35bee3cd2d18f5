//! How the columns of a table are understood, and what somebody says of them instead; it is remembered for files of the same shape.
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::table::headers::{Target, settable};
use crate::domain::kind::Kind;
use crate::domain::text::fold;
use crate::domain::value::FieldKind;
use crate::lang::{Words, field};

/// With what the shape of a table begins under which it is remembered.
pub(super) const SHAPE: &str = "columns:";

/// The field that is none: the column is left out.
pub const IGNORED: &str = "ignore";

/// The fields of a list of people that are parts of others.
const PARTS: [&str; 4] = ["first_name", "middle_name", "last_name", "company"];

/// How the columns of a table are understood, by how it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// The file, as it was named.
    pub file: Arc<str>,
    /// The sheet; empty where there are none.
    pub sheet: String,
    /// What its rows are; `None` where that is not understood.
    pub kind: Option<Kind>,
    /// Whether it may be said what the rows are: a file of several sheets says it itself.
    pub alone: bool,
    /// Its columns, from the left, without those that have no head.
    pub columns: Vec<Column>,
    /// Fields that must be there and that no column holds.
    pub missing: Vec<&'static str>,
    /// What is said of the file: now, or of one of its shape the last time.
    pub said: Said,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub header: String,
    /// The first that stands in it.
    pub example: String,
    /// The field that it holds, as `--map` names it; `None` if it is left out.
    pub field: Option<String>,
}

/// What is said of the columns of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Said {
    /// What its rows are: the name of a kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
    /// Heads and the fields that their columns hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    columns: Vec<(String, String)>,
}

impl Said {
    pub(super) fn of(kind: Option<Kind>, columns: Vec<(String, String)>) -> Self {
        Self { kind: kind.map(|kind| kind.name().to_owned()), columns }
    }

    /// What the rows are, if that is said.
    pub fn kind(&self) -> Option<Kind> {
        self.kind.as_deref().and_then(Kind::named)
    }

    /// The heads and fields that are said.
    pub(super) fn columns(&self) -> &[(String, String)] {
        &self.columns
    }

    /// Whether it is said what a column holds.
    pub fn says(&self, header: &str) -> bool {
        self.columns.iter().any(|(head, _)| fold(head) == fold(header))
    }

    /// The rows are of that kind; what was said of the columns was said of another one.
    pub fn set_kind(&mut self, kind: Option<Kind>) {
        *self = Self::of(kind, Vec::new());
    }

    fn set(&mut self, header: &str, to: Option<&str>) {
        self.columns.retain(|(head, _)| fold(head) != fold(header));
        self.columns.extend(to.map(|to| (header.to_owned(), to.to_owned())));
    }
}

impl Mapping {
    /// What is said of the file once a column holds that field; without one it is understood as the program does. Another column that
    /// holds the same field is left out, unless both have room in it.
    pub fn saying(&self, header: &str, to: Option<&str>) -> Said {
        let mut said = self.said.clone();
        said.set(header, to);
        let Some((to, kind)) = to.filter(|to| *to != IGNORED).zip(self.kind) else { return said };
        if is_list(to, kind) {
            return said;
        }
        let others = self.columns.iter().filter(|other| fold(&other.header) != fold(header));
        for other in others.filter(|other| other.field.as_deref() == Some(to)) {
            said.set(&other.header, Some(IGNORED));
        }
        said
    }
}

/// What is said of several files, by how they are named.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Saids(BTreeMap<Arc<str>, Said>);

impl Saids {
    /// Says it of a file, in place of what was said before.
    pub fn set(&mut self, file: Arc<str>, said: Said) {
        self.0.insert(file, said);
    }

    /// What is said of a file; an empty word is one too: nothing is as it was said before.
    pub fn get(&self, file: &str) -> Option<&Said> {
        self.0.get(file)
    }
}

/// The fields that columns of rows of that kind may hold, as `--map` names them.
pub fn fields(kind: Kind) -> Vec<String> {
    let own = |kind: Kind| kind.specs().into_iter().map(|spec| spec.name);
    match kind {
        Kind::Person => {
            let of = |of: Kind| {
                let beside = own(of).filter(move |name| (of, *name) != (Kind::Account, "name"));
                beside
                    .filter(move |name| settable(of, name).is_some())
                    .map(move |name| format!("{}.{name}", of.name()))
            };
            let mine = own(kind).filter(|name| settable(kind, name).is_some()).map(str::to_owned);
            let parts = PARTS.into_iter().map(str::to_owned);
            mine.chain(parts).chain(of(Kind::Membership)).chain(of(Kind::Account)).collect()
        }
        Kind::Account => own(kind).filter(|name| settable(kind, name).is_some()).map(str::to_owned).collect(),
        _ => kind.specs().into_iter().filter(|spec| spec.editable).map(|spec| spec.name.to_owned()).collect(),
    }
}

/// What a field is called, and what it is a field of where that is not what the rows are.
pub fn label(name: &str, kind: Kind, words: &Words) -> (String, String) {
    if PARTS.contains(&name) && kind == Kind::Person {
        return (words.get(&format!("columns-{}", name.replace('_', "-"))), String::new());
    }
    let dotted = name.split_once('.').and_then(|(of, name)| Some((Kind::named(of)?, name)));
    let (of, name) = dotted.unwrap_or((kind, name));
    if !of.specs().iter().any(|spec| spec.name == name) {
        return (name.to_owned(), String::new());
    }
    (field::label(of, name, words), if of == kind { String::new() } else { field::kind(of, words) })
}

/// The name of what a column of a list of people or clients holds; `None` for nothing.
pub(super) fn name_of(target: Target, kind: Kind) -> Option<String> {
    match target {
        Target::First => Some("first_name".to_owned()),
        Target::Middle => Some("middle_name".to_owned()),
        Target::Last => Some("last_name".to_owned()),
        Target::Extra => Some("notes".to_owned()),
        Target::Ignore => None,
        Target::Field(Kind::Account, "name") if kind == Kind::Person => Some("company".to_owned()),
        Target::Field(of, name) if of == kind => Some(name.to_owned()),
        Target::Field(of, name) => Some(format!("{}.{name}", of.name())),
    }
}

/// Whether several columns may hold the field: its values come together.
fn is_list(name: &str, kind: Kind) -> bool {
    if PARTS.contains(&name) {
        return true;
    }
    let dotted = name.split_once('.').and_then(|(of, name)| Some((Kind::named(of)?, name)));
    let (of, name) = dotted.unwrap_or((kind, name));
    let spec = of.specs().into_iter().find(|spec| spec.name == name);
    // Only lists of people and clients are read so.
    matches!(kind, Kind::Person | Kind::Account)
        && spec.is_some_and(|spec| {
            matches!(spec.kind, FieldKind::Note | FieldKind::Texts | FieldKind::Emails | FieldKind::Tags)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::options::Options;
    use crate::lang::Lang;

    #[test]
    fn every_field_that_is_offered_is_one_that_a_map_may_name_and_has_a_name() {
        let words = Words::new(Lang::Es);
        for kind in Kind::ALL.into_iter().filter(|kind| !matches!(kind, Kind::Settings | Kind::Issued)) {
            for name in fields(kind) {
                let said = Said::of(Some(kind), vec![("X".to_owned(), name.clone())]);
                let options = Options::default().saying(&said);
                let known = match kind {
                    Kind::Person | Kind::Account => {
                        options.target("x", kind).is_some_and(|t| t != Target::Ignore)
                    }
                    _ => options.column("x", kind).is_some(),
                };
                assert!(known, "{}: {name}", kind.name());
                let (label, _) = label(&name, kind, &words);
                assert!(!label.is_empty() && label != name, "{}: {name}", kind.name());
            }
        }
    }

    fn mapping() -> Mapping {
        let column = |header: &str, field: Option<&str>| Column {
            header: header.to_owned(),
            example: String::new(),
            field: field.map(str::to_owned),
        };
        Mapping {
            file: Arc::from("a.csv"),
            sheet: String::new(),
            kind: Some(Kind::Person),
            alone: true,
            columns: vec![column("Name", Some("name")), column("Mail", Some("emails")), column("X", None)],
            missing: Vec::new(),
            said: Said::default(),
        }
    }

    #[test]
    fn a_field_with_one_value_is_held_by_one_column_and_a_list_by_several() {
        let said = mapping().saying("X", Some("name"));
        assert_eq!(
            said.columns(),
            [("X".to_owned(), "name".to_owned()), ("Name".to_owned(), "ignore".to_owned())]
        );
        let said = mapping().saying("X", Some("emails"));
        assert_eq!(said.columns(), [("X".to_owned(), "emails".to_owned())]);
        let again = Mapping { said, ..mapping() };
        assert_eq!(again.saying("x", None), Said::default());
        assert!(again.said.says("x") && !again.said.says("Mail"));
    }

    #[test]
    fn what_was_said_is_kept_as_json_and_another_kind_begins_anew() {
        let mut said = mapping().saying("X", Some("company"));
        let text = serde_json::to_string(&said).unwrap();
        assert_eq!(text, r#"{"columns":[["X","company"]]}"#);
        assert_eq!(serde_json::from_str::<Said>(&text).unwrap(), said);
        said.set_kind(Some(Kind::Contract));
        assert_eq!((said.kind(), said.columns().len()), (Some(Kind::Contract), 0));
    }
}
