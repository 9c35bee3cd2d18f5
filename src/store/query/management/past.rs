//! A time that is over: what the book keeps of its last day, and nothing of what is so today.
use chrono::{Datelike, NaiveDate};
use rusqlite::params;

use super::Managed;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::query::health::AccountHealth;
use crate::store::query::scorecard::Indicator;
use crate::store::query::{Scope, day};

impl Managed {
    /// Takes away what is only known of today: the plan, promises, what waits, what is worth a thought.
    pub(super) fn forget_today(&mut self) {
        self.plan = None;
        self.weighted = Err(Explain::new("management-not-kept"));
        self.promises.clear();
        self.late.clear();
        self.needs.clear();
        self.insights.clear();
    }
}

impl Store {
    /// Sets health and last conversation of an account to what they were on a day; its indicators are already those of it.
    pub(super) fn stood(&self, managed: &mut Managed, on: NaiveDate) -> Result<(), Fault> {
        let account = managed.account.head.id;
        managed.health = self.health_on(&managed.health, on)?;
        let mut statement = self.conn.prepare_cached(
            "SELECT max(day) FROM interaction WHERE account = ?1 AND planned = 0 AND channel <> 'note' AND day <= ?2",
        )?;
        managed.card.last = statement.query_row(params![account, on.to_string()], |r| day(r, 0))?;
        Ok(())
    }

    /// The indicators of a scope as they stood on a day: without the figures of periods that were not over by then.
    pub(in crate::store::query) fn indicators_on(
        &self,
        scope: Scope,
        on: NaiveDate,
        today: NaiveDate,
    ) -> Result<Vec<Indicator>, Fault> {
        let all = self.scorecard(scope, Some(on.year() - 2), today)?;
        Ok(all.iter().map(|one| one.stood_on(on)).collect())
    }

    /// A health as the snapshot of a day kept it; not known where none was kept.
    pub(in crate::store::query) fn health_on(
        &self,
        of: &AccountHealth,
        on: NaiveDate,
    ) -> Result<AccountHealth, Fault> {
        let account: Id = of.account;
        let (score, parts) = self.snapshot_at(account, on)?.unwrap_or_default();
        let none = || Explain::new("health-not-kept").with("day", on);
        Ok(AccountHealth {
            account,
            health: of.health.kept(score, &parts.points, &none()),
            inputs: of.inputs.clone(),
            since: Err(none()),
            course: [None; crate::store::query::health::MONTHS],
        })
    }
}
