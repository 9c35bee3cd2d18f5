//! Writing down a captured line: the interaction, the promises of both sides, what was learned, as one act.
use chrono::NaiveDate;

use super::learn::learn_from;
use super::save::{few, name};
use super::told::decide;
use crate::domain::Id;
use crate::domain::choice::{Channel, Choice, Direction};
use crate::domain::commitment::Commitment;
use crate::domain::entry::Entry;
use crate::domain::explain::Explain;
use crate::domain::field::{Head, Link, Record};
use crate::domain::interaction::Interaction;
use crate::domain::kind::Kind;
use crate::domain::market::Insight;
use crate::domain::problem::Problem;
use crate::domain::value::Value;
use crate::store::fault::Fault;
use crate::store::{Outcome, Store, Tx};

/// Writes the entry; `held` is the planned interaction that it is the report of.
pub(super) fn log(
    store: &mut Store,
    entry: &Entry,
    held: Option<Id>,
    today: NaiveDate,
) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        write(tx, entry, held)?;
        let label = label(tx, entry)?;
        if entry.planned { asked_not(tx, entry, label) } else { Ok(label) }
    })
}

fn write(tx: &Tx<'_>, entry: &Entry, held: Option<Id>) -> Result<(), Fault> {
    let id = held.map_or_else(|| tx.next_id(Kind::Interaction), Ok)?;
    // The interaction comes last: its own insert indexes it once, with people and promises there.
    for promise in &entry.promises {
        let account = entry.account.map(Link);
        let mut commitment = Commitment {
            side: Some(promise.side),
            text: promise.text.clone(),
            account,
            owner: promise.owner.map(Link),
            counterpart: promise.counterpart.or(entry.people.first().copied()).map(Link),
            due: promise.due,
            interaction: Some(Link(id)),
            ..Commitment::default()
        };
        if commitment.text.is_empty() {
            commitment.text.push('…');
        }
        tx.insert(&mut commitment)?;
    }
    for raised in &entry.problems {
        // A problem of a planned meeting is known today, not on its day.
        let opened_on = Some(entry.day.min(tx.today));
        let mut problem = Problem {
            name: raised.name.clone(),
            account: entry.account.map(Link),
            severity: raised.severity.or(Problem::fresh().severity),
            opened_on,
            due: raised.due,
            interaction: Some(Link(id)),
            ..Problem::default()
        };
        tx.insert(&mut problem)?;
    }
    for taken in &entry.decisions {
        decide(tx, entry, taken, id)?;
    }
    for sentence in entry.insights.iter().filter(|sentence| !sentence.is_empty()) {
        tx.insert(&mut insight(tx, entry, sentence, id)?)?;
    }
    for learned in &entry.learned {
        // What is known before a planned meeting was learned today, not on its day.
        let day = entry.day.min(tx.today);
        learn_from(tx, learned.person, learned.what, entry.account, day, id)?;
    }
    let mut interaction = interaction(entry, id);
    match held {
        Some(id) => update(tx, id, &interaction)?,
        None => tx.insert(&mut interaction).map(|_| ())?,
    }
    Ok(())
}

/// What was learned in the conversation, from whom it was held with.
fn insight(tx: &Tx<'_>, entry: &Entry, sentence: &str, id: Id) -> Result<Insight, Fault> {
    let mut names = Vec::new();
    for person in &entry.people {
        names.push(name(tx, Kind::Person, *person)?);
    }
    Ok(Insight {
        name: sentence.lines().collect::<Vec<_>>().join(" "),
        account: entry.account.map(Link),
        day: Some(entry.day.min(tx.today)),
        source: names.join(", "),
        interaction: Some(Link(id)),
        ..Insight::fresh()
    })
}

/// A call without words, today, with each of these people at their account; one act.
pub(super) fn contacted(
    store: &mut Store,
    people: &[(Id, Option<Id>)],
    today: NaiveDate,
) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        for (person, account) in people {
            write(tx, &call(vec![*person], *account, today), None)?;
        }
        let account = people.first().and_then(|p| p.1);
        let all = call(people.iter().map(|p| p.0).collect(), account, today);
        let label = label(tx, &all)?;
        asked_not(tx, &all, label)
    })
}

fn call(people: Vec<Id>, account: Option<Id>, day: NaiveDate) -> Entry {
    Entry {
        channel: Some(Channel::Call),
        direction: Some(Direction::Out),
        day,
        account,
        people,
        ..Entry::default()
    }
}

fn interaction(entry: &Entry, id: Id) -> Interaction {
    Interaction {
        head: Head { id, ..Head::default() },
        channel: Some(entry.channel.unwrap_or(Channel::Note)),
        direction: entry.direction,
        day: Some(entry.day),
        time: entry.time,
        minutes: entry.minutes,
        account: entry.account.map(Link),
        people: entry.people.iter().copied().map(Link).collect(),
        colleagues: entry.colleagues.iter().copied().map(Link).collect(),
        text: entry.text.clone(),
        tags: entry.tags.clone(),
        sentiment: entry.sentiment,
        links: Vec::new(),
        planned: entry.planned,
        // What has no account is seen under All only: somebody must say where it belongs.
        to_sort: entry.to_sort || entry.account.is_none(),
        raw: entry.raw.clone(),
        source: String::new(),
        edition: String::new(),
    }
}

/// The planned interaction becomes what was held; its links and what was prepared stay unless the line says otherwise.
fn update(tx: &Tx<'_>, id: Id, held: &Interaction) -> Result<(), Fault> {
    let mut planned = tx.record(Kind::Interaction, id)?;
    for spec in Kind::Interaction.specs() {
        let value = Record::get(held, spec.name);
        if !value.is_empty() {
            planned.set(spec.name, value)?;
        }
    }
    tx.update(planned.as_mut())
}

/// The label with how many of the people asked not to be contacted: what was done is not refused, but said.
fn asked_not(tx: &Tx<'_>, entry: &Entry, label: Explain) -> Result<Explain, Fault> {
    let mut asked = 0;
    for person in &entry.people {
        let record = tx.record(Kind::Person, *person)?;
        asked += usize::from(record.get("do_not_contact") == Value::Flag(true));
    }
    Ok(if asked == 0 { label } else { label.with("asked", asked) })
}

/// `Logged: call with Ana Ruiz, 2 promises`.
fn label(tx: &Tx<'_>, entry: &Entry) -> Result<Explain, Fault> {
    let mut people = Vec::new();
    for person in &entry.people {
        people.push(name(tx, Kind::Person, *person)?);
    }
    let key = if entry.planned { "act-planned" } else { "act-logged" };
    let label = Explain::new(key).with("channel", entry.channel.unwrap_or(Channel::Note).name());
    let label = label.with("direction", entry.direction.unwrap_or(Direction::Both).name());
    let label = label.with("people", few(people)).with("promises", entry.promises.len());
    let label = label.with("problems", entry.problems.len()).with("decisions", entry.decisions.len());
    let label = label.with("insights", entry.insights.len());
    Ok(label.with("sort", entry.to_sort || entry.account.is_none()))
}
