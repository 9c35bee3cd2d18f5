//! One screen before a meeting: who will sit there, what moves them, what is owed, said, changed, not known, and what to ask.
//! Composed from the pages of the account and of the person.
mod ask;
mod change;
mod near;
mod past;
mod who;

use chrono::NaiveDate;

use super::account::{AccountPage, PromiseRow};
use super::centre::Edge;
use super::decisions::DecisionRow;
use super::log::{Filter, LogQuery, LogRow};
use super::people::PersonRow;
use super::person::PersonPage;
use crate::domain::Id;
use crate::domain::choice::{Channel, Tie};
use crate::domain::day::days_between;
use crate::domain::insight::Rival;
use crate::domain::kind::Kind;
use crate::domain::market::Perk;
use crate::domain::questions::{Gap, Question, gaps, questions};
use crate::store::Store;
use crate::store::fault::Fault;
pub use change::{Change, Changed};
pub use who::{Attendee, Presence};

/// Of what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BriefOf {
    /// An account: its next planned meeting, if it is near.
    Account(Id),
    /// A person, at the account of that membership if it is given.
    Person(Id, Option<Id>),
    /// A planned meeting.
    Meeting(Id),
}

/// A brief. What the people told in confidence stands in it: it is for the eyes of the KAM.
#[derive(Debug, Clone, PartialEq)]
pub struct Brief {
    /// Of what.
    pub of: BriefOf,
    /// The page of the account, if it is of one.
    pub page: Option<AccountPage>,
    /// The planned meeting that it prepares.
    pub meeting: Option<LogRow>,
    /// Who will sit there; without a meeting the key players and those not seen in time. All of them.
    pub who: Vec<Attendee>,
    /// The last conversations held with them, notes apart, the newest first.
    pub talks: Vec<LogRow>,
    /// Open promises of both sides, those of who will sit there first.
    pub promises: Vec<PromiseRow>,
    /// The last conversation with them: what changed is counted from there.
    pub since: Option<NaiveDate>,
    /// Who of them are against each other, by name.
    pub conflicts: Vec<[(Id, String); 2]>,
    /// What changed since then.
    pub changes: Vec<Changed>,
    /// Decisions at the account of which somebody has not been told, first those that somebody who sits there does not know.
    pub untold: Vec<DecisionRow>,
    /// Of a time that was chosen, the decisions of it at the account.
    pub decided: Vec<DecisionRow>,
    /// What competitors have at the account with a contract that ends within 180 days, the nearest first.
    pub rivals: Vec<Rival>,
    /// What is given to the account alone and ends within 90 days, the nearest first.
    pub care: Vec<Perk>,
    /// What is not known.
    pub gaps: Vec<Gap>,
    /// What is worth asking, three at the most.
    pub questions: Vec<Question>,
}

/// How many conversations are told.
const TALKS: usize = 3;
/// A meeting so many days ahead is the one that the brief of an account prepares.
const AHEAD: i64 = 14;

/// What a brief begins with: whose it is, before what changed and what to ask is known.
struct Begun {
    page: Option<AccountPage>,
    meeting: Option<LogRow>,
    who: Vec<Attendee>,
    talks: Vec<LogRow>,
    promises: Vec<PromiseRow>,
    edges: Vec<Edge>,
}

impl Begun {
    /// Of who will sit there, who are against each other.
    fn conflicts(&self) -> Vec<[(Id, String); 2]> {
        let there = |id: Id| {
            let here = self.who.iter().find(|a| a.row.person == id && a.here.sits());
            here.map(|a| (id, a.row.name.clone()))
        };
        let against = self.edges.iter().filter(|e| e.tie == Tie::Conflict);
        against.filter_map(|e| Some([there(e.person)?, there(e.sways)?])).collect()
    }
}

impl Store {
    /// The brief of an account, a person or a planned meeting.
    ///
    /// # Errors
    /// [`Fault::Missing`], and faults of the file.
    pub fn brief(&self, of: BriefOf, today: NaiveDate) -> Result<Brief, Fault> {
        let begun = match of {
            BriefOf::Account(id) => self.of_account(id, today)?,
            BriefOf::Person(id, membership) => self.of_person(id, membership, today)?,
            BriefOf::Meeting(id) => self.of_meeting(id, today)?,
        };
        let since = last_with(&begun.who, of).or_else(|| begun.page.as_ref().and_then(|p| p.last));
        let changes = match (&begun.page, since) {
            (Some(page), Some(since)) => self.changes(page, since, today)?,
            (Some(_) | None, _) => Vec::new(),
        };
        let inputs = ask::inputs(&begun, today);
        let gaps = gaps(&inputs, today);
        // Whoever asked not to be contacted is asked nothing.
        let silent =
            matches!(of, BriefOf::Person(..)) && begun.who.first().is_some_and(|a| a.row.do_not_contact);
        let questions = if silent { Vec::new() } else { questions(&inputs, today) };
        let conflicts = begun.conflicts();
        let untold = self.untold_at(begun.page.as_ref(), &begun.who, today)?;
        let (rivals, care) = self.ending_at(begun.page.as_ref(), today)?;
        let Begun { page, meeting, who, talks, promises, .. } = begun;
        Ok(Brief {
            of,
            page,
            meeting,
            who,
            talks,
            promises,
            since,
            conflicts,
            changes,
            untold,
            decided: Vec::new(),
            rivals,
            care,
            gaps,
            questions,
        })
    }

    fn of_account(&self, id: Id, today: NaiveDate) -> Result<Begun, Fault> {
        let page = self.account_page(id, today)?;
        // What is planned comes with the farthest first.
        let next = page.log.iter().rev().find(|row| is_near(row, today)).cloned();
        let who = match &next {
            Some(meeting) if !meeting.people.is_empty() => self.attending(meeting, &page.people, today)?,
            Some(_) | None => self.key_people(&page.people, today)?,
        };
        let talks = said(&page.log);
        let promises = open(&page.promises, &who);
        let edges = self.edges_at(Some(&page))?;
        Ok(Begun { page: Some(page), meeting: next, who, talks, promises, edges })
    }

    fn of_person(&self, id: Id, membership: Option<Id>, today: NaiveDate) -> Result<Begun, Fault> {
        let rows = self.people_of(id, today)?;
        let place = |row: &&PersonRow| membership.is_some() && row.membership == membership;
        let here = |row: &&PersonRow| row.left_on.is_none();
        let row = rows.iter().find(place).or_else(|| rows.iter().find(here)).or_else(|| rows.first());
        let row = row.cloned().ok_or(Fault::Missing { kind: Kind::Person, id })?;
        let of: PersonPage = self.person_page(id, row.membership, today)?;
        let page = row.account.map(|a| self.account_page(a, today)).transpose()?;
        let next = of.log.iter().find(|talk| is_near(talk, today)).cloned();
        let talks = said(&of.log);
        let people = page.as_ref().map_or(&[][..], |p| &p.people);
        let edges = self.edges_at(page.as_ref())?;
        let who = self.around(row, &of, people, &edges)?;
        let promises = open(&of.promises, &[]);
        Ok(Begun { page, meeting: next, who, talks, promises, edges })
    }

    fn of_meeting(&self, id: Id, today: NaiveDate) -> Result<Begun, Fault> {
        let meeting = self.log_row(id)?;
        let account = match &meeting.account {
            Some((account, _)) => Some(*account),
            None => self.account_of_first(&meeting, today)?,
        };
        let page = account.map(|a| self.account_page(a, today)).transpose()?;
        let people = page.as_ref().map_or(&[][..], |p| &p.people);
        let who = self.attending(&meeting, people, today)?;
        let with: Vec<Id> = who.iter().map(|a| a.row.person).collect();
        let mut talks = if with.is_empty() { Vec::new() } else { self.talks_with(&with)? };
        let mut promises = Vec::new();
        if let Some(page) = &page {
            promises = open(&page.promises, &who);
            if talks.is_empty() {
                talks = said(&page.log);
            }
        } else {
            for person in with {
                promises.extend(open(&self.promises_with(person)?, &who));
            }
        }
        let edges = self.edges_at(page.as_ref())?;
        Ok(Begun { page, meeting: Some(meeting), who, talks, promises, edges })
    }

    /// The decisions at the account of which somebody has not been told.
    fn untold_at(
        &self,
        page: Option<&AccountPage>,
        who: &[Attendee],
        today: NaiveDate,
    ) -> Result<Vec<DecisionRow>, Fault> {
        let Some(page) = page else { return Ok(Vec::new()) };
        let mut rows = self.decision_rows(Some(page.account.head.id))?;
        rows.retain(|row| row.waiting(today).is_some());
        let sits = |one: (Kind, Id)| who.iter().any(|a| (Kind::Person, a.row.person) == one && a.here.sits());
        rows.sort_by_key(|row| (!row.untold(None).any(sits), row.decision.decided_on));
        Ok(rows)
    }

    /// Who sways whom at the account, if there is one.
    fn edges_at(&self, page: Option<&AccountPage>) -> Result<Vec<Edge>, Fault> {
        match page {
            Some(page) => self.edges(Some(page.account.head.id)),
            None => Ok(Vec::new()),
        }
    }

    /// The account at which the first of the participants works.
    fn account_of_first(&self, meeting: &LogRow, today: NaiveDate) -> Result<Option<Id>, Fault> {
        for (person, _) in &meeting.people {
            let rows = self.people_of(*person, today)?;
            if let Some(account) = rows.iter().filter(|r| r.left_on.is_none()).find_map(|r| r.account) {
                return Ok(Some(account));
            }
        }
        Ok(None)
    }

    /// The last conversations held with any of them.
    fn talks_with(&self, people: &[Id]) -> Result<Vec<LogRow>, Fault> {
        let filter = Filter { with: people.to_vec(), planned: Some(false), ..Filter::default() };
        let page = self.log(&LogQuery { filter, limit: 4 * TALKS, ..LogQuery::default() })?;
        Ok(said(&page.rows))
    }
}

/// The last day on which we spoke with one of those who will sit there; of an account any conversation counts.
fn last_with(who: &[Attendee], of: BriefOf) -> Option<NaiveDate> {
    match of {
        BriefOf::Account(_) => None,
        BriefOf::Person(..) => who.first().and_then(|a| a.row.last),
        BriefOf::Meeting(_) => who.iter().filter_map(|a| a.row.last).max(),
    }
}

/// Whether it is planned for today or the next two weeks.
fn is_near(row: &LogRow, today: NaiveDate) -> bool {
    row.planned && (0..=AHEAD).contains(&days_between(today, row.day))
}

/// The newest of those held, without what one wrote for oneself.
fn said(log: &[LogRow]) -> Vec<LogRow> {
    log.iter().filter(|row| !row.planned && row.channel != Channel::Note).take(TALKS).cloned().collect()
}

/// Those that are open, those with somebody who will sit there first.
fn open(promises: &[PromiseRow], who: &[Attendee]) -> Vec<PromiseRow> {
    let mut open: Vec<PromiseRow> = promises.iter().filter(|p| p.done_on.is_none()).cloned().collect();
    let there = |p: &PromiseRow| {
        let other = p.counterpart.as_ref().map(|c| c.0);
        who.iter().any(|a| Some(a.row.person) == other && a.here.sits())
    };
    open.sort_by_key(|p| !there(p));
    open
}
