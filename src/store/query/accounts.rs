//! Every account with its last contact and open promises.
use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::params;

use super::day;
use super::health::AccountHealth;
use super::people::PersonRow;
use crate::domain::Id;
use crate::domain::choice::{Choice, Tier};
use crate::domain::scorecard::Rag;
use crate::store::Store;
use crate::store::fault::Fault;

/// A row of the list of accounts.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountRow {
    /// The account.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Key or standard.
    pub tier: Tier,
    /// What they do.
    pub sector: String,
    /// Where they are.
    pub site: String,
    /// Last held interaction but notes.
    pub last: Option<NaiveDate>,
    /// Next planned interaction.
    pub next: Option<NaiveDate>,
    /// Active people.
    pub people: usize,
    /// Of them, overdue or never met.
    pub past_cadence: usize,
    /// Open promises of ours.
    pub ours: usize,
    /// Open promises of theirs.
    pub theirs: usize,
    /// Of both, those that are late.
    pub overdue: usize,
    /// How it stands; only of key accounts.
    pub health: Option<AccountHealth>,
    /// How its indicators stand, in their order; only of key accounts.
    pub kpis: Vec<Rag>,
}

const SQL: &str = "
SELECT a.id, a.name, a.tier, ifnull(a.sector, ''), ifnull(a.site, ''),
    (SELECT i.day FROM interaction i WHERE i.account = a.id AND i.day <= ?1 AND i.planned = 0 AND i.channel <> 'note'
        ORDER BY i.day DESC, ifnull(i.time, '') DESC, i.id DESC LIMIT 1),
    (SELECT min(i.day) FROM interaction i WHERE i.account = a.id AND i.planned = 1 AND i.day >= ?1),
    (SELECT count(*) FROM commitment c WHERE c.account = a.id AND c.done_on IS NULL AND c.side = 'ours'),
    (SELECT count(*) FROM commitment c WHERE c.account = a.id AND c.done_on IS NULL AND c.side = 'theirs'),
    (SELECT count(*) FROM commitment c WHERE c.account = a.id AND c.done_on IS NULL AND c.due < ?1)
FROM account a ORDER BY ifnull(a.tier, '') <> 'key', ifnull(a.position, 999), a.name COLLATE NOCASE, a.id";

impl Store {
    /// Every account, the key accounts first in the user's order.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn accounts(&self, today: NaiveDate) -> Result<Vec<AccountRow>, Fault> {
        let mut people: HashMap<Id, (usize, usize)> = HashMap::new();
        let all = self.people_briefly(None, today)?;
        for person in all.iter().filter_map(PersonRow::contactable) {
            let counts = people.entry(person.account).or_default();
            counts.0 += 1;
            counts.1 += usize::from(person.is_neglected(today));
        }
        let indicators = self.scorecard(None, None, today)?;
        let healths = self.healths_of(&self.key_accounts()?, &all, &indicators, today)?;
        let mut healths: HashMap<Id, AccountHealth> = healths.into_iter().map(|h| (h.account, h)).collect();
        let of = |account: Id| {
            let of = indicators.iter().filter(move |i| i.figures.kpi.account.is_some_and(|a| a.0 == account));
            of.map(|i| i.standing.rag.clone()).collect()
        };
        let mut statement = self.conn.prepare_cached(SQL)?;
        let rows = statement.query_map(params![today.to_string()], |r| {
            let id = r.get(0)?;
            let (people, past_cadence) = people.get(&id).copied().unwrap_or_default();
            Ok(AccountRow {
                id,
                name: r.get(1)?,
                tier: r.get::<_, Option<String>>(2)?.and_then(|t| Tier::named(&t)).unwrap_or(Tier::Standard),
                sector: r.get(3)?,
                site: r.get(4)?,
                last: day(r, 5)?,
                next: day(r, 6)?,
                people,
                past_cadence,
                ours: r.get(7)?,
                theirs: r.get(8)?,
                overdue: r.get(9)?,
                kpis: if healths.contains_key(&id) { of(id) } else { Vec::new() },
                health: healths.remove(&id),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
