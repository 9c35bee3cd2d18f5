//! Writing what was read from files: new and changed records of every kind as one act.
use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::figures::{Figures, enter, label};
use super::save::figures::before_writing;
use super::save::{decision, plan, sale, whitespace};
use super::tier;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::{Kind, Title};
use crate::domain::value::Value;
use crate::store::fault::Fault;
use crate::store::{Outcome, Store, Tx};

/// What an import writes. A negative number stands for a record that is not in the book yet, in heads and in links.
#[derive(Debug, Clone)]
pub struct Batch {
    /// Records to be made; each has its own negative number.
    pub new: Vec<New>,
    /// Records of the book with what was added to them.
    pub changed: Vec<Box<dyn Record>>,
    /// Actuals and targets to be entered, by file; a negative number stands for an indicator among the new records.
    pub figures: Vec<Figures>,
    /// What the act is called, unless it only enters figures.
    pub label: Explain,
}

/// A record to be made.
#[derive(Debug, Clone)]
pub struct New {
    /// The record, its number negative.
    pub record: Box<dyn Record>,
    /// The number it had where it comes from; it keeps it if the book has no record of its kind.
    pub number: Option<Id>,
}

/// What is written after everything else: an interaction is indexed only once if its people and promises are there, a fact
/// names the conversation in which it was learned.
const LAST: [Kind; 3] = [Kind::Interaction, Kind::Fact, Kind::Settings];

/// What is also written beside others, and so gets its numbers only when its turn comes.
const BESIDE: [Kind; 3] = [Kind::Fact, Kind::Step, Kind::Promotion];

/// All kinds in the order in which they are written.
fn order() -> impl Iterator<Item = Kind> {
    Kind::ALL.into_iter().filter(|kind| !LAST.contains(kind)).chain(LAST)
}

/// The numbers given to records that had negative ones.
type Numbers = HashMap<Id, Id>;

pub(super) fn import(store: &mut Store, mut batch: Batch, today: NaiveDate) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        let mut numbers = Numbers::new();
        let told = with_history(&batch.new, Kind::Step, "opportunity");
        let promoted = with_history(&batch.new, Kind::Promotion, "account");
        for kind in order().filter(|k| !BESIDE.contains(k)) {
            give_numbers(tx, kind, &batch.new, &mut numbers)?;
        }
        for kind in order() {
            if BESIDE.contains(&kind) {
                // Only now: new memberships have just written facts of their own, new sales and accounts the beginning of their
                // history.
                give_numbers(tx, kind, &batch.new, &mut numbers)?;
            }
            for new in batch.new.iter_mut().filter(|n| n.record.kind() == kind) {
                let record = new.record.as_mut();
                relink(record, &numbers)?;
                let placeholder = record.head().id;
                record.head_mut().id = numbers.get(&placeholder).copied().unwrap_or(0);
                before_writing(tx, record, true)?;
                let before = tier::before_writing(tx, record, true)?;
                tx.insert(record)?;
                if new.number.is_none() && !promoted.contains(&placeholder) {
                    tier::after_writing(tx, new.record.as_ref(), before, today)?;
                }
                // What comes with its number comes out of another book, with what was known there.
                if new.number.is_none() && !told.contains(&placeholder) {
                    sale::begins(tx, new.record.as_ref())?;
                }
            }
        }
        for record in &mut batch.changed {
            relink(record.as_mut(), &numbers)?;
            before_writing(tx, record.as_mut(), false)?;
            let before = tier::before_writing(tx, record.as_ref(), false)?;
            tx.update(record.as_mut())?;
            if !promoted.contains(&record.head().id) {
                tier::after_writing(tx, record.as_ref(), before, today)?;
            }
        }
        for record in batch.new.iter_mut().map(|n| &mut n.record).chain(&mut batch.changed) {
            fits(tx, record.as_mut()).map_err(|fault| at(fault, record.as_ref()))?;
        }
        let (mut count, mut names) = (0, Vec::new());
        for figures in &mut batch.figures {
            for cell in &mut figures.cells {
                cell.kpi = numbers.get(&cell.kpi).copied().unwrap_or(cell.kpi);
            }
            count += figures.cells.len();
            names.extend(enter(tx, figures)?);
        }
        names.sort_unstable();
        names.dedup();
        let only_figures =
            count > 0 && batch.changed.is_empty() && !batch.new.iter().any(|n| n.record.kind() != Kind::Kpi);
        Ok(if only_figures { label(count, names) } else { batch.label })
    })
}

/// What is looked at when a form is saved and needs what else came: the plan, the white space, who was told.
fn fits(tx: &Tx<'_>, record: &mut dyn Record) -> Result<(), Fault> {
    let promise = record.kind() == Kind::Commitment && record.get("account").is_empty();
    plan::before_writing(tx, record)?;
    if promise && !record.get("account").is_empty() {
        tx.update(record)?;
    }
    whitespace::before_writing(tx, record, true)?;
    decision::before_writing(tx, record, false)
}

/// A refusal with the record that is refused.
fn at(fault: Fault, record: &dyn Record) -> Fault {
    let named = match record.kind().row().title {
        Title::Fields(fields) => fields.iter().find_map(|field| match record.get(field) {
            Value::Text(text) => Some(text.lines().next().unwrap_or_default().to_owned()),
            _ => None,
        }),
        Title::Of(..) => None,
    };
    let called = named.unwrap_or_else(|| format!("#{}", record.head().id));
    match fault {
        Fault::Refused(why) => why.with("at-kind", record.kind().name()).with("at-name", called).into(),
        other => other,
    }
}

/// The records that bring their own history: those that new records of a kind are about.
fn with_history(new: &[New], kind: Kind, field: &str) -> HashSet<Id> {
    let about = |n: &New| if let Value::Link(id) = n.record.get(field) { Some(id) } else { None };
    new.iter().filter(|n| n.record.kind() == kind).filter_map(about).collect()
}

fn give_numbers(tx: &Tx<'_>, kind: Kind, new: &[New], numbers: &mut Numbers) -> Result<(), Fault> {
    let mut next = tx.next_id(kind)?;
    let keep = next == 1;
    for new in new.iter().filter(|n| n.record.kind() == kind) {
        // Kept numbers must rise, so that none is given twice and ties stay in their order.
        let number = new.number.filter(|n| keep && *n >= next && *n < Id::MAX / 2).unwrap_or(next);
        numbers.insert(new.record.head().id, number);
        next = number + 1;
    }
    Ok(())
}

/// Puts the given numbers into the record's links.
fn relink(record: &mut dyn Record, numbers: &Numbers) -> Result<(), Fault> {
    let given = |id: Id| numbers.get(&id).copied().unwrap_or(id);
    for spec in record.kind().specs() {
        match record.get(spec.name) {
            Value::Link(id) if id < 0 => record.set(spec.name, Value::Link(given(id)))?,
            Value::Links(ids) if ids.iter().any(|id| *id < 0) => {
                record.set(spec.name, Value::Links(ids.into_iter().map(given).collect()))?;
            }
            _ => {}
        }
    }
    Ok(())
}
