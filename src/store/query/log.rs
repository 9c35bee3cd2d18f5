//! The log: newest first, page by page, and full text with filters.
use chrono::{NaiveDate, NaiveTime};
use rusqlite::params_from_iter;
use rusqlite::types::Value as Sql;

use super::account::PromiseRow;
use super::{Scope, day};
use crate::domain::Id;
use crate::domain::choice::{Channel, Choice, Direction, Sentiment};
use crate::domain::text::name_tokens;
use crate::store::Store;
use crate::store::fault::Fault;

/// Which page of the log.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LogQuery {
    /// All, or one account.
    pub scope: Scope,
    /// What to look for; empty is everything.
    pub filter: Filter,
    /// Only what comes after (older than) this place; `None` begins at the newest.
    pub after: Option<Place>,
    /// Instead what comes before (newer than) `after`, still returned newest first.
    pub backwards: bool,
    /// How many at the most; 0 means 50.
    pub limit: usize,
}

/// The place of a row in the order of the log.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Its day.
    pub day: NaiveDate,
    /// Its time as `HH:MM`, empty without one.
    pub time: String,
    /// Its number.
    pub id: Id,
}

/// What the log is searched for; everything must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Words: each must begin a word of the text, the people, the tags or the promises. One-letter words are left out.
    pub words: String,
    /// With one of these people.
    pub with: Vec<Id>,
    /// From one of these people: inbound or both ways.
    pub from: Vec<Id>,
    /// Each of these tags, folded.
    pub tags: Vec<String>,
    /// On that day or later.
    pub since: Option<NaiveDate>,
    /// Only what is to be sorted out.
    pub to_sort: bool,
    /// Nobody and nothing can match: a filter named somebody who does not exist.
    pub nothing: bool,
}

impl Filter {
    /// Whether everything matches.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The words as a query of the full text; `None` if there is none of two letters.
    fn full_text(&self) -> Option<String> {
        let words = name_tokens(&self.words).into_iter().filter(|w| w.chars().count() >= 2);
        let quoted: Vec<_> = words.map(|w| format!("\"{w}\"*")).collect();
        (!quoted.is_empty()).then(|| quoted.join(" "))
    }
}

/// A page of the log, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LogPage {
    /// The rows.
    pub rows: Vec<LogRow>,
    /// There is more in the direction asked.
    pub more: bool,
    /// How many rows the scope has, where nothing is filtered.
    pub total: Option<usize>,
}

/// An interaction as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogRow {
    /// The interaction.
    pub id: Id,
    /// Its kind.
    pub channel: Channel,
    /// Who spoke to whom.
    pub direction: Option<Direction>,
    /// When.
    pub day: NaiveDate,
    /// Wall-clock time.
    pub time: Option<NaiveTime>,
    /// How long.
    pub minutes: Option<i64>,
    /// The client: number and name.
    pub account: Option<(Id, String)>,
    /// Of theirs: number and name.
    pub people: Vec<(Id, String)>,
    /// Of ours: number and name.
    pub colleagues: Vec<(Id, String)>,
    /// What was said.
    pub text: String,
    /// Tags.
    pub tags: Vec<String>,
    /// How it felt.
    pub sentiment: Option<Sentiment>,
    /// Not held yet.
    pub planned: bool,
    /// Something was not understood.
    pub to_sort: bool,
    /// The line as it was typed.
    pub raw: String,
    /// Promises made in it.
    pub promises: Vec<PromiseRow>,
}

impl LogRow {
    /// Its place in the order of the log.
    pub fn place(&self) -> Place {
        let time = self.time.map(|t| t.format("%H:%M").to_string()).unwrap_or_default();
        Place { day: self.day, time, id: self.id }
    }
}

/// The clauses of a query and their parameters.
#[derive(Default)]
struct Clauses {
    sql: Vec<String>,
    params: Vec<Sql>,
}

impl Clauses {
    fn add(&mut self, sql: &str, params: impl IntoIterator<Item = Sql>) {
        self.sql.push(sql.to_owned());
        self.params.extend(params);
    }

    /// `sql` with `{}` standing for a list of numbers.
    fn add_list(&mut self, sql: &str, ids: &[Id]) {
        let marks = vec!["?"; ids.len()].join(", ");
        self.add(&sql.replace("{}", &marks), ids.iter().map(|id| Sql::Integer(*id)));
    }
}

impl Store {
    /// A page of the log.
    ///
    /// # Errors
    /// A fault of the file; an interrupted search is one.
    pub fn log(&self, query: &LogQuery) -> Result<LogPage, Fault> {
        if query.filter.nothing {
            return Ok(LogPage::default());
        }
        let limit = if query.limit == 0 { 50 } else { query.limit };
        let (sql, params) = page_sql(query, limit);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let ids =
            statement.query_map(params_from_iter(params), |r| r.get(0))?.collect::<Result<Vec<Id>, _>>()?;
        let more = ids.len() > limit;
        let mut rows =
            ids.into_iter().take(limit).map(|id| self.log_row(id)).collect::<Result<Vec<_>, _>>()?;
        rows.sort_by_key(|r| std::cmp::Reverse(r.place()));
        let total = query.filter.is_empty().then(|| self.log_count(query.scope)).transpose()?;
        Ok(LogPage { rows, more, total })
    }

    fn log_count(&self, scope: Scope) -> Result<usize, Fault> {
        let count = match scope {
            None => {
                self.conn.prepare_cached("SELECT count(*) FROM interaction")?.query_row([], |r| r.get(0))?
            }
            Some(id) => self
                .conn
                .prepare_cached("SELECT count(*) FROM interaction WHERE account = ?1")?
                .query_row([id], |r| r.get(0))?,
        };
        Ok(count)
    }

    /// One interaction as lists show it.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn log_row(&self, id: Id) -> Result<LogRow, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT i.channel, i.direction, i.day, i.time, i.minutes, i.account, a.name, ifnull(i.text, ''), i.tags,
                i.sentiment, i.planned, i.to_sort, ifnull(i.raw, '')
             FROM interaction i LEFT JOIN account a ON a.id = i.account WHERE i.id = ?1",
        )?;
        let mut row = statement.query_row([id], |r| {
            let text = |column| r.get::<_, Option<String>>(column);
            let account: Option<Id> = r.get(5)?;
            Ok(LogRow {
                id,
                channel: text(0)?.and_then(|c| Channel::named(&c)).unwrap_or(Channel::Note),
                direction: text(1)?.and_then(|d| Direction::named(&d)),
                day: day(r, 2)?.unwrap_or_default(),
                time: text(3)?.and_then(|t| NaiveTime::parse_from_str(&t, "%H:%M").ok()),
                minutes: r.get(4)?,
                account: account.zip(text(6)?),
                people: Vec::new(),
                colleagues: Vec::new(),
                text: r.get(7)?,
                tags: text(8)?.and_then(|t| serde_json::from_str(&t).ok()).unwrap_or_default(),
                sentiment: text(9)?.and_then(|s| Sentiment::named(&s)),
                planned: r.get(10)?,
                to_sort: r.get(11)?,
                raw: r.get(12)?,
                promises: Vec::new(),
            })
        })?;
        row.people = self.participants("SELECT p.id, p.name FROM interaction_people x JOIN person p ON p.id = x.person WHERE x.interaction = ?1 ORDER BY x.id", id)?;
        row.colleagues = self.participants("SELECT p.id, p.name FROM interaction_colleagues x JOIN colleague p ON p.id = x.colleague WHERE x.interaction = ?1 ORDER BY x.id", id)?;
        row.promises = self.promises_of_interaction(id)?;
        Ok(row)
    }

    fn participants(&self, sql: &str, id: Id) -> Result<Vec<(Id, String)>, Fault> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let names = statement.query_map([id], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<Result<_, _>>()?;
        Ok(names)
    }
}

/// The numbers of the page's rows: in the order of the search table where words are looked for, else in that of the log.
fn page_sql(query: &LogQuery, limit: usize) -> (String, Vec<Sql>) {
    let text = query.filter.full_text();
    let mut clauses = Clauses::default();
    if let Some(text) = &text {
        clauses.add("search MATCH ?", [Sql::Text(text.clone())]);
    }
    filter_clauses(query, &mut clauses);
    let newer = if query.backwards { ">" } else { "<" };
    if let Some(place) = &query.after {
        // The first half lets the index find the day; the second is exact.
        let day = Sql::Text(place.day.to_string());
        clauses.add(&format!("i.day {newer}= ?"), [day.clone()]);
        clauses.add(
            &format!("(i.day, ifnull(i.time, ''), i.id) {newer} (?, ?, ?)"),
            [day, Sql::Text(place.time.clone()), Sql::Integer(place.id)],
        );
    }
    let order = if query.backwards { "ASC" } else { "DESC" };
    let filter = if clauses.sql.is_empty() { "1".to_owned() } else { clauses.sql.join(" AND ") };
    clauses.params.push(Sql::Integer(i64::try_from(limit + 1).unwrap_or(i64::MAX)));
    let sql = if text.is_some() {
        format!(
            "SELECT i.id FROM search JOIN search_row r ON r.id = search.rowid JOIN interaction i ON i.id = r.interaction
             WHERE {filter} ORDER BY search.rowid {order} LIMIT ?"
        )
    } else {
        format!(
            "SELECT i.id FROM interaction i WHERE {filter} ORDER BY i.day {order}, ifnull(i.time, '') {order}, i.id {order} LIMIT ?"
        )
    };
    (sql, clauses.params)
}

fn filter_clauses(query: &LogQuery, clauses: &mut Clauses) {
    let Filter { with, from, tags, since, to_sort, words: _, nothing: _ } = &query.filter;
    if let Some(account) = query.scope {
        clauses.add("i.account = ?", [Sql::Integer(account)]);
    }
    if !with.is_empty() {
        clauses.add_list("i.id IN (SELECT interaction FROM interaction_people WHERE person IN ({}))", with);
    }
    if !from.is_empty() {
        clauses.add_list(
            "ifnull(i.direction, 'both') <> 'out' AND i.id IN (SELECT interaction FROM interaction_people WHERE person IN ({}))",
            from,
        );
    }
    for tag in tags {
        clauses.add(
            "EXISTS (SELECT 1 FROM json_each(i.tags) WHERE lower(value) = ?)",
            [Sql::Text(tag.to_lowercase())],
        );
    }
    if let Some(since) = since {
        clauses.add("i.day >= ?", [Sql::Text(since.to_string())]);
    }
    if *to_sort {
        clauses.add("i.to_sort = 1", []);
    }
}
