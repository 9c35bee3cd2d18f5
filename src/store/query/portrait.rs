//! All that the documents about one account are made of: its plan, its review, its hand-over.
use chrono::NaiveDate;
use rusqlite::params;

use super::account::{AccountPage, PromiseRow};
use super::brief::Changed;
use super::centre::Centre;
use super::decisions::DecisionRow;
use super::growth::Care;
use super::log::{Filter, LogQuery, LogRow};
use super::network::network_of;
use super::pipeline::Pipeline;
use super::plans::{PlanRow, Plans};
use super::review::Reached;
use super::review::reached;
use super::team::Team;
use super::whitespace::WhiteBook;
use crate::domain::Id;
use crate::domain::acquaintance::Circles;
use crate::domain::choice::{Channel, PlanStatus};
use crate::domain::day::plus_days;
use crate::domain::market::Insight;
use crate::domain::network::{Next, next_contacts};
use crate::domain::person::Person;
use crate::domain::problem::Problem;
use crate::domain::review::Promotion;
use crate::store::Store;
use crate::store::fault::Fault;

/// Conversations told at the most.
const TALKS: usize = 60;
/// Planned conversations told at the most.
const PLANNED: usize = 12;
/// Pages of the log that are looked through for conversations of the days wanted.
const PAGE: usize = 400;

/// First and last day of the time that a document tells of.
pub type Days = (NaiveDate, NaiveDate);

/// Of which time a document tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// The last so many days up to today.
    Last(i64),
    /// From a day to a day, both included.
    Between(NaiveDate, NaiveDate),
}

impl Told {
    /// Its first and its last day.
    pub fn days(self, today: NaiveDate) -> Days {
        match self {
            Self::Last(days) => (plus_days(today, -days), today),
            Self::Between(from, until) => (from, until),
        }
    }
}

/// One account as documents tell of it. What its people told in confidence is in it: none of these documents is for the client.
#[derive(Debug, Clone, PartialEq)]
pub struct Portrait {
    /// The days it tells of.
    pub days: Days,
    /// Its page: people, health, indicators, satisfaction, contracts.
    pub page: AccountPage,
    /// Its plans.
    pub plans: Plans,
    /// Its possible sales.
    pub pipeline: Pipeline,
    /// What it could still buy.
    pub white: WhiteBook,
    /// Its buying centre.
    pub centre: Centre,
    /// Who of ours knows whom of theirs.
    pub circles: Circles,
    /// Whom to see next, the most valuable first.
    pub next: Vec<Next>,
    /// Its decisions and changes, the oldest first.
    pub decisions: Vec<DecisionRow>,
    /// Who of ours works for it.
    pub team: Option<Team>,
    /// What is given to it alone.
    pub care: Vec<Care>,
    /// What was learned about it, the newest first.
    pub learned: Vec<Insight>,
    /// What was said in these days, the newest first; notes to oneself apart.
    pub talks: Vec<LogRow>,
    /// How many conversations there were in these days, those not told among them.
    pub talked: usize,
    /// What one wrote for oneself in these days, the newest first.
    pub notes: Vec<LogRow>,
    /// What is planned, the next first.
    pub planned: Vec<LogRow>,
    /// Promises of both sides: the open ones by due day, then what was kept in these days, the newest first.
    pub promises: Vec<PromiseRow>,
    /// Problems that are open, or were in these days.
    pub problems: Vec<Problem>,
    /// Who works there, as people.
    pub persons: Vec<Person>,
    /// Since when it has been a key account, and why.
    pub promotions: Vec<Promotion>,
    /// What changed since the first of these days.
    pub changes: Vec<Changed>,
    /// What was reached in the plan in these days, the newest first.
    pub reached: Vec<Reached>,
}

impl Portrait {
    /// The plan in force; else the one that is being written, else the newest that is over.
    pub fn plan(&self) -> Option<&PlanRow> {
        let of = |status| self.plans.plans.iter().find(|row| row.plan.status == Some(status));
        of(PlanStatus::Active).or_else(|| of(PlanStatus::Draft)).or_else(|| self.plans.plans.first())
    }

    /// Whether a day is one of those it tells of.
    pub fn tells_of(&self, day: NaiveDate) -> bool {
        (self.days.0..=self.days.1).contains(&day)
    }
}

impl Store {
    /// One account as documents about these days tell of it.
    ///
    /// # Errors
    /// [`Fault::Missing`], and faults of the file.
    pub fn portrait(&self, account: Id, told: Told, today: NaiveDate) -> Result<Portrait, Fault> {
        let days = told.days(today);
        let page = self.account_page(account, today)?;
        let scope = Some(account);
        let plans = self.plans(scope, today)?;
        let centre = self.centre(scope)?;
        let next = next_contacts(&network_of(account, &page.people, &centre.edges), today);
        let (talks, talked, notes) = self.said_in(account, days)?;
        let from = days.0.to_string();
        let mut reached = reached(&plans, days.0, days.1);
        reached.truncate(TALKS);
        Ok(Portrait {
            days,
            pipeline: self.pipeline(scope, today)?,
            white: self.white_space(scope, today)?,
            circles: self.circles(scope, today)?,
            next,
            decisions: self.decision_rows(scope)?,
            team: self.teams(scope, today)?.pop(),
            care: self.care(scope, today)?,
            learned: self.insight_notes(scope)?.notes,
            talks,
            talked,
            notes,
            planned: planned(&page.log, today),
            promises: self.promises_in(account, days)?,
            problems: self.entities(
                "SELECT id FROM problem WHERE account = ?1 AND (closed_on IS NULL OR closed_on >= ?2)
                 ORDER BY closed_on IS NOT NULL, opened_on, id",
                params![account, from],
            )?,
            persons: self.entities(
                "SELECT DISTINCT person FROM membership WHERE account = ?1 AND left_on IS NULL ORDER BY person",
                [account],
            )?,
            promotions: self.entities("SELECT id FROM promotion WHERE account = ?1 ORDER BY day, id", [account])?,
            changes: self.changes(&page, days.0, today)?,
            reached,
            centre,
            plans,
            page,
        })
    }

    /// What was held in these days: the newest conversations and how many there are, then the notes.
    fn said_in(&self, account: Id, days: Days) -> Result<(Vec<LogRow>, usize, Vec<LogRow>), Fault> {
        let filter = Filter { since: Some(days.0), planned: Some(false), ..Filter::default() };
        let asked = LogQuery { scope: Some(account), filter, limit: PAGE, ..LogQuery::default() };
        let rows = self.log(&asked)?.rows.into_iter().filter(|row| row.day <= days.1);
        let (notes, mut talks): (Vec<_>, Vec<_>) = rows.partition(|row| row.channel == Channel::Note);
        let talked = talks.len();
        talks.truncate(TALKS);
        Ok((talks, talked, notes))
    }

    /// Promises of both sides that are open, or were kept in these days, or were due in them.
    fn promises_in(&self, account: Id, (from, until): Days) -> Result<Vec<PromiseRow>, Fault> {
        let mut promises = self.promises(Some(account), true)?;
        let within = |day: Option<NaiveDate>| day.is_some_and(|day| (from..=until).contains(&day));
        promises.retain(|p| p.done_on.is_none() || within(p.done_on) || within(p.due));
        Ok(promises)
    }
}

/// What has not been held yet and lies ahead, the next first.
fn planned(log: &[LogRow], today: NaiveDate) -> Vec<LogRow> {
    let ahead = log.iter().rev().filter(|row| row.planned && row.day >= today);
    ahead.take(PLANNED).cloned().collect()
}
