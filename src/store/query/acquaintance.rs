//! Who of ours has met whom of theirs, read from the table of meetings and never from the log.
use std::collections::HashSet;

use chrono::NaiveDate;
use rusqlite::params;

use super::people::PersonRow;
use super::{Scope, day};
use crate::domain::Id;
use crate::domain::acquaintance::{Acquaintance, Circles, Met, Theirs};
use crate::store::Store;
use crate::store::fault::Fault;

impl Store {
    /// The colleagues who have met a person up to today, the freshest first; who has left the team is none of them.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn colleagues_of(&self, person: Id, today: NaiveDate) -> Result<Vec<Acquaintance>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT met.person, c.id, c.name, max(met.day), count(*) FROM met JOIN colleague c ON c.id = met.colleague
             WHERE met.person = ?1 AND met.day <= ?2 AND c.left = 0
             GROUP BY met.colleague ORDER BY 4 DESC, c.name COLLATE NOCASE, c.id",
        )?;
        let rows = statement.query_map(params![person, today.to_string()], |r| Ok(pair(r)?.1))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Our people × theirs: the active people of the scope, each once, with whom of the team they have met up to today.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn circles(&self, scope: Scope, today: NaiveDate) -> Result<Circles, Fault> {
        let mut seen = HashSet::new();
        let people = self.people_briefly(scope, today)?.into_iter().filter(PersonRow::is_active);
        let people = people.filter(|p| seen.insert(p.person)).map(|p| Theirs {
            person: p.person,
            name: p.name,
            account: p.account,
            account_name: p.account_name,
            weight: p.weight.w,
            met: Vec::new(),
        });
        let people = people.collect();
        // Each person's meetings stand together, so that those of other accounts are not even looked at.
        let mut statement = self.conn.prepare_cached(
            "SELECT met.person, c.id, c.name, max(met.day), count(*)
             FROM person p CROSS JOIN met ON met.person = p.id JOIN colleague c ON c.id = met.colleague
             WHERE (?1 = 0 OR p.id IN (SELECT person FROM membership WHERE account = ?1)) AND met.day <= ?2 AND c.left = 0
             GROUP BY met.person, met.colleague",
        )?;
        let rows = statement.query_map(params![scope.unwrap_or(0), today.to_string()], pair)?;
        let mut pairs = rows.collect::<Result<Vec<_>, _>>()?;
        pairs.retain(|(person, _)| seen.contains(person));
        Ok(Circles::of(people, &pairs))
    }
}

fn pair(r: &rusqlite::Row<'_>) -> rusqlite::Result<(Id, Acquaintance)> {
    let count: i64 = r.get(4)?;
    let met = Met { last: day(r, 3)?.unwrap_or_default(), count: usize::try_from(count).unwrap_or(0) };
    Ok((r.get(0)?, Acquaintance { colleague: r.get(1)?, name: r.get(2)?, met }))
}
