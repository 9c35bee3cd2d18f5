//! Which record an act was about.
use rusqlite::params;

use super::Entry;
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::store::Store;
use crate::store::fault::Fault;

/// An act that changed more rows than that was not about one record.
const ROWS: usize = 40;

/// A changed row: its table, its number, and the record whose part it is.
type Changed = (String, Id, Option<Id>);

/// Each row that an act changed; the parent of a part is read from its image, that of a fact from its membership.
const CHANGED: &str = "
SELECT c.tbl, c.row, CASE c.tbl
    WHEN 'membership' THEN json_extract(ifnull(c.after, c.before), '$.person')
    WHEN 'fact' THEN (SELECT person FROM membership
        WHERE id = json_extract(ifnull(c.after, c.before), '$.membership'))
    WHEN 'target' THEN json_extract(ifnull(c.after, c.before), '$.kpi')
    WHEN 'actual' THEN json_extract(ifnull(c.after, c.before), '$.kpi') END
FROM change c WHERE c.entry = ?1 ORDER BY c.id";

impl Store {
    /// The record that an act was about, as long as it is there: the conversation that it wrote down, else the only record that
    /// it changed. A membership or fact is a part of its person, a target or actual of its indicator.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn about(&self, act: &Entry) -> Result<Option<(Kind, Id)>, Fault> {
        if act.changes > ROWS {
            return Ok(None);
        }
        let mut statement = self.conn.prepare_cached(CHANGED)?;
        let rows = statement.query_map([act.id], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
        let mut changed: Vec<(Kind, Id)> = Vec::new();
        for row in rows {
            let record = record_of(row?);
            changed.extend(record.filter(|record| !changed.contains(record)));
        }
        let mut talks = changed.iter().filter(|(kind, _)| *kind == Kind::Interaction);
        let one = match (talks.next(), talks.next(), changed.as_slice()) {
            (Some(talk), None, _) => Some(*talk),
            (None, None, [one]) => Some(*one),
            _ => None,
        };
        Ok(match one {
            Some((kind, id)) if self.is_there(kind, id)? => Some((kind, id)),
            Some(_) | None => None,
        })
    }

    fn is_there(&self, kind: Kind, id: Id) -> Result<bool, Fault> {
        let sql = format!("SELECT 1 FROM {} WHERE id = ?1", kind.name());
        Ok(self.conn.prepare_cached(&sql)?.exists(params![id])?)
    }
}

/// The record of a row; none of one that only links two records.
fn record_of((table, row, parent): Changed) -> Option<(Kind, Id)> {
    let kind = Kind::named(&table)?;
    kind.row().part_of.map_or(Some((kind, row)), |whole| Some((whole, parent?)))
}
