//! Deleting records with all that belongs to them; undo brings everything back.
use chrono::NaiveDate;

use super::save::{few, name_of};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::store::fault::Fault;
use crate::store::{Outcome, Store};

pub(super) fn delete(store: &mut Store, kind: Kind, ids: &[Id], today: NaiveDate) -> Result<Outcome, Fault> {
    if kind == Kind::Settings {
        return Err(Explain::new("act-settings-stay").into());
    }
    store.act(today, |tx| {
        let mut names = Vec::new();
        for id in ids {
            names.push(name_of(tx, tx.record(kind, *id)?.as_ref())?);
            tx.delete(kind, *id)?;
        }
        let label = Explain::new("act-deleted").with("kind", kind.name()).with("kinds", kind.name());
        Ok(label.with("count", ids.len()).with("name", few(names)))
    })
}
