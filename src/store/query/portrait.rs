//! All that the documents about one account are made of: its plan, its review, its hand-over.
use chrono::NaiveDate;
use rusqlite::params;

use super::account::{AccountPage, PromiseRow};
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
/// Entries of the log that are looked through for them.
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

    /// The days that were chosen.
    pub const fn chosen(self) -> Option<Days> {
        match self {
            Self::Last(_) => None,
            Self::Between(from, until) => Some((from, until)),
        }
    }

    /// The last of the days that were chosen, where they are over.
    pub fn over(self, today: NaiveDate) -> Option<NaiveDate> {
        self.chosen().map(|days| days.1).filter(|last| *last < today)
    }

    /// Whether a promise is one of this time: what was due or kept in it. Up to today every open one is too; of days that were chosen
    /// what was late when they began and not kept before, and, while they last, what has no day.
    pub fn has_promise(
        self,
        (due, done_on): (Option<NaiveDate>, Option<NaiveDate>),
        today: NaiveDate,
    ) -> bool {
        let (from, until) = self.days(today);
        let within = |day: Option<NaiveDate>| day.is_some_and(|day| (from..=until).contains(&day));
        if within(due) || within(done_on) {
            return true;
        }
        match self {
            Self::Last(_) => done_on.is_none(),
            Self::Between(..) => {
                done_on.is_none_or(|on| on > until) && due.map_or(until >= today, |due| due < from)
            }
        }
    }

    /// Whether something that lasts from a day to another, where it has ended, was so in this time.
    pub fn has_lasted(self, (since, over): (Option<NaiveDate>, Option<NaiveDate>), today: NaiveDate) -> bool {
        let (from, until) = self.days(today);
        let begun = self.chosen().is_none() || since.is_none_or(|on| on <= until);
        begun && over.is_none_or(|on| on >= from)
    }
}

/// One account as documents tell of it. What its people told in confidence is in it: none of these documents is for the client.
#[derive(Debug, Clone, PartialEq)]
pub struct Portrait {
    /// Of which time it tells.
    pub told: Told,
    /// The days of it.
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
    /// What was reached in the plan in these days, the newest first.
    pub reached: Vec<Reached>,
}

impl Portrait {
    /// The plan in force; else the one that is being written, else the newest that is over. Of days that were chosen one that has some
    /// of them.
    pub fn plan(&self) -> Option<&PlanRow> {
        let meets = |(first, last): Days, (from, until): Days| first <= until && last >= from;
        let here = |row: &&PlanRow| match (self.told.chosen(), row.plan.days()) {
            (Some(chosen), Some(days)) => meets(days, chosen),
            (Some(_), None) => false,
            (None, _) => true,
        };
        let plans = || self.plans.plans.iter().filter(here);
        let of = |status| plans().find(|row| row.plan.status == Some(status));
        of(PlanStatus::Active).or_else(|| of(PlanStatus::Draft)).or_else(|| plans().next())
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
        let mut page = self.account_page(account, today)?;
        let problems = self.problems_in(account, told, today)?;
        if told.chosen().is_some() {
            page.affairs.problems.clone_from(&problems);
        }
        if let Some(last) = told.over(today) {
            page.checkup.indicators = self.indicators_on(Some(account), last, today)?;
            page.checkup.health = self.health_on(&page.checkup.health, last)?;
            page.checkup.insights.clear();
        }
        let scope = Some(account);
        let plans = self.plans(scope, today)?;
        let centre = self.centre(scope)?;
        let next = next_contacts(&network_of(account, &page.people, &centre.edges), today);
        let (talks, talked, notes) = self.said_in(account, days)?;
        let mut reached = reached(&plans, days.0, days.1);
        reached.truncate(TALKS);
        let within = |on: Option<NaiveDate>| {
            told.chosen().is_none_or(|(from, until)| on.is_some_and(|on| (from..=until).contains(&on)))
        };
        let mut decisions = self.decision_rows(scope)?;
        decisions.retain(|row| within(row.decision.decided_on));
        let mut learned = self.insight_notes(scope)?.notes;
        learned.retain(|note| within(note.day));
        let mut planned = planned(&page.log, today);
        planned.retain(|row| within(Some(row.day)));
        Ok(Portrait {
            told,
            days,
            pipeline: self.pipeline(scope, today)?,
            white: self.white_space(scope, today)?,
            circles: self.circles(scope, today)?,
            next,
            decisions,
            team: self.teams(scope, today)?.pop(),
            care: self.care(scope, today)?,
            learned,
            talks,
            talked,
            notes,
            planned,
            promises: self.promises_in(account, told, today)?,
            problems,
            persons: self.entities(
                "SELECT DISTINCT person FROM membership WHERE account = ?1 AND left_on IS NULL ORDER BY person",
                [account],
            )?,
            promotions: self.entities("SELECT id FROM promotion WHERE account = ?1 ORDER BY day, id", [account])?,
            reached,
            centre,
            plans,
            page,
        })
    }

    /// What was held in these days: the newest conversations and how many there are, then the notes.
    fn said_in(&self, account: Id, days: Days) -> Result<(Vec<LogRow>, usize, Vec<LogRow>), Fault> {
        let filter =
            Filter { since: Some(days.0), until: Some(days.1), planned: Some(false), ..Filter::default() };
        let asked = LogQuery { scope: Some(account), filter, limit: PAGE, ..LogQuery::default() };
        let rows = self.log(&asked)?.rows.into_iter();
        let (notes, mut talks): (Vec<_>, Vec<_>) = rows.partition(|row| row.channel == Channel::Note);
        talks.truncate(TALKS);
        let sql =
            "SELECT count(*) FROM interaction WHERE account = ?1 AND planned = 0 AND day BETWEEN ?2 AND ?3
            AND channel <> 'note'";
        let between = params![account, days.0.to_string(), days.1.to_string()];
        let talked = self.conn.prepare_cached(sql)?.query_row(between, |r| r.get(0))?;
        Ok((talks, talked, notes))
    }

    /// Promises of both sides of that time.
    pub(super) fn promises_in(
        &self,
        account: Id,
        told: Told,
        today: NaiveDate,
    ) -> Result<Vec<PromiseRow>, Fault> {
        let mut promises = self.promises(Some(account), true)?;
        promises.retain(|p| told.has_promise((p.due, p.done_on), today));
        Ok(promises)
    }

    /// Problems that there were in that time, those that are open first.
    fn problems_in(&self, account: Id, told: Told, today: NaiveDate) -> Result<Vec<Problem>, Fault> {
        let sql = "SELECT id FROM problem WHERE account = ?1 ORDER BY closed_on IS NOT NULL, opened_on, id";
        let mut problems: Vec<Problem> = self.entities(sql, [account])?;
        problems.retain(|p| told.has_lasted((p.opened_on, p.closed_on), today));
        Ok(problems)
    }
}

/// What has not been held yet and lies ahead, the next first.
fn planned(log: &[LogRow], today: NaiveDate) -> Vec<LogRow> {
    let ahead = log.iter().rev().filter(|row| row.planned && row.day >= today);
    ahead.take(PLANNED).cloned().collect()
}
