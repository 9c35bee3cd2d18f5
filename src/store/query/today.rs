//! What needs the KAM, the accounts at a glance, the week, and what changed since last time.
mod card;
pub mod face;
mod figures;
mod judged;
pub mod moved;
pub mod week;

pub use card::Card;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};
use rusqlite::params;

use super::{Scope, day};
use crate::domain::Id;
use crate::domain::choice::{Channel, Choice, Side};
use crate::domain::day::{days_between, monday, plus_days};
use crate::domain::kind::Kind;
use crate::domain::needs::{Cause, Inputs, Need, OpenPromise, Planned, rank, urgent};
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::journal::Entry;
use crate::store::query::health::AccountHealth;
use crate::store::query::people::PersonRow;
use crate::store::query::scorecard::Indicator;
use face::{Face, faces, no_role};
pub(in crate::store) use judged::Kept;
use moved::Moved;
use week::{WeekItem, week};

/// The Today lens.
#[derive(Debug, Clone, PartialEq)]
pub struct Today {
    /// The queue of the scope.
    pub needs: Vec<Need>,
    /// Bands 1 and 2 over all accounts: what the frame shows.
    pub urgent: usize,
    /// One card per key account of the scope (or the one account of the scope).
    pub cards: Vec<Card>,
    /// The days from this week's Monday, two weeks.
    pub week: Vec<WeekItem>,
    /// The indicators of the scope as they stand; `All` means the key accounts and the portfolio.
    pub indicators: Arc<[Indicator]>,
    /// The health of each account that has a card.
    pub healths: Arc<[AccountHealth]>,
    /// What changed since the user last left the program.
    pub since: Since,
    /// What is known of the people of the queue, and of those without a role.
    pub faces: Vec<Face>,
    /// People of the scope whose role is not known, those spoken to last first.
    pub no_role: Vec<Id>,
    /// How many accounts, people and interactions there are: what an empty screen says depends on it.
    pub counts: Counts,
}

/// How much is in the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// All accounts.
    pub accounts: usize,
    /// Key accounts.
    pub keys: usize,
    /// All people.
    pub people: usize,
    /// Whether anything was ever logged.
    pub logged: bool,
}

/// What changed since the user last left the program.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Since {
    /// When that was.
    pub day: Option<NaiveDate>,
    /// Acts written since, newest first.
    pub acts: Vec<Entry>,
    /// Of acts that were about one record: which, by the number of the act.
    pub about: HashMap<Id, (Kind, Id)>,
    /// Rows of the queue that became late since then.
    pub newly: Vec<Need>,
    /// What is not what it was: healths, indicators, figures.
    pub moved: Vec<Moved>,
}

/// How many acts *Since last time* names at most.
const ACTS: usize = 20;

impl Store {
    /// The Today lens of a scope; all means the key accounts and what has no account.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn today(&self, scope: Scope, today: NaiveDate) -> Result<Today, Fault> {
        let accounts = self.accounts_of_today(scope)?;
        let keys = self.accounts_of_today(None)?;
        // As long as no account is marked as key, all of them are looked after.
        let unmarked = scope.is_none() && keys.is_empty();
        let people =
            if unmarked { self.people_briefly(None, today) } else { self.people_of_today(scope, today) }?;
        let judged = self.judged(scope, &keys, &people, today)?;
        let all = Inputs {
            promises: self.open_promises(&people)?,
            people: people.iter().filter_map(PersonRow::contactable).collect(),
            planned: self.planned_until(today, &people)?,
            to_sort: self.to_sort()?,
            indicators: judged.followed,
            problems: self.open_problems()?,
            contracts: self.ending_contracts(today)?,
            decisions: self.untold(today)?,
            care: self.ending_care(today)?,
            milestones: self.open_milestones(today)?,
            reports: self.due_reports(today)?,
            shares: judged.shares,
            muted: self.muted(today)?,
        };
        let ours = |account: Option<Id>| keys.is_empty() || account.is_none_or(|a| keys.contains(&a));
        let in_scope = |account: Option<Id>| scope.map_or_else(|| ours(account), |s| account == Some(s));
        let mut inputs = only(&all, in_scope);
        if scope.is_some() {
            inputs.to_sort = 0;
        }
        let needs = rank(&inputs, today);
        // All accounts of the scope are all that count.
        let urgent = if scope.is_none() { urgent(&needs) } else { urgent(&rank(&only(&all, ours), today)) };
        let cards = accounts.iter().map(|a| self.card(*a, &all, today)).collect::<Result<_, _>>()?;
        let week = week(&inputs, today);
        let since = self.since(scope, &needs, judged.moved, today)?;
        let no_role = no_role(&people, |p| in_scope(Some(p)));
        let faces = faces(&people, &needs, &no_role);
        Ok(Today {
            urgent,
            cards,
            week,
            indicators: judged.indicators,
            healths: judged.healths,
            since,
            faces,
            no_role,
            needs,
            counts: self.counts()?,
        })
    }

    /// The accounts that Today shows: one, or the key accounts in the user's order.
    fn accounts_of_today(&self, scope: Scope) -> Result<Vec<Id>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id FROM account WHERE CASE WHEN ?1 IS NULL THEN tier = 'key' ELSE id = ?1 END
             ORDER BY ifnull(position, 999), id",
        )?;
        let ids = statement.query_map([scope], |r| r.get(0))?.collect::<Result<_, _>>()?;
        Ok(ids)
    }

    fn counts(&self) -> Result<Counts, Fault> {
        let sql = "SELECT (SELECT count(*) FROM account), (SELECT count(*) FROM account WHERE tier = 'key'),
                   (SELECT count(*) FROM person), (SELECT max(id) FROM interaction) IS NOT NULL";
        let row = |r: &rusqlite::Row<'_>| {
            Ok(Counts { accounts: r.get(0)?, keys: r.get(1)?, people: r.get(2)?, logged: r.get(3)? })
        };
        Ok(self.conn.prepare_cached(sql)?.query_row([], row)?)
    }

    fn to_sort(&self) -> Result<usize, Fault> {
        Ok(self
            .conn
            .prepare_cached("SELECT count(*) FROM interaction WHERE to_sort = 1")?
            .query_row([], |r| r.get(0))?)
    }

    fn open_promises(&self, people: &[PersonRow]) -> Result<Vec<OpenPromise>, Fault> {
        let weights = weights(people);
        let mut statement = self.conn.prepare_cached(
            "SELECT id, side, text, due, snoozed_until, account, counterpart FROM commitment WHERE done_on IS NULL ORDER BY due, id",
        )?;
        let rows = statement.query_map([], |r| {
            let counterpart: Option<Id> = r.get(6)?;
            Ok(OpenPromise {
                id: r.get(0)?,
                side: Side::named(&r.get::<_, String>(1)?).unwrap_or(Side::Ours),
                text: r.get(2)?,
                due: day(r, 3)?,
                snoozed_until: day(r, 4)?,
                account: r.get(5)?,
                weight: counterpart.and_then(|p| weights.get(&p).copied()).unwrap_or(0),
                counterpart,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Planned interactions not held, up to two weeks after this week's Monday.
    fn planned_until(&self, today: NaiveDate, people: &[PersonRow]) -> Result<Vec<Planned>, Fault> {
        let weights = weights(people);
        let mut statement = self.conn.prepare_cached(
            "SELECT i.id, i.day, i.account, ifnull(i.text, ''), i.channel, i.time,
                (SELECT group_concat(person) FROM (SELECT person FROM interaction_people WHERE interaction = i.id ORDER BY id))
             FROM interaction i INDEXED BY interaction_planned WHERE i.planned = 1 AND i.day < ?1 ORDER BY i.day, ifnull(i.time, ''), i.id",
        )?;
        let until = plus_days(monday(today), 14).to_string();
        let rows = statement.query_map([until], |r| {
            let people: Option<String> = r.get(6)?;
            let time: Option<String> = r.get(5)?;
            let people: Vec<Id> =
                people.iter().flat_map(|p| p.split(',')).filter_map(|p| p.parse().ok()).collect();
            Ok(Planned {
                id: r.get(0)?,
                day: day(r, 1)?.unwrap_or(today),
                person: people.first().copied(),
                account: r.get(2)?,
                title: r.get(3)?,
                channel: Channel::named(&r.get::<_, String>(4)?),
                time: time.and_then(|t| NaiveTime::parse_from_str(&t, "%H:%M").ok()),
                weight: people.iter().filter_map(|p| weights.get(p).copied()).max().unwrap_or(0),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Day of the account's last held interaction but notes.
    pub(super) fn last_contact(&self, account: Id, today: NaiveDate) -> Result<Option<NaiveDate>, Fault> {
        let sql = "SELECT day FROM interaction WHERE account = ?1 AND day <= ?2 AND planned = 0 AND channel <> 'note'
                   ORDER BY day DESC, ifnull(time, '') DESC, id DESC LIMIT 1";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(params![account, today.to_string()])?;
        Ok(rows.next()?.map(|r| day(r, 0)).transpose()?.flatten())
    }

    fn since(
        &self,
        scope: Scope,
        needs: &[Need],
        moved: Vec<Moved>,
        today: NaiveDate,
    ) -> Result<Since, Fault> {
        let (day, entry) = self.seen(today)?;
        let Some(last) = day else { return Ok(Since::default()) };
        let away = days_between(last, today);
        // What indicators have become is told by what moved; that one is stale is told by nobody else.
        let told = |cause: Cause| cause.of_indicator() && cause != Cause::StaleFigures;
        let late = |n: &&Need| n.late > 0 && n.late <= away && n.cause.band() <= 3 && !told(n.cause);
        let newly = needs.iter().filter(late).cloned().collect();
        let mut acts = self.journal_since(entry, if scope.is_some() { 10 * ACTS } else { ACTS })?;
        if let Some(account) = scope {
            let about = self.acts_about(account, entry)?;
            acts.retain(|act| about.contains(&act.id));
            acts.truncate(ACTS);
        }
        let mut about = HashMap::new();
        for act in &acts {
            about.extend(self.about(act)?.map(|record| (act.id, record)));
        }
        Ok(Since { day, acts, about, newly, moved })
    }
}

impl Store {
    /// The acts after an entry of the journal that changed the account or a record of it.
    fn acts_about(&self, account: Id, after: Id) -> Result<HashSet<Id>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT c.entry FROM change c WHERE c.entry > ?2 AND (
                (c.tbl = 'account' AND c.row = ?1) OR json_extract(ifnull(c.after, c.before), '$.account') = ?1
                OR (c.tbl IN ('actual', 'target') AND json_extract(ifnull(c.after, c.before), '$.kpi')
                    IN (SELECT id FROM kpi WHERE account = ?1))
                OR (c.tbl = 'fact' AND json_extract(ifnull(c.after, c.before), '$.membership')
                    IN (SELECT id FROM membership WHERE account = ?1)))",
        )?;
        let ids = statement.query_map([account, after], |r| r.get(0))?.collect::<Result<_, _>>()?;
        Ok(ids)
    }
}

/// The inputs of the accounts that `keep` takes.
fn only(all: &Inputs, keep: impl Fn(Option<Id>) -> bool) -> Inputs {
    Inputs {
        promises: all.promises.iter().filter(|p| keep(p.account)).cloned().collect(),
        people: all.people.iter().filter(|p| keep(Some(p.account))).cloned().collect(),
        planned: all.planned.iter().filter(|p| keep(p.account)).cloned().collect(),
        to_sort: all.to_sort,
        indicators: all.indicators.iter().filter(|i| keep(i.account)).cloned().collect(),
        problems: all.problems.iter().filter(|p| keep(Some(p.account))).cloned().collect(),
        contracts: all.contracts.iter().filter(|c| keep(Some(c.account))).cloned().collect(),
        decisions: all.decisions.iter().filter(|d| keep(Some(d.account))).cloned().collect(),
        care: all.care.iter().filter(|c| keep(Some(c.account))).cloned().collect(),
        milestones: all.milestones.iter().filter(|m| keep(Some(m.account))).cloned().collect(),
        reports: all.reports.iter().filter(|r| keep(r.account)).cloned().collect(),
        shares: all.shares.clone(),
        muted: all.muted.clone(),
    }
}

fn weights(people: &[PersonRow]) -> HashMap<Id, i64> {
    let mut weights = HashMap::new();
    for p in people {
        let weight = weights.entry(p.person).or_insert(0);
        *weight = p.weight.w.max(*weight);
    }
    weights
}
