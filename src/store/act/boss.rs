//! Who reports to whom.
use chrono::NaiveDate;

use super::save::{few, name};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::store::fault::Fault;
use crate::store::{Outcome, Store};

/// These memberships report to that person from now on, or to nobody.
///
/// # Errors
/// `field-itself` and `org-circle` (refused), and faults of the file.
pub(super) fn boss(
    store: &mut Store,
    memberships: &[Id],
    boss: Option<Id>,
    today: NaiveDate,
) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        let mut names = Vec::new();
        for id in memberships {
            let mut membership = tx.record(Kind::Membership, *id)?;
            membership.set("reports_to", boss.map_or(Value::Empty, Value::Link))?;
            tx.update(membership.as_mut())?;
            names.push(super::save::name_of(tx, membership.as_ref())?);
        }
        let boss = boss.map_or_else(|| Ok("none".to_owned()), |id| name(tx, Kind::Person, id))?;
        Ok(Explain::new("act-boss")
            .with("count", memberships.len())
            .with("name", few(names))
            .with("boss", boss))
    })
}
