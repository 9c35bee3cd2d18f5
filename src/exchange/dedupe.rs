//! What an import recognised: which records of its files the book had already and by what, and who may now be in it twice.
use std::collections::BTreeSet;

use super::Plan;
use super::choices::Choice;
use super::plan::{Action, Row};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::lang::{Words, field};
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::query::twins::Pair;

/// How many records of each sort are named; the others are only counted.
const NAMED: usize = 300;

/// With what the reason begins by which a record was known.
const BY: &str = "import-why-";

/// What an import recognised.
#[derive(Debug, Clone, Default)]
pub struct Dedupe {
    /// By what records were known, and how many of each kind, in the order in which they came.
    pub known: Vec<Known>,
    /// Those records, the completed ones before those of which the files say nothing new; at most 600.
    pub rows: Vec<Row>,
    /// New records although the book has some of that name; at most 300.
    pub alike: Vec<Row>,
    /// How many there are of those.
    pub alike_count: usize,
    /// People of this import who may be in the book twice, the surest first; at most 300.
    pub pairs: Vec<Pair>,
    /// How many pairs more there are.
    pub pairs_more: usize,
}

/// How many records of a kind were known by what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// What they are.
    pub kind: Kind,
    /// By what.
    pub why: Explain,
    /// How many.
    pub count: usize,
}

impl Dedupe {
    /// Of a plan, before it is performed or after.
    ///
    /// # Errors
    /// A fault of the private file.
    pub fn of(plan: &Plan) -> Result<Self, Fault> {
        let mut found = Self::default();
        for action in [Action::Merge, Action::Same] {
            let most = found.rows.len() + NAMED;
            plan.each_row(Some(action), |row| found.take_known(row, most))?;
        }
        plan.each_row(Some(Action::Create), |row| {
            // What the user said is new is no question any more.
            let open = row.chosen != Some(Choice::CreateNew) && !row.offers.merge.is_empty();
            found.alike_count += usize::from(open);
            if open && found.alike.len() < NAMED {
                found.alike.push(row);
            }
        })?;
        Ok(found)
    }

    /// The same once it is in the book: whoever was touched is compared with everybody.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn compared(mut self, store: &Store, touched: &[(Kind, Id)]) -> Result<Self, Fault> {
        let person = |(kind, id): &(Kind, Id)| match kind {
            Kind::Person => Some(*id),
            _ => None,
        };
        let people: BTreeSet<Id> = touched.iter().filter_map(person).collect();
        (self.pairs, self.pairs_more) = store.twins_among(&people, NAMED)?;
        // Of people the pairs know more than their names.
        let before = self.alike.len();
        self.alike.retain(|row| row.kind != Some(Kind::Person));
        self.alike_count -= before - self.alike.len();
        Ok(self)
    }

    fn take_known(&mut self, row: Row, most: usize) {
        let Some(kind) = row.kind else { return };
        let Some(why) = row.why.iter().find(|why| why.key.starts_with(BY)) else { return };
        let same = |known: &&mut Known| known.kind == kind && known.why.key == why.key;
        match self.known.iter_mut().find(same) {
            Some(known) => known.count += 1,
            None => self.known.push(Known { kind, why: Explain::new(&why.key), count: 1 }),
        }
        if self.rows.len() < most {
            self.rows.push(row);
        }
    }

    /// How many records the book had already.
    pub fn known_count(&self) -> usize {
        self.known.iter().map(|known| known.count).sum()
    }

    /// Whether nothing of it is of interest.
    pub const fn is_empty(&self) -> bool {
        self.known.is_empty() && self.alike.is_empty() && self.pairs.is_empty()
    }

    /// Whether the user should look at it unasked: something may be there twice, or a record was completed by what the program
    /// believed to be the same.
    pub fn is_worth_a_look(&self) -> bool {
        let completed = |row: &Row| row.action == Action::Merge && row.chosen.is_none();
        !self.pairs.is_empty() || !self.alike.is_empty() || self.rows.iter().any(completed)
    }

    /// Keeps of the pairs those that are still ones: two that were merged, or said to be two, are none.
    pub fn keep(&mut self, still: &[Pair]) {
        let ids = |pair: &Pair| (pair.first.id.min(pair.second.id), pair.first.id.max(pair.second.id));
        let still: BTreeSet<_> = still.iter().map(ids).collect();
        self.pairs.retain(|pair| still.contains(&ids(pair)));
    }

    /// By what records were known, in one line: `stakeholders 12 by the same e-mail address`.
    pub fn say_known(&self, words: &Words) -> Vec<String> {
        let say = |known: &Known| {
            let (kinds, why) = (field::kinds(known.kind, words), words.say(&known.why));
            words.with("dedupe-by", &[("kinds", &kinds), ("count", &known.count.to_string()), ("why", &why)])
        };
        self.known.iter().map(say).collect()
    }
}

/// The record of the book that a row was known as, or that it is like.
pub fn counterpart(row: &Row) -> Option<(Kind, Id)> {
    let chosen = match row.chosen {
        Some(Choice::MergeInto(id)) => Some(id),
        Some(Choice::Skip | Choice::CreateNew) | None => None,
    };
    let id = chosen.or_else(|| row.offers.merge.first().map(|candidate| candidate.id))?;
    Some((row.kind?, id))
}
