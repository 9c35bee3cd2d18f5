//! Writing what was read from files: new and changed records of every kind as one act.
mod held;
mod numbers;

use std::collections::HashSet;

use chrono::NaiveDate;

use self::numbers::{Numbers, relink};
use super::figures::{Figures, enter, label};
use super::save::figures::before_writing;
use super::save::{decision, plan, sale, whitespace};
use super::tier;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::{Kind, Title};
use crate::domain::progress::{Stage as Progressing, Step, Watch};
use crate::domain::value::Value;
use crate::store::fault::Fault;
use crate::store::stage::{New, Stage, Staged};
use crate::store::{Outcome, Store, Tx};

/// What an import writes.
#[derive(Debug, Clone)]
pub struct Batch {
    /// New and changed records, set aside. A negative number stands for a record that is not in the book yet, in heads and in links.
    pub staged: Staged,
    /// Actuals and targets to be entered, by file; a negative number stands for an indicator among the new records.
    pub figures: Vec<Figures>,
    /// Planned conversations that were called off: they go.
    pub called_off: Vec<Id>,
    /// What the act is called, unless it only enters figures.
    pub label: Explain,
}

/// What is written after everything else: an interaction is indexed only once if its people and promises are there, a fact
/// names the conversation in which it was learned.
const LAST: [Kind; 3] = [Kind::Interaction, Kind::Fact, Kind::Settings];

/// What is also written beside others, and so gets its numbers only when its turn comes.
const BESIDE: [Kind; 3] = [Kind::Fact, Kind::Step, Kind::Promotion];

/// The kinds that are looked at again once everything is there.
const FITTED: [Kind; 7] = [
    Kind::Plan,
    Kind::Objective,
    Kind::Initiative,
    Kind::Commitment,
    Kind::WhiteSpace,
    Kind::Decision,
    Kind::Telling,
];

/// All kinds in the order in which they are written.
fn order() -> impl Iterator<Item = Kind> {
    Kind::ALL.into_iter().filter(|kind| !LAST.contains(kind)).chain(LAST)
}

/// An import while it is written.
struct Writing<'a> {
    tx: &'a Tx<'a>,
    stage: &'a Stage,
    today: NaiveDate,
    numbers: Numbers,
    /// Sales and accounts that bring their own history.
    told: HashSet<Id>,
    promoted: HashSet<Id>,
    watch: &'a dyn Watch,
    done: u64,
    total: u64,
}

pub(super) fn import(
    store: &mut Store,
    mut batch: Batch,
    today: NaiveDate,
    watch: &dyn Watch,
) -> Result<Outcome, Fault> {
    let stage = batch.staged.look();
    let (figures, ready) = (&mut batch.figures, batch.label.clone());
    let called_off = std::mem::take(&mut batch.called_off);
    let cells: usize = figures.iter().map(|f| f.cells.len()).sum();
    store.act(today, |tx| {
        let mut writing = Writing {
            tx,
            stage: &stage,
            today,
            numbers: Numbers::default(),
            told: with_history(&stage, Kind::Step, "opportunity")?,
            promoted: with_history(&stage, Kind::Promotion, "account")?,
            watch,
            done: 0,
            total: stage.count_new() + stage.count_changed() + cells as u64,
        };
        writing.records()?;
        for id in &called_off {
            held::call_off(tx, *id)?;
        }
        let mut names = Vec::new();
        for figures in figures {
            writing.step(figures.cells.len() as u64)?;
            for cell in &mut figures.cells {
                cell.kpi = writing.numbers.given(cell.kpi);
            }
            names.extend(enter(tx, figures)?);
        }
        names.sort_unstable();
        names.dedup();
        let only_figures = cells > 0 && stage.count_changed() == 0 && !writing.is_more_than(Kind::Kpi)?;
        Ok(if only_figures { label(cells, names) } else { ready })
    })
}

impl Writing<'_> {
    fn records(&mut self) -> Result<(), Fault> {
        for kind in order().filter(|k| !BESIDE.contains(k)) {
            self.give_numbers(kind)?;
        }
        for kind in order() {
            if BESIDE.contains(&kind) {
                // Only now: new memberships have just written facts of their own, new sales and accounts the beginning of their
                // history.
                self.give_numbers(kind)?;
            }
            let stage = self.stage;
            stage.each_new(kind, |new| self.create(new))?;
        }
        for kind in Kind::ALL {
            let stage = self.stage;
            stage.each_changed(kind, |record| self.change(record))?;
        }
        for kind in FITTED {
            let stage = self.stage;
            stage.each_new(kind, |new| self.fit(new.record.as_ref()))?;
            stage.each_changed(kind, |record| self.fit(record.as_ref()))?;
        }
        Ok(())
    }

    /// So many records more are written.
    fn step(&mut self, more: u64) -> Result<(), Fault> {
        self.done += more;
        Ok(self.watch.at(Step::new(Progressing::Writing, self.done, self.total))?)
    }

    fn give_numbers(&mut self, kind: Kind) -> Result<(), Fault> {
        let mut next = self.tx.next_id(kind)?;
        let keep = next == 1;
        let (stage, numbers) = (self.stage, &mut self.numbers);
        stage.each_number(kind, |id, number| {
            // Kept numbers must rise, so that none is given twice and ties stay in their order.
            let number = number.filter(|n| keep && *n >= next && *n < Id::MAX / 2).unwrap_or(next);
            numbers.give(id, number);
            next = number + 1;
        })
    }

    fn create(&mut self, mut new: New) -> Result<(), Fault> {
        self.step(1)?;
        let placeholder = new.record.head().id;
        let spot = || self.stage.spot(placeholder).ok().flatten();
        self.insert(&mut new).map_err(|fault| at(fault, new.record.as_ref(), spot()))
    }

    fn insert(&self, New { record, number }: &mut New) -> Result<(), Fault> {
        let (tx, record) = (self.tx, record.as_mut());
        relink(record, &self.numbers)?;
        let placeholder = record.head().id;
        record.head_mut().id = self.numbers.given(placeholder);
        before_writing(tx, record, true)?;
        let before = tier::before_writing(tx, record, true)?;
        tx.insert(record)?;
        if number.is_none() && !self.promoted.contains(&placeholder) {
            tier::after_writing(tx, record, before, self.today)?;
        }
        // What comes with its number comes out of another book, with what was known there.
        if number.is_none() && !self.told.contains(&placeholder) {
            sale::begins(tx, record)?;
        }
        Ok(())
    }

    fn change(&mut self, mut record: Box<dyn Record>) -> Result<(), Fault> {
        self.step(1)?;
        if held::is_left(self.tx, record.as_ref())? {
            return Ok(());
        }
        self.update(record.as_mut()).map_err(|fault| at(fault, record.as_ref(), None))
    }

    fn update(&self, record: &mut dyn Record) -> Result<(), Fault> {
        let tx = self.tx;
        relink(record, &self.numbers)?;
        before_writing(tx, record, false)?;
        let before = tier::before_writing(tx, record, false)?;
        tx.update(record)?;
        if !self.promoted.contains(&record.head().id) {
            tier::after_writing(tx, record, before, self.today)?;
        }
        Ok(())
    }

    /// Looks at a record again, now that all that came with it is there.
    fn fit(&self, record: &dyn Record) -> Result<(), Fault> {
        let (kind, before) = (record.kind(), record.head().id);
        let mut record = self.tx.record(kind, self.numbers.given(before))?;
        let spot = || self.stage.spot(before).ok().flatten();
        fits(self.tx, record.as_mut()).map_err(|fault| at(fault, record.as_ref(), spot()))
    }

    /// Whether there are new records of another kind.
    fn is_more_than(&self, kind: Kind) -> Result<bool, Fault> {
        let mut other = false;
        for of in Kind::ALL.into_iter().filter(|of| *of != kind) {
            self.stage.each_number(of, |_, _| other = true)?;
        }
        Ok(other)
    }
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

/// A refusal with the record that is refused, and where that stands in the files.
fn at(fault: Fault, record: &dyn Record, spot: Option<String>) -> Fault {
    let named = match record.kind().row().title {
        Title::Fields(fields) => fields.iter().find_map(|field| match record.get(field) {
            Value::Text(text) => Some(text.lines().next().unwrap_or_default().to_owned()),
            _ => None,
        }),
        Title::Of(..) => None,
    };
    let called = named.unwrap_or_else(|| format!("#{}", record.head().id));
    match fault {
        Fault::Refused(why) => {
            let why = why.with("at-kind", record.kind().name()).with("at-name", called);
            spot.into_iter().fold(why, |why, spot| why.with("at-spot", spot)).into()
        }
        other => other,
    }
}

/// The records that bring their own history: those that new records of a kind are about.
fn with_history(stage: &Stage, kind: Kind, field: &str) -> Result<HashSet<Id>, Fault> {
    let mut about = HashSet::new();
    stage.each_new(kind, |new| {
        if let Value::Link(id) = new.record.get(field) {
            about.insert(id);
        }
        Ok(())
    })?;
    Ok(about)
}
