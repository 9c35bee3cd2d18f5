//! The key players of an account.
use rusqlite::Connection;

use super::Of;
use super::known::known;
use crate::domain::Id;
use crate::domain::cadence::weight;
use crate::store::fault::Fault;

/// The key players of an account (`formulas.md` §3) who may be contacted, the weightiest first.
pub(in crate::store) fn key_players(conn: &Connection, account: Id) -> Result<Vec<Id>, Fault> {
    let known = known(conn, Of::Account(account))?;
    let mut statement = conn.prepare_cached(
        "SELECT m.id, m.person FROM membership m JOIN person p ON p.id = m.person
         WHERE m.account = ?1 AND m.left_on IS NULL AND p.do_not_contact = 0 AND ifnull(p.placeholder, 0) = 0 ORDER BY p.id, m.id",
    )?;
    let rows = statement.query_map([account], |r| Ok((r.get(0)?, r.get(1)?)))?;
    let mut players: Vec<(i64, Id)> = Vec::new();
    for row in rows {
        let (membership, person): (Id, Id) = row?;
        let of = known.get(&membership).cloned().unwrap_or_default();
        let weight = weight(of.influence.map(|i| i.0), &of.roles, of.stance);
        if weight.key_player() && !players.iter().any(|p| p.1 == person) {
            players.push((-weight.w, person));
        }
    }
    players.sort_unstable();
    Ok(players.into_iter().map(|p| p.1).collect())
}
