//! Who will sit there, and what moves them.
use std::cmp::Reverse;

use chrono::NaiveDate;

use super::super::centre::Edge;
use super::super::log::LogRow;
use super::super::people::PersonRow;
use super::super::person::PersonPage;
use crate::domain::Id;
use crate::domain::cadence::Contact;
use crate::domain::kind::Kind;
use crate::domain::person::Person;
use crate::domain::turn::is_reachable;
use crate::store::Store;
use crate::store::fault::Fault;

/// Somebody in a brief.
#[derive(Debug, Clone, PartialEq)]
pub struct Attendee {
    /// Their place: role, stance, contact.
    pub row: PersonRow,
    /// What they want, what worries them, how they work, what a friend would remember.
    pub person: Person,
    /// Why they stand here.
    pub here: Presence,
}

/// Why somebody stands in a brief.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// They take part in the meeting, or the brief is of them.
    Attends,
    /// They weigh 4 or 5.
    KeyPlayer,
    /// They were not seen in time.
    Overdue,
    /// Nobody weighs more or waits longer: somebody at least is told.
    Known,
    /// The person of the brief reports to them.
    Superior,
    /// They are against the person of the brief, or the reverse.
    Conflict,
    /// They sway the person of the brief.
    Sways,
    /// The person of the brief sways them.
    Swayed,
    /// They report to the person of the brief.
    Reports,
}

impl Presence {
    /// Whether one would speak with them: who stands beside the person of a brief is only told.
    pub const fn sits(self) -> bool {
        match self {
            Self::Attends | Self::KeyPlayer | Self::Overdue | Self::Known => true,
            Self::Superior | Self::Conflict | Self::Sways | Self::Swayed | Self::Reports => false,
        }
    }

    /// Its name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Attends => "attends",
            Self::KeyPlayer => "key_player",
            Self::Overdue => "overdue",
            Self::Known => "known",
            Self::Superior => "superior",
            Self::Conflict => "conflict",
            Self::Sways => "sways",
            Self::Swayed => "swayed",
            Self::Reports => "reports",
        }
    }
}

/// How many key people an account without a meeting has at the most.
const KEY: usize = 8;
/// How many of those around somebody are told.
const AROUND: usize = 5;

impl Store {
    /// Who takes part in a meeting, in the order in which they were invited; at its account, else where they work.
    pub(super) fn attending(
        &self,
        meeting: &LogRow,
        people: &[PersonRow],
        today: NaiveDate,
    ) -> Result<Vec<Attendee>, Fault> {
        let mut who = Vec::new();
        for (id, _) in &meeting.people {
            let mut row = people.iter().find(|p| p.person == *id).cloned();
            if row.is_none() {
                let rows = self.people_of(*id, today)?;
                row = rows.into_iter().min_by_key(|r| r.left_on.is_some());
            }
            if let Some(row) = row {
                who.push(self.attendee(row, Presence::Attends)?);
            }
        }
        Ok(who)
    }

    /// Whom one would see at an account: the key players, then those not seen in time, the weightiest first.
    pub(super) fn key_people(&self, people: &[PersonRow], today: NaiveDate) -> Result<Vec<Attendee>, Fault> {
        let awake = |p: &PersonRow| is_reachable(p.do_not_contact, p.not_before, today);
        let overdue = |p: &PersonRow| matches!(p.contact, Contact::Overdue | Contact::Never) && awake(p);
        let reason = |p: &PersonRow| {
            if p.weight.w >= 4 { Some(Presence::KeyPlayer) } else { overdue(p).then_some(Presence::Overdue) }
        };
        let active = || people.iter().filter(|p| p.is_active());
        let mut found: Vec<_> = active().filter_map(|p| Some((p, reason(p)?))).collect();
        if found.is_empty() {
            found = active().map(|p| (p, Presence::Known)).collect();
        }
        found.sort_by_key(|(p, here)| (*here == Presence::Overdue, Reverse(p.weight.w), p.name.clone()));
        found.into_iter().take(KEY).map(|(p, here)| self.attendee(p.clone(), here)).collect()
    }

    /// A person with whom they report to, who is against them, who sways them, whom they sway, who reports to them.
    pub(super) fn around(
        &self,
        row: PersonRow,
        of: &PersonPage,
        people: &[PersonRow],
        edges: &[Edge],
    ) -> Result<Vec<Attendee>, Fault> {
        let mut near: Vec<(Id, Presence)> = Vec::new();
        near.extend(of.reports_to.iter().map(|(id, _)| (*id, Presence::Superior)));
        near.extend(tied(row.person, edges));
        near.extend(of.reports.iter().map(|(id, _)| (*id, Presence::Reports)));
        let mut who = vec![Attendee { row, person: of.person.clone(), here: Presence::Attends }];
        for (id, here) in near {
            let known = who.iter().any(|a| a.row.person == id) || who.len() > AROUND;
            if let Some(row) = people.iter().find(|p| p.person == id && p.is_active() && !known) {
                who.push(self.attendee(row.clone(), here)?);
            }
        }
        Ok(who)
    }

    fn attendee(&self, row: PersonRow, here: Presence) -> Result<Attendee, Fault> {
        let person = self.person_record(row.person)?;
        Ok(Attendee { row, person, here })
    }

    fn person_record(&self, id: Id) -> Result<Person, Fault> {
        let missing = Fault::Missing { kind: Kind::Person, id };
        let record = self.record(Kind::Person, id)?;
        record.any().downcast_ref::<Person>().cloned().ok_or(missing)
    }
}

/// Who is tied to a person: conflicts first, then the strongest ties.
fn tied(person: Id, edges: &[Edge]) -> Vec<(Id, Presence)> {
    let tie = |edge: &Edge| match (edge.tie.strength(), edge.person == person, edge.sways == person) {
        (_, false, false) => None,
        (None, true, _) => Some((edge.sways, Presence::Conflict, 0)),
        (None, false, true) => Some((edge.person, Presence::Conflict, 0)),
        (Some(strength), false, true) => Some((edge.person, Presence::Sways, strength)),
        (Some(strength), true, _) => Some((edge.sways, Presence::Swayed, strength)),
    };
    let mut ties: Vec<_> = edges.iter().filter_map(tie).collect();
    ties.sort_by_key(|(_, here, strength)| (*here != Presence::Conflict, Reverse(*strength)));
    ties.into_iter().map(|(id, here, _)| (id, here)).collect()
}
