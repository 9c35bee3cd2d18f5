//! Decisions and changes, who must know of them and who has been told.
use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::looked_after::{IN_SCOPE, looked_after};
use super::people::players::key_players;
use super::{Scope, day};
use crate::domain::Id;
use crate::domain::audience::{Away, Hearer, hearers, waiting};
use crate::domain::choice::Side;
use crate::domain::day::plus_days;
use crate::domain::decision::{Decision, Telling};
use crate::domain::field::{Head, Link};
use crate::domain::kind::Kind;
use crate::domain::needs::Untold;
use crate::store::Store;
use crate::store::fault::Fault;

/// A decision with everybody whom it concerns.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionRow {
    /// What was decided or changed.
    pub decision: Decision,
    /// Who must know, or knows.
    pub hearers: Vec<Hearer>,
}

impl DecisionRow {
    /// Those who are still to be told, of one side or of both: nobody who has left or asked not to be contacted.
    pub fn untold(&self, side: Option<Side>) -> impl Iterator<Item = (Kind, Id)> {
        let of = move |h: &&Hearer| h.waits() && side.is_none_or(|side| h.side() == side);
        self.hearers.iter().filter(of).map(|h| h.who)
    }

    /// For how many days somebody has waited to be told; `None` where everybody knows.
    pub fn waiting(&self, today: NaiveDate) -> Option<i64> {
        waiting(self.decision.decided_on?, &self.hearers, today)
    }

    /// The client.
    pub const fn account(&self) -> Option<Id> {
        match self.decision.account {
            Some(Link(id)) => Some(id),
            None => None,
        }
    }
}

/// The decisions of a scope.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Decisions {
    /// Those of which somebody has not been told, the oldest first; then the rest, the newest first.
    pub rows: Vec<DecisionRow>,
    /// Of each account of the scope, whom its decisions usually concern.
    pub audiences: Vec<(Id, Vec<(Kind, Id)>)>,
}

/// Days for which a decision of which not everybody was told stands in *Needs you*: what is older is history, told or not.
const IN_SIGHT: i64 = 180;

/// The place of a person `p.person` at the account of the decision `d` is over, and they have no other there.
const LEFT: &str = "EXISTS (SELECT 1 FROM membership m WHERE m.person = p.person AND m.account = d.account)
    AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.person = p.person AND m.account = d.account AND m.left_on IS NULL)";

/// The person `p.person` asked not to be contacted.
const QUIET: &str = "EXISTS (SELECT 1 FROM person q WHERE q.id = p.person AND q.do_not_contact = 1)";

impl Store {
    /// The decisions of a scope with whom they concern; all means those that are looked after.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn decisions(&self, scope: Scope, today: NaiveDate) -> Result<Decisions, Fault> {
        let mut audiences = Vec::new();
        for account in scope.map_or_else(|| looked_after(&self.conn), |account| Ok(vec![account]))? {
            audiences.push((account, audience(&self.conn, account, today)?));
        }
        let mut rows = self.decision_rows(scope)?;
        rows.sort_by_key(|row| {
            let open = row.waiting(today).is_some();
            let on = row.decision.decided_on.unwrap_or(today);
            let age = (today - on).num_days();
            (!open, if open { -age } else { age }, row.decision.head.id)
        });
        Ok(Decisions { rows, audiences })
    }

    /// The decisions of a scope, the oldest first.
    pub(super) fn decision_rows(&self, scope: Scope) -> Result<Vec<DecisionRow>, Fault> {
        let sql =
            format!("SELECT d.id FROM decision d WHERE d.account IN {IN_SCOPE} ORDER BY d.decided_on, d.id");
        let decisions: Vec<Decision> = self.entities(&sql, [scope])?;
        let mut told = self.tellings(scope)?;
        let away = self.away(&format!("d.account IN {IN_SCOPE}"), scope)?;
        let row = |decision: Decision| {
            let told = told.remove(&decision.head.id).unwrap_or_default();
            row_of(decision, &told, &away)
        };
        Ok(decisions.into_iter().map(row).collect())
    }

    /// One decision with whom it concerns; `None` where it is gone.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn decision_row(&self, id: Id) -> Result<Option<DecisionRow>, Fault> {
        let Some(decision) = self.one::<Decision>(Kind::Decision, id)? else { return Ok(None) };
        let ids = "SELECT id FROM telling WHERE decision = ?1 ORDER BY day, id";
        let told: Vec<Telling> = self.entities(ids, [id])?;
        let away = self.away("d.id = ?1", Some(id))?;
        Ok(Some(row_of(decision, &told, &away)))
    }

    /// Of the decisions for which the condition holds, those of theirs who need not be told any more, and why.
    fn away(&self, of: &str, value: Option<Id>) -> Result<HashMap<(Id, Id), Away>, Fault> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT d.id, p.person, {LEFT} AS gone FROM decision d JOIN decision_people p ON p.decision = d.id
             WHERE {of} AND (gone OR {QUIET})"
        ))?;
        let rows = statement.query_map([value], |r| {
            let why = if r.get(2)? { Away::Left } else { Away::Quiet };
            Ok(((r.get(0)?, r.get(1)?), why))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Who has been told, by decision.
    fn tellings(&self, scope: Scope) -> Result<HashMap<Id, Vec<Telling>>, Fault> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT t.id, t.decision, t.person, t.colleague, t.day FROM decision d CROSS JOIN telling t ON t.decision = d.id
             WHERE d.account IN {IN_SCOPE} ORDER BY t.day, t.id"
        ))?;
        let mut told: HashMap<Id, Vec<Telling>> = HashMap::new();
        let mut rows = statement.query([scope])?;
        while let Some(r) = rows.next()? {
            let link = |column| r.get::<_, Option<Id>>(column).map(|id| id.map(Link));
            let telling = Telling {
                head: Head { id: r.get(0)?, ..Head::default() },
                decision: link(1)?,
                person: link(2)?,
                colleague: link(3)?,
                day: day(r, 4)?,
                ..Telling::default()
            };
            told.entry(r.get(1)?).or_default().push(telling);
        }
        Ok(told)
    }

    /// Decisions of the last months of which somebody has not been told, of all accounts; who has left or asked not to be
    /// contacted waits for nothing.
    pub(super) fn untold(&self, today: NaiveDate) -> Result<Vec<Untold>, Fault> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT d.id, d.account, d.name, d.decided_on,
                (SELECT count(*) FROM decision_people p WHERE p.decision = d.id AND NOT EXISTS
                    (SELECT 1 FROM telling t WHERE t.decision = d.id AND t.person = p.person)
                    AND NOT ({LEFT}) AND NOT {QUIET})
                + (SELECT count(*) FROM decision_colleagues c WHERE c.decision = d.id AND NOT EXISTS
                    (SELECT 1 FROM telling t WHERE t.decision = d.id AND t.colleague = c.colleague)) AS open
             FROM decision d WHERE d.decided_on >= ?1 ORDER BY d.decided_on, d.id"
        ))?;
        let rows = statement.query_map([plus_days(today, -IN_SIGHT).to_string()], |r| {
            Ok(Untold {
                id: r.get(0)?,
                account: r.get(1)?,
                name: r.get(2)?,
                decided_on: day(r, 3)?.unwrap_or(today),
                people: usize::try_from(r.get::<_, i64>(4)?).unwrap_or(0),
            })
        })?;
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        Ok(rows.into_iter().filter(|u| u.people > 0).collect())
    }
}

/// A decision with everybody whom it concerns, and why some of them need not be told any more.
fn row_of(decision: Decision, told: &[Telling], away: &HashMap<(Id, Id), Away>) -> DecisionRow {
    let mut hearers = hearers(&decision, told);
    for hearer in hearers.iter_mut().filter(|h| h.who.0 == Kind::Person) {
        hearer.away = away.get(&(decision.head.id, hearer.who.1)).copied();
    }
    DecisionRow { decision, hearers }
}

/// Whom decisions at an account usually concern: its key players and its team.
pub(in crate::store) fn audience(
    conn: &Connection,
    account: Id,
    today: NaiveDate,
) -> Result<Vec<(Kind, Id)>, Fault> {
    let mut who: Vec<(Kind, Id)> =
        key_players(conn, account)?.into_iter().map(|id| (Kind::Person, id)).collect();
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT colleague FROM assignment
         WHERE account = ?1 AND ifnull(since, '') <= ?2 AND (until IS NULL OR until >= ?2) ORDER BY colleague",
    )?;
    let team = statement.query_map(params![account, today.to_string()], |r| r.get(0))?;
    for id in team {
        who.push((Kind::Colleague, id?));
    }
    Ok(who)
}
