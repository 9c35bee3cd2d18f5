//! The records of the demo book before they are written.
use std::collections::HashSet;

use crate::domain::Id;
use crate::domain::account::Account;
use crate::domain::colleague::Colleague;
use crate::domain::commitment::Commitment;
use crate::domain::explain::Explain;
use crate::domain::fact::Fact;
use crate::domain::field::{Link, Record, Spec};
use crate::domain::interaction::Interaction;
use crate::domain::kind::Kind;
use crate::domain::person::{Membership, Person};
use crate::domain::settings::Settings;
use crate::domain::unit::Unit;
use crate::domain::value::{FieldKind, Value};
use crate::store::query::figures::Snapshot;

/// Everything that is written, with its numbers and uids.
#[derive(Debug, Default)]
pub struct Book {
    /// Whose book it is.
    pub settings: Settings,
    /// The clients.
    pub accounts: Vec<Account>,
    /// Their parts.
    pub units: Vec<Unit>,
    /// The stakeholders.
    pub people: Vec<Person>,
    /// Their places.
    pub memberships: Vec<Membership>,
    /// Our own team.
    pub colleagues: Vec<Colleague>,
    /// The log, oldest first.
    pub interactions: Vec<Interaction>,
    /// Promises of both sides.
    pub commitments: Vec<Commitment>,
    /// What is known of people, dated.
    pub facts: Vec<Fact>,
    /// Indicators and their figures, sales, contracts, problems, readings: those that others name come first.
    pub figures: Vec<Box<dyn Record>>,
    /// The health of accounts as it was, day by day.
    pub snapshots: Vec<Snapshot>,
    /// Interactions written since the book was last seen, each an act.
    pub later: Vec<Interaction>,
    /// Promises marked as kept since then, in one act.
    pub later_done: Vec<Id>,
}

impl Book {
    /// How many interactions there are.
    pub fn size(&self) -> usize {
        self.interactions.len() + self.later.len()
    }

    /// Keeps the newest `n` interactions; what was promised or learned in the others stays without its cause.
    ///
    /// # Errors
    /// None that the records of the demo give.
    pub fn cut(&mut self, n: usize) -> Result<(), Explain> {
        self.later.truncate(n);
        let older = n - self.later.len();
        self.interactions.drain(..self.interactions.len().saturating_sub(older));
        let left: HashSet<Id> = self.interactions.iter().map(|i| i.head.id).collect();
        let gone = |link: &Option<Link>| link.is_some_and(|l| !left.contains(&l.0));
        for commitment in self.commitments.iter_mut().filter(|c| gone(&c.interaction)) {
            commitment.interaction = None;
        }
        for fact in self.facts.iter_mut().filter(|f| gone(&f.cause)) {
            fact.cause = None;
        }
        for record in &mut self.figures {
            let said = |spec: &&&'static Spec| spec.kind == FieldKind::Link(Kind::Interaction);
            for spec in record.kind().specs().iter().filter(said) {
                if matches!(record.get(spec.name), Value::Link(id) if !left.contains(&id)) {
                    record.set(spec.name, Value::Empty)?;
                }
            }
        }
        Ok(())
    }

    /// Every record but the settings in an order in which each interaction is indexed once, with people and promises there.
    pub fn records(&mut self) -> impl Iterator<Item = &mut dyn Record> {
        fn seen<T: Record>(all: &mut [T]) -> impl Iterator<Item = &mut dyn Record> {
            all.iter_mut().map(|r| r as &mut dyn Record)
        }
        seen(&mut self.accounts)
            .chain(seen(&mut self.units))
            .chain(seen(&mut self.people))
            .chain(seen(&mut self.memberships))
            .chain(seen(&mut self.colleagues))
            .chain(seen(&mut self.facts))
            .chain(seen(&mut self.commitments))
            .chain(seen(&mut self.interactions))
            .chain(self.figures.iter_mut().map(|r| -> &mut dyn Record { r.as_mut() }))
    }
}
