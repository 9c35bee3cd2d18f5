//! Whom a person sways, and who sways them.
use chrono::NaiveDate;
use rusqlite::params;

use crate::domain::Id;
use crate::domain::choice::{Channel, Choice, Tie};
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::query::{day, text};

/// An influence, seen from one of its ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TieRow {
    /// Its number.
    pub id: Id,
    /// Who stands at the other end.
    pub name: String,
    /// The person of the page sways the other; else it is the reverse.
    pub sways: bool,
    /// How much, or that they are in conflict.
    pub tie: Tie,
    /// Since when it is known.
    pub since: Option<NaiveDate>,
    /// The conversation in which it was learned, and how that was held.
    pub cause: Option<(Id, Channel)>,
}

impl Store {
    /// The influences of a person at an account: whom they sway first, conflicts last.
    pub(super) fn ties(&self, person: Id, account: Id) -> Result<Vec<TieRow>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT e.id, p.name, e.person = ?1, e.tie, e.since, i.id, i.channel
             FROM influence e JOIN person p ON p.id = CASE WHEN e.person = ?1 THEN e.sways ELSE e.person END
             LEFT JOIN interaction i ON i.id = e.cause
             WHERE e.account = ?2 AND (e.person = ?1 OR e.sways = ?1)
             ORDER BY e.tie = 'conflict', e.person <> ?1, e.id",
        )?;
        let mut rows = statement.query(params![person, account])?;
        let mut ties = Vec::new();
        while let Some(r) = rows.next()? {
            let Some(tie) = Tie::named(text(r, 3)?) else { continue };
            let channel = r.get::<_, Option<String>>(6)?.and_then(|name| Channel::named(&name));
            ties.push(TieRow {
                id: r.get(0)?,
                name: r.get(1)?,
                sways: r.get(2)?,
                tie,
                since: day(r, 4)?,
                cause: r.get::<_, Option<Id>>(5)?.zip(channel),
            });
        }
        Ok(ties)
    }
}
