//! The rules of the book, looked at before anything is written: what breaks one is refused by its line, not when all of it is saved.
use crate::domain::Id;
use crate::domain::decision::Telling;
use crate::domain::explain::Explain;
use crate::domain::field::{Link, Record};
use crate::domain::kind::Kind;
use crate::domain::market::WhiteSpace;
use crate::domain::value::Value;
use crate::domain::whitespace::Place;
use crate::exchange::join::Import;
use crate::exchange::shelf::Shelf;
use crate::store::act::rules::{Around, holds, sound};
use crate::store::fault::Fault;
use crate::store::stage::Topic;

impl Around for Shelf<'_> {
    fn record(&self, kind: Kind, id: Id) -> Result<Box<dyn Record>, Fault> {
        self.get(kind, id)
    }

    fn plans_of(&self, account: Id) -> Result<Vec<Box<dyn Record>>, Fault> {
        let mut plans = Vec::new();
        if account > 0 {
            for plan in self.store.plans_of(account)? {
                plans.push(self.get(Kind::Plan, plan.head().id)?);
            }
        }
        self.stage.each_new(Kind::Plan, |new| {
            plans.extend(Some(new.record).filter(|plan| plan.get("account") == Value::Link(account)));
            Ok(())
        })?;
        Ok(plans)
    }

    fn is_kept(&self, place: Place, but: Id) -> Result<bool, Fault> {
        let here = self.stage.known(Topic::Only, &cell(place))?.iter().any(|id| *id != but);
        Ok(here || self.store.is_kept(place, but)?)
    }

    fn is_told(&self, decision: Id, whom: (Kind, Id), but: Id) -> Result<bool, Fault> {
        let here = self.stage.known(Topic::Only, &told(decision, whom))?.iter().any(|id| *id != but);
        Ok(here || self.store.is_told(decision, whom, but)?)
    }

    fn count_figures(&self, kpi: Id) -> Result<usize, Fault> {
        self.store.count_figures(kpi)
    }
}

/// By what it is known that there is only one: a cell of the white space.
fn cell(place: Place) -> (Kind, Id, Id, Option<Id>) {
    (Kind::WhiteSpace, place.account, place.offering, place.unit)
}

/// That somebody was told of a decision.
fn told(decision: Id, (kind, id): (Kind, Id)) -> (Kind, Id, Kind, Id) {
    (Kind::Telling, decision, kind, id)
}

impl Import<'_> {
    /// The rule that a record would break as it is going to be, if any; `new` if the book does not have it.
    pub(in crate::exchange) fn broken(
        &self,
        record: &mut dyn Record,
        new: bool,
    ) -> Result<Option<Explain>, Fault> {
        refusal(sound(&self.shelf, record, new))
    }

    /// The rule that a record would break by itself, whatever it leads to.
    pub(in crate::exchange) fn broken_alone(
        &self,
        record: &dyn Record,
        new: bool,
    ) -> Result<Option<Explain>, Fault> {
        refusal(holds(&self.shelf, record, new))
    }

    /// Takes note of what there is only one of.
    pub(in crate::exchange) fn takes(&self, record: &dyn Record, id: Id) -> Result<(), Fault> {
        let stage = &self.shelf.stage;
        if let Some(place) = record.any().downcast_ref::<WhiteSpace>().and_then(WhiteSpace::place) {
            return stage.learn(Topic::Only, &cell(place), id);
        }
        let Some(telling) = record.any().downcast_ref::<Telling>() else { return Ok(()) };
        match (telling.decision, telling.person, telling.colleague) {
            (Some(Link(decision)), Some(Link(person)), None) => {
                stage.learn(Topic::Only, &told(decision, (Kind::Person, person)), id)
            }
            (Some(Link(decision)), None, Some(Link(colleague))) => {
                stage.learn(Topic::Only, &told(decision, (Kind::Colleague, colleague)), id)
            }
            _ => Ok(()),
        }
    }
}

/// What a rule refuses; a fault stays one.
fn refusal(checked: Result<(), Fault>) -> Result<Option<Explain>, Fault> {
    match checked {
        Ok(()) => Ok(None),
        Err(Fault::Refused(why)) => Ok(Some(why)),
        Err(fault) => Err(fault),
    }
}
