//! What stands above the log, and how long it is.
use chrono::NaiveDate;
use rusqlite::params;

use super::{Balance, Head, LogPage, LogQuery, LogRow, Start};
use crate::domain::Id;
use crate::domain::choice::{Channel, Choice, Direction};
use crate::domain::day::plus_days;
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::query::Scope;

/// How many planned ones stand above the log at most.
const PLANNED: usize = 50;

impl Store {
    pub(super) fn log_head(&self, scope: Scope, today: NaiveDate) -> Result<Head, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id FROM interaction INDEXED BY interaction_planned WHERE planned = 1 AND (?1 IS NULL OR account = ?1)
             ORDER BY day, ifnull(time, ''), id LIMIT ?2",
        )?;
        let ids =
            statement.query_map(params![scope, PLANNED], |r| r.get(0))?.collect::<Result<Vec<Id>, _>>()?;
        let mut statement = self.conn.prepare_cached(
            "SELECT count(*) FROM interaction WHERE to_sort = 1 AND (?1 IS NULL OR account = ?1)",
        )?;
        let to_sort = statement.query_row([scope], |r| r.get(0))?;
        Ok(Head { planned: self.log_rows(&ids)?, balance: self.balance(scope, today)?, to_sort })
    }

    fn balance(&self, scope: Scope, today: NaiveDate) -> Result<Balance, Fault> {
        let of = if scope.is_some() { "account = ?1" } else { "?1 IS NULL" };
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT channel, direction, count(*) FROM interaction
             WHERE {of} AND day BETWEEN ?2 AND ?3 AND planned = 0 GROUP BY channel, direction"
        ))?;
        let from = plus_days(today, 1 - Balance::DAYS);
        let mut rows = statement.query(params![scope, from.to_string(), today.to_string()])?;
        let mut balance = Balance::default();
        while let Some(r) = rows.next()? {
            let channel = Channel::named(&r.get::<_, String>(0)?);
            let direction = r.get::<_, Option<String>>(1)?.and_then(|d| Direction::named(&d));
            let count: usize = r.get(2)?;
            match direction.or_else(|| channel.and_then(assumed)) {
                _ if channel == Some(Channel::Note) => {}
                Some(Direction::In) => balance.inbound += count,
                Some(Direction::Out) => balance.outbound += count,
                Some(Direction::Both) => balance.both += count,
                None => {}
            }
        }
        Ok(balance)
    }

    /// How many rows stand before the first of the page. Counted only where a page begins anew, not where one goes on.
    pub(super) fn log_before(
        &self,
        query: &LogQuery,
        start: &Start,
        page: &LogPage,
    ) -> Result<Option<usize>, Fault> {
        let Some(first) = page.rows.first().map(LogRow::place) else { return Ok(Some(0)) };
        match start {
            Start::Newest | Start::At(_) => Ok(Some(0)),
            Start::Oldest => Ok(page.total.map(|t| t.saturating_sub(page.rows.len()))),
            Start::Older(_) | Start::Newer(_) => Ok(None),
            Start::Around(_) => {
                let of = if query.scope.is_some() { "account = ?1" } else { "?1 IS NULL" };
                let held = if query.filter.planned == Some(false) { "AND planned = 0" } else { "" };
                let mut statement = self.conn.prepare_cached(&format!(
                    "SELECT count(*) FROM interaction WHERE {of} {held} AND day >= ?2
                         AND (day, ifnull(time, ''), id) > (?2, ?3, ?4)"
                ))?;
                let count = statement
                    .query_row(params![query.scope, first.day.to_string(), first.time, first.id], |r| {
                        r.get(0)
                    })?;
                Ok(Some(count))
            }
        }
    }
}

/// The direction of a kind that goes both ways by itself.
const fn assumed(channel: Channel) -> Option<Direction> {
    match channel {
        Channel::Meeting | Channel::Video | Channel::Call | Channel::Visit | Channel::Event => {
            Some(Direction::Both)
        }
        Channel::Email | Channel::Message | Channel::Note => None,
    }
}
