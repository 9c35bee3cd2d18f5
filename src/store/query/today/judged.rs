//! What follows from the figures of the key accounts: worked out once, and again only after something was written or on another
//! day.
use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::moved::Moved;
use crate::domain::Id;
use crate::domain::needs::{Followed, Share};
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::query::Scope;
use crate::store::query::health::AccountHealth;
use crate::store::query::people::PersonRow;
use crate::store::query::scorecard::Indicator;

/// What follows from the figures.
#[derive(Debug, Clone, Default)]
pub(super) struct Judged {
    /// The indicators of the key accounts and the portfolio.
    pub indicators: Arc<[Indicator]>,
    /// The health of each key account.
    pub healths: Arc<[AccountHealth]>,
    /// Those of the indicators that need somebody.
    pub followed: Vec<Followed>,
    /// What each key account is of their revenue.
    pub shares: HashMap<Id, Share>,
    /// What moved since the user last left the program.
    pub moved: Vec<Moved>,
}

/// What was worked out last, and the state of the file and the day that it is true of.
#[derive(Debug, Default)]
pub(in crate::store) struct Kept {
    state: Option<(i64, u64, NaiveDate)>,
    judged: Judged,
}

impl Store {
    /// What follows from the figures of the key accounts, and of the account in force where it is none of them. `people` are
    /// those whom Today can name.
    pub(super) fn judged(
        &self,
        scope: Scope,
        keys: &[Id],
        people: &[PersonRow],
        today: NaiveDate,
    ) -> Result<Judged, Fault> {
        let state = self.state_on(today)?;
        let mut kept = self.judged.borrow_mut();
        if kept.state != state {
            let judged = self.judge(None, keys, people, today)?;
            *kept = Kept { state, judged };
        }
        match scope {
            None => Ok(kept.judged.clone()),
            Some(account) if keys.contains(&account) => Ok(kept.judged.of(account)),
            Some(account) => {
                let mut own = self.judge(scope, &[account], people, today)?;
                own.followed.extend(kept.judged.followed.iter().cloned());
                own.shares.clone_from(&kept.judged.shares);
                Ok(own)
            }
        }
    }

    /// The state of the file and the day that what is worked out now is true of.
    fn state_on(&self, today: NaiveDate) -> Result<Option<(i64, u64, NaiveDate)>, Fault> {
        let version = self.conn.prepare_cached("PRAGMA data_version")?.query_row([], |r| r.get(0))?;
        Ok(Some((version, self.conn.total_changes(), today)))
    }

    /// The health of every key account, if it was worked out since anything was written, and today.
    pub(in crate::store::query) fn healths_kept(
        &self,
        today: NaiveDate,
    ) -> Result<Option<Arc<[AccountHealth]>>, Fault> {
        let kept = self.judged.borrow();
        Ok((kept.state == self.state_on(today)?).then(|| Arc::clone(&kept.judged.healths)))
    }

    fn judge(
        &self,
        scope: Scope,
        accounts: &[Id],
        people: &[PersonRow],
        today: NaiveDate,
    ) -> Result<Judged, Fault> {
        let indicators = self.scorecard(scope, None, today)?;
        let healths = self.healths_of(accounts, people, &indicators, today)?;
        let moved = match self.seen(today)? {
            (Some(last), entry) => self.moved((last, entry), &healths, &indicators)?,
            (None, _) => Vec::new(),
        };
        Ok(Judged {
            followed: indicators.iter().filter_map(|i| super::figures::followed(i, today)).collect(),
            shares: self.shares_of(accounts, &indicators)?,
            moved,
            indicators: indicators.into(),
            healths: healths.into(),
        })
    }
}

impl Judged {
    /// Only what is of one account; who needs somebody, and what each is of the revenue, is said of all of them.
    fn of(&self, account: Id) -> Self {
        let own = |i: &&Indicator| i.figures.kpi.account.is_some_and(|a| a.0 == account);
        Self {
            indicators: self.indicators.iter().filter(own).cloned().collect(),
            healths: self.healths.iter().filter(|h| h.account == account).cloned().collect(),
            followed: self.followed.clone(),
            shares: self.shares.clone(),
            moved: self.moved.iter().filter(|m| m.account == Some(account)).cloned().collect(),
        }
    }
}
