//! Who sells what we sell, with what they are after and what was learned about them.
use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Aimed, Sale};
use crate::domain::Id;
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::query::{day, text, texts};

/// Of each competitor what was learned: number, what, when.
type Learned = HashMap<Id, Vec<(Id, String, NaiveDate)>>;

/// Somebody who sells what we sell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rival {
    /// The competitor.
    pub id: Id,
    /// As they are called.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// What they do better than we.
    pub strengths: String,
    /// What they do worse.
    pub weaknesses: String,
    /// Free text.
    pub notes: String,
    /// Sales that they are after, or have won: those of the scope.
    pub sales: Vec<Sale>,
    /// What was learned about them, the newest first: number, what, when.
    pub insights: Vec<(Id, String, NaiveDate)>,
}

impl Store {
    pub(super) fn competitors(&self, sales: &[Aimed], accounts: &[Id]) -> Result<Vec<Rival>, Fault> {
        let mut insights = self.insights_about()?;
        let mut statement = self.conn.prepare_cached(
            "SELECT id, name, aliases, ifnull(strengths, ''), ifnull(weaknesses, ''), ifnull(notes, '') FROM competitor
             ORDER BY name COLLATE NOCASE, id",
        )?;
        let rows = statement.query_map([], |r| {
            let id: Id = r.get(0)?;
            let theirs = |sale: &&Aimed| sale.3 == Some(id) && accounts.contains(&sale.0.account);
            Ok(Rival {
                id,
                name: r.get(1)?,
                aliases: texts(r, 2)?,
                strengths: r.get(3)?,
                weaknesses: r.get(4)?,
                notes: r.get(5)?,
                sales: sales.iter().filter(theirs).map(|one| one.0.clone()).collect(),
                insights: insights.remove(&id).unwrap_or_default(),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn insights_about(&self) -> Result<Learned, Fault> {
        let sql = "SELECT competitor, id, name, day FROM insight WHERE competitor IS NOT NULL ORDER BY day DESC, id DESC";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut found = Learned::new();
        while let Some(r) = rows.next()? {
            if let Some(on) = day(r, 3)? {
                found.entry(r.get(0)?).or_default().push((r.get(1)?, text(r, 2)?.to_owned(), on));
            }
        }
        Ok(found)
    }
}
