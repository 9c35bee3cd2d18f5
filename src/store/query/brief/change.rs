//! What changed at an account since a day.
use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::params;

use super::super::account::AccountPage;
use super::super::day;
use super::super::today::moved::Moved;
use crate::domain::Id;
use crate::domain::choice::{Aspect, Choice, Side};
use crate::domain::kind::Kind;
use crate::domain::score::Source;
use crate::store::Store;
use crate::store::fault::Fault;

/// Something that changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Changed {
    /// When; what the program noticed by itself has no day.
    pub on: Option<NaiveDate>,
    /// What.
    pub what: Change,
    /// The record it leads to.
    pub source: Source,
}

/// What changed.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Somebody has come.
    Joined(String),
    /// Somebody has gone.
    Left(String),
    /// Something else is known of somebody; empty is unknown. Of a role the value says which, `before` and `now` whether they
    /// hold it.
    Learned {
        /// Their name.
        name: String,
        /// What about.
        aspect: Aspect,
        /// What was known on that day.
        before: String,
        /// What is known now.
        now: String,
    },
    /// A problem came up.
    Opened(String),
    /// A problem was solved.
    Closed(String),
    /// A health or an indicator moved.
    Moved(Moved),
    /// A promise was kept.
    Kept(Side, String),
}

impl Change {
    /// Its name in JSON.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Joined(_) => "joined",
            Self::Left(_) => "left",
            Self::Learned { .. } => "learned",
            Self::Opened(_) => "problem_opened",
            Self::Closed(_) => "problem_closed",
            Self::Moved(_) => "moved",
            Self::Kept(..) => "kept",
        }
    }
}

/// What was known of somebody before and is known now.
#[derive(Debug, Default)]
struct Course {
    name: String,
    person: Id,
    before: String,
    now: String,
    on: Option<NaiveDate>,
}

impl Store {
    /// What changed since that day, the day itself included: people, what is known of them, problems, figures, promises. That a
    /// promise fell due is said where it stands.
    pub(in crate::store::query) fn changes(
        &self,
        page: &AccountPage,
        since: NaiveDate,
        today: NaiveDate,
    ) -> Result<Vec<Changed>, Fault> {
        let account = page.account.head.id;
        let within = |on: Option<NaiveDate>| on.filter(|on| *on >= since && *on <= today);
        let mut found = self.comings(account, since, today)?;
        let joined: Vec<Source> =
            found.iter().filter(|c| matches!(c.what, Change::Joined(_))).map(|c| c.source).collect();
        // What is known of who has just come is no change.
        found
            .extend(self.learned(account, since, today)?.into_iter().filter(|c| !joined.contains(&c.source)));
        for p in &page.affairs.problems {
            let source = Source::Record(Kind::Problem, p.head.id);
            let told = |on, what| Changed { on: Some(on), what, source };
            match (within(p.closed_on), within(p.opened_on)) {
                (Some(on), _) => found.push(told(on, Change::Closed(p.name.clone()))),
                (None, Some(on)) => found.push(told(on, Change::Opened(p.name.clone()))),
                (None, None) => {}
            }
        }
        let healths = std::slice::from_ref(&page.checkup.health);
        // The figures that were entered are told by the indicators that turned.
        let moved = self.moved((since, Id::MAX), healths, &page.checkup.indicators)?;
        found.extend(moved.into_iter().map(|moved| {
            let (kind, id) = moved.subject;
            Changed { on: None, source: Source::Record(kind, id), what: Change::Moved(moved) }
        }));
        for p in page.promises.iter().filter(|p| within(p.done_on).is_some()) {
            let source = Source::Record(Kind::Commitment, p.id);
            found.push(Changed { on: p.done_on, what: Change::Kept(p.side, p.text.clone()), source });
        }
        Ok(found)
    }

    /// Who came to the account and who left it.
    fn comings(&self, account: Id, since: NaiveDate, today: NaiveDate) -> Result<Vec<Changed>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT p.id, p.name, m.since, m.left_on FROM membership m JOIN person p ON p.id = m.person
             WHERE m.account = ?1 AND (m.since BETWEEN ?2 AND ?3 OR m.left_on BETWEEN ?2 AND ?3) ORDER BY p.id",
        )?;
        let rows = statement.query_map(params![account, since.to_string(), today.to_string()], |r| {
            let source = Source::Record(Kind::Person, r.get(0)?);
            let (name, came, left) = (r.get::<_, String>(1)?, day(r, 2)?, day(r, 3)?);
            let gone = left.filter(|on| *on <= today);
            let what = if gone.is_some() { Change::Left(name) } else { Change::Joined(name) };
            Ok(Changed { on: gone.or(came), what, source })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Stances, roles and weights that are no longer what was known before that day.
    fn learned(&self, account: Id, since: NaiveDate, today: NaiveDate) -> Result<Vec<Changed>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT f.aspect, f.membership, ifnull(f.value, ''), f.ended, f.on_day, p.id, p.name
             FROM membership m JOIN person p ON p.id = m.person JOIN fact f ON f.membership = m.id
             WHERE m.account = ?1 AND m.left_on IS NULL ORDER BY f.on_day, f.id",
        )?;
        let mut courses: BTreeMap<(Aspect, Id, String), Course> = BTreeMap::new();
        let mut rows = statement.query([account])?;
        while let Some(r) = rows.next()? {
            let aspect = r.get::<_, Option<String>>(0)?.and_then(|a| Aspect::named(&a));
            let Some((aspect, on)) = aspect.zip(day(r, 4)?).filter(|(_, on)| *on <= today) else { continue };
            let (value, ended): (String, bool) = (r.get(2)?, r.get(3)?);
            // Several roles are held at once: each has its own course.
            let which = if aspect == Aspect::Role { value.clone() } else { String::new() };
            let course = courses.entry((aspect, r.get(1)?, which)).or_default();
            let now = if ended { String::new() } else { value };
            if on < since {
                course.before.clone_from(&now);
            }
            *course = Course {
                before: std::mem::take(&mut course.before),
                now,
                name: r.get(6)?,
                person: r.get(5)?,
                on: Some(on),
            };
        }
        let turned = courses.into_iter().filter(|(_, c)| c.before != c.now);
        let told = |((aspect, ..), course): ((Aspect, Id, String), Course)| Changed {
            on: course.on,
            source: Source::Record(Kind::Person, course.person),
            what: Change::Learned { name: course.name, aspect, before: course.before, now: course.now },
        };
        Ok(turned.map(told).collect())
    }
}
