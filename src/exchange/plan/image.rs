//! A row of the plan as one text, and back: so that a plan of any length needs little memory.
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::{Action, Candidate, Offers, Row};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::Spec;
use crate::domain::kind::Kind;
use crate::domain::merge::Renewed;
use crate::domain::value::Value;
use crate::exchange::choices::Choice;
use crate::store::stage::image::{of_json, to_json};

/// A row as it is kept; what is empty is left out.
#[derive(Serialize, Deserialize)]
struct Image<'a> {
    f: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    s: String,
    l: usize,
    #[serde(default, skip_serializing_if = "Option::is_none", borrow)]
    k: Option<&'a str>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    n: String,
    a: u8,
    #[serde(default, skip_serializing_if = "Vec::is_empty", borrow)]
    fields: Vec<(&'a str, &'a str)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    renewed: Vec<(String, Json, Json)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    why: Vec<Explain>,
    /// Leave out, take for new.
    #[serde(default)]
    may: (bool, bool),
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    merge: Vec<(Id, String, Explain)>,
    /// The choice: -1 left out, 0 new, else the record of the book.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    chosen: Option<Id>,
}

/// The row as a text.
pub(in crate::exchange) fn text(row: &Row) -> String {
    let value = |value: &Value| to_json(value.clone()).unwrap_or_default();
    let renewed = row.renewed.iter().map(|r| (r.spec.name.to_owned(), value(&r.old), value(&r.new)));
    let image = Image {
        f: row.file.to_string(),
        s: row.sheet.to_string(),
        l: row.line,
        k: row.kind.map(Kind::name),
        n: row.name.clone(),
        a: row.action as u8,
        fields: row.fields.iter().map(|(kind, field)| (kind.name(), *field)).collect(),
        renewed: renewed.collect(),
        why: row.why.clone(),
        may: (row.offers.skip, row.offers.create),
        merge: row.offers.merge.iter().map(|c| (c.id, c.name.clone(), c.why.clone())).collect(),
        chosen: row.chosen.map(|choice| match choice {
            Choice::Skip => -1,
            Choice::CreateNew => 0,
            Choice::MergeInto(id) => id,
        }),
    };
    // Texts and numbers only: nothing in it can fail.
    serde_json::to_string(&image).unwrap_or_default()
}

/// The row of a text; `None` of one that is none.
pub(in crate::exchange) fn row(text: &str) -> Option<Row> {
    let image: Image<'_> = serde_json::from_str(text).ok()?;
    let spec = |kind: Kind, name: &str| -> Option<&'static Spec> {
        kind.specs().into_iter().find(|spec| spec.name == name)
    };
    let renewed = image.renewed.iter().filter_map(|(name, old, new)| {
        let spec = spec(Kind::Account, name)?;
        Some(Renewed { spec, old: of_json(spec.kind, old), new: of_json(spec.kind, new) })
    });
    let fields = image.fields.iter().filter_map(|(kind, name)| {
        let kind = Kind::named(kind)?;
        Some((kind, spec(kind, name)?.name))
    });
    let merge = image.merge.into_iter().map(|(id, name, why)| Candidate { id, name, why });
    Some(Row {
        file: Arc::from(image.f),
        sheet: Arc::from(image.s),
        line: image.l,
        kind: image.k.and_then(Kind::named),
        name: image.n,
        action: Action::ALL.into_iter().find(|action| *action as u8 == image.a)?,
        fields: fields.collect(),
        renewed: renewed.collect(),
        why: image.why,
        offers: Offers { skip: image.may.0, create: image.may.1, merge: merge.collect() },
        chosen: image.chosen.map(|id| match id {
            -1 => Choice::Skip,
            0 => Choice::CreateNew,
            id => Choice::MergeInto(id),
        }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::{Currency, Money};

    #[test]
    fn a_row_comes_back_as_it_was() {
        let money = |minor| Value::Money(Money { minor, currency: Currency::of("EUR").unwrap() });
        let revenue = Kind::Account.specs().into_iter().find(|s| s.name == "revenue").unwrap();
        let bare = Row {
            file: Arc::from("a \"b\".csv"),
            sheet: Arc::from(""),
            line: 0,
            kind: None,
            name: String::new(),
            action: Action::Refuse,
            fields: Vec::new(),
            renewed: Vec::new(),
            why: vec![Explain::new("import-empty")],
            offers: Offers::default(),
            chosen: None,
        };
        let candidate = Candidate { id: 7, name: "Ana".into(), why: Explain::new("x").with("a", "b") };
        let full = Row {
            sheet: Arc::from("Hoja1"),
            line: 12,
            kind: Some(Kind::Account),
            name: "Peña".into(),
            action: Action::Skip,
            fields: vec![(Kind::Account, "site"), (Kind::Person, "emails")],
            renewed: vec![Renewed { spec: revenue, old: money(1), new: money(2) }],
            offers: Offers { skip: true, create: false, merge: vec![candidate] },
            chosen: Some(Choice::MergeInto(7)),
            ..bare.clone()
        };
        let chosen = [Choice::Skip, Choice::CreateNew].map(|c| Row { chosen: Some(c), ..full.clone() });
        for one in chosen.into_iter().chain([bare, full]) {
            assert_eq!(row(&text(&one)), Some(one));
        }
    }
}
