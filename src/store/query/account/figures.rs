//! What the page of an account says beside people, promises and conversations: problems, contracts, opportunities, readings.
use chrono::NaiveDate;
use rusqlite::params;

use crate::domain::Id;
use crate::domain::choice::Frequency;
use crate::domain::day::days_between;
use crate::domain::field::Entity;
use crate::domain::opportunity::{Contract, Opportunity};
use crate::domain::pipeline::weighted;
use crate::domain::problem::{Problem, Reading};
use crate::domain::score::Score;
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::query::sales::Into;

/// Days for which the page still shows what is over: a problem that was closed, a contract that has ended.
const OVER: i64 = 90;

/// How many readings of satisfaction the page has.
const READINGS: i64 = 4;

/// Records of an account that are not people, promises or conversations.
#[derive(Debug, Clone, PartialEq)]
pub struct Affairs {
    /// Those that are open, the worst first; then those closed in the last 90 days.
    pub problems: Vec<Problem>,
    /// By their end; those that ended in the last 90 days are still there.
    pub contracts: Vec<Contract>,
    /// Those that are open, by their expected close.
    pub opportunities: Vec<Opportunity>,
    /// What the open opportunities are worth by their chance (§8), in the currency of sums.
    pub pipeline: Score,
    /// The newest readings of satisfaction.
    pub readings: Vec<Reading>,
}

impl Store {
    pub(super) fn affairs(&self, account: Id, today: NaiveDate) -> Result<Affairs, Fault> {
        let day = today.to_string();
        let mut problems: Vec<Problem> = self.entities(
            "SELECT id FROM problem WHERE account = ?1 AND (closed_on IS NULL OR closed_on >= date(?2, '-90 days'))
             ORDER BY opened_on, id",
            params![account, day],
        )?;
        let over = |p: &Problem| p.closed_on.is_some_and(|on| on <= today);
        problems.sort_by_key(|p| (over(p), std::cmp::Reverse(p.severity), p.due.is_none(), p.due));
        let mut contracts: Vec<Contract> = self.entities(
            "SELECT id FROM contract WHERE account = ?1 ORDER BY ends_on IS NULL, ends_on, id",
            [account],
        )?;
        contracts.retain(|c| c.ends_on.is_none_or(|end| days_between(end, today) <= OVER));
        let opportunities: Vec<Opportunity> = self.entities(
            "SELECT id FROM opportunity WHERE account = ?1 AND stage NOT IN ('won', 'lost')
             ORDER BY closes_on IS NULL, closes_on, id",
            [account],
        )?;
        let readings = self.entities(
            "SELECT id FROM reading WHERE account = ?1 AND day <= ?2 ORDER BY day DESC, id DESC LIMIT ?3",
            params![account, day, READINGS],
        )?;
        let settings = self.settings()?;
        let (year, rates) = (settings.company_year(), self.rates(&settings)?);
        let of = year.year_of(year.at(today, Frequency::Yearly));
        let into = Into { rates: &rates, to: rates.base, year: of };
        let pipeline = weighted(&self.deals(&[account], into)?);
        Ok(Affairs { problems, contracts, opportunities, pipeline, readings })
    }

    /// The records whose numbers a statement finds.
    pub(in crate::store) fn entities<T: Entity>(
        &self,
        sql: &str,
        params: impl rusqlite::Params,
    ) -> Result<Vec<T>, Fault> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let ids = statement.query_map(params, |r| r.get(0))?.collect::<Result<Vec<Id>, _>>()?;
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            let record = self.record(T::KIND, id)?;
            found.extend(record.any().downcast_ref::<T>().cloned());
        }
        Ok(found)
    }
}
