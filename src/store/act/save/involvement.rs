//! What is looked at when it is written down who takes part in a decision: they work there, and it is written once.
use rusqlite::params;

use super::influence::works_at;
use super::name;
use crate::domain::explain::Explain;
use crate::domain::field::{Link, Record};
use crate::domain::kind::Kind;
use crate::domain::opportunity::Involvement;
use crate::domain::value::Value;
use crate::store::Tx;
use crate::store::fault::Fault;

/// Checks a part before it is written; who has left since keeps theirs.
pub(super) fn before_writing(tx: &Tx<'_>, part: &dyn Record, new: bool) -> Result<(), Fault> {
    let Some(own) = part.any().downcast_ref::<Involvement>() else { return Ok(()) };
    let (Some(Link(person)), Some(Link(sale))) = (own.person, own.opportunity) else { return Ok(()) };
    let before = if new { None } else { Some(tx.record(Kind::Involvement, own.head.id)?) };
    let moved = before.is_none_or(|b| ["person", "opportunity"].iter().any(|f| b.get(f) != part.get(f)));
    if let (true, Value::Link(account)) = (moved, tx.record(Kind::Opportunity, sale)?.get("account")) {
        works_at(tx, person, account)?;
    }
    let sql = "SELECT 1 FROM involvement WHERE opportunity = ?1 AND person = ?2 AND id <> ?3";
    if tx.conn().prepare_cached(sql)?.exists(params![sale, person, own.head.id])? {
        let twice = Explain::new("coverage-part-twice").with("person", name(tx, Kind::Person, person)?);
        return Err(twice.with("sale", name(tx, Kind::Opportunity, sale)?).into());
    }
    Ok(())
}
