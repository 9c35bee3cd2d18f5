//! What stands on the days of this week and the next.
use chrono::{NaiveDate, NaiveTime};

use crate::domain::Id;
use crate::domain::choice::{Channel, Side};
use crate::domain::day::{monday, next_anniversary, plus_days};
use crate::domain::kind::Kind;
use crate::domain::needs::{Inputs, Planned};
use crate::domain::opportunity::Deadline;

/// Something on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekItem {
    /// The day.
    pub day: NaiveDate,
    /// At what time, of a planned conversation that has one.
    pub time: Option<NaiveTime>,
    /// What it is.
    pub what: WeekKind,
    /// How, of a planned conversation.
    pub channel: Option<Channel>,
    /// Its record.
    pub subject: (Kind, Id),
    /// The client.
    pub account: Option<Id>,
    /// With whom, who owes it or to whom it is owed, whose birthday.
    pub person: Option<Id>,
    /// What is promised or planned; empty where the person says it all.
    pub title: String,
}

/// What stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WeekKind {
    /// A planned interaction.
    Planned,
    /// A promise of ours is due.
    Ours,
    /// A promise of theirs is due.
    Theirs,
    /// The last day to give notice of a contract.
    Notice,
    /// A contract ends.
    End,
    /// The last day of what is given to a client alone.
    Care,
    /// A milestone of a plan is due.
    Milestone,
    /// A problem is to be solved.
    Problem,
    /// A birthday.
    Birthday,
}

/// The days from this week's Monday, two weeks.
pub(super) fn week(mine: &Inputs, today: NaiveDate) -> Vec<WeekItem> {
    let from = monday(today);
    let until = plus_days(from, 14);
    let mut items: Vec<WeekItem> = mine.planned.iter().map(planned).collect();
    for p in &mine.promises {
        let what = match p.side {
            Side::Ours => WeekKind::Ours,
            Side::Theirs => WeekKind::Theirs,
        };
        items.extend(p.due.map(|day| WeekItem {
            account: p.account,
            person: p.counterpart,
            title: p.text.clone(),
            ..item(day, what, (Kind::Commitment, p.id))
        }));
    }
    for p in &mine.problems {
        let due = p.due.map(|day| item(day, WeekKind::Problem, (Kind::Problem, p.id)));
        items.extend(due.map(|i| WeekItem { account: Some(p.account), title: p.name.clone(), ..i }));
    }
    for c in &mine.contracts {
        let days = c.term.days().map(|deadline| match deadline {
            Deadline::Notice(day) => (day, WeekKind::Notice),
            Deadline::End(day) => (day, WeekKind::End),
        });
        items.extend(days.map(|(day, what)| WeekItem {
            account: Some(c.account),
            title: c.name.clone(),
            ..item(day, what, (Kind::Contract, c.id))
        }));
    }
    items.extend(mine.care.iter().map(|c| WeekItem {
        account: Some(c.account),
        title: c.name.clone(),
        ..item(c.ends, WeekKind::Care, (Kind::Perk, c.id))
    }));
    items.extend(mine.milestones.iter().map(|m| WeekItem {
        account: Some(m.account),
        title: m.name.clone(),
        ..item(m.due, WeekKind::Milestone, (Kind::Milestone, m.id))
    }));
    for p in mine.people.iter().filter(|p| !p.do_not_contact) {
        let Some(day) = p.birthday.map(|b| next_anniversary(b, from)) else { continue };
        let birthday = item(day, WeekKind::Birthday, (Kind::Person, p.person));
        items.push(WeekItem { account: Some(p.account), person: Some(p.person), ..birthday });
    }
    items.retain(|i| i.day >= from && i.day < until);
    items.sort_by_key(|i| (i.day, i.what, i.time, i.subject));
    items.dedup_by_key(|i| (i.day, i.what, i.subject));
    items
}

fn planned(p: &Planned) -> WeekItem {
    WeekItem {
        time: p.time,
        channel: p.channel,
        account: p.account,
        person: p.person,
        title: p.title.clone(),
        ..item(p.day, WeekKind::Planned, (Kind::Interaction, p.id))
    }
}

const fn item(day: NaiveDate, what: WeekKind, subject: (Kind, Id)) -> WeekItem {
    WeekItem {
        day,
        time: None,
        what,
        channel: None,
        subject,
        account: None,
        person: None,
        title: String::new(),
    }
}
