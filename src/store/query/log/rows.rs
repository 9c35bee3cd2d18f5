//! The rows of a page, read together: five questions a page, however long it is.
use std::collections::HashMap;

use chrono::NaiveTime;
use rusqlite::types::Value as Sql;

use super::{LogPage, LogRow};
use crate::domain::Id;
use crate::domain::choice::{Channel, Choice, Direction, Sentiment};
use crate::domain::kind::Kind;
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::query::day;

const ROWS: &str = "
SELECT i.id, i.channel, i.direction, i.day, i.time, i.minutes, i.account, a.name, ifnull(i.text, ''), i.tags,
    i.sentiment, i.planned, i.to_sort, ifnull(i.raw, '')
FROM json_each(?1) j CROSS JOIN interaction i ON i.id = j.value LEFT JOIN account a ON a.id = i.account ORDER BY j.key";

const PEOPLE: &str = "
SELECT x.interaction, p.id, p.name FROM json_each(?1) j CROSS JOIN interaction_people x ON x.interaction = j.value
JOIN person p ON p.id = x.person ORDER BY x.id";

const COLLEAGUES: &str = "
SELECT x.interaction, c.id, c.name FROM json_each(?1) j CROSS JOIN interaction_colleagues x ON x.interaction = j.value
JOIN colleague c ON c.id = x.colleague ORDER BY x.id";

const DECISIONS: &str = "
SELECT d.interaction, d.id, d.name FROM json_each(?1) j CROSS JOIN decision d ON d.interaction = j.value ORDER BY d.id";

/// Names by interaction.
type Names = HashMap<Id, Vec<(Id, String)>>;

impl Store {
    /// One interaction as lists show it.
    ///
    /// # Errors
    /// [`Fault::Missing`], and faults of the file.
    pub fn log_row(&self, id: Id) -> Result<LogRow, Fault> {
        self.log_rows(&[id])?.pop().ok_or(Fault::Missing { kind: Kind::Interaction, id })
    }

    /// Interactions as lists show them, in the order of `ids`; those that are not there are left out.
    pub(in crate::store::query) fn log_rows(&self, ids: &[Id]) -> Result<Vec<LogRow>, Fault> {
        let list = serde_json::to_string(ids).unwrap_or_default();
        let (mut people, mut colleagues) = (self.names(PEOPLE, &list)?, self.names(COLLEAGUES, &list)?);
        let mut decisions = self.names(DECISIONS, &list)?;
        let mut promises: HashMap<Id, Vec<_>> = HashMap::new();
        for promise in self.promises_of_interactions(&list)? {
            promises.entry(promise.interaction.unwrap_or(0)).or_default().push(promise);
        }
        let mut statement = self.conn.prepare_cached(ROWS)?;
        let rows = statement.query_map([Sql::Text(list)], |r| {
            let mut row = log_row(r)?;
            row.people = people.remove(&row.id).unwrap_or_default();
            row.colleagues = colleagues.remove(&row.id).unwrap_or_default();
            row.decisions = decisions.remove(&row.id).unwrap_or_default();
            row.promises = promises.remove(&row.id).unwrap_or_default();
            Ok(row)
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn names(&self, sql: &str, list: &str) -> Result<Names, Fault> {
        let mut names = Names::new();
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([list])?;
        while let Some(r) = rows.next()? {
            names.entry(r.get(0)?).or_default().push((r.get(1)?, r.get(2)?));
        }
        Ok(names)
    }
}

fn log_row(r: &rusqlite::Row<'_>) -> rusqlite::Result<LogRow> {
    let text = |column| r.get::<_, Option<String>>(column);
    let account: Option<Id> = r.get(6)?;
    Ok(LogRow {
        id: r.get(0)?,
        channel: text(1)?.and_then(|c| Channel::named(&c)).unwrap_or(Channel::Note),
        direction: text(2)?.and_then(|d| Direction::named(&d)),
        day: day(r, 3)?.unwrap_or_default(),
        time: text(4)?.and_then(|t| NaiveTime::parse_from_str(&t, "%H:%M").ok()),
        minutes: r.get(5)?,
        account: account.zip(text(7)?),
        people: Vec::new(),
        colleagues: Vec::new(),
        text: r.get(8)?,
        tags: text(9)?.and_then(|t| serde_json::from_str(&t).ok()).unwrap_or_default(),
        sentiment: text(10)?.and_then(|s| Sentiment::named(&s)),
        planned: r.get(11)?,
        to_sort: r.get(12)?,
        raw: r.get(13)?,
        decisions: Vec::new(),
        promises: Vec::new(),
    })
}

impl LogPage {
    /// Whether the row of that number is on the page, and where.
    pub fn position(&self, id: Id) -> Option<usize> {
        self.rows.iter().position(|r| r.id == id)
    }
}
