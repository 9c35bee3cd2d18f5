//! Promises kept, problems closed, and rows put off.
use chrono::NaiveDate;

use super::delete::keep_what_was_set;
use super::place::open_places;
use super::save::{few, name, name_of};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::store::fault::Fault;
use crate::store::{Outcome, Store};

/// Marks promises as kept today; if all of them are kept already, as open again.
pub(super) fn done(store: &mut Store, ids: &[Id], today: NaiveDate) -> Result<Outcome, Fault> {
    let keys = ["act-done", "act-reopened"];
    over(store, &Over { kind: Kind::Commitment, title: "text", day: "done_on", keys }, ids, today)
}

/// Closes problems today; if all of them are closed already, opens them again.
pub(super) fn closed(store: &mut Store, ids: &[Id], today: NaiveDate) -> Result<Outcome, Fault> {
    let keys = ["act-closed", "act-unclosed"];
    over(store, &Over { kind: Kind::Problem, title: "name", day: "closed_on", keys }, ids, today)
}

/// What is over from the day in one of its fields on.
struct Over {
    kind: Kind,
    title: &'static str,
    day: &'static str,
    /// Labels of the act and of its reverse.
    keys: [&'static str; 2],
}

fn over(store: &mut Store, of: &Over, ids: &[Id], today: NaiveDate) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        let mut records = ids.iter().map(|id| tx.record(of.kind, *id)).collect::<Result<Vec<_>, _>>()?;
        let reopen = records.iter().all(|r| !r.get(of.day).is_empty());
        let mut titles = Vec::new();
        for record in &mut records {
            if let Value::Text(text) = record.get(of.title) {
                titles.push(text.lines().next().unwrap_or_default().chars().take(60).collect());
            }
            let day = if reopen { Value::Empty } else { Value::Day(today) };
            if reopen || record.get(of.day).is_empty() {
                record.set(of.day, day)?;
                tx.update(record.as_mut())?;
            }
        }
        let [done, reopened] = of.keys;
        let key = if reopen { reopened } else { done };
        Ok(Explain::new(key).with("count", ids.len()).with("name", few(titles)))
    })
}

/// Takes the mark "to sort out" from entries of the log.
pub(super) fn sorted(store: &mut Store, ids: &[Id], today: NaiveDate) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        let mut names = Vec::new();
        for id in ids {
            let mut record = tx.record(Kind::Interaction, *id)?;
            record.set("to_sort", Value::Flag(false))?;
            tx.update(record.as_mut())?;
            names.push(name_of(tx, record.as_ref())?);
        }
        Ok(Explain::new("act-sorted").with("count", ids.len()).with("name", few(names)))
    })
}

/// Those that were held count from now on; those that were not go.
pub(super) fn confirm(
    store: &mut Store,
    held: &[Id],
    dropped: &[Id],
    today: NaiveDate,
) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        let mut names = Vec::new();
        for id in held {
            let mut record = tx.record(Kind::Interaction, *id)?;
            names.push(name_of(tx, record.as_ref())?);
            record.set("planned", Value::Flag(false))?;
            tx.update(record.as_mut())?;
        }
        for id in dropped {
            names.push(name_of(tx, tx.record(Kind::Interaction, *id)?.as_ref())?);
            keep_what_was_set(tx, *id)?;
            tx.delete(Kind::Interaction, *id)?;
        }
        let label = Explain::new("act-confirmed").with("held", held.len()).with("dropped", dropped.len());
        Ok(label.with("count", held.len() + dropped.len()).with("name", few(names)))
    })
}

/// Puts a commitment, or a person at all their accounts, out of the queue until a day.
pub(super) fn snooze(
    store: &mut Store,
    kind: Kind,
    id: Id,
    until: NaiveDate,
    today: NaiveDate,
) -> Result<Outcome, Fault> {
    let label = |name: String| Explain::new("act-snoozed").with("name", name).with("until", until);
    match kind {
        Kind::Commitment => store.act(today, |tx| {
            let mut record = tx.record(kind, id)?;
            record.set("snoozed_until", Value::Day(until))?;
            tx.update(record.as_mut())?;
            Ok(label(name_of(tx, record.as_ref())?))
        }),
        Kind::Person => store.act(today, |tx| {
            for at in open_places(tx, id)? {
                let mut membership = tx.record(Kind::Membership, at)?;
                membership.set("not_before", Value::Day(until))?;
                tx.update(membership.as_mut())?;
            }
            Ok(label(name(tx, Kind::Person, id)?))
        }),
        _ => Err(Explain::new("act-cannot-snooze").into()),
    }
}
