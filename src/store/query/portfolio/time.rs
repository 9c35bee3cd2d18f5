//! The time that clients have taken: minutes of held conversations, those not written down assumed.
use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::params;

use crate::domain::Id;
use crate::domain::choice::{Channel, Choice};
use crate::domain::day::{plus_days, plus_months};
use crate::domain::portfolio::effort::{Effort, Time};
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::query::text;

/// Months whose conversations count.
const MONTHS: i32 = 12;

/// The first day that counts.
pub(super) fn since(today: NaiveDate) -> NaiveDate {
    plus_days(plus_months(today, -MONTHS), 1)
}

/// The index has all that is asked for, so that the conversations themselves are not read.
const SQL: &str = "SELECT account, channel, minutes FROM interaction INDEXED BY interaction_time
WHERE planned = 0 AND channel <> 'note' AND account IS NOT NULL AND day BETWEEN ?1 AND ?2";

impl Store {
    /// What a key account takes of the logged time against what it is worth; `None` where that is not known.
    pub(in crate::store::query) fn effort_share(
        &self,
        account: Id,
        today: NaiveDate,
    ) -> Result<Option<Effort>, Fault> {
        // Only of key accounts it is asked for: thousands of clients are not read for the page of another.
        if !self.key_accounts()?.contains(&account) {
            return Ok(None);
        }
        let portfolio = self.portfolio(today)?;
        let client = portfolio.clients.iter().find(|c| c.id == account);
        Ok(client.and_then(|c| portfolio.effort(c)))
    }

    /// The time of the last twelve months, by account.
    pub(super) fn times(&self, today: NaiveDate) -> Result<HashMap<Id, Time>, Fault> {
        let mut statement = self.conn.prepare_cached(SQL)?;
        let mut rows = statement.query(params![since(today).to_string(), today.to_string()])?;
        let mut times: HashMap<Id, Time> = HashMap::new();
        while let Some(r) = rows.next()? {
            if let Some(channel) = Channel::named(text(r, 1)?) {
                times.entry(r.get(0)?).or_default().add(channel, r.get(2)?);
            }
        }
        Ok(times)
    }
}
