//! Forms, behind the door: their records are brought, and what is done with them.
use chrono::NaiveDate;

use super::outside::Outside;
use crate::command::{FormOf, Msg, Task};
use crate::domain::decision::is_audience;
use crate::domain::field::{Link, Record};
use crate::domain::person::Membership;
use crate::store::act::Act;
use crate::store::act::leave::Successor;
use crate::store::fault::Fault;

impl Outside {
    pub(super) fn open_form(&mut self, of: FormOf) -> Msg {
        let draft = if of.afresh { None } else { self.drafts.load(&of.draft_name()) };
        match of.id.map(|id| self.store.parts(of.kind, id)).transpose() {
            Ok(parts) => Msg::FormLoaded(of, parts.unwrap_or_default(), draft),
            Err(fault) => Msg::Failed(fault.explain()),
        }
    }

    pub(super) fn save_form(
        &mut self,
        of: &FormOf,
        mut parts: Vec<Box<dyn Record>>,
        anyway: bool,
        today: NaiveDate,
    ) -> Msg {
        if anyway {
            for part in parts.iter_mut().filter(|p| p.head().id != 0) {
                if let Ok(now) = self.store.record(part.kind(), part.head().id) {
                    part.head_mut().version = now.head().version;
                }
            }
        }
        match self.store.perform(act_of(of, parts, today), today) {
            Ok(outcome) => {
                self.daily.start(&mut self.store, today);
                self.drafts.drop(&of.draft_name());
                Msg::Done(outcome)
            }
            Err(Fault::ChangedElsewhere { kind, id }) => {
                let (kind, id) = of.id.map_or((kind, id), |id| (of.kind, id));
                self.store.parts(kind, id).map_or_else(|f| Msg::Failed(f.explain()), Msg::ChangedElsewhere)
            }
            Err(fault) => Msg::Failed(fault.explain()),
        }
    }
}

/// What is done with the records of a form.
fn act_of(of: &FormOf, parts: Vec<Box<dyn Record>>, today: NaiveDate) -> Act {
    let place = parts.first().and_then(|p| p.any().downcast_ref::<Membership>());
    match (of.task, place) {
        (Task::Move(_), Some(to)) => Act::Move(of.id, Box::new(to.clone())),
        (Task::Leave, Some(place)) => {
            let successor = place.successor.map(|Link(id)| Successor::Known(id));
            Act::Leave(place.head.id, place.left_on.unwrap_or(today), successor)
        }
        // Whom it concerns stood there to be read: who is not named need not know.
        (Task::Save, _) if of.id.is_none() && of.preset.iter().any(|(field, _)| is_audience(field)) => {
            Act::Decide(parts)
        }
        (Task::Save | Task::AlsoAt(_) | Task::Move(_) | Task::Leave, _) => Act::Save(parts),
    }
}
