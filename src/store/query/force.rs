//! What is in force at an account today: its plan, and what competitors have there.
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use super::portrait::Told;
use super::{day, text};
use crate::domain::Id;
use crate::domain::insight::{Planned, Rival};
use crate::store::Store;
use crate::store::fault::Fault;

impl Store {
    /// The active plan that covers a day; of several the one that began last.
    pub(super) fn plan_in_force(&self, account: Id, on: NaiveDate) -> Result<Option<Planned>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, name, starts_on, reviewed_on FROM plan
             WHERE account = ?1 AND status = 'active' AND starts_on <= ?2 AND ends_on >= ?2
             ORDER BY starts_on DESC, id DESC LIMIT 1",
        )?;
        let plan = statement.query_row(params![account, on.to_string()], |r| {
            Ok(Planned {
                id: r.get(0)?,
                name: text(r, 1)?.to_owned(),
                since: day(r, 2)?.unwrap_or(on),
                reviewed: day(r, 3)?,
            })
        });
        Ok(plan.optional()?)
    }

    /// The plan in force; of days that were chosen the last that was in force in some of them, never one that is still being written.
    pub(super) fn plan_of(&self, account: Id, told: Told, today: NaiveDate) -> Result<Option<Id>, Fault> {
        let Some((from, until)) = told.chosen() else {
            return Ok(self.plan_in_force(account, today)?.map(|plan| plan.id));
        };
        let sql = "SELECT id FROM plan WHERE account = ?1 AND status <> 'draft' AND starts_on <= ?3 AND ends_on >= ?2
            ORDER BY status = 'active' DESC, starts_on DESC, id DESC LIMIT 1";
        let days = params![account, from.to_string(), until.to_string()];
        Ok(self.conn.prepare_cached(sql)?.query_row(days, |r| r.get(0)).optional()?)
    }

    /// What competitors have at an account of what we still sell, where the end of their contract is known.
    pub(super) fn rivals(&self, account: Id) -> Result<Vec<Rival>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT w.id, ifnull(c.name, 'none'), o.name, ifnull(u.name, 'none'), w.ends_on FROM whitespace w
             JOIN offering o ON o.id = w.offering LEFT JOIN competitor c ON c.id = w.competitor
             LEFT JOIN unit u ON u.id = w.unit
             WHERE w.account = ?1 AND w.state = 'competitor' AND w.ends_on IS NOT NULL AND o.retired = 0
             ORDER BY w.ends_on, w.id",
        )?;
        let rows = statement.query_map([account], |r| {
            let ends = day(r, 4)?;
            let rival = Rival {
                cell: r.get(0)?,
                competitor: text(r, 1)?.to_owned(),
                offering: text(r, 2)?.to_owned(),
                unit: text(r, 3)?.to_owned(),
                ends: ends.unwrap_or_default(),
            };
            Ok(ends.map(|_| rival))
        })?;
        Ok(rows.filter_map(Result::transpose).collect::<Result<_, _>>()?)
    }
}
