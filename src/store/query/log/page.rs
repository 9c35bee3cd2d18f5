//! Which rows a page has, by key and never by counting, so that every page costs the same.
use rusqlite::params_from_iter;
use rusqlite::types::Value as Sql;

use super::{Filter, LogPage, LogQuery, Place, Start};
use crate::domain::Id;
use crate::domain::text::{fold, name_tokens};
use crate::store::Store;
use crate::store::fault::Fault;

/// Which way the rows are read from a place, and whether the place itself is among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Older,
    OlderAndIt,
    Newer,
}

impl Way {
    const fn sign(self) -> &'static str {
        match self {
            Self::Older => "<",
            Self::OlderAndIt => "<=",
            Self::Newer => ">",
        }
    }

    const fn order(self) -> &'static str {
        match self {
            Self::Older | Self::OlderAndIt => "DESC",
            Self::Newer => "ASC",
        }
    }
}

impl Store {
    /// A page of the log.
    ///
    /// # Errors
    /// A fault of the file; an interrupted search is one.
    pub fn log(&self, query: &LogQuery) -> Result<LogPage, Fault> {
        let mut page = LogPage { asked: query.clone(), ..LogPage::default() };
        if let Some(today) = query.head {
            page.head = Some(self.log_head(query.scope, today)?);
        }
        if query.filter.nothing {
            return Ok(page);
        }
        let limit = if query.limit == 0 { 50 } else { query.limit };
        let start = match &query.start {
            Start::At(id) => self.place_of(*id, &query.filter)?.map_or(Start::Newest, Start::Around),
            other => other.clone(),
        };
        let ids = match &start {
            Start::Newest | Start::At(_) => self.read(query, None, Way::Older, limit, &mut page)?,
            Start::Oldest => self.read(query, None, Way::Newer, limit, &mut page)?,
            Start::Older(place) => self.read(query, Some(place), Way::Older, limit, &mut page)?,
            Start::Newer(place) => self.read(query, Some(place), Way::Newer, limit, &mut page)?,
            Start::Around(place) => {
                let mut ids = self.read(query, Some(place), Way::Newer, limit / 2, &mut page)?;
                let newer = page.newer;
                ids.extend(self.read(query, Some(place), Way::OlderAndIt, limit - limit / 2, &mut page)?);
                page.newer = newer;
                ids
            }
        };
        page.rows = self.log_rows(&ids)?;
        // Counting reads every row: only where a stretch begins, not where one goes on.
        let goes_on = matches!(query.start, Start::Older(_) | Start::Newer(_));
        if !goes_on && query.filter.planned != Some(true) && query.filter.is_plain() {
            page.total = Some(self.log_count(query)?);
            page.before = self.log_before(query, &start, &page)?;
        }
        Ok(page)
    }

    /// The numbers of the rows of one way, newest first; notes in `page` on which sides there is more.
    fn read(
        &self,
        query: &LogQuery,
        place: Option<&Place>,
        way: Way,
        limit: usize,
        page: &mut LogPage,
    ) -> Result<Vec<Id>, Fault> {
        let (sql, params) = page_sql(query, place, way, limit);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut ids =
            statement.query_map(params_from_iter(params), |r| r.get(0))?.collect::<Result<Vec<Id>, _>>()?;
        let on = ids.len() > limit;
        ids.truncate(limit);
        match way {
            Way::Older | Way::OlderAndIt => (page.more, page.newer) = (on, place.is_some()),
            Way::Newer => {
                ids.reverse();
                (page.more, page.newer) = (place.is_some(), on);
            }
        }
        Ok(ids)
    }

    /// Where the row of that number stands, if it is there and not left out as planned.
    fn place_of(&self, id: Id, filter: &Filter) -> Result<Option<Place>, Fault> {
        let row = self.log_rows(&[id])?.pop();
        Ok(row.filter(|r| filter.planned.is_none_or(|planned| planned == r.planned)).map(|r| r.place()))
    }
}

impl Filter {
    /// Whether nothing but planned or held is asked for: then rows can be counted.
    fn is_plain(&self) -> bool {
        Self { planned: None, ..self.clone() }.is_empty()
    }

    /// The words and tags as a query of the full text; `None` if there is nothing of two letters.
    fn full_text(&self) -> Option<String> {
        let words = name_tokens(&self.words).into_iter().map(|w| (w, ""));
        let tags = self.tags.iter().flat_map(|t| name_tokens(t)).map(|w| (w, "body : "));
        let long = words.chain(tags).filter(|(w, _)| w.chars().count() >= 2);
        let quoted: Vec<_> = long.map(|(w, column)| format!("{column}\"{w}\"*")).collect();
        (!quoted.is_empty()).then(|| quoted.join(" AND "))
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

/// The numbers of the rows: in the order of the search table where words are looked for, else in that of the log.
fn page_sql(query: &LogQuery, place: Option<&Place>, way: Way, limit: usize) -> (String, Vec<Sql>) {
    let text = query.filter.full_text();
    let mut clauses = Clauses::default();
    if let Some(text) = &text {
        clauses.add("search MATCH ?", [Sql::Text(text.clone())]);
    }
    filter_clauses(query, text.is_some(), &mut clauses);
    let (sign, order) = (way.sign(), way.order());
    if let Some(place) = place {
        if text.is_some() {
            let day = Sql::Text(place.day.to_string());
            let row = "CAST(julianday(?) AS INTEGER) * 16777216 + ?";
            clauses.add(&format!("search.rowid {sign} {row}"), [day, Sql::Integer(place.id)]);
        } else {
            // The first half lets the index find the day; the second is exact.
            let day = Sql::Text(place.day.to_string());
            let reach = if way == Way::Newer { ">=" } else { "<=" };
            clauses.add(&format!("i.day {reach} ?"), [day.clone()]);
            clauses.add(
                &format!("(i.day, ifnull(i.time, ''), i.id) {sign} (?, ?, ?)"),
                [day, Sql::Text(place.time.clone()), Sql::Integer(place.id)],
            );
        }
    }
    let filter = if clauses.sql.is_empty() { "1".to_owned() } else { clauses.sql.join(" AND ") };
    clauses.params.push(Sql::Integer(i64::try_from(limit + 1).unwrap_or(i64::MAX)));
    let log_order = format!("ORDER BY i.day {order}, ifnull(i.time, '') {order}, i.id {order}");
    let (from, order) = if text.is_some() {
        // The lower 24 bits of a row of the full text are the interaction.
        let search = "search JOIN interaction i ON i.id = search.rowid & 16777215";
        (search, format!("ORDER BY search.rowid {order}"))
    } else if query.filter.open_promises {
        // Few promises are open, whatever the length of the log: they come first.
        let open = "(SELECT DISTINCT interaction FROM commitment WHERE done_on IS NULL AND interaction IS NOT NULL) o
            CROSS JOIN interaction i ON i.id = o.interaction";
        (open, log_order)
    } else {
        ("interaction i", log_order)
    };
    (format!("SELECT i.id FROM {from} WHERE {filter} {order} LIMIT ?"), clauses.params)
}

fn filter_clauses(query: &LogQuery, text: bool, clauses: &mut Clauses) {
    let Filter { with, from, tags, since, until, to_sort, planned, open_promises, words: _, nothing: _ } =
        &query.filter;
    if let Some(account) = query.scope {
        // The plus keeps SQLite from the index of accounts where a shorter one has the few rows in order.
        let few = *to_sort || *planned == Some(true);
        clauses.add(if few { "+i.account = ?" } else { "i.account = ?" }, [Sql::Integer(account)]);
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
            "EXISTS (SELECT 1 FROM json_each(i.tags) WHERE substr(fold(value), 1, length(?)) = ?)",
            [Sql::Text(fold(tag)), Sql::Text(fold(tag))],
        );
    }
    if let Some(since) = since {
        clauses.add("i.day >= ?", [Sql::Text(since.to_string())]);
    }
    if let Some(until) = until {
        clauses.add("i.day <= ?", [Sql::Text(until.to_string())]);
    }
    if let Some(planned) = planned {
        // As a number in the text, so that the index of the planned ones is taken.
        clauses.add(if *planned { "i.planned = 1" } else { "i.planned = 0" }, []);
    }
    if *to_sort {
        clauses.add("i.to_sort = 1", []);
    }
    if *open_promises && text {
        clauses.add("i.id IN (SELECT interaction FROM commitment WHERE done_on IS NULL)", []);
    }
}
