//! Of which accounts is spoken where no one account is meant: the key ones; all of them as long as none is key.
use rusqlite::Connection;

use crate::domain::Id;
use crate::store::Store;
use crate::store::fault::Fault;

/// The accounts of a scope, in a statement whose first parameter is the scope.
pub(super) const IN_SCOPE: &str = "(SELECT id FROM account WHERE CASE WHEN ?1 IS NOT NULL THEN id = ?1
    ELSE tier = 'key' OR NOT EXISTS (SELECT 1 FROM account WHERE tier = 'key') END)";

/// The accounts that are looked after, in the user's order.
pub(in crate::store) fn looked_after(conn: &Connection) -> Result<Vec<Id>, Fault> {
    let sql = format!("SELECT id FROM account WHERE id IN {IN_SCOPE} ORDER BY ifnull(position, 999), id");
    let mut statement = conn.prepare_cached(&sql)?;
    Ok(statement.query_map([None::<Id>], |r| r.get(0))?.collect::<Result<_, _>>()?)
}

impl Store {
    /// The same.
    pub(super) fn looked_after(&self) -> Result<Vec<Id>, Fault> {
        looked_after(&self.conn)
    }
}
