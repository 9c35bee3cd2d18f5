//! The order of the accounts among the tabs.
use chrono::NaiveDate;

use super::save::name;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::store::fault::Fault;
use crate::store::{Outcome, Store};

/// Gives the accounts their places, the first 1; `moved` names the act.
pub(super) fn arrange(
    store: &mut Store,
    accounts: &[Id],
    moved: Id,
    today: NaiveDate,
) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        for (id, place) in accounts.iter().zip(1..) {
            let mut account = tx.record(Kind::Account, *id)?;
            if account.get("position") != Value::Number(place) {
                account.set("position", Value::Number(place))?;
                tx.update(account.as_mut())?;
            }
        }
        Ok(Explain::new("act-arranged").with("name", name(tx, Kind::Account, moved)?))
    })
}
