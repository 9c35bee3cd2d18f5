//! The whole book as one JSON document, out and in: every kind of record, uids, links by uid. The journal stays at home.
//!
//! ```json
//! {
//! "format": "cartera-book",
//! "version": 1,
//! "account": [
//! {"uid":"0193…","id":1,"name":"Almazara","tier":"key"}
//! ],
//! "person": [ … ]
//! }
//! ```
//! One array per kind, named as the kind; one record per line; field names are those of the field tables; a field that is
//! not there is not known. Days are `2026-11-23`, times `10:30`, percentages decimal texts (`"12.5"`), links the uid of
//! their record. Stance, roles and influence are in the dated facts (`fact`), of which a membership shows the current ones.
mod read;
mod scan;
mod value;

use std::collections::HashMap;
use std::io::Write;

use serde_json::{Map, Value as Json};

use crate::domain::Id;
use crate::domain::field::{Place, Record};
use crate::domain::kind::Kind;
use crate::domain::value::{FieldKind, Value};
use crate::store::Store;
use crate::store::fault::Fault;

pub(super) use read::read;

/// Names the format in the document.
pub const FORMAT: &str = "cartera-book";

/// The version of the format; it rises when a reader of the version before would misunderstand a document.
pub const VERSION: i64 = 1;

/// How many records are read at a time.
const PAGE: usize = 500;

/// The uid of every record, for links.
type Uids = HashMap<(Kind, Id), String>;

/// A value that leads nowhere, as JSON; `None` for what is not known.
pub(super) fn plain(kind: FieldKind, value: Value) -> Option<Json> {
    value::to_json(kind, value, &|_, _| None)
}

/// Writes the whole book. The same book always gives the same bytes.
///
/// # Errors
/// Faults of the book, and of what is written to.
pub fn export(store: &Store, out: &mut impl Write) -> Result<usize, Fault> {
    let mut count = 0;
    let _still = store.hold_still()?;
    let mut uids = Uids::new();
    for kind in Kind::ALL {
        uids.extend(store.uids(kind)?.into_iter().map(|(id, uid)| ((kind, id), uid)));
    }
    write!(out, "{{\n\"format\": \"{FORMAT}\",\n\"version\": {VERSION}")?;
    for kind in Kind::ALL {
        write!(out, ",\n\"{}\": [", kind.name())?;
        let (mut after, mut separator) = (0, "\n");
        loop {
            let page = store.records(kind, after, PAGE)?;
            let Some(last) = page.last() else { break };
            after = last.head().id;
            for record in &page {
                write!(out, "{separator}{}", Json::Object(object(record.as_ref(), &uids)))?;
                separator = ",\n";
                count += 1;
            }
        }
        write!(out, "\n]")?;
    }
    out.write_all(b"\n}\n")?;
    out.flush()?;
    Ok(count)
}

/// A record as an object: uid and number first, then what is known; `null` is what a new record would have and this one has not.
/// The settings have no uid: a book has one of them.
fn object(record: &dyn Record, uids: &Uids) -> Map<String, Json> {
    let mut object = Map::new();
    if record.kind() != Kind::Settings {
        object.insert("uid".to_owned(), record.head().uid.clone().into());
        object.insert("id".to_owned(), record.head().id.into());
    }
    let blank = record.kind().blank();
    for spec in record.kind().specs().into_iter().filter(|s| s.place == Place::Column) {
        let uid = |kind, id| uids.get(&(kind, id)).cloned();
        let said = value::to_json(spec.kind, record.get(spec.name), &uid);
        let emptied = || (!blank.get(spec.name).is_empty()).then_some(Json::Null);
        if let Some(json) = said.or_else(emptied) {
            object.insert(spec.name.to_owned(), json);
        }
    }
    object
}
