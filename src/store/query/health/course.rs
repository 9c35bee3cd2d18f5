//! How the health of an account has gone, from what was stored of it.
use chrono::{Datelike, NaiveDate};
use rusqlite::params;

use super::MONTHS;
use crate::domain::Id;
use crate::domain::day::{day as date, plus_days, plus_months};
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::query::day;

impl Store {
    /// What was stored around 30 days ago: all that a trend may be measured against.
    pub(super) fn health_near(&self, account: Id, today: NaiveDate) -> Result<Vec<(NaiveDate, f64)>, Fault> {
        let (from, to) = (plus_days(today, -37).to_string(), plus_days(today, -23).to_string());
        self.stored_scores(
            "SELECT day, score FROM snapshot WHERE account = ?1 AND day BETWEEN ?2 AND ?3",
            params![account, from, to],
        )
    }

    /// The last score of each month, the current one being `now`.
    pub(super) fn health_course(
        &self,
        account: Id,
        now: Option<f64>,
        today: NaiveDate,
    ) -> Result<[Option<f64>; MONTHS], Fault> {
        let this = date(today.year(), today.month(), 1);
        let first = plus_months(this, 1 - i32::try_from(MONTHS).unwrap_or(0));
        // With max() the other columns are those of the row that has it.
        let scores = self.stored_scores(
            "SELECT max(day), score FROM snapshot WHERE account = ?1 AND day >= ?2 AND day < ?3 GROUP BY substr(day, 1, 7)",
            params![account, first.to_string(), this.to_string()],
        )?;
        let mut course = [None; MONTHS];
        for (day, score) in scores {
            let months =
                (day.year() - first.year()) * 12 + day.month0().cast_signed() - first.month0().cast_signed();
            if let Some(place) = usize::try_from(months).ok().and_then(|i| course.get_mut(i)) {
                *place = Some(score);
            }
        }
        if let Some(last) = course.last_mut() {
            *last = now;
        }
        Ok(course)
    }

    /// Days with a known score.
    fn stored_scores(
        &self,
        sql: &str,
        params: impl rusqlite::Params,
    ) -> Result<Vec<(NaiveDate, f64)>, Fault> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map(params, |r| Ok(day(r, 0)?.zip(r.get::<_, Option<f64>>(1)?)))?;
        let found = rows.collect::<Result<Vec<_>, _>>()?;
        Ok(found.into_iter().flatten().collect())
    }
}
