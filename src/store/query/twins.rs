//! Who may be in the book twice.
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rusqlite::params;

use super::day;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::twins::{Certainty, Human, Reason, candidates, topic};
use crate::store::Store;
use crate::store::fault::Fault;

/// Two people who may be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The one about whom more is known.
    pub first: Face,
    /// The other.
    pub second: Face,
    /// How sure it is.
    pub certainty: Certainty,
    /// What speaks for it, in words, the strongest first; then what speaks against it.
    pub reasons: Vec<Explain>,
}

/// A person as far as they are told from another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// Their number.
    pub id: Id,
    /// Their name.
    pub name: String,
    /// Where they are, else where they were: names of clients.
    pub accounts: Vec<String>,
    /// How often they were spoken to.
    pub talks: usize,
    /// The last time.
    pub last: Option<NaiveDate>,
}

/// A person of the book with what tells pairs apart.
struct Entry {
    human: Human,
    uid: String,
    gone: Vec<Id>,
}

impl Store {
    /// Who may be in the book twice, the surest first: without the pairs that were said to be two. Those who were seen together
    /// and those of whom one leads to the other are in it only if they are certain to be one, and it is said.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn twins(&self) -> Result<Vec<Pair>, Fault> {
        Ok(self.pairs(|_| true, usize::MAX)?.0)
    }

    /// The same of these people only: so many pairs, and how many more there may be.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn twins_among(&self, people: &BTreeSet<Id>, most: usize) -> Result<(Vec<Pair>, usize), Fault> {
        if people.is_empty() {
            return Ok((Vec::new(), 0));
        }
        self.pairs(|id| people.contains(&id), most)
    }

    fn pairs(&self, wanted: impl Fn(Id) -> bool, most: usize) -> Result<(Vec<Pair>, usize), Fault> {
        let people = self.humans()?;
        let humans: Vec<Human> = people.values().map(|e| e.human.clone()).collect();
        let quiet = self.quiet_topics()?;
        let (mut pairs, mut more) = (Vec::new(), 0);
        for twins in candidates(&humans).into_iter().filter(|t| wanted(t.first) || wanted(t.second)) {
            if pairs.len() == most {
                more += 1;
                continue;
            }
            let (Some(a), Some(b)) = (people.get(&twins.first), people.get(&twins.second)) else { continue };
            if quiet.contains(&topic(&a.uid, &b.uid)) {
                continue;
            }
            let contrary = self.contrary(twins.first, twins.second)?;
            if contrary.is_some() && twins.certainty < Certainty::Certain {
                continue;
            }
            let (mut first, mut second) = (self.face(a)?, self.face(b)?);
            if second.talks > first.talks {
                std::mem::swap(&mut first, &mut second);
            }
            let reasons = twins.reasons.iter().map(Reason::explain).chain(contrary).collect();
            pairs.push(Pair { first, second, certainty: twins.certainty, reasons });
        }
        Ok((pairs, more))
    }

    fn humans(&self) -> Result<BTreeMap<Id, Entry>, Fault> {
        let texts = |json: Option<String>| -> Vec<String> {
            json.and_then(|t| serde_json::from_str(&t).ok()).unwrap_or_default()
        };
        let mut all = BTreeMap::new();
        let mut statement = self
            .conn
            .prepare_cached("SELECT id, uid, name, aliases, emails, phones, birthday FROM person")?;
        let mut rows = statement.query([])?;
        while let Some(r) = rows.next()? {
            let id: Id = r.get(0)?;
            let mut names = vec![r.get(2)?];
            names.extend(texts(r.get(3)?));
            let (emails, phones) = (texts(r.get(4)?), texts(r.get(5)?));
            let human = Human { id, names, emails, phones, birthday: day(r, 6)?, accounts: Vec::new() };
            all.insert(id, Entry { human, uid: r.get(1)?, gone: Vec::new() });
        }
        let mut statement = self.conn.prepare_cached(
            "SELECT m.person, a.id, a.name, m.left_on IS NOT NULL FROM membership m JOIN account a ON a.id = m.account
             ORDER BY m.left_on IS NOT NULL, m.id",
        )?;
        let mut rows = statement.query([])?;
        while let Some(r) = rows.next()? {
            let Some(entry) = all.get_mut(&r.get(0)?) else { continue };
            let place: (Id, String) = (r.get(1)?, r.get(2)?);
            if r.get(3)? {
                entry.gone.push(place.0);
            }
            if !entry.human.accounts.contains(&place) {
                entry.human.accounts.push(place);
            }
        }
        Ok(all)
    }

    fn quiet_topics(&self) -> Result<BTreeSet<String>, Fault> {
        let mut statement = self.conn.prepare_cached("SELECT topic FROM mute WHERE topic LIKE 'twins %'")?;
        let topics = statement.query_map([], |r| r.get(0))?;
        Ok(topics.collect::<Result<_, _>>()?)
    }

    /// What speaks against two being one: they sat in one conversation, or one reports to the other or is the way to them.
    fn contrary(&self, a: Id, b: Id) -> Result<Option<Explain>, Fault> {
        let sql = "SELECT EXISTS (SELECT 1 FROM interaction_people x JOIN interaction_people y ON y.interaction = x.interaction
                WHERE x.person = ?1 AND y.person = ?2),
            EXISTS (SELECT 1 FROM membership WHERE person = ?1 AND (reports_to = ?2 OR reached_via = ?2))
            OR EXISTS (SELECT 1 FROM membership WHERE person = ?2 AND (reports_to = ?1 OR reached_via = ?1))";
        let (together, leads) =
            self.conn.prepare_cached(sql)?.query_row(params![a, b], |r| Ok((r.get(0)?, r.get(1)?)))?;
        Ok(match (together, leads) {
            (true, _) => Some(Explain::new("twins-though-together")),
            (false, true) => Some(Explain::new("twins-though-leads")),
            (false, false) => None,
        })
    }

    /// Who at that client may be meant by a name that nobody has, the surest first.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn alike(&self, name: &str, account: Id) -> Result<Vec<Face>, Fault> {
        let people = self.humans()?;
        let there = |human: &Human| human.accounts.iter().find(|(id, _)| *id == account).cloned();
        let mut humans: Vec<Human> =
            people.values().map(|e| e.human.clone()).filter(|h| there(h).is_some()).collect();
        let place = humans.iter().find_map(there);
        humans.push(Human {
            names: vec![name.to_owned()],
            accounts: place.into_iter().collect(),
            ..Human::default()
        });
        // Nobody of the book has the number 0: it is the new one's.
        let pairs = candidates(&humans).into_iter().filter(|t| t.first == 0);
        pairs.filter_map(|t| people.get(&t.second)).map(|e| self.face(e)).collect()
    }

    fn face(&self, entry: &Entry) -> Result<Face, Fault> {
        let Human { id, names, accounts, .. } = &entry.human;
        let sql = "SELECT count(*), max(day) FROM touch WHERE person = ?1";
        let (talks, last) =
            self.conn.prepare_cached(sql)?.query_row([id], |r| Ok((r.get(0)?, day(r, 1)?)))?;
        let open = accounts.iter().filter(|(id, _)| !entry.gone.contains(id));
        let mut shown: Vec<String> = open.map(|(_, name)| name.clone()).collect();
        if shown.is_empty() {
            shown = accounts.iter().map(|(_, name)| name.clone()).collect();
        }
        Ok(Face { id: *id, name: names.first().cloned().unwrap_or_default(), accounts: shown, talks, last })
    }
}
