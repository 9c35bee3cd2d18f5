//! One person: who they are, what is known and since when, what is owed, what was said last.
pub mod ties;

use chrono::NaiveDate;
use rusqlite::params;

use super::account::PromiseRow;
use super::day;
use super::log::LogRow;
use crate::domain::Id;
use crate::domain::acquaintance::Acquaintance;
use crate::domain::choice::{Aspect, Channel, Choice, Side};
use crate::domain::commitment::Promise;
use crate::domain::day::plus_months;
use crate::domain::evidence::{Change, Evidence, Heard, MONTHS, changes};
use crate::domain::kind::Kind;
use crate::domain::person::{Membership, Person};
use crate::store::Store;
use crate::store::fault::Fault;
use ties::TieRow;

/// All that is shown of one person at one account.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonPage {
    /// The person.
    pub person: Person,
    /// Their place at the account, if they have one.
    pub membership: Option<Membership>,
    /// What was learned about that place, newest first.
    pub facts: Vec<Evidence>,
    /// What each of it changed, newest first; of one day only the last word.
    pub changes: Vec<Change>,
    /// Days with a touch in the months that the line of the stance shows, newest first.
    pub touched: Vec<NaiveDate>,
    /// Open promises of both sides with them, by due day.
    pub promises: Vec<PromiseRow>,
    /// What each side promised the other and was due in the last 90 days or is still open: ours, theirs.
    pub kept: (Vec<Promise>, Vec<Promise>),
    /// Planned conversations, the next first; then the last ones held, newest first.
    pub log: Vec<LogRow>,
    /// Whom they sway at that account, and who sways them.
    pub ties: Vec<TieRow>,
    /// Whom they report to.
    pub reports_to: Option<(Id, String)>,
    /// Through whom one gets to them: who is nearest to them first, then who leads to that one.
    pub reached: Vec<Via>,
    /// Who of ours has spoken to them, those who did last first.
    pub known_to: Vec<Acquaintance>,
    /// Who reports to them at that account.
    pub reports: Vec<(Id, String)>,
    /// Their other places: number and name of the account, and whether it is over.
    pub elsewhere: Vec<(Id, String, bool)>,
}

/// Somebody through whom one gets to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Via {
    /// The person.
    pub id: Id,
    /// Their name.
    pub name: String,
    /// When we last spoke to them.
    pub last: Option<NaiveDate>,
}

/// How many conversations are shown at most.
const LAST: usize = 8;

/// People in the way to somebody at most: longer chains are none that anybody goes.
const WAY: i64 = 5;

impl Store {
    /// The page of a person, at the account of `membership`.
    ///
    /// # Errors
    /// [`Fault::Missing`], and faults of the file.
    pub fn person_page(&self, id: Id, membership: Option<Id>, today: NaiveDate) -> Result<PersonPage, Fault> {
        let missing = || Fault::Missing { kind: Kind::Person, id };
        let record = self.record(Kind::Person, id)?;
        let person = record.any().downcast_ref::<Person>().cloned().ok_or_else(missing)?;
        let record = membership.map(|m| self.record(Kind::Membership, m)).transpose()?;
        let place = record.as_ref().and_then(|r| r.any().downcast_ref::<Membership>()).cloned();
        let named = |link: Option<crate::domain::field::Link>| {
            link.map(|l| self.name_of_person(l.0)).transpose().map(Option::flatten)
        };
        let facts = membership.map(|m| self.facts(m)).transpose()?.unwrap_or_default();
        Ok(PersonPage {
            changes: changes(&facts),
            facts,
            touched: self.touched(id, today)?,
            promises: self.promises_with(id)?,
            kept: (self.due_with(id, Side::Ours, today)?, self.due_with(id, Side::Theirs, today)?),
            log: self.conversations(id)?,
            ties: place
                .as_ref()
                .and_then(|p| p.account)
                .map(|account| self.ties(id, account.0))
                .transpose()?
                .unwrap_or_default(),
            reports_to: named(place.as_ref().and_then(|p| p.reports_to))?,
            reached: membership.map(|m| self.way_to(m, today)).transpose()?.unwrap_or_default(),
            known_to: self.colleagues_of(id, today)?,
            reports: self.reports(id, place.as_ref().and_then(|p| p.account).map(|a| a.0))?,
            elsewhere: self.elsewhere(id, membership)?,
            person,
            membership: place,
        })
    }

    fn name_of_person(&self, id: Id) -> Result<Option<(Id, String)>, Fault> {
        let mut statement = self.conn.prepare_cached("SELECT id, name FROM person WHERE id = ?1")?;
        Ok(statement.query_map([id], |r| Ok((r.get(0)?, r.get(1)?)))?.next().transpose()?)
    }

    fn facts(&self, membership: Id) -> Result<Vec<Evidence>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT f.aspect, ifnull(f.value, ''), f.ended, f.on_day, i.id, i.channel, ifnull(i.text, ''), f.id, i.day
             FROM fact f LEFT JOIN interaction i ON i.id = f.cause WHERE f.membership = ?1
             ORDER BY f.on_day DESC, f.id DESC",
        )?;
        let rows = statement.query_map([membership], |r| {
            let channel = r.get::<_, Option<String>>(5)?.and_then(|c| Channel::named(&c));
            let (cause, held, text): (Option<Id>, _, _) = (r.get(4)?, day(r, 8)?, r.get(6)?);
            let heard = cause.zip(channel).zip(held);
            Ok(Evidence {
                id: r.get(7)?,
                aspect: Aspect::named(&r.get::<_, String>(0)?).unwrap_or(Aspect::Stance),
                value: r.get(1)?,
                ended: r.get(2)?,
                on: day(r, 3)?.unwrap_or_default(),
                cause: heard.map(|((id, channel), day)| Heard { id, channel, day, text }),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Days with a touch in the months of the line, newest first.
    fn touched(&self, person: Id, today: NaiveDate) -> Result<Vec<NaiveDate>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT day FROM touch WHERE person = ?1 AND day <= ?2 AND day >= ?3 ORDER BY day DESC",
        )?;
        let from = plus_months(today, -i32::try_from(MONTHS).unwrap_or(0));
        let days =
            statement.query_map(params![person, today.to_string(), from.to_string()], |r| day(r, 0))?;
        Ok(days.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
    }

    /// Promises of a side with a person that were due in the last 90 days or are still open (§5).
    fn due_with(&self, person: Id, side: Side, today: NaiveDate) -> Result<Vec<Promise>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT due, done_on FROM commitment WHERE counterpart = ?1 AND side = ?2
                AND (done_on IS NULL OR due >= date(?3, '-90 days')) ORDER BY due, id",
        )?;
        let promise = |r: &rusqlite::Row<'_>| Ok(Promise { due: day(r, 0)?, done_on: day(r, 1)? });
        let rows = statement.query_map(params![person, side.name(), today.to_string()], promise)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Who leads to the person of a place, each by their own place at the same account. A circle ends where it closes.
    fn way_to(&self, membership: Id, today: NaiveDate) -> Result<Vec<Via>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "WITH RECURSIVE way(step, person, account, via, seen) AS (
                SELECT 0, person, account, reached_via, ',' || person || ',' FROM membership WHERE id = ?1
                UNION ALL
                SELECT step + 1, w.via, w.account,
                    (SELECT n.reached_via FROM membership n WHERE n.person = w.via AND n.account = w.account
                        AND n.left_on IS NULL ORDER BY n.id LIMIT 1), w.seen || w.via || ','
                FROM way w WHERE w.via IS NOT NULL AND step < ?2 AND instr(w.seen, ',' || w.via || ',') = 0)
             SELECT p.id, p.name, (SELECT max(day) FROM touch t WHERE t.person = p.id AND t.day <= ?3)
             FROM way w JOIN person p ON p.id = w.person WHERE w.step > 0 ORDER BY w.step",
        )?;
        let via = |r: &rusqlite::Row<'_>| Ok(Via { id: r.get(0)?, name: r.get(1)?, last: day(r, 2)? });
        let rows = statement.query_map(params![membership, WAY, today.to_string()], via)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn conversations(&self, person: Id) -> Result<Vec<LogRow>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT i.id FROM interaction i JOIN interaction_people x ON x.interaction = i.id
             WHERE i.planned = 1 AND x.person = ?1 ORDER BY i.day, ifnull(i.time, ''), i.id LIMIT ?2",
        )?;
        let mut ids =
            statement.query_map(params![person, LAST], |r| r.get(0))?.collect::<Result<Vec<Id>, _>>()?;
        // The touches are in the order of their days: however long the log, only these few are read.
        let mut statement = self
            .conn
            .prepare_cached("SELECT interaction FROM touch WHERE person = ?1 ORDER BY day DESC LIMIT ?2")?;
        let held = statement.query_map(params![person, LAST], |r| r.get(0))?;
        ids.extend(held.collect::<Result<Vec<Id>, _>>()?);
        self.log_rows(&ids)
    }

    fn reports(&self, person: Id, account: Option<Id>) -> Result<Vec<(Id, String)>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT p.id, p.name FROM membership m JOIN person p ON p.id = m.person
             WHERE m.reports_to = ?1 AND m.account = ?2 AND m.left_on IS NULL ORDER BY p.name COLLATE NOCASE",
        )?;
        let rows = statement.query_map(params![person, account], |r| Ok((r.get(0)?, r.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn elsewhere(&self, person: Id, but: Option<Id>) -> Result<Vec<(Id, String, bool)>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT a.id, a.name, m.left_on IS NOT NULL FROM membership m JOIN account a ON a.id = m.account
             WHERE m.person = ?1 AND m.id IS NOT ?2 ORDER BY m.left_on IS NOT NULL, m.id",
        )?;
        let rows = statement.query_map(params![person, but], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
