//! The health of accounts (§10), how it has gone, and what is worth a thought (§12).
mod course;
mod inputs;
mod parts;

use chrono::NaiveDate;
use rusqlite::params;

use super::account::PromiseRow;
use super::day;
use super::people::PersonRow;
use super::scorecard::Indicator;
use crate::domain::Id;
use crate::domain::choice::{Choice, Tier};
use crate::domain::health::{Health, Inputs, Since, health, since};
use crate::domain::insight::{self, Insight, Muted, Rule, Watched, insights};
use crate::domain::needs::OpenPromise;
use crate::domain::portfolio::effort::Effort;
use crate::domain::score::Known;
use crate::domain::settings::Settings;
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::query::figures::Snapshot;
pub use inputs::member;
pub use parts::Parts;

/// Months of the course of a health, the current one last.
pub const MONTHS: usize = 12;

/// The health of an account, and how it has gone.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountHealth {
    /// The account.
    pub account: Id,
    /// Value, evidence, parts, colour.
    pub health: Health,
    /// What it was made of.
    pub inputs: Inputs,
    /// Against the stored snapshot nearest to 30 days ago.
    pub since: Known<Since>,
    /// What was stored last in each month, oldest first; the current month has today's health.
    pub course: [Option<f64>; MONTHS],
}

/// All that is judged of one account.
#[derive(Debug, Clone, PartialEq)]
pub struct Checkup {
    /// Its health.
    pub health: AccountHealth,
    /// Its indicators as they stand.
    pub indicators: Vec<Indicator>,
    /// What is worth a thought, without what is muted.
    pub insights: Vec<Insight>,
}

impl Store {
    /// Health, indicators and insights of one account.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn checkup(&self, account: Id, today: NaiveDate) -> Result<Checkup, Fault> {
        let people = self.people(Some(account), today)?;
        self.checkup_of(account, &people, today)
    }

    /// The same, of an account whose people are known, strength included.
    pub(super) fn checkup_of(
        &self,
        account: Id,
        people: &[PersonRow],
        today: NaiveDate,
    ) -> Result<Checkup, Fault> {
        let indicators = self.scorecard(Some(account), None, today)?;
        let health = self.health_of(account, people, &indicators, &self.settings()?, today)?;
        let effort = self.effort_share(account, today)?;
        let insights = self.insights(&health.inputs, account, &indicators, effort, today)?;
        Ok(Checkup { health, indicators, insights })
    }

    /// The health of every key account, in the user's order.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn healths(&self, today: NaiveDate) -> Result<Vec<AccountHealth>, Fault> {
        let people = self.people_of_today(None, today)?;
        let indicators = self.scorecard(None, None, today)?;
        self.healths_of(&self.key_accounts()?, &people, &indicators, today)
    }

    /// The health of accounts whose people (without strength is enough) and indicators are known.
    pub(super) fn healths_of(
        &self,
        accounts: &[Id],
        people: &[PersonRow],
        indicators: &[Indicator],
        today: NaiveDate,
    ) -> Result<Vec<AccountHealth>, Fault> {
        let settings = self.settings()?;
        let one = |account: &Id| self.health_of(*account, people, indicators, &settings, today);
        accounts.iter().map(one).collect()
    }

    fn health_of(
        &self,
        account: Id,
        people: &[PersonRow],
        indicators: &[Indicator],
        settings: &Settings,
        today: NaiveDate,
    ) -> Result<AccountHealth, Fault> {
        let inputs = self.health_inputs(account, people, indicators, settings, today)?;
        let health = health(&inputs, today);
        let near = self.health_near(account, today)?;
        let now = health.score.amount();
        let course = self.health_course(account, now, today)?;
        let unknown = || health.score.value.clone().map(|_| 0.0);
        let since = now.map_or_else(unknown, Ok).and_then(|now| since(now, &near, today));
        Ok(AccountHealth { account, health, inputs, since, course })
    }

    /// Stores the health of every key account, if none is stored of that day: once a day, by the program itself.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn keep_health(&mut self, today: NaiveDate) -> Result<(), Fault> {
        if self.has_snapshot(today)? {
            return Ok(());
        }
        // Today has mostly just asked for them.
        let healths = self.healths_kept(today)?.map_or_else(|| self.healths(today).map(Into::into), Ok)?;
        let snapshot = |h: &AccountHealth| Snapshot {
            account: h.account,
            day: today,
            score: h.health.score.amount(),
            evidence: h.health.score.evidence,
            parts: Parts::of(&h.health, &h.inputs).write(),
        };
        let snapshots: Vec<_> = healths.iter().map(snapshot).collect();
        if snapshots.is_empty() { Ok(()) } else { self.keep_snapshots(&snapshots) }
    }

    /// The key accounts in the user's order.
    pub(super) fn key_accounts(&self) -> Result<Vec<Id>, Fault> {
        let sql = "SELECT id FROM account WHERE tier = ?1 ORDER BY ifnull(position, 999), id";
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(statement.query_map([Tier::Key.name()], |r| r.get(0))?.collect::<Result<_, _>>()?)
    }

    /// What the rules find; what an account takes of the time against what it is worth costs a look at all clients.
    pub(super) fn insights(
        &self,
        health: &Inputs,
        account: Id,
        indicators: &[Indicator],
        effort: Option<Effort>,
        today: NaiveDate,
    ) -> Result<Vec<Insight>, Fault> {
        let watched = |i: &Indicator| {
            let newest = i.series.newest(today);
            let year = i.series.year;
            Watched {
                kpi: i.figures.kpi.head.id,
                name: i.figures.kpi.name.clone(),
                standing: i.standing.clone(),
                next: newest
                    .map_or_else(|| year.at(today, i.series.frequency), |newest| year.after(newest, 1)),
            }
        };
        let inputs = insight::Inputs {
            account,
            members: health.members.clone(),
            required: health.required.clone(),
            promises: self.open_for_rules(account)?,
            indicators: indicators.iter().map(watched).collect(),
            rivals: self.rivals(account)?,
            plan: self.plan_in_force(account, today)?,
            effort,
            muted: self.muted_rules(account, today)?,
        };
        Ok(insights(&inputs, today))
    }

    /// Open promises of both sides, as the rules see them.
    fn open_for_rules(&self, account: Id) -> Result<Vec<OpenPromise>, Fault> {
        Ok(self.open_promises_of(account)?.iter().map(PromiseRow::open).collect())
    }

    /// Rules that keep quiet about an account. A mute without a record is about the account.
    fn muted_rules(&self, account: Id, today: NaiveDate) -> Result<Vec<Muted>, Fault> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT topic, subject, until FROM mute WHERE account = ?1 AND until > ?2")?;
        let rows = statement.query_map(params![account, today.to_string()], |r| {
            let rule = Rule::named(&r.get::<_, String>(0)?);
            let subject = r.get::<_, Option<Id>>(1)?.unwrap_or(account);
            Ok(rule.zip(day(r, 2)?).map(|(rule, until)| Muted {
                rule,
                subject: (rule.about(), subject),
                until,
            }))
        })?;
        let found = rows.collect::<Result<Vec<_>, _>>()?;
        Ok(found.into_iter().flatten().collect())
    }
}
