//! One person: who they are, what is known and since when, what is owed, what was said last.
use chrono::NaiveDate;
use rusqlite::params;

use super::account::PromiseRow;
use super::day;
use super::log::LogRow;
use crate::domain::Id;
use crate::domain::choice::{Aspect, Channel, Choice};
use crate::domain::kind::Kind;
use crate::domain::person::{Membership, Person};
use crate::store::Store;
use crate::store::fault::Fault;

/// All that is shown of one person at one account.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonPage {
    /// The person.
    pub person: Person,
    /// Their place at the account, if they have one.
    pub membership: Option<Membership>,
    /// What was learned about that place, newest first.
    pub facts: Vec<FactRow>,
    /// Open promises of both sides with them, by due day.
    pub promises: Vec<PromiseRow>,
    /// Planned conversations, the next first; then the last ones held, newest first.
    pub log: Vec<LogRow>,
    /// Whom they report to.
    pub reports_to: Option<(Id, String)>,
    /// Through whom one gets to them.
    pub reached_via: Option<(Id, String)>,
    /// Who reports to them at that account.
    pub reports: Vec<(Id, String)>,
    /// Their other places: number and name of the account, and whether it is over.
    pub elsewhere: Vec<(Id, String, bool)>,
}

/// Something learned about a person, with its cause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactRow {
    /// About what.
    pub aspect: Aspect,
    /// Name of the stance or role, or the influence 1–5; empty is unknown again.
    pub value: String,
    /// The role is over.
    pub ended: bool,
    /// Since when.
    pub on: NaiveDate,
    /// The conversation in which it was learned; `None` is by hand.
    pub cause: Option<Cause>,
}

/// The conversation in which something was learned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// The interaction.
    pub id: Id,
    /// Its kind.
    pub channel: Channel,
    /// Its text.
    pub text: String,
}

/// How many conversations are shown at most.
const LAST: usize = 8;

impl Store {
    /// The page of a person, at the account of `membership`.
    ///
    /// # Errors
    /// [`Fault::Missing`], and faults of the file.
    pub fn person_page(&self, id: Id, membership: Option<Id>) -> Result<PersonPage, Fault> {
        let missing = || Fault::Missing { kind: Kind::Person, id };
        let record = self.record(Kind::Person, id)?;
        let person = record.any().downcast_ref::<Person>().cloned().ok_or_else(missing)?;
        let record = membership.map(|m| self.record(Kind::Membership, m)).transpose()?;
        let place = record.as_ref().and_then(|r| r.any().downcast_ref::<Membership>()).cloned();
        let named = |link: Option<crate::domain::field::Link>| {
            link.map(|l| self.name_of_person(l.0)).transpose().map(Option::flatten)
        };
        Ok(PersonPage {
            facts: membership.map(|m| self.facts(m)).transpose()?.unwrap_or_default(),
            promises: self.promises_with(id)?,
            log: self.conversations(id)?,
            reports_to: named(place.as_ref().and_then(|p| p.reports_to))?,
            reached_via: named(place.as_ref().and_then(|p| p.reached_via))?,
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

    fn facts(&self, membership: Id) -> Result<Vec<FactRow>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT f.aspect, ifnull(f.value, ''), f.ended, f.on_day, i.id, i.channel, ifnull(i.text, '')
             FROM fact f LEFT JOIN interaction i ON i.id = f.cause WHERE f.membership = ?1
             ORDER BY f.on_day DESC, f.id DESC",
        )?;
        let rows = statement.query_map([membership], |r| {
            let channel = r.get::<_, Option<String>>(5)?.and_then(|c| Channel::named(&c));
            let cause: Option<Id> = r.get(4)?;
            let text = r.get(6)?;
            Ok(FactRow {
                aspect: Aspect::named(&r.get::<_, String>(0)?).unwrap_or(Aspect::Stance),
                value: r.get(1)?,
                ended: r.get(2)?,
                on: day(r, 3)?.unwrap_or_default(),
                cause: cause.zip(channel).map(|(id, channel)| Cause { id, channel, text }),
            })
        })?;
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
