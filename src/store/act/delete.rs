//! Deleting records with all that belongs to them; undo brings everything back.
use chrono::NaiveDate;

use super::save::{few, name_of};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::store::fault::Fault;
use crate::store::{Outcome, Store, Tx};

pub(super) fn delete(store: &mut Store, kind: Kind, ids: &[Id], today: NaiveDate) -> Result<Outcome, Fault> {
    if kind == Kind::Settings {
        return Err(Explain::new("act-settings-stay").into());
    }
    store.act(today, |tx| {
        let (mut names, mut figures) = (Vec::new(), 0);
        for id in ids {
            names.push(name_of(tx, tx.record(kind, *id)?.as_ref())?);
            if kind == Kind::Kpi {
                figures += figures_of(tx, *id)?;
            }
            if kind == Kind::Interaction {
                keep_what_was_set(tx, *id)?;
            }
            tx.delete(kind, *id)?;
        }
        let label = Explain::new("act-deleted").with("kind", kind.name()).with("kinds", kind.name());
        Ok(label.with("count", ids.len()).with("name", few(names)).with("figures", figures))
    })
}

/// What somebody set by hand after a conversation stays when the conversation goes.
pub(super) fn keep_what_was_set(tx: &Tx<'_>, interaction: Id) -> Result<(), Fault> {
    let sql = "UPDATE fact SET cause = NULL WHERE cause = ?1 AND by_hand = 1";
    tx.conn().prepare_cached(sql)?.execute([interaction])?;
    Ok(())
}

/// How many figures go with an indicator.
fn figures_of(tx: &Tx<'_>, kpi: Id) -> Result<i64, Fault> {
    let sql =
        "SELECT (SELECT count(*) FROM actual WHERE kpi = ?1) + (SELECT count(*) FROM target WHERE kpi = ?1)";
    Ok(tx.conn().prepare_cached(sql)?.query_row([kpi], |row| row.get(0))?)
}
