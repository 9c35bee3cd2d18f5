//! Two people as they would become one.
use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::{Link, Place, Record, Spec};
use crate::domain::kind::Kind;
use crate::domain::merge::{Line, Picked, lines, merged};
use crate::domain::person::{Membership, Person};
use crate::domain::value::Value;
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::records::facts::with_facts_of;
use crate::store::records::links::leading_to;
use crate::store::records::load;

/// Two people as they would become one.
#[derive(Debug, Clone, PartialEq)]
pub struct Merging {
    /// Who stays.
    pub kept: Person,
    /// Who goes.
    pub gone: Person,
    /// Their places at the same clients at the same time, which become one: the client's name, the place that stays, the one
    /// that goes.
    pub places: Vec<Shared>,
    /// What else comes with the one who goes: kinds of record and how many. Places are their own at other clients.
    pub moves: Vec<(Kind, usize)>,
    /// How many people report to the one who goes, are reached through them or came before them.
    pub lines: usize,
}

/// A place of the one and a place of the other at the same client, which become one.
#[derive(Debug, Clone, PartialEq)]
pub struct Shared {
    /// Name of the client.
    pub client: String,
    /// The place that stays.
    pub kept: Membership,
    /// The place that goes.
    pub gone: Membership,
    /// What the facts of both say together; nothing else is in it.
    pub facts: Membership,
}

impl Shared {
    fn fields(&self) -> Vec<Line> {
        let facts = Kind::Membership.specs().into_iter().filter(|s| s.place == Place::Fact);
        let of_fact = |spec: &'static Spec| {
            let value = |of: &Membership| of.get(spec.name);
            Line::of_fact(spec, value(&self.kept), value(&self.gone), value(&self.facts))
        };
        let said = |line: &Line| !line.kept.is_empty() || !line.gone.is_empty();
        let mut all = lines(&self.kept, &self.gone);
        all.extend(facts.map(of_fact).filter(said));
        all
    }
}

impl Merging {
    /// Every field of which at least one of the two says something, each with what is proposed: the person's, then those of the
    /// places that become one, by client.
    pub fn fields(&self) -> Vec<(Option<Id>, Line)> {
        let mut all: Vec<_> = lines(&self.kept, &self.gone).into_iter().map(|l| (None, l)).collect();
        for place in &self.places {
            let account = place.kept.account.map(|a| a.0);
            all.extend(place.fields().into_iter().map(|line| (account, line)));
        }
        all
    }

    /// The person that they will be; what is picked of their places is looked at too.
    ///
    /// # Errors
    /// `merge-no-pick`.
    pub fn result(&self, picked: &[Picked]) -> Result<Box<dyn Record>, Explain> {
        let of = |place: Option<Id>| -> Vec<_> {
            picked.iter().filter(|p| p.place == place).map(|p| (p.field, p.pick)).collect()
        };
        for place in &self.places {
            merged(&place.kept, &place.gone, &of(place.kept.account.map(|a| a.0)))?;
        }
        merged(&self.kept, &self.gone, &of(None))
    }

    /// Name of the client of a place that becomes one.
    pub fn client(&self, account: Id) -> &str {
        let at = self.places.iter().find(|place| place.kept.account == Some(Link(account)));
        at.map_or("", |place| &place.client)
    }
}

impl Store {
    /// Two people as they would become one.
    ///
    /// # Errors
    /// [`Fault::Missing`], and faults of the file.
    pub fn merging(&self, kept: Id, gone: Id) -> Result<Merging, Fault> {
        let person = |id| {
            let record = self.record(Kind::Person, id)?;
            record.any().downcast_ref::<Person>().cloned().ok_or(Fault::Missing { kind: Kind::Person, id })
        };
        let mut both: Vec<Shared> = Vec::new();
        for (mine, theirs) in shared_places(&self.conn, kept, gone)? {
            let account = mine.account.map(|a| self.record(Kind::Account, a.0)).transpose()?;
            let client = match account.map(|a| a.get("name")) {
                Some(Value::Text(name)) => name,
                _ => String::new(),
            };
            let facts = with_facts_of(&self.conn, &mine, theirs.head.id)?;
            both.push(Shared { client, kept: mine, gone: theirs, facts });
        }
        let joined: BTreeSet<Id> = both.iter().map(|place| place.gone.head.id).collect();
        let mut moves: BTreeMap<Kind, usize> = BTreeMap::new();
        let own: BTreeSet<Id> = places(&self.conn, gone)?.iter().map(|m| m.head.id).collect();
        let mut lines = 0;
        for (kind, id) in leading_to(&self.conn, Kind::Person, gone)? {
            if kind == Kind::Membership && !own.contains(&id) {
                lines += 1;
            } else if kind != Kind::Membership || !joined.contains(&id) {
                *moves.entry(kind).or_default() += 1;
            }
        }
        for place in joined {
            let facts = leading_to(&self.conn, Kind::Membership, place)?.len();
            if facts > 0 {
                *moves.entry(Kind::Fact).or_default() += facts;
            }
        }
        let mut moves: Vec<(Kind, usize)> = moves.into_iter().collect();
        // What was said and promised first.
        moves.sort_by_key(|(kind, _)| match kind {
            Kind::Interaction => 0,
            Kind::Commitment => 1,
            _ => 2,
        });
        Ok(Merging { kept: person(kept)?, gone: person(gone)?, places: both, moves, lines })
    }
}

/// The places of two people at the same client at the same time: that of the first, that of the second. Each stands in one pair
/// at the most; who came back has two places there one after the other, and they stay two. Nobody in them leads to themselves.
pub(in crate::store) fn shared_places(
    conn: &Connection,
    kept: Id,
    gone: Id,
) -> Result<Vec<(Membership, Membership)>, Fault> {
    let mine = places(conn, kept)?;
    let mut pairs: Vec<(Membership, Membership)> = Vec::new();
    for theirs in places(conn, gone)? {
        let free = |m: &&Membership| !pairs.iter().any(|(taken, _)| taken.head.id == m.head.id);
        let same = mine.iter().filter(free).find(|m| m.account == theirs.account && overlap(m, &theirs));
        if let Some(same) = same.cloned() {
            pairs.push((without(same, [kept, gone]), without(theirs, [kept, gone])));
        }
    }
    Ok(pairs)
}

/// A place without the links that would lead the one person to themselves.
fn without(mut place: Membership, people: [Id; 2]) -> Membership {
    let keep = |link: Option<Link>| link.filter(|l| !people.contains(&l.0));
    place.reports_to = keep(place.reports_to);
    place.reached_via = keep(place.reached_via);
    place.successor = keep(place.successor);
    place
}

/// The places of a person, those that are not over first.
fn places(conn: &Connection, person: Id) -> Result<Vec<Membership>, Fault> {
    let sql = "SELECT id FROM membership WHERE person = ?1 ORDER BY left_on IS NOT NULL, id";
    let mut statement = conn.prepare_cached(sql)?;
    let ids = statement.query_map([person], |r| r.get(0))?.collect::<Result<Vec<Id>, _>>()?;
    let records = ids.into_iter().map(|id| load(conn, Kind::Membership, id));
    records.filter_map(|r| r.map(|r| r.any().downcast_ref().cloned()).transpose()).collect()
}

/// Whether two places were held at the same time; a first or last day that is not known is far away.
fn overlap(a: &Membership, b: &Membership) -> bool {
    let begun = |first: &Membership, second: &Membership| {
        first.since.is_none_or(|since| second.left_on.is_none_or(|left| since < left))
    };
    begun(a, b) && begun(b, a)
}
