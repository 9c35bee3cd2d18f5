//! What has to do with a person: rows that are theirs, rows of something they took part in, and who else took part.
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rusqlite::Connection;

use super::shape::Table;
use super::who::{bearer_of, images, list};
use crate::domain::Id;
use crate::domain::traces::Bearer;
use crate::store::fault::Fault;

/// A row: its table, by place in the shape, and its number.
pub(super) type Place = (usize, Id);

/// Tables whose rows have so much in them that sharing one says nothing.
pub(super) const WIDE: [&str; 3] = ["account", "unit", "kpi"];

/// The tables of human beings.
const HUMANS: [&str; 2] = ["person", "colleague"];

/// What has to do with a person.
#[derive(Debug, Default)]
pub(super) struct Ring {
    /// Rows that are theirs, or were.
    pub own: HashSet<Place>,
    /// Those of them that are theirs now: they go with them.
    pub going: HashSet<Place>,
    /// Rows of what they took part in.
    pub linked: HashSet<Place>,
    /// Who else took part, by place among the others.
    company: HashMap<Place, BTreeSet<usize>>,
}

/// Somebody else, by table and number.
type Other = (&'static str, Id);

/// Everybody else of the book and its journal.
#[derive(Debug, Default)]
pub(super) struct Others {
    /// What they go by.
    pub bearers: Vec<Bearer>,
    places: BTreeMap<Other, usize>,
}

impl Others {
    /// All people but those, and all colleagues.
    pub(super) fn of(conn: &Connection, but: &BTreeSet<Id>) -> Result<Self, Fault> {
        let mut others = Self::default();
        for table in HUMANS {
            for (id, image) in images(conn, table)? {
                if table == "person" && but.contains(&id) {
                    continue;
                }
                let at = *others.places.entry((table, id)).or_insert_with(|| {
                    others.bearers.push(Bearer::default());
                    others.bearers.len() - 1
                });
                others.bearers[at].join(bearer_of(&image));
            }
        }
        Ok(others)
    }
}

/// A column that leads from a row to another one, now or in the journal.
struct Edge {
    from: Place,
    to: Place,
    owned: bool,
    /// It leads there now.
    now: bool,
}

/// Nobody is alone with a row: an empty company.
static NOBODY: BTreeSet<usize> = BTreeSet::new();

impl Ring {
    /// What has to do with the people of these numbers.
    pub(super) fn around(
        conn: &Connection,
        tables: &[Table],
        ids: &BTreeSet<Id>,
        uids: &BTreeSet<String>,
        others: &Others,
    ) -> Result<Self, Fault> {
        let edges = edges(conn, tables)?;
        let at = |name: &str| tables.iter().position(|t| t.name == name);
        let Some(person) = at("person") else { return Ok(Self::default()) };
        let named = that_name(conn, tables, uids)?;
        let start = || ids.iter().map(|id| (person, *id));
        let own = start().chain(named.iter().map(|(place, _)| *place)).collect();
        let going = start().chain(named.iter().filter(|(_, now)| *now).map(|(place, _)| *place)).collect();
        let owned = || edges.iter().filter(|e| e.owned);
        let mut ring = Self {
            own: closed(own, || owned().map(|e| (e.from, e.to))),
            going: closed(going, || owned().filter(|e| e.now).map(|e| (e.from, e.to))),
            ..Self::default()
        };
        let humans: Vec<usize> = HUMANS.iter().filter_map(|h| at(h)).collect();
        let wide: Vec<usize> = WIDE.iter().filter_map(|w| at(w)).collect();
        let narrow = |place: &Place| !humans.contains(&place.0) && !wide.contains(&place.0);
        ring.link(&edges, narrow);
        ring.find_company(&edges, tables, others);
        Ok(ring)
    }

    /// What leads to them, what their own rows lead to, and what leads to any of these.
    fn link(&mut self, edges: &[Edge], narrow: impl Fn(&Place) -> bool) {
        for edge in edges {
            if self.own.contains(&edge.to) && !self.own.contains(&edge.from) {
                self.linked.insert(edge.from);
            } else if self.own.contains(&edge.from) && !self.own.contains(&edge.to) && narrow(&edge.to) {
                self.linked.insert(edge.to);
            }
        }
        let first = self.linked.clone();
        let further =
            edges.iter().filter(|e| first.contains(&e.to) && narrow(&e.to) && !self.own.contains(&e.from));
        self.linked.extend(further.map(|e| e.from).collect::<Vec<_>>());
    }

    fn find_company(&mut self, edges: &[Edge], tables: &[Table], others: &Others) {
        let human = |place: &Place| {
            let table = HUMANS.iter().find(|h| **h == tables[place.0].name)?;
            others.places.get(&(*table, place.1)).copied()
        };
        // Whom a row leads to took part in it, and in what it leads to: a row of a link table, a promise made in a meeting.
        let mut of_row: HashMap<Place, BTreeSet<usize>> = HashMap::new();
        for edge in edges {
            if let Some(who) = human(&edge.to) {
                of_row.entry(edge.from).or_default().insert(who);
            }
        }
        let mut company = of_row.clone();
        for edge in edges.iter().filter(|e| self.linked.contains(&e.to)) {
            if let Some(who) = of_row.get(&edge.from) {
                company.entry(edge.to).or_default().extend(who);
            }
        }
        let with_all = company.clone();
        for edge in edges.iter().filter(|e| self.linked.contains(&e.from)) {
            if let Some(who) = with_all.get(&edge.to).filter(|_| self.linked.contains(&edge.to)) {
                company.entry(edge.from).or_default().extend(who);
            }
        }
        company.retain(|place, _| self.linked.contains(place));
        self.company = company;
    }

    /// Who else took part in that row.
    pub(super) fn company(&self, place: Place) -> &BTreeSet<usize> {
        self.company.get(&place).unwrap_or(&NOBODY)
    }
}

/// The places, and all from which a pair leads to one of them.
fn closed<P: Iterator<Item = (Place, Place)>>(
    mut places: HashSet<Place>,
    pairs: impl Fn() -> P,
) -> HashSet<Place> {
    loop {
        let more: Vec<Place> = pairs()
            .filter(|(from, to)| places.contains(to) && !places.contains(from))
            .map(|(from, _)| from)
            .collect();
        if more.is_empty() {
            return places;
        }
        places.extend(more);
    }
}

/// Rows that name one of the uids, now (`true`) or in the journal: pairs of people who are not one.
fn that_name(
    conn: &Connection,
    tables: &[Table],
    uids: &BTreeSet<String>,
) -> Result<Vec<(Place, bool)>, Fault> {
    let mut found = Vec::new();
    for (at, table) in tables.iter().enumerate().filter(|(_, t)| !t.system && !t.codes.is_empty()) {
        let name = &table.name;
        let any = |row: &dyn Fn(&str) -> String| {
            let columns = table.codes.iter().map(|c| format!("instr({}, u.value) > 0", row(c)));
            columns.collect::<Vec<_>>().join(" OR ")
        };
        let (now, before, after) = (
            any(&|c| format!("t.\"{c}\"")),
            any(&|c| format!("json_extract(t.before, '$.{c}')")),
            any(&|c| format!("json_extract(t.after, '$.{c}')")),
        );
        let sql = format!(
            "SELECT t.id, 1 FROM {name} t, json_each(?1) u WHERE {now} UNION ALL
             SELECT DISTINCT t.row, 0 FROM change t, json_each(?1) u WHERE t.tbl = '{name}' AND ({before} OR {after})"
        );
        let mut statement = conn.prepare(&sql)?;
        for row in statement.query_map([list(uids)], |r| Ok(((at, r.get(0)?), r.get(1)?)))? {
            found.push(row?);
        }
    }
    Ok(found)
}

/// Every link of the book and its journal but those to what is too wide to say anything.
fn edges(conn: &Connection, tables: &[Table]) -> Result<Vec<Edge>, Fault> {
    let mut edges = Vec::new();
    for (at, table) in tables.iter().enumerate().filter(|(_, t)| !t.system) {
        for link in &table.links {
            let Some(to) = tables.iter().position(|t| t.name == link.to) else { continue };
            if WIDE.contains(&link.to.as_str()) {
                continue;
            }
            let column = &link.column;
            let name = &table.name;
            let sql = format!(
                "SELECT id, \"{column}\", 1 FROM {name} WHERE \"{column}\" IS NOT NULL
                 UNION ALL SELECT * FROM (SELECT row, json_extract(before, '$.{column}') AS target, 0 FROM change
                     WHERE tbl = '{name}' AND target IS NOT NULL
                 UNION SELECT row, json_extract(after, '$.{column}') AS target, 0 FROM change
                     WHERE tbl = '{name}' AND target IS NOT NULL)"
            );
            let mut statement = conn.prepare(&sql)?;
            for row in statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))? {
                let (from, target, now) = row?;
                edges.push(Edge { from: (at, from), to: (to, target), owned: link.owned, now });
            }
        }
    }
    Ok(edges)
}
