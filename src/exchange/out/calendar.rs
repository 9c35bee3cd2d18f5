//! What has a day, as iCalendar (RFC 5545): promises, milestones, birthdays, contracts, planned conversations.
//!
//! Every event is known by the record it is of, so that a calendar that reads the file again moves its events and doubles none. Times
//! float: ten o'clock is ten o'clock where the calendar is opened. Whoever is named in an event is no attendee of it, so that no
//! calendar sends an invitation.
mod event;

use std::io::Write;

use chrono::NaiveDate;

use self::event::{Event, When};
use super::lines::Lines;
use crate::domain::Id;
use crate::domain::choice::{Channel, Choice, Side};
use crate::domain::commitment::Commitment;
use crate::domain::field::{Link, Record};
use crate::domain::interaction::Interaction;
use crate::domain::kind::Kind;
use crate::domain::opportunity::Contract;
use crate::domain::person::Person;
use crate::domain::plan::Milestone;
use crate::exchange::file::Stopped;
use crate::lang::value::Context;
use crate::lang::{choice, day};
use crate::store::Store;

/// How many records are read at a time.
const PAGE: usize = 500;

/// The kinds of record that have a day to be put into a calendar.
const KINDS: [Kind; 5] = [Kind::Commitment, Kind::Milestone, Kind::Person, Kind::Contract, Kind::Interaction];

/// The fields that an event holds, and in which property: what a calendar moved comes back.
pub const FIELDS: &[(Kind, &str, &str)] = &[
    (Kind::Commitment, "due", "DTSTART"),
    (Kind::Milestone, "due", "DTSTART"),
    (Kind::Person, "birthday", "DTSTART"),
    (Kind::Contract, "ends_on", "DTSTART"),
    (Kind::Contract, "notice_days", "DTSTART"),
    (Kind::Interaction, "day", "DTSTART"),
    (Kind::Interaction, "time", "DTSTART"),
    (Kind::Interaction, "minutes", "DTEND"),
];

/// What an event is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A promise is due.
    Due,
    /// A milestone is due.
    Milestone,
    /// Somebody's birthday, every year.
    Birthday,
    /// A contract ends.
    End,
    /// The last day to give notice.
    Notice,
    /// A conversation is planned.
    Planned,
}

impl What {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Due, Self::Milestone, Self::Birthday, Self::End, Self::Notice, Self::Planned];

    /// Its word in the UID of an event.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Milestone => "milestone",
            Self::Birthday => "birthday",
            Self::End => "end",
            Self::Notice => "notice",
            Self::Planned => "planned",
        }
    }

    /// The kind of record that it is about.
    pub const fn kind(self) -> Kind {
        match self {
            Self::Due => Kind::Commitment,
            Self::Milestone => Kind::Milestone,
            Self::Birthday => Kind::Person,
            Self::End | Self::Notice => Kind::Contract,
            Self::Planned => Kind::Interaction,
        }
    }

    /// The UID of the event of a record.
    pub fn uid(self, uid: &str) -> String {
        format!("{uid}-{}@cartera", self.name())
    }

    /// What the UID of an event says: which event of the record with which uid; `None` for a UID that is none of ours.
    pub fn of_uid(uid: &str) -> Option<(Self, &str)> {
        let (uid, name) = uid.trim().strip_suffix("@cartera")?.rsplit_once('-')?;
        Self::ALL.into_iter().find(|what| what.name() == name).map(|what| (what, uid))
    }
}

/// Writes the calendar of all accounts, or of one, and says how many events it has: what is still open or ahead on the day of `cx`.
///
/// # Errors
/// Faults of the book, and of what is written to.
pub fn write(
    store: &Store,
    account: Option<Id>,
    cx: &Context<'_>,
    out: &mut dyn Write,
) -> Result<usize, Stopped> {
    let mut head = Lines::default();
    head.put("BEGIN", "VCALENDAR");
    head.put("VERSION", "2.0");
    head.put("PRODID", super::cards::PRODUCT);
    head.put("CALSCALE", "GREGORIAN");
    head.put("METHOD", "PUBLISH");
    head.text("X-WR-CALNAME", "cartera");
    out.write_all(head.into_text().as_bytes())?;
    let mut count = 0;
    for kind in KINDS {
        let mut after = 0;
        loop {
            let page = store.records(kind, after, PAGE)?;
            let Some(last) = page.last() else { break };
            after = last.head().id;
            for record in page.iter().filter(|r| account.is_none_or(|a| is_of(r.as_ref(), a, cx))) {
                for event in events(record.as_ref(), cx) {
                    out.write_all(event.lines(cx.today).as_bytes())?;
                    count += 1;
                }
            }
        }
    }
    let mut tail = Lines::default();
    tail.put("END", "VCALENDAR");
    out.write_all(tail.into_text().as_bytes())?;
    Ok(count)
}

/// Whether a record is of an account.
fn is_of(record: &dyn Record, account: Id, cx: &Context<'_>) -> bool {
    let of_name = |kind, id| cx.directory.get(kind, id).is_some_and(|n| n.accounts.contains(&account));
    match record.kind() {
        Kind::Person | Kind::Milestone => of_name(record.kind(), record.head().id),
        _ => record.get("account") == crate::domain::value::Value::Link(account),
    }
}

/// The events of a record.
fn events(record: &dyn Record, cx: &Context<'_>) -> Vec<Event> {
    let any = record.any();
    let mut events = Vec::new();
    events.extend(any.downcast_ref().and_then(|c| of_promise(c, cx)));
    events.extend(any.downcast_ref().and_then(|m| of_milestone(m, cx)));
    events.extend(any.downcast_ref().and_then(|p| of_birthday(p, cx)));
    events.extend(any.downcast_ref().and_then(|i| of_talk(i, cx)));
    if let Some(contract) = any.downcast_ref::<Contract>() {
        events.extend(of_contract(contract, cx));
    }
    events
}

/// `Arce · what`; without an account only what.
fn at(account: Option<Id>, what: String, cx: &Context<'_>) -> String {
    let Some(id) = account else { return what };
    let account = cx.directory.name(Kind::Account, id);
    cx.words.with("out-event-at", &[("account", &account), ("what", &what)])
}

fn number(link: Option<Link>) -> Option<Id> {
    link.map(|Link(id)| id)
}

fn of_promise(promise: &Commitment, cx: &Context<'_>) -> Option<Event> {
    let due = promise.due.filter(|_| promise.done_on.is_none())?;
    let side = promise.side.unwrap_or(Side::Ours);
    let words = |key: &str, arg: &str, value: &str| cx.words.with(key, &[(arg, value)]);
    let what = words(&format!("out-event-{}", side.name()), "text", &promise.text);
    let person = number(promise.counterpart).map(|id| cx.directory.name(Kind::Person, id));
    let owner = number(promise.owner).map(|id| cx.directory.name(Kind::Colleague, id));
    let notes = [
        person.map(|p| words("out-event-with", "people", &p)),
        owner.map(|o| words("out-event-owner", "owner", &o)),
    ];
    Some(Event {
        summary: at(number(promise.account), what, cx),
        description: notes.into_iter().flatten().collect::<Vec<_>>().join("\n"),
        ..Event::of(&promise.head, What::Due, When::Day(due))
    })
}

fn of_milestone(milestone: &Milestone, cx: &Context<'_>) -> Option<Event> {
    let due = milestone.due.filter(|_| milestone.done_on.is_none())?;
    let name = cx.directory.get(Kind::Milestone, milestone.head.id);
    let account = name.and_then(|n| n.accounts.first().copied());
    let what = cx.words.with("out-event-milestone", &[("name", &milestone.name)]);
    let initiative = number(milestone.initiative).map(|id| cx.directory.name(Kind::Initiative, id));
    Some(Event {
        summary: at(account, what, cx),
        description: initiative.unwrap_or_default(),
        ..Event::of(&milestone.head, What::Milestone, When::Day(due))
    })
}

/// Of everybody who may be congratulated.
fn of_birthday(person: &Person, cx: &Context<'_>) -> Option<Event> {
    let born = person.birthday.filter(|_| !person.placeholder)?;
    let account = cx.directory.get(Kind::Person, person.head.id).and_then(|n| n.accounts.first().copied());
    let what = cx.words.with("out-event-birthday", &[("name", &person.name)]);
    Some(Event {
        summary: at(account, what, cx),
        ..Event::of(&person.head, What::Birthday, When::EveryYear(born))
    })
}

/// Its end and the last day for a notice, as far as they are ahead.
fn of_contract(contract: &Contract, cx: &Context<'_>) -> Vec<Event> {
    let Some(ends) = contract.ends_on.filter(|end| *end >= cx.today) else { return Vec::new() };
    let event = |what: What, key: &str, on: NaiveDate| {
        let words = cx.words.with(key, &[("name", &contract.name)]);
        let ends = ("ends", day::show(ends, cx.words));
        let key = if contract.renews { "out-event-renews" } else { "out-event-ends" };
        Event {
            summary: at(number(contract.account), words, cx),
            description: cx.words.with(key, &[(ends.0, &ends.1)]),
            ends: contract.ends_on.filter(|_| what == What::Notice),
            ..Event::of(&contract.head, what, When::Day(on))
        }
    };
    let notice = contract.notice_by().filter(|by| *by >= cx.today);
    let notice = notice.map(|by| event(What::Notice, "out-event-notice", by));
    notice.into_iter().chain([event(What::End, "out-event-end", ends)]).collect()
}

/// What is planned here; what came from a calendar stands in that one already.
fn of_talk(talk: &Interaction, cx: &Context<'_>) -> Option<Event> {
    let on = talk.day.filter(|day| (talk.planned || *day > cx.today) && *day >= cx.today)?;
    if !talk.source.is_empty() {
        return None;
    }
    let channel = choice::show(Channel::SET, talk.channel.unwrap_or(Channel::Meeting).name(), cx.words);
    let people = talk.people.iter().map(|Link(id)| cx.directory.name(Kind::Person, *id));
    let people = people.collect::<Vec<_>>().join(", ");
    let with =
        if people.is_empty() { None } else { Some(cx.words.with("out-event-with", &[("people", &people)])) };
    let what = match talk.text.lines().next().filter(|l| !l.trim().is_empty()) {
        Some(first) => format!("{channel}: {first}"),
        None if people.is_empty() => channel,
        None => format!("{channel}: {people}"),
    };
    let text = Some(talk.text.clone()).filter(|t| !t.is_empty());
    Some(Event {
        summary: at(number(talk.account), what, cx),
        description: with.into_iter().chain(text).collect::<Vec<_>>().join("\n"),
        ..Event::of(
            &talk.head,
            What::Planned,
            talk.time.map_or(When::Day(on), |t| When::At(on.and_time(t), talk.minutes)),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_knows_its_record_and_no_other_calendar_has_its_name() {
        for what in What::ALL {
            assert_eq!(What::of_uid(&what.uid("0193-ab")), Some((what, "0193-ab")));
        }
        assert_eq!(What::of_uid("0193-due@google.com"), None);
        assert_eq!(What::of_uid("0193-party@cartera"), None);
    }

    #[test]
    fn every_field_of_an_event_is_one_of_its_kind() {
        for (kind, field, _) in FIELDS {
            assert!(kind.specs().iter().any(|s| s.name == *field), "{}.{field}", kind.name());
        }
    }
}
