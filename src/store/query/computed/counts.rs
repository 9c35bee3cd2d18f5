//! What is counted: touches, visits, what came in of the conversation, problems, promises.
use chrono::{Datelike, NaiveDate};
use rusqlite::params;

use super::{Asked, Figures};
use crate::domain::Id;
use crate::domain::commitment::{Promise, kept};
use crate::domain::day::{day as day_of, days_between, plus_days, plus_months};
use crate::domain::period::Period;
use crate::domain::scorecard::computed::{Made, kept_promises, response_balance};
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::query::day;

/// Days of the response balance, the last day of the period among them.
const BALANCE: i64 = 90;

/// A day as the tally has it: 202611 and 23.
fn tally_day(day: NaiveDate) -> (i64, i64) {
    (i64::from(day.year()) * 100 + i64::from(day.month()), i64::from(day.day()))
}

fn day_of_tally(month: i64, day: i64) -> NaiveDate {
    let part = |n: i64| u32::try_from(n).unwrap_or(0);
    day_of(i32::try_from(month / 100).unwrap_or(0), part(month % 100), part(day))
}

impl Store {
    pub(super) fn touches_counted(&self, asked: &Asked<'_>) -> Result<Figures, Fault> {
        self.tallied(asked, |touches, _| touches)
    }

    pub(super) fn visits_counted(&self, asked: &Asked<'_>) -> Result<Figures, Fault> {
        self.tallied(asked, |_, visits| visits)
    }

    /// Whole months, and of today's month the days up to today.
    fn tallied(&self, asked: &Asked<'_>, which: fn(f64, f64) -> f64) -> Result<Figures, Fault> {
        let mut whole = self.conn.prepare_cached(
            "SELECT touches, visits FROM tally WHERE account = ?1 AND month = ?2 AND day = 0",
        )?;
        let mut part = self.conn.prepare_cached(
            "SELECT total(touches), total(visits) FROM tally WHERE account = ?1 AND month = ?2 AND day BETWEEN 1 AND ?3",
        )?;
        let (now, today) = tally_day(asked.today);
        let mut months: Vec<(NaiveDate, f64)> = Vec::new();
        for account in &asked.accounts {
            let mut month = asked.from();
            while tally_day(month).0 < now {
                let mut rows = whole.query(params![account, tally_day(month).0])?;
                if let Some(r) = rows.next()? {
                    months.push((month, which(r.get(0)?, r.get(1)?)));
                }
                month = plus_months(month, 1);
            }
            let row = |r: &rusqlite::Row<'_>| Ok(which(r.get(0)?, r.get(1)?));
            months.push((month, part.query_row(params![account, now, today], row)?));
        }
        Ok(asked.counted(self.first_talk(&asked.accounts)?, months.into_iter()))
    }

    /// The month in which the log of these accounts begins.
    fn first_talk(&self, accounts: &[Id]) -> Result<Option<NaiveDate>, Fault> {
        let mut statement = self.conn.prepare_cached("SELECT min(month) FROM tally WHERE account = ?1")?;
        let mut first: Option<i64> = None;
        for account in accounts {
            let month: Option<i64> = statement.query_row([account], |r| r.get(0))?;
            first = first.into_iter().chain(month).min();
        }
        Ok(first.map(|month| day_of_tally(month, 1)))
    }

    /// In the 90 days up to the end of each period.
    pub(super) fn response_balance(&self, asked: &Asked<'_>) -> Result<Figures, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT month, day, came_in, went_out FROM tally
             WHERE account = ?1 AND month >= ?2 AND (month, day) <= (?3, ?4) AND day > 0 AND came_in + went_out > 0",
        )?;
        let first = asked.periods.first().map_or(asked.today, |p| asked.until(*p));
        let from = plus_days(first, 1 - BALANCE);
        let (today, days) = (tally_day(asked.today), days_between(from, asked.today) + 1);
        // What had come in and gone out before each day, so that any number of days is one difference.
        let mut sums = vec![(0_usize, 0_usize); usize::try_from(days + 1).unwrap_or(0)];
        let at = |day: NaiveDate| usize::try_from(days_between(from, day)).ok();
        for account in &asked.accounts {
            let mut rows = statement.query(params![account, tally_day(from).0, today.0, today.1])?;
            while let Some(r) = rows.next()? {
                let slot = at(day_of_tally(r.get(0)?, r.get(1)?)).and_then(|i| sums.get_mut(i + 1));
                if let Some((came_in, went_out)) = slot {
                    *came_in += r.get::<_, usize>(2)?;
                    *went_out += r.get::<_, usize>(3)?;
                }
            }
        }
        let (mut came_in, mut went_out) = (0, 0);
        for day in &mut sums {
            (came_in, went_out) = (came_in + day.0, went_out + day.1);
            *day = (came_in, went_out);
        }
        let before = |day: NaiveDate| at(day).and_then(|i| sums.get(i)).copied().unwrap_or_default();
        let balance = |period: &Period| {
            let end = asked.until(*period);
            let (before, after) = (before(plus_days(end, 1 - BALANCE)), before(plus_days(end, 1)));
            let (came_in, went_out) = (after.0 - before.0, after.1 - before.1);
            let counts = [("scorecard-input-came-in", came_in), ("scorecard-input-went-out", went_out)];
            (*period, Made::share(response_balance(came_in, went_out), counts))
        };
        Ok(asked.periods.iter().map(balance).collect())
    }

    /// Problems opened, since the first of them or the first conversation.
    pub(super) fn complaints(&self, asked: &Asked<'_>) -> Result<Figures, Fault> {
        let mut since = self.first_talk(&asked.accounts)?;
        let mut first = self.conn.prepare_cached("SELECT min(opened_on) FROM problem WHERE account = ?1")?;
        let mut statement = self.conn.prepare_cached(
            "SELECT opened_on FROM problem WHERE account = ?1 AND opened_on BETWEEN ?2 AND ?3",
        )?;
        let span = (asked.from().to_string(), asked.today.to_string());
        let mut opened: Vec<(NaiveDate, f64)> = Vec::new();
        for account in &asked.accounts {
            since = since.into_iter().chain(first.query_row([account], |r| day(r, 0))?).min();
            let mut rows = statement.query(params![account, span.0, span.1])?;
            while let Some(r) = rows.next()? {
                opened.extend(day(r, 0)?.map(|day| (day, 1.0)));
            }
        }
        Ok(asked.counted(since.filter(|day| *day <= asked.today), opened.into_iter()))
    }

    /// Our promises kept in time, of those that fell due in the 90 days up to the end of each period (§5). What is due today has
    /// not fallen due.
    pub(super) fn promises_kept(&self, asked: &Asked<'_>) -> Result<Figures, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT due, done_on FROM commitment WHERE account = ?1 AND side = 'ours' AND due >= ?2 AND due < ?3",
        )?;
        let span = (plus_days(asked.from(), -BALANCE).to_string(), asked.today.to_string());
        let mut promises: Vec<Promise> = Vec::new();
        for account in &asked.accounts {
            let mut rows = statement.query(params![account, span.0, span.1])?;
            while let Some(r) = rows.next()? {
                promises.push(Promise { due: day(r, 0)?, done_on: day(r, 1)? });
            }
        }
        let share = |period: &Period| {
            // The day after the last one of the period: then all of it has fallen due.
            let then = plus_days(asked.year.last_day(*period), 1).min(asked.today);
            let (kept, due) = kept(&promises, then);
            let counts = [("scorecard-input-kept", kept), ("scorecard-input-fell-due", due)];
            (*period, Made::share(kept_promises(kept, due), counts))
        };
        Ok(asked.periods.iter().map(share).collect())
    }
}
