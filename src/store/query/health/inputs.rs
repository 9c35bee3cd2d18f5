//! What the health of an account is made of.
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use crate::domain::Id;
use crate::domain::cadence::as_f64;
use crate::domain::choice::{Choice, Ownership, Risk, Severity};
use crate::domain::commitment::Promise;
use crate::domain::coverage::Member;
use crate::domain::health::{self, Inputs, Reading, Weights};
use crate::domain::settings::Settings;
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::query::day;
use crate::store::query::people::PersonRow;
use crate::store::query::scorecard::Indicator;

/// A person as the formulas of §4 see them; strength and touches are nothing where the row was read without them.
pub fn member(row: &PersonRow) -> Member {
    Member {
        person: row.person,
        name: row.name.clone(),
        w: row.weight.w,
        contact: row.contact,
        last: row.last,
        stance: row.stance.zip(row.stance_on),
        roles: row.roles.clone(),
        strength: row.strength.score,
        touches: row.strength.n90,
        do_not_contact: row.do_not_contact,
        not_before: row.not_before,
    }
}

impl Store {
    /// The inputs of §10 for an account; of the people and indicators given only its own count.
    pub(super) fn health_inputs(
        &self,
        account: Id,
        people: &[PersonRow],
        indicators: &[Indicator],
        settings: &Settings,
        today: NaiveDate,
    ) -> Result<Inputs, Fault> {
        let here = people.iter().filter(|p| p.account == Some(account) && p.is_active());
        let own = indicators.iter().filter(|i| {
            let kpi = &i.figures.kpi;
            kpi.account.is_some_and(|a| a.0 == account) && kpi.ownership == Some(Ownership::Own)
        });
        let indicator = |i: &Indicator| health::Indicator {
            kpi: i.figures.kpi.head.id,
            name: i.figures.kpi.name.clone(),
            judged: i.standing.judged().clone(),
            as_of: i.standing.as_of.as_ref().ok().copied(),
        };
        Ok(Inputs {
            weights: Weights::of(settings),
            indicators: own.map(indicator).collect(),
            members: here.map(member).collect(),
            required: self.required_at(account, settings)?,
            promises: self.promises_for_health(account, today)?,
            reading: self.newest_reading(account, today)?,
            plan: self.plan_for_health(account, today)?,
            risk: self.stated_risk(account)?,
            problem: self.worst_problem(account, today)?,
        })
    }

    /// The active plan that covers today; nothing is known as long as the book has no plan at all.
    fn plan_for_health(&self, account: Id, today: NaiveDate) -> Result<Option<health::Plan>, Fault> {
        let plan = self.plan_in_force(account, today)?;
        if plan.is_none() && !self.conn.prepare_cached("SELECT 1 FROM plan LIMIT 1")?.exists([])? {
            return Ok(None);
        }
        Ok(Some(health::Plan {
            id: plan.as_ref().map(|plan| plan.id),
            active: plan.is_some(),
            reviewed: plan.and_then(|plan| plan.reviewed),
        }))
    }

    /// Our open promises, and the last kept one that fell due in 90 days: it says that something is known.
    fn promises_for_health(&self, account: Id, today: NaiveDate) -> Result<Vec<(Id, Promise)>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, due, done_on FROM commitment WHERE account = ?1 AND done_on IS NULL AND side = 'ours'",
        )?;
        let promise =
            |r: &rusqlite::Row<'_>| Ok((r.get(0)?, Promise { due: day(r, 1)?, done_on: day(r, 2)? }));
        let mut found =
            statement.query_map([account], promise)?.collect::<Result<Vec<(Id, Promise)>, _>>()?;
        let mut statement = self.conn.prepare_cached(
            "SELECT id, due, done_on FROM commitment WHERE account = ?1 AND done_on > '' AND side = 'ours'
                AND due >= date(?2, '-90 days') AND due < ?2 ORDER BY done_on DESC LIMIT 1",
        )?;
        found.extend(statement.query_row(params![account, today.to_string()], promise).optional()?);
        Ok(found)
    }

    fn newest_reading(&self, account: Id, today: NaiveDate) -> Result<Option<Reading>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, day, score FROM reading WHERE account = ?1 AND day <= ?2 ORDER BY day DESC, id DESC LIMIT 1",
        )?;
        let found = statement
            .query_row(params![account, today.to_string()], |r| {
                let score = as_f64(r.get(2)?);
                Ok(day(r, 1)?.map(|day| (r.get(0), day, score)))
            })
            .optional()?;
        let reading = found.flatten().map(|(id, day, score)| Ok::<_, Fault>(Reading { id: id?, day, score }));
        reading.transpose()
    }

    fn stated_risk(&self, account: Id) -> Result<Option<Risk>, Fault> {
        let mut statement = self.conn.prepare_cached("SELECT risk FROM account WHERE id = ?1")?;
        let risk: Option<Option<String>> = statement.query_row([account], |r| r.get(0)).optional()?;
        Ok(risk.flatten().and_then(|risk| Risk::named(&risk)))
    }

    /// The worst problem that is open, of several equally bad the one opened first.
    fn worst_problem(&self, account: Id, today: NaiveDate) -> Result<Option<(Id, Severity)>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, severity FROM problem
             WHERE account = ?1 AND opened_on <= ?2 AND (closed_on IS NULL OR closed_on > ?2) ORDER BY opened_on, id",
        )?;
        let rows = statement.query_map(params![account, today.to_string()], |r| {
            Ok(Severity::named(&r.get::<_, String>(1)?).map(|severity| (r.get::<_, Id>(0), severity)))
        })?;
        let mut worst: Option<(Id, Severity)> = None;
        for row in rows {
            if let Some((id, severity)) = row?
                && worst.is_none_or(|(_, before)| severity > before)
            {
                worst = Some((id?, severity));
            }
        }
        Ok(worst)
    }
}
