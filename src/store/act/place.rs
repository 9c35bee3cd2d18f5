//! The places of a person, for the acts of their life.
use chrono::NaiveDate;
use rusqlite::params;

use super::save::name;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::Link;
use crate::domain::kind::Kind;
use crate::domain::person::Membership;
use crate::store::Tx;
use crate::store::fault::Fault;

/// A membership as the act sees it.
pub(super) fn place(tx: &Tx<'_>, id: Id) -> Result<Membership, Fault> {
    let record = tx.record(Kind::Membership, id)?;
    record.any().downcast_ref().cloned().ok_or(Fault::Missing { kind: Kind::Membership, id })
}

/// The open place of a person at a client.
pub(super) fn open_place(tx: &Tx<'_>, person: Id, account: Id) -> Result<Option<Membership>, Fault> {
    let sql = "SELECT id FROM membership WHERE person = ?1 AND account = ?2 AND left_on IS NULL ORDER BY id";
    let mut statement = tx.conn().prepare_cached(sql)?;
    let first = statement.query_map(params![person, account], |r| r.get(0))?.next().transpose()?;
    first.map(|id| place(tx, id)).transpose()
}

/// Every open place of a person: where something is theirs at whatever client.
pub(super) fn open_places(tx: &Tx<'_>, person: Id) -> Result<Vec<Id>, Fault> {
    let sql = "SELECT id FROM membership WHERE person = ?1 AND left_on IS NULL ORDER BY id";
    let mut statement = tx.conn().prepare_cached(sql)?;
    Ok(statement.query_map([person], |r| r.get(0))?.collect::<Result<_, _>>()?)
}

/// The number of a record that a membership must lead to.
pub(super) fn end(link: Option<Link>, field: &str) -> Result<Id, Explain> {
    let required =
        || Explain::new("field-required").with("kind", Kind::Membership.name()).with("field", field);
    link.map(|Link(id)| id).ok_or_else(required)
}

/// A refusal about somebody at a client.
pub(super) fn about(tx: &Tx<'_>, key: &str, person: Id, account: Id) -> Result<Explain, Fault> {
    let explain = Explain::new(key).with("name", name(tx, Kind::Person, person)?);
    Ok(explain.with("account", name(tx, Kind::Account, account)?))
}

/// Refuses the last day of a place that is over, a day before its first one, and a day to come: who will go is still there.
pub(super) fn can_end(tx: &Tx<'_>, place: &Membership, on: NaiveDate) -> Result<(), Fault> {
    let (person, account) = (end(place.person, "person")?, end(place.account, "account")?);
    if let Some(left) = place.left_on {
        return Err(about(tx, "life-left-already", person, account)?.with("day", left).into());
    }
    if let Some(since) = place.since.filter(|since| on < *since) {
        let refusal = about(tx, "life-before-since", person, account)?.with("since", since);
        return Err(refusal.with("day", on).into());
    }
    not_ahead(tx, on)
}

/// Refuses a day to come.
pub(super) fn not_ahead(tx: &Tx<'_>, on: NaiveDate) -> Result<(), Fault> {
    let ahead = on > tx.today;
    if ahead { Err(Explain::new("life-day-ahead").with("day", on).into()) } else { Ok(()) }
}
