//! What is looked at when it is written down who sways whom: both work there, and it is written once.
use rusqlite::{OptionalExtension, params};

use super::name;
use crate::domain::Id;
use crate::domain::choice::Tie;
use crate::domain::explain::Explain;
use crate::domain::field::{Link, Record};
use crate::domain::influence::Influence;
use crate::domain::kind::Kind;
use crate::store::Tx;
use crate::store::fault::Fault;

/// Checks an edge before it is written; who has left since stays where they stand.
pub(super) fn before_writing(tx: &Tx<'_>, part: &dyn Record, new: bool) -> Result<(), Fault> {
    let Some(edge) = part.any().downcast_ref::<Influence>() else { return Ok(()) };
    let (Some(Link(person)), Some(Link(sways)), Some(Link(account))) =
        (edge.person, edge.sways, edge.account)
    else {
        return Ok(());
    };
    if person == sways {
        return Err(Explain::new("field-itself")
            .with("kind", part.kind().name())
            .with("field", "sways")
            .into());
    }
    let ends = ["person", "sways", "account"];
    let before = if new { None } else { Some(tx.record(Kind::Influence, edge.head.id)?) };
    let moved = before.is_none_or(|before| ends.iter().any(|field| before.get(field) != part.get(field)));
    if moved {
        for one in [person, sways] {
            works_at(tx, one, account)?;
        }
    }
    once(tx, edge, (person, sways))
}

/// Refuses who does not work there now.
pub(super) fn works_at(tx: &Tx<'_>, person: Id, account: Id) -> Result<(), Fault> {
    let sql = "SELECT count(*) FROM membership WHERE person = ?1 AND account = ?2 AND left_on IS NULL";
    let places: i64 = tx.conn().prepare_cached(sql)?.query_row([person, account], |r| r.get(0))?;
    if places > 0 {
        return Ok(());
    }
    let stranger = Explain::new("network-stranger").with("person", name(tx, Kind::Person, person)?);
    Err(stranger.with("account", name(tx, Kind::Account, account)?).into())
}

/// The edge of the book that says the same between the same two: one person sways another once, and one conflict is between
/// them, whoever is named first.
pub(in crate::store::act) fn same(tx: &Tx<'_>, edge: &Influence) -> Result<Option<Id>, Fault> {
    let ends = [edge.person, edge.sways, edge.account].map(|end| end.map(|link| link.0));
    let [Some(person), Some(sways), Some(account)] = ends else { return Ok(None) };
    let conflict = edge.tie == Some(Tie::Conflict);
    let sql = "SELECT id FROM influence WHERE account = ?3 AND id <> ?4 AND (tie = 'conflict') = ?5
        AND ((person = ?1 AND sways = ?2) OR (?5 AND person = ?2 AND sways = ?1)) ORDER BY id LIMIT 1";
    let known = tx
        .conn()
        .prepare_cached(sql)?
        .query_row(params![person, sways, account, edge.head.id, conflict], |r| r.get(0))
        .optional()?;
    Ok(known)
}

fn once(tx: &Tx<'_>, edge: &Influence, (person, sways): (Id, Id)) -> Result<(), Fault> {
    let Some(known) = same(tx, edge)? else { return Ok(()) };
    let key = if edge.tie == Some(Tie::Conflict) { "network-conflict-twice" } else { "network-twice" };
    let twice = Explain::new(key).with("person", name(tx, Kind::Person, person)?);
    Err(twice.with("sways", name(tx, Kind::Person, sways)?).with("id", known).into())
}
