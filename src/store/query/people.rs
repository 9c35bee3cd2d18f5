//! The people of a scope: roles, stance, contact against cadence, strength, contact by week.
mod known;
pub(in crate::store) mod players;
pub mod queue;

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::params;

use super::{Scope, day};
use crate::domain::Id;
use crate::domain::cadence::{Contact, Rhythm, Weight, contact, rhythm, weight};
use crate::domain::choice::{BuyingRole, Channel, Choice, Direction, Stance};
use crate::domain::day::{days_between, monday, plus_days};
use crate::domain::evidence::stale;
use crate::domain::needs::Contactable;
use crate::domain::settings::Settings;
use crate::domain::strength::{Strength, Touch, strength};
use crate::store::Store;
use crate::store::fault::Fault;
use known::{Known, known};

/// Weeks of the contact heat strip, the current one last.
pub const HEAT_WEEKS: usize = 26;

/// A person at an account.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonRow {
    /// The person.
    pub person: Id,
    /// Their name.
    pub name: String,
    /// The membership; `None` for somebody without an account.
    pub membership: Option<Id>,
    /// The client.
    pub account: Option<Id>,
    /// Its name.
    pub account_name: String,
    /// What is on their card.
    pub title: String,
    /// Part of the account.
    pub unit: String,
    /// Its number.
    pub unit_id: Option<Id>,
    /// Whom they report to.
    pub reports_to: Option<Id>,
    /// Through whom one gets to them.
    pub reached_via: Option<Id>,
    /// Who came after them.
    pub successor: Option<Id>,
    /// Places in the buying centre.
    pub roles: Vec<BuyingRole>,
    /// Attitude to us; `None` is unknown.
    pub stance: Option<Stance>,
    /// Since when that stance.
    pub stance_on: Option<NaiveDate>,
    /// Influence weight.
    pub weight: Weight,
    /// Since when that influence, unless it is assumed.
    pub influence_on: Option<NaiveDate>,
    /// How much what we do matters to them, 1–5, and since when; `None` is unknown.
    pub interest: Option<(i64, NaiveDate)>,
    /// Days between contacts.
    pub cadence: i64,
    /// Where the cadence comes from.
    pub rhythm: Rhythm,
    /// Last touch.
    pub last: Option<NaiveDate>,
    /// Last touch against the cadence.
    pub contact: Contact,
    /// Relationship strength with its parts.
    pub strength: Strength,
    /// Distinct days with a touch by week, oldest first.
    pub heat: [u8; HEAT_WEEKS],
    /// Words to find and choose them by.
    pub tags: Vec<String>,
    /// They asked not to be contacted.
    pub do_not_contact: bool,
    /// Somebody who must be there, not known by name yet.
    pub placeholder: bool,
    /// Not before that day.
    pub not_before: Option<NaiveDate>,
    /// Day of birth.
    pub birthday: Option<NaiveDate>,
    /// No longer there since.
    pub left_on: Option<NaiveDate>,
    /// First e-mail address.
    pub email: String,
    /// First telephone number.
    pub phone: String,
}

/// Without the log: enough for the queue, whatever the log's length.
const SQL: &str = "
SELECT p.id, p.name, m.id, m.account, ifnull(a.name, ''), ifnull(m.title, ''), ifnull(u.name, ''), m.cadence,
    (SELECT max(day) FROM touch t WHERE t.person = p.id AND t.day <= ?2),
    p.do_not_contact, m.not_before, p.birthday, m.left_on, json_extract(p.emails, '$[0]'), json_extract(p.phones, '$[0]'),
    m.unit, m.reports_to, m.reached_via, m.successor, p.tags, p.placeholder
FROM person p LEFT JOIN membership m ON m.person = p.id LEFT JOIN account a ON a.id = m.account LEFT JOIN unit u ON u.id = m.unit
WHERE ";

/// The people of [`Of::Today`].
const OF_TODAY: &str = "p.id IN (
    SELECT person FROM membership WHERE account = ?1 OR account IN (SELECT id FROM account WHERE tier = 'key')
    UNION ALL SELECT counterpart FROM commitment INDEXED BY commitment_open WHERE done_on IS NULL
    UNION ALL SELECT x.person FROM interaction i INDEXED BY interaction_planned
        CROSS JOIN interaction_people x ON x.interaction = i.id WHERE i.planned = 1)";

/// Whose rows are wanted.
#[derive(Debug, Clone, Copy)]
enum Of {
    Everybody,
    /// Whom Today can name: who works at a key account or at the account of the scope (0 is none), to whom something is owed,
    /// who owes something, and who will be met.
    Today(Id),
    Account(Id),
    Person(Id),
}

impl Of {
    const fn scope(scope: Scope) -> Self {
        match scope {
            None => Self::Everybody,
            Some(account) => Self::Account(account),
        }
    }

    /// The number that stands for `?1` in the clauses.
    const fn id(self) -> Id {
        match self {
            Self::Everybody => 0,
            Self::Today(id) | Self::Account(id) | Self::Person(id) => id,
        }
    }
}

impl Store {
    /// Everybody of the scope; without one everybody, also who has no account.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn people(&self, scope: Scope, today: NaiveDate) -> Result<Vec<PersonRow>, Fault> {
        self.people_wholly(Of::scope(scope), today)
    }

    /// A person at each of their accounts.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn people_of(&self, person: Id, today: NaiveDate) -> Result<Vec<PersonRow>, Fault> {
        self.people_wholly(Of::Person(person), today)
    }

    fn people_wholly(&self, of: Of, today: NaiveDate) -> Result<Vec<PersonRow>, Fault> {
        let mut rows = self.briefly(of, today)?;
        let mut touches = self.touches(of, plus_days(today, -183), today)?;
        let first_week = plus_days(monday(today), -7 * i64::try_from(HEAT_WEEKS - 1).unwrap_or(0));
        for row in &mut rows {
            let touches = touches.entry(row.person).or_default();
            row.strength = strength(touches, row.last, row.cadence, today);
            let mut days: Vec<_> = touches.iter().map(|t| t.day).collect();
            days.dedup();
            for day in days {
                let week = usize::try_from(days_between(first_week, day) / 7).unwrap_or(usize::MAX);
                if let Some(heat) = row.heat.get_mut(week).filter(|_| day >= first_week) {
                    *heat = heat.saturating_add(1);
                }
            }
        }
        Ok(rows)
    }

    /// Whom Today can name, all of them also with their other accounts.
    pub(super) fn people_of_today(&self, scope: Scope, today: NaiveDate) -> Result<Vec<PersonRow>, Fault> {
        self.briefly(Of::Today(scope.unwrap_or(0)), today)
    }

    /// As [`Store::people`], but strength and heat are left at nothing.
    pub(super) fn people_briefly(&self, scope: Scope, today: NaiveDate) -> Result<Vec<PersonRow>, Fault> {
        self.briefly(Of::scope(scope), today)
    }

    fn briefly(&self, of: Of, today: NaiveDate) -> Result<Vec<PersonRow>, Fault> {
        let settings = self.settings()?;
        let known = known(&self.conn, of)?;
        let clause = match of {
            Of::Everybody => "?1 = 0",
            Of::Today(_) => OF_TODAY,
            Of::Account(_) => "m.account = ?1",
            Of::Person(_) => "p.id = ?1",
        };
        let mut statement = self.conn.prepare_cached(&format!("{SQL} {clause} ORDER BY p.id, m.id"))?;
        let rows = statement.query_map(params![of.id(), today.to_string()], |r| {
            let membership: Option<Id> = r.get(2)?;
            let known = membership.and_then(|m| known.get(&m)).cloned().unwrap_or_default();
            person_row(r, known, &settings, today)
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Touches of each of them from `from` to `to`, by day.
    fn touches(&self, of: Of, from: NaiveDate, to: NaiveDate) -> Result<HashMap<Id, Vec<Touch>>, Fault> {
        let clause = match of {
            Of::Everybody | Of::Today(_) => "?1 >= 0",
            Of::Account(_) => "p.id IN (SELECT person FROM membership WHERE account = ?1)",
            Of::Person(_) => "p.id = ?1",
        };
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT t.person, t.day, t.channel, t.direction FROM person p CROSS JOIN touch t ON t.person = p.id
             WHERE {clause} AND t.day BETWEEN ?2 AND ?3 ORDER BY t.person, t.day"
        ))?;
        let mut all: HashMap<Id, Vec<Touch>> = HashMap::new();
        let mut rows = statement.query(params![of.id(), from.to_string(), to.to_string()])?;
        while let Some(r) = rows.next()? {
            let channel = Channel::named(&r.get::<_, String>(2)?);
            let direction = r.get::<_, Option<String>>(3)?.and_then(|d| Direction::named(&d));
            if let (Some(day), Some(channel)) = (day(r, 1)?, channel) {
                all.entry(r.get(0)?).or_default().push(Touch { day, channel, direction });
            }
        }
        Ok(all)
    }
}

fn person_row(
    r: &rusqlite::Row<'_>,
    known: Known,
    settings: &Settings,
    today: NaiveDate,
) -> rusqlite::Result<PersonRow> {
    let own: Option<i64> = r.get(7)?;
    let (cadence, rhythm) = rhythm(own, &known.roles, known.stance, settings);
    let last = day(r, 8)?;
    Ok(PersonRow {
        person: r.get(0)?,
        name: r.get(1)?,
        membership: r.get(2)?,
        account: r.get(3)?,
        account_name: r.get(4)?,
        title: r.get(5)?,
        unit: r.get(6)?,
        unit_id: r.get(15)?,
        reports_to: r.get(16)?,
        reached_via: r.get(17)?,
        successor: r.get(18)?,
        weight: weight(known.influence.map(|i| i.0), &known.roles, known.stance),
        influence_on: known.influence.map(|i| i.1),
        interest: known.interest,
        roles: known.roles,
        stance: known.stance,
        stance_on: known.stance.and(known.stance_on),
        cadence,
        rhythm,
        last,
        contact: contact(last, cadence, today),
        strength: Strength::default(),
        heat: [0; HEAT_WEEKS],
        tags: super::texts(r, 19)?,
        do_not_contact: r.get(9)?,
        placeholder: r.get::<_, Option<bool>>(20)?.unwrap_or(false),
        not_before: day(r, 10)?,
        birthday: day(r, 11)?,
        left_on: day(r, 12)?,
        email: r.get::<_, Option<String>>(13)?.unwrap_or_default(),
        phone: r.get::<_, Option<String>>(14)?.unwrap_or_default(),
    })
}

impl PersonRow {
    /// Whether they enter figures: a known person who has a place at an account.
    pub const fn is_active(&self) -> bool {
        self.account.is_some() && self.left_on.is_none() && !self.placeholder
    }

    /// Whether what is known of their stance is too old to be believed (`formulas.md` §4).
    pub fn stance_is_stale(&self, today: NaiveDate) -> bool {
        self.stance_on.is_some_and(|on| stale(on, today).is_some())
    }

    /// As the queue sees them; `None` for who has left, has no account or is not known by name.
    pub(super) fn contactable(&self) -> Option<Contactable> {
        Some(Contactable {
            person: self.person,
            account: self.account.filter(|_| self.is_active())?,
            weight: self.weight,
            cadence: self.cadence,
            last: self.last,
            birthday: self.birthday,
            do_not_contact: self.do_not_contact,
            snoozed_until: self.not_before,
            has_role: !self.roles.is_empty(),
        })
    }
}
