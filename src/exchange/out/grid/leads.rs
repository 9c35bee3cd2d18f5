//! Where the links of a table lead: what people read is a name, and where that is not enough for import, a uid stands in a column of
//! its own.
use std::cell::RefCell;
use std::collections::HashMap;

use super::Cell;
use crate::domain::Id;
use crate::domain::field::Spec;
use crate::domain::kind::Kind;
use crate::domain::value::{FieldKind, Value};
use crate::exchange::records::links::{is_numbered, key, keys};
use crate::lang::list;
use crate::lang::value::{Context, show};
use crate::store::Store;
use crate::store::fault::Fault;

/// How many records are read at a time.
const PAGE: usize = 500;

/// Whether a field leads to other records.
pub(super) const fn leads(spec: &Spec) -> bool {
    matches!(spec.kind, FieldKind::Link(_) | FieldKind::Links(_))
}

/// What is known of the records of a kind.
#[derive(Default)]
struct Of {
    uids: HashMap<Id, String>,
    /// The record of a name, as import compares names; `None` where several have it.
    names: HashMap<String, Option<Id>>,
}

/// The records of a book that others lead to, looked up once.
pub(super) struct Leads<'a> {
    store: &'a Store,
    cx: &'a Context<'a>,
    of: RefCell<HashMap<Kind, Of>>,
}

impl<'a> Leads<'a> {
    pub(super) fn of(store: &'a Store, cx: &'a Context<'a>) -> Self {
        Self { store, cx, of: RefCell::default() }
    }

    /// The uids of what a field leads to, unless its text leads there by itself.
    pub(super) fn cell(&self, kind: FieldKind, value: &Value) -> Result<Cell, Fault> {
        let (FieldKind::Link(to) | FieldKind::Links(to)) = kind else { return Ok(Cell::default()) };
        let ids = match value {
            Value::Link(id) => std::slice::from_ref(id),
            Value::Links(ids) => ids,
            _ => return Ok(Cell::default()),
        };
        if !self.of.borrow().contains_key(&to) {
            let of = self.look(to)?;
            self.of.borrow_mut().insert(to, of);
        }
        let known = self.of.borrow();
        let Some(of) = known.get(&to) else { return Ok(Cell::default()) };
        if ids.iter().all(|id| self.is_plain(of, to, *id)) {
            return Ok(Cell::default());
        }
        let uids: Vec<_> = ids.iter().map(|id| of.uids.get(id).map_or("", String::as_str)).collect();
        Ok(Cell::from(list::join(&uids)))
    }

    /// Whether the text of a link leads to the record and to no other.
    fn is_plain(&self, of: &Of, to: Kind, id: Id) -> bool {
        let text = show(FieldKind::Link(to), &Value::Link(id), self.cx);
        to.has_names() && !is_numbered(&text) && of.names.get(&key(to, &text)) == Some(&Some(id))
    }

    fn look(&self, kind: Kind) -> Result<Of, Fault> {
        let mut of = Of { uids: self.store.uids(kind)?.into_iter().collect(), ..Of::default() };
        if !kind.has_names() {
            return Ok(of);
        }
        let mut after = 0;
        loop {
            let page = self.store.bare_records(kind, after, PAGE)?;
            let Some(last) = page.last() else { return Ok(of) };
            after = last.head().id;
            for record in &page {
                let id = record.head().id;
                for key in keys(record.as_ref()) {
                    let one = of.names.entry(key).or_insert(Some(id));
                    *one = one.filter(|one| *one == id);
                }
            }
        }
    }
}
