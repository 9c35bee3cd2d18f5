//! What is known of each of them beside the plan.
use chrono::{NaiveDate, NaiveTime};
use rusqlite::params;

use super::super::{day, texts};
use super::{Mate, Meeting};
use crate::domain::Id;
use crate::domain::day::plus_days;
use crate::store::Store;
use crate::store::fault::Fault;

/// How far ahead planned conversations are told, in days.
const AHEAD: i64 = 14;

impl Store {
    /// Who is in the team of an account on a day, as long as they are with us.
    pub(super) fn assigned(&self, account: Id, today: NaiveDate) -> Result<Vec<Mate>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT assignment.id, colleague.id, colleague.name, coalesce(assignment.function, colleague.function, ''),
                colleague.emails, assignment.since, assignment.until
             FROM assignment JOIN colleague ON colleague.id = assignment.colleague
             WHERE assignment.account = ?1 AND colleague.left = 0 AND ifnull(assignment.until, '9999') >= ?2
                AND ifnull(assignment.since, '') <= ?2
             ORDER BY colleague.name COLLATE NOCASE, assignment.id",
        )?;
        let rows = statement.query_map(params![account, today.to_string()], |r| {
            Ok(Mate {
                assignment: r.get(0)?,
                colleague: r.get(1)?,
                name: r.get(2)?,
                function: r.get(3)?,
                email: texts(r, 4)?.into_iter().next(),
                since: day(r, 5)?,
                until: day(r, 6)?,
                ..Mate::default()
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A colleague, with nothing to do.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn mate(&self, id: Id) -> Result<Mate, Fault> {
        let sql = "SELECT id, name, ifnull(function, ''), emails FROM colleague WHERE id = ?1";
        let row = |r: &rusqlite::Row<'_>| {
            let email = texts(r, 3)?.into_iter().next();
            Ok(Mate { colleague: r.get(0)?, name: r.get(1)?, function: r.get(2)?, email, ..Mate::default() })
        };
        Ok(self.conn.prepare_cached(sql)?.query_row([id], row)?)
    }

    /// The conversations planned with an account for the next two weeks in which a colleague takes part.
    pub(super) fn expected_at(
        &self,
        account: Id,
        colleague: Id,
        today: NaiveDate,
    ) -> Result<Vec<Meeting>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT i.id, i.day, i.time, ifnull(i.text, '') FROM interaction i INDEXED BY interaction_planned
             WHERE i.planned = 1 AND i.account = ?1 AND i.day BETWEEN ?3 AND ?4 AND EXISTS (SELECT 1
                FROM interaction_colleagues WHERE interaction = i.id AND colleague = ?2)
             ORDER BY i.day, ifnull(i.time, ''), i.id",
        )?;
        let until = plus_days(today, AHEAD).to_string();
        let rows = statement.query_map(params![account, colleague, today.to_string(), until], |r| {
            let time: Option<String> = r.get(2)?;
            Ok(Meeting {
                interaction: r.get(0)?,
                day: day(r, 1)?.unwrap_or(today),
                time: time.and_then(|t| NaiveTime::parse_from_str(&t, "%H:%M").ok()),
                about: r.get::<_, String>(3)?.lines().next().unwrap_or_default().to_owned(),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
